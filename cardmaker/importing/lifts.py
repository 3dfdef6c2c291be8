"""A line such as 'Squat 3x5 100 kg' or '3 x 10 push-ups' → an exercise and its sets, as a plan writes them."""

import re
from collections.abc import Callable
from typing import Final

from cardmaker.importing.draft import Lift
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.weekly import weeks_in
from cardmaker.record import record
from cardmaker.validation.fields import LONGEST

_SETS: Final = re.compile(
    r"(?<![\w.])(?:warm-?up\s+)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s*"
    r"(?:[x×*]\s*(?:\d|max|amrap|f\b|failure|\()|sets?\b|(?:/\d{1,3}\+?){2,})"
    r"|\b(?:emom|amrap|tabata)\b",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(
    r"(?:(?:easy|long|tempo|threshold|recovery|steady|slow|cruise|speed|hill|track|interval|warm-?up|cool-?down)\s+)*"
    r"(?:runs?|running|jogs?|jogging|tempo|intervals?|strides|hills?|fartlek|threshold|repeats|track|speed)",
    re.IGNORECASE,
)
"""Names of runs, which are no exercises with sets."""
_ENDS: Final = " \t:-–—=|,.()"
_TITLES: Final = ("strength", "gym", "weights", "lifting", "core", "kraft", "krafttraining")
_BRACKET: Final = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*", re.DOTALL)
"""Sets, and a remark in brackets behind them."""
_NUMBER: Final = re.compile(r"^\s*\d{1,2}[.)]\s+")
_UNIT: Final = re.compile(r"(?:s|secs?|seconds?|min|m|km|yd|ft|reps?|kg|lbs?|each|per)\b", re.IGNORECASE)
"""What goes on with the sets before it, '2x45 s each side', and is no exercise."""
_CLAUSES: Final = re.compile(r"\s*[\n;|]\s*")
_BETWEEN: Final = re.compile(r"\s*(?:\n|;|\||,(?!\s*\d)|,(?=\s*\d{1,2}\s?[x×]\s?\d)|\s\+\s)\s*")


@record
class Exercises:
    """The names that there are, why a plan can't have another, '' if it can, and which may be keys, '- squat: 3x8'."""

    knows: Callable[[str], bool]
    refused: Callable[[str], str]
    may_be_key: Callable[[str], bool]


def lift_in(text: str) -> Lift | None:
    """The exercise and the sets that a line says; None if it says no sets, or no name."""
    found = _SETS.search(text)
    if not found or len(text) > LONGEST:
        return None
    name = _NUMBER.sub("", text[: found.start()]).strip(_ENDS)
    said = text[found.start() :].strip()
    if _RUNS.fullmatch(name):
        return None
    if name.casefold() in _TITLES and (behind := _named_behind(said)):
        return behind
    if any(char.isalpha() for char in name):
        sets = said.rstrip(" )") if said.count(")") > said.count("(") else said
        if are_sets(sets):
            return Lift(name, sets)
        bracket = _BRACKET.fullmatch(sets)
        return Lift(name, bracket[1], bracket[2]) if bracket and are_sets(bracket[1]) else None
    return _named_behind(said)


def names_run(text: str) -> bool:
    """Whether an exercise's name is that of a run: 'Easy run', 'Intervals'."""
    return bool(_RUNS.fullmatch(text.strip()))


def why_no_sets(text: str) -> str:
    """Why the sets of a line aren't read; '' if they are, or if there are none."""
    found = _SETS.search(text)
    if not found or len(text) > LONGEST or not any(char.isalpha() for char in text[: found.start()]):
        return ""
    try:
        parse_sets(text[found.start() :].strip())
    except ValueError as error:
        return str(error)
    return ""


def _named_behind(said: str) -> Lift | None:
    """'3 x 10 push-ups': the name follows the sets."""
    words = said.split()
    for count in range(1, len(words)):
        sets, name = " ".join(words[:count]), " ".join(words[count:]).strip(_ENDS)
        bare = sets[-1:].isdigit() or sets.lower().endswith(("s", "sec", "m", "max"))
        name = re.sub(r"^of\s+", "", name)
        if bare and name[:1].isalpha() and not _UNIT.match(name) and _whole(sets) and not _SETS.search(name):
            behind = re.split(r"\s+(?=@|\(|with\b|at\b|each\b|per\b|\d)|,\s*", name, maxsplit=1)
            rest = behind[1].strip(" ()") if len(behind) > 1 else ""
            full = f"{sets} {rest}".strip()
            return Lift(behind[0].strip(_ENDS), full if are_sets(full) else sets)
    return None


def _whole(text: str) -> bool:
    """Whether these are sets, without other words."""
    try:
        sets = parse_sets(text)
    except ValueError:
        return False
    return sets.counted and not sets.note and not any(group.note for group in sets.groups)


def are_sets(text: str) -> bool:
    """Whether a plan may have *text* behind an exercise."""
    try:
        return bool(weeks_in(text)) or parse_sets(text).counted
    except ValueError:
        return False


def clauses(line: str) -> list[str]:
    """The parts of a line that only semicolons, bars and new lines part, so that '…, rest 90 s' goes with its sets."""
    return [clause for clause in _CLAUSES.split(line) if clause]


def pieces(line: str) -> list[str]:
    """The parts of a line that may each be an exercise with its sets."""
    return [piece for piece in _BETWEEN.split(line) if piece]
