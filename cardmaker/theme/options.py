"""What every box may say of itself, and text with pieces of other styles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.theme.measures import Extent, Length
from cardmaker.validation.marks import read
from cardmaker.validation.model import Model

PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")
_FIELD = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


def _words(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


@record
class Within:
    """What a ladder may change in a box and those in it: their ids, their styles, whether one is a figure.

    *swapped* are the ids of boxes that there are others instead of.
    """

    ids: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    figures: bool = False
    swapped: frozenset[str] = frozenset()


class BoxOptions(Model):
    """What every box may say of itself.

    width, height: mm, `fit` (its own size) or `fill` with an optional weight. `if` / `unless`: a field that must
    be there or absent. `each`: a list field; the box is repeated for each of its members, whose fields it sees.
    `id`: the name by which a ladder drops it. `instead_of`: the id of a box; only once a ladder has dropped that one
    this one is there. `share`: a list field; where heights are shared out it counts for as many as that has members,
    and `max_height` is that of each.
    `yields`: it goes when its row is too narrow; `late`: when smaller
    type doesn't help either. `keep`: its width stays taken when it is absent, so that columns line up.
    `link`: where a click on it leads, an address or the '#name' of another page.
    """

    KEYS: ClassVar[Mapping[str, str]] = {"when": "if"}
    DRAWN_IN: ClassVar[tuple[str, ...]] = ()
    """Styles that it takes besides those it names."""
    BOUND: ClassVar[tuple[str, ...]] = ()
    """Placeholders that stand for a member of what it shows, wherever they are in it."""
    FIGURE: ClassVar[bool] = False
    """Whether a ladder's `figure` and `unlabelled` are about it."""

    width: Extent | None = None
    height: Extent | None = None
    min_height: Length = 0.0
    max_height: Length | None = None
    when: str = ""
    unless: str = ""
    each: str = ""
    id: str = ""
    instead_of: str = ""
    share: str = ""
    yields: bool | Literal["late"] = False
    keep: bool = False
    role: str = ""
    link: str = ""
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "top"

    @classmethod
    def content(cls) -> str:
        """The field that says what kind of box it is, and what it shows."""
        return fields(cls)[len(fields(BoxOptions))].name

    @cached_property
    def called(self) -> str:
        """What a message calls it: its id, else the field that it shows, else its kind."""
        if self.id:
            return self.id
        shown = _placeholders(getattr(self, self.content()))
        # The name of a label is nearly the label.
        label = next(iter(shown), "").removeprefix("t.").replace("_", " ")
        field = next((name for name in shown if not name.startswith("t.")), label)
        return self.each if self.each and field == "text" else field or self.content()

    def inner(self) -> Iterator["BoxOptions"]:
        """The box and all in it."""
        yield self
        for part in self._parts():
            if isinstance(part, BoxOptions):
                yield from part.inner()

    def _parts(self) -> list[Any]:
        """The boxes in it, next to each other, and what else is in lists; what is as usual isn't there."""
        parts: list[Any] = []
        for value in vars(self).values():
            if type(value) is tuple:
                parts += value
            elif isinstance(value, BoxOptions):
                parts.append(value)
        return parts

    @cached_property
    def within(self) -> Within:
        """What a ladder may change in it."""
        ids, swapped = {self.id, self.instead_of} - {""}, {self.instead_of} - {""}
        kind: Any = type(self)  # which mypy takes for something that can't be hashed
        styles = {getattr(self, name) for name in _style_fields(kind)}
        styles.update(also.format_map(_Fields(self)) for also in self.DRAWN_IN)
        figures = self.FIGURE
        if figures:  # which has numbers for those of its cues that the list of this id keeps
            ids |= {getattr(self, "keys", "")} - {""}
        for part in self._parts():
            if isinstance(part, BoxOptions):
                inner = part.within
                ids |= inner.ids
                styles |= inner.styles
                figures = figures or inner.figures
                swapped |= inner.swapped
            elif type(part) is Span and part.style:
                styles.add(part.style)
        return Within(frozenset(ids), frozenset(styles), figures, frozenset(swapped))

    @cached_property
    def reads(self) -> "Reads":
        """The fields that it and those in it may read, but for the program's words."""
        named = {getattr(self, name, "").strip("{}") for name in _NAMING} - {""}
        return reads_of((*named, *(path for path in _read_in(self, type(self)) if path not in self.BOUND)))

    @property
    def reads_outside(self) -> Iterator[str]:
        """Those that are what holds it may read: in a box for each member `{text}` is the member itself."""
        if not self.each:
            return iter(self.reads.paths)
        return (path for path in (self.each, *self.reads.paths) if path != "text")


class Reads(NamedTuple):
    """Dotted fields, the first parts of these, and those that are read whole or of which only *parts*."""

    paths: tuple[str, ...]
    heads: frozenset[str]
    whole: frozenset[str]
    parts: tuple[str, ...]


def reads_of(paths: Iterable[str]) -> Reads:
    """Some fields, each once, without what starts with `t.`."""
    kept = tuple(sorted({path for path in paths if path.partition(".")[0] != "t"}))
    heads = frozenset(path.partition(".")[0] for path in kept)
    whole = heads.intersection(kept)
    return Reads(kept, heads, whole, tuple(path for path in kept if path.partition(".")[0] not in whole))


_NAMING = ("when", "unless", "share", "keys", "items")
"""Options that are the name of a field, with or without braces; `each` is read by what holds the box."""


def _read_in(value: object, kind: type[Any] | None = None) -> Iterator[str]:
    """The placeholders in all texts of options."""
    if isinstance(value, str):
        yield from _FIELD.findall(value)
    elif isinstance(value, BoxOptions) and kind is None:
        yield from value.reads_outside
    elif isinstance(value, Model):
        for one in fields(type(value)):  # type: ignore[arg-type]  # as each model is a dataclass
            yield from _read_in(getattr(value, one.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _read_in(part)


def within_all(boxes: tuple[BoxOptions, ...]) -> Within:
    """What a ladder may change in several boxes."""
    every = [box.within for box in boxes]
    return Within(
        frozenset().union(*(one.ids for one in every)),
        frozenset().union(*(one.styles for one in every)),
        any(one.figures for one in every),
    )


@cache
def _style_fields(kind: type[Any]) -> tuple[str, ...]:
    names = (field.name for field in fields(kind))
    return tuple(name for name in names if name == "style" or name.endswith("_style"))


class _Fields(dict[str, object]):
    """The fields of a box by their names."""

    def __init__(self, box: BoxOptions) -> None:
        self._box = box

    def __missing__(self, name: str) -> object:
        return getattr(self._box, name)


class Span(Model):
    """A piece of a text with a style of its own, or with another weight or colour of the text's style.

    An `optional` piece does not keep a text that is otherwise absent, nor is its absence the text's. One with a
    `surface` is a chip in the line, kept on that of the word before it: the number of a card.
    """

    text: str
    style: str = ""
    weight: Literal["", "regular", "medium", "bold"] = ""
    colour: str = ""
    surface: str = ""
    optional: bool = False


def _placeholders(content: object) -> list[str]:
    """The fields that a text, or the pieces of one, are filled in with."""
    texts = [
        part.text if isinstance(part, Span) else part
        for part in (content if isinstance(content, tuple) else (content,))
        if isinstance(part, str | Span)
    ]
    return [name for text in texts for name in PLACEHOLDER.findall(text)]


Words = Annotated[tuple[str | Span, ...], read(_words)]
