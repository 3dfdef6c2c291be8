"""What a roster says of one athlete."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import field

from cardmaker.plan.athlete import Athlete
from cardmaker.plan.sets import Sets
from cardmaker.record import record


class RowWords(Mapping[str, str]):
    """The words of a row by their names, in a third of a dictionary's room: *names* are those of all rows."""

    __slots__ = ("_names", "_words")

    def __init__(self, names: tuple[str, ...], words: tuple[str, ...]) -> None:
        self._names, self._words = names, words

    def __getitem__(self, name: str) -> str:
        try:
            return self._words[self._names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class WordsOfRows:
    """Makes the words of row after row, of which most are those of others, too."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}

    def of(self, words: Mapping[str, str]) -> RowWords:
        """The words of one row."""
        names = tuple(words)
        share = self._texts.setdefault
        return RowWords(
            self._names.setdefault(names, names), tuple(share(one, one) for one in words.values())
        )


@record
class RosterEntry:
    """An athlete of a roster, and how the plan is to be changed for them.

    *line* is that of the file, or the row of a spreadsheet, counted from 1. *person* is who is in the figures and
    *figures* what they wear, '' as the plan says. *swaps* are exercises by the ids of those that they take the place
    of, *left_out* the ids of others. *loads* are by exercises' ids, each on sets that say nothing else. *words* are the
    cells by what stands for them in the plan's texts.
    """

    line: int
    athlete: Athlete
    email: str = ""
    group: str = ""
    password: str = field(default="", repr=False)
    paper: str = ""
    person: str = ""
    figures: str = ""
    start: datetime.date | None = None
    note: str = ""
    swaps: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    loads: Mapping[str, Sets] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The athlete's name."""
        return self.athlete.name
