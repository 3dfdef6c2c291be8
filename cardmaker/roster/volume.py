"""The jobs of all athletes of a roster → one document for a print shop, by athletes, by parts or by sheets of paper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Bookmark, Document, Page
from cardmaker.pipeline import Job, JobPart
from cardmaker.press.duplex import Flip


class _Piece(NamedTuple):
    """Pages that stay together: a part of an athlete's job, or one sheet of paper of it, counted from 0."""

    name: str
    job: Job
    part: JobPart
    pages: tuple[Page, ...]
    sheet: int = 0


def volume_of(
    jobs: Sequence[tuple[str, Job]],
    title: str,
    *,
    by: str = "athlete",
    separator: Callable[[str, Page], Page] | None = None,
) -> Document:
    """The pages of all jobs, each with its athlete's name, in one document; each athlete begins on a fresh sheet.

    *by* athlete, so that a pile can be handed out; by part, the week sheets of all, then the cards of all, so that each
    goes through the printer on its own paper; by sheet, stacked: the first sheet of all, then the second. A *separator*
    makes the page with a name that goes before an athlete's first one.
    """
    pieces = [
        _Piece(name, job, part, tuple(_of_one(page, number) for page in part.document.pages))
        for number, (name, job) in enumerate(jobs, 1)
        for part in job.parts
    ]
    two_sided = any(one.part.flip is not Flip.NONE for one in pieces)
    if by != "athlete":
        order = list(dict.fromkeys(one.part.name for one in pieces))
        pieces = [sheet for one in pieces for sheet in _sheets(one)] if by == "sheet" else pieces
        pieces.sort(key=lambda one: (order.index(one.part.name), one.sheet))
    pages: list[Page] = []
    before: object = None
    for name, job, part, own, _ in pieces:
        begins = by != "athlete" or job is not before
        if pages and len(pages) % 2 and two_sided and (begins or part.flip is not Flip.NONE):
            pages.append(Page(pages[-1].size, ()))
        first, *rest = own
        if begins and separator:
            pages += [_headed(separator(name, first), name), *([Page(first.size, ())] if two_sided else [])]
            begins = False
        pages += [_headed(first, name) if begins else _below(first), *map(_below, rest)]
        before = job
    parts = [part for _, job in jobs for part in job.parts]
    first_document = parts[0].document
    flip = next((part.flip for part in parts if part.flip is not Flip.NONE), Flip.NONE)
    return Document(
        tuple(pages), title, first_document.author, first_document.language, "", flip.viewer_preference
    )


def _of_one(page: Page, number: int) -> Page:
    """A page of the athlete of a number, with sections of their own: others have the same cards."""
    placements = (
        replace(one, section=f"{number} {one.section}") if one.section else one for one in page.placements
    )
    return replace(page, placements=tuple(placements))


def _sheets(piece: _Piece) -> Iterator[_Piece]:
    """The sheets of paper that a part is printed on."""
    sides = 1 if piece.part.flip is Flip.NONE else 2
    for number, at in enumerate(range(0, len(piece.pages), sides)):
        yield piece._replace(pages=piece.pages[at : at + sides], sheet=number)


def _headed(page: Page, name: str) -> Page:
    """The first page of an athlete, with their name over its entries in the outline."""
    return replace(_below(page), bookmarks=(Bookmark(name), *_below(page).bookmarks))


def _below(page: Page) -> Page:
    """A page with its entries in the outline under an athlete's."""
    if not page.bookmarks:
        return page
    return replace(page, bookmarks=tuple(replace(one, level=one.level + 1) for one in page.bookmarks))
