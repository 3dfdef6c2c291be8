"""A card, and boxes that are to be even in its deck → what it needs of them.

The cards of athletes differ in a load or two: what reads the same as on the card that is followed isn't measured again.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

from cardmaker.errors import MissingGlyphError
from cardmaker.layout.context import Context, Memo, Overflow, Precedent
from cardmaker.layout.engine import is_present, least_height, weight
from cardmaker.layout.ladder import DeckGrid, FitSettings
from cardmaker.layout.scope import Scope
from cardmaker.layout.textbox import pieces_of
from cardmaker.layout.type import Block, bits_of
from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.content import TextBox
from cardmaker.theme.face import Side
from cardmaker.theme.options import BoxOptions

_EXTENTS = frozenset({"width", "height"})
_MEASURES = _EXTENTS.union({"present", "pieces", "words"})
"""What is remembered of boxes without contexts in it, in which others would be measured."""


class EvenNeed(NamedTuple):
    """What a card needs of boxes that are to be even: how high they are, by their ids; of texts, by their styles, on
    how many lines they are, 0 where they had to be smaller, and how much room one line has, next to what they need."""

    heights: dict[str, float]
    lines: dict[str, int]
    room: dict[str, float]


class _TextNeed(NamedTuple):
    """The same of one text."""

    style: str
    lines: int
    room: float
    scope: Scope


def boxes_of(body: BoxOptions, ids: Iterable[str]) -> tuple[BoxOptions, ...]:
    """The boxes of these ids, the same for each card."""
    return _boxes(body, frozenset(ids))


@lru_cache(maxsize=64)
def _boxes(body: BoxOptions, ids: frozenset[str]) -> tuple[BoxOptions, ...]:
    return tuple(box for box in body.inner() if box.id in ids)


def even_need(ctx: Context, side: Side, width: float, grid: DeckGrid) -> EvenNeed:
    """What a card needs on the first rung on which what can't be smaller has room."""
    rungs, precedent = ctx.shared.rungs(side.ladder, grid), ctx.precedent
    key = id(side), width, grid
    if precedent is not None and not ctx.sets_precedent:
        page = precedent.even.get(key)
        if page is not None and (known := page.need(ctx, side, width, rungs[0].settings)):
            return known
    alone = replace(ctx, precedent=None, trace=None) if precedent else ctx
    for number, rung in enumerate(rungs):
        tried = alone.on_rung(rung.settings, {})
        with suppress(Overflow, MissingGlyphError):
            try:
                heights = _heights(tried, side, width)
                texts = _texts(tried)
                if precedent is not None and ctx.sets_precedent and number == 0:
                    precedent.even[key] = EvenPage(tried, texts)
                return _all(heights, texts.values())
            finally:  # it knows the contexts that it was made in, which know it
                if alone is ctx:
                    ctx.memo.update((key, kept) for key, kept in tried.memo.items() if type(kept) is tuple)
                tried.memo.clear()
    return EvenNeed({}, {}, {})


def _heights(ctx: Context, side: Side, width: float) -> dict[str, float]:
    """How high boxes are on the rung of *ctx*, by their ids; those that fill what room there is are measured, too."""
    there = [box for box in boxes_of(side.body, side.even) if is_present(ctx, box)]
    wide = {box.id: width if isinstance(box.width, str | None) else box.width for box in there}
    high = {box.id: least_height(ctx, box, wide[box.id]) for box in there}
    return {box.id: high[box.id] for box in there if not weight(box.height)}


_Place = tuple[int, int, float]
"""The ids of a box and of its scope, and a width."""


def _texts(ctx: Context) -> dict[_Place, _TextNeed]:
    """What the texts need that were set in *ctx*."""
    found: dict[_Place, _TextNeed] = {}
    set_here = [one for one in _measures(ctx.memo) if one[0][0] == "words"]
    for (_, *place, width, _), (block, box, scope, _) in set_here:
        if place == [id(box), id(scope)] and box.style in ctx.settings.sizes and block.lines:
            found[id(box), id(scope), width] = _text_need(ctx.within(scope), box, block, width)
    return found


def _text_need(ctx: Context, box: TextBox, block: Block, width: Any) -> _TextNeed:
    pieces = pieces_of(ctx, box)
    natural = sum(bit.width for bit in bits_of(ctx, pieces, box.called))
    as_asked = block.lines[0][0].style.size == pieces[0][1].size
    return _TextNeed(box.style, len(block.lines) if as_asked else 0, width / natural, ctx.scope)


def _all(heights: dict[str, float], texts: Iterable[_TextNeed]) -> EvenNeed:
    need = EvenNeed(heights, {}, {})
    for style, lines, room, _ in texts:
        before = need.lines.get(style, 1)
        need.lines[style] = max(lines, before) if lines and before else 0
        need.room[style] = min(room, need.room.get(style, 1.0))
    return need


_Asked = dict[tuple[int, int], set[tuple[object, ...]]]
"""How wide and how high a box was asked to be, by the ids of it and of its scope."""


def _measures(memo: Memo) -> Iterator[tuple[Any, Any]]:
    """What is remembered of boxes, with what, the ids of box and scope, the width, and what settings say of the box."""
    return ((key, kept) for key, kept in memo.items() if key[0] in _MEASURES)


def _extents(memo: Memo) -> _Asked:
    asked: _Asked = {}
    for (what, box, scope, width, about), _ in _measures(memo):
        if what in _EXTENTS:
            asked.setdefault((box, scope), set()).add((what, width, about))
    return asked


class EvenPage:
    """What was measured of a card's boxes in *ctx*, and the *texts* in them, for cards that are like it."""

    def __init__(self, ctx: Context, texts: dict[_Place, _TextNeed]) -> None:
        self._precedent = Precedent(ctx.scope, None)
        self._precedent.memo.update(_measures(ctx.memo))
        self._asked = _extents(self._precedent.memo)
        self._texts = texts
        self._inside: dict[tuple[int, int], list[_TextNeed]] = {}

    def need(self, ctx: Context, side: Side, width: float, settings: FitSettings) -> EvenNeed | None:
        """What the card of *ctx* needs; None if something doesn't fit, or gets other room than here."""
        tried = replace(ctx, precedent=self._precedent, trace=None, settings=settings, memo={})
        try:
            heights = _heights(tried, side, width)
            own, taken = _texts(tried), self._taken(tried.memo)
        except (Overflow, MissingGlyphError):
            return None
        finally:
            tried.memo.clear()
        return None if taken is None else _all(heights, (*own.values(), *taken))

    def _taken(self, memo: Memo) -> list[_TextNeed] | None:
        """The texts in boxes that were taken over; None if one of these was asked otherwise."""
        asked, found = _extents(memo), list[_TextNeed]()
        for (what, box, scope, width, _), kept in _measures(memo):
            there = box, id(kept[2])
            if there == (box, scope):
                continue
            if what in _EXTENTS:
                if asked[box, scope] != self._asked[there]:
                    return None
                found += self._texts_inside(kept[1], kept[2])
            elif what == "words" and (*there, width) in self._texts:
                found.append(self._texts[(*there, width)])
        return found

    def _texts_inside(self, box: BoxOptions, scope: Scope) -> list[_TextNeed]:
        """The texts in a box of this card."""
        key = id(box), id(scope)
        if key not in self._inside:
            inner = {id(one) for one in box.inner()}
            self._inside[key] = [
                need
                for (one, *_), need in self._texts.items()
                if one in inner and need.scope.is_inside(scope)
            ]
        return self._inside[key]
