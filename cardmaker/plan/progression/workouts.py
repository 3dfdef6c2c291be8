"""A plan's workouts as they are written → the same with the sets of every week, where a rule says what they are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.keys import SaidChange
from cardmaker.plan.progression.lifts import ask_share, fewer, in_whole, lighter, refuse_unfit, stepped
from cardmaker.plan.progression.loads import Plates
from cardmaker.plan.progression.notation import by_the_week
from cardmaker.plan.progression.record import NONE, Change, LighterWeeks, Progress
from cardmaker.plan.progression.rules import progress_from
from cardmaker.plan.progression.timeline import Timeline
from cardmaker.plan.sets.record import Sets
from cardmaker.plan.sets.written import sets_from, weeks_from
from cardmaker.plan.weeks import Path
from cardmaker.plan.workoutkeys import superset_name
from cardmaker.plan.workouts import Entry
from cardmaker.record import record
from cardmaker.validation.marks import Info

_WEIGHTS: Final = ("kg", "lb")


class _Context(NamedTuple):
    """What the short forms of an entry are read against."""

    context: Checks
    data: Mapping[str, Any]


@record
class LiftEntry:
    """An exercise in a workout: how it is written out, and what was read of it."""

    workout: str
    path: Path
    written: Mapping[str, Any]
    exercise: str
    sets: Sets | None = None
    weeks: tuple[Sets, ...] = ()
    progress: Progress | None = None

    @property
    def is_in_cycles(self) -> bool:
        """Whether its weeks come over and over."""
        change = self.progress.change if self.progress else None
        return bool(self.progress and (self.progress.repeated or (change and change.per == "cycle")))


class LiftPlan(NamedTuple):
    """What an entry becomes: its data, and the place of the rule that made it so."""

    path: Path
    written: Mapping[str, Any]
    rule: Path


def lift_entries(workouts: object, checks: Checks) -> Iterator[LiftEntry]:
    """The entries of a plan's workouts; what can't be read is left to whoever reads the whole plan."""
    for key, workout in workouts.items() if isinstance(workouts, dict) else ():
        blocks = workout.get("exercises") if isinstance(workout, dict) else None
        for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
            path: Path = ("workouts", key, "exercises", index)
            inner = superset_name(block) if isinstance(block, dict) else None
            if inner is None:
                listed: Sequence[tuple[Path, object]] = [(path, block)]
            else:
                several = block[inner]
                listed = [
                    ((*path, inner, place), one)
                    for place, one in enumerate(several if isinstance(several, list) else ())
                ]
            for where, one in listed:
                if (entry := _entry(key, where, one, checks)) is not None:
                    yield entry


def _entry(workout: str, path: Path, written: object, checks: Checks) -> LiftEntry | None:
    info: Info = _Context(checks, {})
    try:
        spelt = Entry.spelt_out(written, info)
        if not isinstance(spelt, dict) or not isinstance(spelt.get("exercise"), str):
            return None
        sets, weeks = spelt.get("sets"), spelt.get("weeks")
        return LiftEntry(
            workout,
            path,
            spelt,
            checks.same_exercise(spelt["exercise"]),
            sets_from(checks.english("sets", sets)) if sets is not None else None,
            weeks_from(checks.english("sets", weeks)) if weeks is not None else (),
            progress_from(checks.english("sets", spelt.get("progress"))),
        )
    except ValueError:
        return None


def named_by(entries: Sequence[LiftEntry], key: str, checks: Checks) -> list[LiftEntry]:
    """The entries that a change's *key* means: those of a workout, or of an exercise in all of them."""
    if checks.is_workout(key):
        workout = checks.workout(key)
        return [entry for entry in entries if " ".join(entry.workout.split()) == workout]
    exercise = checks.same_exercise(key)
    return [entry for entry in entries if entry.exercise == exercise]


class LiftWriter:
    """Writes out the sets of each week. *changes* are the plan's, by the entries that they are of."""

    def __init__(
        self, timeline: Timeline, plates: Plates, checks: Checks, entries: Sequence[LiftEntry]
    ) -> None:
        self._timeline, self._plates, self._checks, self._entries = timeline, plates, checks, entries

    def refuse_unfit(self, entry: LiftEntry) -> None:
        """ValueError for a rule of an entry's own that doesn't go with its sets."""
        progress = entry.progress
        if progress is None or progress.change is None:
            return
        if entry.weeks and isinstance(entry.written.get("weeks"), str) and not entry.is_in_cycles:
            raise ValueError(
                f"'{progress.said}' next to sets week by week: write '{_a_cycle(progress)}', or leave the arrows out"
            )
        if not progress.is_computed:  # it is for the athlete to apply
            if entry.sets:
                ask_share(entry.sets, progress.change)
            return
        for sets in entry.weeks or (entry.sets,):
            refuse_unfit(sets, progress.change, cycles=bool(entry.weeks))

    def written(self) -> Iterator[LiftPlan]:
        """The entries whose sets follow from a rule, week by week; the others stay as they are."""
        for entry in self._entries:
            weeks, rule, said = self._weeks(entry)
            alike = len(set(weeks)) < 2 and weeks[:1] in ((), (entry.sets,))
            if alike and not said:
                continue
            made = dict(entry.written)
            if not alike:
                made.pop("sets", None)
                made = _with(made, "weeks", [str(sets) for sets in weeks])
            if said and "progress" not in made:
                made = _with(made, "progress", said)
            yield LiftPlan(entry.path, made, rule)

    def _weeks(self, entry: LiftEntry) -> tuple[tuple[Sets, ...], Path, str]:
        """The sets of each week, none where they are as they are written, the rule's place and its words."""
        if entry.weeks:
            return (tuple(self._cycles(entry)) if entry.is_in_cycles else entry.weeks), entry.path, ""
        if entry.sets is None or not entry.sets.groups or not entry.sets.counted:
            return (), entry.path, ""
        weeks: list[Sets] = []
        rules: list[_Found] = []
        exact, steps = entry.sets, 0
        for place in self._timeline.weeks:
            found = self._change(entry, place.number)
            light = self._lighter(entry, place.number)
            if found and light is None and self._timeline.grows(place.number):
                steps += 1
                if steps % found.change.every == 0:
                    exact = stepped(exact, found.change)
            rules += [found] if found and found.words else []
            free = light is None and not (found and found.change.unit == "%")
            weeks.append(self._rounded(entry, self._at(exact, place.number, light), free=free))
        words = {found.words for found in rules}
        rule = rules[0].path if rules else entry.path
        return tuple(weeks), rule, words.pop() if len(words) == 1 else ""

    def _at(self, exact: Sets, week: int, light: LighterWeeks | None) -> Sets:
        kept = self._timeline.week_kept(week)
        if kept < 1:
            return fewer(exact, kept)
        return lighter(exact, light) if light else exact

    def _rounded(self, entry: LiftEntry, sets: Sets, *, free: bool, base: Sets | None = None) -> Sets:
        written = base or entry.sets
        assert written is not None
        return in_whole(
            sets,
            written,
            lambda load, before: self._plates.rounded(entry.exercise, load, before, free=free),
        )

    def _cycles(self, entry: LiftEntry) -> Iterator[Sets]:
        """Weeks that come over and over, each time a step on."""
        change = entry.progress.change if entry.progress else None
        length = len(entry.weeks)
        for place in self._timeline.weeks:
            turn, index = divmod(place.number, length)
            sets = entry.weeks[index]
            for _ in range(turn // change.every if change else 0):
                sets = stepped(sets, change)  # type: ignore[arg-type]
            free = change is None or change.unit in _WEIGHTS
            yield self._rounded(entry, sets, free=free, base=entry.weeks[index])

    def _lighter(self, entry: LiftEntry, week: int) -> LighterWeeks | None:
        """By how much a week is lighter for an entry: what its own rule says, else what the plan does."""
        if self._timeline.in_taper(week):
            return None
        own = entry.progress.deload if entry.progress else None
        if own is not None:
            return own if own.has(week + 1, len(self._timeline.weeks)) else None
        found = self._timeline.lighter(week)
        return found[0] if found else None

    def _change(self, entry: LiftEntry, week: int) -> "_Found | None":
        """What changes of an entry in a week: by its own rule, that of its exercise, that of its workout."""
        if entry.progress and not entry.progress.is_computed:
            return None  # it depends on how the athlete does
        if entry.progress and entry.progress.change:
            return _Found(entry.progress.change, entry.path, "")
        named: dict[bool, tuple[str, SaidChange]] = {}
        for key, said in self._timeline.changes(week).items():
            if entry in named_by(self._entries, key, self._checks):
                named.setdefault(not self._checks.is_workout(key), (key, said))
        found = named.get(True) or named.get(False)
        if found is None or found[1].change.is_none:
            return None
        return _Found(found[1].change, found[1].path, by_the_week(found[1].words))


class _Found(NamedTuple):
    change: Change
    path: Path
    words: str


def _a_cycle(progress: Progress) -> str:
    change = progress.change
    return f"{change.amount:+g} {change.unit} a cycle" if change else NONE


def _with(made: dict[str, Any], key: str, value: object) -> dict[str, Any]:
    """An entry with a key behind its exercise and sets."""
    first: dict[str, Any] = {name: made.pop(name) for name in ("exercise", "sets", "weeks") if name in made}
    return {**first, key: value, **made}
