"""A prescription in the notation or written out, {sets: 3, hold: 40 s, rest: 45 s} → Sets."""

from typing import Any, Final

from cardmaker.plan.refusal import Mistake, refuse, unknown_keys
from cardmaker.plan.scanner import Scanner
from cardmaker.plan.sets import MAX_SETS, Sets, Span
from cardmaker.plan.sets_limits import whole
from cardmaker.plan.sets_notation import EXAMPLE, parse_sets, read_clause, read_work
from cardmaker.validation import shown
from cardmaker.yaml12 import written

# What stands before each part in the notation; the parts that say what one set is have none.
_PREFIXES: Final = {
    "per": "/",
    "load": "",
    "percent": "",
    "rpe": "RPE ",
    "rir": "RIR ",
    "rest": "rest ",
    "tempo": "tempo ",
}
_WORK: Final = {"reps": "8-12", "hold": "40 s", "distance": "20 m"}
PARTS: Final = ("sets", *_WORK, *_PREFIXES)


def sets_from(value: object) -> Sets:
    """Read a prescription however it is written; ValueError, or pydantic's own error for parts."""
    if isinstance(value, Sets):
        return value
    if isinstance(value, str):
        return parse_sets(value)
    if not value:
        raise ValueError(f"is empty; write sets such as '{EXAMPLE}'")
    if not isinstance(value, dict):
        raise ValueError(f"should be sets such as '{EXAMPLE}', or the same written out, not {shown(value)}")
    found: dict[str, Any] = {}
    mistakes = unknown_keys(value, PARTS)
    for name, part in value.items():
        try:
            if name in PARTS:
                found.update(_part(name, _as_text(part)))
        except ValueError as error:
            mistakes.append(Mistake((name,), str(error), part))
    mistakes = mistakes or _contradictions(value)
    if mistakes:
        refuse(mistakes)
    return Sets(**found)


def rest_from(value: object) -> Span:
    """Read a rest, '60 s' or '1-2 min', as seconds; ValueError if it isn't one."""
    if isinstance(value, Span):
        return value
    rest: Span = _part("rest", _as_text(value))["rest_s"]
    return rest


def _as_text(part: object) -> str:
    if isinstance(part, int | float) and not isinstance(part, bool):
        return written(part)
    if not isinstance(part, str) or not part.strip():
        raise ValueError(f"should be text or a number, not {shown(part)}")
    return part


def _part(name: str, text: str) -> dict[str, Any]:
    if name == "sets":
        if not text.strip().isdigit():
            raise ValueError(f"should be a whole number such as 3, not '{text}'")
        return {"sets": whole(text.strip(), 1, MAX_SETS, "sets")}
    scan = Scanner(_PREFIXES.get(name, "") + text + ("%" if name == "percent" and "%" not in text else ""))
    found: dict[str, Any] = {}
    if name in _WORK:
        found = read_work(scan, counted=True)
    else:
        read_clause(scan, found)
    belongs = {"reps": ("reps", "open_ended"), "hold": ("hold_s",), "rest": ("rest_s",)}.get(name, (name,))
    if scan.rest or not any(key in found for key in belongs):
        raise ValueError(f"don't understand '{text}'; write it like '{_example(name)}'")
    return found


def _example(name: str) -> str:
    others = {
        "per": "side",
        "load": "2x8 kg",
        "percent": "80",
        "rpe": "7-8",
        "rir": "2",
        "rest": "90 s",
        "tempo": "3-1-1",
    }
    return _WORK.get(name) or others[name]


def _contradictions(mapping: dict[str, Any]) -> list[Mistake]:
    work = [name for name in _WORK if name in mapping]
    mistakes = []
    if "sets" not in mapping:
        mistakes.append(Mistake(("sets",), "is missing"))
    if not work:
        mistakes.append(Mistake(("reps",), "is missing; give reps, hold or distance"))
    if len(work) > 1:
        mistakes.append(Mistake((work[1],), f"give {work[0]} or {work[1]}, not both"))
    if "rpe" in mapping and "rir" in mapping:
        mistakes.append(Mistake(("rir",), "give RPE or RIR, not both: they say the same thing"))
    return mistakes
