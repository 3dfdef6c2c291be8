"""What a box needs to know to be measured and drawn: content, theme, measurer, and the rungs taken of the ladder."""

from collections.abc import Callable, Hashable
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cardmaker.errors import MissingGlyphError
from cardmaker.frame import Artwork, Frame
from cardmaker.layout.ladder import NO_GRID, DeckGrid, FitSettings, Rung, ids_in, rungs
from cardmaker.layout.missing import note_missing, noted_missing
from cardmaker.layout.scope import Scope
from cardmaker.picture.artwork import Look
from cardmaker.recent import Recent
from cardmaker.record import record
from cardmaker.text.measure import Measurer
from cardmaker.theme.box import FigureBox
from cardmaker.theme.face import LadderStep
from cardmaker.theme.options import BoxOptions, Reads, reads_of
from cardmaker.theme.theme import Style, Theme

if TYPE_CHECKING:
    from cardmaker.layout.evenneeds import EvenPage
    from cardmaker.layout.replay import LayoutTrace

Known = TypeVar("Known")
Measured = TypeVar("Measured", bound=BoxOptions | tuple[BoxOptions, ...])
Memo = dict[tuple[object, ...], Any]
_TAKEN = ("taken",)
DRAWN: Final = "drawn"
_MOST_WORDS = 5_000
"""Set texts, each some 2 KB: those of a year of weeks. Of each athlete of a roster some sixty are new, and stay so."""


class Overflow(Exception):  # noqa: N818 - a signal between boxes, never shown
    """A box needs more room than it has: which field, how much it needs and has, in mm.

    *within* names what the field belongs to, from the outside in: a day, a session. *text* is what it says. *wide*:
    it is too wide rather than too high.
    """

    def __init__(
        self,
        field: str,
        needed: float,
        available: float,
        within: tuple[str, ...] = (),
        text: str = "",
        wide: bool = False,
    ) -> None:
        super().__init__(field, needed, available, within)
        self.field, self.needed, self.available, self.within = field, needed, available, within
        self.text, self.wide = text, wide

    @property
    def where(self) -> str:
        """The field with all that it belongs to."""
        return ", ".join((*self.within, self.field))


class Precedent:
    """A page that was laid out before, whose boxes later ones of its kind take over where they read the same.

    *memo* has what was measured and drawn for it, *scope* is what it is about, *frame* what came out. Where pages are
    alike they have the same boxes, and differ in what some of them say: *trace* is then what these were asked.
    """

    def __init__(self, scope: Scope, trace: "LayoutTrace | None") -> None:
        self.scope, self.trace = scope, trace
        self.memo: Memo = {}
        self.frame: Frame | None = None
        self.even: dict[Hashable, EvenPage] = {}
        self._of_its_own = 0

    def settle(self, frame: Frame) -> None:
        """Be followed from now on; *frame* is what came out."""
        self.frame, self._of_its_own = frame, len(self.memo)

    @property
    def gathered(self) -> int:
        """How much of what is remembered comes from pages that follow."""
        return len(self.memo) - self._of_its_own

    def forget(self) -> None:
        """Let go of what was remembered of it, which knows this one: else it stays until garbage is looked for."""
        self.memo.clear()
        for page in self.even.values():
            page.forget()
        self.even.clear()
        self.scope.forget()
        if self.trace is not None:
            self.trace.forget()


@record(eq=False)
class Shared:
    """What layouts in one theme share: figures in its colours, what figures wear, small and large, set words, and the
    rungs of ladders.

    What was used longest ago is forgotten.
    """

    artworks: Recent[Hashable, Artwork] = field(default_factory=lambda: Recent(1000))
    looks: Recent[bool, Look] = field(default_factory=lambda: Recent(2))
    words: Recent[Hashable, Any] = field(default_factory=lambda: Recent(_MOST_WORDS))
    ladders: Recent[Hashable, tuple[object, tuple[Rung, ...]]] = field(default_factory=lambda: Recent(50))
    quick: Recent[int, Hashable] = field(default_factory=lambda: Recent(500))
    reads: Recent[int, tuple[object, Reads]] = field(default_factory=lambda: Recent(2000))
    grids: Recent[DeckGrid, DeckGrid] = field(default_factory=lambda: Recent(100))

    def rungs(self, ladder: tuple[LadderStep, ...], grid: DeckGrid = NO_GRID) -> tuple[Rung, ...]:
        """The rungs of a ladder, the same ones for each page of a deck."""
        made = self.ladders.once((id(ladder), grid), lambda: (ladder, tuple(rungs(ladder, grid))))
        return made[1]  # it keeps the ladder, and so its id

    def grid(self, grid: DeckGrid) -> DeckGrid:
        """The same grid as of a deck before that has as much in common: identical ones needn't be compared."""
        return self.grids.once(grid, lambda: grid)

    def reads_of(self, boxes: tuple[BoxOptions, ...]) -> Reads:
        """The fields that what holds boxes may read."""

        def make() -> tuple[object, Reads]:
            return boxes, reads_of(path for box in boxes for path in box.reads_outside)

        return self.reads.once(id(boxes), make)[1]


@record
class Context:
    """Where a box is. *bare*: its text already belongs to a tagged element, or to none.

    *memo* keeps what was measured, by box, scope and what of the settings is about the box: boxes are asked more
    than once, and most rungs of a ladder change few of them. A *survey* gathers all that doesn't fit, instead of
    ending at the first.
    """

    theme: Theme
    group: str
    measurer: Measurer
    scope: Scope
    name: str
    settings: FitSettings = field(default_factory=FitSettings)
    bare: bool = False
    memo: Memo = field(default_factory=dict, compare=False, repr=False)
    survey: list[Overflow | MissingGlyphError] | None = None
    shared: Shared = field(default_factory=Shared, compare=False, repr=False)
    precedent: Precedent | None = field(default=None, compare=False, repr=False)
    trace: "LayoutTrace | None" = field(default=None, compare=False, repr=False)
    """Where it is noted down what is asked of boxes, on the page that others follow."""

    @property
    def sets_precedent(self) -> bool:
        """Whether what is remembered here is for later pages, too."""
        return self.precedent is not None and self.scope is self.precedent.scope

    @property
    def follows(self) -> "LayoutTrace | None":
        """What was asked on the page that this one follows, if it follows one."""
        return None if self.precedent is None or self.sets_precedent else self.precedent.trace

    def memo_to_begin_with(self) -> Memo:
        """Where to remember what is measured."""
        return self.precedent.memo if self.precedent and self.sets_precedent else self.memo

    def forget(self) -> None:
        """Let go of what was measured, which knows this: only a search for cycles would free it."""
        self.memo.clear()
        self.scope.forget()

    def surveyed(self, make: Callable[[], Known], otherwise: Known) -> Known:
        """What *make* gives; in a survey *otherwise* where something doesn't fit, which is gathered."""
        if self.survey is None:
            return make()
        try:
            return make()
        except (Overflow, MissingGlyphError) as fault:
            self.survey.append(fault)
            return otherwise

    def members(self, path: str) -> "list[Context]":
        """The contexts for the members of a list field."""
        return [self._but(scope, self.bare, self.settings, self.memo) for scope in self.scope.members(path)]

    def within(self, scope: Scope) -> "Context":
        """The context of a scope that is somewhere inside."""
        return self if scope is self.scope else self._but(scope, self.bare, self.settings, self.memo)

    def as_bare(self) -> "Context":
        """The context for boxes whose text is tagged by what holds them."""
        return self if self.bare else self._but(self.scope, True, self.settings, self.memo)

    def on_rung(self, settings: FitSettings, memo: Memo) -> "Context":
        """The same with other settings, remembering in *memo*."""
        return self._but(self.scope, self.bare, settings, memo)

    def _but(self, scope: Scope, bare: bool, settings: FitSettings, memo: Memo) -> "Context":
        """The same elsewhere: what `replace` would give, in a third of its time."""
        return Context(
            *(self.theme, self.group, self.measurer, scope, self.name, settings, bare),
            *(memo, self.survey, self.shared, self.precedent, self.trace),
        )

    def once(
        self, what: str, box: Measured, width: Any, make: "Callable[[Context, Measured, Any], Known]"
    ) -> Known:
        """What *make* gives, made once for a box in this scope at this width: a measure, the same for bare text.

        What is drawn is made once for a rectangle.
        """
        settings, here, scope = self.settings, id(box), self.scope
        about = settings.known.get(here) or settings.of(box)  # a call less, for most
        key = (what, here, id(scope), width, about)
        found = self.memo.get(key)
        if found is None:
            if self.precedent is not None:
                found = self._precedent(what, box, width, about)
            if found is None:
                found = (
                    make(self, box, width),
                    box,
                    scope,
                    settings.strip,
                )  # which keeps both, and so their ids
            self.memo[key] = found
        made: Known = found[0]
        return made

    def _precedent(self, what: str, box: Measured, width: Any, about: object) -> tuple[Any, ...] | None:
        """What was made for the box on the page that is followed, if it read the same there, in a deck alike."""
        reads = self.shared.reads_of(box) if isinstance(box, tuple) else box.reads
        other = self.scope.followed(reads)
        if other is None or self.precedent is None:
            return None
        found: tuple[Any, ...] | None = self.precedent.memo.get((what, id(box), id(other), width, about))
        if found is None or found[3] != self.settings.strip:
            return None
        self.memo.setdefault(_TAKEN, []).append((box, other))
        return found

    def once_here(
        self, what: str, box: Measured, width: float, make: "Callable[[Context, Measured, float], Known]"
    ) -> Known:
        """The same for what holds contexts, which are other ones for bare text."""
        return self.once(f"{what}, bare" if self.bare else what, box, width, make)

    def note_missing(self, box: str) -> None:
        """Remember that a rung left out what the box of this id has to show, or some of it."""
        note_missing(self.memo, box, self.scope, self.settings)

    def missing(self, boxes: frozenset[str]) -> bool:
        """Whether any of these boxes had something to show that was left out."""
        return any(self._missing_here(box) or self._missing_before(box) for box in boxes)

    def _missing_here(self, box: str) -> bool:
        """The same of one box, on rungs that do the same to it."""
        return any(one.about(box) == self.settings.about(box) for _, one in noted_missing(self.memo, box))

    def _missing_before(self, box: str) -> bool:
        """The same of what was taken from the page that is followed, on rungs that do the same to the box."""
        noted = noted_missing(self.precedent.memo, box) if self.precedent else ()
        return any(
            one.about(box) == self.settings.about(box) and scope.is_inside(outer) and box in ids_in(taken)
            for scope, one in noted
            for taken, outer in self.memo.get(_TAKEN, ())
        )

    def too_wide(self, field: str, needed: float, available: float, text: str = "") -> Overflow:
        """What to raise for a field that is too wide for its room, here; *text* is what it says."""
        return Overflow(field, needed, available, self.scope.names(), text, wide=True)

    def overflow(self, field: str, needed: float, available: float, text: str = "") -> Overflow:
        """The same for one that is too high."""
        return Overflow(field, needed, available, self.scope.names(), text)

    def style(self, name: str, colour: str = "") -> Style:
        """A style of this face's type group, after the ladder's swaps."""
        chosen = self.settings.restyle.get(name, name)
        style = self.theme.style(self.group, chosen)
        if not colour or colour == style.colour:
            return style
        key = ("style", chosen, colour)
        if key not in self.memo:
            self.memo[key] = style.in_colour(colour)
        found: Style = self.memo[key]
        return found

    def height_of(self, box: BoxOptions) -> float | str | None:
        """The height a box asks for, after the ladder's shrinking, and as the deck has it."""
        if box.id and box.id in self.settings.heights:
            return self.settings.heights[box.id]
        if box.id and isinstance(box.height, float | int):
            return self.settings.shrink.get(box.id, box.height)
        return box.height

    def least_of(self, box: BoxOptions) -> float:
        """The least height a box asks for where its height isn't fixed, after the ladder's shrinking."""
        settings = self.settings
        if settings.figure is not None and isinstance(box, FigureBox) and not box.small:
            return min(settings.figure, box.min_height)
        return settings.shrink.get(box.id, box.min_height) if box.id else box.min_height
