"""Paces and times that nobody runs → a question, as the figure is most likely another one's, or in another unit."""

from collections.abc import Iterator
from typing import Final

from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.grammar.shapes import FASTEST
from cardmaker.plan.runs.record import Repeat, Step
from cardmaker.plan.runs.targets import clock

_FASTEST_REP: Final = 150.0
"""Seconds a kilometre that nobody runs several times, a mile and more each."""
_LONG: Final = 1500.0
"""Metres from which on the world's best are slower than FASTEST."""
_SLOWEST: Final = 900.0
"""Seconds a kilometre of who still walks on a road; who climbs is slower."""


def speeds_doubted(written: WrittenRun) -> Iterator[str]:
    """Questions: a pace, or a distance and its time, that nobody runs."""
    if written.run.sport != "run":
        return
    several = {id(part.parts[0]) for part in written.parts if isinstance(part, Repeat) and part.count > 2}
    uphill = any(step.climb or "hike" in step.said.lower() for step in written.steps)
    for step in written.steps:
        yield from _too_fast(step, _FASTEST_REP if id(step) in several else FASTEST)
        if not uphill and step.effort not in RESTING:
            yield from _too_slow(step)


def _too_fast(step: Step, fastest: float) -> Iterator[str]:
    """'3 x 2 km in 4:20' and '6 x 1 km @ 3:30/mi'."""
    far, long = step.amount.distance.middle or 0.0, (step.also.duration.middle if step.also else None) or 0.0
    if far > _LONG and 0 < 1000 * long < fastest * far:
        pace = str(step.also).removesuffix(" min") if step.also and step.also.unit == "m:ss" else "4:20"
        yield (
            f"'{step.amount} in {step.also}' is faster than anyone runs; is it a pace?"
            f" write '{step.amount} @ {pace}/km'"
        )
    if step.pace and (step.pace.span.most or fastest) < (
        fastest if far > _LONG or not far else 0.9 * fastest
    ):
        other = "km" if step.pace.per == "mi" else "mi"
        yield (
            f"'@ {step.pace}' is faster than anyone runs; is it a pace of another unit? write"
            f" '@ {str(step.pace).partition('/')[0]}/{other}', or the time for each, '400 m in 1:30'"
        )


def _too_slow(step: Step) -> Iterator[str]:
    """'5 km @ 25:00/km', which is the time for all of it."""
    pace, far = step.pace, step.amount.distance.middle
    if pace and pace.span.least > _SLOWEST:
        lasting = clock(pace.seconds)
        meant = f"'{step.amount} in {lasting}'" if far else "'40 min @ 6:30/km'"
        yield f"'@ {pace}' is slower than anyone walks; is it how long all of it takes? write {meant}"
    long = step.also.duration.least if step.also and far else 0.0
    if far and far >= 1000 and 1000 * long > _SLOWEST * far:
        yield (
            f"'{step.amount} in {step.also}' is slower than anyone walks; how long is it? write '{step.amount} in"
            f" 40 min', or '{step.amount} then {step.also} easy'"
        )
