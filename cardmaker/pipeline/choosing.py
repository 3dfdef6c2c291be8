"""What a job is made with → the stock, the face and the checked templates that its cards and pages get."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeVar

from cardmaker.errors import PlanError
from cardmaker.geometry import Size
from cardmaker.layout.cards import Studio
from cardmaker.paths import from_plan
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.products import PRODUCTS
from cardmaker.pipeline.setting import Notes, Setting
from cardmaker.theme.face import BookletPage, Face, Screen, Sheet
from cardmaker.theme.kinds import is_file_name
from cardmaker.theme.stock import Stock, load_stock
from cardmaker.theme.suiting import face_for, suits_some_face
from cardmaker.validation import validate

CardKind = Literal["exercise", "gym"]
Template = TypeVar("Template", Face, BookletPage, Screen, Sheet)
_STOCKS: Mapping[CardKind, str] = {"exercise": "stock", "gym": "gym_stock"}


def checked(setting: Setting, studio: Studio, template: Template) -> Template:
    """The template; TemplateError for all that one of the user's own files names and isn't there."""
    if not setting.shelf.folders:
        return template
    from cardmaker.layout.proof import proofread

    if faults := proofread(template, PRODUCTS[template.kind].content, studio.theme, studio.labels):
        raise setting.shelf.refusal(template, faults)
    return template


def chosen_face(setting: Setting, kind: CardKind, stock: Stock) -> Face:
    """The face that is asked for, or the one that suits the stock best."""
    asked = setting.order.face if kind == "exercise" else setting.order.gym_face
    name = asked or setting.prints.faces.get(kind, "")
    wanted = setting.names.require("face", name) if name else ""
    return face_for(setting.shelf, kind, stock, wanted, setting.theme.least_pt)


def chosen_stock(setting: Setting, kind: CardKind) -> tuple[Stock, Notes]:
    """The stock that is asked for: by name, by a file from the plan's folder, or written out in the plan."""
    key = _STOCKS[kind]
    source, written = setting.source, getattr(setting.prints, key)
    if isinstance(written, Mapping):
        field = ("print", key)
        stock = validate(Stock, written, source.name, source.lines.below(field), PlanError, field)
    else:
        own = key not in setting.order.given and is_file_name(written)
        shelf = setting.shelf
        stock = (
            load_stock(str(from_plan(source.folder, written)), shelf.folders) if own else shelf.stock(written)
        )
    larger = None if key in setting.order.given else _roomier(setting, kind, stock)
    if larger is None:
        return stock, tuple(_notes(setting, stock))
    instead = (
        f"theme {setting.prints.theme} has type of {setting.theme.least_pt:g} pt and more: "
        f"{kind} cards are printed on {larger.called}, not on {stock.called}"
    )
    return larger, (instead, *_notes(setting, larger))


def _roomier(setting: Setting, kind: CardKind, stock: Stock) -> Stock | None:
    """The stock that the theme names, where the plan's is too small for its type."""
    named = setting.theme.stocks.get(kind, "")
    if not named or suits_some_face(setting.shelf, kind, stock, setting.theme.least_pt):
        return None
    return setting.shelf.stock(named)


def _notes(setting: Setting, stock: Stock) -> Iterator[str]:
    """Consequences of a stock that are easily overlooked."""
    prints = setting.prints
    paper = stock.paper_for(prints.paper)
    if paper != prints.paper and prints.imposition != "single":
        own, other = (setting.shelf.paper(name).name for name in (paper, prints.paper))
        yield f"{stock.called} comes as sheets of {own}: its cards are printed for them, not for {other}"
    if stock.sides == "one":
        yield f"{stock.called} can be printed on one side only: these cards have no backs"


def drawn_on(order: Order, sheet: Sheet, paper: Size) -> Size:
    """What a sheet is laid out on: the *paper*, or the poster that is made of it."""
    if not order.poster:
        return paper
    from cardmaker.pipeline.poster import on_poster

    return on_poster(order, order.poster, sheet, paper)
