"""Pages for one printer, and frames that are enlarged or shown in part."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from cardmaker.frame import Frame, Group, Link, Path, Placed, Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import AS_IT_IS, Adjustment, Document, Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.paint.placing import matrix_of, paper
from tests.paint.paint_kit import brought

SHEET = Size(100, 140)
BLOCK = Path("M 0 0 L 20 0 L 20 10 L 0 10 Z", fill="#000000")
FRAME = Frame(Size(20, 10), (Placed(0, 0, Group(Role.ARTIFACT, (Placed(0, 0, BLOCK),))),))


def ink(page: Page) -> tuple[float, ...]:
    """Where the page is black: left, top, right, bottom in mm."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(Document((page,), "Page"))))
    picture: Image.Image = pdf[0].render(scale=10 * 25.4 / 72, grayscale=True).to_pil()
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return tuple(round(edge / 10, 1) for edge in box)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_scaled_frames_cover_their_box(turn: int) -> None:
    placement = Placement(FRAME, 12, 30, turn, scale=2.5)
    assert brought(matrix_of(placement), Rect(0, 0, 20, 10)) == pytest.approx(placement.box, abs=1e-3)
    box = placement.box
    assert ink(Page(SHEET, (placement,))) == pytest.approx((box.x, box.y, box.right, box.bottom), abs=0.15)


def test_a_window_hides_the_rest() -> None:
    placement = Placement(FRAME, 10, 10, scale=3, window=Rect(25, 14, 30, 12))
    assert ink(Page(SHEET, (placement,))) == pytest.approx((25, 14, 55, 26), abs=0.15)


def test_adjustment_moves_and_stretches_about_the_middle() -> None:
    adjustment = Adjustment(2, -3, 1.02, 0.95)
    page = Page(SHEET, (Placement(FRAME, 10, 20),), adjustment=adjustment)
    moved = adjustment.of(Rect(10, 20, 20, 10), SHEET)
    assert moved == pytest.approx((11.2, 19.5, 20.4, 9.5))
    assert ink(page) == pytest.approx((moved.x, moved.y, moved.right, moved.bottom), abs=0.15)


def test_no_adjustment_leaves_the_page_as_it_is() -> None:
    box = Rect(11, 22, 33, 44)
    assert AS_IT_IS.of(box, SHEET) == box
    assert paper(Page(SHEET, ())) == "2.834646 0 0 -2.834646 0 396.8504"


def test_links_and_trims_go_where_the_drawing_goes() -> None:
    link = Link("https://example.org", 20, 10, "Example")
    frame = Frame(Size(20, 10), (Placed(0, 0, Group(Role.LINK, (Placed(0, 0, BLOCK), Placed(0, 0, link)))),))
    adjustment = Adjustment(1, 2, 1.01, 0.99)
    page = Page(SHEET, (Placement(frame, 10, 20),), trim=Rect(10, 20, 20, 10), adjustment=adjustment)
    with pikepdf.open(io.BytesIO(write_pdf(Document((page,), "Page")))) as pdf:
        moved = adjustment.of(Rect(10, 20, 20, 10), SHEET)
        wanted = [moved.x, 140 - moved.bottom, moved.right, 140 - moved.y]
        for found in (pdf.pages[0].Annots[0].Rect, pdf.pages[0].TrimBox):
            assert [float(edge) * 25.4 / 72 for edge in found] == pytest.approx(wanted, abs=1e-3)
