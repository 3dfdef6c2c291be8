"""What language lines of training are written in, by words and names of days that only that language has."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from cardmaker.plan.daynames import DayNames
from cardmaker.plan.foreign import ForeignWords
from cardmaker.plan.names import Names
from cardmaker.plan.runs.effortphrases import PHRASES
from cardmaker.plan.runs.lexicon import WORDS
from cardmaker.record import record
from cardmaker.yaml12 import FieldPath

_WORD: Final = re.compile(r"[^\W\d_]{4,}")  # shorter ones are letters of paces and words of several languages
_ALSO_ENGLISH: Final = frozenset({
    "blau", "crescendo", "kilo", "lang", "links", "maximal", "maximum", "meter", "mind", "progressive", "ruhe", "runde",
    "sandsack", "theraband", "unten", "ziel",
})  # fmt: skip
"""Words of other languages that an English line may have, too, as a word or a name."""
_OF_SETS: Final = frozenset({
    "band", "body", "each", "hold", "legs", "light", "none", "pause", "rounds", "side", "times", "week", "weeks",
})  # fmt: skip
"""English words that prescriptions often have, besides those of runs."""
_PARTS: Final = ("weeks", "days", "base_week", "phases", "workouts")
_UNREAD: Final = (
    *("name", "note", "focus", "title", "label", "next", "tips", "warm_up", "cool_down"),
    *("strength", "recovery", "rest", "cross-training", "cross_training"),
)
"""Keys of what is printed as it is written, and of names, which may be in any language."""
_FEWEST: Final = 2
"""So many different words of a language are no chance; one may be a name or a loan."""
_SHORT: Final = re.compile(r"(?<![\w/-])(?:DL ?[1-4R](?![\w/-]| ?x)|[^\W\d_a-z]{2,4}(?![\w/-]))")
"""Abbreviations of kinds of runs, 'TDL', 'DL 1'."""
_LONE: Final = re.compile("[A-QS-Z]DL|DL ?[1-4R]|HF")
"""A run that one such abbreviation shows; 'RDL' is a lift."""


@record
class OtherLanguage:
    """Words of *language*, at the first of which is the field *path*."""

    language: str
    words: tuple[str, ...]
    path: FieldPath


def language_of(line: str, names: Names) -> tuple[str, str]:
    """The language of a line that has words only that language has, and the first of these; else twice ''."""
    words = [word.casefold() for word in _WORD.findall(line)]
    short = [word for word in dict.fromkeys(_SHORT.findall(line)) if word.casefold() not in PHRASES]
    clear = short if len(short) >= _FEWEST else [word for word in short if _LONE.fullmatch(word)]
    if not (clear or _strange(words)):
        return "", ""
    for language, own in _own_words(names):
        for word in words:
            if word in own:
                return language, word
        foreign = names.in_language(language).foreign_words() if clear else None
        found = [word for word in clear if foreign and word in foreign.english["runs"]]
        if len(found) >= _FEWEST or any(map(_LONE.fullmatch, found)):
            return language, found[0]
    return "", ""


def foreign_in(data: Mapping[str, Any], names: Names) -> OtherLanguage | None:
    """What shows that a plan which doesn't say its language is in another one than English; None if nothing does."""
    keys, lines = list(_day_keys(data)), list(_lines(data))
    words = [(word.casefold(), path) for path, line in lines for word in _WORD.findall(line)]
    if not (keys or _strange(word for word, _ in words)):
        return None
    for language, own in _own_words(names):
        days = {name.casefold().strip(".") for name in names.day_names(language)}
        found = [(key, path) for key, path in keys if key in days]
        found += [(word, path) for word, path in words if word in own]
        different = tuple(dict.fromkeys(word for word, _ in found))
        if len(different) >= _FEWEST:
            return OtherLanguage(language, different, found[0][1])
    return None


def _strange(words: Iterable[str]) -> bool:
    """Whether a word is none that plans usually have; only then are other languages read, which takes 4 ms."""
    return any(not (word in WORDS or word in PHRASES or word in _OF_SETS) for word in words)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The English words of the notations of runs."""
    return frozenset(word for phrase in WORDS for word in _WORD.findall(phrase))


def _own_words(names: Names) -> Iterator[tuple[str, frozenset[str]]]:
    """The languages besides English, and the words that only they have."""
    for language in names.languages():
        if words := names.in_language(language).foreign_words():
            yield language, _only_in(words)


def _only_in(words: ForeignWords) -> frozenset[str]:
    """Words of a language that are none of the English for them, nor of the notations."""
    own = {
        word.casefold() for table in words.english.values() for key in table for word in _WORD.findall(key)
    }
    english = {
        word.casefold()
        for table in words.english.values()
        for one in table.values()
        for word in _WORD.findall(one)
    }
    return frozenset(own - english - _known() - _ALSO_ENGLISH)


def _day_keys(data: Mapping[str, Any]) -> Iterator[tuple[str, FieldPath]]:
    """The keys of weeks that no English name of a day is, in lower case."""
    days = DayNames()
    weeks = data.get("weeks")
    places = enumerate(weeks) if isinstance(weeks, list) else weeks.items() if isinstance(weeks, dict) else ()
    found = [(("weeks", place), week) for place, week in places] + [(("base_week",), data.get("base_week"))]
    for path, week in found:
        for key in week if isinstance(week, dict) else ():
            plain = str(key).casefold().strip(". ")
            if not plain.isdecimal() and plain not in _UNREAD and not _is_day(days, plain):
                yield plain, (*path, key)


def _is_day(days: DayNames, key: str) -> bool:
    try:
        return days.days(key) is not None
    except ValueError:
        return True


def _lines(node: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """The texts of a plan that are read as training, and where they are."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, list):
        for place, one in enumerate(node):
            yield from _lines(one, (*path, place))
    elif isinstance(node, dict):
        for key, one in node.items():
            if (key in _PARTS) if not path else (key not in _UNREAD):
                yield from _lines(one, (*path, key))
