"""The pages of many athletes → their contents in streams: what pages have alike is in streams that they share.

Pages of the same shape have the same frames at the same places, drawn in the same sequences. Those that are alike on
all of them are drawn first, in a stream of all these pages; the page's own come after them. Marked content is numbered
page by page, so that a stream may be that of many pages. What paints more than letters may lie under what follows, and
isn't moved behind it: there the shared stream is in parts.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Page
from cardmaker.paint.canvas import RecordingCanvas
from cardmaker.paint.contents import PageContent, Part, compressed, parts_of
from cardmaker.paint.frames import Compiled, DrawnSequence
from cardmaker.paint.pen import Pen, PenState
from cardmaker.paint.placing import paper
from cardmaker.paint.reportlab_private import take_operators

if TYPE_CHECKING:
    from cardmaker.paint.painter import Painter

_PAINTS: Final = re.compile(r"(?:^| )(?:f\*?|F|S|s|B\*?|b\*?|Do|sh)$", re.MULTILINE)
"""An operator that paints something else than letters."""
_LEVEL: Final = 9
"""Of zlib, for what is written once for all."""


class _Place(NamedTuple):
    """A sequence on pages of a shape: in which frame, how that is entered, and the number of its marked content.

    *at* counts the frame's sequences.
    """

    part: int
    entry: str
    number: int
    at: int


class SharedContents:
    """Puts pages of the same shape together: first *add* all, then ask for the streams *of* each."""

    def __init__(self, painter: "Painter", *, tagged: bool = True) -> None:
        self._painter, self._tagged = painter, tagged
        self._pages: list[tuple[PageContent, tuple[Part, ...], str]] = []
        self._shapes: dict[object, list[int]] = {}

    def add(self, page: Page) -> PageContent:
        """A page's frames, as they are compiled; its streams come later."""
        under, placed, marks = self._painter.contents.drawn_on(page, self._painter)
        parts = parts_of(page, under, placed, marks)
        corner = f"{paper(page)} cm\n"
        shape = corner, tuple((entry, one.owners, _numbered(one)) for one, entry, _ in parts)
        content = PageContent((), under, placed, marks)
        self._shapes.setdefault(shape, []).append(len(self._pages))
        self._pages.append((content, parts, corner))
        return content

    @property
    def shapes(self) -> list[list[int]]:
        """Which pages are of one shape, by their numbers from 0 on."""
        return list(self._shapes.values())

    def contents(self) -> list[PageContent]:
        """The contents of all pages, in their order."""
        found: list[PageContent] = [content for content, *_ in self._pages]
        for numbers in self._shapes.values():
            writing = _Writing(self._painter, [self._pages[number][1] for number in numbers], self._tagged)
            corner = self._pages[numbers[0]][2]
            for number, streams in zip(numbers, writing.streams(corner), strict=True):
                found[number] = found[number]._replace(streams=streams)
        return found


class _Writing:
    """Writes the streams of pages of one shape, with marked content if they are *tagged*."""

    def __init__(self, painter: "Painter", pages: Sequence[tuple[Part, ...]], tagged: bool) -> None:
        self._painter, self._pages, self._tagged = painter, pages, tagged
        self._places = [*_places(pages[0])]
        self._start = Pen(RecordingCanvas(), painter.inks).state
        alike = [
            {id(one): one for one in column}.values() for column in zip(*map(_sequences, pages), strict=True)
        ]
        self._same = [len({one.operators for one in column}) == 1 for column in alike]
        self._letters = [not any(map(_paints, column)) for column in alike]

    def streams(self, corner: str) -> Iterable[tuple[bytes, ...]]:
        """The streams of each page."""
        cuts = self._cuts()
        first = _sequences(self._pages[0])
        drawn = [self._drawn(first, some) if some else "" for some, _ in cuts]
        drawn[0] = f"{corner}{drawn[0]}"
        shared = [compressed(one, _LEVEL) if one else b"" for one in drawn]
        for parts in self._pages:
            own = (compressed(self._drawn_again(parts, some), _LEVEL) if some else b"" for _, some in cuts)
            pairs = (one for pair in zip(shared, own, strict=True) for one in pair)
            yield tuple(filter(None, pairs))

    def _cuts(self) -> list[tuple[list[int], list[int]]]:
        """The sequences by their numbers: those of all pages, then those of a page, by turns."""
        cuts: list[tuple[list[int], list[int]]] = [([], [])]
        for number, same in enumerate(self._same):
            if same:
                if any(not self._letters[own] for own in cuts[-1][1]):
                    cuts.append(([], []))
                cuts[-1][0].append(number)
            else:
                cuts[-1][1].append(number)
        return cuts

    def _drawn(self, page: Sequence[DrawnSequence], numbers: Sequence[int]) -> str:
        """Some sequences of a page, each where it belongs, drawn as it is after what goes before it on the page."""
        lines: list[str] = []
        part, state = -1, self._start
        for number in numbers:
            place, sequence = self._places[number], page[number]
            if place.part != part:
                lines += [*(["Q"] if part >= 0 else []), place.entry.rstrip("\n")]
                part, state = place.part, self._start
            lines += [*self._between(state, sequence.before), self._written(place, sequence)]
            state = sequence.after
        return "\n".join([*lines, "Q\n"])

    def _drawn_again(self, parts: Sequence[Part], numbers: Sequence[int]) -> str:
        """Some sequences of a page, each where it belongs, drawn as they are one after the other."""
        lines: list[str] = []
        part, state = -1, self._start
        for place in map(self._places.__getitem__, numbers):
            if place.part != part:
                lines += [*(["Q"] if part >= 0 else []), place.entry.rstrip("\n")]
                part, state = place.part, self._start
            sequence = parts[part][0].again(place.at, state)
            lines.append(self._written(place, sequence))
            state = sequence.after
        return "\n".join([*lines, "Q\n"])

    def _written(self, place: _Place, sequence: DrawnSequence) -> str:
        """The operators of a sequence at its place."""
        return str(place.number).join(sequence.operators) if self._tagged else sequence.unmarked

    def _between(self, state: PenState, wanted: PenState) -> list[str]:
        """What sets the pen as a sequence needs it."""
        if state == wanted:
            return []
        canvas = RecordingCanvas()
        pen = Pen(canvas, self._painter.inks)
        pen.go_on_from(state)
        pen.become(wanted)
        return [operators] if (operators := take_operators(canvas)) else []


def _numbered(compiled: Compiled) -> tuple[int, ...]:
    """Which sequences of a frame are elements', and have a number, and which are artifacts."""
    return tuple(len(one.operators) for one in compiled.sequences)


def _places(parts: Iterable[Part]) -> Iterable[_Place]:
    for number, (compiled, entry, first) in enumerate(parts):
        for at, sequence in enumerate(compiled.sequences):
            yield _Place(number, entry, first, at)
            first += len(sequence.operators) > 1


def _sequences(parts: Iterable[Part]) -> list[DrawnSequence]:
    return [sequence for compiled, *_ in parts for sequence in compiled.sequences]


def _paints(sequence: DrawnSequence) -> bool:
    return any(map(_PAINTS.search, sequence.operators))
