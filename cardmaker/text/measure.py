"""What layout asks about type: text of one weight -> glyphs with their advance, in em."""

from collections.abc import Mapping
from typing import Protocol

from cardmaker.frame import Glyphs
from cardmaker.namedtuple import NamedTuple


class Shaped(NamedTuple):
    """Glyphs in visual order and the advance of them all, in em."""

    runs: tuple[Glyphs, ...]
    width_em: float


class Metrics(NamedTuple):
    """How far a font reaches from its baseline, in em, all positive."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class Measurer(Protocol):
    """Shapes and measures; a real font book, or a monospace one in tests. Weights: light to bold.

    Texts that differ in their digits alone are shaped alike where these are of one width, as in tables.
    """

    @property
    def uneven_by_digits(self) -> frozenset[str] | None:
        """The characters next to which one digit isn't like another; None if digits are of several widths."""

    def shape(self, text: str, weight: str, where: str = "") -> Shaped:
        """The glyphs of one line; MissingGlyphError begins with *where*."""

    def width_em(self, text: str, weight: str, where: str = "") -> float:
        """How wide these glyphs are."""

    def metrics(self, weight: str) -> Metrics:
        """The vertical measures of a weight."""


class Weighted:
    """A measurer that takes other weights than it is asked for, as a theme says."""

    def __init__(self, measurer: Measurer, weights: Mapping[str, str]) -> None:
        self._measurer, self._weights = measurer, weights

    @property
    def uneven_by_digits(self) -> frozenset[str] | None:
        """The characters next to which one digit isn't like another, in any weight."""
        return self._measurer.uneven_by_digits

    def shape(self, text: str, weight: str, where: str = "") -> Shaped:
        """The glyphs of one line, in the weight that stands for the one asked for."""
        return self._measurer.shape(text, self._weights.get(weight, weight), where)

    def width_em(self, text: str, weight: str, where: str = "") -> float:
        """How wide these glyphs are."""
        return self._measurer.width_em(text, self._weights.get(weight, weight), where)

    def metrics(self, weight: str) -> Metrics:
        """The vertical measures of the weight that stands for the one asked for."""
        return self._measurer.metrics(self._weights.get(weight, weight))
