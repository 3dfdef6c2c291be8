"""What is wanted of a plan, and what is made of it: order, part and job."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.handout import Handout
from cardmaker.page import Document
from cardmaker.pipeline.sides import Side
from cardmaker.plan.load import LoadedPlan
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import sheets_of_paper
from cardmaker.press.ticket import Ticket
from cardmaker.resolve import Choice
from cardmaker.resolve.pictures import Illustration

if TYPE_CHECKING:
    from cardmaker.picture.icc import OutputProfile
    from cardmaker.press.poster import Enlargement
    from cardmaker.press.printer import Printer

PARTS = ("sheets", "cards", "gym")


@dataclass(frozen=True, slots=True)
class Finish:
    """What is asked for of the plan's finishing, by the names it has there; None leaves it to the plan."""

    gutter: float | None = None
    bleed: float | None = None
    marks: tuple[str, ...] | None = None
    corner_radius: float | None = None
    ring_hole: bool | None = None

    @property
    def asked(self) -> dict[str, object]:
        """All that is asked for."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Copies:
    """How many are asked for: of *every* card, and of *some* by the name of their exercise or workout."""

    every: int | None = None
    some: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted beyond what the plan says; an empty field leaves it to the plan."""

    theme: str = ""
    figures: str = ""
    stock: str = ""
    gym_stock: str = ""
    paper: str = ""
    imposition: str = ""
    face: str = ""
    gym_face: str = ""
    sheets: tuple[str, ...] = ()
    parts: tuple[str, ...] = PARTS
    choice: Choice = field(default_factory=Choice)
    ticket: Ticket = field(default_factory=Ticket)
    finish: Finish = Finish()
    copies: Copies = Copies()
    folders: tuple[Path, ...] = ()
    for_screen: bool = False
    output_intent: Path | None = None
    printer: "Printer | None" = None
    book: str = ""
    poster: "Enlargement | None" = None

    @property
    def flip(self) -> Flip:
        """The edge over which sheets are turned."""
        return self.ticket.flip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the job: week sheets, exercise cards or gym cards, with what it takes to print.

    *flip* is how the printer turns the paper, *ticket* how cards were put on it. *one_up*: each page is a side
    of a single card. *pre_cut*: the sheets come cut. *sides*: what was laid out, before it was put on paper.
    """

    name: str
    document: Document
    flip: Flip
    cards: int = 0
    paper: str = ""
    one_up: bool = False
    sides: tuple[Side, ...] = ()
    ticket: Ticket | None = None
    pre_cut: bool = False

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets go through the printer."""
        return sheets_of_paper(self.document.pages, self.flip)


@dataclass(frozen=True, slots=True)
class Job:
    """All parts of a plan, and what its maker should know: *notes* are warnings, a line each.

    *pictures* are those that somebody brought, *profile* is of the press that it is to be printed on.
    """

    title: str
    loaded: LoadedPlan
    handout: Handout
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    pictures: tuple[Illustration, ...] = ()
    profile: "OutputProfile | None" = None
