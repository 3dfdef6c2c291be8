"""What exercise and gym cards say: text, pictures, prescriptions, logs."""

from collections.abc import Mapping

from cardmaker.handout.logs import LogRow, SetTarget
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.own_picture import OwnPicture
from cardmaker.record import record


@record
class BodyMap:
    """A body from front and back, and the muscles that are marked on it, by their ids.

    *surfaces* has the theme's surface of each muscle where there is more to say of them than what an exercise is for.
    """

    artwork: FigureArtwork
    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()
    surfaces: tuple[tuple[str, str], ...] = ()


@record
class Rich:
    """Text of which some parts are strong: ((text, strong), …)."""

    parts: tuple[tuple[str, bool], ...]

    def __bool__(self) -> bool:
        return any(text for text, _ in self.parts)

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)


@record
class CardCue:
    """One form cue, its short form for small cards, and the joint it speaks of."""

    text: str
    short: str
    joint: str = ""

    def __str__(self) -> str:
        return self.text


Figure = FigureArtwork | OwnPicture


@record
class CardMistake:
    """What is seen going wrong, and what to do instead."""

    wrong: str
    instead: str

    def __str__(self) -> str:
        return self.wrong


@record
class Variation:
    """An easier or harder way, and the number of its card if it is in the deck."""

    text: str
    card: str = ""

    def __str__(self) -> str:
        return self.text


@record
class Card:
    """What every kind of card has: a name for messages and outline, and a tab on the index."""

    name: str
    tab: str
    slot: int
    slots: int

    @property
    def key(self) -> str:
        """What the plan and the library know it by."""
        return self.name


_PRESCRIBED = ("load", "effort", "rest", "tempo", "note", "progression", "club")


@record
class ExerciseCard(Card):
    """Front and back of one exercise; *weeks* are those that have it."""

    exercise: str
    number: str
    of: str
    primary: str
    secondary: str
    start: str
    cues: tuple[CardCue, ...]
    mistakes: tuple[CardMistake, ...]
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
    sets_label_whole: str = ""
    """The label with how sets are done, if that is a few words: 'sets × reps · hold each 5 s'."""
    sets_label_short: str = ""
    side: str = ""
    """'/ side', as it follows the sets."""
    rest_label: str = ""
    effort_label: str = ""
    effort_value: str = ""
    """The effort in two parts: 'RPE' and '7–8'."""
    aim: str = ""
    """What the sets are done with, in a line: '40 kg · RPE 7 · rest 2 min'."""
    under: str = ""
    """What small cards say in a line under the sets: 'see log · 40 kg · RPE 7 · rest 2 min'."""
    besides: str = ""
    """What sets, load, effort and rest leave unsaid, in a line: 'at 80 % of 1RM · tempo 3-1-1'."""
    kit: str = ""
    kit_short: str = ""
    """Of equipment of which one will do only the first: 'Barbell, box'."""
    level: str = ""
    degree: int = 0
    """How hard the exercise is, in words and from 1 to 3."""
    easier: Variation | None = None
    harder: Variation | None = None
    no_equipment: Variation | None = None
    note: str = ""
    link: str = ""
    link_label: str = ""
    figure: Figure | None = None
    figure_alt: str = ""
    body_map: BodyMap | None = None
    body_map_alt: str = ""
    credit: str = ""
    weeks: tuple[str, ...] = ()
    part: str = ""
    """Of which sessions its log is, where those of other sessions are on cards of their own: 'wk 1–6'."""
    club: str = ""
    logo: OwnPicture | None = None
    log_load: str = ""
    """What the log's column for the load is headed: the unit of a weight, or what there is to note."""
    log_effort: str = ""
    """The scale of efforts in the log."""
    log_sides: str = ""
    """'L | R' where sets are done on each side, and so logged."""
    progression: str = ""
    """What changes the next time, if the plan has a rule."""

    @property
    def key(self) -> str:
        """The exercise's id."""
        return self.exercise

    @property
    def prescribed(self) -> Mapping[str, str]:
        """All that the plan says besides the sets, by its field: what no card may lack without a word."""
        return {name: text for name in _PRESCRIBED if (text := getattr(self, name))}


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
    """Each set's own, where sets differ and a box has room."""
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
    clock: str = ""
    """The format against the clock that it, or the superset that it begins, goes by."""

    @property
    def listed(self) -> str:
        """The sets that differ, in a line, where boxes don't say them."""
        return "" if self.targets else self.whole

    @property
    def opens(self) -> bool:
        """Whether a divider goes before: not between the members of a superset."""
        return self.joined not in ("middle", "last")

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
    clock: str = ""
    """The format against the clock: 'EMOM 12 min'."""
    score: str = ""
    """What to write down at the end: a time, rounds."""
    tally: int = 0
    """How many rounds there are to tick off."""
    part: str = ""
    when: str = ""
    """Of which weeks its sets are, where other weeks have others: 'weeks 1–3, 5–7'."""
    credit: str = ""
    workout: str = ""
    weeks: tuple[str, ...] = ()
    cool_down: str = ""
    date: str = ""
    """On which day it is planned, if that is one alone and the plan has dates; the day of others is written by hand."""
    efforts: tuple[str, ...] = tuple(map(str, range(1, 11)))
    """The scale on which to say how hard it was."""

    @property
    def key(self) -> str:
        """The workout's name in the plan."""
        return self.workout

    @property
    def extent(self) -> str:
        """Which part of a workout it is, in which weeks, how long: '1 of 2 · weeks 1–3 · about 75 min'."""
        return " · ".join(filter(None, [self.part, self.when, self.duration]))

    @property
    def columns(self) -> int:
        """How many boxes for sets there are side by side in every row: 4, or 6 as soon as one needs more."""
        return 6 if any(row.boxed and not row.targets and row.set_count > 4 for row in self.rows) else 4

    @property
    def few(self) -> bool:
        """Whether rows have room for a cue each."""
        return len(self.rows) <= 4


@record
class SmallFigure:
    """An exercise of a session as a picture; its name is in the session's summary."""

    figure: Figure
