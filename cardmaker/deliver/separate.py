"""A job of single cards → a PDF for each side of each copy, fronts and backs apart, as card printers take them."""

from collections.abc import Iterator
from dataclasses import replace

from cardmaker.deliver.prints import paint_documents
from cardmaker.errors import PaperError
from cardmaker.library.names import slug
from cardmaker.page import Document
from cardmaker.pipeline import Job, JobPart
from cardmaker.press.ticket import Sides
from cardmaker.record import record

FRONTS, BACKS = "fronts", "backs"
_LONGEST = 48
"""Characters of a card's name in that of its file."""


@record
class SideFile:
    """One side of one card: its folder, and its name, which is the same for the other side."""

    folder: str
    name: str
    data: bytes


def separate(job: Job) -> tuple[SideFile, ...]:
    """The sides of all cards in the order of printing, numbered, as often as there are copies.

    PaperError if there are other things than single cards with both sides.
    """
    parts = [part for part in job.parts if part.cards]
    if len(parts) < len(job.parts) or not all(part.one_up for part in parts):
        raise PaperError("--separate is for single cards; add --single, and --only cards or --only gym")
    if any(part.ticket and part.ticket.sides is not Sides.BOTH for part in parts):
        raise PaperError("--separate has fronts and backs apart; leave --sides out")
    digits = max(3, len(str(sum(part.cards for part in parts))))
    firsts = [sum(part.cards for part in parts[:place]) + 1 for place in range(len(parts))]
    named = [one for part, first in zip(parts, firsts, strict=True) for one in _sides(part, first, digits)]
    painted = paint_documents(job, [document for _, _, document in named])
    return tuple(SideFile(folder, name, data) for (folder, name, _), data in zip(named, painted, strict=True))


def _sides(part: JobPart, first: int, digits: int) -> Iterator[tuple[str, str, Document]]:
    """Each side's folder, name, and the document of its page; the cards are numbered from *first*."""
    pages = part.document.pages
    step = len(pages) // part.cards
    for index, page in enumerate(pages):
        number, back = divmod(index, step)
        called = next((one.section for one in page.placements if one.section), "")
        called = called or next((one.section for one in pages[number * step].placements), "")
        name = f"{first + number:0{digits}}-{slug(called)[:_LONGEST]}".strip("-")
        document = replace(
            part.document, pages=(page,), title=called or part.document.title, duplex="Simplex"
        )
        yield (BACKS if back else FRONTS), f"{name}.pdf", document
