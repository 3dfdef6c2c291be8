"""The cards of a deck and boxes that all of them have → one height for each of these, and one size for its texts."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING, Generic, TypeVar

from cardmaker.handout import Card
from cardmaker.layout.context import Context
from cardmaker.layout.evenneeds import EvenNeed, boxes_of, even_need
from cardmaker.layout.ladder import NO_GRID, DeckGrid
from cardmaker.layout.type import sizes_of
from cardmaker.recent import Recent
from cardmaker.theme.face import Side
from cardmaker.theme.theme import Style

if TYPE_CHECKING:
    from cardmaker.layout.cards import Studio

_LEAST_ON_A_LINE, _LEAST_PT = 0.75, 6.5
"""Of the usual size, and in pt, or the style's smallest where that is as small: where a text had to be smaller still to
stay on a line, it goes on in a second one."""
_MOST_LINES, _ON_LINES, _ON_LINES_PT = 2, 0.85, 7.0
"""How many lines texts may then take, and how large they are at most, next to usual or in pt."""
_NEARLY = 1e-6


class CardContexts:
    """The cards of a deck, each as it is looked up quickly, and the contexts in which one side of each is measured.

    What was measured serves the next question.
    """

    def __init__(
        self, cards: Sequence[Card], quick: Sequence[Hashable], make: Callable[[Card], Context]
    ) -> None:
        self.cards, self.quick, self._make = cards, quick, make
        self._made: dict[int, Context] = {}

    def of(self, card: Card) -> Context:
        """That of a card, which has to live as long as these."""
        if id(card) not in self._made:
            self._made[id(card)] = self._make(card)
        return self._made[id(card)]

    def forget_but(self, used: Iterable[Context]) -> None:
        """Let go of what was measured for cards that won't be drawn in theirs."""
        kept = {id(ctx.scope) for ctx in used}
        for ctx in self._made.values():
            if id(ctx.scope) not in kept and not ctx.sets_precedent:
                ctx.forget()


Known = TypeVar("Known")
_MOST_CARDS = 500
"""Of which it is known what they need on each grid: those of some hundred athletes, and of a deck of any size."""


class KnownOfCards(Generic[Known]):
    """What is known of cards. Decks differ in a few: those at the place that they had in the one before come first."""

    def __init__(self) -> None:
        self._known: Recent[Hashable, Known] = Recent(_MOST_CARDS)
        self._before: tuple[Sequence[Hashable], list[Known]] = (), []

    def of_each(self, deck: CardContexts, make: Callable[[Card], Known]) -> list[Known]:
        """What is known of each card of a deck, made once for equal ones."""
        before, found = self._before
        others: Iterable[int] = range(len(deck.quick))
        if len(before) == len(deck.quick):
            others = compress(others, map(is_not, deck.quick, before))
        made = {at: self._known.once(deck.quick[at], partial(make, deck.cards[at])) for at in others}
        if made or not deck.quick:
            found = [made[at] if at in made else found[at] for at in range(len(deck.quick))]
        self._before = deck.quick, found
        return found


EvenNeeds = Recent[Hashable, tuple[object, KnownOfCards[EvenNeed]]]
"""What cards need, by these, of each side, width and grid."""


def even_grid(
    studio: "Studio",
    side: Side,
    group: str,
    width: float,
    contexts: CardContexts,
    taken: frozenset[int] = frozenset(),
) -> DeckGrid:
    """What boxes as wide as a side have in common on all cards, which take some rungs: that which needs most decides.

    Texts of a style are as large as the longest can be on one line, or where it would be too small there, on two; in
    boxes that are as high as each card needs one of two lines has a size of its own.
    """
    if not side.measured:
        return NO_GRID
    group = side.type or group
    sizes = {style: 1.0 for styles in side.measured.values() for style in styles}

    def needed() -> list[EvenNeed]:
        grid = studio.shared.grid(DeckGrid(taken, sizes=tuple(sorted(sizes.items()))))
        return _needs(studio, side, group, width, grid, contexts)

    needs, single = needed(), frozenset(style for styles in side.one_size.values() for style in styles)
    for style in sizes:
        asking = [
            number
            for number, need in enumerate(needs)
            if style in need.room and (style not in single or need.room[style] >= _LEAST_ON_A_LINE)
        ]
        room = min((needs[number].room[style] for number in asking), default=1.0)
        if room < 1 - _NEARLY:
            for size, most in _ways(studio.theme.style(group, style), room):
                sizes[style] = size
                needs = needed()
                if all(0 < needs[number].lines.get(style, 1) <= most for number in asking):
                    break
    heights = [
        (box, max((need.heights.get(box, 0.0) for need in needs), default=0.0)) for box in sorted(side.even)
    ]
    grid = DeckGrid(taken, tuple(one for one in heights if one[1]), sizes=tuple(sorted(sizes.items())))
    return studio.shared.grid(grid)


def rungs_within(side: Side, taken: Iterable[int]) -> frozenset[int]:
    """Those of the rungs that leave something out of boxes that are to be even."""
    ids = frozenset().union(*(box.within.ids for box in boxes_of(side.body, side.measured)))
    return frozenset(number for number in taken if not ids.isdisjoint(side.ladder[number].drop))


def _ways(usual: Style, room: float) -> Iterator[tuple[float, int]]:
    """The sizes there may be, the largest first, next to usual, and how many lines a text may then be on."""
    least = max(usual.size * _LEAST_ON_A_LINE, _LEAST_PT if usual.size > _LEAST_PT else usual.min)
    most = max(usual.size * _ON_LINES, min(usual.size, _ON_LINES_PT))
    sizes = list(sizes_of(usual))
    yield from ((size / usual.size, 1) for size in sizes if least <= size <= usual.size * room + _NEARLY)
    yield from ((size / usual.size, _MOST_LINES) for size in sizes if size <= max(most, sizes[-1]))


def _needs(
    studio: "Studio",
    side: Side,
    group: str,
    width: float,
    grid: DeckGrid,
    contexts: CardContexts,
) -> list[EvenNeed]:
    """What each card needs with the rungs and sizes of a grid, found out once for equal cards."""
    key = studio, id(side), width, group, grid  # the side is kept, and so its id
    known = studio.even.once(key, lambda: (side, KnownOfCards()))[1]
    return known.of_each(contexts, lambda card: even_need(contexts.of(card), side, width, grid))
