"""An agenda → a FIT file for each run, ride, row and strength session, and what files can't hold."""

import datetime
import hashlib
from collections.abc import Iterator
from typing import Final

from cardmaker.export.agenda import Agenda, Appointment
from cardmaker.export.calendar import uid_of
from cardmaker.export.fit import runs, strength
from cardmaker.export.fit.encoding import SPORTS, encoded
from cardmaker.export.fit.steps import MOST_STEPS, WatchWorkout

_MADE: Final = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""When a file says that it was made, if it isn't known when its plan was changed: always the same."""


def write_watch_files(agenda: Agenda, modified: datetime.datetime | None) -> dict[str, bytes]:
    """A file for each session by its week, day and place in the day: 'week-01-tue-1.fit'."""
    made = modified or _MADE
    return {
        f"week-{one.week:02}-{one.day}-{one.place}.fit": encoded(workout, _serial(agenda, one), made)
        for one, workout in watch_workouts(agenda)
    }


def _serial(agenda: Agenda, one: Appointment) -> int:
    """A number from 1 that stays with a place in a plan, as its event in a calendar does."""
    digest = hashlib.sha256(uid_of(agenda, one).encode()).digest()
    return int.from_bytes(digest[:4], "big") or 1


def watch_workouts(agenda: Agenda) -> Iterator[tuple[Appointment, WatchWorkout]]:
    """All sessions that a watch can lead through."""
    for one in agenda.appointments:
        if workout := _workout(agenda, one):
            yield one, workout


def _workout(agenda: Agenda, one: Appointment) -> WatchWorkout | None:
    sources = agenda.sources
    name = f"{one.week} {sources.calendar.name(one.day)} {one.title}"
    if one.run:
        if one.run.sport not in SPORTS:
            return None
        runner = sources.runner.of_sport(one.run.sport)
        blocks, lossy = runs.blocks_of(one.run, runner), runs.says_more(one.run, runner)
        return WatchWorkout(name, one.run.sport, blocks, "\n".join(one.lines), lossy)
    if one.card is None or one.idle:
        return None
    blocks = strength.blocks_of(sources, one.workout, one.week - 1, one.card)
    about = "\n".join(filter(None, [one.card.clock, one.card.note, one.item.note]))
    return WatchWorkout(name, "strength", blocks, about)


def watch_notes(agenda: Agenda) -> Iterator[str]:
    """What isn't in the files, or only in words."""
    made = [workout for _, workout in watch_workouts(agenda)]
    others = sum(not one.idle for one in agenda.appointments) - len(made)
    if others:
        yield f"only runs, rides, rows and strength are written; other sessions are left out: {others}"
    if lossy := sum(one.lossy for one in made):
        yield f"runs of which ranges, efforts, climbs or words are in a step's notes only: {lossy}"
    if long := sum(one.count > MOST_STEPS for one in made):
        yield f"workouts of more than {MOST_STEPS} steps, which some watches refuse: {long}"
