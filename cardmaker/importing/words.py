"""A few words of a coach → what kind of session they name: rest, strength, another sport, mobility, training aside."""

import re
from typing import Final, Literal

Aside = Literal["rest", "strength", "recovery", "cross-training", ""]

_REST: Final = re.compile(
    r"(?:(?:complete|full|total|planned)\s+)?(?:rest(?:\s*day)?|(?:day\s+)?off|off\s*day|no\s+running)[.!]*",
    re.IGNORECASE,
)
_REST_OR: Final = re.compile(
    r"(?:rest(?:\s*day)?|off(?:\s*day)?|day\s+off)\s*(?:/|,|\bor\b)\s*(?=\S)", re.IGNORECASE
)
_ASIDES: Final[tuple[tuple[Aside, re.Pattern[str]], ...]] = (
    (
        "strength",
        re.compile(
            r"\b(?:strength|weights?|weight\s*training|weight\s*lifting|lift(?:ing)?|gym|s\s?&\s?c|s\+c|core|"
            r"resistance|kettlebells?|upper\s+body|lower\s+body|full\s+body|push\s+day|pull\s+day|leg\s+day|"
            r"plyo\w*|conditioning|calisthenics|crossfit)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "recovery",
        re.compile(
            r"\b(?:yoga|stretch(?:es|ing)?|mobility|foam[\s-]*roll(?:ing|er)?|massage|physio\w*|sauna|pilates)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "cross-training",
        re.compile(
            r"\b(?:cross[\s-]*train(?:ing)?|cross|xt|ct|elliptical|aqua[\s-]*jog(?:ging)?|pool\s+run(?:ning)?|"
            r"ski(?:ing)?|hiit|stairs?\s*master|stairmaster|spinning|spin|cardio|skating|paddl\w+|kayak\w*|dance|"
            r"climbing|football|soccer|tennis|basketball)\b",
            re.IGNORECASE,
        ),
    ),
)
_SPORT: Final = re.compile(
    r"\b(?:(?P<swim>swim(?:ming)?)|(?P<bike>bik(?:e|ing)|cycl(?:e|ing)|ride|turbo)|(?P<row>row(?:ing|er)?)|"
    r"(?P<brick>brick))\b",
    re.IGNORECASE,
)
_RUN: Final = re.compile(r"\b(?:run(?:ning|s)?|jog(?:ging)?|easy|tempo|strides|long\s+run)\b", re.IGNORECASE)

Sport = Literal["swim", "bike", "row", "brick"]


def is_rest(text: str) -> bool:
    """Whether the words say a day without training, and no more."""
    return bool(_REST.fullmatch(text.strip()))


def instead_of_rest(text: str) -> str:
    """What may be done instead of nothing: 'or 20 min yoga'; '' if the words don't begin with rest."""
    found = _REST_OR.match(text.strip())
    return f"or {text.strip()[found.end() :]}" if found else ""


def before_strength(text: str) -> tuple[str, str] | None:
    """What is said before the strength of '3 mi easy strength training', and that."""
    found = re.search(
        r"\s(?=(?:strength|weights?|core|gym)(?:\s+(?:training|work|session|circuit))?$)", text, re.IGNORECASE
    )
    return (text[: found.start()].rstrip(" ,;:"), text[found.end() :]) if found else None


def aside(text: str) -> Aside:
    """The kind of training other than a sport with distances that the words name; '' for none."""
    return next((kind for kind, pattern in _ASIDES if pattern.search(text)), "")


def sport(text: str) -> tuple[Sport, str] | None:
    """The one sport that the words name, and the rest of them; None for none or several."""
    found = [*_SPORT.finditer(text)]
    named: set[Sport] = {match.lastgroup for match in found if match.lastgroup}  # type: ignore[misc]
    if "brick" in named or (len(named) == 1 and _RUN.search(text) and "+" in text):
        return "brick", re.sub(r"^\s*brick\s*[:–-]?\s*", "", text, flags=re.IGNORECASE)
    if len(named) != 1:
        return None
    first = found[0]
    before, after = text[: first.start()], text[first.end() :]
    rest = f"{before.rstrip(' :(-')} {after.lstrip(' :)-')}".strip()
    return next(iter(named)), rest


def is_aside(text: str) -> bool:
    """Whether the words name anything but running."""
    return bool(aside(text) or _SPORT.search(text) or is_rest(text))
