"""A frame that is like one that was drawn before → its content, of which only the sequences that differ are drawn.

Frames of the athletes of a roster have the same groups, and most of the same items: layout takes these over, so that
they are recognized by identity. Where more differs than text and shapes the frame is compiled as any other.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from itertools import accumulate, compress, count
from operator import attrgetter, is_not
from threading import Lock
from typing import Any

from cardmaker.frame import Frame, Group, Item, Link, Path, Placed, Role, Text
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.digits import DigitForm, likes_of
from cardmaker.paint.frames import Compiled, DrawnSequence, FrameDrawing, compiled
from cardmaker.paint.inks import Inks
from cardmaker.paint.pen import PenState
from cardmaker.paint.reading import Reading, Sequence, broken_in
from cardmaker.recent import Recent
from cardmaker.record import replace
from cardmaker.text.digits import digits_in


class _UnlikeError(Exception):
    """A frame has something that the other hasn't."""


Redrawn = Recent[Hashable, DrawnSequence]
"""Sequences of frames that others are like, with other drawables in them."""
_MOST_FORMS = 400
"""Lines of so many shapes: a frame has one for each that differs, and some of these are longer at times."""
_MOST_SLOTS = 400
Changed = Mapping[int, Mapping[int, Placed]]
"""By sequences and places in them, what is drawn there instead."""


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
        self._slots: Slots = Recent(_MOST_SLOTS)

    def _is_whole(self, sequence: Sequence) -> bool:
        """Whether all that an element says is in one sequence, so that where its lines go on is known from that."""
        return sequence.owner is None or self._reading.owners.count(sequence.owner) == 1

    def compile(self, frame: Frame) -> Compiled | None:
        """A frame that is like this one; None if it has other groups, pictures, links or figures."""
        try:
            walk = _Walk(self._counts, self._slot)
            walk.compare(self._frame.items, frame.items)
            filled = {slot.at: (slot, digits) for slot, digits in walk.filled}
            changed = self._changed(walk)
            if len(filled) < len(walk.filled) or not filled.keys().isdisjoint(changed):
                filled, changed = {}, self._changed_in(frame)  # as a sequence has more than one
        except _UnlikeError:
            return None
        return self._redrawn(changed, filled, cache(lambda: self._changed_in(frame) if filled else changed))

    def _changed_in(self, frame: Frame) -> Changed:
        """All that is changed in a frame."""
        walk = _Walk(self._counts)
        walk.compare(self._frame.items, frame.items)
        return self._changed(walk)

    def _changed(self, walk: "_Walk") -> Changed:
        """What is changed. _UnlikeError if lines go on that aren't where they were."""
        changed: dict[int, dict[int, Placed]] = {}
        for number, placed in walk.changes:
            at, place = self._place(number)
            changed.setdefault(at, {})[place] = placed
        if not all(self._whole[self._place(number)[0]] for number in walk.moved):
            raise _UnlikeError
        return changed

    def _place(self, number: int) -> tuple[int, int]:
        """The sequence in which a drawable is, by its number, and its place in that."""
        at = bisect_right(self._starts, number) - 1
        return at, number - self._starts[at]

    def _slot(self, one: Group, other: Group, start: int, x: float, y: float) -> "_Slot | None":
        """Where *one* group of this frame is, for what is drawn instead, which is like *other*; None if that is more.

        *start* is the number of the first drawable in it, and its place is *x* and *y*.
        """

        def make() -> tuple[Group, _Slot | None]:
            walk = _Walk(self._counts, with_digits=True)
            try:
                walk.compare(one.items, other.items, start, (x, y, x, y))
            except _UnlikeError:
                return other, None
            places = [(*self._place(number), placed) for number, placed in walk.changes]
            alone = len({at for at, *_ in places}) == 1 and all(isinstance(p.item, Text) for *_, p in places)
            if walk.moved or not alone:
                return other, None
            return other, _Slot(places[0][0], {place: placed for _, place, placed in places})

        return self._slots.once((id(one), id(other), x, y), make)[1]  # which keeps the other, and so its id

    def _redrawn(self, changed: Changed, filled: "Filled", whole: Callable[[], Changed]) -> Compiled:
        """The frame with other drawables in some sequences; one before which the pen is another is drawn again, too.

        Others are *filled* with digits; *whole* gives all changes, those in these, too.
        """
        drawn = [*self._drawn]
        others: list[int] = []
        to_draw = sorted([*changed, *filled], reverse=True)
        while to_draw:
            others.append(at := to_draw.pop())
            before = drawn[at - 1].after if at else drawn[at].before
            again = self._filled(*filled[at], before) if at in filled else None
            if again is None:
                again = self._drawn_again(at, (whole() if at in filled else changed).get(at, {}), before)
            drawn[at] = again
            if (
                at + 1 < len(drawn)
                and drawn[at].after != drawn[at + 1].before
                and not (to_draw and to_draw[-1] == at + 1)
            ):
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
            again=lambda at, before: self._draw(at, whole().get(at, {}), before),
            like=self.compiled,
            changed=tuple(others),
            numbered={},
        )

    def _filled(self, slot: "_Slot", digits: str, before: PenState) -> DrawnSequence | None:
        """A sequence with digits in its lines; None where these can't be put into what was drawn."""
        at, lines = slot
        key = at, before, id(lines)
        form = self._forms.once(key, lambda: DigitForm(lines, lambda own: self._draw(at, own, before)))
        return form.with_digits(digits) if form.usable else None

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


class _Slot(NamedTuple):
    """A sequence, by its number, and the lines in it that differ or have digits, which may have others."""

    at: int
    lines: dict[int, Placed]


SlotOf = Callable[[Group, Group, int, float, float], _Slot | None]
Filled = Mapping[int, tuple[_Slot, str]]
Slots = Recent[Hashable, tuple[Group, _Slot | None]]


class _Walk:
    """Goes through two frames side by side. *counts* has how many drawables are before each item of the first.

    Groups that are like another but for their digits have a slot; *with_digits*, lines count as changed that have any.
    """

    def __init__(
        self, counts: Mapping[int, list[int]], slot_of: SlotOf | None = None, *, with_digits: bool = False
    ) -> None:
        self.filled: list[tuple[_Slot, str]] = []
        """What has slots, and the digits that belong there."""
        self._slot_of, self._with_digits = slot_of, with_digits
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
        every = moved or self._with_digits
        for at in range(len(items)) if every else compress(count(), map(is_not, items, others)):
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
                if self._slot_of and other.like and not (inner or moved) and (x, y) == (other_x, other_y):
                    slot = self._slot_of(one, other.like, number, x, y)
                    if slot is not None:
                        self.filled.append((slot, other.digits))
                        continue
                self.compare(one.items, other.items, number, (x, y, other_x, other_y), inner)
            elif (
                y != other_y
                or x != other_x
                or (one is not other and one != other)
                or (self._with_digits and kind is Text and digits_in(other.content))
            ):
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
