"""A card, and boxes that are to be even in its deck → what it needs of them.

The cards of athletes differ in a load or two: what reads the same as on the card that is followed isn't measured again.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cardmaker.errors import MissingGlyphError
from cardmaker.layout.context import Context, Memo, Overflow
from cardmaker.layout.engine import is_present, least_height, weight
from cardmaker.layout.ladder import DeckGrid
from cardmaker.layout.scope import Scope
from cardmaker.layout.textbox import pieces_of, set_words
from cardmaker.layout.type import Block, bits_of
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import replace
from cardmaker.theme.content import TextBox
from cardmaker.theme.face import Side
from cardmaker.theme.options import BoxOptions

if TYPE_CHECKING:
    from cardmaker.layout.askedbox import AskedBox
    from cardmaker.layout.redrawing import Differing
    from cardmaker.layout.replay import LayoutTrace


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
        if page is not None and (known := page.need(ctx)):
            return known
    for number, rung in enumerate(rungs):
        trace = ctx.trace.another() if ctx.trace and ctx.sets_precedent and number == 0 else None
        alone = replace(ctx, precedent=None, trace=trace) if precedent else ctx
        tried = alone.on_rung(rung.settings, {})
        with suppress(Overflow, MissingGlyphError):
            try:
                heights = _heights(tried, side, width)
                texts = _texts(tried)
                if precedent is not None and trace is not None:
                    precedent.even[key] = EvenPage(trace, heights, texts)
                return _all(heights, texts.values())
            finally:  # it knows the contexts that it was made in, which know it
                if alone is ctx:
                    ctx.memo.update((key, kept) for key, kept in tried.memo.items() if type(kept) is tuple)
                tried.memo.clear()
        if trace is not None:
            trace.forget()
    return EvenNeed({}, {}, {})


def _heights(ctx: Context, side: Side, width: float) -> dict[str, float]:
    """How high boxes are on the rung of *ctx*, by their ids; those that fill what room there is are measured, too."""
    there = [box for box in boxes_of(side.body, side.measured) if is_present(ctx, box)]
    wide = {box.id: width if isinstance(box.width, str | None) else box.width for box in there}
    high = {box.id: least_height(ctx, box, wide[box.id]) for box in there}
    return {box.id: high[box.id] for box in there if not weight(box.height)}


_Place = tuple[int, int, float]
"""The ids of a box and of its scope, and a width."""


def _texts(ctx: Context) -> dict[_Place, _TextNeed]:
    """What the texts need that were set in *ctx*."""
    found: dict[_Place, _TextNeed] = {}
    set_here: list[tuple[Any, Any]] = [one for one in ctx.memo.items() if one[0][0] == "words"]
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


class EvenPage:
    """What boxes of a card were asked, how high they are and what the *texts* in them need, for cards like it."""

    def __init__(
        self, trace: "LayoutTrace", heights: dict[str, float], texts: dict[_Place, _TextNeed]
    ) -> None:
        trace.close()
        self._trace, self._heights, self._texts = trace, heights, texts
        self._boxes = frozenset(box for box, *_ in texts)
        self._widths: dict[tuple[int, int], list[float]] = {}
        for box, scope, width in texts:
            self._widths.setdefault((box, scope), []).append(width)

    def forget(self) -> None:
        """Let go of what was asked."""
        self._trace.forget()

    def need(self, ctx: Context) -> EvenNeed | None:
        """What the card of *ctx* needs; None if it isn't as high as this one, or more differs than what texts say."""
        memo: Memo = {}
        try:
            found = self._trace.differing(ctx, memo)
            if found is None or not found.of_their_own or any(map(self._has_texts, found.reading)):
                return None
            texts = self._texts | {
                place: need for one in found.reading for place, need in self._own(one, found)
            }
        except (Overflow, MissingGlyphError):
            return None
        finally:
            memo.clear()
        return _all(self._heights, texts.values())

    def _has_texts(self, asked: "AskedBox") -> bool:
        """Whether there are texts in a box that isn't one itself."""
        return not isinstance(asked.box, TextBox) and any(id(one) in self._boxes for one in asked.box.inner())

    def _own(self, asked: "AskedBox", found: "Differing") -> Iterator[tuple[_Place, _TextNeed]]:
        """What a text needs that says something else here; it has the widths that it has on this card."""
        box, place = asked.box, (id(asked.box), id(asked.scope))
        for width in self._widths.get(place, ()):
            own = found.context_of(asked)
            if isinstance(box, TextBox) and (block := set_words(own, box, width)).lines:
                yield (*place, width), _text_need(own, box, block, width)
