"""What documents in the same inks share: frames, compiled once each, and what was written of them."""

from functools import lru_cache
from typing import TYPE_CHECKING

from cardmaker.frame import Frame
from cardmaker.paint.contents import PageContents
from cardmaker.paint.frames import Compiled, compile_frame, compile_marks
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.recent import Recent

if TYPE_CHECKING:
    from cardmaker.paint.followed import Followed, Redrawn
    from cardmaker.paint.standing import StandingFiles

_MOST_FRAMES = 2048
"""A compiled card takes some 20 KB, and a year of weeks with 200 cards has about 600 frames."""

_MOST_FOLLOWED = 256
"""Frames whose sequences are kept apart for others that are like them."""

_MOST_REDRAWN = 3000
"""Their sequences in which something differs, each some 2 KB: athletes have loads and paces in common."""


class Painter:
    """Compiles frames, and keeps the latest of them: give the same painter to every document.

    Equal input gives the same Frame from layout's cache, so a second document of the same cards compiles none. With
    *standing* it keeps files, too, so many of them: one that differs in what some frames draw, and not in how they are
    read, takes the rest from there. It may be used by several threads at once; at worst a frame is compiled twice.
    """

    def __init__(self, inks: Inks = SRGB, most_frames: int = _MOST_FRAMES, *, standing: int = 0) -> None:
        self.inks = inks
        self.contents = PageContents()
        self.standing = _files(standing) if standing else None

        redrawn: Redrawn = Recent(_MOST_REDRAWN)

        def followed(one: Frame) -> "Followed":
            from cardmaker.paint.followed import Followed

            return Followed(one, inks, redrawn)

        self._followed = lru_cache(_MOST_FOLLOWED)(followed)

        def frame(one: Frame) -> Compiled:
            like = self._followed(one.like).compile(one) if one.like and self.standing else None
            return like or compile_frame(one, inks)

        def marks(one: Frame) -> Compiled:
            return compile_marks(one, inks)

        self.compiled = lru_cache(most_frames)(frame)
        self.compiled_marks = lru_cache(most_frames)(marks)


def _files(most: int) -> "StandingFiles":
    from cardmaker.paint.standing import StandingFiles  # for those who make one file like another

    return StandingFiles(most)


SCREEN = Painter()
"""The painter of those who bring none."""
