"""Nothing → a sheet to calibrate a printer with; what was read from it → a printer's profile."""

import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.params import template_name, templates_option
from cardmaker.cli.printers import NO_PRINTER, facts_of, in_short, open_printers, printer_name
from cardmaker.cli.readings import Readings, back_fault, front_fault, margin_fault, rule_fault
from cardmaker.errors import OutputError

if TYPE_CHECKING:
    from cardmaker.deliver.profiles import Profile

DEFAULT_FILE = Path("output") / "calibrate.pdf"
DEFAULT_FRONT = Path("output") / "calibrate-front.pdf"
_MOST_NAME = 60

_EPILOG = """
\b
How it goes:
  1. cardmaker calibrate                 print the sheet: both sides, 100 %
  2. read it: it says how                mostly by holding it to the light
  3. cardmaker calibrate --printer home  type what you read
  4. cardmaker calibrate --printer home --check
                                         print again: everything should read 0 now

\b
For sheets that come cut, and for each tray that feeds them:
  cardmaker calibrate --sheet front      print it from that tray, fold and read it
  cardmaker calibrate --printer home-manual --front 1.5,1.25,1,1

\b
Examples:
  cardmaker calibrate --printer home --back 0.5,-0.25 --margin 4.2 --default

'build' then makes good what the printer does: with '--printer home', or always if it is the default;
'--printer none' leaves it out. The paper's edges are meant as you look at the front.
"""


_RULE = Readings((1, 2), "99.6x100.1", rule_fault)
_BACK = Readings((2,), "0.5,-0.25: across, then down", back_fault)
_FRONT = Readings((2, 4), "1.5,1: right, then down; or four, top,bottom,left,right", front_fault)
_MARGIN = Readings((1, 4), "4.2, or 4,4,12,4 for top, right, bottom, left", margin_fault)


@click.command("calibrate", epilog=_EPILOG)
@click.option(
    "-o", "--output", default="", metavar="FILE.pdf",
    help="Where the sheet goes; '-' is standard output.  [default: output/calibrate.pdf]",
)  # fmt: skip
@click.option("--paper", type=template_name("papers"), default="a4", show_default=True, metavar="NAME",
              help="The printer's paper: a4, letter or larger.")  # fmt: skip
@click.option("--language", type=template_name("languages"), default="en", show_default=True, metavar="NAME",
              help="The language on the sheet.")  # fmt: skip
@click.option("--printer", type=printer_name(), metavar="NAME",
              help="Keep what was read as a printer of this name.")  # fmt: skip
@click.option(
    "--back", type=_BACK, metavar="ACROSS,DOWN", help="The strokes that are whole against the light."
)
@click.option("--rule", type=_RULE, metavar="ACROSSxDOWN", help="What the two rules of 100 mm measure.")
@click.option("--margin", type=_MARGIN, metavar="MM[,MM,MM,MM]",
              help="The smallest bars with a cap: all edges alike, or top, right, bottom, left.")  # fmt: skip
@click.option("--front", type=_FRONT, metavar="RIGHT,DOWN",
              help="How far fronts are out on the paper; or the four numbers of the front sheet.")  # fmt: skip
@click.option(
    "--sheet", type=click.Choice(("sides", "front")), default="sides", show_default=True,
    help="What to print: 'sides' for fronts and backs; 'front' to see where fronts land on the paper of a tray.",
)  # fmt: skip
@click.option("--default", "as_default", is_flag=True, help="Take this printer whenever none is named.")
@click.option(
    "--check", is_flag=True, help="Write the sheet again, made for --printer: to see that it is right."
)
@templates_option("papers and wording")
def command(printer: str | None, check: bool, as_default: bool, **given: Any) -> None:
    """Measure a printer: write a sheet that shows what it does, or keep what was read.

    Printed on both sides, the sheet shows how far backs come out from where they belong, whether 100 mm are
    100 mm, over which edge the paper is flipped, and how near to the paper's edge the printer reaches.
    """
    readings = {key: given[key] for key in ("rule", "back", "margin", "front") if given[key] is not None}
    if not printer:
        _needs_printer(readings, as_default, check)
        _write_sheet(given, None)
    elif check:
        if readings or as_default:
            raise click.UsageError("--check writes a sheet and keeps nothing; leave the readings out")
        _write_sheet(given, printer)
    elif given["sheet"] == "front":
        raise click.UsageError(
            "--sheet is what to print; leave --printer out, or add --check to see that it is right"
        )
    else:
        _keep(printer, readings, as_default)


def _needs_printer(readings: dict[str, tuple[float, ...]], as_default: bool, check: bool) -> None:
    named = [f"--{key}" for key in readings] + ["--default"] * as_default + ["--check"] * check
    if named:
        raise click.UsageError(
            f"{named[0]} needs --printer NAME; the name is yours to choose, such as 'home'"
        )


# The sheet -------------------------------------------------------------------------------------------


def _write_sheet(given: dict[str, Any], checked: str | None) -> None:
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.paint import write_pdf
    from cardmaker.pipeline.calibration import calibration_sheet, front_sheet

    front = given["sheet"] == "front"
    target = _target(given["output"], DEFAULT_FRONT if front else DEFAULT_FILE)
    printer = open_printers().printer(checked) if checked else None
    make = front_sheet if front else calibration_sheet
    data = write_pdf(make(given["paper"], given["language"], printer, given["templates"]))
    if target is None:
        terminal.say_bytes(data)
        return
    if not given["output"]:
        make_folder(target.parent)
    write_files({target: data})
    how = "on one side" if front else "on both sides: flip on long edge,"
    terminal.say(f"{target}   print it {how} at 100 % (actual size)")
    if checked:
        profile = open_printers().profiles[printer.name] if printer else None
        values = in_short(profile) if profile else ""
        terminal.say(f"Every reading should be 0 now. Add what isn't to what was read before: {values}")
    else:
        numbers = " --front TOP,BOTTOM,LEFT,RIGHT" if front else ""
        terminal.say(f"Read it as it says; then: cardmaker calibrate --printer NAME{numbers}")


def _target(output: str, default: Path) -> Path | None:
    if output == "-":
        if terminal.shown_to_a_person(sys.stdout):
            raise OutputError("a PDF is not for the terminal; write '-o calibrate.pdf'")
        return None
    path = Path(output) if output else default
    if path.suffix.lower() != ".pdf":
        raise OutputError(f"{output}: a PDF is written; name it '{path / 'calibrate.pdf'}'")
    return path


# What was read ---------------------------------------------------------------------------------------


def _keep(name: str, readings: dict[str, tuple[float, ...]], as_default: bool) -> None:
    from cardmaker.deliver.printers import save_printers
    from cardmaker.deliver.profiles import Profile

    printers = open_printers()
    known = next((one for one in printers.profiles if one.casefold() == name.strip().casefold()), "")
    name = known or _new_name(name)
    before = printers.profiles.get(name, Profile())
    if not readings and not (as_default and known):
        readings = _asked(before)
    profile = _profile(before, readings)
    kept = printers.having(name, profile, default=as_default)
    save_printers(kept)
    terminal.say(f"kept as printer '{name}'{' (the default)' if kept.default == name else ''} in {kept.path}")
    for label, text in facts_of(profile):
        terminal.say(f"  {label:8}{text}")
    if kept.default != name:
        terminal.say(f"Use it: cardmaker build --printer {quote(name)}; for always: add --default")


def _new_name(name: str) -> str:
    name = " ".join(name.split())
    if name.casefold() == NO_PRINTER:
        raise click.UsageError("'none' means no printer; choose another name, such as 'home'")
    if not name.isprintable() or len(name) > _MOST_NAME:
        raise click.UsageError(f"a printer's name is one line of at most {_MOST_NAME} letters")
    return name


def _asked(before: "Profile") -> dict[str, tuple[float, ...]]:
    """Ask for each reading at a terminal; what was known before is offered."""
    if not terminal.shown_to_a_person(sys.stdin):
        raise click.UsageError(
            "no readings; write --back 0.5,-0.25 --rule 99.6x100.1 --margin 4.2, those you have"
        )
    margin, back, rule = before.margin, before.back, before.rule
    widths = f"{margin.top:g},{margin.right:g},{margin.bottom:g},{margin.left:g}"
    questions = (
        ("rule", "Step 1, the rules of 100 mm: across x down", f"{rule.across:g}x{rule.down:g}", _RULE),
        ("margin", "Step 3, the smallest bars with a cap: top,right,bottom,left", widths, _MARGIN),
        ("back", "Step 4, the strokes that are whole: across,down", f"{back.right:g},{back.down:g}", _BACK),
    )
    ask: Callable[..., Any] = click.prompt
    return {key: ask(words, default=default, type=kind, err=True) for key, words, default, kind in questions}


def _profile(before: "Profile", readings: dict[str, tuple[float, ...]]) -> "Profile":
    """The profile with new readings in place of old ones."""
    data = before.model_dump()
    rule, back, margin, front = (readings.get(key, ()) for key in ("rule", "back", "margin", "front"))
    if len(front) == 2:
        front = (front[0], front[0], front[1], front[1])
    for part, names, numbers in (
        ("rule", ("across", "down"), rule),
        ("back", ("right", "down"), back),
        ("margin", ("top", "right", "bottom", "left"), margin),
        ("front", ("top", "bottom", "left", "right"), front),
    ):
        data[part] |= dict(zip(names, numbers, strict=False))
    return type(before).model_validate(data)
