"""Questions about paths: answered for every path, whatever the system says of it."""

import errno
import os
from pathlib import Path

import pytest

from cardmaker import paths
from cardmaker.errors import SourceError
from cardmaker.paths import (
    PathFacts,
    current_folder,
    from_plan,
    is_device,
    is_file,
    is_folder,
    is_there,
    listed,
    look,
    missing,
    strays,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "file.yaml").write_text("x")
    (tmp_path / "b.yaml").write_text("x")
    (tmp_path / "other.txt").write_text("x")
    (tmp_path / "sub").mkdir()
    return tmp_path


def test_what_is_there(folder: Path) -> None:
    assert look(folder / "file.yaml") == PathFacts("file")
    assert look(folder / "sub") == PathFacts("folder")
    assert look(folder / "none") == look(folder / "file.yaml" / "below") == PathFacts("")
    assert is_file(folder / "file.yaml") and not is_file(folder / "sub") and not is_file(folder / "none")
    assert is_folder(folder / "sub") and not is_folder(folder / "file.yaml")
    assert is_there(folder / "sub") and not is_there(folder / "none")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert look(folder / "pipe") == PathFacts("other")
    assert missing(folder / "pipe", "file") == f"'{folder / 'pipe'}' is not an ordinary file"


LOOP = "a link that leads back to itself"
BARRED = [
    ("x" * 300, "the name is too long"),
    ("nul\0byte", "not a file name that can be used"),
    ("lone\ud800surrogate", "not a file name that can be used"),
    ("loop", LOOP),
]


@pytest.mark.skipif(os.name == "nt", reason="what a name may be differs there")
@pytest.mark.parametrize(("name", "why"), BARRED)
def test_names_that_no_file_can_have(folder: Path, name: str, why: str) -> None:
    (folder / "loop").symlink_to("loop")
    path = folder / name
    assert look(path) == PathFacts("", why)
    assert not is_file(path) and not is_folder(path) and not is_there(path)
    assert missing(path, "file").endswith(f"': {why}")
    with pytest.raises(SourceError, match=why):
        is_file(path, strict=True)
    with pytest.raises(SourceError, match=why):
        is_folder(path, strict=True)


def test_no_permission_to_look(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python does up to 3.13, where is_file() and its like raise it."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in the system's words")

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(os, "listdir", refuse)
    assert look(folder) == PathFacts("", "no permission to look at it")
    assert not is_folder(folder)
    with pytest.raises(SourceError) as raised:
        listed(folder)
    assert str(raised.value) == f"{paths.short_path(folder)}: no permission to look at it"


def test_what_lies_in_a_folder(folder: Path) -> None:
    assert listed(folder) == [folder / "b.yaml", folder / "file.yaml"]
    assert listed(folder, ".txt") == [folder / "other.txt"]
    assert listed(folder / "none") == listed(folder / "file.yaml") == []


def test_what_is_missing(folder: Path) -> None:
    assert missing(folder / "sub", "folder") == ""
    assert missing("none", "folder") == "no folder 'none'"
    assert missing(folder / "sub", "file") == f"'{folder / 'sub'}' is a folder, not a file"
    assert missing("x" * 5000, "file").count("x") < 130


STRAYING = ["/etc", "..\\..\\x", "~/x", "C:/x", "\\\\server\\x", "../../x", "link/x", "sub/../../../x"]


@pytest.mark.parametrize("name", STRAYING)
def test_paths_that_lead_away(folder: Path, name: str) -> None:
    (folder / "link").symlink_to("/usr")
    assert strays(name, folder)


@pytest.mark.parametrize("name", ["x", "sub/x", "../beside", "sub/../x", "..", "."])
def test_paths_that_stay_near(folder: Path, name: str) -> None:
    assert strays(name, folder) == ""


@pytest.mark.skipif(os.name == "nt", reason="the current folder can't be deleted there")
def test_a_current_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert current_folder() == gone
    gone.rmdir()
    with pytest.raises(SourceError, match="the current folder isn't there any more; change to one that is"):
        current_folder()


def test_a_path_as_windows_writes_it(folder: Path) -> None:
    assert from_plan(folder, "sub\\x") == folder / "sub" / "x"
    assert from_plan(folder, "sub/x") == folder / "sub/x"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_file_may_have_such_a_name_itself(folder: Path) -> None:
    (folder / "a\\b").touch()
    assert from_plan(folder, "a\\b") == folder / "a\\b"


@pytest.mark.parametrize("name", ["CON.pdf", "nul", "com1.tar.gz", "Aux .pdf", "LPT³.pdf", "conin$"])
def test_names_of_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["CON-cards.pdf", "console.pdf", "com10.pdf", "a.con", "lpt.pdf", ".nul"])
def test_names_that_only_look_like_devices(name: str) -> None:
    assert not is_device(name)
