"""A frame that is like one that was drawn before → its content, of which only the sequences that differ are drawn.

Frames of the athletes of a roster have the same groups, and most of the same items: layout takes these over, so that
they are recognized by identity. Where more differs than text and shapes the frame is compiled as any other.
"""

from bisect import bisect_right
from collections.abc import Hashable, Mapping
from itertools import accumulate, compress, count
from operator import attrgetter, is_not
from threading import Lock
from typing import Any

from cardmaker.frame import Frame, Group, Item, Link, Path, Placed, Role, Text
from cardmaker.paint.digits import DigitForm, likes_of
from cardmaker.paint.frames import Compiled, DrawnSequence, FrameDrawing, compiled
from cardmaker.paint.inks import Inks
from cardmaker.paint.pen import PenState
from cardmaker.paint.reading import Reading, Sequence, broken_in
from cardmaker.recent import Recent
from cardmaker.record import replace


class _UnlikeError(Exception):
    """A frame has something that the other hasn't."""


Redrawn = Recent[Hashable, DrawnSequence]
"""Sequences of frames that others are like, with other drawables in them."""
_MOST_FORMS = 400
"""Lines of so many shapes: a frame has one for each that differs, and some of these are longer at times."""


class Followed:
    """A frame that others are like, drawn in sequences that are kept; *redrawn* are those of the frames like it."""

    def __init__(self, frame: Frame, inks: Inks, redrawn: Redrawn) -> None:
        self._frame, self._inks, self._known = frame, inks, redrawn
        self._forms: Recent[Hashable, DigitForm] = Recent(_MOST_FORMS)
        self._reading = Reading(frame)
        self._broken = self._reading.broken_lines()
        drawing = FrameDrawing(inks, self._broken)
        self._drawn = [drawing.sequence(one) for one in self._reading.sequences]
        self.compiled = compiled(
            self._reading, self._drawn, drawing, lambda at, before: self._draw(at, {}, before)
        )
        self._drawing, self._drawing_alone = FrameDrawing(inks, set()), Lock()
        self._counts: dict[int, list[int]] = {}
        _count(frame.items, self._counts)
        self._starts = [0, *accumulate(len(one.items) for one in self._reading.sequences)][:-1]
        self._whole = [*map(self._is_whole, self._reading.sequences)]

    def _is_whole(self, sequence: Sequence) -> bool:
        """Whether all that an element says is in one sequence, so that where its lines go on is known from that."""
        return sequence.owner is None or self._reading.owners.count(sequence.owner) == 1

    def compile(self, frame: Frame) -> Compiled | None:
        """A frame that is like this one; None if it has other groups, pictures, links or figures."""
        changed: dict[int, dict[int, Placed]] = {}
        walk = _Walk(self._counts)
        try:
            walk.compare(self._frame.items, frame.items)
        except _UnlikeError:
            return None
        for number, placed in walk.changes:
            at = bisect_right(self._starts, number) - 1
            changed.setdefault(at, {})[number - self._starts[at]] = placed
        if not all(self._whole[bisect_right(self._starts, number) - 1] for number in walk.moved):
            return None
        return self._redrawn(changed)

    def _redrawn(self, changed: Mapping[int, Mapping[int, Placed]]) -> Compiled:
        """The frame with other drawables in some sequences; one before which the pen is another is drawn again, too."""
        drawn = [*self._drawn]
        others: list[int] = []
        to_draw = sorted(changed, reverse=True)
        while to_draw:
            others.append(at := to_draw.pop())
            before = drawn[at - 1].after if at else drawn[at].before
            drawn[at] = self._drawn_again(at, changed.get(at, {}), before)
            if at + 1 < len(drawn) and drawn[at].after != drawn[at + 1].before and at + 1 not in changed:
                to_draw.append(at + 1)
        fonts, colours = self.compiled.fonts, self.compiled.colours
        if any(self._drawn[at][-2:] != drawn[at][-2:] for at in others):
            fonts = frozenset().union(*{one.fonts for one in drawn})
            colours = frozenset().union(*{one.colours for one in drawn})
        return replace(
            self.compiled,
            sequences=tuple(drawn),
            fonts=fonts,
            colours=colours,
            again=lambda at, before: self._draw(at, changed.get(at, {}), before),
            like=self.compiled,
            changed=tuple(others),
            numbered={},
        )

    def _drawn_again(self, at: int, changed: Mapping[int, Placed], before: PenState) -> DrawnSequence:
        """The same, made once for lines that differ in their digits alone, and for drawables that are alike."""
        if likes := likes_of(changed):
            key = at, before, *((number, x, y, id(like)) for number, (x, y, like) in likes.items())
            form = self._forms.once(key, lambda: DigitForm(likes, lambda own: self._draw(at, own, before)))
            if form.usable:
                return form.saying(changed)
        whole = self, at, before, *changed.items()
        return self._known.once(whole, lambda: self._draw(at, changed, before))

    def _draw(self, at: int, changed: Mapping[int, Placed], before: PenState) -> DrawnSequence:
        """A sequence with other drawables in it."""
        sequence = self._reading.sequences[at]
        items = [changed.get(number, placed) for number, placed in enumerate(sequence.items)]
        if self._whole[at]:
            broken = broken_in(Sequence(sequence.owner, items))
        else:  # it is where it was, as the heights of its lines are
            pairs = zip(sequence.items, items, strict=True)
            broken = {id(new) for old, new in pairs if id(old) in self._broken}
        with self._drawing_alone:
            self._drawing.broken = broken
            self._drawing.pen.go_on_from(before)
            return self._drawing.sequence(Sequence(sequence.owner, items))


_FIXED = (Role.FIGURE, Role.LBL)
"""Where nothing may differ: a figure has its box from what is in it, a list its numbering from its labels."""
_KIND = attrgetter("role", "alt", "scope")
_MAY_DIFFER = (Text, Path)


class _Walk:
    """Goes through two frames side by side. *counts* has how many drawables are before each item of the first."""

    def __init__(self, counts: Mapping[int, list[int]]) -> None:
        self.changes: list[tuple[int, Placed]] = []
        """The drawables that differ, by their numbers, as they are on the other frame."""
        self.moved: list[int] = []
        """Lines of type that are on another height."""
        self._counts = counts

    def compare(
        self,
        items: tuple[Placed, ...],
        others: tuple[Placed, ...],
        start: int = 0,
        corners: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
        fixed: bool = False,
    ) -> None:
        """Note down the drawables that differ. _UnlikeError for anything else that does.

        *start* is the number of the first one, *corners* are those of the groups that they are in, here and there.
        """
        if len(items) != len(others):
            raise _UnlikeError
        before = self._counts[id(items)]
        one: Any
        other: Any
        left, top, other_left, other_top = corners
        moved = left != other_left or top != other_top
        for at in range(len(items)) if moved else compress(count(), map(is_not, items, others)):
            x, y, one = items[at]
            other_x, other_y, other = others[at]
            kind = type(one)
            if kind is not type(other):
                raise _UnlikeError
            x, y, other_x, other_y = left + x, top + y, other_left + other_x, other_top + other_y
            if kind is Group:
                if _KIND(one) != _KIND(other):
                    raise _UnlikeError
                inner, number = fixed or one.role in _FIXED, start + before[at]
                self.compare(one.items, other.items, number, (x, y, other_x, other_y), inner)
            elif y != other_y or x != other_x or (one is not other and one != other):
                if fixed or kind not in _MAY_DIFFER:
                    raise _UnlikeError
                if kind is Text and not (one.runs and other.runs):
                    if one.runs or other.runs:
                        raise _UnlikeError
                    continue
                self.changes.append((start + before[at], Placed(other_x, other_y, other)))
                if y != other_y and kind is Text:
                    self.moved.append(start + before[at])


def _is_drawn(item: Item) -> bool:
    """Whether something is drawn of an item that is no group."""
    return not isinstance(item, Link) and (not isinstance(item, Text) or bool(item.runs))


def _count(items: tuple[Placed, ...], counts: dict[int, list[int]]) -> int:
    """How many drawables are in items; how many are before each of them, and in all, is put into *counts*."""
    before = [0]
    for placed in items:
        item = placed.item
        number = _count(item.items, counts) if isinstance(item, Group) else int(_is_drawn(item))
        before.append(before[-1] + number)
    counts[id(items)] = before
    return before[-1]
