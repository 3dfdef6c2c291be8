"""The boxes that draw figures of training: runs, days and weeks as bars, and bands of weeks."""

from cardmaker.theme.measures import Length, Some
from cardmaker.theme.options import BoxOptions


class ProfileBox(BoxOptions):
    """Stretches as bars: length is distance, darker is harder.

    The hardest stands `rise` mm high and easier ones lower; `flat` draws all of them at that height. A run of `scale`
    is as long as the box is wide; with `per_km` a box is as wide as its run, at so many mm a km, fewer if that makes
    one of `scale` longer than `longest`. Where stretches differ the highest of them is at least `least` mm high.
    Below it is a scale in the unit `axis`, of which a km has `axis_per_km`, if that is more than nothing.
    """

    profile: str
    scale: str
    axis: str = ""
    axis_per_km: str = ""
    least: Length = 0.0
    style: str = ""
    per_km: Length = 0.0
    longest: Length = 0.0
    rise: Some = 5.6
    flat: bool = False


class ColumnBox(BoxOptions):
    """A day's runs as one bar, the distance next to it; a bar of `scale` km is as high as the box.

    A `lying` one is `bar_width` high; at `scale` it takes the width that distances of two figures and a part leave.
    Bars are narrower where the `widest` label of the page needs more.
    """

    column: str
    label: str
    scale: str
    bar_width: Some = 10.0
    lying: bool = False
    widest: str = ""
    style: str = "km"


class SkylineBox(BoxOptions):
    """All days of many weeks as bars side by side: height is distance, darker is harder; weeks are numbered below.

    `race` is said above the bar of the last race.
    """

    skyline: str
    race: str = ""
    style: str = "bar-label"


class BandBox(BoxOptions):
    """What goes on for a while, as a band down its side: a surface, and on it a word that reads upwards.

    A word that the band is too short for is left out: it is for what is said elsewhere, too.
    """

    band: str
    effort: str
    style: str = "band"


class ChartBox(BoxOptions):
    """Weeks as bars over one ground, in columns that share out the width: their parts one on top of the other.

    `bars_most` is how wide a bar may be; `labelled` numbers the weeks below. Charts of the same weeks and width line
    up. Numbers are all in one size, and where they are too wide for their columns every second or third is left out.
    """

    chart: str
    bars_most: Some = 14.0
    labelled: bool = False
    style: str = "bar-value"
    label_style: str = "bar-label"


class SpansBox(BoxOptions):
    """Some weeks with a name, one after the other, as bands as wide as the weeks in a chart of the same width."""

    spans: str
    style: str = "band"


class BarsBox(BoxOptions):
    """Weeks as bars: done, this one, to come."""

    bars: str
    bar_width: Some = 8.0
    gap: Length = 1.7
    style: str = "bar-value"
    label_style: str = "bar-label"
