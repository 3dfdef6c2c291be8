"""A file that another program or a person made → a plan, and on standard error what of it couldn't be read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import count_of
from cardmaker.cli.params import force_option, templates_option
from cardmaker.deliver.destination import keep_existing
from cardmaker.errors import OutputError
from cardmaker.paths import is_folder
from cardmaker.textfile import STDIN, read_bytes, source_name

if TYPE_CHECKING:
    from cardmaker.importing.draft import Remark

_EPILOG = """
\b
Examples:
  cardmaker import spring.xlsx -o spring.yaml
  cardmaker import plan.csv --units mi
  xclip -o | cardmaker import - -o my-plan.yaml    cells copied in a spreadsheet
  cardmaker import db.json -o my-exercises    files for a plan's 'library:'

\b
FORMAT is csv, xlsx, ics, calendar-hack, paicer, liftosaur, wger, intervals or
exercises.

\b
What couldn't be read is kept as a note or comment, and reported with its cell or
line.
Look the plan through before you print it: cardmaker preview my-plan.yaml
"""


@click.command("import", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", default="", metavar="PLAN.yaml", help="Where to write the plan; '-' is standard output."
)
@click.option(
    "--as", "called", default="", metavar="FORMAT", help="What FILE is, if it isn't found by its content."
)
@click.option(
    "--units", type=click.Choice(["km", "mi", "min"]), help="What runs' numbers without a unit count."
)
@click.option("--language", metavar="NAME", help="What it is written in. Left out, that of its days' names.")
@force_option
@templates_option("exercises")
def command(
    file: str,
    output: str,
    called: str,
    units: str | None,
    language: str | None,
    force: bool,
    templates: tuple[Path, ...],
) -> None:
    """Make a plan of FILE: a spreadsheet, a table, or another program's plan; '-' is standard input.

    A list of exercises becomes a folder of files, for a plan's `library:`.
    """
    from cardmaker.importing.formats import LIMIT_BYTES, foreign, import_plan
    from cardmaker.importing.libraries import is_library
    from cardmaker.resolve.names import open_catalogue

    name = source_name(file)
    read = foreign(name, read_bytes(file, LIMIT_BYTES))
    if called == "exercises" or (not called and is_library(read.text)):
        _write_library(read.text, name, output or ("exercises" if file == STDIN else Path(file).stem), force)
        return
    target = _target(file, output)
    keep_existing([target] if target else (), force, "with -o")
    unit: Any = units or ""
    names = open_catalogue(templates)
    languages = (names.require("language", language),) if language else names.languages()
    made = import_plan(read, names, unit, called, languages)
    _report(name, made.remarks)
    if target is None:
        terminal.say_bytes(made.text.encode())
        return
    from cardmaker.deliver.files import write_files

    write_files({target: made.text.encode()})
    terminal.say(
        f"wrote {target}: {count_of(made.weeks, 'week', 'weeks')}, {count_of(made.entries, 'entry', 'entries')}"
    )


def _report(name: str, remarks: "tuple[Remark, ...]") -> None:
    for remark in remarks:
        terminal.report(": ".join(filter(None, (name, remark.at, remark.message))))


def _write_library(text: str, name: str, folder: str, force: bool) -> None:
    """Write a file for each exercise into *folder*."""
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.importing.libraries import read_library

    found = read_library(text, name)
    targets = {Path(folder) / f"{stem}.yaml": content.encode() for stem, content in found.files.items()}
    keep_existing(targets, force, "folder with -o")
    make_folder(Path(folder))
    _report(name, found.remarks)
    write_files(targets)
    terminal.say(
        f"wrote {folder}: {count_of(len(targets), 'exercise', 'exercises')}; name it in a plan: 'library: {folder}'"
    )


def _target(file: str, output: str) -> Path | None:
    """Where the plan goes: named after the file, in the current folder; None for standard output."""
    if output == "-":
        return None
    if not output:
        return Path("my-plan.yaml" if file == STDIN else f"{Path(file).stem}.yaml")
    path = Path(output)
    if is_folder(path):
        raise OutputError(f"{output}: this is a folder; name a file in it, such as '{path / 'my-plan.yaml'}'")
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise OutputError(f"{output}: plans are written as YAML; name it '{path.with_suffix('.yaml')}'")
    return path
