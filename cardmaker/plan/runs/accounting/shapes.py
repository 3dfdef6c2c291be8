"""Shapes of a run that nobody runs → a question, as a figure or a word has most likely got into the wrong place."""

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import METRES_PER_MILE, decimal
from cardmaker.plan.runs.accounting.lost import SLOWEST_PACE
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of, sum_of

_EVERY: Final = Pattern(
    r"every (?:\d|other|few|second|third|half|quarter|mile|km|minute)", "every ", re.ASCII | re.IGNORECASE
)
_THAN: Final = Pattern(r"(?:.* )?(?:slower|faster|quicker) than\b", "er than", re.ASCII | re.IGNORECASE)
_GOAL: Final = Pattern(
    r"(?:.* )?(?:goal|target|aim|below|under|sub|ziel|unter)\b(?![ -](?:pace|effort|speed|race|tempo))",
    "goal|target|aim|below|under|sub|ziel|unter",
    re.ASCII | re.IGNORECASE,
)
_SHORT: Final = 300.0
"""Seconds that are no run by themselves, and more than any pace is slower than another."""
_LONG_STRIDE: Final = 150.0
"""Seconds that no stride takes."""
_FAR_STRIDE: Final = 800.0
"""Metres that no stride goes."""
_FAR_BETWEEN: Final = 2000.0
"""Metres that hardly anyone runs between repeats."""


def shapes_doubted(written: WrittenRun) -> Iterator[str]:
    """Questions, one for each shape that is nobody's run."""
    if written.line == written.read:
        return  # who writes the normal form has said what is what
    parts = written.run.parts
    for at, part in enumerate(parts):
        behind = parts[at + 1] if at + 1 < len(parts) else None
        if isinstance(part, Ladder) and not part.recovery and _mixed(part):
            yield f"'{part.rungs[0]}' and '{part.rungs[-1]}': two parts? write '8 km @ 5:30/km', or '8 km / 40 min'"
        if isinstance(part, Whole) and _is_bare(behind) and re.search(r"\) \d", written.line):
            yield f"'{behind}' behind the brackets: more to run, or their pace? write '/ {behind}', or '@ 5k'"
        if isinstance(part, Ladder) and isinstance(behind, Ladder) and _all_rest(behind):
            yield "a list of recoveries of its own: after which? write '400 m / 60 s rest / 800 m / 90 s rest / 400 m'"
        if (
            isinstance(part, Step)
            and part.role == "cool-down"
            and isinstance(behind, Step)
            and _before(parts, at)
        ):
            yield f"'{part}' before the warm-up: write what is run first first, '2 km wu / 5 km tempo / 2 km cd'"
        if isinstance(behind, Step) and behind.role == "warm-up" and _may_hold(part, behind):
            yield (
                f"'{part}' before the warm-up: is it all of the run? write the whole first, '75 min with [2 mi wu /"
                " 35 min tempo / 2 mi cd]', or the parts without it"
            )
    for part in written.parts:
        if isinstance(part, Step):
            yield from _stretch(part)
        if isinstance(part, Repeat):
            yield from _repeat(part, written, parts)
        if isinstance(part, Whole):
            yield from _whole(part)


def _mixed(ladder: Ladder) -> bool:
    """Whether what is run in a row without a word is a distance here, a time there: '8 km, 51 min, 6:20'."""
    bare = all(rung == Step(rung.amount) for rung in ladder.rungs)
    return bare and len({rung.amount.metres is None for rung in ladder.rungs}) > 1


def _all_rest(ladder: Ladder) -> bool:
    return all(rung.effort in ("rest", "recovery") for rung in ladder.rungs)


def _before(parts: tuple[Part, ...], at: int) -> bool:
    return any(isinstance(part, Step) and part.role == "warm-up" for part in parts[at:])


def _may_hold(part: Part, warm_up: Step) -> bool:
    """Whether a stretch before the warm-up may be all of the run: '70 min hilly, 15 min wu, …'."""
    if not isinstance(part, Step) or part.role or part.effort in RESTING or not warm_up.amount.given:
        return False
    longer = any(
        one.least > (other.most or one.least)
        for one, other in ((part.distance, warm_up.distance), (part.duration, warm_up.duration))
    )
    return longer or _is_bare(part)


def _is_bare(part: Part | None) -> TypeGuard[Step]:
    return isinstance(part, Step) and part == Step(part.amount)


def _stretch(step: Step) -> Iterator[str]:
    too_long = (step.duration.most or 0) > _LONG_STRIDE and not step.also
    if step.effort == "strides" and (too_long or (step.distance.most or 0) > _FAR_STRIDE):
        yield f"'{step}': how many, and in what? write '40 min easy with [6 x 20 s strides]'"
    short = step.amount.given and step.distance.most is None and (step.duration.most or 0) <= _SHORT
    if short and _EVERY.match(step.note):
        yield (
            f"'{step.note}': how long is all of it? write the whole first, '40 min with [6 x 1 min fast]', or"
            " '40 min “1 min fast every 5 min”'"
        )
    if short and _THAN.match(step.note):
        yield f"'{step.amount}' is read as a stretch; write how much slower as in '8 km @ 5k + 90 s/mi'"


def _repeat(repeat: Repeat, written: WrittenRun, parts: tuple[Part, ...]) -> Iterator[str]:
    (step, *others) = repeat.parts
    if repeat.recovery and _is_too_far(repeat, repeat.recovery, written.bare):
        yield (
            f"'{repeat.recovery.amount}' behind the repeats: after each, or how far all of it is? write"
            f" 'w/ {repeat.recovery.amount} jog', or the whole first, '10 km with [6 x 800 m]'"
        )
    if not others and isinstance(step, Step) and repeat in parts:
        yield from _each_or_once(repeat, step, written, parts)
        yield from _made_of(repeat, step, written)
    if others or not isinstance(step, Step) or repeat.recovery or repeat.count < 2 or not step.amount.given:
        return
    if step.effort in ("rest", "recovery"):
        yield f"'{repeat}': what is repeated? write it like '6 x 400 m @ 5k w/ {step.amount} {step.effort}'"
    behind = parts[parts.index(repeat) + 1 :] if repeat in parts else ()
    following = behind[0] if behind else None
    if not isinstance(following, Step) or following.role:
        return
    easily = step.effort in ("easy", "jog") and HARDNESS[following.effort] > HARDNESS[step.effort]
    if (
        easily
        or (step.effort in ("easy", "jog") and not following.effort)
        or _in_turn(step, following, written.line)
    ):
        yield (
            f"'{following}' behind '{repeat}': after each, or once? write '{repeat.times} x ({step} /"
            f" {following})', or '{repeat} then {following}'"
        )


def _in_turn(step: Step, following: Step, line: str) -> bool:
    """Whether '6 x 500 m @ 10k, 500 m @ MP' may be two paces in turn: both are hard, and the second is no farther."""
    paces = {step.effort, following.effort}
    farther = any(
        (other.middle or 0) > (one.middle or 0)
        for one, other in ((step.distance, following.distance), (step.duration, following.duration))
    )
    hard = all(HARDNESS[effort] >= HARDNESS["marathon"] for effort in paces)
    return hard and len(paces) > 1 and not farther and f", {decimal(following.amount.value)}" in line


def _each_or_once(repeat: Repeat, step: Step, written: WrittenRun, parts: tuple[Part, ...]) -> Iterator[str]:
    """'3 x 3 km @ MP / 1 km easy', and as far at the end as each if the run begins easily, too."""
    at = parts.index(repeat) + 1
    easy, before = parts[at] if at < len(parts) else repeat.recovery, parts[0]
    once = easy is not repeat.recovery
    if not isinstance(easy, Step) or easy.effort != "easy" or easy.role or (once and repeat.recovery):
        return
    far, rep_far = easy.distance.least, step.distance.least
    ends_alike = isinstance(before, Step) and (before.role == "warm-up" or before.effort == "easy")
    if not 1000 <= far <= METRES_PER_MILE + 1 or (
        far >= rep_far if once else far < rep_far or not ends_alike
    ):
        return
    if re.search(rf"/ ?{decimal(easy.amount.value)} ?[a-z]", written.line):
        yield f"'{easy}' behind the repeats: after each, or once? write 'w/ {easy}', or 'then {easy}'"


def _made_of(repeat: Repeat, step: Step, written: WrittenRun) -> Iterator[str]:
    """'6 x 600 m: 300 m fast, …': parts of each, or after all of them?"""
    number = decimal(step.amount.value)
    if not repeat.recovery and re.search(
        rf"\b{repeat.count} ?x ?{number} ?[a-z]+: ?\d", written.line, re.IGNORECASE
    ):
        yield f"'{repeat}' and what is behind it: parts of each? write '{repeat.times} x (300 m fast / 100 m easy)'"


def _is_too_far(repeat: Repeat, recovery: Step, line: str) -> bool:
    """Whether what is in brackets without a word of its own is a recovery much farther than what it follows."""
    far = recovery.distance.least
    if f"({decimal(recovery.amount.value)}" not in line or recovery.effort != "recovery":
        return False
    hard = sum_of(span_of(one, "distance") for one in repeat.parts).middle
    return not recovery.said and far >= _FAR_BETWEEN and (hard is None or far > hard)


def _is_clock(part: Part) -> bool:
    return isinstance(part, Step) and _is_bare(part) and part.amount.unit == "m:ss"


def _whole(whole: Whole) -> Iterator[str]:
    first = whole.inside[0]
    paced = isinstance(first, Step) and first.amount.unit == "m:ss" and first.duration.least <= SLOWEST_PACE
    if len(whole.inside) == 1 and _is_bare(first) and (paced or not whole.place):
        yield (
            f"'{whole.inside[0]}' in '{whole.step}': how is it run? write '{whole.step} with"
            f" [{whole.inside[0]} tempo]', or '{whole.step} / {whole.inside[0]} rest'"
        )
    steps = [step for one in whole.inside for step in (one.rungs if isinstance(one, Ladder) else (one,))]
    if len(steps) > 1 and whole.step.amount.metres is not None and all(map(_is_clock, steps)):
        yield (
            f"'{steps[0]}' in '{whole.step.amount}': how fast it is run? write each part, '1 mi @ 9:00 / 1 mi @ 8:40',"
            " or what is only to be printed between “ and ”"
        )
    all_of_it = whole.step.distance.exact
    for inner in whole.inside:
        if (
            all_of_it
            and len(whole.inside) > 1
            and isinstance(inner, Step)
            and inner.distance.exact == all_of_it
        ):
            yield f"'{inner}' in '{whole.step.amount}', and more: the same run? write it once, '{inner} in 40 min'"
        if isinstance(inner, Step) and _GOAL.match(inner.note):
            yield (
                f"'{inner}' is read as a part of the {whole.step.amount}; write the time that is the goal as"
                f" '{whole.step.amount} in {inner.amount}'"
            )
