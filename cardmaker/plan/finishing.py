"""How cards are to be printed and cut, as a plan says it: bleed, gutter, marks, corners, holes, copies."""

import math
from collections.abc import Mapping
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, ValidationInfo

from cardmaker.geometry import parse_length
from cardmaker.plan.fields import Part, ReadBy, Words, checks
from cardmaker.validation import shown

MarkName = Literal["crop", "registration", "guides"]
MARK_NAMES: Final[tuple[MarkName, ...]] = get_args(MarkName)
MOST_MM: Final = 50.0
MOST_COPIES: Final = 500


def read_length(value: object) -> float:
    """A length in mm, such as '3 mm'; a bare number is mm."""
    if value is None or isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"{shown(value)} is not a length; write '3 mm' or '0.125 in'")
    length = parse_length(value)
    if not math.isfinite(length) or not 0 <= length <= MOST_MM:
        raise ValueError(f"should be 0 to {MOST_MM:g} mm, not {shown(value)}")
    return length


def _card_name(name: str, info: ValidationInfo) -> str:
    """The key of a workout, or else the id of an exercise."""
    against = checks(info)
    if against is None:
        return name
    try:
        return against.workout(name)
    except ValueError:
        return against.known("exercise", name)


def _as_list(value: object) -> object:
    """'crop' is [crop], and 'none' is none of them."""
    if isinstance(value, str):
        return [] if value.strip().casefold() == "none" else [value]
    return value


def _kind(value: object) -> str:
    return "each" if isinstance(value, Mapping) else "all"


Length = Annotated[float, ReadBy(read_length)]
CardName = Annotated[Words, AfterValidator(_card_name)]
Copies = Annotated[
    Annotated[Annotated[int, Field(ge=1, le=MOST_COPIES)], Tag("all")]
    | Annotated[Mapping[CardName, Annotated[int, Field(ge=0, le=MOST_COPIES)]], Tag("each")],
    Discriminator(_kind),
]
"""How many of each card, or of some by exercise or workout."""


class Finishing(Part):
    """What becomes of the cards after the layout."""

    gutter: Length | None = None
    """None: the stock's own, or as much as the bleed takes."""
    bleed: Length = 0.0
    marks: Annotated[tuple[MarkName, ...], BeforeValidator(_as_list)] = ("crop",)
    corner_radius: Length = 0.0
    """0: corners stay square."""
    ring_hole: bool = False
    copies: Copies = 1
