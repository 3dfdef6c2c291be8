"""The words of the interface: the same ones in each language, all that are asked for, none that nobody asks for."""

import json
import re
from pathlib import Path

import pytest

from tests.studio.page.page_kit import PAGE

WORDS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (PAGE / "words").glob("*.json")}
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("app", "view")
    for path in sorted((PAGE / room).glob("*.mjs"))
)
ASKED = set(re.findall(r'"([\w.-]+)"', SOURCES))
BEGUN = set(re.findall(r"\bt\(\s*`([\w.-]+)\$\{", SOURCES))
"""What keys begin with whose end the page works out: `kind.${one}`."""


def _is_asked(key: str) -> bool:
    return {key, key.removesuffix(".one")} & ASKED != set() or any(map(key.startswith, BEGUN))


@pytest.mark.parametrize("language", sorted(WORDS))
def test_each_language_has_all_words(language: str) -> None:
    assert set(WORDS[language]) == set(WORDS["en"])


@pytest.mark.parametrize("language", sorted(WORDS))
def test_places_for_values_are_those_of_english(language: str) -> None:
    for key, text in WORDS[language].items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", WORDS["en"][key])), key


def test_all_words_that_are_asked_for_are_there() -> None:
    keys = set(re.findall(r"""\bt\(\s*"([\w.-]+)["]""", SOURCES))
    assert keys <= set(WORDS["en"])


def test_nothing_is_there_that_nobody_asks_for() -> None:
    assert [key for key in WORDS["en"] if not _is_asked(key)] == []


def test_words_are_in_the_files_of_their_languages_only() -> None:
    named = re.search(r"LANGUAGES = \{(.*?)\}", (PAGE / "app/words.mjs").read_text(encoding="utf-8"))
    assert set(re.findall(r"(\w+):", named.group(1))) == set(WORDS)


@pytest.mark.parametrize("path", sorted((PAGE / "view").glob("*.mjs")), ids=lambda path: path.stem)
def test_views_have_no_words_of_their_own(path: Path) -> None:
    templates = re.findall(r">([^<>$`{}]*[A-Za-z]{3}[^<>$`{}]*)<", path.read_text(encoding="utf-8"))
    assert [text for text in templates if re.fullmatch(r"(?!.*\w\.\w)[\w\s,.’'–:…!?-]+", text)] == []
