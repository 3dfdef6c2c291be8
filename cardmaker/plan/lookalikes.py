"""Signs that look like those of a keyboard, and are read as them in runs and in sets."""

import re
from typing import Final

from cardmaker.patterns import Pattern

LOOK_ALIKES: Final = {
    **dict.fromkeys("×✕✖⨯╳", "x"),
    **dict.fromkeys("–—−‐‑‒―", "-"),
    **dict.fromkeys("’‘′ʹ´`", "'"),
    **dict.fromkeys("”″„‟ʺ", '"'),
    **dict.fromkeys("⁄∕", "/"),
}
_OPENING: Final = tuple("""“”„‟"‘‚'«»""")
_ALL_QUOTED: Final = Pattern(rf"""\s*[{"".join(_OPENING)}]([^“”„‟"«»]+)[“”„"’‘'«»]\s*""", "", re.UNICODE)


def unwrapped(text: str) -> str:
    """*text* without the quotes around all of it, which a keyboard that makes them typographic leaves in a plan."""
    found = text.lstrip()[:1] in _OPENING and _ALL_QUOTED.fullmatch(text)
    return found[1] if found else text
