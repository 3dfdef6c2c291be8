"""Headings are understood by their meaning, in the languages of clubs; what may mean two things is asked about."""

import pytest

from tests.roster.kit import only, problem, roster


@pytest.mark.parametrize(
    ("heading", "meaning", "key"),
    [
        ("Name", "name", ""),
        ("Full name", "name", ""),
        ("E-Mail", "email", ""),
        ("e_mail address", "email", ""),
        ("Sprache", "language", ""),
        ("5k time", "race", "5k"),
        ("10 km PB", "race", "10 km"),
        ("Best half marathon", "race", "half marathon"),
        ("Halbmarathon", "race", "halbmarathon"),
        ("Bestzeit Marathon", "race", "marathon"),
        ("parkrun", "race", "parkrun"),
        ("Squat 1RM", "1RM", "squat"),
        ("1RM Deadlift (kg)", "1RM", "deadlift"),
        ("Bench press max", "1RM", "bench-press"),
        ("Kniebeuge 1RM", "1RM", "squat"),
        ("Squat load", "load", "squat"),
        ("Easy pace (min/km)", "easy pace", ""),
        ("Max HR", "max heart rate", ""),
        ("Ruhepuls", "resting heart rate", ""),
        ("Without", "leave out", ""),
        ("Gender", "", ""),
        ("M", "", ""),
        ("No", "", ""),
    ],
)
def test_a_heading_has_a_meaning(heading: str, meaning: str, key: str) -> None:
    table = f"Name,{heading}\nRunner 1,\n" if meaning != "name" else f"{heading},City\nRunner 1,\n"
    found = roster(table).columns.columns
    column = next(column for column in found if column.heading == heading)
    assert (column.meaning, column.key) == (meaning, key)


def test_next_to_a_first_name_name_is_the_last_one() -> None:
    assert only("Name;Vorname\nEins;Läufer\n").name == "Läufer Eins"
    assert only("First name,Last name\nRunner,One\n").name == "Runner One"


def test_a_load_that_may_be_a_maximum_is_asked_about() -> None:
    found = problem("Name,Squat (kg)\nRunner 1,60\n")
    assert (found.line, found.field) == (1, "Squat (kg)")
    assert "squat load" in found.message and "squat 1RM" in found.message


def test_an_exercise_that_is_not_there_is_refused_with_the_one_that_is_meant() -> None:
    assert "did you mean 'squat'?" in problem("Name,Sqaut 1RM\nRunner 1,60\n").message


def test_two_columns_of_one_meaning_are_refused() -> None:
    found = problem("Name,Email,Mail\nRunner 1,a@club.example,b@club.example\n")
    assert "Email" in found.message and "--map 'Mail=-'" in found.message


def test_a_map_goes_before_headings() -> None:
    found = roster("Wer,Zeit,Age\nRunner 1,45:10,1980\n", Wer="name", Zeit="10k time", Age="-")
    (entry,) = found.entries
    assert entry.name == "Runner 1"
    assert [(race.metres, race.seconds) for race in entry.athlete.races] == [(10_000, 2710)]
    assert entry.athlete.age is None
    assert found.columns.left_out == ("Age",)


def test_a_map_of_a_column_that_is_not_there_is_refused() -> None:
    (found,) = roster("Name,Zeit\nRunner 1,45:10\n", Zeiten="10k time").problems
    assert "'Zeiten'" in found.message and "'Zeit'" in found.message


def test_a_table_without_names_is_refused() -> None:
    assert "head one 'Name'" in problem("Email,City\na@club.example,X\n").message
