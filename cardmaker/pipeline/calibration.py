"""A paper, a language and, to check one, a printer → the sheets to calibrate it with, as documents."""

from collections.abc import Sequence
from pathlib import Path

from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.calibration import lay_out_calibration
from cardmaker.layout.fixed.front import lay_out_front
from cardmaker.page import Document, Page, Placement
from cardmaker.press.duplex import Flip
from cardmaker.press.printer import SCALES, Printer, for_printer
from cardmaker.text.fonts import FontBook
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_paper
from cardmaker.wording.wording import Wording, load_wording


def calibration_sheet(
    paper: str = "a4", language: str = "en", printer: Printer | None = None, folders: Sequence[Path] = ()
) -> Document:
    """The sheet to print and read; with a *printer* it is made for it, to see whether its readings were right.

    NotFoundError for an unknown paper or language, PaperError for paper that is too small.
    """
    wording, sheet = load_wording(language, folders), load_paper(paper, folders)
    said = _said(wording, "calibrate", sheet.name, printer)
    sides = lay_out_calibration(_studio(wording, folders), said, sheet.size)
    back = (Placement(sides.back, 0, 0, section="back"), Placement(sides.turned, 0, 0, 180, "back"))
    front = Page(sides.front.size, (Placement(sides.front, 0, 0, section="front"),))
    return _document([front, Page(sides.back.size, back)], printer, Flip.LONG, said["title"], language)


def front_sheet(
    paper: str = "a4", language: str = "en", printer: Printer | None = None, folders: Sequence[Path] = ()
) -> Document:
    """The sheet to print on one side, fold and read: where fronts land on the paper. Errors as above."""
    wording, sheet = load_wording(language, folders), load_paper(paper, folders)
    said = _said(wording, "front", sheet.name, printer)
    frame = lay_out_front(_studio(wording, folders), said, sheet.size, SCALES)
    pages = [Page(frame.size, (Placement(frame, 0, 0, section="front"),))]
    return _document(pages, printer, Flip.NONE, said["title"], language)


def _said(wording: Wording, sheet: str, paper: str, printer: Printer | None) -> dict[str, str]:
    """What a sheet says, by the ends of its phrases' names."""
    names = [key.removeprefix(f"{sheet}_") for key in wording.phrases if key.startswith(f"{sheet}_")]
    said = {name: wording.phrases[f"{sheet}_{name}"] for name in names}
    how = f"{sheet}_checks" if printer else f"{sheet}_how"
    return {**said, "how": wording.say(how, paper=paper, printer=printer.name if printer else "")}


def _document(
    pages: Sequence[Page], printer: Printer | None, flip: Flip, title: str, language: str
) -> Document:
    made = for_printer(pages, printer, flip) if printer else tuple(pages)
    return Document(made, title, language=language, duplex=flip.viewer_preference)


def _studio(wording: Wording, folders: Sequence[Path]) -> Studio:
    return Studio(Shelf(tuple(folders)).theme("classic"), FontBook(), wording.labels)
