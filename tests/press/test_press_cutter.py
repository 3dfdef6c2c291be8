"""Marks for cutting machines: what they are, and that nothing lies on them."""

from pathlib import Path as FilePath

import pytest

from cardmaker.errors import PaperError
from cardmaker.frame import Frame, Group, Path
from cardmaker.geometry import Rect, Size
from cardmaker.pipeline import Order
from cardmaker.press.cutter import CLEAR, cutter_marks, is_clear
from cardmaker.press.grid import pack
from cardmaker.press.marks import back_marks, front_marks
from cardmaker.press.ticket import Mark, Ticket
from tests.kit import Command, make

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
TICKET = Ticket(marks=frozenset({Mark.CUTTER}))


def solids(frame: Frame | None) -> list[Rect]:
    """The solid rectangles of a frame of marks."""
    assert frame is not None
    [placed] = frame.items
    assert isinstance(placed.item, Group)
    [path] = (one.item for one in placed.item.items)
    assert isinstance(path, Path)
    assert (path.fill, path.stroke) == ("#000000", None)
    found = []
    for outline in path.data.removesuffix(" Z").split(" Z "):
        numbers = [float(token) for token in outline.split() if not token.isalpha()]
        xs, ys = numbers[::2], numbers[1::2]
        found.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    return found


@pytest.mark.parametrize("sheet", [A4, LETTER])
def test_a_square_and_two_corners_10_mm_from_the_edges(sheet: Size) -> None:
    square, across, down, low, up = solids(front_marks(pack(Size(63, 88), sheet, 17), TICKET))
    assert square == Rect(10, 10, 5, 5)
    assert (across.right, across.y, across.width) == pytest.approx((sheet.width - 10, 10, 20))
    assert (down.right, down.y, down.height) == pytest.approx((sheet.width - 10, 10, 20))
    assert (low.x, low.bottom, low.width) == pytest.approx((10, sheet.height - 10, 20))
    assert (up.x, up.bottom, up.height) == pytest.approx((10, sheet.height - 10, 20))
    assert {across.height, down.width, low.height, up.width} == {0.5}


def test_backs_have_none() -> None:
    assert back_marks(pack(Size(63, 88), A4, 17), TICKET, None) is None


def test_cards_on_a_mark_are_seen() -> None:
    assert not is_clear(pack(Size(63, 88), A4), 0)
    assert is_clear(pack(Size(63, 88), A4, 17), 0)
    assert not is_clear(pack(Size(63, 88), A4, 12.5), 5), "what bleeds keeps away, too"


@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
@pytest.mark.parametrize("stock", ["a7", "poker", "business-us", "mini"])
@pytest.mark.parametrize("bleed", [0.0, 2.0])
def test_no_card_comes_near_a_mark(in_folder: FilePath, stock: str, paper: str, bleed: float) -> None:
    order = Order(
        parts=("cards",), exercises=("squat",), stock=stock, paper=paper, bleed=bleed, marks=("cutter",)
    )
    [part] = make(in_folder / "small.yaml", order).parts
    page = part.document.pages[0]
    assert page.trims
    assert not page.slugs, "nothing else is printed on what is cut away"
    for mark in cutter_marks(page.size):
        near = CLEAR + bleed - 1e-6
        wide = Rect(mark.x - near, mark.y - near, mark.width + 2 * near, mark.height + 2 * near)
        assert not any(wide.overlaps(trim) for trim in page.trims)


def test_cards_that_leave_no_room_for_the_marks_are_refused(in_folder: FilePath) -> None:
    order = Order(parts=("cards",), exercises=("squat",), stock="a5", paper="a5", marks=("cutter",))
    with pytest.raises(PaperError):
        make(in_folder / "small.yaml", order)


def test_the_last_lines_say_what_the_marks_are(command: Command) -> None:
    done = command("build", "small.yaml", "--only", "cards", "--marks", "cutter", "-o", "out/")
    assert done.code == 0
    assert "a square of 5 mm at the top left" in done.out
    both = command(
        "build", "small.yaml", "--only", "cards", "--marks", "cutter", "--marks", "crop", "-o", "out/"
    )
    assert both.code == 2
    assert "cutter excludes other marks" in both.err
