"""Stocks and papers as data: what is bundled is right, a user's own goes first, mistakes are reported."""

from pathlib import Path

import pytest

from cardmaker.errors import NotFoundError, TemplateError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.press.grid import arrange
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.stock import load_paper, load_stock

PAPERS = {
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "legal": (215.9, 355.6),
    "letter": (215.9, 279.4),
}
SHEETS = [
    ("a7", "a4", Size(74, 105), (2, 4), Rect(0, 0.125, 210, 296.75)),
    ("a6", "a4", Size(105, 148), (2, 2), Rect(0, 0.25, 210, 296.5)),
    ("trading-card", "a4", Size(63, 88), (3, 3), Rect(10.5, 16.5, 189, 264)),
    ("poker", "letter", Size(63.5, 88.9), (3, 3), Rect(12.7, 6.35, 190.5, 266.7)),
    ("index-3x5", "letter", Size(76.2, 127), (2, 2), Rect(31.75, 12.7, 152.4, 254)),
]


def stock_file(folder: Path, text: str, name: str = "mine") -> Path:
    """A user's folder with one stock in it."""
    (folder / "stocks").mkdir(exist_ok=True)
    (folder / "stocks" / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def mistake(folder: Path, text: str) -> str:
    """What is said of a stock that is wrong."""
    with pytest.raises(TemplateError) as caught:
        load_stock("mine", [stock_file(folder, text)])
    return str(caught.value).removeprefix(str(folder / "stocks" / "mine.yaml"))


def test_bundled_papers() -> None:
    assert set(PAPERS) == set(KINDS["papers"].names())
    for name, size in PAPERS.items():
        assert load_paper(name).size == pytest.approx(size)


@pytest.mark.parametrize(("name", "paper", "card", "cells", "block"), SHEETS)
def test_bundled_stock(
    name: str, paper: str, card: Size, cells: tuple[int, int], block: tuple[float, ...]
) -> None:
    stock = load_stock(name)
    assert stock.id == name
    assert stock.size == pytest.approx(card)
    grid = arrange(stock.size, load_paper(paper).size, stock.on(paper))
    assert (grid.columns, grid.rows) == cells
    assert grid.block == pytest.approx(block)
    assert not grid.sheet.landscape


def test_packed_on_other_papers() -> None:
    a7 = load_stock("a7")
    grid = arrange(a7.size, load_paper("letter").size, a7.on("letter"))
    assert (grid.columns, grid.rows, grid.turn) == (2, 3, 270)


def test_own_stock_goes_first_and_speaks_inches(tmp_path: Path) -> None:
    text = """\
name: Business
card: {width: 2 in, height: 3.5 in}
safe_margin: 3
papers:
  letter: {columns: 4, rows: 3, origin: {x: 12.7, y: 0.25 in}, gutter: 1}
  a4:
"""
    folders = [stock_file(tmp_path, text), stock_file(tmp_path, text, "poker")]
    stock = load_stock("mine", folders)
    assert stock.size == pytest.approx((50.8, 88.9))
    assert stock.on("letter").origin == Point(12.7, 6.35)
    assert stock.on("a4") == stock.on("legal")
    assert load_stock("poker", folders).name == "Business"
    assert load_stock("poker").name == "Poker"
    assert "mine" in KINDS["stocks"].names(folders)


def test_own_paper(tmp_path: Path) -> None:
    folder = tmp_path / "stocks" / "papers"
    folder.mkdir(parents=True)
    (folder / "photo.yaml").write_text("name: Photo\nwidth: 6 in\nheight: 4 in\n", "utf-8")
    assert load_paper("photo", [tmp_path]).size == pytest.approx((101.6, 152.4))


@pytest.mark.parametrize("name", ["A7", " Poker ", "Index 3x5"])
def test_names_are_forgiving(name: str) -> None:
    assert load_stock(name).id == "-".join(name.lower().split())


def test_unknown_names() -> None:
    with pytest.raises(NotFoundError, match=r"^no stock 'pokre'; did you mean 'poker'\?$"):
        load_stock("pokre")
    with pytest.raises(
        NotFoundError, match=r"^no paper 'tabloid'; there are: a2, a3, a4, a5, legal, letter$"
    ):
        load_paper("tabloid")
    with pytest.raises(NotFoundError):
        load_stock("papers/a4")
    with pytest.raises(NotFoundError):
        load_stock("../stocks/a7")


HEAD = "name: X\nsafe_margin: 3\ncard: {width: 50, height: 80}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "name: X\nsafe_margin: 3\ncard: {width: 0, height: 80}\npapers: {a4: }",
            ":3: card.width: should be more than 0, not 0",
        ),
        (
            "name: X\nsafe_margin: 3\ncard: {width: 50 px, height: 80}\npapers: {a4: }",
            ":3: card.width: '50 px' is not a length; write '5 mm', '0.2 in' or '6 pt'",
        ),
        (
            HEAD + "pre_cut: true",
            ":1: pre_cut sheets need papers, with columns and rows, as the product is cut",
        ),
        (
            HEAD + "corner_radus: 3",
            ":4: corner_radus: unknown key 'corner_radus'; did you mean 'corner_radius'?",
        ),
        (HEAD + "holes: [{x: 5, y: 5}]", ":4: holes.0.diameter: is missing"),
        (
            HEAD + "papers:\n  a4: {colums: 2, rows: 2}",
            ":5: papers.a4.colums: unknown key 'colums'; did you mean 'columns'?",
        ),
        (
            HEAD + "papers:\n  a4: {columns: 2}",
            ":5: papers.a4: give both columns and rows, or neither: then the cards are packed",
        ),
        (
            HEAD + "papers:\n  a4: {turn: 90}",
            ":5: papers.a4: turn, origin and pitch go with columns and rows; without them cards are packed",
        ),
        (
            HEAD + "papers:\n  a4: {columns: 2, rows: 2, origin: [1, 2]}",
            ":5: papers.a4.origin: should be {x: 15 mm, y: 13.5 mm}",
        ),
        (
            HEAD + "papers:\n  a4: {columns: 2, rows: 2, pitch: {width: -4, height: 2}}",
            ":5: papers.a4.pitch: should be a length of 0 mm or more, not '-4'",
        ),
    ],
)
def test_mistakes_are_reported(tmp_path: Path, text: str, message: str) -> None:
    assert mistake(tmp_path, text) == message
