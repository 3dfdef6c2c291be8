"""PDF pages as pictures."""

from io import BytesIO

import pytest
from PIL import Image

from cardmaker.deliver.images import draw_pages
from cardmaker.frame import Frame, Path, Placed
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement
from cardmaker.paint import write_pdf


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two pages of 50.8 × 25.4 mm; the left half of the first is red."""
    size = Size(50.8, 25.4)
    half = Frame(size, (Placed(0, 0, Path("M 0 0 L 25.4 0 L 25.4 25.4 L 0 25.4 Z", fill="#FF0000")),))
    pages = (Page(size, (Placement(half, 0, 0),)), Page(size, ()))
    return write_pdf(Document(pages, "Two pages"))


def pictures(pdf: bytes, dpi: int, *, grey: bool = False) -> list[tuple[int, Image.Image]]:
    return [(n, Image.open(BytesIO(data))) for n, data in draw_pages(pdf, dpi, grey=grey)]


def test_size_and_place(pdf: bytes) -> None:
    (number, first), (_, second) = pictures(pdf, 100)
    assert number == 1
    assert first.size == (200, 100)
    assert first.getpixel((50, 50)) == (255, 0, 0)
    assert first.getpixel((150, 50)) == second.getpixel((50, 50)) == (255, 255, 255)


def test_grey_keeps_lightness(pdf: bytes) -> None:
    first = pictures(pdf, 50, grey=True)[0][1]
    assert first.mode == "L"
    assert 40 < first.getpixel((10, 10)) < 120 and first.getpixel((90, 10)) == 255


def test_only_some(pdf: bytes) -> None:
    assert [number for number, _ in draw_pages(pdf, 20, only=(2, 9))] == [2]


def test_the_same_pictures_twice(pdf: bytes) -> None:
    assert list(draw_pages(pdf, 30)) == list(draw_pages(pdf, 30))
