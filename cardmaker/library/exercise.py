"""The data of one exercise file → an Exercise, checked to fit its card."""

import re
from typing import Annotated, Any

from cardmaker.library.equipment import EQUIPMENT, choices
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import PLACES, Kind, Laterality, Level, Measure, Position, Section
from cardmaker.spelling import did_you_mean
from cardmaker.validation.fields import LINE, Line
from cardmaker.validation.marks import Info, check, check_beside, entries, read, said
from cardmaker.validation.marks import text as limited
from cardmaker.validation.model import Model
from cardmaker.validation.picture import Picture

NAME_LIMIT = 60
START_LIMIT = 160
CUE_LIMIT = 76
SHORT_LIMIT = 46
SIGN_LIMIT = 30
MISTAKE_LIMIT = 52
WAY_LIMIT = 50
BREATHING_LIMIT = 60
STOP_LIMIT = 76
WHY_LIMIT = 110
MOST_CUES = 5
MOST_MISTAKES = 3


def _muscle(name: str) -> str:
    if name not in MUSCLES:
        raise ValueError(f"no muscle '{name}'{MUSCLES.closest(name) or _known(MUSCLES.terms)}")
    return name


def _need(text: str) -> str:
    for thing in choices(text):
        if thing not in EQUIPMENT:
            raise ValueError(f"no equipment '{thing}'{EQUIPMENT.closest(thing) or _known(EQUIPMENT.terms)}")
    return " or ".join(choices(text))


def _known(words: Any) -> str:
    return f"; known are {', '.join(words)}"


def _place(text: str) -> str:
    if text and text not in PLACES:
        hint = did_you_mean(text, sorted(PLACES)) or "; write a joint such as knee or front_knee"
        raise ValueError(f"no joint '{text}'{hint}")
    return text


def _condition(value: object) -> object:
    if not isinstance(value, str):
        return value
    return re.sub(r"^\s*stop if\s", "", value, flags=re.IGNORECASE).strip().rstrip(" .")


def _secure(address: str) -> str:
    if address and not re.fullmatch(r"https://[^\s/?#@]+\.[^\s@]+", address):
        raise ValueError("should be a web address that begins with https://")
    return address


def _section(value: object) -> object:
    return " ".join(value.casefold().replace("-", " ").split()) if isinstance(value, str) else value


def _one(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _others(secondary: tuple[str, ...], beside: Any) -> tuple[str, ...]:
    for muscle in secondary:
        if muscle in beside.data.get("primary", ()):
            raise ValueError(f"'{muscle}' is both primary and secondary; take it out of one")
    return secondary


Muscle = Annotated[Line, check(_muscle), said(enum=[*MUSCLES.terms])]
Need = Annotated[Line, check(_need), said(examples=[*EQUIPMENT.terms, "dumbbell or kettlebell"])]
Place = Annotated[Line, check(_place), said(enum=sorted(PLACES))]
PlaceIfAny = Annotated[Line, check(_place), said(enum=["", *sorted(PLACES)])]
Alias = Annotated[str, limited(1, NAME_LIMIT), LINE]
Aliases = Annotated[tuple[Alias, ...], read(_one), said(description="Other names to find it by.")]
Start = Annotated[str, limited(most=START_LIMIT), LINE, said(description="The start position.")]
Breathing = Annotated[str, limited(most=BREATHING_LIMIT), LINE]
Stop = Annotated[
    str,
    limited(most=STOP_LIMIT),
    LINE,
    read(_condition),
    said(description="Goes on from 'Stop if', without a full stop at its end."),
]
Why = Annotated[str, limited(most=WHY_LIMIT), LINE, said(description="How it helps a runner.")]
Video = Annotated[str, limited(most=200), check(_secure), LINE, said(description="An https address.")]


class Cue(Model):
    """One thing to do; a bare text stands for a cue without shorter forms."""

    text: Annotated[str, limited(1, CUE_LIMIT), LINE, said(description="What to do, as an order.")]
    short: Annotated[
        str,
        limited(most=SHORT_LIMIT),
        LINE,
        said(description="The same for small cards, complete on its own."),
    ] = ""
    sign: Annotated[
        str,
        limited(most=SIGN_LIMIT),
        LINE,
        said(description="The same in four words, without a full stop, for signs read from afar."),
    ] = ""
    joint: Annotated[Place, said(description="Where in the figure the cue's number points.")] = ""

    @classmethod
    def spelt_out(cls, written: Any, info: Info) -> Any:
        """A bare text."""
        return {"text": written} if isinstance(written, str) else written


class Mistake(Model):
    """What is seen going wrong, and what to do instead: one line on the card together."""

    wrong: Annotated[str, limited(1), LINE, said(description="What you see.")]
    instead: Annotated[str, limited(1), LINE, said(description="What to do instead.")]

    def __post_init__(self) -> None:
        """ValueError if they are longer than the line."""
        length = len(self.wrong) + len(self.instead)
        if length > MISTAKE_LIMIT:
            raise ValueError(
                f"wrong and instead should have at most {MISTAKE_LIMIT} characters together, not {length}"
            )


class Alternate(Model):
    """Another way, and the exercise that offers it, if one does; a bare text names no exercise.

    Without a text the exercise's name is printed.
    """

    text: Annotated[str, limited(most=WAY_LIMIT), LINE, said(description="What to change.")] = ""
    exercise: Annotated[Line, said(description="The exercise to take instead, by its file name.")] = ""

    def __post_init__(self) -> None:
        """ValueError if it says nothing."""
        if not (self.text or self.exercise):
            raise ValueError("says nothing; write what to change, or name an exercise")

    @classmethod
    def spelt_out(cls, written: Any, info: Info) -> Any:
        """A bare text."""
        return {"text": written} if isinstance(written, str) else written


class Exercise(Model):
    """All that cards say about one exercise, but for the prescription. Its id is the name of its file.

    Only the name is needed. What isn't known is empty, or None for equipment, and isn't printed.
    """

    name: Annotated[
        str,
        limited(1, NAME_LIMIT),
        LINE,
        said(description="As printed; without it, the file's name or the plan's key."),
    ] = ""
    like: Annotated[
        Line,
        said(
            description="Another exercise, which says all that isn't said here; its name and aliases stay its own."
        ),
    ] = ""
    aliases: Aliases = ()
    section: Annotated[
        Section | None, read(_section), said(description="The index tab of its card; no tab without it.")
    ] = None
    kind: Annotated[Kind | None, said(description="What it is done for.")] = None
    level: Annotated[Level | None, said(description="For whom it is.")] = None
    position: Annotated[Position | None, said(description="What it starts from.")] = None
    primary: Annotated[
        tuple[Muscle, ...], entries(most=3), read(_one), said(description="The muscles it is done for.")
    ] = ()
    secondary: Annotated[
        tuple[Muscle, ...],
        entries(most=3),
        read(_one),
        check_beside(_others),
        said(description="Muscles that help."),
    ] = ()
    equipment: Annotated[
        tuple[Need, ...] | None,
        read(_one),
        said(description="All that is needed, [] for none; 'bench or chair' where one of several will do."),
    ] = None
    laterality: Annotated[
        Laterality, said(description="Both sides at once, each side in turn, alternating, or each way.")
    ] = "both"
    measure: Annotated[Measure, said(description="What a set counts: reps, seconds, distance.")] = "reps"
    joints: Annotated[
        tuple[PlaceIfAny, ...],
        entries(most=MOST_CUES),
        said(
            description="Where in the figure each cue's number points, '' for nowhere; for cues in other files."
        ),
    ] = ()
    start: Start = ""
    cues: Annotated[
        tuple[Cue, ...],
        entries(most=MOST_CUES),
        said(description="What to do, in order of doing; without them the card has lines to write on."),
    ] = ()
    mistakes: Annotated[tuple[Mistake, ...], entries(most=MOST_MISTAKES)] = ()
    easier: Alternate | None = None
    harder: Alternate | None = None
    no_equipment: Alternate | None = None
    breathing: Breathing = ""
    stop: Stop = ""
    why: Why = ""
    loaded: Annotated[
        Line, said(description="The exercise whose figure shows this one where a plan puts a barbell on it.")
    ] = ""
    picture: Annotated[Picture | None, said(description="A picture of your own, in place of the figure.")] = (
        None
    )
    video: Video = ""

    @property
    def alternates(self) -> dict[str, Alternate]:
        """The ways there are, by key: easier, harder, no_equipment."""
        ways = {"easier": self.easier, "harder": self.harder, "no_equipment": self.no_equipment}
        return {key: way for key, way in ways.items() if way}
