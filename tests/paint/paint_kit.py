"""Small frames and documents to paint, and the few readings of a PDF that many tests share."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from cardmaker.frame import Frame, Group, Item, Path, Placed, Role, Text
from cardmaker.geometry import Rect, Size
from cardmaker.page import Document, Page, Placement
from cardmaker.paint.placing import Transform
from cardmaker.text.fonts import FontBook

BOOK = FontBook()
INK = "#15232B"
PT = 72 / 25.4
A4 = Size(210, 297)


def text(
    content: str, x: float = 0, y: float = 0, weight: str = "regular", size: float = 10, **more: Any
) -> Placed:
    """A line of type."""
    return Placed(x, y, Text(BOOK.shape(content, weight).runs, size, more.pop("fill", INK), **more))


def rect(x: float, y: float, width: float, height: float, fill: str = "#C4281A") -> Placed:
    """A filled rectangle."""
    return Placed(x, y, Path(f"M 0 0 L {width} 0 L {width} {height} L 0 {height} Z", fill=fill))


def group(role: Role, *items: Placed, x: float = 0, y: float = 0, alt: str = "", scope: str = "") -> Placed:
    """A group of drawables."""
    return Placed(x, y, Group(role, items, alt, scope))


def put(item: Item, x: float = 0, y: float = 0) -> Placed:
    """An item at a place."""
    return Placed(x, y, item)


def frame(*items: Placed, width: float = 74, height: float = 105) -> Frame:
    """A card-sized frame."""
    return Frame(Size(width, height), items)


def page(*frames: Frame, size: Size = A4, **more: Any) -> Page:
    """A page with frames side by side."""
    placements = tuple(Placement(one, 80 * index, 0) for index, one in enumerate(frames))
    return Page(size, placements, **more)


def document(*pages: Page, **more: Any) -> Document:
    """A document of pages."""
    return Document(pages, **{"title": "Cards", **more})


def brought(matrix: Transform, box: Rect) -> Rect:
    """The upright rectangle that a matrix makes of one."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in ((box.x, box.y), (box.right, box.bottom))]
    ys = [b * x + d * y + f for x, y in ((box.x, box.y), (box.right, box.bottom))]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def opened(data: bytes) -> pikepdf.Pdf:
    """The file as pikepdf reads it."""
    return pikepdf.open(io.BytesIO(data))


def said(data: bytes, index: int = 0) -> str:
    """The text of a page, as a viewer copies it."""
    return str(pypdfium2.PdfDocument(data)[index].get_textpage().get_text_bounded())


def picture(data: bytes, index: int = 0, dots_per_mm: float = 4) -> Any:
    """A page as an RGB image of Pillow's."""
    return pypdfium2.PdfDocument(data)[index].render(scale=dots_per_mm / PT).to_pil().convert("RGB")


def content(data: bytes, index: int = 0) -> str:
    """A page's operators."""
    with opened(data) as pdf:
        return bytes(pdf.pages[index].Contents.read_bytes()).decode("ascii")


def elements(data: bytes) -> list[Any]:
    """The structure tree as nested lists: [role, kids...], where a leaf is what its marked content says."""
    with opened(data) as pdf:
        return _element(pdf.Root.StructTreeRoot.K, pdf)


def _element(element: Any, pdf: pikepdf.Pdf) -> list[Any]:
    return [str(element.S)[1:], *(_kid(kid, element, pdf) for kid in kids_of(element))]


def kids_of(element: Any) -> Iterator[Any]:
    """An element's kids, whether it has none, one or many."""
    if "/K" not in element:
        return iter(())
    return iter(element.K) if isinstance(element.K, pikepdf.Array) else iter([element.K])


def _kid(kid: Any, element: Any, pdf: pikepdf.Pdf) -> Any:
    if isinstance(kid, int):
        return kid
    return f"OBJR {kid.Obj.A.URI}" if "/Obj" in kid else _element(kid, pdf)


def instructions(
    stream: pikepdf.Object | pikepdf.Page,
) -> Iterator[tuple[list[pikepdf.Object], pikepdf.Operator]]:
    """A content stream's operators, each with its operands."""
    for one in pikepdf.parse_content_stream(stream):
        assert isinstance(one, pikepdf.ContentStreamInstruction), "no picture is in the stream itself"
        yield list(one.operands), one.operator


def marked(data: bytes, index: int = 0) -> dict[int, str]:
    """What stands between BDC and EMC for each marked-content number of a page, the tag before it."""
    with opened(data) as pdf:
        found: dict[int, str] = {}
        current: list[str] | None = None
        for operands, operator in instructions(pdf.pages[index]):
            name = str(operator)
            if name == "BDC" and "/MCID" in operands[1]:
                current = [str(operands[0])[1:]]
                found_number = int(operands[1].MCID)
            elif name == "EMC" and current is not None:
                found[found_number] = " ".join(current)
                current = None
            elif current is not None:
                current.append(name)
        return found
