"""A line as a coach writes it → what it is read as, in plain figures: what `cardmaker read --sets` prints."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.progression.rules import apart, progress_from
from cardmaker.plan.quantity import METRES, decimal
from cardmaker.plan.sets.accounting.together import minutes_or_metres
from cardmaker.plan.sets.doubts import doubts
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.normal import normal
from cardmaker.plan.sets.ownwords import in_own_words
from cardmaker.plan.sets.record import Load, NumberRange, SetGroup, Sets, Timing
from cardmaker.plan.sets.weekly import weeks_in
from cardmaker.plan.sets.words import TECHNIQUES, listed
from cardmaker.training.plates import KG_PER_LB

Reading = dict[str, Any]
_NUMBERS: Final = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_NO_NAMES: Final = frozenset(
    listed(
        "odd even minute minutes"
        " week weeks rest tempo rpe rir circuit tabata emom amrap time hold sets set reps load weight buy cash"
    )
)
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
    if (
        not plain
        or {word.lower() for word in words} & known
        or words[0].lower().startswith(("warm", "work", "top", "back", "w/u", "wu"))
    ):
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
        found["warm_up"] = sum(group.count for group in warm)
    listed = len(sets.groups) > 1
    if working:
        counts = [group.sets for group in working]
        found["sets"] = _plain(NumberRange(sum(c.low for c in counts), sum(c.high for c in counts)))
    if sets.total_reps:
        found |= {"sets": "open", "total_reps": _plain(sets.total_reps)}
    singles = [group for group in working for _ in range(group.count)]
    for name, values in _columns(singles).items():
        if any(value not in (None, "") for value in values):
            same = all(value == values[0] for value in values)
            found[name] = values[0] if same and not (listed and name == "reps") else values
    found |= _whole(sets)
    return found


def _columns(groups: Sequence[SetGroup]) -> dict[str, list[Any]]:
    """Each figure, set by set."""
    return {
        "reps": [_reps(group) for group in groups],
        "each": [" + ".join(map(str, group.parts)) for group in groups],
        "hold_s": [_plain(group.hold_s) for group in groups],
        "distance_m": [_metres(group) for group in groups],
        "calories": [_plain(group.calories) for group in groups],
        "per": [group.per for group in groups],
        "kind": [_kind(group) for group in groups],
        "drops": [group.drops or None for group in groups],
        "drop_pct": [_number(group.drop_percent) if group.drop_percent else None for group in groups],
        "target": [_target(group.maximum) for group in groups],
        **_load_columns(groups),
        "pct": [_plain(group.percent) if group.percent_of != "bodyweight" else None for group in groups],
        "pct_bodyweight": [
            _plain(group.percent) if group.percent_of == "bodyweight" else None for group in groups
        ],
        "pct_of": [
            group.percent_of if group.percent and group.percent_of == "TM" else None for group in groups
        ],
        "rpe": [_plain(group.rpe) for group in groups],
        "rir": [_plain(group.rir) for group in groups],
        "pause_s": [_plain(group.pause_s) for group in groups],
        "rest_s": [_plain(group.rest_s) for group in groups],
        "tempo": [group.tempo for group in groups],
    }


def _load_columns(groups: Sequence[SetGroup]) -> dict[str, list[Any]]:
    kilos = [_kilos(group.load) for group in groups]
    words = [
        "" if kilo is not None else load_words(group.load) for kilo, group in zip(kilos, groups, strict=True)
    ]
    return {"load_kg": kilos, "load": words}


def _kilos(load: Load | None) -> Any:
    if (
        load is None
        or load.kind != "weight"
        or load.count > 1
        or load.tool not in ("", "barbell", "total")
        or not load.amount
    ):
        return None
    return _plain(load.amount.times(KG_PER_LB if load.unit == "lb" else 1))


def load_words(load: Load | None) -> str:
    """A load in plain words: 'two of 12 kg', '24 kg kettlebell', 'bodyweight and 10 kg', 'red band'."""
    if load is None:
        return ""
    amount = f"{load.amount} {load.unit}".strip() if load.amount else ""
    match load.kind:
        case "bodyweight":
            return f"bodyweight and {amount}" if amount else "bodyweight"
        case "assistance":
            return f"{amount} of assistance"
        case "band":
            return f"{load.words} band".strip()
        case "bar":
            return f"the bar and {amount}" if amount else "the bar"
        case "rm":
            return f"{amount}RM"
        case "words":
            return load.words
    tool = f" {load.tool}" if load.tool else ""
    many = f"{_NUMBERS[load.count]} of " if load.count > 1 else ""
    return f"{many}{amount}{tool}"


def _target(maximum: int) -> str:
    if not maximum:
        return ""
    count = _NUMBERS[maximum] if maximum < len(_NUMBERS) else str(maximum)
    return f"a {count}-repetition maximum"


def _kind(group: SetGroup) -> str:
    if group.technique:
        return group.technique
    return "AMRAP" if group.open_ended and not (group.reps or group.hold_s or group.distance) else ""


def _reps(group: SetGroup) -> Any:
    if group.reps is None:
        return None
    if group.open_ended:
        return f"{group.reps}+"
    return _plain(group.reps) if group.reps.low == group.reps.high else str(group.reps)


def _metres(group: SetGroup) -> Any:
    return _plain(group.distance.times(METRES[group.distance_unit])) if group.distance else None


def _plain(span: NumberRange | None) -> Any:
    """A number, or [low, high]."""
    if span is None:
        return None
    low, high = (_number(value) for value in span)
    return low if low == high else [low, high]


def _number(value: float) -> int | float:
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded


def _whole(sets: Sets) -> Reading:
    """What is said of the prescription as a whole, and its notes."""
    found: Reading = {}
    if sets.times_a_day:
        found["times_a_day"] = _plain(sets.times_a_day)
    if sets.times_a_week:
        found["times_a_week"] = _plain(sets.times_a_week)
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
        found["min"] = _number(timing.total_s / 60)
    if timing.rounds:
        found["sets" if timing.format == "intervals" and timing.named == "tabata" else "rounds"] = _plain(
            timing.rounds
        )
    if timing.format in ("amrap", "for time"):
        found["score"] = "rounds" if timing.format == "amrap" else "time"
    for name, span in (("work_s", timing.work_s), ("rest_s", timing.rest_s or timing.round_rest_s)):
        if span:
            found[name] = _plain(span)
    if timing.cap_s:
        found["cap_min"] = _number(timing.cap_s / 60)
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
