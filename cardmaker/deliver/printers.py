"""The printers file in the user's folder → printer profiles by name, and back: what calibration sheets said."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from cardmaker.deliver.files import write_files
from cardmaker.errors import NotFoundError, OutputError
from cardmaker.geometry import Insets, Point, Size, parse_length
from cardmaker.press.printer import Printer
from cardmaker.record import record
from cardmaker.validation import did_you_mean, validate
from cardmaker.validation.fields import Line
from cardmaker.yaml12 import load_yaml_file

FILE = "printers.yaml"
FARTHEST = 10.0
"""A back that is farther out, in mm, was read wrongly, or the sheet was scaled."""
RULE = 100.0
SHORTEST, LONGEST = 97.0, 103.0
"""What 100 mm come out as on a printer that was told to print at 100 %."""
WIDEST = 25.0
"""Of a margin that can't be printed, mm."""

_ELSEWHERE = "name a folder of your own in CARDMAKER_CONFIG"
_HEAD = """\
# Printers, as read from their calibration sheets. 'cardmaker calibrate' writes this file; it may be changed by hand.
# back: how far backs come out from where they belong, to the right and down, looking at the back
# rule: what 100 mm come out as; margin: what can't be printed along each edge
"""


def _length(value: Any) -> Any:
    return parse_length(value) if isinstance(value, str) else value


def _written(value: float) -> str:
    return f"{value:g} mm"


_Millimetres = Annotated[
    float, BeforeValidator(_length), PlainSerializer(_written), Field(allow_inf_nan=False)
]
Shift = Annotated[_Millimetres, Field(ge=-FARTHEST, le=FARTHEST)]
Ruled = Annotated[_Millimetres, Field(ge=SHORTEST, le=LONGEST)]
Margin = Annotated[_Millimetres, Field(ge=0, le=WIDEST)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Back(_Model):
    """How far backs come out from where they belong, looking at the back."""

    right: Shift = 0.0
    down: Shift = 0.0


class Rule(_Model):
    """What 100 mm come out as."""

    across: Ruled = RULE
    down: Ruled = RULE


class Margins(_Model):
    """What can't be printed along each edge of an upright page."""

    top: Margin = 0.0
    right: Margin = 0.0
    bottom: Margin = 0.0
    left: Margin = 0.0


class Profile(_Model):
    """One printer, as its sheet was read."""

    back: Back = Back()
    rule: Rule = Rule()
    margin: Margins = Margins()

    def printer(self, name: str) -> Printer:
        """What the press is to make good."""
        margin = self.margin
        return Printer(
            name,
            Point(self.back.right, self.back.down),
            Size(self.rule.across / RULE, self.rule.down / RULE),
            Insets(margin.top, margin.right, margin.bottom, margin.left),
        )


class _File(_Model):
    default: Line = ""
    printers: dict[str, Profile] = {}

    @model_validator(mode="after")
    def _default_is_there(self) -> "_File":
        if self.default and self.default not in self.printers:
            raise ValueError(
                f"default: no printer '{self.default}'{did_you_mean(self.default, self.printers)}"
            )
        return self


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
        """A printer's name as it is kept; NotFoundError tells which there are."""
        wanted = _key(name)
        for known in self.profiles:
            if _key(known) == wanted:
                return known
        hint = did_you_mean(name, self.profiles) or (
            f"; there are: {', '.join(self.profiles)}" if self.profiles else "; 'cardmaker calibrate' makes one"
        )
        raise NotFoundError(f"no printer '{name}'{hint}")

    def printer(self, name: str = "") -> Printer | None:
        """The printer of a name, or the default one; None if there is none."""
        name = self.find(name) if name else self.default
        return self.profiles[name].printer(name) if name else None

    def having(self, name: str, profile: Profile, *, default: bool = False) -> "Printers":
        """With one profile more, or another in its place."""
        chosen = name if default else self.default
        return replace(self, profiles={**self.profiles, name: profile}, default=chosen)


def load_printers(folder: Path) -> Printers:
    """Read the profiles in a folder; without a file there are none. TemplateError tells mistakes with lines."""
    path = folder / FILE
    if not path.is_file():
        return Printers(folder, {})
    data, lines = load_yaml_file(path)
    kept = validate(_File, {} if data is None else data, str(path), lines)
    return Printers(folder, kept.printers, kept.default)


def save_printers(printers: Printers) -> None:
    """Write the profiles, whole or not at all; OutputError if that can't be."""
    import yaml

    kept = _File(default=printers.default, printers=dict(sorted(printers.profiles.items())))
    text = yaml.safe_dump(kept.model_dump(), sort_keys=False, allow_unicode=True)
    _make_folder(printers.folder)
    write_files({printers.path: (_HEAD + text).encode()})


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"{folder}: can't be made: {fault.strerror}; {_ELSEWHERE}") from None
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{folder}: no permission to write here; {_ELSEWHERE}")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
