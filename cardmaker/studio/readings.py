"""A line as it is typed → what it is read as, with its bar; or why it isn't, and what to write instead."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from cardmaker.plan.runs.usual import Unit
from cardmaker.resolve.names import Catalogue
from cardmaker.studio.messages import MessageError
from cardmaker.validation import shown

_UNITS: Final[dict[str, Unit]] = {"metric": "km", "imperial": "mi", "": ""}
_QUOTED: Final = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_EITHER: Final = re.compile(r" could be ([^;]+)")
_PARTED: Final = re.compile(r", or |, | or ")
_NUMBER: Final = re.compile(r"[\d.:]+")
_PART: Final = re.compile(r"\d+|[^\W\d_]+")
_GAP: Final = "rest"

Reading = dict[str, Any]


def read_line(names: Catalogue, kind: str, words: str, units: str, language: str, exercise: str) -> Reading:
    """What a line of a *kind* is read as, run, sets or sport; MessageError for another."""
    readers: dict[str, Callable[[str], Reading]] = {
        "run": lambda line: _run(line, _unit(units)),
        "sport": lambda line: _sport(line, _unit(units)),
        "sets": lambda line: _sets(line, exercise, names),
    }
    if kind not in readers:
        raise MessageError(f"reading: no kind {shown(kind)}; there are {', '.join(readers)}")
    line = _in_english(names, kind, words, language)
    try:
        return {"right": True, **readers[kind](line)}
    except ValueError as fault:
        message = str(fault)
        return {"right": False, "message": message, "fixes": list(_fixes(message, line, readers[kind]))}


def _fixes(message: str, line: str, read: Callable[[str], Reading]) -> Iterator[dict[str, str]]:
    """The lines that a message proposes, as far as they are right themselves, and say all that the line says."""
    tried = set()
    for label, fixed in _proposed(message, line):
        if fixed in tried:
            continue
        tried.add(fixed)
        try:
            read(fixed)
        except ValueError:
            continue
        yield {"label": label, "words": fixed}


def _proposed(message: str, line: str) -> Iterator[tuple[str, str]]:
    """What a message says that a line, or the part of it that is in doubt, may be instead; and the line with that."""
    said = _QUOTED.findall(message)
    doubt = said[0] if said and said[0] in line else line
    for option in [*_either(message, *said[:1]), *said]:
        if _parts(doubt) and _parts(doubt) <= _parts(option):
            yield option, line.replace(doubt, option, 1)
        elif _parts(line) and _parts(line) <= _parts(option):
            yield option, option


def _either(message: str, doubt: str = "") -> Iterator[str]:
    """What a message says that something could be, with the words that are between its number and the doubt's end."""
    found = _EITHER.search(message)
    for option in _PARTED.split(found[1]) if found else ():
        if number := _NUMBER.match(option):
            yield doubt.replace(number[0], option, 1) if " " in doubt else option


def _parts(words: str) -> set[str]:
    """The numbers and words of a line; a unit that is being asked about is part of neither."""
    return set(_PART.findall(words.lower())) - {"m"}


def _unit(units: str) -> Unit:
    if units not in _UNITS:
        raise MessageError(f"reading: units should be metric or imperial, not {shown(units)}")
    return _UNITS[units]


def _in_english(names: Catalogue, kind: str, words: str, language: str) -> str:
    """The line in the English of its notation."""
    code = names.require("language", language)
    if code == "en":
        return words
    from cardmaker.plan.foreign import Translator

    foreign = names.in_language(code).foreign_words()
    return str(Translator(foreign).english("sets" if kind == "sets" else "runs", words)) if foreign else words


def _run(line: str, unit: Unit) -> Reading:
    from cardmaker.plan.runs.notation import parse_run

    return _described(parse_run(line, usual=unit))


def _sport(line: str, unit: Unit) -> Reading:
    """Another sport, 'swim: 8 x 50 m'; without a name before a colon it is a run."""
    from cardmaker.plan.runs.notation import parse_run
    from cardmaker.plan.runs.sports import sport_before_colon

    sport, rest = sport_before_colon(line)
    return _described(parse_run(rest, sport=sport) if sport else parse_run(line, usual=unit))


def _described(run: Any) -> Reading:
    from cardmaker.plan.runs.reading import reading_of
    from cardmaker.plan.runs.sentences import explained

    figures = reading_of(run)
    return {
        "lines": [line for line in explained(run) if not line.startswith("  note: ")],
        "notes": list(run.remarks),
        "km": figures.get("km"),
        "min": figures.get("min"),
        "bar": _bar(run),
        "figures": figures,
    }


def _bar(run: Any) -> list[Reading]:
    """The run from left to right: how hard each stretch is, and its share of the whole."""
    from cardmaker.resolve.runprofiles import RunProfiles
    from cardmaker.wording.wording import load_wording

    profiles = RunProfiles(load_wording("en"), "metric")
    stretches = [one for session in run.sessions() for one in profiles.profile(replace(session))]
    whole = sum(one.km for one in stretches)
    if not whole:
        return []
    return [
        {"share": round(one.km / whole, 4), "effort": _GAP if one.gap else one.effort} for one in stretches
    ]


def _sets(line: str, exercise: str, names: Catalogue) -> Reading:
    from cardmaker.plan.progression.rules import apart
    from cardmaker.plan.sets.reading import in_words, reading

    line, _ = apart(line)  # by what rule it gets harder is said where weeks are
    library = names.library

    def measure(name: str) -> str:
        found = library.find(name or exercise)
        return library.get(found).measure if found else ""

    figures = reading(line, measure)
    doubts = figures.get("told", "")
    lines = [
        f"{name.replace('_', ' ')}: {in_words(value)}" for name, value in figures.items() if name != "told"
    ]
    notes = doubts.split("; ") if doubts else []
    return {"lines": lines, "notes": notes, "km": None, "min": None, "bar": [], "figures": figures}
