"""Every bundled stock against its own numbers, and the products against a table kept apart from them.

Positions are worked out here from the files' own text, by another way than the program's: a list of lengths
for each row and column, added up.
"""

import io
from collections.abc import Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from cardmaker import assets
from cardmaker.errors import CardmakerError, PaperError
from cardmaker.frame import Frame, Placed
from cardmaker.frame import Path as Shape
from cardmaker.geometry import Rect, Size
from cardmaker.page import Document, Page
from cardmaker.paint import write_pdf
from cardmaker.press.grid import Grid, arrange, pack
from cardmaker.press.sheets import PrintCard, impose
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.stock import load_paper, load_stock

FILES = sorted(assets.templates("stocks").glob("*.yaml"))
NEAR = 0.1
"""mm that a trim may be off."""

# Products as they are cut: paper; card as it lies; columns, rows; first card; pitch. In mm.
PRODUCTS = {
    "avery-5371": ("letter", (88.9, 50.8), (2, 5), (19.05, 12.7), (88.9, 50.8)),
    "avery-8373": ("letter", (88.9, 50.8), (2, 4), (12.7, 19.05), (101.6, 63.5)),
    "southworth-bc554": ("letter", (88.9, 50.8), (2, 5), (12.7, 12.7), (101.6, 50.8)),
    "avery-5388": ("letter", (127, 76.2), (1, 3), (44.45, 25.4), (0, 76.2)),
    "avery-5389": ("letter", (152.4, 101.6), (1, 2), (31.75, 31.75), (0, 114.3)),
    "avery-5305": ("letter", (215.9, 63.5), (1, 2), (0, 76.2), (0, 127)),
    "avery-c32011-10": ("a4", (85, 54), (2, 5), (15, 13.5), (95, 54)),
    "avery-c32015": ("a4", (85, 54), (2, 4), (17, 31.5), (91, 60)),
    "zweckform-32010": ("a4", (85, 54), (2, 5), (14.11, 14.11), (94.9, 53.97)),
    "avery-l7414": ("a4", (90, 52), (2, 5), (15, 18.5), (90, 52)),
    "avery-j8414": ("a4", (87, 50.8), (2, 5), (14.82, 20.42), (93.13, 50.8)),
    "apli-02793": ("a4", (90, 50.8), (2, 5), (15, 22), (90, 50.8)),
    "sigel-lp800": ("a4", (85, 55), (2, 5), (15, 10), (95, 55)),
    "hama-50400": ("a4", (85, 55), (2, 5), (13.5, 10.5), (95, 55)),
    "geha-p68": ("a4", (85, 54), (2, 4), (15, 13), (95, 72)),
    "avery-5395": ("letter", (85.73, 59.27), (2, 4), (17.46, 14.82), (95.25, 63.5)),
    "avery-l4785": ("a4", (80, 50), (2, 5), (18, 13), (95, 55)),
    "sigel-lp795": ("a4", (85, 55), (2, 5), (14, 10.5), (95, 55)),
    "sigel-dp830": ("a4", (85, 55), (2, 5), (14.11, 10.94), (94.9, 55.03)),
    "dataline-57125": ("a4", (86, 54), (2, 5), (16, 11), (91, 55.63)),
    "sattleford-vm-5061": ("a4", (86, 53.8), (2, 5), (16.5, 10), (91, 55.8)),
    "kores-kpcv1": ("a4", (90, 50), (2, 5), (15, 24), (90, 50)),
    "databecker-0491": ("a4", (90, 50), (2, 5), (12.5, 15), (94.55, 54)),
    "geha-p40": ("a4", (88.9, 127), (2, 2), (13.6, 19.3), (94, 131.23)),
    "geha-p41": ("a4", (150, 100), (1, 2), (30, 24.2), (0, 148)),
    "hama-50390": ("a4", (130, 90), (1, 2), (40, 30.1), (0, 150)),
    "hama-50391": ("a4", (151, 100), (1, 2), (29, 24), (0, 149)),
}
SOLD_AS = {
    "avery-5371": ("8371", "8471", "8871", "28371", "5877", "5871", "8876", "Avery 27881"),
    "avery-l7414": ("7414", "l 7414"),
    "avery-l4785": ("4787", "L4784", "4785", "l 4786"),
    "avery-j8414": ("8414",),
    "sigel-lp800": ("LP 800", "lp-800", "Sigel LP 800", "LP802"),
    "southworth-bc554": ("BC 564", "bc11", "BC#12"),
    "avery-5395": ("5895", "8395", "15395"),
    "geha-p68": ("P69",),
    "hama-50400": ("50410",),
    "avery-8373": ("5881", "8869", "28373"),
    "avery-5388": ("5386", "8388"),
    "avery-c32011-10": ("DECAdry OCC-3342", "occ-3342"),
    "avery-c32015": ("zweckform-c32015", "C32015", "32015"),
}
SIZES = {
    "poker": (63.5, 88.9),
    "trading-card": (63, 88),
    "bridge": (57.15, 88.9),
    "tarot": (69.9, 120.7),
    "mini": (44.45, 63.5),
    "a8": (52, 74),
    "a7": (74, 105),
    "a6": (105, 148),
    "a5": (148, 210),
    "index-3x5": (76.2, 127),
    "index-4x6": (101.6, 152.4),
    "index-5x8": (127, 203.2),
    "postcard": (101.6, 152.4),
    "business-us": (50.8, 88.9),
    "business-eu": (55, 85),
    "cr80": (53.98, 85.6),
    "quarter-letter": (107.95, 139.7),
    "eighth-letter": (69.85, 107.95),
}
MOST = {
    # cards on A2, A3, A4, A5, Legal, Letter
    "poker": (36, 18, 9, 4, 12, 9),
    "trading-card": (36, 18, 9, 4, 12, 9),
    "a7": (32, 16, 8, 4, 8, 6),
    "a6": (16, 8, 4, 2, 4, 2),
    "a5": (8, 4, 2, 1, 2, 1),
    "business-us": (48, 24, 12, 4, 16, 12),
}


def _papers(path: Path) -> tuple[str, ...]:
    return tuple(yaml.safe_load(path.read_text("utf-8")).get("papers") or KINDS["papers"].names())


PAIRS = [(path.stem, paper) for path in FILES for paper in _papers(path)]


def mm(text: object) -> float:
    """A length as a file writes it, in mm."""
    number, _, unit = str(text).partition(" ")
    return float(number) * {"mm": 1, "in": 25.4, "": 1}[unit]


def said(name: str) -> dict[str, Any]:
    data = yaml.safe_load((assets.templates("stocks") / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def pair(data: dict[str, Any], *keys: str) -> tuple[float, float]:
    first, second = (mm(data[key]) for key in keys)
    return first, second


def expected(name: str, paper: str) -> set[tuple[float, float, float, float]]:
    """Where each card lies: left, top, right, bottom, rounded to hundredths of a mm."""
    data, sheet = said(name), load_paper(paper).size
    width, height = pair(data["card"], "width", "height")
    on = (data.get("papers") or {}).get(paper)
    if on:
        if on.get("turn", 0) % 180:
            width, height = height, width
        (x0, y0), (dx, dy) = pair(on["origin"], "x", "y"), pair(on["pitch"], "width", "height")
        lefts = [x0 + dx * i for i in range(on["columns"])]
        tops = [y0 + dy * i for i in range(on["rows"])]
        return boxes(lefts, tops, width, height)
    best: set[tuple[float, float, float, float]] = set()
    for across, down in ((width, height), (height, width)):
        found = boxes(tiled(sheet.width, across), tiled(sheet.height, down), across, down)
        best = found if len(found) > len(best) else best
    return best


def tiled(sheet: float, length: float) -> list[float]:
    """Where pieces begin that share a length: in its middle, or spread when next to nothing is left.

    What is left over is pushed to one end where half of it is no room for a mark, and all of it is.
    """
    count = int((sheet + 1e-6) // length)
    left = sheet - count * length
    step = sheet / count if count and left <= 2 else length
    start = 0.0 if 3 <= left < 6 else (sheet - step * (count - 1) - length) / 2
    return [start + step * i for i in range(count)]


def boxes(
    lefts: list[float], tops: list[float], width: float, height: float
) -> set[tuple[float, float, float, float]]:
    return {
        (round(x, 2) + 0.0, round(y, 2) + 0.0, round(x + width, 2), round(y + height, 2))
        for x in lefts
        for y in tops
    }


def grid_of(name: str, paper: str) -> Grid:
    stock = load_stock(name)
    return arrange(stock.size, load_paper(paper).size, stock.on(paper))


def printed(name: str, paper: str) -> tuple[Page, ...]:
    """A full sheet of cards that are one black rectangle each, as large as the card."""
    grid = grid_of(name, paper)
    width, height = grid.card
    edge = f"M 0 0 L {width:.4f} 0 L {width:.4f} {height:.4f} L 0 {height:.4f} Z"
    side = Frame(grid.card, (Placed(0, 0, Shape(edge, fill="#000000")),))
    cards = [PrintCard(side, side, f"PrintCard {number}") for number in range(grid.capacity)]
    return tuple(replace(page, marks=None) for page in impose(cards, grid))


def rounded(rects: tuple[Rect, ...]) -> set[tuple[float, float, float, float]]:
    return boxed((one.x, one.y, one.right, one.bottom) for one in rects)


def boxed(found: Any) -> set[tuple[float, float, float, float]]:
    return {tuple(round(value, 2) + 0.0 for value in box) for box in found}


def alike(one: Set[tuple[float, ...]], other: Set[tuple[float, ...]], near: float) -> bool:
    return len(one) == len(other) and all(
        any(max(abs(a - b) for a, b in zip(box, like, strict=True)) <= near for like in other) for box in one
    )


# Files -----------------------------------------------------------------------------------------------


def test_nothing_is_missing() -> None:
    assert {path.stem for path in FILES} == {*PRODUCTS, *SIZES} == set(KINDS["stocks"].names())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_product_is_kept_under_its_brand_and_part(path: Path) -> None:
    stock = load_stock(path.stem)
    assert stock.id == path.stem
    assert stock.pre_cut == (path.stem in PRODUCTS) == bool(stock.brand and stock.part)
    if stock.pre_cut:
        assert stock.id == f"{stock.brand}-{stock.part}".lower()
        assert stock.name == f"{stock.brand} {stock.part}"
        assert len(stock.papers) == 1
        assert KINDS["stocks"].match(stock.part) == KINDS["stocks"].match(stock.name) == stock.id
    else:
        assert not stock.papers, "packed wherever it fits"


@pytest.mark.parametrize(("name", "others"), SOLD_AS.items())
def test_a_product_is_found_by_the_numbers_of_those_cut_alike(name: str, others: tuple[str, ...]) -> None:
    assert [KINDS["stocks"].match(other) for other in others] == [name] * len(others)
    assert load_stock(others[0]).id == name


def test_no_number_is_claimed_twice() -> None:
    claimed = [other for name in KINDS["stocks"].names() for other in (name, *load_stock(name).also)]
    assert len(claimed) == len(set(claimed))


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_sizes(name: str, size: tuple[float, float]) -> None:
    assert load_stock(name).size == pytest.approx(size, abs=NEAR)


@pytest.mark.parametrize(("name", "product"), PRODUCTS.items())
def test_products_are_cut_as_the_table_says(name: str, product: Any) -> None:
    paper, (width, height), (columns, rows), (x0, y0), (dx, dy) = product
    table = boxes([x0 + dx * i for i in range(columns)], [y0 + dy * i for i in range(rows)], width, height)
    assert alike(rounded(grid_of(name, paper).cells()), table, NEAR)


# On paper --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "paper"), PAIRS)
def test_every_sheet_is_as_its_file_says(name: str, paper: str) -> None:
    try:
        pages = printed(name, paper)
    except PaperError as fault:
        assert not expected(name, paper), fault
        return
    sheet = Rect(0, 0, *load_paper(paper).size)
    front = pages[0].trims
    assert pages[0].size == pytest.approx(sheet.size)
    assert rounded(front) == expected(name, paper)
    assert all(sheet.contains(trim) for trim in front)
    assert not any(one.overlaps(other) for i, one in enumerate(front) for other in front[i + 1 :])
    mirrored = tuple(trim._replace(x=sheet.width - trim.right) for trim in front)
    assert rounded(pages[1].trims) == rounded(mirrored)


@pytest.mark.parametrize(("name", "paper"), PAIRS)
def test_sheets_to_cut_are_centred_or_at_an_edge(name: str, paper: str) -> None:
    stock, sheet = load_stock(name), load_paper(paper).size
    if stock.pre_cut:
        return
    grid = grid_of(name, paper)
    block = grid.block
    for start, end in ((block.x, sheet.width - block.right), (block.y, sheet.height - block.bottom)):
        assert start == pytest.approx(end, abs=1e-6) or (start == 0 and 3 <= end < 6)
    assert not grid.sheet.landscape
    assert min(block.x, block.y) + stock.safe_margin >= 3 - 1e-6


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_how_many_go_on_a_sheet(name: str, most: tuple[int, ...]) -> None:
    assert tuple(grid_of(name, paper).capacity for paper in KINDS["papers"].names()) == most


@pytest.mark.parametrize("name", ["avery-5371", "zweckform-32010", "avery-5305", "a7", "tarot"])
def test_the_ink_in_the_pdf_lies_on_the_trims(name: str) -> None:
    stock = load_stock(name)
    paper = stock.paper_for("a4")
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(Document(printed(name, paper), "Cards"))))
    height = pdf[0].get_height()
    assert (pdf[0].get_width(), height) == pytest.approx(
        [side * 72 / 25.4 for side in load_paper(paper).size], abs=0.01
    )
    found = [one for one in ink(pdf[0]) if one[2] - one[0] > 1]
    inked = boxed((x0 / 72 * 25.4, (height - y1) / 72 * 25.4, x1 / 72 * 25.4, (height - y0) / 72 * 25.4)
                  for x0, y0, x1, y1 in found)  # fmt: skip
    assert alike(inked, expected(name, paper), NEAR)


def ink(page: Any) -> list[tuple[float, float, float, float]]:
    """The extent of each drawn thing, in pt from the bottom left, through the forms that hold them."""
    return [thing.get_bounds() for thing in page.get_objects(max_depth=1)]


def test_products_go_on_their_own_paper_only() -> None:
    stock = load_stock("5371")
    assert (stock.paper_for("a4"), load_stock("a7").paper_for("a3")) == ("letter", "a3")
    with pytest.raises(PaperError, match=r"^Avery 5371 is sold as letter sheets, not as a4$"):
        stock.on("a4")
    with pytest.raises(PaperError, match="comes cut; a gutter is for sheets that you cut yourself"):
        stock.on("letter", gutter=3)


def test_gutters_on_request() -> None:
    stock, a4 = load_stock("poker"), Size(210, 297)
    grid = arrange(stock.size, a4, stock.on("a4", gutter=3))
    assert grid == pack(stock.size, a4, gutter=3)
    assert grid.capacity == 9
    first, second = grid.cell(0), grid.cell(1)
    assert second.x - first.right == pytest.approx(3)
    tight = load_stock("a7")
    assert arrange(tight.size, a4, tight.on("a4", gutter=3)).capacity == 4


def test_a_part_number_of_two_brands_is_reported(tmp_path: Path) -> None:
    (tmp_path / "stocks").mkdir()
    text = (assets.templates("stocks") / "avery-5371.yaml").read_text("utf-8")
    (tmp_path / "stocks" / "other-5371.yaml").write_text(text.replace("Avery", "Other"), "utf-8")
    with pytest.raises(
        CardmakerError, match=r"^'5371' is a part of several brands; write avery-5371 or other-5371$"
    ):
        load_stock("5371", [tmp_path])
    assert load_stock("avery-5371", [tmp_path]).brand == "Avery"
