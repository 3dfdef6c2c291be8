"""What the key card of a deck says: how its cards are to be read, and the scales that they use."""

from cardmaker.frame import Frame
from cardmaker.geometry import Point
from cardmaker.handout.cards import Card, ExerciseCard
from cardmaker.handout.sheetparts import EffortKey
from cardmaker.handout.stretches import Stretch
from cardmaker.record import record


@record
class KeyLine:
    """What a card's part means: the *part*, as layout looks for it, and a line about it."""

    part: str
    text: str
    dash: str = ""
    """What a dash in its place means, if some card has one."""


@record
class KeyPoint:
    """A part of the card that is shown, mm from its top left, and the number that its line has."""

    number: int
    at: Point


@record
class EffortStep:
    """A step of a scale of efforts: its number, and what is left at it: '8', 'two reps left'."""

    value: str
    left: str


@record
class KeyWorkout:
    """A workout's letter and its name."""

    letter: str
    name: str


@record
class KeyLevel:
    """A level of exercises: its name, and how many of three it is."""

    name: str
    degree: int


@record
class KeyCard(Card):
    """The first card of a deck; *sample* is the card that it explains.

    Of the *lines* those are there whose part the sample has.
    """

    number: str
    sample: ExerciseCard
    lines: tuple[KeyLine, ...]
    effort_scale: str = ""
    """What efforts in strength are given in: RPE or RIR."""
    efforts: tuple[EffortStep, ...] = ()
    runs: tuple[EffortKey, ...] = ()
    tempo: str = ""
    """A tempo that the deck has, as cards say it, and the same in words."""
    tempo_said: str = ""
    tempo_parts: tuple[Stretch, ...] = ()
    tempo_length: float = 0.0
    levels: tuple[KeyLevel, ...] = ()
    workouts: tuple[KeyWorkout, ...] = ()
    logged: bool = False
    """Whether its cards have a log."""
    log_text: str = ""
    """What is written into it, and what its row of the session before is for, where it has one."""
    log_last: str = ""
    picture: Frame | None = None
    """The front of the sample, once it is laid out, and where its parts are."""
    points: tuple[KeyPoint, ...] = ()

    @property
    def key(self) -> str:
        """What the plan knows it by."""
        return "key"
