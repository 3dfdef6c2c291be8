"""A plan file and what is wanted of it → documents ready to be painted: the whole way, told in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeVar

from cardmaker.errors import (
    CardmakerError,
    DoesNotFitError,
    MissingGlyphError,
    NotFoundError,
    PictureError,
    SeveralError,
)
from cardmaker.handout import Card, ExerciseCard, GymCard, Handout
from cardmaker.layout.cards import Faces, Studio, deal, lay_out_card
from cardmaker.layout.proof import proofread
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.page import Document, Page
from cardmaker.picture.load import find_picture, load_picture
from cardmaker.plan.load import LoadedPlan, load_plan
from cardmaker.plan.model import Plan, PrintOptions
from cardmaker.press.duplex import Flip
from cardmaker.press.grid import arrange
from cardmaker.press.sheets import Card as PressCard
from cardmaker.press.sheets import Labels, impose, one_up, pages_of, sheets_of_paper, single_sided, together
from cardmaker.resolve import Choice, resolve
from cardmaker.resolve.names import Catalogue, open_catalogue
from cardmaker.text.fonts import FontBook
from cardmaker.theme.club import in_club_colours
from cardmaker.theme.face import Face, Sheet
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_paper, load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.theme.theme import Theme
from cardmaker.wording.wording import Wording, load_wording

PARTS = ("sheets", "cards", "gym")
_DEFAULT_SHEETS = ("block", "week-landscape")
_GATHERED = (DoesNotFitError, MissingGlyphError, PictureError)
Template = TypeVar("Template", Face, Sheet)
Thing = TypeVar("Thing")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted beyond what the plan says; an empty field leaves it to the plan."""

    theme: str = ""
    stock: str = ""
    gym_stock: str = ""
    paper: str = ""
    imposition: str = ""
    face: str = ""
    gym_face: str = ""
    sheets: tuple[str, ...] = ()
    parts: tuple[str, ...] = PARTS
    choice: Choice = field(default_factory=Choice)
    flip: Flip = Flip.LONG
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the job: week sheets, exercise cards or gym cards, with what it takes to print."""

    name: str
    document: Document
    flip: Flip
    cards: int = 0
    paper: str = ""

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets go through the printer."""
        return sheets_of_paper(self.document.pages, self.flip)


@dataclass(frozen=True, slots=True)
class Job:
    """All parts of a plan, and what its maker should know: *notes* are warnings, a line each."""

    title: str
    loaded: LoadedPlan
    handout: Handout
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the stages of one run share."""

    loaded: LoadedPlan
    order: Order
    catalogue: Catalogue
    wording: Wording
    prints: PrintOptions
    theme: Theme
    notes: list[str] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.loaded.plan

    @property
    def shelf(self) -> Shelf:
        return self.catalogue.shelf


def make(path: str | Path, order: Order | None = None) -> Job:
    """Read a plan, resolve it, lay it out and put it on paper.

    Raises CardmakerErrors; what is wrong with single cards and sheets is told all at once, in a SeveralError.
    """
    order = order or Order()
    catalogue = open_catalogue(order.folders)
    loaded = load_plan(path, catalogue)
    desk = _open_desk(loaded, order, catalogue)
    sheets = _sheets(desk)
    handout = _resolve(desk, loaded, sheets)
    studio = Studio(desk.theme, FontBook(), load_picture, handout.labels)
    makers: dict[str, Callable[[], Part | None]] = {
        "sheets": lambda: _sheet_part(desk, studio, handout, sheets),
        "cards": lambda: _card_part(desk, studio, handout),
        "gym": lambda: _gym_part(desk, studio, handout),
    }
    parts = tuple(part for part in _each(filter(order.parts.__contains__, PARTS), lambda n: makers[n]()) if part)
    if not parts:
        raise NotFoundError(f"{loaded.source.name}: nothing to print with these choices")
    return Job(handout.title, loaded, handout, parts, tuple(desk.notes))


def one_document(job: Job) -> Document:
    """All parts as one document, each beginning on a fresh sheet of paper."""
    flips = {part.flip for part in job.parts}
    flip = Flip.NONE if flips == {Flip.NONE} else next(iter(flips - {Flip.NONE}))
    first = job.parts[0].document
    pages = together([_apart(part, flip) for part in job.parts], flip)
    return Document(pages, job.title, first.author, first.language, first.subject, flip.viewer_preference)


def _apart(part: Part, flip: Flip) -> tuple[Page, ...]:
    """A part's pages; one without backs gets white ones where the rest is printed on both sides."""
    pages = part.document.pages
    return single_sided(pages) if part.flip is Flip.NONE and flip is not Flip.NONE else pages


def _open_desk(loaded: LoadedPlan, order: Order, catalogue: Catalogue) -> _Desk:
    prints = loaded.plan.print
    asked = {
        "theme": order.theme and catalogue.require("theme", order.theme),
        "stock": order.stock and catalogue.require("stock", order.stock),
        "gym_stock": order.gym_stock and catalogue.require("stock", order.gym_stock),
        "paper": order.paper and catalogue.require("paper", order.paper),
        "imposition": order.imposition,
    }
    chosen = prints.model_copy(update={name: value for name, value in asked.items() if value})
    theme = catalogue.shelf.theme(chosen.theme)
    club = loaded.plan.club
    theme, notes = in_club_colours(theme, club.colours.primary, club.colours.accent)
    wording = load_wording(loaded.plan.language, catalogue.shelf.folders)
    return _Desk(loaded, order, catalogue, wording, chosen, theme, list(notes))


def _sheets(desk: _Desk) -> tuple[Sheet, ...]:
    """The sheets to print: those asked for, or week sheets and a block sheet for more than one week."""
    asked = desk.order.sheets or desk.prints.sheets
    require = desk.catalogue.require
    sheets = [desk.shelf.sheet(require("sheet", name)) for name in asked or _DEFAULT_SHEETS]
    weeks = len(desk.order.choice.weeks) or len(desk.plan.weeks)
    return tuple(sheet for sheet in sheets if asked or weeks >= sheet.least_weeks)


def _resolve(desk: _Desk, loaded: LoadedPlan, sheets: Sequence[Sheet]) -> Handout:
    names = loaded.names
    assert isinstance(names, Catalogue)
    block = next((sheet.weeks for sheet in sheets if sheet.kind == "block"), 0)
    logo = None
    if desk.plan.club.logo:
        line = loaded.source.lines.at(("club", "logo"))
        where = f"{loaded.source.name}:{line}: club.logo"
        logo = find_picture(desk.plan.club.logo, loaded.source.folder, where)
    return resolve(
        desk.plan, names.library, desk.wording, desk.order.choice, block_weeks=block, logo=logo
    )


# Parts -----------------------------------------------------------------------------------------------


def _checked(desk: _Desk, studio: Studio, template: Template) -> Template:
    """The face or sheet; TemplateError for all that one of the user's own files names and isn't there."""
    if not desk.order.folders:
        return template
    if faults := proofread(template, studio.theme, studio.labels):
        raise desk.shelf.refusal(template, faults)
    return template


def _sheet_part(desk: _Desk, studio: Studio, handout: Handout, sheets: Sequence[Sheet]) -> Part | None:
    paper = load_paper(desk.prints.paper, desk.shelf.folders)
    jobs = [
        (content, sheet)
        for sheet in (_checked(desk, studio, sheet) for sheet in sheets)
        for content in (handout.weeks if sheet.kind == "week" else handout.blocks)
    ]
    frames = _each(jobs, lambda job: (job[0].name, lay_out_sheet(studio, job[1], job[0], paper.size)))
    if not frames:
        return None
    named = zip(pages_of(frames), frames, strict=True)
    pages = tuple(replace(page, label=name) for page, (name, _) in named)
    return Part("sheets", _document(desk, handout, "weeks_part", pages, Flip.NONE), Flip.NONE, paper=paper.name)


def _card_part(desk: _Desk, studio: Studio, handout: Handout) -> Part | None:
    stock = load_stock(desk.prints.stock, desk.shelf.folders)
    face = _checked(desk, studio, _face(desk, "exercise", desk.order.face, stock))
    laid = _each(handout.exercises, lambda card: lay_out_card(studio, face, card, stock.size))
    names = [_exercise_title(desk, one.card) for one in laid]
    return _cards_on_paper(desk, handout, "cards", "cards_part", stock, laid, names)


def _gym_part(desk: _Desk, studio: Studio, handout: Handout) -> Part | None:
    stock = load_stock(desk.prints.gym_stock, desk.shelf.folders)
    face = _checked(desk, studio, _face(desk, "gym", desk.order.gym_face, stock))
    pattern = desk.wording.phrases["part"]
    assert isinstance(pattern, str)
    cards = [part for card in handout.workouts for part in deal(card, face.rows, pattern)]
    laid = _each(cards, lambda card: lay_out_card(studio, face, card, stock.size))
    names = [desk.wording.say("gym_outline", name=one.card.name) for one in laid]
    return _cards_on_paper(desk, handout, "gym", "gym_part", stock, laid, names)


def _cards_on_paper(
    desk: _Desk, handout: Handout, name: str, title: str, stock: Stock, laid: Sequence[Faces],
    names: Sequence[str],
) -> Part | None:
    if not laid:
        return None
    cards = [PressCard(one.front, one.back, called) for one, called in zip(laid, names, strict=True)]
    two_sided = any(card.back for card in cards)
    flip = desk.order.flip if two_sided else Flip.NONE
    labels = _labels(desk, name)
    if desk.prints.imposition == "single":
        pages, paper = one_up(cards, flip, labels=labels), stock.name
    else:
        sheet = load_paper(desk.prints.paper, desk.shelf.folders)
        grid = arrange(stock.size, sheet.size, stock.on(desk.prints.paper))
        pages, paper = impose(cards, grid, flip, labels=labels), sheet.name
    document = _document(desk, handout, title, pages, flip)
    return Part(name, document, flip, len(cards), paper)


def _document(desk: _Desk, handout: Handout, part: str, pages: tuple[Page, ...], flip: Flip) -> Document:
    title = f"{handout.title} – {desk.wording.say(part)}"
    author = handout.coach or desk.plan.club.name
    return Document(pages, title, author, handout.language, handout.athlete, flip.viewer_preference)


def _labels(desk: _Desk, part: str) -> Labels:
    say = desk.wording.say
    return Labels(say(f"page_{part}", n="{n}"), say(f"page_{part}_back", n="{n}"))


def _face(desk: _Desk, kind: Literal["exercise", "gym"], asked: str, stock: Stock) -> Face:
    """The face that was asked for, or the one that suits the stock best."""
    name = asked or desk.prints.faces.get(kind, "")
    return face_for(desk.shelf, kind, stock, desk.catalogue.require("face", name) if name else "")


def _exercise_title(desk: _Desk, card: Card) -> str:
    assert isinstance(card, ExerciseCard)
    return desk.wording.say("card_outline", number=card.number, name=card.name)


def _each(things: Iterable[Thing], make: Callable[[Thing], Made]) -> list[Made]:
    """Make everything; all that can't be made is told at once."""
    done: list[Made] = []
    faults: dict[str, CardmakerError] = {}
    for thing in things:
        try:
            done.append(make(thing))
        except _GATHERED as fault:
            faults[str(fault)] = fault
        except SeveralError as several:
            faults |= {str(fault): fault for fault in several.errors}
    if faults:
        raise next(iter(faults.values())) if len(faults) == 1 else SeveralError(tuple(faults.values()))
    return done


__all__ = ["PARTS", "CardmakerError", "GymCard", "Job", "Order", "Part", "make", "one_document"]
