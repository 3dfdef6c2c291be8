"""A run in any notation or written out, [{distance: 2 km, role: warm-up}, {repeat: 6, steps: […]}] → Run."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from cardmaker.plan.foreign import InEnglish
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.refusal import PartMistake, refuse, unknown_keys
from cardmaker.plan.runs.asking import EXAMPLE, MOST_REPEATS, checked_amount
from cardmaker.plan.runs.efforts import EFFORTS, ROLES
from cardmaker.plan.runs.lexer.lexer import tokens_of
from cardmaker.plan.runs.notation import checked, parse_recovery, parse_run
from cardmaker.plan.runs.ownwords import in_own_words
from cardmaker.plan.runs.record import Part, Repeat, Step
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sports import Sport
from cardmaker.plan.runs.targets import Pace
from cardmaker.plan.runs.usual import Unit
from cardmaker.plan.runs.written import REPEAT_KEYS, STEP_KEYS
from cardmaker.validation import any_of, did_you_mean, shown
from cardmaker.yaml12 import written

_MAX_DEPTH: Final = 4

Path = tuple[str | int, ...]
Value = TypeVar("Value")


def read_run(value: object, sport: Sport, usual: Unit) -> Run:
    """Read a run however it is written; ValueError, or pydantic's own error for its parts."""
    if isinstance(value, InEnglish):
        return in_own_words(parse_run(value, sport=sport, usual=usual), value.own)
    if isinstance(value, str):
        return parse_run(value, sport=sport, usual=usual)
    if not value:
        raise ValueError(f"is empty; write a run such as '{EXAMPLE}'")
    if not isinstance(value, list | dict):
        raise ValueError(f"should be a run such as '{EXAMPLE}', or the same written out, not {shown(value)}")
    reader = _Reader()
    parts = reader.parts(value if isinstance(value, list) else [value], (), listed=isinstance(value, list))
    if reader.mistakes:
        refuse(reader.mistakes)
    return checked(Run(parts, sport=sport))


class _Reader:
    """Reads what is written out, noting each mistake with its path."""

    def __init__(self) -> None:
        self.mistakes: list[PartMistake] = []

    def parts(self, entries: list[object], path: Path, listed: bool = True) -> tuple[Part, ...]:
        """The parts in a list of mappings, or of notations."""
        if len(path) > 2 * _MAX_DEPTH:
            self._note(path, "repeats nested too deep; write a simpler run")
            return ()
        return tuple(
            part
            for index, entry in enumerate(entries)
            for part in self._entry(entry, (*path, index) if listed else path)
        )

    def _entry(self, entry: object, path: Path) -> tuple[Part, ...]:
        if isinstance(entry, str):
            run = self._try(lambda text: parse_run(text, alone=False), entry, path)
            return run.parts if run else ()
        if not isinstance(entry, dict):
            self._note(path, f"should be a step, {{distance: 2 km, effort: easy}}, not {shown(entry)}", entry)
            return ()
        part = self._repeat(entry, path) if "repeat" in entry or "steps" in entry else self._step(entry, path)
        return (part,) if part else ()

    def _repeat(self, entry: dict[str, Any], path: Path) -> Repeat | None:
        self._unknown(entry, REPEAT_KEYS, path)
        count = self._count(entry.get("repeat"), (*path, "repeat"))
        steps = entry.get("steps")
        if not isinstance(steps, list) or not steps:
            self._note((*path, "steps"), "should be a list with at least one step", steps)
            return None
        parts = self.parts(steps, (*path, "steps"))
        recovery = self._recovery(entry.get("recovery"), (*path, "recovery"))
        return Repeat(count, parts, recovery) if count and parts else None

    def _recovery(self, value: object, path: Path) -> Step | None:
        if value is None:
            return None
        if isinstance(value, str):
            return self._try(parse_recovery, value, path)
        if isinstance(value, dict) and "repeat" not in value:
            return self._step(value, path, "recovery")
        self._note(path, f"should be one step, such as '200 m jog', not {shown(value)}", value)
        return None

    def _step(self, entry: dict[str, Any], path: Path, usual: str = "") -> Step | None:
        self._unknown(entry, STEP_KEYS, path)
        amount = self._amount(entry, path)
        role = self._one_of(entry.get("role"), ROLES, (*path, "role"))
        effort = self._one_of(entry.get("effort"), EFFORTS, (*path, "effort"))
        pace = None
        if (value := entry.get("pace")) is not None:
            pace = self._try(_pace, value, (*path, "pace"))
        return Step(amount, effort or ("easy" if role else usual), pace, role) if amount else None  # type: ignore[arg-type]

    def _amount(self, entry: dict[str, Any], path: Path) -> Quantity | None:
        given = [name for name in ("distance", "time") if name in entry]
        if len(given) == 1:
            name = given[0]
            return self._try(lambda value: _quantity(value, name), entry[name], (*path, name))
        if not given and any(key not in STEP_KEYS for key in entry):
            return None  # most likely a misspelt one, which is reported already
        message = "give distance or time, not both" if given else "how far or how long? give distance or time"
        self._note((*path, "time") if given else path, message, entry)
        return None

    def _count(self, value: object, path: Path) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_REPEATS:
            return value
        self._note(path, f"should be a whole number from 1 to {MOST_REPEATS}, not {shown(value)}", value)
        return 0

    def _one_of(self, value: object, names: tuple[str, ...], path: Path) -> str:
        if value is None:
            return ""
        if isinstance(value, str) and value in names:
            return value
        meant = did_you_mean(value, names) if isinstance(value, str) else ""
        self._note(path, f"should be {any_of(names)}, not {shown(value)}{meant}", value)
        return ""

    def _try(self, read: Callable[[Any], Value], value: object, path: Path) -> Value | None:
        try:
            return read(value)
        except ValueError as error:
            self._note(path, str(error), value)
            return None

    def _unknown(self, entry: dict[str, Any], known: tuple[str, ...], path: Path) -> None:
        self.mistakes += [
            mistake._replace(path=path + mistake.path) for mistake in unknown_keys(entry, known)
        ]

    def _note(self, path: Path, message: str, value: object = None) -> None:
        self.mistakes.append(PartMistake(path, message, value))


def _quantity(value: object, name: str) -> Quantity:
    example = "2 km" if name == "distance" else "20 min"
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise ValueError(f"needs a unit; write it like '{example}', not {written(value)}")
    if not isinstance(value, str):
        raise ValueError(f"should be text such as '{example}', not {shown(value)}")
    tokens = tokens_of(value)
    amount = tokens[0].value if len(tokens) == 1 and tokens[0].kind in ("amount", "clock", "metres") else None
    if not isinstance(amount, Quantity) or (amount.metres is None) == (name == "distance"):
        raise ValueError(f"don't understand '{value}' as a {name}; write it like '{example}'")
    return checked_amount(amount)


def _pace(value: object) -> Pace:
    tokens = tokens_of(value) if isinstance(value, str) else []
    if len(tokens) != 1 or not isinstance(tokens[0].value, Pace):
        raise ValueError(f"write a pace like '4:30/km' or '7:15/mi', not {shown(value)}")
    return tokens[0].value
