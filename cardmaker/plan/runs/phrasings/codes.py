"""Letters that plans have for paces, names of sessions that say how often, and what a session's name says once more."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, TURN


def _named_by_repeats(found: re.Match[str]) -> str:
    """'6 x 800: 2 mi wu, 6 x 800 @ 5k, 2 mi cd': the repeats that a session is called by are among its parts."""
    name = re.sub(r"\s", "", found[1]).lower()
    return f"“{found[1]}” {found[2]}" if name in re.sub(r"\s", "", found[2]).lower() else found[0]


CODES: Final = (
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
