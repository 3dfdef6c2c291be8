"""Patterns that are compiled once a text may match them."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.yaml12 import load_yaml

DATA = Path(__file__).parent / "plan" / "data"


def all_patterns() -> dict[str, Pattern]:
    """Every pattern of the notations, and of what lies under them."""
    found: dict[str, Pattern] = {}
    for package in ("plan", "resolve", "coaching", "library", "yaml12"):
        root = importlib.import_module(f"cardmaker.{package}")
        for module in pkgutil.walk_packages(root.__path__, f"cardmaker.{package}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                found.update(_patterns(f"{module.name}.{name}", value))
    once = {id(pattern): name for name, pattern in reversed(found.items())}  # some are in several modules
    return {name: found[name] for name in reversed(once.values()) if _is_held_back(found[name])}


def _is_held_back(pattern: Pattern) -> bool:
    return "" not in pattern.needed or bool(pattern.begins)


def _patterns(name: str, value: Any) -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, Pattern):
        yield name, value
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _patterns(f"{name}.{number}", inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _patterns(f"{name}.{key}", inner)


PATTERNS = all_patterns()


@pytest.mark.parametrize("text", ["4:30/km", "at 12 km/h"])
def test_a_pattern_matches_where_one_of_its_pieces_is(text: str) -> None:
    assert Pattern(r"\d+", ":|/h").match(text, 3)
    assert not Pattern(r"\d+", "%|bpm").match(text, 3)
    assert Pattern(r"\d+").match(text, 3)


def test_each_way_to_ask_answers_as_a_compiled_pattern() -> None:
    pattern, plain = Pattern("(b+)c", "bc"), re.compile("(b+)c")
    for text in ("abbc bc", "abc", "bbc", "nothing", ""):
        for way in ("match", "fullmatch", "search"):
            ours, other = getattr(pattern, way)(text), getattr(plain, way)(text)
            assert (ours and ours.span()) == (other and other.span()), (way, text)
        assert pattern.findall(text) == plain.findall(text)
        assert [one.span() for one in pattern.finditer(text)] == [one.span() for one in plain.finditer(text)]
        assert pattern.split(text) == plain.split(text)
        assert pattern.sub("-", text) == plain.sub("-", text)


def test_a_pattern_is_compiled_when_it_is_tried() -> None:
    broken = Pattern("(", "%")
    assert broken.match("5 km") is None
    with pytest.raises(re.error):
        broken.match("80 %")


def test_two_sets_of_pieces_are_both_needed_and_a_digit_stands_for_each() -> None:
    broken = Pattern("(", r"\d km|mile", also="in|with")
    for text in ("5 km", "a km in it", "with ease", "7km in"):
        assert broken.search(text) is None
    for text in ("9 km in 45 min", "a mile with ease"):
        with pytest.raises(re.error):
            broken.search(text)


def test_a_pattern_is_tried_where_it_may_begin() -> None:
    pattern = Pattern("x ?[0-9]", flags=re.IGNORECASE, begins="x")
    assert [bool(pattern.match("3 X 8", at)) for at in range(6)] == [False, False, True, False, False, False]
    assert Pattern("(", begins="x").match("3 x 8") is None


def test_a_pattern_that_ignores_letter_case_finds_its_pieces_in_any() -> None:
    assert Pattern("total", "total", re.IGNORECASE).search("8 km TOTAL")
    assert Phrasing("total", "in all", "total").put("8 km Total") == "8 km in all"


def test_there_are_patterns_of_each_package() -> None:
    assert len(PATTERNS) > 150
    for package in ("plan.runs", "plan.sets", "resolve", "coaching"):
        assert any(name.startswith(f"cardmaker.{package}.") for name in PATTERNS), package


@pytest.mark.deep
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("name", PATTERNS)
def test_what_a_pattern_matches_has_one_of_its_pieces(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    plain = re.compile(pattern.written, pattern.flags)
    text = data.draw(st.just("") | st.from_regex(plain))
    if text.isascii() and (found := plain.search(text)):
        assert pattern.search(text), text
        assert pattern.match(text, found.start()), text


@pytest.mark.parametrize("corpus", ["runs.yaml", "own_runs.yaml", "sets.yaml"])
def test_no_piece_keeps_a_reader_from_a_match(corpus: str) -> None:
    """Each pattern finds in each text of the corpus what its regular expression does."""
    written, _ = load_yaml((DATA / corpus).read_text("utf-8"), corpus)
    said = [text for text in strings(written) if len(text) < 500]
    said = [*dict.fromkeys(text for one in said for text in (one, one.lower()))]
    assert len(said) > 50
    for name, pattern in PATTERNS.items():
        plain = re.compile(pattern.written, pattern.flags)
        for text in said:
            if found := plain.search(text):
                assert pattern.search(text), (name, text)
                assert pattern.match(text, found.start()), (name, text)


def strings(value: object) -> Iterator[str]:
    """All keys and texts in what a file says."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
