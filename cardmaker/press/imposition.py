"""Numbers of cards in; the order in which sheets and their backs show them out, as plain integers.

A tuple is one side of a sheet, read with its cards upright, row by row; None is an empty cell.
"""

from collections.abc import Sequence

Cells = tuple[int | None, ...]


def copied(counts: Sequence[int]) -> tuple[int, ...]:
    """Each card as often as it is wanted, deck after deck: of (2, 1, 3) it is (0, 1, 2, 0, 2, 2)."""
    rounds = range(max(counts, default=0))
    return tuple(card for done in rounds for card, count in enumerate(counts) if count > done)


def deal(
    cards: Sequence[int],
    capacity: int,
    used: int = 0,
    stacked: bool = False,
    as_read: Sequence[int] | None = None,
) -> tuple[Cells, ...]:
    """Deal cards out to sheets; the first has its first *used* cells taken, the last may have empty ones.

    First and last are meant *as_read* on the sheet, which isn't the order of the cells where cards lie on their
    sides. Sheet after sheet, or, *stacked*, each cell down through the whole pile before the next: cut the pile, put
    the pile of each cell on that of the next, and the cards are in order. Either way the same cells are filled,
    so what is left of the last sheet can be used another time.
    """
    if not 0 <= used < capacity:
        raise ValueError(f"{used} of {capacity} cells can't be used up")
    order = as_read or range(capacity)
    taken = (divmod(place, capacity) for place in range(used, used + len(cards)))
    slots = sorted((sheet, order[place]) for sheet, place in taken)
    sheets = slots[-1][0] + 1 if slots else 0
    if stacked:
        slots.sort(key=lambda slot: slot[::-1])
    at = dict(zip(slots, cards, strict=True))
    return tuple(tuple(at.get((sheet, cell)) for cell in range(capacity)) for sheet in range(sheets))


def from_behind(cells: Cells, across: int) -> Cells:
    """The order on the back of a sheet with rows of *across* cards: (0, 1, 2, 3) by twos is (1, 0, 3, 2).

    Cards are turned like pages in a book, so seen upright the back shows each row from right to left,
    whichever edge the sheet itself was turned over.
    """
    rows = (cells[first : first + across] for first in range(0, len(cells), across))
    return tuple(cell for row in rows for cell in reversed(row))
