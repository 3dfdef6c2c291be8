"""Field types shared by the models of plans and templates: text as people write it."""

from typing import Annotated

from cardmaker.unseen import but_for_breaks
from cardmaker.validation.marks import read
from cardmaker.yaml12.scalars import bad_character, describe_character, written

LONGEST = 2_000
"""Letters in one text: several times what any card or sheet has room for, and little enough to be measured at once."""


def _text(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return written(value)
    if isinstance(value, str):
        if bad := bad_character(value):
            raise ValueError(describe_character(bad))
        if len(value) > LONGEST:
            raise ValueError(
                f"is {len(value):,} letters long; at most {LONGEST:,} are printed, so shorten it"
            )
        return but_for_breaks(value).strip()
    return value


def _line(value: object) -> object:
    text = _text(value)
    return " ".join(text.split()) if isinstance(text, str) else text


Text = Annotated[str, read(_text)]
"""Text that may have several lines; a bare number counts as text, spelled as in the file."""

LINE = read(_line)
"""Makes one line of a text. It comes after a limit in an annotation, so that the limit counts what is left."""

Line = Annotated[str, LINE]
"""Text on one line: line breaks and runs of blanks become one space."""
