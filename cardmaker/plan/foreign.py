"""What a plan says in its own language → the same in the English of the notations, which is then read as ever.

A language lists its words with the English for them. Quotes, and what names a run before a colon, stay as they are
written; a phrase that one of the language's prepositions begins becomes a quote, which is a remark.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.sets.following import rule_apart

Notation = Literal["days", "runs", "sets"]
NOTATIONS: Final[tuple[Notation, ...]] = ("days", "runs", "sets")

_QUOTED: Final = Pattern(r"([“”\"„][^“”\"„]*[“”\"])", '“|”|"|„', re.UNICODE)
_NAME: Final = Pattern(r"\s*([^\d:(]+?)(\s*:\s)", "", re.UNICODE)
_ROLES: Final = ("warm-up", "cool-down")
_LABELS: Final = ("time:", "duration:", "distance:")
_JOINS: Final = ("and", "or", "the", "with", "then")
"""Words that may be a part of a remark."""
_SPELT: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_COMMA: Final = Pattern(
    r"(?<![\d,.])(\d{1,4}),(\d{1,2})(?=\s?(?:kg|lb|km|mi|m|min|h|s|%)(?!\w))|(?<=RPE )(\d),(\d)", ",", 0
)
"""A decimal comma, which in a list of numbers would be something else."""
_THOUSANDS: Final = Pattern(r"(?<![\d,.])(\d{1,3})\.(\d{3})(?=\s?(?:m|metres)(?!\w))", ".", re.UNICODE)
"""'3.000 m' where decimals have a comma."""
_WEIGHT: Final = Pattern(r"\d\s?(?:kg|lb|%)(?!\w)", "", re.UNICODE)
_UNSAID: Final = ("name", "note", "next")
"""Keys of what isn't in any notation."""


class ForeignWords(NamedTuple):
    """The words of a language: the English for each, by the notation it is for, and what begins a remark.

    *decimal* is the sign before decimals. *headings* are those of tables' columns. *periods* ('jede Woche', 'a week')
    and *more* ('mehr') say what changes from time to time.
    """

    english: Mapping[Notation, Mapping[str, str]]
    asides: tuple[str, ...] = ()
    decimal: str = "."
    periods: Mapping[str, str] = {}
    more: tuple[str, ...] = ()
    headings: Mapping[str, str] = {}


class InEnglish(str):
    """A line in the English of a notation; *own* has the words it had for each phrase put into English."""

    own: dict[str, str]


class Translator:
    """Puts what is written in one language into English."""

    def __init__(self, words: ForeignWords) -> None:
        self._words = words

    def english(self, notation: Notation, value: Any) -> Any:
        """A text, or all texts of a list or a mapping, in English; anything else as it is."""
        match value:
            case str():
                return self._text(notation, value) if notation == "days" else self._line(notation, value)
            case list() | tuple():
                return [self.english(notation, one) for one in value]
            case Mapping():
                return {
                    key: one if key in _UNSAID else self.english(notation, one) for key, one in value.items()
                }
        return value

    def _line(self, notation: Notation, text: str) -> str:
        """A run or sets in English, which knows the words it had."""
        english = InEnglish(self._run(text) if notation == "runs" else self._text(notation, text))
        english.own = {}
        for part in _QUOTED.split(text)[::2]:
            for own, said in self._phrases[notation].found(part):
                english.own.setdefault(said.strip(), own)
        return english

    def _quoted_change(self, text: str) -> str:
        """What changes a run from time to time, as a remark: 'jede Woche +1 km'; alone it is a rule, and no run."""
        if not self._words.periods:
            return text
        if (alone := self._changes.fullmatch(text.strip())) is not None:
            return self._as_rule(alone)
        return self._changes.sub(lambda found: f"“{found[0].strip()}” ", text)

    def _rule(self, text: str) -> str:
        """'jede Woche 2,5 kg mehr' as '+2,5 kg a week': what changes sets from time to time."""
        return self._changes.sub(self._as_rule, text) if self._words.periods else text

    def _as_rule(self, found: re.Match[str]) -> str:
        before = found.string[: found.start()]
        if _WEIGHT.search(found[0]) and not _WEIGHT.search(before):
            return f"“{found[0].strip()}” "  # of a load that isn't known
        sign = "-" if (found["sign"] or found["sign2"] or "+").strip() == "-" else "+"
        per = self._words.periods[self._periods_by_key[_key(found["per"] or found["per2"])]]
        amount = next(
            found[name] for name in ("amount", "more", "less", "amount2", "more2", "less2") if found[name]
        )
        joint = "" if before.rstrip()[-1:] in (",", ";", "(", "") else ", "
        return f"{joint}{sign}{amount} {per}"

    @cached_property
    def _periods_by_key(self) -> Mapping[str, str]:
        return {_key(phrase): phrase for phrase in self._words.periods}

    @cached_property
    def _changes(self) -> re.Pattern[str]:
        period = rf"(?<!\w)(?P<per>{_any_of(self._words.periods)})(?!\w)[:,]?"
        more = rf"(?<!\w)(?:{_any_of(self._words.more)})(?!\w)"
        size = r"\d+(?:[.,]\d+)?(?:\s?-\s?\d+)?\s?(?!x|mal)[^\s\d,;()]+"
        step = (
            rf"(?:(?P<sign>(?<!\d)(?<!\d )[+-]\s?)(?P<amount>{size})(?:\s+{more})?"
            rf"|(?P<more>{size})\s+{more}|(?:{more}\s+)+(?P<less>{size}))"
        )
        again = re.sub(r"\(\?P<(\w+)>", r"(?P<\g<1>2>", rf"{step}\s+{period}(?:\s+{more})?")
        return re.compile(rf"{period}\s+(?:{more}\s+)*{step}(?:\s+{more})?|{again}", re.IGNORECASE)

    def _run(self, text: str) -> str:
        """A run, whose name before a colon is kept unless it is that of a part."""
        text = self._label.sub("", _unquoted(text, self._quoted_change))
        name = _NAME.match(text)
        if name is None:
            return self._text("runs", _unquoted(text, self._remarks))
        part = self._text("runs", name[1])
        rest = self._text("runs", _unquoted(text[name.end() :], self._remarks))
        return f"{part if part in _ROLES else name[1]}{name[2]}{rest}"

    @cached_property
    def _label(self) -> re.Pattern[str]:
        """What only says that a figure follows, 'Zeit: ' and 'Dauer: '."""
        labels = [own for own, english in self._words.english["runs"].items() if english in _LABELS]
        return re.compile(rf"(?<!\w)(?:{_any_of(labels) if labels else '(?!)'})\s*(?=\d)")

    def _text(self, notation: Notation, text: str) -> str:
        if notation == "sets":
            text = _unquoted(text, self._rule)
            written = rule_apart(text, self._rule_marks)
            if written.rule:
                return f"{self._plainly(notation, written.sets)}, next time {written.rule}"
        return self._plainly(notation, text)

    @cached_property
    def _rule_marks(self) -> tuple[str, ...]:
        """What begins the rule for next time, which stays as it is written."""
        return tuple(own for own, english in self._words.english["sets"].items() if english == "next time")

    def _plainly(self, notation: Notation, text: str) -> str:
        text = _unquoted(text, self._phrases[notation].replaced)
        if self._words.decimal != ",":
            return text
        text = _unquoted(text, partial(_THOUSANDS.sub, r"\1\2"))
        return _unquoted(text, partial(_COMMA.sub, _with_point))

    def _remarks(self, text: str) -> str:
        return self._remark.sub(lambda found: f"“{found[0].strip()}” ", text)

    @cached_property
    def _remark(self) -> re.Pattern[str]:
        """A preposition and what follows, up to a number, a sign, or a word that says something of the run."""
        table = self._words.english["runs"]
        known = _any_of(phrase for phrase in table if phrase not in self._words.asides)
        said = _any_of(phrase for phrase, english in table.items() if english not in _JOINS)
        begins = rf"(?<!\w)(?!(?:{known})(?!\w))(?:{_any_of(self._words.asides)})(?!\w)(?!\s*\d)"
        number = r"(?<=\s)\d{1,2}(?!\d|[.,:]\d|\s*[^\W\d]|\s*[-/]\s*\d)"  # 'auf Runde 3'
        return re.compile(rf"{begins}(?:(?!(?<!\w)(?:{said})(?!\w))[^,;/()\d])*(?:{number})?", re.IGNORECASE)

    @cached_property
    def _phrases(self) -> "Mapping[Notation, _Phrases]":
        return {notation: _Phrases(self._words.english[notation]) for notation in NOTATIONS}


def _with_point(number: re.Match[str]) -> str:
    return ".".join(part for part in number.groups() if part)


def _unquoted(text: str, change: Callable[[str], str]) -> str:
    """*text* with all that isn't quoted changed."""
    parts = _QUOTED.split(text)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


class _Phrases:
    """The phrases of a table that stand by themselves in a text, or behind a number, and the English for them."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table

    def replaced(self, text: str) -> str:
        """*text* with the English for each."""
        return self._pattern.sub(lambda found: self._by_key[_key(found[0])], text)

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Each as it is written, and the English for it."""
        for found in self._pattern.finditer(text):
            yield found[0], self._by_key[_key(found[0])]

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        return {_key(phrase): english for phrase, english in self._table.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W\d_])(?:{_any_of(self._table)})(?!\w)", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longer ones first, umlauts spelt either way; it fits nothing without any."""
    return "|".join(map(_spelt, sorted(phrases, key=len, reverse=True))) or r"(?!)"


def _spelt(phrase: str) -> str:
    plain = r"\s+".join(map(re.escape, phrase.split()))
    return "".join(f"(?:{letter}|{_SPELT[letter]})" if letter in _SPELT else letter for letter in plain)


def _key(phrase: str) -> str:
    """A phrase as it is looked up, however it is spelt."""
    plain = " ".join(phrase.lower().split())
    return "".join(_SPELT.get(letter, letter) for letter in plain)
