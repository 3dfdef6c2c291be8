"""Places that can't be written to: one clear line, exit code 10, and the old output stays."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit import Command


@pytest.fixture
def small_as_plan(in_folder: Path) -> None:
    """The small plan under the name of the old output."""
    (in_folder / "small.yaml").rename(in_folder / "plan.yaml")


@pytest.mark.usefixtures("small_as_plan")
class TestRefused:
    """Each way of not being able to write."""

    @pytest.mark.parametrize(
        ("number", "reported"),
        [
            (errno.ENOSPC, "the disk is full; nothing was changed"),
            (errno.EROFS, "this disk can only be read; choose another place with -o"),
            (errno.EIO, "can't be written: "),
        ],
    )
    def test_by_the_disk(
        self, refused: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, number: int, reported: str
    ) -> None:
        def fails(_: str) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", fails)
        (line,) = refused(10)
        assert line.startswith(f"error: output/plan-sheets.pdf: {reported}")

    def test_half_way_through_the_last_file(self, refused: Callable[..., list[str]]) -> None:
        """The system stops the write itself: the files before it are whole, and yet not put in place."""
        resource = pytest.importorskip("resource")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            (line,) = refused(10)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "the file would be larger than allowed here; nothing was changed" in line

    def test_without_permission(
        self, refused: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.open

        def refuse(path: str, flags: int, mode: int = 0o777) -> int:
            if flags & os.O_CREAT:
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(path, flags, mode)

        monkeypatch.setattr(os, "open", refuse)
        (line,) = refused(10)
        assert (
            line == "error: output/plan-sheets.pdf: no permission to write here; choose another place with -o"
        )

    def test_a_folder_of_that_name(self, refused: Callable[..., list[str]], in_folder: Path) -> None:
        (in_folder / "all.pdf").mkdir()
        (line,) = refused(10, None, "-o", "all.pdf")
        assert line == "error: all.pdf: this is a folder; give the name of a file, or end it with '/'"

    def test_a_folder_in_the_way_of_one_part(
        self, in_folder: Path, command: Command, old_output: Path
    ) -> None:
        (old_output / "plan-gym.pdf").unlink()
        (old_output / "plan-gym.pdf").mkdir()
        before = (old_output / "plan-cards.pdf").read_bytes()
        done = command("build", "plan.yaml")
        assert done.code == 10 and "plan-gym.pdf: this is a folder" in done.err
        assert (old_output / "plan-cards.pdf").read_bytes() == before
        assert len(list(old_output.iterdir())) == 3

    def test_a_folder_that_is_not_there(self, refused: Callable[..., list[str]]) -> None:
        (line,) = refused(10, None, "-o", "no/such/all.pdf")
        assert line == (
            "error: no/such/all.pdf: there is no folder 'no/such'; make it first, or choose another with -o"
        )
        (line,) = refused(10, None, "-o", "no/such/")
        assert "there is no folder 'no'" in line

    def test_a_file_where_the_folder_should_be(self, command: Command, in_folder: Path) -> None:
        (in_folder / "output").write_text("not a folder")
        done = command("build", "plan.yaml")
        assert done.code == 10
        assert done.err == "error: output: this is a file; choose another folder with -o\n"
        assert (in_folder / "output").read_text() == "not a folder"

    def test_a_name_that_is_too_long(self, refused: Callable[..., list[str]]) -> None:
        (line,) = refused(10, None, "-o", "x" * 300 + ".pdf")
        assert line.endswith("the name is too long; choose a shorter one with -o")

    def test_a_plan_that_is_broken_after_a_good_one(self, refused: Callable[..., list[str]]) -> None:
        lines = refused(3, "title: x\nweeks: [{mon: rset}]\n")
        assert len(lines) == 1 and "did you mean 'rest'?" in lines[0]

    def test_the_other_commands(
        self, command: Command, in_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(_: str) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", fails)
        before = sorted(in_folder.rglob("*"))
        for arguments in (("preview", "plan.yaml", "--dpi", "20", "-o", "."), ("new", "mine.yaml")):
            done = command(*arguments)
            assert done.code == 10 and done.err.endswith("the disk is full; nothing was changed\n")
        assert sorted(in_folder.rglob("*")) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_standard_output_on_a_full_disk(in_folder: Path) -> None:
    import subprocess
    import sys

    for arguments in (["build", "small.yaml", "-o", "-"], ["list", "exercises"], ["--help"], ["schema"]):
        with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
            done = subprocess.run(
                [sys.executable, "-m", "cardmaker", *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 10, (arguments, done)
        assert done.stderr == b"error: standard output can't be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_standard_error_on_a_full_disk_leaves_standard_output_whole(in_folder: Path) -> None:
    import subprocess
    import sys

    Path("small.yaml").write_text(Path("small.yaml").read_text().replace("squat", "sqat with a twist", 1))
    words = [sys.executable, "-m", "cardmaker", "build", "small.yaml", "-o", "plan.pdf"]
    assert subprocess.run(words, capture_output=True, check=True).stderr
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=full, check=False)
    assert done.returncode == 0 and done.stdout.startswith(b"plan.pdf ")


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_a_pdf_for_a_reader_that_goes_away(in_folder: Path) -> None:
    import subprocess
    import sys

    line = f"{sys.executable} -m cardmaker build small.yaml -o - | head -c 4; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.stdout.startswith(b"%PDF") and not done.stderr


@pytest.mark.parametrize("arguments", [(), ("--for", "screen"), ("--only", "gym"), ("--format", "svg")])
def test_no_place_and_no_name_leave_in_a_picture(
    command: Command, in_folder: Path, arguments: tuple[str, ...]
) -> None:
    """Where a photo was taken, by whom and with what is in the photo, and in no file that is written."""
    import base64
    import re

    import pikepdf
    from PIL import Image

    private = b"Somebody Private"
    exif = Image.Exif()
    exif[0x013B] = private.decode()
    Image.new("RGB", (60, 80), "teal").save("photo.jpg", exif=exif, comment=private)
    assert (in_folder / "photo.jpg").read_bytes().count(private) == 2
    (in_folder / "plan.yaml").write_text(
        "title: x\nworkouts: {legs: {exercises: [squat: 3x10]}}\npictures: {squat: photo.jpg}\n"
    )
    done = command("build", "plan.yaml", *arguments, "-o", "out")
    assert done.code == 0, done
    pictures = 0
    for path in (in_folder / "out").iterdir():
        data = path.read_bytes()
        assert private not in data
        if path.suffix == ".svg":
            encoded = re.findall(rb"base64,([^\"]+)", data)
            parts = [base64.b64decode(part) for part in encoded]
        else:
            with pikepdf.open(path) as pdf:
                streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
                parts = [stream.read_raw_bytes() for stream in streams if stream.get("/Subtype") == "/Image"]
        pictures += len(parts)
        assert not any(private in part for part in parts)
    assert pictures
