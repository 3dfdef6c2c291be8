"""A handout's weeks → the skyline on covers and title cards: a bar a day."""

from cardmaker.handout import Handout, SkylineWeek, Stretch, WeekSheet
from cardmaker.wording.wording import Wording


def skyline_of(handout: Handout, wording: Wording) -> tuple[SkylineWeek, ...]:
    """All days by what is run; of a plan with fewer days of running than of strength by sets."""
    return run_skyline(handout) or _lifts(handout, wording)


def run_skyline(handout: Handout) -> tuple[SkylineWeek, ...]:
    """All days by what is run; none of a plan with fewer days of running than of strength."""
    run = tuple(week.skyline for week in handout.weeks)
    days = sum(day.km > 0 for week in run for day in week.days)
    lifts = sum(any(workout.rows for workout in day.strength) for week in handout.weeks for day in week.days)
    return run if days and days >= lifts else ()


def _lifts(handout: Handout, wording: Wording) -> tuple[SkylineWeek, ...]:
    lifted = tuple(_lifted(week, wording) for week in handout.weeks)
    return lifted if any(day.km for week in lifted for day in week.days) else ()


def _lifted(week: WeekSheet, wording: Wording) -> SkylineWeek:
    counts = [sum(row.set_count for workout in day.strength for row in workout.rows) for day in week.days]
    said = wording.count("sets_count", sum(counts))
    return SkylineWeek(str(week.slot + 1), tuple(Stretch(count, "sets") for count in counts), said=said)
