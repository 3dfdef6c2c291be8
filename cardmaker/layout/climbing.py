"""A ladder and how a page is laid out on a rung → the page on the first rung on which all fits, in few tries.

A ladder is a row of flights, in each of which a rung gives up more than the one before it: what has no room on the last
rung of a flight has none on any. That is measured, which takes less than drawing a page until something is too high.
"""

from collections.abc import Callable, Iterator, Sequence

from cardmaker.frame import Frame
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.ladder import FitSettings, Rung
from cardmaker.record import record
from cardmaker.theme.face import LadderStep
from cardmaker.theme.options import BoxOptions

Flight = tuple[int, int]
"""The first and the last of some rungs; 0 is the floor."""


class Usual:
    """Where pages of one template and size end on its ladder: *rung* is the one that the latest took.

    *swapped* are the ids of boxes that others are there instead of, once they are dropped.
    """

    def __init__(self, body: BoxOptions) -> None:
        self.rung = 0
        self.swapped = body.within.swapped


@record
class Climb:
    """*on* gives a page's context on a rung, *attempt* draws the page there; *refused* says if it has no room there.

    *usual* is where other pages of its template end.
    """

    on: Callable[[int], Context]
    attempt: Callable[[Context], Frame]
    refused: Callable[[Context], bool]
    usual: int = 0

    def through(self, flights: Sequence[Flight]) -> tuple[int, Frame] | Overflow:
        """The first rung on which all fits, with the page; or what doesn't on the last one."""
        made: Overflow | None = None
        _, top = flights[-1]
        for first, last in flights:
            number = self._begin(first, last, min(self.usual, top))
            while number <= last:
                try:
                    return number, self.attempt(self.on(number))
                except Overflow as overflow:
                    made = overflow.with_traceback(None)  # which knows this frame, and so what is made of it
                if number == first < last - 1 and self.refused(self.on(last)):
                    number = (
                        last if last == top else last + 1
                    )  # on the very last it is said what is too large
                else:
                    number += 1
        assert made is not None
        return made

    def _begin(self, first: int, last: int, usual: int) -> int:
        """The rung of a flight to begin with; the one after it if there is no room on any."""
        if usual > last:
            return last + 1 if self.refused(self.on(last)) else first
        return usual if first < usual and self.refused(self.on(usual - 1)) else first


def flights_of(
    ladder: Sequence[LadderStep], rungs: Sequence[Rung], swapped: frozenset[str], begin: int
) -> list[Flight]:
    """The flights of a ladder from the rung *begin* on; *swapped* are the ids of boxes that others come instead of."""
    firsts = [begin, *_firsts(ladder, rungs, swapped, begin + 1)]
    return [*zip(firsts, (*(first - 1 for first in firsts[1:]), len(ladder)), strict=True)]


def _firsts(
    ladder: Sequence[LadderStep], rungs: Sequence[Rung], swapped: frozenset[str], begin: int
) -> Iterator[int]:
    """The rungs on which something may need more room than on the one before."""
    for number in range(begin, len(rungs)):
        step = ladder[number - 1]
        if step.afresh or not swapped.isdisjoint(step.drop) or _gives_back(step, rungs[number - 1].settings):
            yield number


def _gives_back(step: LadderStep, before: FitSettings) -> bool:
    """Whether a rung lets something be larger again, or in a style that may be."""
    return (
        any(number > before.limit.get(box, number) for box, number in step.limit.items())
        or any(height > before.shrink.get(box, height) for box, height in step.shrink.items())
        or any(style in before.restyle for style in step.restyle)
        or (step.figure is not None and before.figure is not None and step.figure > before.figure)
    )
