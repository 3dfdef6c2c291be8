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
    paper: str = "a4",
    language: str = "en",
    printer: Printer | None = None,
    folders: Sequence[Path] = (),
) -> Document:
    """The sheet to print and read; with a *printer* it is made for it, to see whether its readings were right.

    NotFoundError for an unknown paper or language, PaperError for paper that is too small.
    """
    wording, sheet = load_wording(language, folders), load_paper(paper, folders)
    said = {name: wording.phrases[f"calibrate_{name}"] for name in _names(wording, "calibrate_")}
    said["how"] = wording.say("calibrate_how", paper=sheet.name)
    if printer:
        said["how"] = wording.say("calibrate_checks", paper=sheet.name, printer=printer.name)
    sides = lay_out_calibration(_studio(wording, folders), said, sheet.size)
    pages = [
        Page(sides.front.size, (Placement(sides.front, 0, 0, section="front"),)),
        Page(
            sides.back.size,
            (Placement(sides.back, 0, 0, section="back"), Placement(sides.turned, 0, 0, 180, "back")),
        ),
    ]
    made = for_printer(pages, printer, Flip.LONG) if printer else tuple(pages)
    return Document(made, said["title"], language=language, duplex=Flip.LONG.viewer_preference)


def front_sheet(
    paper: str = "a4",
    language: str = "en",
    printer: Printer | None = None,
    folders: Sequence[Path] = (),
) -> Document:
    """The sheet to print on one side, fold and read: where fronts land on the paper. Errors as above."""
    wording, sheet = load_wording(language, folders), load_paper(paper, folders)
    said = {name: wording.phrases[f"front_{name}"] for name in _names(wording, "front_")}
    said["how"] = wording.say("front_how", paper=sheet.name)
    if printer:
        said["how"] = wording.say("front_checks", paper=sheet.name, printer=printer.name)
    frame = lay_out_front(_studio(wording, folders), said, sheet.size, SCALES)
    pages: tuple[Page, ...] = (Page(frame.size, (Placement(frame, 0, 0, section="front"),)),)
    made = for_printer(pages, printer, Flip.NONE) if printer else pages
    return Document(made, said["title"], language=language, duplex=Flip.NONE.viewer_preference)


def _names(wording: Wording, beginning: str) -> tuple[str, ...]:
    """The phrases that begin so, without that beginning."""
    return tuple(key.removeprefix(beginning) for key in wording.phrases if key.startswith(beginning))


def _studio(wording: Wording, folders: Sequence[Path]) -> Studio:
    return Studio(Shelf(tuple(folders)).theme("classic"), FontBook(), wording.labels)
