"""What a box needs to know to be measured and drawn: content, theme, measurer, and the rungs taken of the ladder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from cardmaker.frame import Artwork
from cardmaker.layout.scope import Scope
from cardmaker.text.measure import Measurer
from cardmaker.theme.content import FigureBox
from cardmaker.theme.face import Step
from cardmaker.theme.options import Options
from cardmaker.theme.theme import Style, Theme

Known = TypeVar("Known")


class Overflow(Exception):  # noqa: N818 - a signal between boxes, never shown
    """A box needs more room than it has: which field, how much it needs and has, in mm.

    *within* names what the field belongs to, from the outside in: a day, a session.
    """

    def __init__(self, field: str, needed: float, available: float, within: tuple[str, ...] = ()) -> None:
        super().__init__(field, needed, available, within)
        self.field, self.needed, self.available, self.within = field, needed, available, within

    @property
    def where(self) -> str:
        """The field with all that it belongs to."""
        return ", ".join((*self.within, self.field))


@dataclass(frozen=True, slots=True)
class Settings:
    """The rungs of a fit ladder that are taken."""

    dropped: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    restyle: Mapping[str, str] = field(default_factory=dict)
    figure: float | None = None
    unlabelled: bool = False
    shrink: Mapping[str, float] = field(default_factory=dict)
    limit: Mapping[str, int] = field(default_factory=dict)

    def after(self, step: Step) -> "Settings":
        """These settings with one more rung."""
        return Settings(
            dropped=self.dropped | set(step.drop),
            short=self.short | set(step.short),
            restyle={**self.restyle, **step.restyle},
            figure=step.figure if step.figure is not None else self.figure,
            unlabelled=self.unlabelled or step.unlabelled,
            shrink={**self.shrink, **step.shrink},
            limit={**self.limit, **step.limit},
        )


@dataclass(frozen=True, slots=True)
class Context:
    """Where a box stands. *bare*: its text already belongs to a tagged element, or to none.

    *memo* keeps what was measured in one attempt, by box and scope, as boxes are asked more than once;
    *artworks* the figures in the theme's colours, for all cards.
    """

    theme: Theme
    group: str
    measurer: Measurer
    scope: Scope
    name: str
    settings: Settings = Settings()
    bare: bool = False
    memo: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    artworks: dict[tuple[object, ...], Artwork] = field(default_factory=dict, compare=False, repr=False)

    def members(self, path: str) -> "list[Context]":
        """The contexts for the members of a list field."""
        return [replace(self, scope=scope) for scope in self.scope.members(path)]

    def as_bare(self) -> "Context":
        """The context for boxes whose text is tagged by what holds them."""
        return self if self.bare else replace(self, bare=True)

    def once(self, what: str, box: object, width: float, make: Callable[[], Known]) -> Known:
        """What *make* gives, made once for a box in this scope at this width: a measure, the same for bare text."""
        key = (what, id(box), id(self.scope), width)
        if key not in self.memo:
            self.memo[key] = make()
        found: Known = self.memo[key]
        return found

    def once_here(self, what: str, box: object, width: float, make: Callable[[], Known]) -> Known:
        """The same for what holds contexts, which are other ones for bare text."""
        return self.once(f"{what}, bare" if self.bare else what, box, width, make)

    def overflow(self, field: str, needed: float, available: float) -> Overflow:
        """What to raise for a field that has too little room, here."""
        return Overflow(field, needed, available, self.scope.names())

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

    def height_of(self, box: Options) -> float | str | None:
        """The height a box asks for, after the ladder's shrinking."""
        if box.id and isinstance(box.height, float | int):
            return self.settings.shrink.get(box.id, box.height)
        return box.height

    def least_of(self, box: Options) -> float:
        """The least height a box asks for where its height isn't fixed, after the ladder's shrinking."""
        if isinstance(box, FigureBox) and not box.small and self.settings.figure is not None:
            return min(self.settings.figure, box.min_height)
        return self.settings.shrink.get(box.id, box.min_height) if box.id else box.min_height
