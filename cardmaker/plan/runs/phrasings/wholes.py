"""What the parts make in all, and turns of running and walking that fill a whole."""

from typing import Final

from cardmaker.plan.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, TURN

WHOLES: Final = (
    # 'optional 4 strides', '…, easy to finish': more that needn't be run, and what is left of the whole
    Phrasing(r"(?<=[a-z]), (optional(?:ly)? \d[^,;/]*)$", r" “\1”", "optional"),
    Phrasing(
        r"(?<=[)\w]),? (?:then )?((?:the )?(?:rest|remainder)(?: is| at)? easy|easy to (?:finish|end))$",
        r" “\1”",
        "easy",
    ),
    Phrasing(
        r"(?<=[a-z]), (hills|hilly|rolling|undulating)(?=, (?:last|final|first) )", r" \1", "hill|roll|undul"
    ),
    # '= 5 mi', '(6 mi total)': what the parts make in all; '8 x …: 10 times'
    Phrasing(rf"(?<=[a-z][a-z]) = ?{AMOUNT}(?: total| in all)?$", r" “\g<0>”", "="),
    Phrasing(rf"(?<=[,;/+])(.*) \(({AMOUNT}) (?:total|in all)\)$", r"\1 “\2 total”", "total|in all"),
    Phrasing(rf"\(({AMOUNT}) (?:total|in all)\)$", r"(total \1)", "total|in all"),
    Phrasing(r" ?: ?(\d{1,2}) times$", r" x \1", "times"),
    # 'within 70 min': how long all of it takes, of which it says no more
    Phrasing(rf"\b(?:all |total )?within (?:a |an )?{AMOUNT}\b(?: run)?", r"“\g<0>”", "within"),
    # '30 min run/walk 60 s / 30 s', '14 mi run 3 min / walk 1 min': turns that fill the whole
    Phrasing(
        rf"^({AMOUNT}|\d+:\d\d) (run(?:ning)? ?[/-] ?walk(?:ing)?)[,:]? ({TURN})(?: run(?:ning)?)?"
        rf" ?/ ?({TURN})(?: walk(?:ing)?)?$",
        r"\1 \2 with \3 run / \4 walk",
        "walk",
    ),
    Phrasing(
        rf"^({AMOUNT}|\d+:\d\d)[,:]? run(?:ning)? ({TURN}) ?[/,] ?walk(?:ing)? ({TURN})$",
        r"\1 with \2 run / \3 walk",
        "walk",
    ),
    Phrasing(rf"^({AMOUNT}): (?=(?:first|last) )", r"\1, ", "first|last"),
    # 'easy hour'
    Phrasing(r"^(easy|steady|long|gentle) hour\b", r"1 hour \1", "hour"),
)
