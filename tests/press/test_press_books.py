"""Books folded by program: sheets are turned over, folded and cut as a hand does it, and the pages read in order."""

import io
from functools import cache
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import Document, Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.press.books import Leaf, booklet, booklet_grid, pocket, pocket_grid
from cardmaker.press.duplex import Flip

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
PX = 2
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])


@cache
def leaf(number: int, size: Size) -> Leaf:
    """A page with so many bars under its head and a block in its lower right corner."""
    bars = [Path(f"M 6 {8 + 4 * n} L {size.width - 20:g} {8 + 4 * n}", stroke="#000000", width=2)
            for n in range(number)]  # fmt: skip
    x, y = size.width - 16, size.height - 16
    corner = Path(f"M {x} {y} L {x + 10} {y} L {x + 10} {y + 10} L {x} {y + 10} Z", fill="#000000")
    items = tuple(Placed(0, 0, path) for path in (*bars, corner))
    return Leaf(Frame(size, (Placed(0, 0, Group(Role.ARTIFACT, items)),)), f"page {number}")


def leaves(count: int, size: Size) -> list[Leaf]:
    """Pages that differ."""
    return [leaf(number, size) for number in range(1, count + 1)]


def picture(page: Page) -> Image.Image:
    """A side of a sheet, without marks."""
    plain = Page(page.size, page.placements)
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(Document((plain,), "Book"))))
    size = round(page.size.width * PX), round(page.size.height * PX)
    drawn: Image.Image = pdf[0].render(scale=PX * 25.4 / 72, grayscale=True).to_pil()
    return drawn.resize(size)


@cache
def alone(number: int, size: Size) -> Image.Image:
    """How a page of the book should look."""
    made, _ = leaf(number, size)
    return picture(Page(size, (Placement(made, 0, 0),)))


def apart(found: Image.Image, wanted: Image.Image) -> float:
    """How much two pictures of a page differ, in the mean of all pixels, of 255."""
    return ImageStat.Stat(ImageChops.difference(found.resize(wanted.size), wanted)).mean[0]


def which(found: Image.Image, size: Size, count: int) -> int | None:
    """The number of the page that this is; None for white. It is no page at all if it isn't upright."""
    if ImageStat.Stat(found).mean[0] > 254:
        return None
    far = {number: apart(found, alone(number, size)) for number in range(1, count + 1)}
    number = min(far, key=lambda one: far[one])
    upside_down = apart(found.transpose(Image.Transpose.ROTATE_180), alone(number, size))
    assert far[number] < 2 < upside_down
    return number


class Folded(NamedTuple):
    """A sheet folded once, its fold at the left: the four pages in the order in which they are turned."""

    first: Image.Image
    second: Image.Image
    third: Image.Image
    fourth: Image.Image


def fold(front: Image.Image, back: Image.Image) -> Folded:
    """Lay an upright sheet on its side so that its front reads, turn it about the fold, and read on.

    The sheet is turned like a page in a book as it comes from the printer; seen with the front wide, the back is
    reached by turning it over its short side: about the fold.
    """
    wide = front.transpose(Image.Transpose.ROTATE_270)
    behind = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT)  # lies behind the front, seen through the paper
    behind = behind.transpose(Image.Transpose.ROTATE_270)
    behind = behind.transpose(
        Image.Transpose.FLIP_LEFT_RIGHT
    )  # turned about the fold, seen from its own side
    half = wide.width // 2
    left, right = (0, 0, half, wide.height), (half, 0, wide.width, wide.height)
    return Folded(wide.crop(right), behind.crop(left), behind.crop(right), wide.crop(left))


@PAPERS
@pytest.mark.parametrize("count", [4, 8, 10, 13])
def test_booklet_reads_in_order(paper: Size, count: int) -> None:
    size = booklet_grid(paper).card
    pages = booklet(leaves(count, size), paper)
    assert all(page.size == paper for page in pages)
    sheets = [
        fold(picture(front), picture(back)) for front, back in zip(pages[::2], pages[1::2], strict=True)
    ]
    turned = [page for sheet in sheets for page in sheet[:2]]
    turned += [page for sheet in reversed(sheets) for page in sheet[2:]]
    read = [which(page, size, count) for page in turned]
    assert read[:count] == list(range(1, count + 1))
    assert set(read[count:]) <= {None}


def test_a_sheet_flipped_on_the_short_edge_has_its_back_on_its_head() -> None:
    size = booklet_grid(A4).card
    _, long = booklet(leaves(4, size), A4, Flip.LONG)
    _, short = booklet(leaves(4, size), A4, Flip.SHORT)
    turned = picture(short).transpose(Image.Transpose.ROTATE_180)
    assert ImageStat.Stat(ImageChops.difference(turned, picture(long))).mean[0] < 1


@PAPERS
def test_pocket_book_reads_in_order(paper: Size) -> None:
    """Folded, cut and pressed to a cross, one reads the lower row to the right, then the upper one to the left."""
    size = pocket_grid(paper).card
    (page,) = pocket(leaves(8, size), paper)
    wide = picture(page).transpose(Image.Transpose.ROTATE_270)
    panel_w, panel_h = wide.width / 4, wide.height / 2

    def panel(row: int, column: int) -> Image.Image:
        box = [
            round(v) for v in (column * panel_w, row * panel_h, (column + 1) * panel_w, (row + 1) * panel_h)
        ]
        return wide.crop((box[0], box[1], box[2], box[3]))

    lower = [panel(1, column) for column in range(4)]
    upper = [panel(0, column).transpose(Image.Transpose.ROTATE_180) for column in reversed(range(4))]
    ring = [which(one, size, 8) for one in (*lower, *upper)]
    cover = ring.index(1)
    assert ring[cover:] + ring[:cover] == list(range(1, 9))


def test_the_slit_parts_the_four_middle_panels() -> None:
    """What is cut lies between pages 1, 2 and 5, 6; 3 with 4 and 7 with 8 hold together."""
    (page,) = pocket(leaves(8, pocket_grid(A4).card), A4)
    place = {placement.section: placement.box for placement in page.placements}
    assert page.marks is not None
    *_, slit = [placed.item for placed in page.marks.walk() if isinstance(placed.item, Path)]
    x0, y0, x1, y1 = (float(token) for token in slit.data.split() if not token.isalpha())
    assert (x0, x1) == (105, 105)
    cut = {
        name for name, box in place.items() if min(box.bottom, y1) - max(box.y, y0) > 1
    }  # beside the slit for more than a mm
    assert cut == {"page 1", "page 2", "page 5", "page 6"}


def test_more_than_eight_pages_go_on_in_another_book() -> None:
    pages = pocket(leaves(10, pocket_grid(A4).card), A4)
    assert [len(page.placements) for page in pages] == [8, 2]
    assert [mark.title for mark in pages[1].bookmarks] == ["page 9", "page 10"]


@PAPERS
def test_pages_cover_the_sheet_and_no_other(paper: Size) -> None:
    for pages in (
        booklet(leaves(8, booklet_grid(paper).card), paper),
        pocket(leaves(8, pocket_grid(paper).card), paper),
    ):
        for page in pages:
            boxes = [shown(placement) for placement in page.placements]
            assert all(Rect(0, 0, *page.size).contains(box) for box in boxes)
            assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
            area = sum(box.width * box.height for box in boxes)
            trimmed = 0.2 * page.size.width if page in pages[2:] and len(pages) > 1 else 0.0
            assert area == pytest.approx(page.size.width * page.size.height - trimmed)


def shown(one: Placement) -> Rect:
    """What of a page isn't hidden by its window."""
    box, window = one.box, one.window or one.box
    x, y = max(box.x, window.x), max(box.y, window.y)
    return Rect(x, y, min(box.right, window.right) - x, min(box.bottom, window.bottom) - y)


def test_smaller_pages_lie_in_the_middle() -> None:
    (page, _) = booklet([leaf(1, Size(140, 200))], A4)
    (placement,) = page.placements
    assert placement.box == Rect(5, 148.5 - 148.5 + 4.25, 200, 140)


def test_staples_are_marked_on_the_outermost_sheet() -> None:
    outer, _, inner, _ = booklet(leaves(8, booklet_grid(A4).card), A4)
    assert outer.marks is not None and inner.marks is not None
    assert len(list(outer.marks.walk())) == 4
    assert len(list(inner.marks.walk())) == 2


def test_inner_sheets_creep_towards_the_fold() -> None:
    """Of 16 pages on four sheets those of the innermost, 7 to 10, are 0.3 mm nearer to the fold than 16 and 1."""
    frame = Frame(booklet_grid(A4).card, ())
    pages = booklet([Leaf(frame, f"page {n}") for n in range(1, 17)], A4)
    for number, page in enumerate(pages):
        creep = number // 2 * 0.1
        upper, lower = sorted(page.placements, key=lambda one: one.y)
        assert upper.box.bottom == pytest.approx(148.5 + creep)
        assert lower.box.y == pytest.approx(148.5 - creep)
        assert (shown(upper).bottom, shown(lower).y) == pytest.approx((148.5, 148.5)), (
            "neither lies on the other"
        )
