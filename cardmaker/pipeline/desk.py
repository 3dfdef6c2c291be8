"""An order and a plan → what the stages of one run share: theme, wording, catalogue, templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from cardmaker.errors import PlanError
from cardmaker.layout.cards import Studio
from cardmaker.layout.proof import proofread
from cardmaker.pipeline.order import Order
from cardmaker.plan.load import LoadedPlan
from cardmaker.plan.model import Plan, PrintOptions
from cardmaker.resolve.names import Catalogue
from cardmaker.theme.club import in_club_colours
from cardmaker.theme.face import Face, Leaf, Screen, Sheet
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_stock, read_stock
from cardmaker.theme.stocknames import is_file_name
from cardmaker.theme.suiting import face_for
from cardmaker.theme.theme import Theme
from cardmaker.wording.wording import Wording, load_wording

_DEFAULT_SHEETS = ("block", "week-landscape")
Template = TypeVar("Template", Face, Leaf, Screen, Sheet)


@dataclass(frozen=True, slots=True)
class Desk:
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


def open_desk(loaded: LoadedPlan, order: Order, catalogue: Catalogue) -> Desk:
    prints = loaded.plan.print
    asked = {
        "theme": order.theme and catalogue.require("theme", order.theme),
        "stock": order.stock and catalogue.require("stock", order.stock),
        "gym_stock": order.gym_stock and catalogue.require("stock", order.gym_stock),
        "paper": order.paper and catalogue.require("paper", order.paper),
        "imposition": order.imposition,
    }
    update = {name: value for name, value in asked.items() if value} | order.finish.asked
    chosen = prints.model_copy(update=update)
    theme = catalogue.shelf.theme(chosen.theme)
    club = loaded.plan.club
    theme, notes = in_club_colours(theme, club.colours.primary, club.colours.accent)
    wording = load_wording(loaded.plan.language, catalogue.shelf.folders)
    return Desk(loaded, order, catalogue, wording, chosen, theme, list(notes))


def chosen_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """The sheets to print: those asked for, or week sheets and a block sheet for more than one week."""
    asked = desk.order.sheets or desk.prints.sheets
    require = desk.catalogue.require
    sheets = [desk.shelf.sheet(require("sheet", name)) for name in asked or _DEFAULT_SHEETS]
    weeks = len(desk.order.choice.weeks) or len(desk.plan.weeks)
    return tuple(sheet for sheet in sheets if asked or weeks >= sheet.least_weeks)


def checked(desk: Desk, studio: Studio, template: Template) -> Template:
    """The face or sheet; TemplateError for all that one of the user's own files names and isn't there."""
    if not desk.order.folders:
        return template
    if faults := proofread(template, studio.theme, studio.labels):
        raise desk.shelf.refusal(template, faults)
    return template


def chosen_face(desk: Desk, kind: Literal["exercise", "gym"], asked: str, stock: Stock) -> Face:
    """The face that was asked for, or the one that suits the stock best."""
    name = asked or desk.prints.faces.get(kind, "")
    return face_for(desk.shelf, kind, stock, desk.catalogue.require("face", name) if name else "")


def chosen_stock(desk: Desk, which: Literal["stock", "gym_stock"]) -> Stock:
    """The stock that was asked for: by name, by a file from the plan's folder, or written out in the plan."""
    source, written = desk.loaded.source, getattr(desk.prints, which)
    if isinstance(written, Mapping):
        field = ("print", which)
        return read_stock(written, source.lines.below(field), source.name, "", PlanError, field)
    asked_here = getattr(desk.order, which)
    path = written if asked_here or not is_file_name(written) else str(source.folder / written)
    return load_stock(path, desk.shelf.folders)
