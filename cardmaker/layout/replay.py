"""What was asked of boxes while a page was laid out → the next page of its kind, of which only what differs is asked.

A page that follows another reads the same but for a few fields. Boxes that read these are asked again what was asked
of them there: how wide, how high, where the baseline. Where the answers are the same nothing else moves, and the page
is that one with other words in these boxes. Where an answer differs the box around is asked in turn, and so on
outwards; once the body itself answers otherwise, or something no longer fits, the page is laid out as any other.
"""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from cardmaker.errors import MissingGlyphError
from cardmaker.frame import Frame
from cardmaker.layout.askedbox import Ask, AskedBox
from cardmaker.layout.context import DRAWN, Context, Memo, Overflow
from cardmaker.layout.readers import Readers, UnlikeError
from cardmaker.layout.redrawing import TOO_SMALL, Differing, DrawnPage, KnownAnswers, redrawn
from cardmaker.layout.scope import Scope
from cardmaker.theme.options import BoxOptions

Known = TypeVar("Known")
_REPLAY: Final = ("replay",)


class LayoutTrace:
    """What was asked while a page was laid out; from the first page that follows it on, nothing is added.

    Athletes have loads and paces in common: what is *known* of boxes from other pages is asked once.
    """

    def __init__(self, scope: Scope, known: KnownAnswers) -> None:
        self._scope, self._known = scope, known
        self._asked: dict[tuple[int, int, bool, int], AskedBox] = {}
        self._readers: Readers | None = None
        self._kept: dict[Hashable, Any] = {}
        self._current: AskedBox | None = None
        self._open = True
        self._inside = False

    def close(self) -> None:
        """Gather nothing from now on: what others have asked wouldn't be known."""
        self._open = False

    def forget(self) -> None:
        """Let go of all that was asked, which knows the page: nobody follows it any more."""
        self.close()
        for one in self._asked.values():
            one.forget()
        for answer in self._kept.values():
            if isinstance(answer, DrawnPage):
                answer.drawn.clear()
        if self._readers is not None:
            self._readers.forget()
        self._asked.clear()
        self._kept.clear()

    def ask(
        self, what: str, ctx: Context, box: BoxOptions, ask: Ask, args: tuple[Any, ...], *, holds: bool
    ) -> Any:
        """What *ask* answers, noted down; what is asked of boxes in one that only *holds* them, too."""
        if not self._open or self._inside:
            return ask(ctx, box, *args)
        one, outer = self._at(ctx, box, holds), self._current
        self._current, self._inside = one, not holds
        key = (what, args, ctx.settings.of(box))
        try:
            answer = ask(ctx, box, *args)
        except Overflow:
            one.calls[key] = ctx, ask, args, TOO_SMALL
            raise
        finally:
            self._current, self._inside = outer, False
        if what == DRAWN:
            one.drawn.append((ctx, ask, args, answer))
        else:
            one.calls[key] = ctx, ask, args, answer
        return answer

    def unnoted(self, make: Callable[[], Known]) -> Known:
        """What *make* gives, which says only what is wrong."""
        was, self._inside = self._inside, True
        try:
            return make()
        finally:
            self._inside = was

    def _at(self, ctx: Context, box: BoxOptions, holds: bool) -> AskedBox:
        key = (id(box), id(ctx.scope), ctx.bare, id(ctx.theme))
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = AskedBox(box, ctx.scope, self._current, holds)
        return found

    def keep(self, key: Hashable, answer: object) -> None:
        """Remember what came out, a frame or how a body fits."""
        if self._open:
            self._kept[key] = DrawnPage(answer, self._asked.values()) if isinstance(answer, Frame) else answer

    def has(self, key: Hashable) -> bool:
        """Whether something came out of that, for pages that are alike."""
        return key in self._kept

    def answer(self, key: Hashable, ctx: Context, memo: Memo) -> Any:
        """What came out, if it does for the page of *ctx*, too; else None. *memo* is that page's."""
        kept = self._kept.get(key)
        if kept is None or not self._holds(ctx, memo):
            return None
        return kept

    def frame(self, key: Hashable, ctx: Context, memo: Memo) -> Frame | None:
        """The page of *ctx*, if it is that one but for what some boxes draw."""
        page = self._kept.get(key)
        if page is None or not page.usable or not self._holds(ctx, memo):
            return None
        try:
            return redrawn(page, memo[_REPLAY], ctx)
        except (Overflow, MissingGlyphError, UnlikeError):
            return None

    def another(self) -> "LayoutTrace":
        """What notes down the same page once more, for something else that is asked of it."""
        return LayoutTrace(self._scope, self._known)

    def _holds(self, ctx: Context, memo: Memo) -> bool:
        """Whether all that was asked is answered alike but within single boxes; which these are is noted in *memo*."""
        if _REPLAY not in memo:
            memo[_REPLAY] = self.differing(ctx, memo)
        return memo[_REPLAY] is not None

    def differing(self, ctx: Context, memo: Memo) -> "Differing | None":
        """The boxes that answer or draw something else on the page of *ctx*; None if its body answers otherwise."""
        try:
            return self._differing(ctx, memo)
        except (UnlikeError, MissingGlyphError):
            return None

    def _differing(self, ctx: Context, memo: Memo) -> "Differing":
        """The boxes that are to be drawn again; UnlikeError if the body answers otherwise."""
        if self._readers is None:
            self._readers = Readers(self._scope, self._asked.values())
        elsewhere = self._readers.elsewhere(ctx.scope)
        found = Differing(ctx, memo, self._known, elsewhere)
        dirty: dict[AskedBox, None] = {}
        levels: dict[int, list[AskedBox]] = {}

        def add(one: AskedBox) -> None:
            if one not in dirty:
                dirty[one] = None
                levels.setdefault(len(one.around), []).append(one)

        for one in self._readers.reading_otherwise(elsewhere):
            add(one)
        found.reading = [*dirty]
        for depth in range(max(levels, default=0), -1, -1):
            for one in levels.get(depth, ()):
                if found.answers_alike(one):
                    continue
                if one.parent is None:
                    raise UnlikeError
                add(one.parent)
        found.of_their_own = len(dirty) == len(found.reading) and not any(one.holds for one in found.reading)
        found.boxes = (
            found.reading
            if found.of_their_own  # nothing is noted of what is in them
            else [one for one in dirty if dirty.keys().isdisjoint(one.around)]
        )
        return found
