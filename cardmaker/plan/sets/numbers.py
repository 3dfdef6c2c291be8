"""What a number begins: sets, a list, one set, a load, an effort, a time; else it belongs to a note."""

import re
from collections.abc import Callable
from typing import Any, Final

from cardmaker.plan.sets import amounts, limits, loads
from cardmaker.plan.sets.clauses import give_effort, give_rest, many_times, take_seconds
from cardmaker.plan.sets.cursor import Figure, Figures
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.normal import seconds
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import MAX_SETS, ONE, Load, NumberRange
from cardmaker.plan.sets.words import (
    BASES,
    ECCENTRIC,
    FAILURE,
    HOLD,
    LOAD_WORDS,
    MOST,
    NUMBER_WORDS,
    REST_AFTER,
    ROLES,
    SIDES,
    TECHNIQUES,
    TIMES,
    TOOLS,
    UNITS,
    phrases,
)

_SECONDS: Final = {"s": 1, "min": 60, "h": 3600}
_TIGHT_21S: Final = re.compile(r"21s(?![a-z])", re.IGNORECASE)
_ONE_AND_A_BIT: Final = re.compile(r"1\s?\+\s?(?:1/[234]|\.25|\.5)(?: reps)?(?![\d./])", re.IGNORECASE)
_REPEAT_FRACTION: Final = re.compile(r"(?:1\.25|1\.5|1/2|1/4) reps?(?![a-z])", re.IGNORECASE)
_PAUSED: Final = ("cluster", "rest-pause", "myo-reps")
_FEW_SETS = 5
_SHORTEST_REST = 30
"""A time from here on that follows a load by itself, or in brackets, is the rest."""


def numbered(draft: SetsDraft) -> bool:
    """Take an item that begins with a number; False, and nothing, if none is here."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(1).text in ("sets", "set", "warm-up"):
        cursor.place += 1
        return _counted_sets(draft, NumberRange(*[NUMBER_WORDS[cursor.peek(-1).text]] * 2))
    if cursor.peek().kind not in ("number", "clock"):
        return False
    if cursor.match(_ONE_AND_A_BIT) or cursor.match(_REPEAT_FRACTION):
        draft.remark(words(draft, start))
        return True
    if loads.pair(draft):
        return True
    if _duration(draft, start):
        return True
    cursor.place = start
    if cursor.peek().text == "21s":
        return False
    figures = cursor.figures()
    if figures is None:
        return False
    if len(figures.items) > 1:
        return _list(draft, figures, start)
    return _one(draft, figures, start)


def _one(draft: SetsDraft, figures: Figures, start: int) -> bool:
    """A single number or range, by what follows it."""
    cursor = draft.cursor
    span = figures.one
    if what := cursor.phrase(TIMES):
        draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
        cursor.sign(":")
        return True
    if cursor.word("times"):
        many_times(draft, span, start)
        return True
    if cursor.peek().text in ("ladder", "ladders"):
        raise ValueError(f"write a ladder as a list, such as '1-2-3 x {span}'")
    if cursor.peek().text == "x" and not figures.items[0].open_ended:
        return _counted(draft, span)
    if _counted_sets(draft, span):
        return True
    if _total(draft, span):
        return True
    unit_place = cursor.place
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb", "%"):
        figures = _more_with_unit(draft, span, unit)
        if len(figures.items) > 1:
            place, cursor.place = cursor.place, unit_place
            cursor.place = place
            (loads.percent if unit == "%" else _weights(unit))(draft, figures, start)
        elif unit == "%":
            loads.percent(draft, figures, start)
        else:
            loads.weight(draft, figures.one, unit, start)
        return True
    match unit:
        case "rir" | "rpe":
            give_effort(draft, unit, [span], "")
            return True
        case "rm" if draft.group is not None:
            loads.give_load(draft, "load", Load("rm", limits.whole_span(span, 1, 30, "RM")))
            return True
        case "reps" if cursor.word("in"):
            cursor.word("reserve", "the")
            cursor.word("tank")
            draft.give("rir", limits.rir(span))
            return True
    cursor.place = unit_place
    return _amount(draft, figures.items[0], start)


def _weights(unit: str) -> Callable[[SetsDraft, Figures, int], None]:
    def give(draft: SetsDraft, figures: Figures, start: int) -> None:
        loads.weights(draft, figures, unit, start)

    return give


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
        if not following or not same or cursor.peek().text == "x" or cursor.see(REST_AFTER):
            cursor.place = before
            break
        items.append(Figure(following))
    if sign in ("-", "to") and len(items) == 2 and span.low < items[1].span.low:
        return Figures((Figure(NumberRange(span.low, items[1].span.high)),), "")
    return Figures(tuple(items), sign if len(items) > 1 else "")


def _counted(draft: SetsDraft, span: NumberRange) -> bool:
    """'3x10': the number of sets, then what one is; '1.5 x bodyweight' is a load."""
    cursor = draft.cursor
    cursor.sign("x")
    if cursor.see(BASES) and cursor.peek().text in ("bw", "bodyweight", "body", "body-weight"):
        cursor.phrase(BASES)
        loads.give_load(draft, "percent", limits.percent(span.times(100)), percent_of="bodyweight")
        return True
    if not span.low.is_integer():
        raise ValueError(f"sets should be a whole number, not {span}")
    if cursor.see(_SETS_WORD):
        raise ValueError(f"don't understand '{cursor.rest}' after '{span} x'; write sets like '{EXAMPLE}'")
    _ask_21s(draft, span)
    swapped = cursor.peek().kind == "number" and cursor.peek(1).text in ("sets", "set")
    if span.low != span.high and span.low >= _FEW_SETS and not swapped:
        after = cursor.rest.split()[0] if cursor.rest else "3"
        raise ValueError(f"is '{span} x' the reps? write sets first, '{after}x{span}'")
    founds = amounts.counted_work(draft, span)
    _start(draft, founds)
    _myo_behind(draft)
    return True


_SETS_WORD: Final = phrases({"": "sets | set"})


def _start(draft: SetsDraft, founds: list[Found]) -> None:
    if len(founds) > 1:
        draft.start_list(founds)
    else:
        draft.start(founds[0])


def _ask_21s(draft: SetsDraft, span: NumberRange) -> None:
    """'3x21s' may be a hold of 21 seconds, or three times seven repetitions."""
    cursor = draft.cursor
    if not cursor.ended and _TIGHT_21S.match(cursor.text, cursor.peek().at) and cursor.see(HOLD, 2) == 0:
        raise ValueError(
            f"is '21s' a hold of 21 s, or 7 + 7 + 7 reps? write '{span}x21 s hold' or '{span}x7+7+7'"
        )


def _counted_sets(draft: SetsDraft, span: NumberRange) -> bool:
    """'3 sets of 10', '2 warm-up sets'; '10 reps, 3 sets' counts what was said before."""
    cursor = draft.cursor
    start = cursor.place
    role = cursor.phrase(ROLES) if cursor.see(ROLES) else None
    said = {token.text for token in cursor.tokens[start : cursor.place]}
    if role is not None and not said & {"sets", "set", "single"} and not cursor.word("sets", "set"):
        cursor.place = start
        return False
    if role is None:
        _adjective(draft)
    if role is None and not cursor.word("sets", "set", "rounds", "series"):
        return False
    if cursor.peek(-1).text == "rounds" and cursor.peek().text not in ("of", "x"):
        cursor.place = start
        return False
    group = draft.group
    if group is not None and group.pop("uncounted", False) and role is None:
        group["sets"] = amounts.set_count(span)
        return True
    if role:
        draft.held["role"] = role
    sets_of(draft, span)
    if role:
        draft.held.pop("role", None)
    return True


def _adjective(draft: SetsDraft) -> None:
    """Take the word in front of 'sets': '3 heavy sets', '3 hard sets'."""
    cursor = draft.cursor
    word = cursor.peek()
    if word.kind != "word" or cursor.peek(1).text not in ("sets", "set"):
        return
    if cursor.see(UNITS) or cursor.see(TECHNIQUES):
        return
    cursor.place += 1
    if word.text in LOAD_WORDS:
        draft.held["load"] = Load("words", words=word.text)
    else:
        draft.held["note"] = word.raw


def sets_of(draft: SetsDraft, span: NumberRange) -> None:
    """What follows a number of sets: 'of 10', ', 10 reps', 'to failure', or nothing yet."""
    cursor = draft.cursor
    start = cursor.place
    while cursor.word("of", "for", "with", "at") or cursor.sign("x", ",", ":", "-", "/"):
        pass
    number = cursor.peek().kind in ("number", "clock")
    if number and not _is_clause(draft):
        _start(draft, amounts.counted_work(draft, span))
        return
    if cursor.see(MOST) or cursor.see(FAILURE):
        _start(draft, amounts.counted_work(draft, span))
        return
    cursor.place = start
    cursor.word("of")
    draft.start({"sets": amounts.set_count(span)})


def _is_clause(draft: SetsDraft) -> bool:
    """Whether the number here is a load, an effort or sets of its own, rather than what one set is."""
    cursor = draft.cursor
    start = cursor.place
    figures = cursor.figures()
    unit = cursor.phrase(UNITS) if figures else None
    counted = cursor.peek().text in ("x", "sets", "set")
    rest = unit in _SECONDS and cursor.see(REST_AFTER) > 0
    times = cursor.see(TIMES) > 0
    cursor.place = start
    return unit in ("kg", "lb", "%", "rir", "rpe") or counted or rest or times


def _total(draft: SetsDraft, span: NumberRange) -> bool:
    """'50 total', '50 reps in total': in as many sets as it takes."""
    cursor = draft.cursor
    start = cursor.place
    cursor.word("reps", "rep")
    if not (cursor.word("total") or (cursor.word("in") and cursor.word("total"))):
        cursor.place = start
        return False
    cursor.word("reps", "rep")
    if draft.group is not None:
        note(draft, start - 1)
        return True
    draft.whole["total_reps"] = limits.reps(span)
    draft.start({"sets": ONE})
    return True


def _amount(draft: SetsDraft, figure: Figure, start: int) -> bool:
    """Repetitions or a distance without a number of sets: of the group being read, a set alone, or a note."""
    cursor = draft.cursor
    group = draft.group
    span = figure.span
    if (draft.gap == "@" or cursor.peek(start - cursor.place - 1).text == "@") and group is not None:
        if span.low <= 10 and not cursor.see(UNITS):
            give_effort(draft, "rpe", [span], "")
            return True
        if not cursor.see(UNITS):
            raise loads.bare_number(span)
    unit = amounts.work_unit(draft)
    if (
        group is not None
        and unit == "reps"
        and group.get("uncounted")
        and group.get("hold_s")
        and "reps" not in group
    ):
        group["reps"] = limits.reps(span)  # 'hold 20 s, 3 reps'
        return True
    if group is not None and not has_work(group):
        group.update(amounts.amount(figure, unit), **amounts.side(draft))
        return True
    if (
        unit is None
        and group is not None
        and cursor.see(TOOLS)
        and cursor.peek().text not in ("each", "total")
    ):
        cursor.phrase(TOOLS)
        loads.give_load(draft, "load", Load("words", words=words(draft, start)))
        return True
    if group is not None and cursor.see(TECHNIQUES) and "technique" not in group:
        said = cursor.phrase(TECHNIQUES)
        group["technique"] = said
        if said == "drop set":
            group["drops"] = int(limits.whole_span(span, 1, 10, "drops").low)
        return True
    aimed = cursor.peek().text in ("@", "at")
    sided = cursor.see(SIDES) > 0
    if group is None or (draft.gap in (",", ";", "+") and (unit or aimed or (sided and draft.depth == 0))):
        return _alone(draft, figure, unit, start)
    if draft.gap == "" and aimed and not draft.depth:  # '5@65% 5@75%'
        return _alone(draft, figure, unit, start)
    if cursor.peek().kind == "word" or unit or sided or draft.depth:
        note(draft, start)
        return True
    if group is not None and draft.gap in (",", "/"):
        raise ValueError(
            f"how many sets of {span}? write '1x{span}', or a load or rest with its unit, '{span} kg', 'rest {span} s'"
        )
    raise ValueError(
        f"don't understand '{cursor.text[cursor.tokens[start].at :]}'; "
        f"a load has a unit, '{span} kg', and so has a rest, 'rest {span} s'"
    )


def _alone(draft: SetsDraft, figure: Figure, unit: str | None, start: int) -> bool:
    """One set, whose number of sets may follow: '10 reps', '5 @ 65%', '30 s x 3'."""
    cursor = draft.cursor
    if unit is None and (found := amounts.parts(draft, figure.span)):
        draft.start({"uncounted": True, **found, **amounts.side(draft)})
        _myo_behind(draft)
        return True
    behind = cursor.peek()
    if unit is None and behind.kind == "word" and not behind.spaced and not cursor.see(SIDES):
        written = cursor.text[cursor.tokens[start].at :]
        raise ValueError(f"don't understand '{written}'; write sets like '{EXAMPLE}'")
    found = amounts.amount(figure, unit)
    amounts.times_more(draft, found, counted=False)
    found |= amounts.side(draft)
    if not found.get("distance") and cursor.phrase(HOLD) is not None and "hold_s" not in found:
        found["note"] = "hold"
    said = bool(unit or found.get("per") or cursor.peek().text in ("@", "at") or draft.held or draft.timing)
    sets, counted = _times(draft)
    draft.start({"sets": sets, **found, "uncounted": not counted})
    if not said and not counted and not figure.open_ended and cursor.peek().kind != "word":
        draft.whole["bare"] = str(figure.span)
    _myo_behind(draft)
    return True


def _times(draft: SetsDraft) -> tuple[NumberRange, bool]:
    """Take 'x 3', 'x 3 sets' behind what one set is."""
    cursor = draft.cursor
    start = cursor.place
    sets = cursor.span() if cursor.sign("x") else None
    if sets and (cursor.word("sets", "set", "times", "rounds") or not cursor.see(UNITS)):
        return amounts.set_count(sets), True
    cursor.place = start
    return ONE, False


def _myo_behind(draft: SetsDraft) -> None:
    """Take the small sets of '1x15 + 4x5 myo'."""
    cursor = draft.cursor
    group = draft.group
    if group is None or "reps" not in group or not any("myo" in token.text for token in cursor.tokens):
        return
    start = cursor.place
    plus = cursor.sign("+", ",") == "+"
    while cursor.word("myo", "myo-reps", "myoreps", "myo-rep") or cursor.word("reps", "rep"):
        pass
    plus = cursor.sign("+", ":", ",") == "+" or plus
    many = cursor.number()
    each = cursor.number() if many and cursor.sign("x") else None
    if many and each and plus and not cursor.see(UNITS):
        group["small_sets"] = (int(many), int(each))
        group["technique"] = "myo-reps"
        group.update(amounts.side(draft))
    else:
        cursor.place = start


def has_work(found: dict[str, Any]) -> bool:
    """Whether a group says what one set is."""
    names = ("reps", "hold_s", "distance", "calories", "parts", "open_ended", "maximum")
    return any(found.get(name) for name in names) or found.get("technique") == "to failure"


def _list(draft: SetsDraft, figures: Figures, start: int) -> bool:
    """'12/10/8', '60, 70, 80 kg', '75/85/95%', '21-15-9'."""
    cursor = draft.cursor
    place = cursor.place
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb"):
        loads.weights(draft, figures, unit, start)
        return True
    if unit == "%":
        loads.percent(draft, figures, start)
        return True
    spans = [item.span for item in figures.items]
    if unit in ("rpe", "rir"):
        give_effort(draft, unit, spans, figures.sign)
        return True
    if unit is None and draft.gap == "@" and draft.group is not None:
        if spans[0].low > 10:
            raise loads.bare_number(spans[0])
        give_effort(draft, "rpe", spans, figures.sign)
        return True
    cursor.place = place
    unit = amounts.work_unit(draft)
    if draft.group is not None and draft.gap not in (",", ";", "+", ":") and not draft.timing:
        note(draft, start)
        return True
    _ask_sides(draft, spans, figures.sign)
    if unit == "cal" and figures.sign == "/" and len(spans) == 2:
        a, b = spans
        raise ValueError(
            f"is '{a}/{b} cal' two sets, or one for men and one for women? write '{a} cal, {b} cal' or '{a} cal'"
        )
    own = amounts.side(draft)
    founds = [{**amounts.amount(item, unit), **own} for item in figures.items]
    sets, _ = _times(draft)
    if sets.low != sets.high:
        raise ValueError(
            f"write '{figures.sign.join(map(str, spans))} x {sets.low:g}', not from {sets.low:g} to {sets.high:g}"
        )
    if len(founds) * sets.low > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {len(founds) * sets.low:g}")
    draft.start_list(founds * int(sets.low))
    return True


def _ask_sides(draft: SetsDraft, spans: list[NumberRange], sign: str) -> None:
    if sign == "/" and len(spans) == 2 and spans[0] == spans[1] and not draft.timing:
        n = spans[0]
        raise ValueError(f"is '{n}/{n}' {n} for each side, or two sets of {n}? write '1x{n}/side' or '2x{n}'")


def _duration(draft: SetsDraft, start: int) -> bool:
    """A time: of a set, a rest, a hold, a pause inside a set, how slowly to lower."""
    cursor = draft.cursor
    value = take_seconds(draft)
    if value is None:
        value = _minutes_of_rest(draft)
        if value is None:
            return False
    group = draft.group
    if cursor.phrase(REST_AFTER) is not None:
        cursor.phrase(REST_AFTER)
        give_rest(draft, value)
        return True
    if group is not None and cursor.phrase(ECCENTRIC) is not None:
        return _lowering(draft, value, start)
    if group is not None and has_work(group) and cursor.phrase(HOLD) is not None:
        if "hold_s" in group or group.get("distance"):
            note(draft, start)
        else:
            group["hold_s"] = limits.seconds(value)
        return True
    if group is not None and group.get("distance") and draft.gap == "@":
        draft.remark(f"@ {words(draft, start)}")
        return True
    if group is not None and has_work(group) and not _another(draft):
        return _between(draft, value, start)
    return _hold_alone(draft, value)


def _minutes_of_rest(draft: SetsDraft) -> NumberRange | None:
    """'2m rest', in which a lone m can't mean metres."""
    cursor = draft.cursor
    start = cursor.place
    value = take_seconds(draft, lone_m=True)
    if value is not None and cursor.see(REST_AFTER):
        return value
    cursor.place = start
    return None


def _another(draft: SetsDraft) -> bool:
    """Whether a time goes on a list of holds: '30 s, 45 s, 60 s'."""
    group = draft.group
    return bool(
        group
        and group.get("uncounted")
        and group.get("hold_s")
        and not group.get("reps")
        and draft.gap in (",", "+")
    )


def _hold_alone(draft: SetsDraft, value: NumberRange) -> bool:
    cursor = draft.cursor
    hold = limits.seconds(value)
    held = cursor.phrase(HOLD) is not None
    own = amounts.side(draft)
    if draft.group is not None and not has_work(draft.group):
        draft.group.update(hold_s=hold, **own)
        return True
    if (cursor.peek().text == "x" and cursor.peek(2).text in ("reps", "rep")) or (
        held and _many(draft, hold)
    ):
        cursor.sign("x")
        reps = limits.reps(cursor.span() or ONE)
        cursor.word("reps", "rep")
        draft.start({"reps": reps, "hold_s": hold, "uncounted": True, **own})
        return True
    sets, counted = _times(draft)
    draft.start({"sets": sets, "hold_s": hold, **own, "uncounted": not counted})
    draft.give("per", own["per"]) if own else None
    return True


def _many(draft: SetsDraft, hold: NumberRange) -> bool:
    cursor = draft.cursor
    return (
        cursor.peek().text == "x"
        and cursor.peek(1).value >= 5
        and hold.high <= 10
        and cursor.peek(2).text != "sets"
    )


def _lowering(draft: SetsDraft, value: NumberRange, start: int) -> bool:
    """'3 s down' as a tempo, and in the coach's words."""
    cursor = draft.cursor
    first = cursor.place
    cursor.place = start
    cursor.place = first
    written = words(draft, start)
    if (
        value.low == value.high
        and value.low.is_integer()
        and value.low <= 10
        and "tempo" not in (draft.group or {})
    ):
        draft.give("tempo", f"{int(value.low)}-0-0-0")
    draft.remark(written)
    return True


def _between(draft: SetsDraft, value: NumberRange, start: int) -> bool:
    """A time behind work, without a word: a pause inside the set, a rest after a slash, or asked about."""
    cursor = draft.cursor
    group = draft.group
    assert group is not None
    if (group.get("technique") in _PAUSED or group.get("parts")) and "pause_s" not in group:
        group["pause_s"] = limits.seconds(value, "a pause")
        cursor.word("pause", "pauses")
        return True
    aimed = any(name in group for name in ("load", "percent", "rpe", "rir")) or (
        draft.gap == "," and "reps" in group and "hold_s" not in group
    )
    if (
        draft.gap == "/" or (value.low >= _SHORTEST_REST and (aimed or draft.depth))
    ) and cursor.peek().kind != "word":
        give_rest(draft, value)
        if group.get("uncounted"):
            sets, counted = _times(draft)
            group.update(sets=sets, uncounted=not counted)
        return True
    if cursor.peek().kind == "word" or draft.depth:
        note(draft, start)
        return True
    raise ValueError(f"is '{seconds(value)}' the rest? write 'rest {seconds(value)}'")
