"""A plan → PNG pictures of its pages."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.options import order_of, order_options, plan_path, stem_of
from cardmaker.cli.sections import SectionedCommand
from cardmaker.errors import NotFoundError, OutputError

if TYPE_CHECKING:
    from cardmaker.pipeline import Job

_EPILOG = """
\b
Examples:
  cardmaker preview my-plan.yaml
  cardmaker preview my-plan.yaml --only cards --page 1 --dpi 200
  cardmaker preview my-plan.yaml --theme low-ink --grey -o look/
"""


@click.command("preview", cls=SectionedCommand, epilog=_EPILOG)
@click.option("-o", "--output", default="output/", show_default=True, metavar="FOLDER", help="Where they go.")
@click.option("--dpi", type=click.IntRange(20, 600), default=100, show_default=True, help="Dots per inch.")
@click.option("--grey", is_flag=True, help="As a printer without colour shows it.")
@click.option(
    "--page",
    "pages",
    type=click.IntRange(1),
    multiple=True,
    help="Only this page of each part; may be repeated.",
)
@order_options
def command(
    plan: str | None, output: str, dpi: int, grey: bool, pages: tuple[int, ...], **wanted: Any
) -> None:
    """Write pictures of a plan's pages, to look at before printing.

    PLAN is a file, '-', or the name of a bundled plan; without it the bundled runner's week is shown.
    """
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.pipeline import make

    folder = _folder(output)
    order = order_of(wanted)
    path = plan_path(plan, order.folders)
    with terminal.working("Drawing pages ..."):
        job = make(path, order)
        stem = stem_of(path, job.title)
        pictures = {folder / f"{stem}-{name}.png": data for name, data in _draw(job, dpi, grey, pages)}
    for note in job.notes:
        terminal.tell(f"note: {note}")
    make_folder(folder)
    write_files(pictures)
    for picture in pictures:
        terminal.say(str(picture))


def _folder(output: str) -> Path:
    folder = Path(output)
    if folder.suffix.lower() in (".png", ".pdf", ".jpg"):
        raise OutputError(f"{output}: each page is a file of its own; name a folder for them")
    return folder


def _draw(job: "Job", dpi: int, grey: bool, pages: tuple[int, ...]) -> list[tuple[str, bytes]]:
    """The pictures by the ends of their names, 'cards-03'; NotFoundError if no part has such pages."""
    from cardmaker.deliver.preview import draw_pages
    from cardmaker.paint import write_pdf

    most = max(len(part.document.pages) for part in job.parts)
    for page in pages:
        if page > most:
            raise NotFoundError(f"no page {page}; the longest part has {most}")
    pictures = []
    for part in job.parts:
        digits = len(str(len(part.document.pages)))
        for number, data in draw_pages(write_pdf(part.document), dpi, grey=grey, only=pages):
            pictures.append((f"{part.name}-{number:0{digits}}", data))
    return pictures
