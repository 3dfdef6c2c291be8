"""What an athlete's own page says: paces, races that are within reach, loads, boxes for what only they know."""

from functools import cached_property
from itertools import groupby

from cardmaker.handout.blocks import Race
from cardmaker.handout.cards import Figure
from cardmaker.handout.sheetparts import SheetHead
from cardmaker.record import record

_FEW_SHARES = 4


@record
class PaceRow:
    """How fast runs of a kind are: the surface of its effort, its name, what one can say meanwhile.

    *first* is in the plan's unit of distance and *second* in the other; what isn't run so short has no *lap* of 400 m,
    or *half_lap* of 200 m.
    """

    effort: str
    name: str
    first: str
    second: str
    talk: str
    lap: str = ""
    half_lap: str = ""
    heart_rate: str = ""


@record
class PaceGroup:
    """Runs that are as hard as each other: the surface of their effort, and how fast each kind is."""

    effort: str
    rows: tuple[PaceRow, ...]


@record
class RaceTime:
    """A race that one could run now: its name, time and pace, and whether it is the one that the plan leads to."""

    name: str
    time: str
    pace: str
    planned: bool = False


@record
class Split:
    """A mark of the race that the plan leads to, and the time there at an even pace."""

    name: str
    time: str


@record
class LiftShare:
    """A share of a maximum, '70 %', how many repetitions a set has with it, '9–10', and the word for them, 'reps'."""

    percent: str
    reps: str
    counted: str


@record
class LiftLoad:
    """A weight to load; *usual*: it is of the share that the plan asks for most."""

    weight: str
    usual: bool = False


@record
class LiftRow:
    """What goes of an exercise: the most, and shares of it that can be loaded, in the order of the columns."""

    number: str
    name: str
    maximum: str
    loads: tuple[LiftLoad, ...]
    training_max: str = ""
    figure: Figure | None = None


@record(slots=False)
class AthleteSheet:
    """All that an athlete's page says; what isn't known is empty."""

    head: SheetHead
    title: str
    subtitle: str
    paces: tuple[PaceRow, ...]
    paces_note: str
    units: tuple[str, str]
    races: tuple[RaceTime, ...]
    lifts: tuple[LiftRow, ...]
    shares: tuple[LiftShare, ...]
    unit: str
    resting: str
    highest: str
    of_training_max: bool = False
    """Whether loads are shares of training maxima."""
    race: Race | None = None
    name: str = ""
    splits: tuple[Split, ...] = ()
    splits_note: str = ""
    blank: bool = False
    """Whether nothing is known, and what there is has blanks to fill in."""

    @property
    def first_unit(self) -> str:
        """The head of the paces in the plan's unit of distance."""
        return self.units[0]

    @property
    def second_unit(self) -> str:
        """The head of those in the other one."""
        return self.units[1]

    @cached_property
    def by_effort(self) -> tuple[PaceGroup, ...]:
        """The paces, those of one effort together."""
        grouped = groupby(self.paces, lambda row: row.effort)
        return tuple(PaceGroup(effort, tuple(rows)) for effort, rows in grouped)

    @property
    def many_shares(self) -> bool:
        """Whether loads have so many columns that large type leaves no room for figures next to them."""
        return len(self.shares) > _FEW_SHARES

    @property
    def hearty(self) -> bool:
        """Whether any pace has a heart rate, or a blank for one."""
        return self.blank or any(row.heart_rate for row in self.paces)
