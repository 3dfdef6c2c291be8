"""The rule by which an exercise gets harder → the words for it on cards and logs."""

from collections.abc import Sequence

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.progression.record import Change, Progress
from cardmaker.plan.sets import Load, NumberRange, Sets
from cardmaker.plan.workouts import Entry
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.formats import NBSP

_LIGHTER = 0.75
"""Of what was lifted the week before: a week below is a lighter one; the first week of a wave is above it."""


class SaidRule(NamedTuple):
    """What is said of the next time; *whole* sentences go without 'Next time:' before them.

    *computed*: what each week asks for follows from it.
    """

    words: str = ""
    whole: bool = False
    computed: bool = False

    def sentence(self, words: SetWords) -> str:
        """The rule by itself, '' if there is none."""
        if not self.words or self.whole:
            return self.words
        return words.wording.say("next_time", rule=self.words)


def said_rule(words: SetWords, entry: Entry, week: int | None) -> SaidRule:
    """The rule of an exercise in a week: the coach's own words, or those for a rule that was understood."""
    if own := entry.rule(week):
        return SaidRule(own)
    if entry.progress is None or _is_lighter(entry, week):
        return SaidRule()
    said = _of_progress(words, entry.progress, entry.in_week(week))
    return said._replace(computed=entry.progress.is_computed)


def _is_lighter(entry: Entry, week: int | None) -> bool:
    """Whether it is a lighter week, in which nobody is to find out whether there is more in it."""
    sets = entry.in_week(week)
    main = sets.main if sets else None
    if main is None:
        return False
    others = [one.main for one in entry.weeks if one.main]
    if any(one.reps == main.reps and one.count > main.count for one in others):
        return True
    (percent, weight), before = _heaviest(sets), _heaviest(entry.in_week(week - 1) if week else None)
    return percent < _LIGHTER * before[0] if percent else 0 < weight < _LIGHTER * before[1]


def _heaviest(sets: Sets | None) -> tuple[float, float]:
    """The highest percentage of sets, and their highest weight; 0 if they have none."""
    working = sets.working if sets else ()
    loads = [group.load for group in working if group.load and group.load.kind == "weight"]
    return (
        max((group.percent.high for group in working if group.percent), default=0),
        max((load.amount.high for load in loads if load.amount), default=0),
    )


def together(words: SetWords, rules: Sequence[tuple[SaidRule, str]]) -> str:
    """The rules of several sessions, each with its session; of one rule alone, the rule."""
    if len(rules) == 1:
        return rules[0][0].sentence(words)
    listed = "; ".join(f"{session}: {rule.words}" if session else rule.words for rule, session in rules)
    return SaidRule(listed, any(rule.whole for rule, _ in rules)).sentence(words)


def _of_progress(words: SetWords, progress: Progress, sets: Sets | None) -> SaidRule:
    change, say = progress.change, words.wording.say
    if change is None:
        return SaidRule()
    step = _step(words, change)
    main = sets.main if sets else None
    if progress.double:
        if main is None or main.reps is None:
            return SaidRule(step)
        if len({group.reps for group in (sets.working if sets else ())}) > 1:
            return SaidRule(say("rule_all_sets", step=step), whole=True)
        counted = words.span(main.sets), words.wording.number(main.reps.high)
        low = words.wording.number(main.reps.low)
        key = "rule_double" if main.reps.low < main.reps.high else "rule_all"
        return SaidRule(say(key, sets=counted[0], reps=counted[1], low=low, step=step), whole=True)
    if change.per == "time":
        return SaidRule(step)
    count, per = words.wording.number(change.every), "cycle" if change.per == "cycle" else "week"
    rule = say(f"rule_{per}s", step=step, count=count) if change.every > 1 else say(f"rule_{per}", step=step)
    if main is not None and main.percent_of == "TM" and change.unit in ("kg", "lb"):
        rule = say("rule_training_max", rule=rule)
    if change.limit is not None:
        rule = say("rule_limit", rule=rule, limit=_amount(words, change.limit, change.limit_unit))
    return SaidRule(rule, whole=True)


def _step(words: SetWords, change: Change) -> str:
    """'+2.5 kg', '+1 rep', '−10 %', 'load +5 %'."""
    sign = "+" if change.amount > 0 else "−"
    amount = f"{sign}{_amount(words, abs(change.amount), change.unit)}"
    if change.unit != "%":
        return amount
    label = (
        words.wording.labels["load"] if change.share == "load" else words.wording.say(change.share or "sets")
    )
    return f"{label} {amount}"


def _amount(words: SetWords, value: float, unit: str) -> str:
    wording = words.wording
    number = wording.number(value, 2)
    if unit in ("kg", "lb"):
        return words.weight(Load("weight", NumberRange(value, value), "lb" if unit == "lb" else "kg"))
    if unit == "sets":
        return words.sets(NumberRange(value, value))
    if unit in ("reps", "repeats"):
        return f"{number}{NBSP}{wording.say('rep' if value == 1 else 'reps')}"
    if unit in ("%", "points"):
        return f"{number}{NBSP}%"
    return f"{number}{NBSP}{wording.units[unit]}"
