"""A deck in a face → what its cards have in common, so that only content changes as one flicks through them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from cardmaker.geometry import Size
from cardmaker.handout import Card
from cardmaker.layout.fit import Fit, area_of, measured
from cardmaker.layout.ladder import DeckGrid
from cardmaker.layout.leads import fixed_strip, strip_need
from cardmaker.layout.precedents import kinds_of
from cardmaker.layout.stripgrid import StripNeed, strip_grid
from cardmaker.log import note
from cardmaker.namedtuple import NamedTuple
from cardmaker.recent import Recent
from cardmaker.record import record
from cardmaker.theme.face import Face, Side

if TYPE_CHECKING:
    from cardmaker.layout.cards import Studio

Notes = tuple[str, ...]


class SideFit(NamedTuple):
    """How one side of a card fits by itself: its rung, the room for boxes by id, and how wide its strip's values are.

    *fit* has what was measured for it, to draw with.
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


def _fit_side(
    studio: "Studio", face: Face, side: Side, card: Card, size: Size, clear: float
) -> SideFit | None:
    """How a side fits, measured once for equal cards; None if it doesn't fit at all."""
    fresh: list[Fit] = []

    def measure() -> SideFit | None:
        ctx = studio.context(card, side.type or face.type, card.name, kinds_of(side, card, size))
        area = area_of(size, face.margin, clear)
        fit = measured(ctx, side.body, side.ladder, area, side.level)
        if fit is None:
            return None
        fresh.append(fit)
        return SideFit(fit.rung, fit.room, strip_need(fit.ctx, side.body))

    key = (studio, id(side), studio.quick(card), size, face.margin, clear)
    known = studio.fits.once(key, lambda: (side, measure()))[1]  # which keeps the side, and so its id
    return known._replace(fit=fresh[0]) if known and fresh else known


Fits = Recent[Hashable, tuple[object, SideFit | None]]


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
    for side in sides:
        found = [
            (card, fit)
            for card in cards
            if (fit := _fit_side(studio, face, side, card, size, clear)) is not None
        ]
        fits |= {(id(side), id(card)): fit for card, fit in found}
        grids[id(side)], more = _grid(face, side, found, area_of(size, face.margin, clear).width)
        notes = (*notes, *more)
    return DeckGrids(grids, fits), notes


def _has_grid(side: Side) -> bool:
    return bool(side.level) or any(step.deck for step in side.ladder) or fixed_strip(side.body) is not None


def _grid(
    face: Face, side: Side, found: Sequence[tuple[Card, SideFit]], width: float
) -> tuple[DeckGrid, Notes]:
    """What one side has in common: the tightest card decides. *width* is that of the side without its margins."""
    taken, notes = [], []
    for number, step in enumerate(side.ladder):
        asking = [card.name for card, fit in found if fit.rung > number] if step.deck else []
        if asking:
            taken.append(number)
            note(
                "layout",
                "rung %d of '%s' is taken by all cards, as '%s' needs it",
                number + 1,
                face.name,
                asking[0],
            )
            others = f" and {len(asking) - 1} more" if len(asking) > 1 else ""
            if isinstance(step.deck, str):
                notes.append(f"{step.deck} on all cards, for '{asking[0]}'{others} has no room otherwise")
    heights = {
        box: min([most, *(fit.room[box] for _, fit in found if box in fit.room)])
        for box, most in side.level.items()
    }
    box, needs = fixed_strip(side.body), [fit.strip for _, fit in found if fit.strip]
    strip = strip_grid(box, needs, width) if box and needs else None
    return DeckGrid(frozenset(taken), tuple(sorted(heights.items())), strip), tuple(notes)
