"""Loads that begin with a word: bodyweight with more or less, the bar, a band, a plate, 'heavy'."""

from typing import Final, Literal, cast

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loads import Unit, give_load, group_ahead
from cardmaker.plan.sets.loadwords import ASSISTANCE, BAND, BAND_COLOURS, BAR, BODYWEIGHT, LOAD_WORDS, TOOLS
from cardmaker.plan.sets.notes import words
from cardmaker.plan.sets.record import Load
from cardmaker.plan.sets.words import UNITS

_WEIGHTED: Final = ("weighted", "loaded", "weights")
_OF_THE_BAR: Final = (
    *("speed", "path", "velocity", "position", "height", "hang", "hangs", "pad", "stays", "touches"),
)
_TWO: Final = ("double", "doubles", "two", "pair")
"""'double 20 kg', 'double KB 16 kg': one in each hand."""


def named_load(draft: SetsDraft) -> bool:
    """Take a load that begins with a word: bodyweight, bar, band, 'plate 20 kg', heavy, 'load "…"'."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.word("load", "weight", "wt"):
        cursor.sign(":")
        if cursor.peek().kind == "quote":
            cursor.place += 1
            give_load(draft, "load", Load("words", words=cursor.peek(-1).text))
            return True
        cursor.place = start
    if cursor.phrase(ASSISTANCE) is not None:
        if (span := cursor.span()) and (unit := cursor.phrase(UNITS)) in ("kg", "lb"):
            give_load(draft, "load", Load("assistance", limits.weight(span), cast(Unit, unit)))
            return True
        cursor.place = start
        return False
    body = cursor.peek().text == "body" and cursor.see(BODYWEIGHT) == 1 and cursor.peek(1).kind == "word"
    if not body and cursor.phrase(BODYWEIGHT) is not None:  # 'body angle 45°'
        _bodyweight(draft, start)
        return True
    if _band(draft):
        return True
    if cursor.see(BAR) and draft.gap == "(" and (draft.group or {}).get("load"):
        cursor.phrase(BAR)
        draft.remark(words(draft, start))  # '45 lb (empty bar)'
        return True
    if not _is_about_bar(cursor) and cursor.phrase(BAR) is not None:
        _bar(draft, start)
        return True
    count = 2 if draft.group is not None and cursor.word(*_TWO) else 1
    tool = cursor.phrase(TOOLS) or ""
    if (tool or count > 1) and tool not in ("each", "total"):
        cursor.sign(":")
        return _tool(draft, tool, count, start)
    cursor.place = start
    behind = cursor.peek(1)
    if cursor.peek().text in LOAD_WORDS and (
        behind.kind in ("sign", "number") or behind.text in ("rest", "for", "sets")
    ):
        cursor.place += 1
        if cursor.peek().text in ("/", "-", "to") and cursor.peek(1).text in LOAD_WORDS:
            cursor.place += 2  # 'light/moderate'
        if "load" in (draft.group or {}) and not group_ahead(cursor):
            draft.remark(words(draft, start))  # '5x5 80 kg, heavy!'
            return True
        give_load(draft, "load", Load("words", words=words(draft, start)))
        return True
    return False


def _tool(draft: SetsDraft, tool: str, count: int, start: int) -> bool:
    cursor = draft.cursor
    number = cursor.peek().value
    if cursor.peek().kind == "number" and cursor.peek(1).text == "x" and cursor.peek(2).kind == "number":
        cursor.place += 2
        count = int(number)
    span = cursor.span()
    unit = cursor.phrase(UNITS) if span else None
    if span and unit in ("kg", "lb") and 1 <= count <= 10:
        give_load(draft, "load", Load("weight", limits.weight(span), cast(Unit, unit), count, tool))
        return True
    cursor.place = start
    return False


def _is_about_bar(cursor: Cursor) -> bool:
    """Whether 'bar' begins words on how it moves or is held, 'bar speed', 'bar path straight'."""
    following = cursor.peek(1)
    return cursor.see(BAR) == 1 and following.kind == "word" and following.text in _OF_THE_BAR


def _bodyweight(draft: SetsDraft, start: int) -> None:
    cursor = draft.cursor
    sign = cursor.sign("+", "-")
    plus = cursor.peek()
    if cursor.peek().text == "/" and cursor.peek(1).text in _WEIGHTED:  # with a weight or without
        cursor.place += 2
        give_load(draft, "load", Load("words", words=words(draft, start)))
        return
    if sign and plus.kind == "word":
        cursor.place += 1
        give_load(draft, "load", Load("words", words=words(draft, start)))
        return
    span = cursor.span() if sign else None
    if sign and span is None:
        raise ValueError(f"a weight is missing after 'bodyweight {sign}'; write it like 'bodyweight + 10 kg'")
    unit = cursor.phrase(UNITS) if span and cursor.see(UNITS) else None
    if span is None:
        give_load(draft, "load", Load("bodyweight"))
    elif unit in (None, "kg", "lb"):
        kind: Literal["bodyweight", "assistance"] = "bodyweight" if sign == "+" else "assistance"
        give_load(draft, "load", Load(kind, limits.weight(span), cast(Unit, unit or "")))
    else:
        give_load(draft, "load", Load("words", words=words(draft, start)))


def _bar(draft: SetsDraft, start: int) -> None:
    cursor = draft.cursor
    if cursor.peek().text == "+" and cursor.peek(1).kind == "number":
        cursor.sign("+")
        span = cursor.span()
        unit = cursor.phrase(UNITS)
        if span and unit in ("kg", "lb"):
            give_load(draft, "load", Load("bar", limits.weight(span), cast(Unit, unit)))
        else:
            give_load(draft, "load", Load("words", words=words(draft, start)))
        return
    give_load(draft, "load", Load("bar"))


def _is_in_a_name(draft: SetsDraft) -> bool:
    """Whether the band just taken begins an exercise's name: 'band or cable row', 'band pull-apart 3x20'."""
    behind = draft.cursor.peek()
    if behind.text in ("or", "oder"):
        return True
    return (
        draft.group is None
        and behind.kind == "word"
        and behind.text not in (*BAND_COLOURS, "for", "und", "and")
    )


def _band(draft: SetsDraft) -> bool:
    """'red band', 'band', 'heavy green band', 'band (red)'."""
    cursor = draft.cursor
    start = cursor.place
    cursor.word("a")
    strengths = []
    while colour := cursor.word(*BAND_COLOURS):
        strengths.append(colour)
    if cursor.phrase(BAND) is None or _is_in_a_name(draft):
        cursor.place = start
        return False
    if not strengths and (colour := cursor.word(*BAND_COLOURS)):
        strengths.append(colour)
    give_load(draft, "load", Load("band", words=" ".join(strengths)))
    return True
