"""`cardmaker list` and `cardmaker show`: what there is, for people and for programs."""

import json
import re
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.theme.kinds import KINDS
from tests.kit import Command


def ids(out: str) -> list[str]:
    return [line.split()[0] for line in out.splitlines()]


def test_all_exercises_are_listed(command: Command) -> None:
    found = ids(command("list", "exercises").out)
    assert sorted(found) == sorted(path.stem for path in assets.templates("exercises").glob("*.yaml"))


def test_columns_line_up(command: Command) -> None:
    lines = command("list", "exercises").out.splitlines()
    starts = {line.index(line.split(maxsplit=1)[1]) for line in lines}
    assert len(starts) == 1


def test_by_muscle_and_equipment(command: Command) -> None:
    found = ids(command("list", "exercises", "--muscle", "glutes", "--equipment", "none").out)
    assert {"squat", "lunge", "glute-bridge"} <= set(found)
    assert not {"hip-thrust", "monster-walk", "push-up"} & set(found)
    assert ids(command("list", "--muscle", "glutes", "--equipment", "none").out) == found


def test_by_kind_and_level(command: Command) -> None:
    found = ids(command("list", "--kind", "rehab", "--level", "beginner", "--muscle", "calves").out)
    assert {"heel-drop", "ankle-inversion"} <= set(found)
    assert not {"calf-raise", "double-under"} & set(found)
    listed = json.loads(command("list", "--kind", "rehab", "--level", "beginner", "--json").out)
    assert {(one["kind"], one["level"]) for one in listed} == {("rehab", "beginner")}


def test_names_and_words_in_another_language(command: Command) -> None:
    german = command("list", "exercises", "bankdrücken", "--language", "de").out
    assert german.startswith("bench-press") and "Langhantel, Bank" in german
    both = [command("list", "exercises", "--language", one, "--json").out for one in ("en", "de")]
    english, other = ({one["id"]: one["name"] for one in json.loads(out)} for out in both)
    assert english.keys() == other.keys()
    assert (english["squat"], other["squat"]) == ("Squat", "Kniebeuge")
    assert "\xad" not in command("list", "muscles", "--language", "de").out


@pytest.mark.parametrize(
    ("german", "english"),
    [
        (["--muscle", "Gesäß"], ["--muscle", "glutes"]),
        (["--muscle", "seitliches Gesäß"], ["--muscle", "glute-med"]),
        (["--equipment", "kurzhanteln"], ["--equipment", "dumbbells"]),
        (["--level", "schwer", "--kind", "power"], ["--level", "advanced", "--kind", "power"]),
    ],
)
def test_options_take_the_words_of_the_language(
    command: Command, german: list[str], english: list[str]
) -> None:
    found = ids(command("list", *german, "--language", "de").out)
    assert found and sorted(found) == sorted(ids(command("list", *english).out))


def test_words_that_a_language_lacks_are_noted(command: Command, in_folder: Path) -> None:
    own = in_folder / "mine" / "wording"
    (own / "xx").mkdir(parents=True)
    (own / "xx.yaml").write_text("name: Xish\nlanguage: en\nmuscles: {quads: dik}\n", "utf-8")
    (own / "xx" / "squat.yaml").write_text("name: Hurk\nstart: Sta.\n", "utf-8")
    asked = ("--language", "xx", "--templates", "mine")
    done = command("list", "exercises", "--level", "beginner", "--muscle", "dik", *asked)
    assert re.search(r"^squat +Hurk +dik, glutes", done.out, re.MULTILINE)
    assert done.err == f"note: 'xx' has no words for {len(ids(done.out)) - 1} of these; they are in English\n"
    done = command("show", "hurk", *asked)
    assert done.out.startswith("Hurk (squat)") and "dik, glutes" in done.out
    assert done.err.startswith("note: 'xx' has no words here for cues, mistakes, ")


def test_show_in_another_language(command: Command) -> None:
    done = command("show", "squat", "--language", "de")
    assert not done.err
    assert done.out.startswith("Kniebeuge (squat)\n")
    assert "Quadrizeps, Gesäß; also Beinbeuger" in done.out and "ohne Geräte" in done.out
    data = json.loads(command("show", "Kniebeuge", "--language", "de", "--json").out)
    assert (data["id"], data["name"], data["level"]) == ("squat", "Kniebeuge", "beginner")


def test_typos_are_forgiven(command: Command) -> None:
    assert ids(command("list", "exercises", "nordc", "crl").out) == ["nordic-curl"]


def test_own_exercises_are_listed(command: Command, in_folder: Path) -> None:
    own = in_folder / "mine" / "exercises"
    own.mkdir(parents=True)
    (own / "wall-sit.yaml").write_bytes((assets.templates("exercises") / "squat.yaml").read_bytes())
    assert "wall-sit" in ids(command("list", "exercises", "--templates", "mine").out)
    assert str(own / "wall-sit.yaml").endswith(
        json.loads(command("show", "wall-sit", "--templates", "mine", "--json").out)["path"]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_templates_are_listed_with_their_names(command: Command, kind: str) -> None:
    found = command("list", kind).out.splitlines()
    files = sorted(path.stem for path in assets.templates(KINDS[kind].folder).glob("*.yaml"))
    assert files and sorted(line.split()[0] for line in found) == files
    assert all(len(line.split()) > 1 for line in found)


@pytest.mark.parametrize("kind", ["exercises", "muscles", "equipment", *KINDS])
def test_json_is_for_programs(command: Command, kind: str) -> None:
    listed = json.loads(command("list", kind, "--json").out)
    assert [one["id"] for one in listed] == ids(command("list", kind).out)
    assert all(one["name"] for one in listed)


def test_the_overview_counts_every_kind(command: Command) -> None:
    lines = command("list").out.splitlines()
    counted = {line.split()[0]: int(line.split()[1]) for line in lines[: lines.index("")]}
    assert list(counted) == ["exercises", "muscles", "equipment", *KINDS, "illustrations"]
    assert counted == {kind: len(names) for kind, names in json.loads(command("list", "--json").out).items()}
    assert all(counted.values())


def test_a_head_is_for_people_only(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not command("list", "stocks").out.startswith("id ")
    monkeypatch.setattr("cardmaker.cli.terminal.shown_to_a_person", lambda stream: True)
    assert command("list", "stocks").out.startswith("id ")


def test_show_prints_all_that_an_exercise_file_says(command: Command) -> None:
    out = " ".join(command("show", "Nordic curls").out.split())
    data = json.loads(command("show", "nordic-curl", "--json").out)
    assert data["id"] == "nordic-curl"
    said = [
        data["name"],
        data["start"],
        data["breathing"],
        data["why"],
        data["stop"],
        data["section"],
        data["path"],
    ]
    said += [cue["text"] for cue in data["cues"]]
    said += [words for mistake in data["mistakes"] for words in (mistake["wrong"], mistake["instead"])]
    said += [data[way]["text"] for way in ("easier", "harder", "no_equipment") if data[way]]
    assert len(said) > 12
    for words in said:
        assert words in out


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.deep)])
def test_every_exercise_can_be_shown(command: Command, each: int) -> None:
    for path in sorted(assets.templates("exercises").glob("*.yaml"))[::each]:
        done = command("show", path.stem)
        assert done.code == 0 and f"({path.stem})" in done.out
        assert max(map(len, done.out.splitlines()[:-1])) <= 100


@pytest.mark.parametrize(("kind", "name"), [(kind.one, path.stem) for kind in KINDS.values()
                                            for path in assets.templates(kind.folder).glob("*.yaml")])  # fmt: skip
def test_every_template_can_be_shown(command: Command, kind: str, name: str) -> None:
    done = command("show", name, "--kind", kind)
    assert done.code == 0, done
    assert f"({kind} {name})" in done.out
    assert f"{name}.yaml" in done.out
    data = json.loads(command("show", name, "--kind", kind, "--json").out)
    assert (data["id"], data["kind"]) == (name, kind)


def test_a_stock_says_how_many_cards_go_on_a_sheet(command: Command) -> None:
    assert "a4: 8 cards, 2 across and 4 down" in command("show", "a7").out


def test_a_broken_template_is_reported_with_its_line(command: Command, in_folder: Path) -> None:
    (in_folder / "mine" / "stocks").mkdir(parents=True)
    (in_folder / "mine" / "stocks" / "bad.yaml").write_text("name: Bad\ncard: {width: 10 mm}\n")
    assert "bad" in ids(command("list", "stocks", "--templates", "mine").out)
    done = command("show", "bad", "--templates", "mine")
    assert done.code == 4
    assert done.err.startswith("mine/stocks/bad.yaml:")
