"""Fixtures that several packages' tests share."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.kit import Command, Outcome, Program

# A busy machine is no reason to fail: what is made up is small, and how long it takes says nothing about it. The usual
# run makes up the same each time, so that it is red only for what has changed; deep runs make up something new.
_PATIENT = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("same", _PATIENT, derandomize=True)
hypothesis.settings.register_profile("new", _PATIENT)


def pytest_configure(config: pytest.Config) -> None:
    """Take what is made up by whether the run is a deep one; look for garbage as seldom as the program does."""
    gc.set_threshold(50_000)
    hypothesis.settings.load_profile("new" if config.getoption("markexpr") == "deep" else "same")


def pytest_collection_finish() -> None:
    """Never look for garbage in what was collected: thousands of tests and all modules that they import."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def only_its_garbage() -> Iterator[None]:
    """Let a test look through what its own objects leave, not through all tests' before: a tenth of the time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


SMALL_PLAN = """\
title: Small plan
weeks:
  - mon:
      - run: 6 km easy
      - strength: legs
    tue: rest
workouts:
  legs:
    exercises:
      - squat: 3x10
      - plank: 3x40s
ignore: [full-body, once-a-week]
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` writes the goldens of tests/layout again."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files again")


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of each test's own: nothing is given again from another one."""
    folder = tmp_path_factory.mktemp("cache") / "cardmaker"
    monkeypatch.setenv("CARDMAKER_CACHE", str(folder))
    return folder


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh current folder with `small.yaml`, a plan of one week and two exercises."""
    (tmp_path / "small.yaml").write_text(SMALL_PLAN)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "CARDMAKER_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CARDMAKER_CONFIG", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def command(in_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process: `command("build", "small.yaml", stdin="")`."""
    from cardmaker.cli.main import run

    def call(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        capsys.readouterr()
        code = run(list(arguments))
        reported = capsys.readouterr()
        return Outcome(code, reported.out, reported.err)

    return call


_DRAWN: dict[tuple[object, ...], object] = {}


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pose is drawn once for all tests that use this: it takes a second, and they look at what becomes of it."""
    from cardmaker.figure import scene

    def once(pose: Any, *rest: Any) -> object:
        key = (pose.model_dump_json(), repr(rest))
        if key not in _DRAWN:
            _DRAWN[key] = draw(pose, *rest)
        return _DRAWN[key]

    draw = scene.draw_pose
    for module in ("library", "guide"):
        monkeypatch.setattr(f"cardmaker.figure.{module}.draw_pose", once)


@pytest.fixture
def program(in_folder: Path) -> Program:
    """Run the program in a process of its own: `program("build", stdin=b"", env={"NO_COLOR": "1"})`."""

    def call(
        *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "cardmaker", *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **(env or {})},
            timeout=120,
            check=False,
        )

    return call
