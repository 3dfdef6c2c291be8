"""A file of printers → what their calibration sheets said, as validated data."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from cardmaker.geometry import parse_length
from cardmaker.validation import did_you_mean, validate
from cardmaker.validation.fields import Line
from cardmaker.yaml12 import load_yaml_file

FARTHEST = 10.0
"""A back that is farther out, in mm, was read wrongly, or the sheet was scaled."""
RULE = 100.0
SHORTEST, LONGEST = 97.0, 103.0
"""What 100 mm come out as on a printer that is set to print at 100 %."""
WIDEST = 25.0
"""Of a margin that can't be printed, mm."""


def _length(value: Any) -> Any:
    return parse_length(value) if isinstance(value, str) else value


_Millimetres = Annotated[float, BeforeValidator(_length), Field(allow_inf_nan=False)]
Shift = Annotated[_Millimetres, Field(ge=-FARTHEST, le=FARTHEST)]
Ruled = Annotated[_Millimetres, Field(ge=SHORTEST, le=LONGEST)]
Margin = Annotated[_Millimetres, Field(ge=0, le=WIDEST)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Back(_Model):
    """How far backs come out from where they belong, looking at the back."""

    right: Shift = 0.0
    down: Shift = 0.0


class Front(_Model):
    """How far fronts come out from where they belong on the paper, to the right at two places, and down at two.

    The places are where they are read: the press's SCALES apart. If the two differ, the page is skewed.
    """

    top: Shift = 0.0
    bottom: Shift = 0.0
    left: Shift = 0.0
    right: Shift = 0.0


class Ruler(_Model):
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
    rule: Ruler = Ruler()
    margin: Margins = Margins()
    front: Front = Front()


class PrintersFile(_Model):
    """All printers by name, and the one that is taken when none is asked for."""

    default: Line = ""
    printers: dict[str, Profile] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _default_is_there(self) -> "PrintersFile":
        if self.default and self.default not in self.printers:
            raise ValueError(
                f"default: no printer '{self.default}'{did_you_mean(self.default, self.printers)}"
            )
        return self


def load_profiles(path: Path) -> PrintersFile:
    """Read a file of printers; TemplateError reports every mistake with its line."""
    data, lines = load_yaml_file(path)
    return validate(PrintersFile, {} if data is None else data, str(path), lines)
