"""A language's code → how it writes numbers, dates, lists and plurals, from the CLDR's data in Babel.

What a language's file says itself goes before it. Babel takes 50 ms to import and read, so that it is asked only for
what a file leaves out, and its answers are kept ready with the rest of a bundled language.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from babel import Locale

NBSP: Final = "\xa0"
REPEATS: Final = 100
"""In the rules of all languages what follows a whole number up to 999,999 depends on its last two digits, but for
numbers under this one."""

_FIELD: Final = r"'(?P<literal>[^']*)'|(?P<field>([a-zA-Z])\3*)|(?P<other>[^a-zA-Z']+)"
_NAMES: Final = {
    "d": "day",
    "dd": "day",
    "M": "month_number",
    "MM": "month_number",
    "MMM": "month_short",
    "LLL": "month_short",
    "MMMM": "month",
    "LLLL": "month",
    "y": "year",
    "yyyy": "year",
}
_SPACES: Final = str.maketrans(dict.fromkeys("\u2009\u202f\xa0", " "))


def in_one_line(words: str) -> str:
    """Words that no line breaks between."""
    return words.replace(" ", NBSP)


def with_formats(data: Mapping[str, Any], english: Mapping[str, Any] | None) -> tuple[dict[str, Any], bool]:
    """What a language's file says, with what it leaves out of numbers, dates, lists and plurals; whether it is known.

    *english* has them for a language that the CLDR doesn't know; None if *data* is English.
    """
    said = dict(data)
    if english is None:
        return said, True
    wanted = ("numbers", "dates")
    whole = all(_is_whole(said.get(key), english[key]) for key in wanted)
    found = formats_of(str(said.get("locale") or said.get("language") or ""))
    known = found or {key: english[key] for key in wanted}
    for key, value in known.items():
        own = said.get(key)
        if own is None:
            said[key] = value
        elif isinstance(own, dict) and isinstance(value, dict):
            said[key] = value | own
    return said, whole or found is not None


def _is_whole(own: object, english: Mapping[str, Any]) -> bool:
    return isinstance(own, dict) and english.keys() <= own.keys()


def formats_of(code: str) -> dict[str, Any] | None:
    """Numbers, dates, lists and plurals of a language such as 'de' or 'pt_BR', as its file would say them; None if
    the CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code, sep="-" if "-" in code else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    symbols: Any = locale.number_symbols
    symbols = symbols.get("latn", symbols)  # older Babels have no systems of numerals
    return {
        "numbers": {"decimal": symbols["decimal"], "group": _group(symbols["group"])},
        "dates": _dates(locale),
        "between": _between(locale),
        "plural_forms": plural_forms(locale),
    }


def _group(sign: str) -> str:
    """The sign between thousands; one kind of blank, which all fonts have, where it is one."""
    return NBSP if sign.isspace() else sign


def plural_forms(locale: "Locale") -> list[str]:
    """The form for 0, 1, 2 … of twice REPEATS numbers; [] where it is 'one' for 1 and 'other' for all else."""
    forms = [locale.plural_form(number) for number in range(2 * REPEATS)]
    usual = ["one" if number == 1 else "other" for number in range(2 * REPEATS)]
    return [] if forms == usual else forms


def _between(locale: "Locale") -> str:
    pattern: Any = locale.list_patterns["standard"]["middle"]
    return str(pattern).replace("{0}", "").replace("{1}", "")


def _dates(locale: "Locale") -> dict[str, Any]:
    days, months = locale.days["stand-alone"], locale.months
    skeletons, intervals = locale.datetime_skeletons, locale.interval_formats
    short = placeholders(skeletons["MMMd"].pattern)
    spans: Any = intervals["yMMMMd" if "yMMMMd" in intervals else "yMMMd"]
    begins, ends = (_as_end(short, suffix) for suffix in ("", "2"))
    return {
        "days": [days["abbreviated"][day].rstrip(".") for day in range(7)],
        "days_long": [days["wide"][day] for day in range(7)],
        "months": _year(months["format"]["wide"]),
        "months_alone": _year(months["stand-alone"]["wide"]),
        "months_short": _year(months["format"]["abbreviated"]),
        "day_month": placeholders(skeletons["MMMMd" if "MMMMd" in skeletons else "MMMd"].pattern),
        "day_month_short": short,
        "range_in_month": _span(spans["d"]),
        "range_in_year": _span(spans["M"]),
        "range": _span(spans["y"]),
        "range_short": [f"{begins} –", ends],
        "range_short_in_month": _short_span(intervals["MMMd"]["d"]),
        "range_short_in_line": _short_span(intervals["MMMd"]["M"]),
    }


def _year(names: Mapping[int, str]) -> list[str]:
    return [names[month] for month in range(1, 13)]


def _span(parts: Iterable[str]) -> str:
    """From one day to another: the pattern's second part is about the other; months are written out."""
    first, second = (placeholders(part).replace("{month_short}", "{month}") for part in parts)
    return first + _as_end(second, "2")


def _short_span(parts: Iterable[str]) -> str:
    """From one day to another in few letters, without blanks around the dash."""
    first, second = (placeholders(part) for part in parts)
    return (first + _as_end(second, "2")).replace(" – ", "–")


def _as_end(pattern: str, suffix: str) -> str:
    return pattern.replace("}", f"{suffix}}}")


def placeholders(pattern: str) -> str:
    """A pattern of the CLDR, 'd. MMMM y', as one of ours: '{day}. {month} {year}'."""
    parts = []
    for found in re.finditer(_FIELD, pattern):
        if name := found["field"]:
            parts.append(f"{{{_NAMES[name]}}}" if name in _NAMES else "")
        else:
            parts.append(found["literal"] or found["other"] or "")
    return "".join(parts).translate(_SPACES)
