"""What sheets say of workouts: sessions, and their exercises a row each."""

from functools import cached_property

from cardmaker.handout.cards import Figure, Rich
from cardmaker.record import record

_MOST_WEIGHINGS = 6
"""Lines for loads that a row has room for; ten sets of ten are done with one load."""


@record
class StrengthRow:
    """An exercise of a workout on its day: the card's number, its name, its sets in short, and the unit of the load to
    write down, '' where there is nothing to load.

    *side* follows the sets: '/ side'; *aim* is the load and effort that are asked for: '60 kg', 'RPE 7'. *joined* is
    'first', 'middle' or 'last' in a superset, else ''.
    """

    number: str
    name: str
    sets: str
    unit: str = ""
    joined: str = ""
    side: str = ""
    aim: str = ""
    figure: Figure | None = None
    cue: str = ""
    """Its first cues in short."""
    clock: str = ""
    """Its own format against the clock, or that of the superset it opens: '3 rounds, 40 s on, 20 s off'."""
    set_count: int = 1
    """How many sets it has, each of which may have a load of its own."""

    @property
    def weighings(self) -> tuple[str, ...]:
        """The numbers of its sets, if there is a load to write down for each: '1', '2', '3'; of many sets for all."""
        if not self.unit:
            return ()
        return tuple(map(str, range(1, self.set_count + 1))) if self.set_count <= _MOST_WEIGHINGS else ("1",)

    @property
    def load_line(self) -> str:
        """The unit of the one load to write down; '' where sets have loads of their own, which are said already."""
        return "" if self.unit and self.sets.endswith(self.unit) else self.unit

    @property
    def alone(self) -> bool:
        """Whether it is in no superset."""
        return not self.joined

    @property
    def opens(self) -> bool:
        """Whether it doesn't go on with what the row before began."""
        return self.joined not in ("middle", "last")


@record
class RowGroup:
    """Rows of a workout that go together: a superset, or all that is done by itself up to the next; and their clock."""

    clock: str
    rows: tuple[StrengthRow, ...]


@record(slots=False)
class StrengthSession:
    """A workout on its day: name, label and duration, the cards to take, and the prescriptions in short.

    *workout* is its name in the plan, *week* the number of the week that it is in.
    """

    title: str
    note: str
    cards: tuple[str, ...]
    summary: str
    lines: tuple[Rich, ...] = ()
    workout: str = ""
    week: str = ""
    rows: tuple[StrengthRow, ...] = ()
    listed: tuple[StrengthRow, ...] = ()
    """Its rows, also on a day of rest, where it may be done and paper has only its cards."""
    clock: str = ""
    """The format against the clock: 'EMOM 12 min'."""

    @cached_property
    def groups(self) -> tuple[RowGroup, ...]:
        """Its rows, each superset by itself, and so each that has a clock of its own."""
        groups: list[list[StrengthRow]] = []
        for row in self.rows:
            before = groups[-1][-1] if groups else None
            if before is None or (row.opens and (row.joined or row.clock or before.joined or before.clock)):
                groups.append([])
            groups[-1].append(row)
        return tuple(RowGroup(rows[0].clock, tuple(rows)) for rows in groups)

    @cached_property
    def undivided(self) -> tuple[RowGroup, ...]:
        """Its rows in what columns leave whole: each superset, and each exercise that is in none."""
        singles = (
            (RowGroup(group.clock, (row,)) for row in group.rows) if group.rows[0].alone else (group,)
            for group in self.groups
        )
        return tuple(one for group in singles for one in group)

    @cached_property
    def one_column(self) -> bool:
        """Whether two narrow columns would save no more than a line.

        In them a load or an aim is a second line, and supersets stay whole, so that few rows don't divide evenly.
        """
        lines = [sum(1 + bool(row.load_line or row.aim) for row in group.rows) for group in self.undivided]
        divided = (max(sum(lines[:cut]), sum(lines[cut:])) for cut in range(1, len(lines) + 1))
        return min(divided, default=0) + 1 >= len(self.rows) > 1

    @property
    def few(self) -> bool:
        """Whether two in a row take as many rows as three, in each of its groups."""
        return all(len(group.rows) in (1, 2, 4) for group in self.groups)

    @property
    def varied(self) -> bool:
        """Whether an exercise has loads of its own for its sets, and so a line for each."""
        return any(row.unit and not row.load_line for row in self.rows)

    @property
    def pictured(self) -> bool:
        """Whether more than half of its exercises have a picture: a few seem to be all there is."""
        return 2 * sum(row.figure is not None for row in self.rows) > len(self.rows)
