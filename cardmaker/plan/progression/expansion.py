"""A plan's data with phases, a base week and rules → the data with every week and every target written out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cardmaker.plan.daynames import DayNames
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.checking import check_changes
from cardmaker.plan.progression.keys import KeyReader, PhaseKeys, Progression
from cardmaker.plan.progression.loads import Plates
from cardmaker.plan.progression.races import PlacedRace, RaceReader
from cardmaker.plan.progression.signs import PROGRESSION_KEYS
from cardmaker.plan.progression.timeline import Timeline
from cardmaker.plan.progression.workouts import LiftEntry, LiftPlan, LiftWriter, lift_entries, named_by
from cardmaker.plan.progression.writing import WeekWriter
from cardmaker.plan.weeks import (
    DAY_KEYS,
    Expansion,
    KeyValue,
    WeekKeys,
    WeekReader,
    expand_weeks,
    expansion_of,
)
from cardmaker.yaml12 import Lines


def expand(data: dict[str, Any], lines: Lines, name: str, days: DayNames, checks: Checks) -> Expansion:
    """Write out all that follows from rules in a plan's *data*, whose *lines* are those of the file called *name*.

    What is wrong with the rules is among the expansion's problems.
    """
    return _Expander(data, lines, name, days, checks).expansion()


class _Expander:
    def __init__(self, data: dict[str, Any], lines: Lines, name: str, days: DayNames, checks: Checks) -> None:
        self._data, self._lines, self._name, self._days, self._checks = data, lines, name, days, checks
        self._plain = {key: value for key, value in data.items() if key not in PROGRESSION_KEYS}
        self._weeks = WeekReader(data, lines, name, days)
        self._reader = KeyReader(data, lines, name, self._weeks, checks)
        self._entries: Sequence[LiftEntry] = tuple(lift_entries(data.get("workouts"), checks))

    def expansion(self) -> Expansion:
        """The whole; where a rule is wrong, only what is wrong with it matters."""
        said = self._reader.read()
        if said.has_base:
            timeline, made = self._from_base(said)
        else:
            made = self._named(said, expand_weeks(self._plain, self._lines, self._name, self._days))
            count = len(made.weeks)
            timeline = Timeline(Progression((PhaseKeys("", count, ()),)) if count else Progression(), None)
        made = self._with_workouts(made, timeline)
        problems = [*self._reader.problems, *self._weeks.problems, *made.problems]
        return replace(made, problems=tuple(problems))

    def _from_base(self, said: Progression) -> tuple[Timeline, Expansion]:
        """The weeks that follow from a base week."""
        order = self._order()
        race = RaceReader(said, self._data, order, self._days, self._checks, self._reader.report).read()
        if said.taper and race is None and not self._reader.problems:
            self._reader.report(
                ("taper",), "to which race? write 'race: {date: 2027-05-16, run: 10 km race}'"
            )
        if "race" in self._data and race and race.entry and self._is_taken(said, race, order):
            self._reader.report(
                ("race",), "that day has other entries under 'weeks:'; leave one of the two out"
            )
        check_changes(
            said, lambda key: named_by(self._entries, key, self._checks), self._checks, self._reader.report
        )
        timeline = Timeline(said, race.days if race else None)
        if self._reader.problems or self._weeks.problems:
            once = [WeekKeys(("base_week",), said.base)]  # its days may have mistakes of their own
            return Timeline(Progression(), None), expansion_of(self._plain, self._lines, once, ())
        weeks = list(WeekWriter(said, timeline, order, self._checks).weeks())
        for number, week in enumerate(weeks):
            keys = {**week.keys, **said.weeks.get(number, {})}
            weeks[number] = replace(week, keys=keys)
        if race and race.entry:
            _place(weeks, race, order)
        return timeline, expansion_of(self._plain, self._lines, weeks, ())

    def _is_taken(self, said: Progression, race: PlacedRace, order: Sequence[str]) -> bool:
        return order[race.days % 7] in said.weeks.get(race.days // 7, {})

    def _order(self) -> tuple[str, ...]:
        """The days of the plan's weeks, in order."""
        start = self._data.get("week_start")
        first = DAY_KEYS.index(start[:3]) if isinstance(start, str) and start[:3] in DAY_KEYS else 0
        return DAY_KEYS[first:] + DAY_KEYS[:first]

    def _named(self, said: Progression, made: Expansion) -> Expansion:
        """Weeks that are written out, with the names that phases give them."""
        if not said.phases:
            if "race" in self._data:
                self._reader.report(
                    ("race",), "goes with a base week; write it on its day, 'sun: {run: 10 km race}'"
                )
            return made
        count = len(made.weeks)
        if not count:
            self._reader.report(
                ("phases",), "are phases of which weeks? write 'base_week:', or all weeks under 'weeks:'"
            )
            return made
        if said.count != count:
            lengths = " + ".join(str(phase.weeks) for phase in said.phases)
            weeks = f"{count} week" + "s" * (count != 1)
            self._reader.report(
                ("phases",), f"add up to {said.count} weeks ({lengths}), and 'weeks' has {weeks}"
            )
            return made
        places = Timeline(said, None).weeks
        weeks_named = [
            replace(week, keys={**_about(place.phase), **week.keys})
            for place, week in zip(places, made.weeks, strict=True)
        ]
        return expansion_of(self._plain, self._lines, weeks_named, made.problems)

    def _with_workouts(self, made: Expansion, timeline: Timeline) -> Expansion:
        """The expansion with the sets of every week in the plan's workouts."""
        writer = LiftWriter(timeline, Plates(self._data, self._checks), self._checks, self._entries)
        for entry in self._entries:
            try:
                writer.refuse_unfit(entry)
            except ValueError as fault:
                self._reader.report(entry.path, str(fault))
        if self._reader.problems or not timeline.weeks:
            return made
        changed = {one.path: one for one in writer.written()}
        if not changed:
            return made
        marks: dict[int, Any] = {}
        whole = made.data | {"workouts": self._rebuilt(self._data["workouts"], ("workouts",), changed, marks)}
        marks[id(whole)] = {key: made.lines.at((key,)) for key in whole}
        return replace(made, data=whole, lines=made.lines.over(whole, marks))

    def _rebuilt(
        self, node: Any, path: tuple[str | int, ...], changed: Mapping[Any, LiftPlan], marks: dict[int, Any]
    ) -> Any:
        """A part of the workouts with what changed in it; all that is on the way there is copied."""
        if path in changed:
            one = changed[path]
            line = self._lines.at(one.rule)
            entry = {key: list(value) if key == "weeks" else value for key, value in one.written.items()}
            marks[id(entry)] = dict.fromkeys(entry, line)
            for value in entry.values():
                if isinstance(value, list):
                    marks[id(value)] = [line] * len(value)
            return entry
        if not any(other[: len(path)] == path for other in changed):
            return node
        steps: Iterable[Any] = node if isinstance(node, dict) else range(len(node))
        lines = {step: self._lines.at((*path, step)) for step in steps}
        lines |= {
            step: self._lines.at(changed[*path, step].rule) for step in lines if (*path, step) in changed
        }
        if isinstance(node, dict):
            copy: Any = {step: self._rebuilt(node[step], (*path, step), changed, marks) for step in node}
            marks[id(copy)] = lines
        else:
            copy = [self._rebuilt(node[step], (*path, step), changed, marks) for step in range(len(node))]
            marks[id(copy)] = [lines[step] for step in range(len(node))]
        return copy


def _about(phase: PhaseKeys) -> dict[str, KeyValue]:
    return {key: one for key, one in phase.keys.items() if key not in DAY_KEYS}


def _place(weeks: list[WeekKeys], race: PlacedRace, order: Sequence[str]) -> None:
    """Put the race on its day."""
    number, column = divmod(race.days, 7)
    day = KeyValue([race.entry], race.path, (race.path,))
    weeks[number] = replace(weeks[number], keys={**weeks[number].keys, order[column]: day})
