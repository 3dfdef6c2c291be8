"""Workouts → gym cards: their exercises in order, lettered by superset."""

from collections.abc import Iterator, Sequence

from cardmaker.handout import GymCard, GymRow
from cardmaker.plan.sets import Span
from cardmaker.plan.workouts import Entry, Superset, Workout
from cardmaker.resolve.deck import Deck


def gym_card(deck: Deck, workout_id: str, weeks: Sequence[int]) -> GymCard:
    """A workout in the hand, in *weeks* counted from 0; its tab stands at its own place among the plan's workouts."""
    workout = deck.plan.workouts[workout_id]
    say = deck.wording.say
    labels = deck.plan.labels
    return GymCard(
        name=deck.plan.workout_name(workout_id),
        tab=say("workout", label=labels[workout_id]),
        slot=list(labels).index(workout_id),
        slots=max(5, len(labels)),
        title=deck.plan.workout_name(workout_id),
        duration=say("about", duration=deck.prescriber.duration(workout.duration))
        if workout.duration
        else "",
        warm_up=workout.warm_up,
        note=workout.note,
        rows=tuple(_rows(deck, workout)),
        credit=deck.gallery.credit(*dict.fromkeys(entry.exercise for entry in workout.entries)),
        workout=workout_id,
        weeks=deck.weeks_of(use for use in deck.uses if use.workout == workout_id and use.week in weeks),
    )


def summary(deck: Deck, workout_id: str) -> str:
    """A workout's prescriptions in one paragraph."""
    told = []
    for entry in deck.plan.workouts[workout_id].entries:
        words = deck.prescription(entry.exercise, entry.sets)
        told.append(f"{_plain(deck, entry)} {words.sets}".rstrip())
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def _plain(deck: Deck, entry: Entry) -> str:
    """An exercise's name inside a sentence: a first capital goes unless the word keeps it elsewhere."""
    name = deck.library.get(entry.exercise).name
    first, _, rest = name.partition(" ")
    if first in _PROPER or (len(first) > 1 and first[1:] != first[1:].lower()):
        return name
    return f"{first.lower()} {rest}".rstrip()


# What a gym card's row leaves unsaid: the sets themselves tell what is counted.
_UNTOLD = ("rep", "reps", "hold", "walk")
_PROPER = {"Bulgarian", "Romanian", "Russian", "Nordic", "Copenhagen"}


def _rows(deck: Deck, workout: Workout) -> Iterator[GymRow]:
    for index, item in enumerate(workout.exercises):
        letter = _letter(index)
        if isinstance(item, Superset):
            yield from _superset(deck, letter, item)
        else:
            yield _row(deck, letter, item)


def _superset(deck: Deck, letter: str, superset: Superset) -> Iterator[GymRow]:
    last = len(superset.superset)
    for place, entry in enumerate(superset.superset, 1):
        joined = "first" if place == 1 else "last" if place == last else "middle"
        note = superset.note if place == 1 else ""
        yield _row(deck, f"{letter}{place}", entry, joined, _after(deck, letter, superset, place), note)


def _after(deck: Deck, letter: str, superset: Superset, place: int) -> str:
    """What follows a set inside a superset: the next exercise, or the round's rest."""
    say, entry = deck.wording.say, superset.superset[place - 1]
    rest = entry.sets.rest_s if entry.sets else None
    if place < len(superset.superset):
        following = f"{letter}{place + 1}"
        if rest:
            return say("rest_then", rest=deck.prescriber.seconds(rest), letter=following)
        return say("straight_to", letter=following)
    whole: Span | None = superset.rest or rest
    if not whole:
        return ""
    return say("rest_after_round", rest=deck.prescriber.seconds(whole), letter=f"{letter}{place}")


def _row(deck: Deck, letter: str, entry: Entry, joined: str = "", after: str = "", note: str = "") -> GymRow:
    """A row; *joined*, *after* and *note* are its superset's."""
    words = deck.prescription(entry.exercise, entry.sets)
    say = deck.wording.say
    rest = after if joined else say("rest_after", rest=words.rest) if words.rest else ""
    tempo = say("tempo", tempo=words.tempo) if words.tempo else ""
    detail = " · ".join(filter(None, [words.load, words.effort, tempo, rest, entry.note, note]))
    return GymRow(
        letter=letter,
        number=deck.number(entry.exercise),
        name=deck.library.get(entry.exercise).name,
        sets=words.sets,
        sets_label="" if words.sets_label in map(say, _UNTOLD) else words.sets_label,
        detail=detail,
        set_count=words.set_count,
        joined=joined,
        figure=deck.gallery.figure(entry.exercise),
        figure_alt=deck.gallery.alt(entry.exercise, deck.library.get(entry.exercise).name, whole=False),
    )


def _letter(index: int) -> str:
    """A … Z, then AA."""
    return chr(ord("A") + index) if index < 26 else _letter(index // 26 - 1) + _letter(index % 26)
