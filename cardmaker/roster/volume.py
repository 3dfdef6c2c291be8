"""The jobs of all athletes of a roster → one document for a print shop, by athletes, by parts or by sheets of paper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Bookmark, Document, Page
from cardmaker.pipeline import Job, JobPart
from cardmaker.press.duplex import Flip

_MOST_NAMES: Final = 100
"""In one list of the outline. Its entries lead from one to the next, and some programs follow no more than 256."""
_NAMES_TOGETHER: Final = 50
"""Below one entry, where there are more than that."""


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
    for entries, own in _bundles(pieces, by):
        first, parted = entries, separator
        for piece in own:
            if pages and len(pages) % 2 and two_sided and (first or piece.part.flip is not Flip.NONE):
                pages.append(Page(pages[-1].size, ()))
            if first and parted:
                pages.append(replace(parted(piece.name, piece.pages[0]), bookmarks=first))
                pages += [Page(piece.pages[0].size, ())] if two_sided else []
                first = ()
            level = entries[-1].level + 1
            marked = [replace(one, bookmarks=_entry_of(one, level)) for one in piece.pages]
            if by == "sheet":
                marked = [replace(one, bookmarks=()) for one in piece.pages]
            marked[0] = replace(marked[0], bookmarks=(*first, *marked[0].bookmarks))
            pages += marked
            first = ()
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


def _bundles(pieces: Sequence[_Piece], by: str) -> Iterator[tuple[tuple[Bookmark, ...], list[_Piece]]]:
    """The pieces that are one athlete's and follow one another, and the entries of the outline that lead there.

    These are the athlete's, the one of names from here to there where there are many, and that of the part or sheet.
    """
    if by == "athlete":
        stacks = [("", [list(own) for _, own in groupby(pieces, lambda one: id(one.job))])]
    else:
        stacks = [
            (_called(some[0], by), [[one] for one in some])
            for some in (list(own) for _, own in groupby(pieces, lambda one: (one.part.name, one.sheet)))
        ]
    for title, bundles in stacks:
        above = [title] if title else []
        lists = ceil(len(bundles) / _NAMES_TOGETHER) if len(bundles) > _MOST_NAMES else 1
        together = ceil(len(bundles) / lists)
        for at, bundle in enumerate(bundles):
            entries = [*(above if at == 0 else []), bundle[0].name]
            if lists > 1 and at % together == 0:
                last = bundles[min(at + together, len(bundles)) - 1]
                entries.insert(-1, f"{bundle[0].name} – {last[0].name}")
            deepest = len(above) + (lists > 1)
            levels = range(deepest + 1 - len(entries), deepest + 1)
            marks = (Bookmark(one, level, closed=True) for one, level in zip(entries, levels, strict=True))
            yield tuple(marks), bundle


def _called(piece: _Piece, by: str) -> str:
    """What a part or a sheet of everybody's is called in the outline."""
    return (by == "sheet" and piece.pages[0].label) or piece.part.document.title


def _entry_of(page: Page, level: int) -> tuple[Bookmark, ...]:
    """The entry that leads to a page of an athlete: one, however many cards are on it, as the pile is of paper."""
    if not page.bookmarks:
        return ()
    return (Bookmark(page.label or page.bookmarks[0].title, level),)
