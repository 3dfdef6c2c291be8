"""Bundled files are made records ahead of time: the same as reading gives, and never out of date."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cardmaker import assets, ready
from cardmaker.library import index
from cardmaker.library.library import open_library
from cardmaker.library.reading import as_written
from cardmaker.library.words import read_words
from cardmaker.resolve.names import open_catalogue
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_paper, load_stock
from cardmaker.wording.wording import load_wording, wording_names

SHELF = Shelf()
READ: dict[str, Callable[[str], object]] = {
    "themes": SHELF.theme,
    "palettes": SHELF.palette,
    "faces": SHELF.face,
    "sheets": SHELF.sheet,
    "books": SHELF.leaf,
    "screens": SHELF.screen,
    "stocks": load_stock,
    "papers": load_paper,
    "wording": load_wording,
    "heads": lambda name: Shelf().face_head(name),
    "exercises": lambda name: as_written(assets.templates("exercises") / f"{name}.yaml"),
    "words": lambda name: read_words(assets.templates("wording") / f"{name}.yaml"),
}
NAMES = {
    **{kind: SHELF.names(kind) for kind in ("themes", "palettes", "faces", "sheets", "books", "screens")},
    "stocks": KINDS["stocks"].names(),
    "papers": KINDS["papers"].names(),
    "wording": wording_names(),
    "heads": SHELF.names("faces"),
    "exercises": open_library().ids,
    "words": [
        f"{path.parent.name}/{path.stem}" for path in sorted(assets.templates("wording").glob("*/*.yaml"))
    ],
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store of the test's own."""
    monkeypatch.setattr(assets, "store", lambda: tmp_path / "made")
    return tmp_path / "made"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with all records, as the wheel brings it along."""
    folder = tmp_path_factory.mktemp("made")
    with ready.filling(folder):
        open_catalogue().read_all()
    yield folder


def entries(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))


@pytest.mark.parametrize("kind", NAMES)
def test_a_record_is_what_reading_gives(kind: str, full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "is_bundled", lambda _path: False)
    read = {name: READ[kind](name) for name in NAMES[kind]}
    monkeypatch.undo()
    monkeypatch.setattr(assets, "store", lambda: full)
    monkeypatch.setattr(assets, "is_checkout", lambda: False)
    monkeypatch.setattr(ready, "_code", lambda: "")

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("cardmaker.validation._reader", refuse)
    for name, one in read.items():
        made = READ[kind](name)
        assert made == one, name
        assert sorted(facts(made)) == sorted(facts(one)), name  # down to 1 and 1.0, which are equal


def facts(record: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """All that a record holds, by path."""
    if hasattr(record, "__dataclass_fields__"):
        for name in record.__dataclass_fields__:
            yield from facts(getattr(record, name), f"{path}.{name}")
    elif isinstance(record, dict):
        for name, one in record.items():
            yield from facts(one, f"{path}.{name}")
    elif isinstance(record, tuple):
        yield path, type(record).__name__
        for number, one in enumerate(record):
            yield from facts(one, f"{path}.{number}")
    else:
        yield path, repr(record)


def test_every_bundled_file_has_its_record(full: Path) -> None:
    kinds = READ.keys() - {"heads", "words"}
    files = [path for kind in kinds for path in folder_of(kind).glob("*.yaml")]
    files += assets.templates("wording").glob("*/*.yaml")
    assert len(files) > 100
    assert {entry.split(".")[0] for entry in entries(full)} == {f"{p.parent.name}/{p.stem}" for p in files}


def folder_of(kind: str) -> Path:
    return assets.templates("stocks/papers" if kind == "papers" else kind)


def test_a_checkout_keeps_what_it_reads(store: Path) -> None:
    Shelf().face("pocket")
    assert entries(store) == ["faces/pocket.Face.json"]


def test_an_installed_program_writes_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "is_checkout", lambda: False)
    Shelf().face("pocket")
    assert not store.exists()


def test_a_theme_names_the_one_it_extends(store: Path) -> None:
    Shelf().theme("night")
    head = json.loads((store / "themes/night.Theme.json").read_text().splitlines()[0])
    assert [*head["files"]] == ["templates/themes/night.yaml", "templates/themes/classic.yaml"]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda head, body: (head | {"format": 0}, body), id="another format"),
        pytest.param(lambda head, body: (head | {"code": "older"}, body), id="made by older code"),
        pytest.param(
            lambda head, body: (head | {"files": dict.fromkeys(head["files"], "00")}, body),
            id="made of another file",
        ),
        pytest.param(lambda head, body: (head, body[: len(body) // 2]), id="half an entry"),
        pytest.param(lambda head, body: (head | {"kinds": ["theme.face.None"]}, body), id="unknown kinds"),
        pytest.param(lambda head, body: ([], ""), id="something else"),
    ],
)
def test_what_is_not_right_is_read_again(store: Path, wrong: Callable[[Any, str], tuple[Any, str]]) -> None:
    whole = Shelf().face("pocket")
    entry = store / "faces/pocket.Face.json"
    good = entry.read_text(encoding="utf-8")
    head, body = good.split("\n", 1)
    changed, rest = wrong(json.loads(head), body)
    entry.write_text(f"{json.dumps(changed)}\n{rest}", encoding="utf-8")
    assert Shelf().face("pocket") == whole
    assert entry.read_text(encoding="utf-8") == good  # renewed


def test_a_store_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(assets, "store", lambda: tmp_path / "file")
    assert Shelf().face("pocket").id == "pocket"


def test_a_users_own_file_is_always_read(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    (folder / "faces").mkdir(parents=True)
    shutil.copy(assets.templates("faces") / "pocket.yaml", folder / "faces")
    shelf = Shelf((folder,))
    own = shelf.face("pocket")
    assert not store.exists()
    assert own == SHELF.face("pocket")


def test_a_bundled_theme_on_a_users_own_one(tmp_path: Path) -> None:
    """A bundled theme may extend one that a user has put in the bundled one's place."""
    themes = tmp_path / "themes"
    themes.mkdir()
    (themes / "classic.yaml").write_text("name: Own\nextends: classic\ncolours: {own: '#123456'}\n")
    assert "own" not in Shelf().theme("large-print").colours
    assert Shelf((tmp_path,)).theme("large-print").colours["own"] == "#123456"


def test_nothing_bundled_needs_pydantic(tmp_path: Path) -> None:
    """Once they are ready, themes, faces, stocks, exercises and words come without pydantic."""
    code = (
        "import sys\n"
        "from cardmaker.library.library import open_library\n"
        "from cardmaker.theme.shelf import Shelf\n"
        "from cardmaker.theme.stock import load_stock\n"
        "from cardmaker.wording.wording import load_wording\n"
        "Shelf().theme('night'), Shelf().face('pocket'), Shelf().sheet('block'), load_stock('a7')\n"
        "load_wording('en'), open_library().get('squat'), open_library().entries\n"
        "print([name for name in ('pydantic', 'rapidfuzz') if name in sys.modules])\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", code]
    for _ in range(2):
        reported = subprocess.run(
            command, env=env, capture_output=True, text=True, check=True, cwd=tmp_path
        ).stdout
    assert reported == "[]\n"


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_ready_list_of_exercises_is_what_reading_each_gives(
    language: str, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "store", lambda: full)
    monkeypatch.setattr(ready, "_code", lambda: "")
    listed = open_library().in_language(language).entries
    monkeypatch.setattr(index, "_known", lambda language: {})
    assert listed == open_library().in_language(language).entries


def test_own_exercises_and_words_go_before_the_ready_list(store: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "exercises").mkdir(parents=True)
    (own / "wording/en").mkdir(parents=True)
    (own / "exercises/plank.yaml").write_text("name: Board\ncues: [{text: Hold still, short: Still}]\n")
    (own / "wording/en/squat.yaml").write_text("name: Sit\n")
    for _ in range(2):  # the second time out of the store
        library = open_library((), (own,))
        names = {entry.id: (entry.name, entry.path) for entry in library.entries}
        assert names["plank"] == ("Board", own / "exercises/plank.yaml")
        assert names["squat"][0] == "Sit"
        assert library.find("Sit") == "squat"
        assert names["deadlift"] == ("Deadlift", assets.templates("exercises") / "deadlift.yaml")


def test_a_list_of_exercises_is_made_again_when_a_file_has_changed(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library().find("no such exercise")
    entry = store / "wording/en.BundledEntries.json"
    head, _, body = entry.read_text().partition("\n")
    made_of = json.loads(head)
    made_of["files"]["templates/wording/en/squat.yaml"] = "00"
    entry.write_text(f"{json.dumps(made_of)}\n{body.replace('Squat', 'Stale')}")
    assert "Stale" not in {one.name for one in open_library().entries}
