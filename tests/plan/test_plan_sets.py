"""The notation for sets, its normal form, and the same written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cardmaker.plan.sets import Load, Sets, Span
from cardmaker.plan.sets_notation import parse_sets
from cardmaker.plan.sets_written import rest_from, sets_from


def one(number: float) -> Span:
    return Span(number, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x10", Sets(3, one(10))),
        ("3x8-12 @ RPE 7, rest 90s", Sets(3, Span(8, 12), rpe=one(7), rest_s=one(90))),
        ("5x5 @ 80%", Sets(5, one(5), percent=one(80))),
        ("3x8 60kg", Sets(3, one(8), load=Load("weight", 60, "kg"))),
        ("3x30s/side", Sets(3, hold_s=one(30), per="side")),
        ("1x5+", Sets(1, one(5), open_ended=True)),
        ("3x10 tempo 3-1-1-0", Sets(3, one(10), tempo="3-1-1-0")),
        ("3x10 @ 2 RIR", Sets(3, one(10), rir=one(2))),
        ("3x10, RIR 1-2", Sets(3, one(10), rir=Span(1, 2))),
        (
            "3x8/side 2x8kg, tempo 3-1-1",
            Sets(3, one(8), per="side", load=Load("weight", 8, "kg", 2), tempo="3-1-1"),
        ),
        ("2x20 m", Sets(2, distance=one(20), distance_unit="m")),
        ("3xAMRAP", Sets(3, open_ended=True)),
        ("3x10 bw", Sets(3, one(10), load=Load("bodyweight"))),
        ("3x8 bodyweight + 10 kg", Sets(3, one(8), load=Load("bodyweight", 10, "kg"))),
        ("3x15 light band", Sets(3, one(15), load=Load("band", strength="light"))),
        ("4x6 tempo 40X0", Sets(4, one(6), tempo="4-0-X-0")),
        ("3x10, no rest", Sets(3, one(10), rest_s=one(0))),
        ("3x5 70-75% of 1RM", Sets(3, one(5), percent=Span(70, 75))),
    ],
)
def test_what_the_notation_says(text: str, expected: Sets) -> None:
    assert parse_sets(text) == expected


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("3 x 10", "3x10"),
        ("3×10", "3x10"),
        ("3*10", "3x10"),
        ("3 sets of 10 reps", "3x10"),
        (" 3X10 @ rpe 7 ", "3x10 @ RPE 7"),
        ("3×8–12 @8 / 90s", "3x8-12 @ RPE 8, rest 90 s"),
        ("3x10@RPE7,rest90s", "3x10 @ RPE 7, rest 90 s"),
        ("3x10, rest 90 s", "3x10, rest 90 s"),
        ("3x10, rest 1:30", "3x10, rest 90 s"),
        ("3x10, rest 2 min", "3x10, rest 2 min"),
        ("3x10 w/ 60 s rest", "3x10, rest 60 s"),
        ("3x10 rest: 60-90 s", "3x10, rest 60-90 s"),
        ("3 x 10 / side", "3x10/side"),
        ("3x10 each leg", "3x10/side"),
        ("3x10 per arm", "3x10/side"),
        ("3x10/direction", "3x10/way"),
        ("3x8 60 kg each side", "3x8/side 60 kg"),
        ("3x8 7,5 kg", "3x8 7.5 kg"),
        ("3x8 20 lbs", "3x8 20 lb"),
        ("3x1 min", "3x60 s"),
        ("3x30-45 s hold", "3x30-45 s"),
        ("3x max", "3xAMRAP"),
        ("30 s/side", "1x30 s/side"),
        ("10/side", "1x10/side"),
        ("3x10 tempo 3110", "3x10, tempo 3-1-1-0"),
        ("4x6 40x0", "4x6, tempo 4-0-X-0"),
        ("4x6 3-1-1-0", "4x6, tempo 3-1-1-0"),
        ("3x10 2x80 kg", "3x10 2x80 kg"),
        ("3x10 10x5 kg", "3x10 10x5 kg"),
        ("3x20 yards/way 2x16kg", "3x20 yd/way 2x16 kg"),
        ("3x10 tempo 3-1-1 rest 90s 2x8kg @ RPE 7", "3x10 2x8 kg @ RPE 7, rest 90 s, tempo 3-1-1"),
        ("3x10 @ 80%, RPE 8", "3x10 @ 80%, RPE 8"),
        ("3x5 metres", "3x5 m"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert str(parse_sets(text)) == normal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no sets are given"),
        ("10", "how many sets? write '3x10'"),
        ("3x", "how many reps? write '3x10'"),
        ("8-10 x 3", "how many sets? write '3x8-10'"),
        ("3x10 60", "don't understand '60'"),
        ("squats", "don't understand 'squats'"),
        ("0x10", "sets should be 1 to 50, not 0"),
        ("99x9", "sets should be 1 to 50, not 99"),
        ("3x0", "reps should be 1 to 1000, not 0"),
        ("3x7.5", "reps should be a whole number, not 7.5"),
        ("3x12-8", "write the smaller number first"),
        ("3x8-", "a number is missing after '8-'"),
        ("3x8-12+", "either a range, '8-12', or an open end, '8+'"),
        ("3x2m", "could be minutes or metres"),
        ("3x10, rest 90", "is 'rest 90' seconds or minutes? write 'rest 90 s'"),
        ("3x10, rest 2m", "seconds or minutes?"),
        ("3x10, rest", "don't understand 'rest'; write 'rest 90 s'"),
        ("3x10, 90 s", "is '90 s' the rest? write 'rest 90 s'"),
        ("3x10, rest 7200 s", "a rest should be 0 to 3600 s"),
        ("3x10 @ RPE 7.3", "RPE goes in halves"),
        ("3x10 @ RPE 11", "RPE should be 1 to 10, not 11"),
        ("3x10 @ 80", "RPE should be 1 to 10, not 80"),
        ("3x10 @ RPE", "a number is missing after RPE"),
        ("3x10 @ RPE 7, RIR 2", "give RPE or RIR, not both"),
        ("3x10 rest 90s rest 60s", "the rest is given twice"),
        ("3x10 60kg 2x8kg", "the load is given twice"),
        ("3x10 tempo fast", "a tempo is seconds down, paused, up"),
        ("3x10 tempo 3", "a tempo is seconds down, paused, up"),
        ("3x10 bw + x", "a weight is missing after 'bodyweight +'"),
        ("3x8 1,000 kg", "'1,000' could be read two ways; write '1000' or '1.000'"),
        ("3x10 @", "nothing follows '@'"),
        ("3x10 slow and steady", "don't understand 'slow and steady'"),
        ("3x5/3/1", "don't understand '3/1'"),
        ("3x10 0 kg", "a weight should be"),
        ("3x" + "9" * 400, "don't understand"),
        ("3x" + "9" * 10_000, "10,002 characters are too many here"),
        ("9" * 400 + "x3", "don't understand"),
    ],
)
def test_refusals(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_sets(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


halves = st.integers(2, 20).map(lambda n: n / 2)
weights = st.integers(1, 400).map(lambda n: n / 4)
digits = st.sampled_from("0123456789X")


@st.composite
def spans(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Span:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Span(float(low), float(high if draw(st.booleans()) else low))


def whole(low: int, high: int) -> st.SearchStrategy[Span]:
    return spans(st.integers(low, high).map(float))


loads = st.one_of(
    st.builds(Load, st.just("weight"), weights, st.sampled_from(["kg", "lb"]), st.integers(1, 10)),
    st.builds(Load, st.just("bodyweight"), weights, st.sampled_from(["kg", "lb"])),
    st.just(Load("bodyweight")),
    st.builds(Load, st.just("band"), strength=st.sampled_from(["", "light", "medium", "heavy"])),
)
work = st.one_of(
    whole(1, 1000).map(lambda reps: {"reps": reps}),
    st.integers(1, 30).map(lambda reps: {"reps": one(reps), "open_ended": True}),
    st.just({"open_ended": True}),
    whole(1, 3600).map(lambda hold: {"hold_s": hold}),
    st.builds(
        lambda far, unit: {"distance": far, "distance_unit": unit},
        whole(10, 400),
        st.sampled_from(["m", "yd"]),
    ),
)
aims = st.one_of(
    st.just(dict[str, int]()),
    spans(halves).map(lambda rpe: {"rpe": rpe}),
    whole(0, 10).map(lambda rir: {"rir": rir}),
)
prescriptions = st.builds(
    lambda sets, work, aims, **others: Sets(sets, **work, **aims, **others),
    st.integers(1, 50),
    work,
    aims,
    per=st.sampled_from(["", "side", "way"]),
    load=st.none() | loads,
    percent=st.none() | whole(1, 150),
    rest_s=st.none() | whole(0, 3600),
    tempo=st.just("") | st.lists(digits, min_size=3, max_size=4).map("-".join),
)


@given(prescriptions)
def test_the_normal_form_reads_back_as_itself(sets: Sets) -> None:
    assert parse_sets(str(sets)) == sets


@given(st.text("0123456789x-+/@%., kgrpesthmb:", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        sets = parse_sets(text)
    except ValueError:
        return
    assert parse_sets(str(sets)) == sets


@pytest.mark.parametrize(
    ("written_out", "notation"),
    [
        ({"sets": 3, "hold": "40 s", "rest": "45 s"}, "3x40 s, rest 45 s"),
        ({"sets": 3, "reps": 10}, "3x10"),
        ({"sets": 3, "reps": "8-12", "rpe": 7.5, "rest": "2 min"}, "3x8-12 @ RPE 7.5, rest 2 min"),
        ({"sets": 1, "reps": "5+", "percent": 85}, "1x5+ @ 85%"),
        ({"sets": 3, "reps": "AMRAP", "load": "bw"}, "3xAMRAP bw"),
        (
            {"sets": 3, "reps": 8, "per": "leg", "load": "2x8kg", "tempo": 3110},
            "3x8/side 2x8 kg tempo 3-1-1-0",
        ),
        ({"sets": 2, "distance": "20 m", "rir": 2, "per": "way"}, "2x20 m/way RIR 2"),
        ({"sets": 2, "reps": 6, "percent": "70-75%", "tempo": "40X0"}, "2x6 70-75% tempo 40X0"),
    ],
)
def test_written_out(written_out: dict[str, object], notation: str) -> None:
    assert sets_from(written_out) == parse_sets(notation)


@pytest.mark.parametrize(
    ("written_out", "mistakes"),
    [
        ({"reps": 10}, {("sets",): "is missing"}),
        ({"sets": 3}, {("reps",): "is missing; give reps, hold or distance"}),
        ({"sets": "x", "reps": 5}, {("sets",): "should be a whole number such as 3, not 'x'"}),
        ({"sets": 3, "hold": 40}, {("hold",): "don't understand '40'; write it like '40 s'"}),
        ({"sets": 3, "reps": "10 60kg"}, {("reps",): "don't understand '10 60kg'; write it like '8-12'"}),
        ({"sets": 3, "reps": 5, "hold": "3 s"}, {("hold",): "give reps or hold, not both"}),
        (
            {"sets": 3, "reps": 5, "rpe": 7, "rir": 2},
            {("rir",): "give RPE or RIR, not both: they say the same thing"},
        ),
        ({"sets": 3, "reps": [], "rest": True}, {("reps",): "not a list", ("rest",): "not true"}),
        (
            {"sets": 3, "reps": 5, "rst": "x", "tempo": "slow"},
            {("rst",): "unknown key 'rst'; did you mean 'rest'?", ("tempo",): "a tempo is seconds"},
        ),
    ],
)
def test_written_out_mistakes_are_told_key_by_key(
    written_out: dict[str, object], mistakes: dict[tuple[str], str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        sets_from(written_out)
    found = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert found.keys() == mistakes.keys()
    for key, words in mistakes.items():
        assert words in found[key]


@pytest.mark.parametrize("value", [None, "", [], {}, 3, True, ["3x10"]])
def test_what_is_no_prescription_at_all(value: object) -> None:
    with pytest.raises(ValueError, match=r"3x8-12 @ RPE 7"):
        sets_from(value)


def test_a_rest_alone() -> None:
    assert rest_from("60 s") == one(60)
    assert rest_from("1-2 min") == Span(60, 120)
    with pytest.raises(ValueError, match="seconds or minutes"):
        rest_from(60)
