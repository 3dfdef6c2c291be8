"""Parts of a run → what they are to each other: rests, turns, warm-ups; and parts with the words around them."""

from dataclasses import replace

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.drafts import with_words
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole, span_of


def within_sets(part: Repeat, recovery: Step) -> Part:
    """What is repeated in sets, with the recovery inside them."""
    inner = part.parts[0]
    steps = tuple(one for one in part.parts if isinstance(one, Step))
    if len(part.parts) == 1 and isinstance(inner, Repeat | Ladder):
        return replace(inner, recovery=recovery)
    if len(steps) == len(part.parts) > 1:
        return Ladder(steps, recovery)
    raise ValueError(
        f"a recovery between sets, but there are no sets; write '3 x ({part.times} x … w/ {recovery}) w/ …'"
    )


def is_lower(step: Step, part: Part) -> bool:
    """Whether a step's target is below that of *part*, both in one unit."""
    ours = step.targets[0]
    theirs = part.targets if isinstance(part, Step) else ()
    return any(target.unit == ours.unit and ours.high < target.high for target in theirs)


def is_total(recovery: Step, repeat: Repeat) -> bool:
    """Whether what looks like a recovery is how long all of it takes: '60 s run, 90 s walk x 8 (20 min)'."""
    long = recovery.duration.exact
    return bool(
        long
        and long > 300
        and recovery.effort == "recovery"
        and not recovery.said
        and long == span_of(repeat, "duration").exact
    )


def is_rest(part: Part, easy: bool = False) -> bool:
    """Whether *part* is a recovery; with *easy*, or an easy stretch."""
    resting = (*RESTING, "easy") if easy else RESTING
    return isinstance(part, Step) and part.effort in resting and not part.role


def is_turn(hard: Step, easy: Step) -> bool:
    """Whether two stretches are the hard and the easy one of an alternation: '1 km MP / 1 km easy'."""
    if is_rest(easy, easy=True):
        return not is_rest(hard, easy=True) or easy.effort == "walk"
    return easy.amount == hard.amount and HARDNESS[easy.effort] < HARDNESS[hard.effort] and not easy.role


def has_role(part: Part) -> bool:
    """Whether *part* is a warm-up or cool-down."""
    return isinstance(part, Step) and bool(part.role)


def is_same(part: Part, step: Step) -> bool:
    """Whether *part* is as far or long as *step*."""
    if isinstance(part, Whole):
        return part.step.amount == step.amount
    return isinstance(part, Step) and part.amount == step.amount and not part.role


def amount_of(part: Part) -> Quantity:
    """How far or long a step is; open for what is more than a step."""
    return part.amount if isinstance(part, Step) else OPEN


def filled(part: Part, words: Step) -> Part:
    """*part* with what *words* say, in each of its steps that says nothing itself."""
    match part:
        case Step():
            return part if part.role or (is_rest(part)) else with_words(part, words)
        case Ladder():
            return replace(part, rungs=tuple(with_words(rung, words) for rung in part.rungs))
        case Whole():
            return replace(part, step=with_words(part.step, words))
    return replace(part, parts=tuple(filled(inner, words) for inner in part.parts))


def roled(part: Part, words: Step) -> Part:
    """*part* as the warm-up or cool-down that *words* say."""
    return (
        replace(part, role=words.role, effort=part.effort or words.effort) if isinstance(part, Step) else part
    )


def timed(body: tuple[Part, ...], time: Quantity) -> tuple[Part, ...]:
    """What is repeated, with the time that each takes; ValueError if it has one, or no distance."""
    if len(body) == 1 and isinstance(step := body[0], Step) and step.distance.most and not step.also:
        return (replace(step, also=time),)
    raise ValueError(
        f"'{time}' in brackets could be the time for each or the rest after it; write 'w/ {time} rest'"
    )
