"""A handout → pocket books: eight pages on one side of a sheet, folded with one slit."""

from collections.abc import Callable, Iterator

from cardmaker.errors import NotFoundError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import GymCard, Handout
from cardmaker.layout.cards import Studio
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.layout.leaves import headed, lay_out_leaf
from cardmaker.pipeline.binding import Binder, BookPage, blank, contents_of, front_of, sides_of, some_of
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.setting import Setting
from cardmaker.press.books import Leaf, pocket, pocket_grid
from cardmaker.press.duplex import Flip
from cardmaker.press.signatures import POCKET_PAGES
from cardmaker.theme.face import BookletPage as Template

_MARGIN = 5.5
"""Of all pages, mm."""


def make_pocket(setting: Setting, studio: Studio, handout: Handout, paper: Size) -> JobPart:
    """Eight pages on one side of a sheet; what doesn't go into one book goes on in the next."""
    size = pocket_grid(paper).card
    binder = Binder(setting, studio, handout, size, size, "pocket")
    _refuse_large_print(setting, binder)
    sheets = some_of(setting, list(_pocket_sheets(binder)))
    frames = each(sheets, lambda sheet: sheet.make())
    inside, cover, book = POCKET_PAGES - 1, setting.wording.say("cover"), setting.wording.say("pocket_part")
    volumes = range(0, len(sheets), inside)
    leaves: list[Leaf] = []
    for number, first in enumerate(volumes, 1):
        own = sheets[first : first + inside]
        several = setting.wording.say("part", part=number, parts=len(volumes)) if len(volumes) > 1 else ""
        front = binder.cover(contents_of(setting, own, 2), f"{book} {several}".strip())
        leaves.append(Leaf(front, f"{cover} {several}".strip()))
        made = zip(own, frames[first : first + inside], strict=True)
        leaves += [
            Leaf(headed(studio, frame, page, _MARGIN), sheet.name)
            for page, (sheet, frame) in enumerate(made, 2)
        ]
        leaves += blank(binder, inside - len(own))
    pages = pocket(leaves, paper, binder.marks)
    document = document_of(setting, handout, "pocket_part", pages, Flip.NONE)
    return JobPart("book", document, Flip.NONE, sides=sides_of(leaves))


def _refuse_large_print(setting: Setting, binder: Binder) -> None:
    """NotFoundError where a theme's type is larger than pages of the pocket hold, on however large a sheet."""
    least = setting.theme.least_pt
    if binder.template("week").least_pt < least:
        raise NotFoundError(
            f"theme {setting.prints.theme} has type of {least:g} pt and more, which no page of a pocket book holds;"
            " choose --book booklet, or another theme"
        )


def _pocket_sheets(binder: Binder) -> Iterator[BookPage]:
    studio, size = binder.studio, binder.page
    parts = binder.setting.order.parts
    if "sheets" in parts:
        yield from binder.weeks()
    if "gym" in parts and binder.handout.workouts:
        template = binder.template("gym")
        for card in binder.dealt(template.rows, lambda one: lay_out_leaf(studio, template, one, size)):
            yield BookPage("workout", card.name, card.title, _laid(studio, template, card, size))
    if "cards" in parts and binder.handout.exercises:
        face = binder.face("exercise", size)
        if "gym" not in parts:  # whose pages say what fronts have no room for
            face = face.but(back=None)
        grids, _ = deck_grids(studio, face, binder.handout.exercises, size)
        for one in binder.handout.exercises:
            made = front_of(studio, face, one, size, grids)
            yield BookPage("exercise", binder.title(one), "", made, (one.number,))


def _laid(studio: Studio, template: Template, card: GymCard, size: Size) -> Callable[[], Frame]:
    return lambda: lay_out_leaf(studio, template, card, size)
