"""A job and where it goes → the PDFs to write, and what each takes to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cardmaker.deliver.target import Target
from cardmaker.page import Document
from cardmaker.paint import write_pdf
from cardmaker.pipeline import Job, Part, one_document
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import sheets_of_paper


@dataclass(frozen=True, slots=True)
class Print:
    """One PDF, ready to be written: its path, its bytes, and the parts of the job that are in it."""

    path: Path
    data: bytes
    document: Document
    parts: tuple[Part, ...]

    @property
    def flip(self) -> Flip:
        """How the printer is to turn the paper."""
        return next(flip for flip in Flip if flip.viewer_preference == self.document.duplex)

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return len(self.document.pages)

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets go through the printer."""
        return sheets_of_paper(self.document.pages, self.flip)

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers it is printed on, in order."""
        return tuple(dict.fromkeys(part.paper for part in self.parts))


def paint_job(job: Job, target: Target, stem: str) -> tuple[Print, ...]:
    """Paint all that *target* asks for; nothing is written yet. Raises PictureError."""
    return tuple(
        Print(path, write_pdf(document), document, parts)
        for path, document, parts in _documents(job, target, stem)
    )


def _documents(job: Job, target: Target, stem: str) -> Iterator[tuple[Path, Document, tuple[Part, ...]]]:
    whole = target.whole(stem)
    if whole:
        yield whole, one_document(job), job.parts
        return
    for part in job.parts:
        yield target.part(stem, part.name), part.document, (part,)
