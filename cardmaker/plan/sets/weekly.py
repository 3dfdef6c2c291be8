"""A prescription that differs week by week, '3x8 -> 3x10 -> 4x10' → the prescription of each week."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.record import Sets
from cardmaker.plan.sets.tokens import LONGEST, plain

_WEEK: Final = Pattern(
    r"(?:^|[\s,;/|])(?:weeks?|wks?|w)\s?(\d{1,2})(?:\s?-\s?(\d{1,2}))?\s?[:=)-]?\s?(?=\S)",
    r"week|wk|w\d|w \d",
    re.IGNORECASE,
)
_CONDITION: Final = Pattern(r"(?:when|once|if|until|then|after|wenn|sobald)\b", "", re.IGNORECASE)
_SETS: Final = Pattern(
    r"\d ?x|x ?\d|\bsets?\b|\d ?[-/,+] ?\d"
    r"|\b(?:total|reps?|rounds?|emom|amrap|tabata|circuit|for time|rm|max|s|min)\b|\d ?(?:s|min|m)\b"
    r"|\brest\b",
    "",
    re.IGNORECASE,
)
_PLAIN_SETS: Final = Pattern(r"(\d+ ?x ?)\d+(?:-\d+)?([^\d,;]*)", "x", re.IGNORECASE)
_PLAIN_REPS: Final = Pattern(r"\d+(?:-\d+)?", "")
_BEHIND: Final = Pattern(
    r"([^,;/()]*\d[^,;/()]*?) ?\((weeks?|wks?|w) ?(\d{1,2}(?: ?- ?\d{1,2})?)\)(?= ?(?:$|[,;/]))",
    "w",
    re.IGNORECASE,
)
"""A week's sets with its number behind them: '3x8 (week 1), 4x8 (week 2)'."""
_LED: Final = Pattern(r"weeks?:\s*", "week", re.IGNORECASE)


def _led_by_week(found: re.Match[str]) -> str:
    """'3x8 (week 1)' as 'week 1: 3x8'."""
    return f" week {found[3]}: {found[1].strip()}"


def is_weekly(text: str) -> bool:
    """Whether a text has a prescription for each of several weeks."""
    text = _BEHIND.sub(_led_by_week, plain(text))
    found = _WEEK.search(text)
    return _goes_on(text) or bool(_LED.match(text)) or bool(found and not text[: found.start()].strip())


def _goes_on(text: str) -> bool:
    """Whether an arrow goes to another week; in brackets, '(25+ -> add weight)', it says what to do next."""
    return "->" in text and "->" in re.sub(r"\([^()]*\)", "", text)


def weeks_in(text: str) -> tuple[Sets, ...]:
    """The prescriptions of a text that has several, week by week; none if it has one alone."""
    if len(text) > 4 * LONGEST:
        return ()
    text = _BEHIND.sub(_led_by_week, plain(text))
    if led := _LED.match(text):
        return weeks_listed(text[led.end() :])
    if _goes_on(text):
        return weeks_listed(text)
    found = list(_WEEK.finditer(text))
    if not found or text[: found[0].start()].strip() or int(found[0][1]) != 1:
        return ()
    weeks: list[Sets] = []
    for here, following in zip(found, [*found[1:], None], strict=True):
        first, last = int(here[1]), int(here[2] or here[1])
        if first != len(weeks) + 1 or last < first:
            raise ValueError(
                f"week {first} follows week {len(weeks)}; write the weeks in order, each with its sets"
            )
        part = text[here.end() : following.start() if following else None]
        weeks += [parse_sets(part.strip(" ,;|/"))] * (last - first + 1)
    return tuple(weeks)


def weeks_listed(text: str) -> tuple[Sets, ...]:
    """'3x8, 3x10, 4x8': a prescription a week, parted by '->', semicolons or commas."""
    text = plain(text)
    for sign in ("->", ";", "|"):
        if sign in text:
            parts = [part.strip() for part in text.split(sign)]
            return tuple(map(_week, _in_full(parts) if sign == "->" else parts))
    if numbered := weeks_in(text):
        return numbered
    parts = re.split(r",\s*(?=\d+(?:-\d+)?\s?(?:x\s?[\d(a-z]|sets? of))", text, flags=re.IGNORECASE)
    return tuple(parse_sets(part.strip()) for part in parts)


def _in_full(parts: list[str]) -> list[str]:
    """The weeks of '3x10 -> 12 -> 15' with their number of sets, where only the repetitions change."""
    first = _PLAIN_SETS.fullmatch(parts[0])
    if not first or not all(map(_PLAIN_REPS.fullmatch, parts[1:])):
        return parts
    return [parts[0], *(f"{first[1]}{reps}{first[2]}" for reps in parts[1:])]


def _week(text: str) -> Sets:
    """The prescription of one week, whose number of sets is written."""
    if found := _CONDITION.match(text):
        raise ValueError(
            f"'-> {found[0]}' is no week's sets; '3x8 -> 3x10' goes from week to week, write what changes and when "
            "behind 'next time', or in quotes"
        )
    if not _SETS.search(text):
        raise ValueError(f"how many sets is '{text}'? write each week in full, like '3x8 60 kg -> 3x8 65 kg'")
    sets = parse_sets(text)
    if not sets.counted:
        raise ValueError(f"how many sets is '{text}'? write each week like '3x8 -> 3x10'")
    return sets
