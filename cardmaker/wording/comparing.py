"""A language next to English → what it lacks, that said in English, and the placeholders that nothing fills in."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from cardmaker.validation import any_of

if TYPE_CHECKING:
    from cardmaker.wording.wording import Wording

Fault = tuple[tuple[str, ...], str]
Forms = str | dict[str, str]

_KEYED = ("units", "labels", "phrases", "counts", "efforts", "sections", "muscles", "equipment", "levels")
_ONE_DAY = frozenset({"day", "month", "month_short", "month_number", "year"})
_TWO_DAYS = _ONE_DAY | {f"{name}2" for name in _ONE_DAY}
_SHORT_ENDS = "range_short"


def lacks(own: "Wording", english: "Wording") -> Iterator[str]:
    """The keys of what a language doesn't say, with the English for it: "labels.coach: 'Coach'"."""
    for section in _KEYED:
        known, there = getattr(english, section), getattr(own, section)
        yield from (f"{section}.{key}: {_quoted(words)}" for key, words in known.items() if key not in there)
    for key, forms in own.counts.items():
        missing = dict.fromkeys(form for form in own.plural_forms if form not in forms)
        yield from (f"counts.{key}.{form}: {_quoted(forms)}" for form in missing)


def completed(own: "Wording", english: "Wording") -> "Wording":
    """A language that says in English what it has no words for."""
    return own.but(**{section: getattr(english, section) | getattr(own, section) for section in _KEYED})


def compare(own: "Wording", english: "Wording") -> Iterator[Fault]:
    """What is wrong with a language: (path, message)."""
    for key, text in own.phrases.items():
        if key in english.phrases:
            yield from _pattern(("phrases", key), text, frozenset(_names(english.phrases[key])))
    for key, forms in own.counts.items():
        if key in english.counts:
            yield from _forms(("counts", key), forms, english.counts[key])
    yield from _dates(own)


def _quoted(words: Forms) -> str:
    return f"'{words if isinstance(words, str) else words['other']}'"


def _forms(path: tuple[str, ...], own: Mapping[str, str], english: Mapping[str, str]) -> Iterator[Fault]:
    if "other" not in own:
        yield path, "should have a form 'other'"
        return
    allowed = frozenset(_names(english["other"]))
    for form, text in own.items():
        yield from _pattern((*path, form), text, allowed)


def _dates(own: "Wording") -> Iterator[Fault]:
    for name in ("day_month", "day_month_short"):
        yield from _pattern(("dates", name), getattr(own.dates, name), _ONE_DAY)
    for name in ("range_in_month", "range_in_year", "range"):
        yield from _pattern(("dates", name), getattr(own.dates, name), _TWO_DAYS)
    for text in own.dates.range_short:
        yield from _pattern(("dates", _SHORT_ENDS), text, _TWO_DAYS)


def _pattern(path: tuple[str, ...], text: str, allowed: frozenset[str]) -> Iterator[Fault]:
    """The placeholders of a text: names alone, and only those that are filled in there."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield path, f"'{text}' has a brace without its partner; write '{{name}}'"
        return
    for _, name, form, conversion in parts:
        if name is not None and (name not in allowed or form or conversion):
            hint = f"; there {'is' if len(allowed) == 1 else 'are'} {_listed(allowed)}" if allowed else ""
            written = f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            yield path, f"nothing is filled in for '{{{written}}}'{hint}"


def _listed(names: frozenset[str]) -> str:
    return any_of(f"{{{name}}}" for name in sorted(names))


def _names(text: str) -> Mapping[str, None]:
    return {name: None for _, name, _, _ in Formatter().parse(text) if name}
