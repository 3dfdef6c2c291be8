"""The options for sides, marks, used sheets and copies → a ticket, finishing and copies for the order."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli.params import OneOf

if TYPE_CHECKING:
    from cardmaker.pipeline.order import Copies, Finish
    from cardmaker.press.ticket import Ticket

Command = Callable[..., None]
MARKS = ("crop", "registration", "guides", "none")
_KEYS = (
    "flip", "sides", "last_first", "fold", "start_at", "copies", "stack", "gutter", "bleed", "marks", "edge",
    "corner_radius", "ring_hole",
)  # fmt: skip
MOST_COPIES = 500
MOST_MM = 50.0


class Millimetres(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """'3', '3 mm' or '0.125 in' → mm."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The length in mm."""
        from cardmaker.geometry import parse_length

        try:
            length = parse_length(value)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)
        if not 0 <= length <= MOST_MM:
            self.fail(f"'{value}' should be 0 to {MOST_MM:g} mm", param, ctx)
        return length


class Count(click.ParamType):  # type: ignore[type-arg]  # as above
    """'3' → ('', 3) for every card; 'squat=2' → ('squat', 2) for one."""

    name = "copies"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """The card's name, '' for all, and how many."""
        name, equals, number = str(value).rpartition("=")
        least = 0 if equals else 1
        if not (number.strip().isascii() and number.strip().isdigit()) or (equals and not name.strip()):
            self.fail(f"'{value}' is not a number of copies; write 3, or squat=2 for one card", param, ctx)
        if not least <= int(number) <= MOST_COPIES:
            self.fail(f"{number.strip()} copies; it should be {least} to {MOST_COPIES}", param, ctx)
        return name.strip(), int(number)


PRESS_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--flip", type=OneOf(("long", "short", "none")), default="long", show_default=True,
        help="The edge over which two-sided sheets are turned, by the printer or by hand.",
    ),
    click.option(
        "--sides", type=OneOf(("both", "fronts", "backs")), default="both", show_default=True,
        help="For printers that print one side: first the fronts, then, the stack put back, the backs.",
    ),
    click.option(
        "--last-first", is_flag=True,
        help="With --sides backs: from the last sheet to the first, where the printer takes the last one first.",
    ),
    click.option(
        "--fold", is_flag=True, help="Front and back side by side on one side of the paper, to be folded."
    ),
    click.option(
        "--start-at", type=click.IntRange(1, 500), default=1, metavar="N",
        help="The first free position of a used sheet, counted as you read it; of the exercise cards, if there"
        " are any, else of the gym cards.",
    ),
    click.option(
        "--copies", type=Count(), multiple=True, metavar="N|NAME=N",
        help="So many of each card, or of one: --copies squat=2; may be repeated.",
    ),
    click.option(
        "--stack", is_flag=True,
        help="Order cards down through the pile: cut all sheets at once, put the piles on each other.",
    ),
    click.option("--gutter", type=Millimetres(), help="Paper between the cards, so that each has its own cuts."),
    click.option(
        "--bleed", type=Millimetres(), help="How far coloured grounds go on beyond the cut, such as 3 mm."
    ),
    click.option(
        "--marks", type=OneOf(MARKS), multiple=True,
        help="Crop marks, registration targets, whole cut guides in the gutters; may be repeated.  [default: crop]",
    ),
    click.option(
        "--edge", type=Millimetres(), default="3 mm", show_default=True,
        help="How near to the paper's edge marks may come.",
    ),
    click.option("--corner-radius", type=Millimetres(), help="Draw the arcs to round the corners along."),
    click.option("--ring-hole", is_flag=True, help="Mark where to punch a hole for a ring."),
)  # fmt: skip


def asked_of_the_press(context: click.Context) -> str:
    """The first of these options that was written on the command line; '' if none was."""
    from click.core import ParameterSource

    written = (key for key in _KEYS if context.get_parameter_source(key) is ParameterSource.COMMANDLINE)
    return next((f"--{key.replace('_', '-')}" for key in written), "")


def press_of(wanted: dict[str, Any]) -> "tuple[Ticket, Finish, Copies]":
    """What these options mean, as the order has it."""
    from cardmaker.pipeline.order import Copies, Finish
    from cardmaker.press.duplex import Flip
    from cardmaker.press.ticket import Sides, Stacking, Ticket

    _check(wanted)
    ticket = Ticket(
        flip=Flip(wanted["flip"]),
        sides=Sides(wanted["sides"]),
        last_first=wanted["last_first"],
        fold=wanted["fold"],
        start_at=wanted["start_at"],
        stacking=Stacking.STACKED if wanted["stack"] else Stacking.COLLATED,
        edge=wanted["edge"],
    )
    finish = Finish(
        gutter=wanted["gutter"],
        bleed=wanted["bleed"],
        marks=tuple(mark for mark in wanted["marks"] if mark != "none") if wanted["marks"] else None,
        corner_radius=wanted["corner_radius"],
        ring_hole=wanted["ring_hole"] or None,
    )
    every = [count for name, count in wanted["copies"] if not name]
    some = tuple((name, count) for name, count in wanted["copies"] if name)
    return ticket, finish, Copies(every[-1] if every else None, some)


def _check(wanted: dict[str, Any]) -> None:
    """Refuse options that contradict each other."""
    if wanted["fold"] and wanted["sides"] != "both":
        fault = f"--fold has both sides on one page; leave --sides {wanted['sides']} out"
    elif wanted["last_first"] and wanted["sides"] != "backs":
        fault = "--last-first goes with --sides backs"
    elif "none" in wanted["marks"] and len(set(wanted["marks"])) > 1:
        fault = "--marks none excludes other marks"
    else:
        return
    raise click.UsageError(fault, click.get_current_context())
