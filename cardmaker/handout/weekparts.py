"""A week for several pages → its parts, a page each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from cardmaker.handout.weeks import DayRow, WeekSheet

_TITLE = 3.0
"""What the title of a session takes, with a row of boxes and air, next to a line of text."""
_REST = 2.0
"""What a day of rest takes, likewise."""


def spread(week: WeekSheet, days: int) -> Iterator[WeekSheet]:
    """A week in parts of at most that many days, as even as can be."""
    pages = -(-len(week.days) // days)
    most = -(-len(week.days) // pages)
    return parts_of(week, range(most, len(week.days), most))


def balanced(week: WeekSheet, pages: int) -> Iterator[WeekSheet]:
    """A week in that many parts, whose fullest has as little to say as can be, the earlier ones more than the later."""
    said = [_lines(day) for day in week.days]

    def fullest(cuts: Iterable[int]) -> tuple[list[float], list[int]]:
        parts = sorted((sum(said[a:b]) for a, b in pairwise((0, *cuts, len(said)))), reverse=True)
        return parts, [-cut for cut in cuts]

    return parts_of(week, min(combinations(range(1, len(said)), pages - 1), key=fullest))


def _lines(day: DayRow) -> float:
    """About how many lines a day takes: its runs next to its workouts, each with its title."""
    return max(_lines_of_runs(day), _lines_of_workouts(day), _REST)


def _lines_of_runs(day: DayRow) -> float:
    return sum(_TITLE + len(run.lines) + bool(run.profile) for run in day.runs) + len(day.notes)


def _lines_of_workouts(day: DayRow) -> float:
    return sum(_TITLE + len(one.rows) + len(one.lines) for one in day.strength)


def parts_of(week: WeekSheet, cuts: Iterable[int]) -> Iterator[WeekSheet]:
    """A week in parts that begin with its first day and with those of these places.

    What is about all of it is in the first or last. Under their titles parts say which days they have.
    """
    edges = [0, *cuts, len(week.days)]
    for begin, end in pairwise(edges):
        own = week.days[begin:end]
        first, last = begin == 0, end == len(week.days)
        which = "" if first and last else "–".join(dict.fromkeys((own[0].name, own[-1].name)))
        subtitle = "  ·  ".join(filter(None, [week.subtitle if first else "", which]))
        tips, note = week.tips if last else (), week.week_note if first else ""
        closed = (*own[:-1], replace(own[-1], last=True))
        part = replace(week, days=closed, subtitle=subtitle, tips=tips, week_note=note)
        yield replace(part, begins=first, ends=last)


def without_exercises(week: WeekSheet) -> WeekSheet:
    """A week whose workouts are said by their names and the cards to take."""
    days = (replace(day, strength=tuple(replace(one, rows=()) for one in day.strength)) for day in week.days)
    return replace(week, days=tuple(days))


def without_tips(week: WeekSheet) -> WeekSheet:
    """A week that says nothing of what holds for the whole plan."""
    return replace(week, tips=())


def without_profiles(week: WeekSheet) -> WeekSheet:
    """A week whose runs are said in words alone."""
    days = (replace(day, runs=tuple(replace(run, profile=()) for run in day.runs)) for day in week.days)
    return replace(week, days=tuple(days))
