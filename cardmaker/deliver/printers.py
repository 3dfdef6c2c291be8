"""The printers file in the user's folder → printers for the press; what a calibration sheet said → the file."""

import json
import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from cardmaker.deliver.files import write_files
from cardmaker.deliver.profiles import RULE, Front, Profile, load_profiles
from cardmaker.errors import NotFoundError, OutputError, SourceError
from cardmaker.geometry import Insets, Point, Size
from cardmaker.paths import look, reason, short_path
from cardmaker.press.printer import SCALES, Printer
from cardmaker.record import record
from cardmaker.spelling import did_you_mean

FILE = "printers.yaml"
_ELSEWHERE = "name a folder of your own in CARDMAKER_CONFIG"
_HEAD = """\
# Printers, as read from their calibration sheets. 'cardmaker calibrate' writes this file; it may be changed by hand.
# back: how far backs come out from where they belong, to the right and down, looking at the back
# rule: what 100 mm come out as; margin: what can't be printed along each edge
# front: how far fronts come out on the paper, to the right at the top and the bottom, down at the left and the right
"""


@record
class Printers:
    """All profiles, the name of the one that is taken when none is asked for, and the folder they are kept in."""

    folder: Path
    profiles: Mapping[str, Profile]
    default: str = ""

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / FILE

    def find(self, name: str) -> str:
        """A printer's name as it is kept; NotFoundError lists those there are."""
        wanted = _key(name)
        for known in self.profiles:
            if _key(known) == wanted:
                return known
        hint = did_you_mean(name, self.profiles) or (
            f"; there are: {', '.join(self.profiles)}"
            if self.profiles
            else "; 'cardmaker calibrate' makes one"
        )
        raise NotFoundError(f"no printer '{name}'{hint}")

    def printer(self, name: str = "") -> Printer | None:
        """The printer of a name, or the default one; None if there is none."""
        name = self.find(name) if name else self.default
        return _for_the_press(name, self.profiles[name]) if name else None

    def having(self, name: str, profile: Profile, *, default: bool = False) -> "Printers":
        """With one profile more, or another in its place."""
        chosen = name if default else self.default
        return replace(self, profiles={**self.profiles, name: profile}, default=chosen)


def load_printers(folder: Path) -> Printers:
    """Read the profiles in a folder; without a file, or with an empty one, there are none.

    SourceError if nobody may look there; TemplateError reports mistakes with lines.
    """
    path = folder / FILE
    found, barrier = look(path)
    if barrier:
        raise SourceError(f"{short_path(path)}: {barrier}; {_ELSEWHERE}")
    if not found or (found == "file" and not path.stat().st_size):
        return Printers(folder, {})
    kept = load_profiles(path)
    return Printers(folder, kept.printers, kept.default)


def save_printers(printers: Printers) -> None:
    """Write the profiles, whole or not at all; OutputError if that can't be."""
    text = "\n".join(_lines(printers)) + "\n"
    _make_folder(printers.folder)
    write_files({printers.path: (_HEAD + text).encode()})


def _lines(printers: Printers) -> Iterator[str]:
    """The file's lines; names are quoted, as they may be anything."""
    if printers.default:
        yield f"default: {_quoted(printers.default)}"
    yield "printers:" if printers.profiles else "printers: {}"
    for name, profile in sorted(printers.profiles.items()):
        yield f"  {_quoted(name)}:"
        for part, lengths in profile.model_dump().items():
            if part == "front" and not any(lengths.values()):
                continue
            yield f"    {part}: {{{', '.join(f'{key}: {mm:g} mm' for key, mm in lengths.items())}}}"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _for_the_press(name: str, profile: Profile) -> Printer:
    """What the press is to make good."""
    back, rule, margin, front = profile.back, profile.rule, profile.margin, profile.front
    return Printer(
        name,
        Point(back.right, back.down),
        Size(rule.across / RULE, rule.down / RULE),
        Insets(margin.top, margin.right, margin.bottom, margin.left),
        Point((front.top + front.bottom) / 2, (front.left + front.right) / 2),
        skew_of(front),
    )


def skew_of(front: Front) -> float:
    """How far fronts are turned on the paper, degrees clockwise: the angle that comes closest to all four readings."""
    across, down = SCALES
    turned = down * (front.top - front.bottom) + across * (front.right - front.left)
    return math.degrees(math.asin(turned / (across**2 + down**2)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        raise OutputError(f"{short_path(folder)}: can't be made: {reason(fault)}; {_ELSEWHERE}") from None
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{folder}: no permission to write here; {_ELSEWHERE}")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
