"""What exercise and gym cards say: text, pictures, prescriptions, logs."""

from collections.abc import Mapping

from cardmaker.handout.logs import LogRow
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.own_picture import OwnPicture
from cardmaker.record import record

_AT_START = "start "
"""Before a joint of the first position."""


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
    """One form cue, its short form for small cards, the joint it speaks of, and its words on signs read from afar."""

    text: str
    short: str
    joint: str = ""
    sign: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def at_start(self) -> bool:
        """Whether its joint is that of the first position: 'start hip'."""
        return self.joint.startswith(_AT_START)

    @property
    def spot(self) -> str:
        """Its joint without the position."""
        return self.joint.removeprefix(_AT_START)


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

    @property
    def prescribed(self) -> Mapping[str, str]:
        """What no card may lack without a word, by what a note calls it."""
        return {}


Said = tuple[tuple[str, str], ...]
"""What a card says of what is prescribed, by its fields."""

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
    sets_label_plain: str = ""
    """The whole label without how *often*, where that has a place of its own: 'twice a day'."""
    often: str = ""
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
    main_muscle: str = ""
    other_muscles: str = ""
    """The *primary* muscles in two parts: 'Quads' and ', glutes'."""
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
    parts: tuple[tuple[Said, ...], ...] = ()
    """What each card says if its sessions are shared out over two, three … of them, which ask for different things."""
    weekly: Said = ()
    """What one card says if its log has no room for all sessions, and a line can list what each week asks for."""
    club: str = ""
    coach: str = ""
    in_therapy: bool = False
    """Whether the plan is a therapist's, who notes how much pain is allowed."""
    logo: OwnPicture | None = None
    log_load: str = ""
    """What the log's column for the load is headed: the unit of a weight, or what there is to note."""
    log_effort: str = ""
    """The scale of efforts in the log."""
    log_sides: str = ""
    """'L | R' where sets are done on each side, and so logged."""
    progression: str = ""
    """What changes the next time, if the plan has a rule."""
    plus: str = ""
    """What the plus of open sets means, '5+', if there are any."""
    front_stop: str = ""
    """*stop*, where there are only fronts."""

    @property
    def key(self) -> str:
        """The exercise's id."""
        return self.exercise

    @property
    def low(self) -> bool:
        """Whether its figure is one position that lies, so that there is room for words above it."""
        return isinstance(self.figure, FigureArtwork) and self.figure.low

    @property
    def prescribed(self) -> Mapping[str, str]:
        """All that the plan says besides the sets, by its field: what no card may lack without a word."""
        return {name: text for name in _PRESCRIBED if (text := getattr(self, name))}


@record
class SmallFigure:
    """An exercise of a session as a picture; its name is in the session's summary."""

    figure: Figure
