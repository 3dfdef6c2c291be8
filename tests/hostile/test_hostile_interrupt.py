"""Ctrl-C in the middle of a long build: exit code 130, one line, the old output whole, nothing left behind."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit import Command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")

WEEKS = "".join("  - {mon: [run: 6 km easy, strength: legs], sat: [run: 12 km long]}\n" for _ in range(58))
PLAN = f"title: Four hundred days\nweeks:\n{WEEKS}workouts:\n  legs:\n    exercises: [squat, plank]\n"

# Stops itself where a test wants to interrupt it, and waits to be interrupted.
WAITING = """
import sys, time
import {module} as place
def wait(*_):
    print("there", flush=True)
    time.sleep(60)
place.{name} = wait
from cardmaker.cli.main import run
sys.exit(run(["build", "plan.yaml"], alone=True))
"""


def interrupted(
    arguments: list[str], ready: Callable[[subprocess.Popen[str]], object], number: int = signal.SIGINT
) -> tuple[int, str]:
    """Start, wait until *ready*, send the signal; the exit code and standard error."""
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        ready(running)
        running.send_signal(number)
        _, err = running.communicate(timeout=60)
        return running.returncode, err


def a_line(running: subprocess.Popen[str]) -> None:
    """Wait until the program says something."""
    assert running.stdout
    running.stdout.readline()


def assert_quiet(code: int, err: str, expected: int = 130) -> None:
    assert code == expected
    assert err.strip() == "error: interrupted; no unfinished file is left"


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("cardmaker.plan.load", "check_plan"),  # reading
        ("cardmaker.pipeline.sheets", "lay_out_sheet"),  # laying out
        ("cardmaker.deliver.prints", "write_pdf"),  # painting
        ("os", "fsync"),  # writing
    ],
)
def test_at_every_stage(in_folder: Path, intact: Callable[[], bool], module: str, name: str) -> None:
    (in_folder / "small.yaml").rename(in_folder / "plan.yaml")
    code = WAITING.format(module=module, name=name)
    assert_quiet(*interrupted(["-c", code], a_line))
    assert intact()
    assert not list(in_folder.rglob(".cardmaker-*"))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize(("module", "place"), [("cardmaker.deliver.prints", "write_pdf"), ("os", "fsync")])
def test_being_asked_to_end(
    in_folder: Path, intact: Callable[[], bool], module: str, place: str, name: str
) -> None:
    """The computer shuts down, or the terminal is closed."""
    (in_folder / "small.yaml").rename(in_folder / "plan.yaml")
    code, number = WAITING.format(module=module, name=place), getattr(signal, name)
    assert_quiet(*interrupted(["-c", code], a_line, number), 128 + number)
    assert intact()
    assert not list(in_folder.rglob(".cardmaker-*"))


def test_a_build_that_nohup_started_goes_on(in_folder: Path) -> None:
    """A hang-up that is ignored stays ignored."""
    (in_folder / "small.yaml").rename(in_folder / "plan.yaml")
    code = (
        "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "import cardmaker.deliver.prints as place\n"
        "real = place.write_pdf\n"
        "place.write_pdf = lambda *a: (os.kill(os.getpid(), signal.SIGHUP), real(*a))[1]\n"
        "from cardmaker.cli.main import run; sys.exit(run(['build', 'plan.yaml'], alone=True))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done


HIDDEN = """
import signal, sys
import cardmaker.pipeline.sheets as place
def hide(*_):
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise ImportError("half of a module")
place.lay_out_sheet = hide
from cardmaker.cli.main import run
sys.exit(run(["build", "small.yaml"], alone=True))
"""


def test_an_interruption_that_some_package_made_an_error_of(in_folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", HIDDEN], capture_output=True, text=True, check=False)
    assert_quiet(done.returncode, done.stderr)


@pytest.mark.parametrize("delay_s", [0.0, 0.15, 0.4, 0.8])
def test_at_any_time(in_folder: Path, intact: Callable[[], bool], delay_s: float) -> None:
    """Four hundred days take a while to build; whenever it comes, nothing is half done."""
    (in_folder / "plan.yaml").write_text(PLAN)
    started = (
        "import sys; from cardmaker.cli import interruption; from cardmaker.cli.main import run; "
        "listen = interruption.listen; "
        "interruption.listen = lambda: (listen(), print('there', flush=True)); "
        "sys.exit(run(['build', 'plan.yaml'], alone=True))"
    )

    def ready(running: subprocess.Popen[str]) -> None:
        running.stdout.readline()
        time.sleep(delay_s)

    code, err = interrupted(["-c", started], ready)
    if code == 0:  # a quick machine: it was done before
        assert not intact() and len(list((in_folder / "output").iterdir())) == 3
    else:
        assert_quiet(code, err)
        assert intact()
    assert not list(in_folder.rglob(".cardmaker-*"))


def test_the_plan_is_right(in_folder: Path, command: Command) -> None:
    (in_folder / "plan.yaml").write_text(PLAN)
    assert "58 weeks" in command("check", "plan.yaml", "--only", "gym").out


HALF = """
import sys
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder)
from cardmaker.cli.main import run
sys.exit(run(["build", "small.yaml"]))
"""


@pytest.mark.parametrize(
    "name",
    [
        "cardmaker.cli.terminal",
        "click",
        "click.core",
        "click.formatting",
        "cardmaker.cli.build",
        "cardmaker.pipeline",
    ],
)
def test_in_the_middle_of_an_import(in_folder: Path, name: str) -> None:
    """Modules that were loaded by half are not relied on."""
    done = subprocess.run(
        [sys.executable, "-c", HALF.format(name=name)], capture_output=True, text=True, check=False
    )
    assert_quiet(done.returncode, done.stderr)
