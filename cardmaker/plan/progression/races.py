"""The race that a progression leads to: what `race:` says, or the last one among the days → where it is."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.daynames import DayNames
from cardmaker.plan.fields import read_date
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.items import entries_of
from cardmaker.plan.progression.keys import Progression
from cardmaker.plan.runs.written import run_from
from cardmaker.plan.weeks import DAY_KEYS, KeyValue, Path
from cardmaker.validation import shown, unknown_key

RACE_KEYS: Final = ("date", "week", "day", "run", "name", "note")
_FORM: Final = "write it as {date: 2027-05-16, run: 10 km race}, or with week and day"


class PlacedRace(NamedTuple):
    """A race: how many days after the plan's first, and where it is said; *entry* is to be put there."""

    days: int
    path: Path
    entry: Mapping[str, object] | None = None


class RaceReader:
    """Reads where the race is; what is wrong goes to *report*."""

    def __init__(
        self,
        said: Progression,
        data: Mapping[str, Any],
        days: Sequence[str],
        names: DayNames,
        checks: Checks,
        report: Callable[[Path, str], None],
    ) -> None:
        self._said, self._data, self._days, self._names = said, data, days, names
        self._checks, self._report = checks, report

    def read(self) -> PlacedRace | None:
        """The race; None if there is none, or it can't be read."""
        written = self._said.race
        if written is None:
            return self._among_days()
        if isinstance(written, str | datetime.date):
            written = {"date": written}
        if not isinstance(written, dict):
            self._report(("race",), f"{_FORM}, not {shown(written)}")
            return None
        for key in [key for key in written if key not in RACE_KEYS]:
            self._report(("race", key), unknown_key(key, RACE_KEYS))
        days = self._when(written)
        if days is None:
            return None
        last = 7 * self._said.count
        if not 0 <= days < last:
            where = "before the plan's first day" if days < 0 else "after the plan's last day"
            self._report(("race",), f"is {where}; {self._span()}")
            return None
        return (
            PlacedRace(days, ("race",), self._entry(written))
            if "run" in written
            else PlacedRace(days, ("race",))
        )

    def _span(self) -> str:
        """From when to when the plan goes."""
        start, count = self._start(), self._said.count
        if start is None:
            return f"the phases add up to {count} weeks"
        end = start + datetime.timedelta(days=7 * count - 1)
        return f"its {count} weeks go from {start} to {end}"

    def _start(self) -> datetime.date | None:
        try:
            return read_date(self._data.get("start"))
        except ValueError:
            return None

    def _when(self, written: Mapping[str, Any]) -> int | None:
        if "date" in written:
            return self._on_date(written)
        week, day = written.get("week"), written.get("day")
        if not isinstance(week, int) or isinstance(week, bool) or not isinstance(day, str):
            self._report(("race",), f"when is it? {_FORM}: {{week: 8, day: sun, run: 10 km race}}")
            return None
        found = self._names.days(day) if self._is_day(day) else None
        if not found or len(found) > 1:
            self._report(("race", "day"), f"should be one day, such as sun, not {shown(day)}")
            return None
        return 7 * (week - 1) + self._days.index(DAY_KEYS[found[0]])

    def _is_day(self, text: str) -> bool:
        try:
            return self._names.days(text) is not None
        except ValueError:
            return False

    def _on_date(self, written: Mapping[str, Any]) -> int | None:
        path: Path = ("race", "date") if isinstance(self._said.race, dict) else ("race",)
        try:
            date = read_date(written["date"])
        except ValueError as fault:
            self._report(path, str(fault))
            return None
        start = self._start()
        if start is None:
            if "start" not in self._data:
                self._report(
                    path, "needs the plan's 'start'; write it, or the race's week and day instead of a date"
                )
            return None
        return (date - start).days

    def _entry(self, written: Mapping[str, Any]) -> Mapping[str, object] | None:
        """The day's entry; a distance alone is one of a race."""
        run = written["run"]
        try:
            read = run_from(self._checks.english("runs", run))
            if read.hardest != "race" and isinstance(run, str):
                run = f"{run} race"
                read = run_from(self._checks.english("runs", run))
        except ValueError as fault:
            self._report(("race", "run"), str(fault))
            return None
        if read.hardest != "race":
            self._report(
                ("race", "run"), f"is no race; write it as '10 km race', not {shown(written['run'])}"
            )
            return None
        return {"run": run, **{key: written[key] for key in ("name", "note") if key in written}}

    def _among_days(self) -> PlacedRace | None:
        """The last race that a week has."""
        keys: dict[str, KeyValue] = dict(self._said.base)
        found: PlacedRace | None = None
        number = 0
        for phase in self._said.phases:
            keys |= {key: one for key, one in phase.keys.items() if key in DAY_KEYS}
            for _ in range(phase.weeks):
                week = keys | dict(self._said.weeks.get(number, {}))
                for column, day in enumerate(self._days):
                    entries = entries_of(week[day], self._checks) if day in week else ()
                    found = next(
                        (PlacedRace(7 * number + column, one.path) for one in entries if one.is_race), found
                    )
                number += 1
        return found
