"""Workouts → gym cards: their exercises in order, lettered by superset."""

from collections.abc import Iterator, Sequence
from functools import partial

from cardmaker.handout import GymCard, GymRow
from cardmaker.handout.gym import as_led
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.sets import NumberRange, Sets, Timing
from cardmaker.plan.workouts import Block, Entry, Superset, Workout, in_rounds
from cardmaker.record import replace
from cardmaker.resolve.clocks import clocked, counted_rounds
from cardmaker.resolve.cues import short_cues
from cardmaker.resolve.deck import Deck
from cardmaker.resolve.loading import LoadPlace, adds_weight, load_place
from cardmaker.resolve.prescription import Prescription
from cardmaker.resolve.rulewords import said_rule
from cardmaker.resolve.uses import Use, said_weeks
from cardmaker.wording.formats import NBSP


def gym_cards(deck: Deck, workout_id: str, weeks: Sequence[int]) -> Iterator[GymCard]:
    """A workout's card in *weeks* counted from 0, or a card for all weeks that have the same sets."""
    uses = [
        use for use in deck.uses if use.workout == workout_id and (use.week in weeks or not deck.plan.weeks)
    ]
    workout = deck.plan.workouts[workout_id]
    alike = _alike(workout, uses)
    for shared in alike:
        make = partial(_gym_card, deck, workout_id, shared, weekly=len(alike) > 1)
        when = tuple((use.week, use.on) for use in shared)
        yield deck.once(("gym card", workout_id, len(alike) > 1, when, deck.shown(workout)), make, workout)


def _alike(workout: Workout, uses: Sequence[Use]) -> list[Sequence[Use]]:
    """Uses of a workout that have the same sets."""
    if len({use.week for use in uses}) == 1:
        return [uses]
    alike: dict[tuple[Sets | None, ...], list[Use]] = {}
    for use in uses:
        alike.setdefault(tuple(entry.in_week(use.week) for entry in workout.entries), []).append(use)
    return [*alike.values()]


def _gym_card(deck: Deck, workout_id: str, uses: Sequence[Use], *, weekly: bool) -> GymCard:
    """A workout in the hand; its tab is at its own place among the plan's workouts."""
    workout = deck.plan.workouts[workout_id]
    say = deck.wording.say
    labels = deck.plan.labels
    title = deck.plan.workout_name(workout_id)
    rows = as_led(tuple(_rows(deck, workout, uses[0].week)))
    when = said_weeks(deck.wording, uses) if weekly else ""
    return GymCard(
        name=", ".join(filter(None, [title, when])),
        tab=say("workout", label=labels[workout_id]),
        slot=list(labels).index(workout_id),
        slots=max(5, len(labels)),
        title=title,
        when=when,
        duration=say("about", duration=deck.prescriber.duration(workout.duration))
        if workout.duration
        else "",
        warm_up=workout.warm_up,
        cool_down=workout.cool_down,
        date=_date(deck, uses),
        club=deck.plan.club.name,
        note=workout.note,
        rows=rows,
        timed=clocked(
            deck.prescriber,
            workout.format,
            several=len(rows) > 1,
            counted=any(entry.in_week(uses[0].week) for entry in workout.entries),
            ticked=all(row.rounds for row in rows),
        ),
        plus=deck.wording.say("open_sets"),
        credit=deck.gallery.credit(*dict.fromkeys(entry.exercise for entry in workout.entries)),
        workout=workout_id,
        weeks=deck.weeks_of(uses),
    )


def _date(deck: Deck, uses: Sequence[Use]) -> str:
    """The only day of uses, '1 Mar'; '' if there are several, or the plan has no dates."""
    dates = {use.on for use in uses if use.on}
    return deck.wording.day(dates.pop(), short=True) if len(dates) == 1 else ""


# What a gym card's row leaves unsaid: the sets themselves say what is counted.
_UNTOLD = ("rep", "reps", "hold", "walk")


def _rows(deck: Deck, workout: Workout, week: int | None) -> Iterator[GymRow]:
    for index, item in enumerate(workout.exercises):
        make = partial(_rows_of, deck, _letter(index), item, week, workout.format)
        yield from deck.once(("gym", index, week, item, workout.format, deck.shown(item)), make)


def _rows_of(
    deck: Deck, letter: str, item: Block, week: int | None, outer: Timing | None
) -> tuple[GymRow, ...]:
    """The rows of a superset, or the one of an exercise."""
    if isinstance(item, Superset):
        return tuple(_superset(deck, letter, item, week, outer))
    return (_row(deck, letter, _In(item, week, outer)),)


def _superset(
    deck: Deck, letter: str, superset: Superset, week: int | None, outer: Timing | None
) -> Iterator[GymRow]:
    last = len(superset.superset)
    timed = clocked(deck.prescriber, superset.format, several=last > 1)
    for place, entry in enumerate(superset.superset, 1):
        joined = "first" if place == 1 else "last" if place == last else "middle"
        opens = place == 1
        after = _after(deck, letter, superset, place, week)
        inside = _In(entry, week, superset.format or outer)
        row = _row(deck, f"{letter}{place}", inside, joined, after, superset.note if opens else "")
        yield replace(row, timed=timed) if opens and timed else row


def _after(deck: Deck, letter: str, superset: Superset, place: int, week: int | None) -> str:
    """What follows a set inside a superset: the next exercise, or the round's rest."""
    say, sets = deck.wording.say, superset.superset[place - 1].in_week(week)
    rest = sets.groups[-1].rest_s if sets and sets.groups else None
    if place < len(superset.superset):
        following = f"{letter}{place + 1}"
        if rest:
            return say("rest_then", rest=deck.prescriber.seconds(rest), letter=following)
        return say("straight_to", letter=following)
    whole: NumberRange | None = superset.rest or rest
    if not whole:
        return ""
    return say("rest_after_round", rest=deck.prescriber.seconds(whole), letter=f"{letter}{place}")


class _In(NamedTuple):
    """An entry in a week, within a format."""

    entry: Entry
    week: int | None
    format: Timing | None


def _row(deck: Deck, letter: str, what: _In, joined: str = "", after: str = "", note: str = "") -> GymRow:
    """A row; *joined*, *after* and *note* are its superset's."""
    entry = what.entry
    about = deck.library.get(entry.exercise)
    name = entry.name or about.name
    sets = in_rounds(entry.in_week(what.week), what.format)
    words = deck.prescription(sets)
    say = deck.wording.say
    rest = after if joined else say("rest_after", rest=words.rest) if words.rest else ""
    tempo = say("tempo", tempo=words.tempo) if words.tempo else ""
    own = sets.timing if sets else None
    rounds = counted_rounds(what.format) if sets is None else 0
    unweighed = words.boxes or ((what.format or own) and adds_weight(about, sets))
    place = LoadPlace() if unweighed else load_place(deck.prescriber, about, sets)
    load, effort = ("", "") if words.varied else (words.load, words.effort)
    detail = [load, effort, words.extra, tempo, rest, words.note, entry.note, note]
    aim = [
        "" if place.whole and place.unit else load,
        effort,
        tempo,
        rest.replace(" ", NBSP) if joined else rest,
    ]
    remark = [words.extra, words.note, entry.note, note]
    label = words.sets_label.removesuffix(say("see_log")).rstrip(", ")
    counted = sets.counted if sets else what.format is None
    return GymRow(
        letter=letter,
        number=deck.number(entry.exercise),
        name=name,
        sets=words.sets,
        sets_label=_unit(deck, sets, words, label),
        detail=" · ".join(filter(None, detail)),
        set_count=words.set_count,
        targets=words.boxes,
        whole=words.whole if words.varied else "",
        boxed=counted and own is None,
        joined=joined,
        figure=deck.gallery.figure(entry.exercise),
        figure_alt=deck.gallery.alt(entry.exercise, name, whole=False),
        aim=" · ".join(filter(None, aim)),
        remark=" · ".join(filter(None, remark)),
        open=any(group.open_ended and "+" in deck.prescriber.work(group) for group in sets.groups)
        if sets
        else False,
        timed=clocked(deck.prescriber, own, several=False, counted=bool(words.sets)),
        unit=place.unit,
        load=place.asked,
        progression=said_rule(deck.prescriber, entry, what.week).sentence(deck.prescriber),
        cue=short_cues(about),
        rounds=rounds,
        counted=say("reps") if rounds and about.measure == "reps" else "",
    )


def _unit(deck: Deck, sets: Sets | None, words: Prescription, label: str) -> str:
    """What follows the sets: '/ side', what is counted, and 'reps' where a number would else be alone: '15 reps'."""
    say, side = deck.wording.say, _by_side(deck, sets)
    alone = words.noun in map(say, ("rep", "reps")) and "×" not in words.sets and not words.varied
    if side:
        return f"{words.noun} {side}" if alone else side
    return "" if label in map(say, _UNTOLD) and not alone else label


def _by_side(deck: Deck, sets: Sets | None) -> str:
    """'/ side', '/ way', as it follows the sets; '' where they aren't all done so."""
    sides = {group.per for group in sets.working} if sets else set()
    per = sides.pop() if len(sides) == 1 else ""
    return deck.wording.say(f"per_{per}").replace("/", f"/{NBSP}", 1) if per else ""


def _letter(index: int) -> str:
    """A … Z, then AA."""
    return chr(ord("A") + index) if index < 26 else _letter(index // 26 - 1) + _letter(index % 26)
