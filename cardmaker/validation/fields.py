"""Field types shared by the models of plans and templates: text as people write it."""

from typing import Annotated

from pydantic import BeforeValidator

from cardmaker.yaml12.scalars import bad_character, describe_character, written


def _text(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return written(value)
    if isinstance(value, str):
        if bad := bad_character(value):
            raise ValueError(describe_character(bad))
        return value.strip()
    return value


def _line(value: object) -> object:
    text = _text(value)
    return " ".join(text.split()) if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(_text)]
"""Text that may have several lines; a bare number counts as text, spelled as in the file."""

Line = Annotated[str, BeforeValidator(_line)]
"""Text on one line: line breaks and runs of blanks become one space."""
