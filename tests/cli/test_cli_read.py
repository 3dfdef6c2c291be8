"""`cardmaker read`: a line → what it is read as, in words and as JSON, one by one or from a file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardmaker.cli.app import app
from cardmaker.errors import PlanError


def read(*args: str, stdin: str = "") -> str:
    result = CliRunner().invoke(app, ["read", *args], input=stdin, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_line_in_words() -> None:
    assert read("8 mi with 4 mi at LT").splitlines() == [
        "12.87 km in all, hardest: threshold",
        "  8 mi, of which:",
        "    4 mi threshold",
    ]


def test_habits_are_reported() -> None:
    assert "'pace' alone is read as race pace" in read("5 mi pace")


def test_a_line_as_json() -> None:
    assert json.loads(read("12 km (6 km tempo)", "--json")) == {
        "km": 12, "effort": "tempo", "parts": ["easy", "6 km tempo", "easy"],
    }  # fmt: skip


def test_other_sports_by_their_word() -> None:
    assert json.loads(read("brick: 40 km bike + 5 km run", "--json"))["parts"] == ["40 km bike", "5 km run"]


def test_sets() -> None:
    assert read("3x8-12 @ RPE 7, rest 90 s", "--sets").strip()


def test_a_refusal_is_one_line() -> None:
    with pytest.raises(PlanError, match="'5m' could be 5 min, 5 mi or 5 km"):
        CliRunner().invoke(app, ["read", "5m easy"], catch_exceptions=False)
    assert json.loads(read("5m easy", "--json"))["refused"].startswith("'5m' could be")


@pytest.mark.parametrize("by", ["file", "-"])
def test_lines_of_a_file(tmp_path: Path, by: str) -> None:
    text = "8 km easy\r\n\n5m easy\n6 x 400 m @ 5k w/ 200 m jog\n"
    path = tmp_path / "lines.txt"
    path.write_text(text, encoding="utf-8", newline="")
    output = read("--lines", str(path)) if by == "file" else read("--lines", "-", stdin=text)
    answers = [json.loads(line) for line in output.splitlines()]
    assert [answer.get("km") for answer in answers] == [8, None, None, 3.6]
    assert "refused" in answers[1]
    assert "refused" in answers[2]


def test_one_line_or_a_file() -> None:
    result = CliRunner().invoke(app, ["read"])
    assert result.exit_code == 2
    assert "--lines FILE" in result.output


def test_a_distance_has_the_unit_that_is_given_or_that_other_lines_have() -> None:
    assert json.loads(read("6 easy", "--unit", "mi", "--json"))["km"] == 9.66
    lines = read("--lines", "-", stdin="5 mi easy\n10 miles\n6 easy\n")
    assert json.loads(lines.splitlines()[2])["km"] == 9.66
    lines = read("--lines", "-", stdin="5 mi easy\n10 km\n6 easy\n")
    assert "could be" in json.loads(lines.splitlines()[2])["refused"]


def test_a_line_in_another_language() -> None:
    assert (
        json.loads(read("8 x 400 m, 200 m Trabpause", "--language", "de", "--json"))["after_each"]
        == "200 m jog"
    )
    assert json.loads(read("3 Sätze zu je 12", "--sets", "--language", "de", "--json")) == {
        "sets": 3,
        "reps": 12,
    }
    result = CliRunner().invoke(app, ["read", "8 km", "--language", "xx"])
    assert "no language 'xx'" in str(result.exception)


def test_a_line_without_a_language_is_read_in_that_of_its_words() -> None:
    answer = json.loads(read("22 km, letzte 5 km im MRT", "--json"))
    assert (answer["km"], answer["parts"]) == (22, ["17 km easy", "5 km marathon"])
    assert any("'letzte' is a word of 'de'" in line for line in answer["told"])
    assert json.loads(read("22 km, letzte 5 km im MRT", "--json", "--language", "en")) != answer
    assert "'letzte' is a word of 'de'" in read("22 km, letzte 5 km im MRT")


def test_a_line_that_shows_no_language_is_read_in_that_of_half_of_the_others() -> None:
    answers = [
        json.loads(line) for line in read("--lines", "-", stdin="10 km locker\n12 km RDL\n").splitlines()
    ]
    assert [answer.get("effort") for answer in answers] == ["easy", "easy"]
    among_others = "10 km locker\n12 km RDL\n8 km easy\n"
    answers = [json.loads(line) for line in read("--lines", "-", stdin=among_others).splitlines()]
    assert [answer.get("effort") for answer in answers] == ["easy", None, "easy"]


def test_an_exercise_keeps_its_name_and_each_remark_is_one() -> None:
    line = "Kniebeuge mit Stange: 3x11+ Wiederholungen"
    answer = json.loads(read("--sets", line, "--json"))
    assert answer["exercise"] == "Kniebeuge mit Stange"
    assert [told[:12] for told in answer["told"]] == ["every set of", "'stange' is "]
    assert read("--sets", line).startswith("exercise: Kniebeuge mit Stange\n")
