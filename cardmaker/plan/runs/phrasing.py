"""A run as coaches phrase it → the same in phrases that the grammar reads: no amount or word is left out.

Only phrases with one meaning are put otherwise; '+400 m' behind a distance has two, and is asked about.
"""

import re
from typing import Final

_WITH: Final = r"(?:w/|with|incl(?:uding|udes|\.)?|of which|in which)"
_WHOLE_FIRST: Final = re.compile(
    rf"^([^,;/+()×“]*\d[^,;/+()×“]*), ?(?={_WITH} ?(?!.{{0,12}}\b(?:wu|cd|warm|cool))\d)", re.IGNORECASE
)
"""'16 km, with 10 km at MP': the comma parts nothing, as what follows is inside the whole."""
_REPEATS: Final = re.compile(r"\d ?x ?(?=\d|\()|\b(?:reps|repeats)\b", re.IGNORECASE)
_AMOUNT: Final = r"\d+(?:[.,]\d+)? ?(?:km|k|miles?|mi|minutes|mins?|m|')"
_WHERE_IN_IT: Final = re.compile(
    rf"(?<= )((?:in|during|over|within|at|near|towards?) the (?:last|final|first|second|middle|latter|end|start)"
    rf"(?: (?:half|third|quarter|part|{_AMOUNT}))?(?: of (?:the|it|this)(?: run)?)?)(?= ?(?:$|[,;/)]))",
    re.IGNORECASE,
)
"""'… in the last 8 km': where in the whole something comes, which adds nothing to it."""
_INSIDE: Final = re.compile(rf"\b{_WITH}", re.IGNORECASE)
_PACE_FIRST: Final = re.compile(
    rf"(?<![\d:])(\d{{1,2}}:[0-5]\d)(?: ?/? ?(km|k|mi|mile))?(?: pace)? (?:for|over) ({_AMOUNT})(?![\w])",
    re.IGNORECASE,
)
"""'4:30 pace for 5 km', which isn't 4:30 min and 5 km."""
_ASCENT: Final = re.compile(r"(?<![\w.+])(?<!x )(?<!×)(\d{2,5}) ?(m|ft)\+(?![\w(])", re.IGNORECASE)
"""'400 m+': climb, as mountain runners write it."""
_GLUED: Final = re.compile(r"(?<=[\w)]) \+(\d{2,5}) ?(m|ft)(?= ?(?:$|[,;/)]))", re.IGNORECASE)
_UPHILL: Final = re.compile(r"\b(?:trail|trails|mountains?|fell|hilly|vert|skyrunning)\b", re.IGNORECASE)
_NAMED_BY_DISTANCE: Final = re.compile(
    r"^(\d{3,4} ?m?(?:s|'s| repeats| reps| intervals)?)(?= ?:(?!\d))", re.IGNORECASE
)
"""'400s: 10 x 400 …': what the session is called."""


def rephrased(text: str) -> str:
    """*text*, as a keyboard has it, in phrases that the grammar reads; ValueError for one with two meanings."""
    text = _NAMED_BY_DISTANCE.sub(lambda found: f"“{found[1]}”", text)
    whole = _WHOLE_FIRST.match(text)
    if whole and not _REPEATS.search(whole[1]):
        text = f"{whole[1]} {text[whole.end() :]}"
    if _INSIDE.search(text):
        text = _WHERE_IN_IT.sub(r"“\1”", text)
    text = _PACE_FIRST.sub(lambda found: f"{found[3]} @ {found[1]}{'/' + found[2] if found[2] else ''}", text)
    text = _ASCENT.sub(r"\1 \2 climb", text)
    if glued := _GLUED.search(text):
        if not _UPHILL.search(text):
            amount = f"{glued[1]} {glued[2]}"
            raise ValueError(
                f"'+{amount}' could be {amount} of climb or {amount} more; write '{amount} climb', or '/ {amount}'"
            )
        text = _GLUED.sub(r" \1 \2 climb", text)
    return text
