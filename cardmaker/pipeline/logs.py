"""Exercise cards whose logs have no room for all their sessions → more cards, or where the others are found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cardmaker.geometry import Size
from cardmaker.handout import ExerciseCard
from cardmaker.handout.logs import MOST_PARTS
from cardmaker.layout.cards import Studio
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.layout.logparts import has_too_many, in_parts, log_rows, needs_parts, rest_of
from cardmaker.theme.face import Face
from cardmaker.wording.wording import Wording

_REFERRING = ("sets_label", "sets_label_whole", "sets_label_short", "sets_label_plain", "load", "under")
"""Of a card: what may refer to its log or its back."""


def with_all_sessions(
    studio: Studio,
    face: Face,
    exercises: Sequence[ExerciseCard],
    size: Size,
    wording: Wording,
    clear: float = 0.0,
    most: int = MOST_PARTS,
) -> tuple[Sequence[ExerciseCard], tuple[str, ...]]:
    """The cards, *most* of each exercise at most, and what is to be said of those that have several, or too few.

    What is printed more on them may leave their logs fewer rows, and so they are dealt out again.
    """
    if not any(has_too_many(card, 1) for card in exercises):
        return exercises, ()

    def rows_on(cards: Sequence[ExerciseCard]) -> int:
        return log_rows(face, deck_grids(studio, face, cards, size, clear)[0])

    rows = rows_on(exercises)
    while any(has_too_many(card, rows) for card in exercises):
        parts = [list(_parts(card, rows, wording, most)) for card in exercises]
        cards = [card for some in parts for card in some]
        fewer = rows_on(cards)
        if fewer >= rows:
            return cards, tuple(_said([card for card in exercises if needs_parts(card, rows)], rows, most))
        rows = fewer
    return exercises, ()


def _parts(card: ExerciseCard, rows: int, wording: Wording, most: int) -> Iterator[ExerciseCard]:
    """The cards of an exercise; one that says where the other sessions are, if they were too many."""
    parts = list(in_parts(card, rows))
    if len(parts) <= most:
        yield from parts
    else:
        others = wording.say("in_workout", name=rest_of(card, rows), target=wording.say("see_week"))
        yield replace(card, others=others)


def _said(cards: Sequence[ExerciseCard], rows: int, most: int) -> Iterator[str]:
    """Which exercises have how many cards, and which too many sessions for that."""
    named: dict[tuple[str, ...], list[str]] = {}
    for card in cards:
        parts = tuple(part.part for part in in_parts(card, rows))
        named.setdefault(parts if len(parts) <= most else (rest_of(card, rows),), []).append(card.name)
    for parts, names in named.items():
        who = f"'{names[0]}'" + (f" and {len(names) - 1} more" if len(names) > 1 else "")
        if len(parts) > 1:
            have = "have" if len(names) > 1 else "has"
            yield f"{who} {have} {len(parts)} cards, for {', '.join(parts)}: a log has room for {rows} sessions"
        else:
            yield f"no room for {parts[0]} in the log of {who}; week sheets have all weeks, a larger stock has more"


def without_log(say: Callable[[str], str], card: ExerciseCard, where: str) -> ExerciseCard:
    """A card in a form that has no logs and backs: it refers to *where* instead."""
    changes: dict[str, Any] = {}
    for field in _REFERRING:
        text: str = getattr(card, field)
        changes[field] = text.replace(say("see_log"), where).replace(say("see_back"), where)
    return replace(card, **changes)
