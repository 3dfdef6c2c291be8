"""What begins with a number."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import asked, limits, loads, percentages
from cardmaker.plan.sets.clauses.efforts import give_effort
from cardmaker.plan.sets.clauses.repeats import many_times
from cardmaker.plan.sets.clauses.rests import give_rest
from cardmaker.plan.sets.cursor import Figure, Figures
from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.noteends import in_a_name
from cardmaker.plan.sets.notes import words
from cardmaker.plan.sets.numbers.counts import counted, total
from cardmaker.plan.sets.numbers.durations import duration
from cardmaker.plan.sets.numbers.lists import listed, load_list
from cardmaker.plan.sets.numbers.namedsets import counted_sets
from cardmaker.plan.sets.numbers.work_alone import has_work, measured
from cardmaker.plan.sets.record import MAX_SETS, ONE, Load, NumberRange
from cardmaker.plan.sets.times import sets_behind
from cardmaker.plan.sets.words import MANY_SINGLES, NUMBER_WORDS, REST_AFTER, TIMES, UNITS
from cardmaker.plan.sets.work import measures
from cardmaker.plan.sets.work.both_sides import left_and_right

_ONE_AND_A_BIT: Final = Pattern(r"1\s?\+\s?(?:1/[234]|\.25|\.5)(?: reps)?(?![\d./])", "+", re.IGNORECASE)
_REPEAT_FRACTION: Final = Pattern(
    r"(?:1\.25|1\.5|1 1/2|1 1/4|1/2|1/4) reps?(?![a-z])", "1.25|1.5|1/2|1/4", re.IGNORECASE
)
_SHORT_OF_FAILURE: Final = Pattern(
    r"(?:reps?|wdh\.?) (?:short of|shy of|away from|from|before) failure(?![a-z])", "failure", re.IGNORECASE
)
_MANY_A_DAY: Final = 20
"""'100/day' are repetitions: nothing is done so many times a day."""
_REPS_WORD: Final = ("reps", "rep", "repetitions")


def numbered(draft: SetsDraft) -> bool:
    """Take an item that begins with a number; False, and nothing, if none is here."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(1).text in (*_REPS_WORD, "times"):
        reps = NumberRange(*[NUMBER_WORDS[cursor.peek().text]] * 2)
        cursor.place += 2
        if draft.group is not None and not has_work(draft.group):
            draft.group.update(reps=reps, **measures.side(draft))
        else:
            draft.start({"sets": ONE, "reps": reps, **measures.side(draft), "uncounted": True})
        return True
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(1).text in ("sets", "set", "warm-up", "rounds"):
        cursor.place += 1
        return counted_sets(draft, NumberRange(*[NUMBER_WORDS[cursor.peek(-1).text]] * 2))
    if cursor.peek().kind not in ("number", "clock"):
        return False
    if cursor.match(_ONE_AND_A_BIT) or cursor.match(_REPEAT_FRACTION):
        draft.remark(words(draft, start))
        return True
    if draft.group is None and in_a_name(cursor):
        return False
    if draft.group is None:
        asked.ask_21s(draft, ONE)
        asked.ask_work_and_rest(draft)
    if loads.pair(draft):
        return True
    if (draft.group is None or draft.gap in (",", ";")) and (sided := left_and_right(draft)):
        draft.start({"sets": ONE, **sided, "uncounted": True})
        return True
    if duration(draft, start):
        return True
    cursor.place = start
    if cursor.peek().text == "21s":
        return False
    behind = draft.group is not None and (draft.gap == "@" or cursor.peek(-1).text == "@")
    figures = cursor.effort_figures() if behind else cursor.figures()
    if figures is None:
        return False
    if len(figures.items) > 1:
        return listed(draft, figures, start)
    crossed = cursor.peek().text == "x" and cursor.peek(1).kind == "number"
    if behind and crossed and figures.one.low <= 10:
        return _effort_times(draft, figures.one)
    return _one(draft, figures, start)


def _open_by_load(draft: SetsDraft, span: NumberRange) -> bool:
    """The open set among '5x75% 3x85% 1+x95%'."""
    cursor = draft.cursor
    cursor.sign("x")
    load = cursor.span()
    unit = cursor.phrase(UNITS) if load else None
    if load is None or unit not in ("kg", "lb", "%"):
        raise ValueError(f"don't understand '{span}+x'; write sets like '{EXAMPLE}'")
    draft.start(
        {
            "sets": ONE,
            "reps": limits.reps(span),
            "open_ended": True,
            **percentages.fields(load, unit),
            "by_load": True,
        }
    )
    return True


def _effort_times(draft: SetsDraft, span: NumberRange) -> bool:
    """'5 @ 8 x 3' is three sets at RPE 8; in 'x1 @8 x5 @9' another set follows."""
    cursor = draft.cursor
    group = draft.group
    give_effort(draft, "rpe", [span], "")
    if group is None or (cursor.peek().spaced and not cursor.peek(1).spaced):
        return True
    if not group.get("uncounted"):
        amount = cursor.peek(1).raw
        if cursor.peek(1).value > 10:
            raise ValueError(f"is '@ {span}x{amount}' {span} of {amount} kg? write '{span}x{amount} kg'")
        raise ValueError(f"don't understand '{cursor.rest}' behind '@ {span}'; write sets like '{EXAMPLE}'")
    sets, counted = sets_behind(draft)
    group.update(sets=sets, uncounted=not counted)
    return True


def _one(draft: SetsDraft, figures: Figures, start: int) -> bool:
    """A single number or range, by what follows it."""
    cursor = draft.cursor
    span = figures.one
    if span.high == 0 and draft.group is not None and cursor.word("rest"):
        give_rest(draft, span)
        return True
    if draft.group is not None and cursor.match(_SHORT_OF_FAILURE):
        draft.give("rir", limits.rir(span))
        return True
    if what := cursor.phrase(TIMES):
        if draft.group is None and span.low >= _MANY_A_DAY:
            draft.start({"sets": ONE, "reps": limits.reps(span)})
            span = ONE
        draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
        cursor.sign(":")
        return True
    if cursor.word("times"):
        many_times(draft, span, start)
        return True
    if word := cursor.word(*MANY_SINGLES):  # '3 doubles' are three sets of two
        reps = float(MANY_SINGLES[word])
        draft.start({"sets": limits.whole_span(span, 1, MAX_SETS, "sets"), "reps": NumberRange(reps, reps)})
        return True
    if cursor.word("ladder", "ladders"):
        cursor.word("of")
        cursor.sign(":", "x")
        bracket = cursor.sign("(", "[")
        rungs = cursor.figures()
        if bracket:
            cursor.sign(")", "]")
        if (
            rungs
            and len(rungs.items) > 1
            and span.low == span.high
            and span.low * len(rungs.items) <= MAX_SETS
        ):
            own = measures.side(draft)
            each = [{**measures.amount(item, None), **own} for item in rungs.items]
            draft.start_list(each * int(span.low))
            return True
        raise ValueError("write a ladder as a list, such as '1-2-3-4-5', or '1-2-3 x 5' for five of them")
    if cursor.peek().text == "x" and not figures.items[0].open_ended:
        if loads.is_bare_load(draft, span):
            loads.times_reps(draft, {"load": loads.bare_load(draft, span)})
            return True
        return counted(draft, span)
    if cursor.peek().text == "x" and draft.group is not None and draft.group.get("by_load"):
        return _open_by_load(draft, span)
    if counted_sets(draft, span):
        return True
    if total(draft, span):
        return True
    unit_place = cursor.place
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb", "%"):
        more = figures.items[0].open_ended
        figures = _more_with_unit(draft, span, unit)
        more = _or_more(draft) or more
        if len(figures.items) > 1:
            load_list(draft, figures, unit, start)
        elif unit == "%":
            percentages.percent(draft, figures, start)
        else:
            loads.weight(draft, figures.one, unit, start)
        if more:
            _open_load(draft, f"{figures.items[-1].span}{'' if unit == '%' else ' '}{unit}+")
        return True
    match unit:
        case "rir" | "rpe":
            listed = _more_with_unit(draft, span, unit)
            give_effort(draft, unit, [item.span for item in listed.items], listed.sign)
            return True
        case "rm" if draft.group is not None:
            loads.give_load(draft, "load", Load("rm", limits.whole_span(span, 1, 30, "RM")))
            cursor.word("load", "weight")
            return True
        case "reps" if cursor.peek().text == "in" and cursor.peek(1).text in ("reserve", "the", "tank"):
            cursor.place += 2
            cursor.word("tank")
            draft.give("rir", limits.rir(span))
            return True
    cursor.place = unit_place
    return measured(draft, figures.items[0], start)


def _or_more(draft: SetsDraft) -> bool:
    """Take the plus of '85%+'."""
    cursor = draft.cursor
    plus = cursor.peek()
    if plus.text != "+" or plus.spaced or (cursor.peek(1).kind == "number" and not cursor.peek(1).spaced):
        return False
    cursor.place += 1
    return True


def _open_load(draft: SetsDraft, written: str) -> None:
    """The plus behind a load: of '5@65%, 5@75%, 5@85%+' it says that the set is open; else it is kept."""
    ramp = [found for found in draft.groups if found.get("uncounted") and found.get("reps")]
    if (
        draft.group is not None
        and len(ramp) > 1
        and ramp[-1] is draft.group
        and not draft.group.get("open_ended")
    ):
        draft.group["open_ended"] = True
    else:
        draft.remark(written)


def _more_with_unit(draft: SetsDraft, span: NumberRange, unit: str) -> Figures:
    """Take the rest of '65%, 75%, 85%' and '60 kg to 70 kg', where each number has its unit."""
    cursor = draft.cursor
    items = [Figure(span)]
    sign = cursor.peek().text
    while sign in (",", "/", "-", "to") and cursor.peek().text == sign and cursor.peek(1).kind == "number":
        before = cursor.place
        if sign == "-" and cursor.peek().spaced and not cursor.peek(1).spaced:
            break  # '80% -10%' is lighter by a tenth
        cursor.place += 1
        following = cursor.span()
        same = following and cursor.see(UNITS) and cursor.phrase(UNITS) == unit
        crossed = cursor.peek().text == "x" and sign != "/"
        if not following or not same or crossed or cursor.see(REST_AFTER) or loads.is_change(cursor):
            cursor.place = before
            break
        items.append(Figure(following))
    if sign in ("-", "to") and len(items) == 2 and span.low < items[1].span.low:
        return Figures((Figure(NumberRange(span.low, items[1].span.high)),), "")
    return Figures(tuple(items), sign if len(items) > 1 else "")
