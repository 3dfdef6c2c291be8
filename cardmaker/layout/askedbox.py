"""A box at its place in the content, what was asked of it while a page was laid out, and what it reads."""

from collections.abc import Callable, Iterator
from typing import Any

from cardmaker.frame import Placed
from cardmaker.layout.context import Context
from cardmaker.layout.scope import Scope, present
from cardmaker.recent import Recent
from cardmaker.theme.content import SpaceBox
from cardmaker.theme.options import BoxOptions

Ask = Callable[..., Any]
About = Callable[[Any], int]
"""What is asked of a field: whether it is there, or how long a list is."""


class AskedBox:
    """A box at its place in the content, and what was asked of it on the page that others follow.

    One that *holds* others reads no more than whether they are there.
    """

    __slots__ = ("around", "box", "calls", "drawn", "holds", "parent", "scope")

    def __init__(self, box: BoxOptions, scope: Scope, parent: "AskedBox | None", holds: bool) -> None:
        self.box, self.scope, self.parent, self.holds = box, scope, parent, holds
        self.around: tuple[AskedBox, ...] = (*parent.around, parent) if parent else ()
        """The boxes that it is in, from the outside in."""
        self.calls: dict[tuple[object, ...], tuple[Context, Ask, tuple[Any, ...], Any]] = {}
        """How each question is asked, and the answer."""
        self.drawn: list[tuple[Context, Ask, tuple[Any, ...], list[Placed]]] = []

    def forget(self) -> None:
        """Let go of what was asked."""
        self.calls.clear()
        self.drawn.clear()

    @property
    def fields(self) -> Iterator[tuple[str, "About | None"]]:
        """The paths of what it reads itself, and what it asks of each, if that is all that it reads of it."""
        if self.holds:
            yield from _asks(self.box)
            return
        reads = self.box.reads
        for path in (*reads.whole, *reads.parts):
            yield path, None

    def values(self, scope: Scope) -> tuple[Any, ...] | None:
        """All that it reads in *scope*, by which what it answers there is known; None where that isn't all.

        Nor for what is worked out sooner than it is looked up: space may depend on a list that has much in it.
        """
        if self.holds or isinstance(self.box, SpaceBox):
            return None
        try:
            values = tuple(map(scope.value, self.box.reads.paths))
            hash(values)
        except (KeyError, AttributeError, TypeError):
            return None
        return values


_Asks = tuple[tuple[str, About], ...]
"""Fields by their paths, and what is asked of each."""


def _asks(box: BoxOptions) -> _Asks:
    """The fields that a box that holds others asks for: those of its conditions, and lists."""
    return _ASKS.once(id(box), lambda: (box, tuple(_asks_of(box))))[1]


def _asks_of(box: BoxOptions) -> Iterator[tuple[str, About]]:
    held = [one for value in vars(box).values() if isinstance(value, tuple) for one in value]
    lists = {one.each for one in held if isinstance(one, BoxOptions)} | {box.share}
    for paths, about in (({box.when, box.unless}, present), (lists, len)):
        yield from ((path, about) for path in paths - {""})


_ASKS: Recent[int, tuple[BoxOptions, _Asks]] = Recent(2000)
"""With each box, so that its id stays its own."""
