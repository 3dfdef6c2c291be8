"""German numbers in words → in figures: 'drei Sätze', 'fünfzehn bis zwanzig Sekunden', 'zweimal zehn'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.sets.words import listed

_ONES: Final = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS: Final = listed("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS: Final = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_FIGURES: Final = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 2)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "fünfundzwanzig": 25,
    "fünfundvierzig": 45,
}
_NUMBER: Final = "|".join(sorted(_FIGURES, key=len, reverse=True))
_NEEDED: Final = "|".join(
    (*_ONES[:3], "fünf", "sechs", "sieb", "acht", "neun", "zehn", "elf", "zwölf", "zig", "ßig")
)
_COUNTED: Final = (
    r"(?:weiteren? |more )?(?:sätzen?|serien|sets|runden|rounds|durchgängen?|durchläufen?|sekunden|minuten|sek|min|s"
    r"|wiederholungen|wdh|reps|atemzüge|breaths|mal|x)\b"
)


def _span(found: re.Match[str]) -> str:
    return "-".join(str(_FIGURES[word.lower()]) for word in found.groups()[:2] if word) + " "


NUMERALS: Final = (
    Phrasing(rf"\b({_NUMBER})(?: (?:bis|to|-) ({_NUMBER}))? (?={_COUNTED})", _span, _NEEDED),
    Phrasing(
        rf"\b({_NUMBER})mal (?=wiederholen|repeat|(?:auf|pro|je|each) (?:jede[rn]? |beiden )?(?:seiten?|side)\b)",
        lambda found: f"{_FIGURES[found[1].lower()]}x ",
        "mal ",
    ),
    Phrasing(
        rf"\b({_NUMBER})mal(?= (?:pro|die|am|in der|a|per|each) (?:woche|week|tag|day)\b| täglich| daily)",
        lambda found: f"{_FIGURES[found[1].lower()]} times",
        "mal ",
    ),
    Phrasing(rf"\b({_NUMBER})mal\b", lambda found: f"{_FIGURES[found[1].lower()]} mal", "mal"),
    Phrasing(r"(\d)- ?(?:bis|to|-) ?(?=\d)", r"\1-", "- |-b|-t|--"),
)
