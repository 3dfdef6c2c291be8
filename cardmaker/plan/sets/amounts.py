"""What one set is: repetitions, a hold, a distance, calories, as many as possible, or a set in parts."""

import re
from typing import Final

from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets import asked, limits
from cardmaker.plan.sets.clauses import take_seconds
from cardmaker.plan.sets.cursor import Cursor, Figure, Figures, each_of_many
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.record import MAX_SETS, METRES_PER, ONE, Load, NumberRange
from cardmaker.plan.sets.words import (
    BAR,
    BODYWEIGHT,
    FAILURE,
    HOLD,
    HOLD_FIRST,
    MOST,
    NOUNS,
    REST_AFTER,
    SIDES,
    TIMES,
    UNITS,
)

WORK_UNITS: Final = ("reps", "s", "min", "h", "m", "metres", "km", "mi", "yd", "ft", "cal", "noun", "rm")
_BY: Final = r"(?:kgs?|lbs?|#|%)\+?"
_ANOTHER_BY_LOAD: Final = re.compile(
    rf"{_BY}\s?[,;/+]?\s?\d+\+?\s?x\s?\d+(?:\.\d+)?\s?{_BY}(?!\s?x)", re.IGNORECASE
)
_SPACED_PARTS: Final = re.compile(
    r"(?:\+ \d{1,2}(?: |$)?)+(?=$|,(?! ?\d)|[;(@]|rest|myo|rp|reps)", re.IGNORECASE
)
_TIME: Final = r"\d+\s?(?:'|\"|(?:s|secs?|seconds?|mins?|minutes?)\b)"
_COMPOUND: Final = re.compile(rf"{_TIME}\s?(?:-|to)?\s?{_TIME}(?!\s?(?:rest|off))", re.IGNORECASE)
_SECONDS: Final = {"s": 1, "min": 60, "h": 3600}
_FAR_APART: Final = 3
_SHORT_METRES: Final = 10
"""Below this a bare m may as well mean minutes."""
# '10 x 5 s hold' is ten repetitions held for five seconds; '3 x 30 s hold' is three sets.
_FEWEST_HELD, _LONGEST_HELD = 5, 15
_LONGEST_COMPLEX: Final = 5
"""'1+1 x 5' is five times a lift and another; '15+3x5' is a long set and three short ones."""
_MOST_A_SIDE: Final = 15
"""'3x12/12' is twelve on each side; of more, '8x30/30', it may be seconds of work and rest."""


def set_count(span: NumberRange) -> NumberRange:
    """How many sets, if that is sensible."""
    if span.high > MAX_SETS and span.low == span.high:
        n = decimal(span.high)
        raise ValueError(
            f"sets should be 1 to {MAX_SETS}, not {n}; write sets first, '3x{n}', "
            f"or a weight with its unit, '{n} kg x 5'"
        )
    return limits.whole_span(span, 1, MAX_SETS, "sets")


def counted_work(draft: SetsDraft, count: NumberRange) -> list[Found]:
    """Take what comes behind the number of sets: one group, or one for each figure of a list."""
    sets = set_count(count)
    cursor = draft.cursor
    if found := bare_work(draft) or left_and_right(draft):
        return [{"sets": sets, **found}]
    if listed := bracketed(draft, sets):
        return listed
    if _COMPOUND.match(cursor.text, cursor.peek().at) and (value := take_seconds(draft)):
        _hold_word(draft)
        return [{"sets": sets, "hold_s": limits.seconds(value), **side(draft)}]
    start = cursor.place
    daily = cursor.span()
    often = cursor.peek().text in ("/", "a", "per")
    if daily and often and draft.group is None and (what := cursor.phrase(TIMES)):
        draft.whole[f"times_a_{what}"] = limits.whole_span(daily, 1, 50, f"times a {what}")
        return [{"sets": ONE, "reps": limits.reps(count)}]
    cursor.place = start
    figures = cursor.figures()
    if figures is None and (worded := _in_words(draft, sets)):
        return [worded]
    if figures is None:
        raise ValueError(_no_work(draft, count))
    if len(figures.items) > 1:
        if founds := _list(draft, figures, sets):
            return founds
        cursor.place = start
        figure = cursor.figure()
        assert figure is not None
        figures = Figures((figure,), "")
    if _dash_parts(draft, start, figures.one):
        figures = Figures((Figure(NumberRange(figures.one.low, figures.one.low)),), "")
    unit = work_unit(draft)
    if unit is None:
        asked.ask_letter(draft, figures.one)
    if unit is None and not figures.items[0].open_ended and cursor.word("sets", "set"):
        return [{"sets": set_count(figures.one), "reps": limits.reps(count), **side(draft)}]  # '10 x 3 sets'
    if unit is None and (found := parts(draft, figures.one)):
        return [{"sets": sets, **found}]
    if unit is None and (pair := _reps_by_load(draft, count, figures.one)):
        return [{"sets": ONE, **pair}]
    if unit is None:
        _refuse_weight(draft, count, figures.one)
    found = amount(figures.items[0], unit)
    times_more(draft, found)
    held = _hold_word(draft)
    hold = found.get("hold_s")
    if held and hold and sets.low >= _FEWEST_HELD and hold.high <= _LONGEST_HELD and "reps" not in found:
        return [{"reps": sets, **found, **side(draft)}]
    return [{"sets": sets, **found, **side(draft)}]


def bracketed(draft: SetsDraft, sets: NumberRange) -> list[Found]:
    """'3x(8-12)', '3x[8-12 reps]', and the ladders of '5x(1,2,3)'; nothing if it isn't one."""
    cursor = draft.cursor
    start = cursor.place
    figures = cursor.figures() if cursor.sign("(", "[") else None
    unit = work_unit(draft) if figures else None
    if figures is None or not cursor.sign(")", "]"):
        cursor.place = start
        return []
    if figures.sign == "/":
        if len(figures.items) == 2 and figures.items[0] == figures.items[1]:
            return [{"sets": sets, **amount(figures.items[0], unit), "per": "side"}]
        cursor.place = start
        return []
    unit = work_unit(draft) if unit is None else unit
    each = [{**amount(item, unit)} for item in figures.items]
    own = side(draft)
    if len(each) == 1:
        return [{"sets": sets, **each[0], **own}]
    if sets.low != sets.high or sets.low * len(each) > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {sets} times {len(each)}")
    return [{**one, **own} for one in each] * int(sets.low)


def _dash_parts(draft: SetsDraft, start: int, span: NumberRange) -> bool:
    """Put the cursor in front of the dash of '3x8 - 60 kg' and '3x10 - 60 s rest', which is no range."""
    cursor = draft.cursor
    end = cursor.place
    spaced = (
        end - start == 3
        and cursor.tokens[start + 1].text == "-"
        and cursor.tokens[start + 1].spaced
        and cursor.tokens[start + 2].spaced
    )
    if span.low == span.high or not spaced:
        return False
    unit = cursor.phrase(UNITS)
    apart = unit in ("kg", "lb", "%", "rpe", "rir") or (unit in _SECONDS and cursor.see(REST_AFTER) > 0)
    if unit in _SECONDS and not apart and span.high >= _FAR_APART * span.low and cursor.phrase(HOLD) is None:
        low, time = decimal(span.low), f"{decimal(span.high)} {unit}"
        raise ValueError(
            f"is '{low} - {time}' reps and a rest, or a hold? write '{low} reps, rest {time}', "
            f"or '{low}-{time} hold'"
        )
    cursor.place = start + 1 if apart else end
    return apart


_LEFT_RIGHT: Final = re.compile(
    r"(\d{1,3}) ?(s|secs?|min|m|reps)? ?(?:(l)|(r))(?:t|eft|ight)? ?[/,+&]? ?(?:and )?"
    r"(\d{1,3}) ?(?:s|secs?|min|m|reps)? ?(?(3)r(?:t|ight)?|l(?:t|eft)?)(?![a-z])",
    re.IGNORECASE,
)
_WAYS: Final = re.compile(
    r"(\d{1,3})(?:x| reps)? ?(?:cw|clockwise|f(?:or)?wa?r?ds?|fwd) ?[/,+&]? ?(?:and )?"
    r"(\d{1,3})(?:x| reps)? ?(?:ccw|anti-?clockwise|counter-?clockwise|back(?:wards?)?|bwd)(?![a-z])",
    re.IGNORECASE,
)


def left_and_right(draft: SetsDraft) -> Found | None:
    """'8L/8R', '10 left, 10 right': repetitions on each side."""
    if (way := draft.cursor.match(_WAYS)) and way[1] == way[2]:
        return {**amount(Figure(NumberRange(*[float(way[1])] * 2)), None), "per": "way"}
    found = None if way else draft.cursor.match(_LEFT_RIGHT)
    if not found:
        return None
    unit = {"sec": "s", "secs": "s"}.get((found[2] or "").lower(), (found[2] or "reps").lower())
    if found[1] != found[5]:
        raise ValueError(
            f"'{found[0]}': write an entry for each side, '1x{found[1]} left' and '1x{found[5]} right'"
        )
    return {**amount(Figure(NumberRange(*[float(found[1])] * 2)), unit), "per": "side"}


def bare_work(draft: SetsDraft) -> Found | None:
    """Take work without a number: AMRAP, failure, a clock time, '(2+2+2)'."""
    cursor = draft.cursor
    if cursor.phrase(MOST) is not None:
        found: Found = {"open_ended": True}
        if cursor.word("hold", "time", "holds"):
            found["note"] = "hold"
        else:
            cursor.word("reps", "rep")
        return {**found, **side(draft)}
    if cursor.phrase(FAILURE) is not None:
        return {"technique": "to failure"}
    if cursor.peek().kind == "clock":
        value = cursor.peek().value
        asked.ask_clock(NumberRange(value, value), cursor.peek())
        cursor.place += 1
        cursor.word("min", "mins", "minutes")
        _hold_word(draft)
        return {"hold_s": limits.seconds(NumberRange(value, value)), **side(draft)}
    if cursor.peek().text == "(" and cursor.peek(1).kind == "number" and cursor.peek(2).text == "+":
        cursor.sign("(")
        inner = parts(draft, NumberRange(*[cursor.number() or 0] * 2))
        if not inner or not cursor.sign(")"):
            raise ValueError(
                f"don't understand '({cursor.text.partition('(')[2]}'; write a cluster like '5x(2+2+2)'"
            )
        few = max(inner["parts"]) <= _LONGEST_COMPLEX
        return {**inner, **({"technique": "cluster"} if few else {}), **side(draft)}
    return None


_UNCOUNTED: Final = ("submax", "submaximal", "sub-max", "near", "almost", "technical")


def _in_words(draft: SetsDraft, sets: NumberRange) -> Found | None:
    """'3 x submax', '3 x near failure': how far a set goes, as a note; '10x each leg' counts repetitions."""
    cursor = draft.cursor
    if cursor.peek().text in _UNCOUNTED:
        first = cursor.place
        while (
            not cursor.ended
            and cursor.peek().kind == "word"
            and cursor.peek().text not in ("rest", "rpe", "rir")
        ):
            cursor.place += 1
        return {
            "sets": sets,
            "note": cursor.text[cursor.tokens[first].at : cursor.tokens[cursor.place - 1].end],
        }
    group = draft.group
    held = group is not None and group.get("hold_s") and group.get("uncounted")
    if held and group is not None and cursor.see(SIDES):
        draft.groups.pop()
        return {**group, "sets": sets, "uncounted": False, **side(draft)}
    if group is None and (cursor.see(SIDES) or cursor.see(HOLD_FIRST)):
        return {"sets": ONE, "reps": limits.reps(sets), **side(draft)}
    return None


def _no_work(draft: SetsDraft, count: NumberRange) -> str:
    rest = draft.cursor.rest
    plain = draft.cursor.peek().kind == "word" and draft.cursor.peek(1).kind != "number"
    if draft.group is None and (not rest or plain or draft.cursor.peek().text in (",", ";")):
        return f"{count} sets of how many, or {count} reps? write '{count}x10' or '{count} reps'"
    if not rest or draft.cursor.peek().text in (",", ";", ")", "@", "."):
        return f"how many reps? write '{count}x10'"
    return f"don't understand '{rest}' after the number of sets; write sets like '{EXAMPLE}'"


def work_unit(draft: SetsDraft) -> str | None:
    """Take the unit of an amount; None, and nothing, if it has none or that of a load."""
    cursor = draft.cursor
    start = cursor.place
    noun = cursor.phrase(NOUNS)
    if noun is not None:
        return " ".join(token.text for token in cursor.tokens[start : cursor.place])
    unit = cursor.phrase(UNITS)
    days = unit == "m" and cursor.peek(-1).raw == "M" and cursor.peek().text == "/"
    if unit in WORK_UNITS and not days:
        if unit == "reps" and cursor.peek().text == "in" and cursor.peek(1).text in ("reserve", "the"):
            cursor.place = start
            return None
        return unit
    cursor.place = start
    return None


def amount(figure: Figure, unit: str | None) -> Found:
    """A figure with its unit as fields of a group."""
    span, more = figure
    found: Found = {"open_ended": True} if more else {}
    match unit:
        case "s" | "min" | "h":
            return {**found, "hold_s": limits.seconds(span.times(_SECONDS[unit]))}
        case "m" if span.high < _SHORT_METRES:
            n = str(span)
            raise ValueError(f"'{n} m' could be minutes or metres; write '{n} min' or '{n} metres'")
        case "m" | "metres" | "km" | "mi" | "yd" | "ft":
            unit = "m" if unit == "metres" else unit
            limits.within(span.times(METRES_PER[unit]), 0.1, 100_000, "a distance", " m")
            return {**found, "distance": span, "distance_unit": unit}
        case "cal":
            return {**found, "calories": limits.whole_span(span, 1, 5000, "calories")}
        case "rm":
            return {
                **found,
                "reps": limits.reps(span),
                "load": Load("rm", limits.whole_span(span, 1, 30, "RM")),
            }
        case "reps" | None:
            return {**found, "reps": limits.reps(span)}
    return {**found, "reps": limits.reps(span), "noun": unit}


def parts(draft: SetsDraft, first: NumberRange, *, counted: bool = True) -> Found | None:
    """Take the rest of a set in parts: '8+3+2', '15+3x5', where nothing but numbers follows each plus."""
    cursor = draft.cursor
    start = cursor.place
    numbers = [first.low]
    while (
        cursor.peek().text == "+"
        and cursor.peek(1).kind == "number"
        and not cursor.peek(1).text.startswith(".")
    ):
        if cursor.peek().spaced and not (_in_brackets(draft) or _more_parts(cursor, len(numbers))):
            break
        if cursor.peek(2).text in ("/", "x", "kg", "lb", "lbs", "kgs", "%"):
            if small := _small_sets(draft, first if len(numbers) == 1 else None, start):
                return small
            if counted or cursor.peek(2).text != "x" or max(numbers) > _LONGEST_COMPLEX:
                return None
            for _ in numbers[1:]:
                cursor.place += 2
        cursor.sign("+")
        numbers.append(cursor.number() or 0)
    if len(numbers) < 2 or not all(1 <= number <= 1000 and number.is_integer() for number in numbers):
        cursor.place = start
        return None
    cursor.word("reps", "rep")
    return {"parts": tuple(int(number) for number in numbers)}


def _more_parts(cursor: Cursor, taken: int) -> bool:
    """Whether '12 + 5 + 3' goes on, in which a single plus between spaces could be anything."""
    found = _SPACED_PARTS.match(cursor.text, cursor.peek().at)
    return found is not None and taken + found[0].count("+") > 2


def _in_brackets(draft: SetsDraft) -> bool:
    return any(token.text == ")" for token in draft.cursor.tokens[draft.cursor.place :][:12])


def _small_sets(draft: SetsDraft, first: NumberRange | None, start: int) -> Found | None:
    cursor = draft.cursor
    if first and cursor.peek(2).text == "x" and cursor.peek(3).kind == "number" and not cursor.peek().spaced:
        cursor.sign("+")
        many = limits.whole_span(NumberRange(*[cursor.number() or 0] * 2), 1, MAX_SETS, "small sets")
        cursor.sign("x")
        each = limits.reps(NumberRange(*[cursor.number() or 0] * 2))
        if first.low < 2 * each.low:
            cursor.place = start
            return None
        return {
            "reps": limits.reps(first),
            "small_sets": (int(many.low), int(each.low)),
            "technique": "myo-reps",
        }
    cursor.place = start
    return None


def side(draft: SetsDraft) -> Found:
    """Take 'each side' or the like; 'each' alone isn't one in rounds, nor is 'each exercise'."""
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(SIDES)
    if found and cursor.peek(-1).text in ("each", "ea") and each_of_many(cursor):
        cursor.place = start
        return {}
    return {"per": found} if found else {}


def _hold_word(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(HOLD) is None:
        return False
    if cursor.peek().kind in ("number", "clock"):  # '3x10 hold 2 s'
        cursor.place = start
        return False
    return True


def times_more(draft: SetsDraft, found: Found, *, counted: bool = True) -> None:
    """Take a third factor: how long each repetition is held, or the load."""
    cursor = draft.cursor
    if cursor.peek().text != "x":
        return
    start = cursor.place
    cursor.sign("x")
    if cursor.see(BAR) or cursor.see(BODYWEIGHT):
        return
    cursor.phrase(HOLD_FIRST)
    span = cursor.span()
    if span and (what := cursor.phrase(TIMES)):
        draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
        return
    unit = cursor.phrase(UNITS) if span else None
    if span and unit in ("s",) and "reps" in found:
        found["hold_s"] = limits.seconds(span)
    elif span and unit in ("kg", "lb"):
        found["load"] = Load("weight", limits.weight(span), "kg" if unit == "kg" else "lb")
    elif span and unit == "%":
        found["percent"] = limits.percent(span)
    elif span and unit is None and "reps" in found and counted:
        raise ValueError(
            f"what is 'x{span}' after the reps? a load has a unit, '{span} kg', a hold has seconds, '{span} s'"
        )
    else:
        cursor.place = start


def _reps_by_load(draft: SetsDraft, count: NumberRange, span: NumberRange) -> Found | None:
    """A set of '10x60kg, 8x70kg': several of them leave no doubt that repetitions come first."""
    cursor = draft.cursor
    more = draft.group is not None and draft.group.get("by_load")
    if span.low != span.high or not (more or _ANOTHER_BY_LOAD.match(cursor.text, cursor.peek().at)):
        return None
    start = cursor.place
    unit = cursor.phrase(UNITS)
    if unit not in ("kg", "lb", "%") or cursor.peek().text == "x":
        cursor.place = start
        return None
    more_reps = cursor.peek().text == "+" and not cursor.peek().spaced
    cursor.place += more_reps
    load = (
        {"percent": limits.percent(span)}
        if unit == "%"
        else {"load": Load("weight", limits.weight(span), "kg" if unit == "kg" else "lb")}
    )
    return {
        "reps": limits.reps(count),
        **load,
        "by_load": True,
        **({"open_ended": True} if more_reps else {}),
    }


def _refuse_weight(draft: SetsDraft, count: NumberRange, span: NumberRange) -> None:
    """Refuse '3x10-5kg' and '10x60kg', where a load is in place of the repetitions."""
    cursor = draft.cursor
    start = cursor.place
    unit = cursor.phrase(UNITS)
    cursor.place = start
    if unit not in ("kg", "lb", "%"):
        return
    what = f"{unit}" if unit == "%" else f" {unit}"
    if span.low != span.high:
        low, high = decimal(span.low), decimal(span.high)
        raise ValueError(
            f"'{low}-{high}{what}' could be read two ways; "
            f"write '{count}x{low}, {high}{what}' or '{count}x{low}-{high}'"
        )
    n = decimal(span.low)
    raise ValueError(
        f"how many reps? write '{count}x10 {n}{what}', or '1x{count} {n}{what}' for {count} reps"
    )


def _open_set_follows(cursor: Cursor) -> bool:
    """Take '/AMRAP' behind a list: its last set, as many as possible."""
    start = cursor.place
    if cursor.sign("/") and cursor.word("amrap", "max"):
        return True
    cursor.place = start
    return False


def _list(draft: SetsDraft, figures: Figures, sets: NumberRange) -> list[Found]:
    """'3x12/10/8': a figure for each set; twice the same for two sides; nothing if a list isn't meant."""
    spans = [item.span for item in figures.items]
    end = draft.cursor.place
    unit = work_unit(draft)
    timed = unit in _SECONDS or (unit is None and draft.cursor.see(UNITS) > 0)
    if len(spans) == sets.low == sets.high and not (figures.sign == "," and timed):
        own = side(draft)
        return [{**amount(item, unit), **own} for item in figures.items]
    if figures.sign == "," or timed:
        return []
    draft.cursor.place = end
    if figures.sign == "/" and len(spans) + 1 == sets.low == sets.high and _open_set_follows(draft.cursor):
        return [*(amount(item, None) for item in figures.items), {"open_ended": True}]
    if figures.sign == "/" and len(spans) == 2 and spans[0] == spans[1] and spans[0].high <= _MOST_A_SIDE:
        return [{"sets": sets, **amount(figures.items[0], work_unit(draft)), "per": "side"}]
    written = figures.sign.join(str(span) for span in spans)
    if figures.sign == "/" and len(spans) == 2 and spans[0].low >= spans[1].low >= _SHORT_METRES:
        a, b = spans
        raise ValueError(
            f"is '{sets}x{a}/{b}' seconds of work and rest? write '{sets} x {a} s on / {b} s off', "
            f"or a number for each set"
        )
    others = figures.sign.join([str(spans[0])] * int(sets.low))
    raise ValueError(
        f"{sets} set{'s' if sets.high > 1 else ''} and {len(spans)} numbers, '{written}'; "
        f"write one for each set, '{others}', or leave the number of sets out"
    )
