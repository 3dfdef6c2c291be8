"""Numbers of cards in; the order in which sheets and their backs show them out, as plain integers.

A tuple is one side of a sheet, read with its cards upright, row by row; None is an empty cell.
"""

Cells = tuple[int | None, ...]


def deal(count: int, capacity: int) -> tuple[Cells, ...]:
    """Deal the cards 0 … count − 1 out to sheets, in order; the last sheet may have empty cells."""
    return tuple(
        tuple(card if card < count else None for card in range(first, first + capacity))
        for first in range(0, count, capacity)
    )


def from_behind(cells: Cells, across: int) -> Cells:
    """The order on the back of a sheet with rows of *across* cards: (0, 1, 2, 3) by twos is (1, 0, 3, 2).

    Cards are turned like pages in a book, so seen upright the back shows each row from right to left,
    whichever edge the sheet itself was turned over.
    """
    rows = (cells[first : first + across] for first in range(0, len(cells), across))
    return tuple(cell for row in rows for cell in reversed(row))
