"""File names are safe on every file system, and no two athletes share one."""

import unicodedata

import pytest

from cardmaker.errors import NotFoundError
from cardmaker.roster.filenames import file_names, safe_stem
from tests.roster.kit import roster


def _names(table: str, pattern: str = "{name}-{plan}") -> list[str]:
    return file_names(pattern, "spring", roster(table).entries)


def test_two_of_one_name_have_files_of_their_own() -> None:
    assert _names("Name\nRunner 1\nrunner 1\nRunner 1\n") == [
        "Runner-1-spring.pdf",
        "runner-1-spring-2.pdf",
        "Runner-1-spring-3.pdf",
    ]


def test_names_that_a_file_system_takes_for_one_differ() -> None:
    decomposed = unicodedata.normalize("NFD", "Läufer")
    assert len(set(_names(f"Name\nLäufer\n{decomposed}\n"))) == 2
    first, second = _names("Name,Nr\nA,1\nA-1,\n", "{name}")
    assert first.casefold() != second.casefold()


def test_a_number_that_another_has_as_a_name_is_passed_over() -> None:
    assert _names("Name\nA\nA\nA-2\n", "{name}") == ["A.pdf", "A-2.pdf", "A-2-2.pdf"]


@pytest.mark.parametrize(
    ("said", "stem"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        ("  A  B  ", "A-B"),
        ("...", "athlete"),
        ("\u202egnp", "gnp"),
        ("Zoë O'Neil", "Zoë-O'Neil"),
    ],
)
def test_a_stem_is_safe(said: str, stem: str) -> None:
    assert safe_stem(said) == stem


def test_a_long_name_is_cut_at_a_whole_letter() -> None:
    assert len(safe_stem("ä" * 500).encode()) <= 150


def test_columns_are_parts_of_patterns() -> None:
    assert _names("Name,Team\nRunner 1,Blue\n", "{team}/{row}-{name}") == ["Blue-2-Runner-1.pdf"]


def test_a_part_that_is_no_column_is_refused() -> None:
    with pytest.raises(NotFoundError, match=r"no {club}; there are {.*{plan}"):
        _names("Name\nRunner 1\n", "{club}")
