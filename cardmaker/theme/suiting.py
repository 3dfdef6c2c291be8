"""A kind of card and its stock → the face it gets: the one asked for, else the first by rank that suits."""

from collections.abc import Iterable

from cardmaker.errors import NotFoundError
from cardmaker.theme.face import Face, FaceHead
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_stock, stock_names


def face_for(shelf: Shelf, kind: str, stock: Stock, asked: str = "") -> Face:
    """The face *asked* for by its id, or the best there is.

    NotFoundError if that one is for other cards or sizes, or if none suits the stock.
    """
    if asked:
        face = shelf.face(asked)
        if face.kind != kind:
            raise NotFoundError(f"face '{asked}' is for {face.kind} cards; choose one for {kind} cards")
        if not face.suits.includes(*stock.size):
            size = " × ".join(f"{side:g}" for side in stock.size)
            raise NotFoundError(f"face '{asked}' does not suit {stock.name} cards of {size} mm")
        return face
    heads = {name: shelf.face_head(name) for name in shelf.names("faces")}
    suiting = [name for name, face in heads.items() if face.kind == kind and face.suits.includes(*stock.size)]
    if not suiting:
        fitting = _stocks_for(shelf, kind, heads.values())
        raise NotFoundError(f"no face for {kind} cards of {stock.name} size; choose {fitting}")
    return shelf.face(min(suiting, key=lambda name: heads[name].rank))


def _stocks_for(shelf: Shelf, kind: str, faces: Iterable[FaceHead]) -> str:
    """The stocks that some face of the kind suits, in words."""
    suited = [
        name
        for name in stock_names(shelf.folders)
        for face in faces
        if face.kind == kind and face.suits.includes(*load_stock(name, shelf.folders).size)
    ]
    return " or ".join(dict.fromkeys(suited)) or "another stock"
