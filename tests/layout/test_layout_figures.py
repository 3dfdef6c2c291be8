"""Figures in their boxes: positions at one scale on one floor, labels, and numbers that cover nothing."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.frame import Art, Frame, Path, Placed, Role, Text
from cardmaker.geometry import Point, Rect
from cardmaker.handout import CardCue
from cardmaker.layout.callouts import Callout, Obstacles, Pointer, place_callouts
from cardmaker.layout.silhouettes import Layer, Silhouette
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.stencil import stencil
from tests.layout.layout_kit import MONO, crossing, figure, groups, laid, outside, pane, roles, words

BOX = "{figure: '{figure}', alt: '{name}', keys: cues, key_size: 3, labels: true, height: fill}"
LABELS = {"figure_start": "Start", "figure_finish": "Finish"}
CUES = (
    CardCue("a", "a", "hip"),
    CardCue("b", "b", "front_knee"),
    CardCue("c", "c"),
    CardCue("d", "d", "left_wrist"),
)


def shown(
    of: FigureArtwork | None = None,
    width: float = 64,
    height: float = 45,
    box: str = BOX,
    cues: tuple[CardCue, ...] = (),
) -> Frame:
    """A figure alone in a frame."""
    content = {"figure": of or figure(), "cues": cues, "name": "Squat"}
    ladder = "[{figure: 10}]"
    return laid(f"stack: [{box}]", content, width, height, labels=LABELS, ladder=ladder, measurer=MONO)


def arts(frame: Frame) -> list[Placed]:
    """The positions, from start to finish."""
    return [placed for placed in frame.walk() if isinstance(placed.item, Art)]


def rings(frame: Frame) -> dict[str, Point]:
    """The callouts: the number and the middle of its ring."""
    found = {}
    for placed in frame.walk():
        if isinstance(placed.item, Text) and placed.item.content.isdigit():
            found[placed.item.content] = Point(placed.x + placed.item.width / 2, placed.y)
    return found


def height_of_words(frame: Frame) -> float:
    """A line of the list below a figure: how far its two cues are apart."""
    heights = {said: y for said, _, y in words(frame)}
    return heights["b"] - heights["a"]


# Positions -------------------------------------------------------------------------------------------


def test_positions_are_side_by_side_on_one_floor() -> None:
    start, finish = arts(shown())
    assert isinstance(start.item, Art)
    assert isinstance(finish.item, Art)
    assert start.x + start.item.width < finish.x
    assert start.y + start.item.height == pytest.approx(finish.y + finish.item.height)
    assert start.item.width / 60 == pytest.approx(finish.item.width / 80), "one scale"


def test_figures_are_as_large_as_their_box_lets_them_be() -> None:
    [tall, _] = arts(shown(figure(pane("start", 30, 170), pane("finish", 30, 170)), 200, 45))
    assert isinstance(tall.item, Art)
    label = 45 - (tall.y + tall.item.height)
    assert tall.y == pytest.approx(0.0) and 1 < label < 6, "from the top down to the labels"
    wide = arts(shown(figure(pane("start", 90, 30), pane("finish", 90, 30)), 60, 200))
    assert wide[1].x + wide[1].item.width == pytest.approx(60 - 0.8), "from side to side"


def test_stacked_positions_keep_what_is_planted_at_one_place() -> None:
    low = figure(pane("start", 150, 40, left=0), pane("finish", 120, 60, left=20), stacked=True)
    upper, lower = arts(shown(low))
    assert isinstance(upper.item, Art)
    scale = upper.item.width / 150
    assert lower.x - upper.x == pytest.approx(20 * scale)
    assert upper.y + upper.item.height <= lower.y


def test_a_sign_shows_the_finish_alone_where_it_is_much_larger_so() -> None:
    """Two that lie are half as large; two that stand are as large as one."""
    box = BOX.replace("labels: true", "alone: true")
    lying = figure(pane("start", 220, 100), pane("finish", 220, 100))
    [one] = arts(shown(lying, 60, 33, box))
    assert isinstance(one.item, Art)
    assert one.item.width > 1.45 * arts(shown(lying, 60, 33))[-1].item.width
    assert len(arts(shown(figure(pane("start", 40, 170), pane("finish", 40, 170)), 60, 33, box))) == 2


def test_a_sign_shows_no_pile_of_low_positions() -> None:
    """A pile comes out larger than side by side, the finish alone larger than the pile."""
    lying = figure(pane("start", 200, 70), pane("finish", 200, 70))
    upper, lower = arts(shown(lying, 60, 33, BOX.replace(", labels: true", "")))
    assert upper.y < lower.y
    [one] = arts(shown(lying, 60, 33, BOX.replace("labels: true", "alone: true")))
    assert isinstance(one.item, Art)
    assert isinstance(lower.item, Art)
    assert one.item.width > 1.15 * lower.item.width


def test_low_positions_are_in_a_pile_that_is_as_large_rather_than_under_a_hole() -> None:
    """But not where something is said over them."""
    low = figure(pane("start", 160, 88), pane("finish", 160, 88))
    upper, lower = arts(shown(low, 128, 76))
    assert upper.y < lower.y - 20
    high = figure(pane("start", 160, 130), pane("finish", 160, 130))
    one, other = arts(shown(high, 128, 60))
    assert one.y == pytest.approx(other.y)


def test_single_position_stands_in_the_middle() -> None:
    [one] = arts(shown(figure(pane("hold", 150, 40))))
    assert isinstance(one.item, Art)
    assert one.x == pytest.approx((64 - one.item.width) / 2)


def test_small_figure_shows_the_finish_alone() -> None:
    frame = shown(
        box="{figure: '{figure}', alt: '{name}', small: true, height: 12.2, width: 16.6}", width=16.6
    )
    [one] = arts(frame)
    assert isinstance(one.item, Art)
    assert one.item.width / one.item.height == pytest.approx(80 / 140)
    assert not words(frame)


def test_same_figure_is_the_same_artwork() -> None:
    of = figure()
    content = {"figure": of, "cues": (), "name": "Squat"}
    twice = laid(f"stack: [{BOX}, {BOX}]", content, 64, 90, labels=LABELS)
    first, _, again, _ = arts(twice)
    assert isinstance(first.item, Art)
    assert isinstance(again.item, Art)
    assert first.item.artwork is again.item.artwork


def test_figure_is_spoken_of_by_its_name() -> None:
    [group] = groups(shown().items, Role.FIGURE)
    assert group.alt == "Squat"


def test_no_figure_no_room() -> None:
    frame = laid(f"stack: [{BOX}, {{text: z}}]", {"figure": None, "cues": ()}, labels=LABELS)
    assert [said for said, _, _ in words(frame)] == ["z"]


# Labels ----------------------------------------------------------------------------------------------


def test_labels_stand_under_their_positions() -> None:
    frame = shown()
    start, finish = arts(frame)
    (first, x1, y1), (second, x2, y2) = words(frame)
    assert (first, second, y1) == ("Start", "Finish", y2)
    assert isinstance(start.item, Art)
    assert start.y + start.item.height < y1
    assert x1 < x2
    assert abs(x2 + 6 - (finish.x + finish.item.width / 2)) < 12


def test_single_positions_have_no_labels() -> None:
    assert not words(shown(figure(pane("hold", 150, 40))))


def test_labels_go_on_a_rung_of_the_ladder() -> None:
    content = {"figure": figure(), "cues": (), "name": "S"}
    box = BOX.replace("height: fill", "height: fill, min_height: 20")
    text = f"stack: [{box}, {{stack: [{{text: z}}], height: 20}}]"
    tight = laid(text, content, 64, 35, labels=LABELS, ladder="[{figure: 15}, {unlabelled: true}]")
    assert [said for said, _, _ in words(tight)] == ["Start", "Finish", "z"]
    bare = laid(text, content, 64, 30, labels=LABELS, ladder="[{unlabelled: true}, {figure: 10}]")
    assert [said for said, _, _ in words(bare)] == ["z"]


# Callouts --------------------------------------------------------------------------------------------


def test_cues_are_numbered_at_their_joints() -> None:
    frame = shown(cues=CUES)
    start, finish = arts(frame)
    found = rings(frame)
    assert set(found) == {"1", "2"}, (
        "a cue without a joint, or with one the figure lacks, has no number there"
    )
    assert found["1"].x < finish.x, "the first cue is about the start"
    assert found["2"].x > start.x + 5


@pytest.mark.parametrize(("kept", "rung"), [(1, "{limit: {cues: 1}}"), (0, "{drop: [cues]}")])
def test_a_cue_that_a_rung_leaves_out_has_no_number_in_the_figure(kept: int, rung: str) -> None:
    text = f"stack: [{BOX}, {{list: cues, id: cues, style: text, marker: dash, indent: 4}}]"
    content = {"figure": figure(), "cues": CUES[:2], "name": "Squat"}
    roomy = laid(text, content, 64, 60, labels=LABELS, ladder=f"[{rung}]")
    assert set(rings(roomy)) == {"1", "2"}
    fixed = text.replace("height: fill", "height: 40")
    line = height_of_words(roomy)
    tight = laid(fixed, content, 64, 40 + kept * line + 0.1, labels=LABELS, ladder=f"[{rung}]")
    assert set(rings(tight)) == {"1", "2"} - {str(number) for number in range(kept + 1, 3)}


def test_everything_of_a_figure_stays_in_its_box() -> None:
    for of in (figure(), figure(pane("a", 150, 40), pane("b", 120, 60), stacked=True)):
        frame = shown(of, cues=CUES)
        assert not outside(frame, Rect(0, 0, 64, 45), MONO)


def test_numbers_in_a_figure_are_not_read_apart_from_it() -> None:
    [item] = roles(shown(cues=CUES).items)
    assert item[0] == "Figure"


POINTS = st.builds(Point, st.floats(5, 59), st.floats(5, 40))
AREA = Rect(0, 0, 64, 45)


def callouts(joints: list[Point], obstacles: Obstacles, size: float = 2.9) -> list[Callout]:
    """Of joints in their order."""
    return place_callouts([Pointer(*one, AREA) for one in enumerate(joints, 1)], obstacles, size)


@given(
    st.lists(POINTS, min_size=1, max_size=5),
    st.lists(
        st.builds(Rect, st.floats(0, 50), st.floats(0, 35), st.floats(2, 10), st.floats(2, 10)), max_size=3
    ),
    st.floats(2.6, 3.8),
)
@settings(deadline=None)
def test_callouts_cover_nothing(joints: list[Point], solid: list[Rect], size: float) -> None:
    placed = callouts(joints, Obstacles(tuple(solid), ()), size)
    assert [one.number for one in placed] == sorted({one.number for one in placed})
    for index, one in enumerate(placed):
        ring = Rect(one.centre.x - size / 2, one.centre.y - size / 2, size, size)
        assert AREA.contains(ring)
        assert not any(ring.overlaps(rect) for rect in solid)
        assert one.joint == joints[one.number - 1]
        assert math.dist(one.foot, one.centre) == pytest.approx(size / 2)
        for other in placed[:index]:
            assert math.dist(one.centre, other.centre) >= size
            assert not crossing(one, other)


def test_callout_without_a_clear_place_is_left_out() -> None:
    everywhere = Obstacles((AREA,), ())
    assert callouts([Point(30, 20)], everywhere) == []


def test_callouts_are_apart_from_faces_arrows_and_each_other() -> None:
    """A stopwatch at the place that is nearest to the joint, and a second joint next to the first."""
    watch = Rect(34.2, 18, 4, 4)
    first, second = callouts([Point(30, 20), Point(30.5, 20)], Obstacles((watch,), ()))
    for one in (first, second):
        across = max(watch.x - one.centre.x, one.centre.x - watch.right, 0)
        down = max(watch.y - one.centre.y, one.centre.y - watch.bottom, 0)
        assert max(across, down) >= 2.9 / 2 + 0.7 - 1e-6
    assert math.dist(first.centre, second.centre) >= 2.9 + 1.4 - 1e-6


def test_callouts_keep_off_the_body() -> None:
    limb = Silhouette((Layer(stencil(["M 240 0 L 360 0 L 360 450 L 240 450 Z"]), whole=60),), 0, 0, 1.0)
    [one] = callouts([Point(30, 20)], Obstacles((), (limb,)))
    assert abs(one.centre.x - 30) > 6 + 2.9 / 2


def test_a_number_is_left_out_rather_than_that_it_covers_a_body() -> None:
    body = Silhouette((Layer(stencil(["M 0 0 L 640 0 L 640 450 L 0 450 Z"]), whole=70),), 0, 0, 1.0)
    assert callouts([Point(30, 20)], Obstacles((), (body,))) == []


def test_any_part_of_what_is_held_is_kept_clear_where_walls_may_be_covered() -> None:
    """A bar on one side, a wall on the other: the number goes onto the wall."""
    left, right = "M 0 0 L 290 0 L 290 450 L 0 450 Z", "M 310 0 L 640 0 L 640 450 L 310 450 Z"
    for bar, wall, way in ((left, right, 1), (right, left, -1)):
        layers = (Layer(stencil([bar]), whole=30, touched=35), Layer(stencil([wall]), whole=9))
        [one] = callouts([Point(30, 20)], Obstacles((), (Silhouette(layers, 0, 0, 1.0),)))
        assert (one.centre.x - 30) * way > 1.4


def test_leaders_are_thin_lines_on_white() -> None:
    frame = shown(cues=CUES[:1])
    leaders = [p.item for p in frame.walk() if isinstance(p.item, Path) and p.item.stroke and not p.item.fill]
    ground, *leader = [(one.stroke, one.width) for one in leaders]
    assert ground == ("#8A979E", 0.25)
    assert leader == [("#FFFFFF", 0.55), ("#15232B", 0.18)]
