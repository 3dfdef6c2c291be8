"""The same build again is given from the cache, and any change in what it is made of builds it again."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardmaker.cache import builds
from cardmaker.cache.builds import Built, once, open_builds
from tests.kit import Command

PLAN = """\
title: Kept
library: own
pictures: {plank: {file: plank.png, author: me, licence: own work}}
print: {stock: card.yaml, theme: mine}
workouts:
  legs:
    exercises:
      - jump: 3x10
      - plank: 3x40s
"""
JUMP = """\
name: Jump
section: legs
primary: [quads]
cues: [Bend your knees, Jump, Land softly]
"""
SIZES = "card: {width: 74 mm, height: 105 mm}\n"
BUILD = ("build", "plan.yaml", "-o", "out.pdf", "--templates", "templates", "--only", "cards")


@pytest.fixture
def folder(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with a picture, a stock, an exercise and a theme of its own."""
    from PIL import Image

    for name in ("own", "templates/themes", "config"):
        (in_folder / name).mkdir(parents=True)
    (in_folder / "plan.yaml").write_text(PLAN)
    (in_folder / "card.yaml").write_text(SIZES)
    (in_folder / "own/jump.yaml").write_text(JUMP)
    (in_folder / "templates/themes/mine.yaml").write_text("name: Mine\nextends: classic\n")
    Image.new("RGB", (400, 300), "#3070B0").save(in_folder / "plank.png")
    for path in in_folder.rglob("*"):
        os.utime(path, (1_000_000, 1_000_000))
    return in_folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A word for each time that a plan is made, and not given from the cache."""
    from cardmaker.api import Workshop

    times: list[str] = []
    make = Workshop.make

    def counted(*given: object, **named: object) -> object:
        times.append("made")
        return make(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Workshop, "make", counted)
    yield times


def test_the_same_again(folder: Path, command: Command, made: list[str]) -> None:
    first = command(*BUILD)
    pdf = (folder / "out.pdf").read_bytes()
    (folder / "out.pdf").unlink()
    again = command(*BUILD)
    assert made == ["made"]
    assert again == first  # all that was said, too
    assert (folder / "out.pdf").read_bytes() == pdf


def test_notes_are_repeated(folder: Path, command: Command, made: list[str]) -> None:
    said = [command(*BUILD, "--theme", "night") for _ in range(2)]
    assert "meant for screens" in said[0].err
    assert said[0] == said[1]
    assert made == ["made"]


CHANGES: dict[str, Callable[[Path], object]] = {
    "plan": lambda folder: (folder / "plan.yaml").write_text(PLAN.replace("Kept", "Changed")),
    "picture": lambda folder: shutil.copy(folder / "other.png", folder / "plank.png"),
    "stock": lambda folder: (folder / "card.yaml").write_text(SIZES.replace("74", "76")),
    "exercise": lambda folder: (folder / "own/jump.yaml").write_text(JUMP.replace("softly", "quietly")),
    "theme": lambda folder: (folder / "templates/themes/mine.yaml").write_text(
        "name: Mine\nextends: low-ink\n"
    ),
    "a theme before the bundled one": lambda folder: (folder / "templates/themes/classic.yaml").write_text(
        "name: Own\nextends: classic\ncolours: {ink: '#123456'}\n"
    ),
    "an exercise before the bundled one": lambda folder: (folder / "own/plank.yaml").write_text(JUMP),
    "a printer": lambda folder: (folder / "config/printers.yaml").write_text(
        "default: one\nprinters: {one: {back: {right: 1 mm}}}\n"
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_builds_it_again(folder: Path, command: Command, made: list[str], what: str) -> None:
    from PIL import Image

    Image.new("RGB", (400, 300), "#B03070").save(folder / "other.png")
    assert command(*BUILD).code == 0
    before = (folder / "out.pdf").read_bytes()
    CHANGES[what](folder)
    assert command(*BUILD).code == 0
    assert made == ["made", "made"]
    assert (folder / "out.pdf").read_bytes() != before


@pytest.mark.parametrize(
    "more", [("--theme", "bold"), ("--printer", "none"), ("--copies", "2"), ("--no-cache",)]
)
def test_another_option_builds_it_again(
    folder: Path, command: Command, made: list[str], more: tuple[str, ...]
) -> None:
    command(*BUILD)
    command(*BUILD, *more)
    assert made == ["made", "made"]


def test_another_environment_or_version_builds_it_again(
    folder: Path, command: Command, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command(*BUILD)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    command(*BUILD)
    monkeypatch.setattr(builds, "program_state", lambda: "another version")
    command(*BUILD)
    assert made == ["made"] * 3


def test_no_cache_keeps_nothing(folder: Path, command: Command, nothing_kept: Path) -> None:
    assert command(*BUILD, "--no-cache").code == 0
    assert not nothing_kept.exists()


def test_a_damaged_entry_is_built_again(
    folder: Path, command: Command, made: list[str], nothing_kept: Path
) -> None:
    first = command(*BUILD)
    (entry,) = (nothing_kept / "builds").iterdir()
    entry.write_bytes(entry.read_bytes()[:-100])
    assert command(*BUILD) == first
    assert made == ["made", "made"]


def test_a_cache_that_cannot_be_written_is_done_without(
    folder: Path, command: Command, nothing_kept: Path
) -> None:
    nothing_kept.touch()
    assert command(*BUILD).code == 0


def test_an_error_is_not_kept(folder: Path, command: Command, nothing_kept: Path) -> None:
    (folder / "plan.yaml").write_text("title: x\nweks: []\n")
    assert command(*BUILD).code == 3
    assert not nothing_kept.exists()


def test_standard_input_is_not_kept(in_folder: Path, command: Command, nothing_kept: Path) -> None:
    text = (in_folder / "small.yaml").read_text()
    assert command("build", "-", "-o", "out.pdf", stdin=text).code == 0
    assert not nothing_kept.exists()


def test_show_and_clear(folder: Path, command: Command, nothing_kept: Path) -> None:
    assert command("cache", "show").out.endswith("builds\n0 builds, 0 KB of 128.0 MB\n")
    command(*BUILD)
    assert "1 build, " in command("cache", "show").out
    assert command("cache", "clear").out == "1 build deleted\n"
    assert "0 builds, " in command("cache", "show").out


LONG_AGO = (1000, 1000)


def _unnoticed(file: Path, text: str) -> None:
    """Write a file as a clock shows it that hasn't moved on."""
    file.write_text(text)
    os.utime(file, LONG_AGO)


def _there_and_back(file: Path) -> None:
    file.write_text("two")
    file.write_text("one")


def _replaced(file: Path) -> None:
    other = file.with_suffix(".new")
    _unnoticed(other, "two")
    other.replace(file)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: _unnoticed(file, "two"),
        lambda file: file.write_text("longer"),
        lambda file: file.unlink(),
        _replaced,
        _there_and_back,
    ],
)
@pytest.mark.parametrize("first", ["read", "changed"])
def test_what_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, change: Callable[[Path], object], first: str
) -> None:
    file = tmp_path / "file"
    _unnoticed(file, "one")

    def make() -> Built:
        if first == "changed":
            file.open("rb").close()
            change(file)
        text = file.read_bytes() if file.exists() else b""
        if first == "read":
            change(file)
        return Built({"out": text}, {})

    once("x", make)
    assert once("x", lambda: Built({"out": b"anew"}, {})).files == {"out": b"anew"}


def test_what_appears_while_all_is_read_is_not_kept(tmp_path: Path) -> None:
    file, tree = tmp_path / "file", tmp_path / "tree"
    tree.mkdir()
    for new in (file, tree / "new"):

        def make(new: Path = new) -> Built:
            new.write_text("")
            return Built({"out": b"first"}, {})

        once(new.name, make, [file], [tree])
        assert once(new.name, lambda: Built({"out": b"anew"}, {})).files == {"out": b"anew"}


def test_what_stays_as_it_was_is_kept_however_new_it_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("one")
    os.utime(file, (time.time() + 1000, time.time() + 1000))
    assert once("x", lambda: Built({"out": file.read_bytes()}, {})).files == {"out": b"one"}
    assert once("x", lambda: Built({"out": b"anew"}, {})).files == {"out": b"one"}


def test_listed_folders_count(tmp_path: Path) -> None:
    def make() -> Built:
        return Built({"out": " ".join(sorted(path.name for path in tmp_path.iterdir())).encode()}, {})

    assert once("x", make).files == {"out": b""}
    (tmp_path / "new").touch()
    assert once("x", make).files == {"out": b"new"}


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARDMAKER_CACHE")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert open_builds() is None
    assert once("x", lambda: Built({"out": b"x"}, {})).files == {"out": b"x"}


def test_the_same_again_needs_no_large_package(folder: Path) -> None:
    """What is given again is written without pydantic, ReportLab and YAML being imported."""
    code = (
        f"import sys; from cardmaker.cli.main import run; code = run({list(BUILD)!r})\n"
        "print(code, [name for name in ('pydantic', 'reportlab', 'yaml', 'PIL') if name in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", code]
    said = [
        subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
        for _ in range(2)
    ]
    assert said == ["0 ['pydantic', 'reportlab', 'yaml', 'PIL']", "0 []"]
