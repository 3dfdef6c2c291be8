"""Compiled frames and where they lie on a page → the page's content, put together and compressed, and kept.

Documents of a roster differ in a few frames: what lies at the same place as before isn't put together again, and a page
of the same frames isn't compressed again.
"""

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cardmaker.geometry import Rect
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Page, Placement
from cardmaker.paint.frames import Compiled
from cardmaker.paint.placing import matrix_of, operands, paper
from cardmaker.paint.tokens import numbers

if TYPE_CHECKING:
    from cardmaker.paint.painter import Painter

_LEVEL: Final = 2
"""Of zlib: 4 takes half as long again and gains an eighth, which is a hundredth of a file."""
_MOST_PLACED: Final = 256
"""Frames at a place, each some 12 KB; a plan has about 50."""
_MOST_PAGES: Final = 64


class PageContent(NamedTuple):
    """A page's content, in compressed *streams*, and the frames that it draws.

    Those *under* the others and its *marks* are artifacts.
    """

    streams: tuple[bytes, ...]
    under: tuple[Compiled, ...]
    placed: tuple[Compiled, ...]
    marks: Compiled | None

    @property
    def drawn(self) -> tuple[Compiled, ...]:
        """All frames, in the order in which they are drawn."""
        return (*self.under, *self.placed, *([self.marks] if self.marks else []))


Part = tuple[Compiled, str, int]
"""A frame, how its place is entered, and the number of its first marked content."""
EMPTY = PageContent((), (), (), None)


Drawn = tuple[tuple[Compiled, ...], tuple[Compiled, ...], Compiled | None]


class PageContents:
    """Puts pages together, and keeps the latest. It may be used by several threads at once."""

    def __init__(self) -> None:
        placed = lru_cache(_MOST_PLACED)(_placed)

        def together(corner: str, parts: tuple[Part, ...]) -> bytes:
            return compressed("".join((corner, *(placed(*part) for part in parts))))

        self._compressed = lru_cache(_MOST_PAGES)(together)

    def of(self, page: Page, painter: "Painter") -> PageContent:
        """The page's millimetres, what lies under its frames, these, and its marks."""
        drawn = self.drawn_on(page, painter)
        return PageContent((self._compressed(f"{paper(page)} cm\n", parts_of(page, *drawn)),), *drawn)

    def drawn_on(self, page: Page, painter: "Painter") -> Drawn:
        """What lies under a page's frames, these, and its marks."""
        under = tuple(painter.compiled(one.frame) for one in (*page.grounds, *page.slugs))
        placed = tuple(painter.compiled(one.frame) for one in page.placements)
        return under, placed, painter.compiled_marks(page.marks) if page.marks else None


def parts_of(
    page: Page, under: tuple[Compiled, ...], placed: tuple[Compiled, ...], marks: Compiled | None
) -> tuple[Part, ...]:
    """What is drawn on a page, in its order; marked content is numbered on."""
    parts: list[Part] = []
    first = 0
    for compiled, placement in zip(
        (*under, *placed), (*page.grounds, *page.slugs, *page.placements), strict=True
    ):
        parts.append((compiled, _entry(placement), first))
        first += len(compiled.owners)
    if marks:
        parts.append((marks, "q\n", first))
    return tuple(parts)


def _entry(placement: Placement) -> str:
    """The operators that go to a placement's corner, and hide what isn't to show."""
    return f"q\n{_window(placement.window)}{operands(matrix_of(placement))} cm\n"


def _window(window: Rect | None) -> str:
    return f"{numbers(*window)} re W n\n" if window else ""


def _placed(compiled: Compiled, entry: str, first: int) -> str:
    """A frame where it belongs, its marked content numbered from *first* on."""
    return f"{entry}{compiled.operators(first)}\nQ\n"


def compressed(operators: str, level: int = _LEVEL) -> bytes:
    """Operators, made small."""
    return zlib.compress(operators.encode("ascii"), level)
