"""A line as a coach writes it → what it is read as, part by part."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal

if TYPE_CHECKING:
    from cardmaker.plan.foreign import Notation
    from cardmaker.plan.runs.usual import Unit

_EPILOG = """
\b
Examples:
  cardmaker read "8 mi with 4 mi at LT"
  cardmaker read "6 x 800 m @ 5k w/ 400 m jog" --json
  cardmaker read "swim: 8 x 50 m on 1:05"
  cardmaker read "6 easy" --unit mi
  cardmaker read --sets "3x8-12 @ RPE 7, rest 90 s"

--lines FILE reads a line each and prints one JSON object a line; '-' is standard input.
Distances without a unit are in that of the other lines, if all of these have the same.
"""

Reading = dict[str, Any]
Answer = tuple[Reading, list[str]]
"""What a line is read as: its figures for programs, and lines for people."""


@click.command("read", epilog=_EPILOG)
@click.argument("line", required=False, metavar="LINE")
@click.option("--sets", is_flag=True, help="Read sets and reps, not a run.")
@click.option("--json", "as_json", is_flag=True, help="For programs to read.")
@click.option(
    "--lines", "file", metavar="FILE", help="Read each line of FILE, or of '-'; print one JSON object a line."
)
@click.option("--unit", type=click.Choice(["km", "mi"]), help="Of distances without one: '6 easy'.")
@click.option(
    "--language", metavar="NAME", default="en", help="What it is written in: en, de, or one of your own."
)
def command(
    line: str | None, sets: bool, as_json: bool, file: str | None, unit: "Unit | None", language: str
) -> None:
    """Say what LINE is read as: a run, another sport, or sets."""
    if (line is None) == (file is None):
        raise click.UsageError("give one line in quotes, or --lines FILE", click.get_current_context())
    english = _translated("sets" if sets else "runs", language)
    if file is not None:
        lines = [english(one) for one in _lines(file)]
        read = _sets if sets else partial(_run, usual=unit or _usual(lines))
        for one in lines:
            terminal.say(_as_json(_reading(read, one)))
        return
    assert line is not None
    read = _sets if sets else partial(_run, usual=unit or "")
    line = english(line)
    if as_json:
        terminal.say(_as_json(_reading(read, line)))
        return
    for text in _explained(read, line):
        terminal.say(text)


def _explained(read: Callable[[str], Answer], line: str) -> list[str]:
    from cardmaker.errors import PlanError, Problem

    try:
        return read(line)[1]
    except ValueError as error:
        raise PlanError([Problem("", 0, "", str(error))]) from None


def _reading(read: Callable[[str], Answer], line: str) -> Reading:
    try:
        return read(line)[0]
    except ValueError as error:
        return {"refused": str(error)}


def _as_json(reading: Reading) -> str:
    import json

    return json.dumps(reading)


def _lines(file: str) -> list[str]:
    """The lines of a file, or of what is piped in."""
    from cardmaker.textfile import read_text

    return [line.rstrip("\r") for line in read_text(file).rstrip("\n").split("\n")]


def _translated(notation: "Notation", language: str) -> Callable[[str], str]:
    """What puts a line into the English of a notation."""
    if language == "en":
        return str
    from cardmaker.plan.foreign import Translator
    from cardmaker.resolve.names import open_catalogue

    names = open_catalogue()
    words = names.in_language(names.require("language", language)).foreign_words()
    return partial(Translator(words).english, notation) if words else str


def _usual(lines: list[str]) -> "Unit":
    from cardmaker.plan.runs.usual import usual_unit

    return usual_unit(lines)


def _run(line: str, usual: "Unit") -> Answer:
    from cardmaker.plan.runs.notation import parse_run
    from cardmaker.plan.runs.reading import reading_of
    from cardmaker.plan.runs.sentences import explained
    from cardmaker.plan.runs.sports import OTHERS

    word, colon, rest = line.partition(":")
    sport = next((one for one in OTHERS if colon and word.strip().lower() == one), None)
    run = parse_run(rest, sport=sport) if sport else parse_run(line, usual=usual)
    return reading_of(run), explained(run)


def _sets(line: str) -> Answer:
    from cardmaker.plan.sets.reading import in_words, reading

    read = reading(line, _measure)
    return read, [f"{name}: {in_words(value)}" for name, value in read.items()]


def _measure(exercise: str) -> str:
    """What the sets of a bundled exercise count; '' for one that isn't there."""
    from cardmaker.library.library import open_library

    library = open_library()
    found = library.find(exercise)
    return library.get(found).measure if found else ""
