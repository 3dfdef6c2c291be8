"""What is wanted of a plan, and what is made of it: order, part and job."""

from dataclasses import dataclass, field
from pathlib import Path

from cardmaker.handout import Handout
from cardmaker.page import Document
from cardmaker.pipeline.sides import Side
from cardmaker.plan.load import LoadedPlan
from cardmaker.press.duplex import Flip
from cardmaker.press.printer import Printer
from cardmaker.press.sheets import sheets_of_paper
from cardmaker.resolve import Choice
from cardmaker.resolve.pictures import Illustration

PARTS = ("sheets", "cards", "gym")


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted beyond what the plan says; an empty field leaves it to the plan."""

    theme: str = ""
    stock: str = ""
    gym_stock: str = ""
    paper: str = ""
    imposition: str = ""
    face: str = ""
    gym_face: str = ""
    sheets: tuple[str, ...] = ()
    parts: tuple[str, ...] = PARTS
    choice: Choice = field(default_factory=Choice)
    flip: Flip = Flip.LONG
    folders: tuple[Path, ...] = ()
    for_screen: bool = False
    printer: Printer | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the job: week sheets, exercise cards or gym cards, with what it takes to print.

    *one_up*: each page is a side of a single card. *sides*: what was laid out, before it was put on paper.
    """

    name: str
    document: Document
    flip: Flip
    cards: int = 0
    paper: str = ""
    one_up: bool = False
    sides: tuple[Side, ...] = ()

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets go through the printer."""
        return sheets_of_paper(self.document.pages, self.flip)


@dataclass(frozen=True, slots=True)
class Job:
    """All parts of a plan, and what its maker should know: *notes* are warnings, a line each.

    *pictures* are those that somebody brought.
    """

    title: str
    loaded: LoadedPlan
    handout: Handout
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    pictures: tuple[Illustration, ...] = ()
