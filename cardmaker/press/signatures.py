"""Numbers of pages in; where they lie on the sheets of a folded book out, as plain integers.

Pages are counted from 1, as a reader does; None is an empty page. A tuple is read from left to right, and from
the top down, with the sheet lying wide.
"""

Half = tuple[int | None, int | None]
"""One side of a sheet that is folded once: the left page and the right one."""

POCKET = ((7, 6, 5, 4), (8, 1, 2, 3))
"""The pages of an eight-page book on one side of a sheet; those of the upper row are upside down.

Folded in half along its length, a slit cut between the two middle panels of the rows, opened out at the slit and
pressed together to a cross, the sheet turns into a book: along the lower row, then back along the upper one, each
page follows the page before it.
"""
POCKET_PAGES = 8


def padded(count: int, signature: int) -> int:
    """The number of pages a book of *count* pages takes, in sheets of that many pages."""
    return -(-count // signature) * signature


def saddle(count: int) -> tuple[tuple[Half, Half], ...]:
    """Front and back of each sheet of a booklet stitched in its fold, the outermost first.

    Four pages a sheet: of 8 pages it is ((8, 1), (2, 7)), ((6, 3), (4, 5)). Pages beyond *count* are None; they
    come last, so the back cover of a book that doesn't fill its sheets is empty.
    """
    pages = padded(count, 4)

    def page(number: int) -> int | None:
        return number if number <= count else None

    return tuple(
        (
            (page(pages - 2 * sheet), page(1 + 2 * sheet)),
            (page(2 + 2 * sheet), page(pages - 1 - 2 * sheet)),
        )
        for sheet in range(pages // 4)
    )


def pocket_books(count: int) -> tuple[tuple[int | None, ...], ...]:
    """The pages of each eight-page book that *count* pages fill, one after the other."""
    return tuple(
        tuple(page if page <= count else None for page in range(first, first + POCKET_PAGES))
        for first in range(1, count + 1, POCKET_PAGES)
    )
