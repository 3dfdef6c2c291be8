"""Sides of cards, sheets and screens → PNG or SVG pictures of them, at true size."""

from collections.abc import Iterator, Sequence
from typing import Any

from cardmaker.geometry import MM_PER_INCH, Size
from cardmaker.page import Document, Page, Placement
from cardmaker.picture.png import labelled
from cardmaker.pipeline.sides import Side


def draw_sides(sides: Sequence[Side], form: str, dpi: int) -> dict[str, bytes]:
    """The files by the sides' names. *form* is 'svg', or 'png' with so many dots per inch."""
    if form == "svg":
        from cardmaker.paint.svg import write_svg

        return {side.name: write_svg(side.frame, side.title).encode("utf-8") for side in sides}
    return {side.name: data for side, data in zip(sides, _pngs(sides, dpi), strict=True)}


def pixels(size: Size, dpi: int) -> tuple[int, int]:
    """How many dots a size in mm has across and down, to the nearest."""
    return round(size.width / MM_PER_INCH * dpi), round(size.height / MM_PER_INCH * dpi)


def _pngs(sides: Sequence[Side], dpi: int) -> Iterator[bytes]:
    import pypdfium2

    from cardmaker.paint import write_pdf

    pages = tuple(Page(side.frame.size, (Placement(side.frame, 0, 0),)) for side in sides)
    document = pypdfium2.PdfDocument(write_pdf(Document(pages, "")))
    try:
        for index, side in enumerate(sides):
            yield _png(document[index], side, dpi)
    finally:
        document.close()


def _png(page: Any, side: Side, dpi: int) -> bytes:
    """One page at exactly the size in dots, which rendering by a scale would round up."""
    from pypdfium2 import PdfBitmap, raw

    width, height = pixels(side.frame.size, dpi)
    bitmap = PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
    page.close()
    return labelled(bitmap.to_pil(), side.title, dpi)
