"""A plan → PNG pictures of its pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import Local, plan_argument, task_of
from cardmaker.cli.options import OptionsCommand, options
from cardmaker.errors import NotFoundError, OutputError
from cardmaker.options import Option, Options, Section
from cardmaker.pipeline.order import Order
from cardmaker.valuetypes import IntegerType, ListType, SwitchType, TextType

if TYPE_CHECKING:
    from cardmaker.api import Job

_EPILOG = """
\b
Examples:
  cardmaker preview my-plan.yaml
  cardmaker preview my-plan.yaml --only cards --page 1 --dpi 200
  cardmaker preview my-plan.yaml --theme low-ink --grey -o look/
"""


class Pictures(Options):
    """How pages are shown."""

    # fmt: off
    output: Option[str] = Option(
        TextType("FOLDER"), "output/", "Where they go.", flags=("-o", "--output"), section=Section.OUTPUT
    )
    dpi: Option[int] = Option(IntegerType(20, 600), 100, "Dots per inch.", section=Section.OUTPUT)
    grey: Option[bool] = Option(
        SwitchType(), False, "As a printer without colour shows it.", section=Section.OUTPUT
    )
    pages: Option[tuple[int, ...]] = Option(
        ListType(IntegerType(1, 100_000)), (), "Only this page of each part.", flags=("--page",), section=Section.WHAT
    )
    # fmt: on


@click.command("preview", cls=OptionsCommand, epilog=_EPILOG)
@options(order=Order, local=Local, wanted=Pictures, without=("output_intent",))
@plan_argument
def command(plan: str | None, order: Order, local: Local, wanted: Pictures) -> None:
    """Write pictures of a plan's pages, to look at before printing.

    PLAN is a file, '-', or the name of a bundled plan; without it the bundled runner's week is shown.
    """
    from cardmaker.deliver.files import make_folder, write_files

    folder = _folder(wanted.output)
    task = task_of(plan, order, local)
    with terminal.working("Drawing pages ..."):
        job = task.make()
        stem = task.stem(job)
        pictures = {folder / f"{stem}-{name}.png": data for name, data in _draw(job, wanted)}
    terminal.report_notes(job.notes)
    make_folder(folder)
    write_files(pictures)
    for picture in pictures:
        terminal.say(str(picture))


def _folder(output: str) -> Path:
    folder = Path(output)
    if folder.suffix.lower() in (".png", ".pdf", ".jpg"):
        raise OutputError(f"{output}: each page is a file of its own; name a folder for them")
    return folder


def _draw(job: "Job", wanted: Pictures) -> list[tuple[str, bytes]]:
    """The pictures by the ends of their names, 'cards-03'; NotFoundError if no part has such pages."""
    from cardmaker.deliver.images import draw_pages
    from cardmaker.paint import write_pdf

    most = max(len(part.document.pages) for part in job.parts)
    for page in wanted.pages:
        if page > most:
            raise NotFoundError(f"no page {page}; the longest part has {most}")
    pictures = []
    for part in job.parts:
        digits = len(str(len(part.document.pages)))
        for number, data in draw_pages(
            write_pdf(part.document), wanted.dpi, grey=wanted.grey, only=wanted.pages
        ):
            pictures.append((f"{part.name}-{number:0{digits}}", data))
    return pictures
