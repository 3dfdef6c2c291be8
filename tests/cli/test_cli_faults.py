"""What should never happen, and what happens to everybody: faults, interruptions, warnings."""

from collections.abc import Callable

import click
import pytest

from cardmaker import api
from cardmaker.errors import (
    CardmakerError,
    DoesNotFitError,
    ExitCode,
    MissingGlyphError,
    PictureError,
    PlanError,
    Problem,
    SeveralError,
    SourceError,
)
from tests.kit import Command


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> object:
    """Make reading a plan fail: `failing(fault)`."""

    def fail_with(fault: BaseException) -> None:
        def load(*_: object, **__: object) -> None:
            raise fault

        monkeypatch.setattr(api.Workshop, "load", load)

    return fail_with


def test_a_fault_of_ours_is_one_line_that_asks_for_a_report(
    command: Command, failing: Callable[..., None]
) -> None:
    failing(ZeroDivisionError("division\nby zero"))
    done = command("check", "small.yaml")
    assert done.code == ExitCode.FAULT == 70
    assert done.err.count("\n") == 1
    assert "please report it: ZeroDivisionError: division\\u000aby zero (cli/asked.py:" in done.err
    assert "CARDMAKER_DEBUG=1" in done.err


def test_the_place_is_where_it_began(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardmaker.pipeline.workshop.open_catalogue", lambda folders: None)
    done = command("check", "small.yaml", "--templates", ".")
    assert done.code == 70
    assert "AttributeError" in done.err and ".py:" in done.err


def test_a_traceback_for_those_who_ask(
    command: Command, failing: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(ZeroDivisionError())
    monkeypatch.setenv("CARDMAKER_DEBUG", "1")
    done = command("check", "small.yaml")
    assert done.code == 70
    assert done.err.startswith("Traceback") and done.err.rstrip().endswith("ZeroDivisionError")


def test_a_long_message_is_cut(command: Command, failing: Callable[..., None]) -> None:
    failing(ValueError("x" * 100_000))
    assert len(command("check", "small.yaml").err) < 600


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption(command: Command, failing: Callable[..., None], fault: object) -> None:
    failing(fault)
    done = command("build", "small.yaml")
    assert done.code == 130
    assert done.err.strip() == "error: interrupted; no unfinished file is left"


@pytest.mark.parametrize("fault", [MemoryError(), RecursionError("too deep")])
def test_running_out_of_something(command: Command, failing: Callable[..., None], fault: object) -> None:
    failing(fault)
    done = command("build", "small.yaml")
    assert done.code == 70 and done.err.count("\n") == 1


FAULTS = [
    (SourceError("a.yaml: no such file"), 5, "error: a.yaml: no such file\n"),
    (SourceError("a.yaml:3: not UTF-8 text"), 5, "a.yaml:3: not UTF-8 text\n"),
    (PictureError("a.yaml:9: club.logo: no such file"), 9, "a.yaml:9: club.logo: no such file\n"),
    (MissingGlyphError("no font has 'x'"), 8, "error: no font has 'x'\n"),
    (CardmakerError("something else"), 1, "error: something else\n"),
    (DoesNotFitError("card 'Squat'", "name", 3, 2, "shorten it"), 7,
     "error: card 'Squat': name needs 3.0 mm and has 2.0 mm; shorten it\n"),
    (PlanError([Problem("a.yaml", 9, "", "two"), Problem("a.yaml", 2, "title", "one")]), 3,
     "a.yaml:2: title: one\na.yaml:9: two\n"),
    (SeveralError([DoesNotFitError("a", "b", 3, 2, "c"), DoesNotFitError("d", "e", 3, 2, "f")]), 7,
     "error: a: b needs 3.0 mm and has 2.0 mm; c\nerror: d: e needs 3.0 mm and has 2.0 mm; f\n"),
    (PlanError([Problem("a.yaml", 2, "title", "one\nline")]), 3, "a.yaml:2: title: one line\n"),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "code", "err"), FAULTS)
def test_errors_are_lines_and_codes(
    command: Command, failing: Callable[..., None], fault: object, code: int, err: str
) -> None:
    failing(fault)
    done = command("build", "small.yaml")
    assert (done.code, done.out, done.err) == (code, "", err)
