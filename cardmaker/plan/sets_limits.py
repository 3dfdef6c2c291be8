"""The numbers of a prescription → the same, held within reason; ValueError says what is out of it."""

import re

from cardmaker.plan.quantity import number
from cardmaker.plan.sets import Span


def span_of(low: str, high: str | None) -> Span:
    first = number(low)
    return Span(first, number(high) if high else first)


def within(span: Span, low: float, high: float, what: str, unit: str = "") -> Span:
    if span.low > span.high:
        raise ValueError(f"{what} from {span.low:g} to {span.high:g}: write the smaller number first")
    if not (low <= span.low and span.high <= high):
        raise ValueError(f"{what} should be {low:g} to {high:g}{unit}, not {span}{unit}")
    return span


def whole_span(span: Span, low: int, high: int, what: str) -> Span:
    if not (span.low.is_integer() and span.high.is_integer()):
        raise ValueError(f"{what} should be a whole number, not {span}")
    return within(span, low, high, what)


def whole(text: str, low: int, high: int, what: str) -> int:
    return int(within(Span(float(text[:9]), float(text[:9])), low, high, what).low)


def rest_within(span: Span) -> Span:
    return within(span, 0, 3600, "a rest", " s")


def rpe(span: Span) -> Span:
    if (span.low * 2) % 1 or (span.high * 2) % 1:
        raise ValueError(f"RPE goes in halves, such as 7 or 7.5, not {span}")
    return within(span, 1, 10, "RPE")


def rir(span: Span) -> Span:
    return whole_span(span, 0, 10, "RIR")


def percent(span: Span) -> Span:
    return within(span, 1, 150, "a percentage", " %")


def kilos(weight: float) -> float:
    return within(Span(weight, weight), 0.1, 2000, "a weight").low


def normal_tempo(text: str) -> str:
    return "-".join(re.findall(r"\d+|x", text.lower()) if re.search(r"[-/:]", text) else text.lower()).upper()
