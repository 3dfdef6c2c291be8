"""What documents in the same inks share: frames, compiled once each."""

from functools import lru_cache

from cardmaker.frame import Frame
from cardmaker.paint.frames import Compiled, compile_frame, compile_marks
from cardmaker.paint.inks import SRGB, Inks

_MOST_FRAMES = 2048
"""A compiled card takes some 20 KB, and a year of weeks with 200 cards has about 600 frames."""


class Painter:
    """Compiles frames, and keeps the latest of them: give the same painter to every document.

    Equal input gives the same Frame from layout's cache, so a second document of the same cards compiles none.
    It may be used by several threads at once; at worst a frame is compiled twice.
    """

    def __init__(self, inks: Inks = SRGB, most_frames: int = _MOST_FRAMES) -> None:
        self.inks = inks

        def frame(one: Frame) -> Compiled:
            return compile_frame(one, inks)

        def marks(one: Frame) -> Compiled:
            return compile_marks(one, inks)

        self.compiled = lru_cache(most_frames)(frame)
        self.compiled_marks = lru_cache(most_frames)(marks)


SCREEN = Painter()
"""The painter of those who bring none."""
