"""The SVG of a figure and a palette → the file that is asked for: SVG, PNG or PDF."""

from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement
from cardmaker.picture.artwork import Look, read_artwork
from cardmaker.picture.plate import plate

FORMS = ("svg", "png", "pdf")


def illustration(
    svg: str, form: str, look: Look | None, width: float | None, dpi: int, grey: bool, alt: str
) -> bytes:
    """One file. Without a *look* an SVG is the figure's own text, which cards are made from.

    *width* is mm, None as large as on a card; *dpi* and *grey* are for PNG.
    """
    if form == "svg" and look is None:
        return svg.encode("utf-8")
    return picture_of(plate(read_artwork(svg, alt), look or Look(), width, alt), form, dpi, grey, alt)


def picture_of(frame: Frame, form: str, dpi: int, grey: bool, alt: str) -> bytes:
    """A frame as a file."""
    if form == "svg":
        from cardmaker.paint.svg import write_svg

        return write_svg(frame, alt).encode("utf-8")
    from cardmaker.paint import write_pdf

    size = Size(*frame.size)
    pdf = write_pdf(Document((Page(size, (Placement(frame, 0, 0),)),), alt))
    if form == "pdf":
        return pdf
    from cardmaker.deliver.images import draw_pages

    return next(data for _, data in draw_pages(pdf, dpi, grey=grey))
