"""The cards of a deck and boxes that all of them have → one height for each of these, and one size for its texts."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cardmaker.errors import MissingGlyphError
from cardmaker.handout import Card
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import is_present, least_height, weight
from cardmaker.layout.ladder import NO_GRID, DeckGrid
from cardmaker.layout.textbox import pieces_of
from cardmaker.layout.type import Block, bits_of, sizes_of
from cardmaker.namedtuple import NamedTuple
from cardmaker.recent import Recent
from cardmaker.theme.content import TextBox
from cardmaker.theme.face import Side
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Style

if TYPE_CHECKING:
    from cardmaker.layout.cards import Studio

_LEAST_ON_A_LINE, _LEAST_PT = 0.75, 7.0
"""Of the usual size, and in pt: where a text had to be smaller still to stay on a line, it goes on in a second one."""
_MOST_LINES, _ON_LINES = 2, 0.85
"""How many lines texts may then take, and how large they are at most, next to usual."""
_NEARLY = 1e-6


class EvenNeed(NamedTuple):
    """What a card needs of boxes that are to be even: how high they are, by their ids; of texts, by their styles, on
    how many lines they are, 0 where they had to be smaller, and how much room one line has, next to what they need."""

    heights: dict[str, float]
    lines: dict[str, int]
    room: dict[str, float]


class CardContexts:
    """The contexts in which one side of each card of a deck is measured: what was measured serves the next question."""

    def __init__(self, make: Callable[[Card], Context]) -> None:
        self._make = make
        self._made: dict[int, Context] = {}

    def of(self, card: Card) -> Context:
        """That of a card, which has to live as long as these."""
        if id(card) not in self._made:
            self._made[id(card)] = self._make(card)
        return self._made[id(card)]

    def forget_but(self, used: Iterable[Context]) -> None:
        """Let go of what was measured for cards that won't be drawn in theirs, which knows it: only a search for cycles
        would free it."""
        kept = {id(ctx.scope) for ctx in used}
        for ctx in self._made.values():
            if id(ctx.scope) not in kept and not ctx.sets_precedent:
                ctx.memo.clear()
                ctx.scope.forget()


EvenNeeds = Recent[Hashable, tuple[object, EvenNeed]]


def even_grid(
    studio: "Studio",
    side: Side,
    group: str,
    cards: Sequence[Card],
    width: float,
    contexts: CardContexts,
    taken: frozenset[int] = frozenset(),
) -> DeckGrid:
    """What boxes as wide as a side have in common on all cards, which take some rungs: that which needs most decides.

    Texts of a style are as large as the longest can be on one line, or where it would be too small there, on two.
    """
    if not side.even:
        return NO_GRID
    group = side.type or group
    sizes = {style: 1.0 for styles in side.even.values() for style in styles}

    def needed() -> list[EvenNeed]:
        grid = studio.shared.grid(DeckGrid(taken, sizes=tuple(sorted(sizes.items()))))
        return _needs(studio, side, group, cards, width, grid, contexts)

    needs = needed()
    for style in sizes:
        room = min((need.room[style] for need in needs if style in need.room), default=1.0)
        if room < 1 - _NEARLY:
            for size, most in _ways(studio.theme.style(group, style), room):
                sizes[style] = size
                needs = needed()
                if all(0 < need.lines.get(style, 1) <= most for need in needs):
                    break
    heights = [
        (box, max((need.heights.get(box, 0.0) for need in needs), default=0.0)) for box in sorted(side.even)
    ]
    grid = DeckGrid(taken, tuple(one for one in heights if one[1]), sizes=tuple(sorted(sizes.items())))
    return studio.shared.grid(grid)


def rungs_within(side: Side, taken: Iterable[int]) -> frozenset[int]:
    """Those of the rungs that leave something out of boxes that are to be even."""
    ids = frozenset().union(*(box.within.ids for box in _boxes(side.body, frozenset(side.even))))
    return frozenset(number for number in taken if not ids.isdisjoint(side.ladder[number].drop))


@lru_cache(maxsize=64)
def _boxes(body: BoxOptions, ids: frozenset[str]) -> tuple[BoxOptions, ...]:
    """The boxes of these ids, the same for each card."""
    return tuple(box for box in body.inner() if box.id in ids)


def _ways(usual: Style, room: float) -> Iterator[tuple[float, int]]:
    """The sizes there may be, the largest first, next to usual, and how many lines a text may then be on."""
    readable = min(usual.size, _LEAST_PT)
    least, most = (max(usual.size * share, readable) for share in (_LEAST_ON_A_LINE, _ON_LINES))
    sizes = list(sizes_of(usual))
    yield from ((size / usual.size, 1) for size in sizes if least <= size <= usual.size * room + _NEARLY)
    yield from ((size / usual.size, _MOST_LINES) for size in sizes if size <= max(most, sizes[-1]))


def _needs(
    studio: "Studio",
    side: Side,
    group: str,
    cards: Sequence[Card],
    width: float,
    grid: DeckGrid,
    contexts: CardContexts,
) -> list[EvenNeed]:
    """What each card needs with the rungs and sizes of a grid, found out once for equal cards."""

    def need(card: Card) -> EvenNeed:
        key = (studio, id(side), studio.quick(card), width, group, grid)  # the side is kept, and so its id
        return studio.even.once(key, lambda: (side, _need(contexts.of(card), side, width, grid)))[1]

    return [need(card) for card in cards]


def _need(ctx: Context, side: Side, width: float, grid: DeckGrid) -> EvenNeed:
    """On the first rung on which what can't be smaller has room."""
    alone = replace(ctx, precedent=None, trace=None) if ctx.precedent else ctx
    for rung in ctx.shared.rungs(side.ladder, grid):
        tried = alone.on_rung(rung.settings, {})
        with suppress(Overflow, MissingGlyphError):
            try:
                return _need_on(tried, side, width)
            finally:  # it knows the contexts that it was made in, which know it
                if alone is ctx:
                    ctx.memo.update((key, kept) for key, kept in tried.memo.items() if type(kept) is tuple)
                tried.memo.clear()
    return EvenNeed({}, {}, {})


def _need_on(ctx: Context, side: Side, width: float) -> EvenNeed:
    """The same on one rung, that of *ctx*."""
    there = [box for box in _boxes(side.body, frozenset(side.even)) if is_present(ctx, box)]
    wide = {box.id: width if isinstance(box.width, str | None) else box.width for box in there}
    high = {box.id: least_height(ctx, box, wide[box.id]) for box in there}
    need = EvenNeed({box.id: high[box.id] for box in there if not weight(box.height)}, {}, {})
    for key in [key for key in ctx.memo if key[0] == "words"]:
        block, box, scope, *_ = ctx.memo[key]
        if box.style in ctx.settings.sizes and block.lines:
            _note_text(ctx.within(scope), need, box, block, key[3])
    return need


def _note_text(ctx: Context, need: EvenNeed, box: TextBox, block: Block, width: Any) -> None:
    """Add what a text needs."""
    pieces = pieces_of(ctx, box)
    natural = sum(bit.width for bit in bits_of(ctx, pieces, box.called))
    lines, so_far = len(block.lines), need.lines.get(box.style, 1)
    as_asked = so_far and block.lines[0][0].style.size == pieces[0][1].size
    need.lines[box.style] = max(lines, so_far) if as_asked else 0
    need.room[box.style] = min(width / natural, need.room.get(box.style, 1.0))
