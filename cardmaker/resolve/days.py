"""A day of the plan → its row on the week sheet."""

from functools import partial

from cardmaker.handout import DayRow, Rich, RunSession, Scale, StrengthSession
from cardmaker.plan.items import Item
from cardmaker.plan.model import Day, Plan
from cardmaker.plan.runs.run import Run
from cardmaker.record import record
from cardmaker.resolve.calendar import Calendar
from cardmaker.resolve.clocks import clock
from cardmaker.resolve.deck import Deck
from cardmaker.resolve.running import Runner
from cardmaker.resolve.runsteps import leads
from cardmaker.resolve.strength import strength_rows, summary
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording, capital

BRIEF = 32
"""Letters in a day's cell: two lines, or three of small type; week sheets have the whole."""
_Piece = tuple[str, bool]
_CALLED = {"recovery": "recovery", "rest": "rest_day"}


@record
class Sources:
    """What resolving a plan's days needs."""

    plan: Plan
    wording: Wording
    calendar: Calendar
    deck: Deck
    runner: Runner
    by_time: bool = False
    """Whether runs are drawn as long as they take."""


def day_row(sources: Sources, week: int, day: Day, *, last: bool) -> DayRow:
    """One day: runs on the left, strength on the right; a day of nothing but rest is a rest row.

    Of a day with nothing but notes nobody said that it is one of rest.
    """
    items = sources.plan.weeks[week].day(day)
    work = [item for item in items if item.kind not in ("rest", "note")]
    row = partial(
        DayRow,
        name=sources.calendar.name(day),
        date=sources.calendar.label(week, day),
        date_short=sources.calendar.short_label(week, day),
        number=sources.calendar.number(week, day),
        strength=_strength(sources, week, items),
        last=last,
    )
    if not work and items and all(item.kind == "note" for item in items):
        return row(rest=None, runs=tuple(_in_words(sources, item) for item in items))
    if not work:
        return row(rest=_rest(sources, items), runs=())
    rests = _lines([_rest_instead(item) for item in items if item.kind == "rest"])
    notes = tuple(_plain(_noted(item)) for item in items if item.kind == "note")
    if all(item.kind == "recovery" for item in work):
        return row(rest=_recovery(sources, items), runs=())
    return row(
        rest=None,
        runs=tuple(
            session for item in work if item.kind != "strength" for session in run_sessions(sources, item)
        ),
        notes=(*rests, *notes),
    )


def _plain(text: str) -> Rich:
    return Rich(((text, False),))


def _rest(sources: Sources, items: tuple[Item, ...]) -> Rich:
    """'Rest', and what may be done instead."""
    names = [item.name for item in items if item.kind == "rest" and item.name]
    parts: list[_Piece] = [(" · ".join(names) or sources.wording.say("rest_day"), True)]
    for item in items:
        text = _flat(_noted(item) if item.kind == "note" else item.text)
        if text:
            parts.append((f" {text}" if item.kind == "rest" else f" · {text}", False))
        if item.kind == "rest" and item.note:
            parts.append((f" · {_flat(item.note)}", False))
    return Rich(tuple(parts))


def _in_words(sources: Sources, item: Item) -> RunSession:
    """A note that is all there is on a day: its name, or itself where it is short, as what is to be done."""
    title = item.name or in_brief(item.note)
    lines = [] if title == _flat(item.note.strip()) else item.note.splitlines()
    return RunSession(title or sources.wording.say("day_note"), "", "", (), _lines(lines), tick=False)


def _rest_instead(item: Item) -> str:
    """All that is said of a rest on a day with work: its name, what may be done instead, its note."""
    return " · ".join(filter(None, [" ".join(filter(None, [item.name, item.rest])), _flat(item.note)]))


def _noted(item: Item) -> str:
    """A note that is an entry of its own, with its name if it has one."""
    return f"{item.name}: {item.note}" if item.name else item.note


def _recovery(sources: Sources, items: tuple[Item, ...]) -> Rich:
    """A day of rest with something gentle to do: all that is said of it, in its order."""
    pieces: list[_Piece] = []
    for item in items:
        if item.kind == "note":
            own: list[_Piece] = [(_flat(_noted(item)), False)]
        else:
            what = item.name or item.recovery or sources.wording.say(_CALLED[item.kind])
            own = [(what, True), (_more(item), False)]
            own += [(f" · {_flat(item.note)}", False)] if item.note else []
        pieces += [(" · ", False)] * bool(pieces) + own
    first, strong = pieces[0]
    return Rich(tuple(part for part in [(capital(first), strong), *pieces[1:]] if part[0]))


def _more(item: Item) -> str:
    """What goes on from the name of a recovery or rest."""
    if item.kind == "rest":
        return f" {item.rest}" if item.rest else ""
    return f": {item.recovery}" if item.name and item.recovery else ""


def _flat(text: str) -> str:
    """Text of several lines on one."""
    return " ".join(text.split("\n"))


def run_sessions(sources: Sources, item: Item) -> tuple[RunSession, ...]:
    """The endurance sessions of an entry: none, one, or one in the morning and one in the evening."""
    if item.sport:
        return (_run(sources, item.sport, item),)
    if not item.runs:
        return (_without_figures(sources, item),)
    first, *later = item.runs
    return (_run(sources, first, item), *(_run(sources, run, None) for run in later))


def _without_figures(sources: Sources, item: Item) -> RunSession:
    """Recovery or cross-training in words alone."""
    fallback = sources.wording.say("recovery" if item.kind == "recovery" else "cross_training")
    text = item.text[:1].upper() + item.text[1:]
    lines = [item.text] if item.name else []
    rich = _lines([*lines, *item.note.splitlines()])
    return RunSession(item.name or text or fallback, "", "", (), rich, tick=not item.cards)


def _run(sources: Sources, run: Run, item: Item | None) -> RunSession:
    """One run; the name and note of its entry go with the first."""
    runner = sources.runner
    known = runner.measure(run)
    distance, unit = runner.amount(run)
    title = (item.name if item else "") or runner.title(run)
    return RunSession(
        title=f"{run.when} · {title}" if run.when else title,
        distance=distance,
        unit=unit,
        profile=runner.profile(run, by_time=sources.by_time),
        lines=(*runner.lines(run), *_lines(item.note.splitlines() if item else [])),
        km=known.km,
        effort=known.effort,
        sport="" if run.sport == "run" else run.sport,
        race=run.hardest == "race",
        leads=leads(runner, run),
        scale=_scale(sources, run, unit),
    )


def _scale(sources: Sources, run: Run, unit: str) -> Scale | None:
    """Of a run's profile; None where it would measure what is estimated."""
    runner = sources.runner
    if sources.by_time:
        return Scale(sources.wording.units["min"], runner.easy_pace / 60)
    known = run.sport == "run" and unit == runner.unit and not runner.measure(run).estimated
    return Scale(unit, runner.in_unit(1.0)) if known else None


def _lines(texts: list[str]) -> tuple[Rich, ...]:
    return tuple(_plain(text) for text in texts if text)


def _strength(sources: Sources, week: int, items: tuple[Item, ...]) -> tuple[StrengthSession, ...]:
    """Workouts of the day; one that may be done on a rest day is only its cards."""
    deck = sources.deck
    own = [(item, sources.plan.workouts[item.cards]) for item in items if item.cards]
    return tuple(
        deck.once(
            ("session", week, deck.shown(workout)), partial(_session, sources, week, item), item, workout
        )
        for item, workout in own
    )


def _session(sources: Sources, week: int, item: Item) -> StrengthSession:
    workout = sources.plan.workouts[item.cards]
    label = sources.wording.say("workout", label=sources.plan.labels[item.cards])
    duration = sources.deck.prescriber.duration(workout.duration) if workout.duration else ""
    rows = tuple(strength_rows(sources.deck, item.cards, week))
    return StrengthSession(
        title=(item.name if item.kind == "strength" else "") or sources.plan.workout_name(item.cards),
        note=" · ".join(filter(None, [label, duration])).replace(" ", NBSP, 1),
        cards=sources.deck.numbers(item.cards),
        summary=summary(sources.deck, item.cards, week),
        lines=_lines(item.note.splitlines()) if item.kind == "strength" else (),
        workout=item.cards,
        week=str(week + 1),
        rows=rows if item.kind == "strength" else (),
        listed=rows,
        clock=clock(sources.deck.prescriber, workout.format) if item.kind == "strength" else "",
    )


def in_brief(*texts: str) -> str:
    """The first text that is there, if it has room in a day's cell; else ''."""
    text = " ".join(next(filter(None, texts), "").split())
    return text if len(text) <= BRIEF else ""
