"""Exercise and gym cards in a face → the frames of their fronts and backs."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import field

from cardmaker.errors import PageError
from cardmaker.frame import Frame, FrameLoss
from cardmaker.geometry import Size
from cardmaker.handout import Card, ExerciseCard, GymCard
from cardmaker.handout.gym import as_led
from cardmaker.layout.climbing import Usual
from cardmaker.layout.context import Context, Shared
from cardmaker.layout.deckgrid import NO_GRIDS, DeckGrids, Fits, deck_grids
from cardmaker.layout.evenness import EvenNeeds
from cardmaker.layout.fit import area_of, compose
from cardmaker.layout.ladder import NO_GRID
from cardmaker.layout.precedents import Precedents, frame_key, kinds_of, settled
from cardmaker.layout.scope import Scope
from cardmaker.layout.unsaid import lacks
from cardmaker.recent import Recent
from cardmaker.record import record, replace
from cardmaker.text.measure import Measurer, Weighted
from cardmaker.theme.face import Face, Side
from cardmaker.theme.theme import Theme

_REMEDY = "shorten it, or choose a larger stock"


MOST_FRAMES = 1000
"""Kept for the next plan: those of some twenty plans, about 100 MB."""

_MOST_VARIANTS = 16
"""For each kind of sheet two or three ways in which weeks give way."""

_MOST_GRIDS = 20
"""Of sides, areas, and what decks have in common, for each of which it is known what cards need of them."""

_MOST_LAID = 200
"""Cards with both of their sides, which are kept among the frames, too."""

_MOST_TEMPLATES = 50
"""Of which it is known where their pages end on the ladder."""

_CARDS = (ExerciseCard, GymCard)
Frames = Recent[Hashable, tuple[object, Frame]]


@record(eq=False)
class Studio:
    """What layouts in one theme and one language share; equal content gives the same frame again.

    *frames* may be shared with other studios, and is kept from plan to plan.
    """

    theme: Theme
    measurer: Measurer
    labels: Mapping[str, str]
    frames: Frames = field(default_factory=lambda: Frames(MOST_FRAMES), repr=False)
    shared: Shared = field(default_factory=Shared, repr=False)
    even: EvenNeeds = field(default_factory=lambda: EvenNeeds(_MOST_GRIDS), repr=False)
    laid: "Recent[Hashable, tuple[Face, LaidOutCard]]" = field(
        default_factory=lambda: Recent(_MOST_LAID), repr=False
    )
    fits: Fits = field(default_factory=lambda: Fits(_MOST_GRIDS), repr=False)
    variants: "Variants" = field(default_factory=lambda: Variants(_MOST_VARIANTS), repr=False, compare=False)
    precedents: Precedents = field(default_factory=Precedents, repr=False)
    usual: Recent[Hashable, Usual] = field(default_factory=lambda: Recent(_MOST_TEMPLATES), repr=False)

    def context(self, content: object, group: str, name: str, kinds: Sequence[Hashable] = ()) -> Context:
        """The context in which one card or sheet is laid out; those of one kind take over what is alike in them.

        *kinds* has the narrowest first.
        """
        scope = Scope(content, Scope({"t": self.labels}))
        weights = self.theme.weights
        measurer = Weighted(self.measurer, dict[str, str](weights.items())) if weights else self.measurer
        ctx = Context(self.theme, group, measurer, scope, name, shared=self.shared)
        return self.precedents.follow(ctx, [(kind, group) for kind in kinds])

    def restyled(self, group: str, swaps: Mapping[str, str]) -> "Studio":
        """The same with some styles of a type group replaced by others; the same swaps give the same studio again."""

        def make() -> Studio:
            styles = dict(self.theme.type.get(group, {}))
            styles.update((old, self.theme.style(group, new)) for old, new in swaps.items())
            theme = self.theme.but(type={**self.theme.type, group: styles})
            return replace(
                self, theme=theme, shared=Shared(), variants=Variants(_MOST_VARIANTS), precedents=Precedents()
            )

        return self.variants.once((group, tuple(sorted(swaps.items()))), make)

    def once(self, template: object, make: Callable[[], Frame], *given: Hashable) -> Frame:
        """The frame that *make* gives, made once for a template and all that it is *given*."""
        key = (self, id(template), *map(self.quick, given))
        return self.frames.once(key, lambda: (template, make()))[1]  # which keeps the template, and so its id

    def quick(self, given: Hashable) -> Hashable:
        """A card as one that is looked up without going through all that it says, if it is the same one as before."""
        if type(given) in _CARDS:
            return self.shared.quick.once(id(given), lambda: Hashed(given))
        return given


class Hashed:
    """Something that is equal to others, and whose hash is worked out once. It keeps *thing*, and so its id."""

    __slots__ = ("_hash", "thing")

    def __init__(self, thing: Hashable) -> None:
        self.thing, self._hash = thing, hash(thing)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Hashed) and self.thing == other.thing)


Variants = Recent[Hashable, Studio]
"""Studios in which some styles give way to smaller ones, by these."""


@record
class LaidOutCard:
    """A card's two sides, laid out; *back* is None where the face has none."""

    card: Card
    front: Frame
    back: Frame | None


def lay_out_card(
    studio: Studio, face: Face, card: Card, size: Size, clear: float = 0.0, grids: DeckGrids = NO_GRIDS
) -> LaidOutCard:
    """One card at a size, with *clear* mm at the top free for a hole; DoesNotFitError names the card and the field.

    *grids* are what it has in common with its deck; without them it is laid out as if it were alone.
    """
    if not grids.grids and isinstance(card, ExerciseCard):
        grids, _ = deck_grids(studio, face, [card], size, clear)
    known = (
        (grids.grids.get(id(side)), (id(side), id(card)) in grids.fits) for side in (face.front, face.back)
    )
    key = (studio, id(face), studio.quick(card), size, clear, *known)  # the face is kept, and so its id
    return studio.laid.once(key, lambda: (face, _laid_out(studio, face, card, size, clear, grids)))[1]


def _laid_out(
    studio: Studio, face: Face, card: Card, size: Size, clear: float, grids: DeckGrids
) -> LaidOutCard:
    sides = {"front": face.front} | ({"back": face.back} if face.back else {})
    faults: list[PageError] = []
    made: list[Frame] = []
    for which, side in sides.items():
        try:
            made.append(_side(studio, face, side, card, size, f"card '{card.name}', {which}", clear, grids))
        except PageError as fault:
            faults.append(fault)
    if faults:
        raise _of_both(faults)
    front, back = made[0], made[1] if len(made) > 1 else None
    return LaidOutCard(card, _with_unsaid(studio, card, front, back), back)


def _of_both(faults: list[PageError]) -> PageError:
    """What is wrong with the first side, and after it with the second."""
    first, *others = faults
    if others:
        own = first.others
        first.others = lambda: [*own(), *others[0].all()]
    return first


def _with_unsaid(studio: Studio, card: Card, front: Frame, back: Frame | None) -> Frame:
    """The front, with what the plan prescribes and neither side says among its losses."""
    if not card.prescribed:
        return front
    unsaid = lacks(card.prescribed, f"{front.text}{back.text if back else ''}")
    if not unsaid:
        return front
    what = f"no room for its {' and '.join(unsaid)}; a larger stock has it"
    loss = FrameLoss(f"card '{card.name}'", what, card.prescribed[unsaid[0]])
    return studio.once(front, lambda: replace(front, losses=(*front.losses, loss)), front, loss)


def _side(
    studio: Studio, face: Face, side: Side, card: Card, size: Size, name: str, clear: float, grids: DeckGrids
) -> Frame:
    margin, grid = face.margin, grids.grids.get(id(side), NO_GRID)
    known = grids.fits.get((id(side), id(card)))
    fit, begin = (known.fit, known.rung) if known else (None, 0)
    if known is None:  # it needs more lines than others, and so heights and sizes of its own
        grid = replace(grid, heights=(), sizes=())
    group = side.type or face.type

    kinds = kinds_of(side, card, size)

    def make() -> Frame:
        ctx = replace(fit.ctx, name=name) if fit else studio.context(card, group, name, kinds)
        key = frame_key(side.body, size, area_of(size, margin, clear), grid)
        if ctx.follows is not None and not ctx.follows.has(key):
            ctx.forget()  # a page of the same deck grid, which it can follow, is of a kind of its own
            ctx = studio.context(card, group, name, [(kind, grid) for kind in kinds])
        return settled(ctx, compose(ctx, side.body, side.ladder, size, margin, _REMEDY, clear, grid, begin))

    return studio.once(side, make, card, size, margin, clear, group, grid)


def deal(card: GymCard, rows: int, label: str, *, bound: bool = False) -> Iterator[GymCard]:
    """A workout as one card, or as several of about equal length when it has more rows than a card holds.

    A superset stays together unless it alone is longer than a card. Each has the note and the warm-up, for a card may
    be lost or left behind, unless they are *bound* as pages of a book; the last one has the cool-down, and of pages
    the scale. *label* is '{part} of {parts}'.
    """
    hands = _hands(card, rows)
    if len(hands) == 1:
        yield card
        return
    start = 0
    for part, count in enumerate(hands, 1):
        text = label.format(part=part, parts=len(hands))
        first, last = part == 1 or not bound, part == len(hands)
        yield replace(
            card,
            rows=as_led(card.rows[start : start + count]),
            part=text,
            name=f"{card.name} ({text})",
            note=card.note if first else "",
            warm_up=card.warm_up if first else "",
            cool_down=card.cool_down if last else "",
            efforts=card.efforts if last or not bound else (),
        )
        start += count


def _hands(card: GymCard, rows: int) -> list[int]:
    """How many rows each card takes: as few cards as there may be, the fullest with as few rows as that allows."""
    total = len(card.rows)
    if not rows or total <= rows:
        return [total]
    units = list(_units(card, rows))
    fewest = _packed(units, rows)
    ways = (_packed(units, most) for most in range(-(-total // len(fewest)), rows))
    return next((hands for hands in ways if len(hands) == len(fewest) and max(hands) < rows), fewest)


def _units(card: GymCard, rows: int) -> Iterator[int]:
    """How many rows stay together: one, or a superset, which is divided only if it alone is longer than a card."""
    length = 0
    for row in card.rows:
        if length and (row.joined not in ("middle", "last") or length == rows):
            yield length
            length = 0
        length += 1
    yield length


def _packed(units: Sequence[int], most: int) -> list[int]:
    """The rows of each card, filled one after the other with *most* rows, or a unit that is longer."""
    hands: list[int] = []
    for unit in units:
        if hands and hands[-1] + unit <= most:
            hands[-1] += unit
        else:
            hands.append(unit)
    return hands
