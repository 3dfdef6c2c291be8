"""A line as a coach writes it → what it is read as, in plain figures: what `cardmaker read --sets` prints."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.progression.rules import apart, progress_from
from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets.accounting.together import minutes_or_metres
from cardmaker.plan.sets.columns import columns, number, plain
from cardmaker.plan.sets.doubts import doubts
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.normal import normal
from cardmaker.plan.sets.ownwords import in_own_words
from cardmaker.plan.sets.record import NumberRange, SetGroup, Sets, Timing
from cardmaker.plan.sets.weekly import weeks_in
from cardmaker.plan.sets.words import TECHNIQUES, listed

Reading = dict[str, Any]
_NO_NAMES: Final = frozenset(
    listed(
        "odd even minute minutes left right links rechts"
        " week weeks rest tempo rpe rir circuit tabata emom amrap time hold sets set reps load weight buy cash"
    )
)
_OF_SETS: Final = Pattern(
    r"(?:warm|work|top\b|back-?offs?\b|back[ -](?:offs?|downs?)\b|w/u|wu\b)",
    "warm|work|top|back|w/u|wu",
    re.IGNORECASE,
)
"""What in front of a colon says which sets are meant, and is no exercise, as 'back squat' is."""
_COLON: Final = Pattern(r"(?<! ):|:(?!\d\d(?!\d))", ":", re.UNICODE)
"""What ends a name, which the colon of 'side plank :45' doesn't."""
_FORMATS: Final = {
    "amrap": "as many rounds as possible",
    "for time": "for time",
    "intervals": "intervals",
    "rounds": "rounds",
}


def reading(text: str, measure: Callable[[str], str] = lambda _: "") -> Reading:
    """What a line is read as; ValueError says what isn't understood.

    A line may begin with an exercise and a colon; *measure* says what its sets count: reps, hold, distance.
    """
    name, said = _named(text)
    weeks = tuple(in_own_words(week, text) for week in weeks_in(said))
    if weeks:
        return {"sets_by_week": [normal(week) for week in weeks], "weeks": [_figures(week) for week in weeks]}
    before, rule = apart(said)
    if rule.lower().startswith("then "):  # others are words that go on as they are
        progress_from(rule)
        said = before
    else:
        rule = ""
    sets = in_own_words(parse_sets(said), text)
    if not sets.counted:
        reps = normal(sets).partition("x")[2]
        raise ValueError(f"how many sets? write '3x{reps}'")
    for question in minutes_or_metres(text.lower(), sets) if name else ():
        raise ValueError(question)
    told = doubts(sets, measure(name) if name else "")
    return {
        **({"exercise": name} if name else {}),
        **_figures(sets),
        **({"next": rule or sets.next_time} if rule or sets.next_time else {}),
        **({"told": "; ".join(told)} if told else {}),
    }


def _named(text: str) -> tuple[str, str]:
    """The exercise in front of a colon, and the rest."""
    found = _COLON.search(text)
    name, colon, rest = (text[: found.start()], ":", text[found.end() :]) if found else (text, "", "")
    words = name.strip().split()
    plain = bool(colon and words and rest.strip()) and not any(char.isdigit() for char in name)
    known = _NO_NAMES | {word for phrase in TECHNIQUES for word in phrase}
    if not plain or {word.lower() for word in words} & known or _OF_SETS.match(name.strip()):
        return "", text
    return name.strip(), rest.strip()


def _figures(sets: Sets) -> Reading:
    """A prescription's figures by name; what holds for all sets is said once, else there is a list."""
    found: Reading = {}
    working = sets.working
    warm = sets.warm_up
    if sets.timing:
        return _timed(sets, sets.timing)
    if warm:
        found["warm_up"] = plain(_counted(warm))
    listed = len(sets.groups) > 1
    if working:
        found["sets"] = plain(_counted(working))
    if sets.total_reps:
        found |= {"sets": "open", "total_reps": plain(sets.total_reps)}
    singles = [group for group in working for _ in range(group.count)]
    for name, values in columns(singles).items():
        if any(value not in (None, "") for value in values):
            same = all(value == values[0] for value in values)
            found[name] = values[0] if same and not (listed and name == "reps") else values
    found |= _whole(sets)
    return found


def _counted(groups: Sequence[SetGroup]) -> NumberRange:
    """How many sets some groups are."""
    return NumberRange(sum(group.sets.low for group in groups), sum(group.sets.high for group in groups))


def _whole(sets: Sets) -> Reading:
    """What is said of the prescription as a whole, and its notes."""
    found: Reading = {}
    if sets.times_a_day:
        found["times_a_day"] = plain(sets.times_a_day)
    if sets.times_a_week:
        found["times_a_week"] = plain(sets.times_a_week)
    if sets.side:
        found["side"] = sets.side
    changes = [
        f"{group.role or 'then'} {decimal(abs(group.change))} % {'heavier' if group.change > 0 else 'lighter'}"
        for group in sets.groups
        if group.change
    ]
    split = [group.technique for group in sets.groups[1:] if group.technique]
    last = [f"last set {split[0]}"] if split and not sets.groups[0].technique else []
    small = [f"then {g.small_sets[0]}x{g.small_sets[1]}" for g in sets.groups if g.small_sets]
    if notes := [
        *changes,
        *last,
        *small,
        *dict.fromkeys(group.note for group in sets.groups if group.note),
        sets.note,
    ]:
        found["note"] = re.sub(r"(\d) ?/ ?10\b", r"\1 of 10", "; ".join(filter(None, notes)))
    return {name: value for name, value in found.items() if value}


def _timed(sets: Sets, timing: Timing) -> Reading:
    """A format's figures, and those of what is done in it."""
    found: Reading = {"kind": _format(timing)}
    if timing.total_s:
        found["min"] = number(timing.total_s / 60)
    if timing.rounds:
        found["sets" if timing.format == "intervals" and timing.named == "tabata" else "rounds"] = plain(
            timing.rounds
        )
    if timing.format in ("amrap", "for time"):
        found["score"] = "rounds" if timing.format == "amrap" else "time"
    for name, span in (("work_s", timing.work_s), ("rest_s", timing.rest_s or timing.round_rest_s)):
        if span:
            found[name] = plain(span)
    if timing.rest_s and timing.round_rest_s:
        found["rest_between_sets_s"] = plain(timing.round_rest_s)
    if timing.cap_s:
        found["cap_min"] = number(timing.cap_s / 60)
    if sets.groups:
        from dataclasses import replace

        inner = _figures(replace(sets, timing=None))
        if inner.get("sets") == 1:
            del inner["sets"]
        if inner.get("rest_s", found.get("rest_s")) != found.get("rest_s") and "rest_s" in found:
            found["rest_between_sets_s"] = inner["rest_s"]
        found |= {name: value for name, value in inner.items() if name not in found}
    note = "; ".join(filter(None, [timing.note, found.get("note", "") if sets.groups else sets.note]))
    return {**found, **({"note": note} if note else {})}


def _format(timing: Timing) -> str:
    if timing.format == "emom":
        if timing.every_s == 60:
            return "every minute on the minute"
        minutes = timing.every_s / 60
        return (
            f"every {decimal(minutes)} minutes"
            if minutes.is_integer()
            else f"every {decimal(timing.every_s)} s"
        )
    return "circuit" if timing.named == "circuit" else _FORMATS[timing.format]


def in_words(value: object) -> str:
    """A figure, or figures set by set, as people write them."""
    if isinstance(value, list):
        return ", ".join("–" if one in (None, "") else in_words(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{name} {in_words(one)}" for name, one in value.items())
    return str(value)
