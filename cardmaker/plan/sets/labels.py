"""Parts named before their number, 'Sets: 3, Reps: 10, Hold: 5 s', and sets by number, 'Set 1: 10, Set 2: 8'."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import HOLD
from cardmaker.plan.sets.work import measures
from cardmaker.plan.sets.work.work import counted_work, set_count

_SETS: Final = ("sets", "set")
_REPS: Final = ("reps", "rep", "repetitions", "repetition")
_NUMBERED: Final = Pattern(
    r"(?:sets? ?#?(\d{1,2})(?: ?- ?(\d{1,2}))?|s(\d{1,2})|(\d{1,2})(?:st|nd|rd|th|\.) ?(?:set|satz)"
    r"|(\d{1,2})\)(?= ?\d))(?![\w%])(?! ?(?:x|sets?\b|reps?\b))",
    "set|satz|s0|s1|s2|s3|s4|s5|s6|s7|s8|s9|)",
    re.IGNORECASE,
)
_NAMES: Final = (
    *(
        "load",
        "weight",
        "resistance",
        "intensity",
        "frequency",
        "freq",
        "duration",
        "time",
        "distance",
        "hold",
    ),
    *("effort", "holds", "days", "sessions"),
)


def numbered_sets(draft: SetsDraft) -> NumberRange | None:
    """Take 'Set 2:' where the second set is next, 'Sets 1-3:'; how many sets it names."""
    cursor = draft.cursor
    if draft.depth or draft.gap == "@":
        return None
    start = cursor.place
    found = cursor.match(_NUMBERED)
    if not found:
        return None
    first = int(next(n for n in (found[1], *found.groups()[2:]) if n))
    last = int(found[2] or first)
    done = sum(int(group.get("sets", ONE).high) for group in draft.groups if group.get("role") != "warm-up")
    plural = found[0].lower().startswith("sets")
    if first != done + 1 or last < first or (plural and not found[2]) or cursor.ended:
        cursor.place = start
        return None
    cursor.sign(":", "-", "=", ".", ")")
    return NumberRange(float(last - first + 1), float(last - first + 1))


def work_of_numbered(draft: SetsDraft, sets: NumberRange) -> bool:
    """Take the plain amount behind 'Set 2:'; False, and nothing, if something else is there."""
    cursor = draft.cursor
    start = cursor.place
    figure = cursor.figure()
    unit = measures.work_unit(draft) if figure else None
    loaded = unit is None and cursor.peek().text in ("kg", "kgs", "lb", "lbs", "%", "#", "rir", "rpe", "rm")
    if figure is None or loaded or (unit is None and cursor.peek().text in ("x", "sets", "set", "/")):
        cursor.place = start
        return False
    draft.start({"sets": sets, **measures.amount(figure, unit), **measures.side(draft)})
    return True


def labelled(draft: SetsDraft) -> bool:
    """Take 'Sets: 3', 'Reps: 8-12', or the name alone in 'Load: 60 kg'."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.word(*_SETS):
        return _sets(draft, start)
    if cursor.word(*_REPS):
        return _reps(draft, start)
    if cursor.word(*_NAMES) and cursor.sign(":", "=") and cursor.peek().kind in ("number", "clock", "word"):
        if cursor.peek(-2).text in ("hold", "holds"):
            cursor.place = start
        return False
    cursor.place = start
    return False


def _figure_follows(draft: SetsDraft) -> bool:
    draft.cursor.sign(":", "=", "x")
    return draft.cursor.peek().kind == "number"


def _sets(draft: SetsDraft, start: int) -> bool:
    cursor = draft.cursor
    group = draft.group
    span = cursor.span() if _figure_follows(draft) else None
    one = cursor.peek(-2).text == "set" and span is not None and cursor.peek().text in (":", "-")
    if one and group is None and span and span.low > 1:
        raise ValueError(f"'Set {span}' comes after which? write all sets in order, 'Set 1: 10, Set 2: 8'")
    named = cursor.peek().kind == "word" and cursor.peek().text not in (
        *_REPS,
        "rest",
        "hold",
        "of",
        "with",
        "tempo",
    )
    if span is None or named or (group is not None and not group.get("uncounted")):
        cursor.place = start
        return False
    count = set_count(span)
    cursor.sign("x")
    if group is None:
        draft.start({"sets": count})
    else:
        group.update(sets=count, uncounted=False)
    return True


def _reps(draft: SetsDraft, start: int) -> bool:
    cursor = draft.cursor
    group = draft.group
    behind = cursor.place
    if not _figure_follows(draft) or (group is not None and any(name in group for name in _DONE)):
        cursor.place = start
        return False
    found = measures.side(draft)
    place = cursor.place
    figures = cursor.figures()
    if figures is None or cursor.peek().text in (*_SETS, "%", "kg", "lb"):
        cursor.place = start
        return False
    if len(figures.items) > 1:
        before = draft.groups.pop() if group is not None else {}
        cursor.place = place
        counted = before.pop("sets", NumberRange(*[float(len(figures.items))] * 2))
        founds = counted_work(draft, counted)
        draft.start_list([{**before, **one} for one in founds])
        return True
    cursor.place = behind
    _figure_follows(draft)
    figure = cursor.figure()
    assert figure is not None
    found = measures.amount(figure, measures.work_unit(draft))  # 'Reps: 30 s', as tables have it
    if "hold_s" in found and not cursor.peek(1).text.isdigit():
        cursor.phrase(HOLD)
    found |= measures.side(draft)
    if group is None:
        draft.start({"sets": ONE, **found, "uncounted": True})
    else:
        group.update(found)
    return True


_DONE: Final = ("reps", "distance", "calories", "parts", "maximum", "open_ended")
