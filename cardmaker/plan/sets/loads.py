"""What is lifted: weights, lists and pairs of them, bodyweight with more or less, bar, band, plate, per cent."""

import re
from typing import Final, Literal, cast

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor, Figures
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loadwords import ASSISTANCE, HANDS, LIGHTER, TOOLS
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, Load, NumberRange
from cardmaker.plan.sets.words import MOST, SIDES, UNITS
from cardmaker.plan.sets.work import measures

Unit = Literal["", "kg", "lb"]
MORE_OF: Final = ("rep", "reps", "set", "sets", "round", "rounds")
_HELD: Final = ("kettlebell", "dumbbells", "plate")
"""What is held in each hand by itself."""
_PER_TIMES: Final = ("weeks", "sessions", "workouts", "days", "wks")
_PER_TIME: Final = ("week", "session", "time", "workout", "day", "set", "round", "wk")


def group_ahead(cursor: Cursor) -> bool:
    """Whether sets begin here: '3x8', '3 sets', though not '2x12 kg'."""
    start = cursor.place
    cursor.sign(":")
    found = cursor.figures() is not None and cursor.peek().text in ("x", "set", "sets")
    if found and cursor.sign("x") and cursor.span():
        found = cursor.see(UNITS) == 0 or cursor.phrase(UNITS) not in ("kg", "lb")
    cursor.place = start
    return found


def _group_behind_tool(cursor: Cursor) -> bool:
    """Whether sets begin here, or behind what is lifted: the '3x10' of '2x12 kg DB 3x10'."""
    start = cursor.place
    cursor.phrase(TOOLS)
    cursor.sign(",")
    found = group_ahead(cursor)
    cursor.place = start
    return found


def _reps_behind_tool(cursor: Cursor) -> bool:
    """Whether what is lifted is here, and repetitions behind it: the rest of '2x12 kg DBs x10'."""
    count = cursor.see(TOOLS)
    return count > 0 and cursor.peek(count).text == "x" and cursor.peek(count + 1).kind == "number"


def give_load(draft: SetsDraft, name: str, value: object, **more: object) -> None:
    """Set a load or a percentage; it goes to the sets behind it in '60 kg x 8' and '70% 3x5'."""
    cursor = draft.cursor
    group = draft.group or {}
    one = group.get("uncounted") and group.get("reps") and name not in group and draft.gap == "@"
    if one and cursor.peek().text == "x" and cursor.peek(1).kind == "number":  # '3 @ 75% x 5 sets'
        cursor.sign("x")
        sets = limits.whole_span(cursor.span() or ONE, 1, 50, "sets")
        cursor.word("sets", "set")
        group.update({name: value, **more, "sets": sets, "uncounted": False})
        return
    lasting = cursor.peek(2).text in _PER_TIMES  # '@ 85% x 3 weeks'
    if cursor.peek().text == "x" and not lasting and (cursor.peek(1).kind == "number" or cursor.see(MOST, 1)):
        times_reps(draft, {name: value, **more})
        return
    behind = draft.group is not None and (not draft.gap or draft.gap in "@(:-") and name not in draft.group
    ahead = not behind and group_ahead(cursor)
    for field, given in {name: value, **more}.items():
        draft.give(field, given, ahead=ahead)


_MOST_AS_SETS: Final = 50
LIGHTEST_BARE: Final = 20
"""'45x10, 95x8, 135x5' begins with the bar: less than that is a number of sets, even among loads."""
_MOST_PERCENT: Final = 120
"""Nobody asks for a larger part of a maximum: '@ 135' is a weight."""
_BARE_BEHIND: Final = Pattern(r"@ ?(\d{2,3}(?:\.5)?)(?![\d.%]| ?[%a-z:/-])", "@", re.IGNORECASE)
"""Loads without a unit: in '1x5 @ 95, 1x5 @ 135' the first is none per cent either."""
_BAR_BY_REPS: Final = Pattern(r"\bbar ?x ?\d", "bar", re.UNICODE)
"""'bar x10, 40x5, 50x3': the bar first, then loads."""
_BARE_LOAD: Final = Pattern(
    r"(?<![\d.x@/-])(\d{2,3}(?:\.\d)?) ?x ?(?:\d{1,2}(?![\d.:])|(?:amrap|max)\b)"
    r"(?! ?(?:s|secs?|seconds|\"|'|min|m|metres|meters|yd|yards|ft|cal)\b)",
    "",
    re.UNICODE,
)


def is_bare_load(draft: SetsDraft, span: NumberRange) -> bool:
    """Whether the first of '225x5' is a load without its unit: more than anyone does sets of, or next to such a one."""
    if span.low != span.high or span.low < LIGHTEST_BARE or draft.timing or draft.depth:
        return False
    rest = draft.cursor.tokens[draft.cursor.place - 1 :]
    here = _BARE_LOAD.match(draft.cursor.text[rest[0].at :].lower())
    line = draft.cursor.text.lower()
    heavy = sum(map(float, _BARE_LOAD.findall(line))) > _MOST_AS_SETS
    return here is not None and (heavy or bool(_BAR_BY_REPS.search(line)))


def bare_load(draft: SetsDraft, span: NumberRange) -> Load:
    """A load without its unit, which is that of the sets before it: '50 kg x 10, 60 x 8'; else it is words."""
    before = (draft.group or {}).get("load")
    if isinstance(before, Load) and before.kind == "weight":
        return Load("weight", limits.weight(span), before.unit, before.count, before.tool)
    return Load("words", words=str(span))


def times_reps(draft: SetsDraft, found: dict[str, object]) -> None:
    cursor = draft.cursor
    cursor.sign("x")
    if cursor.phrase(MOST) is not None:
        draft.start({"sets": ONE, "open_ended": True, **found})
        return
    start = cursor.place
    figures = cursor.figures()
    if figures and figures.sign in (",", "/") and not cursor.see(UNITS) and cursor.peek().text != "x":
        draft.start_list([{**measures.amount(item, None), **found} for item in figures.items])
        return
    cursor.place = start
    figure = cursor.figure()
    if figure is None:
        raise ValueError("a number is missing after 'x'")
    sets = ONE
    unit = measures.work_unit(draft)
    spelt = unit is not None
    if cursor.sign("x"):
        second = cursor.span()
        if second is None:
            raise ValueError("a number is missing after 'x'")
        named = cursor.word("sets", "set") or spelt
        if not named and second != figure.span:
            a, b = figure.span, second
            as_sets = [f"{n} set{'' if n == ONE else 's'} of {m}" for n, m in ((b, a), (a, b))]
            raise ValueError(
                f"is 'x{a}x{b}' {as_sets[0]}, or {as_sets[1]}? write '{b}x{a}' or '{a}x{b}' first, then the load"
            )
        sets = second
    work = {**measures.amount(figure, unit or measures.work_unit(draft)), **measures.side(draft)}
    draft.start({"sets": limits.whole_span(sets, 1, 50, "sets"), **work, **found})


def weight(draft: SetsDraft, span: NumberRange, unit: str, start: int, count: int = 1) -> None:
    """A weight whose number and unit were taken from *start*: what it is, or that it is no load."""
    cursor = draft.cursor
    if is_change(cursor):
        note(draft, start)
        return
    if cursor.phrase(ASSISTANCE) is not None:
        give_load(draft, "load", Load("assistance", limits.weight(span), cast(Unit, unit)))
        return
    sided = cursor.see(SIDES) > cursor.see(TOOLS)  # '60 kg each side' says it of the sets
    timed = cursor.peek().text in ("each", "every") and cursor.peek(1).text in _PER_TIME
    tool = "" if sided or timed else cursor.phrase(TOOLS) or ""
    if not tool and cursor.word("bar"):
        tool = "barbell"
    if tool in _HELD and cursor.see(HANDS):  # '24 kg kettlebell in each hand' are two
        cursor.phrase(HANDS)
        count = max(count, 2)
    give_load(draft, "load", Load("weight", limits.weight(span), cast(Unit, unit), count, tool))


def each_of(draft: SetsDraft) -> bool:
    """Take the 'each of' in front of a number, and the weight behind it: 'each of 12 kg', 'each of 5 s hold'."""
    cursor = draft.cursor
    if cursor.peek().text != "each" or cursor.peek(1).text != "of" or cursor.peek(2).kind != "number":
        return False
    cursor.place += 2
    start = cursor.place
    span = cursor.span()
    unit = cursor.phrase(UNITS) if span else None
    if span is not None and unit in ("kg", "lb") and not is_change(cursor):
        give_load(draft, "load", Load("weight", limits.weight(span), cast(Unit, unit), 1, "each"))
        return True
    cursor.place = start
    return False


def is_change(cursor: Cursor) -> bool:
    """Whether a weight is how much to add or take off: '2.5 kg more', '2.5 kg each week'."""
    if cursor.see(LIGHTER) or cursor.peek().text in ("jumps", "increments", "steps", "from", "under", "over"):
        return True
    if cursor.peek().text in ("weekly", "daily"):
        return True
    each = cursor.peek().text in ("each", "every", "per", "a", "/", "next")
    if (
        cursor.peek().text == "every"
        and cursor.peek(1).kind == "number"
        and cursor.peek(2).text in _PER_TIMES
    ):
        return True  # '+5 kg every 2 weeks'
    more = (
        cursor.peek(2).text in ("+", "-", "add") and cursor.peek(3).kind == "number"
    )  # '60 kg each week +2.5 kg'
    short = cursor.peek().text == "/" and cursor.peek(1).text == "w"
    return short or (each and cursor.peek(1).text in _PER_TIME and not more)


def weights(draft: SetsDraft, figures: Figures, unit: str, start: int) -> None:
    """A weight for each set: '60/70/80 kg'."""
    spans = [limits.weight(item.span) for item in figures.items]
    written = f"{figures.sign.join(map(str, spans))} {unit}"
    tool = draft.cursor.phrase(TOOLS) or ""
    values: list[object] = [Load("weight", span, cast(Unit, unit), tool=tool) for span in spans]
    try:
        draft.give_list("load", values, written)
    except ValueError:
        if len(spans) == 2 and figures.sign == "/" and draft.group is not None and "load" not in draft.group:
            draft.give("load", Load("words", words=words(draft, start)))  # for men and for women
            return
        raise


def pair(draft: SetsDraft) -> bool:
    """Take '2x12 kg', two weights of 12 kg."""
    cursor = draft.cursor
    start = cursor.place
    count = cursor.number()
    if count and count <= 10 and count.is_integer() and cursor.sign("x") and (span := cursor.span()):
        unit = cursor.phrase(UNITS)
        if (
            unit in ("kg", "lb")
            and cursor.peek().text != "x"
            and (draft.group is not None or _group_behind_tool(cursor) or _reps_behind_tool(cursor))
            and not (draft.group or {}).get("by_load")
        ):
            weight(draft, span, unit, start, int(count))
            return True
        if unit is None and cursor.see(TOOLS) and draft.group is not None and not draft.gap.strip(" @("):
            cursor.phrase(TOOLS)
            give_load(draft, "load", Load("words", words=words(draft, start)))
            return True
    cursor.place = start
    return False


def behind_at(draft: SetsDraft, spans: list[NumberRange], written: str) -> None:
    """Take numbers without a unit behind '@', which are loads if one in the line is too much for per cent."""
    others = (float(load) for load in _BARE_BEHIND.findall(draft.cursor.text))
    if min(span.low for span in spans) <= _MOST_PERCENT >= max(others, default=0):
        raise bare_number(spans[0])
    found = [bare_load(draft, span) for span in spans]
    if len(found) == 1:
        give_load(draft, "load", found[0])
    else:
        draft.give_list("load", list(found), written)


def bare_number(span: NumberRange) -> ValueError:
    """The refusal of a number behind '@' that has no unit and can be no RPE."""
    n = decimal(span.low) if span.low == span.high else str(span)
    if 10 < span.low <= 12:
        limits.rpe(span)
    return ValueError(f"is '@ {n}' a weight or per cent? write '@ {n} kg', '@ {n} lb' or '@ {n}%'")
