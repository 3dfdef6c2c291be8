"""`cardmaker list illustrations`, and what `check` says of pictures: whose each is, and where it lies."""

import json
from pathlib import Path

import pytest
from PIL import Image as Pillow

from cardmaker import assets
from tests.kit import Command

PLAN = """title: Pictures
workouts: {a: {exercises: [squat: 3x8, lunge: 3x8/side]}}
pictures:
  squat: photo.png
  lunge: {file: lunge.png, author: Coach, licence: own work}
"""


@pytest.fixture
def plan(in_folder: Path) -> Path:
    """A plan with two pictures, of which one has no rights given."""
    for name in ("photo.png", "lunge.png"):
        Pillow.new("RGB", (40, 30), "teal").save(in_folder / name)
    path = in_folder / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def rows(out: str) -> list[list[str]]:
    return [line.split("   ") for line in out.splitlines()]


def test_every_bundled_picture_has_author_and_licence(command: Command) -> None:
    listed = json.loads(command("list", "illustrations", "--json").out)
    pictures = {
        path.stem for path in assets.illustrations().iterdir() if path.suffix in (".svg", ".png", ".jpg")
    }
    assert {one["id"] for one in listed} == pictures
    for one in listed:
        assert one["author"] and one["licence"]
        assert Path(one["where"]).name.startswith(one["id"])


@pytest.mark.parametrize(
    ("words", "found"),
    [(["squat"], True), (["goblet", "squat"], True), (["gobelt"], True), (["mit"], True), (["zzzz"], False)],
)
def test_words_choose_typos_and_all(command: Command, words: list[str], found: bool) -> None:
    done = command("list", "illustrations", *words)
    ids = [line.split()[0] for line in done.out.splitlines()]
    assert ("goblet-squat" in ids) is found
    assert "plank" not in ids or words == ["mit"]
    assert ("no illustration fits" in done.err) is not found


def test_a_plan_s_own_come_first(command: Command, plan: Path) -> None:
    lines = command("list", "illustrations", "--plan", "plan.yaml").out.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["lunge", "Coach", "own", "work", "lunge.png"],
        ["squat", "unknown", "unknown", "photo.png"],
    ]
    unknown = json.loads(command("list", "illustrations", "unknown", "--plan", "plan.yaml", "--json").out)
    assert unknown == [{"id": "squat", "author": "", "licence": "", "where": "photo.png"}]


def test_pictures_in_template_folders_are_listed(command: Command, in_folder: Path) -> None:
    own = in_folder / "mine" / "exercises"
    own.mkdir(parents=True)
    (own / "wall-sit.yaml").write_text(
        "name: Wall sit\nsection: legs\nprimary: [quads]\ncues: [a, b, c]\npicture: {file: w.png, author: Coach}\n",
        "utf-8",
    )
    [first, *_] = command("list", "illustrations", "coach", "--templates", "mine").out.splitlines()
    assert first.split() == ["wall-sit", "Coach", "unknown", "mine/exercises/w.png"]


def test_in_short_they_are_counted(command: Command) -> None:
    assert any(line.startswith("illustrations") for line in command("list").out.splitlines())


def test_check_warns_and_goes_on(command: Command, plan: Path) -> None:
    done = command("check", "plan.yaml")
    assert done.code == 0
    [warning] = [line for line in done.err.splitlines() if line.startswith("warning: ")]
    assert warning == (
        "warning: plan.yaml:4: pictures.squat: 'photo.png': its author and licence are unknown; "
        "write {file: photo.png, author: ..., licence: ...}"
    )
    assert done.out.startswith("ok: plan.yaml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "themes", "--plan", "plan.yaml"], "--plan is for 'list illustrations'"),
        (
            ["list", "illustrations", "--muscle", "quads"],
            "--equipment, --kind and --level go with 'list exercises'",
        ),
        (["list", "illustrtions"], "did you mean 'illustrations'?"),
    ],
)
def test_what_does_not_go_together_is_reported(
    command: Command, plan: Path, arguments: list[str], words: str
) -> None:
    done = command(*arguments)
    assert done.code == 2
    assert words in done.err


def test_a_missing_picture_is_reported_with_its_line(command: Command, plan: Path) -> None:
    (plan.parent / "photo.png").unlink()
    done = command("check", "plan.yaml")
    assert done.code == 9
    assert done.err.startswith(
        "plan.yaml:4: pictures.squat: picture 'photo.png': no such file in this folder"
    )
    assert len(done.err.splitlines()) == 1
