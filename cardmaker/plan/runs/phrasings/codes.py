"""Letters that plans have for paces, names of sessions that say how often, and what a session's name says once more."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, TURN


def _named_by_repeats(found: re.Match[str]) -> str:
    """'6 x 800: 2 mi wu, 6 x 800 @ 5k, 2 mi cd': the repeats that a session is called by are among its parts."""
    name = re.sub(r"\s", "", found[1]).lower()
    return f"“{found[1]}” {found[2]}" if name in re.sub(r"\s", "", found[2]).lower() else found[0]


def _in_minutes(found: re.Match[str]) -> str:
    """All of '15m warm-up, 4x6m @ LT, 10m cool-down' in minutes: nobody warms up for 15 miles."""
    ends = [int(one) for pair in _WARM_UP_M.findall(found[0]) for one in pair if one]
    return _FEW_M.sub(r"\1 min", found[0]) if max(ends, default=0) >= _LEAST_OF_MINUTES else found[0]


_LEAST_OF_MINUTES: Final = 8
_WARM_UP_M: Final = re.compile(
    r"(?<![\d.x])(\d{1,2})m (?:easy )?(?:warm|cool|wu\b|cd\b|w/u|c/d)"
    r"|\b(?:warm-? ?up|cool-? ?down|wu|cd|w/u|c/d):? (?:of )?(\d{1,2})m\b",
    re.IGNORECASE,
)
_FEW_M: Final = re.compile(
    r"(?<![\d.])((?:[1-9]|[12]\d|30)(?: ?- ?\d{1,2})?)m\b(?! ?(?:/|hill|stride|sprint|climb|accel|pick))",
    re.IGNORECASE,
)


def _said_thrice(found: re.Match[str]) -> str:
    """'Easy 7 km, relaxed, 00:49:00, 7:00/km' as one stretch, if its distance, time and pace agree."""
    far = float(found["number"].replace(",", "."))
    hours, minutes, seconds = (int(part) for part in found["time"].split(":"))
    slow, fast = (int(part) for part in found["pace"].split(":"))
    taken = 3600 * hours + 60 * minutes + seconds
    alike = (
        found["far"][-2:].lower() == found["unit"].lower()
        and abs(far * (60 * slow + fast) - taken) <= 0.03 * taken
    )
    return (
        f"{found['name']}{found['far']}{found['words']} @ {found['pace']}/{found['unit']}"
        if alike
        else found[0]
    )


CODES: Final = (
    # '15m warm-up, 4x6m @ LT w/ 2m jog, 10m cool-down'
    Phrasing(
        r"^(?=.*\dm\b)(?=.*(?:warm|cool|\bwu\b|\bcd\b|w/u|c/d)).*$",
        _in_minutes,
        r"\dm",
        "warm|cool|wu|cd|w/u|c/d",
    ),
    # '14 x 1 min, 20 min warm-up, 1 min recovery between reps, 10 min cool-down': the recovery behind its repeats
    Phrasing(
        r"^(\d{1,2} ?x ?[^,;]+), (\d[^,;]*\b(?:warm-? ?up|wu)\b[^,;]*),"
        r" (\d[\d.:]*[- ]?[a-z'\"]+[^,;]* between (?:the |all )?(?:reps?|repeats|intervals|efforts|sets?)),",
        r"\1, \3, \2,",
        "between",
        "warm|wu",
    ),
    # '2 x 1 mi @ tempo, 3 min jog between, remaining distance easy to total 4 mi'
    Phrasing(
        r"^(.*\d.*?)[,;.] ?(?:the )?(?:remaining|remainder of the|rest of the) (?:distance|miles|kms?|time)"
        rf"(?: at| run)? easy(?: pace)? to (?:total|make|complete)(?: up)? ?(?:~ ?|about )?({AMOUNT})(?: total)?\.?$",
        r"\2 total: \1",
        "remain|rest of",
    ),
    # '12 x 400 m @ 5k (1:40 per rep, 4:10/km)'
    Phrasing(
        r"\((?:~ ?)?(\d:[0-5]\d|\d{2,3} ?s) (?:per|each) ?(?:rep(?:eat)?)?, (?:~ ?)?(\d:[0-5]\d ?/ ?(?:km|mi))\)",
        r"@ \2 “\1 per rep”",
        "per |each",
    ),
    # '5k race (2 mi wu, 1 mi cd)': nobody warms up within a race
    Phrasing(
        rf"^([^()]*\brace) \(({AMOUNT} (?:wu|w/u|warm-? ?up))(?: ?[,/+&] ?| and )({AMOUNT} (?:cd|c/d|cool-? ?down))\)$",
        r"\2 / \1 / \3",
        "race (",
    ),
    # '30 min fartlek, warm-up and cool-down included'
    Phrasing(
        r"^([^\d;/+]*\d[\d.-]* ?[a-z]+[^\d;/+(]*?),? ?\(?((?:incl(?:udes|uding|\.)?)"
        r" (?:the |a )?warm-? ?up (?:and|&) cool-? ?down"
        r"|warm-? ?up (?:and|&) cool-? ?down (?:are )?included)\)?$",
        r"\1 “\2”",
        "incl",
        "warm",
    ),
    Phrasing(
        r"^(?P<name>[^\d]*)(?P<far>(?P<number>\d+(?:[.,]\d+)?) ?(?:km|mi))(?P<words>(?:(?! in\b)[^\d;/@])*?),?"
        r" (?P<time>\d{1,2}:\d\d:\d\d),? (?:@ ?)?(?P<pace>\d{1,2}:[0-5]\d) ?/ ?(?P<unit>km|mi)(?=$|[,;])",
        _said_thrice,
        ":",
    ),
    # '5 mi @ TP'; without '@' it is the German 'Trabpause'
    Phrasing(r"(?:@ ?|\bat )(?-i:TP)\b", "@ tempo “TP”", "tp"),
    Phrasing(r"(?:@ ?|\bat )(?-i:EP)\b(?! ?/)", "@ easy “EP”", "ep"),
    Phrasing(
        r"^(?:1[- ])?mile (?:intervals?|repeats?|reps?)[,:]? (\d{1,2}(?: ?- ?\d{1,2})?)"
        r"(?= ?(?:$|@|at\b|w/|with\b|in\b|,))",
        r"\1 x 1 mile",
        "mile ",
    ),
    Phrasing(r"^(\d{1,2} ?x ?\d{1,4} ?[a-z]{0,2}): (.*\d ?x ?\d.*)$", _named_by_repeats, ": ", "x"),
    # '3 x 8 min @ T, recovery 2 min moderate': how the recovery is run
    Phrasing(
        rf"[,;.] ?(?:w/ ?|with )?rec(?:overy|overies)?:? ({AMOUNT}|{TURN}) (?:at )?"
        r"((?:moderate|steady|brisk|tempo|float|marathon pace|mp)(?: (?:pace|run|running|effort))?)\.?(?=$|[,;])",
        r" w/ \1 recovery “\2”",
        "rec",
    ),
)
