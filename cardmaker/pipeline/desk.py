"""An order and a plan → what the stages of one run share: theme, wording, catalogue, templates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from cardmaker.errors import PlanError
from cardmaker.handout import Handout
from cardmaker.layout.cards import Studio
from cardmaker.options import Name
from cardmaker.pipeline.order import Order
from cardmaker.plan.load import LoadedPlan
from cardmaker.plan.model import Plan
from cardmaker.plan.names import NameKind
from cardmaker.plan.printing import PrintOptions
from cardmaker.resolve.athlete import Athlete, plan_for
from cardmaker.resolve.names import Catalogue
from cardmaker.theme.face import Face, Leaf, Screen, Sheet
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_paper, load_stock, read_stock
from cardmaker.theme.stocknames import is_file_name
from cardmaker.theme.suiting import face_for, sheet_for, suits_some_face
from cardmaker.theme.theme import Theme
from cardmaker.wording.wording import Wording

_DEFAULT_SHEETS = ("block", "week-landscape")
if TYPE_CHECKING:
    from cardmaker.picture.icc import OutputProfile
    from cardmaker.pipeline.workshop import Workshop

Template = TypeVar("Template", Face, Leaf, Screen, Sheet)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the stages of one run share."""

    loaded: LoadedPlan[Catalogue]
    plan: Plan
    order: Order
    catalogue: Catalogue
    wording: Wording
    prints: PrintOptions
    theme: Theme
    notes: list[str] = field(default_factory=list)

    @property
    def shelf(self) -> Shelf:
        return self.catalogue.shelf


def open_desk(
    workshop: "Workshop", loaded: LoadedPlan[Catalogue], order: Order, athlete: Athlete | None = None
) -> Desk:
    plan, catalogue = plan_for(loaded.plan, athlete), workshop.names
    order = order.but(**_ids(order, catalogue))
    chosen = plan.print.overridden(order)
    colours = plan.club.colours
    theme, notes = workshop.theme(chosen.theme, chosen.figures, colours.primary, colours.accent)
    wording = workshop.wording(plan.language)
    if theme.medium == "screen" and not order.for_screen:
        notes = (
            *notes,
            f"theme {chosen.theme} is meant for screens: on paper its dark ground takes much ink",
        )
    return Desk(loaded, plan, order, catalogue, wording, chosen, theme, list(notes))


def _ids(order: Order, catalogue: Catalogue) -> dict[str, str]:
    """What the order names, by the ids that its names mean; NotFoundError for a name that nothing carries."""
    return {
        option.name: catalogue.require(cast(NameKind, option.kind.of), value)
        for option in PrintOptions.declared()
        if isinstance(option.kind, Name) and isinstance(value := order.given.get(option.name), str) and value
    }


def output_profile(desk: Desk) -> "OutputProfile | None":
    """The profile of the press that it is to be printed on, if one is named. SourceError if it won't do."""
    if desk.order.for_screen:
        return None
    source, named = desk.loaded.source, desk.prints.output_intent
    if not named:
        return None
    from cardmaker.picture.icc import read_output_profile

    if desk.order.output_intent:
        return read_output_profile(Path(named))
    line = source.lines.at(("print", "output_intent"))
    return read_output_profile(source.folder / named, f"{source.name}:{line}: print.output_intent: ")


def chosen_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """The sheets to print: those asked for, or week sheets and a block sheet for more than one week."""
    asked = desk.prints.sheets
    require = desk.catalogue.require
    sheets = [desk.shelf.sheet(require("sheet", name)) for name in asked or _DEFAULT_SHEETS]
    weeks = len(desk.order.weeks) or len(desk.plan.weeks)
    chosen = [sheet for sheet in sheets if asked or weeks >= sheet.least_weeks]
    told = bool(asked) and not desk.order.book
    large = [_in_large_type(desk, sheet, told=told) for sheet in chosen]
    return tuple({one.id: one for one in large}.values())


def _in_large_type(desk: Desk, sheet: Sheet, *, told: bool) -> Sheet:
    """The sheet, or the one in its place that has type as large as the theme's."""
    least = desk.theme.least_pt
    large = sheet_for(desk.shelf, sheet, least)
    if told and large is not sheet:
        desk.notes.append(
            f"theme {desk.prints.theme} has type of {least:g} pt and more: {large.id} is printed for {sheet.id}"
        )
    return large


def labels_of(desk: Desk, handout: Handout) -> dict[str, str]:
    """The labels of the faces; on a dark ground brighter is harder, and they say so."""
    if not desk.theme.brightens:
        return handout.labels
    return handout.labels | {name: desk.wording.say(f"{name}_bright") for name in ("run_key", "legend")}


def checked(desk: Desk, studio: Studio, template: Template) -> Template:
    """The face or sheet; TemplateError for all that one of the user's own files names and isn't there."""
    if not desk.shelf.folders:
        return template
    from cardmaker.layout.proof import proofread

    if faults := proofread(template, studio.theme, studio.labels):
        raise desk.shelf.refusal(template, faults)
    return template


def chosen_face(desk: Desk, kind: Literal["exercise", "gym"], asked: str, stock: Stock) -> Face:
    """The face that was asked for, or the one that suits the stock best."""
    name = asked or desk.prints.faces.get(kind, "")
    wanted = desk.catalogue.require("face", name) if name else ""
    return face_for(desk.shelf, kind, stock, wanted, desk.theme.least_pt)


def chosen_stock(desk: Desk, which: Literal["stock", "gym_stock"]) -> Stock:
    """The stock that was asked for: by name, by a file from the plan's folder, or written out in the plan."""
    source, written = desk.loaded.source, getattr(desk.prints, which)
    if isinstance(written, Mapping):
        field = ("print", which)
        stock = read_stock(written, source.lines.below(field), source.name, "", PlanError, field)
    else:
        path = (
            written
            if which in desk.order.given or not is_file_name(written)
            else str(source.folder / written)
        )
        stock = load_stock(path, desk.shelf.folders)
    stock = _roomy(desk, which, stock)
    desk.notes.extend(note for note in _notes(desk, stock) if note not in desk.notes)
    return stock


def _roomy(desk: Desk, which: Literal["stock", "gym_stock"], stock: Stock) -> Stock:
    """The stock, or where the plan's is too small for the theme's type, the one the theme names."""
    kind: Literal["exercise", "gym"] = "exercise" if which == "stock" else "gym"
    theme, named = desk.theme, desk.theme.stocks.get(kind, "")
    if not named or which in desk.order.given or suits_some_face(desk.shelf, kind, stock, theme.least_pt):
        return stock
    larger = load_stock(named, desk.shelf.folders)
    desk.notes.append(
        f"theme {desk.prints.theme} has type of {theme.least_pt:g} pt and more: "
        f"{kind} cards are printed on {larger.called}, not on {stock.called}"
    )
    return larger


def _notes(desk: Desk, stock: Stock) -> Iterator[str]:
    """What a stock brings about that one may not have thought of."""
    paper = stock.paper_for(desk.prints.paper)
    if paper != desk.prints.paper and desk.prints.imposition != "single":
        own, other = (load_paper(name, desk.shelf.folders).name for name in (paper, desk.prints.paper))
        yield f"{stock.called} comes as sheets of {own}: its cards are printed for them, not for {other}"
    if stock.sides == "one":
        yield f"{stock.called} can be printed on one side only: these cards have no backs"
