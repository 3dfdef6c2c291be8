"""A row of a table → what its columns hold, where it is one of headings, or that it only names or sums up a week."""

import re
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.draft import FIRST_DAY, WeekStart
from cardmaker.importing.headings import DayHeading, Heading, day_heading, day_letters, heading_of
from cardmaker.importing.spread import spread
from cardmaker.importing.tables import Cell
from cardmaker.importing.tongue import Tongue

SEPARATOR: Final = re.compile(r"(?:week|wk)\s*\.?\s*#?\s*\d{1,3}\b.{0,50}", re.IGNORECASE)
_SESSION: Final = re.compile(
    r"(?:workout|run|session|training|training run|day off)\s*#?\s*([1-7])", re.IGNORECASE
)
TOTALS: Final = re.compile(r"(?:weekly\s+)?(?:totals?|sum|average)\b.*", re.IGNORECASE)
_FEWEST_DAYS: Final = 3
"""In a row of headings; a day or two may stand in any text, though hardly next to 'Week' alone."""

Row = tuple[Cell, ...]


@dataclass(slots=True)
class TableColumns:
    """What the columns of a table hold, by their place."""

    days: dict[int, DayHeading] = field(default_factory=dict)
    others: dict[int, Heading] = field(default_factory=dict)
    spread: str = ""
    """The days that numbered sessions are put on, in words; '' if the table names its days."""
    texts: dict[int, str] = field(default_factory=dict)

    @property
    def labels(self) -> list[int]:
        """The columns that say which week it is."""
        named = [
            at for at, heading in self.others.items() if heading.meaning in ("week", "date", "week ending")
        ]
        first = min(self.days)
        before = [
            at for at in self.others if at < first and not self.others[at].meaning and not self.texts[at]
        ]
        return sorted({*named, *before})

    @property
    def week_start(self) -> WeekStart:
        """The day that the weeks begin with."""
        order = [heading.days[0] for _, heading in sorted(self.days.items())]
        for start, first in FIRST_DAY.items():
            if order[0] == first and 0 in order[1:]:
                return start
        return "monday"


def columns_of(row: Row, tongue: Tongue) -> TableColumns | None:
    """The columns under a row of headings; None if the row doesn't name days."""
    names = tongue.days
    texts = [cell.text for cell in row]
    days = {at: found for at, text in enumerate(texts) if (found := day_heading(text, names))}
    if letters := day_letters(texts):
        days = {letters[0] + n: DayHeading((day,)) for n, day in enumerate(letters[1])}
    words = ""
    if not days and (numbered := _sessions(texts)):
        placed = spread(len(numbered))
        words = placed.words
        days = {at: DayHeading((day,)) for at, day in zip(numbered, placed.days, strict=False)}
    others = {at: heading_of(tongue.heading(text)) for at, text in enumerate(texts) if at not in days}
    named = [heading.meaning for at, heading in others.items() if texts[at]]
    fewest = 2 if "week" in named and all(named) else _FEWEST_DAYS
    few = len({day for heading in days.values() for day in heading.days}) < fewest or len(days) < 2
    if few and not words:
        return None
    return TableColumns(days, others, words, dict(enumerate(texts)))


def _sessions(texts: list[str]) -> list[int]:
    """The columns of 'Workout 1', 'Workout 2', … behind one of weeks; none without them."""
    if not any(heading_of(text).meaning == "week" for text in texts):
        return []
    found = {at: int(one[1]) for at, text in enumerate(texts) if (one := _SESSION.fullmatch(text.strip()))}
    return list(found) if len(found) > 1 and list(found.values()) == list(range(1, len(found) + 1)) else []


def separates(row: Row) -> str:
    """What a row says that only names the week below it, 'Week 2 – Build'; '' for other rows."""
    said = {cell.text for cell in row if cell.text}  # merged cells may repeat it
    only = next(iter(said)) if len(said) == 1 else ""
    return only if SEPARATOR.fullmatch(only) else ""
