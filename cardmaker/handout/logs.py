"""What sessions ask for: each of their sets, and their rows in a log."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from cardmaker.record import record

MOST_PARTS = 4
"""How many cards an exercise has at most: with more, a deck is one of a single exercise."""

Session = TypeVar("Session")


def shared_out(sessions: Sequence[Session], count: int) -> Iterator[Sequence[Session]]:
    """Sessions in *count* parts, as many in each as in the others."""
    for part in range(count):
        first, end = (len(sessions) * number // count for number in (part, part + 1))
        yield sessions[first:end]


@record
class SetTarget:
    """What one set asks for: its work, the load or effort, and the load as the log says it."""

    work: str
    aim: str = ""
    log: str = ""


@record
class LogRow:
    """A session to log: its date, if the plan has one, and a light target for each set.

    *short* are the same targets for narrow columns.
    """

    date: str
    targets: tuple[str, ...]
    short: tuple[str, ...] = ()
    load: str = ""
    """The load of all its sets: '40', '2×8', 'light band'."""
    loads: tuple[str, ...] = ()
    """The load of each set, where they have loads of their own."""
    listed: str = ""
    """All its sets after each other, where their loads stand next to them: '5/5/5+'."""
