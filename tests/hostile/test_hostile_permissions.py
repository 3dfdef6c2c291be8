"""Folders that may not be entered, closed streams, a deleted folder: one clear line each, never a fault."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions don't bind there")

Run = Callable[..., subprocess.CompletedProcess[str]]
PLAN = "title: Small plan\nweeks: [{mon: rest}]\n"
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def without_rights() -> None:
    """Take the administrator's right to look everywhere from what this process starts (Linux: prctl(2))."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder with one in it that nobody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="cardmaker-test-"))
    (folder / "plan.yaml").write_text(PLAN)
    private = folder / "private"
    private.mkdir()
    for name in ("library", "x", "o.d"):
        (private / name).mkdir()
    (private / "stock.yaml").write_text("x")
    private.chmod(0)
    yield folder
    private.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def run(place: Path) -> Run:
    """Run the program in that folder as somebody whom permissions bind."""
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("nothing binds the administrator here")

    def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "HOME": str(place), **environment}
        return subprocess.run(
            [sys.executable, "-m", "cardmaker", *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=place,
            env=env,
            preexec_fn=without_rights,
        )

    return start


def one_line(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The only line of a refusal."""
    assert done.returncode == code, done
    (line,) = done.stderr.splitlines()
    assert "fault in cardmaker" not in line and len(line) < 400
    return line


REFUSED = [
    (("build", "private/x"), 5, "private/x: no permission to read it"),
    (("build", "private/x.yaml"), 5, "private/x.yaml: no permission to read it"),
    (("build", "plan.yaml", "--templates", "private/library"), 2, "no permission to look at it"),
    (("build", "plan.yaml", "--stock", "private/stock.yaml"), 5, "private/stock.yaml: no permission to "),
    (("list", "themes", "--templates", "private/library"), 2, "no permission to look at it"),
    (("build", "plan.yaml", "-o", "private/all.pdf"), 10, "no permission to write here"),
    (("build", "plan.yaml", "-o", "private/o.d"), 10, "private/o.d"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "reported"), REFUSED, ids=[" ".join(row[0]) for row in REFUSED]
)
def test_a_closed_folder_on_the_command_line(
    run: Run, arguments: tuple[str, ...], code: int, reported: str
) -> None:
    done = run(*arguments)
    assert done.returncode == code, done
    assert reported in done.stderr.splitlines()[0]
    assert "fault in cardmaker" not in done.stderr and "Errno" not in done.stderr


def test_a_new_plan_in_a_closed_folder(run: Run) -> None:
    assert "private/x.yaml: no permission to write here" in one_line(run("new", "private/x.yaml"), 10)


def test_templates_that_are_closed_themselves(run: Run) -> None:
    done = run("build", "plan.yaml", "--templates", "private")
    assert "private/" in one_line(done, 5) and "no permission to look at it" in done.stderr


@pytest.mark.parametrize(
    ("key", "field"),
    [("library: private/library", "library"), ("print: {stock: private/stock.yaml}", "print.stock")],
)
def test_a_closed_folder_in_the_plan(run: Run, place: Path, key: str, field: str) -> None:
    (place / "plan.yaml").write_text(f"{PLAN}{key}\n")
    line = one_line(run("build", "plan.yaml"), 3)
    assert line.startswith(f"plan.yaml:3: {field}: 'private/")
    assert line.endswith("no permission to look at it")


def test_a_picture_in_a_closed_folder(run: Run, place: Path) -> None:
    """It need not be renamed: it may not be read."""
    (place / "plan.yaml").write_text(
        f"{PLAN}workouts: {{legs: {{exercises: [squat]}}}}\npictures: {{squat: private/x/a.png}}\n"
    )
    line = one_line(run("build", "plan.yaml"), 9)
    assert "plan.yaml:4: pictures.squat" in line and line.endswith("no permission to look at it")


class TestTheFolderOfPrinters:
    """The user's own settings can't be reached, as in services and containers."""

    def test_a_build_goes_on_and_notes_it(self, run: Run, place: Path) -> None:
        done = run("build", "plan.yaml", "-o", "all.pdf", CARDMAKER_CONFIG=str(place / "private"))
        line = one_line(done, 0)
        assert line.startswith("note: ") and "printers.yaml: no permission to look at it" in line
        assert (place / "all.pdf").read_bytes().startswith(b"%PDF")

    def test_a_name_of_5000_letters(self, run: Run) -> None:
        line = one_line(run("build", "plan.yaml", "-o", "all.pdf", CARDMAKER_CONFIG="x" * 5000), 0)
        assert "the name is too long" in line

    @pytest.mark.parametrize(
        "arguments", [("list", "printers"), ("build", "plan.yaml", "--printer", "home")], ids=" ".join
    )
    def test_what_needs_it_is_refused(self, run: Run, place: Path, arguments: tuple[str, ...]) -> None:
        line = one_line(run(*arguments, CARDMAKER_CONFIG=str(place / "private")), 5)
        assert "no permission to look at it" in line and "CARDMAKER_CONFIG" in line

    def test_one_can_do_without(self, run: Run, place: Path) -> None:
        done = run("build", "plan.yaml", "--printer", "none", CARDMAKER_CONFIG=str(place / "private"))
        assert done.returncode == 0 and not done.stderr


def started(place: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run *script* in a shell, where "$0" is Python."""
    env = {**os.environ, "CARDMAKER_CONFIG": str(place), "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        ["bash", "-c", script, sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=place,
        env=env,
        timeout=60,
    )


def test_standard_input_that_is_closed(place: Path) -> None:
    line = one_line(started(place, '"$0" -m cardmaker build - <&-'), 5)
    assert line.startswith("error: stdin: standard input is closed; ")


def test_a_current_folder_that_was_deleted(place: Path) -> None:
    done = started(place, 'mkdir gone; cd gone; rmdir ../gone; "$0" -m cardmaker build')
    assert one_line(done, 5) == "error: the current folder isn't there any more; change to one that is"


def test_a_pipe_among_the_exercises_is_not_waited_for(place: Path) -> None:
    (place / "mine").mkdir()
    os.mkfifo(place / "mine" / "pipe.yaml")
    (place / "plan.yaml").write_text(f"{PLAN}library: mine\nworkouts: {{legs: {{exercises: [pipe]}}}}\n")
    done = started(place, '"$0" -m cardmaker check plan.yaml')
    assert "mine/pipe.yaml: not an ordinary file; save the text to a file, and name that" in one_line(done, 5)


def test_a_plan_may_come_through_a_pipe(place: Path) -> None:
    done = started(place, '"$0" -m cardmaker check <(cat plan.yaml)')
    assert done.returncode == 0, done
