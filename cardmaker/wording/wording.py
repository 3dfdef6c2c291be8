"""A language's file → its words, numbers and dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated, Any, Literal

from cardmaker import assets
from cardmaker.errors import NotFoundError, Problem, TemplateError
from cardmaker.paths import is_file, listed
from cardmaker.ready import Made, ready
from cardmaker.spelling import did_you_mean
from cardmaker.validation import validate
from cardmaker.validation.marks import entries, text
from cardmaker.validation.model import Model
from cardmaker.wording.formats import REPEATS, with_formats
from cardmaker.yaml12 import load_yaml_file

_MODEL = "en"
_HALF_UP = 1e-9  # so that 34.5 becomes 35 and 35.5 becomes 36
_Week = Annotated[tuple[str, ...], entries(7, 7)]
_Year = Annotated[tuple[str, ...], entries(12, 12)]


class Numbers(Model):
    """How digits are written: the sign before decimals, and between thousands."""

    decimal: Annotated[str, text(1, 1)]
    group: Annotated[str, text(most=1)]


class Dates(Model):
    """Names from Monday and January, and patterns with {day} {month} {month_short} {month_number} {year}.

    In a pattern a 2 marks the end. *months_alone* are those that stand without a day, where they differ.
    """

    days: _Week
    days_long: _Week
    months: _Year
    months_alone: _Year | tuple[()] = ()
    months_short: _Year
    day_month: str
    day_month_short: str
    range_in_month: str
    range_in_year: str
    range: str
    range_short: tuple[str, str]
    range_short_in_month: str
    range_short_in_line: str


class NotationWords(Model):
    """How plans are written in a language: its words with the English for them, and what begins a remark on a run.

    *headings* are those of tables' columns. *periods*, with the English for them, and *more* say what changes from time
    to time: 'each week', 'more'.
    """

    days: dict[str, str] = field(default_factory=dict)
    runs: dict[str, str] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    asides: tuple[str, ...] = ()
    periods: dict[str, str] = field(default_factory=dict)
    more: tuple[str, ...] = ()


class Wording(Model):
    """Everything the program says on paper in one language.

    Its file may leave words out, which are English then, and formats, which are those of its *locale* in the CLDR,
    by default its *language*. *plural_forms* has the forms for 0, 1, 2 … where they aren't one and other.
    *names_within*: how a name is written within a sentence; *proper* words keep their capital where others lose it,
    and *adjectives* that begin a name lose it where others keep it. *dates_on_letter* are the patterns of those who
    write on Letter and Legal, where theirs differ.
    """

    name: str
    language: str
    locale: str = ""
    numbers: Numbers
    dates: Dates
    dates_on_letter: dict[str, str | tuple[str, str]] = field(default_factory=dict)
    between: str = ", "
    plural_forms: tuple[str, ...] = ()
    names_within: Literal["lower", "kept"] = "lower"
    proper: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[str, str]] = field(default_factory=dict)
    efforts: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    muscles: dict[str, str] = field(default_factory=dict)
    equipment: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    notation: NotationWords = NotationWords()

    def on_paper(self, paper: str) -> "Wording":
        """The words as they are written where people use a paper."""
        if not self.dates_on_letter or paper not in ("letter", "legal"):
            return self
        return self.but(dates=self.dates.but(**dict[str, Any](self.dates_on_letter)))

    def say(self, key: str, **values: object) -> str:
        """A phrase with its values filled in."""
        phrase = self.phrases[key]
        return phrase.format_map(values) if values else phrase

    def count(self, key: str, count: int) -> str:
        """A number of things, in the form that the language has for it, or in 'other'."""
        forms = self.counts[key]
        return forms.get(self._form(count), forms["other"]).format(count=self.number(count))

    def _form(self, count: int) -> str:
        """The name of the form for a number: 'one', 'few', 'other'."""
        if not self.plural_forms:
            return "one" if count == 1 else "other"
        known = len(self.plural_forms)
        return self.plural_forms[count if count < known else REPEATS + count % REPEATS]

    def number(self, value: float, places: int = 0, least: int = 0) -> str:
        """A number rounded to *places* decimals, halves up, of which at least *least* are kept."""
        text = f"{value + _HALF_UP:,.{places}f}"
        whole, _, decimals = text.partition(".")
        decimals = decimals.rstrip("0").ljust(least, "0") if decimals else ""
        whole = whole.replace(",", self.numbers.group) if value >= 10_000 else whole.replace(",", "")
        return f"{whole}{self.numbers.decimal}{decimals}" if decimals else whole

    def muscle_names(self, ids: Sequence[str]) -> str:
        """Muscles as a list that begins with a capital."""
        return capital(self.listed(self.muscles.get(muscle, muscle) for muscle in ids))

    def kit(self, needs: Sequence[Sequence[str]]) -> str:
        """Equipment, of each need all the things that meet it, as a list that begins with a capital; 'No kit'."""
        met = (self.say("or").join(self.equipment.get(thing, thing) for thing in need) for need in needs)
        return capital(self.listed(met) or self.say("no_kit"))

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after the other, without those that are empty."""
        return self.between.join(filter(None, texts))

    def within(self, name: str) -> str:
        """A name as it is written within a sentence."""
        if self.names_within != "lower":
            first = name.partition(" ")[0]
            return name.replace(first, first.lower(), 1) if first in self.adjectives else name
        return " ".join(word if word in self.proper else word.lower() for word in name.split(" "))

    def coachs(self, words: str) -> str:
        """A coach's words, which a notation put into English, in this language again where it has them."""
        own = self._own_words
        if not own or words.lower() in own:
            return own.get(words.lower(), words)
        left, said = words.split(), list[str]()
        while left:
            most = next((n for n in range(len(left), 1, -1) if " ".join(left[:n]).lower() in own), 1)
            phrase, left = " ".join(left[:most]), left[most:]
            said.append(own.get(phrase.lower(), phrase))
        return " ".join(said)

    @cached_property
    def _own_words(self) -> Mapping[str, str]:
        """The language's own words by the English for them: of several, those that come first."""
        both = (*self.notation.runs.items(), *self.notation.sets.items())
        return {english.lower(): own for own, english in reversed(both) if english}

    def month(self, on: date) -> str:
        """A month and its year."""
        return self.months([on])

    def months(self, every: Sequence[date]) -> str:
        """Months in a row by their first days, the year written once where it is the same: 'May–June 2027'."""
        first, last = every[0], every[-1]
        if first.year != last.year:
            return f"{self.month(first)} – {self.month(last)}"
        names = self.dates.months_alone or self.dates.months
        named = "–".join(dict.fromkeys(names[on.month - 1] for on in (first, last)))
        return self.say("month_year", month=named, year=first.year)

    def day(self, on: date, *, short: bool = False) -> str:
        """A day and its month."""
        pattern = self.dates.day_month_short if short else self.dates.day_month
        return pattern.format_map(self._parts(on))

    def span(self, first: date, last: date) -> str:
        """From one day to another, years and months written once where that is clear."""
        parts = {**self._parts(first), **self._parts(last, "2")}
        if (first.year, first.month) == (last.year, last.month):
            return self.dates.range_in_month.format_map(parts)
        if first.year == last.year:
            return self.dates.range_in_year.format_map(parts)
        return self.dates.range.format_map(parts)

    def short_span(self, first: date, last: date) -> str:
        """From one day to another in a short line, without the year."""
        parts = {**self._parts(first), **self._parts(last, "2")}
        alike = (first.year, first.month) == (last.year, last.month)
        dates = self.dates
        return (dates.range_short_in_month if alike else dates.range_short_in_line).format_map(parts)

    def span_lines(self, first: date, last: date) -> tuple[str, ...]:
        """From one day to another in two short lines."""
        parts = {**self._parts(first), **self._parts(last, "2")}
        return tuple(pattern.format_map(parts) for pattern in self.dates.range_short)

    def _parts(self, on: date, suffix: str = "") -> Mapping[str, Any]:
        return {
            f"day{suffix}": on.day,
            f"month{suffix}": self.dates.months[on.month - 1],
            f"month_short{suffix}": self.dates.months_short[on.month - 1],
            f"month_number{suffix}": on.month,
            f"year{suffix}": on.year,
        }


def capital(text: str) -> str:
    """Text that begins with a capital."""
    return text[:1].upper() + text[1:]


def load_wording(language: str, folders: Sequence[Path] = ()) -> Wording:
    """The words of a language, English ones where it lacks some; NotFoundError lists the languages there are.

    A language that fills in something else than English does is a TemplateError.
    """
    path = _file(language, folders)
    return ready(path, Wording, partial(_made, path))


def lacking_words(language: str, folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The keys of what a language doesn't say, and what is printed instead: "labels.coach: 'Coach'"."""
    path = _file(language, folders)
    if path == _english():
        return ()
    from cardmaker.wording.comparing import lacks

    data, (english, _) = load_yaml_file(path)[0], load_yaml_file(_english())
    known = with_formats(data, english)[1]
    formats = [] if known else ["numbers and dates, unknown for this language"]
    return (*formats, *lacks(_read(path), _read(_english())))


def _file(language: str, folders: Sequence[Path]) -> Path:
    for place in _places(folders):
        path = place / f"{language}.yaml"
        if is_file(path, strict=True):
            return path
    known = wording_names(folders)
    hint = did_you_mean(language, known) or f"; there are: {', '.join(known)}"
    raise NotFoundError(f"no language '{language}'{hint}")


def _made(path: Path) -> Made:
    if path == _english():
        return Made(_read(path))
    from cardmaker.wording.comparing import completed

    return Made(completed(_read(path), _read(_english())), (_english(),))


def _read(path: Path) -> Wording:
    data, lines = load_yaml_file(path)
    if isinstance(data, dict) and path != _english():
        data, _ = with_formats(data, load_yaml_file(_english())[0])
    wording = validate(Wording, data, str(path), lines)
    if path != _english():
        from cardmaker.wording.comparing import compare

        faults = compare(wording, _read(_english()))
        problems = [Problem(str(path), lines.at(at), ".".join(at), message) for at, message in faults]
        if problems:
            raise TemplateError(problems)
    return wording


def _english() -> Path:
    return assets.templates("wording") / f"{_MODEL}.yaml"


def wording_names(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The languages there are, sorted."""
    return tuple(sorted({path.stem for place in _places(folders) for path in listed(place)}))


def _places(folders: Sequence[Path]) -> list[Path]:
    return [*(folder / "wording" for folder in folders), assets.templates("wording")]
