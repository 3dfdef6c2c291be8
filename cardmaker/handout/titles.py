"""What the title card of a deck says: whose cards they are, all its runs as a skyline, and which cards there are."""

from cardmaker.handout.cards import Card, Figure
from cardmaker.handout.sheetparts import SheetHead
from cardmaker.handout.stretches import SkylineWeek
from cardmaker.record import record


@record
class TitleEntry:
    """A card of the deck: its number and its name."""

    number: str
    name: str


@record
class TitlePicture:
    """The figure of a card, and what it is called."""

    figure: Figure
    name: str


@record
class TitleWorkout:
    """A workout: what its gym card's tab says, its name if it has one, and the numbers of its cards."""

    label: str
    name: str
    numbers: str


@record
class TitleCard(Card):
    """The card in front of a deck; *number* is a zero of as many digits as theirs have."""

    number: str
    head: SheetHead
    kind: str
    """What it is a deck of: 'Exercise cards'."""
    facts: str
    """How many there are, and for how long: '33 cards · 3 workouts · 8 weeks'."""
    entries: tuple[TitleEntry, ...]
    workouts: tuple[TitleWorkout, ...] = ()
    skyline: tuple[SkylineWeek, ...] = ()
    pictures: tuple[TitlePicture, ...] = ()
    """Of some of its cards, where there is no skyline."""

    @property
    def key(self) -> str:
        """What the plan knows it by."""
        return "title"
