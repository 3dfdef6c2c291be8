"""'800 m', '40 min', '1:30' in a notation → a quantity that prints back as it was written."""

from dataclasses import dataclass
from typing import Final

METRES: Final = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "yd": 0.9144}
SECONDS: Final = {"s": 1.0, "min": 60.0, "h": 3600.0, "m:ss": 1.0, "h min": 60.0}

SHORT_METRES: Final = 50
"""Below this a bare m in a run may as well mean minutes."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A distance or a duration, with the unit it was written in.

    The unit is one of METRES or SECONDS; 'm:ss' counts seconds and 'h min' minutes, written in two parts.
    """

    value: float
    unit: str

    @property
    def metres(self) -> float | None:
        """The distance in metres; None for a duration."""
        factor = METRES.get(self.unit)
        return None if factor is None else self.value * factor

    @property
    def seconds(self) -> float | None:
        """The duration in seconds; None for a distance."""
        factor = SECONDS.get(self.unit)
        return None if factor is None else self.value * factor

    def __str__(self) -> str:
        if self.unit == "m:ss":
            minutes, seconds = divmod(round(self.value), 60)
            return f"{minutes}:{seconds:02} min"
        if self.unit == "h min":
            hours, minutes = divmod(round(self.value), 60)
            return f"{hours} h {minutes} min"
        if self.unit == "m" and self.value < SHORT_METRES:
            return f"{decimal(self.value)} metres"
        return f"{decimal(self.value)} {self.unit}"


def decimal(value: float) -> str:
    """A number in its shortest form: 8, 7.5."""
    return str(int(value)) if float(value).is_integer() else str(value)


def ambiguous_metres(value: float) -> str:
    """The message for a lone m that may mean minutes or metres."""
    n = decimal(value)
    hundreds = decimal(value * 100)
    others = f"'{n} min', '{n} km' or '{hundreds} m'" if value < 10 else f"'{n} min' or '{n} metres'"
    return f"'{n}m' could be minutes or metres; write {others}"
