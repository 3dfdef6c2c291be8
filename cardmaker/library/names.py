"""A name as someone writes it → its id, and keys under which other spellings of it meet."""

import re
import unicodedata

from cardmaker.patterns import Pattern

_ACCENTS = Pattern("[\u0300-\u036f]", "", re.UNICODE)
_APOSTROPHES = Pattern("['’ʼ`´]", "'|’|ʼ|`|´", re.UNICODE)


def words(text: str) -> tuple[str, ...]:
    """The words of *text*: small letters without Latin accents and apostrophes, split at all else."""
    bare = _APOSTROPHES.sub("", text)
    if bare.isascii():
        return tuple(re.findall("[a-z0-9]+", bare.lower()))
    plain = unicodedata.normalize("NFKD", bare).casefold()
    letters = unicodedata.normalize("NFC", _ACCENTS.sub("", plain))
    if letters.isascii():
        return tuple(re.findall("[a-z0-9]+", letters))
    spaced = (c if unicodedata.category(c)[0] in "LMN" else " " for c in letters)
    return tuple("".join(spaced).split())


def slug(text: str) -> str:
    """The id of a name: its words joined by hyphens; '' if it has none."""
    return "-".join(words(text))


def singular(word: str) -> str:
    """A word without its English plural; a stem to compare, not always a word."""
    if len(word) > 4 and word.endswith("ves"):
        return word[:-3] + "f"
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


SHORT = {
    "db": "dumbbell",
    "bb": "barbell",
    "kb": "kettlebell",
    "bw": "bodyweight",
    "sl": "single leg",
    "kh": "kurzhantel",
    "lh": "langhantel",
}
"""What coaches shorten, in English and in German."""

AMBIGUOUS = {
    "sldl": ("stiff-leg deadlift", "single-leg deadlift"),
    "rudern": ("vorgebeugtes Rudern", "Rudern am Kabelzug", "Rudergerät"),
    "triceps extension": ("overhead triceps extension", "skull crusher", "triceps pushdown"),
}
"""Short names that are used for more than one exercise."""


_FILLERS = frozenset(("with", "w", "using", "on", "the", "mit", "am", "an", "im"))
"""Words that join the others, and say nothing of the exercise."""


def meanings(text: str) -> tuple[str, ...]:
    """The names of the exercises that *text* is used for, if they are several; () if it isn't ambiguous."""
    wanted = set(keys(text))
    return next((meant for short, meant in AMBIGUOUS.items() if wanted & set(keys(short))), ())


def gist(text: str) -> str:
    """The words of *text* in alphabetical order, spelt out and without plurals: 'Squats (BB)' → 'barbell squat'."""
    found = {singular(word) for word in words(spelt_out(text)) if word not in _FILLERS}
    return " ".join(sorted(found))


def spelt_out(text: str) -> str:
    """*text* with what coaches shorten written out: 'DB RDL' → 'dumbbell rdl'."""
    return " ".join(SHORT.get(word, word) for word in words(text))


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""Umlauts as they are typed without their keys."""


def keys(text: str) -> tuple[str, ...]:
    """What *text* is filed under: without case, blanks, hyphens and plurals; () if it has no words.

    'Step-ups', 'step up' and 'stepup' share a key, and so do 'Bankdrücken' and 'Bankdruecken'.
    """
    found = _keys(words(text))
    if not text.isascii():
        found += _keys(words(unicodedata.normalize("NFC", text).casefold().translate(_SPELT)))
    return tuple(dict.fromkeys(found))


def _keys(parts: tuple[str, ...]) -> tuple[str, ...]:
    if not parts:
        return ()
    return "".join((*parts[:-1], singular(parts[-1]))), "".join(map(singular, parts))
