"""Whole files or none: every way of failing leaves the old files and no others."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cardmaker.deliver import leftovers
from cardmaker.deliver.files import make_folder, write_files
from cardmaker.errors import OutputError

posix = pytest.mark.skipif(os.name == "nt", reason="not so on Windows")


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> dict[Path, bytes]:
    """Two files that are there, and what is to replace them."""
    files = {tmp_path / "a.pdf": b"old a", tmp_path / "b.pdf": b"old b"}
    for path, data in files.items():
        path.write_bytes(data)
    return {path: b"new " + path.name.encode() for path in files}


def test_files_are_written_and_replaced(tmp_path: Path, old: dict[Path, bytes]) -> None:
    write_files({**old, tmp_path / "c.pdf": b""})
    assert listing(tmp_path) == {"a.pdf": b"new a.pdf", "b.pdf": b"new b.pdf", "c.pdf": b""}


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_the_umask_decides_who_may_read(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_files({tmp_path / "a.pdf": b"a"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o666 & ~mask


REFUSALS = [
    (errno.ENOSPC, "the disk is full; nothing was changed"),
    (errno.EDQUOT, "your share of the disk is used up"),
    (errno.EROFS, "this disk can only be read"),
    (errno.EACCES, "no permission to write here"),
    (errno.EPERM, "no permission to write here"),
    (errno.EFBIG, "the file would be larger than allowed"),
    (errno.EIO, "can't be written: the disk reports an error"),
]


@pytest.mark.parametrize("call", ["open", "fsync"])
@pytest.mark.parametrize(("number", "reported"), REFUSALS)
def test_nothing_changes_when_the_disk_refuses(
    tmp_path: Path,
    old: dict[Path, bytes],
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    reported: str,
) -> None:
    """The second file fails: the first isn't replaced either."""
    fails_at_second(monkeypatch, call, number)
    before = listing(tmp_path)
    with pytest.raises(OutputError) as raised:
        write_files(old)
    assert str(raised.value).startswith(f"{tmp_path / 'b.pdf'}: {reported}")
    assert "\n" not in str(raised.value)
    monkeypatch.undo()
    assert listing(tmp_path) == before


def fails_at_second(monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    """Let opening or syncing fail for the second file."""
    real, calls = getattr(os, call), []

    def failing(*arguments: str) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError(number, os.strerror(number))
        return real(*arguments)

    monkeypatch.setattr(os, call, failing)


def test_nothing_changes_when_writing_stops_half_way(tmp_path: Path, old: dict[Path, bytes]) -> None:
    """The system itself lets only so much of the second file be written."""
    resource = pytest.importorskip("resource")
    before = listing(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"b\.pdf: the file would be larger than allowed here"):
            write_files({**old, tmp_path / "b.pdf": b"x" * 5000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert listing(tmp_path) == before


def test_an_interruption_leaves_no_traces(
    tmp_path: Path, old: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    before = listing(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_files(old)
    assert listing(tmp_path) == before


def test_old_files_go_only_when_all_new_ones_are_whole(
    tmp_path: Path, old: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both temporary files are complete and synced before the first is renamed."""
    events: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(number: int) -> None:
        events.append("sync")
        fsync(number)

    def renamed(old: Path, new: Path) -> Path:
        events.append("rename")
        return replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    write_files(old)
    synced_folder = [] if os.name == "nt" else ["sync"]
    assert events == ["sync", "sync", "rename", "rename", *synced_folder]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OutputError, match=r"a\.pdf: this is a folder; give the name of a file"):
        write_files({tmp_path / "b.pdf": b"b", tmp_path / "a.pdf": b"a"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"there is no folder '.*no'; make it first"):
        write_files({tmp_path / "no" / "a.pdf": b"a"})


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"'.*file' is a file, not a folder"):
        write_files({tmp_path / "file" / "a.pdf": b"a"})


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "a\0b.pdf"])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="name"):
        write_files({tmp_path / name: b"a"})
    assert not list(tmp_path.iterdir())


def test_a_name_as_long_as_may_be(tmp_path: Path) -> None:
    write_files({tmp_path / ("x" * 251 + ".pdf"): b"a"})
    assert len(list(tmp_path.iterdir())) == 1


@posix
def test_what_a_link_leads_to_is_replaced_not_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write_files({tmp_path / "link.pdf": b"new"})
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a link away")
def test_somebody_else_s_link_is_not_followed(tmp_path: Path) -> None:
    """In a shared folder it could lead to any file of ours."""
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "a.pdf").symlink_to("mine")
    os.lchown(tmp_path / "a.pdf", 65534, 65534)
    with pytest.raises(OutputError, match=r"a\.pdf: somebody else's link; delete it, or choose another name"):
        write_files({tmp_path / "a.pdf": b"new"})
    assert listing(tmp_path) == {"a.pdf": b"mine", "mine": b"mine"}


@posix
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to("a.pdf")
    with pytest.raises(OutputError, match="a link that leads back to itself"):
        write_files({tmp_path / "a.pdf": b"new"})


@posix
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(OutputError, match="not an ordinary file"):
        write_files({tmp_path / "a.pdf": b"new"})


def test_a_write_protected_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError, match="write-protected"):
        write_files({tmp_path / "a.pdf": b"new"})
    assert listing(tmp_path) == {"a.pdf": b"old"}


@posix
def test_a_folder_without_permission() -> None:
    """Found by the system itself: as somebody else, if this runs as root, who may do everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.pdf").write_bytes(b"old")
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            with pytest.raises(OutputError, match=r"no permission to write here|write-protected"):
                write_files({folder / "a.pdf": b"new"})
            with pytest.raises(OutputError, match="no permission to write here"):
                write_files({folder / "b.pdf": b"new"})
            with pytest.raises(OutputError, match="no permission to write here"):
                make_folder(folder / "new")
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)
        assert listing(folder) == {"a.pdf": b"old"}


def test_make_folder(tmp_path: Path) -> None:
    make_folder(tmp_path / "new")
    make_folder(tmp_path / "new")
    assert (tmp_path / "new").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="this is a file; choose another folder"):
        make_folder(tmp_path / "file")
    with pytest.raises(OutputError, match="there is no folder"):
        make_folder(tmp_path / "a" / "b")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        make_folder(tmp_path / "file" / "b")


class TestARenameThatFails:
    """The files before it are put back; where that can't be, the message names them."""

    @pytest.fixture
    def refusing(self, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
        """Refuse that *name* be replaced by an unfinished file."""

        def refuse(name: str, number: int = errno.EPERM) -> None:
            real = Path.replace

            def replace(one: Path, two: Path) -> Path:
                if Path(two).name == name:
                    raise OSError(number, os.strerror(number))
                return real(one, two)

            monkeypatch.setattr(Path, "replace", replace)

        return refuse

    def test_the_old_files_are_put_back(
        self, tmp_path: Path, old: dict[Path, bytes], refusing: Callable[..., None]
    ) -> None:
        before = listing(tmp_path)
        refusing("b.pdf")
        with pytest.raises(OutputError) as raised:
            write_files({tmp_path / "new.pdf": b"new", **old})
        assert str(raised.value).startswith(f"{tmp_path / 'b.pdf'}: ")
        assert str(raised.value).endswith("; nothing was changed")
        assert str(raised.value).count("nothing was changed") == 1
        assert listing(tmp_path) == before

    def test_what_stays_new_is_named(
        self,
        tmp_path: Path,
        old: dict[Path, bytes],
        refusing: Callable[..., None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """No second names on this disk, as on a memory stick."""

        def link(*_: object) -> None:
            raise PermissionError(errno.EPERM, "")

        monkeypatch.setattr(os, "link", link)
        refusing("b.pdf", errno.EIO)
        with pytest.raises(OutputError) as raised:
            write_files({**old, tmp_path / "c.pdf": b"c"})
        assert str(raised.value) == (
            f"{tmp_path / 'b.pdf'}: can't be written: the disk reports an error; already new: a.pdf; "
            "the other files are as they were"
        )
        assert listing(tmp_path) == {"a.pdf": b"new a.pdf", "b.pdf": b"old b"}

    def test_an_interruption_between_two(
        self, tmp_path: Path, old: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, before = Path.replace, listing(tmp_path)

        def replace(one: Path, two: Path) -> Path:
            if Path(two).name == "b.pdf":
                raise KeyboardInterrupt
            return real(one, two)

        monkeypatch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            write_files(old)
        assert listing(tmp_path) == before


class TestLeftovers:
    """What killed builds left is swept; what is at work, or isn't ours, stays."""

    @staticmethod
    def left(folder: Path, process: int, computer: str = "") -> Path:
        path = folder / f".cardmaker-{computer or leftovers._computer()}-{process}-{'0' * 12}.tmp"
        path.write_bytes(b"half")
        return path

    @staticmethod
    def ended() -> int:
        """The number of a process that ran."""
        with subprocess.Popen([sys.executable, "-c", ""]) as process:
            process.wait()
        return process.pid

    @posix
    def test_of_a_killed_build(self, tmp_path: Path) -> None:
        gone = self.left(tmp_path, self.ended())
        write_files({tmp_path / "a.pdf": b"a"})
        assert not gone.exists() and listing(tmp_path) == {"a.pdf": b"a"}

    def test_of_one_at_work(self, tmp_path: Path) -> None:
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
            at_work = self.left(tmp_path, process.pid)
            leftovers.sweep(tmp_path)
            assert at_work.exists()
            process.kill()

    def test_of_another_computer(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whether it is at work there can't be known; after a day it isn't."""
        elsewhere = self.left(tmp_path, self.ended(), "00000000")
        leftovers.sweep(tmp_path)
        assert elsewhere.exists()
        now = time.time() + 24 * 60 * 60 + 60
        monkeypatch.setattr(time, "time", lambda: now)
        leftovers.sweep(tmp_path)
        assert not elsewhere.exists()

    @pytest.mark.parametrize(
        "name", [".cardmaker-notes.tmp", "x.cardmaker-00000000-1-000000000000.tmp", ".other.tmp"]
    )
    def test_what_is_not_ours(self, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / name).write_bytes(b"x")
        monkeypatch.setattr(time, "time", lambda: 1e12)
        leftovers.sweep(tmp_path)
        assert (tmp_path / name).exists()

    def test_a_folder_of_that_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = leftovers.new(tmp_path)
        path.mkdir()
        monkeypatch.setattr(time, "time", lambda: 1e12)
        leftovers.sweep(tmp_path)
        assert path.is_dir()
