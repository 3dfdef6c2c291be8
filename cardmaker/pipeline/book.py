"""A handout → the folded book that the order asks for, as the one part of a job."""

from dataclasses import replace

from cardmaker.handout import Handout
from cardmaker.layout.cards import Studio
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.setting import Setting
from cardmaker.theme.stock import load_paper


def make_book(setting: Setting, studio: Studio, handout: Handout) -> JobPart:
    """The book. NotFoundError if nothing is left to put into it."""
    from cardmaker.pipeline.booklet import make_booklet
    from cardmaker.pipeline.pocket import make_pocket

    paper = load_paper(setting.prints.paper, setting.shelf.folders)
    make = make_pocket if setting.order.book == "pocket" else make_booklet
    return replace(make(setting, studio, handout, paper.size), paper=paper.name)
