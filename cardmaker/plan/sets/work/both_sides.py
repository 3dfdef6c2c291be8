"""'8L/8R', '10 forward/10 back'."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.cursor import Figure
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.work.measures import amount

_LEFT_RIGHT: Final = Pattern(
    r"(\d{1,3}) ?(s|secs?|min|m|reps)? ?(?:(l)|(r))(?:t|eft|ight)? ?[/,+&]? ?(?:and )?"
    r"(\d{1,3}) ?(?:s|secs?|min|m|reps)? ?(?(3)r(?:t|ight)?|l(?:t|eft)?)(?![a-z])",
    "",
    re.IGNORECASE,
)
_WAYS: Final = Pattern(
    r"(\d{1,3})(?:x| reps)? ?(?:cw|clockwise|f(?:or)?wa?r?ds?|fwd|vorwärts|vorne) ?[/,+&]? ?(?:and )?"
    r"(\d{1,3})(?:x| reps)? ?(?:ccw|anti-?clockwise|counter-?clockwise|back(?:wards?)?|bwd|rückwärts|hinten)(?![a-z])",
    "cw|clockwise|back|bwd|wärts|hinten",
    re.IGNORECASE,
)


def left_and_right(draft: SetsDraft) -> Found | None:
    """'8L/8R', '10 left, 10 right': repetitions on each side."""
    if (way := draft.cursor.match(_WAYS)) and way[1] == way[2]:
        return {**amount(Figure(NumberRange(*[float(way[1])] * 2)), None), "per": "way"}
    found = None if way or not _side_ahead(draft) else draft.cursor.match(_LEFT_RIGHT)
    if not found:
        return None
    unit = {"sec": "s", "secs": "s"}.get((found[2] or "").lower(), (found[2] or "reps").lower())
    if found[1] != found[5]:
        raise ValueError(
            f"'{found[0]}': write an entry for each side, '1x{found[1]} left' and '1x{found[5]} right'"
        )
    return {**amount(Figure(NumberRange(*[float(found[1])] * 2)), unit), "per": "side"}


def _side_ahead(draft: SetsDraft) -> bool:
    """Whether a word for a side may follow the figure here and its unit."""
    ahead = (draft.cursor.peek(1).text, draft.cursor.peek(2).text)
    return any(word in ("l", "lt", "left", "r", "rt", "right") for word in ahead)
