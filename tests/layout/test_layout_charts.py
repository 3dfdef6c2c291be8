"""Runs and weeks as bars: length and height are distance, and everything stays in its box."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.frame import Path, Role, Text
from cardmaker.geometry import Rect
from cardmaker.handout import Stretch, WeekBar
from tests.layout.layout_kit import MONO, extent, groups, laid, outside, roles, shapes, theme, words

PROFILE = "stack: [{profile: '{run}', scale: '{scale}', rise: 8}]"
RUN = (
    Stretch(2, "easy"),
    Stretch(4, "tempo"),
    Stretch(0, "easy", gap=True),
    Stretch(1, "fast"),
    Stretch(3, "long"),
)
STRETCHES = st.builds(
    Stretch, st.floats(0, 15), st.sampled_from(["easy", "long", "tempo", "fast"]), st.booleans()
)


def bars(frame_text: str, content: object, **more: Any) -> list[Rect]:
    """All bars of a chart."""
    return [shape for shape in shapes(laid(frame_text, content, **more)) if shape.height and shape.width]


def test_length_is_distance() -> None:
    found = bars(PROFILE, {"run": RUN, "scale": 20.0})
    assert [bar.x for bar in found] == pytest.approx([0, 10, 30, 35])
    assert [bar.width + 0.35 for bar in found] == pytest.approx([10, 20, 5, 15])


def test_harder_stands_higher_and_all_on_one_foot() -> None:
    found = bars(PROFILE, {"run": RUN, "scale": 20.0})
    assert [bar.height for bar in found] == pytest.approx([8 * 0.38, 8 * 0.75, 8, 8 * 0.52])
    assert {round(bar.bottom, 6) for bar in found} == {8}
    inks = [
        p.item.fill for p in laid(PROFILE, {"run": RUN, "scale": 20.0}).walk() if isinstance(p.item, Path)
    ]
    assert inks[:4] == [theme().colours[effort] for effort in ("easy", "tempo", "fast", "long")]


def test_flat_profile_stands_level() -> None:
    found = bars(PROFILE.replace("rise: 8", "rise: 3, flat: true"), {"run": RUN, "scale": 20.0})
    assert {round(bar.height, 6) for bar in found} == {3}


def test_profile_takes_the_height_of_its_hardest_stretch() -> None:
    easy = (Stretch(6, "easy"),)
    text = "stack: [{profile: '{run}', scale: '{scale}', rise: 8}, {text: z}]"
    [(_, _, y)] = words(laid(text, {"run": easy, "scale": 10.0}))
    assert y == pytest.approx(8 * 0.38 + 3.5)


def test_run_beyond_the_scale_is_drawn_smaller() -> None:
    found = bars(PROFILE, {"run": (Stretch(30, "long"), Stretch(10, "tempo")), "scale": 20.0})
    assert found[-1].right + 0.35 == pytest.approx(100)


@pytest.mark.parametrize(("longest", "width"), [(200.0, 30), (60.0, 30), (40.0, 20)])
def test_a_profile_by_the_km_is_as_wide_as_its_run_and_one_of_the_scale_has_room(
    longest: float, width: float
) -> None:
    """At 3 mm a km, as long as the page's 20 km are no longer than 60 mm; the text behind it begins at its end."""
    row = f"row: [{{profile: '{{run}}', scale: '{{scale}}', per_km: 3, longest: {longest}}}, {{text: z}}]"
    content = {"run": (Stretch(4, "easy"), Stretch(6, "tempo")), "scale": 20.0}
    [(_, x, _)] = words(laid(row, content))
    assert x == pytest.approx(width)
    assert max(bar.right for bar in bars(row, content)) + 0.35 == pytest.approx(width)


def test_no_run_no_profile() -> None:
    assert not laid(PROFILE, {"run": (), "scale": 10.0}).items


@given(st.lists(STRETCHES, min_size=1, max_size=40), st.floats(10, 60))
def test_profile_stays_in_its_box(run: list[Stretch], scale: float) -> None:
    frame = laid(PROFILE, {"run": tuple(run), "scale": scale}, height=8)
    assert not outside(frame, Rect(0, 0, 100, 8), MONO, 0.36)


# A day's column --------------------------------------------------------------------------------------

COLUMN = (
    "stack: [{column: '{runs}', label: '{distance}', scale: '{most}', "
    "style: small, height: 14, bar_width: 8}]"
)


def day(km: float, most: float = 14.0, distance: str = "7.6") -> dict[str, object]:
    """A day of a block sheet, on which a bar of *most* km is as high as its box."""
    runs = (Stretch(km, "long"),) if km else ()
    return {"runs": runs, "distance": distance, "most": most}


def test_height_is_distance() -> None:
    [bar] = bars(COLUMN, day(7.6))
    assert (bar.x, bar.width, bar.height, bar.bottom) == pytest.approx((0, 8, 7.6, 14))


@pytest.mark.parametrize("height", [14, 13, 30])
def test_days_differ_whatever_the_height_of_the_box(height: int) -> None:
    """On large-print sheets, whose box is lower, 20 and 18.7 km were equally high."""
    found = [bars(COLUMN.replace("14", str(height)), day(km, most=20.0))[0].height for km in (20, 18.7, 10)]
    assert found == pytest.approx([height, height * 0.935, height / 2])


@pytest.mark.parametrize(("widest", "width"), [("", 8), ("7.6", 8), ("8 + 20 min", 5.6)])
def test_bars_of_a_page_are_as_narrow_as_its_widest_label_asks(widest: str, width: float) -> None:
    narrow = COLUMN.replace("bar_width: 8", f"bar_width: 8, widest: '{widest}'")
    [bar] = bars(narrow, day(7.6), width=16)
    assert bar.width == pytest.approx(width, abs=0.5)


def test_column_never_grows_out_of_its_cell() -> None:
    [bar] = bars(COLUMN, day(40.0))
    assert bar.y >= 0
    frame = laid(COLUMN, day(40.0), width=16, height=14)
    assert not outside(frame, Rect(0, 0, 16, 14), MONO)


TWICE = {"runs": (Stretch(4, "easy"), Stretch(8, "fast")), "distance": "12", "most": 16.0}


def test_runs_of_a_day_lie_on_each_other() -> None:
    easy, fast = bars(COLUMN, TWICE)
    assert (easy.height, easy.bottom) == pytest.approx((3.5, 14))
    assert fast.y == pytest.approx(14 - 12 / 16 * 14)
    assert fast.bottom == pytest.approx(easy.y - 0.35), "apart by a seam"


LYING = COLUMN.replace("height: 14, bar_width: 8", "height: 3, bar_width: 3, lying: true")


def test_runs_of_a_day_lie_one_after_the_other() -> None:
    easy, fast = bars(LYING, TWICE, width=30)
    assert (easy.y, fast.y) == (0, 0)
    assert fast.x == pytest.approx(easy.right + 0.35)
    assert easy.width == pytest.approx(fast.right / 3)


def test_length_is_distance_whatever_its_number_takes() -> None:
    short, long = (bars(LYING, day(7, distance=said), width=30)[0].width for said in ("7", "≈7.25"))
    assert short == long
    [(said, x, _)] = words(laid(LYING, day(14, distance="14"), width=30))
    assert (said, x) == ("14", pytest.approx(bars(LYING, day(14), width=30)[0].right + 1))


def test_number_is_next_to_the_bar() -> None:
    frame = laid(COLUMN, day(7.6))
    [(said, x, _)] = words(frame)
    assert (said, x) == ("7.6", 9)
    assert roles(frame.items) == [["Artifact"], ["P", "7.6"]]


def test_day_without_distance_has_no_column() -> None:
    assert not laid(COLUMN, day(0.0)).items


# Weeks -----------------------------------------------------------------------------------------------

BARS = "stack: [{bars: '{weeks}', height: 30, bar_width: 8, gap: 2, style: small, label_style: small}]"


def weeks(*distances: float, now: int = 1) -> dict[str, object]:
    """Weeks of those distances."""
    states = ["done" if n < now else "now" if n == now else "coming" for n in range(len(distances))]
    return {
        "weeks": tuple(
            WeekBar(str(n + 1), f"{km:.0f}", km, state)
            for n, (km, state) in enumerate(zip(distances, states, strict=True))
        )
    }


def test_bars_are_as_high_as_their_weeks_are_long() -> None:
    first, second, third, _outline = bars(BARS, weeks(10, 20, 5))
    assert [bar.x for bar in (first, second, third)] == pytest.approx([0, 10, 20])
    assert first.height == pytest.approx(second.height / 2, abs=0.001)
    assert third.height == pytest.approx(second.height / 4, abs=0.001)
    assert first.bottom == pytest.approx(second.bottom) == pytest.approx(third.bottom)


def test_weeks_that_are_all_rest_draw_flat_bars() -> None:
    assert max((bar.height for bar in bars(BARS, weeks(0, 0))), default=0) < 0.01


def test_bars_are_described_to_who_cant_see_them() -> None:
    [figure] = groups(laid(BARS, weeks(10, 20, 5)).items, Role.FIGURE)
    assert figure.alt == "1: 10, 2: 20, 3: 5"


def test_labels_thin_out_when_bars_stand_close() -> None:
    many = weeks(*[20 + n for n in range(52)], now=13)
    labels = [said for said, _, y in words(laid(BARS, many)) if y > 28]
    assert "14" in labels, "this week is always printed"
    assert len(labels) < 40
    assert len([said for said, _, y in words(laid(BARS, weeks(10, 20, 5))) if y > 28]) == 3


@given(st.lists(st.floats(0, 150), min_size=2, max_size=60), st.integers(40, 120))
def test_bars_stay_in_their_box(distances: list[float], width: float) -> None:
    frame = laid(BARS, weeks(*distances), width=width, height=30)
    drawn = shapes(frame)
    assert all(shape.x >= -0.01 and shape.right <= width + 0.01 for shape in drawn)
    assert all(shape.y >= -0.01 and shape.bottom <= 30.01 for shape in drawn)


def test_numbers_are_clear_of_higher_bars_next_to_them() -> None:
    frame = laid(BARS, weeks(*[20, 60] * 13, now=99), width=52, height=30)
    values = [(x, y) for said, x, y in words(frame) if said == "20" and y < 28]
    assert values
    drawn = [shape for shape in shapes(frame) if shape.height and shape.width]
    for x, base in values:
        assert not [bar for bar in drawn if bar.x < x + 2 and bar.right > x and bar.y < base]


def test_estimates_lose_their_sign_before_a_bar_loses_its_number() -> None:
    """All of them, as a number without it would be none next to those that have it."""
    content = {
        "weeks": tuple(
            WeekBar(str(n), f"≈{40 + n}", 40.0 + n, "now" if n == 3 else "coming") for n in range(16)
        )
    }
    roomy, tight = (
        {said for said, _, y in words(laid(BARS, content, width=width, height=30)) if y < 28}
        for width in (200, 56)
    )
    assert roomy == {f"≈{40 + n}" for n in range(16)}
    assert tight == {f"{40 + n}" for n in range(16)}


@pytest.mark.parametrize("now", [0, 5, 12])
def test_where_not_all_bars_have_room_for_a_number_every_second_has_one_from_this_week_on(now: int) -> None:
    content = weeks(*[100 + n for n in range(16)], now=now)
    values = [int(said) - 100 for said, _, y in words(laid(BARS, content, width=56, height=30)) if y < 28]
    assert values == list(range(now % 2, 16, 2))


# A profile's scale ------------------------------------------------------------------------------------

SCALED = (
    "stack: [{profile: '{run}', scale: '{scale}', rise: 8, least: 6,"
    " axis: min, axis_per_km: '{pace}', style: small}]"
)
RUN_WALK = (Stretch(1, "easy", walk=True), Stretch(2, "easy"), Stretch(1, "easy", walk=True))


def test_a_profile_has_a_scale_of_round_numbers_below_it() -> None:
    frame = laid(SCALED, {"run": RUN_WALK, "scale": 4.0, "pace": 6.0}, width=100)
    said = [(word, x) for word, x, _ in words(frame)]
    assert [word for word, _ in said] == ["0 min", "5", "10", "15", "20"]
    assert said[2][1] == pytest.approx(100 * 10 / 24 - extent_of("10") / 2)


def extent_of(text: str) -> float:
    [word] = laid(f"stack: [{{text: '{text}', style: small}}]", {}).walk()
    return extent(word, MONO).width


def test_walks_look_other_than_runs_which_are_as_high_as_asked_where_they_differ() -> None:
    content = {"run": RUN_WALK, "scale": 4.0, "pace": 6.0}
    drawn = sorted({round(bar.height, 2) for bar in bars(SCALED, content, width=100)})
    assert drawn[-1] == 6
    assert drawn[0] < 3
    alike = {**content, "run": (Stretch(4, "easy"),)}
    assert bars(SCALED, alike, width=100)[0].height == pytest.approx(8 * 0.38)


@pytest.mark.parametrize("now", [0, 7, 15])
@pytest.mark.parametrize("value", [66, 166])
def test_numbers_of_bars_never_touch_and_this_weeks_is_there(value: int, now: int) -> None:
    frame = laid(BARS, weeks(*[value + week for week in range(16)], now=now), width=62, height=30)
    numbers = [placed for placed in frame.walk() if isinstance(placed.item, Text) and placed.y < 28]
    said = {placed.item.content for placed in numbers if isinstance(placed.item, Text)}
    assert {str(value + now), str(value + 15)} - said <= ({str(value + 15)} if 15 - now in (1, 2) else set())
    places = sorted((extent(placed, MONO) for placed in numbers), key=lambda place: place.x)
    assert all(left.right < right.x for left, right in pairwise(places))


def test_a_walk_is_an_outline_lower_than_an_easy_run() -> None:
    walk, _outline, run = bars(
        PROFILE, {"run": (Stretch(2, "easy", walk=True), Stretch(2, "easy")), "scale": 20.0}
    )
    assert walk.height < run.height / 2
    assert walk.bottom == pytest.approx(run.bottom)


@pytest.mark.parametrize(
    ("stretches", "height"),
    [
        ((Stretch(6, "easy"), Stretch(0, "fast")), 0.38),
        ((Stretch(6, "easy"), Stretch(0.1, "fast")), 1.0),
        ((Stretch(6, "easy"), Stretch(1, "fast", gap=True)), 0.38),
    ],
    ids=["no-length", "short", "rest"],
)
def test_a_profile_is_as_high_as_what_is_drawn_of_it(stretches: tuple[Stretch, ...], height: float) -> None:
    content = {"bars": stretches, "scale": 10}
    frame = laid("stack: [{profile: '{bars}', scale: '{scale}', rise: 10}, {text: z}]", content, width=30)
    [(_, _, y)] = words(frame)
    assert y == pytest.approx(10 * height + 3.5)
