"""A page, and the boxes that differ on another of its kind → that other page, with what these boxes draw there."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from cardmaker.frame import Frame, Group, Placed
from cardmaker.layout.askedbox import Ask, AskedBox
from cardmaker.layout.context import Context, Memo, Overflow
from cardmaker.layout.digits import DrawnText, digits_of, shape_of
from cardmaker.layout.missing import noted_missing
from cardmaker.layout.readers import Elsewhere, UnlikeError
from cardmaker.recent import Recent
from cardmaker.record import replace
from cardmaker.theme.content import TextBox

Known = TypeVar("Known")
TOO_SMALL: Final = object()
"""What a box answers that doesn't fit."""


KnownAnswers = Recent[Hashable, Any]
"""What boxes that read the same have answered on other pages, and what they drew there."""


class DrawnPage:
    """A page that was laid out, and where on it what was drawn by each box lies."""

    def __init__(self, frame: Frame, asked: Iterable[AskedBox]) -> None:
        self.frame = frame
        self.places: dict[int, tuple[int, ...]] = {}
        self.usable = _number(frame.items, (), self.places)
        asked = tuple(asked)
        self.drawn = {id(one): [*self._drawn(one)] for one in asked}
        body = (self.drawn[id(one)] for one in asked if one.parent is None)
        self.usable = self.usable and any(
            items for calls in body for *_, items in calls
        )  # else nothing was noted

    def _drawn(self, asked: AskedBox) -> Iterator[tuple[Context, Ask, tuple[Any, ...], list[Placed]]]:
        """How a box was drawn on this page; what it drew on rungs that were too full isn't there."""
        for ctx, ask, args, items in asked.drawn:
            if not items:
                yield ctx, ask, args, items
            elif places := [self.places[id(one)] for one in items if id(one) in self.places]:
                first = places[0]
                in_line = [(*first[:-1], first[-1] + number) for number in range(len(items))]
                self.usable = self.usable and places == in_line
                yield ctx, ask, args, items


class LikeBoxes:
    """What boxes have in common that take as much room: whether they answer alike, and what text is drawn on pages.

    They are kept if it is *known* all that they read.
    """

    __slots__ = ("alike", "known", "texts")

    def __init__(self, *, known: bool = True) -> None:
        self.known = known
        self.alike: bool | None = None
        self.texts: dict[DrawnPage, DrawnText] = {}


class Differing:
    """What differs on a page from the one that it follows: *boxes*, which are *elsewhere* in the content."""

    def __init__(self, ctx: Context, memo: Memo, known: KnownAnswers, elsewhere: Elsewhere) -> None:
        self._ctx, self._memo, self._known = ctx, memo, known
        self._elsewhere = elsewhere
        self.boxes: list[AskedBox] = []
        self._like: dict[int, LikeBoxes] = {}
        self.reading: list[AskedBox] = []
        """Those that read another thing themselves, also in others."""
        self.of_their_own = False
        """Whether these are all that differs: none holds others, nor answers otherwise."""

    def context_of(self, asked: AskedBox) -> Context:
        """Where a box is on this page, if it was asked something on the other."""
        there, *_ = next(iter(asked.calls.values()))
        return self.context(asked, there)

    def context(self, asked: AskedBox, there: Context) -> Context:
        """Where a box is on this page, if it was *there* on the other. UnlikeError if there is no such place."""
        ctx, scope = self._ctx, self._elsewhere.of(asked.scope)
        return Context(
            *(there.theme, there.group, there.measurer, scope, ctx.name, there.settings, there.bare),
            *(self._memo, None, ctx.shared, ctx.precedent),
        )

    def answers_alike(self, asked: AskedBox) -> bool:
        """Whether a box answers what it was asked as on the other page."""
        like = self._like_others(asked)
        if like.alike is None:
            like.alike = self._answers_alike(asked)
        return like.alike

    def drawn(self, asked: AskedBox, page: DrawnPage) -> "list[list[Placed]]":
        """What a box draws, each time that it is drawn on the other page."""
        calls = page.drawn.get(id(asked), ())

        def make() -> list[list[Placed]]:
            return [ask(self.context(asked, there), asked.box, *args) for there, ask, args, _ in calls]

        if isinstance(asked.box, TextBox) and not asked.box.link and (like := self._like_others(asked)).known:
            digits = digits_of(asked.box, self._elsewhere.of(asked.scope).value)
            text = like.texts.get(page)
            if text is None:
                first = make()
                like.texts[page] = DrawnText(first, digits)
                return first
            if text.usable:
                return text.saying(digits)
        values = self._values(asked)
        if values is None:
            return make()
        drawn: list[list[Placed]] = self._known.once((page, asked, values), make)
        return drawn

    def _values(self, asked: AskedBox) -> tuple[Any, ...] | None:
        """All that a box reads on this page; None where that isn't known."""
        return asked.values(self._elsewhere.of(asked.scope))

    def _like_others(self, asked: AskedBox) -> "LikeBoxes":
        """What is known of boxes that read the same, or in texts the same but for their digits."""
        like = self._like.get(id(asked))
        if like is None:
            read = self._held(asked) if asked.holds else self._read(asked)
            like = LikeBoxes(known=False) if read is None else self._known.once((asked, read), LikeBoxes)
            self._like[id(asked)] = like
        return like

    def _read(self, asked: AskedBox) -> Hashable:
        """All that a box reads, of a text but for its digits; None where that isn't known."""
        values, uneven = self._values(asked), self._ctx.measurer.uneven_by_digits
        if values is not None and uneven is not None and isinstance(asked.box, TextBox):
            return shape_of(values, uneven)
        return values

    def _held(self, asked: AskedBox) -> Hashable:
        """What is known of the boxes in one, as far as they differ; None where that isn't all, as with some spaces."""
        if asked.box.id or asked in self.reading:
            return None
        held = [(one, self._like_others(one)) for one in self.reading if asked in one.around]
        return tuple(held) if all(like.known for _, like in held) else None

    def _answers_alike(self, asked: AskedBox) -> bool:
        alike, named = True, asked.box.id
        for there, ask, args, answer in asked.calls.values():
            try:
                own = ask(self.context(asked, there), asked.box, *args)
            except Overflow:
                own = TOO_SMALL
            alike = alike and (own is answer or own == answer)
            if not (alike or named):
                return False
        if named and self._lacks_another(asked):
            raise UnlikeError  # what the build says of the other page isn't true of this one
        return alike

    def _lacks_another(self, asked: AskedBox) -> bool:
        """Whether rungs leave something out of a box on one of the pages only, such as a note that one athlete has."""
        box, precedent = asked.box.id, self._ctx.precedent
        rungs = {there.settings.about(box) for there, *_ in asked.calls.values()}
        own, others = (
            {settings.about(box) for noted, settings in noted_missing(memo, box) if noted is scope} & rungs
            for memo, scope in (
                (self._memo, self._elsewhere.of(asked.scope)),
                (precedent.memo if precedent else {}, asked.scope),
            )
        )
        return own != others


def _number(items: Sequence[Placed], within: tuple[int, ...], places: dict[int, tuple[int, ...]]) -> bool:
    """Where all that is placed lies, by the positions in the groups around; False if something is there twice."""
    once = True
    for at, placed in enumerate(items):
        once = once and id(placed) not in places
        places[id(placed)] = (*within, at)
        if isinstance(placed.item, Group):
            once = _number(placed.item.items, (*within, at), places) and once
    return once


Changes = dict[int, Any]
"""By positions: what is to be there and how many of the former it replaces, or the changes in the group there."""


def redrawn(page: DrawnPage, differing: Differing, ctx: Context) -> Frame:
    """The page with what some boxes draw in it. UnlikeError if one draws something where nothing was."""
    changes: Changes = {}
    for asked in differing.boxes:
        drawn = differing.drawn(asked, page)
        for (*_, items), own in zip(page.drawn.get(id(asked), ()), drawn, strict=True):
            if not items or not own:
                if items or own:
                    raise UnlikeError
                continue
            *within, at = page.places[id(items[0])]
            inner = changes
            for step in within:
                inner = inner.setdefault(step, {})
            inner[at] = own, len(items)
    losses = tuple(loss._replace(where=ctx.name) for loss in page.frame.losses)
    return replace(page.frame, items=_changed(page.frame.items, changes), losses=losses, like=page.frame)


def _changed(items: tuple[Placed, ...], changes: Changes) -> tuple[Placed, ...]:
    made: list[Placed] = []
    done = 0
    for at, change in sorted(changes.items()):
        made += items[done:at]
        if isinstance(change, dict):
            placed = items[at]
            group: Any = placed.item
            made.append(
                placed._replace(
                    item=replace(group, items=_changed(group.items, change), like=None, digits="")
                )
            )
            done = at + 1
        else:
            own, count = change
            made += own
            done = at + count
    return (*made, *items[done:])
