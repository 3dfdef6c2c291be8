"""The bytes of a PDF → PNG pictures of its pages."""

from collections.abc import Collection, Iterator
from io import BytesIO

import pypdfium2

from cardmaker.geometry import MM_PER_INCH, MM_PER_PT

POINTS_PER_INCH = MM_PER_INCH / MM_PER_PT


def draw_pages(
    pdf: bytes, dpi: int, *, grey: bool = False, only: Collection[int] = ()
) -> Iterator[tuple[int, bytes]]:
    """Each page's number, from 1, and its PNG; *only* some pages, if any are given."""
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
