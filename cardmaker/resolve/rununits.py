"""Distances, times and paces of runs → words, in the units of whoever reads them."""

from typing import Final

from cardmaker.plan.quantity import METRES, METRES_PER_MILE, Extent, Quantity
from cardmaker.plan.runs.targets import Pace
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording

_KM_PER_MI: Final = METRES_PER_MILE / 1000


class RunUnits:
    """Puts amounts into words, in 'metric' or 'imperial' *units*."""

    def __init__(self, wording: Wording, units: str) -> None:
        self.wording, self.units = wording, units

    @property
    def unit(self) -> str:
        """The reader's word for a kilometre or mile."""
        return self.wording.units["mi" if self.units == "imperial" else "km"]

    def in_unit(self, km: float) -> float:
        """Kilometres in the reader's unit."""
        return km / _KM_PER_MI if self.units == "imperial" else km

    def kilometres(self, metres: Extent) -> str:
        """A distance or a range of it in the reader's unit: '8.0', '30–34'."""
        least = self.in_unit(metres.least / 1000)
        if metres.most is None or metres.most == metres.least:
            return self.wording.number(least, 1, 1)
        most = self.in_unit(metres.most / 1000)
        return f"{self.wording.number(least, 1)}–{self.wording.number(most, 1)}"

    def clock(self, seconds: Extent, *, hours: bool = False) -> tuple[str, str]:
        """A duration or a range of it: ('40', 'min') or ('1:20', 'h'), as any of 100 min; or with *hours*."""
        least, most = seconds.least, seconds.least if seconds.most is None else seconds.most
        in_hours = hours or round(most / 60) >= 100
        ends = dict.fromkeys(_hours(end) if in_hours else str(round(end / 60)) for end in (least, most))
        return "–".join(ends), self.wording.units["h" if in_hours else "min"]

    def climb(self, metres: float) -> str:
        """Metres of climb in the reader's unit."""
        feet = self.units == "imperial"
        unit = "ft" if feet else "m"
        return f"{self.wording.number(metres / METRES['ft'] if feet else metres)}{NBSP}{self.wording.units[unit]}"

    def paced(self, pace: Pace) -> str:
        """A pace or a range of it by the reader's unit: '4:30/km'."""
        per = "mi" if self.units == "imperial" else "km"
        return f"{self.pace_span(pace)}/{self.wording.units[per]}"

    def pace_span(self, pace: Pace) -> str:
        """A pace or a range of it, where a head says its unit: '4:30', '5:50–6:20'."""
        factor = _KM_PER_MI if self.units == "imperial" else 1.0
        ends = [round((end or 0.0) * factor) for end in pace.span]
        return "–".join(dict.fromkeys(f"{end // 60}:{end % 60:02}" for end in ends))

    def quantity(self, amount: Quantity, *, as_written: bool = False) -> str:
        """An amount in the reader's unit; repeats and races stay as written: they belong to a track or have a name."""
        if not amount.given:
            return ""
        unit, factor = amount.unit, 1.0
        if as_written:
            pass
        elif unit == "km" and self.units == "imperial":
            unit, factor = "mi", 1 / _KM_PER_MI
        elif unit == "mi" and self.units == "metric":
            unit, factor = "km", _KM_PER_MI
        values = (
            [amount.value * factor] if amount.most is None else [amount.value * factor, amount.most * factor]
        )
        if unit in ("m:ss", "h min"):
            spans = "–".join(f"{int(value) // 60}:{int(value) % 60:02}" for value in values)
            return f"{spans}{NBSP}{self.wording.units['min' if unit == 'm:ss' else 'h']}"
        places = 2 if unit == amount.unit else 1
        spans = "–".join(self.wording.number(value, places) for value in values)
        return f"{spans}{NBSP}{self.wording.units.get(unit, unit)}"


def _hours(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
