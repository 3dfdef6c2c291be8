"""What a handout says, with nothing left to look up: plan, library and wording resolved into text and numbers.

Faces and sheets name these fields in their placeholders; an empty field takes no room on the page.
Distances are in the reader's unit, ready to print; lengths of profiles are km.
"""

from dataclasses import field
from pathlib import Path

from cardmaker.picture.artwork import FigureArtwork
from cardmaker.record import record


@record
class BodyMap:
    """A small body that shows muscles which the figure hides, by their ids."""

    artwork: FigureArtwork
    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()


@record
class Rich:
    """Text of which some parts are strong: ((text, strong), …)."""

    parts: tuple[tuple[str, bool], ...]

    def __bool__(self) -> bool:
        return any(text for text, _ in self.parts)

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)


@record
class Cue:
    """One form cue, its short form for small cards, and the joint it speaks of."""

    text: str
    short: str
    joint: str = ""

    def __str__(self) -> str:
        return self.text


@record
class OwnPicture:
    """A picture file that stands in for an exercise's figure."""

    path: Path


Figure = FigureArtwork | OwnPicture


@record
class Mistake:
    """What is seen going wrong, and what to do instead."""

    wrong: str
    instead: str

    def __str__(self) -> str:
        return self.wrong


@record
class Option:
    """An easier or harder way, and the number of its card if it is in the deck."""

    text: str
    card: str = ""

    def __str__(self) -> str:
        return self.text


@record
class LogRow:
    """A session to log: its date, if the plan has one, and a light target for each set.

    *short* are the same targets for narrow columns.
    """

    date: str
    targets: tuple[str, ...]
    short: tuple[str, ...] = ()


@record
class Card:
    """What every kind of card has: a name for messages and outline, and a tab on the index."""

    name: str
    tab: str
    slot: int
    slots: int


@record
class ExerciseCard(Card):
    """Front and back of one exercise; *weeks* are the numbers of those that have it."""

    exercise: str
    number: str
    of: str
    primary: str
    secondary: str
    start: str
    cues: tuple[Cue, ...]
    mistakes: tuple[Mistake, ...]
    breathing: str
    why: str
    stop: str
    sets: str
    sets_label: str
    load: str
    effort: str
    rest: str
    tempo: str
    target: str
    detail: str
    log: tuple[LogRow, ...]
    hint: str
    others: str = ""
    easier: Option | None = None
    harder: Option | None = None
    no_equipment: Option | None = None
    note: str = ""
    link: str = ""
    link_label: str = ""
    figure: Figure | None = None
    figure_alt: str = ""
    body_map: BodyMap | None = None
    credit: str = ""
    weeks: tuple[str, ...] = ()


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

    @property
    def closed(self) -> bool:
        """Whether a divider follows: not between the members of a superset."""
        return self.joined not in ("first", "middle")


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
    part: str = ""
    credit: str = ""
    workout: str = ""
    weeks: tuple[str, ...] = ()


@record
class Stretch:
    """A part of a run's profile: length in km, and how hard: 'easy', 'long', 'tempo' or 'fast'.

    *gap* marks standing rest, which has no length.
    """

    km: float
    effort: str
    gap: bool = False


@record
class RunSession:
    """A run, or another endurance session without a profile.

    *km* is how long it is drawn, *known_km* how much of that the plan says.
    """

    title: str
    distance: str
    unit: str
    profile: tuple[Stretch, ...]
    lines: tuple[Rich, ...]
    km: float = 0.0
    known_km: float = 0.0
    effort: str = "easy"
    tick: bool = True


@record
class SmallFigure:
    """An exercise of a session as a picture; its name is in the session's summary."""

    figure: Figure


@record
class StrengthSession:
    """A workout on its day: name, label and duration, the cards to take, and the prescriptions in short.

    *workout* is its name in the plan; *figures* are its exercises that have a picture, in the order of the cards.
    """

    title: str
    note: str
    cards: tuple[str, ...]
    summary: str
    lines: tuple[Rich, ...] = ()
    workout: str = ""
    figures: tuple[SmallFigure, ...] = ()


@record
class DayRow:
    """One day of a week sheet. *rest* is set on days without work, *work* on the others."""

    name: str
    date: str
    rest: Rich | None
    runs: tuple[RunSession, ...]
    strength: tuple[StrengthSession, ...]
    notes: tuple[Rich, ...] = ()
    last: bool = False

    @property
    def work(self) -> bool:
        """Whether there is anything to do and tick."""
        return self.rest is None

    @property
    def tasks(self) -> bool:
        """Whether a rest day carries a workout that may be done."""
        return bool(self.strength)


@record
class WeekBar:
    """A week's distance among the others: 'done', 'now' or 'coming'."""

    label: str
    value: str
    km: float
    state: str


@record
class SheetHead:
    """What stands at the head of every sheet."""

    title: str
    athlete: str
    coach: str
    club: str
    contact: str
    logo: Path | None
    contact_link: str = ""


@record
class WeekSheet:
    """All that one week's page says."""

    head: SheetHead
    subtitle: str
    tab: str
    slot: int
    slots: int
    days: tuple[DayRow, ...]
    total: str
    total_unit: str
    total_lines: tuple[str, ...]
    bars: tuple[WeekBar, ...]
    tips: tuple[str, ...]
    scale_km: float
    name: str = ""
    credit: str = ""


@record
class BlockDay:
    """A day in the block sheet: the day's number, the session in short, a bar and its distance."""

    date: str
    text: str
    strong: bool
    strength: bool
    km: float = 0.0
    distance: str = ""
    effort: str = "easy"
    rest: bool = False

    @property
    def plain(self) -> bool:
        """Whether the session is work, but not the week's highlight."""
        return not (self.strong or self.rest)


@record
class BlockWeek:
    """A week's row in the block sheet."""

    number: str
    phase: str
    dates: tuple[str, ...]
    days: tuple[BlockDay, ...]
    total: str
    unit: str
    mix: tuple[Stretch, ...]
    strength: str


@record
class BlockSheet:
    """All that a page of many weeks says; *scale_mm* is the height of a kilometre's bar."""

    head: SheetHead
    subtitle: str
    day_names: tuple[str, ...]
    weeks: tuple[BlockWeek, ...]
    note: str
    scale_mm: float
    mix_km: float
    name: str = ""


@record
class Entry:
    """A line of a book's contents; *page* is a number or a range of them."""

    text: str
    page: str


@record
class Cover:
    """The front of a book, *volume* of several; notes pages know as much, though they say nothing of it."""

    head: SheetHead
    subtitle: str
    entries: tuple[Entry, ...] = ()
    volume: str = ""
    name: str = ""


@record
class Handout:
    """Everything to be laid out for one athlete."""

    title: str
    athlete: str
    coach: str
    language: str
    weeks: tuple[WeekSheet, ...]
    blocks: tuple[BlockSheet, ...]
    exercises: tuple[ExerciseCard, ...]
    workouts: tuple[GymCard, ...]
    labels: dict[str, str] = field(default_factory=dict)
