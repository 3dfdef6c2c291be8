"""`cardmaker new`: a starter plan that works, its schema next to it, and never a file lost."""

import datetime
import json
import re
from pathlib import Path

import pytest
import yaml

from cardmaker import assets
from tests.kit import PLANS, Command


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests, wherever they are."""
    monkeypatch.setenv("LC_ALL", "C")


def test_a_new_plan_can_be_checked_and_built(command: Command, in_folder: Path) -> None:
    done = command("new", "mine.yaml")
    assert done.code == 0 and not done.err
    assert done.out.splitlines() == [
        "wrote mine.yaml",
        "wrote plan.schema.json",
        "Change it, then: cardmaker check mine.yaml; cardmaker build mine.yaml",
    ]
    assert command("check", "mine.yaml").code == 0


def test_its_first_line_names_the_schema_next_to_it(command: Command, in_folder: Path) -> None:
    command("new", "mine.yaml")
    first = (in_folder / "mine.yaml").read_text().splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)[1]
    assert json.loads((in_folder / named).read_text())["title"] == "A training plan for cardmaker"


def test_every_bundled_plan_can_be_the_start(command: Command, in_folder: Path) -> None:
    for path in assets.templates("plans").glob("*.yaml"):
        assert command("new", path.name, "--from", path.stem).code == 0
        assert (in_folder / path.name).read_text() == path.read_text()


@pytest.mark.parametrize(
    ("set_to", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "es_MX.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "en_CA"}, "letter"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "en_US.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "ca_ES@valencia"}, "a4"),
        ({"LC_ALL": "C.UTF-8"}, "a4"),
    ],
)
def test_the_paper_is_that_of_the_locale_and_stays_in_the_plan(
    command: Command, in_folder: Path, monkeypatch: pytest.MonkeyPatch, set_to: dict[str, str], paper: str
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    done = command("new", "mine.yaml")
    assert (f"Its paper is {paper}, as the locale is " in done.out) == ("C.UTF-8" not in set_to.values())
    said = yaml.safe_load((in_folder / "mine.yaml").read_text())["print"]["paper"]
    assert said == paper
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert f"of {paper.title()}," in command("build", "mine.yaml", "--only", "sheets").out


def test_without_a_name_and_without_a_suffix(command: Command, in_folder: Path) -> None:
    assert "wrote my-plan.yaml" in command("new").out
    assert "wrote spring.yaml" in command("new", "spring").out


def test_what_is_there_is_kept_unless_forced(command: Command, in_folder: Path) -> None:
    before = (in_folder / "small.yaml").read_text()
    assert command("new", "small.yaml").code == 10
    assert (in_folder / "small.yaml").read_text() == before
    assert not (in_folder / "plan.schema.json").exists()
    assert command("new", "small.yaml", "--force").code == 0
    assert (in_folder / "small.yaml").read_text() != before


def test_another_schema_is_kept_and_reported(command: Command, in_folder: Path) -> None:
    (in_folder / "plan.schema.json").write_text("{}")
    done = command("new", "mine.yaml")
    assert done.code == 0
    assert done.err.startswith("note: plan.schema.json differs")
    assert (in_folder / "plan.schema.json").read_text() == "{}"


def test_the_current_schema_is_not_written_again(command: Command, in_folder: Path) -> None:
    command("new", "one.yaml")
    done = command("new", "two.yaml")
    assert "plan.schema.json" not in done.out + done.err


def test_in_a_folder_that_is_not_there(command: Command, in_folder: Path) -> None:
    done = command("new", "no/such/mine.yaml")
    assert done.code == 10
    assert "there is no folder 'no/such'" in done.err
    assert [path.name for path in in_folder.iterdir()] == ["small.yaml"]


def test_a_name_with_blanks_is_quoted_in_the_advice(command: Command) -> None:
    assert "cardmaker build 'my plan.yaml'" in command("new", "my plan.yaml").out


def test_a_plan_that_leads_to_a_race(command: Command, in_folder: Path) -> None:
    race = datetime.date(2040, 3, 11)
    asked = ("--distance", "10k", "--race", race.isoformat(), "--weeks", "8", "--days", "3")
    assert command("new", "race.yaml", *asked).code == 0
    text = (in_folder / "race.yaml").read_text()
    assert f"race: {{date: {race}, run: 10 km race" in text
    assert text.startswith("# yaml-language-server: $schema=plan.schema.json\n")
    done = command("check", "race.yaml")
    assert done.code == 0
    assert all("a log has room for" in line for line in done.err.splitlines()), done.err
    assert done.out.startswith("ok: race.yaml: 8 weeks")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--race", "2027-05-16"], "give --distance 5k|10k|half|marathon"),
        (["--distance", "10k", "--race", "2020-05-16"], "is in the past"),
        (["--distance", "10k", "--race", "16 May"], "year-month-day"),
        (["--distance", "10k", "--weeks", "3"], "at least 6 weeks"),
        (["--distance", "10k", "--from", "marathon"], "leave it out next to --distance"),
        (["--distance", "100k"], "'100k'; write 5k, 10k, half or marathon"),
    ],
)
def test_what_no_plan_can_be_made_for_is_refused(
    command: Command, in_folder: Path, asked: list[str], said: str
) -> None:
    done = command("new", "race.yaml", *asked)
    assert done.code == 2
    assert said in done.err
    assert not (in_folder / "race.yaml").exists()


def test_help_lists_the_starter_plans_with_what_they_are_for(command: Command) -> None:
    out = " ".join(command("new", "--help").out.split())
    assert "three-day-gym Three days a week in the gym, eight weeks," in out
    assert all(name in out for name in PLANS)


@pytest.mark.parametrize(
    ("options", "title", "stays"),
    [
        (("--language", "de"), "Laufwoche", False),
        (("--language", "en"), "A runner’s week", False),
        (("--language", "de", "--from", "ten-k"), "10 km with strength", True),
        (("--language", "en", "--from", "laufwoche"), "Laufwoche", True),
        (("--language", "de", "--distance", "10k"), "10 km in 10 weeks", True),
    ],
)
def test_a_plan_prints_in_the_language_that_is_asked_for(
    command: Command, in_folder: Path, options: tuple[str, ...], title: str, stays: bool
) -> None:
    done = command("new", "mine.yaml", *options)
    data = yaml.safe_load((in_folder / "mine.yaml").read_text())
    assert data.get("language", "en") == options[1]
    assert data["title"] == title
    assert ("what the plan says itself is still in" in done.out) == stays
    assert command("check", "mine.yaml", "--only", "sheets", "--week", "1").code == 0


def test_a_language_that_is_not_there(command: Command) -> None:
    done = command("new", "mine.yaml", "--language", "dee")
    assert (done.code, done.err) == (6, "error: no language 'dee'; did you mean 'de'?\n")
