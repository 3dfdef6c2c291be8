"""What a number begins: sets, a list, one set, a load, an effort, a time; else it belongs to a note."""

import re
from typing import Any, Final

from cardmaker.plan.sets import amounts, asked, limits, loads
from cardmaker.plan.sets.clauses import give_effort, give_rest, many_times, take_seconds
from cardmaker.plan.sets.cursor import Figure, Figures
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.normal import seconds
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import MAX_SETS, ONE, Load, NumberRange
from cardmaker.plan.sets.times import sets_behind
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
_ONE_AND_A_BIT: Final = re.compile(r"1\s?\+\s?(?:1/[234]|\.25|\.5)(?: reps)?(?![\d./])", re.IGNORECASE)
_REPEAT_FRACTION: Final = re.compile(r"(?:1\.25|1\.5|1 1/2|1 1/4|1/2|1/4) reps?(?![a-z])", re.IGNORECASE)
_UP: Final = re.compile(r"\b(\d) ?s(?:ecs?|econds?)? (?:up|concentric)\b", re.IGNORECASE)
_PAUSED: Final = ("cluster", "rest-pause", "myo-reps")
_FEW_SETS = 5
_SHORTEST_REST = 30
"""A time from here on that follows a load by itself, or in brackets, is the rest."""


def numbered(draft: SetsDraft) -> bool:
    """Take an item that begins with a number; False, and nothing, if none is here."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(1).text in (*_REPS_WORD, "times"):
        reps = NumberRange(*[NUMBER_WORDS[cursor.peek().text]] * 2)
        cursor.place += 2
        if draft.group is not None and not has_work(draft.group):
            draft.group.update(reps=reps, **amounts.side(draft))
        else:
            draft.start({"sets": ONE, "reps": reps, **amounts.side(draft), "uncounted": True})
        return True
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(1).text in ("sets", "set", "warm-up", "rounds"):
        cursor.place += 1
        return _counted_sets(draft, NumberRange(*[NUMBER_WORDS[cursor.peek(-1).text]] * 2))
    if cursor.peek().kind not in ("number", "clock"):
        return False
    if cursor.match(_ONE_AND_A_BIT) or cursor.match(_REPEAT_FRACTION):
        draft.remark(words(draft, start))
        return True
    if draft.group is None:
        asked.ask_21s(draft, ONE)
        asked.ask_work_and_rest(draft)
    if loads.pair(draft):
        return True
    if (draft.group is None or draft.gap in (",", ";")) and (sided := amounts.left_and_right(draft)):
        draft.start({"sets": ONE, **sided, "uncounted": True})
        return True
    if _duration(draft, start):
        return True
    cursor.place = start
    if cursor.peek().text == "21s":
        return False
    behind = draft.group is not None and (draft.gap == "@" or cursor.peek(-1).text == "@")
    figures = cursor.effort_figures() if behind else cursor.figures()
    if figures is None:
        return False
    if len(figures.items) > 1:
        return _list(draft, figures, start)
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
            **loads.fields(load, unit),
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
    if what := cursor.phrase(TIMES):
        draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
        cursor.sign(":")
        return True
    if cursor.word("times"):
        many_times(draft, span, start)
        return True
    if cursor.word("ladder", "ladders"):
        cursor.word("of")
        cursor.sign(":", "x")
        rungs = cursor.figures()
        if (
            rungs
            and len(rungs.items) > 1
            and span.low == span.high
            and span.low * len(rungs.items) <= MAX_SETS
        ):
            own = amounts.side(draft)
            each = [{**amounts.amount(item, None), **own} for item in rungs.items]
            draft.start_list(each * int(span.low))
            return True
        raise ValueError("write a ladder as a list, such as '1-2-3-4-5', or '1-2-3 x 5' for five of them")
    if cursor.peek().text == "x" and not figures.items[0].open_ended:
        return _counted(draft, span)
    if cursor.peek().text == "x" and draft.group is not None and draft.group.get("by_load"):
        return _open_by_load(draft, span)
    if _counted_sets(draft, span):
        return True
    if _total(draft, span):
        return True
    unit_place = cursor.place
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb", "%"):
        figures = _more_with_unit(draft, span, unit)
        more = _or_more(draft)
        if len(figures.items) > 1:
            _load_list(draft, figures, unit, start)
        elif unit == "%":
            loads.percent(draft, figures, start)
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
            return True
        case "reps" if cursor.peek().text == "in" and cursor.peek(1).text in ("reserve", "the", "tank"):
            cursor.place += 2
            cursor.word("tank")
            draft.give("rir", limits.rir(span))
            return True
    cursor.place = unit_place
    return _amount(draft, figures.items[0], start)


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


def _load_list(draft: SetsDraft, figures: Figures, unit: str, start: int) -> None:
    """A load for each set, of the sets before it or of those behind it: '70/80/90% x 5/3/1+'."""
    if _reps_behind(draft, figures, unit):
        return
    if unit == "%":
        loads.percent(draft, figures, start)
    else:
        loads.weights(draft, figures, unit, start)


def _reps_behind(draft: SetsDraft, figures: Figures, unit: str) -> bool:
    """Take the repetitions of '70/80/90% x 5/3/1+' and '40/50/60% x 5', a set for each load."""
    cursor = draft.cursor
    start = cursor.place
    base = cursor.phrase(BASES) if unit == "%" else None
    crossed = cursor.sign("x", ":")
    reps = cursor.figures()
    apart = crossed == "x" or draft.group is None or draft.gap in (",", ";", "+")
    alone = reps is not None and len(reps.items) == 1 and crossed == "x"
    if reps is None or not apart or not (alone or len(reps.items) == len(figures.items)):
        cursor.place = start
        return False
    cursor.word("reps", "rep")
    if cursor.peek().text in ("x", "sets", "set") or cursor.see(UNITS):
        cursor.place = start
        return False
    items = reps.items * len(figures.items) if len(reps.items) == 1 else reps.items
    own = amounts.side(draft)
    founds = [
        {**amounts.amount(item, None), **loads.fields(load.span, unit, base), **own}
        for item, load in zip(items, figures.items, strict=True)
    ]
    draft.start_list(founds)
    return True


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
        if not following or not same or crossed or cursor.see(REST_AFTER):
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
    if draft.group is None and draft.gap == "+" and not cursor.peek(-2).spaced:
        raise loads.bare_number(span)
    if draft.gap == "/" and span.low > 1 and draft.group is not None and draft.group.get("sets", ONE).low > 1:
        raise ValueError(
            "is '/' from week to week, or from set to set? write '3x10 -> 3x12', or '3x10, 3x12' for both"
        )
    asked.ask_21s(draft, span)
    swapped = cursor.peek().kind == "number" and cursor.peek(1).text in ("sets", "set")
    if span.low != span.high and span.low >= _FEW_SETS and not swapped:
        after = cursor.rest.split()[0] if cursor.rest else "3"
        raise ValueError(f"is '{span} x' the reps? write sets first, '{after}x{span}'")
    founds = amounts.counted_work(draft, span)
    _start(draft, founds)
    _myo_behind(draft)
    return True


_REPS_WORD: Final = ("reps", "rep", "repetitions")
_SETS_WORD: Final = phrases({"": "sets | set"})


def _start(draft: SetsDraft, founds: list[Found]) -> None:
    if len(founds) > 1:
        draft.start_list(founds)
    else:
        draft.start(founds[0])


def _counted_sets(draft: SetsDraft, span: NumberRange) -> bool:
    """'3 sets of 10', '2 warm-up sets'; '10 reps, 3 sets' counts what was said before."""
    cursor = draft.cursor
    start = cursor.place
    role = cursor.phrase(ROLES) if cursor.see(ROLES) else None
    said = {token.text for token in cursor.tokens[start : cursor.place]}
    named = role is None or said & {"sets", "set", "single"} or cursor.word("sets", "set")
    if role is not None and not named and not _counts_roles(draft, role):
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
    if group is not None and "in" in group.get("note", "").split() and "reps" in group and role is None:
        raise ValueError(
            f"are the {group['reps']} reps in all, or in each set? write '{group['reps']} total'"
        )
    if group is not None and group.pop("uncounted", False) and role is None:
        group["sets"] = amounts.set_count(span)
        return True
    if role:
        draft.held["role"] = role
    sets_of(draft, span)
    if role:
        draft.held.pop("role", None)
    return True


def _counts_roles(draft: SetsDraft, role: str) -> bool:
    """Whether '2 warm up, 3 working x 8' counts sets, without the word."""
    cursor = draft.cursor
    apart = draft.group is None or draft.gap in (",", ";", "+")
    follows = cursor.peek().text in ("x", "of") or (
        role == "warm-up" and cursor.peek().text in (",", ";", "+")
    )
    return apart and follows


def _adjective(draft: SetsDraft) -> None:
    """Take the word in front of 'sets': '3 heavy sets', '3 hard sets'."""
    cursor = draft.cursor
    word = cursor.peek()
    start = cursor.place
    technique = cursor.phrase(TECHNIQUES)
    behind = draft.group is None or draft.gap in (",", ";", "+")
    named = cursor.peek(-1).text in ("sets", "set") or cursor.peek().text in ("sets", "set")
    if technique and behind and named:
        cursor.place -= cursor.peek(-1).text in ("sets", "set")
        if draft.gap == "+" and cursor.peek(1).kind != "number" and cursor.peek(1).text not in ("of", "x"):
            raise ValueError(
                f"is '+ {words(draft, start - 1)} set' one more, or a part of the last? "
                f"write '1x10 {technique}' for one more, or 'last set {technique}'"
            )
        draft.held["technique"] = technique
        return
    cursor.place = start
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
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(-1).text == "of":
        reps = NumberRange(*[NUMBER_WORDS[cursor.peek().text]] * 2)
        cursor.place += 1
        cursor.word("reps", "rep")
        draft.start({"sets": amounts.set_count(span), "reps": reps, **amounts.side(draft)})
        return
    number = cursor.peek().kind in ("number", "clock")
    if number and not _is_clause(draft):
        _start(draft, amounts.counted_work(draft, span))
        return
    if cursor.peek().text == "(" and (founds := amounts.bracketed(draft, amounts.set_count(span))):
        if len(founds) == span.low * span.low:
            founds = founds[: len(founds) // int(span.low)]
        _start(draft, founds)
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
    named = cursor.see(ROLES) > 0 or cursor.peek(1).text in ("sets", "set")
    counted = (cursor.peek().text in ("x", "sets", "set") or named) and unit != "reps"
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
        joined = cursor.peek()
        if joined.kind == "word" and not joined.spaced and not cursor.see(UNITS):
            raise ValueError(
                f"don't understand '@ {span}{joined.raw}'; write '@ RPE 8', '@ 80%' or '@ 60 kg'"
            )
        if span.low <= 10 and not cursor.see(UNITS):
            give_effort(draft, "rpe", [span], "")
            return True
        if not cursor.see(UNITS):
            raise loads.bare_number(span)
    unit = amounts.work_unit(draft)
    if draft.timing and draft.depth and unit is None and cursor.peek().kind == "word" and group is None:
        draft.timing["note"] = words(draft, start) + "".join(f" {word}" for word in _words_on(draft))
        return True
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
    aimed = cursor.peek().text in ("@", "at") or bool(draft.held.get("role"))
    sided = cursor.see(SIDES) > 0
    listed = draft.gap in (",", ";") and sided and draft.depth == 0
    again = draft.gap == "/" and unit == "reps" and group is not None and bool(group.get("uncounted"))
    if group is None or (draft.gap in (",", ";", "+") and (unit or aimed)) or listed or again:
        return _alone(draft, figure, unit, start)
    if (draft.gap == "+" or draft.gap == ",") and figure.open_ended:  # '2x5 + 5+'
        return _alone(draft, figure, unit, start)
    if draft.gap == "" and aimed and not draft.depth:  # '5@65% 5@75%'
        return _alone(draft, figure, unit, start)
    bare = draft.depth and unit is None and cursor.peek().text == ")" and cursor.peek(-2).text == "("
    if (cursor.peek().kind == "word" or unit or sided or draft.depth) and not bare:
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


def _words_on(draft: SetsDraft) -> list[str]:
    """Take the words up to a sign."""
    cursor = draft.cursor
    found = []
    while not cursor.ended and cursor.peek().kind == "word":
        found.append(cursor.peek().raw)
        cursor.place += 1
    return found


def _alone(draft: SetsDraft, figure: Figure, unit: str | None, start: int) -> bool:
    """One set, whose number of sets may follow: '10 reps', '5 @ 65%', '30 s x 3'."""
    cursor = draft.cursor
    if unit is None and (found := amounts.parts(draft, figure.span, counted=False)):
        sets, counted = sets_behind(draft)
        draft.start({"sets": sets, "uncounted": not counted, **found, **amounts.side(draft)})
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
    sets, counted = sets_behind(draft)
    draft.start({"sets": sets, **found, "uncounted": not counted})
    if not said and not counted and not figure.open_ended and cursor.peek().kind != "word":
        draft.whole["bare"] = str(figure.span)
    _myo_behind(draft)
    return True


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


_LAST_TIMES: Final = re.compile(r", ?(\d+) x (\d+)")


def _list(draft: SetsDraft, figures: Figures, start: int) -> bool:
    """'12/10/8', '60, 70, 80 kg', '75/85/95%', '21-15-9'."""
    cursor = draft.cursor
    place = cursor.place
    if (
        figures.sign == ","
        and not cursor.ended
        and (found := _LAST_TIMES.match(cursor.text, cursor.peek().at))
    ):
        written = "-".join(str(item.span) for item in figures.items)
        raise ValueError(
            f"is 'x {found[2]}' said of the whole list? "
            f"write '{written}-{found[1]} x {found[2]}', or '{found[1]}x{found[2]}' after a semicolon"
        )
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb", "%"):
        _load_list(draft, figures, unit, start)
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
    apart = draft.gap in (",", ";", "+", ":")
    if draft.group is not None and draft.gap in ("", "(") and unit is None and spans[0].low > MAX_SETS / 2:
        written = figures.sign.join(map(str, spans))
        raise ValueError(f"are '{written}' weights or per cent? write '{written}%', or '{written} kg'")
    if draft.group is not None and not (apart or _same_sets(draft, figures, unit)) and not draft.timing:
        note(draft, start)
        return True
    asked.ask_sides(draft, spans, figures.sign)
    if unit == "cal" and figures.sign == "/" and len(spans) == 2:
        a, b = spans
        raise ValueError(
            f"is '{a}/{b} cal' two sets, or one for men and one for women? write '{a} cal, {b} cal' or '{a} cal'"
        )
    if unit is None and figures.sign == "/" and len(spans) == 2 and not draft.timing:
        asked.ask_slash(*spans)
    own = amounts.side(draft)
    founds = [{**amounts.amount(item, unit), **own} for item in figures.items]
    sets, _ = sets_behind(draft)
    if sets.low != sets.high:
        raise ValueError(
            f"write '{figures.sign.join(map(str, spans))} x {sets.low:g}', not from {sets.low:g} to {sets.high:g}"
        )
    if len(founds) * sets.low > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {len(founds) * sets.low:g}")
    draft.start_list(founds * int(sets.low))
    return True


def _same_sets(draft: SetsDraft, figures: Figures, unit: str | None) -> bool:
    """Whether a list in brackets says set by set what is in front of it: '3x15 (15, 15, 15+)'."""
    group = draft.group or {}
    reps = group.get("reps")
    return (
        draft.gap == "("
        and unit in (None, "reps")
        and group.get("sets", ONE).high == len(figures.items)
        and bool(reps and reps.low <= figures.one.low <= reps.high)
    )


def _duration(draft: SetsDraft, start: int) -> bool:
    """A time: of a set, a rest, a hold, a pause inside a set, how slowly to lower."""
    cursor = draft.cursor
    value = take_seconds(draft)
    if (
        value is not None
        and cursor.peek(-1).text in ("h", "hr", "hrs", "hour", "hours")
        and "every"
        in (
            cursor.peek(start - cursor.place - 1).text,
            draft.held.get("note"),
        )
    ):
        draft.held["note"] = f"every {words(draft, start)}"
        return True
    if value is None:
        value = _minutes_of_rest(draft)
        if value is None:
            return False
    group = draft.group
    of = cursor.peek(start - cursor.place - 1).text == "of"
    if of and group is not None and group.get("uncounted") and group.get("reps") and "hold_s" not in group:
        group["hold_s"] = limits.seconds(value)
        cursor.phrase(HOLD)
        return True
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
    asked.ask_clock(value, cursor.peek(-1))
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
    sets, counted = sets_behind(draft)
    own = own or amounts.side(draft)
    draft.start({"sets": sets, "hold_s": hold, **own, "uncounted": not counted})
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
        up = _UP.search(cursor.text)
        draft.give("tempo", f"{int(value.low)}-0-{up[1] if up else 0}-0")
    draft.remark(written)
    return True


def _between(draft: SetsDraft, value: NumberRange, start: int) -> bool:
    """A time behind work, without a word: a pause inside the set, a rest after a slash, or asked about."""
    cursor = draft.cursor
    group = draft.group
    assert group is not None
    if group.get("technique") == "myo-reps" and draft.gap == "+":
        raise ValueError("how many small sets, and of how many? write them like 'myo-reps 15 + 4x5'")
    if (group.get("technique") in _PAUSED or group.get("parts")) and "pause_s" not in group:
        group["pause_s"] = limits.seconds(value, "a pause")
        cursor.word("pause", "pauses")
        return True
    aimed = any(name in group for name in ("load", "percent", "rpe", "rir")) or (
        draft.gap == "," and "reps" in group and "hold_s" not in group
    )
    if (
        draft.gap in ("/", "|") or (value.low >= _SHORTEST_REST and (aimed or draft.depth))
    ) and cursor.peek().kind != "word":
        give_rest(draft, value)
        if group.get("uncounted"):
            sets, counted = sets_behind(draft)
            group.update(sets=sets, uncounted=not counted)
        return True
    if cursor.peek().kind == "word" or draft.depth:
        note(draft, start)
        return True
    raise ValueError(f"is '{seconds(value)}' the rest? write 'rest {seconds(value)}'")
