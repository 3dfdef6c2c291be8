"""What columns say of an exercise, sets, reps, load, rest → its sets as a plan writes them, and what is left over."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cardmaker.importing.lifts import are_sets
from cardmaker.namedtuple import NamedTuple

_BARE: Final = re.compile(r"\d+(?:[.,]\d+)?")
_WEIGHT: Final = re.compile(r"(?:[1-4]\s?[x×]\s?)?[+-]?\s?\d+(?:[.,]\d+)?(?:\s?-\s?\d+(?:[.,]\d+)?)?")
_HOURS: Final = re.compile(r"(\d{1,2}) h(?: (\d{1,2}) min)?")
"""'2:00' for minutes, of which a spreadsheet has made hours."""
_MINUTES: Final = re.compile(r"(\d{1,3}) min")
_LONGEST_REST: Final = 15
"""Minutes; longer ones may be seconds, of which a spreadsheet has made minutes, and stay words."""
_SECONDS: Final = 20
"""A rest without a unit is in seconds from here on, as in a plan."""
_BEHIND: Final = {
    "load": " {}",
    "percent": " @ {}%",
    "rpe": " @ RPE {}",
    "rir": " @ RIR {}",
    "effort": " @ {}",
    "rest": ", rest {}",
    "tempo": ", tempo {}",
}
"""What follows the repetitions, as the notation has it."""
_WORK: Final = ("reps", "time", "distance")
_ALL: Final = ("sets", *_WORK, *_BEHIND, "pace")


class Said(NamedTuple):
    """What a column says, and the unit in its heading."""

    text: str
    unit: str = ""


def sets_of(said: Mapping[str, Said]) -> tuple[str, list[str]]:
    """The sets that columns say together, '' if they say none, and what of them has no place in these."""
    texts = {name: said[name].text for name in _ALL if name in said and said[name].text}
    count = texts.get("sets", "")
    work = next((name for name in _WORK if name in texts), "")
    line, used = _begun(count, work, texts.get(work, ""))
    if not line:
        return "", [f"{name}: {text}" for name, text in texts.items()]
    for name, clause in _clauses(said):
        if are_sets(line + clause):
            line += clause
            used.add(name)
    return line, [f"{name}: {text}" for name, text in texts.items() if name not in used]


def _begun(count: str, work: str, amount: str) -> tuple[str, set[str]]:
    """Sets and repetitions, and the columns that they come from: '3' and '8-12', or '3x8-12' alone."""
    if count and not _BARE.fullmatch(count) and are_sets(count):
        return count, {"sets"}
    line = f"{count}x{amount}"
    if count[:1].isdigit() and amount and are_sets(line):
        return line, {"sets", work}
    return (amount, {work}) if not count and "x" in amount and are_sets(amount) else ("", set())


def _clauses(said: Mapping[str, Said]) -> Iterator[tuple[str, str]]:
    """What may follow the repetitions; a load or rest that is a bare number needs its heading's unit."""
    for name, form in _BEHIND.items():
        text, unit = said.get(name, Said(""))
        if not text:
            continue
        bare = bool((_WEIGHT if name == "load" else _BARE).fullmatch(text))
        if (
            bare
            and not unit
            and (name == "load" or (name == "rest" and float(text.replace(",", ".")) < _SECONDS))
        ):
            continue
        if name == "rest":
            if hours := _HOURS.fullmatch(text):
                text = f"{hours[1]}:{int(hours[2] or 0):02}"
            elif (minutes := _MINUTES.fullmatch(text)) and int(minutes[1]) > _LONGEST_REST:
                continue
        if name in ("load", "rest") and bare and unit:
            text = f"{text} {unit}"
        text = re.sub(
            rf"^{name}\s*", "", text.rstrip("%") if name == "percent" else text, flags=re.IGNORECASE
        )
        yield name, form.format(text)
