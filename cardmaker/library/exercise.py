"""The data of one exercise file → an Exercise, checked to fit its card."""

import re
from typing import Annotated, Any, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from cardmaker.library.equipment import EQUIPMENT, choices
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import PLACES, Laterality, Measure, Section
from cardmaker.validation import did_you_mean
from cardmaker.validation.fields import Line
from cardmaker.validation.pictures import Picture

SHORT_LIMIT = 46
MISTAKE_LIMIT = 52

_LINE = get_args(Line)[1]
"""What makes one line of a text. It stands after a limit, so that the limit counts what is left."""


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


def _one(value: object) -> object:
    return [value] if isinstance(value, str) else value


Muscle = Annotated[Line, AfterValidator(_muscle), Field(json_schema_extra={"enum": [*MUSCLES.terms]})]
Need = Annotated[Line, AfterValidator(_need), Field(examples=[*EQUIPMENT.terms, "dumbbell or kettlebell"])]
Place = Annotated[Line, AfterValidator(_place), Field(json_schema_extra={"enum": sorted(PLACES)})]
Alias = Annotated[str, Field(min_length=1, max_length=60), _LINE]


class Part(BaseModel):
    """A part of an exercise file: nothing in it may be changed, and no key is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cue(Part):
    """One thing to do; a bare text stands for a cue without a short form."""

    text: Annotated[str, Field(min_length=1, max_length=76, description="What to do, as an order."), _LINE]
    short: Annotated[
        str,
        Field(max_length=SHORT_LIMIT, description="The same for small cards, complete on its own."),
        _LINE,
    ] = ""
    joint: Annotated[Place, Field(description="Where in the figure the cue's number points.")] = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data

    @property
    def brief(self) -> str:
        """The short form, or the text where there is none."""
        return self.short or self.text


class Mistake(Part):
    """What is seen going wrong, and what to do instead: one line on the card together."""

    wrong: Annotated[str, Field(min_length=1, description="What you see."), _LINE]
    instead: Annotated[str, Field(min_length=1, description="What to do instead."), _LINE]

    @model_validator(mode="after")
    def _one_line(self) -> Self:
        length = len(self.wrong) + len(self.instead)
        if length > MISTAKE_LIMIT:
            raise ValueError(
                f"wrong and instead should have at most {MISTAKE_LIMIT} characters together, not {length}"
            )
        return self


class Alternate(Part):
    """Another way, and the exercise that offers it, if one does; a bare text names no exercise."""

    text: Annotated[str, Field(min_length=1, max_length=50, description="What to change."), _LINE]
    exercise: Annotated[Line, Field(description="The exercise to take instead, by its file name.")] = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data


class Exercise(Part):
    """All that cards say about one exercise, but for the prescription. Its id is the name of its file."""

    name: Annotated[str, Field(min_length=1, max_length=40), _LINE]
    aliases: Annotated[
        tuple[Alias, ...], BeforeValidator(_one), Field(description="Other names to find it by.")
    ] = ()
    section: Annotated[Section, Field(description="The index tab of its card.")]
    primary: Annotated[
        tuple[Muscle, ...],
        BeforeValidator(_one),
        Field(min_length=1, max_length=3, description="The muscles it is done for."),
    ]
    secondary: Annotated[
        tuple[Muscle, ...], BeforeValidator(_one), Field(max_length=3, description="Muscles that help.")
    ] = ()
    equipment: Annotated[
        tuple[Need, ...],
        BeforeValidator(_one),
        Field(description="All that is needed; 'bench or chair' where one of several will do."),
    ] = ()
    laterality: Annotated[
        Laterality, Field(description="Both sides at once, each side in turn, alternating, or each way.")
    ] = "both"
    measure: Annotated[Measure, Field(description="What a set counts: reps, seconds, distance.")] = "reps"
    start: Annotated[str, Field(max_length=160, description="The start position."), _LINE] = ""
    cues: Annotated[
        tuple[Cue, ...], Field(min_length=3, max_length=5, description="What to do, in order of doing.")
    ]
    mistakes: Annotated[tuple[Mistake, ...], Field(max_length=3)] = ()
    easier: Alternate | None = None
    harder: Alternate | None = None
    no_equipment: Alternate | None = None
    breathing: Annotated[str, Field(max_length=60), _LINE] = ""
    stop: Annotated[
        str,
        Field(max_length=76, description="Goes on from 'Stop if', without a full stop at its end."),
        _LINE,
        BeforeValidator(_condition),
    ] = ""
    why: Annotated[str, Field(max_length=110, description="How it helps a runner."), _LINE] = ""
    picture: Annotated[
        Picture | None, Field(description="A picture of your own, in place of the figure.")
    ] = None
    video: Annotated[
        str, Field(max_length=200, description="An https address."), AfterValidator(_secure), _LINE
    ] = ""

    @field_validator("secondary")
    @classmethod
    def _helpers_are_others(cls, secondary: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        for muscle in secondary:
            if muscle in info.data.get("primary", ()):
                raise ValueError(f"'{muscle}' is both primary and secondary; take it out of one")
        return secondary

    @property
    def alternates(self) -> dict[str, Alternate]:
        """The ways there are, by key: easier, harder, no_equipment."""
        ways = {"easier": self.easier, "harder": self.harder, "no_equipment": self.no_equipment}
        return {key: way for key, way in ways.items() if way}
