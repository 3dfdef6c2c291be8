"""The options for folded books and posters → what the order has of them."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli.params import OneOf

if TYPE_CHECKING:
    from cardmaker.press.poster import Enlargement

Command = Callable[..., None]
_MOST_TILES = 20
_NAMED = {"a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420)}
_TIMES = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*x\s*(\d{1,4}(?:\.\d+)?)\s*(mm|cm|in|)")


class PosterSize(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """'2x2' → pages across and down; 'a2', '420x594' or '18x24 in' → the size of the whole."""

    name = "poster"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Enlargement":
        """How large it is to be."""
        from cardmaker.geometry import Size, parse_length
        from cardmaker.press.poster import Enlargement

        text = str(value).strip().casefold().replace("×", "x")
        if text in _NAMED:
            return Enlargement(size=Size(*map(float, _NAMED[text])))
        match = _TIMES.fullmatch(text)
        if not match or not all(map(float, match.group(1, 2))):
            self.fail(
                f"'{value}' is no size of a poster; write 2x2 for pages across and down, a2, or 420x594 mm",
                param,
                ctx,
            )
        width, height, unit = match.groups()
        if not unit and float(width) <= _MOST_TILES and float(height) <= _MOST_TILES:
            if "." in width + height:
                self.fail(f"'{value}': pages are counted in whole numbers, such as 2x3", param, ctx)
            return Enlargement(int(width), int(height))
        size = Size(*(parse_length(f"{side} {unit or 'mm'}") for side in (width, height)))
        if min(size) < 50 or max(size) > 5000:
            self.fail(f"'{value}': a poster is from 50 to 5000 mm wide and high", param, ctx)
        return Enlargement(size=size)


BINDING_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--book", type=OneOf(("pocket", "booklet")),
        help="A book of the plan: eight pages folded from one sheet with one slit, or stitched, two pages on a side.",
    ),
    click.option(
        "--poster", type=PosterSize(), metavar="2x2|a2|MMxMM",
        help="Sheets, or with --only or --exercise cards' fronts, over several pages that overlap by 10 mm.",
    ),
)  # fmt: skip


def binding_of(wanted: dict[str, Any]) -> dict[str, Any]:
    """The order's fields for them; a UsageError for what doesn't go together."""
    book, poster = wanted["book"] or "", wanted["poster"]
    if not (book or poster):
        return {}
    if wanted["medium"] == "screen":
        _refuse(f"{'--book' if book else '--poster'} is for paper; leave it out with --for screen")
    if book and poster:
        _refuse("--book and --poster exclude each other")
    found: dict[str, Any] = {"book": book, "poster": poster}
    if poster and not wanted["only"]:
        found["parts"] = ("cards",) if wanted["exercises"] else ("sheets",)
    return found


def _refuse(words: str) -> None:
    raise click.UsageError(words, click.get_current_context())
