"""One stretch that is measured in several ways: how far, how long and at what pace, or at least how long."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.lexer.tokens import seconds_of
from cardmaker.plan.runs.phrasings.pieces import FAR, N


def said_thrice(found: re.Match[str]) -> str:
    """A distance, its time and its pace as one stretch, if they agree."""
    far = float(re.match(r"[\d.]+", found[1])[0])  # type: ignore[index]  # begins so
    long, pace = seconds_of(found[2] if ":" in found[2] else f"{found[2]}:00"), seconds_of(found[4])
    own = "km" if re.match(r"[\d.]+ ?k", found[1]) else "mi"
    long *= 60 if (found[3] or "").lower() == "h" and found[2].count(":") == 1 else 1
    alike = own == found[5][:2] and abs(far * pace - long) <= 0.03 * long
    return f"{found[1]} @ {found[4]}/{own}" if alike else found[0]


def _paced_so(found: re.Match[str]) -> str:
    """'8 km, 51 min, 6:22' and '9 mi 7:45 70 min' as a distance with its pace and time, if they agree."""
    far, long = float(re.match(r"[\d.]+", found["far"])[0]), int(found["long"])  # type: ignore[index]  # begins so
    alike = abs(far * seconds_of(found["pace"]) - 60 * long) <= 60 * max(1.0, 0.03 * long)
    return f"{found['far']} @ {found['pace']} in {long} min" if alike else found[0]


def _far_in(found: re.Match[str]) -> str:
    """'(5 km / 33 min / GA1)' as a distance in a time, if anyone runs so."""
    far = float(found["far"].replace(",", ".")) * (
        1.0 if found["unit"][0] in "kK" else METRES_PER_MILE / 1000
    )
    if not 170 <= 60 * int(found["long"]) / far <= 540:
        return found[0]
    return f"{found['far']} {found['unit']} in {found['long']} min {found['how']}"


MEASURES: Final = (
    # '8 km, 45:00, 5:37/km' is one stretch, said three times
    Phrasing(
        rf"^(\d+(?:\.\d+)? ?{FAR}\b[^,;/\d]*),? ?(?<!@ )(?<!in )((?:\d:)?\d{{1,2}}:\d\d|\d{{2,3}}(?= ?min))"
        r"(?: ?(min\w*|h))?,? ?(?:@ ?)?"
        r"(\d{1,2}:\d\d) ?(?:min)? ?/ ?(km|mi|mile)(?![a-z])",
        said_thrice,
        ":",
    ),
    *(
        Phrasing(rf"^(?P<far>\d+(?:\.\d+)? ?(?:{FAR}|(?-i:M))),? {rest}$", _paced_so, ":")
        for rest in (
            r"(?P<long>\d{1,3}) ?min\w*,? (?P<pace>\d{1,2}:[0-5]\d)",
            r"(?:@ ?)?(?P<pace>\d{1,2}:[0-5]\d),? (?P<long>\d{2,3}) ?min\w*",
        )
    ),
    Phrasing(
        rf"\((?P<far>{N}) ?(?P<unit>{FAR}) ?/ ?(?P<long>\d{{2,3}}) ?min\w*\.? ?/ ?(?P<how>[a-z][a-z0-9 ]*)\)",
        _far_in,
        "/",
        "(",
    ),
    # '21 km taking two hours', '16 km, target 80 minutes'
    Phrasing(rf"(\d ?{FAR}\b[^\d,;/()]*?) taking (?=\S)", r"\1 in ", "taking"),
    Phrasing(rf"(\d ?{FAR}\b), (?=target \d)", r"\1 ", "target"),
    # '10-14 miles (> 75 min)' says at least how long; 'long run (> 75 min)' is that long or longer
    Phrasing(
        r"^([^()]*?)\((?:>|≥|at least|over|more than) ?(\d+ ?(?:min\w*|h\w*))\)",
        lambda found: (
            f"{found[1]}“at least {found[2]}”"
            if re.search(r"\d", found[1])
            else f"{found[1]}{found[2]} “or more”"
        ),
        ">|≥|at least|over|more than",
        "(",
    ),
)
