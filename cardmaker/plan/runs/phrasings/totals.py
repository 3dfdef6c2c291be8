"""What a session comes to, under a label of its own: 'Workout time: 20 min. Walk 5 min, …', 'Total distance: 8 km'."""

from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import HOW_FAR, HOW_MUCH, RANGE

_OF_ALL: Final = r"(?:(?:total|overall|workout|session|training|run(?:ning)?)(?:'s)? )?"
_HOW_LONG: Final = rf"{RANGE} ?(?:min\w*|h\b|hrs?\b|hours?\b)"

TOTALS: Final = (
    # 'Distance: 8 km; Duration: 50 min': one run, measured twice
    Phrasing(
        rf"^(?P<name>[^\d:;]*?[,;:.] ?)?{_OF_ALL}distance ?:? ?(?P<far>{HOW_FAR})[,;.]? "
        rf"{_OF_ALL}(?:time|duration) ?:? ?(?P<long>{_HOW_LONG})$",
        r"\g<name>\g<far> in \g<long>",
        "distance",
    ),
    # 'Session 1, workout time: 20 min. Walk 5 min, run 10 min, walk 5 min'
    Phrasing(
        rf"^(?P<name>(?!.*\d ?x ?\d.*\btime)[^:;]*?[,;.] ?)?{_OF_ALL}(?:time|duration|distance|length) ?(?::|of|-) ?"
        rf"(?P<all>{HOW_MUCH})[.,;:]? (?:- )?(?=.*\d)(?P<parts>.+)$",
        r"\g<name>\g<all> total: \g<parts>",
        "time|duration|distance|length",
    ),
)
