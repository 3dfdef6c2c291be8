"""A plan and its library → what rules of training ask of it: days with their runs and strength sessions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from cardmaker.library.exercise import Exercise
from cardmaker.library.library import Library
from cardmaker.library.muscles import MUSCLES
from cardmaker.plan.items import Item
from cardmaker.plan.model import DAYS, Day, Plan
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.hardness import HARD, run_hardness
from cardmaker.plan.runs.run import Run
from cardmaker.plan.sets import SetGroup, Sets
from cardmaker.plan.workouts import Superset
from cardmaker.record import record
from cardmaker.training.paces import EASY_PACE

HEAVY_PERCENT, HEAVY_RPE, HEAVY_RIR = 80.0, 8.0, 2.0
"""Strength is trained from about 80 % of what goes once (ACSM), which leaves two repetitions or fewer in reserve."""

GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "quads": frozenset(("quads",)),
    "hamstrings": frozenset(("hamstrings",)),
    "glutes": MUSCLES.family("glutes"),
    "calves": MUSCLES.family("calves"),
    "core": MUSCLES.family("core"),
    "chest": frozenset(("chest",)),
    "back": frozenset(("upper-back", "lats")),
    "shoulders": frozenset(("shoulders",)),
    "arms": frozenset(("biceps", "triceps", "forearms")),
}
"""Muscles that are trained together, by what a coach calls them."""
LEGS: Final = ("quads", "hamstrings", "glutes", "calves")
RUNNERS: Final = (*LEGS, "core")
"""The groups that running uses most."""

_TRAINED: Final = ("strength", "power", "conditioning", None)
"""Kinds of exercise that tire muscles; mobility, drills and rehabilitation don't count."""

_DAY_NAMES: Final[Mapping[Day, str]] = dict(
    zip(DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)


@record
class Lifted:
    """An exercise in a session, with its sets; *about* is None if no more than its name is known."""

    exercise: str
    name: str
    about: Exercise | None
    sets: Sets | None
    path: tuple[str | int, ...]

    @property
    def count(self) -> int:
        """How many sets, without those to warm up; one if that isn't said."""
        return sum(group.count for group in self.sets.working) if self.sets and self.sets.groups else 1

    @property
    def tires(self) -> bool:
        """Whether it trains muscles, more than it moves or wakes them."""
        return self.about is None or self.about.kind in _TRAINED

    @property
    def groups(self) -> frozenset[str]:
        """The muscle groups it is done for."""
        primary = frozenset(self.about.primary) if self.about else frozenset()
        return frozenset(name for name, muscles in GROUPS.items() if muscles & primary)

    @property
    def is_heavy(self) -> bool:
        """Whether a working set is as heavy as strength is trained with."""
        return bool(self.sets) and any(is_heavy(group) for group in self.sets.working)  # type: ignore[union-attr]


def is_heavy(group: SetGroup) -> bool:
    """Whether sets are at 80 % and more, at RPE 8 and more, or leave two repetitions and fewer."""
    percent = group.percent.high if group.percent and group.percent_of != "bodyweight" else 0.0
    if group.percent_of == "TM":
        percent *= 0.9
    return bool(
        percent >= HEAVY_PERCENT
        or (group.rpe and group.rpe.high >= HEAVY_RPE)
        or (group.rir and group.rir.low <= HEAVY_RIR)
    )


@record
class Lifting:
    """A strength session: its workout, and its exercises as they are in that week."""

    workout: str
    lifted: tuple[Lifted, ...]

    @property
    def groups(self) -> dict[str, int]:
        """The sets for each muscle group that tire it."""
        found: dict[str, int] = defaultdict(int)
        for one in self.lifted:
            for group in one.groups if one.tires else ():
                found[group] += one.count
        return dict(found)

    @property
    def leg_sets(self) -> int:
        """Sets that tire the legs, each once."""
        return sum(one.count for one in self.lifted if one.tires and not one.groups.isdisjoint(LEGS))

    @property
    def is_heavy(self) -> bool:
        """Whether something in it is heavy."""
        return any(one.is_heavy for one in self.lifted)


@record
class Training:
    """A day: its number counted from the plan's first day, its week from 0, and what is done on it."""

    number: int
    week: int
    day: Day
    items: tuple[Item, ...]
    runs: tuple[Run, ...]
    sessions: tuple[Lifting, ...]

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where it is in the plan."""
        return ("weeks", self.week, self.day)

    @property
    def name(self) -> str:
        """'Sunday'."""
        return _DAY_NAMES[self.day]

    @property
    def is_hard(self) -> bool:
        """Whether a run on it is hard."""
        return any(run_hardness(run) >= HARD for run in self.runs)

    @property
    def race(self) -> Run | None:
        """A race on it."""
        return next((run for run in self.runs if run.hardest == "race"), None)

    @property
    def is_free(self) -> bool:
        """Whether nothing is done on it but recovery."""
        return all(item.kind in ("rest", "recovery", "note") or _may_rest(item) for item in self.items)


def _may_rest(item: Item) -> bool:
    return bool(item.runs) and all(run.optional for run in item.runs)


class Facts:
    """What is asked of one plan; everything is worked out when it is asked for, and once.

    *written* is the plan's data as the file has it, *own_words* the program's words that its language lacks.
    """

    def __init__(
        self, plan: Plan, library: Library, written: object = None, own_words: Sequence[str] = ()
    ) -> None:
        self.plan, self.library = plan, library
        self.written, self.own_words = written, own_words
        pace = plan.athlete.easy_pace or plan.easy_pace
        self._easy = pace.s_per_km if pace else EASY_PACE

    @cached_property
    def days(self) -> tuple[Training, ...]:
        """Every day of the plan's weeks, in order."""
        return tuple(self._days())

    @cached_property
    def weeks(self) -> tuple[tuple[Training, ...], ...]:
        """The days of each week."""
        return tuple(self.days[start : start + 7] for start in range(0, len(self.days), 7))

    def _days(self) -> Iterator[Training]:
        for week, content in enumerate(self.plan.weeks):
            for column, day in enumerate(self.plan.days):
                items = content.day(day)
                runs = tuple(run for item in items for run in item.runs)
                sessions = tuple(self.session(item.cards, week) for item in items if item.kind == "strength")
                yield Training(7 * week + column, week, day, items, runs, sessions)

    def session(self, workout: str, week: int) -> Lifting:
        """A workout as it is in a week."""
        key = (workout, week if self.plan.workouts[workout].weeks > 1 else 0)
        if key not in self._sessions:
            self._sessions[key] = Lifting(workout, tuple(self._lifted(*key)))
        return self._sessions[key]

    @cached_property
    def _sessions(self) -> dict[tuple[str, int], Lifting]:
        return {}

    def _lifted(self, workout: str, week: int) -> Iterator[Lifted]:
        for index, block in enumerate(self.plan.workouts[workout].exercises):
            path = ("workouts", workout, "exercises", index)
            entries = block.entries if isinstance(block, Superset) else (block,)
            for place, entry in enumerate(entries):
                own = (*path, "superset", place) if isinstance(block, Superset) else path
                exercise = entry.exercise
                about = None if self.library.is_bare(exercise) else self.library.get(exercise)
                name = entry.name or self.library.name(exercise)
                yield Lifted(exercise, name, about, entry.in_week(week), own)

    @cached_property
    def workouts(self) -> tuple[Lifting, ...]:
        """Each workout once, as it is in its first week."""
        return tuple(self.session(workout, 0) for workout in self.plan.workouts)

    def km(self, run: Run) -> float:
        """Kilometres of a run, those of what is by time at an easy pace."""
        return run.estimated_m(self._easy) / 1000

    @cached_property
    def by_time(self) -> bool:
        """Whether all of the plan's runs are given by time alone."""
        runs = [run for day in self.days for run in day.runs]
        return bool(runs) and all(run.distance.most is None and not run.distance.least for run in runs)

    def size(self, runs: Sequence[Run]) -> float:
        """How much running: kilometres, or minutes in a plan by time."""
        if self.by_time:
            return sum(run.duration.middle or run.duration.least for run in runs) / 60
        return sum(map(self.km, runs))

    def amount(self, size: float) -> str:
        """*size* in the plan's unit: '18 km', '45 min', '11.2 mi'."""
        if self.by_time:
            return f"{size:.0f} min"
        mile = self.plan.units == "imperial"
        value = size * 1000 / METRES_PER_MILE if mile else size
        return f"{value:.1f}".removesuffix(".0") + (" mi" if mile else " km")

    @cached_property
    def race(self) -> Training | None:
        """The day of the last race, which all before it leads to."""
        return next((day for day in reversed(self.days) if day.race), None)
