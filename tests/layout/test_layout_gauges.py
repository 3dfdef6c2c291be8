"""What a calibration sheet is read by: combs that meet against the light, stairs to the edge, rules, a target."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.errors import PaperError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.calibration import LEAST, Gauges, lay_out_calibration
from cardmaker.layout.fixed.drawing import LIVE
from cardmaker.layout.gauges import COARSE, FINE, Comb, PinTarget, Stair, rule
from cardmaker.text.fonts import FontBook
from cardmaker.theme.shelf import Shelf
from cardmaker.wording.wording import load_wording

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
PAPERS = pytest.mark.parametrize("sheet", [A4, LETTER], ids=["a4", "letter"])


def seen_through(x: float, sheet: Size) -> float:
    """Where something on the back is seen from the front."""
    return sheet.width - x


def kinks(comb: Comb, sheet: Size, out: Point) -> dict[float, float]:
    """How far each stroke's middle is beside its ends when backs come out so far to the right and down."""
    found = {}
    pairs = zip(comb.places(), list(comb.front())[::2], comb.back(sheet), strict=True)
    for (step, _), front, back in pairs:
        if comb.way == "across":
            found[step] = seen_through(back.start.x + out.x, sheet) - front.start.x
        else:
            found[step] = back.start.y + out.y - front.start.y
    return found


@PAPERS
@given(st.sampled_from(FINE), st.sampled_from(FINE))
def test_the_whole_stroke_says_how_far_backs_are_out(sheet: Size, right: float, down: float) -> None:
    for comb in Gauges(sheet).combs:
        if comb.steps is not FINE:
            continue
        beside = kinks(comb, sheet, Point(right, down))
        whole = min(beside, key=lambda step: abs(beside[step]))
        assert beside[whole] == pytest.approx(0, abs=1e-9)
        assert whole == (right if comb.way == "across" else down)


@PAPERS
@given(st.sampled_from(COARSE))
def test_coarse_combs_read_to_a_quarter(sheet: Size, out: float) -> None:
    for comb in Gauges(sheet).combs:
        if comb.steps is COARSE:
            beside = kinks(comb, sheet, Point(out, out))
            assert min(beside, key=lambda step: abs(beside[step])) == out


@PAPERS
def test_only_one_stroke_is_near_whole_and_none_meets_a_neighbour(sheet: Size) -> None:
    for comb in Gauges(sheet).combs:
        reach = max(comb.steps)
        assert comb.pitch > 2 * reach or comb.way == "down"
        beside = sorted(map(abs, kinks(comb, sheet, Point(0, 0)).values()))
        assert beside[1] - beside[0] >= 0.1 - 1e-9


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_a_pin_reads_the_same(right: float, down: float) -> None:
    """The hole is where the ring was; the grid came out so far off; the lines' numbers run against it."""
    target = PinTarget(Point(60, 90))
    hole = Point(seen_through(60, A4), 90)
    grid = target.behind(A4)
    read = Point(-(hole.x - (grid.x + right)), -(hole.y - (grid.y + down)))
    assert read == pytest.approx((right, down))


@pytest.mark.parametrize("edge", ["top", "right", "bottom", "left"])
def test_stairs_end_where_their_numbers_say(edge: str) -> None:
    stair = Stair(edge)  # type: ignore[arg-type]
    strokes = list(stair.strokes(A4))
    for distance, bar, cap in zip(stair.distances(), strokes[::2], strokes[1::2], strict=True):
        for point in (bar.start, cap.start, cap.end):
            to = {
                "top": point.y, "left": point.x, "right": A4.width - point.x, "bottom": A4.height - point.y,
            }  # fmt: skip
            assert to[edge] == pytest.approx(distance)
    assert set(stair.distances()) >= {0.0, 4.0, 4.5, 8.0}


@pytest.mark.parametrize("upright", [False, True])
def test_rules_are_true(upright: bool) -> None:
    ends, ticks = rule(Point(20, 30), 100, upright=upright)
    places = [end.start.y if upright else end.start.x for end in ends]
    assert places[1] - places[0] == 100
    assert len(ticks) == 100


@PAPERS
def test_gauges_are_clear_of_one_another_and_of_the_paper(sheet: Size) -> None:
    gauges = Gauges(sheet)
    live = Rect(gauges.left, 16, LIVE, sheet.height - 32)
    spans = []
    for comb in gauges.combs:
        points = [point for stroke in (*comb.front(), *comb.back(sheet)) for point in stroke]
        low, high = min(p.y for p in points), max(p.y for p in points)
        assert all(live.contains(Rect(p.x, p.y, 0, 0), 8) for p in points)
        spans.append((low, high))
    assert all(before[1] + 3 < after[0] for before, after in pairwise(spans))


def sides(paper: Size) -> tuple[str, str]:
    """The words on both sides."""
    wording = load_wording("en")
    words = {
        key.removeprefix("calibrate_"): text
        for key, text in wording.phrases.items()
        if key.startswith("calibrate_") and isinstance(text, str)
    }
    words["how"] = wording.say("calibrate_how", paper="A4")
    studio = Studio(Shelf().theme("classic"), FontBook(), wording.labels)
    made = lay_out_calibration(studio, words, paper)
    return made.front.text, made.back.text + "\n" + made.turned.text


@PAPERS
def test_both_sides_say_what_to_do(sheet: Size) -> None:
    front, back = sides(sheet)
    for words in ("Calibration sheet", "mm across", "0.3", "−0.75", "--printer", "long edge"):
        assert words in front
    assert "Flipped on the long edge" in back
    assert "Flipped on the short edge" in back


def test_every_phrase_is_on_the_sheet() -> None:
    written = " ".join("\n".join(sides(A4)).split())
    spoken = ("rule_alt", "row_far", "how", "checks")
    for key, text in load_wording("en").phrases.items():
        if key.startswith("calibrate_") and not key.endswith(spoken):
            assert isinstance(text, str)
            assert text in written, key


def test_small_paper_is_refused() -> None:
    with pytest.raises(PaperError, match="doesn't fit on 148 × 210 mm; take A4, Letter"):
        sides(Size(210, 148))
    assert LEAST.width <= LETTER.width
