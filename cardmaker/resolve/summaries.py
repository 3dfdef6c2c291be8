"""Sessions of an exercise that ask for different things → what its card says of all of them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from cardmaker.plan.model import Plan
from cardmaker.plan.sets import ONE, NumberRange, SetGroup, Sets
from cardmaker.resolve.prescription import Prescriber, Prescription
from cardmaker.resolve.uses import Use, said_weeks
from cardmaker.wording.formats import in_one_line
from cardmaker.wording.wording import Wording, capital

_MOST_OTHERS = 2
_MOST_STEPS = 8
"""Of what weeks ask for, listed in a line or two: more are found sooner in a log."""


def are_in_waves(uses: Sequence[Use]) -> bool:
    """Whether an exercise's workout asks for something else in at least as many sessions as it asks for the first's."""
    asked = [use.sets for use in uses if use.workout == uses[0].workout]
    return 2 * asked.count(asked[0]) <= len(asked) and all(one and one.working for one in asked)


def over_all(
    words: Prescriber,
    uses: Sequence[Use],
    words_of: Callable[[Sets | None], Prescription],
    *,
    listed: bool = False,
) -> Prescription:
    """What sessions ask for, from the least to the most of it: '3 sets', '27.5–40 kg'.

    Of sets *listed* elsewhere both their number and what each is of may differ: '2–3 × 10–14'.
    """
    every = [use.sets for use in uses if use.sets and use.sets.working]
    said = [words_of(sets) for sets in every]
    groups = [group for sets in every for group in sets.working]
    first = said[0]
    alike = len({(one.sets, one.side) for one in said}) == 1
    if not alike and (merged := _merged(every, both=listed)):
        first, alike = words_of(merged), True
    lead = first.sets if alike else _count(words, every)
    load = words.ranged(groups, words.load, "load")
    if not load and any(group.load or group.percent for group in groups):
        load = words.wording.say("see_log")
    effort = words.ranged(groups, words.effort, "rpe")
    same: dict[str, Any] = {
        name: getattr(first, name) if len({getattr(one, name) for one in said}) == 1 else ""
        for name in ("side", "tempo", "extra", "manner", "often", "note")
    }
    return Prescription(
        sets=lead,
        counted=first.counted if alike else words.wording.say("see_log"),
        noun=first.noun if alike else "",
        load=load,
        effort=effort,
        rest=_rest(words, groups),
        target=" · ".join(filter(None, [lead, load or effort])),
        whole=lead,
        brief=lead,
        **same,
    )


def _merged(every: Sequence[Sets], *, both: bool) -> Sets | None:
    """Sets of the fewest to the most repetitions, or seconds: '3 × 10–12'; or the fewest to the most sets: '2–3 × 14'.

    None if anything else that is counted differs, or both unless that is wanted.
    """
    if any(len(sets.groups) > 1 for sets in every):
        return None
    groups = [sets.groups[0] for sets in every]
    reps, holds = ([getattr(group, name) for group in groups] for name in ("reps", "hold_s"))
    if all(reps) == all(holds):  # neither, or repetitions that are held
        return None
    counts = [group.sets for group in groups]
    if not both and len(set(counts)) > 1 and len(set(zip(reps, holds, strict=True))) > 1:
        return None
    one = replace(groups[0], sets=_span(counts) or counts[0], reps=_span(reps), hold_s=_span(holds))
    bare = {replace(group, sets=counts[0], reps=None, hold_s=None, **_BESIDES) for group in groups}
    return replace(every[0], groups=(one,)) if len(bare) == 1 else None


_BESIDES: Final[dict[str, Any]] = dict.fromkeys(("load", "percent", "rpe", "rir", "rest_s")) | {"tempo": ""}
"""What is said of a group besides what is counted."""


def _span(amounts: Sequence[NumberRange | None]) -> NumberRange | None:
    """From the least to the most of them; None if one is lacking."""
    given = [amount for amount in amounts if amount]
    if not given or len(given) < len(amounts):
        return None
    return NumberRange(min(one.low for one in given), max(one.high for one in given))


def _count(words: Prescriber, every: Sequence[Sets]) -> str:
    counts = [[sum(group.sets[end] for group in sets.working) for end in (0, 1)] for sets in every]
    return words.sets(NumberRange(min(low for low, _ in counts), max(high for _, high in counts)))


def _rest(words: Prescriber, groups: Sequence[SetGroup]) -> str:
    rest = _span([group.rest_s for group in groups])
    return words.seconds(rest) if rest else ""


def other_sessions(
    plan: Plan, wording: Wording, uses: Sequence[Use], words_of: Callable[[Sets | None], Prescription]
) -> str:
    """What other sessions prescribe, where it isn't what the front says: 'Power: 5 × 5 · 60 kg'."""
    same: dict[str, list[Use]] = {}
    for use in uses:
        if use.sets != uses[0].sets:
            same.setdefault(_other(words_of(use.sets)), []).append(use)
    lines = [
        wording.say("in_workout", name=_of_others(plan, wording, uses[0], found), target=target)
        for target, found in same.items()
    ]
    return "; ".join(lines) if len(lines) <= _MOST_OTHERS else ""


def steps_of(wording: Wording, uses: Sequence[Use], words_of: Callable[[Sets | None], Prescription]) -> str:
    """What each week asks for, where weeks differ in nothing but what is counted.

    'Weeks 1–4: 3 × 10, 3 × 11, 3 × 12, 2 × 12'; of more weeks 'Week 1: 3 × 10; weeks 2–9: 3 × 11'.
    """
    asked: dict[int, set[Sets]] = defaultdict(set)
    steps: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.week is None or not use.sets or len(use.sets.groups) != 1:
            return ""
        asked[use.week].add(use.sets)
        steps[in_one_line(words_of(use.sets).sets)].append(use)
    every = [sets for week in sorted(asked) for sets in asked[week]]
    bare = {replace(sets.groups[0], sets=ONE, reps=None, hold_s=None) for sets in every}
    if len(bare) > 1 or len(every) > len(asked) or not 1 < len(steps) <= _MOST_STEPS:
        return ""
    listed = {", ".join(in_one_line(words_of(sets).sets) for sets in every): list(uses)}
    whole = len(every) <= _MOST_STEPS and max(asked) - min(asked) < len(asked)
    said = (
        wording.say("in_workout", name=in_one_line(said_weeks(wording, some)), target=targets)
        for targets, some in (listed if whole else steps).items()
    )
    return capital("; ".join(said))


def _of_others(plan: Plan, wording: Wording, first: Use, others: list[Use]) -> str:
    """How other sessions differ from the first one: in their workout, or in their weeks if it is the same."""
    workout = others[0].workout
    if workout == first.workout and (weeks := said_weeks(wording, others)):
        return capital(weeks)
    return plan.workouts[workout].name or workout


def _other(words: Prescription) -> str:
    """A prescription in full, as another workout has it: '3 × 8 each side · 20 kg'."""
    aim = words.target.partition(" · ")[2]
    return words.whole if words.varied or not aim else f"{words.whole} · {aim}"
