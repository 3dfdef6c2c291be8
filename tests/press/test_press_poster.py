"""Posters: tiles that cover a frame and overlap, trimmed and glued by program."""

import io
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from cardmaker.errors import PaperError
from cardmaker.frame import Art, Artwork, Frame, Group, Link, Path, Placed, Role
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.press.poster import Enlargement, Tiling, called, of_size, of_tiles, tiled

A4, LETTER, A7 = Size(210, 297), Size(215.9, 279.4), Size(74, 105)
PX = 2
PAD = 80.0
"""Around what is glued together, mm."""


def shape(x: float, y: float, width: float, height: float, fill: str) -> Placed:
    """A filled rectangle."""
    return Placed(x, y, Path(f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} Z", fill=fill))


def motif(size: Size) -> Frame:
    """A chequered frame, so that each place differs from its neighbours."""
    squares = [
        shape(5 * column, 5 * row, 5, 5, f"#{37 * column % 256:02X}{53 * row % 256:02X}80")
        for row in range(int(size.height // 5))
        for column in range(int(size.width // 5))
        if (row + column) % 2
    ]
    return Frame(size, (Placed(0, 0, Group(Role.ARTIFACT, tuple(squares))),))


def window(tiling: Tiling) -> tuple[float, float, float, float]:
    """What of the poster is seen on a page: its left, top, right and bottom edge."""
    margin, tile = tiling.margin, tiling.tile
    return margin, margin, margin + tile.width, margin + tile.height


def no_caption(_tile: str) -> Frame:
    return Frame(Size(1, 1), ())


def picture(page: Page) -> Image.Image:
    """A page, without marks."""
    pdf = pypdfium2.PdfDocument(
        io.BytesIO(write_pdf(Document((Page(page.size, page.placements),), "Poster")))
    )
    drawn: Image.Image = pdf[0].render(scale=PX * 25.4 / 72).to_pil()
    return drawn.resize((round(page.size.width * PX), round(page.size.height * PX)))


@pytest.mark.parametrize(("size", "columns", "rows"), [(A7, 2, 2), (A7, 1, 3), (A4.turned, 2, 2), (A7, 3, 2)])
def test_trimmed_and_glued_tiles_are_the_frame_enlarged(size: Size, columns: int, rows: int) -> None:
    frame = motif(size)
    tiling = of_tiles(columns, rows, A4, frame.size)
    pages = tiled(frame, "motif", tiling, no_caption)
    left, top = PAD + pages[0].placements[0].x, PAD + pages[0].placements[0].y
    paper = Size(tiling.whole.width + 2 * PAD, tiling.whole.height + 2 * PAD)
    whole = Image.new("RGB", tuple(round(side * PX) for side in paper), "white")  # type: ignore[arg-type]
    box = tuple(round(edge * PX) for edge in window(tiling))
    for page in pages:
        cut = picture(page).crop(box)  # type: ignore[arg-type]
        place = page.placements[0]
        corner = (left - place.x + tiling.margin, top - place.y + tiling.margin)
        whole.paste(cut, tuple(round(at * PX) for at in corner))  # type: ignore[arg-type] # on the neighbour's strip
    wanted = picture(Page(paper, (Placement(frame, left, top, scale=tiling.scale(frame.size)),)))
    assert ImageStat.Stat(ImageChops.difference(whole, wanted)).mean < [6, 6, 6]
    assert ImageStat.Stat(wanted).mean < [240, 240, 240]


@settings(max_examples=40)
@given(
    st.sampled_from([A4, LETTER]),
    st.integers(1, 5),
    st.integers(1, 5),
    st.floats(30, 400),
    st.floats(30, 400),
)
def test_tiles_cover_the_poster_and_overlap(
    paper: Size, columns: int, rows: int, width: float, height: float
) -> None:
    size = Size(width, height)
    tiling = of_tiles(columns, rows, paper, size)
    pages = tiled(Frame(size, (shape(0, 0, width, height, "#205080"),)), "poster", tiling, no_caption)
    assert tiling.columns == columns and len(pages) == columns * rows
    places = [page.placements[0] for page in pages]
    for axis, tile, length in zip((0, 1), tiling.tile, size, strict=True):
        starts = sorted({round(tiling.margin - (place.x, place.y)[axis], 6) for place in places})
        assert starts[0] <= 1e-6 and starts[-1] + tile >= length * places[0].scale - 1e-3
        assert all(before + tile - after >= tiling.overlap - 1e-3 for before, after in pairwise(starts))


@pytest.mark.parametrize(("gap", "smaller"), [(36.0, False), (38.0, True)], ids=["at-the-seam", "beside-it"])
def test_a_poster_is_a_little_smaller_where_its_seam_would_cut_a_figure(gap: float, smaller: bool) -> None:
    figure = Artwork(10, 10, ())
    pair = (Placed(gap - 21, 30, Art(figure, 20.0)), Placed(gap + 1, 30, Art(figure, 20.0)))
    tiling = of_tiles(2, 2, A4, A7)
    pages = tiled(Frame(A7, pair), "card", tiling, no_caption)
    scale = pages[0].placements[0].scale
    assert (scale < tiling.scale(A7)) == smaller
    assert scale > 0.9 * tiling.scale(A7)
    seam = (tiling.margin - pages[1].placements[0].x) / scale
    assert gap - 1 < seam < gap + 1


@pytest.mark.parametrize(
    ("bottom", "least", "whole"), [(61.0, 0.8, True), (70.0, 1.0, False)], ids=["of-a-card", "too-low"]
)
def test_a_figure_is_on_the_upper_tiles_unless_the_poster_would_be_much_smaller(
    bottom: float, least: float, whole: bool
) -> None:
    figures = tuple(Placed(x, bottom - 40, Art(Artwork(10, 20, ()), 20.0)) for x in (12.0, 42.0))
    tiling = of_tiles(2, 2, A4, A7)
    pages = tiled(Frame(A7, figures), "card", tiling, no_caption)
    scale = pages[0].placements[0].scale
    seam = (tiling.margin - pages[2].placements[0].y) / scale
    assert (seam >= bottom) == whole
    assert least * tiling.scale(A7) <= scale


@given(st.floats(100, 1500), st.floats(100, 1500))
def test_a_size_takes_no_more_pages_than_it_needs(width: float, height: float) -> None:
    frame, wanted = A7, Enlargement(size=Size(width, height))
    assert wanted.size
    scale = wanted.scale(frame)
    need = Size(frame.width * scale * 0.92, frame.height * scale * 0.92)
    try:
        tiling = of_size(wanted.size, A4, frame)
    except PaperError as fault:
        assert "takes" in str(fault)
        return
    whole = tiling.whole
    assert whole.width >= need.width - 1e-6 and whole.height >= need.height - 1e-6
    for columns, rows in ((tiling.columns - 1, tiling.rows), (tiling.columns, tiling.rows - 1)):
        if columns and rows:
            less = Tiling(tiling.paper, columns, rows).whole
            assert less.width < need.width or less.height < need.height


def test_a_size_is_filled_unless_a_little_less_takes_fewer_pages() -> None:
    a2, square = Size(420, 594), Size(320, 320)
    sparing, whole = of_size(a2, A4, A7), of_size(square, A4, square)
    assert (sparing.columns * sparing.rows, whole.columns * whole.rows) == (6, 4)
    assert 0.92 <= sparing.scale(a2) < 1 <= whole.scale(square)


def test_names() -> None:
    assert [called(row, column) for row, column in ((0, 0), (0, 1), (2, 9))] == ["A1", "A2", "C10"]


def test_paper_lies_as_shows_more() -> None:
    assert of_tiles(1, 2, A4, A4.turned).paper == A4.turned
    assert of_tiles(2, 2, A4, A4.turned).paper == A4.turned
    assert of_tiles(2, 2, A4, A7).paper == A4


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(PaperError, match=r"takes \d+ pages; choose a smaller one"):
        of_size(Size(4000, 5000), A4, A7)


def test_the_first_tile_is_read_and_links_are_none() -> None:
    link = Group(
        Role.LINK, (shape(0, 0, 9, 9, "#000000"), Placed(0, 0, Link("https://example.org", 9, 9, "x")))
    )
    frame = Frame(A7, (Placed(3, 3, link),))
    first, second = tiled(frame, "card", of_tiles(1, 2, A4, A7), no_caption)
    for page in (first, second):
        assert not any(isinstance(placed.item, Link) for placed in page.placements[0].frame.walk())
    roles = [
        placed.item.role
        for page in (first, second)
        for placed in page.placements[0].frame.items
        if isinstance(placed.item, Group)
    ]
    assert roles == [Role.SPAN, Role.ARTIFACT]


def test_marks_say_where_the_poster_is_cut_out() -> None:
    frame = motif(A7)
    tiling = Tiling(A4, 2, 2)
    pages = tiled(frame, "motif", tiling, no_caption, 4.0)
    for page, (right, low) in zip(pages, [(0, 0), (1, 0), (0, 1), (1, 1)], strict=True):
        (place,) = page.placements
        assert page.marks is not None
        solid = [
            one.item.data for one in page.marks.walk() if isinstance(one.item, Path) and not one.item.dash
        ]
        x, y = place.x + right * 4 * A7.width, place.y + low * 4 * A7.height
        assert any(data.startswith(f"M {x:.3f} ") for data in solid), "up and down"
        assert any(f" {y:.3f} L " in data for data in solid), "to the sides"


@pytest.mark.parametrize("scale", [2.0, 4.0, 5.0])
def test_a_tiles_name_is_next_to_the_mark_where_the_tile_is_trimmed(scale: float) -> None:
    """However far from the paper's edge that is."""

    def caption(_tile: str) -> Frame:
        return Frame(Size(60, 4), (shape(0, 0, 60, 3, "#102030"),))

    for page in tiled(motif(A7), "motif", Tiling(A4, 2, 2), caption, scale):
        assert page.marks is not None
        marks = [(one.x, one.item) for one in page.marks.walk() if isinstance(one.item, Path)]
        [begins] = [x for x, item in marks if item.fill == "#102030"]
        below = [item.data.split() for _, item in marks if item.stroke and not item.dash]
        trimmed = min(float(data[1]) for data in below if data[1] == data[4] and float(data[2]) > 200)
        assert trimmed + 3 < begins
