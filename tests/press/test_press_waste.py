"""What is printed next to the cards: on what is cut away, and nowhere near a card, a mark or the paper's edge."""

import pytest

from cardmaker.errors import CardmakerError
from cardmaker.frame import Frame, Path, Placed
from cardmaker.geometry import Rect, Size
from cardmaker.page import Page, Placement
from cardmaker.press.grid import pack
from cardmaker.press.marks import grid_of
from cardmaker.press.sheets import Slug, impose
from cardmaker.press.ticket import Mark, Ticket
from tests.press.press_kit import A4, POKER, imposition, plain_cards, rendered, stocks_on_papers

RULE = Frame(Size(68, 2.4), (Placed(0, 0, Path("M 0 1 L 50 1", stroke="#000000", width=0.3)),))


def slug() -> tuple[Slug, list[tuple[int, int, bool]]]:
    """A slug, and what its line was asked to say."""
    asked: list[tuple[int, int, bool]] = []

    def line(sheet: int, sheets: int, back: bool) -> Frame:
        asked.append((sheet, sheets, back))
        return Frame(Size(40 + len(str(sheet)), 2.6), ())

    return Slug(RULE, line), asked


def rules(page: Page) -> list[Placement]:
    """The rules on a page."""
    return [one for one in page.slugs if one.frame is RULE]


@pytest.mark.parametrize("gutter", [None, 4.0])
@pytest.mark.parametrize(("stock", "paper"), [pair for pair in stocks_on_papers() if "-" not in pair[0]])
def test_nothing_is_in_the_way_of_cards_and_knife(stock: str, paper: str, gutter: float | None) -> None:
    ticket = Ticket(gutter=gutter, marks=frozenset({Mark.CROP, Mark.REGISTRATION}))
    try:
        place = imposition(stock, paper, ticket)
    except CardmakerError:
        return
    grid = grid_of(place)
    front, back = impose(plain_cards(grid.card, 1), place, ticket, slug=slug()[0])
    inner = Rect(3, 3, grid.sheet.width - 6, grid.sheet.height - 6)
    for page in (front, back):
        boxes = [one.box for one in page.slugs]
        assert all(inner.contains(box, slack=1e-3) for box in boxes)
        assert not any(box.overlaps(cell) for box in boxes for cell in grid.cells())
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        for box in boxes:
            for x, y in drawn(page.marks):
                assert not (box.x - 0.9 < x < box.right + 0.9 and box.y - 0.9 < y < box.bottom + 0.9)
    widest = max(
        grid.block.x, grid.block.y, grid.sheet.width - grid.block.right, grid.sheet.height - grid.block.bottom
    )
    if widest >= 15:
        assert rules(front), "so much paper is enough for it"
    if widest < 3 + 2.4 + 1:
        assert not front.slugs


def drawn(marks: Frame | None) -> list[tuple[float, float]]:
    """The ends of all lines."""
    found: list[tuple[float, float]] = []
    for _, _, path in marks.walk() if marks else ():
        if isinstance(path, Path):
            numbers = [float(token) for token in path.data.split() if not token.isalpha()]
            found += zip(numbers[::2], numbers[1::2], strict=True)
    return found


def test_sheets_are_counted_on_both_sides() -> None:
    one, asked = slug()
    pages = impose(plain_cards(POKER, 19), pack(POKER, A4), slug=one)
    said = [call for call in asked if call[1] == 3 and call != (3, 3, False) and call != (3, 3, True)]
    assert said == [(1, 3, False), (1, 3, True), (2, 3, False), (2, 3, True)]
    assert [len(rules(page)) for page in pages] == [1, 0] * 3, "one rule a sheet"
    (front,), (back,) = ([one.box for one in page.slugs if one.frame is not RULE] for page in pages[:2])
    assert back.y == front.y
    assert back.x == pytest.approx(210 - front.x - 42, abs=1.01), "behind the front's, in the same waste"


def test_no_marks_no_slug() -> None:
    for ticket in (Ticket(marks=frozenset()), Ticket(marks=frozenset({Mark.FOLD}))):
        pages = impose(plain_cards(POKER, 2), pack(POKER, A4), ticket, slug=slug()[0])
        assert not any(page.slugs for page in pages)


def test_a_sheet_begun_before_carries_its_own() -> None:
    pages = impose(plain_cards(POKER, 12), pack(POKER, A4), Ticket(start_at=5), slug=slug()[0])
    assert [bool(page.slugs) for page in pages] == [False, False, True, True]


def test_the_rule_is_as_long_as_it_says() -> None:
    page = impose(plain_cards(POKER, 1), pack(POKER, A4), slug=slug()[0])[0]
    (rule,) = rules(page)
    (picture,) = rendered([page], 10)
    box, y = rule.box, round((rule.box.y + 1) * 10)
    row = [picture.getpixel((x, y)) for x in range(round(box.x * 10) - 5, round(box.right * 10))]
    dark = [x for x, colour in enumerate(row) if max(colour) < 128]  # type: ignore[arg-type]
    assert dark[-1] - dark[0] + 1 == pytest.approx(500, abs=2)
