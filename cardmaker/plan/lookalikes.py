"""Signs that look like those of a keyboard, and are read as them in runs and in sets."""

from typing import Final

LOOK_ALIKES: Final = {
    **dict.fromkeys("×✕✖⨯╳", "x"),
    **dict.fromkeys("–—−‐‑‒―", "-"),
    **dict.fromkeys("’‘′ʹ´`", "'"),
    **dict.fromkeys("”″„‟ʺ", '"'),
    **dict.fromkeys("⁄∕", "/"),
}
