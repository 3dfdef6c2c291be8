"""A measurer without fonts, to break and place text by the number of its characters."""

from cardmaker.frame import Glyphs
from cardmaker.text.measure import Metrics, Shaped

_UNSEEN = {0xAD: None, 0x200B: None}  # soft hyphen, zero width space


class Monospace:
    """A measurer without fonts: each character is half an em wide."""

    uneven_by_digits = frozenset[str]()

    def shape(self, text: str, weight: str, where: str = "") -> Shaped:
        """One glyph a character, numbered by its code point; none for a break that does not show."""
        text = text.translate(_UNSEEN)
        if not text:
            return Shaped((), 0.0)
        run = Glyphs(f"mono-{weight}", tuple(map(ord, text)), (500,) * len(text), tuple(text))
        return Shaped((run,), len(text) / 2)

    def width_em(self, text: str, weight: str, where: str = "") -> float:
        """Half an em for each character that shows."""
        return len(text.translate(_UNSEEN)) / 2

    def metrics(self, weight: str) -> Metrics:
        """Round numbers, the same for each weight."""
        return Metrics(0.75, 0.25, 0.7, 0.5)
