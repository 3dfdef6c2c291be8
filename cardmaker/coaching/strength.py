"""Rules of strength training for runners: how often, in which order, for which muscles, and how much more at once."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cardmaker.coaching.facts import GROUPS, LEGS, RUNNERS, Facts, Lifted, Lifting, Training
from cardmaker.coaching.rule import Found, all_of, weeks_in_words
from cardmaker.library.equipment import takes_load
from cardmaker.plan.sets import SetGroup, Sets

MOST_MORE: Final = 0.10
MOST_FOR_BEGINNERS: Final = 2
_FEWEST_LEG_SETS: Final = 4
"""From here on a session tires the legs for the day after: a set or two of something are a warm-up for many."""
_MOST_SETS: Final = 20
"""Twice the ten sets a muscle and week that are recommended for size."""
_UNEVEN: Final = 2.0
_FEWEST_TO_COMPARE: Final = 4
_MOST_REPS: Final = 30
"""Of a loaded set: beyond it form goes before the muscle does."""


def start_small(facts: Facts) -> Iterator[Found]:
    """More than two strength sessions a week for a beginner."""
    if facts.plan.athlete.level != "beginner":
        return
    counts = [sum(len(day.sessions) for day in week) for week in facts.weeks]
    weeks = [week for week, count in enumerate(counts) if count > MOST_FOR_BEGINNERS]
    if weeks:
        most = max(counts)
        yield (
            ("weeks", weeks[0]),
            f"{most} strength sessions for a beginner in {weeks_in_words(weeks)}; one or two are enough",
        )


def too_advanced(facts: Facts) -> Iterator[Found]:
    """Exercises for the advanced in a beginner's plan."""
    if facts.plan.athlete.level != "beginner":
        return
    for session in facts.workouts:
        for one in session.lifted:
            if one.about and one.about.level == "advanced":
                easier = one.about.easier
                hint = (
                    f"; easier is '{facts.library.name(easier.exercise)}'"
                    if easier and easier.exercise
                    else ""
                )
                yield one.path, f"{one.name} is for the advanced, and the athlete is a beginner{hint}"


def order_on_shared_days(facts: Facts) -> Iterator[Found]:
    """Strength before a run, unless the lifting is what the day is for: heavy, before an easy run."""
    found: dict[tuple[str, bool], list[Training]] = defaultdict(list)
    for day in facts.days:
        kinds = [item.kind for item in day.items]
        if "strength" not in kinds or "run" not in kinds[kinds.index("strength") :]:
            continue
        if day.is_hard or not any(session.is_heavy for session in day.sessions):
            found[day.name, day.is_hard].append(day)
    for (name, hard), days in found.items():
        weeks = weeks_in_words(sorted({day.week for day in days}))
        what = "a hard run" if hard else "the run"
        yield (
            days[0].path,
            f"strength comes before {what} on {name} ({weeks}); run first where running is the aim",
        )


def full_body(facts: Facts) -> Iterator[Found]:
    """Weeks with strength in which a muscle group that runners need has nothing; before a race less is enough."""
    lacking: dict[str, list[int]] = defaultdict(list)
    for number, week in enumerate(facts.weeks):
        sessions = [session for day in week for session in day.sessions]
        trained = {group for session in sessions for one in session.lifted for group in _all_groups(one)}
        known = all(one.about for session in sessions for one in session.lifted)
        for group in RUNNERS if sessions and known and not any(day.race for day in week) else ():
            if group not in trained:
                lacking[group].append(number)
    by_weeks: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for group, weeks in lacking.items():
        by_weeks[tuple(weeks)].append(group)
    for numbers, groups in by_weeks.items():
        yield ("weeks", numbers[0]), f"nothing for the {all_of(groups)} in {weeks_in_words(list(numbers))}"


def _all_groups(one: Lifted) -> frozenset[str]:
    """The groups that an exercise trains, those that only help among them."""
    muscles = {*one.about.primary, *one.about.secondary} if one.about else set()
    return frozenset(name for name, group in GROUPS.items() if group & muscles)


def recovery(facts: Facts) -> Iterator[Found]:
    """The same muscle group trained on two days running."""
    found: dict[tuple[str, str, str], list[Training]] = defaultdict(list)
    for day, after in zip(facts.days, facts.days[1:], strict=False):
        both = _tired(day) & _tired(after) - {"core"}  # which recovers by the next day
        if both:
            found[day.name, after.name, all_of(sorted(both))].append(day)
    for (first, second, groups), days in found.items():
        weeks = weeks_in_words(sorted({day.week for day in days}))
        yield (
            days[0].path,
            f"{groups} on {first} and again on {second} ({weeks}); a day between lets them recover",
        )


def _tired(day: Training) -> set[str]:
    return {
        group
        for session in day.sessions
        for group, sets in session.groups.items()
        if sets >= _FEWEST_TO_COMPARE
    }


def strength_steps(facts: Facts) -> Iterator[Found]:
    """Exercises whose load, or sets and repetitions, grow by more than a tenth within a week, and by more than the
    smallest step there is: one repetition a set, or one set."""
    for session in facts.workouts:
        for place, one in enumerate(session.lifted):
            weeks = facts.plan.workouts[session.workout].weeks
            for week in range(1, weeks):
                before, after = (
                    facts.session(session.workout, w).lifted[place].sets for w in (week - 1, week)
                )
                if before and after and (more := _grown(before, after)):
                    yield one.path, f"{one.name} grows by {more} from week {week} to week {week + 1}"


def _grown(before: Sets, after: Sets) -> str:
    """'20 % in load', '38 % in repetitions'; '' for a step that is small enough."""
    old, new = _heaviest(before), _heaviest(after)
    if old and new and new > old * (1 + MOST_MORE) + 1e-6:
        return f"{new / old - 1:.0%} in load"
    reps, more = _reps(before), _reps(after)
    if new < old or _hardest(after) < _hardest(before):
        return ""  # more repetitions of less
    if reps and more > reps * (1 + MOST_MORE) + 1e-6 and not _smallest_step(before, after):
        return f"{more / reps - 1:.0%} in repetitions"
    return ""


def _heaviest(sets: Sets) -> float:
    """The heaviest of the working sets, in its own unit; 0 if none says a weight."""
    weights = [
        group.load.amount.high
        for group in sets.working
        if group.load and group.load.amount and group.load.unit
    ]
    return max(weights, default=0.0)


def _hardest(sets: Sets) -> float:
    """The most per cent of a maximum among the working sets; 0 if none says so."""
    return max((group.percent.high for group in sets.working if group.percent), default=0.0)


def _reps(sets: Sets) -> float:
    """All repetitions of the working sets; 0 if they aren't counted."""
    if not all(group.reps for group in sets.working):
        return 0.0
    return sum(group.count * group.reps.high for group in sets.working if group.reps)


def _smallest_step(before: Sets, after: Sets) -> bool:
    """Whether there is one more set of the same, or one or two repetitions more in each."""
    old, new = before.main, after.main
    if not (old and new and old.reps and new.reps) or len(before.working) + len(after.working) > 2:
        return False
    sets, reps = new.count - old.count, new.reps.high - old.reps.high
    return (sets, reps) == (1, 0) or (sets == 0 and reps <= 2)


def consistency(facts: Facts) -> Iterator[Found]:
    """Weeks without strength among weeks with some; the week of a race is none."""
    having = [number for number, week in enumerate(facts.weeks) if any(day.sessions for day in week)]
    if not having:
        return
    race = facts.race.week if facts.race else None
    without = [
        week for week in range(having[0], having[-1]) if week not in having and week != race
    ]  # fmt: skip
    if without:
        yield ("weeks", without[0]), f"no strength in {weeks_in_words(without)}, and some before and after"


def once_a_week(facts: Facts) -> Iterator[Found]:
    """A plan with one strength session in most weeks, for somebody who is no beginner."""
    counts = [sum(len(day.sessions) for day in week) for week in facts.weeks]
    once = [week for week, count in enumerate(counts) if count == 1]
    if once and len(once) > len(counts) / 2 and facts.plan.athlete.level != "beginner":
        yield (
            ("weeks", once[0]),
            f"one strength session in {weeks_in_words(once)}; twice a week is what has been shown to help",
        )


def heavy_legs(facts: Facts) -> Iterator[Found]:
    """Legs on the day before a hard run."""
    found: dict[tuple[str, str], list[Training]] = defaultdict(list)
    for day, after in zip(facts.days, facts.days[1:], strict=False):
        tiring = any(
            session.leg_sets >= _FEWEST_LEG_SETS and _loads_legs(session) for session in day.sessions
        )
        if tiring and after.is_hard and not day.is_hard:
            found[day.name, after.name].append(day)
    for (first, second), days in found.items():
        weeks = weeks_in_words(sorted({day.week for day in days}))
        yield days[0].path, f"legs on {first}, and a hard run on {second} ({weeks})"


def _loads_legs(session: Lifting) -> bool:
    return any(one.tires and not one.groups.isdisjoint(LEGS) and _is_loaded(one) for one in session.lifted)


def _is_loaded(one: Lifted) -> bool:
    """Whether it is done with a weight, or says so."""
    said = any(group.load or group.percent for group in one.sets.groups) if one.sets else False
    return said or one.is_heavy or (one.about is not None and takes_load(one.about.equipment))


def push_and_pull(facts: Facts) -> Iterator[Found]:
    """More than twice as many sets that push with the arms as that pull, or the other way round."""
    sessions = _scheduled(facts)
    push = sum(session.groups.get("chest", 0) for session in sessions)
    pull = sum(session.groups.get("back", 0) for session in sessions)
    if push + pull >= _FEWEST_TO_COMPARE and max(push, pull) > _UNEVEN * min(push, pull):
        more, less = ("chest", "back") if push > pull else ("back", "chest")
        counts = max(push, pull), min(push, pull)
        yield ("workouts",), f"{counts[0]} sets for the {more}, and {counts[1]} for the {less}"


def _scheduled(facts: Facts) -> list[Lifting]:
    """The sessions of all weeks; of a plan without weeks, each workout once."""
    return [session for day in facts.days for session in day.sessions] or list(facts.workouts)


def left_and_right(facts: Facts) -> Iterator[Found]:
    """Exercises for one side, in a workout that doesn't have them for the other."""
    for session in facts.workouts:
        sides: dict[str, dict[str, Lifted]] = defaultdict(dict)
        for one in session.lifted:
            if one.sets and one.sets.side:
                sides[one.exercise][one.sets.side] = one
        for by_side in sides.values():
            if len(by_side) == 1:
                side, one = next(iter(by_side.items()))
                yield one.path, f"{one.name} is for the {side} side alone; is that so?"


def sets_for_a_muscle(facts: Facts) -> Iterator[Found]:
    """More than twenty sets a week for a muscle group."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, week in enumerate(facts.weeks):
        total: dict[str, int] = defaultdict(int)
        for day in week:
            for session in day.sessions:
                for group, sets in session.groups.items():
                    total[group] += sets
        for group, sets in total.items():
            if sets > _MOST_SETS:
                found[group].append((number, sets))
    for group, weeks in found.items():
        most = max(sets for _, sets in weeks)
        numbers = [number for number, _ in weeks]
        yield (
            ("weeks", numbers[0]),
            f"{most} sets a week for the {group} in {weeks_in_words(numbers)}; ten are enough to grow",
        )


def too_many_reps(facts: Facts) -> Iterator[Found]:
    """Loaded sets of more repetitions than form lasts for."""
    for session in facts.workouts:
        for one in session.lifted:
            if one.about is None or one.about.kind not in ("strength", "power") or not one.sets:
                continue
            reps = max((_loaded_reps(group) for group in one.sets.working), default=0.0)
            if reps > _MOST_REPS and takes_load(one.about.equipment):
                yield one.path, f"{one.name} in sets of {reps:g}: fewer with good form do more"


def _loaded_reps(group: SetGroup) -> float:
    return group.reps.high if group.reps and not group.noun else 0.0
