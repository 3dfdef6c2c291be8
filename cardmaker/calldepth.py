"""A function → the same function, below which calls may go deep and come back without the system being asked for room.

Python keeps what a call has at hand in pieces of 16 KB. It asks the system for the next piece when calls go across the
end of one, and gives it back as soon as they return: what is called often just there did so 6,500 times in a build, for
a twelfth of its time. A function that claims to need much is given one large piece, of which only what is used becomes
memory, and leaves the rest to all that it calls.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_CLAIMED = 70_000
"""Values: a little more than half a megabyte, so that the piece is one of a megabyte and the rest is left over."""


def room_below(function: Function) -> Function:
    """Make *function* claim more of the stack than it needs."""
    made: Any = function
    made.__code__ = made.__code__.replace(co_stacksize=_CLAIMED)
    return function
