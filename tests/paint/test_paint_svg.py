"""Frames as SVG: the same picture as the PDF's, by two other readers of SVG; its size, and what it says."""

import io
from functools import cache
from xml.etree import ElementTree

import pytest
from PIL import Image as Picture
from PIL import ImageChops, ImageFilter, ImageStat

from cardmaker import assets
from cardmaker.errors import OutputError, PictureError
from cardmaker.frame import Art, Artwork, Frame, Image, Link, Path, Role
from cardmaker.page import Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.paint.svg import write_svg
from cardmaker.picture.svg import read_svg
from cardmaker.pipeline import Order
from tests.kit import make
from tests.paint.paint_kit import document, frame, group, picture, put, rect, text

NAMESPACE = "{http://www.w3.org/2000/svg}"
DOTS_PER_MM = 6


@cache
def sides() -> dict[str, Frame]:
    """A few sides of a bundled plan."""
    job = make(assets.templates("plans") / "runners-week.yaml", Order(parts=("cards", "gym")))
    return {side.name: side.frame for part in job.parts for side in part.sides}


def rastered(one: Frame) -> Picture.Image:
    """A frame by way of PDF."""
    shown = picture(write_pdf(document(Page(one.size, (Placement(one, 0, 0),)))), dots_per_mm=DOTS_PER_MM)
    assert isinstance(shown, Picture.Image)
    return shown


def by_way_of_svg(one: Frame, shift: float = 0.0) -> Picture.Image:
    """A frame written as SVG, and that read as artwork again."""
    artwork = read_svg(write_svg(one, "x").encode(), "x.svg")
    return rastered(Frame(one.size, (put(Art(artwork, one.size.width), shift),)))


def apart(one: Picture.Image, other: Picture.Image) -> float:
    """How much two pictures differ once edges' half-tones are blurred: the most in 1/255."""
    assert one.size == other.size
    blurred = (shown.filter(ImageFilter.GaussianBlur(3)) for shown in (one, other))
    bands = ImageChops.difference(*blurred).split()
    return max(value for band in bands for value in band.tobytes())


@pytest.mark.parametrize("name", ["01-squat-front", "01-squat-back", "01-lower-body"])
def test_it_looks_like_the_pdf(name: str) -> None:
    one = sides()[name]
    assert apart(rastered(one), by_way_of_svg(one)) < 40
    assert apart(rastered(one), by_way_of_svg(one, shift=0.5)) > 80, "half a millimetre is seen"


@pytest.mark.parametrize("name", ["01-squat-front", "01-squat-back", "01-lower-body"])
def test_another_program_draws_it_alike(name: str) -> None:
    resvg = pytest.importorskip("resvg_py")
    one = sides()[name]
    wanted = rastered(one)
    data = bytes(resvg.svg_to_bytes(svg_string=write_svg(one, "x"), dpi=DOTS_PER_MM * 25.4))
    shown = Picture.open(io.BytesIO(data)).convert("RGB").resize(wanted.size)
    assert max(ImageStat.Stat(ImageChops.difference(wanted, shown)).mean) < 5
    assert apart(wanted, shown) < 60


def test_it_has_its_size_and_no_type_of_its_own() -> None:
    root = ElementTree.fromstring(write_svg(sides()["01-squat-front"], "Squat"))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("74mm", "105mm", "0 0 74 105")
    assert root.find(f".//{NAMESPACE}text") is None
    assert not root.findall(f".//{NAMESPACE}use")


def test_it_says_what_is_on_it() -> None:
    items = (
        group(Role.H1, text("Squat & <lunge>")),
        group(Role.P, text("Down", y=10), text("and up", y=14)),
        group(Role.FIGURE, rect(0, 20, 5, 5), text("1", y=22), alt="A squat"),
        group(Role.ARTIFACT, text("2", y=30)),
    )
    root = ElementTree.fromstring(write_svg(frame(*items), "Cards & <more>"))
    assert root.findtext(f"{NAMESPACE}title") == "Cards & <more>"
    assert root.findtext(f"{NAMESPACE}desc") == "Squat & <lunge>. Down and up. A squat."


def test_pictures_are_inside() -> None:
    stream = io.BytesIO()
    Picture.new("RGB", (2, 2), "#C4281A").save(stream, "PNG")
    svg = write_svg(frame(put(Image(stream.getvalue(), 10, 20), 3, 4)), "x")
    (image,) = ElementTree.fromstring(svg).iter(f"{NAMESPACE}image")
    assert image.get("href", "").startswith("data:image/png;base64,")
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["3", "4", "10", "20"]


def test_shapes_keep_their_ink() -> None:
    shape = Path("M 0 0 L 9 9", stroke="#15232B", width=0.5, dash=(1, 2), round=True)
    hole = Path("M 0 0 L 9 0 L 9 9 Z", fill="#C4281A", even_odd=True)
    root = ElementTree.fromstring(
        write_svg(frame(put(shape, 1, 2), put(Art(Artwork(9, 9, (hole,)), 18), 5)), "x")
    )
    line, area = root.iter(f"{NAMESPACE}path")
    assert (line.get("stroke"), line.get("stroke-dasharray"), line.get("fill")) == ("#15232B", "1 2", "none")
    assert (area.get("fill"), area.get("fill-rule"), area.get("stroke")) == ("#C4281A", "evenodd", None)
    assert root.find(f"{NAMESPACE}g").get("transform") == "translate(5 0) scale(2)"


def test_marks_and_tracking_move_glyphs() -> None:
    plain = by_way_of_svg(frame(text("x̂ ab", y=10, size=30)))
    spaced = by_way_of_svg(frame(text("x̂ ab", y=10, size=30, tracking_em=0.1)))
    assert apart(plain, rastered(frame(text("x̂ ab", y=10, size=30)))) < 24
    assert apart(spaced, rastered(frame(text("x̂ ab", y=10, size=30, tracking_em=0.1)))) < 24
    assert apart(plain, spaced) > 60


def test_links_and_blanks_leave_no_mark() -> None:
    shown = rastered(frame())
    assert (
        apart(by_way_of_svg(frame(text(" "), put(Link("#x", 5, 5, "x")), rect(0, 0, 1, 1, "#FFFFFF"))), shown)
        == 0
    )


def test_what_is_damaged_is_reported() -> None:
    with pytest.raises(PictureError, match="neither JPEG nor PNG"):
        write_svg(frame(put(Image(b"GIF89a", 9, 9))), "x")
    with pytest.raises(OutputError, match="plain numbers"):
        write_svg(frame(put(Path("M 0 0 L 1e-5 9", fill="#000000"))), "x")


def test_without_a_ground_nothing_is_painted_but_what_is_on_the_frame() -> None:
    one = frame(rect(1, 1, 2, 2))
    painted = [len(ElementTree.fromstring(write_svg(one, "", ground=ground))) for ground in (True, False)]
    assert painted[0] == painted[1] + 1
