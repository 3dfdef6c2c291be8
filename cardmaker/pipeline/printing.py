"""A part of a job and the printer it is for → the part as this printer has to get it, and what it can't print."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.pipeline.job import JobPart
from cardmaker.press.duplex import Flip
from cardmaker.press.printer import Loss, Printer, for_printer, losses
from cardmaker.press.ticket import Sides

_SHOWN = 3


def made_for(part: JobPart, printer: Printer) -> JobPart:
    """The part with its pages adjusted: backs moved behind their fronts, lengths made true.

    Pages of a single card stay as they are: they go to a screen, a shop or to paper cut to size, which runs
    through a printer as no calibration sheet did.
    """
    if part.one_up:
        return part
    flip, backs = _turned(part)
    pages = for_printer(part.document.pages, printer, flip, backs=backs)
    return replace(part, document=replace(part.document, pages=pages))


def not_printed(part: JobPart, printer: Printer) -> tuple[str, ...]:
    """A line on what the printer can't print of a part, if there is anything."""
    if part.one_up:
        return ()
    flip, backs = _turned(part)
    lost = losses(part.document.pages, printer, flip, backs=backs)
    if not lost:
        return ()
    worst = max(lost, key=lambda loss: loss.depth)
    sides = {loss.back for loss in lost}
    where = "fronts and backs" if len(sides) == 2 else "backs" if sides == {True} else "fronts"
    what = "sheets" if part.name == "sheets" else f"cards ({where})"
    remedy = "choose larger paper or a sheet with more margin"
    if part.name != "sheets":
        remedy = "choose a stock that stays clear of the paper's edge, such as poker, or larger paper"
    return (
        f"printer '{printer.name}' can't print all of {_names(lost)}: {what} reach into its margin"
        f" by up to {worst.depth:.1f} mm, most at the {worst.edge}; {remedy}",
    )


def _turned(part: JobPart) -> tuple[Flip, str]:
    """How sheets are turned, by the printer or by hand, and which pages of the file are backs."""
    if part.ticket is None or part.ticket.fold:
        return part.flip, "odd"
    return part.ticket.flip, {Sides.FRONTS: "none", Sides.BACKS: "all"}.get(part.ticket.sides, "odd")


def _names(lost: Sequence[Loss]) -> str:
    names = list(dict.fromkeys(loss.section for loss in lost if loss.section))
    more = len(names) - _SHOWN
    return ", ".join(f"'{name}'" for name in names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
