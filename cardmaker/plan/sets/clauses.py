"""Clauses that begin with a word: role, last set, rest, tempo, effort, technique, hold, sides, times a day."""

import re
from collections.abc import Callable
from typing import Final

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Figure, Figures, each_of_many
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.loads import group_ahead, named_load, signed
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import (
    BETWEEN,
    FAILURE,
    HOLD_FIRST,
    LAST,
    MOST,
    ONE_SIDE,
    REST,
    ROLES,
    SIDES,
    SINGLES,
    TECHNIQUES,
    TEMPO,
    TIMES_ALONE,
    UNITS,
    UP_TO,
)

_TEMPO: Final = re.compile(r"([\dx]{1,2}(?:\s?[-/:.]\s?[\dx]{1,2}){2,3}|[\dx]{3,4})(?![\w-])", re.IGNORECASE)
# Without the word: all four phases, '3010' only behind '@', and '20X1' unless it may be twenty sets of one.
_BARE_TEMPO: Final = re.compile(
    r"([\dx](?:-[\dx]){2,3}|[03-9]\dx\d|[12]\dx0|x[\dx]{3})(?![\w-]|\s?(?:kg|lb|%|s\b))", re.IGNORECASE
)
_DOUBTFUL_TEMPO: Final = re.compile(r"[12]\dx[1-9](?![\w-]|\s?(?:kg|lb|%|s\b))", re.IGNORECASE)
_LIKE_SETS: Final = re.compile(r"\d\dx[1-9]")
_AT_TEMPO: Final = re.compile(r"([\dx]{4}|\d\dx|\dx\d)(?![\w%-]|[.,]\d|\s?(?:kg|lb|%))", re.IGNORECASE)
# '4x8 3010, rest 60': no load has such four figures without a unit.
_BEHIND_TEMPO: Final = re.compile(
    r"([1-9][0-4][0-5][0-4])(?=$| ?[);|]|,(?!\d)| rest| rpe| rir)", re.IGNORECASE
)
_SIDE_LETTERS: Final = {"l": "left", "lt": "left", "r": "right", "rt": "right"}
_HALF: Final = 20
"""A rest without a unit is in seconds from here on; less may be minutes."""


def clause(draft: SetsDraft) -> bool:
    """Take a clause that begins with a word or a sign; False, and nothing, if there is none."""
    return any(read(draft) for read in _CLAUSES)


def _quoted(draft: SetsDraft) -> bool:
    token = draft.cursor.peek()
    if token.kind != "quote":
        return False
    draft.cursor.place += 1
    draft.remark(token.raw[1:-1])
    return True


_FIVES: Final = re.compile(r"5'?s pro(?![a-z])", re.IGNORECASE)


def _fives(draft: SetsDraft) -> bool:
    """'5s PRO': three sets of five, none of them open."""
    if draft.group is not None or not (found := draft.cursor.match(_FIVES)):
        return False
    draft.start({"sets": NumberRange(3, 3), "reps": NumberRange(5, 5), "note": found[0]})
    return True


def _role(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    role = cursor.phrase(ROLES)
    if role is None:
        return False
    cursor.sign(":")
    if draft.group is not None and draft.gap in ("", "(") and not group_ahead(cursor):
        draft.group["role"] = role
        return True
    draft.held.pop("role", None)
    if role:
        draft.held["role"] = role
        draft.whole["roles"] = draft.whole.get("roles", 0) + (role == "warm-up")
        if cursor.peek().text in ("@", "at") or (cursor.ended and not draft.groups):
            draft.start({"sets": ONE})
    return True


def _last_set(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if draft.group is None or not cursor.see(LAST):
        return False
    start = cursor.place
    cursor.phrase(LAST)
    if cursor.peek().kind == "number" and cursor.peek(1).text in ("sets", "set"):
        note(draft, start)
        return True
    before = draft.group
    last = draft.split_last()
    last["split"] = True
    if cursor.ended or cursor.peek().text in (")", ",", ";", "."):
        for name in ("open_ended", "technique"):
            if before is not last and name in before:
                for own in (name, "drops", "drop_percent"):
                    before.pop(own, None)
                return True
        if not last.get("open_ended") and not last.get("technique"):
            draft.remark("last set")
    elif _last_effort(draft, last):
        return True
    elif cursor.peek().kind == "number" and (figure := cursor.figure()):
        if cursor.peek().text in ("x", "kg", "lb", "%", "@"):
            raise ValueError(f"don't understand '{cursor.rest}' of the last set; write '2x10, 1x12+ 60 kg'")
        cursor.word("reps")
        last["reps"], last["open_ended"] = limits.reps(figure.span), figure.open_ended
    elif cursor.phrase(MOST) is not None:
        reps = last.get("reps")
        if reps and reps.low != reps.high:  # '3x8-12, last set AMRAP'
            last.pop("reps")
        last["open_ended"] = True
        cursor.word("reps")
    return True


def _last_effort(draft: SetsDraft, last: Found) -> bool:
    """'last set RPE 9', 'last set 0 RIR', which needn't be that of the others."""
    cursor = draft.cursor
    start = cursor.place
    cursor.sign("@")
    name = cursor.word("rpe", "rir")
    span = cursor.span()
    if span and not name and cursor.see(UNITS):
        name = cursor.phrase(UNITS) or ""
    if span is None or name not in ("rpe", "rir"):
        cursor.place = start
        return False
    for other in ("rpe", "rir"):
        last.pop(other, None)
    last[name] = (limits.rpe if name == "rpe" else limits.rir)(span)
    return True


def _up_to(draft: SetsDraft) -> bool:
    """'ramp to 5RM', 'work up to a heavy single', '5RM'."""
    cursor = draft.cursor
    start = cursor.place
    led = cursor.phrase(UP_TO) is not None
    daily = bool(cursor.word("daily"))
    while cursor.word("a", "an", "your", "the", "new", "daily", "today's"):
        pass
    heavy = bool(cursor.word("heavy", "max", "top"))
    most = 0
    if word := cursor.word(*SINGLES):
        most = SINGLES[word] if led or heavy else 0
        if not most and draft.group is None and cursor.peek().text in ("@", "at"):
            draft.start({"sets": ONE, "reps": NumberRange(SINGLES[word], SINGLES[word]), "uncounted": True})
            return True
    elif (span := cursor.span()) and span.low == span.high:
        rm = cursor.see(UNITS) and cursor.phrase(UNITS) == "rm"
        bare = (
            led and heavy and (cursor.ended or (cursor.peek().kind == "sign" and cursor.peek().text != "x"))
        )
        most = int(span.low) if rm or bare else 0
    elif heavy and (led or daily) and cursor.peek(-1).text == "max":
        most = 1
    for_load = draft.group is not None and not led
    if not 1 <= most <= 30 or for_load:
        cursor.place = start
        return False
    if draft.group is not None:
        draft.remark(words(draft, start))
        return True
    draft.start({"sets": ONE, "maximum": most})
    return True


def _one_side(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if cursor.see(SIDES):
        return False
    start = cursor.place
    found = cursor.phrase(ONE_SIDE)
    lettered = cursor.peek().text in _SIDE_LETTERS and cursor.peek(1).kind == "sign"
    rest = cursor.peek(1).text in (":", "=") or cursor.peek(2).kind == "clock"
    if found is None and lettered and not rest:
        found = _SIDE_LETTERS[cursor.peek().text]
        cursor.place += 1
    if found is None:
        return False
    if cursor.peek().text in ("and", "then", "first", "after", "foot", "behind"):
        cursor.place = start
        return False
    if draft.whole.get("side", found) != found:
        if len(draft.groups) != 2 or draft.groups[0] != draft.groups[1]:
            raise ValueError("left and right in one line; write an entry for each side")
        draft.groups.pop()  # '3x10 right, 3x10 left'
        draft.give("per", "side")
        del draft.whole["side"]
        return True
    draft.whole["side"] = found
    return True


def _sides(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(SIDES)
    if found is None:
        return False
    following = cursor.peek()
    loose = cursor.peek(-1).text in ("each", "ea")
    if loose and each_of_many(cursor):
        cursor.place = start
        note(draft)
        return True
    if (
        loose
        and following.kind == "word"
        and not (cursor.see(REST) or following.text in ("with", "w/", "rpe", "rir", "tempo", "at"))
    ):
        cursor.place = start
        return False
    if draft.group is not None and draft.group.get("per", found) != found:
        cursor.place = start
        note(draft)
        return True
    draft.give("per", found)
    draft.whole.pop("bare", None)
    return True


def _rest(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.word("no") and cursor.word("rest"):
        give_rest(draft, NumberRange(0, 0))
        return True
    cursor.place = start
    if cursor.see(TECHNIQUES) or cursor.phrase(REST) is None:
        return False
    short = cursor.peek(-1).text in ("r", "ri") or cursor.peek(-2).text in ("r", "ri")
    cursor.sign(":", "/", "=")
    cursor.sign("~")
    value = take_seconds(draft, lone_m=True)
    if value is None:
        span = cursor.span()
        if span is None:
            if cursor.ended and not short:
                raise ValueError("how long is the rest? write 'rest 90 s' or 'rest 2 min'")
            cursor.place = start
            if not short:
                note(draft)
            return not short
        if 0 < span.low < _HALF:
            raise ValueError(
                f"is 'rest {span}' seconds or minutes? write 'rest {span} s' or 'rest {span} min'"
            )
        value = span
    cursor.phrase(BETWEEN)
    give_rest(draft, value)
    return True


def give_rest(draft: SetsDraft, value: NumberRange) -> None:
    """Set the rest: between rounds where there are no sets."""
    limits.within(value, 0, 7200, "a rest", " s")
    if draft.timing and not draft.groups:
        draft.timing["round_rest_s"] = value
        return
    draft.give("rest_s", value)


def take_seconds(draft: SetsDraft, *, lone_m: bool = False) -> NumberRange | None:
    """Take a time: '90 s', '2-3 min', '1:30', '1 min 30 s', '1'30"'; a *lone_m* can be minutes."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().kind == "clock":
        low = high = cursor.peek().value
        cursor.place += 1
        if cursor.peek().text in ("-", "to") and cursor.peek(1).kind == "clock":
            high = cursor.peek(1).value
            cursor.place += 2
        cursor.word("min", "mins", "minutes")
        return NumberRange(low, high)
    span = cursor.span()
    unit = cursor.phrase(UNITS) if span else None
    if span is None or unit is None or unit not in ("s", "min", "h", *(("m",) if lone_m else ())):
        if span and unit is None and (apart := _apart(draft, span)):
            return apart
        cursor.place = start
        return None
    value = span.times({"s": 1, "min": 60, "m": 60, "h": 3600}[unit])
    if unit in ("min", "m") and cursor.peek().kind == "number":
        before = cursor.place
        more = cursor.number() or 0
        if cursor.see(UNITS) and cursor.phrase(UNITS) == "s" and more < 60:
            return NumberRange(value.low + more, value.high + more)
        if more < 60 and cursor.peek(-2).raw == "'" and not cursor.peek(-1).spaced:  # 1'30
            return NumberRange(value.low + more, value.high + more)
        cursor.place = before
    less = cursor.peek().spaced and not cursor.peek(1).spaced and cursor.peek().text == "-"
    if (
        unit in ("s", "min")
        and cursor.peek().text in ("-", "to")
        and cursor.peek(1).kind == "number"
        and not less
    ):
        before = cursor.place
        cursor.place += 1
        high = cursor.number() or 0
        other = cursor.phrase(UNITS) if cursor.see(UNITS) else None
        if other in ("s", "min"):
            return NumberRange(value.low, high * (60 if other == "min" else 1))
        cursor.place = before
    return value


def _apart(draft: SetsDraft, span: NumberRange) -> NumberRange | None:
    """'90-2 min', '60/90 s': the unit of the second number is the first one's too, or nearly so."""
    cursor = draft.cursor
    if span.low == span.high and not cursor.peek().spaced and cursor.sign("/") and (high := cursor.number()):
        unit = cursor.phrase(UNITS)
        if unit in ("s", "min"):
            return NumberRange(span.low, high).times(60 if unit == "min" else 1)
    return None


def _tempo(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(TEMPO) is not None:
        short = cursor.peek(-1).text == "t" or cursor.peek(-2).text == "t"
        cursor.sign(":", "=", "(")
        if found := cursor.match(_TEMPO):
            draft.give("tempo", limits.normal_tempo(found[1]))
            return True
        what = cursor.rest
        cursor.place = start
        if short:
            return False
        if not what or what[0].isdigit():
            raise ValueError(f"a tempo is seconds down, paused, up: 'tempo 3-1-1' or '40X0', not '{what}'")
        note(draft)
        return True
    if draft.group is None and draft.gap != "@":
        return False
    start = cursor.place
    found = cursor.match(_AT_TEMPO if draft.gap == "@" else _BARE_TEMPO) or cursor.match(_BARE_TEMPO)
    if not found and draft.group is not None and draft.group.get("reps"):
        found = cursor.match(_BEHIND_TEMPO)
    if found and draft.gap in (",", ";", "+") and _LIKE_SETS.fullmatch(found[1]):
        cursor.place = start
        return False
    if found:
        draft.give("tempo", limits.normal_tempo(found[1]))
        cursor.word("tempo")
        return True
    if draft.gap in ("", "(") and (found := cursor.match(_DOUBTFUL_TEMPO)):
        draft.give("tempo", limits.normal_tempo(found[0]))
        cursor.word("tempo")
        return True
    return False


def _effort(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    name = cursor.word("rpe", "rir")
    if not name:
        return False
    while cursor.sign(":", "=", "@", "~"):
        pass
    place = cursor.place
    figures = cursor.effort_figures()
    dashed = figures is not None and not figures.sign and figures.one.low <= 10 < figures.one.high
    if dashed and cursor.tokens[place + 1].spaced:  # 'RPE 8 - 90 s'
        cursor.place = place + 1
        figures = Figures((Figure(NumberRange(*[cursor.peek(-1).value] * 2)),), "")
    if figures is None:
        if not cursor.ended and cursor.peek().kind == "word":
            note(draft, start)
            return True
        example = "RPE 7" if name == "rpe" else "RIR 2"
        raise ValueError(f"a number is missing after {name.upper()}; write it like '{example}'")
    if figures.sign == "," and cursor.see(UNITS):  # 'RPE 8, 90 s rest'
        cursor.place = place
        figures = Figures((cursor.figure() or Figure(ONE),), "")
    give_effort(draft, name, [item.span for item in figures.items], figures.sign)
    return True


def give_effort(draft: SetsDraft, name: str, spans: list[NumberRange], sign: str) -> None:
    """Set RPE or RIR, one for all sets or one each."""
    check = limits.rpe if name == "rpe" else limits.rir
    if name == "rpe" and spans[0].low > 10:
        limits.rpe(spans[0])
    if len(spans) == 2 and sign == "/" and spans[0].low < spans[1].low and draft.group is not None:
        count = int(draft.group.get("sets", ONE).high)
        if count != 2:
            spans = [NumberRange(spans[0].low, spans[1].high)]  # 'RPE 7/8' is a range
    values = [check(span) for span in spans]
    if len(values) > 1:
        draft.give_list(name, list(values), f"{name.upper()} {sign.join(map(str, values))}")
    else:
        draft.give(name, values[0], ahead=draft.gap not in ("", "@", "(") and group_ahead(draft.cursor))


def _technique(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    said = cursor.phrase(TECHNIQUES)
    if said is None:
        return False
    written = words(draft, start)
    if written.lower() in ("drop", "drops") and not _drops(draft):
        cursor.place = start
        note(draft)
        return True
    target = draft.held if draft.group is None else draft.group
    target["technique"] = said
    if said == "drop set" and written.startswith(("double", "triple")):
        target["drops"] = 2 if written.startswith("double") else 3
    if said == "drop set":
        _drops(draft)
    cursor.sign(":")
    return True


def _drops(draft: SetsDraft) -> bool:
    """Take how much lighter each drop is and how many there are: 'drop 20% x2'."""
    cursor = draft.cursor
    target = draft.held if draft.group is None else draft.group
    start = cursor.place
    found = False
    span = cursor.span()
    if span and cursor.see(UNITS) and cursor.phrase(UNITS) == "%":
        if target.get("role") == "back-off" or draft.held.get("role") == "back-off":
            draft.give("change", -span.low)
            return True
        target["technique"], target["drop_percent"], found = "drop set", span.low, True
    else:
        cursor.place = start
    times = cursor.place
    if cursor.sign("x") and (drops := cursor.number()) and 1 <= drops <= 10 and drops.is_integer():
        cursor.word("drops", "times")
        target["technique"], target["drops"] = "drop set", int(drops)
        return True
    cursor.place = times
    return found


def _failure(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if cursor.peek().text in ("f", "tf", "fail", "failure") and draft.group is None:
        return False
    if draft.group is not None and draft.group.get("note", "").endswith(
        ("not", "no", "near", "close", "short of", "before")
    ):
        return False
    start = cursor.place
    if cursor.phrase(FAILURE) is None:
        return False
    if draft.group is None or draft.group.get("technique"):
        if draft.group is None:
            draft.start({"sets": ONE, "technique": "to failure"})
            return True
        draft.remark(words(draft, start))
        return True
    draft.group["technique"] = "to failure"
    return True


def _most(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(MOST) is None:
        return False
    if cursor.peek().text == "x" and cursor.peek(1).kind == "number":
        cursor.sign("x")
        sets = limits.whole_span(cursor.span() or ONE, 1, 50, "sets")
        cursor.word("sets", "set")
        draft.start({"sets": sets, "open_ended": True})
        return True
    if draft.group is None or (draft.gap in (",", ";", "+") and not cursor.see(LAST)):
        if cursor.peek().text == "hold" and draft.group is None:
            cursor.place += 1
            draft.start({"sets": ONE, "open_ended": True, "note": "hold"})
            return True
        if cursor.peek().kind == "word" and cursor.peek().text in (
            "effort",
            "hold",
            "intent",
            "speed",
            "out",
        ):
            cursor.place = start
            note(draft)
            return True
        draft.start({"sets": ONE, "open_ended": True, "uncounted": True})
        return True
    if cursor.ended or cursor.see(LAST) or cursor.peek().kind == "sign" or cursor.peek().text == "reps":
        reps = draft.group.get("reps")
        if reps and reps.low != reps.high:
            draft.remark(words(draft, start))
            return True
        cursor.word("reps")
        draft.group["open_ended"] = True
        return True
    cursor.place = start
    note(draft)
    return True


def _hold(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(HOLD_FIRST) is None:
        return False
    cursor.sign("~", ":")
    value = take_seconds(draft)
    if value is None:
        cursor.place = start
        note(draft)
        return True
    value = limits.seconds(value)
    if cursor.peek().text == "each" and (cursor.see(SIDES) <= 1 or cursor.peek(1).text in ("rep", "time")):
        cursor.place += 1  # each repetition
        cursor.word("rep", "time")
    group = draft.group
    if group is not None and "hold_s" not in group and not group.get("distance"):
        group["hold_s"] = value
        return True
    sided = {"per": found} if (found := cursor.phrase(SIDES)) else {}
    if group is not None:
        note(draft, start)
        return True
    sets = ONE
    if cursor.sign("x"):
        sets = limits.whole_span(cursor.span() or ONE, 1, 50, "sets")
        many = sets.low >= 5 and value.high <= 10 and cursor.peek().text != "sets"
        if cursor.word("reps", "rep") or many:
            draft.start({"sets": ONE, "reps": sets, "hold_s": value, **sided})
            return True
        cursor.word("sets", "set", "times")
    draft.start({"sets": sets, "hold_s": value, **sided, "uncounted": sets == ONE})
    return True


def _repeat(draft: SetsDraft) -> bool:
    """'repeat 3 times': sets of a hold, repetitions of a short one."""
    cursor = draft.cursor
    start = cursor.place
    if not cursor.word("repeat", "repeats", "do", "perform", "complete"):
        return False
    named = cursor.peek(-1).text.startswith("repeat")
    cursor.word("it", "this", "x")
    cursor.sign("x")
    if not named and cursor.peek().kind == "number":
        return True
    span = cursor.span() if named else None
    if span is None:
        cursor.place = start
        return False
    if not cursor.word("times", "x", "reps"):
        cursor.sign("x")
    many_times(draft, span, start)
    return True


def many_times(draft: SetsDraft, span: NumberRange, start: int) -> None:
    """Say of the group being read how often it is done."""
    group = draft.group
    if group is None:
        draft.start({"sets": ONE, "reps": limits.reps(span), "uncounted": True})
    elif group.get("uncounted") and group.get("hold_s") and "reps" not in group:
        short = span.low >= 5 and group["hold_s"].high <= 15
        group.update(
            {"reps": limits.reps(span)} if short else {"sets": limits.whole_span(span, 1, 50, "sets")}
        )
        group["uncounted"] = False
    elif group.get("uncounted"):
        group.update(sets=limits.whole_span(span, 1, 50, "sets"), uncounted=False)
    else:
        draft.remark(words(draft, start))


def _times(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(TIMES_ALONE)
    if found:
        count, what = found.split()
        draft.whole[f"times_a_{what}"] = NumberRange(float(count), float(count))
        cursor.sign(":")
        return True
    cursor.place = start
    return False


_CLAUSES: Final[tuple[Callable[[SetsDraft], bool], ...]] = (
    _quoted,
    _fives,
    _up_to,
    _repeat,
    _times,
    _last_set,
    _role,
    _sides,
    _one_side,
    _technique,
    _rest,
    _tempo,
    _effort,
    _failure,
    _most,
    _hold,
    named_load,
    signed,
)
