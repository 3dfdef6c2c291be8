"""The notation for sets: what it is read as, its normal form, and the same written out."""

from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cardmaker.plan.foreign import ForeignWords, Translator
from cardmaker.plan.sets import Load, NumberRange, SetGroup, Sets, loadwords
from cardmaker.plan.sets import words as sets_words
from cardmaker.plan.sets.doubts import doubts
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.reading import reading
from cardmaker.plan.sets.tokens import plain, tokens
from cardmaker.plan.sets.weekly import weeks_in, weeks_listed
from cardmaker.plan.sets.written import format_from, rest_from, sets_from, weeks_from
from cardmaker.yaml12 import load_yaml

CORPUS: dict[str, list[dict[str, Any]]] = load_yaml(
    (Path(__file__).parent / "data/sets.yaml").read_text(encoding="utf-8"), "sets.yaml"
)[0]
CASES = [case for cases in CORPUS.values() for case in cases]
READ = [case["write"] for case in CASES if "read" in case]
# Words that Python's own errors are made of.
PYTHONS = (
    "could not convert",
    "invalid literal",
    "NoneType",
    "object has no",
    "unexpected keyword",
    "Error(",
)


def one(number: float) -> NumberRange:
    return NumberRange(number, number)


def measure(exercise: str) -> str:
    return "hold" if exercise == "plank" else "reps"


def test_the_corpus_is_there() -> None:
    assert len(CASES) > 300
    assert len({case["write"] for case in CASES}) == len(CASES)
    assert {
        "sets_that_differ",
        "kinds_of_set",
        "timed_formats",
        "doses",
        "loads",
        "week_by_week",
    } <= CORPUS.keys()


def wrong(case: dict[str, Any]) -> str:
    """What is wrong with how a line is read; '' if nothing is."""
    line = case["write"]
    try:
        got = reading(line, measure)
    except ValueError as error:
        return "" if str(error) == case.get("refused") else f"{line}: refused, {error}"
    if got != case.get("read"):
        return f"{line}: read as {got}, not {case.get('read') or case['refused']}"
    weeks = weeks_in(line.partition(":")[2] if line.startswith("plank:") else line)
    again = all(parse_sets(str(sets)) == sets for sets in weeks or (parse_sets(line),))
    return "" if again else f"{line}: its normal form reads otherwise"


@pytest.mark.parametrize("section", CORPUS)
def test_what_is_written_is_read_figure_by_figure(section: str) -> None:
    assert not list(filter(None, map(wrong, CORPUS[section])))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x10", SetGroup(one(3), reps=one(10))),
        ("3x8-12 @ RPE 7, rest 90s", SetGroup(one(3), reps=NumberRange(8, 12), rpe=one(7), rest_s=one(90))),
        ("5x5 @ 80%", SetGroup(one(5), reps=one(5), percent=one(80))),
        ("3x8 60kg", SetGroup(one(3), reps=one(8), load=Load("weight", one(60), "kg"))),
        ("3x30s/side", SetGroup(one(3), hold_s=one(30), per="side")),
        ("1x5+", SetGroup(one(1), reps=one(5), open_ended=True)),
        ("3x10 tempo 3-1-1-0", SetGroup(one(3), reps=one(10), tempo="3-1-1-0")),
        ("2x20 m", SetGroup(one(2), distance=one(20), distance_unit="m")),
        ("3xAMRAP", SetGroup(one(3), open_ended=True)),
        ("3x8 bodyweight + 10 kg", SetGroup(one(3), reps=one(8), load=Load("bodyweight", one(10), "kg"))),
        ("3x15 light band", SetGroup(one(3), reps=one(15), load=Load("band", words="light"))),
        ("3x10, no rest", SetGroup(one(3), reps=one(10), rest_s=one(0))),
        ("3x8+3+2", SetGroup(one(3), parts=(8, 3, 2), technique="rest-pause")),
        ("3x10 drop 20% x2", SetGroup(one(3), reps=one(10), technique="drop set", drops=2, drop_percent=20)),
    ],
)
def test_the_record_of_one_group(text: str, expected: SetGroup) -> None:
    assert parse_sets(text) == Sets((expected,))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("3 × 10", "3x10"),
        (" 3X10 @ rpe 7 ", "3x10 @ RPE 7"),
        ("3×8–12 @8 / 90s", "3x8-12 @ RPE 8, rest 90 s"),
        ("3x10@RPE7,rest90s", "3x10 @ RPE 7, rest 90 s"),
        ("3x10, rest 2 min", "3x10, rest 2 min"),
        ("3x8 60 kg each side", "3x8/side 60 kg"),
        ("3x1 min", "3x60 s"),
        ("4x6 40x0", "4x6, tempo 4-0-X-0"),
        ("3x12-15 @ 2/0/2", "3x12-15, tempo 2-0-2"),
        ("3x12 @ 7/8/9", "1x12 @ RPE 7, 1x12 @ RPE 8, 1x12 @ RPE 9"),
        ("5/3/1: 65%x5, 75%x5, 85%x5+", '1x5 @ 65%, "5/3/1", 1x5 @ 75%, 1x5+ @ 85%'),
        ("5/3/1 @ 60/70/80 kg", "1x5 60 kg, 1x3 70 kg, 1x1 80 kg"),
        ("3x10 10x5 kg", "3x10 10x5 kg"),
        ("3x10 tempo 3-1-1 rest 90s 2x8kg @ RPE 7", "3x10 2x8 kg @ RPE 7, rest 90 s, tempo 3-1-1"),
        ("3x10 @ 80%, RPE 8", "3x10 @ 80%, RPE 8"),
        ("3x5 metres", "3x5 metres"),
        ("12/10/8", "1x12, 1x10, 1x8"),
        ("10,10,10", "3x10"),
        ("3x5, 1x5+ @ 85%", "3x5 @ 85%, 1x5+ @ 85%"),
        ("warm-up 1x5 40%; 3x5 80%", "warm-up 1x5 @ 40%; 3x5 @ 80%"),
        ("5x5 90% slow", '5x5 @ 90%, "slow"'),
        ("EMOM 10 min x 8", "EMOM for 10 min, 1x8"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert str(parse_sets(text)) == normal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no sets are given"),
        ("3x", "3 sets of how many, or 3 reps? write '3x10' or '3 reps'"),
        ("8-10 x 3", "is '8-10 x' the reps? write sets first, '3x8-10'"),
        ("3x10 60", "don't understand '60'; a load has a unit, '60 kg'"),
        ("squats", "don't understand 'squats'"),
        ("0x10", "sets should be 1 to 50, not 0"),
        ("3x0", "reps should be 1 to 1000, not 0"),
        ("3x7.5", "reps should be a whole number, not 7.5"),
        ("3x12-8", "write '8-12' or '12, 8'"),
        ("3x2m", "could be minutes or metres"),
        ("3x10, rest 2", "is 'rest 2' seconds or minutes? write 'rest 2 s' or 'rest 2 min'"),
        ("3x10, rest", "how long is the rest? write 'rest 90 s'"),
        ("3x10, 20 s", "is '20 s' the rest? write 'rest 20 s'"),
        ("3x10, rest 9000 s", "a rest should be 0 to 7200 s"),
        ("3x10 @ RPE 7.3", "RPE goes in halves"),
        ("3x10 @ 80", "write '@ 80 kg', '@ 80 lb' or '@ 80%'"),
        ("3x10 @ RPE", "a number is missing after RPE"),
        ("3x10 @ RPE 7, RIR 2", "give RPE or RIR, not both"),
        ("3x10 rest 90s rest 60s", "the rest is given twice"),
        ("3x10 60kg 2x8kg", "the load is given twice"),
        ("3x10 tempo 3", "a tempo is seconds down, paused, up"),
        ("3x10 @", "nothing follows '@'"),
        ("3x10 0 kg", "a weight should be"),
        ("3x" + "9" * 400, "don't understand the number"),
        ("3x" + "9" * 10_000, "10,002 characters are too many here"),
        ("3x10 -> 3x12", "'->' goes from one week to the next"),
        ("3x8, next: +2.5 kg, rest 90 s", "is 'rest 90 s' a part of the rule for next time?"),
        ("3x8, next:", "nothing follows 'next time'"),
        ("next: +2.5 kg", "no sets are given"),
        ("3x8, next: 3x9, next: 3x10", "the rule for next time is given twice"),
        ("3x8, next: " + "x" * 121, "121 characters are too many for the rule for next time"),
    ],
)
def test_refusals(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_sets(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_load_at_the_end_is_asked_about_where_sets_differ() -> None:
    with pytest.raises(ValueError, match="for all sets or for the last alone") as caught:
        parse_sets("5x5, 3x3 @ 85%")
    both = str(caught.value).partition("write '")[2].rstrip("'").split("', or '")
    first, second = (parse_sets(text) for text in both)
    assert [group.percent for group in first.groups] == [one(85), one(85)]
    assert [group.percent for group in second.groups] == [None, one(85)]


@pytest.mark.parametrize(
    ("text", "exercise", "doubt"),
    [
        ("3x10", "hold", "a hold; did you mean 3x10s?"),
        ("3x5", "hold", "a hold; did you mean 3x5s?"),
        ("1x4", "hold", "a hold; how long? write it like 1x30s"),
        ("30x3", "reps", "30 sets of 3; did you mean 3x30?"),
        ("3x999", "reps", "999 reps; is that right?"),
        ("3x5+", "reps", "every set of 3x5+ is open; if only the last is, write '2x5, 1x5+'"),
    ],
)
def test_what_looks_like_an_oversight_is_asked_about(text: str, exercise: str, doubt: str) -> None:
    assert doubts(parse_sets(text), exercise) == (doubt,)


@pytest.mark.parametrize(
    ("text", "asked"), [("3x5 +5 kg", 1), ("3x5 -5 kg", 1), ("3x5 60 kg", 0), ("3x5", 0)]
)
def test_more_than_the_bodyweight_is_asked_about_where_a_bar_is_lifted(text: str, asked: int) -> None:
    assert len(doubts(parse_sets(text), "reps", barbell=True)) == asked
    assert not doubts(parse_sets(text), "reps")


@pytest.mark.parametrize("text", ["3x10", "12x3", "3x300", "1x5+", "12, 10, 8"])
def test_usual_sets_raise_no_doubt(text: str) -> None:
    assert doubts(parse_sets(text), "reps") == ()


# Properties ------------------------------------------------------------------------------------------

halves = st.integers(2, 20).map(lambda n: n / 2)
weights = st.integers(1, 400).map(lambda n: n / 4)
digits = st.sampled_from("0123456789X")


@st.composite
def spans(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> NumberRange:
    low, high = sorted((draw(numbers), draw(numbers)))
    return NumberRange(float(low), float(high if draw(st.booleans()) else low))


def whole(low: int, high: int) -> st.SearchStrategy[NumberRange]:
    return spans(st.integers(low, high).map(float))


units = st.sampled_from(["kg", "lb"])
tools = st.sampled_from(["", "kettlebell", "dumbbells", "plate", "vest", "each"])
loads = st.one_of(
    st.builds(Load, st.just("weight"), spans(weights), units, st.integers(1, 10), tools),
    st.builds(Load, st.sampled_from(["bodyweight", "assistance", "bar"]), spans(weights), units),
    st.sampled_from(
        [Load("bodyweight"), Load("bar"), Load("rm", one(5)), Load("words", words="as heavy as it goes")]
    ),
    st.builds(Load, st.just("band"), words=st.sampled_from(["", "light", "red", "heavy green"])),
)
work = st.one_of(
    whole(1, 1000).map(lambda reps: {"reps": reps}),
    st.builds(lambda reps, hold: {"reps": reps, "hold_s": hold}, whole(1, 30), whole(1, 60)),
    st.integers(1, 30).map(lambda reps: {"reps": one(reps), "open_ended": True}),
    st.just({"open_ended": True}),
    whole(1, 3600).map(lambda hold: {"hold_s": hold}),
    whole(1, 100).map(lambda cal: {"calories": cal}),
    st.builds(
        lambda far, unit: {"distance": far, "distance_unit": unit},
        whole(10, 400),
        st.sampled_from(["m", "yd", "ft"]),
    ),
)
aims = st.one_of(
    st.just(dict[str, int]()),
    spans(halves).map(lambda rpe: {"rpe": rpe}),
    whole(0, 10).map(lambda rir: {"rir": rir}),
)
groups = st.builds(
    lambda sets, work, aims, **others: SetGroup(sets, **work, **aims, **others),
    whole(1, 4),
    work,
    aims,
    per=st.sampled_from(["", "side", "way"]),
    load=st.none() | loads,
    percent=st.none() | whole(1, 150),
    change=st.sampled_from([0.0, -10.0, 5.0]),
    rest_s=st.none() | whole(0, 3600),
    tempo=st.just("") | st.lists(digits, min_size=3, max_size=4).map("-".join),
    note=st.sampled_from(["", "slow", "3 of 10 is fine", "rest 60 s if you must"]),
    technique=st.sampled_from(["", "drop set", "rest-pause"]),
)


def apart(made: list[SetGroup]) -> bool:
    """Whether no two neighbours are alike, which would be one group."""
    return all(
        first
        != SetGroup(
            first.sets, **{f.name: getattr(second, f.name) for f in fields(second) if f.name != "sets"}
        )
        for first, second in pairwise(made)
    )


@settings(deadline=None)
@example(  # a hold, one of each repetition with a load, and repetitions: none of these is of another
    [
        SetGroup(NumberRange(1, 1), hold_s=NumberRange(1, 1)),
        SetGroup(
            NumberRange(1, 1),
            reps=NumberRange(1, 1),
            hold_s=NumberRange(1, 1),
            load=Load("weight", NumberRange(0.25, 0.25), "kg", 2),
        ),
        SetGroup(NumberRange(1, 1), reps=NumberRange(1, 1)),
    ],
    "",
    None,
)
@given(
    st.lists(groups, min_size=1, max_size=4).filter(apart),
    st.sampled_from(["", "left", "right"]),
    st.none() | whole(1, 5),
)
def test_the_normal_form_reads_back_as_itself(
    made: list[SetGroup], side: Any, times: NumberRange | None
) -> None:
    sets = Sets(tuple(made), side=side, times_a_day=times)
    assert parse_sets(str(sets)) == sets


def harmless(text: str) -> None:
    """Read *text*, or refuse it in our own words; what is read has a normal form that reads the same."""
    try:
        sets = parse_sets(text)
    except ValueError as refusal:
        assert type(refusal) is ValueError
        assert not any(words in str(refusal) for words in PYTHONS), refusal
        return
    assert parse_sets(str(sets)) == sets, str(sets)


@given(st.text("0123456789x-+/@%., kgrpesthmb:()\"'", max_size=30) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    harmless(text)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A line of the corpus with some of it dropped, doubled, changed for a bit of another, or swapped."""
    text: str = draw(st.sampled_from(READ))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 4)))
        other = draw(st.sampled_from(READ))
        cut = draw(st.integers(0, len(other)))
        piece = draw(st.sampled_from(["", text[start:end] * 2, other[cut : cut + 6], other, " ", ","]))
        text = text[:start] + piece + text[end:]
    return text[:200]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150, deadline=None)
@given(mutants())
def test_mutated_lines_are_read_or_refused(text: str) -> None:
    harmless(text)


@pytest.mark.deep
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=10_000, deadline=None)
@given(mutants())
def test_ten_thousand_mutated_lines_are_read_or_refused(text: str) -> None:
    harmless(text)


# Written out, week by week, formats ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written_out", "notation"),
    [
        ({"sets": 3, "hold": "40 s", "rest": "45 s"}, "3x40 s, rest 45 s"),
        ({"sets": 3, "reps": 10}, "3x10"),
        ({"sets": "2-3", "reps": 10}, "2-3x10"),
        ({"sets": 3, "reps": "8-12", "rpe": 7.5, "rest": "2 min"}, "3x8-12 @ RPE 7.5, rest 2 min"),
        ({"sets": 1, "reps": "5+", "percent": 85}, "1x5+ @ 85%"),
        ({"sets": 3, "reps": "AMRAP", "load": "bw"}, "3xAMRAP bw"),
        ({"sets": 3, "reps": "12/10/8", "load": "60/70/80 kg"}, "12/10/8 @ 60/70/80 kg"),
        ({"sets": 3, "calories": 15}, "3x15 cal"),
        (
            {"sets": 3, "reps": 8, "per": "leg", "load": "2x8kg", "tempo": 3110},
            "3x8/side 2x8 kg tempo 3-1-1-0",
        ),
        ({"sets": 2, "distance": "20 m", "rir": 2, "per": "way"}, "2x20 m/way RIR 2"),
        ({"sets": 2, "reps": 6, "percent": "70-75%", "tempo": "40X0"}, "2x6 70-75% tempo 40X0"),
        (
            {"sets": 3, "reps": 8, "next": "+2.5 kg, rest 2 min", "rest": "90 s"},
            '3x8, rest 90 s, next time "+2.5 kg, rest 2 min"',
        ),
    ],
)
def test_written_out(written_out: dict[str, object], notation: str) -> None:
    assert sets_from(written_out) == parse_sets(notation)


@pytest.mark.parametrize(
    ("written_out", "mistakes"),
    [
        ({"reps": 10}, {("sets",): "is missing"}),
        ({"sets": 3}, {("reps",): "is missing; give reps, hold, distance or calories"}),
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
            {("rst",): "unknown key 'rst'; did you mean 'rest'?", ("tempo",): "write it like '3-1-1'"},
        ),
    ],
)
def test_written_out_mistakes_are_reported_key_by_key(
    written_out: dict[str, object], mistakes: dict[tuple[str], str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        sets_from(written_out)
    found = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert found.keys() == mistakes.keys()
    for key, words in mistakes.items():
        assert words in found[key]


@pytest.mark.parametrize("value", [None, "", [], {}, True, ["3x10"]])
def test_what_is_no_prescription_at_all(value: object) -> None:
    with pytest.raises(ValueError, match=r"3x8-12 @ RPE 7"):
        sets_from(value)


@pytest.mark.parametrize(
    ("value", "rest"),
    [("60 s", one(60)), ("1-2 min", NumberRange(60, 120)), ("2m", one(120)), ("1:30", one(90))],
)
def test_a_rest_alone(value: object, rest: NumberRange) -> None:
    assert rest_from(value) == rest


@pytest.mark.parametrize(("value", "words"), [(60, "seconds or minutes"), ("soon", "write it like '90 s'")])
def test_what_is_no_rest(value: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        rest_from(value)


@pytest.mark.parametrize(
    "text",
    ["3x8, 3x10, 4x8", "3x8 -> 3x10 -> 4x8", "3x8; 3x10; 4x8", "week 1: 3x8, week 2: 3x10, week 3: 4x8"],
)
def test_week_by_week(text: str) -> None:
    assert list(map(str, weeks_listed(text))) == ["3x8", "3x10", "4x8"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("3x8 60 kg, next time 62.5 kg when all sets are clean", "62.5 kg when all sets are clean"),
        ("3x8 60 kg (next time 62.5 kg)", "62.5 kg"),
        ("3x8 60 kg; next session: 3x9", "3x9"),
        ("3x8 60 kg, next +2.5 kg", "+2.5 kg"),
        ('3x8, "hard next time: careful"', ""),
        ("3x8, +2.5 kg next week", ""),
    ],
)
def test_the_rule_for_next_time(text: str, rule: str) -> None:
    assert parse_sets(text).next_time == rule


def test_each_week_has_its_own_rule() -> None:
    weeks = weeks_from("3x8, next: 3x9 -> 3x9, next: 3x10 -> 3x10")
    assert [week.next_time for week in weeks] == ["3x9", "3x10", ""]


def test_weeks_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="week 3 follows week 1"):
        weeks_in("week 1: 3x8, week 3: 3x10")


def test_a_format_alone() -> None:
    assert format_from("EMOM 12 min").total_s == 720
    with pytest.raises(ValueError, match="is no format; write 'EMOM 12 min'"):
        format_from("3x10")


def test_words_of_phrases_are_their_tokens() -> None:
    tables = [
        table
        for module in (sets_words, loadwords)
        for table in vars(module).values()
        if isinstance(table, dict)
    ]
    plain_words = [
        phrase
        for table in tables
        for phrase in table
        if isinstance(phrase, tuple) and all(word.isalpha() for word in phrase)
    ]
    assert len(plain_words) > 500
    for phrase in plain_words:
        assert tuple(token.text for token in tokens(plain(" ".join(phrase)))) == phrase


def test_notes_keep_the_words_of_the_language_they_were_written_in() -> None:
    words = ForeignWords(
        {"days": {}, "runs": {}, "sets": {"ablassen": "lowering", "Sek.": "s", "mit": "with"}}
    )
    translator = Translator(words)
    slow = sets_from(translator.english("sets", "3x10 langsam ablassen (3 Sek.)"))
    assert slow.groups[0].note == "langsam ablassen; 3 Sek."
    first, second = weeks_from(translator.english("sets", ["2x9 mit Gurt", "3x9 mit 5 Sek. Pause oben"]))
    assert (first.groups[0].note, second.groups[0].note) == ("mit Gurt", "5 Sek. Pause oben")


@pytest.mark.parametrize(
    ("line", "normal_form"),
    [
        ("3 sets of 12, 100 kg", "3x12 100 kg"),
        ("3 Sätze à 12, 60 kg", "3x12 60 kg"),
        ("3x12 dumbbells 8kg each", "3x12 8 kg each"),
        ("3 sets of 12, 15 kg, 20 kg, 25 kg", "3x12 15 kg, 20 kg, 25 kg"),
    ],
)
def test_a_load_behind_a_comma_is_one_load_and_each_hand_holds_its_own(line: str, normal_form: str) -> None:
    assert parse_sets(line) == parse_sets(normal_form)


def test_a_rule_for_next_time_is_no_load() -> None:
    found = reading("4x5-8 @ RPE 7, then +2.5 kg")
    assert found["next"] == "then +2.5 kg"
    assert "load" not in found


@pytest.mark.parametrize(
    "line", ["5/3, x 8 each side", "3x12, 10 each side", "3x10 @ 40 kg, 8 per leg", "4x6, 5/arm"]
)
def test_repetitions_a_side_behind_sets_may_be_a_set_more_or_those_of_each(line: str) -> None:
    with pytest.raises(ValueError, match=r"one more set, or how many of the \d\? write '\d"):
        parse_sets(line)


@pytest.mark.parametrize(
    ("line", "normal_form"),
    [
        ("3x12, 1x10/side", "3x12/side, 1x10/side"),
        ("Max hang 8s x 5, 2 min rest", '"Max hang" 5x8 s, rest 2 min'),
        ("max wall sit 40 s x 2", '"max wall sit" 2x40 s'),
        ("maximal dead hangs 12 s x 3", '"maximal dead hangs" 3x12 s'),
        ("4x2 @ 0.6 m/s", '4x2, "0.6 m/s"'),
        ("4x2 @ 72% 0,7-0,8 m/s", '4x2 @ 72%, "0,7-0,8 m/s"'),
        ("Set 1 at 60 % – 1 set of 4", "1x4 @ 60%"),
        ("4 x 120 m at 95%", '4x120 m, "at 95%"'),
        ("4 x 20 m @ 60% 1RM", "4x20 m @ 60% 1RM"),
        ("8-10 x 100 m", "8-10x100 m"),
        ("Row | 4 | 8-12", '"Row" 4x8-12'),
        ("Tuck hold | 3 | 10-15s", '"Tuck hold" 3x10-15 s'),
        ("Leg press (12 repetitions maximum): 2 x 10", '"Leg press" 2x10 12RM'),
        ("Lunge 25x12 35x8 40x8", '"Lunge" 25x12, 35x8, 40x8'),
        (
            "2 count paused bench x 4 @ 7, 4 @ 8, 4 @ 9 x 3-4 sets",
            '"2 count paused bench" 1x4 @ 7, 1x4 @ 8, 3-4 sets of 4 @ 9',
        ),
        ("squat x 1 @ RPE 8, 5 @ RPE 8 x 3 sets", '"squat" 1x1 @ RPE 8, 3x5 @ RPE 8'),
        ("row 7 reps @ 6, 7 reps @ 7", '"row" 1x7 @ 6, 1x7 @ 7'),
        ("100 kg 3x5, 90 kg 2x8", "3x5 100 kg, 2x8 90 kg"),
        ("3x15 heel drops 2-3 times per day, every day", '3x15 "heel drops", 2-3 times a day'),
        ("cross trainer 1 min and 45 s", '"cross trainer" 1x105 s'),
        ("4 sets (12/10/8/6 reps)", "12, 10, 8, 6"),
        ("knee lifts, 10x per leg, 3 sets", '"knee lifts" 3x10/leg'),
        ("push-up x 5-6 (slow)", '"push-up" 1x5-6 (slow)'),
        ("5 sets row 185 lbs x 5", '"row" 5x5 185 lb'),
        ("3x5 at 80 kg, then burnout set of 12 reps at 60 kg", '3x5 80 kg, 1x12 60 kg "burnout"'),
        ("2x6 at 60 kg, then a burnout set of 15 reps", '2x6 60 kg, 1x15 "burnout"'),
        ("50 kg x AMRAP x 4 sets", "4xAMRAP 50 kg"),
        ("3-5 sets x 3-5 reps of 5-10 sec hangs", "3-5x3-5, hold 5-10 s"),
        ("3x5 — 65/75/85%", "1x5 @ 65%, 1x5 @ 75%, 1x5 @ 85%"),
        ("6-8 x 10-20 m", "6-8x10-20 m"),
        ("Sprints 15m (6 reps)", '"Sprints" 6x15 m'),
        ("calf raises plus rows 4x12 each", '"calf raises plus rows" 4x12 "each"'),
        ("60 x 15, 80 x 10, 60 x AMRAP", "60 x 15, 80 x 10, 60 x max"),
        ("hold 3 sec, lower. 15 reps", '15 reps, hold 3 s, "lower"'),
        ("A1. Front squat @ 30X0; 6,4,2; rest 3 min", '"A1. Front squat" 6, 4, 2 tempo 30X0, rest 3 min'),
        ("A2. Pull-ups @ 31X1; amrap (-1) x 7", '"A2. Pull-ups" 7xAMRAP RIR 1 tempo 31X1'),
        ("5-5-5, build to a heavy set of 5", '5-5-5, "build to a heavy set of 5"'),
        ("paused squat 3ct 4x3", '"paused squat 3ct" 4x3'),
        ("3-position snatch 5 x 1", '"3-position snatch" 5x1'),
        ("SLR x 10 hold 5 sec", '"SLR" 1x10, hold 5 s'),
        ("3x10 DB rows each side 22.5 kg", '3x10/side 22.5 kg "DB rows"'),
        ("zweimal zehn Wiederholungen", "2x10"),
        ("vier Sätze zu acht bis zehn Wiederholungen", "4x8-10"),
        ("dreißig Sekunden halten, fünfmal", "5 reps, hold 30 s"),
        ("3x8, neunzig Sekunden Pause", "3x8, rest 90 s"),
        ("10- bis 20-mal, 3 Sätze", "3x10-20"),
        ("1x5 100 kg, 2x5 mit 90 % davon", '1x5 100 kg, 2x5 "90 % davon"'),
        ("quad sets 3x20/day", '"quad sets" 3x20, once a day'),
        ("3x30 s/day", "3x30 s, once a day"),
        ("10x3/day", "10 reps, three times a day"),
        ("top set of 3 @ RPE 8", "top set 1x3 @ RPE 8"),
        ("50% weight, 3x5", '"50% weight" 3x5'),
        ("100/day", "1x100, once a day"),
        ("10 reps x 3 sets x 2x/day", "3x10, twice a day"),
        ("hold 30 s x 3 in each position", '3x30 s, "in each position"'),
        ("3x10 drop last set 25%", "3x10, last set drop 25%"),
        ("Wave 7/5/3 @ 70/75/80%", '"Wave" 7/5/3 @ 70/75/80%'),
        ("5x3 at about 78%", "5x3 @ 78%"),
        ("5 x (1 clean + 2 jerk) @ 60%", '"1 clean + 2 jerk" 5x1+2 @ 60%'),
        ("10-second holds x 10 reps x 3 sessions/day", "10 reps, hold 10 s, three times a day"),
        ("ice 15 minutes x 3/day", '15 min "ice", three times a day'),
        ("leg press (0-45°): 3 sets x 10", '"leg press; 0-45°" 3x10'),
        ("board press (2-board): 3x5", '"board press; 2-board" 3x5'),
        ("4x5 @ 75%, progressing to 4x4 @ 78%", '4x5 @ 75%, "progressing to 4x4 @ 78%"'),
        ("3x8, RPE ≤ 8", '3x8, "RPE ≤ 8"'),
        ("3x12, TUT 2-0-2, rest between sets 60 s", "3x12 tempo 2-0-2, rest 60 s"),
    ],
)
def test_holds_speeds_and_numbered_sets_as_coaches_put_them(line: str, normal_form: str) -> None:
    assert parse_sets(line) == parse_sets(normal_form)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Last session 3x8 @ RPE 7.5. Target 3x9 today", "'last session 3x8' is what was done before"),
        ("3x300 at 90% of full speed", "is '300' metres?"),
        ("heel-rise (2 x 3 s tempo) 3x10", "are the sets in brackets before the others"),
        ("3 x 20 s easy and foam rolling 2 x 3 min", "two exercises in one line"),
        ("ring dips (x2 for bench dips, 42-30-18)", "is said of something else"),
        ("A1. Row @ 30X0; 2-3 x 7", "is '2-3 x' the reps? write sets first, '7x2-3'"),
        ("progression: +2.5 kg if all 6 sets are done", "no sets are given"),
        ("3x5/day", "write '3x5, once a day' or '3 reps 5 times a day'"),
        ("work up to RPE 8, then 3x5 at -10%", "with how many reps?"),
        ("3x10, repeat 1-2 more times", "'1-2 more times': how many sets in all?"),
        ("3x8/10", "write one for each set, '8-10' of each, '8/8/8'"),
        ("2 sets, 12 reps, 4/2/1", "is '4/2/1' a tempo, or more sets? write 'tempo 4-2-1'"),
        ("3x5, last set AMRAP at 60 kg", "is '60 kg' for all sets or for the last alone?"),
        ("100 kg 5x3, 110 kg 4x2", "is '5x3' 5 sets of 3, or 3 of 5?"),
    ],
)
def test_what_is_no_part_of_the_sets_is_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_sets(line)
    assert said in str(refused.value)


def test_a_round_in_brackets_is_refused_with_what_reads() -> None:
    with pytest.raises(ValueError, match="write '4 rounds: 6 pull-ups, 9 dips'"):
        parse_sets("4x(6 pull-ups + 9 dips)")
    assert parse_sets("4 rounds: 6 pull-ups, 9 dips").timing
