"""The figures of a line and those of the run it was read as → a question for each that the run has lost.

Each figure counts: where a line says '5 min' twice, the run has to say it twice. One may be missing that says no more
than others do: a total, the same in another unit, or what others are called by, 'after each 400'.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.accounting.totals import comes_to
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.phrasings.pieces import NUMBERS
from cardmaker.plan.runs.record import Repeat
from cardmaker.plan.runs.run import Run

_FIGURE: Final = Pattern(
    r"(?<![a-wyz\d.:])(?:"
    r"(?P<hours>\d{1,2}|\ban?) ?(?:h|hrs?|hours?),? ?(?:and )?(?P<minutes>[0-5]?\d)"
    r"(?:(?= ?min)|(?=m\b)|(?! ?(?:x|k|s\b|sec|%|m\b|:\d)|\d|[.,:]\d))"
    r"|(?P<prime>\d{1,2})(?: ?min(?:ute)?s?\.? ?(?:and )?|m(?=[0-5]\ds)|' ?)(?P<primes>[0-5]?\d)"
    r"(?= ?(?:s|secs?|seconds?|\"|'')(?![a-z]))"
    r"|(?P<pace>\d)'(?P<seconds>[0-5]\d)(?![\d:.'x]| ?x)"
    r"|(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?)"
    r"|(?<!\d/)(?:(?P<whole>\d{1,2})[ -])?(?P<over>\d)/(?P<under>[2-9])(?=[ -]?(?:m|k|h))"
    r"|(?P<number>\d+(?:\.\d+|(?<!,\d)(?<!,\d\d),\d{1,2}(?![\d,]))?))"
)
_COUNTED: Final = "|".join(word for word, digits in NUMBERS.items() if digits.isdigit() and len(word) > 2)
_SPELLED: Final = Pattern(
    rf"\b(?:{_COUNTED})\b(?=[ -](?:[a-z]+ )?(?:min|sec|hour|k?m\b|kilo|mile|met|yard|times|sets|rounds|reps|x\b|\d"
    r"|cycles|laps|strides|repeats|intervals)"
    r"| (?:to|or) (?:[a-z]+[ -](?:min|sec|hour|k?m\b|kilo|mile|met|times)|\d))(?!-)",
    "one|two|three|four|five|six|seven|eight|nine|ten|twe|teen|thirty|forty|fifty|sixty|ninety",
)
_NO_FIGURES: Final = (
    (Pattern(r"(?<![\d,])(\d{1,2}),(?=\d{3}(?!\d|,))", ",", re.UNICODE), r"\1"),
    (Pattern(r"^\d{1,2}\) ", ") ", re.UNICODE), ""),
    (
        Pattern(
            r"(?<![\d:-])(\d):([0-5]\d) ?- ?([0-5]\d)(?= ?(?:$|[,;)]|(?:min ?)?/ ?(?:km|mi)))",
            ":",
            re.UNICODE,
        ),
        r"\1:\2-\1:\3",
    ),
    (Pattern(r"(?<=\d) ?mi?n(?=[0-5]\d\b)", "min|mn", re.UNICODE), ":"),
    (
        Pattern(
            r"(?<=\d)(?: ?/ ?| out of | of | von )10\b(?! ?(?:km|mi|min|m\b))",
            "/10|/ 10|of 10|von 10",
            re.UNICODE,
        ),
        "",
    ),
    (Pattern(r"^1 (?=[a-z ]+ of \d)", " of ", re.UNICODE), ""),
    (Pattern(r"\b1/2[ -]?m(?:arathon|(?= (?:race|pace|effort|tt)\b))", "1/2", re.UNICODE), "half marathon"),
    (Pattern(r"(?<=\d)[ -]and[ -]a[ -]half\b", "half", re.UNICODE), ".5"),
)
_REFERENCE: Final = Pattern(r"(?:\b(?:each|every|the|these|those|all|same|both|your)|#|№) ?$", "", re.UNICODE)
"""What comes before a figure that only names what has been said: 'between the 400s'."""
_RESTATED: Final = Pattern(
    r"[=(\[][^()\[\]]*$|\b(?:total(?:s|ling|ing)?|in all|altogether|overall)\b[^,;]{0,12}$", "", re.UNICODE
)
_RESTATED_BEHIND: Final = Pattern(
    r"[a-z .]{0,12}\b(?:total|in all|altogether|overall)\b|[a-z 0-9-]{0,20}: ", "", re.UNICODE
)
_TIMES: Final = Pattern(r" ?x ?(\d+)", "x", re.UNICODE)
_OTHER_UNIT: Final = 0.08
"""How far off a round number in the other unit may be: '4 mi (6 km)'."""


def figures_lost(written: WrittenRun) -> Iterator[str]:
    """Questions: a figure of the line that the run doesn't have, or not as often."""
    kept = Counter(key for key, _ in _figures(_digits(written.read)))
    said: dict[str, list[re.Match[str]]] = {}
    for key, found in _figures(_digits(written.line)):
        if key == "0":
            continue  # '0-4 mi' needn't be run
        said.setdefault(key, []).append(found)
    for key, all_found in said.items():
        there = kept[key] + sum(kept[other] for other in _alike(key) if other not in said)
        missing = len(all_found) - there
        if missing <= 0 or missing <= sum(_says_no_more(key, one, written, bool(there)) for one in all_found):
            continue
        each = " each time" if there else ""
        yield (
            f"'{all_found[-1][0]}' has no place{each} in '{written.read}', as which the line is read;"
            " write it in simpler parts, with ' / '"
        )


def _digits(text: str) -> str:
    """*text* in lower case, its numbers in digits."""
    low = text.lower()
    for pattern, instead in _NO_FIGURES:
        low = pattern.sub(instead, low)
    pieces, at = [], 0
    for found in _SPELLED.finditer(low):
        pieces += [low[at : found.start()], NUMBERS[found[0]]]
        at = found.end()
    return "".join([*pieces, low[at:]])


def _figures(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each figure, by what it is however it is written: '1:30' for '1 min 30 s', '1.5' for '1 1/2 miles'."""
    for found in _FIGURE.finditer(text):
        yield _key(found), found


def _key(found: re.Match[str]) -> str:
    if found["hours"]:
        return f"{int(found['hours']) if found['hours'].isdigit() else 1}:{int(found['minutes']):02}"
    for first, second in (("prime", "primes"), ("pace", "seconds")):
        if found[first]:
            return f"{int(found[first])}:{int(found[second]):02}"
    if found["clock"]:
        return re.sub(r"^0+:?0*(?=\d)", "", re.sub(r"^(\d+:\d\d):00$", r"\1", found["clock"]))
    if found["over"]:
        return _decimal(int(found["whole"] or 0) + int(found["over"]) / int(found["under"]))
    return _decimal(float(found["number"].replace(",", ".")))


def _decimal(value: float) -> str:
    return f"{round(value, 3):g}" if value < 100_000 else str(value)


def _alike(key: str) -> tuple[str, ...]:
    """Other ways in which the same figure is written."""
    if ":" in key:
        first, second = map(int, key.split(":")[:2])
        return (_decimal(60 * first + second), f"{first}.{second:02}", _decimal(first + second / 60))
    value = float(key)
    clock = f"{int(value)}:00" if value.is_integer() else "{}:{:0<2}".format(*key.split(".")[:2])
    return (clock, f"{int(value // 60)}:{int(value % 60):02}", _decimal(60 * value))


def _says_no_more(key: str, found: re.Match[str], written: WrittenRun, there: bool) -> bool:
    """Whether a figure only says once more what the run has."""
    before, behind = found.string[: found.start()], found.string[found.end() :]
    if _REFERENCE.search(before):
        return True
    if (times := _TIMES.match(behind)) and written.read.count(times[1]) > found.string.count(times[1]):
        return True  # '12 km as 2 x 5 km easy, 1 km fast' is written out
    size = _size(key)
    if (written.amounts > 1 or not there) and comes_to(size, written.run):
        return True
    restated = _RESTATED.search(before) or _RESTATED_BEHIND.match(behind)
    if ":" in key or (there and not restated):
        return False
    once = (Run(part.parts) for part in written.parts if isinstance(part, Repeat) and len(part.parts) > 1)
    return any(comes_to(size, Run((part,)), _OTHER_UNIT) for part in written.parts) or any(
        comes_to(size, run, 0.0) for run in once
    )


def _size(key: str) -> float:
    """The number that a figure is; the seconds of a clock."""
    total = 0.0
    for part in key.split(":"):
        total = 60 * total + float(part)
    return total
