"""Lengths, sizes and rectangles in millimetres, from the top left, y down."""

import re
from collections.abc import Sequence

from cardmaker.namedtuple import NamedTuple

MM_PER_INCH = 25.4
MM_PER_PT = MM_PER_INCH / 72

_UNITS_MM = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH, '"': MM_PER_INCH, "pt": MM_PER_PT, "": 1.0}
_LENGTH = r'\s*(-?\d+(?:\.\d+)?|-?\.\d+)\s*(mm|cm|in|"|pt|)\s*'


class Point(NamedTuple):
    """A place, in mm."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height, in mm."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """The same size lying on its side."""
        return Size(self.height, self.width)

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    @property
    def made_in_inches(self) -> bool:
        """Whether paper of this size was meant in inches, as Letter and Legal are: others are whole millimetres."""
        return any(abs(side - round(side)) > 1e-6 for side in self)


class Insets(NamedTuple):
    """Distances inwards from the four edges, in mm."""

    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def all(cls, inset: float) -> "Insets":
        """The same inset on each side."""
        return cls(inset, inset, inset, inset)


class Rect(NamedTuple):
    """An upright rectangle, in mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    @classmethod
    def around(cls, xs: Sequence[float], ys: Sequence[float]) -> "Rect":
        """The smallest one that has all of these coordinates in it."""
        return cls(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @classmethod
    def holding(cls, boxes: Sequence["Rect"]) -> "Rect":
        """The smallest one that has all *boxes* in it."""
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        return cls(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)

    def inset(self, by: Insets) -> "Rect":
        """The rectangle left when each edge moves inwards."""
        return Rect(
            self.x + by.left,
            self.y + by.top,
            self.width - by.left - by.right,
            self.height - by.top - by.bottom,
        )

    def contains(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Whether *other* lies inside, give or take *slack* mm."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Whether the insides meet by more than *slack* mm both ways."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


def rounded(value: float, places: int = 3) -> str:
    """A number rounded to a number of places, without zeros at its end."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return "0" if text == "-0" else text


def parse_length(text: str | float) -> float:
    """Read '5', '5 mm', '0.2 in' or '6 pt' as millimetres; ValueError says what is allowed."""
    match = re.fullmatch(_LENGTH, str(text))
    if match is None:
        raise ValueError(f"'{text}' is not a length; write '5 mm', '0.2 in' or '6 pt'")
    return float(match[1]) * _UNITS_MM[match[2]]
