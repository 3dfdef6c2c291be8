"""The parts of a run → its steps in running order, how many they are, how far and how long; what is around a part."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from cardmaker.plan.quantity import NOTHING, OPEN, Extent, Quantity
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole

_EASY = {"easy", "recovery", "jog", "walk"}


def written_steps(parts: Iterable[Part]) -> Iterator[Step]:
    """The steps as they are written, each once."""
    for part in parts:
        match part:
            case Step():
                yield part
            case Ladder():
                yield from part.rungs
            case Whole():
                yield part.step
                yield from written_steps(part.inside)
            case Repeat():
                yield from written_steps(part.parts)


def repeated_steps(parts: tuple[Part, ...], inside: bool = False) -> frozenset[int]:
    """The steps of repeats, without their recoveries, by identity."""
    found: frozenset[int] = frozenset()
    for part in parts:
        match part:
            case Repeat():
                found |= repeated_steps(part.parts, inside=not is_run_walk(part))
            case Ladder():
                found |= frozenset(id(rung) for rung in part.rungs if part.recovery)
            case Whole():
                found |= repeated_steps(part.inside)
            case Step() if inside:
                found |= {id(part)}
    return found


def is_run_walk(part: Repeat) -> bool:
    """Whether a repeat is running and walking in turn by time, '3 x 10 min w/ 90 s walk', of which neither is fast."""
    run, walk = (part.parts, part.recovery) if part.recovery else (part.parts[:-1], part.parts[-1])
    if not isinstance(walk, Step) or walk.effort != "walk" or walk.amount.seconds is None or not run:
        return False
    return all(isinstance(one, Step) and one == Step(one.amount) and one.amount.seconds for one in run)


def count_steps(parts: Iterable[Part]) -> int:
    """How many steps *parts* unroll to, without unrolling them."""
    return sum(map(_count, parts))


def _count(part: Part) -> int:
    match part:
        case Step():
            return 1
        case Ladder():
            return 2 * len(part.rungs)
        case Whole():
            return 2 + count_steps(part.inside)
    return (part.most or part.count) * (count_steps(part.parts) + bool(part.recovery))


def flat(parts: Iterable[Part], drop_last: bool = False) -> Iterator[Step]:
    """The steps of *parts* in running order; without the recovery after the very last one, if *drop_last*."""
    parts = tuple(parts)
    for index, part in enumerate(parts):
        match part:
            case Step():
                yield part
            case Ladder():
                yield from part.steps()
            case Whole():
                before, after = around(part)
                if before and (before.amount.value or not before.amount.given):
                    yield before
                yield from flat(part.inside)
                if after and (after.amount.value or not after.amount.given):
                    yield after
            case Repeat():
                followed = drop_last and index == len(parts) - 1
                times = part.most or part.count
                for turn in range(times):
                    yield from flat(part.parts, drop_last=bool(part.recovery))
                    if part.recovery and not (followed and turn == times - 1):
                        yield part.recovery


def sum_of(spans: Iterable[Extent]) -> Extent:
    """All of them together."""
    total = NOTHING
    for span in spans:
        total = total.plus(span)
    return total


def span_of(part: Part, what: Literal["distance", "duration"], drop_last: bool = False) -> Extent:
    """The distance or duration of a part, each thing counted once; a whole counts what it says."""
    match part:
        case Step():
            return part.distance if what == "distance" else part.duration
        case Ladder():
            return sum_of(span_of(step, what) for step in part.steps())
        case Whole():
            whole = span_of(part.step, what)
            inside = sum_of(span_of(inner, what) for inner in part.inside)
            return Extent(inside.least, None) if whole.most is None else whole
    last = len(part.parts) - 1
    once = sum_of(
        span_of(inner, what, drop_last=bool(part.recovery) and index == last)
        for index, inner in enumerate(part.parts)
    )
    total = once.times(part.count, part.most or part.count)
    if part.recovery:
        recovery = span_of(part.recovery, what)
        fewer = 1 if drop_last else 0
        total = total.plus(recovery.times(part.count - fewer, (part.most or part.count) - fewer))
    return total


def remainder_of(whole: Whole) -> Step:
    """What is left of the whole around the parts inside it; open where that isn't known."""
    spans = [span_of(part, "distance" if whole.step.amount.metres is not None else "duration")
             for part in whole.inside]  # fmt: skip
    taken = sum_of(spans).exact
    total = whole.step.amount.distance if whole.step.amount.metres is not None else whole.step.amount.duration
    amount = OPEN
    if taken is not None and total.exact is not None and not any(map(_unspoken_recovery, whole.inside)):
        factor = total.exact / whole.step.amount.value
        amount = Quantity(round(max(0.0, total.exact - taken) / factor, 3), whole.step.amount.unit)
    effort = whole.step.effort or "easy"
    hardest = max(HARDNESS[step.hardest] for step in flat(whole.inside))
    named = (phrase := phrase_of(whole.step.said.lower())) is not None and phrase.sort == "kind"
    easily = whole.place and hardest <= HARDNESS["easy"]  # '8 km tempo, last 2 km easy'
    if HARDNESS["tempo"] <= HARDNESS[effort] and (named or HARDNESS[effort] >= hardest) and not easily:
        effort = "easy"  # 'VO2max 8 mi with 5 x 800 m', 'fartlek 8 km with 6 x 2 min fast': the rest is easy
    said = whole.step.said if effort == whole.step.effort else ""
    return replace(whole.step, amount=amount, effort=effort, said=said, also=None, climb=None, note="")


def around(whole: Whole) -> tuple[Step | None, Step | None]:
    """What is run before and after the parts inside: easy running follows hard work, except at the end."""
    rest = remainder_of(whole)
    roles = [part.role if isinstance(part, Step) else "" for part in (whole.inside[0], whole.inside[-1])]
    if roles == ["warm-up", "cool-down"] and not rest.amount.given:
        return (None, None)  # they are as long as is left
    if "warm-up" in roles[:1] or "cool-down" in roles[1:]:
        return (None, rest) if roles[0] == "warm-up" else (rest, None)
    easily = [len(whole.inside) > 1 and _is_easy(part) for part in (whole.inside[0], whole.inside[-1])]
    if all(easily) and not rest.amount.given:
        return (None, None)  # '13 mi with [5-6 mi easy / 6-7 mi marathon / 2 mi easy]'
    if any(easily) and not whole.place:
        return (None, rest) if easily[0] else (rest, None)  # '40 min with [5 min walk / 6 x 2 min fast]'
    place = whole.place or ("end" if _is_late(whole) else "")
    if place:
        return (rest, None) if place == "end" else (None, rest)
    half = replace(rest, amount=replace(rest.amount, value=rest.amount.value / 2))
    return (half, half)


def _is_easy(part: Part) -> bool:
    return isinstance(part, Step) and part.amount.given and part.effort in _EASY


def _is_late(whole: Whole) -> bool:
    """Whether the parts inside belong to the end unless said otherwise: strides, hills, marathon pace."""
    steps = [step for part in whole.inside for step in flat((part,))]
    return all(step.effort in ("strides", "marathon", "steady", "rest", "jog", "walk", "recovery")
               or step.said.lower().startswith("hill") for step in steps)  # fmt: skip


def _unspoken_recovery(part: Part) -> bool:
    """Whether a part is repeated without a word on what comes between."""
    return isinstance(part, Repeat) and part.recovery is None and len(part.parts) == 1
