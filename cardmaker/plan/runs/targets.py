"""What a step is run at: a pace, a heart rate, a percentage, a zone; and seconds as a clock shows them."""

from typing import Final, Literal

from cardmaker.plan.quantity import METRES_PER_MILE, Extent, decimal
from cardmaker.record import record

_KM_PER_MILE: Final = METRES_PER_MILE / 1000


def clock(seconds: int) -> str:
    """'4:05', or '1:02:03' from an hour on."""
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


@record
class Pace:
    """Seconds for each km or mile; *most* is the slower end of a range."""

    seconds: int
    per: Literal["km", "mi"]
    most: int | None = None

    @property
    def span(self) -> Extent:
        """Seconds a kilometre, from the faster to the slower end."""
        slower = self.seconds if self.most is None else self.most
        factor = 1.0 if self.per == "km" else 1 / _KM_PER_MILE
        return Extent(min(self.seconds, slower) * factor, max(self.seconds, slower) * factor)

    @property
    def s_per_km(self) -> float:
        """Seconds a kilometre; the middle of a range."""
        return self.span.middle or 0.0

    def __str__(self) -> str:
        return f"{clock(self.seconds)}{'' if self.most is None else '-' + clock(self.most)}/{self.per}"


@record
class Target:
    """A figure to run by, *low* to *high*: heart rate, percent of something, zone, RPE, speed or power.

    *low* is None for an upper limit. An offset is in seconds, slower than the step's effort if positive,
    each km or mile if *of* says so.
    """

    unit: Literal["bpm", "%", "zone", "RPE", "km/h", "mph", "W", "offset", "send-off"]
    low: float | None
    high: float
    of: str = ""

    def __str__(self) -> str:
        return f"{'' if self.unit in ('offset', 'send-off') else '@ '}{self.words}"

    @property
    def words(self) -> str:
        """As a coach writes it: '140-150 bpm', '85-90% LTHR'."""
        if self.unit == "send-off":
            return f"on {clock(round(self.high))}"
        if self.unit == "offset":
            low = self.high if self.low is None else self.low
            ends = decimal(abs(low)) if low == self.high else f"{decimal(abs(low))}-{decimal(abs(self.high))}"
            return f"{'-' if self.high < 0 else '+'} {ends} s{'/' + self.of if self.of else ''}"
        if self.low is None:
            amount = f"< {decimal(self.high)}"
        else:
            amount = decimal(self.low) + (f"-{decimal(self.high)}" if self.high != self.low else "")
        if self.unit == "%":
            return f"{amount}%{' ' + self.of if self.of else ''}"
        return f"{self.unit} {amount}" if self.unit in ("RPE", "zone") else f"{amount} {self.unit}"
