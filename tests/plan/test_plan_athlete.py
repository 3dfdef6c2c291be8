"""An athlete in a plan: a name alone, or a record of results, lifts and heart rates."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.athlete import Athlete, HeartRates, LiftResult, Weight, read_lift, read_race, read_weight
from cardmaker.plan.load import LoadedPlan, check_plan
from cardmaker.plan.source import source_of

PLAN = "title: Plan\nathlete: {}\nworkouts: {{legs: {{exercises: [squat]}}}}\n"


def load(text: str) -> LoadedPlan[None]:
    return check_plan(source_of(text, "plan.yaml", Path()), None)


def athlete(text: str) -> Athlete:
    return load(PLAN.format(text)).plan.athlete


def fault(text: str) -> str:
    with pytest.raises(PlanError) as caught:
        athlete(text)
    return str(caught.value)


@pytest.mark.parametrize("text", ["Runner", "{name: Runner}", "' Runner'"])
def test_a_name_is_enough(text: str) -> None:
    assert athlete(text).name.strip() == "Runner"


@pytest.mark.parametrize("text", ["", "''", "null", "{}"])
def test_nobody_is_somebody_of_whom_nothing_is_known(text: str) -> None:
    assert athlete(text) == Athlete()


@pytest.mark.parametrize(
    ("distance", "time", "metres", "seconds"),
    [
        ("5 km", "19:57", 5_000, 1197),
        ("5k", "19:57", 5_000, 1197),
        ("10 km", "42:30", 10_000, 2550),
        ("half", "1:32:10", 21_097.5, 5530),
        ("half", "1:32", 21_097.5, 5520),  # nobody runs a half marathon in 92 seconds
        ("Half Marathon", "1 h 32 min", 21_097.5, 5520),
        ("marathon", "3:10:49", 42_195, 11_449),
        ("marathon", "3:10", 42_195, 11_400),
        ("mile", "5:30", 1609.344, 330),
        ("1500 m", "4:10", 1_500, 250),
        ("10 mi", "68 min", 16_093.44, 4080),
    ],
)
def test_races(distance: str, time: str, metres: float, seconds: float) -> None:
    assert read_race(distance, time) == pytest.approx((metres, seconds))


@pytest.mark.parametrize(
    ("races", "words"),
    [
        ("{5 km: '9:57'}", "athlete.races.5 km: '9:57' for 5 km: nobody runs so fast"),
        ("{5 km: fast}", "write a time such as '42:30' or '1:32:10', not 'fast'"),
        ("{10 km: '4730'}", "not '4730'; did you mean '47:30'?"),
        ("{half: '13210'}", "not '13210'; did you mean '1:32:10'?"),
        ("{some: '42:30'}", "write a distance such as '10 km', 'half' or 'marathon', not 'some'"),
        ("{400 m: '1:10'}", "800 m and more"),
        ("42:30", "write races as {10 km: '42:30'}, not '42:30'"),
    ],
)
def test_races_that_cannot_be(races: str, words: str) -> None:
    assert words in fault(f"{{races: {races}}}")


@pytest.mark.parametrize("time", ["4790", "30", "1234567", "47,30"])
def test_figures_that_are_no_time_arent_made_one(time: str) -> None:
    assert "did you mean" not in fault(f"{{races: {{10 km: '{time}'}}}}")


def test_all_wrong_races_are_reported() -> None:
    message = fault("{races: {5 km: fast, 10 km: slow}}")
    assert "races.5 km" in message
    assert "races.10 km" in message


@pytest.mark.parametrize(
    ("text", "lift"),
    [
        ("100 kg", LiftResult(Weight(100.0, "kg"))),
        ("5 x 90 kg", LiftResult(Weight(90.0, "kg"), 5)),
        ("90 kg x 5", LiftResult(Weight(90.0, "kg"), 5)),
        ("5 reps at 90 kg", LiftResult(Weight(90.0, "kg"), 5)),
        ("225 lb", LiftResult(Weight(225.0, "lb"))),
        ("62,5kg", LiftResult(Weight(62.5, "kg"))),
        ("5×90 kg", LiftResult(Weight(90.0, "kg"), 5)),
    ],
)
def test_lifts(text: str, lift: LiftResult) -> None:
    assert read_lift(text) == lift


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (100, "write '100 kg' or '100 lb'"),
        ("100", "write '100 kg' or '5 x 90 kg'"),
        ("11 x 60 kg", "from 1 to 10 reps, not 11"),
        ("0 x 60 kg", "from 1 to 10 reps, not 0"),
        ("700 kg", "at most 600 kg"),
        ("5 x 90 kg x 5", "write '100 kg' or '5 x 90 kg'"),
    ],
)
def test_lifts_that_cannot_be(value: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_lift(value)


def test_a_maximum_is_estimated_from_a_set() -> None:
    assert read_lift("5 x 90 kg").maximum.value == pytest.approx(101.26, abs=0.01)
    assert read_lift("100 kg").maximum == Weight(100.0, "kg")


def test_a_lift_is_known_by_the_id_of_its_exercise() -> None:
    assert athlete("{lifts: {Bench Press: 70 kg}}").max_lifts.keys() == {"Bench Press"}


def test_plates() -> None:
    assert [str(one) for one in athlete("{plates: '1.25, 20, 10 kg'}").plates] == [
        "20 kg",
        "10 kg",
        "1.25 kg",
    ]
    assert [str(one) for one in athlete("{plates: [45 lb, 25 lb]}").plates] == ["45 lb", "25 lb"]
    assert "write '20 kg' or '20 lb'" in fault("{plates: [20, 10]}")


@pytest.mark.parametrize("value", ["20", 20, "heavy", True])
def test_a_weight_has_its_unit(value: object) -> None:
    with pytest.raises(ValueError, match="write "):
        read_weight(value)


def test_heart_rates_rise() -> None:
    assert athlete("{heart_rate: {max: 188, resting: 50}}").heart_rate == HeartRates(maximum=188, resting=50)
    assert athlete("{heart_rate: {max: 188 bpm}}").heart_rate.maximum == 188
    assert "should rise" in fault("{heart_rate: {max: 150, threshold: 170}}")
    assert "from 120 to 230" in fault("{heart_rate: {max: 119}}")


def test_who_it_is_for_goes_before_the_plan() -> None:
    plan = Athlete(name="Runner 1", level="beginner", races=(read_race("5 km", "25:00"),))
    other = plan.over(Athlete(name="Runner 2", units="imperial"))
    assert (other.name, other.level, other.units) == ("Runner 2", "beginner", "imperial")
    assert other.races == plan.races
    assert plan.over(Athlete()) == plan
