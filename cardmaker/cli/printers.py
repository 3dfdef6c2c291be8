"""The user's folder → the printers that were calibrated, and the one that a job is for."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import fact_lines
from cardmaker.cli.params import NameReader
from cardmaker.paths import is_there, look, short_path

if TYPE_CHECKING:
    from cardmaker.deliver.printers import Printers
    from cardmaker.deliver.profiles import Profile
    from cardmaker.press.printer import Printer

NO_PRINTER = "none"
"""What --printer is given so that no printer is made allowance for, the default one neither."""
VARIABLE = "CARDMAKER_CONFIG"
FILE = "printers.yaml"


def config_folder() -> Path:
    """Where the user's own settings are kept: CARDMAKER_CONFIG, or the place this system has for them."""
    return Path(os.environ.get(VARIABLE) or click.get_app_dir("cardmaker"))


def open_printers() -> "Printers":
    """All profiles; TemplateError if the file isn't right."""
    from cardmaker.deliver.printers import load_printers

    return load_printers(config_folder())


def chosen_printer(name: str) -> "Printer | None":
    """The printer called so, or the default one for ''; None where there is none, or none is wanted.

    NotFoundError lists those there are. Where nobody may look for a default one, a note says so.
    """
    if name.casefold() == NO_PRINTER:
        return None
    if not name:
        found, barrier = look(config_folder() / FILE)
        if barrier:
            terminal.report(
                f"note: {short_path(config_folder() / FILE)}: {barrier}; no printer is allowed for"
            )
        if not found:
            return None
    return open_printers().printer(name)


def printer_names() -> tuple[str, ...]:
    """What a printer may be called: a calibrated one, or 'none'."""
    return (*open_printers().profiles, NO_PRINTER)


def printer_name() -> NameReader:
    """The name of a calibrated printer, or 'none'."""
    return NameReader("printer", lambda _folders: printer_names())


def facts_of(profile: "Profile") -> tuple[tuple[str, str], ...]:
    """What was read from the sheet, a label and a text each."""
    back, rule, margin = profile.back, profile.rule, profile.margin
    out = _out(back.right, back.down)
    edges = (
        f"{margin.top:g} mm at the top, {margin.right:g} right, {margin.bottom:g} at the bottom, "
        f"{margin.left:g} left can't be printed"
    )
    return (
        ("backs", f"come out {out}" if out else "come out right behind their fronts"),
        ("100 mm", f"come out as {rule.across:g} mm across and {rule.down:g} mm down"),
        ("margin", edges if any((margin.top, margin.right, margin.bottom, margin.left)) else "not read"),
        ("fronts", _on_the_paper(profile)),
    )


def _out(right: float, down: float) -> str:
    return " and ".join(
        f"{abs(mm):g} mm too {more if mm > 0 else less}"
        for mm, more, less in ((right, "far right", "far left"), (down, "low", "high"))
        if mm
    )


def _on_the_paper(profile: "Profile") -> str:
    from cardmaker.deliver.printers import skew_of

    front = profile.front
    if not any((front.top, front.bottom, front.left, front.right)):
        return "not read"
    out = _out((front.top + front.bottom) / 2, (front.left + front.right) / 2)
    skew = skew_of(front)
    way = "clockwise" if skew > 0 else "counter-clockwise"
    turned = f", turned by {abs(skew):.2g} degrees {way}" if abs(skew) > 1e-6 else ""
    return f"come out {out or 'in their place'} on the paper{turned}"


def in_short(profile: "Profile") -> str:
    """The readings as the options of 'calibrate' take them."""
    back, rule, margin = profile.back, profile.rule, profile.margin
    edges = [f"{mm:g}" for mm in (margin.top, margin.right, margin.bottom, margin.left)]
    widths = edges[0] if len(set(edges)) == 1 else ",".join(edges)
    front = [f"{mm:g}" for mm in profile.front.model_dump().values()]
    fronts = f"; front {','.join(front)}" if any(mm != "0" for mm in front) else ""
    return f"back {back.right:g},{back.down:g}; rule {rule.across:g}x{rule.down:g}; margin {widths}{fronts}"


def rows() -> list[tuple[str, str, str]]:
    """Each printer, what was read of it, and whether it is the default one."""
    printers = open_printers()
    return [
        (name, in_short(profile), "default" if name == printers.default else "")
        for name, profile in printers.profiles.items()
    ]


def described() -> list[dict[str, object]]:
    """The same for programs."""
    printers = open_printers()
    return [_described(printers, name) for name in printers.profiles]


def show_printer(name: str, as_json: bool, *, required: bool = False) -> bool:
    """Say all about the printer called so; False, or if it is *required* a NotFoundError, if there is none."""
    if required:
        name = open_printers().find(name)
    if not is_there(config_folder() / FILE):
        return False
    printers = open_printers()
    known = next((one for one in printers.profiles if one.casefold() == name.strip().casefold()), "")
    if not known:
        return False
    if as_json:
        terminal.say_json(_described(printers, known))
        return True
    terminal.say(f"{known} (printer{', the default' if known == printers.default else ''})")
    again = f"cardmaker calibrate --printer {known}"
    facts = (*facts_of(printers.profiles[known]), ("read again", again))
    terminal.say_all(fact_lines(facts, printers.path))
    return True


def _described(printers: "Printers", name: str) -> dict[str, object]:
    read = printers.profiles[name].model_dump()
    return {"id": name, "default": name == printers.default, **read, "path": str(printers.path)}
