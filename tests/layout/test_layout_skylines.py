"""Skylines of blocks on covers: a bar a day, as high as it is far, over the numbers of the weeks."""

from dataclasses import replace

import pytest

from cardmaker.frame import Role
from cardmaker.handout import SkylineWeek, Stretch
from tests.layout.layout_kit import groups, laid, resolved, shapes, words

BOX = "stack: [{skyline: '{weeks}', style: small, height: 40}]"


def weeks(*days: tuple[float, ...]) -> tuple[SkylineWeek, ...]:
    return tuple(
        SkylineWeek(str(number), tuple(Stretch(km, "easy") for km in kms))
        for number, kms in enumerate(days, 1)
    )


def test_height_is_distance_and_days_without_a_run_stay_free() -> None:
    bars = [one for one in shapes(laid(BOX, {"weeks": weeks((5, 0, 10), (0, 20, 0))})) if one.height]
    assert [bar.height / bars[2].height for bar in bars] == pytest.approx([0.25, 0.5, 1])
    assert len({round(bar.bottom, 3) for bar in bars}) == 1
    assert bars[1].x - bars[0].x == pytest.approx(2 * (bars[2].x - bars[1].x) / 2)


def test_weeks_are_numbered_where_there_is_room() -> None:
    assert [said for said, _, _ in words(laid(BOX, {"weeks": weeks((5,), (6,))}))] == ["1", "2"]
    assert not words(laid(BOX, {"weeks": weeks((5,), (6,))}, width=0.9))


def test_of_many_weeks_every_second_or_third_is_numbered_alike() -> None:
    said = [text for text, _, _ in words(laid(BOX, {"weeks": weeks(*[(5,)] * 12)}, width=20))]
    assert said == ["1", "3", "5", "7", "9", "11"]


def test_skyline_is_read_as_a_figure() -> None:
    [figure] = groups(laid(BOX, {"weeks": weeks((5, 6), (7, 0))}).items, Role.FIGURE)
    assert figure.alt == "1: 11 km, 2: 7 km"


def test_day_is_as_far_as_all_its_runs_and_as_hard_as_the_hardest() -> None:
    week = resolved("title: Plan\nweeks: [{mon: [run: 5 km easy, run: 2 km wu / 4 km tempo], tue: [strength: a]}]\n"
                    "workouts: {a: {exercises: [squat: 3x8]}}").weeks[0]  # fmt: skip
    assert week.skyline.days[:2] == (Stretch(11, "tempo"), Stretch(0, "easy"))
    assert [key.effort for key in week.key] == ["easy", "tempo"]


RACE_MM = 4.0
"""How wide "Race" is in half-size type."""
RACED = "stack: [{skyline: '{weeks}', race: Race, style: small, height: 40}]"


@pytest.mark.parametrize(("width", "right"), [(100, 87.5 + RACE_MM / 2), (12, 12)])
def test_the_last_race_is_named_above_its_bar_and_within_the_box(width: float, right: float) -> None:
    first, second = weeks((5, 8), (6, 10))
    frame = laid(RACED, {"weeks": (replace(first, race=1), replace(second, race=1))}, width=width)
    [(_, x, base)] = [one for one in words(frame) if one[0] == "Race"]
    bars = [one for one in shapes(frame) if one.height]
    assert x + RACE_MM == pytest.approx(right)
    assert base == pytest.approx(bars[-1].y - 0.8, abs=0.01)
    assert bars[-1].y >= 2.5, "below the line that the word takes"


def test_the_race_is_named_above_bars_next_to_it_that_are_higher() -> None:
    [week] = weeks((20, 5))
    frame = laid(RACED, {"weeks": (replace(week, race=1),)}, width=6)
    [(_, _, base)] = [one for one in words(frame) if one[0] == "Race"]
    assert base < min(bar.y for bar in shapes(frame) if bar.height)


def test_without_a_race_bars_take_all_of_the_height() -> None:
    bars = [one for one in shapes(laid(RACED, {"weeks": weeks((5, 10))})) if one.height]
    assert min(bar.y for bar in bars) == pytest.approx(0, abs=0.01)


def test_a_week_knows_its_last_race() -> None:
    week = resolved("title: Plan\nweeks: [{sat: [run: 5 km race], sun: [run: 3 km easy]}]").weeks[0]
    assert week.skyline.race == 5
    assert resolved("title: Plan\nweeks: [{sat: [run: 5 km easy]}]").weeks[0].skyline.race is None
