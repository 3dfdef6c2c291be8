"""Numbers and strings → the tokens a PDF writes them with."""

from functools import lru_cache

from cardmaker.geometry import MM_PER_PT, rounded

PT_PER_MM = 1 / MM_PER_PT


number = lru_cache(maxsize=1 << 13)(rounded)
"""The shortest form of a number rounded to a number of places, the same on every platform."""


def numbers(*values: float, places: int = 3) -> str:
    """Several numbers, with blanks between them."""
    return " ".join(number(value, places) for value in values)


def string(text: str) -> str:
    """A text string: literal if it is plain ASCII, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """Text as XML has it."""
    return text.translate(_ENTITIES)
