"""A deck in a face → what its cards have in common, so that only content changes as one flicks through them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from cardmaker.geometry import Size
from cardmaker.handout import Card
from cardmaker.layout.context import Context
from cardmaker.layout.evenness import CardContexts, KnownOfCards, even_grid, rungs_within
from cardmaker.layout.fit import Fit, area_of, measured
from cardmaker.layout.ladder import DeckGrid
from cardmaker.layout.leads import fixed_strip, strip_need
from cardmaker.layout.precedents import kinds_of
from cardmaker.layout.stripgrid import StripNeed, strip_grid
from cardmaker.log import note
from cardmaker.namedtuple import NamedTuple
from cardmaker.recent import Recent
from cardmaker.record import record, replace
from cardmaker.theme.face import Face, Side

if TYPE_CHECKING:
    from cardmaker.layout.cards import Studio

Notes = tuple[str, ...]
Found = Sequence[tuple[Card, "SideFit"]]
"""Cards and how their sides fit, without those that don't."""


class SideFit(NamedTuple):
    """How one side of a card fits by itself: its rung, the room for boxes by id, and how wide its strip's values are.

    No rung before it has enough room. *fit* has what was measured for it, to draw with.
    """

    rung: int
    room: Mapping[str, float]
    strip: StripNeed | None = None
    fit: Fit | None = None


@record(eq=False)
class DeckGrids:
    """What the cards of a deck have in common, by the ids of the objects of a face's sides, and how each card fits."""

    grids: Mapping[int, DeckGrid] = field(default_factory=dict)
    fits: Mapping[tuple[int, int], SideFit] = field(default_factory=dict)


NO_GRIDS = DeckGrids()


def _fits(
    studio: "Studio",
    face: Face,
    side: Side,
    size: Size,
    clear: float,
    even: DeckGrid,
    contexts: CardContexts,
) -> Iterator[tuple[Card, SideFit]]:
    """How a side of each card fits, measured once for equal cards; without those that don't fit at all."""
    area, fresh = area_of(size, face.margin, clear), dict[int, Fit]()

    def measure(card: Card) -> SideFit | None:
        fit = measured(contexts.of(card), side.body, side.ladder, area, side.level, even)
        if fit is None:
            return None
        fresh[id(card)] = fit
        return SideFit(fit.rung, fit.room, strip_need(fit.ctx, side.body))

    key = studio, id(side), area, even  # the side is kept, and so its id
    known = studio.fits.once(key, lambda: (side, KnownOfCards()))[1]
    for card, fit in zip(contexts.cards, known.of_each(contexts, measure), strict=True):
        if fit:
            yield card, fit._replace(fit=fresh[id(card)]) if id(card) in fresh else fit


Fits = Recent[Hashable, tuple[object, KnownOfCards[SideFit | None]]]
"""How cards fit, by these, of each side, area and grid."""


def deck_grids(
    studio: "Studio", face: Face, cards: Sequence[Card], size: Size, clear: float = 0.0
) -> tuple[DeckGrids, Notes]:
    """The grid of each side, and what one card has all others do: a line for each rung.

    Each card is measured once; what was found is kept for drawing it.
    """
    sides = [side for side in (face.front, face.back) if side and _has_grid(side)]
    if not sides:
        return NO_GRIDS, ()
    fits: dict[tuple[int, int], SideFit] = {}
    grids: dict[int, DeckGrid] = {}
    notes: Notes = ()
    width, quick = area_of(size, face.margin, clear).width, [*map(studio.quick, cards)]
    for side in sides:

        def context(card: Card, side: Side = side) -> Context:
            return studio.context(card, side.type or face.type, card.name, kinds_of(side, card, size))

        contexts = CardContexts(cards, quick, context)
        even = even_grid(studio, side, face.type, width, contexts)
        found = [*_fits(studio, face, side, size, clear, even, contexts)]
        taken = _taken(side, found)
        if within := rungs_within(side, taken):
            even = even_grid(studio, side, face.type, width, contexts, within)
        if within or any(side.ladder[number].drop or side.ladder[number].limit for number in taken):
            even = studio.shared.grid(replace(even, taken=even.taken.union(taken)))
            found = [*_fits(studio, face, side, size, clear, even, contexts)]
            taken = {**_taken(side, found), **taken}
        contexts.forget_but([one.fit.ctx for _, one in found if one.fit])
        # Where others give up more, that may be enough: no card then has to give up what it needed by itself.
        alike = even.taken.issuperset(taken)
        fits |= {(id(side), id(card)): one if alike else one._replace(rung=0) for card, one in found}
        even = replace(even, taken=even.taken.union(taken))
        grids[id(side)] = studio.shared.grid(_grid(side, found, width, even))
        notes = (*notes, *_said(face, side, taken))
    return DeckGrids(grids, fits), notes


_MOST_STRIPS = 64
_strip_of = lru_cache(_MOST_STRIPS)(strip_grid)
"""Of decks with the same values, as are those of most athletes of a roster, whose loads are as long as others'."""


def _has_grid(side: Side) -> bool:
    return (
        bool(side.level or side.measured)
        or any(step.deck for step in side.ladder)
        or fixed_strip(side.body) is not None
    )


def _taken(side: Side, found: Found) -> dict[int, list[str]]:
    """The rungs that all cards take, and the names of those that need it."""
    most = max((fit.rung for _, fit in found), default=0)
    return {
        number: [card.name for card, fit in found if fit.rung > number]
        for number, step in enumerate(side.ladder[:most])
        if step.deck
    }


def _said(face: Face, side: Side, taken: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """What is to be said of the rungs that all cards take."""
    for number, names in sorted(taken.items()):
        step = side.ladder[number]
        note(
            "layout",
            "rung %d of '%s' is taken by all cards, as '%s' needs it",
            number + 1,
            face.name,
            names[0],
        )
        if isinstance(step.deck, str):
            others = f" and {len(names) - 1} more" if len(names) > 1 else ""
            yield f"{step.deck} on all cards, for '{names[0]}'{others} has no room otherwise"


def _grid(side: Side, found: Found, width: float, even: DeckGrid) -> DeckGrid:
    """What one side has in common: the tightest card decides. *width* is that of the side without its margins."""
    heights = dict(even.heights) | {
        box: min([most, *(fit.room[box] for _, fit in found if box in fit.room)])
        for box, most in side.level.items()
    }
    box, needs = fixed_strip(side.body), [fit.strip for _, fit in found if fit.strip]
    strip = _strip_of(box, tuple(needs), width) if box and needs else None
    return replace(even, heights=tuple(sorted(heights.items())), strip=strip)
