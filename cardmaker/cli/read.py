"""A line as a coach writes it → what it is read as, part by part."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cardmaker.cli import terminal
from cardmaker.cli.params import json_option

if TYPE_CHECKING:
    from cardmaker.plan.foreign import Notation
    from cardmaker.plan.runs.usual import Unit
    from cardmaker.plan.sets.usual import LoadUnit

_EPILOG = """
\b
Examples:
  cardmaker read "8 mi with 4 mi at LT"
  cardmaker read "6 x 800 m @ 5k w/ 400 m jog" --json
  cardmaker read "swim: 8 x 50 m on 1:05"
  cardmaker read "6 easy" --unit mi
  cardmaker read --sets "3x8-12 @ RPE 7, rest 90 s"

--lines FILE reads a line each and prints one JSON object a line; '-' is standard input.
Distances and loads without a unit are in that of the other lines, if all of these have the same.
"""


class EnglishLine(NamedTuple):
    """A line in the English of the notations, and what to say of how it got there."""

    english: str
    remark: str
    written: str


Reading = dict[str, Any]
Answer = tuple[Reading, list[str]]
"""What a line is read as: its figures for programs, and lines for people."""


@click.command("read", epilog=_EPILOG)
@click.argument("line", required=False, metavar="LINE")
@click.option("--sets", is_flag=True, help="Read sets and reps, not a run.")
@json_option
@click.option(
    "--lines", "file", metavar="FILE", help="Read each line of FILE, or of '-'; print one JSON object a line."
)
@click.option("--unit", type=click.Choice(["km", "mi"]), help="Of distances without one: '6 easy'.")
@click.option(
    "--language",
    metavar="NAME",
    help="What it is written in: en, de, or one of your own. Left out, what its words say.",
)
def command(
    line: str | None, sets: bool, as_json: bool, file: str | None, unit: "Unit | None", language: str | None
) -> None:
    """Say what LINE is read as: a run, another sport, or sets."""
    if (line is None) == (file is None):
        raise click.UsageError("give one line in quotes, or --lines FILE")
    notation: Notation = "sets" if sets else "runs"
    read: Callable[[str], Answer]
    if file is not None:
        said = _in_english(_lines(file), notation, language)
        lines = [one.english for one in said]
        read = (
            partial(_sets, usual=_usual_load(lines)) if sets else partial(_run, usual=unit or _usual(lines))
        )
        for one in said:
            terminal.say(_as_json(_reading(read, one)))
        return
    assert line is not None
    read = _sets if sets else partial(_run, usual=unit or "")
    [one] = _in_english([line], notation, language)
    if as_json:
        terminal.say(_as_json(_reading(read, one)))
        return
    terminal.say_all(_explained(read, one))


def _explained(read: Callable[[str], Answer], line: EnglishLine) -> list[str]:
    from cardmaker.errors import PlanError, Problem

    try:
        lines = read(line.english)[1]
    except ValueError as error:
        raise PlanError([Problem("", 0, "", str(error))]) from None
    own = f"exercise: {line.written.partition(':')[0].strip()}"
    lines = [own if text.startswith("exercise: ") else text for text in lines]
    return [*lines, f"  note: {line.remark}"] if line.remark else lines


def _reading(read: Callable[[str], Answer], line: EnglishLine) -> Reading:
    try:
        reading = read(line.english)[0]
    except ValueError as error:
        return {"refused": str(error)}
    if "exercise" in reading:
        reading["exercise"] = line.written.partition(":")[0].strip()
    if not line.remark:
        return reading
    told = reading.get("told", [])
    return {**reading, "told": [*([told] if isinstance(told, str) else told), line.remark]}


def _as_json(reading: Reading) -> str:
    import json

    return json.dumps(reading)


def _lines(file: str) -> list[str]:
    """The lines of a file, or of what is piped in."""
    from cardmaker.textfile import read_text

    return [line.rstrip("\r") for line in read_text(file).rstrip("\n").split("\n")]


def _in_english(lines: list[str], notation: "Notation", language: str | None) -> list[EnglishLine]:
    """Lines in the English of a notation.

    Without a language each is read in that of its words, and one that doesn't show any in that of half of the others.
    """
    from cardmaker.plan.foreign import Translator
    from cardmaker.plan.tongues import language_of
    from cardmaker.resolve.names import open_catalogue

    names = open_catalogue()
    if language:
        spoken = [(names.require("language", language), "")] * len(lines)
    else:
        spoken = [language_of(line, names) for line in lines]
        usual, times = Counter(code for code, _ in spoken).most_common(1)[0] if spoken else ("", 0)
        spoken = [(code or (usual if 2 * times >= len(lines) else ""), word) for code, word in spoken]
    words = {code: names.in_language(code).foreign_words() for code, _ in spoken if code}
    translators = {code: Translator(known) for code, known in words.items() if known}
    return [
        EnglishLine(
            translators[code].english(notation, line) if code in translators else line,
            f"'{word}' is a word of '{code}', so all of it is read in that language" if word else "",
            line,
        )
        for line, (code, word) in zip(lines, spoken, strict=True)
    ]


def _usual(lines: list[str]) -> "Unit":
    from cardmaker.plan.runs.usual import usual_unit

    return usual_unit(lines)


def _run(line: str, usual: "Unit") -> Answer:
    from cardmaker.plan.runs.reading import reading_of
    from cardmaker.plan.runs.sentences import explained
    from cardmaker.plan.runs.sports import sport_before_colon, words_of_others
    from cardmaker.plan.runs.written import run_from

    sport, rest = sport_before_colon(line)
    if words := words_of_others(line):
        return {"kind": "cross-training", "shown": words}, [f"cross-training: {words}"]
    run = run_from(rest, sport) if sport else run_from(line, usual=usual)
    return reading_of(run), explained(run)


def _usual_load(lines: list[str]) -> "LoadUnit":
    from cardmaker.plan.sets.usual import usual_load

    return usual_load(lines)


def _sets(line: str, usual: "LoadUnit" = "") -> Answer:
    from cardmaker.plan.sets.reading import in_words, reading
    from cardmaker.plan.sets.usual import with_unit

    said = with_unit(line, usual)
    read = reading(said, _measure)
    if said != line:
        remark = f"loads without a unit are in {usual}, as those of other lines"
        read["told"] = "; ".join(filter(None, [read.get("told", ""), remark]))
    return read, [f"{name}: {in_words(value)}" for name, value in read.items()]


def _measure(exercise: str) -> str:
    """What the sets of a bundled exercise count; '' for one that isn't there."""
    from cardmaker.library.library import open_library

    library = open_library()
    found = library.find(exercise)
    return library.get(found).measure if found else ""
