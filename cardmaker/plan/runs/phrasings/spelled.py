"""Numbers in words and what they count: 'a minute and a half', 'twenty to 30 minutes', 'four 800s'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.quantity import decimal
from cardmaker.plan.runs.phrasings.pieces import DISTANCE, LONG, NUMBERS

_WORDS: Final = "|".join(
    word for word, digits in NUMBERS.items() if digits.isdigit() and digits != "1" and len(word) > 2
)
_NAMES: Final = "wo|hree|four|five|six|seven|eight|nine|ten|twe|teen|thirty|forty|fifty|sixty|ninety"


def _halves(found: re.Match[str]) -> str:
    """'a minute and a half' as '1.5 minutes'."""
    whole = NUMBERS.get(found[1].lower(), found[1]) if found[1].lower() != "a" else "1"
    return f"{decimal(float(whole) + 0.5)} {found[2]}s"


def _counted(found: re.Match[str]) -> str:
    return f"{NUMBERS[found[1].lower()]} x "


def _cut_short(found: re.Match[str]) -> str:
    """'3:50-55/km' as '3:50-3:55/km'."""
    return f"{found[1]}:{found[2]}-{found[1]}:{found[3]}" if int(found[2]) < int(found[3]) else found[0]


SPELLED: Final = (
    # '5 milesEasy', 'speed8 miles'
    Phrasing(
        r"(\d ?(?:miles?|km|mins?))(?=(?:easy|long|tempo|recovery|steady)\b)|\b(speed|easy|long)(?=\d)",
        lambda found: f"{found[0]} ",
        r"seasy|measy|eeasy|slong|mlong|elong|stempo|mtempo|srec|mrec|ssteady|msteady|nrec|neasy|ntempo|nsteady"
        r"|speed\d|easy\d|long\d",
    ),
    # 'Intervals—6 x 400 m'
    Phrasing(r"(?<=[a-z]{3})-(?=\d{1,2}(?:-\d{1,2})? ?x ?\d)", " - ", r"-\d", "x"),
    # '4 x .25 mi'
    Phrasing(r"(?<![\w.])\.(?=\d{1,2}[ -]?(?:mi(?:les?)?|km?|laps?)\b)", "0.", r" .\d|-.\d|(.\d|/.\d"),
    Phrasing(r"(?<=\d) ?std\b\.?", " h", "std"),
    Phrasing(r"(\d ?k?m)(?=\d{1,2} ?x ?\d)", r"\1 ", r"m\d"),
    Phrasing(
        r"(?<![\d:-])(\d):([0-5]\d) ?- ?([0-5]\d)(?= ?(?:$|[,;)]|(?:min ?)?/ ?(?:km|mi)))",
        _cut_short,
        ":",
        "-",
    ),
    Phrasing(r"(?<=[a-z])(?<!workout),? time[:=] ?(?=\d+ ?min)", " ", "time:|time="),
    Phrasing(
        r"(\d ?)(km|mi|min) (?:\2|miles?(?<=i miles)|miles?(?<=i mile))\b", r"\1\2", "km km|mi mi|min min"
    ),
    Phrasing(rf"\b(an?|one|{_WORDS}|\d+) (minute|hour|mile)s? and a half\b", _halves, " and a half"),
    Phrasing(
        r"(?:(?<=^)|(?<=[,;(+/] )|(?<=for )|(?<=jog )|(?<=walk )|(?<=run )|(?<=and )|(?<=then )|(?<=with )|(?<=w/ )"
        r"|(?<=of )|(?<= x ))an? (minute|mile|second|hour)(?:'s)?(?= |$|[,;.)])(?! (?:per|pace|repeats?|later)\b)",
        r"1 \1",
        "a minute|a mile|a second|a hour|an minute|an mile|an second|an hour",
    ),
    Phrasing(
        rf"\b({_WORDS})(?=(?: ?- ?| to | or )\d+[- ]?{LONG}\b)",
        lambda found: NUMBERS[found[1].lower()],
        _NAMES,
    ),
    Phrasing(
        rf"\b({_WORDS}) (?:x )?(?=\d+(?:\.\d)?(?:[- ]?{DISTANCE}\b|[- ](?:sec|min)\w*|s\b|'s\b|00\b))",
        _counted,
        _NAMES,
    ),
    Phrasing(
        rf"\b({_WORDS}) (?=(?:efforts|intervals|repeats|repetitions|reps|laps|cycles|blocks|strides|surges|pick-?ups"
        r"|hill repeats|hill sprints|hills|sprints)\b)",
        lambda found: f"{NUMBERS[found[1].lower()]} ",
        _NAMES,
    ),
    Phrasing(
        rf"\b(\d{{1,2}}) (?=\d+-(?:seconds?|secs?|minutes?|mins?|{DISTANCE})\b[a-z -]{{0,12}}"
        r"(?:strides|surges|sprints|repeats|intervals|efforts|pick-?ups|hills)\b)",
        r"\1 x ",
        "-s|-m|-y|-k",
    ),
    Phrasing(r"\btemp (?=run\b)", "tempo ", "temp run"),
    Phrasing(
        r"(?<![\dx.])(\d{3,4}(?: ?x ?\d{3,4}){2,})(?![\dx])",
        lambda found: re.sub(" ?x ?", "-", found[1]),
        "x",
    ),
    Phrasing(r"\b(over) ?/ ?(unders)\b", r"\1-\2", "over"),
)
