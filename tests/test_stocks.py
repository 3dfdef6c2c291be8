"""Each bundled stock with the bundled plan, from the plan to the page, and stocks that can't be printed."""

from pathlib import Path

import pytest

from cardmaker.assets import templates
from cardmaker.errors import CardmakerError, NotFoundError, PaperError
from cardmaker.pipeline import Job, JobPart, Order
from cardmaker.press.grid import arrange
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_paper, load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.validation import validate
from cardmaker.yaml12 import NO_LINES
from tests.kit import make
from tests.layout.test_layout_fits import demanding

PLAN = templates("plans") / "runners-week.yaml"
SAMPLE = ("avery-8373", "mini", "a5", "zweckform-32010", "avery-5305")
STOCKS = [
    pytest.param(name, marks=() if name in SAMPLE else pytest.mark.deep) for name in KINDS["stocks"].names()
]


def cards_of(job: Job) -> JobPart:
    [part] = job.parts
    return part


@pytest.mark.parametrize("name", STOCKS)
def test_every_stock_is_printed(name: str) -> None:
    order = Order(stock=name, parts=("cards",))
    job = make(PLAN, order)
    stock, part = load_stock(name), cards_of(job)
    paper = stock.paper_for("a4")
    assert part.cards == len(job.handout.exercises) >= 8
    grid = arrange(stock.size, load_paper(paper).size, stock.on(paper))
    full, rest = divmod(part.cards, grid.capacity)
    fronts = [page for page in part.document.pages if not page.label.endswith("back")]
    assert [trim for page in fronts for trim in page.trims][: part.cards] == [
        *grid.cells() * full,
        *(grid.cell(index) for index in sorted(grid.as_read[:rest])),  # from the last sheet's top left
    ]
    assert all(page.size == load_paper(paper).size for page in part.document.pages)
    assert all(page.marks is None for page in part.document.pages) or not stock.pre_cut
    assert any(page.marks for page in part.document.pages) or stock.pre_cut


@pytest.mark.parametrize("name", ["a6", "index-4x6", "avery-5389", "quarter-letter"])
def test_gym_cards_go_on_the_larger_stocks(name: str) -> None:
    part = cards_of(make(PLAN, Order(gym_stock=name, parts=("gym",))))
    assert part.document.pages[0].placements[0].frame.size == load_stock(name).size


def test_sheets_sold_cut_are_printed_on_themselves_whatever_the_paper() -> None:
    job = make(PLAN, Order(stock="5371", paper="a4", parts=("cards",)))
    assert cards_of(job).paper == "Letter"
    note = "Avery 5371 comes as sheets of Letter: its cards are printed for them, not for A4"
    assert note in job.notes
    assert {*job.notes} - {*make(PLAN, Order(stock="5371", paper="letter", parts=("cards",))).notes} == {note}


def test_a_gutter_parts_the_cards() -> None:
    part = cards_of(make(PLAN, Order(stock="poker", parts=("cards",), gutter=3)))
    first, second = part.document.pages[0].trims[:2]
    assert second.x - first.right == pytest.approx(3)


def test_a_stock_of_ones_own_for_one_side(tmp_path: Path) -> None:
    stock = tmp_path / "own.yaml"
    stock.write_text("card: {width: 60 mm, height: 90 mm}\nsides: one\n", "utf-8")
    job = make(PLAN, Order(stock=str(stock), parts=("cards",)))
    assert job.notes == ("60 × 90 mm can be printed on one side only: these cards have no backs",)
    assert len(cards_of(job).document.pages) == 1 + (cards_of(job).cards - 1) // 9
    assert cards_of(job).sheets_of_paper == len(cards_of(job).document.pages)


def test_a_size_that_no_face_is_made_for_is_reported_with_what_to_use(tmp_path: Path) -> None:
    stock = tmp_path / "own.yaml"
    stock.write_text("card: {width: 40 mm, height: 40 mm}\n", "utf-8")
    with pytest.raises(NotFoundError) as caught:
        make(PLAN, Order(stock=str(stock), parts=("cards",)))
    assert str(caught.value) == ("no face for exercise cards of 40 × 40 mm; choose mini or a8 or business-us")


@pytest.mark.parametrize("paper", ["a3", "legal"])
def test_sheets_for_the_wall_go_on_larger_paper(paper: str) -> None:
    assert make(PLAN, Order(paper=paper, parts=("sheets",))).parts[0].paper.casefold() == paper


def test_small_paper_is_reported_once() -> None:
    with pytest.raises(PaperError) as caught:
        make(templates("plans") / "ten-k-build.yaml", Order(paper="a5", weeks=(1, 2)))
    assert str(caught.value) == (
        "the plan's sheets need more room than A5 has; choose larger paper, such as A4 or Letter, "
        "or leave them out: --only cards --only gym"
    )
    assert make(PLAN, Order(paper="a5", parts=("cards", "gym"))).parts


def test_a_card_larger_than_the_paper_is_reported() -> None:
    with pytest.raises(CardmakerError, match=r"^127 × 203\.2 mm cards do not fit on 100 × 150 mm paper"):
        arrange(load_stock("index-5x8").size, load_paper("a4").size._replace(width=100, height=150),
                load_stock("index-5x8").on("a4"))  # fmt: skip


USUAL_SIZES = [(57, 80, "mini"), (60, 130, "small"), (69, 200, "pocket")]
OTHER_SIZES = [
    (64, 101, "small"), (68, 82, "mini"), (72, 174, "pocket"), (70, 86, "mini"), (64, 87, "small"),
    (72, 86.5, "small"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "height", "face"),
    [*USUAL_SIZES, *(pytest.param(*size, marks=pytest.mark.deep) for size in OTHER_SIZES)],
)
def test_cards_of_any_size_between_the_bundled_ones(
    tmp_path: Path, width: float, height: float, face: str
) -> None:
    """They have a face, and the bundled exercises with the most to say fit it."""
    names = demanding("en")
    plan = tmp_path / "plan.yaml"
    card = f"{{width: {width} mm, height: {height} mm}}"
    for first in range(0, len(names), 50):
        some = ", ".join(f"{name}: 3x8-12" for name in names[first : first + 50])
        plan.write_text(
            f"title: x\nprint: {{stock: {{card: {card}}}}}\nworkouts: {{a: {{exercises: [{some}]}}}}\n"
        )
        assert cards_of(make(plan, Order(parts=("cards",)))).cards == len(names[first : first + 50])
    own = validate(Stock, {"card": {"width": f"{width} mm", "height": f"{height} mm"}}, "x", NO_LINES)
    assert face_for(Shelf(), "exercise", own).id == face
