"""Picture files and QR codes in their boxes."""

from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Art, Artwork, Frame, Image, Path, Role
from cardmaker.geometry import Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.fit import compose
from cardmaker.paint.shapes import bounds
from cardmaker.picture.own_picture import OwnPicture, picture_in
from tests.layout.layout_kit import MONO, box, groups, outside, theme

LOGO = "stack: [{image: '{logo}', alt: 'Logo of {club}', width: 16, height: 16}]"
LINK = "https://www.example.org/exercises/squat"


def png(width: int, height: int) -> bytes:
    """A picture of so many pixels."""
    stream = BytesIO()
    Pillow.new("RGB", (width, height), "teal").save(stream, "PNG")
    return stream.getvalue()


def shown(picture: OwnPicture, width: float = 16, height: float = 16) -> Frame:
    """A picture alone in a frame."""
    content = {"logo": picture, "club": "Harbour Runners"}
    ctx = Studio(theme(), MONO, {}).context(content, "test", "sheet 'Test'")
    text = LOGO.replace("width: 16, height: 16", f"width: {width}, height: {height}")
    return compose(ctx, box(text), (), Size(width, height), 0, "")


@pytest.mark.parametrize("kind", ["art", "image"])
@given(st.integers(1, 60), st.integers(1, 60))
def test_picture_is_as_large_as_its_box_allows(kind: str, width: int, height: int) -> None:
    if kind == "art":
        picture = OwnPicture("logo.svg", Artwork(width, height, ()), Size(width, height))
    else:
        picture = picture_in(png(width, height), "logo.png")
    frame = shown(picture, 20, 10)
    [placed] = frame.walk()
    assert isinstance(placed.item, Art | Image)
    assert placed.item.width / placed.item.height == pytest.approx(width / height)
    assert placed.item.width == pytest.approx(20) or placed.item.height == pytest.approx(10)
    assert not outside(frame, Rect(0, 0, 20, 10), MONO, 1e-6)
    assert placed.x == pytest.approx((20 - placed.item.width) / 2)
    assert placed.y + placed.item.height == pytest.approx(10)


def test_picture_says_what_it_is() -> None:
    [group] = groups(shown(picture_in(png(1, 1), "logo.png")).items, Role.FIGURE)
    assert group.alt == "Logo of Harbour Runners"


# QR --------------------------------------------------------------------------------------------------


def code(link: str, size: float = 13.5) -> tuple[Frame, Path]:
    """A QR code alone in a frame."""
    ctx = Studio(theme(), MONO, {}).context({"link": link}, "test", "card")
    text = f"stack: [{{qr: '{{link}}', alt: '{{link}}', width: {size}, height: {size}}}]"
    frame = compose(ctx, box(text), (), Size(size, size), 0, "")
    [placed] = frame.walk()
    assert isinstance(placed.item, Path)
    return frame, placed.item


def dark(path: Path, module: float, count: int) -> list[list[int]]:
    """The modules that a path covers."""
    grid = [[0] * count for _ in range(count)]
    for rectangle in path.data.split(" Z")[:-1]:
        about = bounds(Path(rectangle.strip() + " Z"))
        row, first = round(about.y / module), round(about.x / module)
        for column in range(first, first + round(about.width / module)):
            grid[row][column] = 1
    return grid


@pytest.mark.parametrize(
    ("link", "spare"), [(LINK, "m"), ("https://a.b", "m"), ("https://www.example.org/" + "x" * 70, "l")]
)
def test_modules_are_those_of_the_code(link: str, spare: str) -> None:
    expected = [list(row) for row in segno.make(link, error=spare, micro=False).matrix]
    _, path = code(link)
    assert dark(path, 13.5 / len(expected), len(expected)) == expected
    assert path.fill == "#000000"


def test_code_fills_its_box() -> None:
    _, path = code(LINK)
    assert bounds(path) == pytest.approx((0, 0, 13.5, 13.5), abs=0.002)


@pytest.mark.parametrize("length", [0, 20, 40, 80, 120, 160])
def test_modules_are_large_enough_to_be_read_or_the_link_is_refused(length: int) -> None:
    link = "https://www.example.org/" + "x" * length
    try:
        _, path = code(link)
    except DoesNotFitError as fault:
        assert length > 100
        assert fault.field == "link"
        assert fault.needed_mm > fault.available_mm == 13.5
    else:
        heights = {round(bounds(Path(part.strip() + " Z")).height, 2) for part in path.data.split(" Z")[:-1]}
        assert min(heights) >= 0.25


def test_no_link_no_code() -> None:
    ctx = Studio(theme(), MONO, {}).context({"link": ""}, "test", "card")
    assert not compose(ctx, box("stack: [{qr: '{link}', width: 9, height: 9}]"), (), Size(9, 9), 0, "").items
