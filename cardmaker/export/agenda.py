"""A plan → all that is planned, session by session, in the reader's words, with the athlete's paces and loads."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from cardmaker.handout import GymCard, GymRow, RunSession
from cardmaker.plan.items import Item
from cardmaker.plan.model import Day, Plan
from cardmaker.plan.runs.run import Run
from cardmaker.record import record
from cardmaker.resolve.days import Sources, run_sessions
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.workouts import gym_cards
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording


@record
class Appointment:
    """One session of a day, or a rest or note.

    *week* counts from 1, *place* is its place among the day's, from 1. *seconds* are how long it takes, estimated if
    the plan doesn't say, and 0 where nothing is known; *lines* are the whole prescription. *run* is what is run or
    done of another sport, *workout* the key of the workout and *card* what of it is done in this week.
    """

    week: int
    day: Day
    place: int
    date: datetime.date | None
    item: Item
    kind: str
    title: str
    amount: str = ""
    seconds: float = 0.0
    lines: tuple[str, ...] = ()
    run: Run | None = None
    workout: str = ""
    card: GymCard | None = None
    race: bool = False

    @property
    def idle(self) -> bool:
        """Whether nothing has to be done: a day of rest, a note."""
        return self.kind in ("rest", "note")

    @property
    def early(self) -> bool:
        """Whether it is a morning's run."""
        return self.run is not None and self.run.when == "AM"


@record
class Agenda:
    """All of a plan's sessions in the order of its days; *sources* is what they were made from."""

    plan: Plan
    appointments: tuple[Appointment, ...]
    sources: Sources

    @property
    def wording(self) -> Wording:
        """The words of the plan's language."""
        return self.sources.wording


def agenda_of(planner: Planner) -> Agenda:
    """All that is planned."""
    sources = planner.sources
    found: list[Appointment] = []
    for week in range(len(sources.plan.weeks)):
        for day in sources.calendar.days:
            todays = list(_todays(sources, week, day))
            found += [replace(one, place=place) for place, one in enumerate(todays, 1)]
    return Agenda(sources.plan, tuple(found), sources)


def _todays(sources: Sources, week: int, day: Day) -> Iterator[Appointment]:
    for item in sources.plan.weeks[week].day(day):
        blank = Appointment(week + 1, day, 0, sources.calendar.date(week, day), item, item.kind, "")
        if item.kind == "note":
            first, _, more = item.note.partition("\n")
            yield replace(blank, title=item.name or first, lines=_lines(item.note if item.name else more))
        elif item.kind == "rest":
            yield _with_workout(sources, _rest(sources, blank, item))
        elif item.kind == "strength":
            yield _strength(sources, blank, item)
        else:
            yield from _endurance(sources, blank, item)


def _rest(sources: Sources, blank: Appointment, item: Item) -> Appointment:
    called = item.name or sources.wording.say("rest_day")
    return replace(blank, title=f"{called} {item.rest}".strip(), lines=_lines(item.note))


def _endurance(sources: Sources, blank: Appointment, item: Item) -> Iterator[Appointment]:
    """Each run of an entry, or what is done of another sport, or recovery in words."""
    runs = (item.sport,) if item.sport else item.runs
    for session, run in zip(run_sessions(sources, item), runs or (None,), strict=True):
        made = replace(
            blank,
            kind="race" if session.race else item.kind,
            title=session.title,
            amount=f"{session.distance}{NBSP}{session.unit}" if session.distance else "",
            seconds=_seconds(sources, run, session) if run else 0.0,
            lines=tuple(map(str, session.lines)),
            run=run,
            race=session.race,
        )
        yield _with_workout(sources, made)


def _seconds(sources: Sources, run: Run, session: RunSession) -> float:
    """How long a run takes: as it is said, by the athlete's paces, or by easy running."""
    said = replace(run, optional=False).duration.middle
    return said or sources.runner.seconds(run) or session.km * sources.runner.easy_pace


def _strength(sources: Sources, blank: Appointment, item: Item) -> Appointment:
    workout = sources.plan.workouts[item.strength]
    title = item.name or sources.plan.workout_name(item.strength)
    seconds = (workout.duration.seconds or 0.0) if workout.duration else 0.0
    made = replace(blank, title=title, seconds=seconds, lines=_lines(item.note))
    return _with_workout(sources, made)


def _with_workout(sources: Sources, made: Appointment) -> Appointment:
    """*made* with its workout, if it has one: all that its card says of this week."""
    key = made.item.cards
    card = next(iter(gym_cards(sources.deck, key, (made.week - 1,))), None) if key else None
    if card is None:
        return made
    own = () if made.kind == "strength" else (sources.plan.workout_name(key),)
    return replace(made, workout=key, card=card, lines=(*made.lines, *own, *_of_card(sources.wording, card)))


def _of_card(wording: Wording, card: GymCard) -> Iterator[str]:
    """A workout line by line."""
    if card.clock:
        yield card.clock
    if card.warm_up:
        yield f"{wording.labels['warm_up']}: {card.warm_up}"
    for row in card.rows:
        yield exercise_line(row)
        if row.progression:
            yield f"   {row.progression}"
    if card.cool_down:
        yield f"{wording.labels['cool_down']}: {card.cool_down}"
    yield from _lines(card.note)


def exercise_line(row: GymRow) -> str:
    """'A1 Squat: 3 × 8 reps · 60 kg · RPE 7 · rest 2 min'."""
    work = row.whole or " ".join(filter(None, [row.sets, row.sets_label]))
    # What differs from set to set is in the list of sets, with its loads and efforts.
    detail = " · ".join(filter(None, [row.aim, row.remark])) if row.whole else row.detail
    return f"{row.letter} {row.name}: {' · '.join(filter(None, [work, detail]))}".removesuffix(": ")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.splitlines()))
