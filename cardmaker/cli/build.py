"""A plan → its PDFs, and a line on each that says what it takes to print."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.advice import advice
from cardmaker.cli.columns import columns_of
from cardmaker.cli.options import order_of, order_options, plan_path, stem_of
from cardmaker.cli.params import OneOf
from cardmaker.errors import OutputError

if TYPE_CHECKING:
    from cardmaker.deliver.prints import Print
    from cardmaker.deliver.target import Target

_TURNS = {
    "long": "two-sided (flip on long edge)",
    "short": "two-sided (flip on short edge)",
    "none": "one-sided",
}
_DPI = 300
_CARDS = {"cards": ("card", "cards"), "gym": ("gym card", "gym cards")}

_EPILOG = """
\b
Examples:
  cardmaker build                              the bundled runner's week
  cardmaker build my-plan.yaml -o plan.pdf     everything in one file
  cardmaker build my-plan.yaml --week 2-4 --only sheets
  cardmaker build my-plan.yaml --exercise squat --single
  cardmaker build my-plan.yaml --for screen    one PDF for the phone
  cardmaker build my-plan.yaml --format png --only cards
  cardmaker build my-plan.yaml --fold          for printers that print one side
  cardmaker build my-plan.yaml --only cards --copies 3 --stack
  cat my-plan.yaml | cardmaker build - -o - > plan.pdf

Names for --theme, --stock, ... are listed by 'cardmaker list themes', 'cardmaker list stocks', ...
What isn't given here is taken from the plan's 'print:'.
"""


@click.command("build", epilog=_EPILOG)
@click.option(
    "-o", "--output", default="", metavar="FILE.pdf|FOLDER",
    help="One file, or a folder with a file for each part; '-' is standard output.  [default: output/]",
)  # fmt: skip
@click.option("--one-file", is_flag=True, help="All parts in one file, also in a folder.")
@click.option(
    "--format", "form", type=OneOf(("pdf", "png", "svg")), default="pdf", show_default=True,
    help="PDFs; or each side of a card, each sheet, as a picture.",
)
@click.option("--dpi", type=click.IntRange(20, 1200), help="A PNG's dots per inch.  [default: 300]")
@order_options
def command(
    plan: str | None, output: str, one_file: bool, form: str, dpi: int | None, **wanted: Any
) -> None:
    """Write a plan's PDFs: week sheets, exercise cards and gym cards.

    PLAN is a YAML, JSON or TOML file, '-' for standard input, or the name of a bundled plan; without it the
    bundled runner's week is built. Old files are replaced when all new ones are whole.
    """
    if form != "pdf" and one_file:
        raise click.UsageError("--one-file goes with --format pdf", click.get_current_context())
    if dpi and form != "png":
        raise click.UsageError("--dpi goes with --format png", click.get_current_context())
    if form != "pdf":
        _draw(plan, output, form, dpi or _DPI, wanted)
        return
    from cardmaker.deliver.prints import paint_job
    from cardmaker.deliver.target import read_target
    from cardmaker.pipeline import make

    order = order_of(wanted)
    path = plan_path(plan, order.folders)
    target = read_target(output, together=one_file)
    if target.stdout and terminal.shown_to_a_person(sys.stdout):
        raise OutputError("a PDF is not for the terminal; write '-o plan.pdf', or send it on with '|' or '>'")
    with terminal.working("Laying out and painting ..."):
        job = make(path, order)
        prints = paint_job(job, target, stem_of(path, job.title))
    for note in job.notes:
        terminal.tell(f"note: {note}")
    _deliver(prints, target)


def _draw(plan: str | None, output: str, form: str, dpi: int, wanted: dict[str, Any]) -> None:
    """Write pictures, and a line on those of each part."""
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.deliver.pictures import draw_sides
    from cardmaker.deliver.target import read_folder
    from cardmaker.pipeline import make

    folder, order = read_folder(output), order_of(wanted)
    path = plan_path(plan, order.folders)
    rows: list[tuple[str, str, str]] = []
    files: dict[Path, bytes] = {}
    with terminal.working("Laying out and drawing ..."):
        job = make(path, order)
        stem = stem_of(path, job.title)
        for part in job.parts:
            start = f"{stem}-{part.name}"
            drawn = draw_sides(part.sides, form, dpi)
            files |= {folder / f"{start}-{name}.{form}": data for name, data in drawn.items()}
            size = _size(sum(map(len, drawn.values())))
            fine = f" at {dpi} dpi" if form == "png" else ""
            rows.append((str(folder / f"{start}-*.{form}"), _count(len(drawn), "picture", "pictures") + fine, size))
    for note in job.notes:
        terminal.tell(f"note: {note}")
    make_folder(folder)
    write_files(files)
    for line in columns_of(rows):
        terminal.say(line)


def _deliver(prints: "Sequence[Print]", target: "Target") -> None:
    from cardmaker.deliver.files import make_folder, write_files

    if target.stdout:
        terminal.say_bytes(prints[0].data)
        return
    if target.file is None:
        make_folder(target.folder)
    write_files({one.path: one.data for one in prints})
    for line in columns_of([(str(one.path), _takes(one), _size(len(one.data))) for one in prints]):
        terminal.say(line)
    for line in advice(part for one in prints for part in one.parts):
        terminal.say(line)


def _takes(one: "Print") -> str:
    """'23 cards, 6 pages on 3 sheets of A4, two-sided (flip on long edge)'."""
    if one.document.for_screen:
        return f"{_count(one.pages, 'page', 'pages')} for a phone, linked to one another"
    cards = [_count(part.cards, *_CARDS[part.name]) for part in one.parts if part.cards]
    pages = _count(one.pages, "page", "pages")
    paper = f"{_count(one.sheets_of_paper, 'sheet', 'sheets')} of {', '.join(one.papers)}"
    return f"{', '.join([*cards, pages])} on {paper}, {_TURNS[one.flip]}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _size(count: int) -> str:
    return f"{count / 1024:,.0f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:.1f} MB"
