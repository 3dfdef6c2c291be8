"""What gym cards say: a workout, its exercises row by row, and the formats against the clock that they go by."""

from collections.abc import Mapping

from cardmaker.handout.cards import Card, Figure
from cardmaker.handout.logs import SetTarget
from cardmaker.record import record, replace


@record
class TimedFormat:
    """A format against the clock or in rounds: 'EMOM 12 min', and what there is to write down of it."""

    said: str
    how: str = ""
    """What it means, in plain words: 'every minute on the minute'."""
    score: tuple[str, ...] = ()
    """The words before each blank of the score: 'Rounds' and '+ reps'."""
    tally: int = 0
    """How many rounds there are to tick off."""
    by_hand: bool = False
    """Whether rounds are counted by strokes, since nobody knows how many there will be."""


@record
class GymRow:
    """One exercise of a workout; *joined* is 'first', 'middle' or 'last' in a superset, else ''."""

    letter: str
    number: str
    name: str
    sets: str
    sets_label: str
    detail: str
    set_count: int
    joined: str = ""
    figure: Figure | None = None
    figure_alt: str = ""
    targets: tuple[SetTarget, ...] = ()
    """Each set's own target, where sets differ and a box has room for it."""
    whole: str = ""
    """All that sets which differ are, in a line."""
    boxed: bool = True
    """Whether there are boxes for its sets; not where rounds are ticked off together."""
    aim: str = ""
    """Effort, tempo and rest, and the load where its box doesn't say it."""
    remark: str = ""
    """All else that is said of it."""
    unit: str = ""
    """The unit of the weight to write down, '' where there is nothing to weigh."""
    load: str = ""
    """The weight that the plan asks for, as it is written before the unit."""
    progression: str = ""
    """What changes the next time, if the plan has a rule."""
    cue: str = ""
    """Its first cues in short, as many as a line has room for."""
    open: bool = False
    """Whether a set is open: five or more, '5+'."""
    timed: TimedFormat | None = None
    """The format that it, or the superset that it begins, goes by."""
    rounds: int = 0
    """How many rounds by the clock have a box each for what was done in them."""
    counted: str = ""
    """What is written into these, 'reps'; '' where a round is ticked off."""
    leads: bool = False
    """Whether it is the first one on its card, where there is a rule already."""

    @property
    def clock(self) -> str:
        """Its format in short: 'EMOM 12 min'."""
        return self.timed.said if self.timed else ""

    @property
    def few_rounds(self) -> bool:
        """Whether its rounds have a box each in the room of three."""
        return 0 < self.rounds <= 3

    @property
    def many_rounds(self) -> bool:
        """Whether they are too many for the room next to its name on a small card."""
        return self.rounds > 3

    @property
    def listed(self) -> str:
        """The sets that differ, in a line, where boxes don't say them."""
        return "" if self.targets else self.whole

    @property
    def bare(self) -> bool:
        """Whether its name is all that is in its first two lines: rounds by the clock say neither sets nor boxes."""
        return not (self.boxed or self.sets or self.whole)

    @property
    def opens(self) -> bool:
        """Whether a divider goes before: not between the members of a superset."""
        return self.joined not in ("middle", "last")

    @property
    def divided(self) -> bool:
        """Whether a divider goes between it and the row before."""
        return self.opens and not self.leads

    @property
    def closed(self) -> bool:
        """Whether a divider follows: not between the members of a superset."""
        return self.joined not in ("first", "middle")


def as_led(rows: tuple[GymRow, ...]) -> tuple[GymRow, ...]:
    """Rows as they are on a card of their own, where the first is below a rule."""
    return (*(replace(row, leads=True) for row in rows[:1]), *rows[1:])


@record
class GymCard(Card):
    """One workout, all at once in the hand; *rows* may be shared out over several cards.

    *workout* is its name in the plan, *weeks* are the numbers of those that have it.
    """

    title: str
    duration: str
    warm_up: str
    note: str
    rows: tuple[GymRow, ...]
    timed: TimedFormat | None = None
    """The format that all of it goes by."""
    plus: str = ""
    """What the plus of open sets means, '5+'."""
    part: str = ""
    when: str = ""
    """Of which weeks its sets are, where other weeks have others: 'weeks 1–3, 5–7'."""
    credit: str = ""
    workout: str = ""
    weeks: tuple[str, ...] = ()
    cool_down: str = ""
    date: str = ""
    """On which day it is planned, if that is one alone and the plan has dates; the day of others is written by hand."""
    club: str = ""
    efforts: tuple[str, ...] = tuple(map(str, range(1, 11)))
    """The scale on which to say how hard it was."""

    @property
    def key(self) -> str:
        """The workout's name in the plan."""
        return self.workout

    @property
    def clock(self) -> str:
        """Its format in short: 'EMOM 12 min'."""
        return self.timed.said if self.timed else ""

    @property
    def prescribed(self) -> Mapping[str, str]:
        """The club, for which larger type may leave no room."""
        return {"club": self.club} if self.club else {}

    @property
    def extent(self) -> str:
        """Which part of a workout it is, in which weeks, how long: '1 of 2 · weeks 1–3 · about 75 min'."""
        return " · ".join(filter(None, [self.part, self.when, self.duration]))

    @property
    def most_sets(self) -> int:
        """How many boxes the row with most of them has, those aside that say each set's own target."""
        return max((row.set_count for row in self.rows if row.boxed and not row.targets), default=0)

    @property
    def three(self) -> bool:
        """Whether no row has more than three boxes: prescriptions have the room of others."""
        return self.most_sets <= 3

    @property
    def four(self) -> bool:
        """Whether the row with most boxes has four."""
        return self.most_sets == 4

    @property
    def more(self) -> bool:
        """Whether a row has more than four boxes."""
        return self.most_sets > 4

    @property
    def footnote(self) -> str:
        """What the plus of open sets means, if there are any."""
        return self.plus if any(row.open for row in self.rows) else ""

    @property
    def few(self) -> bool:
        """Whether rows have room for large figures."""
        return len(self.rows) <= 4

    @property
    def cued(self) -> bool:
        """Whether rows may have room for a cue each."""
        return len(self.rows) <= 5
