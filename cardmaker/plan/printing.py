"""What a plan may say under 'print:', each key declared once; light, as the command line reads it at every start."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.options import Option, Options, Purpose, Section
from cardmaker.valuetypes import (
    NONE,
    FileType,
    LengthType,
    ListType,
    NameType,
    SwitchType,
    ValueType,
    WordType,
)

MARKS: Final = ("crop", "registration", "guides", "cutter")
CUTTER: Final = "cutter"
MOST_COPIES: Final = 500

_ON_PAPER: Final = (Purpose.PAPER, Purpose.PRINTING, Purpose.CARDS)
_ON_SHEETS: Final = (*_ON_PAPER, Purpose.SHEETS_OF_CARDS)


class Copies(NamedTuple):
    """How many of *every* card, and of *some* by exercise or workout; None leaves it to whoever else has a say."""

    every: int | None = None
    some: Mapping[str, int] = {}


class CopiesType(ValueType[Copies]):
    """'3' for every card, 'squat=2' for one; in a plan a number, or a mapping of cards to numbers."""

    metavar = "N|NAME=N"
    repeatable = True

    def read(self, text: str) -> tuple[str, int]:
        """The card's name, '' for all, and how many."""
        from cardmaker.validation import shown

        name, equals, number = text.rpartition("=")
        least, digits = 0 if equals else 1, number.strip()
        if not (digits.isascii() and digits.isdecimal()) or (equals and not name.strip()):
            raise ValueError(f"{shown(text)} is not a number of copies; write 3, or squat=2 for one card")
        if not least <= int(digits[:9]) <= MOST_COPIES:
            raise ValueError(f"{digits[:9]} copies; it should be {least} to {MOST_COPIES}")
        return name.strip(), int(digits)

    def join(self, parts: Sequence[tuple[str, int]]) -> Copies:
        every = [count for name, count in parts if not name]
        return Copies(every[-1] if every else None, {name: count for name, count in parts if name})


class MarksType(ListType[str]):
    """Some of the marks; 'none' for none of them."""

    def join(self, parts: Sequence[str]) -> tuple[str, ...]:
        if NONE in parts and len(set(parts)) > 1:
            raise ValueError("none excludes other marks")
        if CUTTER in parts and len(set(parts)) > 1:
            raise ValueError("cutter excludes other marks, which a machine could take for its own")
        return () if NONE in parts else super().join(parts)


class StockType(NameType[str | Mapping[str, Any]]):
    """The name of a stock, or its file; in a plan it may be written out, too."""


class FiguresType(NameType[str]):
    """The name of a palette; in a plan a person may be named next to it, too."""


class FacesType(ValueType[Mapping[Literal["exercise", "gym"], str]]):
    """Names of faces by kind of card; written in plans only."""


class PrintOptions(Options):
    """What to print, and on what; what the command line says goes before it."""

    # fmt: off
    theme: Option[str] = Option(NameType("theme"), "classic", "How everything looks.", section=Section.LOOK)
    figures: Option[str] = Option(
        FiguresType("palette", maybe=True), "",
        "What figures wear: natural, dark, mannequin, line or a palette of your own. Left out, the theme's.",
        section=Section.LOOK,
    )
    person: Option[str] = Option(
        NameType("person", maybe=True), "",
        "Who is in the figures: woman, man, or somebody drawn by 'cardmaker figure person'. Left out, the theme's.",
        section=Section.LOOK,
    )
    stock: Option[str | Mapping[str, Any]] = Option(
        StockType("stock"), "a7", "The exercise cards' size or product: a7, 5371, or a file of your own.",
        section=Section.PAPER, uses=(Purpose.PAPER, Purpose.CARDS, Purpose.EXERCISE_CARDS),
    )
    gym_stock: Option[str | Mapping[str, Any]] = Option(
        StockType("stock"), "a6", "The gym cards' size or product, likewise.",
        section=Section.PAPER, uses=(Purpose.PAPER, Purpose.CARDS, Purpose.GYM_CARDS),
    )
    paper: Option[str] = Option(
        NameType("paper"), "a4", "The paper in the printer.", section=Section.PAPER, uses=(Purpose.PAPER,)
    )
    imposition: Option[str] = Option(
        WordType(("sheet", "single")), "sheet",
        "sheet: many cards on a sheet of paper, to be cut. single: each card a page.",
        section=Section.PAPER, uses=_ON_PAPER, lacks={"single": {Purpose.SHEETS_OF_CARDS}},
        shorthand=("--single", "single"),
    )
    faces: Option[Mapping[Literal["exercise", "gym"], str]] = Option(
        FacesType(), {}, "What the cards look like, by kind of card.", section=Section.LOOK, flags=(),
    )
    sheets: Option[tuple[str, ...]] = Option(
        ListType(NameType("sheet")), (),
        "The sheets to print. Left out, a sheet for each week, and a block sheet if there are several.",
        section=Section.WHAT, flags=("--sheet",), uses=(Purpose.PAPER, Purpose.WEEK_SHEETS),
    )
    key_card: Option[bool] = Option(
        SwitchType(), False,
        "Whether a card that says how to read the others goes before the exercise cards, where their stock has room"
        " for it.",
        section=Section.WHAT, flags=(),
    )
    title_card: Option[bool] = Option(
        SwitchType(), False,
        "Whether a card with the plan's title, its training as bars, and behind it a list of all cards goes in front"
        " of the exercise cards.",
        section=Section.WHAT, flags=(),
    )
    gutter: Option[float | None] = Option(
        LengthType(), None, "Paper between the cards on a sheet. Left out, the stock's own, or twice the bleed.",
        section=Section.CUTTING, uses=_ON_SHEETS,
    )
    bleed: Option[float] = Option(
        LengthType(), 0.0, "How far coloured grounds go on beyond the cut, such as 3 mm.",
        section=Section.CUTTING, uses=_ON_PAPER,
    )
    marks: Option[tuple[str, ...]] = Option(
        MarksType(WordType((*MARKS, NONE))), ("crop",),
        "What is printed next to the cards: crop marks, registration targets, whole cut guides, the marks that cutting"
        " machines look for, or none.",
        section=Section.CUTTING, uses=_ON_SHEETS,
    )
    corner_radius: Option[float] = Option(
        LengthType(), 0.0, "Draws the arcs to round the corners along.", section=Section.CUTTING, uses=_ON_PAPER
    )
    ring_hole: Option[bool] = Option(
        SwitchType(), False, "Marks where to punch a hole for a ring, and keeps that corner free.",
        section=Section.CUTTING, uses=(Purpose.PAPER, Purpose.CARDS),
    )
    copies: Option[Copies] = Option(
        CopiesType(), Copies(1), "How many of each card, or of one by its name.",
        section=Section.MANY, uses=_ON_PAPER,
    )
    credits: Option[bool | None] = Option(
        SwitchType(), None,
        "Whether those who made the pictures are named. Left out, where a licence asks for it.",
        section=Section.WHAT, flags=(),
    )
    output_intent: Option[str] = Option(
        FileType("FILE.icc"), "",
        "The ICC file of a print shop's press and paper: PDF/X-4 in its four inks.",
        section=Section.OUTPUT, flags=("--cmyk",), uses=(Purpose.PAPER, Purpose.PDF),
        lacks=lambda asked: {Purpose.OWN_PRINTER} if asked.output_intent else (),
    )
    # fmt: on
