"""Patterns that are compiled once a text may match them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardmaker.plan.patterns import Pattern
from cardmaker.plan.runs import lexer
from cardmaker.plan.sets import timings
from cardmaker.yaml12 import load_yaml

DATA = Path(__file__).parent / "data"
PATTERNS = {
    name: value
    for module in (lexer, timings)
    for name, value in vars(module).items()
    if isinstance(value, Pattern)
}


@pytest.mark.parametrize("text", ["4:30/km", "at 12 km/h"])
def test_a_pattern_matches_where_one_of_its_pieces_is(text: str) -> None:
    assert Pattern(r"\d+", ":|/h").match(text, 3)
    assert not Pattern(r"\d+", "%|bpm").match(text, 3)
    assert Pattern(r"\d+").match(text, 3)


def test_a_pattern_is_compiled_when_it_is_tried() -> None:
    broken = Pattern("(", "%")
    assert broken.match("5 km") is None
    with pytest.raises(re.error):
        broken.match("80 %")


@pytest.mark.parametrize("corpus", ["runs.yaml", "own_runs.yaml", "sets.yaml"])
def test_no_piece_keeps_a_reader_from_a_match(corpus: str) -> None:
    """Each pattern, at each place of each text of the corpus, matches as its regular expression does."""
    written, _ = load_yaml((DATA / corpus).read_text("utf-8"), corpus)
    said = [text.lower() for text in strings(written) if len(text) < 500]
    assert len(said) > 50
    for name, pattern in PATTERNS.items():
        if "" in pattern._needed:
            continue
        plain = re.compile(pattern._written, pattern._flags)
        for text in said:
            if found := next((found for at in range(len(text)) if (found := plain.match(text, at))), None):
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
