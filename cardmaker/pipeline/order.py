"""What is wanted of a plan beyond what it says itself, each wish declared once; light, as the command line reads it."""

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from cardmaker.geometry import Size, parse_length
from cardmaker.options import Option, Purpose, Section
from cardmaker.pipeline.products import PARTS
from cardmaker.plan.printing import PrintOptions
from cardmaker.press.duplex import Flip
from cardmaker.press.grid import PAPER_EDGE
from cardmaker.press.ticket import Sides, Stacking, Ticket
from cardmaker.valuetypes import (
    IntegerType,
    LengthType,
    ListType,
    NameType,
    SwitchType,
    TextType,
    ValueType,
    WordType,
)

if TYPE_CHECKING:
    from cardmaker.press.poster import Enlargement
    from cardmaker.press.printer import Printer

MOST_WEEKS: Final = 260
MOST_POSITIONS: Final = 500

_TURNED: Final = (Purpose.PAPER, Purpose.PRINTING, Purpose.TWO_SIDES)
_MANY: Final = (Purpose.PAPER, Purpose.PRINTING, Purpose.CARDS)
_CARDS: Final = frozenset({Purpose.CARDS, Purpose.EXERCISE_CARDS, Purpose.GYM_CARDS, Purpose.SHEETS_OF_CARDS})
_MOST_TILES: Final = 20
_LEAST_MM, _MOST_MM = 50, 5000
_NAMED: Final = {"a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420)}
_TIMES: Final = r"(\d{1,4}(?:\.\d+)?)\s*x\s*(\d{1,4}(?:\.\d+)?)\s*(mm|cm|in|)"


class _Weeks(ValueType[tuple[int, ...]]):
    """'2', '2-4' or '1,3-5': the numbers of weeks."""

    metavar = "WEEKS"
    repeatable = True

    def read(self, text: str) -> tuple[int, ...]:
        """The numbers in order."""
        return tuple(week for part in text.split(",") for week in _range(part))

    def join(self, parts: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(week for some in parts for week in some))


class _Things(ListType[str]):
    """'barbell,machine': kinds of equipment."""

    def __init__(self) -> None:
        super().__init__(TextType("EQUIPMENT"))

    def join(self, parts: Sequence[str]) -> tuple[str, ...]:
        return super().join([thing.strip() for part in parts for thing in part.split(",") if thing.strip()])


class _PosterSize(ValueType["Enlargement | None"]):
    """'2x2': pages across and down; 'a2', '420x594' or '18x24 in': the size of the whole."""

    metavar = "2x2|a2|MMxMM"

    def read(self, text: str) -> "Enlargement":
        """How large it is to be."""
        from cardmaker.press.poster import Enlargement

        spelled = text.strip().casefold().replace("×", "x")
        if spelled in _NAMED:
            return Enlargement(size=Size(*map(float, _NAMED[spelled])))
        match = re.fullmatch(_TIMES, spelled)
        if not match or not all(map(float, match.group(1, 2))):
            from cardmaker.validation import shown

            raise ValueError(
                f"{shown(text)} is no size of a poster; write 2x2 for pages across and down, a2, or 420x594 mm"
            )
        width, height, unit = match.groups()
        if not unit and float(width) <= _MOST_TILES and float(height) <= _MOST_TILES:
            if "." in width + height:
                raise ValueError(f"'{text}': pages are counted in whole numbers, such as 2x3")
            return Enlargement(int(width), int(height))
        size = Size(*(parse_length(f"{side} {unit or 'mm'}") for side in (width, height)))
        if min(size) < _LEAST_MM or max(size) > _MOST_MM:
            raise ValueError(f"'{text}': a poster is from {_LEAST_MM} to {_MOST_MM} mm wide and high")
        return Enlargement(size=size)


def _range(text: str) -> range:
    """'3' or '2-4' as weeks."""
    first, dash, last = text.partition("-")
    if not (_is_number(first) and (_is_number(last) if dash else not last)):
        from cardmaker.validation import shown

        raise ValueError(f"{shown(text)} is no week; write 2, or 2-4 for several")
    weeks = range(int(first), int(last or first) + 1)
    if not weeks:
        raise ValueError(f"{text} goes backwards; write {int(last)}-{int(first)}")
    if weeks.start < 1 or weeks.stop > MOST_WEEKS + 1:
        raise ValueError(f"weeks are counted from 1, and a plan has at most {MOST_WEEKS}")
    return weeks


def _is_number(text: str) -> bool:
    return text.strip().isascii() and text.strip().isdecimal() and len(text.strip()) <= 6


def _usual_parts(order: "Order") -> tuple[str, ...]:
    """All parts; of a poster those that one hangs up."""
    if order.poster:
        return ("cards",) if order.exercises else ("sheets",)
    return PARTS


def _gone_with_parts(order: "Order") -> Collection[Purpose]:
    """What is for parts that aren't made. A book and a poster have parts of their own."""
    if order.book or order.poster:
        return ()
    gone = {
        use
        for part, use in (
            ("sheets", Purpose.WEEK_SHEETS), ("cards", Purpose.EXERCISE_CARDS), ("gym", Purpose.GYM_CARDS)
        ) if part not in order.parts
    }  # fmt: skip
    return gone | (_CARDS | {Purpose.TWO_SIDES} if {"cards", "gym"}.isdisjoint(order.parts) else set())


class Order(PrintOptions):
    """What is wanted: whatever a plan may say of its printing, which goes before the plan, and what only a run has."""

    # fmt: off
    parts: Option[tuple[str, ...]] = Option(
        ListType(WordType(PARTS)), _usual_parts, "Only this part.", flags=("--only",), section=Section.WHAT,
        lacks=_gone_with_parts,
    )
    weeks: Option[tuple[int, ...]] = Option(
        _Weeks(), (), "Only these weeks: 2 or 2-4.", flags=("--week",), section=Section.WHAT
    )
    exercises: Option[tuple[str, ...]] = Option(
        ListType(NameType("exercise")), (), "Only this exercise's card.", flags=("--exercise",), section=Section.WHAT
    )
    without: Option[tuple[str, ...]] = Option(
        _Things(), (), "Swap exercises that need this for others that train the same: barbell, machine.",
        section=Section.WHAT,
    )
    level: Option[str] = Option(
        WordType(("beginner", "intermediate", "advanced", "athlete")), "",
        "Swap exercises of another level for the easier or harder step they name; athlete takes the athlete's own.",
        section=Section.WHAT,
    )
    medium: Option[str] = Option(
        WordType(("print", "screen")), "print",
        "Paper; or a phone: one PDF, a page for each week and card, with links between them.",
        flags=("--for",), section=Section.WHAT, lacks={"screen": {Purpose.PAPER}},
    )
    face: Option[str] = Option(
        NameType("face"), "", "How exercise cards are laid out.",
        section=Section.LOOK, uses=(Purpose.PAPER, Purpose.CARDS, Purpose.EXERCISE_CARDS),
    )
    gym_face: Option[str] = Option(
        NameType("face"), "", "How gym cards are laid out.",
        section=Section.LOOK, uses=(Purpose.PAPER, Purpose.CARDS, Purpose.GYM_CARDS),
    )
    book: Option[str] = Option(
        WordType(("pocket", "booklet")), "",
        "A book of the plan: eight pages folded from one sheet with one slit, or stitched, two pages on a side.",
        section=Section.PAPER, uses=(Purpose.PAPER, Purpose.BOOKS),
        lacks={
            "pocket": {*_CARDS, Purpose.WEEK_SHEETS, Purpose.TWO_SIDES}, "booklet": {*_CARDS, Purpose.WEEK_SHEETS}
        },
    )
    poster: Option["Enlargement | None"] = Option(
        _PosterSize(), None,
        "Sheets, or with --only or --exercise cards' fronts, over several pages that overlap by 10 mm.",
        section=Section.PAPER, uses=(Purpose.PAPER, Purpose.PRINTING),
        lacks=lambda order: {
            *_CARDS - {Purpose.EXERCISE_CARDS, Purpose.GYM_CARDS}, Purpose.TWO_SIDES, Purpose.BOOKS
        } if order.poster else (),
    )
    flip: Option[Flip] = Option(
        WordType(Flip), Flip.LONG, "The edge over which two-sided sheets are turned, by the printer or by hand.",
        section=Section.SIDES, uses=_TURNED,
    )
    sides: Option[Sides] = Option(
        WordType(Sides), Sides.BOTH,
        "For printers that print one side: first the fronts, then, the stack put back, the backs.",
        section=Section.SIDES, uses=_TURNED,
        lacks={
            "both": {Purpose.BACKS_ALONE},
            "fronts": {Purpose.BACKS_ALONE, Purpose.BOTH_AT_ONCE},
            "backs": {Purpose.BOTH_AT_ONCE},
        },
    )
    last_first: Option[bool] = Option(
        SwitchType(), False,
        "With --sides backs: from the last sheet to the first, where the printer takes the last one first.",
        section=Section.SIDES, uses=(*_TURNED, Purpose.BACKS_ALONE),
    )
    fold: Option[bool] = Option(
        SwitchType(), False, "Front and back next to each other on one side of the paper, to be folded.",
        section=Section.SIDES, uses=(*_TURNED, Purpose.CARDS, Purpose.BOTH_AT_ONCE),
    )
    start_at: Option[int] = Option(
        IntegerType(1, MOST_POSITIONS), 1,
        "The first free position of a used sheet, counted from its top left, row by row; of the exercise cards, if"
        " there are any, else of the gym cards.",
        section=Section.MANY, uses=_MANY, shown="",
    )
    stack: Option[bool] = Option(
        SwitchType(), False,
        "Order cards down through the pile: cut all sheets at once, put the piles on each other.",
        section=Section.MANY, uses=(*_MANY, Purpose.SHEETS_OF_CARDS),
    )
    edge: Option[float] = Option(
        LengthType(), PAPER_EDGE, "How near to the paper's edge marks may come.",
        section=Section.CUTTING, uses=(*_MANY, Purpose.SHEETS_OF_CARDS),
    )
    # fmt: on
    printer: "Printer | None" = None
    """The printer to make allowance for."""

    @property
    def for_screen(self) -> bool:
        """Whether it is to be read on a phone."""
        return self.medium == "screen"

    @property
    def ticket(self) -> Ticket:
        """The instructions for the press; what depends on the stock is added later."""
        return Ticket(
            flip=self.flip,
            sides=self.sides,
            last_first=self.last_first,
            fold=self.fold,
            start_at=self.start_at,
            stacking=Stacking.STACKED if self.stack else Stacking.COLLATED,
            edge=self.edge,
        )
