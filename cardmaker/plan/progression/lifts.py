"""Sets → the sets after one more step of a change, exactly, and sets of which there is less."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from cardmaker.plan.progression.record import Change, LighterWeeks, Share
from cardmaker.plan.sets.record import MAX_SETS, Load, NumberRange, SetGroup, Sets
from cardmaker.training.plates import KG_PER_LB

_SECONDS: Final = {"s": 1.0, "min": 60.0}
_METRES: Final = {"m": 1.0, "km": 1000.0, "mi": 1609.344}
_OF_GROUP: Final = {"m": 1.0, "km": 1000.0, "yd": 0.9144, "ft": 0.3048, "mi": 1609.344}

Step = Callable[[SetGroup], SetGroup]


def refuse_unfit(sets: Sets | None, change: Change, *, cycles: bool = False) -> None:
    """ValueError for a change that doesn't go with sets, with one that does, or that has two meanings."""
    if sets is None or not sets.groups:
        raise ValueError("there are no sets that could change; write them, such as '3x5 60 kg'")
    if change.values:
        raise ValueError("sets go week by week with arrows: '3x8 -> 3x10 -> 4x8'")
    if change.per == "cycle" and not cycles:
        raise ValueError(
            "a cycle of which weeks? write them with arrows: '3x8 -> 3x10 -> 4x8, +2.5 kg a cycle'"
        )
    if not change.is_none:
        stepped(sets, change)


def ask_share(sets: Sets, change: Change) -> None:
    """ValueError for a percentage of which it isn't said what it is of."""
    if change.unit == "%" and not change.share:
        number = f"{change.amount:+g}%"
        main = sets.main
        if main and main.percent and not main.load:
            points = f"{change.amount:+g} points"
            raise ValueError(
                f"'{number}' could be of the load or {abs(change.amount):g} points; write '{number} load a week' or "
                f"'{points} a week'"
            )
        raise ValueError(
            f"'{number}' of what? write '{number} load a week', '+1 rep a week' or '+1 set a week'"
        )


def stepped(sets: Sets, change: Change) -> Sets:
    """The sets after one step, not yet rounded; ValueError if there is nothing in them that it changes."""
    ask_share(sets, change)
    step = _step(sets, change)
    working = sets.working
    groups = tuple(step(group) if group in working else group for group in sets.groups)
    return replace(sets, groups=groups)


def _step(sets: Sets, change: Change) -> Step:
    share: Share = change.share or {"sets": "sets", "reps": "reps", "repeats": "reps"}.get(change.unit, "")  # type: ignore[assignment]
    if share == "sets":
        if len(sets.working) > 1:
            raise ValueError(
                "has sets that differ, so it isn't plain what one more is; write them week by week: '3x8 -> 4x8'"
            )
        return lambda group: replace(group, sets=_grown(group.sets, change, MAX_SETS))
    if share == "reps":
        return lambda group: replace(group, reps=_grown(_given(group.reps, "repetitions", "3x8"), change))
    if change.unit in ("kg", "lb") or share == "load":
        return lambda group: _heavier(group, change)
    if change.unit == "points":
        return lambda group: replace(
            group, percent=_grown(_given(group.percent, "a percentage", "3x5 @ 70%"), change)
        )
    if change.unit in _SECONDS and any(group.hold_s for group in sets.working):
        seconds = replace(
            change, amount=change.amount * _SECONDS[change.unit], limit=_limit(change, _SECONDS)
        )
        return lambda group: replace(group, hold_s=_grown(_given(group.hold_s, "a hold", "3x30 s"), seconds))
    if change.unit in _METRES and any(group.distance for group in sets.working):
        return lambda group: _farther(group, change)
    raise ValueError(
        f"can't grow by {change.unit}, as its sets are '{sets}'; write '+1 rep a week', '+1 set a week' or "
        "'+2.5 kg a week'"
    )


def _limit(change: Change, table: dict[str, float]) -> float | None:
    return None if change.limit is None else change.limit * table.get(change.limit_unit, 1.0)


def _given(span: NumberRange | None, what: str, example: str) -> NumberRange:
    if span is None:
        raise ValueError(f"has sets without {what}; write them like '{example}'")
    return span


def _farther(group: SetGroup, change: Change) -> SetGroup:
    unit = _OF_GROUP[group.distance_unit or "m"]
    metres = replace(
        change,
        amount=change.amount * _METRES[change.unit] / unit,
        limit=_limit(change, {u: m / unit for u, m in _METRES.items()}),
    )
    return replace(group, distance=_grown(_given(group.distance, "a distance", "3x20 m"), metres))


def _grown(span: NumberRange, change: Change, most: float = 10_000) -> NumberRange:
    """A span one step on, no further than the change's limit."""
    factor = 1 + change.amount / 100 if change.unit == "%" else 1.0
    more = 0.0 if change.unit == "%" else change.amount
    after = NumberRange(span.low * factor + more, span.high * factor + more)
    limit = most if change.limit is None else change.limit
    if change.amount > 0 and after.high > limit:
        return span if span.high > limit else NumberRange(limit - (after.high - after.low), limit)
    if change.amount < 0 and change.limit is not None and after.low < limit:
        return span if span.low < limit else NumberRange(limit, limit + after.high - after.low)
    return after if after.low > 0 else span


def _heavier(group: SetGroup, change: Change) -> SetGroup:
    """A group with more load; of a percentage the maximum grows, by a weight, or the percentage does."""
    load = group.load
    if load is None and group.percent and group.percent_of != "bodyweight":
        if change.unit == "%":
            return replace(group, percent=_grown(group.percent, change))
        before = group.gain or Load("weight", NumberRange(0.0, 0.0), "lb" if change.unit == "lb" else "kg")
        return replace(group, gain=_more(before, change))
    if (
        load is None
        or load.kind in ("band", "words", "rm")
        or (load.kind != "bodyweight" and load.amount is None)
    ):
        raise ValueError("says no weight that could grow; write it, as in '3x5 60 kg'")
    if load.kind == "assistance" and change.amount > 0:
        step = f"{change.amount:g} {change.unit}"
        raise ValueError(f"has help, of which {step} more makes it easier; write '-{step} a week'")
    return replace(group, load=_more(load, change))


def _more(load: Load, change: Change) -> Load:
    unit: Literal["kg", "lb"] = load.unit or ("lb" if change.unit == "lb" else "kg")
    table: dict[str, float] = {
        unit: 1.0,
        "kg": 1 / KG_PER_LB if unit == "lb" else 1.0,
        "lb": KG_PER_LB if unit == "kg" else 1.0,
    }
    amount = change.amount if change.unit == "%" else change.amount * table[change.unit]
    step = replace(change, amount=amount, limit=_limit(change, table))
    span = load.amount or NumberRange(0.0, 0.0)
    after = _grown(span, step) if span != (0.0, 0.0) else NumberRange(amount, amount)
    return replace(load, amount=NumberRange(round(after.low, 4), round(after.high, 4)), unit=unit)


def lighter(sets: Sets, weeks: LighterWeeks) -> Sets:
    """The sets of a lighter week, not yet rounded: fewer, of fewer repetitions or with less load, as it is said."""
    shares: tuple[Share, ...] = ("sets", "reps", "load")
    for share in shares:
        change = weeks.of(share)
        if change is not None:
            sets = replace(
                sets,
                groups=tuple(
                    _less(group, share, change) if group in sets.working else group for group in sets.groups
                ),
            )
    return sets


def fewer(sets: Sets, kept: float) -> Sets:
    """*kept* of the sets, not yet rounded."""
    change = Change(100 * (kept - 1), "%", "sets")
    return replace(
        sets,
        groups=tuple(
            _less(group, "sets", change) if group in sets.working else group for group in sets.groups
        ),
    )


def _less(group: SetGroup, share: str, change: Change) -> SetGroup:
    if share == "sets":
        return replace(group, sets=_reduced(group.sets, change))
    if share == "reps":
        return replace(group, reps=_reduced(group.reps, change)) if group.reps else group
    load = group.load
    if load and load.amount and load.kind in ("weight", "bar", "bodyweight"):
        return replace(group, load=replace(load, amount=_reduced(load.amount, change, 0.1)))
    if group.percent and change.unit == "%":
        return replace(group, percent=_reduced(group.percent, change))
    return group


def _reduced(span: NumberRange, change: Change, least: float = 1.0) -> NumberRange:
    factor = 1 + change.amount / 100 if change.unit == "%" else 1.0
    more = 0.0 if change.unit == "%" else change.amount
    low, high = (min(end, max(least, end * factor + more)) for end in span)
    return NumberRange(low, high)


def in_whole(sets: Sets, written: Sets, rounded: Callable[[Load, Load | None], Load]) -> Sets:
    """Sets as they are done: whole numbers, per cent in halves, loads as *rounded* says; what is as it was, stays."""
    before = dict(enumerate(written.groups))
    groups = tuple(_whole(group, before.get(index), rounded) for index, group in enumerate(sets.groups))
    return replace(sets, groups=groups)


def _whole(
    group: SetGroup, before: SetGroup | None, rounded: Callable[[Load, Load | None], Load]
) -> SetGroup:
    if group == before:
        return group
    return replace(
        group,
        sets=_to(group.sets, 1.0),
        reps=_to(group.reps, 1.0) if group.reps else None,
        hold_s=_to(group.hold_s, 1.0) if group.hold_s else None,
        distance=_to(group.distance, 1.0 if group.distance_unit not in ("km", "mi") else 0.1)
        if group.distance
        else None,
        percent=_to(group.percent, 0.5) if group.percent else None,
        load=rounded(group.load, before.load if before else None) if group.load else None,
    )


def _to(span: NumberRange, step: float) -> NumberRange:
    low, high = (max(step, round(int(end / step + 0.5 + 1e-9) * step, 3)) for end in span)
    return NumberRange(float(low), float(high))
