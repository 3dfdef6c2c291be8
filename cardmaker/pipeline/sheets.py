"""A handout's weeks, blocks and months → sheets for the wall, a page each."""

from dataclasses import replace

from cardmaker.errors import DoesNotFitError, PaperError, SeveralError
from cardmaker.handout import Handout
from cardmaker.layout.cards import Studio
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.pipeline.choosing import checked
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.sides import sides_of_pages
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import pages_of
from cardmaker.press.ticket import Sides
from cardmaker.theme.stock import load_paper

_SMALL_PAPER = 250.0
"""Sheets are for paper at least so long, in mm: what doesn't fit on less isn't the plan's fault."""


def make_sheets(setting: Setting, studio: Studio, handout: Handout) -> JobPart | None:
    """A page for each sheet that was chosen and each content of its kind; None if there is none."""
    if setting.order.ticket.sides is Sides.BACKS:
        return None
    paper = load_paper(setting.prints.paper, setting.shelf.folders)
    jobs = [
        (sheet, content)
        for sheet in (checked(setting, studio, sheet) for sheet in setting.sheets)
        for content in handout.sheets.get(sheet.kind, ())
    ]
    try:
        frames = each(jobs, lambda job: (job[1].name, lay_out_sheet(studio, *job, paper.size)))
    except (DoesNotFitError, SeveralError) as fault:
        if max(paper.size) < _SMALL_PAPER:
            raise PaperError(
                f"the plan's sheets need more room than {paper.name} has; choose larger paper, such as A4 or Letter,"
                " or leave them out: --only cards --only gym"
            ) from fault
        raise
    if not frames:
        return None
    named = zip(pages_of(frames), frames, strict=True)
    pages = tuple(replace(page, label=name) for page, (name, _) in named)
    document = document_of(setting, handout, "weeks_part", pages, Flip.NONE)
    return JobPart("sheets", document, Flip.NONE, paper=paper.name, sides=sides_of_pages(frames))
