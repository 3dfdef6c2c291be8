"""The keys of a plan that say how weeks follow from others → a Progression, and what is wrong with them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Final, TypeVar

from cardmaker.errors import Problem
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.notation import change_from, lighter_from, taper_from
from cardmaker.plan.progression.record import NONE, Change, LighterWeeks, Taper
from cardmaker.plan.weeks import DAY_KEYS, MOST_WEEKS, KeyValue, Path, WeekReader
from cardmaker.record import record
from cardmaker.validation import shown, unknown_key
from cardmaker.yaml12 import Lines

PHASE_KEYS: Final = ("name", "weeks", "repeat", "focus", "note", "change", "lighter")
_NUMBERS: Final = re.compile(r"\d{1,3}(?: ?- ?\d{1,3})?(?: ?(?:,|and|&) ?\d{1,3}(?: ?- ?\d{1,3})?)*")
_LENGTH: Final = re.compile(r"(\d{1,3})(?: ?(?:weeks?|wks?|w))?", re.IGNORECASE)

Value = TypeVar("Value")


class SaidChange(NamedTuple):
    """A change, and where the plan says it."""

    change: Change
    path: Path
    words: str = ""
    """As the plan has it, in English."""


@record
class PhaseKeys:
    """A phase: its length, its keys, and what changes in it, if it isn't *unchanging*.

    Its *lighter* weeks hold instead of the plan's if it has *own_lighter*.
    """

    name: str
    weeks: int
    path: Path
    keys: Mapping[str, KeyValue] = field(default_factory=dict)
    changes: Mapping[str, SaidChange] = field(default_factory=dict)
    unchanging: bool = False
    lighter: LighterWeeks | None = None
    own_lighter: bool = False


@record
class Progression:
    """What a plan says of weeks that follow from others."""

    phases: tuple[PhaseKeys, ...] = ()
    base: Mapping[str, KeyValue] = field(default_factory=dict)
    has_base: bool = False
    changes: Mapping[str, SaidChange] = field(default_factory=dict)
    lighter: LighterWeeks | None = None
    taper: Taper | None = None
    race: object = None
    """As the plan has it."""
    weeks: Mapping[int, Mapping[str, KeyValue]] = field(default_factory=dict)
    """Single weeks that override what is worked out, from 0."""

    @property
    def count(self) -> int:
        """How many weeks there are."""
        return sum(phase.weeks for phase in self.phases)


class KeyReader:
    """Reads the keys; *problems* is what it found wrong."""

    def __init__(
        self, data: dict[str, Any], lines: Lines, name: str, weeks: WeekReader, checks: Checks
    ) -> None:
        self._data, self._lines, self._name = data, lines, name
        self._weeks, self._checks = weeks, checks
        self.problems: list[Problem] = []

    def read(self) -> Progression:
        """All of it."""
        base = self._data.get("base_week")
        phases = self._phases()
        if "base_week" in self._data and not isinstance(base, dict):
            self.report(("base_week",), f"should be a week with its days, not {shown(base)}")
        if "base_week" in self._data and "phases" not in self._data:
            self.report(("base_week",), "for how many weeks? write 'phases: {Base: 4, Build: 4}' with it")
        for key in ("change", "lighter", "taper"):
            if key in self._data and "base_week" not in self._data:
                self.report(
                    (key,), "changes a base week, and there is none; write 'base_week:' and 'phases:'"
                )
        count = sum(phase.weeks for phase in phases)
        if count > MOST_WEEKS:
            self.report(("phases",), f"{count} weeks are too many; at most {MOST_WEEKS}")
            phases = ()
        return Progression(
            phases,
            self._weeks.keys(("base_week",), base) if isinstance(base, dict) else {},
            isinstance(base, dict),
            self._changes(("change",), self._data.get("change")),
            self._try(lighter_from, self._data.get("lighter"), ("lighter",)),
            self._try(taper_from, self._data.get("taper"), ("taper",)),
            self._data.get("race"),
            self._overrides(phases) if isinstance(base, dict) and phases else {},
        )

    def report(self, path: Path, message: str) -> None:
        """Note what is wrong at a place of the plan."""
        self.problems.append(Problem(self._name, self._lines.at(path), ".".join(map(str, path)), message))

    def _phases(self) -> tuple[PhaseKeys, ...]:
        written = self._data.get("phases")
        listed: list[tuple[Path, object, str]] = []
        if isinstance(written, dict):
            listed = [(("phases", name), value, name) for name, value in written.items()]
        elif isinstance(written, list):
            listed = [(("phases", index), value, "") for index, value in enumerate(written)]
        elif "phases" in self._data:
            listed = [(("phases",), written, "")]
        return tuple(phase for path, value, name in listed for phase in self._phase(path, value, name))

    def _phase(self, path: Path, value: object, name: str) -> tuple[PhaseKeys, ...]:
        """A phase, as often as it is repeated."""
        said: dict[str, Any] = value if isinstance(value, dict) else {"weeks": value}
        keys = self._weeks.keys(path, {key: one for key, one in said.items() if key not in PHASE_KEYS})
        for key in [key for key in keys if key not in DAY_KEYS]:
            self.report((*path, key), unknown_key(key, (*PHASE_KEYS, *DAY_KEYS)))
            keys.pop(key)
        keys |= {key: KeyValue(said[key], (*path, key)) for key in ("focus", "note") if key in said}
        name = str(said.get("name") or name).strip()
        if name:
            keys["name"] = KeyValue(name, (*path, "name") if "name" in said else path)
        changes = said.get("change")
        unchanging = isinstance(changes, str) and changes.strip().lower() == NONE
        length = f"how many weeks is {name or 'it'} long? write '{name or 'Base'}: 4'"
        phase = PhaseKeys(
            name,
            self._whole(
                (*path, "weeks") if "weeks" in said and isinstance(value, dict) else path,
                said.get("weeks"),
                length,
            ),
            path,
            keys,
            {} if unchanging else self._changes((*path, "change"), changes),
            unchanging,
            self._try(lighter_from, said.get("lighter"), (*path, "lighter")),
            "lighter" in said,
        )
        times = self._whole((*path, "repeat"), said.get("repeat", 1), "should be how many times, such as 3")
        return (phase,) * times

    def _whole(self, path: Path, value: object, remedy: str) -> int:
        found = _LENGTH.fullmatch(str(value).strip()) if not isinstance(value, bool) else None
        if found and 1 <= int(found[1]) <= MOST_WEEKS:
            return int(found[1])
        self.report(path, f"{remedy}, not {shown(value)}" if value is not None else remedy)
        return 0

    def _changes(self, path: Path, value: object) -> dict[str, SaidChange]:
        """What changes, by what it changes."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.report(
                path,
                f"should say what changes by how much, as in '{{long: +1 km a week}}', not {shown(value)}",
            )
            return {}
        found: dict[str, SaidChange] = {}
        for key, one in value.items():
            change = self._try(change_from, NONE if one is None else one, (*path, key))
            if change is not None:
                found[key] = SaidChange(change, (*path, key), str(self._checks.english("sets", one)))
        return found

    def _overrides(self, phases: tuple[PhaseKeys, ...]) -> dict[int, dict[str, KeyValue]]:
        """Single weeks; one named alone goes before one named with others."""
        written = self._data.get("weeks")
        count = sum(phase.weeks for phase in phases)
        if written is None:
            return {}
        if not isinstance(written, dict):
            self.report(
                ("weeks",), "with a base week, name the weeks that differ by their numbers: '5: {wed: rest}'"
            )
            return {}
        found: dict[int, dict[str, KeyValue]] = {}
        for key in sorted(written, key=lambda key: -len(_numbered(key))):
            numbers, week = _numbered(key), written[key]
            path: Path = ("weeks", key)
            if not numbers:
                self.report(
                    path, f"should be the number of a week, or several, '5' or '5-7', not {shown(key)}"
                )
            elif not 1 <= min(numbers) <= max(numbers) <= count:
                lengths = ", ".join(f"{phase.name or 'phase'} {phase.weeks}" for phase in phases)
                wrong = max(numbers) if max(numbers) > count else min(numbers)
                self.report(path, f"there is no week {wrong}; the phases add up to {count} weeks ({lengths})")
            elif not isinstance(week, dict):
                self.report(
                    path,
                    f"should be a week with what differs in it, such as {{wed: rest}}, not {shown(week)}",
                )
            else:
                keys = self._weeks.keys(path, week)
                for number in numbers:
                    found[number - 1] = found.get(number - 1, {}) | keys
        return found

    def _try(self, read: Callable[[Any], Value], value: object, path: Path) -> Value | None:
        if value is None:
            return None
        try:
            return read(self._checks.english("sets", value) if isinstance(value, str) else value)
        except ValueError as fault:
            self.report(path, str(fault))
            return None


def _numbered(key: str) -> tuple[int, ...]:
    """The weeks that a key names, '5', '5-7', '5, 8'; none if it names something else."""
    text = re.sub(r"^weeks? ", "", " ".join(key.split()), flags=re.IGNORECASE)
    if not _NUMBERS.fullmatch(text):
        return ()
    numbers: list[int] = []
    for part in re.split(r" ?(?:,|and|&) ?", text):
        low, _, high = part.replace(" ", "").partition("-")
        numbers += range(int(low), int(high or low) + 1)
    return tuple(numbers)
