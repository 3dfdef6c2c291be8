"""What an overview says: a plan's weeks as charts one under the other, and which muscles its strength work is for."""

from cardmaker.handout.blocks import Race
from cardmaker.handout.cards import BodyMap
from cardmaker.handout.sheetparts import SheetHead
from cardmaker.handout.stretches import Shade, Stretch
from cardmaker.record import record

_FACTS = 4
"""Facts that share out the width of a page."""


@record
class ChartBar:
    """A week in a chart: its number, what is said above its bar, and the parts of the bar from the ground up.

    Parts are in the unit of the chart. A *strong* bar is the race's week.
    """

    label: str
    value: str
    parts: tuple[Stretch, ...] = ()
    strong: bool = False

    @property
    def amount(self) -> float:
        """All its parts."""
        return sum(part.km for part in self.parts)


@record
class Chart:
    """Weeks as bars over one ground; a bar of *most* is as high as the chart."""

    bars: tuple[ChartBar, ...]
    most: float
    name: str = ""

    def __bool__(self) -> bool:
        return any(bar.amount for bar in self.bars)

    @property
    def varied(self) -> bool:
        """Whether weeks differ: else it says no more than a number does."""
        first = self.bars[0]
        return bool(self) and (first.amount < self.most or any(bar.parts != first.parts for bar in self.bars))


@record
class WaveChart:
    """A lift whose load the plan sets week by week: its heaviest set, and what that is counted in."""

    name: str
    unit: str
    chart: Chart


@record
class ChartSpan:
    """Some weeks that have a name together, and how hard that looks."""

    name: str
    effort: str
    weeks: int


@record
class OverviewFact:
    """A number of the whole plan, and what it counts."""

    value: str
    name: str


@record
class GroupRow:
    """Muscles that are trained together: their sets a week on average, and from least to most.

    *bar* has one stretch of that length, in the surface that says how many it is; without sets it has none.
    """

    name: str
    sets: str
    span: str
    bar: tuple[Stretch, ...]


@record
class OverviewSheet:
    """All that an overview says; charts that there is nothing for are empty."""

    head: SheetHead
    subtitle: str
    facts: tuple[OverviewFact, ...]
    spans: tuple[ChartSpan, ...]
    distance: Chart
    longest: Chart
    shares: Chart
    sets: Chart
    waves: tuple[WaveChart, ...]
    groups: tuple[GroupRow, ...]
    groups_most: float
    groups_note: str
    body: BodyMap | None
    body_alt: str
    race: Race | None = None
    name: str = ""
    shades: tuple[Shade, ...] = ()
    estimate: str = ""
    """What '≈' means, if it is on a total."""

    @property
    def brief(self) -> bool:
        """Whether its facts are too few for the width of the page."""
        return len(self.facts) < _FACTS

    @property
    def phased(self) -> bool:
        """Whether any of the weeks has a name."""
        return any(span.name for span in self.spans)

    @property
    def ranging(self) -> bool:
        """Whether any muscle gets more sets in one week than in another."""
        return any(row.span for row in self.groups)

    @property
    def running(self) -> bool:
        """Whether there is a run."""
        return bool(self.distance)
