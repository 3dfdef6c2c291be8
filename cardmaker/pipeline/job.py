"""What is made of a plan: a job and its parts, with what it takes to print them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cardmaker.geometry import Size
from cardmaker.handout import Handout
from cardmaker.page import Document, Page
from cardmaker.pipeline.sides import PageSide
from cardmaker.plan.load import LoadedPlan
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import sheets_of_paper
from cardmaker.press.ticket import Ticket
from cardmaker.record import record
from cardmaker.resolve.gallery import Illustration
from cardmaker.resolve.names import Catalogue

if TYPE_CHECKING:
    from cardmaker.picture.icc import OutputProfile


@record
class JobPart:
    """A part of the job: week sheets, exercise cards or gym cards, with what it takes to print.

    *flip* is how the printer turns the paper, *ticket* how cards were put on it. *one_up*: each page is a side
    of a single card. *pre_cut*: the sheets come cut. *sides*: what was laid out, before it was put on paper.
    *notes*: what its maker should know, a line each. *back* makes a page to write on of a size, for the back of its
    last page where that would be empty.
    """

    name: str
    document: Document
    flip: Flip
    cards: int = 0
    paper: str = ""
    one_up: bool = False
    sides: tuple[PageSide, ...] = ()
    ticket: Ticket | None = None
    pre_cut: bool = False
    notes: tuple[str, ...] = ()
    back: Callable[[Size], Page] | None = None

    @property
    def count(self) -> int:
        """How many cards it has, or pages."""
        return self.cards or len(self.document.pages)

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets go through the printer."""
        return sheets_of_paper(self.document.pages, self.flip)


@record
class Job:
    """All parts of a plan, and what its maker should know: *notes* are warnings, a line each.

    *pictures* are the reader's own, *profile* is of the press that it is to be printed on.
    """

    title: str
    loaded: LoadedPlan[Catalogue]
    handout: Handout
    parts: tuple[JobPart, ...]
    notes: tuple[str, ...] = ()
    pictures: tuple[Illustration, ...] = ()
    profile: "OutputProfile | None" = None
