"""The ladder of a face, and what its deck has in common → what each rung changes, all in all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property, lru_cache
from typing import Final

from cardmaker.layout.stripgrid import StripGrid
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.theme.face import LadderStep
from cardmaker.theme.options import BoxOptions, within_all

MORE_LINES: Final = 2
"""How many lines a text may take beyond those it asks for, before a page is refused: a long word and its neighbours
in the narrowest columns."""
IN_WORDS: Final = 3
"""The same where words may be broken, too: 'Tempowechsellauf' is a hair too wide for the narrowest of all."""


@record(slots=False)
class FitSettings:
    """The rungs of a fit ladder that are taken; *more_lines* is how many a text may take beyond those it
    asks for, which then is in its short form if it has one; with IN_WORDS words are broken. *strip* is the grid of
    strips in the deck, *sizes* are those of its texts by their styles, next to usual."""

    dropped: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    restyle: Mapping[str, str] = field(default_factory=dict)
    figure: float | None = None
    unlabelled: bool = False
    shrink: Mapping[str, float] = field(default_factory=dict)
    limit: Mapping[str, int] = field(default_factory=dict)
    more_lines: int = 0
    heights: Mapping[str, float] = field(default_factory=dict)
    strip: StripGrid | None = None
    sizes: Mapping[str, float] = field(default_factory=dict)
    known: dict[int, object] = field(default_factory=dict, compare=False, repr=False)
    boxes: list[object] = field(default_factory=list, compare=False, repr=False)
    emptied: dict[str, "FitSettings"] = field(default_factory=dict, compare=False, repr=False)

    def after(self, step: LadderStep) -> "FitSettings":
        """These settings with one more rung."""
        return FitSettings(
            dropped=self.dropped | set(step.drop),
            short=self.short | set(step.short),
            restyle={**self.restyle, **step.restyle},
            figure=step.figure if step.figure is not None else self.figure,
            unlabelled=self.unlabelled or step.unlabelled,
            shrink={**self.shrink, **step.shrink},
            limit={**self.limit, **step.limit},
            more_lines=self.more_lines,
            heights=self.heights,
            strip=self.strip,
            sizes=self.sizes,
        )

    def without(self, box: str) -> "FitSettings":
        """These settings with no height for the box of an id, the same ones for all cards."""
        if box not in self.emptied:
            heights = {**self.heights, box: 0.0}
            self.emptied[box] = replace(self, heights=heights, known={}, boxes=[], emptied={})
        return self.emptied[box]

    def about(self, box: str) -> tuple[bool, int | None]:
        """Whether the box of an id is left out, or how many of its items stay."""
        return box in self.dropped, self.limit.get(box)

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The boxes that are left out, shortened, or of another size."""
        return self.dropped.union(self.short, self.shrink, self.limit, self.heights)

    @cached_property
    def _styles(self) -> frozenset[str]:
        """The styles that are replaced or of another size, and the one that strips are known by."""
        return frozenset((*self.restyle, *self.sizes, *[_STRIPS] * bool(self.strip)))

    @cached_property
    def _changes_nothing(self) -> bool:
        return not (self._ids or self._styles) and (self.figure, self.unlabelled) == _AS_IS

    def of(self, boxes: BoxOptions | tuple[BoxOptions, ...]) -> object:
        """What of these settings is about some boxes and those in them: with the same they come out the same."""
        known = self.known.get(id(boxes))
        if known is None:
            known = self.known[id(boxes)] = self._of(boxes)
            self.boxes.append(boxes)  # which keeps them, and so their id
        return known

    def _of(self, boxes: BoxOptions | tuple[BoxOptions, ...]) -> object:
        if self._changes_nothing:
            return _NOTHING  # without a look at all that is in them
        figures = (self.figure, self.unlabelled)
        within = within_all(boxes) if isinstance(boxes, tuple) else boxes.within
        ids, styles = within.ids, within.styles
        if (
            self._ids.isdisjoint(ids)
            and styles.isdisjoint(self._styles)
            and not (within.figures and figures != _AS_IS)
        ):
            return _NOTHING
        about = (
            self.dropped & ids,
            self.short & ids,
            tuple((key, value) for key, value in self.restyle.items() if key in styles),
            tuple((key, value) for key, value in self.shrink.items() if key in ids),
            tuple((key, value) for key, value in self.limit.items() if key in ids),
            tuple((key, value) for key, value in self.heights.items() if key in ids),
            figures if within.figures and figures != _AS_IS else (),
            self.strip if _STRIPS in styles else None,
            tuple((key, value) for key, value in self.sizes.items() if key in styles),
        )
        return _one(about) if any(about) else _NOTHING


def ids_in(boxes: BoxOptions | tuple[BoxOptions, ...]) -> frozenset[str]:
    """The ids of boxes, and of those in them."""
    if isinstance(boxes, tuple):
        return frozenset().union(*(box.within.ids for box in boxes))
    return boxes.within.ids


_AS_IS = (None, False)
_STRIPS = "strip-side"
"""The style that boxes use if there is a strip in them."""
_NOTHING = object()


@lru_cache(maxsize=4096)
def _one(_about: tuple[object, ...]) -> object:
    """The same object for the same settings: it is looked up thousands of times, and sooner than they are."""
    return object()


class LadderLoss(NamedTuple):
    """What a reader loses where one of these boxes had something to show; of no boxes, in any case."""

    text: str
    boxes: frozenset[str]


class Rung(NamedTuple):
    """One rung of a ladder: all that is changed once it is taken, and what a reader may lose by it."""

    settings: FitSettings
    loses: tuple[LadderLoss, ...] = ()


@record(slots=False)
class DeckGrid:
    """What the cards of a deck have in common: rungs that all of them take, the heights of boxes by their ids, the
    grid of strips, and the sizes of texts by their styles, next to usual. Its hash, asked for with each card, is kept.
    """

    taken: frozenset[int] = frozenset()
    heights: tuple[tuple[str, float], ...] = ()
    strip: StripGrid | None = None
    sizes: tuple[tuple[str, float], ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.taken, self.heights, self.strip, self.sizes))

    @property
    def heights_by_id(self) -> Mapping[str, float]:
        """The heights, to be looked up."""
        return dict(self.heights)


NO_GRID = DeckGrid()


def rungs(ladder: tuple[LadderStep, ...], grid: DeckGrid = NO_GRID) -> Iterator[Rung]:
    """The rungs of a ladder, and before them the floor, where nothing is changed but what a deck has in common."""
    plain = FitSettings(heights=grid.heights_by_id, strip=grid.strip, sizes=dict(grid.sizes))
    known: dict[tuple[int, ...], FitSettings] = {(): plain}

    def after(numbers: tuple[int, ...]) -> FitSettings:
        """Settings after some rungs, in the ladder's order: a later one goes further than an earlier one."""
        if numbers not in known:
            known[numbers] = after(numbers[:-1]).after(ladder[numbers[-1]])
        return known[numbers]

    climbed: tuple[int, ...] = ()
    yield Rung(after(tuple(sorted(grid.taken))), _lost(ladder, grid.taken))
    for number, step in enumerate(ladder):
        climbed = (number,) if step.afresh else (*climbed, number)
        taken = grid.taken.union(climbed)
        yield Rung(after(tuple(sorted(taken))), _lost(ladder, taken))


def _lost(ladder: tuple[LadderStep, ...], numbers: Iterable[int]) -> tuple[LadderLoss, ...]:
    """What a reader loses on some rungs."""
    steps = [ladder[number] for number in sorted(numbers)]
    return tuple(LadderLoss(step.loses, frozenset((*step.drop, *step.limit))) for step in steps if step.loses)
