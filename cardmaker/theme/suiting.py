"""A kind of card and its stock → the face it gets: the one asked for, else the first by rank that suits."""

import math

from cardmaker.errors import NotFoundError
from cardmaker.theme.face import Face, FaceHead
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_stock, stock_names

_MOST_TOLD = 3


def face_for(shelf: Shelf, kind: str, stock: Stock, asked: str = "") -> Face:
    """The face *asked* for by its id, or the best there is.

    NotFoundError if that one is for other cards or sizes, or if none suits the stock.
    """
    if asked:
        face = shelf.face(asked)
        if face.kind != kind:
            raise NotFoundError(f"face '{asked}' is for {face.kind} cards; choose one for {kind} cards")
        if not face.suits.includes(*stock.size):
            raise NotFoundError(f"face '{asked}' does not suit {stock.called} cards of {_mm(stock)} mm")
        return face
    heads = {name: shelf.face_head(name) for name in shelf.names("faces")}
    suiting = [name for name, face in heads.items() if face.kind == kind and face.suits.includes(*stock.size)]
    if not suiting:
        raise NotFoundError(
            _none_suits(shelf, kind, stock, [face for face in heads.values() if face.kind == kind])
        )
    return shelf.face(min(suiting, key=lambda name: heads[name].rank))


def _none_suits(shelf: Shelf, kind: str, stock: Stock, heads: list[FaceHead]) -> str:
    """What is wrong with a stock's size, and the stocks nearest to it that some face suits."""
    stocks = [load_stock(name, shelf.folders) for name in stock_names(shelf.folders)]
    suited = [
        one for one in stocks if not one.pre_cut and any(face.suits.includes(*one.size) for face in heads)
    ]
    of_each_size = {one.size: one for one in reversed(suited)}.values()
    nearest = sorted(of_each_size, key=lambda one: _apart(one, stock))[:_MOST_TOLD]
    choose = " or ".join(one.id for one in nearest) or "another stock"
    named = f"{stock.name} size, {_mm(stock)} mm" if stock.name else f"{_mm(stock)} mm"
    return f"no face for {kind} cards of {named}; choose {choose}"


def _apart(one: Stock, other: Stock) -> float:
    """How unlike two sizes are: what holds as much comes first."""
    return abs(math.log(one.size.width * one.size.height / (other.size.width * other.size.height)))


def _mm(stock: Stock) -> str:
    return " × ".join(f"{side:g}" for side in stock.size)
