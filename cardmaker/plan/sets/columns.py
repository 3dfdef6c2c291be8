"""Groups of sets → their figures by name, set by set: reps, hold, load, effort, rest."""

from collections.abc import Sequence
from typing import Any, Final

from cardmaker.plan.quantity import METRES
from cardmaker.plan.sets.record import Load, NumberRange, SetGroup
from cardmaker.plan.sets.words import listed
from cardmaker.training.plates import KG_PER_LB

_NUMBERS: Final = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)


def columns(groups: Sequence[SetGroup]) -> dict[str, list[Any]]:
    """Each figure, set by set."""
    return {
        "reps": [_reps(group) for group in groups],
        "each": [" + ".join(map(str, group.parts)) for group in groups],
        "hold_s": [plain(group.hold_s) for group in groups],
        "distance_m": [_metres(group) for group in groups],
        "calories": [plain(group.calories) for group in groups],
        "per": [group.per for group in groups],
        "kind": [_kind(group) for group in groups],
        "role": [group.role for group in groups],
        "drops": [group.drops or None for group in groups],
        "drop_pct": [number(group.drop_percent) if group.drop_percent else None for group in groups],
        "target": [_target(group.maximum) for group in groups],
        **_load_columns(groups),
        "pct": [plain(group.percent) if group.percent_of != "bodyweight" else None for group in groups],
        "pct_bodyweight": [
            plain(group.percent) if group.percent_of == "bodyweight" else None for group in groups
        ],
        "pct_of": [
            group.percent_of if group.percent and group.percent_of == "TM" else None for group in groups
        ],
        "rpe": [plain(group.rpe) for group in groups],
        "rir": [plain(group.rir) for group in groups],
        "pause_s": [plain(group.pause_s) for group in groups],
        "rest_s": [plain(group.rest_s) for group in groups],
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
    return plain(load.amount.times(KG_PER_LB if load.unit == "lb" else 1))


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
    return plain(group.reps) if group.reps.low == group.reps.high else str(group.reps)


def _metres(group: SetGroup) -> Any:
    return plain(group.distance.times(METRES[group.distance_unit])) if group.distance else None


def plain(span: NumberRange | None) -> Any:
    """A number, or [low, high]."""
    if span is None:
        return None
    low, high = (number(value) for value in span)
    return low if low == high else [low, high]


def number(value: float) -> int | float:
    """A number to two places, without a point where it is whole."""
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded
