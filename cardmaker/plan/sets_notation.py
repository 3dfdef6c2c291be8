"""The notation '3x10 @ RPE 7, rest 90s' → Sets; ValueError says what isn't understood."""

from functools import lru_cache
from typing import Any, Final

from cardmaker.plan.scanner import Scanner, thousands
from cardmaker.plan.sets import MAX_SETS, Load, Sets, Span, seconds
from cardmaker.plan.sets_limits import (
    normal_tempo,
    percent,
    rest_within,
    rir,
    rpe,
    weight_within,
    whole,
    whole_span,
    within,
)
from cardmaker.plan.sets_words import (
    AIM_UNITS,
    AMRAP,
    BARE_TEMPO,
    COUNT,
    HOLD,
    KEYWORDS,
    REST_AFTER,
    SEPARATORS,
    SIDES,
    TEMPO,
    WORK_UNITS,
)

EXAMPLE: Final = "3x8-12 @ RPE 7, rest 90 s"


@lru_cache(1024)
def parse_sets(text: str) -> Sets:
    """Read the notation, such as '3x10', '3x8-12 @ RPE 7, rest 90s', '5x5 @ 80%', '3x30s/side', '1x5+'."""
    if comma := thousands(text):
        raise ValueError(comma)
    scan = Scanner(text)
    if not scan.rest:
        raise ValueError(f"no sets are given; write them like '{EXAMPLE}'")
    count = scan.take(COUNT)
    found = read_work(scan, counted=bool(count))
    found["sets"] = whole(count[1], 1, MAX_SETS, "sets") if count else 1
    while scan.rest:
        read_clause(scan, found)
    if "rpe" in found and "rir" in found:
        raise ValueError("give RPE or RIR, not both: they say the same thing")
    return Sets(**found)


def read_work(scan: Scanner, counted: bool) -> dict[str, Any]:
    """Take what one set is: reps, a hold, a distance, and for each side or not."""
    start = scan.rest
    if scan.phrase(AMRAP) is not None:
        found: dict[str, Any] = {"open_ended": True}
    elif clock := scan.clock():
        found = {"hold_s": _hold(Span(clock.seconds or 0, clock.seconds or 0))}
    elif span := _span(scan):
        found = _work(scan, span)
    else:
        after = " after the number of sets" if counted else ""
        raise ValueError(f"don't understand '{start}'{after}; write sets like '{EXAMPLE}'")
    scan.phrase(HOLD)
    if side := scan.phrase(SIDES):
        found["per"] = side
    elif not counted and scan.rest == "x":
        raise ValueError(f"how many reps? write '{found.get('reps')}x10'")
    elif not counted and "reps" in found:
        raise ValueError(f"how many sets? write '3x{found['reps']}'")
    return found


def _work(scan: Scanner, span: Span) -> dict[str, Any]:
    if scan.sign("+"):
        if span.low != span.high:
            raise ValueError(f"'{span}+': write either a range, '8-12', or an open end, '8+'")
        scan.phrase({"reps": ""})
        return {"reps": _reps(span), "open_ended": True}
    unit = scan.phrase(WORK_UNITS)
    match unit:
        case "s":
            return {"hold_s": _hold(span)}
        case "min":
            return {"hold_s": _hold(Span(span.low * 60, span.high * 60))}
        case "m" if span.high < 10:
            raise ValueError(f"'{span} m' could be minutes or metres; write '{span} min' or '{span} metres'")
        case "m" | "metres" | "yd":
            distance = within(span, 1, 100_000, "a distance", " m")
            return {"distance": distance, "distance_unit": "yd" if unit == "yd" else "m"}
    return {"reps": _reps(span), "open_ended": False}


def _reps(span: Span) -> Span:
    return whole_span(span, 1, 1000, "reps")


def _hold(span: Span) -> Span:
    return within(span, 1, 7200, "a hold", " s")


def read_clause(scan: Scanner, found: dict[str, Any]) -> None:
    """Take one of load, percent, RPE, RIR, rest, tempo and sides into *found*, in any order."""
    if "per" not in found and (side := scan.phrase(SIDES)):
        found["per"] = side
        return
    before = ""
    while separator := scan.phrase(SEPARATORS):
        before = separator
    if tempo := scan.take(BARE_TEMPO):
        _give(found, "tempo", normal_tempo(tempo[1]))
    elif keyword := scan.phrase(KEYWORDS):
        _give(found, *_said(scan, keyword))
    else:
        _give(found, *_number_said(scan, before))


def _give(found: dict[str, Any], name: str, value: object) -> None:
    if name in found:
        word = {"rest_s": "rest", "rpe": "RPE", "rir": "RIR"}.get(name, name)
        raise ValueError(f"the {word} is given twice")
    found[name] = value


def _said(scan: Scanner, keyword: str) -> tuple[str, object]:
    """What follows a word: RPE 7, rest 90 s, tempo 3-1-1, a band."""
    match keyword:
        case "rpe" | "rir":
            span = _span(scan)
            if span is None:
                example = "RPE 7" if keyword == "rpe" else "RIR 2"
                raise ValueError(f"a number is missing after {keyword.upper()}; write it like '{example}'")
            return keyword, rpe(span) if keyword == "rpe" else rir(span)
        case "tempo":
            tempo = scan.take(TEMPO)
            if not tempo:
                remedy = "a tempo is seconds down, paused, up: 'tempo 3-1-1' or '40X0'"
                raise ValueError(f"{remedy}, not '{scan.word()}'")
            return "tempo", normal_tempo(tempo[1])
        case "no rest":
            return "rest_s", Span(0, 0)
        case "rest":
            return "rest_s", _rest(scan)
        case "bodyweight":
            return "load", _bodyweight(scan)
    return "load", Load("band", strength=keyword.removesuffix("band").strip())


def _rest(scan: Scanner) -> Span:
    start = scan.rest
    if clock := scan.clock():
        return rest_within(Span(clock.seconds or 0, clock.seconds or 0))
    span = _span(scan)
    unit = scan.phrase(WORK_UNITS) if span else None
    if span and unit in ("s", "min"):
        factor = 60 if unit == "min" else 1
        return rest_within(Span(span.low * factor, span.high * factor))
    if span and unit in (None, "m"):
        raise ValueError(f"is 'rest {span}' seconds or minutes? write 'rest {span} s' or 'rest {span} min'")
    what = f"rest {start}".strip()
    raise ValueError(f"don't understand '{what}'; write 'rest 90 s' or 'rest 2 min'")


def _bodyweight(scan: Scanner) -> Load:
    if not scan.sign("+"):
        return Load("bodyweight")
    added = scan.number()
    unit = scan.phrase(AIM_UNITS) if added else None
    if added is None or unit not in ("kg", "lb"):
        raise ValueError("a weight is missing after 'bodyweight +'; write it like 'bodyweight + 10 kg'")
    return Load("bodyweight", weight_within(added), "kg" if unit == "kg" else "lb")


def _number_said(scan: Scanner, before: str) -> tuple[str, object]:
    """What a number means by its unit: 60 kg, 2x8 kg, 80 %, 2 RIR, 90 s rest; after '@' alone it is RPE."""
    start = scan.rest
    if clock := scan.clock():
        return "rest_s", _bare_rest(scan, Span(clock.seconds or 0, clock.seconds or 0), before)
    span = _span(scan)
    if span is None:
        raise ValueError(_not_understood(scan, start))
    if scan.sign("x"):
        return "load", _weights(scan, span, start)
    match scan.phrase(AIM_UNITS):
        case "%":
            return "percent", percent(span)
        case "rir":
            return "rir", rir(span)
        case "kg" if span.low == span.high:
            return "load", Load("weight", weight_within(span.low), "kg")
        case "lb" if span.low == span.high:
            return "load", Load("weight", weight_within(span.low), "lb")
        case "s":
            return "rest_s", _bare_rest(scan, span, before)
        case "min":
            return "rest_s", _bare_rest(scan, Span(span.low * 60, span.high * 60), before)
        case "m":
            raise ValueError(f"'{span} m' could be minutes or metres; write 'rest {span} min'")
        case None if before == "@":
            return "rpe", rpe(span)
    raise ValueError(_not_understood(scan, start))


def _weights(scan: Scanner, count: Span, start: str) -> Load:
    amount = scan.number()
    unit = scan.phrase(AIM_UNITS) if amount else None
    if amount is None or unit not in ("kg", "lb"):
        raise ValueError(_not_understood(scan, start))
    return Load(
        "weight",
        weight_within(amount),
        "kg" if unit == "kg" else "lb",
        int(whole_span(count, 1, 10, "weights").low),
    )


def _bare_rest(scan: Scanner, span: Span, before: str) -> Span:
    if scan.phrase(REST_AFTER) is None and before != "/":
        raise ValueError(f"is '{seconds(span)}' the rest? write 'rest {seconds(span)}'")
    return rest_within(span)


def _not_understood(scan: Scanner, start: str) -> str:
    if not start:
        return f"nothing follows '{scan.text[-1]}'; write sets like '{EXAMPLE}'"
    return f"don't understand '{start}'; write sets like '{EXAMPLE}', and put other words in a note"


def _span(scan: Scanner) -> Span | None:
    """Take a number, or two with '-' or 'to' between them."""
    low = scan.number()
    if low is None:
        return None
    if scan.sign("-") or scan.phrase({"to": "to"}):
        high = scan.number()
        if high is None:
            raise ValueError(f"a number is missing after '{Span(low, low)}-'")
        return Span(low, high)
    return Span(low, low)
