"""`cardmaker preview`: pictures of the pages in the size and colours asked for."""

from pathlib import Path

import pytest
from PIL import Image

from tests.kit import Command


def test_a_picture_for_each_page(command: Command, in_folder: Path) -> None:
    done = command("preview", "small.yaml", "--dpi", "50")
    assert done.code == 0 and not done.err
    names = ["small-sheets-1.png", "small-cards-1.png", "small-cards-2.png", "small-gym-1.png"]
    assert done.out.splitlines() == [f"output/{name}" for name in names]
    assert {path.name for path in (in_folder / "output").iterdir()} == set(names)


def test_size_colour_and_resolution(command: Command, in_folder: Path) -> None:
    command("preview", "small.yaml", "-o", "look", "--dpi", "40", "--only", "sheets")
    with Image.open(in_folder / "look" / "small-sheets-1.png") as picture:
        assert picture.size == pytest.approx((297 / 25.4 * 40, 210 / 25.4 * 40), abs=1)
        assert picture.mode == "RGB"
        assert picture.info["dpi"] == pytest.approx((40, 40), abs=0.1)
        red, _, blue = picture.split()
        assert red.tobytes() != blue.tobytes()


def test_grey(command: Command, in_folder: Path) -> None:
    command("preview", "small.yaml", "-o", "look", "--dpi", "40", "--only", "sheets", "--grey")
    with Image.open(in_folder / "look" / "small-sheets-1.png") as picture:
        assert picture.mode == "L"
        assert picture.getextrema()[0] < 100 < 250 < picture.getextrema()[1]


def test_only_some_pages(command: Command, in_folder: Path) -> None:
    out = command("preview", "small.yaml", "--page", "2", "--dpi", "20").out
    assert out == "output/small-cards-2.png\n"


def test_numbers_are_as_wide_as_the_last(command: Command) -> None:
    out = command(
        "preview", "small.yaml", "--dpi", "20", "--single", "--stock", "poker", "--only", "cards"
    ).out
    assert out.splitlines()[0] == "output/small-cards-1.png"
    out = command("preview", "--dpi", "20", "--single", "--only", "cards", "--page", "1").out
    assert out == "output/runners-week-cards-01.png\n"
