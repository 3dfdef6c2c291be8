"""The notation for runs, its normal form and totals, and the same written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.efforts import EFFORTS, HARDNESS
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.record import Part, Repeat, Step
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.targets import Pace
from cardmaker.plan.runs.written import run_from


def m(metres: float) -> Quantity:
    return Quantity(metres, "m")


def km(distance: float) -> Quantity:
    return Quantity(distance, "km")


def minutes(duration: float) -> Quantity:
    return Quantity(duration, "min")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 km easy", [Step(km(8), "easy")]),
        ("40 min tempo", [Step(minutes(40), "tempo")]),
        ("10 x 100 m strides", [Repeat(10, (Step(m(100), "strides"),))]),
        ("6 x 800 m @ 5k w/ 400 m jog", [Repeat(6, (Step(m(800), "5k"),), Step(m(400), "jog"))]),
        (
            "2 km wu / 3 x (1 km @ 10k w/ 2 min rest) / 2 km cd",
            [
                Step(km(2), "easy", role="warm-up"),
                Repeat(3, (Step(km(1), "10k"),), Step(minutes(2), "rest")),
                Step(km(2), "easy", role="cool-down"),
            ],
        ),
        (
            "2 x (4 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest",
            [
                Repeat(
                    2,
                    (Repeat(4, (Step(m(400), "5k"),), Step(minutes(1), "jog")),),
                    Step(minutes(3), "rest"),
                )
            ],
        ),
        ("5 km tempo @ 4:30/km", [Step(km(5), "tempo", Pace(270, "km"))]),
        ("3 mi @ 7:15/mi", [Step(Quantity(3, "mi"), "", Pace(435, "mi"))]),
    ],
)
def test_what_the_notation_says(text: str, expected: list[Part]) -> None:
    assert parse_run(text) == Run(tuple(expected))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("8km easy", "8 km easy"),
        ("800m", "800 m"),
        ("2 km / 4 x 50m", "2 km / 4 x 50 metres"),
        ("30 metres fast", "30 metres fast"),
        ("10k easy", "10 km easy"),
        ("7,5 km easy", "7.5 km easy"),
        ("21.0975 km race", "21.0975 km race"),
        ("5 miles easy", "5 mi easy"),
        ("40' tempo", "40 min tempo"),
        ('8 x 30" fast', "8 x 30 s fast"),
        ("1 h 30 min long", "1 h 30 min long"),
        ("1h30 long", "1 h 30 min long"),
        ("1:10:00 long", "1 h 10 min long"),
        ("45:00 steady", "45:00 min steady"),
        ("6 x 1:30 @ 5k w/ 1:00 jog", "6 x 1:30 min @ 5k w/ 1:00 min jog"),
        ("2 min 30 s fast", "2:30 min fast"),
        ("6×400 m @ 5K pace w/ 200 m jog", "6 x 400 m @ 5k w/ 200 m jog"),
        ("6 x 400 m (200 m jog)", "6 x 400 m w/ 200 m jog"),
        ("6 x 400 m [90 s rest]", "6 x 400 m w/ 90 s rest"),
        ("6 x (400 m @ 5k w/ 200 m jog)", "6 x 400 m @ 5k w/ 200 m jog"),
        ("5 x 600 m at 5 km pace off 90 sec", "5 x 600 m @ 5k w/ 90 s"),
        ("4 x 3 x 400 m @ 5k w/ 1 min jog", "4 x (3 x 400 m @ 5k w/ 1 min jog)"),
        ("3 x (1 km @ 10k / 400 m @ mile w/ 2 min rest)", "3 x (1 km @ 10k / 400 m @ mile) w/ 2 min rest"),
        ("warm-up 2 km, 20 min comfortably hard, cool down 2 km", "2 km wu / 20 min tempo / 2 km cd"),
        ("2 km wu steady + 5 km race then 1 km cd", "2 km wu steady / 5 km race / 1 km cd"),
        ("easy 8 km", "8 km easy"),
        ("12 km long run", "12 km long"),
        ("20 min @ half marathon pace", "20 min @ half"),
        ("6 x 200 m fast with 200 m walk recovery", "6 x 200 m fast w/ 200 m walk"),
        ("1 km @ 10k w/ 2 min rest / 1 km @ 10k", "1 km @ 10k / 2 min rest / 1 km @ 10k"),
        ("8 km\u00a0easy", "8 km easy"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert str(parse_run(text)) == normal


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5m", "'5m' could be 5 min, 5 mi or 5 km"),
        ("5 m easy", "'5m' could be 5 min, 5 mi or 5 km"),
        ("4 x 30m fast", "'30m' could be 30 min or 30 mi; write the one that is meant, or '30 metres'"),
        ("6 x 800 m w/ 2m jog", "'2m' could be 2 min, 2 mi or 2 km"),
        ("2 km / 1:30 easy", "'1:30' could be minutes or hours; write '1:30 min' or '1 h 30 min'"),
        ("2:00 tempo", "'2:00' could be minutes or hours; write '2:00 min' or '2 h'"),
        ("", "no run is given"),
        ("easy", "how far or how long? write '8 km easy' or '40 min easy'"),
        ("2 km wu / tempo", "how far or how long? write '8 km tempo' or '40 min tempo'"),
        ("8", "'8' could be 8 km, 8 mi or 8 min"),
        ("8 km easy tempo", "'easy' and 'tempo' in one step"),
        ("20 min @ 4:30", "a pace needs its unit; write it like '4:30/km' or '7:15/mi'"),
        ("8 km @ 0:30/km", "faster than anyone runs"),
        ("0 km", "'0 km' is no distance or time to run"),
        ("600 km easy", "more than a run can be, at most 300 km; is that 60 km?"),
        ("50 h easy", "more than a run can be"),
        ("1,000 km easy", "'1,000' could be read two ways; write '1000' or '1.000'"),
        ("0 x 400 m", "repeats should be 1 to 100, not 0"),
        ("101 x 400 m", "repeats should be 1 to 100, not 101"),
        ("100 x (100 x 100 m)", "this makes 10000 steps; at most 1000 fit a run"),
        ("1 x (2 x (2 x (2 x 400 m)))", "repeats more than 3 deep"),
        ("3 x (1 km", "a ')' is missing"),
        ("3 x 1 km)", "a ')' with no '(' before it"),
        ("6 x", "how far each, or how long?"),
        ("8 km /", "nothing follows '/'"),
        ("8 km w/", "nothing follows '/'"),
        (
            "3 x (1 km w/ 60 s jog) w/ 3 min rest",
            "two recoveries follow each other: '60 s jog' and '3 min rest'",
        ),
        ("6 x 400 m w/ 4 x 20 s strides", "'w/' is followed by one recovery"),
        ("(" * 400, "a ')' is missing"),
        ("x" * 10_000, "10,000 characters are too many here; at most 500"),
        ("1 x (" * 100, "a ')' is missing"),
    ],
)
def test_refusals(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_run(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "metres", "seconds", "known"),
    [
        ("8 km easy", 8000, None, 8000),
        ("40 min tempo", None, 2400, 0),
        ("2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", 7600, None, 7600),
        ("2 km wu / 3 x (1 km @ 10k w/ 2 min rest) / 2 km cd", 7000, None, 7000),
        ("6 x 800 m @ 5k w/ 2 min jog", None, None, 4800),
        ("10 min wu / 20 min tempo / 10 min cd", None, 2400, 0),
        ("10 km @ 5:00/km", 10_000, 3000, 10_000),
        ("30 min @ 5:00/km", 6000, 1800, 6000),
        ("3 x 1 km @ 4:00/km w/ 60 s rest", 3000, 900, 3000),
        ("5 mi easy", 8046.72, None, 8046.72),
    ],
)
def test_totals(text: str, metres: float | None, seconds: float | None, known: float) -> None:
    run = parse_run(text)
    assert run.distance_m == (None if metres is None else pytest.approx(metres))
    assert run.duration_s == (None if seconds is None else pytest.approx(seconds))
    assert run.known_distance_m == pytest.approx(known)


def test_steps_in_running_order() -> None:
    run = parse_run("2 km wu / 2 x (400 m @ 5k / 200 m fast) w/ 1 min jog / 1 km cd")
    assert [str(step) for step in run.steps()] == [
        "2 km wu",
        "400 m @ 5k",
        "200 m fast",
        "1 min jog",
        "400 m @ 5k",
        "200 m fast",
        "1 min jog",
        "1 km cd",
    ]


def test_an_outer_recovery_takes_the_place_of_the_inner_one() -> None:
    run = parse_run("2 x (3 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest")
    recoveries = [str(step) for step in run.steps() if step.effort in ("jog", "rest")]
    assert recoveries == ["1 min jog", "1 min jog", "3 min rest"] * 2


def test_the_hardest_effort() -> None:
    assert parse_run("2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd").hardest == "5k"
    assert parse_run("8 km easy").hardest == "easy"
    assert set(HARDNESS) == {"", *EFFORTS}


def quantities(small_metres: bool = True) -> st.SearchStrategy[Quantity]:
    decimals = st.integers(1, 4000).map(lambda n: n / 100)
    return st.one_of(
        st.builds(Quantity, decimals, st.sampled_from(["km", "mi", "h", "min"])),
        st.builds(Quantity, st.integers(1, 5000).map(float), st.sampled_from(["m", "yd", "s"])),
        st.builds(Quantity, st.integers(4 * 60, 59_999).map(float), st.just("m:ss")),
        st.builds(Quantity, st.integers(0, 48 * 60 - 1).filter(bool).map(float), st.just("h min")),
    )


paces = st.builds(Pace, st.integers(250, 900), st.sampled_from(["km", "mi"]))  # that somebody runs
plain = st.builds(Step, quantities(), st.sampled_from(["", *EFFORTS]), st.none() | paces)
steps = plain | st.builds(
    Step, quantities(), st.sampled_from(EFFORTS), role=st.sampled_from(["warm-up", "cool-down"])
)
recoveries = st.builds(
    Step, quantities(), st.sampled_from(["rest", "walk", "jog", "recovery", "easy", "long", "steady"])
)


def repeats(inner: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    return st.builds(
        Repeat, st.integers(1, 5), st.lists(inner, min_size=1, max_size=3).map(tuple), st.none() | recoveries
    )


runs = st.lists(steps | repeats(steps | repeats(steps)), min_size=1, max_size=4).map(
    lambda parts: Run(tuple(parts))
)


def fits_a_day(run: Run) -> bool:
    """Whether a run is no longer than a run can be."""
    return run.distance.least <= 300_000 and run.duration.least <= 48 * 3600


@given(runs.filter(fits_a_day))
def test_the_normal_form_reads_back_as_itself(run: Run) -> None:
    assert parse_run(str(run)) == run


@given(st.text("0123456789x-+/@%., kmieasyrtjogw()'\":", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        run = parse_run(text)
    except ValueError:
        return
    assert parse_run(str(run)) == run


@given(runs)
def test_what_is_known_is_at_most_the_total(run: Run) -> None:
    total = run.distance_m
    assert total is None or run.known_distance_m == pytest.approx(total)


@pytest.mark.parametrize(
    ("written_out", "notation"),
    [
        (
            [
                {"distance": "2 km", "effort": "easy", "role": "warm-up"},
                {
                    "repeat": 6,
                    "steps": [{"distance": "400 m", "effort": "5k"}],
                    "recovery": {"distance": "200 m", "effort": "jog"},
                },
                {"distance": "2 km", "role": "cool-down"},
            ],
            "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd",
        ),
        ({"distance": "8 km", "effort": "easy"}, "8 km easy"),
        ([{"time": "20 min", "effort": "tempo", "pace": "4:30/km"}], "20 min tempo @ 4:30/km"),
        (
            [{"repeat": 4, "steps": ["400 m @ 5k", {"time": "1 min", "effort": "jog"}]}],
            "4 x (400 m @ 5k / 1 min jog)",
        ),
        ([{"repeat": 2, "steps": ["1 km @ 10k"], "recovery": "2 min rest"}], "2 x 1 km @ 10k w/ 2 min rest"),
        (["2 km wu", "5 km tempo"], "2 km wu / 5 km tempo"),
        ({"distance": "30 m", "effort": "fast"}, "30 metres fast"),
        (
            {
                "repeat": 2,
                "steps": [{"repeat": 4, "steps": ["200 m fast"], "recovery": "1 min"}],
                "recovery": "3 min",
            },
            "2 x (4 x 200 m fast w/ 1 min) w/ 3 min",
        ),
    ],
)
def test_written_out(written_out: object, notation: str) -> None:
    assert run_from(written_out) == parse_run(notation)


def test_written_out_mistakes_are_reported_with_their_paths() -> None:
    with pytest.raises(ValidationError) as caught:
        run_from(
            [
                {"distance": 8, "effort": "eazy", "role": "warmup"},
                {"distance": "2 km", "time": "10 min"},
                {
                    "repeat": 0,
                    "steps": [{"distanc": "400 m"}, {"pace": "fast", "time": "1 km"}],
                    "recovery": "abc",
                },
                7,
                "5m easy",
                {"repeat": 3, "steps": []},
                {"effort": "easy"},
                {"repeat": 2, "steps": ["1 km"], "recovery": "200 m jog / 1 km easy"},
                {"repeat": 2, "steps": ["1 km", ""], "recovery": " "},
            ]
        )
    found = [
        (".".join(map(str, error["loc"])), error["msg"].removeprefix("Value error, "))
        for error in caught.value.errors()
    ]
    assert [(path, message.split(";")[0]) for path, message in found] == [
        ("0.distance", "needs a unit"),
        ("0.role", "should be warm-up or cool-down, not 'warmup'"),
        ("0.effort", f"should be {', '.join(EFFORTS[:-1])} or race, not 'eazy'"),
        ("1.time", "give distance or time, not both"),
        ("2.repeat", "should be a whole number from 1 to 100, not 0"),
        ("2.steps.0.distanc", "unknown key 'distanc'"),
        ("2.steps.1.time", "don't understand '1 km' as a time"),
        ("2.steps.1.pace", "write a pace like '4:30/km' or '7:15/mi', not 'fast'"),
        ("3", "should be a step, {distance: 2 km, effort: easy}, not 7"),
        ("4", "'5m' could be 5 min, 5 mi or 5 km"),
        ("5.steps", "should be a list with at least one step"),
        ("6", "how far or how long? give distance or time"),
        ("7.recovery", "don't understand '/ 1 km easy'"),
        ("8.steps.1", "no run is given"),
        ("8.recovery", "is empty"),
    ]


@pytest.mark.parametrize("value", [None, "", [], {}, 3, True])
def test_what_is_no_run_at_all(value: object) -> None:
    with pytest.raises(ValueError, match=r"2 km wu"):
        run_from(value)


def test_deep_and_many_repeats_are_refused() -> None:
    nested: dict[str, object] = {"repeat": 2, "steps": ["1 km"]}
    for _ in range(10):
        nested = {"repeat": 2, "steps": [nested]}
    with pytest.raises(ValueError, match=r"nested too deep"):
        run_from(nested)
    with pytest.raises(ValueError, match=r"10000 steps"):
        run_from({"repeat": 100, "steps": [{"repeat": 100, "steps": ["1 km"]}]})


def test_a_recovery_between_repeats_in_repeats_is_lost_nowhere() -> None:
    """The last jog goes on into the easy kilometre; only one that a rest would follow at once is left out."""
    inner = [400, 60] * 3
    run = parse_run("2 x (3 x 400 m @ 5k w/ 60 s jog / 1 km easy) w/ 3 min rest")
    assert amounts(run) == [*inner, 1000, 180] * 2
    run = parse_run("2 x (1 km easy / 3 x 400 m @ 5k w/ 60 s jog) w/ 3 min rest")
    assert amounts(run) == [1000, *inner[:-1], 180] * 2


def amounts(run: Run) -> list[float | None]:
    """The metres or seconds of each step."""
    return [step.amount.metres or step.amount.seconds for step in run.steps()]
