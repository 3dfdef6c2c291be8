"""Things to make, some of which fail → all that were made, or all the faults at once; what they lack, in few lines."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from cardmaker.errors import (
    CardmakerError,
    NotFoundError,
    PageError,
    PaperError,
    PictureError,
    SeveralError,
)
from cardmaker.frame import FrameLoss

_GATHERED = (NotFoundError, PaperError, PictureError)
Thing = TypeVar("Thing")
Made = TypeVar("Made")


def lines_of(losses: Iterable[FrameLoss], place_of: Callable[[str], str] | None = None) -> list[str]:
    """A line for each thing that was left out, with the first page that lacks it and how many others do.

    *place_of* has the place in the plan of what it says, to go before the line.
    """
    lacking: dict[tuple[str, str], dict[str, None]] = {}
    for loss in losses:
        place = place_of(loss.text) if place_of and loss.text else ""
        lacking.setdefault((place, loss.what), {})[loss.where] = None
    return [
        f"{place}{first}{f', and {len(others)} more' if others else ''}: {what}"
        for (place, what), (first, *others) in lacking.items()
    ]


def each(things: Iterable[Thing], make: Callable[[Thing], Made]) -> list[Made]:
    """Make everything; all that can't be made is reported together."""
    done: list[Made] = []
    faults: dict[str, CardmakerError] = {}
    for thing in things:
        try:
            done.append(make(thing))
        except PageError as fault:
            faults |= {str(one): one for one in fault.all()}
        except _GATHERED as fault:
            faults[str(fault)] = fault
        except SeveralError as several:
            faults |= {str(fault): fault for fault in several.errors}
    if faults:
        raise next(iter(faults.values())) if len(faults) == 1 else SeveralError(tuple(faults.values()))
    return done
