"""Sets in the notation → the words of the strip, the target, the log and the gym card."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.resolve.prescription import UNSAID, Prescriber, Prescription
from cardmaker.yaml12 import load_yaml_file
from tests.resolve.resolve_kit import EN, NBSP, spaced

METRIC = Prescriber(EN, "metric")
IMPERIAL = Prescriber(EN, "imperial")


def reported(text: str, units: str = "metric") -> Prescription:
    """The words for sets in the notation."""
    return Prescriber(EN, units).prescribe(parse_sets(text))


def ghosts(words: Prescription) -> list[str]:
    """Each set's work and load."""
    return [" · ".join(filter(None, [one.work, one.log])) for one in words.targets]


@pytest.mark.parametrize(
    ("text", "sets", "label", "ghost"),
    [
        ("3x10", "3 × 10", "reps", "10"),
        ("3x8-12", "3 × 8–12", "reps", "8–12"),
        ("5x1", "5 × 1", "rep", "1"),
        ("3x10/side", "3 × 10", "each side", "10"),
        ("2x10/way", "2 × 10", "each way", "10"),
        ("3x30 s", "3 × 30 s", "hold", "30 s"),
        ("3x30-45 s/side", "3 × 30–45 s", "each side", "30–45 s"),
        ("3x90-120 s", "3 × 90–120 s", "hold", "90–120 s"),
        ("3x2 min", "3 × 2 min", "hold", "2 min"),
        ("2x150 s", "2 × 2.5 min", "hold", "2.5 min"),
        ("3x20 m", "3 × 20 m", "distance", "20 m"),
        ("3x20-30 yd", "3 × 20–30 yd", "distance", "20–30 yd"),
        ("3x20 yd/side", "3 × 20 yd", "each side", "20 yd"),
        ("1xAMRAP", "1 × max", "reps", "max"),
        ("3x5+", "3 × 5+", "reps", "5+"),
        ("3x1+", "3 × 1+", "reps", "1+"),
    ],
)
def test_work(text: str, sets: str, label: str, ghost: str) -> None:
    words = reported(text)
    assert (spaced(words.sets), words.sets_label, spaced(ghosts(words)[0])) == (sets, label, ghost)
    assert words.set_count == int(text[0])
    assert spaced(words.target) == sets
    side = f" {label}" if label.startswith("each") else ""
    assert spaced(words.whole) == f"{sets}{side}", "a side is never lost"


@pytest.mark.parametrize(
    ("text", "metric", "imperial"),
    [
        ("3x5 100 kg", "100 kg", "220 lb"),
        ("3x5 17.5 kg", "17.5 kg", "37.5 lb"),
        ("3x5 1.25 kg", "1.25 kg", "2.5 lb"),
        ("3x8 2x17.5 kg", "2 × 17.5 kg", "2 × 37.5 lb"),
        ("3x8 2x35 lb", "2 × 16 kg", "2 × 35 lb"),
        ("3x8 45 lb", "20.5 kg", "45 lb"),
        ("3x8 bodyweight + 10 kg", "body + 10 kg", "body + 22.5 lb"),
        ("3x8 bodyweight", "no weight", "no weight"),
        ("3x12 light band", "light band", "light band"),
        ("3x12 medium band", "medium band", "medium band"),
        ("3x12 heavy band", "heavy band", "heavy band"),
        ("3x12 band", "band", "band"),
        ("5x5 @ 80%", "80 %", "80 %"),
        ("5x5 @ 75-80%", "75–80 %", "75–80 %"),
        ("5x5 60 kg @ 80%", "60 kg · 80 %", "132.5 lb · 80 %"),
    ],
)
def test_load_in_the_readers_unit(text: str, metric: str, imperial: str) -> None:
    assert spaced(reported(text).load) == metric
    assert spaced(reported(text, "imperial").load) == imperial


@pytest.mark.parametrize("text", ["3x5 @ 85%+", "85%+ x 5", "3x5 @ 85+%"])
def test_a_percentage_or_more_is_printed_once(text: str) -> None:
    words = reported(text)
    assert (spaced(words.load), words.note) == ("85 %+", "")


def test_load_goes_into_target_and_log() -> None:
    words = reported("3x8 2x17.5 kg @ RPE 8")
    assert spaced(words.target) == "3 × 8 · 2 × 17.5 kg"
    assert [spaced(ghost) for ghost in ghosts(words)] == ["8 · 2×17.5 kg"] * 3
    assert words.work == ("8",) * 3, "the short form for narrow columns"


def test_nothing_is_the_load_where_the_plan_names_none() -> None:
    assert reported("3x10").load == ""
    assert reported("3x10 10 kg").load == f"10{NBSP}kg"
    assert spaced(reported("3x10").target) == "3 × 10"


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("3x8 @ RPE 7", "RPE 7"),
        ("3x8 @ RPE 7-8", "RPE 7–8"),
        ("3x8 @ RPE 7.5", "RPE 7.5"),
        ("3x8 @ RIR 2", "RIR 2"),
        ("3x8 @ RIR 2-3", "RIR 2–3"),
        ("3x8", ""),
    ],
)
def test_effort(text: str, effort: str) -> None:
    words = reported(text)
    assert words.effort == effort
    assert words.target.endswith(effort)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("rest 90 s", "90 s"),
        ("rest 119 s", "119 s"),
        ("rest 120 s", "2 min"),
        ("rest 150 s", "2.5 min"),
        ("rest 30-45 s", "30–45 s"),
        ("rest 90-120 s", "90–120 s"),
        ("rest 2-3 min", "2–3 min"),
        ("rest 125 s", "125 s"),
    ],
)
def test_rest(text: str, rest: str) -> None:
    assert spaced(reported(f"3x8, {text}").rest) == rest


def test_tempo_stays_as_it_is_written() -> None:
    assert reported("3x8, tempo 3-1-1-0").tempo == "3-1-1-0"
    assert reported("3x8, tempo 3-1-X").tempo == "3-1-X"
    assert reported("3x8").tempo == ""


def test_nothing_said_gives_no_words() -> None:
    assert METRIC.prescribe(None) is UNSAID
    assert not any([UNSAID.sets, UNSAID.load, UNSAID.target, ghosts(UNSAID), UNSAID.set_count])


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Quantity(45, "min"), "45 min"),
        (Quantity(99, "min"), "99 min"),
        (Quantity(100, "min"), "1:40 h"),
        (Quantity(1.25, "h"), "75 min"),
        (Quantity(2, "h"), "2:00 h"),
        (Quantity(90, "s"), "2 min"),
    ],
)
def test_duration(amount: Quantity, said: str) -> None:
    assert spaced(METRIC.duration(amount)) == said


@given(st.integers(1, 600).map(lambda halves: halves / 2))
def test_converted_weights_are_round_and_close(kg: float) -> None:
    said = spaced(IMPERIAL.prescribe(parse_sets(f"3x5 {kg:g} kg")).load)
    pounds = float(said.removesuffix(" lb"))
    assert pounds > 0
    assert pounds % 0.5 == 0
    assert pounds == pytest.approx(kg / 0.45359237, rel=0.1, abs=0.2)
    if pounds >= 15:
        assert pounds % 2.5 == 0


@pytest.mark.parametrize(
    ("text", "units", "said"),
    [
        ("3x10 0.5 kg", "imperial", "1 lb"),
        ("3x10 1 kg", "imperial", "2 lb"),
        ("3x10 2 kg", "imperial", "4.5 lb"),
        ("3x10 0.5 lb", "metric", "0.25 kg"),
        ("3x10 5 lb", "metric", "2.25 kg"),
        ("3x10 25 lb", "metric", "11.5 kg"),
    ],
)
def test_light_weights_are_not_rounded_away(text: str, units: str, said: str) -> None:
    assert spaced(reported(text, units).load) == said


# Sets that differ ------------------------------------------------------------------------------------

CORPUS = load_yaml_file(Path(__file__).parents[1] / "plan/data/sets.yaml")[0]
LINES = [
    case["write"]
    for cases in CORPUS.values()
    for case in cases
    if "read" in case and "sets_by_week" not in case["read"] and not case["write"].startswith("plank")
]


@pytest.mark.parametrize("text", LINES)
def test_every_line_has_words_for_all_it_says(text: str) -> None:
    sets = parse_sets(text)
    words = METRIC.prescribe(sets)
    assert words.set_count == sum(group.count for group in sets.groups)
    for group in sets.groups:
        said = spaced(
            " ".join([words.whole, words.target, words.extra, words.note, words.load, words.sets_label])
        )
        assert not group.role or METRIC.role(group) in said
        assert METRIC.remark(group) in said
        assert group.note.replace(" %", "%") in said.replace(" %", "%")
        assert all(part in said for part in map(spaced, METRIC.technique(group)))
    sides = {METRIC.label(group) for group in sets.groups if group.per}
    assert all(side in f"{words.whole} {words.sets_label}" for side in sides), "a side is never lost"


@pytest.mark.parametrize(
    ("text", "strip", "whole"),
    [
        ("5/3/1+ @ 75/85/95%", ("5/3/1+", "reps", "75–95 %"), "5/3/1+ · 75/85/95 %"),
        ("12, 10, 8 @ 60, 70, 80 kg", ("12/10/8", "reps", "60–80 kg"), "12/10/8 · 60/70/80 kg"),
        ("4x3, 1x3+ @ 85%", ("3/3/3/3/3+", "reps", "85 %"), "4 × 3 · 85 %, 1 × 3+ · 85 %"),
        ("warm-up 1x5 40 kg; 3x5 80 kg", ("3 × 5", "reps", "80 kg"), "warm-up 1 × 5 · 40 kg, 3 × 5 · 80 kg"),
        ("1x5 @ RPE 8; 3x8/side", ("4 sets", "see log", ""), "1 × 5 · RPE 8, 3 × 8 · each side"),
    ],
)
def test_sets_that_differ(text: str, strip: tuple[str, str, str], whole: str) -> None:
    words = reported(text)
    assert (spaced(words.sets), words.sets_label, spaced(words.load)) == strip
    assert spaced(words.whole) == whole


def test_each_set_has_its_own_target() -> None:
    words = reported("1x5 @ 80%, 2x8 @ 65%")
    assert [(one.work, spaced(one.aim)) for one in words.targets] == [
        ("5", "80 %"),
        ("8", "65 %"),
        ("8", "65 %"),
    ]
    assert [spaced(ghost) for ghost in ghosts(words)] == ["5 · 80 %", "8 · 65 %", "8 · 65 %"]
