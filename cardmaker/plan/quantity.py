"""'800 m', '40–50 min', '1:30' in a notation → a quantity that prints back as it was written."""

from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record

METRES_PER_MILE: Final = 1609.344
METRES: Final = {"m": 1.0, "km": 1000.0, "mi": METRES_PER_MILE, "yd": 0.9144, "ft": 0.3048}
SECONDS: Final = {"s": 1.0, "min": 60.0, "h": 3600.0, "m:ss": 1.0, "h min": 60.0}

SHORT_METRES: Final = 50
"""Below this a bare m in a run may as well mean minutes."""


_SPELLED_METRES: Final = 100
"""Below this metres are spelled out, as a bare m may be read as minutes."""


class Extent(NamedTuple):
    """From *least* to *most*; None where the upper end is open."""

    least: float
    most: float | None

    def plus(self, other: "Extent") -> "Extent":
        """Both together."""
        open_ended = self.most is None or other.most is None
        return Extent(
            self.least + other.least,
            None if open_ended else self.most + other.most,  # type: ignore[operator]
        )

    def times(self, fewest: int, most: int) -> "Extent":
        """This, *fewest* to *most* times."""
        return Extent(self.least * fewest, None if self.most is None else self.most * most)

    @property
    def exact(self) -> float | None:
        """The one value it can have; None for a range."""
        return self.least if self.least == self.most else None

    @property
    def middle(self) -> float | None:
        """Halfway; None if the upper end is open."""
        return None if self.most is None else (self.least + self.most) / 2


NOTHING: Final = Extent(0.0, 0.0)
UNKNOWN: Final = Extent(0.0, None)


@record
class Quantity:
    """A distance or a duration, with the unit it was written in; *most* is the upper end of a range.

    The unit is one of METRES or SECONDS; 'm:ss' counts seconds and 'h min' minutes, written in two parts.
    Without a unit the amount is left open.
    """

    value: float
    unit: str
    most: float | None = None

    @property
    def metres(self) -> float | None:
        """The distance in metres, the least of a range; None for a duration."""
        factor = METRES.get(self.unit)
        return None if factor is None else self.value * factor

    @property
    def seconds(self) -> float | None:
        """The duration in seconds, the least of a range; None for a distance."""
        factor = SECONDS.get(self.unit)
        return None if factor is None else self.value * factor

    @property
    def distance(self) -> Extent:
        """From the least to the most metres."""
        return self._span(METRES.get(self.unit))

    @property
    def duration(self) -> Extent:
        """From the least to the most seconds."""
        return self._span(SECONDS.get(self.unit))

    @property
    def given(self) -> bool:
        """Whether there is an amount at all."""
        return bool(self.unit)

    def _span(self, factor: float | None) -> Extent:
        if factor is None:
            return UNKNOWN
        return Extent(self.value * factor, (self.value if self.most is None else self.most) * factor)

    def __str__(self) -> str:
        if not self.unit:
            return ""
        if self.unit == "h min" and self.most is None:
            hours, minutes = divmod(round(self.value), 60)
            return f"{hours} h {minutes} min"
        values = (self.value,) if self.most is None else (self.value, self.most)
        if self.unit in ("m:ss", "h min"):
            unit = "min" if self.unit == "m:ss" else "h"
            return f"{'-'.join(f'{round(value) // 60}:{round(value) % 60:02}' for value in values)} {unit}"
        unit = "metres" if self.unit == "m" and self.value < _SPELLED_METRES else self.unit
        return f"{'-'.join(map(decimal, values))} {unit}"


OPEN: Final = Quantity(0.0, "")
"""An amount that is left to the runner, as in 'w/ walk back'."""


def decimal(value: float) -> str:
    """A number in its shortest form: 8, 7.5."""
    return str(int(value)) if float(value).is_integer() else str(value)


def ambiguous_metres(value: float) -> str:
    """The message for a lone m that may mean minutes or metres."""
    n = decimal(value)
    if value < 10:
        return f"'{n}m' could be {n} min, {n} mi or {n} km; write the unit, or '{decimal(value * 100)} m'"
    return f"'{n}m' could be {n} minutes or {n} metres; write '{n} min' or '{n} metres'"
