"""Where frames land on the page, however they are turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.frame import Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.paint.placing import matrix_of
from tests.paint.paint_kit import brought, document, frame, group, picture, rect, text

PAGE = Size(140, 130)
WIDTH, HEIGHT = 60, 90


def corner(turn: int) -> tuple[float, float]:
    """The middle of the frame's own top left 4 mm, when the turned frame stands at (20, 30)."""
    return {0: (22, 32), 90: (20 + HEIGHT - 2, 32), 180: (18 + WIDTH, 28 + HEIGHT), 270: (22, 28 + WIDTH)}[
        turn
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_frame_fills_its_box_and_its_corner_goes_round(turn: int) -> None:
    card = frame(
        rect(0, 0, WIDTH, HEIGHT, "#BFDCDD"),
        rect(0, 0, 4, 4, "#C4281A"),
        rect(WIDTH - 4, HEIGHT - 4, 4, 4, "#0F4C5C"),
        width=WIDTH,
        height=HEIGHT,
    )
    placement = Placement(card, 20, 30, turn)
    drawn = picture(write_pdf(document(Page(PAGE, (placement,)))))
    box = placement.box
    for x, y in ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)):
        inner = (x + (0.5 if x == box.x else -0.5), y + (0.5 if y == box.y else -0.5))
        outer = (x + (-0.5 if x == box.x else 0.5), y + (-0.5 if y == box.y else 0.5))
        assert drawn.getpixel(tuple(int(4 * part) for part in inner)) != (255, 255, 255)
        assert drawn.getpixel(tuple(int(4 * part) for part in outer)) == (255, 255, 255)
    x, y = corner(turn)
    assert drawn.getpixel((int(4 * x), int(4 * y))) == (0xC4, 0x28, 0x1A)
    opposite = (2 * box.x + box.width - x, 2 * box.y + box.height - y)
    assert drawn.getpixel((int(4 * opposite[0]), int(4 * opposite[1]))) == (0x0F, 0x4C, 0x5C)


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.floats(-50, 300),
    st.floats(-50, 300),
    st.tuples(st.floats(1, 200), st.floats(1, 200)),
)
def test_the_matrix_brings_the_frame_onto_the_placements_box(
    turn: int, x: float, y: float, size: tuple[float, float]
) -> None:
    placement = Placement(frame(width=size[0], height=size[1]), x, y, turn)
    assert brought(matrix_of(placement), Rect(0, 0, *size)) == pytest.approx(placement.box, abs=2e-3)


def test_other_turns_are_refused() -> None:
    with pytest.raises(ValueError, match="not by 45"):
        matrix_of(Placement(frame(), 0, 0, 45))


def test_groups_shift_what_is_in_them() -> None:
    card = frame(group(Role.ARTIFACT, group(Role.ARTIFACT, rect(1, 2, 4, 4), x=10, y=20), x=3, y=5))
    drawn = picture(write_pdf(document(Page(PAGE, (Placement(card, 6, 7),)))))
    inside = [
        (x, y) for x in range(4 * 140) for y in range(4 * 130) if drawn.getpixel((x, y)) == (0xC4, 0x28, 0x1A)
    ]
    assert (*min(inside), *max(inside)) == pytest.approx((80, 136, 95, 151), abs=1)


def test_text_stands_on_its_baseline_upright() -> None:
    card = frame(text("LLLL", 10, 40, weight="bold", size=60))
    drawn = picture(write_pdf(document(Page(PAGE, (Placement(card, 0, 0),)))))
    dark = [(x, y) for x in range(4 * 140) for y in range(4 * 130) if sum(drawn.getpixel((x, y))) < 300]
    height = 60 * 25.4 / 72 * 0.711
    assert max(y for _, y in dark) / 4 == pytest.approx(40, abs=0.5)
    assert min(y for _, y in dark) / 4 == pytest.approx(40 - height, abs=0.5)
    assert min(x for x, _ in dark) / 4 == pytest.approx(10 + 60 * 25.4 / 72 * 0.05, abs=1.0)
    foot = sum(y / 4 > 38 for _, y in dark)
    assert foot > sum(y / 4 < 40 - height + 2 for _, y in dark)
