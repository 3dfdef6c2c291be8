"""Sides as pictures: their names, their exact size in dots, what a PNG says of itself."""

import io
import math
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from cardmaker.deliver.destination import read_folder
from cardmaker.deliver.images import draw_sides, pixels
from cardmaker.errors import OutputError
from cardmaker.geometry import Size
from cardmaker.pipeline import Order
from cardmaker.pipeline.sides import PageSide
from tests.kit import Command, make

Parts = dict[str, tuple[PageSide, ...]]


@pytest.fixture
def parts(in_folder: Path) -> Parts:
    return {part.name: part.sides for part in make(in_folder / "small.yaml").parts}


def test_names_sort_by_card(parts: Parts) -> None:
    assert {name: [side.name for side in sides] for name, sides in parts.items()} == {
        "sheets": ["01-this-week"],
        "cards": ["01-squat-front", "01-squat-back", "02-plank-front", "02-plank-back"],
        "gym": ["01-legs"],
    }


def test_screens_have_sides_too(in_folder: Path) -> None:
    (part,) = make(in_folder / "small.yaml", Order(medium="screen")).parts
    assert [side.name for side in part.sides] == [
        "01-this-week",
        "02-legs",
        "03-card-01-squat",
        "04-card-02-plank",
    ]


@pytest.mark.parametrize(
    ("size", "dpi", "dots"),
    [
        (Size(74, 105), 300, (874, 1240)),
        (Size(63.5, 88.9), 300, (750, 1050)),
        (Size(25.4, 50.8), 72, (72, 144)),
        (Size(105, 148), 97, (401, 565)),
    ],
)
def test_dots_are_the_nearest(size: Size, dpi: int, dots: tuple[int, ...]) -> None:
    assert pixels(size, dpi) == dots


@pytest.mark.parametrize("dpi", [72, 97, 300])
def test_a_png_has_exactly_its_size(parts: Parts, dpi: int) -> None:
    for side in parts["cards"][:1] + parts["gym"]:
        data = draw_sides([side], "png", dpi)[side.name]
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            assert picture.size == pixels(side.frame.size, dpi)
            assert picture.mode == "RGB"
            assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
            assert picture.info["srgb"] == 0
            assert picture.info["Title"] == side.title
            assert picture.getpixel((1, 1)) == (255, 255, 255)
            assert len(picture.getcolors(1 << 20) or ()) > 50


def test_pictures_are_the_same_each_time(parts: Parts) -> None:
    for form in ("png", "svg"):
        assert draw_sides(parts["gym"], form, 72) == draw_sides(parts["gym"], form, 72)


def test_an_svg_for_each_side(parts: Parts) -> None:
    drawn = draw_sides(parts["cards"], "svg", 0)
    assert list(drawn) == [side.name for side in parts["cards"]]
    for data in drawn.values():
        assert ElementTree.fromstring(data).get("width") == "74mm"


@pytest.mark.parametrize("output", ["-", "a.png", "b.svg", "plan.pdf"])
def test_pictures_go_into_a_folder(output: str, in_folder: Path) -> None:
    with pytest.raises(OutputError, match="name a folder"):
        read_folder(output)


def test_folders(in_folder: Path) -> None:
    assert str(read_folder("")) == "output"
    assert str(read_folder("odd.png/")) == "odd.png"
    (in_folder / "there.pdf").mkdir()
    assert str(read_folder("there.pdf")) == "there.pdf"


@pytest.mark.parametrize(("form", "count"), [("png", 6), ("svg", 6)])
def test_build_writes_them_and_says_so(command: Command, in_folder: Path, form: str, count: int) -> None:
    done = command("build", "small.yaml", "--format", form, *(["--dpi", "50"] if form == "png" else []))
    assert done.code == 0 and not done.err
    assert len(list((in_folder / "output").glob(f"small-*.{form}"))) == count
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == [
        f"output/small-{part}-*.{form}" for part in ("sheets", "cards", "gym")
    ]
    assert "4 pictures" in lines[1]
    assert ("50 dpi" in done.out) == (form == "png")


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (("--format", "svg", "--dpi", "100"), "--dpi is for pictures made of dots"),
        (("--dpi", "100"), "--dpi is for pictures made of dots"),
        (("--format", "png", "--one-file"), "--one-file is for PDFs; leave it out with --format"),
        (("--format", "gif"), "write pdf, png or svg"),
        (("--for", "screen", "--stock", "a7"), "--stock is for paper"),
        (("--for", "paper"), "write print or screen"),
    ],
)
def test_what_does_not_go_together(
    command: Command, in_folder: Path, arguments: tuple[str, ...], reported: str
) -> None:
    done = command("build", "small.yaml", *arguments)
    assert done.code == 2
    assert reported in done.err
    assert not (in_folder / "output").exists()


def test_what_is_too_large_for_memory_is_refused_with_what_is_not(parts: Parts) -> None:
    """A sheet of A4 at 1200 dpi took more than a gigabyte; a card doesn't."""
    with pytest.raises(OutputError) as raised:
        draw_sides(parts["sheets"], "png", 1200)
    assert str(raised.value) == (
        "01-this-week: 139 megapixels at 1200 dpi; make it --dpi 780 or less, or a PDF, which is sharp at any size"
    )
    width, height = pixels(parts["sheets"][0].frame.size, 780)
    assert width * height <= 60_000_000 < width * height * (790 / 780) ** 2
    assert math.prod(pixels(parts["cards"][0].frame.size, 1200)) < 60_000_000
