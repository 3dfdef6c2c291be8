"""Pipes, old encodings, terminals with and without colour, and text that would steer them."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of, width_of
from cardmaker.errors import OutputError
from tests.kit import Command, Program


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("ascii", ("show", "squat")),
        ("latin-1", ("list", "stocks")),
        ("cp437", ("list", "exercises")),
        ("cp437", ("show", "squat")),
        ("cp1252", ("show", "squat")),
        ("ascii", ("--help",)),
    ],
)
def test_an_old_encoding_loses_signs_not_lines(
    program: Program, encoding: str, arguments: tuple[str, ...]
) -> None:
    done = program(*arguments, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 0 and not done.stderr
    whole = program(*arguments, env={"PYTHONIOENCODING": "utf-8"})
    reported, full = done.stdout.decode(encoding), whole.stdout.decode()
    assert len(reported.splitlines()) == len(full.splitlines())
    assert "?" not in reported.replace("?", "", full.count("?"))


def test_signs_have_plain_spellings(program: Program) -> None:
    out = program("show", "squat", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}).stdout.decode(
        "ascii"
    )
    assert "Knees fall inward -> press them out" in out


def test_json_survives_an_old_encoding(program: Program) -> None:
    import json

    ascii_only = program(
        "list", "exercises", "--json", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ).stdout
    unicode = program("list", "exercises", "--json", env={"PYTHONIOENCODING": "utf-8"}).stdout
    assert ascii_only.isascii() and not unicode.isascii()
    assert json.loads(ascii_only) == json.loads(unicode)


def test_a_file_name_that_is_no_text(program: Program, in_folder: Path) -> None:
    done = program("check", os.fsdecode(b"caf\xe9.yaml"))
    assert done.returncode == 5
    assert done.stderr.count(b"\n") == 1 and b"Traceback" not in done.stderr


def test_what_steers_a_terminal_is_spelled_out(command: Command) -> None:
    done = command("check", "a\x1b[31m\n\x07b.yaml")
    assert done.code == 5
    assert done.err == "error: a\\u001b[31m\\u000a\\u0007b.yaml: no such file\n"


def _on_a_terminal(arguments: list[str], monkeypatch: pytest.MonkeyPatch, **env: str) -> str:
    """What a person sees on standard error; standard output goes there too."""
    from cardmaker.cli.main import run

    pty = pytest.importorskip("pty", reason="no terminals of that kind here")
    ours, theirs = pty.openpty()
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **env}.items():
        monkeypatch.setenv(name, value)
    with open(theirs, "w") as stream:  # noqa: PTH123  a terminal has no path
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(sys, "stdout", stream)
        run(arguments)
    seen = b""
    with suppress(OSError):  # the end of what a terminal that was closed has to give
        while some := os.read(ours, 65536):
            seen += some
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def test_colour_for_people(monkeypatch: pytest.MonkeyPatch, in_folder: Path) -> None:
    assert (
        _on_a_terminal(["build", "x.yaml"], monkeypatch) == "\x1b[1;31merror:\x1b[0m x.yaml: no such file\n"
    )


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, in_folder: Path, env: dict[str, str]
) -> None:
    assert _on_a_terminal(["build", "x.yaml"], monkeypatch, **env) == "error: x.yaml: no such file\n"


def test_an_empty_no_color_means_nothing(monkeypatch: pytest.MonkeyPatch, in_folder: Path) -> None:
    assert "\x1b[1;31m" in _on_a_terminal(["build", "x.yaml"], monkeypatch, NO_COLOR="")


def test_progress_is_shown_to_those_who_wait(monkeypatch: pytest.MonkeyPatch, in_folder: Path) -> None:
    monkeypatch.setattr(terminal, "_PATIENCE_S", 0.0)
    seen = _on_a_terminal(["check", "small.yaml"], monkeypatch)
    assert seen.startswith("Laying out ...\r") and "ok:" in seen.split("\r")[-1]
    monkeypatch.setattr(terminal, "_PATIENCE_S", 3600.0)
    assert "Laying out" not in _on_a_terminal(["check", "small.yaml"], monkeypatch)
    monkeypatch.setattr(terminal, "_PATIENCE_S", 0.0)
    assert "Laying out" not in _on_a_terminal(["check", "small.yaml"], monkeypatch, TERM="dumb")


def test_no_progress_in_a_pipe(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_PATIENCE_S", 0.0)
    assert not command("check", "small.yaml").err


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_standard_output_on_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from cardmaker.cli.main import run

    monkeypatch.setattr(sys, "stdout", Full())
    assert run(["list", "stocks"]) == 10
    assert capsys.readouterr().err == "error: standard output can't be written: No space left on device\n"


def test_standard_error_that_nobody_reads_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, in_folder: Path
) -> None:
    from cardmaker.cli.main import run

    monkeypatch.setattr(sys, "stderr", Full())
    assert run(["build", "x.yaml"]) == 5


def test_streams_may_be_closed(monkeypatch: pytest.MonkeyPatch, in_folder: Path) -> None:
    from cardmaker.cli.main import run

    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["list", "stocks"]) == 0
    assert run(["build", "x.yaml"]) == 5
    with pytest.raises(OutputError):
        terminal.say_bytes(b"x")


def test_a_reader_that_goes_away(in_folder: Path) -> None:
    import subprocess

    line = f"{sys.executable} -m cardmaker schema | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.stdout == b"141\n"
    assert not done.stderr


def test_columns_are_measured_as_they_are_seen() -> None:
    assert width_of("漢字") == 4 and width_of("é") == 1 and width_of("e\u0301") == 1
    assert list(columns_of([("漢字", "a"), ("b", "c")], gap=" ")) == ["漢字 a", "b    c"]
    assert list(columns_of([])) == []
