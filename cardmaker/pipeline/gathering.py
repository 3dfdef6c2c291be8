"""Things to make, some of which fail → all that were made, or all the faults at once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from cardmaker.errors import CardmakerError, DoesNotFitError, MissingGlyphError, PictureError, SeveralError

_GATHERED = (DoesNotFitError, MissingGlyphError, PictureError)
Thing = TypeVar("Thing")
Made = TypeVar("Made")


def each(things: Iterable[Thing], make: Callable[[Thing], Made]) -> list[Made]:
    """Make everything; all that can't be made is reported together."""
    done: list[Made] = []
    faults: dict[str, CardmakerError] = {}
    for thing in things:
        try:
            done.append(make(thing))
        except _GATHERED as fault:
            faults[str(fault)] = fault
        except SeveralError as several:
            faults |= {str(fault): fault for fault in several.errors}
    if faults:
        raise next(iter(faults.values())) if len(faults) == 1 else SeveralError(tuple(faults.values()))
    return done
