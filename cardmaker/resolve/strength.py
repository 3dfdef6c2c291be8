"""Workouts → what week sheets and blocks say of them: a row for each exercise, or all in one paragraph."""

from collections.abc import Iterator
from functools import partial

from cardmaker.handout import StrengthRow
from cardmaker.plan.sets import Sets, Timing
from cardmaker.plan.workouts import Block, Entry, Superset, in_rounds
from cardmaker.resolve.clocks import clock
from cardmaker.resolve.cues import short_cues
from cardmaker.resolve.deck import Deck
from cardmaker.resolve.loading import load_place
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import capital

_PROPER = {"Bulgarian", "Romanian", "Russian", "Nordic", "Copenhagen"}
"""First words of names that keep their capital in a sentence."""


def summary(deck: Deck, workout_id: str, week: int | None = None) -> str:
    """A workout's prescriptions in a week, in one paragraph."""
    workout = deck.plan.workouts[workout_id]
    lines: list[tuple[str, list[str]]] = []
    for entry, sets in workout.in_week(week):
        words = deck.prescription(sets).brief
        name = _plain(deck, entry)
        if lines and lines[-1][0] == name and words:
            lines[-1][1].append(words)
        else:
            lines.append((name, [words] if words else []))
    text = ", ".join(f"{name} {', '.join(words)}".rstrip() for name, words in lines)
    said = clock(deck.prescriber, workout.format)
    text = f"{said}: {text}" if said else text
    return capital(text)


def strength_rows(deck: Deck, workout_id: str, week: int | None = None) -> Iterator[StrengthRow]:
    """A workout's exercises in a week, a row each."""
    workout = deck.plan.workouts[workout_id]
    for item in workout.exercises:
        make = partial(_strength_rows, deck, item, workout.format, week)
        yield from deck.once(("strength", week, item, workout.format, deck.shown(item)), make)


def _strength_rows(
    deck: Deck, item: Block, outer: Timing | None, week: int | None
) -> tuple[StrengthRow, ...]:
    """The rows of a superset, or the one of an exercise."""
    timing = (item.format if isinstance(item, Superset) else None) or outer
    entries = item.superset if isinstance(item, Superset) else (item,)
    rows = []
    for place, entry in enumerate(entries, 1):
        words = deck.prescription(in_rounds(entry.in_week(week), timing))
        joined = "first" if place == 1 else "last" if place == len(entries) else "middle"
        sets, side = _sided(deck, words.brief)
        load = "" if words.load == deck.wording.say("body") else words.load
        row = StrengthRow(
            number=deck.number(entry.exercise),
            name=entry.name or deck.library.get(entry.exercise).name,
            sets=sets,
            unit=load_place(deck.prescriber, deck.library.get(entry.exercise), entry.in_week(week)).unit,
            joined=joined if isinstance(item, Superset) and len(entries) > 1 else "",
            side=side,
            aim=f"{NBSP}·{NBSP}".join(
                filter(None, [load, words.effort] * (not words.varied) + [words.often])
            ),
            figure=deck.gallery.figure(entry.exercise),
            clock=_clock_of(deck, item, place, entry.in_week(week)),
            set_count=words.set_count,
            cue=short_cues(deck.library.get(entry.exercise)),
        )
        rows.append(row)
    return tuple(rows)


def _clock_of(deck: Deck, item: Superset | Entry, place: int, sets: Sets | None) -> str:
    """The format of the superset that begins here, or an exercise's own."""
    if isinstance(item, Superset) and item.format:
        return clock(deck.prescriber, item.format) if place == 1 else ""
    return clock(deck.prescriber, sets.timing if sets else None)


def _sided(deck: Deck, brief: str) -> tuple[str, str]:
    """Sets in short without the side after them, and the side: '2 × 8' and '/ side'."""
    for per in ("per_side", "per_way"):
        side = deck.wording.say(per)
        if brief.endswith(side) and brief.count(side) == 1:
            return brief.removesuffix(side), side.replace("/", f"/{NBSP}", 1)
    return brief, ""


def _plain(deck: Deck, entry: Entry) -> str:
    """An exercise's name inside a sentence: a first capital goes unless the word keeps it elsewhere."""
    if entry.name:
        return entry.name
    name = deck.library.get(entry.exercise).name
    first, _, rest = name.partition(" ")
    if deck.wording.names_within == "kept":
        return deck.wording.within(name)
    if first in _PROPER or (len(first) > 1 and first[1:] != first[1:].lower()):
        return name
    return f"{first.lower()} {rest}".rstrip()
