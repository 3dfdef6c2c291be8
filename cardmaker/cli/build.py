"""A plan → its PDFs, and a line on each that says what it takes to print."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.advice import advice
from cardmaker.cli.columns import columns_of, count_of, size_of
from cardmaker.cli.drawing import draw
from cardmaker.cli.options import order_of, order_options, plan_path, stem_of
from cardmaker.cli.params import OneOf
from cardmaker.cli.sections import SectionedCommand
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
  cardmaker build my-plan.yaml --format svg --only cards
  cardmaker build my-plan.yaml --fold          for printers that print one side
  cardmaker build my-plan.yaml --only cards --copies 3 --stack
  cardmaker build my-plan.yaml --book pocket   eight pages folded from one sheet
  cardmaker build my-plan.yaml --exercise squat --poster a2
  cat my-plan.yaml | cardmaker build - -o - > plan.pdf

Names for --theme, --stock, ... are listed by 'cardmaker list themes', 'cardmaker list stocks', ...
What isn't given here is taken from the plan's 'print:'.
"""


@click.command("build", cls=SectionedCommand, epilog=_EPILOG)
@click.option(
    "-o", "--output", default="", metavar="FILE.pdf|FOLDER",
    help="One file, or a folder with a file for each part; '-' is standard output.  [default: output/]",
)  # fmt: skip
@click.option("--one-file", is_flag=True, help="All parts in one file, also in a folder.")
@click.option(
    "--format",
    "form",
    type=OneOf(("pdf", "png", "svg")),
    default="pdf",
    show_default=True,
    help="PDFs; or each side of a card, each sheet, as a picture.",
)
@click.option("--dpi", type=click.IntRange(20, 1200), help="A PNG's dots per inch.  [default: 300]")
@click.option(
    "--cmyk",
    type=click.Path(),
    metavar="FILE.icc",
    help="For a print shop: PDF/X-4 in the four inks of its ICC profile.",
)
@order_options
def command(
    plan: str | None, output: str, one_file: bool, form: str, dpi: int | None, cmyk: str | None, **wanted: Any
) -> None:
    """Write a plan's PDFs: week sheets, exercise cards and gym cards.

    PLAN is a YAML, JSON or TOML file, '-' for standard input, or the name of a bundled plan; without it the
    bundled runner's week is built. Old files are replaced when all new ones are whole.
    """
    _refuse_what_does_not_go(one_file, form, dpi, cmyk, wanted["medium"])
    if form != "pdf":
        draw(plan, output, form, dpi or _DPI, wanted)
        return
    from cardmaker.deliver.prints import paint_job
    from cardmaker.deliver.target import read_target
    from cardmaker.pipeline import make

    order = order_of(wanted, output_intent=Path(cmyk) if cmyk else None)
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
    if job.profile:
        _tell_of_press(job.profile.name, prints)


def _refuse_what_does_not_go(
    one_file: bool, form: str, dpi: int | None, cmyk: str | None, medium: str
) -> None:
    """Refuse options that exclude each other."""
    faults = {
        "--one-file goes with --format pdf": form != "pdf" and one_file,
        "--dpi goes with --format png": dpi and form != "png",
        "--cmyk goes with --format pdf": cmyk and form != "pdf",
        "--cmyk is for print shops; leave it out with --for screen": cmyk and medium == "screen",
    }
    for fault, there in faults.items():
        if there:
            raise click.UsageError(fault, click.get_current_context())


def _tell_of_press(profile: str, prints: "Sequence[Print]") -> None:
    """Say what was checked and what was not."""
    from cardmaker.paint.preflight import CHECKED, NOT_CHECKED

    most = max(one.ink for one in prints)
    terminal.tell(
        f"note: PDF/X-4 for '{profile}', at most {most} % ink; checked: {CHECKED}; not checked: {NOT_CHECKED}"
    )


def _deliver(prints: "Sequence[Print]", target: "Target") -> None:
    from cardmaker.deliver.files import make_folder, write_files

    if target.stdout:
        terminal.say_bytes(prints[0].data)
        return
    if target.file is None:
        make_folder(target.folder)
    write_files({one.path: one.data for one in prints})
    for line in columns_of([(str(one.path), _takes(one), size_of(len(one.data))) for one in prints]):
        terminal.say(line)
    for line in advice(part for one in prints for part in one.parts):
        terminal.say(line)


def _takes(one: "Print") -> str:
    """'23 cards, 6 pages on 3 sheets of A4, two-sided (flip on long edge)'."""
    if one.document.for_screen:
        return f"{count_of(one.pages, 'page', 'pages')} for a phone, linked to one another"
    cards = [count_of(part.cards, *_CARDS[part.name]) for part in one.parts if part.cards]
    pages = count_of(one.pages, "page", "pages")
    paper = f"{count_of(one.sheets_of_paper, 'sheet', 'sheets')} of {', '.join(one.papers)}"
    return f"{', '.join([*cards, pages])} on {paper}, {_TURNS[one.flip]}"
