"""A job → its PDFs, in one file or in one for each part, and what each takes to print."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cardmaker.errors import OutputError
from cardmaker.log import note, stopwatch
from cardmaker.page import Document
from cardmaker.paint import Painter, write_pdf, write_press_pdf
from cardmaker.pipeline import Job, JobPart, one_document
from cardmaker.press.duplex import Flip
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.picture.icc import OutputProfile


WHOLE = "plan"
"""What a PDF with all parts is called."""


@record
class Print:
    """One PDF, ready to be written: its name, its bytes, and the parts of the job that are in it.

    *name* is that of its part, or WHOLE. *ink*: for a print shop, the most ink in one place, in per cent of one ink.
    """

    name: str
    data: bytes
    document: Document
    parts: tuple[JobPart, ...]
    ink: int = 0

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
        """How many sheets go through the printer, each part printed as it is to be."""
        return sum(part.sheets_of_paper for part in self.parts)

    @property
    def turns(self) -> tuple[Flip, ...]:
        """How the printer is to turn the paper, part for part, each way once."""
        return tuple(dict.fromkeys(part.flip for part in self.parts))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last page of each part, counted from 1."""
        first = [id(page) for page in self.document.pages]
        starts = [first.index(id(part.document.pages[0])) + 1 for part in self.parts]
        return tuple(
            (start, start + len(part.document.pages) - 1)
            for start, part in zip(starts, self.parts, strict=True)
        )

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers it is printed on, in order."""
        return tuple(dict.fromkeys(part.paper for part in self.parts))


def paint_job(job: Job, painter: Painter | None = None, *, together: bool = False) -> tuple[Print, ...]:
    """Paint a PDF for each part of a job, or one with all of them *together*; a *painter* knows frames from before.

    Raises PictureError; SourceError if the press's profile can't be used.
    """
    painter = painter or Painter()
    took = stopwatch()
    if job.profile:
        made = tuple(_press_prints(job, job.profile, together))
    else:
        made = tuple(
            Print(name, write_pdf(document, painter), document, parts)
            for name, document, parts in _documents(job, together)
        )
    for one in made:
        note("paint", "%s: %d pages, %d KB", one.name, one.pages, len(one.data) // 1024)
    note("paint", "painted in %.0f ms", took())
    return made


def paint_documents(
    job: Job, documents: Sequence[Document], painter: Painter | None = None
) -> Iterator[bytes]:
    """Each document's PDF, for the press that the job is for if there is one; what they share is painted once.

    Raises PictureError; SourceError if the press's profile can't be used, OutputError for a file that isn't PDF/X-4.
    """
    if job.profile is None:
        painter = painter or Painter()
        yield from (write_pdf(document, painter) for document in documents)
        return
    from cardmaker.paint.cmyk import Cmyk

    press = Painter(Cmyk(job.profile.data, job.profile.file or job.profile.name))
    for document in documents:
        yield _press_pdf(document.title, document, press, job.profile)[0]


def _press_pdf(
    name: str, document: Document, painter: Painter, profile: "OutputProfile"
) -> tuple[bytes, int]:
    """A print shop's PDF, read again to see whether it is what it says, and the most ink in one place."""
    from cardmaker.deliver.preflight import faults

    data, ink = write_press_pdf(document, painter, profile)
    if found := faults(data):
        raise OutputError(f"{name}: would not be PDF/X-4: {'; '.join(found)}; please report it")
    return data, ink


def _press_prints(job: Job, profile: "OutputProfile", together: bool) -> Iterator[Print]:
    """The same for a print shop."""
    from cardmaker.paint.cmyk import Cmyk

    painter = Painter(Cmyk(profile.data, profile.file or profile.name))
    for name, document, parts in _documents(job, together):
        data, ink = _press_pdf(name, document, painter, profile)
        yield Print(name, data, document, parts, ink)


def _documents(job: Job, together: bool) -> Iterator[tuple[str, Document, tuple[JobPart, ...]]]:
    if together:
        yield WHOLE, one_document(job), job.parts
        return
    for part in job.parts:
        yield part.name, part.document, (part,)
