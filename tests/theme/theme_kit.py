"""Pages in every theme: their text and what it stands on, how much ink they take, how colours look to other eyes."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from cardmaker import assets
from cardmaker.frame import Frame, Path, Text
from cardmaker.page import Document
from cardmaker.paint import write_pdf
from cardmaker.paint.shapes import bounds
from cardmaker.pipeline import Job, Order
from cardmaker.theme.colour import channels, luminance
from tests.kit import make

PLANS = ("runners-week", "ten-k-build")
THEMES = tuple(sorted(path.stem for path in assets.templates("themes").glob("*.yaml")))
Pixels = NDArray[np.float64]


@cache
def job(theme: str, plan: str = PLANS[0], *, parts: tuple[str, ...] = ("sheets", "cards", "gym")) -> Job:
    """A bundled plan in a theme, each card a page."""
    return make(
        assets.templates("plans") / f"{plan}.yaml", Order(theme=theme, parts=parts, imposition="single")
    )


def frames(made: Job) -> list[Frame]:
    """All that is on the pages."""
    pages = [page for part in made.parts for page in part.document.pages]
    marks = [page.marks for page in pages if page.marks]
    return [*dict.fromkeys([one.frame for page in pages for one in page.placements]), *marks]


def texts_on_grounds(frame: Frame, paper: str) -> Iterator[tuple[str, str, str]]:
    """Each text with its colour and that of the last shape drawn under its middle: (text, colour, ground)."""
    painted = []
    for placed in frame.walk():
        if isinstance(placed.item, Path) and placed.item.fill:
            about = bounds(placed.item)
            painted.append(
                (about.x + placed.x, about.y + placed.y, about.width, about.height, placed.item.fill)
            )
        elif isinstance(placed.item, Text) and placed.item.content.strip():
            x, y = placed.x + placed.item.width / 2, placed.y - placed.item.size_pt * 0.1
            under = [
                fill
                for left, top, width, height, fill in painted
                if left <= x <= left + width and top <= y <= top + height
            ]
            yield placed.item.content, placed.item.fill, under[-1] if under else paper


# Ink -------------------------------------------------------------------------------------------------


_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # Rec. 709, on coded values as a driver takes them for tone


def ink(document: Document, dpi: int) -> tuple[float, float, float]:
    """Ink in mm² of solid colour, in C + M + Y + K with full black, and as one minus luminance; and the paper's mm²."""
    cmyk = dark = area = 0.0
    for page in pypdfium2.PdfDocument(write_pdf(document)):
        shown = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy().astype(np.uint32)
        codes, counts = np.unique(
            shown[:, :, 0] << 16 | shown[:, :, 1] << 8 | shown[:, :, 2], return_counts=True
        )
        light = 1 - np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1) / 255
        black = light.min(axis=1)
        colour = (light - black[:, None]) / np.maximum(1 - black, 1e-9)[:, None]
        pixel = (25.4 / dpi) ** 2
        cmyk += float((counts * (colour.sum(axis=1) + black)).sum()) * pixel
        dark += float((counts * (light @ _LUMINANCE)).sum()) * pixel
        area += float(counts.sum()) * pixel
    return cmyk, dark, area


# Eyes ------------------------------------------------------------------------------------------------

# Viénot, Brettel, Mollon 1999 for red and green, Brettel 1997 in its one-plane form for blue; linear RGB.
EYES = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritan": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.805, 0.11911)),
}


def seen_by(colour: str, eyes: str) -> str:
    """A colour as it is seen by eyes that lack a kind of cones."""
    linear = np.array([c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)])
    seen = np.clip(np.array(EYES[eyes]) @ linear, 0, 1)
    coded = [c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in seen]
    return "#" + "".join(f"{round(float(c) * 255):02X}" for c in coded)


def lightness(colour: str) -> float:
    """CIE L* of a colour."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y
