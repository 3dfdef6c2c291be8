"""Tokens of a run, and what their figures mean."""

import re
from typing import Any, Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.quantity import Quantity, decimal
from cardmaker.plan.runs.targets import Pace, Target

LONGEST: Final = 500


class RunToken(NamedTuple):
    """A piece of the text: its kind, what it says, and where it is."""

    kind: str
    text: str
    value: Any
    start: int
    end: int


class Bare(NamedTuple):
    """A number without a unit, or a range of them."""

    value: float
    most: float | None = None

    def __str__(self) -> str:
        return decimal(self.value) if self.most is None else f"{decimal(self.value)}-{decimal(self.most)}"

    def of(self, unit: str) -> Quantity:
        """With a unit."""
        return Quantity(self.value, unit, self.most)


def number_of(found: re.Match[str]) -> float:
    if found["number"]:
        return float(found["number"].replace(",", "."))
    whole, _, rest = found["fraction"].replace("-", " ").rpartition(" ")
    over, _, under = rest.partition("/")
    return float(whole or 0) + int(over) / int(under)


def seconds_of(text: str) -> int:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


def both_ends(low: str, high: str | None) -> tuple[float, float]:
    first = float(low.replace(",", "."))
    return first, float(high.replace(",", ".")) if high else first


def first_group(found: re.Match[str]) -> int:
    """The number of the group with the first figure; those before it have names."""
    return max(found.re.groupindex.get("heart", 0), found.re.groupindex.get("under", 0)) + 1


def offset_of(sign: int, low: str, high: str | None, per: str | None) -> Target:
    first, last = both_ends(low, high)
    of = {"k": "km", "mile": "mi", "miles": "mi"}.get(per or "", per or "")
    return Target("offset", sign * first, sign * last, of)


def pace_of(first: int, second: int | None, per: str, text: str) -> Pace:
    for seconds in (first, second or first):
        if not 90 <= seconds <= 45 * 60:
            than = "faster" if seconds < 90 else "slower"
            raise ValueError(f"a pace of '{text}' is {than} than anyone runs")
    return Pace(first, "mi" if per.startswith("m") else "km", second)


def range_of(first: "Quantity | Bare", second: "Quantity | Bare") -> "Quantity | Bare | None":
    """A range of two amounts in one unit; None if they are none."""
    if isinstance(first, Bare) and isinstance(second, Quantity):
        if second.unit in ("m:ss", "h min"):
            return None
        first = Quantity(first.value, second.unit)
    if isinstance(second, Bare):
        if not isinstance(first, Bare):
            return None
        return Bare(first.value, second.value) if first.value < second.value else None
    assert isinstance(first, Quantity)
    if first.unit == second.unit == "m:ss" and first.value > second.value:
        first, second = second, first  # '5:30 to 4:30', getting faster
    if second.unit == "h min" and first.unit == "m:ss":
        first = Quantity(first.value, "h min")  # '1:45-2:00 h'
    if first.unit != second.unit:
        minutes = [amount.seconds / 60 for amount in (first, second) if amount.seconds is not None]
        if len(minutes) < 2:
            return None
        first, second = (Quantity(round(amount, 2), "min") for amount in minutes)
    return Quantity(first.value, first.unit, second.value) if first.value < second.value else None


def nearest_number(text: str) -> str:
    return ".".join(re.split(r"[.,]", text)[:2])[:5].rstrip(".")
