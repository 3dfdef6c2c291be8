"""What differs from page to page → which of it goes into one stream, so that the streams of all pages take least room.

Pages of athletes who have a load in common have all in common that says it. In a stream of its own it is written once
for them; but each stream has a head, and begins with nothing that could be referred back to when it is compressed.
"""

from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import Final

from cardmaker.namedtuple import NamedTuple

_HEAD: Final = 160
"""Bytes of a stream besides what is in it: as an object, in the cross-reference table, and operators come new to it."""
_SHRINKS_TO: Final = 0.2
"""Of sequences of operators that go on in a stream, as measured on week sheets and cards."""
_REFERENCE: Final = 4
"""Bytes with which a page says that a stream is its own, compressed with other pages."""


class _Bundle(NamedTuple):
    """Some columns, which of their joint values each page has, how many are *distinct*, and the bytes of one."""

    columns: tuple[int, ...]
    values: Sequence[int]
    distinct: int
    size: float

    @property
    def cost(self) -> float:
        """Bytes that it takes in the file."""
        return self.distinct * (_HEAD + self.size) + len(self.values) * _REFERENCE

    def with_(self, other: "_Bundle") -> "_Bundle":
        """Both in one."""
        values, distinct = _numbered(zip(self.values, other.values, strict=True))
        columns = tuple(sorted((*self.columns, *other.columns)))
        return _Bundle(columns, values, distinct, self.size + other.size)


def bundles(columns: Sequence[Sequence[Hashable]], sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """The numbers of columns that go together. A column has what each page has there, *sizes* its bytes at the most."""
    kept = {
        number: _Bundle((number,), *_numbered(column), size * _SHRINKS_TO)
        for number, (column, size) in enumerate(zip(columns, sizes, strict=True))
    }
    joint = {pair: kept[pair[0]].with_(kept[pair[1]]) for pair in combinations(kept, 2)}
    while joint:
        one, other = pair = max(joint, key=lambda pair: _saved(kept, joint, pair))
        if _saved(kept, joint, pair) < 0:
            break
        made = joint[pair]
        del kept[one], kept[other]
        joint = {two: both for two, both in joint.items() if not {one, other} & {*two}}
        joint |= {(one, number): made.with_(bundle) for number, bundle in kept.items()}
        kept[one] = made
    return sorted(bundle.columns for bundle in kept.values())


_Pair = tuple[int, int]


def _saved(kept: dict[int, _Bundle], joint: dict[_Pair, _Bundle], pair: _Pair) -> float:
    """The bytes that a pair takes less if it is one."""
    return kept[pair[0]].cost + kept[pair[1]].cost - joint[pair].cost


def _numbered(values: Iterable[Hashable]) -> tuple[list[int], int]:
    """Values as numbers from 0 on, equal ones as the same; and how many numbers there are."""
    numbers: dict[Hashable, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return found, len(numbers)
