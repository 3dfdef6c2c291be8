"""The settings of this computer → the paper that people use where it is."""

import locale
import os
from collections.abc import Mapping
from typing import Final

_LETTER: Final = {
    "bz", "ca", "cl", "co", "cr", "gt", "mx", "ni", "pa", "ph", "pr", "sv", "us", "ve",
    "belize", "canada", "chile", "colombia", "costa rica", "guatemala", "mexico", "nicaragua", "panama",
    "philippines", "puerto rico", "el salvador", "united states", "venezuela",
}  # fmt: skip
"""Where Letter is the usual paper, by country code, and by name as Windows has it; elsewhere it is A4 (CLDR)."""


def usual_paper(environ: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """The id of the paper, and the locale that says so; ('', '') where none is set.

    LC_PAPER is made for it; LC_ALL goes before it, LANG after it.
    """
    named = next((environ[key] for key in ("LC_ALL", "LC_PAPER", "LANG") if environ.get(key)), "")
    found = named or (locale.getlocale()[0] or "")
    _, _, region = found.partition(".")[0].partition("@")[0].partition("_")
    if not region:
        return "", ""
    return "letter" if region.casefold() in _LETTER else "a4", found
