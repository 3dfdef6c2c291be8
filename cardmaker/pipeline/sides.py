"""What was laid out → its sides one by one, each with a name that sorts as they are read: '01-squat-front'."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cardmaker.frame import Frame
from cardmaker.handout import ExerciseCard, KeyCard, TitleCard
from cardmaker.layout.cards import LaidOutCard
from cardmaker.library.names import slug
from cardmaker.record import record

_LONGEST = 48


@record
class PageSide:
    """A front, a back, a sheet or a screen: *name* goes into file names, *title* is for people.

    *content* is the record that a card is made from.
    """

    name: str
    title: str
    frame: Frame
    content: object = None


def sides_of_cards(laid: Sequence[LaidOutCard], titles: Sequence[str]) -> tuple[PageSide, ...]:
    """The sides of cards; only those of cards with two say which they are. *titles* are the cards' names."""
    sides = []
    digits = _digits(laid)
    for place, (faces, title) in enumerate(zip(laid, titles, strict=True), 1):
        card = faces.card
        number = card.number if isinstance(card, ExerciseCard | KeyCard | TitleCard) else f"{place:0{digits}}"
        name = _joined(number, f"{card.name} {card.part}" if isinstance(card, ExerciseCard) else card.name)
        if faces.back is None:
            sides.append(PageSide(name, title, faces.front, card))
        else:
            sides += [
                PageSide(f"{name}-front", title, faces.front, card),
                PageSide(f"{name}-back", title, faces.back, card),
            ]
    return tuple(sides)


def sides_of_pages(frames: Iterable[tuple[str, Frame]]) -> tuple[PageSide, ...]:
    """Pages by themselves, each with its title."""
    known = list(frames)
    digits = _digits(known)
    return tuple(
        PageSide(_joined(f"{place:0{digits}}", title), title, frame)
        for place, (title, frame) in enumerate(known, 1)
    )


def _digits(things: Sequence[object]) -> int:
    return max(2, len(str(len(things))))


@lru_cache(maxsize=1000)
def _joined(number: str, title: str) -> str:
    return f"{number}-{slug(title)[:_LONGEST]}".strip("-")
