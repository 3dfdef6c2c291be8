"""A plan's weeks as a coach writes them, with days together, repeats and likenesses → each week with its seven days."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Final

from cardmaker.errors import Problem
from cardmaker.plan.daynames import DayNames
from cardmaker.plan.names import slug
from cardmaker.record import record
from cardmaker.validation import shown
from cardmaker.yaml12 import Lines
from cardmaker.yaml12.lines import FieldPath

DAY_KEYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_WEEKS: Final = 260
"""Five years; a plan that says more has a slip in a `repeat`."""

_REPEATED: Final = ("repeat", "like")
_OTHER_KEYS: Final = (*_REPEATED, "name", "focus", "note", "lighter")

_MAPPING: Final = object()

Path = tuple[str | int, ...]


@record
class KeyValue:
    """One key of a week: its value, and where the plan says it; of a day joined from several, each entry."""

    value: object
    path: Path
    entries: tuple[Path, ...] = ()


@record
class WeekKeys:
    """A week: where the plan says it, and its keys; *other* is what was written if that is no mapping."""

    path: Path
    keys: Mapping[str, KeyValue] = field(default_factory=dict)
    other: object = _MAPPING


@record
class Expansion:
    """A plan's data with every week written out, its lines, and what couldn't be read."""

    data: dict[str, Any]
    lines: Lines
    problems: tuple[Problem, ...] = ()
    weeks: tuple[WeekKeys, ...] = ()

    def written(self, path: FieldPath) -> Path:
        """Where the file says what is at *path* of the data."""
        if len(path) < 2 or path[0] != "weeks" or not isinstance(path[1], int) or path[1] >= len(self.weeks):
            return tuple(path)
        week = self.weeks[path[1]]
        value = week.keys.get(str(path[2])) if len(path) > 2 else None
        if value is None:
            return (*week.path, *path[2:])
        if value.entries and len(path) > 3 and isinstance(path[3], int):
            return (*value.entries[path[3]], *path[4:])
        return (*value.path, *path[3:])


def expand_weeks(data: dict[str, Any], lines: Lines, name: str, days: DayNames) -> Expansion:
    """Write out the weeks of a plan's *data*, whose *lines* are those of the file called *name*.

    A key may name several days, one named alone goes before one named with others. `repeat: 4` gives a week four times,
    `like: 2` what week 2 has and this one doesn't say. A day's words may name a day under `days:`.
    """
    weeks = data.get("weeks")
    if not isinstance(weeks, list) or len(weeks) > MOST_WEEKS:
        return Expansion(data, lines)
    reader = WeekReader(data, lines, name, days)
    reader.read(weeks)
    return expansion_of(data, lines, reader.weeks, reader.problems)


def expansion_of(
    data: dict[str, Any], lines: Lines, weeks: Sequence[WeekKeys], problems: Sequence[Problem]
) -> Expansion:
    """A plan's *data*, which has *lines*, with *weeks* in place of those that it has."""
    whole = data | {"weeks": [_data(week) for week in weeks]}
    return Expansion(whole, _lines(whole, lines, weeks), tuple(problems), tuple(weeks))


class WeekReader:
    """Reads one week after another; a week may take over from those before it."""

    def __init__(self, data: dict[str, Any], lines: Lines, name: str, days: DayNames) -> None:
        templates = data.get("days")
        self._templates = templates if isinstance(templates, dict) else {}
        self._by_slug = {slug(key): key for key in self._templates}
        self._lines, self._name, self._days = lines, name, days
        self.weeks: list[WeekKeys] = []
        self.problems: list[Problem] = []

    def read(self, weeks: Sequence[object]) -> None:
        """Read the weeks of a list, one after another."""
        for index, written in enumerate(weeks):
            if len(self.weeks) > MOST_WEEKS:
                break
            if not isinstance(written, dict):
                self.weeks.append(WeekKeys(("weeks", index), other=written))
                continue
            keys = dict(self._like(index, written).keys) | self.keys(("weeks", index), written)
            self.weeks.extend([WeekKeys(("weeks", index), keys)] * self._times(index, written))
        if len(self.weeks) > MOST_WEEKS:
            self._report(("weeks", index), f"more than {MOST_WEEKS} weeks, counting what 'repeat' adds")
            del self.weeks[MOST_WEEKS:]

    def _like(self, index: int, written: Mapping[str, object]) -> WeekKeys:
        """The week that this one is like; an empty one if it doesn't say."""
        if "like" not in written:
            return WeekKeys(("weeks", index))
        number, before = _whole(written["like"]), len(self.weeks)
        if number is None or not 1 <= number <= before:
            most = f"write 1 to {before}" if before > 1 else "write 1"
            first = most if before else "there is none before the first"
            self._report(
                ("weeks", index, "like"),
                f"should be the number of a week before this one, not {shown(written['like'])}; {first}",
            )
            return WeekKeys(("weeks", index))
        return self.weeks[number - 1]

    def _times(self, index: int, written: Mapping[str, object]) -> int:
        times = _whole(written.get("repeat", 1))
        if times is None or not 1 <= times <= MOST_WEEKS:
            message = f"should be how many weeks, 1 to {MOST_WEEKS}, not {shown(written['repeat'])}"
            self._report(("weeks", index, "repeat"), message)
            return 1
        return times

    def keys(self, place: Path, written: Mapping[str, object]) -> dict[str, KeyValue]:
        """The keys of a week that is written at *place*, each day by itself; what can't be read is reported."""
        keys: dict[str, KeyValue] = {}
        named: dict[int, tuple[str, bool]] = {}
        for key, value in written.items():
            path: Path = (*place, key)
            try:
                days = None if key in _OTHER_KEYS else self._days.days(key)
            except ValueError as fault:
                self._report(path, str(fault))
                continue
            if days is None:
                head, _, rest = str(key).partition(" ")
                if head in _REPEATED and rest:
                    self._report(path, f"unknown key '{key}'; write '{head}: {rest}'")
                elif key not in _REPEATED:
                    keys[key] = KeyValue(value, path)
                continue
            for day in days:
                other, alone = named.get(day, ("", False))
                if other and alone == (len(days) == 1):
                    self._report(
                        path, f"{DAY_KEYS[day]} is in '{other}' and in '{key}'; write it in one of them"
                    )
                if not other or not alone:
                    named[day] = key, len(days) == 1
                    keys[DAY_KEYS[day]] = self._day(value, path)
        return keys

    def _day(self, value: object, path: Path) -> KeyValue:
        """A day's value, with the days it names under `days:` put in their places."""
        if isinstance(value, str) and (found := self._by_slug.get(slug(value))):
            return KeyValue(self._templates[found], ("days", found))
        if not isinstance(value, list) or not any(self._is_template(entry) for entry in value):
            return KeyValue(value, path)
        entries = [place for n, entry in enumerate(value) for place in self._entries(entry, (*path, n))]
        return KeyValue([entry for entry, _ in entries], path, tuple(place for _, place in entries))

    def _is_template(self, entry: object) -> bool:
        return isinstance(entry, str) and slug(entry) in self._by_slug

    def _entries(self, entry: object, path: Path) -> Iterator[tuple[object, Path]]:
        if not self._is_template(entry):
            yield entry, path
            return
        name = self._by_slug[slug(str(entry))]
        day = self._templates[name]
        if isinstance(day, list):
            yield from ((inner, ("days", name, n)) for n, inner in enumerate(day))
        elif day is not None:
            yield day, ("days", name)

    def _report(self, path: Path, message: str) -> None:
        self.problems.append(Problem(self._name, self._lines.at(path), ".".join(map(str, path)), message))


def _data(week: WeekKeys) -> object:
    if week.other is not _MAPPING:
        return week.other
    return {key: value.value for key, value in week.keys.items()}


def _lines(whole: dict[str, Any], lines: Lines, weeks: Sequence[WeekKeys]) -> Lines:
    """The lines of *whole*: those of *data*, and of the weeks and days that were put together."""
    at: Callable[[Path], int] = lines.at
    marks: dict[int, Any] = {id(whole): {key: at((key,)) for key in whole}}
    marks[id(whole["weeks"])] = [at(week.path) for week in weeks]
    for week, written in zip(weeks, whole["weeks"], strict=True):
        if week.other is _MAPPING:
            marks[id(written)] = {key: at(value.path) for key, value in week.keys.items()}
        for value in week.keys.values():
            if value.entries:
                marks[id(value.value)] = [at(entry) for entry in value.entries]
    return lines.over(whole, marks)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
