"""A kind of card and its stock → the face it gets: the one asked for, else the first by rank that suits."""

import math

from cardmaker.errors import NotFoundError
from cardmaker.theme.face import BookletPage, Face, FaceHead, Sheet
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_stock

_MOST_TOLD = 3


def face_for(shelf: Shelf, kind: str, stock: Stock, asked: str = "", least_pt: float = 0.0) -> Face:
    """The face *asked* for by its id, or the best there is for type of *least_pt* at least.

    NotFoundError if that one is for other cards or sizes, or if none suits the stock.
    """
    if asked:
        face = shelf.face(asked)
        if face.kind != kind:
            raise NotFoundError(f"face '{asked}' is for {face.kind} cards; choose one for {kind} cards")
        if not face.suits.includes(*stock.size):
            raise NotFoundError(f"face '{asked}' does not suit {stock.called} cards of {_mm(stock)} mm")
        return face
    heads = _heads(shelf, kind, least_pt)
    suiting = [name for name, face in heads.items() if face.suits.includes(*stock.size)]
    if not suiting:
        kind = f"{kind} cards with type of {least_pt:g} pt," if least_pt else f"{kind} cards"
        raise NotFoundError(_none_suits(shelf, kind, stock, [*heads.values()]))
    return shelf.face(min(suiting, key=lambda name: (heads[name].least_pt, heads[name].rank)))


def suits_some_face(shelf: Shelf, kind: str, stock: Stock, least_pt: float) -> bool:
    """Whether there is a face for such cards, in type of *least_pt* at least."""
    return any(face.suits.includes(*stock.size) for face in _heads(shelf, kind, least_pt).values())


def has_some_face(shelf: Shelf, kind: str, least_pt: float) -> bool:
    """The same on stock of any size."""
    return bool(_heads(shelf, kind, least_pt))


def sheet_for(shelf: Shelf, sheet: Sheet, least_pt: float) -> Sheet:
    """The sheet itself, or where its type is too small, one of its kind in type of *least_pt* at least.

    One in the same orientation goes first. The sheet itself, too, if there is none.
    """
    if sheet.least_pt >= least_pt:
        return sheet
    others = [shelf.sheet(name) for name in shelf.names("sheets")]
    large = [one for one in others if one.kind == sheet.kind and one.least_pt >= least_pt]
    return min(large, key=lambda one: (one.orientation != sheet.orientation, one.least_pt), default=sheet)


def leaf_for(shelf: Shelf, name: str, least_pt: float) -> BookletPage:
    """The book page itself, or where its type is too small, the one called so after a prefix whose type is not.

    The page itself, too, if there is none.
    """
    leaf = shelf.leaf(name)
    if leaf.least_pt >= least_pt:
        return leaf
    others = (shelf.leaf(other) for other in shelf.names("books") if other.endswith(f"-{name}"))
    return next((one for one in others if one.least_pt >= least_pt), leaf)


def _heads(shelf: Shelf, kind: str, least_pt: float) -> dict[str, FaceHead]:
    heads = {name: shelf.face_head(name) for name in shelf.names("faces")}
    return {name: face for name, face in heads.items() if face.kind == kind and face.least_pt >= least_pt}


def _none_suits(shelf: Shelf, kind: str, stock: Stock, heads: list[FaceHead]) -> str:
    """What is wrong with a stock's size, and the stocks nearest to it that some face suits."""
    stocks = [load_stock(name, shelf.folders) for name in KINDS["stocks"].names(shelf.folders)]
    suited = [
        one for one in stocks if not one.pre_cut and any(face.suits.includes(*one.size) for face in heads)
    ]
    of_each_size = {one.size: one for one in reversed(suited)}.values()
    nearest = sorted(of_each_size, key=lambda one: _apart(one, stock))[:_MOST_TOLD]
    choose = " or ".join(one.id for one in nearest) or "another stock"
    named = f"{stock.name} size, {_mm(stock)} mm" if stock.name else f"{_mm(stock)} mm"
    return f"no face for {kind} of {named}; choose {choose}"


def _apart(one: Stock, other: Stock) -> float:
    """How unlike two sizes are: what holds as much comes first."""
    return abs(math.log(one.size.width * one.size.height / (other.size.width * other.size.height)))


def _mm(stock: Stock) -> str:
    return " × ".join(f"{side:g}" for side in stock.size)
