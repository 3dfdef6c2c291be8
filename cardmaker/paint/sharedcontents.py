"""The pages of many athletes → their contents in streams: what pages have alike is in streams that they share.

Pages of the same shape have the same frames at the same places, drawn in the same sequences. Those that are alike on
all of them are drawn first, in a stream of all these pages; the page's own come after them. Marked content is numbered
page by page, so that a stream may be that of many pages. What paints more than letters may lie under what follows, and
isn't moved behind it: there the shared stream is in parts. So are a page's own sequences where some of them are those
of other pages, too, as athletes have loads and paces in common.
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Page
from cardmaker.paint.bundling import bundles
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


_Value = tuple[tuple[str, ...], PenState]
"""The operators of a sequence, and the pen before it."""


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
        self._same: list[bool] = []
        self._letters: list[bool] = []
        self._own: dict[int, list[_Value]] = {}
        self._streams: dict[Hashable, bytes] = {}
        for number, column in enumerate(zip(*map(_sequences, pages), strict=True)):
            alike = {id(one): one for one in column}.values()
            self._same.append(len({one.operators for one in alike}) == 1)
            self._letters.append(not any(map(_paints, alike)))
            if not self._same[number]:
                self._own[number] = [one[:2] for one in column]

    def streams(self, corner: str) -> Iterable[tuple[bytes, ...]]:
        """The streams of each page."""
        cuts = self._cuts()
        first = _sequences(self._pages[0])
        drawn = [self._drawn(first, some) if some else "" for some, _ in cuts]
        drawn[0] = f"{corner}{drawn[0]}"
        shared = [compressed(one, _LEVEL) if one else b"" for one in drawn]
        own = [self._bundles(some) for _, some in cuts]
        for page in range(len(self._pages)):
            both = (
                (same, *(self._stream(page, bundle) for bundle in bundled))
                for same, bundled in zip(shared, own, strict=True)
            )
            yield tuple(filter(None, chain.from_iterable(both)))

    def _bundles(self, numbers: Sequence[int]) -> list[tuple[int, ...]]:
        """Sequences of pages' own, by their numbers, as they go into streams."""
        if not all(self._letters[number] for number in numbers):  # then they stay in their order
            return [(*numbers,)]
        columns = [self._own[number] for number in numbers]
        sizes = [max(len("".join(operators)) for operators, _ in column) for column in columns]
        return [tuple(numbers[at] for at in bundle) for bundle in bundles(columns, sizes)]

    def _stream(self, page: int, numbers: tuple[int, ...]) -> bytes:
        """Some sequences of a page, made once for all pages that have the same."""
        key = numbers, *(self._own[number][page] for number in numbers)
        if key not in self._streams:
            self._streams[key] = compressed(self._drawn_again(self._pages[page], numbers), _LEVEL)
        return self._streams[key]

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
