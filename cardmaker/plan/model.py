"""What a coach wrote, checked: a Plan of weeks and workouts, and what to print of it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import count, product
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal, get_args

from cardmaker.plan import printing
from cardmaker.plan.athlete import Athlete
from cardmaker.plan.fields import (
    Colour,
    Date,
    EasyPace,
    ExerciseName,
    LanguageName,
    MaybeLine,
    Words,
    at_most,
)
from cardmaker.plan.figures import FigureLook, FiguresChoice, with_figures
from cardmaker.plan.finishing import read_as
from cardmaker.plan.items import Item, day_items
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.weeks import MOST_WEEKS
from cardmaker.plan.workouts import Entry, Workout
from cardmaker.validation.fields import Text
from cardmaker.validation.marks import Info, check, check_beside, read, said_only
from cardmaker.validation.model import Model
from cardmaker.validation.picture import Picture

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WeekStart = Literal["monday", "sunday", "saturday"]

DAYS: Final[tuple[Day, ...]] = get_args(Day)
MOST_ENTRIES: Final = 5_000
"""In all days of a plan: five years of two sessions a day, and more. Aliases make a hundred thousand of a few lines."""
_DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_Day = Annotated[tuple[Item, ...], at_most(20), read(day_items)]


class Week(Model):
    """One week. A day left out, or left empty, has nothing planned."""

    name: MaybeLine = ""
    focus: MaybeLine = ""
    note: Text = ""
    lighter: bool = False
    """Whether there is less in it on purpose, than in the week before."""
    mon: _Day = ()
    tue: _Day = ()
    wed: _Day = ()
    thu: _Day = ()
    fri: _Day = ()
    sat: _Day = ()
    sun: _Day = ()

    def day(self, day: Day) -> tuple[Item, ...]:
        """What is planned on *day*, in order."""
        items: tuple[Item, ...] = getattr(self, day)
        return items

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is planned, Monday first."""
        return tuple(item for day in DAYS for item in self.day(day))


class Colours(Model):
    """A club's colours, as '#RRGGBB'; None leaves them to the theme."""

    primary: Colour = None
    accent: Colour = None


MaybePicture = Annotated[Picture | None, read(lambda value: value or None)]


class Club(Model):
    """Whose plan it is. The logo is a path from the plan's folder."""

    name: MaybeLine = ""
    logo: MaybePicture = None
    colours: Colours = Colours()
    contact: MaybeLine = ""


if TYPE_CHECKING:
    Printing = printing.PrintOptions
else:
    Printing = read_as(printing.PrintOptions)


def _on_week_start(start: datetime.date | None, info: Info) -> datetime.date | None:
    if start and "week_start" in info.data:
        check_start(start, info.data["week_start"])
    return start


def check_start(start: datetime.date, week_start: str) -> None:
    """Refuse a start that isn't the first day of a week."""
    past = (start.weekday() - DAYS.index(week_start[:3])) % 7
    if not past:
        return
    before = start - datetime.timedelta(days=past)
    weekday = _DAY_NAMES[start.weekday()]
    other = f", or 'week_start: {weekday.lower()}'" if weekday.lower() in get_args(WeekStart) else ""
    raise ValueError(
        f"{start} is a {weekday}, and weeks start on {week_start.capitalize()}; "
        f"write {before} or {before + datetime.timedelta(days=7)}{other}"
    )


def _labels_differ(workouts: Mapping[str, Workout]) -> Mapping[str, Workout]:
    first: dict[str, str] = {}
    mistakes = [
        PartMistake(
            (key, "label"), f"'{workout.label}' is the label of '{first[workout.label]}' too", workout.label
        )
        for key, workout in workouts.items()
        if workout.label and first.setdefault(workout.label, key) != key
    ]
    if mistakes:
        refuse(mistakes)
    return workouts


def _said_once(figures: str | FigureLook, info: Info) -> str | FigureLook:
    """Refuse what 'print' says, too, and otherwise."""
    if isinstance(prints := info.data.get("print"), printing.PrintOptions):
        with_figures(prints.given, figures)
    return figures


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


_SAID_ALONE: Final = said_only(
    anyOf=[{"items": {"type": ["string", "number"]}, "type": "array"}, {"type": ["string", "null"]}]
)
"""A list, or its only member."""


class Plan(Model):
    """A training plan: weeks of days, the workouts they name, and what to print."""

    KEYS: ClassVar = {"named_days": "days"}

    title: Words
    athlete: Athlete = Athlete()
    coach: MaybeLine = ""
    club: Club = Club()
    language: LanguageName = "en"
    units: Literal["metric", "imperial"] = "metric"
    week_start: WeekStart = "monday"
    easy_pace: EasyPace = None
    """How fast the athlete runs easily, to estimate the distance of runs by time; None where it isn't known."""
    start: Annotated[Date | None, check_beside(_on_week_start)] = None
    """The first day of the first week; None for sheets without dates."""
    library: MaybeLine = ""
    """A folder with exercise files, from the plan's folder."""
    weeks: Annotated[tuple[Week, ...], at_most(MOST_WEEKS)] = ()
    named_days: Mapping[Words, _Day] = field(default_factory=dict)
    """Days that weeks take by their names, in whose places they are by now."""
    workouts: Annotated[Mapping[Words, Workout], check(_labels_differ)] = field(default_factory=dict)
    exercises: Mapping[str, Any] = field(default_factory=dict)
    """The plan's own exercises as they are written; the library checks them."""
    pictures: Mapping[ExerciseName, Picture] = field(default_factory=dict)
    """Pictures to take in place of exercises' own, from the plan's folder."""
    tips: Annotated[tuple[Words, ...], at_most(100)] = ()
    equipment: Annotated[tuple[Words, ...] | None, read(_one_or_more), at_most(30), _SAID_ALONE] = None
    """What there is to train with: exercises that need something else are swapped. None where that isn't said."""
    level: Literal["", "beginner", "intermediate", "advanced", "athlete"] = ""
    """For whom exercises are swapped for easier or harder ones; 'athlete' is the athlete's own. '': as written."""
    ignore: Annotated[tuple[Words, ...], read(_one_or_more), at_most(100), _SAID_ALONE] = ()
    """Rules of training, by code or name, that aren't checked."""
    print: Printing = printing.PrintOptions()
    figures: Annotated[FiguresChoice, check_beside(_said_once)] = ""
    """What may be said here of figures as well as under `print`, which has it by now."""

    @property
    def days(self) -> tuple[Day, ...]:
        """The days in the order of this plan's weeks."""
        first = DAYS.index(self.week_start[:3])
        return DAYS[first:] + DAYS[:first]

    def date(self, week: int, day: Day) -> datetime.date | None:
        """The date of *day* in week number *week*, counted from 0; None for a plan without a start."""
        if self.start is None:
            return None
        return self.start + datetime.timedelta(days=7 * week + self.days.index(day))

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label of each workout: its own, or the next free letter."""
        taken = {workout.label for workout in self.workouts.values()}
        free = (letters for letters in _letters() if letters not in taken)
        return {key: workout.label or next(free) for key, workout in self.workouts.items()}

    @property
    def entries(self) -> Iterator[Entry]:
        """What all workouts have of exercises, in the order of the plan."""
        return (entry for workout in self.workouts.values() for entry in workout.entries)

    def workout_name(self, key: str) -> str:
        """What to call a workout."""
        words = key.replace("-", " ").replace("_", " ")
        return self.workouts[key].name or words[:1].upper() + words[1:]

    def __post_init__(self) -> None:
        """ValueError for a plan of nothing, or of too much."""
        if self.figures:
            self.__dict__["print"] = printing.PrintOptions(**with_figures(self.print.given, self.figures))
        if not self.weeks and not self.workouts:
            raise ValueError("nothing to print; give weeks, workouts or both")
        entries = sum(len(week.day(day)) for week in self.weeks for day in DAYS)
        if entries > MOST_ENTRIES:
            raise ValueError(
                f"weeks: {entries:,} entries in all their days; at most {MOST_ENTRIES:,}, so make several plans"
            )


def _letters() -> Iterator[str]:
    """A to Z, then AA, AB and on."""
    for length in count(1):
        yield from ("".join(letters) for letters in product("ABCDEFGHIJKLMNOPQRSTUVWXYZ", repeat=length))
