"""Usual normal forms are read without the grammar, and as the grammar reads them."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.plan.runs.efforts import AIMED, EFFORTS
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.simple import simple_run
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.simple import simple_rest, simple_sets
from cardmaker.plan.sets.writtenout import read_rest

AMOUNTS = st.one_of(
    st.builds(
        "{} {}".format,
        st.integers(0, 350) | st.sampled_from(("1.6", "0.5", "12.5", "7.25")),
        st.sampled_from(("km", "mi", "min", "s")),
    ),
    st.builds("{} m".format, st.integers(1, 60).map(lambda n: n * 100)),
)
SAID = st.sampled_from(["", " wu", " cd", *(f" @ {one}" if one in AIMED else f" {one}" for one in EFFORTS)])
STEPS = st.builds("{}{}".format, AMOUNTS, SAID)
REPEATS = st.builds(
    "{} x {}{}".format, st.integers(0, 25), STEPS, st.just("") | STEPS.map(lambda step: f" w/ {step}")
)
RUNS = st.lists(STEPS | REPEATS, min_size=1, max_size=4).map(" / ".join)

USUAL_RUNS = st.builds(
    "{}{}{}".format,
    st.sampled_from(("", "2 km wu / ", "10 min easy / ", "1 mi wu / ")),
    STEPS | REPEATS,
    st.sampled_from(("", " / 2 km cd", " / 10 min walk", " / 3 mi easy")),
)


def spans(low: int, high: int) -> st.SearchStrategy[str]:
    numbers = st.integers(low, high)
    return numbers.map(str) | st.builds("{}-{}".format, numbers, numbers)


def some(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | texts


SETS = st.builds(
    "{}x{}{}{}{}{}{}".format,
    st.integers(0, 60),
    st.builds("{}{}".format, spans(0, 130), st.sampled_from(("", "", " s"))),
    st.sampled_from(("", "/side", "/way", "/leg")),
    some(
        st.builds(
            " {} {}".format, st.sampled_from((0, 1, 22.5, 60, 2.25, 999)), st.sampled_from(("kg", "lb"))
        )
        | st.sampled_from((" light band", " red band", " bodyweight"))
    ),
    some(st.builds(" @ RPE {}".format, spans(0, 11))),
    some(st.builds(", rest {} {}".format, st.integers(0, 300), st.sampled_from(("s", "min")))),
    some(st.sampled_from((", tempo 3-1-1", ", tempo 3-0-1-0", ", tempo 3-1"))),
)


@given(RUNS | USUAL_RUNS)
def test_a_run_that_is_read_without_the_grammar_is_what_the_grammar_reads(text: str) -> None:
    run = simple_run(text)

    if run is not None:
        assert run == parse_run(text)
        assert not parse_run(text).remarks


@given(SETS)
def test_sets_that_are_read_without_the_grammar_are_what_the_grammar_reads(text: str) -> None:
    sets = simple_sets(text)

    if sets is not None:
        assert sets == parse_sets(text)
        assert parse_sets(text).counted


@given(st.builds("{} {}".format, st.integers(0, 1000), st.sampled_from(("s", "min", "h"))))
def test_a_rest_that_is_read_without_the_grammar_is_what_the_grammar_reads(text: str) -> None:
    rest = simple_rest(text)

    if rest is not None:
        assert rest == read_rest(text)


@pytest.mark.parametrize(
    "text",
    [
        "6 km easy",
        "12 km long",
        "40 min tempo",
        "5 km",
        "1.6 km wu / 4 km tempo / 1.6 km cd",
        "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd",
        "5 min walk / 7 x 2 min easy w/ 90 s walk / 5 min walk",
        "6 x 800 m @ 5k w/ 90 s rest",
    ],
)
def test_usual_runs_need_no_grammar(text: str) -> None:
    assert str(simple_run(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "2 min @ 5k / 3 mi easy",  # '5k / 3': the race's pace may go on
        "1 km easy / 5 km tempo / 3 km steady / 1 km easy",  # which is trained?
        "2 km interval",
        "6 x 400 m @ 5k / 200 m jog",  # the jog comes after each
        "8 km with 4 km tempo",
        "45.5 km easy",
        "6 x 5 km tempo",
        "200 m",
        "1 km, 400 m",
    ],
)
def test_other_runs_are_left_to_the_grammar(text: str) -> None:
    assert simple_run(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "3x8",
        "3x8-10 @ RPE 7, rest 90 s",
        "2x8/side @ RPE 7, tempo 3-1-1",
        "3x30-45 s, rest 2 min",
        "2x10/way light band, rest 45 s",
        "5x5 102.5 kg @ RPE 8-9",
    ],
)
def test_usual_sets_need_no_grammar(text: str) -> None:
    assert str(simple_sets(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "3x10-8",
        "3 x 8",
        "3x8, rest 120 s",
        "21x8",
        "3x8 @ 7",
        "3x8+",
        "8/6/4",
        "3x0",
        "3x8 60",
        "3x8 @ RPE 9-8",
    ],
)
def test_other_sets_are_left_to_the_grammar(text: str) -> None:
    assert simple_sets(text) is None


def test_a_plan_in_normal_form_is_made_without_the_grammar() -> None:
    code = (
        "import sys, cardmaker\n"
        "cardmaker.build(cardmaker.load('templates/plans/runners-week.yaml'))\n"
        "print([name for name in sys.modules if name.endswith(('runs.notation', 'sets.grammar', 'lexer.lexer'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
