"""Seams of posters: where tiles have room to spare, they cut through as little as can be."""

from itertools import pairwise

import pytest

from cardmaker.frame import Art, Artwork, Frame, Glyphs, Path, Placed, Text
from cardmaker.geometry import Size
from cardmaker.press.printer import inked
from cardmaker.press.seams import cut, starts


def free(_at: float) -> float:
    return 0.0


def test_a_poster_of_one_tile_lies_in_its_middle() -> None:
    assert starts(100, 190, 10, 1, free) == (-45,)


def test_tiles_without_room_to_spare_are_even() -> None:
    assert starts(370, 190, 10, 2, free) == pytest.approx((0, 180))
    assert starts(370, 190, 10, 2, lambda _: 100.0) == pytest.approx((0, 180))


def test_where_nothing_is_cut_the_poster_lies_in_the_middle() -> None:
    first, seam = starts(330, 190, 10, 2, free)
    assert (first, seam) == pytest.approx((-20, 160), abs=1)


def test_a_seam_avoids_what_it_would_cut() -> None:
    first, seam = starts(330, 190, 10, 2, lambda at: 100.0 * (150 < at < 172))
    assert seam == pytest.approx(150, abs=1)
    assert first <= 0 and seam + 190 >= 330 and seam <= first + 180


def test_seams_keep_their_distance() -> None:
    places = starts(420, 190, 10, 3, lambda at: 100.0 * (at > 70))
    assert all(0.35 * 190 <= after - before <= 180 for before, after in pairwise(places[1:]))
    assert places[0] <= 0 and places[-1] + 190 >= 420


def test_type_costs_more_than_marks_and_marks_more_than_shapes() -> None:
    line = Text((Glyphs("mono", (65,) * 10, (500,) * 10, ("A",) * 10),), 10.0, "#000000")
    disc = Path("M 0 0 L 3 0 L 3 3 L 0 3 Z", fill="#000000")
    ground = Path("M 0 0 L 90 0 L 90 9 L 0 9 Z", fill="#000000")
    frame = Frame(Size(100, 100), (Placed(10, 20, line), Placed(50, 50, disc), Placed(5, 80, ground)))
    down, across = cut(frame, 2.0, across=False), cut(frame, 2.0, across=True)
    assert down(24) > down(102) > down(160) > down(2) == 0, (
        "line, disc, ground, nothing; twice as far on the poster"
    )
    assert across(39) > across(103) > across(170) > across(140) == 0


def test_seams_go_between_pictures_rather_than_past_lines_of_type() -> None:
    line = Text((Glyphs("mono", (65,) * 20, (800,) * 20, ("A",) * 20),), 10.0, "#000000")
    picture = Path("M 0 0 L 40 0 L 40 40 L 0 40 Z", fill="#000000")
    pictures = (Placed(9, 10, picture), Placed(51, 10, picture))
    lines = (Placed(5, 70, line), Placed(5, 80, line))
    down = cut(Frame(Size(100, 100), (*pictures, *lines)), 2.0, across=False)
    past = 2 * (max(box.right for box, _ in inked(Frame(Size(100, 100), lines))) + 1)
    assert 102 < past < 180, "through the second picture"
    assert down(100) < down(past)


def words(text: str, size_pt: float) -> Text:
    """A line, each of whose glyphs is half as wide as its type is large."""
    glyphs = Glyphs("mono", (65,) * len(text), (500,) * len(text), tuple(text))
    return Text((glyphs,), size_pt, "#000000")


def test_a_line_is_cut_between_words_and_small_type_before_large() -> None:
    em = 9.0 * 25.4 / 72
    frame = Frame(
        Size(100, 100), (Placed(10, 20, words("AAAA AAAA", 9.0)), Placed(10, 40, words("AAAA", 18.0)))
    )
    one, both = (
        cut(Frame(Size(100, 100), items), 1.0, across=False) for items in (frame.items[:1], frame.items)
    )
    word, gap = 10 + 2 * em * 0.5, 10 + 4.5 * em * 0.5
    assert one(word) > one(gap) > one(60) == 0
    assert both(word) - one(word) > one(word), "type that is twice as large costs twice as much"
    lines = cut(frame, 1.0, across=True)
    assert lines(19) == one(word), "lengthwise there is no gap"


def test_a_narrow_picture_is_no_mere_shape() -> None:
    figure = Art(Artwork(20, 40, ()), 20.0)
    shape = Path("M 0 0 L 20 0 L 20 40 L 0 40 Z", fill="#000000")
    drawn, flat = (
        cut(Frame(Size(100, 100), (Placed(10, 10, item),)), 1.0, across=False) for item in (figure, shape)
    )
    assert drawn(20) > 50 > 1 > flat(20) > 0
