"""The numbers of a prescription → the same numbers; a ValueError names the first that is out of range."""

import re

from cardmaker.plan.sets.record import NumberRange


def within(span: NumberRange, low: float, high: float, what: str, unit: str = "") -> NumberRange:
    """*span*, if it lies within *low* and *high*."""
    if span.low > span.high:
        raise ValueError(f"{what} from {span.low:g} to {span.high:g}: write the smaller number first")
    if not (low <= span.low and span.high <= high):
        raise ValueError(f"{what} should be {low:g} to {high:g}{unit}, not {span}{unit}")
    return span


def whole_span(span: NumberRange, low: int, high: int, what: str) -> NumberRange:
    """*span*, if it is whole numbers within *low* and *high*."""
    if span.low % 1 or span.high % 1:
        raise ValueError(f"{what} should be a whole number, not {span}")
    return within(span, low, high, what)


def reps(span: NumberRange) -> NumberRange:
    """Repetitions."""
    if span.low > span.high:
        first, second = f"{span.low:g}", f"{span.high:g}"
        raise ValueError(
            f"is '{span}' {second} to {first} reps, or a set of {first} and one of {second}? "
            f"write '{second}-{first}' or '{first}, {second}'"
        )
    return whole_span(span, 1, 1000, "reps")


def seconds(span: NumberRange, what: str = "a hold", low: float = 1) -> NumberRange:
    """A hold, a rest or a pause, in seconds."""
    return within(span, low, 7200, what, " s")


def rpe(span: NumberRange) -> NumberRange:
    """A rating of perceived exertion, 1 to 10 in halves."""
    if span.low > span.high:
        within(span, 1, 10, "RPE")
    if not (span.low >= 1 and span.high <= 10):
        raise ValueError(f"RPE goes from 1 to 10, not to {span}")
    if (span.low * 2) % 1 or (span.high * 2) % 1:
        raise ValueError(f"RPE goes in halves, such as 7 or 7.5, not {span}")
    return span


def rir(span: NumberRange) -> NumberRange:
    """Repetitions in reserve."""
    return whole_span(span, 0, 10, "RIR")


def percent(span: NumberRange) -> NumberRange:
    """A part of the one-repetition maximum."""
    return within(span, 1, 300, "a percentage", " %")


def weight(span: NumberRange) -> NumberRange:
    """A weight, in kg or lb."""
    return within(span, 0.1, 2000, "a weight")


def normal_tempo(text: str) -> str:
    """A tempo with dashes between its phases: '40x0' → '4-0-X-0'."""
    return "-".join(
        re.findall(r"\d+|x", text.lower()) if re.search(r"[-/:.]", text) else text.lower()
    ).upper()
