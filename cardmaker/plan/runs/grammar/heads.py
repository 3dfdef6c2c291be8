"""How far or long all of a run is, said before its parts → the parts alone, or the whole that holds them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from cardmaker.plan.runs.efforts import HARDNESS, Effort
from cardmaker.plan.runs.record import Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import flat, span_of, sum_of

_WHOLE_SECONDS: Final = 2400
_WHOLE_METRES: Final = 9500
"""So far hardly anyone warms up: more of it with a harder stretch behind a comma may hold that stretch."""
What = Literal["distance", "duration"]


def without_total(found: list[Part], joint: str) -> tuple[list[Part], list[str]]:
    """'20 mi - 10 easy, 10 MP' is 20 miles in all; '14 miles, 6 @ MP' may be 14 or 20, and is refused.

    With the words of the whole that are left, if its parts take its place.
    """
    whole, rest = found[0], found[1:]
    if not isinstance(whole, Step) or not rest:
        return found, []
    if is_role(rest[0], "warm-up") and len(rest) > 2 and _makes_up(whole, rest):
        return rest, _words(whole)  # '60 min tempo run, 15 min wu, 30 min tempo, 15 min cd'
    if _is_named_after(whole, rest, joint) and _makes_up(whole, rest):
        return rest, _words(whole)  # '8 mi tempo run - 2 mi easy, 4 mi tempo, 2 mi easy'
    if replace(whole, note="") != Step(whole.amount):
        return found, []
    if joint.startswith("-") and is_role(rest[0], "warm-up") and _may_hold(whole, rest):
        return [Whole(whole, tuple(rest))], []  # '10 mi - 2 mi wu, 3 x 1 mi w/ 2 min jog, 2 mi cd'
    if any(step.role for step in flat(rest)) or all(step.effort == "strides" for step in flat(rest)):
        return found, []
    said = [step.effort for step in flat(rest) if step.effort]
    turns = len(rest) > 1 and bool(said)
    if joint.startswith("-") and len(rest) == 1 and isinstance(rest[0], Repeat):
        turns = len(rest[0].parts) > 1  # '6 km - 1 km @ 5:00, 1 km @ 5:30 x 3'
    if turns and _makes_up(whole, rest):
        return rest, _words(whole)
    _ask_all_or_more(whole, rest, said)
    return found, []


def _is_named_after(whole: Step, rest: list[Part], joint: str) -> bool:
    """Whether a whole is called a long or progressive run, or as the hardest of the parts behind it."""
    if len(rest) < 2 or whole.role or whole.pace or joint not in ("-", "--", ",", ";"):
        return False
    hard = [max((HARDNESS[step.hardest] for step in flat((part,))), default=0) for part in rest]
    if whole.effort == "long" or whole.to:
        return hard[0] < max(hard)
    efforts = {step.effort for part in rest for step in flat((part,))}
    return whole.effort in efforts and hard[0] < max(hard) == HARDNESS[whole.effort]


def _words(whole: Step) -> list[str]:
    named = whole.said or ("long run" if whole.effort == "long" else "")
    return list(filter(None, (named, whole.note)))


def _ask_all_or_more(whole: Step, rest: list[Part], said: Sequence[Effort]) -> None:
    """Refuse '14 miles, 6 @ MP', whose hard parts behind a long stretch may well be in it."""
    what: What = "distance" if whole.amount.metres is not None else "duration"
    taken = sum_of(span_of(part, what) for part in rest)
    most = span_of(whole, what).middle or 0.0
    least = _WHOLE_METRES if what == "distance" else _WHOLE_SECONDS
    repeated = not all(isinstance(part, Step) for part in rest)
    hard = any(HARDNESS[effort] >= HARDNESS["tempo" if repeated else "steady"] for effort in said)
    hard = hard or (len(rest) == 1 and isinstance(rest[0], Repeat) and rest[0].count > 1)
    walked = len(rest) > 1 and said[:1] == ["walk"]  # '40 min, walk 5 min, run 20 min, walk 5 min'
    # '5 mi - 1 mi fast, 1 mi easy'
    fits = taken.least <= (most if len(rest) > 1 else 0.75 * most)
    if most < (least / 2 if len(rest) > 1 else least) or not (hard or walked) or not fits:
        return
    text = " / ".join(map(str, rest))
    raise ValueError(
        f"'{whole}, {text}' could be {whole} in all or more; write '{whole} with [{text}]' or '{whole} + {text}'"
    )


def _makes_up(whole: Step, parts: list[Part]) -> bool:
    """Whether *parts* are as far or as long as *whole*, in the way that it is measured."""
    what: What = "distance" if whole.amount.metres is not None else "duration"
    total, taken = span_of(whole, what), sum_of(span_of(part, what) for part in parts)
    return (
        total.exact is not None
        and taken.exact is not None
        and abs(total.least - taken.least) < 0.005 * total.least
    )


def _may_hold(whole: Step, parts: list[Part]) -> bool:
    """Whether *parts*, of which some are measured otherwise, are less than *whole*."""
    what: What = "distance" if whole.amount.metres is not None else "duration"
    taken = sum_of(span_of(part, what) for part in parts)
    return len(parts) > 2 and taken.most is None and taken.least < span_of(whole, what).least


def is_role(part: Part, role: str) -> bool:
    """Whether *part* is a stretch in that role: 'warm-up', 'cool-down'."""
    return isinstance(part, Step) and part.role == role
