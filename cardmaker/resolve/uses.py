"""A plan and its calendar → each use of an exercise: in which workout, week and session, and as what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from cardmaker.plan.model import Plan
from cardmaker.plan.sets import NumberRange, Sets
from cardmaker.plan.workouts import Superset, Workout
from cardmaker.record import record
from cardmaker.resolve.calendar import Calendar
from cardmaker.resolve.rulewords import SaidRule
from cardmaker.wording.wording import Wording


@record
class Use:
    """An exercise prescribed in a workout on a day; *on* is None in an undated plan, *week* None if unscheduled.

    *session* counts the workouts as they are scheduled.
    """

    exercise: str
    sets: Sets | None
    note: str
    workout: str
    week: int | None = None
    on: date | None = None
    session: int = 0
    name: str = ""
    """What the plan calls the exercise here, if anything."""
    rule: SaidRule = SaidRule()
    """What changes the next time, if the plan says so."""
    round_rest: NumberRange | None = None
    """The rest after each round of its superset, where its own sets have none."""


def scheduled(plan: Plan, calendar: Calendar) -> Iterator[tuple[int, date | None, str]]:
    """Each workout on its day: (week from 0, date, workout id); all workouts once if the plan has no weeks."""
    for number, week in enumerate(plan.weeks):
        for day in calendar.days:
            for item in week.day(day):
                if item.cards:
                    yield number, calendar.date(number, day), item.cards
    if not plan.weeks:
        for name, workout in plan.workouts.items():
            yield from ((week, None, name) for week in range(workout.weeks))


def round_rests(workout: Workout, week: int | None) -> Mapping[int, NumberRange]:
    """The rest after rounds of supersets, by the ids of entries: all but those with one before the next exercise."""
    found: dict[int, NumberRange] = {}
    for block in workout.exercises:
        if isinstance(block, Superset):
            rests = [_rest(entry.in_week(week)) for entry in block.entries]
            whole = block.rest or rests[-1]
            ids = [
                id(entry) for entry, rest in zip(block.entries, [*rests[:-1], None], strict=True) if not rest
            ]
            found |= dict.fromkeys(ids, whole) if whole else {}
    return found


def _rest(sets: Sets | None) -> NumberRange | None:
    return next((group.rest_s for group in sets.groups if group.rest_s), None) if sets else None


def sessions_of(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """The uses with those of one session as one: its sets one after the other."""
    joined: dict[int, Use] = {}
    for use in uses:
        before = joined.get(use.session)
        joined[use.session] = _and(before, use) if before else use
    return tuple(joined.values())


def _and(before: Use, use: Use) -> Use:
    note = "; ".join(dict.fromkeys(filter(None, [before.note, use.note])))
    if not before.sets or not use.sets:
        return replace(before, sets=before.sets or use.sets, note=note)
    return replace(
        before, sets=replace(before.sets, groups=(*before.sets.groups, *use.sets.groups)), note=note
    )


def said_weeks(wording: Wording, uses: Iterable[Use]) -> str:
    """The weeks that uses are in: 'week 4', 'weeks 1–3, 5–7'; '' if they are in none."""
    weeks = sorted({use.week + 1 for use in uses if use.week is not None})
    if len(weeks) < 2:
        return wording.say("in_which_week", week=weeks[0]) if weeks else ""
    return wording.say("in_which_weeks", weeks=_ranges(weeks))


def _ranges(weeks: list[int]) -> str:
    """Weeks as a short list: '1, 3', '2–4'."""
    found: list[list[int]] = []
    for week in weeks:
        if found and week == found[-1][1] + 1:
            found[-1][1] = week
        else:
            found.append([week, week])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
