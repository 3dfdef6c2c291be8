"""A plan's strength work as the check counts it → what overviews say of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cardmaker.coaching.facts import GROUPS, Facts, Lifted, Training
from cardmaker.library.muscles import MUSCLES
from cardmaker.resolve.overviews import Trained, WeekOfSets
from cardmaker.resolve.planner import Planner

_GROUPED = frozenset().union(*GROUPS.values())


def trained_in(planner: Planner) -> Trained:
    """The sets of a plan's weeks, by groups of muscles, and of muscles in no group that anything is done for."""
    facts = Facts(planner.sources.plan, planner.sources.deck.library)
    tiring = [one for day in facts.days for session in day.sessions for one in session.lifted if one.tires]
    done_for = {muscle for one in tiring for muscle in _muscles(one)}
    groups = {name: tuple(sorted(muscles & done_for)) for name, muscles in GROUPS.items()}
    others = [muscle for muscle in MUSCLES.terms if muscle in done_for - _GROUPED]
    weeks = tuple(_week(week) for week in facts.weeks)
    return Trained(weeks, {**groups, **{muscle: (muscle,) for muscle in others}})


def _muscles(one: Lifted) -> frozenset[str]:
    return frozenset(one.about.primary) if one.about else frozenset()


def _week(days: Sequence[Training]) -> WeekOfSets:
    sessions = [session for day in days for session in day.sessions]
    tiring = [one for session in sessions for one in session.lifted if one.tires]
    return WeekOfSets(
        sessions=sum(any(one.tires for one in session.lifted) for session in sessions),
        sets=sum(one.count for one in tiring),
        groups=_by_group(tiring),
    )


def _by_group(tiring: Sequence[Lifted]) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in tiring:
        for name in (*one.groups, *(_muscles(one) - _GROUPED)):
            found[name] += one.count
    return found
