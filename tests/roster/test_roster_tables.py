"""Tables as spreadsheet programs save them, and as other programs write them."""

from pathlib import Path

import pytest

from cardmaker.errors import SourceError
from tests.roster.kit import roster

TABLES = Path(__file__).parent / "tables"
"""Saved by LibreOffice: a title over the headings, times and dates as such, decimal commas, a cell of two lines."""


@pytest.mark.parametrize("name", ["club.xlsx", "club.ods", "club-cp1252.csv", "club-utf16.tsv"])
def test_a_spreadsheet_program_s_file_is_read(name: str) -> None:
    found = roster((TABLES / name).read_bytes(), name)
    assert not found.problems
    first, second, third = found.entries
    assert [entry.name for entry in found.entries] == ["Läufer Eins", "Läuferin Zwei", "Läufer Drei"]
    assert [race.seconds for race in first.athlete.races] == [22 * 60 + 30, 6310]
    assert [race.seconds for race in third.athlete.races] == [2 * 3600 + 300]
    assert str(second.athlete.max_lifts["squat"]) == "62.5 kg"
    assert str(first.athlete.bodyweight) == "71.5 kg"
    assert [str(entry.start) for entry in found.entries] == ["2027-03-01", "2027-03-08", "None"]
    assert first.words["goal"] == "Sub 45 at the spring race"
    assert any("Spring group 2027" in remark for remark in found.remarks)


def test_lines_are_those_of_the_file_also_behind_cells_of_several_lines() -> None:
    found = roster('Name;Note;Age\nRunner 1;"two\nlines";30\nRunner 2;;x\n')
    assert [problem.line for problem in found.problems] == [4]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[{"name": "Runner 1", "races": {"10 km": "45:10"}, "lifts": {"squat": "80 kg"}}]', "club.json"),
        (
            "athletes:\n  - name: Runner 1\n    races: {10 km: '45:10'}\n    lifts: {squat: 80 kg}\n",
            "club.yaml",
        ),
        ("- name: Runner 1\n  10k time: 45:10\n  squat 1RM: 80\n", "club.yml"),
        ("Name\t10k\tSquat 1RM\nRunner 1\t45:10\t80\n", "stdin"),
        ("\ufeffName,10k,Squat 1RM\r\nRunner 1,45:10,80\r\n,,\r\n,,\r\n", "club.csv"),
        ('"Name","10k","Squat 1RM",,\n"Runner 1","45:10","80",,\n', "club.csv"),
    ],
)
def test_one_athlete_however_it_is_written(text: str, name: str) -> None:
    found = roster(text, name)
    assert not found.problems
    (entry,) = found.entries
    assert entry.name == "Runner 1"
    assert [(race.metres, race.seconds) for race in entry.athlete.races] == [(10_000, 2710)]
    assert str(entry.athlete.max_lifts["squat"]) == "80 kg"


def test_mistakes_in_yaml_have_their_lines() -> None:
    found = roster("- name: Runner 1\n- name: Runner 2\n  age: old\n", "club.yaml")
    assert [(problem.line, problem.field) for problem in found.problems] == [(2, "age")]


def test_a_list_of_names_is_enough() -> None:
    assert [entry.name for entry in roster("Name\nRunner 1\nRunner 2\n").entries] == ["Runner 1", "Runner 2"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("", "club.csv", "empty"),
        ("1,2\n3,4\n", "club.csv", "no row of headings"),
        ("title: x\n", "club.yaml", "list of athletes"),
        ("[]", "club.json", "list of athletes"),
    ],
)
def test_what_is_no_table_is_refused(text: str, name: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        roster(text, name)


def test_minutes_that_ods_has_as_more_than_a_day_are_minutes() -> None:
    found = roster((TABLES / "long.ods").read_bytes(), "long.ods")
    assert not found.problems
    assert [race.seconds for entry in found.entries for race in entry.athlete.races] == [
        25 * 60,
        45 * 60 + 10,
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?>\n<office:document/>\n',
        "<HTML><table><tr><td>Name</td></tr></table>",
        " <table>\n",
    ],
)
def test_what_only_looks_like_a_table_has_its_remedy(text: str) -> None:
    with pytest.raises(SourceError, match=r"a flat file, not a table; .* save it as .xlsx, .ods or .csv"):
        roster(text, "club.xls")
