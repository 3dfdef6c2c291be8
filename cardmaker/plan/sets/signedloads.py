"""Weights with a sign: '+10 kg', '-20 kg', '+5/10/15 kg', '-10%'."""

import re
from typing import Final, Literal, cast

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loads import MORE_OF, Unit, give_load, group_ahead, is_change
from cardmaker.plan.sets.loadwords import ASSISTANCE, BAND, LIGHTER
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, Load, NumberRange
from cardmaker.plan.sets.words import UNITS

_CONDITION: Final = Pattern(r"(?:^|; )(?:if|when|once)\b[^;]*$", "if|when|once", re.UNICODE)
"""'…, if 12 are done, +2.5 kg': words on which a weight depends."""
_ACCOMMODATING: Final = ("chain", "chains", "accommodating")


def signed(draft: SetsDraft) -> bool:
    """Take '+10 kg', '-20 kg', '-10%'."""
    cursor = draft.cursor
    start = cursor.place
    sign = cursor.sign("+", "-")
    if not sign or (cursor.peek().spaced and sign == "-"):
        cursor.place = start
        return False
    tight = not cursor.peek().spaced
    span = cursor.span()
    if sign == "+" and tight and span and draft.group is not None and cursor.peek().text in MORE_OF:
        note(draft, start)  # '+1 rep a week'
        return True
    more: list[NumberRange] = []
    while span and cursor.peek().text == "/" and cursor.peek(1).kind == "number":  # '+5/10/15 kg'
        cursor.sign("/")
        more.append(cursor.span() or ONE)
    unit = cursor.phrase(UNITS) if span else None
    if span is None or unit not in (("kg", "lb") if more else ("kg", "lb", "%")):
        cursor.place = start
        return False
    if unit == "%" and not cursor.see(LIGHTER) and (is_change(cursor) or _of_another(cursor)):
        note(draft, start)
        return True
    if unit == "%":
        cursor.phrase(LIGHTER)
        change = span.low if sign == "+" else -span.low
        draft.give("change", change, ahead=bool(draft.gap.strip("@(")) and group_ahead(cursor))
        return True
    if more:
        _signed_list(draft, sign, [span, *more], cast(Unit, unit), start)
        return True
    if (
        is_change(cursor)
        or cursor.peek().text in ("if", "when", "once")
        or (draft.gap == "," and _CONDITION.search((draft.group or {}).get("note", "")))
    ):
        note(draft, start)
        return True
    kind: Literal["bodyweight", "assistance"] = "bodyweight" if sign == "+" else "assistance"
    cursor.phrase(ASSISTANCE)
    give_load(draft, "load", Load(kind, limits.weight(span), cast(Unit, unit)))
    return True


def _signed_list(draft: SetsDraft, sign: str, spans: list[NumberRange], unit: Unit, start: int) -> None:
    """What is added to the body's weight, or taken off it, set by set; for others than the sets it is words."""
    written = f"{sign}{'/'.join(map(str, spans))} {unit}"
    kind: Literal["bodyweight", "assistance"] = "bodyweight" if sign == "+" else "assistance"
    try:
        draft.give_list("load", [Load(kind, limits.weight(span), unit) for span in spans], written)
    except ValueError:
        if draft.group is None or "load" in draft.group:
            raise
        draft.give("load", Load("words", words=words(draft, start)))


def _of_another(cursor: Cursor) -> bool:
    """Whether a percentage is part of something else than the set before: '-10% of best time', '+ 25% bands'."""
    behind = cursor.peek()
    return behind.text == "of" or behind.text in _ACCOMMODATING or cursor.see(BAND) > 0
