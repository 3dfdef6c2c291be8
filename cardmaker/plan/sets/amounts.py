"""What one set is: repetitions, a hold, a distance, calories, as many as possible, or a set in parts."""

from typing import Final

from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor, Figure, Figures
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.record import MAX_SETS, METRES_PER, Load, NumberRange
from cardmaker.plan.sets.words import FAILURE, HOLD, HOLD_FIRST, MOST, NOUNS, REST_AFTER, SIDES, UNITS

WORK_UNITS: Final = ("reps", "s", "min", "h", "m", "metres", "km", "mi", "yd", "ft", "cal", "noun", "rm")
_SECONDS: Final = {"s": 1, "min": 60, "h": 3600}
_SHORT_METRES: Final = 10
"""Below this a bare m may as well mean minutes."""
# '10 x 5 s hold' is ten repetitions held for five seconds; '3 x 30 s hold' is three sets.
_FEWEST_HELD, _LONGEST_HELD = 5, 15
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
    if found := bare_work(draft):
        return [{"sets": sets, **found}]
    start = cursor.place
    figures = cursor.figures()
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
    if unit is None and not figures.items[0].open_ended and cursor.word("sets", "set"):
        return [{"sets": set_count(figures.one), "reps": limits.reps(count), **side(draft)}]  # '10 x 3 sets'
    if unit is None and (found := parts(draft, figures.one)):
        return [{"sets": sets, **found}]
    if unit is None:
        _refuse_weight(draft, count, figures.one)
    found = amount(figures.items[0], unit)
    times_more(draft, found)
    held = _hold_word(draft)
    hold = found.get("hold_s")
    if held and hold and sets.low >= _FEWEST_HELD and hold.high <= _LONGEST_HELD and "reps" not in found:
        return [{"reps": sets, **found, **side(draft)}]
    return [{"sets": sets, **found, **side(draft)}]


def _dash_parts(draft: SetsDraft, start: int, span: NumberRange) -> bool:
    """Put the cursor in front of the dash of '3x8 - 60 kg' and '3x10 - 60 s rest', which is no range."""
    cursor = draft.cursor
    end = cursor.place
    spaced = end - start == 3 and cursor.tokens[start + 1].spaced and cursor.tokens[start + 2].spaced
    if span.low == span.high or not spaced:
        return False
    unit = cursor.phrase(UNITS)
    apart = unit in ("kg", "lb", "%", "rpe", "rir") or (unit in _SECONDS and cursor.see(REST_AFTER) > 0)
    cursor.place = start + 1 if apart else end
    return apart


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
        return {**inner, "technique": "cluster", **side(draft)}
    return None


def _no_work(draft: SetsDraft, count: NumberRange) -> str:
    rest = draft.cursor.rest
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
    if unit in WORK_UNITS:
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


def parts(draft: SetsDraft, first: NumberRange) -> Found | None:
    """Take the rest of a set in parts: '8+3+2', '15+3x5', where nothing but numbers follows each plus."""
    cursor = draft.cursor
    start = cursor.place
    numbers = [first.low]
    while (
        cursor.peek().text == "+"
        and cursor.peek(1).kind == "number"
        and not cursor.peek(1).text.startswith(".")
    ):
        if cursor.peek().spaced and not _in_brackets(draft):
            break
        if cursor.peek(2).text in ("/", "x", "kg", "lb", "lbs", "kgs", "%"):
            return _small_sets(draft, first if len(numbers) == 1 else None, start)
        cursor.sign("+")
        numbers.append(cursor.number() or 0)
    if len(numbers) < 2 or not all(1 <= number <= 1000 and number.is_integer() for number in numbers):
        cursor.place = start
        return None
    cursor.word("reps", "rep")
    return {"parts": tuple(int(number) for number in numbers)}


def _in_brackets(draft: SetsDraft) -> bool:
    return any(token.text == ")" for token in draft.cursor.tokens[draft.cursor.place :][:12])


def _small_sets(draft: SetsDraft, first: NumberRange | None, start: int) -> Found | None:
    cursor = draft.cursor
    if first and cursor.peek(2).text == "x" and cursor.peek(3).kind == "number" and not cursor.peek().spaced:
        cursor.sign("+")
        many = limits.whole_span(NumberRange(*[cursor.number() or 0] * 2), 1, MAX_SETS, "small sets")
        cursor.sign("x")
        each = limits.reps(NumberRange(*[cursor.number() or 0] * 2))
        return {
            "reps": limits.reps(first),
            "small_sets": (int(many.low), int(each.low)),
            "technique": "myo-reps",
        }
    cursor.place = start
    return None


def side(draft: SetsDraft) -> Found:
    """Take 'each side' or the like."""
    found = draft.cursor.phrase(SIDES)
    return {"per": found} if found else {}


def _hold_word(draft: SetsDraft) -> bool:
    return draft.cursor.phrase(HOLD) is not None


def times_more(draft: SetsDraft, found: Found, *, counted: bool = True) -> None:
    """Take a third factor: how long each repetition is held, or the load."""
    cursor = draft.cursor
    if cursor.peek().text != "x":
        return
    start = cursor.place
    cursor.sign("x")
    cursor.phrase(HOLD_FIRST)
    span = cursor.span()
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
    others = figures.sign.join([str(spans[0])] * int(sets.low))
    raise ValueError(
        f"{sets} set{'s' if sets.high > 1 else ''} and {len(spans)} numbers, '{written}'; "
        f"write one for each set, '{others}', or leave the number of sets out"
    )
