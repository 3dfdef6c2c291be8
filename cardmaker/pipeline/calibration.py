"""A paper, a language and, to check one, a printer → the calibration sheet as a document of two pages."""

from collections.abc import Sequence
from pathlib import Path

from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.calibration import lay_out_calibration
from cardmaker.page import Document, Page, Placement
from cardmaker.press.duplex import Flip
from cardmaker.press.printer import Printer, for_printer
from cardmaker.text.fonts import FontBook
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_paper
from cardmaker.wording.wording import load_wording

_WORDS = "calibrate_"


def calibration_sheet(
    paper: str = "a4",
    language: str = "en",
    printer: Printer | None = None,
    folders: Sequence[Path] = (),
) -> Document:
    """The sheet to print and read; with a *printer* it is made for it, to see whether its readings were right.

    NotFoundError for an unknown paper or language, PaperError for paper that is too small.
    """
    wording, sheet = load_wording(language, folders), load_paper(paper, folders)
    names = [key.removeprefix(_WORDS) for key in wording.phrases if key.startswith(_WORDS)]
    words = {name: wording.phrases[f"calibrate_{name}"] for name in names}
    how = wording.say("calibrate_how", paper=sheet.name)
    if printer:
        how = wording.say("calibrate_checks", paper=sheet.name, printer=printer.name)
    said = words | {"how": how}
    studio = Studio(Shelf(tuple(folders)).theme("classic"), FontBook(), wording.labels)
    sides = lay_out_calibration(studio, said, sheet.size)
    pages = [
        Page(sides.front.size, (Placement(sides.front, 0, 0, section="front"),)),
        Page(
            sides.back.size,
            (Placement(sides.back, 0, 0, section="back"), Placement(sides.turned, 0, 0, 180, "back")),
        ),
    ]
    made = for_printer(pages, printer, Flip.LONG) if printer else tuple(pages)
    title = wording.say("calibrate_title")
    return Document(made, title, language=language, duplex=Flip.LONG.viewer_preference)
