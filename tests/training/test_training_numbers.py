"""Predicted races, the most that can be lifted, plates and heart rates: own arithmetic, and the edges."""

import pytest

from cardmaker.training.heart import at_share, estimated_maximum, threshold_zone, zone
from cardmaker.training.lifting import one_rep_max, working_reps
from cardmaker.training.paces import HALF_M, MARATHON_M, Result, best_vdot, predicted, riegel, training_pace
from cardmaker.training.plates import BAR, PLATES, on_bar, on_step


def test_twice_as_far_takes_a_little_more_than_twice_as_long() -> None:
    assert riegel(Result(5_000, 1200), 10_000) == pytest.approx(1200 * 2.0849, abs=0.1)  # 2 ^ 1.06


def test_a_race_is_predicted_from_the_nearest_distance() -> None:
    results = [Result(5_000, 1200), Result(HALF_M, 5700)]
    assert predicted(results, 5_000).seconds == pytest.approx(1200)
    assert predicted(results, 10_000).seconds == pytest.approx(riegel(results[0], 10_000))
    assert predicted(results, 15_000).seconds == pytest.approx(riegel(results[1], 15_000))


@pytest.mark.parametrize(
    ("run", "asked", "far"),
    [
        (HALF_M, MARATHON_M, True),
        (10_000, MARATHON_M, True),
        (30_000, MARATHON_M, False),
        (MARATHON_M, MARATHON_M, False),
        (10_000, HALF_M, False),
    ],
)
def test_a_marathon_from_half_of_one_carries_a_warning(run: float, asked: float, far: bool) -> None:
    assert predicted([Result(run, run * 0.3)], asked).far is far


def test_the_best_race_counts() -> None:
    assert best_vdot([Result(5_000, 1197), Result(10_000, 3003)]) == pytest.approx(50.0, abs=0.05)
    with pytest.raises(ValueError, match="no race"):
        best_vdot([])
    with pytest.raises(ValueError, match="no race"):
        predicted([], 5_000)


def test_efforts_are_faster_from_easy_to_repetition() -> None:
    paces = [
        training_pace(50, effort)
        for effort in ("easy", "threshold", "interval", "repetition")
    ]  # fmt: skip
    assert [pace.faster for pace in paces] == sorted((pace.faster for pace in paces), reverse=True)
    assert [pace.slower for pace in paces] == sorted((pace.slower for pace in paces), reverse=True)
    assert all(pace.faster <= pace.slower for pace in paces)


def test_a_maximum_is_estimated_from_up_to_ten_reps() -> None:
    assert one_rep_max(60, 10) == pytest.approx(80.0, abs=0.03)
    assert one_rep_max(100, 5) == pytest.approx(112.51, abs=0.01)


@pytest.mark.parametrize("reps", range(4, 10))
def test_working_sets_leave_two_or_three_in_reserve(reps: int) -> None:
    share = 1 / one_rep_max(1, reps)
    assert working_reps(share) == (reps - 3, reps - 2)


def test_light_and_heavy_shares_have_a_number_of_repetitions_too() -> None:
    assert working_reps(0.4) == (12, None)
    assert working_reps(1.05) == (1, 1)


def test_one_repetition_is_the_maximum_itself() -> None:
    assert one_rep_max(100, 1) == 100


@pytest.mark.parametrize("reps", [0, 11])
def test_no_maximum_from_more_than_ten_reps(reps: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 10 reps"):
        one_rep_max(50, reps)


@pytest.mark.parametrize(
    ("load", "expected"),
    [(10, 20), (20, 20), (21, 20), (21.25, 20), (21.3, 22.5), (62.4, 62.5), (63.75, 62.5), (101.3, 102.5), (500, 500)],
)  # fmt: skip
def test_loads_go_to_plates_in_kilograms(load: float, expected: float) -> None:
    assert on_bar(load, BAR["kg"], PLATES["kg"]) == expected


def test_loads_go_to_plates_in_pounds() -> None:
    assert on_bar(137, BAR["lb"], PLATES["lb"]) == 135
    assert on_bar(138, BAR["lb"], PLATES["lb"]) == 140


def test_only_the_plates_there_are() -> None:
    assert on_bar(57, 20, (10.0,)) == 60
    assert on_bar(57, 20, (20.0,)) == 60
    assert on_bar(35, 20, (20.0,)) == 20
    assert on_bar(35, 20, ()) == 20


def test_every_load_on_a_bar_is_made_of_pairs_and_near() -> None:
    for tenths in range(200, 2000, 7):
        found = on_bar(tenths / 10, 20, PLATES["kg"])
        assert ((found - 20) / 2.5).is_integer()
        assert abs(found - tenths / 10) <= 1.25


@pytest.mark.parametrize(("load", "expected"), [(0.5, 2), (3, 2), (3.1, 4), (17, 16), (24, 24)])
def test_dumbbells_go_by_steps(load: float, expected: float) -> None:
    assert on_step(load, 2) == expected


def test_zones() -> None:
    assert zone(2, 190) == (114, 133)
    assert zone(2, 190, 50) == (134, 148)
    assert zone(5, 190)[1] == zone(5, 190, 50)[1] == 190
    assert [zone(n, 180)[1] for n in range(1, 5)] == [zone(n, 180)[0] for n in range(2, 6)]
    with pytest.raises(ValueError, match="zones 1 to 5"):
        zone(6, 190)


def test_zones_of_a_threshold() -> None:
    """Of 200 beats, so that shares are easy to see: 85, 90, 95, 100 and 106 per cent."""
    found = [threshold_zone(number, 200) for number in range(1, 6)]
    assert found == [(None, 169), (170, 179), (180, 189), (190, 199), (200, 212)]
    with pytest.raises(ValueError, match="zones 1 to 5"):
        threshold_zone(0, 200)
    assert estimated_maximum(40) == pytest.approx(180.0)
    assert at_share(0.85, 188) == 160
