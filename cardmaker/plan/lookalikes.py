"""Signs that look like those of a keyboard, and are read as them in runs and in sets."""

import re
from typing import Final

LOOK_ALIKES: Final = {
    **dict.fromkeys("×✕✖⨯╳", "x"),
    **dict.fromkeys("–—−‐‑‒―", "-"),
    **dict.fromkeys("’‘′ʹ´`", "'"),
    **dict.fromkeys("”″„‟ʺ", '"'),
    **dict.fromkeys("⁄∕", "/"),
}
_ALL_QUOTED: Final = re.compile(r"""\s*[“”„‟"‘‚'«»]([^“”„‟"«»]+)[“”„"’‘'«»]\s*""")


def unwrapped(text: str) -> str:
    """*text* without the quotes around all of it, which a keyboard that makes them typographic leaves in a plan."""
    found = _ALL_QUOTED.fullmatch(text)
    return found[1] if found else text
