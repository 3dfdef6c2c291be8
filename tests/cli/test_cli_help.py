"""Help: it needs no command's module, matches them, is plain ASCII, and its examples work."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from cardmaker import assets, errors
from cardmaker.cli import interruption
from cardmaker.cli.app import COMMANDS, app, module_of
from cardmaker.errors import ExitCode
from tests.kit import Command


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    command = import_module(module_of(name)).command
    assert command.name == name
    first = command.help.split("\n\n")[0].replace("\n", " ")
    reported = COMMANDS[name].rstrip(".").split(";")[0]
    assert len(reported) < 60
    assert set(reported.lower().split()[:1]) == set(first.lower().split()[:1])


def test_help_says_what_every_exit_code_means(command: Command) -> None:
    reported = command("--help").out.split("Exit codes:")[1].split("Completion:")[0]
    lines = [line.split(maxsplit=1) for line in reported.splitlines() if line.strip()]
    assert lines == [[str(int(code)), code.meaning] for code in ExitCode]


def test_kinds_of_errors_have_codes_of_their_own() -> None:
    bases: list[type[errors.CardmakerError]] = [errors.CardmakerError, errors.ProblemsError, errors.PageError]
    subclasses = [kind for base in bases for kind in base.__subclasses__()]
    kinds = [kind for kind in subclasses if kind not in (*bases, errors.SeveralError)]
    codes = [kind.exit_code for kind in kinds]
    assert len(codes) == len(set(codes)) >= 8
    assert not {ExitCode.DONE, ExitCode.OTHER} & set(codes)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_plain(command: Command, name: str) -> None:
    done = command(*filter(None, [name, "--help"]))
    assert done.code == 0
    assert {sign for sign in done.out if not sign.isascii()} <= set("äöüßÄÖÜ")  # of German plans
    assert max(map(len, done.out.splitlines())) <= 90
    assert "Examples:" in done.out or name in ("check", "schema")


def _examples() -> Iterator[str]:
    for name in ("", *COMMANDS):
        epilog = (import_module(module_of(name)).command if name else app).epilog or ""
        yield from re.findall(r"^  (cardmaker [^|>\n]*?)(?:\s{3,}.*)?$", epilog, flags=re.M)


def served_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What serves until it is interrupted is interrupted at once, on a port of its own, and opens no browser."""

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cardmaker.studio.serve.StudioServer.serve_forever", interrupted)
    monkeypatch.setattr("cardmaker.studio.serve.PORT", 0)
    monkeypatch.setattr("webbrowser.open", print)


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("line", sorted(set(_examples())))
def test_examples_work(command: Command, in_folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    served_at_once(monkeypatch)
    arguments = shlex.split(line)[1:]
    if "my-plan.yaml" in arguments and arguments[0] != "new":
        command("new", "my-plan.yaml", "--from", "ten-k-build" if "--week" in arguments else "runners-week")
    for file in arguments:
        if file == "side-lunge.yaml":
            Path(file).write_bytes((assets.illustrations() / "poses/squat.yaml").read_bytes())
    if arguments[0] == "import":
        exercises = '[{"name": "Step hop", "instructions": []}]'
        table = "Week,Mon,Tue,Wed\n1,Rest,6 km easy,Rest\n"
        Path(arguments[1]).write_text(exercises if arguments[1].endswith(".json") else table)
    if table := next((word for word in arguments if word.startswith("club.")), ""):
        Path(table).write_text("Name;Zeit;Shoe size\nRunner 1;45:10;42\n")
    if arguments[0] == "mail":
        Path("mail").mkdir()
        Path("mail/manifest.json").write_text('{"files": []}')
        Path("message.md").write_text("Subject: Plan\n\nHello\n")
    once = [word for word in arguments if word != "--watch"]  # which goes on until it is interrupted
    assert command(*once).code == 0, line


def test_there_are_examples() -> None:
    assert len(list(_examples())) > 15


def test_the_readme_says_the_same_of_exit_codes() -> None:
    readme = (Path(errors.__file__).parents[1] / "README.md").read_text("utf-8")
    table = readme.split("## Exit codes")[1].split("##")[0]
    rows = [line for line in table.splitlines() if re.match(r"\| \d", line)]
    assert rows == [f"| {int(code)} | {code.meaning.replace('...', '…')} |" for code in ExitCode]


def test_interruptions_end_as_the_table_says() -> None:
    """Their module imports nothing that a signal could cut short, so it has the number itself."""
    assert interruption.CODE == ExitCode.INTERRUPTED


def test_options_stand_in_sections_each_once(command: Command) -> None:
    reported = command("build", "--help").out
    headings = re.findall(r"^([A-Z][a-z ]+):$", reported, re.MULTILINE)
    assert headings[:8] == [
        "What",
        "Look",
        "Paper",
        "Two sides",
        "How many",
        "Cutting",
        "Many athletes",
        "Output",
    ]
    options = re.findall(r"^  (?:-o, )?(--[a-z-]+)", reported, re.MULTILINE)
    assert len(options) == len(set(options)) > 30
    rest = reported.split("\nOptions:\n")[1]
    assert re.findall(r"--[a-z-]+", rest.split("Examples:")[0]) == ["--verbose", "--help"], (
        "each other option has a section"
    )
