"""Percentages: of a maximum and what it has grown by, one for each set, how much lighter."""

from typing import Final, cast

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor, Figures
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loads import Unit, give_load, is_change
from cardmaker.plan.sets.loadwords import LIGHTER
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.record import Load, NumberRange
from cardmaker.plan.sets.words import BASES, UNITS

_OF_ELSE: Final = (
    "of",
    "davon",
    "weight",
    "drop",
    "fatigue",
    "effort",
    "mvc",
    "mvic",
    "maximal",
    "submaximal",
    "vo2max",
    "ftp",
    "hr",
    "hrmax",
    "speed",
    "pain",
    "range",
    "intensity",
    "rom",
)
_OF_THE_HEART: Final = ("hr", "heart", "hrmax", "vo2", "vo2max", "mhr")


def percent(draft: SetsDraft, figures: Figures, start: int) -> None:
    """A percentage, or one for each set, and of what it is."""
    cursor = draft.cursor
    lighter = cursor.phrase(LIGHTER)
    if lighter:
        low = figures.one.low
        draft.give("change", low if lighter == "+" else -low)
        return
    base = cursor.phrase(BASES)
    if cursor.peek().text in _OF_THE_HEART:
        note(draft, start)
        return
    of_maximum = cursor.peek().kind == "number" and cursor.see(UNITS, 1) and cursor.peek(1).text == "rm"
    work = cursor.peek(1).text in ("work", "day")  # '70% speed work'
    if base is None and ((cursor.peek().text in _OF_ELSE and not work) or of_maximum):
        cursor.place += of_maximum * 2
        note(draft, start)
        return
    group = draft.group or {}
    effort = group.get("hold_s") or group.get("distance")
    if base is None and effort and not group.get("reps"):  # how hard to press or how fast, not what to lift
        at = cursor.peek(start - cursor.place - 1).text in ("at", "@", "mit", "bei")
        note(draft, start - at)
        return
    more: dict[str, object] = {"percent_of": base} if base and base != "1RM" else {}
    if base in (None, "1RM", "TM") and (gain := _gain(cursor)):
        more["gain"] = gain
    spans = [limits.percent(item.span) for item in figures.items]
    if len(spans) > 1:
        draft.give_list("percent", list(spans), f"{figures.sign.join(map(str, spans))}%")
        for found in draft.groups:
            for name, value in more.items():
                found.setdefault(name, value)
        return
    give_load(draft, "percent", spans[0], **more)


def _gain(cursor: Cursor) -> Load | None:
    """Take what a maximum has grown by since it was measured, the '+ 5 kg' of '65% TM + 5 kg'."""
    start = cursor.place
    span = cursor.span() if cursor.sign("+") else None
    unit = cursor.phrase(UNITS) if span else None
    if span is None or unit not in ("kg", "lb") or is_change(cursor):
        cursor.place = start
        return None
    return Load("weight", limits.weight(span), cast(Unit, unit))


def fields(span: NumberRange, unit: str, base: str | None = None) -> dict[str, object]:
    """A weight or a percentage as fields of a group."""
    if unit != "%":
        return {"load": Load("weight", limits.weight(span), cast(Unit, unit))}
    return {"percent": limits.percent(span), **({"percent_of": base} if base and base != "1RM" else {})}
