"""A run as coaches phrase it → the same in phrases that the grammar reads: no amount or word is left out.

Only phrases with one meaning are put otherwise; '+400 m' behind a distance has two, and is asked about. What is
between “ and ” are words already.
"""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.quantity import decimal
from cardmaker.plan.runs.phrasings.aims import AIMS
from cardmaker.plan.runs.phrasings.amounts import AMOUNTS
from cardmaker.plan.runs.phrasings.asides import ASIDES
from cardmaker.plan.runs.phrasings.blocks import in_blocks
from cardmaker.plan.runs.phrasings.codes import CODES
from cardmaker.plan.runs.phrasings.days import DAYS
from cardmaker.plan.runs.phrasings.handouts import HANDOUTS
from cardmaker.plan.runs.phrasings.labels import LABELS
from cardmaker.plan.runs.phrasings.measures import MEASURES
from cardmaker.plan.runs.phrasings.paces import PACES
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, FAR, WITH
from cardmaker.plan.runs.phrasings.prose import PROSE
from cardmaker.plan.runs.phrasings.repeats import REPEATS
from cardmaker.plan.runs.phrasings.rows import one_row
from cardmaker.plan.runs.phrasings.sessions import SESSIONS, ask_number_last
from cardmaker.plan.runs.phrasings.spelled import SPELLED
from cardmaker.plan.runs.phrasings.totals import TOTALS
from cardmaker.plan.runs.phrasings.turns import TURNS
from cardmaker.plan.runs.phrasings.wholes import WHOLES

_PHRASINGS: Final = (
    *HANDOUTS,
    *TOTALS,
    *SPELLED,
    *CODES,
    *DAYS,
    *TURNS,
    *SESSIONS,
    *AIMS,
    *LABELS,
    *PROSE,
    *AMOUNTS,
    *REPEATS,
    *PACES,
    *MEASURES,
    *WHOLES,
    *ASIDES,
)
_WHERE_IN_IT: Final = Phrasing(
    rf"(?<= )(?:in|during|over|within|at|near|towards?) the (?:last|final|first|second|middle|latter|end|start)"
    rf"(?: (?:half|third|quarter|part|mile|km|{AMOUNT}))?(?: of (?:the|it|this)(?: run)?)?(?= ?(?:$|[.,;/()]))",
    r"“\g<0>”",
    " the ",
)
_LAST_OF_IT: Final = Phrasing(rf"(\d ?x ?\d[^,;/()“]*?[a-z]),? ((?:the )?last {AMOUNT})$", r"\1 “\2”", "last")
"""'50 min w/ 5 x 30 s pick-ups last 10 min': where in it they are."""
_WHOLE_FIRST: Final = Pattern(
    rf"^((?:[^\d,;/+()×“]*, )?[^,;/+()×“]*\d[^,;/+()×“]*(?:\([^()]*\))?), ?"
    rf"(?={WITH} ?(?!.{{0,12}}\b(?:wu|cd|warm|cool))\d)",
    ",w|, w|,i|, i|,o|, o",
    re.IGNORECASE,
)
"""'16 km, with 10 km at MP': the comma parts nothing, as what follows is inside the whole."""
_AROUND: Final = r"\b(?:wu|w/u|warm|cd|cool)"
_REPEATS: Final = Pattern(r"\d ?x ?(?=\d|\()|\b(?:reps|repeats)\b", "", re.IGNORECASE)
_INSIDE: Final = Pattern(rf"\b{WITH}", "w/|with|inc|of which|in which", re.IGNORECASE)
_GLUED: Final = Pattern(
    r"(?:(?<=[\w)]) \+(?=\d{2,5} ?(?:m|ft))|(?:(?<=\dkm)|(?<=\d km))/(?=\d{3,4}(?: ?- ?\d{3,4})? ?m))"
    r"(\d{2,5}(?: ?- ?\d{2,5})?) ?(m|ft)"
    r"(?= ?(?:$|[,;/)]| trail| mountain))",
    " +|km/",
    re.IGNORECASE,
)
_THOUSANDS: Final = Pattern(
    r"(\d+(?:\.\d)?) ?k (?:of )?(?:vert|climb|gain|elevation|ascent)\b",
    "vert|climb|gain|elevation|ascent",
    re.IGNORECASE,
)
_EITHER: Final = Pattern(
    rf"(?<![\d.:/x] )(?<![\d.:/x])\b([4-9]|1\d)/(\d{{1,2}}) ?({FAR})\b(?! ?/)",
    r"\d/",
    re.IGNORECASE,
)
"""'5/6 miles' is a range or two runs; '6/4 mi' are two."""
_TWO_TIMES: Final = Pattern(
    r"^[a-z -]*?((?:[2-9]\d|1\d\d) ?(?:min|mins|minutes|')) ?/ ?(\d(?:[.:]\d+)? ?(?:h|hrs?|hours?)|1\d\d ?(?:min|'))$",
    "min/|min /|mins/|mins /|minutes/|minutes /|'/|' /",
    re.IGNORECASE,
)
"""'90 min / 2 h': a choice, as likely as two stretches."""
_UPHILL: Final = Pattern(
    r"\b(?:trail|trails|mountains?|hike|fell|hilly|vert|skyrunning)\b", "", re.IGNORECASE
)
_QUOTED: Final = Pattern("(“[^“”]*”)", "“", re.UNICODE)


def rephrased(text: str) -> str:
    """*text*, as a keyboard has it, in phrases that the grammar reads; ValueError for one with two meanings."""
    text = in_blocks(one_row(text))
    whole = _WHOLE_FIRST.match(text)
    if whole and not _REPEATS.search(whole[1]) and not re.search(_AROUND, whole[1], re.IGNORECASE):
        text = f"{whole[1]} {text[whole.end() :]}"
    ask_number_last(text)
    if text[:1] == "." and text[1:2].isdecimal():
        text = f"0{text}"
    folded = text.casefold()
    for phrasing in _PHRASINGS:
        if phrasing.may_match(folded) and (put := _put(phrasing, text)) != text:
            text, folded = put, put.casefold()
    if _INSIDE.search(text):
        text = _put(_LAST_OF_IT, _put(_WHERE_IN_IT, text))
    if climb := _THOUSANDS.search(text):
        number = decimal(1000 * float(climb[1]))
        raise ValueError(f"'{climb[0]}' could be {number} ft or {number} m; write '{number} ft climb'")
    either = _EITHER.search(text)
    if either and int(either[2]) == int(either[1]) + 1:
        first, second, unit = either[1], either[2], either[3]
        raise ValueError(
            f"'{either[0].strip()}' could be {first}-{second} {unit}, or {first} and then {second};"
            f" write '{first}-{second} {unit}', or '{first} {unit} + {second} {unit}'"
        )
    if times := _TWO_TIMES.search(text):
        raise ValueError(
            f"'{times[1]} / {times[2]}' could be {times[1]} to {times[2]}, or one after the other; "
            f"write '{times[1]} - {times[2]}', or '{times[1]} + {times[2]}'"
        )
    glued = _GLUED.search(text)
    if glued and (glued[0].lstrip()[0] == "+" or not _REPEATS.search(text)):
        if not _UPHILL.search(text):
            amount = f"{glued[1]} {glued[2]}"
            raise ValueError(
                f"'{glued[0].lstrip()[0]}{amount}' could be {amount} of climb or {amount} more; "
                f"write '{amount} climb', or '/ {amount}'"
            )
        text = _GLUED.sub(r" \1 \2 climb", text)
    return text


def _put(phrasing: Phrasing, text: str) -> str:
    """*text* put otherwise, but for its words between quotes."""
    if "“" not in text:
        return phrasing.put(text)
    pieces = _QUOTED.split(text)
    pieces[::2] = [phrasing.put(piece) if piece else piece for piece in pieces[::2]]
    return "".join(pieces)
