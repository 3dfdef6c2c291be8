"""The words of a line that stand for a part of a prescription → those whose part the sets don't have."""

from collections.abc import Callable, Iterator
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.sets.accounting.printed import printed
from cardmaker.plan.sets.record import SetGroup, Sets
from cardmaker.plan.sets.tokens import plain
from cardmaker.plan.unprinted import unprinted


class Part(NamedTuple):
    """Words that stand for a part, and whether sets have it."""

    said: Pattern
    has: Callable[[Sets], bool]


def _part(words: str, needed: str, has: Callable[[Sets], bool]) -> Part:
    return Part(Pattern(rf"(?<!\w)(?:{words})(?!\w)", needed), has)


def _some(has: Callable[[SetGroup], object]) -> Callable[[Sets], bool]:
    """Whether any group has it."""
    return lambda sets: any(has(group) for group in sets.groups)


def _rests(sets: Sets) -> bool:
    timing = sets.timing
    clocked = timing is not None and bool(timing.rest_s or timing.round_rest_s or timing.work_s)
    return clocked or any(
        group.rest_s or group.pause_s or group.technique == "rest-pause" for group in sets.groups
    )


def _sided(sets: Sets) -> bool:
    tool = any(group.load and (group.load.tool == "each" or group.load.count > 1) for group in sets.groups)
    return bool(sets.side or sets.timing or tool or any(group.per for group in sets.groups))


def _in_all(sets: Sets) -> bool:
    return bool(sets.total_reps) or any(group.load and group.load.tool for group in sets.groups)


def _every_day(sets: Sets) -> bool:
    return bool(sets.times_a_day) or any(group.maximum for group in sets.groups)


_PARTS: Final = (
    _part(r"rests?|resting|pause", "rest|pause", _rests),
    _part(r"tempo", "tempo", _some(lambda group: group.tempo)),
    _part(r"rpe", "rpe", _some(lambda group: group.rpe)),
    _part(r"rir|reserve|tank", "rir|reserve|tank", _some(lambda group: group.rir or group.rpe)),
    _part(
        r"(?:per|each|/|pro|je) ?(?:side|leg|arm|foot|hand|way|direction|seite|bein)|left(?! in)|right|unilateral",
        "side|leg|arm|foot|hand|way|direct|left|right|lateral|seite|bein",
        _sided,
    ),
    _part(r"warm-? ?ups?", "warm", _some(lambda group: group.role == "warm-up")),
    _part(r"back-? ?offs?", "back", _some(lambda group: group.role == "back-off")),
    _part(r"top sets?", "top", _some(lambda group: group.role == "top set")),
    _part(
        r"(?:last|final) set", "last set|final set", lambda sets: len(sets.groups) > 1 or bool(sets.next_time)
    ),
    _part(
        r"work:? ?\d+ ?s(?:ecs?)?",
        "work",
        lambda sets: sets.timing is not None or any(group.hold_s for group in sets.groups),
    ),
    _part(
        r"failure|versagen",
        "failure|versagen",
        _some(lambda group: group.technique or group.open_ended or group.rir),
    ),
    _part(r"drop-? ?sets?", "drop", _some(lambda group: group.technique == "drop set")),
    _part(r"cluster|myo(?:-? ?reps)?", "cluster|myo", _some(lambda group: group.technique or group.parts)),
    _part(r"of max(?:imum)? reps", "max", _some(lambda group: group.open_ended)),
    _part(r"\d clusters? x", "cluster", lambda _: False),
    _part(r"total|altogether", "total|altogether", _in_all),
    _part(
        r"daily|a day|per day|/ ?day|bid|tid|täglich",
        "daily|a day|per day|/day|/ day|bid|tid|täglich",
        _every_day,
    ),
    _part(r"weekly|a week|per week|/ ?week", "week", lambda sets: bool(sets.times_a_week)),
    _part(r"eccentrics?|lowering|down", "eccent|lower|down", _some(lambda group: group.tempo or group.role)),
    _part(
        r"holds?|holding|isometric|halten",
        "hold|isomet|halten",
        _some(lambda group: group.hold_s or group.open_ended),
    ),
    _part(
        r"emom|tabata|circuit|for time",
        "emom|tabata|circuit|for time",
        lambda sets: sets.timing is not None,
    ),
    _part(r"bands?", "band", _some(lambda group: group.load)),
    _part(
        r"kettlebells?|kbs?|dumbbells?|dbs?|bodyweight|bw",
        "kettle|kb|dumb|db|body|bw",
        _some(lambda group: group.load or group.percent),
    ),
    _part(
        r"not(?! for time)|without(?! rest)|except|skip|unless|instead|optional|becomes?",
        "not|without|except|skip|unless|instead|optional|become",
        lambda _: False,
    ),
)
"""Parts of a prescription, by the words that stand for them; the last are never part of one."""


def lost_words(text: str, sets: Sets) -> Iterator[str]:
    """A question for each word that stands for something that *sets* don't have, and that isn't printed."""
    line = unprinted(plain(text), printed(sets)).lower()
    for part in _PARTS:
        found = part.said.search(line)
        if found and not part.has(sets):
            yield (
                f"'{found[0]}' has no place in '{sets}', as which the line is read; "
                "write it in simpler parts, with ', ', and words that are only to be printed in quotes"
            )
