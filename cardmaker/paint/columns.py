"""Objects that differ in numbers only → streams of objects in rows of one width, which compress to next to nothing.

What an element says is the same for each athlete but for the numbers of its page and of what holds it, and these grow
by one from athlete to athlete. In rows of one width, of which each is written as what it adds to the one above (PNG's
filter 'Up'), nearly all of that is noughts: half a byte an element.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.objectfile import ObjectFile, differences

_UNIT: Final = 50
"""Rows are multiples of so many characters wide, so that offsets, too, grow by round numbers."""
_MOST: Final = 4_000
"""Objects in a stream, which a reader unpacks as a whole."""
_WORTH: Final = 4
"""A column isn't rounded up by more than a quarter."""
MOST_NUMBER: Final = 8_388_607
"""The highest number that an object may have (ISO 32000-1, annex C; PDF/A-2, 6.1.13)."""


class ObjectColumn(NamedTuple):
    """Objects that are alike: the number of the first, which the others' follow, and what each says."""

    first: int
    bodies: Sequence[bytes]


def in_step(count: int, reserve: Callable[[int], int]) -> int:
    """The first of numbers for *count* objects: a round one, so that all columns carry in the same rows."""
    unit = int("1".ljust(len(str(count)), "0"))
    if unit > 1 and -count % unit * _WORTH > count:
        unit //= 10
    after = reserve(0)
    return reserve(-after % unit + count + -count % unit) + -after % unit


def numbered(shapes: Iterable[Sequence[int]], reserve: Callable[[int], int]) -> dict[int, int]:
    """Numbers for pages, those of one shape in a row, by their numbers among the pages."""
    found: dict[int, int] = {}
    for pages in shapes:
        start = in_step(len(pages), reserve)
        found |= {page: start + at for at, page in enumerate(pages)}
    return found


def pack_columns(file: ObjectFile, columns: Iterable[ObjectColumn]) -> None:
    """Write columns of objects; those whose rows are equally wide go together until a stream is full."""
    waiting: dict[int, list[ObjectColumn]] = {}
    counts: dict[int, int] = {}
    for column in columns:
        width = -(-(max(map(len, column.bodies)) + 1) // _UNIT) * _UNIT
        for part in _parts(column):
            if counts.get(width, 0) + len(part.bodies) > _MOST:
                _pack(file, width, waiting.pop(width))
                counts[width] = 0
            waiting.setdefault(width, []).append(part)
            counts[width] = counts.get(width, 0) + len(part.bodies)
    for width, some in waiting.items():
        _pack(file, width, some)


def _parts(column: ObjectColumn) -> Iterator[ObjectColumn]:
    """A column, in parts that go into a stream."""
    for start in range(0, len(column.bodies), _MOST):
        yield ObjectColumn(column.first + start, column.bodies[start : start + _MOST])


def _pack(file: ObjectFile, width: int, columns: Sequence[ObjectColumn]) -> None:
    """Write one stream of objects."""
    numbers = [number for first, bodies in columns for number in range(first, first + len(bodies))]
    heads = b"".join(b"%7d %16d " % (number, at * width) for at, number in enumerate(numbers))
    head = heads.ljust(-(-len(heads) // width) * width)
    rows = b"".join(body.ljust(width) for _, bodies in columns for body in bodies)
    entries = f"/DecodeParms<</Predictor 12/Columns {width}>>"
    file.write_packed(numbers, len(head), entries, differences(head + rows, width))
