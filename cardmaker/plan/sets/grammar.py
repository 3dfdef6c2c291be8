"""The notation '3x10 @ RPE 7, rest 90 s' → Sets; ValueError says what isn't understood, and what works.

prescription = item { separator item } [ "next time" rule ]
item         = group | clause | format | note
group        = [role] [count "x"] work | list | work "x" count | load "x" work
clause       = load | effort | rest | tempo | technique | side | times | "last set" clause
note         = any other words, which are kept
rule         = what changes next time, in any words
"""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from cardmaker.plan.lookalikes import unwrapped
from cardmaker.plan.sets import asked
from cardmaker.plan.sets.accounting import accounted
from cardmaker.plan.sets.clauses.clauses import clause
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.finish import finished
from cardmaker.plan.sets.following import checked_rule, rule_apart
from cardmaker.plan.sets.labels import labelled, numbered_sets, work_of_numbered
from cardmaker.plan.sets.loads import MORE_OF, each_of, group_ahead
from cardmaker.plan.sets.loadwords import BAND, BAND_COLOURS, BAR, TOOLS
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.numbers.numbers import numbered
from cardmaker.plan.sets.phrasings import rephrased
from cardmaker.plan.sets.record import Sets
from cardmaker.plan.sets.times import times
from cardmaker.plan.sets.timings import timing
from cardmaker.plan.sets.tokens import plain
from cardmaker.plan.sets.words import SIDES, TIMES_ALONE, longest_first

_LEAVES: Final = ("leave", "leaving", "keep", "keeping", "stop", "stopping")
_SOFT: Final = (
    *_LEAVES,
    "with",
    "w/",
    "and",
    "then",
    "using",
    "of",
    "followed",
    "by",
    "plus",
    "for",
    "at",
    "to",
    "about",
    "approx",
    "around",
    "ca",
    "mit",
    "bei",
    "und",
    "dann",
    "à",
    "jeweils",
    "je",
)
_FAR: Final = ("then", "followed")
_AIMS: Final = ("rpe", "rir", "bodyweight", "bw", "tempo")
_PARTS: Final = ("last", "rest", "a", "the", "back-off", "top", "max", "amrap", "drop", "by", "work", "ramp")
_LOADS: Final = longest_first({**BAND, **BAR, **TOOLS})


@lru_cache(2048)
def parse_sets(text: str) -> Sets:
    """Read the notation, such as '3x10', '12/10/8 @ 60/70/80 kg', '3x30 s/side', '1x5+', 'EMOM 10 min x 8'."""
    text = rephrased(plain(unwrapped(text)))
    sets = _read(text)
    if str(sets) != text and _again(str(sets)) != sets:
        raise ValueError(
            f"read as '{sets}', which could be read otherwise, too; write it in simpler parts, with ', '"
        )
    return accounted(text, sets)


def _again(text: str) -> Sets | None:
    """What a normal form is read as; None if it is refused."""
    try:
        return _read(text)
    except ValueError:
        return None


def _read(text: str) -> Sets:
    written = rule_apart(text)
    sets = _without_rule(written.sets)
    return replace(sets, next_time=checked_rule(written.rule, _is_known)) if written.sets != text else sets


def _is_known(part: str) -> bool:
    """Whether words are all read as something of the sets, none of them as a note."""
    try:
        sets = _without_rule(f"1x1, {part}")
    except ValueError:
        return False
    return not sets.note and not any(group.note for group in sets.groups)


def _without_rule(text: str) -> Sets:
    draft = SetsDraft(Cursor(text))
    if draft.cursor.ended:
        raise ValueError(f"no sets are given; write them like '{EXAMPLE}'")
    if "->" in draft.cursor.text:
        raise ValueError(
            "'->' goes from one week to the next, '3x8 -> 3x10'; write what changes behind 'next time', or in quotes"
        )
    asked.refuse_labels(draft.cursor.text)
    asked.refuse_later_weeks(draft.cursor.text)
    asked.refuse_days(draft.cursor.text)
    asked.refuse_two_by_dash(draft.cursor.text)
    while not draft.cursor.ended:
        if not separator(draft):
            item(draft)
            draft.gap = ""
    if draft.gap and draft.gap in "@+-x":
        raise ValueError(f"nothing follows '{draft.gap}'; write sets like '{EXAMPLE}'")
    return finished(draft)


def separator(draft: SetsDraft) -> bool:
    """Take what parts two items, and remember it as the gap before the next."""
    cursor = draft.cursor
    token = cursor.peek()
    if token.kind == "word":
        if token.text not in _SOFT or not _goes_on(cursor):
            return False
        cursor.place += 2 if cursor.peek(1).text == "a" and _rest_behind_article(cursor) else 1
        if token.text in _FAR:
            draft.held.pop("role", None)
            draft.whole["then"] = len(draft.groups)
        draft.gap = "@" if token.text == "at" else "," if token.text in _FAR else draft.gap
        return True
    if token.kind != "sign" or token.text in ("x", "->") or _is_slashed_side(cursor):
        return False
    if token.text in "+-" and _signed(cursor):
        return False
    if token.text == ">":
        raise ValueError("what does '>' say? from one week to the next write '3x8 -> 3x10'")
    cursor.place += 1
    if token.text == ";":
        draft.segment += 1
        draft.held.pop("role", None)
    draft.depth = max(0, draft.depth + (token.text in "([") - (token.text in ")]"))
    draft.gap = token.text
    return True


def _is_slashed_side(cursor: Cursor) -> bool:
    """Whether '/ side' is next, which says it of what is before it."""
    daily = cursor.see(TIMES_ALONE) > 1  # '3x30 s/day'
    return cursor.peek().text == "/" and (daily or (cursor.see(SIDES) > 1 and len(cursor.peek(1).text) > 1))


def _goes_on(cursor: Cursor) -> bool:
    """Whether a number or a known clause follows a joining word."""
    following = cursor.peek(1)
    if cursor.peek().text in _LEAVES:  # '2 in the tank', '2-3 reps in reserve'
        behind = [cursor.peek(ahead).text for ahead in range(2, 8)]
        return following.kind == "number" and any(
            word in ("tank", "reserve", "rir", "failure") for word in behind
        )
    if cursor.peek().text == "to" and following.kind == "number" and _short_of_failure(cursor):
        return True
    if cursor.peek().text == "to":
        efforts = (
            {cursor.peek(2).text, cursor.peek(4).text} if following.kind == "number" else {following.text}
        )
        return bool(efforts & {"rpe", "rir"})
    if following.kind in ("number", "clock") or following.text in _AIMS or _rest_behind_article(cursor):
        return True
    if following.text in ("+", "-") and cursor.peek().text in ("with", "w/", "mit", "bei"):
        return cursor.peek(2).kind == "number"
    if cursor.peek().text == "at":
        return following.text in ("+", "-") and cursor.peek(2).kind == "number"
    if cursor.peek().text == "then":
        return following.text in (*_PARTS, "+", "-", "x")
    return following.text in _PARTS or following.text in BAND_COLOURS or cursor.see(_LOADS, 1) > 0


def _short_of_failure(cursor: Cursor) -> bool:
    """Whether 'to 2 reps short of failure' is here."""
    behind = [cursor.peek(ahead).text for ahead in range(2, 8)]
    return "failure" in behind and any(word in ("short", "shy", "from", "before") for word in behind)


def _rest_behind_article(cursor: Cursor) -> bool:
    """Whether 'with a 30 s rest' is here."""
    texts = [cursor.peek(ahead).text for ahead in (1, 3, 4)]
    return texts[0] == "a" and cursor.peek(2).kind == "number" and texts[2] == "rest"


def _signed(cursor: Cursor) -> bool:
    """Whether a plus or minus belongs to the number behind it: '+10 kg', '-10%'."""
    number = cursor.peek(1)
    behind = 2
    while cursor.peek(behind).text in ("-", "/") and cursor.peek(behind + 1).kind == "number":
        behind += 2  # '+5-10 kg', '+5/10/15 kg'
    unit = cursor.peek(behind).text
    more = unit in MORE_OF and not number.spaced and cursor.peek().text == "+" and cursor.peek(-1).text == ","
    more = more or (cursor.peek().text == "+" and number.text in MORE_OF and not number.spaced)
    return more or (
        number.kind == "number"
        and (not number.spaced or cursor.peek().text == "+")
        and (cursor.peek().spaced or cursor.peek(-1).text in ("(", "@"))
        and unit in ("kg", "kgs", "lb", "lbs", "%", "#", "pounds", "kilos", "percent")
    )


def item(draft: SetsDraft) -> None:
    """Take one item, whatever it is."""
    _one_of_two(draft)
    sets = numbered_sets(draft)
    if sets and work_of_numbered(draft, sets):
        return
    if each_of(draft) or labelled(draft) or timing(draft) or clause(draft) or times(draft) or numbered(draft):
        return
    note(draft)


def _one_of_two(draft: SetsDraft) -> None:
    """Refuse '3x3 or 5x3', and what is written of another exercise: 'superset with 3x15'."""
    cursor = draft.cursor
    start = cursor.place
    both = cursor.word("or") and group_ahead(cursor)
    other = cursor.rest
    cursor.place = start
    if both and draft.groups:
        raise ValueError(f"'or' leaves two prescriptions; write one, and the other in quotes, \"or {other}\"")
