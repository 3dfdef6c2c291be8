"""What a language says: numbers, days, spans of days, counted things; and which words there have to be."""

import ast
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cardmaker
from cardmaker.library import open_library
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import SECTIONS
from cardmaker.plan.quantity import METRES
from cardmaker.plan.runs.efforts import EFFORTS
from cardmaker.wording.wording import Wording, lacking_words, load_wording, wording_names

EN = load_wording("en")
LANGUAGES = wording_names()
PACKAGE = Path(cardmaker.__file__).parent
DATES = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.fixture(params=LANGUAGES)
def wording(request: pytest.FixtureRequest) -> Wording:
    """Each bundled language in turn."""
    return load_wording(request.param)


# Numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "places", "least", "text"),
    [
        (7, 0, 0, "7"),
        (7.6, 0, 0, "8"),
        (34.5, 0, 0, "35"),
        (35.5, 0, 0, "36"),
        (7.25, 1, 0, "7.3"),
        (7.6, 1, 0, "7.6"),
        (7.0, 1, 0, "7"),
        (7.0, 1, 1, "7.0"),
        (7.04, 1, 1, "7.0"),
        (17.5, 2, 0, "17.5"),
        (1.25, 2, 0, "1.25"),
        (0, 1, 1, "0.0"),
        (9999, 0, 0, "9999"),
        (10_000, 0, 0, "10,000"),
        (12_345.6, 1, 0, "12,345.6"),
        (1_234_567, 0, 0, "1,234,567"),
    ],
)
def test_number(value: float, places: int, least: int, text: str) -> None:
    assert EN.number(value, places, least) == text


@given(st.floats(0, 1e7), st.integers(0, 3))
def test_number_says_the_rounded_value(value: float, places: int) -> None:
    said = float(EN.number(value, places).replace(",", ""))
    assert said == pytest.approx(value, abs=0.5001 * 10**-places)


def test_number_in_another_notation() -> None:
    comma = EN.but(numbers=EN.numbers.but(decimal=",", group="."))
    assert comma.number(12_345.6, 1) == "12.345,6"
    assert comma.number(7.5, 1) == "7,5"


# Days ------------------------------------------------------------------------------------------------


def test_day() -> None:
    assert EN.day(date(2027, 3, 1)) == "1 March"
    assert EN.day(date(2027, 9, 30), short=True) == "30 Sep"


@pytest.mark.parametrize(
    ("first", "last", "text", "lines"),
    [
        (date(2027, 3, 1), date(2027, 3, 7), "1–7 March 2027", ("1 Mar –", "7 Mar")),
        (date(2027, 3, 29), date(2027, 4, 4), "29 March – 4 April 2027", ("29 Mar –", "4 Apr")),
        (
            date(2027, 12, 27),
            date(2028, 1, 2),
            "27 December 2027 – 2 January 2028",
            ("27 Dec –", "2 Jan"),
        ),
        (date(2027, 3, 1), date(2028, 3, 1), "1 March 2027 – 1 March 2028", ("1 Mar –", "1 Mar")),
    ],
)
def test_span(first: date, last: date, text: str, lines: tuple[str, ...]) -> None:
    assert EN.span(first, last) == text
    assert EN.span_lines(first, last) == lines


@given(DATES, st.integers(1, 400))
def test_span_names_both_days_and_the_last_year(first: date, days: int) -> None:
    last = first + timedelta(days)
    numbers = [int(number) for number in re.findall(r"\d+", EN.span(first, last))]
    assert numbers[0] == first.day
    assert numbers[-1] == last.year
    assert last.day in numbers
    assert numbers.count(last.year) >= 1
    assert (first.year in numbers) or first.year == last.year


# Words -----------------------------------------------------------------------------------------------


def test_phrases_are_filled_in() -> None:
    assert EN.say("of", count=24) == "of 24"
    assert EN.say("reps") == "reps"
    assert EN.say("part", part=1, parts=2) == "1 of 2"


def test_braces_in_a_value_are_left_alone() -> None:
    assert EN.say("focus", focus="{plan} {0}") == "Focus: {plan} {0}"


def test_counted_things() -> None:
    assert EN.count("runs", 1) == "1 run"
    assert EN.count("runs", 0) == "0 runs"
    assert EN.count("weeks", 12) == "12 weeks"


def test_muscles_as_a_list() -> None:
    assert EN.muscle_names(["quads", "glute-med"]) == "Quads, glute medius"
    assert EN.muscle_names([]) == ""


# Completeness ----------------------------------------------------------------------------------------


def test_there_are_languages() -> None:
    assert "en" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bundled_language_has_all_words(language: str) -> None:
    """If this fails, put what is listed into the language's file."""
    assert lacking_words(language) == ()


def test_every_word_of_the_vocabularies_can_be_said(wording: Wording) -> None:
    assert set(MUSCLES.terms) <= set(wording.muscles)
    assert set(SECTIONS) == set(wording.sections)
    assert set(EFFORTS) <= set(wording.efforts)
    assert {*METRES, "kg", "lb", "s", "min", "h"} <= set(wording.units)


def test_no_word_is_empty(wording: Wording) -> None:
    for section in (wording.units, wording.labels, wording.efforts, wording.sections, wording.muscles):
        assert all(text.strip() for text in section.values())
    assert all(phrase.strip() for phrase in wording.phrases.values())
    assert all(form.strip() for forms in wording.counts.values() for form in forms.values())


@cache
def asked() -> Sequence[tuple[str, str, ast.expr]]:
    """Each call of say("…") and count("…") in the package: (where, which, what it is asked for)."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        if path.is_relative_to(PACKAGE / "cli") or not re.search(r"\b(?:say|count)\(", text):
            continue  # the command line has words of its own
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and node.args:
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in ("say", "count"):
                    found.append((f"{path.name}:{node.lineno}", called, node.args[0]))
    return found


def keys(asked_for: ast.expr) -> set[str]:
    """The keys an expression may stand for: texts, either of two, or a pattern with a * for what is worked out."""
    match asked_for:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=other):
            return keys(body) | keys(other)
        case ast.JoinedStr(values=parts):
            return {"".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)}
        case ast.Call(args=args):  # names.get(number, "run_easy")
            return {text for arg in args[1:] for text in keys(arg)}
    return set()


def test_everything_the_program_says_has_words(wording: Wording) -> None:
    found = 0
    for where, called, asked_for in asked():
        for key in keys(asked_for):
            if called == "count" and key not in wording.counts:
                continue  # str.count and the like
            pattern = re.escape(key).replace(r"\*", "[a-z0-9]+")
            words = wording.counts if called == "count" else wording.phrases
            known = [name for name in words if re.fullmatch(pattern, name)]
            assert known, f"{where}: nothing to say for '{key}'"
            found += 1
    assert found > 40, "the calls are found"


@pytest.mark.parametrize(
    "key",
    [
        *("each_side", "each_way", "band_light", "band_medium", "band_heavy", "band", "rpe", "rir"),
        *("done_metric", "done_imperial", "bars_head_metric", "bars_head_imperial"),
        *(
            "run_easy",
            "run_steady",
            "run_long",
            "run_tempo",
            "run_intervals",
            "run_strides",
            "run_walk",
            "run_race",
        ),
        *(f"page_{part}{side}" for part in ("cards", "gym") for side in ("", "_back")),
    ],
)
def test_keys_put_together_at_run_time(wording: Wording, key: str) -> None:
    assert key in wording.phrases


def test_no_phrase_is_left_over() -> None:
    reported: set[str] = set()
    for package in ("resolve", "pipeline", "wording"):
        for path in sorted((PACKAGE / package).glob("*.py")) or [PACKAGE / package]:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant | ast.JoinedStr):
                    reported |= keys(node)
    parts = [re.escape(key).replace(r"\*", "[a-z0-9_]+") for key in reported if "*" in key and key.strip("*")]
    put_together = re.compile("|".join(parts))
    assert [
        name
        for name in (*EN.phrases, *EN.counts)
        if name not in reported and not put_together.fullmatch(name)
    ] == []


def test_adjectives_that_begin_a_german_name_lose_their_capital_within_a_sentence() -> None:
    german = load_wording("de")
    assert german.within("Rumänisches Kreuzheben") == "rumänisches Kreuzheben"
    assert german.within("Oberen Rücken ausrollen") == "oberen Rücken ausrollen"
    assert german.within("Wadenheben mit gebeugten Knien") == "Wadenheben mit gebeugten Knien"
    assert german.within("Russian Twist") == "Russian Twist"


def test_proper_names_keep_their_capital_within_a_sentence() -> None:
    english = load_wording("en")
    assert english.within("Bulgarian split squat") == "Bulgarian split squat"
    assert english.within("Copenhagen plank") == "Copenhagen plank"
    assert english.within("Goblet squat") == "goblet squat"


def test_letters_that_stand_alone_keep_their_capital_within_a_sentence() -> None:
    """The T of a T-bar is its shape."""
    library, letters = open_library(), re.compile(r"\b[A-Z](?=-)|(?<=-)[A-Z]\b")
    names = [library.name(exercise) for exercise in library.ids]
    assert sum(bool(letters.search(name)) for name in names) >= 5
    for name in names:
        assert letters.findall(EN.within(name)) == letters.findall(name)
