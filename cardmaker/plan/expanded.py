"""A plan's file and its data with every week written out → the text of the same plan, to be read and built as it is.

What isn't changed by writing weeks out keeps its own words, order and comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cardmaker.errors import PlanError
from cardmaker.plan.progression.signs import PROGRESSION_KEYS
from cardmaker.plan.source import Source, source_of
from cardmaker.plan.weeks import DAY_KEYS
from cardmaker.yaml12.emitting import block

_GONE: Final = (*PROGRESSION_KEYS, "days")
"""What a plan has no more use for once its weeks are written out."""


def expanded_text(text: str, source: Source, whole: Mapping[str, Any]) -> str:
    """The plan as YAML. *source* is what *text* was read as, *whole* its data with every week written out."""
    written = source.data if isinstance(source.data, dict) else {}
    wanted = {key: value for key, value in whole.items() if key not in _GONE}
    if "weeks" in wanted and wanted["weeks"] != written.get("weeks"):
        wanted["weeks"] = [_in_order(week, written.get("week_start")) for week in wanted["weeks"]]
    sections = _sections(text, source, written)
    if sections is not None:
        made = "\n".join(_composed(sections, written, wanted)).rstrip("\n") + "\n"
        if _says(made, wanted):
            return made
    head = [line for line in text.split("\n") if line.startswith("# yaml-language-server:")][:1]
    order = [*(key for key in written if key in wanted), *(key for key in wanted if key not in written)]
    return "\n".join([*head, *(line for key in order for line in _lines(key, wanted[key]))]) + "\n"


def _in_order(week: Any, week_start: object) -> Any:
    """A week's keys as one would write them: what it is called, then its days, a single entry without a list."""
    if not isinstance(week, dict):
        return week
    first = str(week_start or "mon")[:3]
    at = DAY_KEYS.index(first) if first in DAY_KEYS else 0
    order = ["name", "focus", "note", "lighter", *DAY_KEYS[at:], *DAY_KEYS[:at]]
    keys = sorted(week, key=lambda key: order.index(key) if key in order else len(order))
    return {key: _alone(week[key]) if key in DAY_KEYS else week[key] for key in keys}


def _alone(day: Any) -> Any:
    return day[0] if isinstance(day, list) and len(day) == 1 and day[0] else day


def _sections(text: str, source: Source, written: Mapping[str, Any]) -> list[tuple[str, list[str]]] | None:
    """The lines of each key of a YAML file, with the comments above it; the first is what is above all of them.

    None where keys don't begin lines of their own.
    """
    starts = [source.lines.at((key,)) for key in written]
    if not starts or starts != sorted(set(starts)) or starts[0] < 1:
        return None
    lines = text.split("\n")
    begins = [_with_comments(lines, start - 1) for start in starts]
    begins[0] = starts[0] - 1
    ends = [*begins[1:], len(lines)]
    sections = [("", lines[: begins[0]])]
    sections += [(key, lines[begin:end]) for key, begin, end in zip(written, begins, ends, strict=True)]
    return sections


def _with_comments(lines: Sequence[str], start: int) -> int:
    """Where the comments above a line begin."""
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _composed(
    sections: Sequence[tuple[str, list[str]]], written: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Iterator[str]:
    """All sections, those that changed written again; the weeks where the first key was from which they follow."""
    weeks = "weeks" in wanted and written.get("weeks") != wanted["weeks"]
    for key, lines in sections:
        if weeks and key in ("weeks", *PROGRESSION_KEYS):
            yield from _lines("weeks", wanted["weeks"])
            yield ""
            weeks = False
        elif key in _GONE or (key == "weeks" and written.get(key) != wanted.get(key)):
            continue
        elif key and written[key] != wanted.get(key):
            yield from _lines(key, wanted[key])
            yield ""
        else:
            yield from lines


def _lines(key: str, value: object) -> Iterator[str]:
    """The lines of a key; each week has its number above it."""
    if key != "weeks" or not isinstance(value, list):
        yield from block(key, value)
        return
    yield "weeks:"
    for number, week in enumerate(value, 1):
        yield f"  # Week {number}"
        yield from list(block("weeks", [week]))[1:]


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    """Whether a text is read as what is wanted; not if an anchor is gone that they need."""
    try:
        source = source_of(text, "plan.yaml", Path())
    except PlanError:
        return False
    return not source.problems and source.data == wanted
