"""FIT files for watches: read back by the decoder of those who made the format."""

import datetime
import sys
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Profile, Stream

from cardmaker.api import load
from cardmaker.errors import OutputError, PlanError
from cardmaker.export.fit.encoding import fitted
from cardmaker.export.fit.exercises import KNOWN
from cardmaker.export.fit.runs import blocks_of
from cardmaker.export.fit.steps import Loop
from cardmaker.resolve.names import open_catalogue
from cardmaker.resolve.running import Runner
from cardmaker.wording.wording import load_wording
from tests.export.export_kit import MODIFIED, PLAN, exported


def messages(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """All of a file, by the kinds of its messages; it is a FIT file without errors."""
    assert Decoder(Stream.from_byte_array(bytearray(data))).check_integrity()
    found: Any
    found, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert errors == []
    return {kind.removesuffix("_mesgs"): said for kind, said in found.items()}


def steps(entry: str, athlete: str = "", more: str = "") -> list[dict[str, Any]]:
    """The steps of a plan's only session."""
    plan = f"title: T\nathlete: {{{athlete}}}\nweeks: [{{mon: {{{entry}}}}}]\n{more}"
    (data,) = exported(plan, "fit").files.values()
    return messages(data)["workout_step"]


def workout_steps(workout: str, athlete: str = "") -> list[dict[str, Any]]:
    return steps("strength: it", athlete, f"workouts: {{it: {{{workout}}}}}")


def test_each_run_and_strength_session_is_a_file_and_others_are_counted() -> None:
    made = exported(PLAN, "fit")
    assert list(made.files) == [
        f"week-{name}.fit"
        for name in ("01-tue-1", "01-tue-2", "01-sat-1", "01-sat-2", "01-sun-1", "02-mon-1", "02-sun-1")
    ]
    assert [note.rpartition(": ")[2] for note in made.notes] == ["2"]  # the swim, and cross-training in words


def test_a_file_says_what_it_is_and_when_its_plan_was_changed() -> None:
    found = messages(exported(PLAN, "fit").files["week-01-tue-1.fit"])
    (about,), (workout,) = found["file_id"], found["workout"]
    assert (about["type"], about["time_created"]) == ("workout", MODIFIED)
    assert (workout["sport"], workout["wkt_name"]) == ("running", "1 Tue Intervals")
    assert workout["num_valid_steps"] == len(found["workout_step"])


def test_sessions_of_a_plan_have_numbers_of_their_own_that_stay() -> None:
    def serials(plan: str) -> list[int]:
        files = exported(plan, "fit").files
        return [messages(data)["file_id"][0]["serial_number"] for data in files.values()]

    assert len(set(serials(PLAN))) == 7
    assert serials(PLAN) == serials(PLAN.replace("12 km long", "14 km long"))
    assert set(serials(PLAN)).isdisjoint(serials(PLAN.replace("Ten weeks", "Another")))


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert exported(PLAN, "fit").files == exported(PLAN, "fit").files
    unknown = [exported(PLAN, "fit", modified=None).files for _ in range(2)]
    assert unknown[0] == unknown[1]
    assert messages(unknown[0]["week-01-sun-1.fit"])["file_id"][0]["time_created"] == datetime.datetime(
        2020, 1, 1, tzinfo=datetime.UTC
    )


def test_repeats_lead_back_to_their_first_step() -> None:
    found = steps("run: 2 km wu / 6 x 400 m @ 5k w/ 90 s jog / 10 min cd")
    assert [(one["duration_type"], one["duration_value"]) for one in found] == [
        ("distance", 200_000),
        ("distance", 40_000),
        ("time", 90_000),
        ("repeat_until_steps_cmplt", 1),
        ("time", 600_000),
    ]
    assert found[3]["repeat_steps"] == 6
    assert [one.get("intensity") for one in found] == ["warmup", "active", "recovery", None, "cooldown"]
    assert [one.get("wkt_step_name") for one in found] == ["Warm-up", "5k pace", "Jog", None, "Cool-down"]


@pytest.mark.parametrize(
    "run",
    [
        "8 km easy",
        "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd",
        "2 x (4 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest",
        "3 x (1 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest",
        "2 x (1 km @ 10k / 3 x 200 m fast w/ 1 min jog) w/ 3 min rest / 1 km cd",
        "(400 m, 800 m, 400 m) w/ 200 m jog",
        "1-2-1 min hard w/ equal jog",
        "12 km with 3 x 1 km @ threshold w/ 1 min jog",
        "20 km long, last 5 km @ marathon",
        "4-6 x 800 m @ 5k w/ 2 min jog",
        "10 x 100 m strides",
    ],
)
def test_unrolled_a_workout_has_the_steps_of_its_run_in_order(run: str) -> None:
    (item,) = load(f"title: T\nweeks: [{{mon: {{run: '{run}'}}}}]").plan.weeks[0].mon
    planned = item.runs[0]
    unrolled = [
        step
        for block in blocks_of(planned, Runner(load_wording("en"), "metric"))
        for step in (block.steps * block.times if isinstance(block, Loop) else (block,))
    ]
    expected = [
        (step.amount.seconds or step.amount.metres or 0.0, step.role == "warm-up") for step in planned.steps()
    ]
    assert [(step.amount, step.intensity == "warmup") for step in unrolled] == expected


@pytest.mark.parametrize(
    ("run", "athlete", "aim"),
    [
        ("5 km @ 4:00-5:00/km", "", ("speed", 1000 / 300, 1000 / 240)),
        ("5 km @ 5:00/km", "", ("speed", 1000 / 305, 1000 / 295)),
        ("1 km in 4:00", "", ("speed", 1000 / 245, 1000 / 235)),
        ("5 km @ 10k", "races: {10 km: '50:00'}", ("speed", 1000 / 305, 1000 / 295)),
        ("5 km @ 10k", "", None),
        ("5 km @ 140-150 bpm", "", ("heart_rate", 140, 150)),
        ("5 km @ <150 bpm", "", ("heart_rate", 40, 150)),
        ("5 km @ 150 bpm", "", ("heart_rate", 147, 153)),
        ("5 km Z2", "heart_rate: {max: 190, resting: 50}", ("heart_rate", 134, 148)),
        ("5 km Z2", "races: {10 km: '50:00'}, heart_rate: {max: 190}", ("heart_rate", 114, 133)),
        ("5 km Z2-3", "heart_rate: {max: 190}", ("heart_rate", 114, 152)),
        ("5 km @ 85-90% LTHR", "heart_rate: {threshold: 170}", ("heart_rate", 144, 153)),
        ("5 km @ 70-80% HRmax", "heart_rate: {max: 200}", ("heart_rate", 140, 160)),
        ("5 km @ 70-80% HRmax", "", None),
        ("5 km @ RPE 4", "races: {10 km: '50:00'}", None),
        ("2 km wu", "races: {10 km: '50:00'}", None),
    ],
)
def test_targets_follow_from_the_plan_or_the_athletes_numbers(
    run: str, athlete: str, aim: tuple[str, float, float] | None
) -> None:
    (found,) = steps(f"run: '{run}'", athlete)
    if aim is None:
        assert found["target_type"] == "open"
        return
    kind, low, high = aim
    assert found["target_type"] == kind
    above = 100 if kind == "heart_rate" else 0  # as FIT tells beats from percentages
    assert found[f"custom_target_{kind}_low"] == pytest.approx(low + above, abs=0.001)
    assert found[f"custom_target_{kind}_high"] == pytest.approx(high + above, abs=0.001)


def test_a_zone_without_heart_rates_is_the_watchs_own() -> None:
    (found,) = steps("run: 5 km Z3")
    assert (found["target_type"], found["target_hr_zone"]) == ("heart_rate", 3)
    (found,) = steps("run: 5 km Z2-3")
    assert found["target_type"] == "open"


def test_running_paces_are_no_targets_of_rides() -> None:
    (found,) = steps("bike: 40 km easy", "races: {10 km: '50:00'}")
    assert found["target_type"] == "open"
    (found,) = steps("bike: 60 min @ 200 W", "")
    assert (found["custom_target_power_low"], found["custom_target_power_high"]) == (1194, 1206)


def test_sets_have_their_exercise_weight_and_rest() -> None:
    squat, rest, back = workout_steps(
        "exercises: [goblet squat: '3x8-12 12 kg @ RPE 7, rest 90 s, then +2 kg']"
    )
    assert (squat["duration_reps"], squat["exercise_weight"], squat["weight_display_unit"]) == (
        12,
        12.0,
        "kilogram",
    )
    names = {int(number): name for number, name in Profile["types"]["squat_exercise_name"].items()}
    assert (squat["exercise_category"], names[squat["exercise_name"]]) == ("squat", "goblet_squat")
    assert "8–12" in squat["notes"]
    assert "+2" in squat["notes"]  # the rule for next time
    assert (rest["intensity"], rest["duration_time"]) == ("rest", 90.0)
    assert (back["duration_step"], back["repeat_steps"]) == (0, 3)


@pytest.mark.parametrize(
    ("sets", "lasts"),
    [
        ("plank: 1x40 s", [("time", 40_000)]),
        ("squat: 1x5+", [("open", None)]),
        ("lunge: 1x8/side", [("reps", 8), ("reps", 8)]),
        ("farmer carry: 1x20 m", [("distance", 2_000)]),
        ("deadlift: 'work up to 5RM'", [("open", None)]),
        ("squat: ", [("open", None)]),
    ],
)
def test_a_set_lasts_as_long_as_it_is_planned(sets: str, lasts: list[tuple[str, int | None]]) -> None:
    found = workout_steps(f"exercises: [{sets}]")
    assert [(one["duration_type"], one.get("duration_value")) for one in found] == lasts


def test_percentages_are_loads_where_the_maximum_is_known() -> None:
    found, *_ = workout_steps("exercises: [barbell squat: 3x5 @ 80%]", "lifts: {barbell squat: 100 kg}")
    assert found["exercise_weight"] == 80.0


def test_supersets_are_rounds_alike_ones_a_loop() -> None:
    alike = workout_steps("exercises: [{superset: [squat: 3x8, plank: 3x30 s], rest: 60 s}]")
    assert [one.get("wkt_step_name") for one in alike] == ["Squat", "Plank", "Rest", None]
    assert alike[-1]["repeat_steps"] == 3
    differing = workout_steps("exercises: [{superset: [squat: 2x8, plank: 1x30 s], rest: 60 s}]")
    assert [one["wkt_step_name"] for one in differing] == ["Squat", "Plank", "Rest", "Squat", "Rest"]


@pytest.mark.parametrize(
    ("workout", "last"),
    [
        ("amrap: 15 min, exercises: [pull up: 5, push up: 10]", ("repeat_until_time", 900_000)),
        ("rounds: 4, exercises: [pull up: 5, push up: 10]", ("repeat_until_steps_cmplt", 4)),
        ("emom: 12 min, exercises: [pull up: 5, push up: 10]", ("repeat_until_steps_cmplt", 12)),
        ("tabata: , exercises: [squat: 1xAMRAP]", ("repeat_until_steps_cmplt", 8)),
    ],
)
def test_clocks_and_rounds(workout: str, last: tuple[str, int]) -> None:
    found = workout_steps(workout)[-1]
    assert (found["duration_type"], found["target_value"]) == last


def test_an_exercise_that_fit_does_not_know_goes_by_its_name() -> None:
    plan = "title: T\nweeks: [{mon: {strength: it}}]\nworkouts: {it: {exercises: [heel drop: 1x8, short foot: 1x8]}}"
    (data,) = exported(plan, "fit").files.values()
    found = messages(data)
    titles = [(one["exercise_category"], one["wkt_step_name"]) for one in found["exercise_title"]]
    assert titles == [("unknown", "Heel drop"), ("unknown", "Short foot")]
    assert len({one["exercise_name"] for one in found["workout_step"]}) == 2


def test_fit_knows_every_name_that_we_give_it() -> None:
    types, library = Profile["types"], open_catalogue(()).library
    for exercise, (category, name) in KNOWN.items():
        assert library.find(exercise) == exercise
        assert name in types[f"{category}_exercise_name"].values(), exercise


def test_what_steps_cannot_say_is_counted() -> None:
    repeats = " / ".join(f"{number} min" for number in range(1, 52))
    runs = f"mon: {{run: 8-10 km easy}}, tue: {{run: 5 km @ RPE 4}}, wed: {{run: '{repeats}'}}, thu: {{run: 5 km}}"
    made = exported(f"title: T\nweeks: [{{{runs}}}]", "fit")
    assert [note.rpartition(": ")[2] for note in made.notes] == ["2", "1"]


def test_texts_are_cut_between_letters() -> None:
    assert fitted("a\u00a0b ") == "a b"
    assert fitted("ü" * 100) == "ü" * 100
    assert fitted("ü" * 101) == "ü" * 98 + "…"


def test_a_plan_without_sessions_is_refused() -> None:
    with pytest.raises(PlanError, match="no runs, rides, rows or strength"):
        exported("title: T\nweeks: [{mon: rest}]", "fit")


def test_without_the_package_the_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "garmin_fit_sdk", None)
    with pytest.raises(OutputError, match=r"cardmaker\[fit\]"):
        exported(PLAN, "fit")
