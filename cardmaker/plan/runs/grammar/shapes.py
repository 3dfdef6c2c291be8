"""Parts of a run → what they are to each other: rests, turns, warm-ups; and parts with the words around them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.drafts import with_words
from cardmaker.plan.runs.meaning import effort_of
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of
from cardmaker.plan.runs.targets import Pace

FASTEST: Final = 140.0
"""Seconds a kilometre that nobody runs for longer than one."""
_LONG_REP: Final = 100.0
"""Seconds, and eighths of metres, that a repeat of a tempo run takes at least."""
_LONG_TURN: Final = 300.0
"""Seconds up to which a walk or jog before repeats is hardly a warm-up."""


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


def in_sets(repeat: Repeat, between: Step) -> Repeat | None:
    """Sets with a recovery *between* them, the second in brackets: '4 x (400 m, 300 m) (1 min, 3 min)', or None."""
    first, inner = repeat.parts[0], repeat.recovery
    if inner is None:
        nested = isinstance(first, Repeat) or (isinstance(first, Ladder) and first.recovery)
        return replace(repeat, recovery=between) if nested else None
    if isinstance(first, Ladder) and len(repeat.parts) == 1 and not first.recovery:
        return replace(repeat, parts=(replace(first, recovery=inner),), recovery=between)
    rungs = tuple(part for part in repeat.parts if isinstance(part, Step))
    if len(rungs) < len(repeat.parts) or len(rungs) < 2 or any(map(is_rest, rungs)):
        return None
    return replace(repeat, parts=(Ladder(rungs, inner),), recovery=between)


def ask_both(whole: Sequence[Part], one: Step, other: Step, count: int) -> None:
    """Refuse '1 km @ 5:00/km, 1 km @ 5:30/km x 3', unless the whole before them is of both."""
    both = count * (one.distance.least + other.distance.least)
    if len(whole) != 1 or span_of(whole[0], "distance").exact != both:
        raise ValueError(
            f"'x {count}' could repeat both or the last; write '{count} x ({one} / {other})'"
            f" or '{one} / {count} x {other}'"
        )


def ask_list(before: Sequence[Part], last: Step, count: int) -> None:
    """Refuse '600 m, 200 m x 4' and 'jog 4 min, run 3 min x 4', of which all or the last may be repeated."""
    one = before[-1]
    if len(before) > 1 or not isinstance(one, Step) or one.role or last.role:
        return
    alike = (one.amount.metres is None) == (last.amount.metres is None)
    bare = one == Step(one.amount) and last == Step(last.amount)
    walks = (one.effort, last.effort) == ("walk", "jog")
    turn = (
        one.effort in ("walk", "jog")
        and (walks or not is_rest(last, easy=True))
        and one.duration.least <= _LONG_TURN
    )
    if alike and (bare or turn):
        raise ValueError(
            f"'x {count}' could repeat all of it or the last; write '{count} x ({one} / {last})'"
            f" or '{one} / {count} x {last}'"
        )


def is_lower(step: Step, part: Part) -> bool:
    """Whether a step's target is below that of *part*, both in one unit."""
    ours = step.targets[0]
    theirs = part.targets if isinstance(part, Step) else ()
    return any(target.unit == ours.unit and ours.high < target.high for target in theirs)


def is_slower(step: Step, part: Part) -> bool:
    """Whether *step*, no farther or longer than *part*, has a slower pace: '400 m @ 4:00/km, 200 m @ 5:00/km'."""
    if not isinstance(part, Step) or part.effort in RESTING:
        return False
    ours, theirs = _pace_of(step), _pace_of(part)
    return bool(ours and theirs and ours > theirs) and _is_no_longer(step, part)


def alternates(repeat: Repeat, step: Step) -> bool:
    """Whether *step* is run in turn with what is repeated: '8 x 500 m @ 10k / 500 m @ MP'."""
    one = repeat.parts[0]
    if (
        repeat.recovery
        or repeat.count == 1
        or len(repeat.parts) > 1
        or not isinstance(one, Step)
        or step.role
    ):
        return False
    hard = bool(step.effort or step.pace) and step.effort not in ("easy", "strides")
    return hard and _is_no_longer(step, one)


def _is_no_longer(step: Step, other: Step) -> bool:
    """Whether *step* is as far or as long as *other* at most, both in one measure."""
    return any(
        0 < (mine.most or 0) <= (whole.most or 0)
        for mine, whole in ((step.distance, other.distance), (step.duration, other.duration))
    )


def _pace_of(step: Step) -> float:
    """Seconds a kilometre, given or known from a distance and its time; 0 for unknown."""
    if step.pace:
        return step.pace.span.middle or 0.0
    metres, seconds = step.distance.middle, step.duration.middle
    return 1000 * seconds / metres if metres and seconds else 0.0


def without_last_recovery(part: Part) -> tuple[Part, ...]:
    """Repeats with their recovery between them only: '2 x 8 km w/ 2 km easy' as 8, 2 and 8 km."""
    if not isinstance(part, Repeat) or not part.recovery or part.most or part.count < 2:
        return (part,)
    before = (*part.parts, part.recovery) if part.count == 2 else (replace(part, count=part.count - 1),)
    return (*before, *part.parts)


def rungs_from(parts: Sequence[Part]) -> int:
    """Where the stretches begin that a recovery behind them comes between.

    They are hard; or, as in '4 km + 3 km + 2 km @ half', alike in kind, of which only the last may say how hard.
    """
    hard = alike = len(parts)
    while hard and isinstance(step := parts[hard - 1], Step) and _is_hard(step):
        hard -= 1
    if alike and isinstance(last := parts[-1], Step) and not last.role and not is_rest(last, easy=True):
        alike -= 1
        while alike and _is_like(parts[alike - 1], last):
            alike -= 1
    return min(hard, alike)


def _is_hard(step: Step) -> bool:
    return HARDNESS[step.hardest] >= HARDNESS["marathon"] and step.effort != "strides" and not step.role


def _is_like(part: Part, last: Step) -> bool:
    """Whether *part* says nothing but how far or how long, as *last* does."""
    if not isinstance(part, Step) or part != Step(part.amount, pace=part.pace):
        return False
    return (part.amount.metres is None) == (last.amount.metres is None)


def ladder_of(parts: Sequence[Part], rest: Step) -> Ladder:
    """Stretches with *rest* between them; what the last of them says holds for those that say nothing."""
    steps = [part for part in parts if isinstance(part, Step)]
    return Ladder(tuple(with_words(step, replace(steps[-1], note="", also=None)) for step in steps), rest)


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


def is_long_behind(step: Step, rest: Part) -> bool:
    """Whether an easy stretch behind a recovery is too long to come after each, too."""
    longer = max(2 * (rest.duration.middle or 0.0), _LONG_TURN) if isinstance(rest, Step) else 0.0
    return is_rest(rest) and is_rest(step, easy=True) and (step.duration.least or 0.0) >= longer


def is_turn(hard: Step, easy: Step) -> bool:
    """Whether two stretches are the hard and the easy one of an alternation: '1 km MP / 1 km easy'."""
    if is_rest(easy, easy=True):
        return not is_rest(hard, easy=True) or easy.effort == "walk"
    slower = HARDNESS[easy.effort] < HARDNESS[hard.effort] or is_paced_turn(hard, easy)
    return easy.amount == hard.amount and slower and not easy.role


def is_paced_turn(first: Step, second: Step) -> bool:
    """Whether two stretches differ in their pace only: '1 km @ 5:00/km / 1 km @ 4:30/km'."""
    return bool(first.pace and second.pace) and replace(second, pace=first.pace) == first != second


def has_role(part: Part) -> bool:
    """Whether *part* is a warm-up or cool-down."""
    return isinstance(part, Step) and bool(part.role)


def is_same(part: Part, step: Step) -> bool:
    """Whether *part* is as far or long as *step*."""
    if isinstance(part, Whole):
        return part.step.amount == step.amount
    return isinstance(part, Step) and part.amount == step.amount and not part.role


def named(part: Part) -> Part:
    """*part* with the effort that its words say by themselves, if it has none."""
    if not isinstance(part, Step) or part.effort or not part.said:
        return part
    return replace(part, effort=effort_of(part.said))


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
            return hard_inside(replace(part, step=with_words(part.step, words)))
    if len(part.parts) == 2 and len({*part.parts}) == 1 and words.effort == "tempo" and _is_turn_of(part):
        return replace(part, parts=(filled(part.parts[0], words), replace(part.parts[1], effort="easy")))  # type: ignore[arg-type]  # a step
    return replace(part, parts=tuple(filled(inner, words) for inner in part.parts))


def hard_inside(whole: Whole) -> Whole:
    """*whole*, with the effort of a hard one for long repeats inside it that say none: 'tempo 50 min: 2 x 15 min'."""
    step, repeat = whole.step, whole.inside[0]
    if HARDNESS[step.effort] < HARDNESS["tempo"] or len(whole.inside) > 1 or not isinstance(repeat, Repeat):
        return whole
    rep = repeat.parts[0]
    if len(repeat.parts) > 1 or not isinstance(rep, Step) or rep != Step(rep.amount):
        return whole
    if max(rep.distance.least / 8, rep.duration.least) < _LONG_REP:
        return whole
    inside = filled(repeat, Step(OPEN, step.effort, said=step.said))
    return replace(whole, step=replace(step, effort="", said=""), inside=(inside,))


def _is_turn_of(part: Repeat) -> bool:
    """Whether all that is repeated are two times alike, 'fartlek 12 x (1 min / 1 min)', of which the second is easy."""
    one = part.parts[0]
    return (
        isinstance(one, Step)
        and one == Step(one.amount)
        and one.amount.seconds is not None
        and part.recovery is None
    )


def unlisted(part: Part) -> Part:
    """*part* with lists of words without recovery that are all of a repeat as its parts: '2 x 5-4-3 min hills'."""
    if isinstance(part, Whole):
        return replace(part, inside=tuple(map(unlisted, part.inside)))
    if not isinstance(part, Repeat):
        return part
    first = part.parts[0]
    alone = len(part.parts) == 1 and isinstance(first, Ladder) and not first.recovery
    if alone and isinstance(first, Ladder) and any(rung != Step(rung.amount) for rung in first.rungs):
        return replace(part, parts=first.rungs)
    return replace(part, parts=tuple(map(unlisted, part.parts)))


def roled(part: Part, words: Step) -> Part:
    """*part* as the warm-up or cool-down that *words* say."""
    return (
        replace(part, role=words.role, effort=part.effort or words.effort) if isinstance(part, Step) else part
    )


def timed(body: tuple[Part, ...], time: Quantity) -> tuple[Part, ...]:
    """What is repeated, with the time that each takes; ValueError if it has one, or no distance."""
    if len(body) == 1 and isinstance(step := body[0], Step) and step.distance.most and not step.also:
        if 1000 * (time.duration.middle or 0.0) < FASTEST * step.distance.most and step.distance.most > 1500:
            most = None if time.most is None else round(time.most)
            per: Literal["km", "mi"] = "mi" if step.amount.unit == "mi" else "km"
            return (replace(step, pace=Pace(round(time.value), per, most)),)  # '3 x 2 km (4:20, 3 min jog)'
        return (replace(step, also=time),)
    raise ValueError(
        f"'{time}' in brackets could be the time for each or the rest after it; write 'w/ {time} rest'"
    )
