"""`-v` says what is done; without it nothing is said, nothing is logged, and nobody's name goes into it."""

import logging
import re
from pathlib import Path

import pytest

from tests.kit import Command

PERSONAL = "athlete: Ann Athlete\ncoach: Carl Coach\nclub: {name: Hill Harriers, contact: ann@example.org}\n"


@pytest.fixture(autouse=True)
def afterwards() -> object:
    """Leave logging as it was."""
    yield
    logger = logging.getLogger("cardmaker")
    logger.handlers.clear()
    logger.propagate = True
    logger.setLevel(logging.NOTSET)


def test_steps_are_reported_with_their_packages_and_times(command: Command, in_folder: Path) -> None:
    done = command("build", "small.yaml", "-v", "-o", "a.pdf", "--no-cache")
    packages = [line.split(":")[0] for line in done.err.splitlines()]
    assert list(dict.fromkeys(packages)) == ["plan", "theme", "resolve", "layout", "paint", "deliver"]
    assert re.search(r"^plan: small\.yaml: weeks: 1, workouts: 1; read in \d+ ms$", done.err, re.MULTILINE)
    assert re.search(r"^paint: painted in \d+ ms$", done.err, re.MULTILINE)
    assert "deliver: wrote a.pdf" in done.err


def test_nothing_is_reported_unless_it_is_asked_for(command: Command, in_folder: Path) -> None:
    command("check", "small.yaml", "-v")
    assert command("build", "small.yaml", "-o", "a.pdf").err == ""


def test_twice_names_the_files_that_are_read(command: Command, in_folder: Path) -> None:
    once, twice = (command("check", "small.yaml", words).err for words in ("-v", "-vv"))
    assert "textfile: small.yaml: " in twice
    assert "textfile:" not in once


@pytest.mark.parametrize("words", ["-v", "-vv"])
def test_nobody_is_named(command: Command, in_folder: Path, words: str) -> None:
    plan = in_folder / "small.yaml"
    plan.write_text(f"{plan.read_text()}{PERSONAL}")
    said = command("build", "small.yaml", words, "-o", "a.pdf").err
    assert not re.search(r"Ann|Carl|Harriers|example", said)


def test_programs_listen_by_the_loggers_of_packages(
    in_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from cardmaker import api

    with caplog.at_level(logging.INFO, "cardmaker"):
        api.build(Path("small.yaml"))
    assert {"cardmaker.plan", "cardmaker.layout", "cardmaker.paint"} <= {one.name for one in caplog.records}


def test_a_build_from_the_cache_says_so(command: Command, in_folder: Path) -> None:
    command("build", "small.yaml", "-o", "a.pdf")
    said = command("build", "small.yaml", "-o", "a.pdf", "-v").err
    assert said.splitlines()[0] == "cache: nothing has changed: the build is given as it was kept"
