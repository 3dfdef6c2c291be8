"""Text as it was pasted → without the characters that nobody sees: joiners, directional marks, selectors, tags."""

import re

from cardmaker.patterns import Pattern

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
UNSEEN = Pattern(f"[{_UNSEEN}]", "", re.UNICODE)
_BUT_FOR_BREAKS = Pattern(f"(?![\u00ad\u200b])[{_UNSEEN}]", "", re.UNICODE)


def without_unseen(text: str) -> str:
    """*text* with nothing in it that can't be seen."""
    return text if text.isascii() else UNSEEN.sub("", text)


def but_for_breaks(text: str) -> str:
    """*text* with nothing in it that can't be seen but the soft hyphens and spaces at which a word may break."""
    return text if text.isascii() else _BUT_FOR_BREAKS.sub("", text)
