"""The numbers of a prescription → the same, held within reason; ValueError says what is out of it."""

import re

from cardmaker.plan.sets import Span


def within(span: Span, low: float, high: float, what: str, unit: str = "") -> Span:
    """*span*, if it lies within *low* and *high*."""
    if span.low > span.high:
        raise ValueError(f"{what} from {span.low:g} to {span.high:g}: write the smaller number first")
    if not (low <= span.low and span.high <= high):
        raise ValueError(f"{what} should be {low:g} to {high:g}{unit}, not {span}{unit}")
    return span


def whole_span(span: Span, low: int, high: int, what: str) -> Span:
    """*span*, if it is whole numbers within *low* and *high*."""
    if not (span.low.is_integer() and span.high.is_integer()):
        raise ValueError(f"{what} should be a whole number, not {span}")
    return within(span, low, high, what)


def whole(text: str, low: int, high: int, what: str) -> int:
    """The number *text* says, if it lies within *low* and *high*."""
    return int(within(Span(float(text[:9]), float(text[:9])), low, high, what).low)


def rest_within(span: Span) -> Span:
    """A rest in seconds."""
    return within(span, 0, 3600, "a rest", " s")


def rpe(span: Span) -> Span:
    """A rating of perceived exertion, 1 to 10 in halves."""
    if (span.low * 2) % 1 or (span.high * 2) % 1:
        raise ValueError(f"RPE goes in halves, such as 7 or 7.5, not {span}")
    return within(span, 1, 10, "RPE")


def rir(span: Span) -> Span:
    """Repetitions in reserve."""
    return whole_span(span, 0, 10, "RIR")


def percent(span: Span) -> Span:
    """A part of the one-repetition maximum."""
    return within(span, 1, 150, "a percentage", " %")


def weight_within(weight: float) -> float:
    """A weight, in kg or lb."""
    return within(Span(weight, weight), 0.1, 2000, "a weight").low


def normal_tempo(text: str) -> str:
    """A tempo with dashes between its phases: '40x0' → '4-0-X-0'."""
    return "-".join(re.findall(r"\d+|x", text.lower()) if re.search(r"[-/:]", text) else text.lower()).upper()
