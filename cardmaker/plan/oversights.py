"""A plan's text and data → what is read otherwise than it looks: words behind ' #', typographic quotes, lone loads."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cardmaker.errors import Problem
from cardmaker.patterns import Pattern
from cardmaker.validation import shown
from cardmaker.yaml12 import Lines
from cardmaker.yaml12.lines import scalars_in

_PRINTED: Final = (
    *("note", "title", "name", "focus", "warm_up", "cool_down", "next", "tip", "coach", "athlete", "label"),
)
# A printed text in no quotes, and what follows a ' #' on its line.
_REMARK: Final = Pattern(
    rf"^\s*(?:-\s+)*(?:.*[{{,]\s*)?({'|'.join(_PRINTED)}):\s+([^\s\"'|>#][^#]*?)\s+#\s*(\S.*)$",
    " #",
    0,
    also="|".join(f"{one}:" for one in _PRINTED),
)
_OPENING: Final = tuple("“„‘‚«")
_QUOTED: Final = Pattern(rf"[{''.join(_OPENING)}](.*)[”“’‘»]", "", re.DOTALL)


def remarks(text: str, name: str) -> Iterator[Problem]:
    """Words behind a ' #' in a text that is printed: they are a remark, and YAML leaves them out."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _REMARK.match(line):
            yield Problem(
                name,
                number,
                found[1],
                f"{shown('# ' + found[3])} isn't printed, as a ' #' begins a remark; "
                "if it should be, put the whole text in quotes",
            )


def quotes(data: object, lines: Lines, name: str) -> Iterator[Problem]:
    """Texts in typographic quotes, which are a part of the text."""
    for path, text, is_key in scalars_in(data):
        if (
            not is_key
            and isinstance(text, str)
            and text.lstrip()[:1] in _OPENING
            and _QUOTED.fullmatch(text.strip())
        ):
            field = ".".join(map(str, path))
            yield Problem(
                name,
                lines.at(path),
                field,
                f'the quotes of {shown(text)} are printed with it; if they shouldn\'t be, write straight ones, "…"',
            )


def units_taken(data: object, lines: Lines, name: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Loads without a unit, *taken* to be in that of the plan's others; one note for all of them."""
    found = [
        (path, text)
        for path, value, is_key in scalars_in(data)
        for text in taken
        if not is_key and isinstance(value, str) and text in value
    ]
    if found:
        path, text = found[0]
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        unit = {"%": "per cent"}.get(taken[text], taken[text])
        yield Problem(
            name,
            lines.at(path),
            ".".join(map(str, path)),
            f"{shown(text)}{more}: without a unit, so read in {unit}, as the plan's other loads are;"
            " write the unit if it is another",
        )
