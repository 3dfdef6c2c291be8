"""A PDF -> how much is on its pages, so that a peer that draws less than we do is found out."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ink:
    """What stands on the pages: *words* as they are extracted, and the share of the paper that is not white."""

    pages: int
    words: Counter[str]
    coverage: float
    size: int
    tagged: bool


def ink_of(path: Path) -> Ink:
    """Read a PDF, and render it at 36 dpi to see how dark it is."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    words: Counter[str] = Counter()
    dark = area = 0.0
    for page in document:
        words.update(_characters(page.get_textpage().get_text_range()))
        picture = page.render(scale=0.5, grayscale=True).to_pil()
        width, height = picture.size
        dark += sum((255 - level) / 255 * count for level, count in enumerate(picture.histogram()))
        area += width * height
    tagged = b"/StructTreeRoot" in path.read_bytes() or bool(document.is_tagged())
    return Ink(len(document), words, dark / area, path.stat().st_size, tagged)


def _characters(text: str) -> list[str]:
    """The letters and digits: words would differ with where lines break and how blanks are written."""
    return [char for char in text if char.isalnum()]


def shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of the first's characters that the second has, too."""
    return sum((one & other).values()) / max(1, sum(one.values()))
