"""Race equivalents and training paces, against tables that were published."""

import pytest

from cardmaker.training.vdot import fraction_held, oxygen_cost, pace_at, race_time, speed_for, vdot


def clock(text: str) -> float:
    seconds = 0.0
    for part in text.split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


PUBLISHED = [
    # metres, time, VDOT
    (5_000, "19:57", 50.0),
    (10_000, "50:03", 40.0),
    (42_195, "3:10:49", 50.0),
    (5_000, "30:40", 30.0),
    (21_097.5, "1:31:35", 50.0),
    (10_000, "35:22", 60.0),
]


@pytest.mark.parametrize(("metres", "time", "value"), PUBLISHED)
def test_vdot_is_that_of_the_tables(metres: float, time: str, value: float) -> None:
    assert vdot(metres, clock(time)) == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize(("metres", "time", "value"), PUBLISHED)
def test_a_race_is_found_again_from_its_vdot(metres: float, time: str, value: float) -> None:
    assert race_time(vdot(metres, clock(time)), metres) == pytest.approx(clock(time), abs=0.01)


def test_speed_and_oxygen_are_inverse() -> None:
    for speed in (100.0, 200.0, 350.0):
        assert speed_for(oxygen_cost(speed)) == pytest.approx(speed)


def test_less_is_held_for_longer() -> None:
    held = [fraction_held(60 * minutes) for minutes in (4, 10, 30, 60, 120, 240)]
    assert held == sorted(held, reverse=True)
    assert fraction_held(60 * 11) == pytest.approx(
        1.0, abs=0.005
    )  # the maximum is held for about eleven minutes


@pytest.mark.parametrize(("fraction", "pace"), [(0.88, "4:15"), (0.975, "3:55")])
def test_paces_at_vdot_50(fraction: float, pace: str) -> None:
    assert pace_at(50, fraction) == pytest.approx(clock(pace), abs=0.5)


@pytest.mark.parametrize(
    ("metres", "seconds", "words"),
    [
        (400, 80, "800 m and more"),
        (799, 150, "800 m and more"),
        (1_500, 119, "800 m and more"),
        (42_195, 6 * 3600 + 1, "up to 6 hours"),
        (10_000, 20 * 60, "nobody runs so fast"),
        (5_000, 80 * 60, "is the time right"),
    ],
)
def test_what_is_no_race_is_refused(metres: float, seconds: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        vdot(metres, seconds)
