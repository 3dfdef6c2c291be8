"""A Progression and its timeline → every week with its days, runs as long as they are in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.items import DayEntry, entries_of, subject, with_run
from cardmaker.plan.progression.keys import Progression, SaidChange
from cardmaker.plan.progression.runs import (
    WHOLE,
    Amount,
    GrowingPart,
    grown,
    lessened,
    listed,
    with_amount,
    with_room,
)
from cardmaker.plan.progression.timeline import Timeline, WeekPlace
from cardmaker.plan.runs.record import Part, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.weeks import DAY_KEYS, KeyValue, Path, WeekKeys

_SHARES: Final = 100
"""How finely it is sought by how much parts have to shrink; amounts are rounded to coarser steps anyway."""


class _Key(NamedTuple):
    """What grows: which part of which session of which entry on which day."""

    day: str
    entry: Path
    session: int
    part: Path


class _Level(NamedTuple):
    """How far something has grown, exactly, by which rule; *is_listed* where the plan gives the amount itself."""

    amount: Amount
    rule: Path = ()
    is_listed: bool = False


Day = tuple[DayEntry, ...]


class WeekWriter:
    """Writes weeks out, one after another; *days* are those of the plan's weeks in order."""

    def __init__(
        self, progression: Progression, timeline: Timeline, days: Sequence[str], checks: Checks
    ) -> None:
        self._said, self._timeline, self._days, self._checks = progression, timeline, days, checks
        self._levels: dict[_Key, _Level] = {}
        self._steps: dict[_Key, int] = {}
        self._read: dict[tuple[str, Path], Day] = {}
        self._subjects: dict[str, str] = {}
        self._factors: dict[tuple[int, float, bool], float] = {}

    def weeks(self) -> Iterator[WeekKeys]:
        """All weeks, in order, without what overrides them."""
        keys = dict(self._said.base)
        for place in self._timeline.weeks:
            if not place.within:
                keys |= {key: one for key, one in place.phase.keys.items() if key in DAY_KEYS}
            yield self._week(place, keys)

    def _week(self, place: WeekPlace, keys: Mapping[str, KeyValue]) -> WeekKeys:
        days = {day: self.entries(day, keys[day]) for day in DAY_KEYS if day in keys}
        self._grow(place, days)
        lighter = self._timeline.lighter(place.number)
        found = dict(keys) | {key: one for key, one in place.phase.keys.items() if key not in DAY_KEYS}
        if lighter:
            found["lighter"] = KeyValue(True, lighter[1])
        for day, entries in days.items():
            found[day] = self._day(place.number, day, keys[day], entries, days)
        return WeekKeys(place.phase.path, found)

    def entries(self, day: str, value: KeyValue) -> Day:
        """The entries of a day, read once."""
        key = (day, value.path)
        if key not in self._read:
            self._read[key] = entries_of(value, self._checks)
        return self._read[key]

    def _grow(self, place: WeekPlace, days: Mapping[str, Day]) -> None:
        """Take every part of a week's runs on from the week before."""
        changes = {self._subject(key): said for key, said in self._timeline.changes(place.number).items()}
        for key, part, names in _parts_of(days):
            said = next((changes[name] for name in names if name in changes), None)
            before = self._levels.get(key)
            if before is None:
                self._levels[key] = before = _Level(part.amount)
            elif said and not said.change.values and self._timeline.grows(place.number):
                self._steps[key] = self._steps.get(key, 0) + 1
                if self._steps[key] % said.change.every == 0:
                    self._levels[key] = _Level(grown(part, before.amount, said.change), said.path)
            if said and said.change.values:
                self._levels[key] = self._listed(place, part, said)

    def _listed(self, place: WeekPlace, part: GrowingPart, said: SaidChange) -> _Level:
        """The amount that a list has for a week, counted from where the rule begins to hold."""
        in_phase = said in place.phase.changes.values()
        values = said.change.values
        value = values[min(place.within if in_phase else place.number, len(values) - 1)]
        return _Level(listed(part, value, said.change), said.path, True)

    def _subject(self, key: str) -> str:
        if key not in self._subjects:
            self._subjects[key] = subject(key, self._checks)
        return self._subjects[key]

    def _day(self, week: int, day: str, value: KeyValue, entries: Day, days: Mapping[str, Day]) -> KeyValue:
        """A day as it is in a week; as it is written where nothing changed."""
        number = 7 * week + self._days.index(day)
        why: Path = ("taper",)
        kept = self._timeline.kept(number)
        lighter = self._timeline.lighter(week)
        change = lighter[0].of("runs") if lighter else None
        if kept == 1 and lighter and change:
            kept, why = 1 + change.amount / 100, lighter[1]
        in_taper = self._timeline.kept(number) < 1
        factor = self._factor(week, days, kept, listed_too=in_taper) if kept < 1 else 1.0
        written: list[object] = []
        rule: Path = ()
        for entry in entries:
            made, by = self._entry(
                day, entry, factor, listed_too=in_taper, shortened=self._timeline.is_last_days(number)
            )
            written.append(made)
            rule = rule or (why if by and kept < 1 else by)
        if not rule:
            return value
        return KeyValue(written, rule, tuple(entry.path for entry in entries))

    def _entry(
        self, day: str, entry: DayEntry, factor: float, *, listed_too: bool, shortened: bool
    ) -> tuple[object, Path]:
        """An entry as it is in a week, and the rule that made it so; () if it is as it is written."""
        sessions, rule = self._sessions(day, entry, factor, listed_too=listed_too)
        renamed = shortened and any(run.hardest == "long" for run in sessions)
        if renamed:
            sessions = tuple(replace(run, parts=tuple(map(_easy, run.parts))) for run in sessions)
        if sessions == entry.sessions:
            return entry.written, ()
        return with_run(entry, sessions, renamed=renamed), rule or ("change",)

    def _sessions(
        self, day: str, entry: DayEntry, factor: float, *, listed_too: bool
    ) -> tuple[tuple[Run, ...], Path]:
        """The runs of an entry with all that grows in them as it is now, so much less as *factor* says."""
        sessions = list(entry.sessions)
        rule: Path = ()
        amounts = self._amounts(day, entry, factor, listed_too=listed_too)
        for (number, part, _), amount in zip(entry.parts, amounts, strict=True):
            if part.path[-1] != WHOLE:
                amount = _within(sessions[number], part, amount)
            if amount != part.amount:
                rule = rule or self._level(day, entry, number, part).rule
                sessions[number] = with_amount(sessions[number], part.path, amount)
        shrunk = factor < 1 and tuple(sessions) != entry.sessions
        return tuple(map(with_room, sessions)) if shrunk else tuple(sessions), rule

    def _amounts(self, day: str, entry: DayEntry, factor: float, *, listed_too: bool) -> tuple[Amount, ...]:
        """How much there is of each part of an entry that grows."""
        levels = [(part, self._level(day, entry, number, part)) for number, part, _ in entry.parts]
        return tuple(
            lessened(part, level.amount, 1.0 if level.is_listed and not listed_too else factor)
            for part, level in levels
        )

    def _level(self, day: str, entry: DayEntry, session: int, part: GrowingPart) -> _Level:
        return self._levels[_Key(day, entry.path, session, part.path)]

    def _factor(self, week: int, days: Mapping[str, Day], kept: float, *, listed_too: bool) -> float:
        """How much parts have to shrink so that a week has *kept* of its running; what doesn't shrink counts, too."""
        asked = week, kept, listed_too
        if asked not in self._factors:
            self._factors[asked] = self._nearest_factor(days, kept, listed_too=listed_too)
        return self._factors[asked]

    def _nearest_factor(self, days: Mapping[str, Day], kept: float, *, listed_too: bool) -> float:
        runs = [
            (day, entry)
            for day, entries in days.items()
            for entry in entries
            if entry.key == "run" and not entry.is_race
        ]
        volumes: dict[tuple[object, ...], float] = {}

        def of_entry(day: str, entry: DayEntry, factor: float) -> float:
            """The volume of an entry, worked out once for all factors that are rounded to the same."""
            amounts = self._amounts(day, entry, factor, listed_too=listed_too)
            key = day, entry.path, factor < 1, amounts
            if key not in volumes:
                volumes[key] = sum(
                    run.estimated_m() for run in self._sessions(day, entry, factor, listed_too=listed_too)[0]
                )
            return volumes[key]

        def total(factor: float) -> float:
            return sum(of_entry(day, entry, factor) for day, entry in runs)

        whole = total(1.0)
        if not whole:
            return kept
        shares = (share / _SHARES for share in range(_SHARES, 0, -1))
        return min(shares, key=lambda share: round(abs(total(share) / whole - kept), 6))


def _parts_of(days: Mapping[str, Day]) -> Iterator[tuple[_Key, GrowingPart, tuple[str, ...]]]:
    for day, entries in days.items():
        for entry in entries:
            for session, part, names in entry.parts:
                yield _Key(day, entry.path, session, part.path), part, names


def _within(run: Run, part: GrowingPart, amount: Amount) -> Amount:
    """An amount of a part inside a whole that is no more than the whole."""
    around = run.parts[part.path[0]]
    if not isinstance(around, Whole) or around.step.amount.unit != part.unit:
        return amount
    most = around.step.amount.value
    return Amount(min(amount.low, most), min(amount.high, most))


def _easy(part: Part) -> Part:
    """A long stretch as an easy one."""
    if isinstance(part, Step) and part.effort == "long":
        return replace(part, effort="easy", said="")
    if isinstance(part, Whole) and part.step.effort == "long":
        return replace(part, step=replace(part.step, effort="easy", said=""))
    return part
