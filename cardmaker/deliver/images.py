"""Sides of cards, sheets and screens, or a PDF → PNG or SVG pictures of them, at true size."""

import math
from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from typing import Any

from cardmaker.errors import OutputError
from cardmaker.geometry import MM_PER_INCH, MM_PER_PT, Size
from cardmaker.page import Document, Page, Placement
from cardmaker.picture.png import labelled
from cardmaker.pipeline.sides import PageSide

MEGAPIXELS = 60
"""The most in one PNG, which is held in memory whole, twice: A4 at 780 dpi, a card of A7 at any."""


def draw_sides(sides: Sequence[PageSide], form: str, dpi: int) -> dict[str, bytes]:
    """The files by the sides' names. *form* is 'svg', or 'png' with a number of dots per inch.

    OutputError if a PNG were too large to be held in memory.
    """
    if form == "svg":
        from cardmaker.paint.svg import write_svg

        return {side.name: write_svg(side.frame, side.title).encode("utf-8") for side in sides}
    for side in sides:
        _refuse_too_large(side, dpi)
    return {side.name: data for side, data in zip(sides, _pngs(sides, dpi), strict=True)}


def pixels(size: Size, dpi: int) -> tuple[int, int]:
    """How many dots a size in mm has across and down, to the nearest."""
    return round(size.width / MM_PER_INCH * dpi), round(size.height / MM_PER_INCH * dpi)


def _refuse_too_large(side: PageSide, dpi: int) -> None:
    width, height = pixels(side.frame.size, dpi)
    if width * height > MEGAPIXELS * 1_000_000:
        least = math.floor(dpi * math.sqrt(MEGAPIXELS * 1_000_000 / (width * height)) / 10) * 10
        raise OutputError(
            f"{side.name}: {width * height / 1e6:.0f} megapixels at {dpi} dpi; make it --dpi {least} or less,"
            " or a PDF, which is sharp at any size"
        )


def _pngs(sides: Sequence[PageSide], dpi: int) -> Iterator[bytes]:
    import pypdfium2

    from cardmaker.paint import write_pdf

    pages = tuple(Page(side.frame.size, (Placement(side.frame, 0, 0),)) for side in sides)
    document = pypdfium2.PdfDocument(write_pdf(Document(pages, "")))
    try:
        for index, side in enumerate(sides):
            yield _png(document[index], side, dpi)
    finally:
        document.close()


def _png(page: Any, side: PageSide, dpi: int) -> bytes:
    """One page at exactly the size in dots, which rendering by a scale would round up."""
    from pypdfium2 import PdfBitmap, raw

    width, height = pixels(side.frame.size, dpi)
    bitmap = PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
    page.close()
    return labelled(bitmap.to_pil(), side.title, dpi)


POINTS_PER_INCH = MM_PER_INCH / MM_PER_PT


def draw_pages(
    pdf: bytes, dpi: int, *, grey: bool = False, only: Collection[int] = ()
) -> Iterator[tuple[int, bytes]]:
    """Each page's number, from 1, and its PNG; *only* some pages, if any are given."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(1, len(document) + 1):
            if only and number not in only:
                continue
            page = document[number - 1]
            picture = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey).to_pil()
            stream = BytesIO()
            picture.save(stream, "PNG", dpi=(dpi, dpi))
            page.close()
            yield number, stream.getvalue()
    finally:
        document.close()
