"""The language that lines are written in, by words that only it has, and what a plan that doesn't say it is asked."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import load_plan
from cardmaker.plan.tongues import language_of
from cardmaker.resolve.names import open_catalogue

NAMES = open_catalogue()


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("10 km locker", "locker"),
        ("6x800m in 3:20, 3 min Trabpause", "trabpause"),
        ("8 km ZÜGIG", "zügig"),
        ("8 km easy then 2 km locker", "locker"),
        ("2 km EL, 5 km TDL, 2 km AL", "EL"),
        ("10 km LDL", "LDL"),
        ("70 min DL 1", "DL 1"),
        ("12 km DL2", "DL2"),
        ("10 km GA1, HF < 145", "HF"),
    ],
)
def test_a_word_shows_the_language(line: str, word: str) -> None:
    assert language_of(line, NAMES) == ("de", word)


@pytest.mark.parametrize(
    "line",
    [
        "8 mi with 4 mi at LT",
        "Tempo 20 min",
        "crescendo 8 km",
        "6 x 400 m, links course",
        "5 km TP",
        "RDL 3x8, 2 min rest",
        "20 min RDL, XYZ",
        "DL 3x8, 2 min rest",
        "swim 400 meter",
    ],
)
def test_words_that_english_has_too_show_nothing(line: str) -> None:
    assert language_of(line, NAMES) == ("", "")


def refused(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_plan(path, NAMES)
    return [f"{one.line}: {one.field}: {one.message}" for one in caught.value.problems]


WEEK = "title: Woche\n{head}weeks:\n  - mon: {{run: 10 km locker}}\n    wed: {{run: 8 km zügig}}\n"


def test_a_plan_in_another_language_is_asked_once_for_all(tmp_path: Path) -> None:
    [asked] = refused(tmp_path, WEEK.format(head=""))
    assert asked.startswith("3: language: ")
    assert "'locker' and 'zügig'" in asked
    assert "'language: de'" in asked
    assert "'language: en'" in asked


@pytest.mark.parametrize("head", ["language: de\n", "language: en\n"])
def test_a_plan_that_says_its_language_is_not(tmp_path: Path, head: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(WEEK.format(head=head), encoding="utf-8")
    run = load_plan(path, NAMES).plan.weeks[0].day("mon")[0].run
    assert run is not None
    assert str(run) == ("10 km easy" if "de" in head else "10 km “locker”")


def test_names_of_days_count_with_the_words(tmp_path: Path) -> None:
    [asked] = refused(tmp_path, "title: Woche\nweeks:\n  - mi: {run: 10 km}\n    do: {run: 8 km}\n")
    assert "'mi' and 'do'" in asked


def test_a_single_word_may_be_a_loan(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("title: Week\nweeks:\n  - mon: {run: 10 km locker}\n", encoding="utf-8")
    assert load_plan(path, NAMES).plan.title == "Week"


def test_names_and_notes_may_be_in_any_language(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "title: Woche\nweeks:\n  - focus: locker und ruhig\n"
        "    mon: {run: 10 km, name: Dauerlauf, note: langsam und locker}\n",
        encoding="utf-8",
    )
    assert load_plan(path, NAMES).plan.title == "Woche"
