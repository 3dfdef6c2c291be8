"""A run → the parts of it that grow, and the run with other amounts of these, rounded, and not too little."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.progression.record import Change
from cardmaker.plan.quantity import METRES, SECONDS, Quantity
from cardmaker.plan.runs.efforts import HARDNESS, Effort
from cardmaker.plan.runs.record import Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import flat, span_of, sum_of

Path = tuple[int, ...]

WHOLE: Final = -1
"""The step in a way that says the whole itself, not a part inside it."""

_FEWEST_REPEATS: Final = 2
_LEAST: Final = {"km": 3.0, "mi": 2.0, "min": 15.0}
"""Of a run that is easy throughout: shorter ones are hardly worth the shoes."""
_LEAST_QUICK: Final = {"km": 1.0, "mi": 0.5, "min": 5.0}
_FIVES_FROM_MIN: Final = 30.0
"""Coaches give runs in fives of minutes from about here on."""


class Amount(NamedTuple):
    """From *low* to *high*, the same where one amount is meant: repeats, or the unit of the stretch."""

    low: float
    high: float

    def plus(self, more: float) -> "Amount":
        """Both ends moved."""
        return Amount(self.low + more, self.high + more)

    def times(self, factor: float) -> "Amount":
        """Both ends multiplied."""
        return Amount(self.low * factor, self.high * factor)


class GrowingPart(NamedTuple):
    """A part that grows: the way to it, how hard it is, its amount, and the unit of that, '' of repeats."""

    path: Path
    effort: Effort
    amount: Amount
    unit: str = ""


def growing_parts(run: Run) -> tuple[GrowingPart, ...]:
    """What grows of one session: the part that makes it what it is; of '20 km with 5 km at threshold' the whole, too.

    That is a long stretch if there is one, else the hardest part. Warm-up, cool-down and strides next to something else
    stay as they are, and so do ladders.
    """
    found = list(_parts(run.parts))
    if not found:
        return ()
    long = next((one for one in found if one.effort == "long"), None)
    main = long or max(found, key=lambda one: _hardness(one, found))
    others = [
        one for one in found if one is not main and WHOLE in (*one.path, *main.path) and _together(one, main)
    ]
    return (main, *others)


def _hardness(one: GrowingPart, among: Sequence[GrowingPart]) -> int:
    alone = all(other.effort == "strides" for other in among)
    return -1 if one.effort == "strides" and not alone else HARDNESS[one.effort]


def _together(one: GrowingPart, other: GrowingPart) -> bool:
    """Whether one of them is the whole that the other is a part of."""
    return one.path[0] == other.path[0]


def _parts(parts: Sequence[Part], way: Path = ()) -> Iterator[GrowingPart]:
    for index, part in enumerate(parts):
        here = (*way, index)
        match part:
            case Step() if not part.role and part.amount.given and part.effort != "rest":
                yield _stretch(part, here)
            case Repeat():
                inner = part.parts[0] if len(part.parts) == 1 else None
                if isinstance(inner, Repeat):
                    yield from _parts(part.parts, here)
                else:
                    hardest = max((step.hardest for step in flat(part.parts)), key=HARDNESS.__getitem__)
                    yield GrowingPart(here, hardest, Amount(part.count, part.most or part.count))
            case Whole():
                if part.step.amount.given:
                    yield _stretch(part.step, (*here, WHOLE))
                yield from _parts(part.inside, here)


def _stretch(step: Step, path: Path) -> GrowingPart:
    amount = step.amount
    return GrowingPart(
        path,
        step.hardest,
        Amount(amount.value, amount.value if amount.most is None else amount.most),
        amount.unit,
    )


def with_amount(run: Run, path: Path, amount: Amount) -> Run:
    """The run with another amount of the part that a way leads to."""
    return replace(run, parts=_replaced(run.parts, path, amount))


def _replaced(parts: tuple[Part, ...], path: Path, amount: Amount) -> tuple[Part, ...]:
    index, rest = path[0], path[1:]
    part = parts[index]
    made: Part = part
    if isinstance(part, Step):
        made = replace(part, amount=_quantity(part.amount, amount))
    elif isinstance(part, Whole) and rest[0] == WHOLE:
        made = replace(part, step=replace(part.step, amount=_quantity(part.step.amount, amount)))
    elif isinstance(part, Whole):
        made = replace(part, inside=_replaced(part.inside, rest, amount))
    elif isinstance(part, Repeat) and rest:
        made = replace(part, parts=_replaced(part.parts, rest, amount))
    elif isinstance(part, Repeat):
        made = replace(part, count=int(amount.low), most=None if part.most is None else int(amount.high))
    return (*parts[:index], made, *parts[index + 1 :])


def _quantity(before: Quantity, amount: Amount) -> Quantity:
    return replace(before, value=amount.low, most=None if before.most is None else amount.high)


def grown(part: GrowingPart, amount: Amount, change: Change) -> Amount:
    """The amount after one step, exactly; ValueError for a change that doesn't go with it, with one that does."""
    if change.unit == "%":
        after = amount.times(1 + change.amount / 100)
    else:
        after = amount.plus(_in_unit(change.amount, change.unit, part))
    if change.limit is None:
        return after
    limit = _in_unit(change.limit, change.limit_unit, part)
    over = max(0.0, after.high - limit) if change.amount > 0 else min(0.0, after.low - limit)
    return after.plus(-over) if (amount.high <= limit) == (change.amount > 0) else amount


def listed(part: GrowingPart, value: float, change: Change) -> Amount:
    """One of the amounts of a change that gives them week by week; a range begins there and is as wide."""
    low = _in_unit(value, change.unit, part)
    return Amount(low, low + part.amount.high - part.amount.low)


def _in_unit(value: float, unit: str, part: GrowingPart) -> float:
    """A change's amount in the unit of the part; ValueError if it has none of that kind."""
    if not part.unit:
        if unit not in ("repeats", "reps", "sets"):
            raise ValueError("has repeats, which are whole ones; write '+1 repeat a week' or '+10% a week'")
        return value
    for table, example in ((METRES, "+1 km a week"), (SECONDS, "+5 min a week")):
        if part.unit in table:
            if unit not in table:
                kind = "distance" if table is METRES else "time"
                raise ValueError(f"is given by {kind}; write '{example}' or '+10% a week'")
            return value * table[unit] / table[part.unit]
    raise ValueError(f"can't grow by {unit}")


def rounded(part: GrowingPart, amount: Amount) -> Amount:
    """An amount that was worked out as one that is run: half kilometres and miles, whole minutes, whole repeats.

    One that is as it was written stays as it is.
    """
    if amount == part.amount:
        return amount
    low, high = (_rounded(end, part.unit) for end in amount)
    return Amount(low, high if part.amount.low != part.amount.high else low)


def _rounded(value: float, unit: str) -> float:
    if not unit:
        return max(1.0, float(int(value + 0.5 + 1e-9)))
    step = _step(value, unit)
    return max(step, int(value / step + 0.5 + 1e-9) * step)


def _step(value: float, unit: str) -> float:
    """What an amount is a multiple of, in its own unit."""
    if unit in METRES:
        return 0.5 if unit in ("km", "mi") else 100.0 if value >= 1000 else 50.0
    minutes = value * SECONDS[unit] / 60
    if minutes < 2:
        return (5.0 if unit == "s" else 30.0) / SECONDS[unit]
    return (300.0 if minutes >= _FIVES_FROM_MIN else 60.0) / SECONDS[unit]


def lessened(part: GrowingPart, amount: Amount, factor: float) -> Amount:
    """So much of an amount, rounded, but not too little to be worth doing, and never more than there was."""
    kept = rounded(part, amount.times(factor)) if factor < 1 else rounded(part, amount)
    full = rounded(part, amount)
    least = min(_least(part), full.low)
    kept = kept if kept.low >= least else Amount(least, least + kept.high - kept.low)
    return Amount(min(kept.low, full.low), min(kept.high, full.high))


def _least(part: GrowingPart) -> float:
    if not part.unit:
        return _FEWEST_REPEATS
    table = _LEAST if HARDNESS[part.effort] <= HARDNESS["long"] else _LEAST_QUICK
    if part.unit in METRES:
        return table[part.unit] if part.unit in table else table["km"] * 1000 / METRES[part.unit]
    return table["min"] * 60 / SECONDS[part.unit]


def with_room(run: Run) -> Run:
    """The run with wholes that are no shorter than what is inside them, which may have a least of its own."""
    return replace(run, parts=tuple(map(_with_room, run.parts)))


def _with_room(part: Part) -> Part:
    if not isinstance(part, Whole) or not part.step.amount.given:
        return part
    amount = part.step.amount
    by_distance = amount.unit in METRES
    inside = sum_of(span_of(inner, "distance" if by_distance else "duration") for inner in part.inside)
    needed = (inside.most or 0.0) / (METRES if by_distance else SECONDS)[amount.unit]
    if needed <= amount.value:
        return part
    least = math.ceil(2 * needed) / 2
    return replace(part, step=replace(part.step, amount=_quantity(amount, Amount(least, least))))
