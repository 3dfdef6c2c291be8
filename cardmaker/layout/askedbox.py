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


class AskedBox:
    """A box at its place in the content, and what was asked of it on the page that others follow.

    One that *holds* others reads no more than whether they are there.
    """

    __slots__ = ("asks", "box", "calls", "depth", "drawn", "holds", "parent", "scope")

    def __init__(self, box: BoxOptions, scope: Scope, parent: "AskedBox | None", holds: bool) -> None:
        self.box, self.scope, self.parent, self.holds = box, scope, parent, holds
        self.depth: int = parent.depth + 1 if parent else 0
        self.asks = _asks(box) if holds else ()
        self.calls: dict[tuple[object, ...], tuple[Context, Ask, tuple[Any, ...], Any]] = {}
        """How each question is asked, and the answer."""
        self.drawn: list[tuple[Context, Ask, tuple[Any, ...], list[Placed]]] = []

    def forget(self) -> None:
        """Let go of what was asked."""
        self.calls.clear()
        self.drawn.clear()

    @property
    def heads(self) -> frozenset[str]:
        """The names of what it reads itself."""
        if not self.holds:
            return self.box.reads.heads
        return frozenset(name for name, *_ in self.asks)

    @property
    def whole(self) -> frozenset[str]:
        """Those of the names that are read whole, so that what it reads is another thing if they are."""
        return frozenset() if self.holds else self.box.reads.whole

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

    def reads_another(self, scope: Scope, unlike: frozenset[str]) -> bool:
        """Whether what it reads a part of is another thing in *scope*, where *unlike* are.

        What holds boxes asks whether fields are there, and how many members lists have.
        """
        if not self.holds:
            return scope.followed(self.box.reads) is None
        for name, path, about in self.asks:
            if not unlike.isdisjoint((name,)) and about(self.scope.value(path)) != about(scope.value(path)):
                return True
        return False


_Asks = tuple[tuple[str, str, Callable[[Any], int]], ...]
"""Fields by their names and their paths, and what is asked of each: whether it is there, or how long a list is."""


def _asks(box: BoxOptions) -> _Asks:
    """The fields that a box that holds others asks for: those of its conditions, and lists."""
    return _ASKS.once(id(box), lambda: (box, tuple(_asks_of(box))))[1]


def _asks_of(box: BoxOptions) -> Iterator[tuple[str, str, Callable[[Any], int]]]:
    held = [one for value in vars(box).values() if isinstance(value, tuple) for one in value]
    lists = {one.each for one in held if isinstance(one, BoxOptions)} | {box.share}
    for paths, about in (({box.when, box.unless}, present), (lists, len)):
        yield from ((path.partition(".")[0], path, about) for path in paths - {""})


_ASKS: Recent[int, tuple[BoxOptions, _Asks]] = Recent(2000)
"""With each box, so that its id stays its own."""
