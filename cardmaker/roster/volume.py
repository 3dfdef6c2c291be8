"""The jobs of all athletes of a roster → one document for a print shop, athlete after athlete or part after part."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from cardmaker.page import Bookmark, Document, Page
from cardmaker.pipeline import Job
from cardmaker.press.duplex import Flip


def volume_of(
    jobs: Sequence[tuple[str, Job]],
    title: str,
    *,
    by_part: bool = False,
    separator: Callable[[str, Page], Page] | None = None,
) -> Document:
    """The pages of all jobs, each with its athlete's name, in one document; each athlete begins on a fresh sheet.

    Athlete after athlete, so that a pile can be handed out; or, *by_part*, the week sheets of all, then the cards of
    all, so that each part goes through the printer on its own paper. A *separator* makes the page with a name that goes
    before an athlete's first one.
    """
    parts = [(name, job, part) for name, job in jobs for part in job.parts]
    two_sided = any(part.flip is not Flip.NONE for _, _, part in parts)
    if by_part:
        order = list(dict.fromkeys(part.name for _, _, part in parts))
        parts.sort(key=lambda one: order.index(one[2].name))
    pages: list[Page] = []
    before: object = None
    for name, job, part in parts:
        begins = by_part or job is not before
        if pages and len(pages) % 2 and two_sided and (begins or part.flip is not Flip.NONE):
            pages.append(Page(pages[-1].size, ()))
        first, *rest = part.document.pages
        if begins and separator:
            pages += [_headed(separator(name, first), name), *([Page(first.size, ())] if two_sided else [])]
            begins = False
        pages += [_headed(first, name) if begins else _below(first), *map(_below, rest)]
        before = job
    first_document = parts[0][2].document
    flip = next((part.flip for _, _, part in parts if part.flip is not Flip.NONE), Flip.NONE)
    return Document(
        tuple(pages), title, first_document.author, first_document.language, "", flip.viewer_preference
    )


def _headed(page: Page, name: str) -> Page:
    """The first page of an athlete, with their name over its entries in the outline."""
    return replace(_below(page), bookmarks=(Bookmark(name), *_below(page).bookmarks))


def _below(page: Page) -> Page:
    """A page with its entries in the outline under an athlete's."""
    if not page.bookmarks:
        return page
    return replace(page, bookmarks=tuple(replace(one, level=one.level + 1) for one in page.bookmarks))
