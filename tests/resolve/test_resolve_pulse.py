"""Heart rates of an athlete where a run names a zone or a percentage."""

import pytest

from cardmaker.plan.athlete import Athlete, HeartRates, read_races
from cardmaker.plan.runs.notation import parse_run
from cardmaker.resolve.paces import Paces
from cardmaker.resolve.pulse import Pulse, Rates, pulse_notes
from cardmaker.resolve.running import Runner
from tests.resolve.resolve_kit import EN, read, spaced

MEASURED = HeartRates(maximum=190, resting=50, threshold=170)


def rates(run: str, heart: HeartRates = MEASURED) -> Rates | None:
    return Pulse(Athlete(heart_rate=heart)).of_step(parse_run(run).steps()[0])


@pytest.mark.parametrize(
    ("run", "low", "high"),
    [
        ("10 km Z2", 134, 148),
        ("30 min @ zone 5", 176, 190),
        ("30 min Z2-3", 134, 162),
        ("30 min @ 70-80% HRmax", 133, 152),
        ("30 min @ 70-80% HRR", 148, 162),
        ("30 min @ 85-90% LTHR", 144, 153),
        ("30 min @ <80% HRmax", None, 152),
    ],
)
def test_zones_and_percentages_are_beats(run: str, low: int | None, high: int) -> None:
    assert rates(run) == Rates(low, high)


def test_zones_are_of_the_maximum_where_the_resting_rate_is_not_known() -> None:
    assert rates("10 km Z2", HeartRates(maximum=190)) == Rates(114, 133)


@pytest.mark.parametrize(
    ("run", "low", "high"),
    [("30 min Z1", None, 144), ("30 min Z2", 145, 153), ("30 min Z2-3", 145, 161), ("4 x 5 min Z5", 171, 181)],
)  # fmt: skip
def test_zones_are_of_the_threshold_where_nothing_else_was_measured(run: str, low: int, high: int) -> None:
    assert rates(run, HeartRates(threshold=171)) == Rates(low, high)
    by_age = Pulse(
        Athlete(heart_rate=HeartRates(threshold=171), age=40)
    )  # what is measured goes before a guess
    assert by_age.of_step(parse_run(run).steps()[0]) == Rates(low, high)


@pytest.mark.parametrize(
    ("run", "heart"),
    [
        ("10 km Z2", HeartRates(resting=50)),
        ("10 km Z6", MEASURED),  # a zone of seven has other limits
        ("10 km @ 70% HRR", HeartRates(maximum=190)),
        ("10 km @ 85% LTHR", HeartRates(maximum=190)),
        ("10 km @ 140-150 bpm", MEASURED),
        ("10 km easy", MEASURED),
    ],
)
def test_nothing_is_worked_out_from_what_is_not_known(run: str, heart: HeartRates) -> None:
    assert rates(run, heart) is None


def lines(run: str, heart: HeartRates = MEASURED, races: dict[str, str] | None = None) -> list[str]:
    athlete = Athlete(heart_rate=heart, races=read_races(races))
    runner = Runner(EN, "metric", Paces(athlete), Pulse(athlete))
    return [spaced("".join(text for text, _ in line.parts)) for line in runner.lines(parse_run(run))]


def test_pages_say_them() -> None:
    assert lines("10 km Z2") == ["134–148 bpm"]
    assert (
        lines("2 km wu / 4 x 5 min Z4 w/ 2 min jog")[1] == "4 × 5 min Z4, 162–176 bpm, 2 min jog after each"
    )
    assert lines("30 min @ 85-90% LTHR") == ["30 min at 85–90% LTHR, 144–153 bpm"]
    assert lines("30 min @ <80% HRmax") == ["30 min at < 80% HRmax, < 152 bpm"]


def test_a_zone_goes_before_paces_of_races() -> None:
    assert "bpm" in lines("10 km Z2", races={"10 km": "50:00"})[0]
    assert "/km" not in lines("10 km Z2", races={"10 km": "50:00"})[0]
    assert "/km" in lines("10 km Z2", HeartRates(), {"10 km": "50:00"})[0]


@pytest.mark.parametrize("ride", ["40 km easy", "3 x 10 min tempo w/ 5 min easy"])
def test_rides_have_no_running_paces(ride: str) -> None:
    from dataclasses import replace

    athlete = Athlete(heart_rate=MEASURED, races=read_races({"10 km": "50:00"}))
    runner = Runner(EN, "metric", Paces(athlete), Pulse(athlete))
    run = replace(parse_run(ride), sport="bike")
    assert "/km" not in "".join(text for line in runner.lines(run) for text, _ in line.parts)


@pytest.mark.parametrize(
    ("athlete", "said"),
    [
        (Athlete(age=40), "≈108–126 bpm"),  # of 180
        (Athlete(age=40, heart_rate=HeartRates(resting=50)), "≈128–141 bpm"),
        (Athlete(age=40, heart_rate=HeartRates(maximum=190)), "114–133 bpm"),
    ],
)
def test_an_age_gives_them_about(athlete: Athlete, said: str) -> None:
    runner = Runner(EN, "metric", Paces(athlete), Pulse(athlete))
    assert spaced(runner.rates(parse_run("10 km Z2").steps()[0])) == said


@pytest.mark.parametrize(
    ("athlete", "run", "notes"),
    [
        ("age: 40", "10 km Z2", 1),
        ("age: 40", "10 km easy", 0),
        ("age: 40, heart_rate: {max: 185}", "10 km Z2", 0),
        ("age: 40, heart_rate: {threshold: 165}", "10 km @ 85% LTHR", 0),
        ("name: Runner 1", "10 km Z2", 0),
    ],
)
def test_a_build_says_that_rates_are_from_an_age(athlete: str, run: str, notes: int) -> None:
    plan, _ = read(f"title: T\nathlete: {{{athlete}}}\nweeks: [{{mon: {{run: '{run}'}}}}]\n")
    assert len(list(pulse_notes(plan))) == notes
