"""The options that were written on the command line → a refusal of one that would change nothing beside the others."""

from collections.abc import Iterator
from typing import Any

import click
from click.core import ParameterSource

_CUTTING = ("gutter", "bleed", "marks", "edge", "corner_radius", "ring_hole")
_TURNING = ("flip", "sides", "last_first", "fold")
_MANY = ("start_at", "copies", "stack")
_PRESS = (*_TURNING, *_MANY, *_CUTTING)
_LAYING = ("imposition", "single")
_CARDS = ("stock", "face")
_GYM = ("gym_stock", "gym_face")


def refuse_pointless(context: click.Context) -> None:
    """Raise a UsageError for the first option that another leaves without effect."""
    for keys, why in _cases(context.params):
        for key in keys:
            written = context.get_parameter_source(key) is ParameterSource.COMMANDLINE
            if written and not _left_out(context, key):
                raise click.UsageError(f"{spelled(context, key)} {why}", context)


def _left_out(context: click.Context, key: str) -> bool:
    """Whether the option itself says that there is to be nothing of its kind."""
    return context.params.get(key) in ("none", ("none",))


def spelled(context: click.Context, key: str) -> str:
    """An option as one types it, by the name of its parameter."""
    return next((one.opts[0] for one in context.command.params if one.name == key), key)


def _cases(wanted: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Options, and why they have no effect, for each choice that was made."""
    book, poster, form = wanted["book"], wanted["poster"], wanted.get("form", "pdf")
    if form != "pdf":
        drawn = (*_LAYING, *(key for key in _PRESS if key != "ring_hole"), "poster", "printer")
        yield drawn, f"says how to print; leave it out with --format {form}"
    if book:
        yield (
            (*_CARDS, *_GYM, *_LAYING, "sheets", "fold", *_MANY, *_CUTTING),
            "is for cards; leave it out with --book",
        )
    if book == "pocket":
        yield _TURNING, "is for two sides; a pocket book has one"
    if poster:
        yield (*_LAYING, *_PRESS), "is for cards; leave it out with --poster"
    if wanted["single"] or wanted["imposition"] == "single":
        yield ("stack", "gutter", "marks", "edge"), "is for sheets of cards; leave it out with single cards"
    if wanted.get("cmyk"):
        yield ("printer",), "is for a printer of yours; leave it out with --cmyk"
    if wanted["medium"] == "print" and not (book or poster):
        yield from _of_parts(set(wanted["only"]))


def _of_parts(only: set[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is for parts that aren't built; *only* is empty for all of them."""
    if only == {"sheets"}:
        yield (*_CARDS, *_GYM, *_LAYING, *_PRESS), "is for cards; leave it out with --only sheets"
    elif only and "cards" not in only:
        yield _CARDS, "is for exercise cards, and --only leaves them out"
    elif only and "gym" not in only:
        yield _GYM, "is for gym cards, and --only leaves them out"
    if only and "sheets" not in only:
        yield ("sheets",), "is for week sheets, and --only leaves them out"
