"""Totals that a line states → a question where the parts of the run don't come to them, or don't fit."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import METRES, METRES_PER_MILE, Extent
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.record import Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import span_of, sum_of

_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_TOTAL: Final = Pattern(
    rf"(?:(?P<hours>\d{{1,2}}) ?h(?:rs?|ours?)? ?)?(?<![\d.:]){_NUMBER}(?::[0-5]\d)?(?: ?[a-z]+|(?<=[0-5]\d))?"
    rf",? (?:in |as a )?(?:total|altogether|overall)\b"
    rf"|\b(?<!for a )total(?:s|ing|ling)?(?: of| is|:| =)?(?: about| around)? {_NUMBER}",
    "total|altogether|overall",
    re.ASCII | re.IGNORECASE,
)
"""'8 miles total', 'total: 8 miles'; how long 'alternate … for a total of 20 min' goes on is no total of the line."""
_RESTED: Final = Pattern(r"\brest,? ?\d", "rest", re.ASCII | re.IGNORECASE)
_FASTEST: Final = 1000 / 150
_SLOWEST: Final = 1000 / 900
"""Metres a second that anyone runs, and that anyone who walks a part of it makes at the least."""


def totals_missed(written: WrittenRun) -> Iterator[str]:
    """Questions: a total is a whole or what the parts come to, and no part is longer than what holds it."""
    wholes = [part.step for part in written.parts if isinstance(part, Whole)]
    if len(written.run.parts) == 1 and isinstance(written.run.parts[0], Step):
        wholes.append(written.run.parts[0])
    stated = {value for step in wholes for value in (step.amount.value, step.amount.most)}
    stated |= {float(number) for note in written.notes for number in re.findall(_NUMBER, note)}
    for found in _TOTAL.finditer(written.bare):
        number = float(found[2] or found[3]) + 60 * int(found["hours"] or 0)
        if number not in stated and not comes_to(number, written.run):
            yield (
                f"'{found[0]}' isn't what the parts come to; write the whole first, '8 km with [6 x 400 m]',"
                " or the parts without a total"
            )
    yield from _ends(written)


def comes_to(number: float, run: Run, rounding: float = 0.03) -> bool:
    """Whether a number is how far or how long *run* is, in some unit."""
    spans = [(run.distance, unit) for unit in (1.0, 1000.0, METRES_PER_MILE, METRES["yd"])]
    spans += [(run.duration, unit) for unit in (1.0, 60.0, 3600.0)]
    return any(_within(number * unit, span, rounding) for span, unit in spans)


def _within(amount: float, span: Extent, rounding: float) -> bool:
    return span.most is not None and (1 - rounding) * span.least <= amount <= (1 + rounding) * span.most


def _ends(written: WrittenRun) -> Iterator[str]:
    """A cool-down is no rest, and no part is longer than what holds it."""
    for part in written.parts:
        if isinstance(part, Step) and part.role and part.effort == "rest" and _RESTED.search(written.bare):
            yield (
                f"'{part}' is read as {part.role} and as rest; write each part after ' / ',"
                " as in '3 x 1 mi w/ 3 min rest / 1 mi cd'"
            )
        if isinstance(part, Whole):
            yield from _holding(part)


def _holding(whole: Whole) -> Iterator[str]:
    """A question where what is inside takes longer, or goes farther, than all of it can."""
    far, long = whole.step.distance, whole.step.duration
    timed = far.most is None
    taken = sum_of(span_of(part, "duration" if timed else "distance") for part in whole.inside).least
    most = long.most if timed else far.most
    full = most is not None and taken >= most
    for inner in whole.inside:
        if not isinstance(inner, Step):
            continue
        too_long = far.most is not None and inner.duration.least > far.most / _SLOWEST
        too_far = long.most is not None and inner.distance.least > long.most * _FASTEST
        other = inner.amount.given and (inner.amount.metres is None) != (whole.step.amount.metres is None)
        other = other and inner.effort not in RESTING  # a few minutes' jog is left out of many a total
        if too_long or too_far or (full and other):
            yield (
                f"'{inner.amount}' is more than fits '{whole.step.amount}'; write the whole first,"
                " '90 min with [6 mi tempo]', or add the parts with ' / '"
            )
