"""A deck and its cards → the key card that goes before them: how to read one, and the scales that they use."""

from collections.abc import Iterator, Sequence
from typing import Final

from cardmaker.handout import (
    EffortStep,
    ExerciseCard,
    GymCard,
    KeyCard,
    KeyLevel,
    KeyLine,
    KeyWorkout,
    Stretch,
)
from cardmaker.library.vocabulary import LEVELS
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.plan.model import Plan
from cardmaker.plan.sets.record import NumberRange
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.weeks import effort_key
from cardmaker.wording.wording import capital

PARTS: Final = ("number", "muscles", "dots", "figure", "cues", "sets", "load")
"""Of a card, from its head to its foot."""
_LEFT: Final = {
    "RPE": ("10", "9", "8", "7", "5–6"),
    "RIR": ("0", "1", "2", "3", "4+"),
}
"""The steps at which none, one, two, three and more repetitions are left."""
_TEMPO: Final = (("down", "sets"), ("hold", "letter"), ("up", "done"), ("top", "cell"))
"""The parts of a tempo, and the surface that each has in its bar: none of those that say how hard a run is."""
_AT_ONCE: Final = 0.5
"""Seconds that the bar has for a part which is done as fast as it goes."""


def key_card(planner: Planner, cards: Sequence[ExerciseCard], workouts: Sequence[GymCard]) -> KeyCard | None:
    """The key of cards that begin with the deck's first one; None for others."""
    deck = planner.sources.deck
    if not cards or cards[0].exercise != deck.order[0]:
        return None
    wording = planner.sources.wording
    say = wording.say
    scale = next((card.effort_label for card in cards if card.effort and card.effort_label in _LEFT), "")
    tempo = next((card.tempo for card in cards if card.tempo), "")
    parts = tuple(_parts(tempo))
    seconds = deck.prescriber.seconds
    said = (
        say(f"tempo_{name}", time=seconds(NumberRange(length, length)))
        if length
        else say(f"tempo_{name}_fast")
        for name, length in parts
    )
    shades = dict(_TEMPO)
    bars = tuple(Stretch(length or _AT_ONCE, shades[name]) for name, length in parts)
    return KeyCard(
        name=say("key_card"),
        tab=say("key_tab"),
        slot=cards[0].slots - 1,
        slots=cards[0].slots,
        number="0" * len(cards[0].number),
        sample=max(cards, key=_shows),
        lines=tuple(_lines(planner, cards)),
        effort_scale=scale,
        efforts=tuple(
            EffortStep(value, say(f"reps_left_{left}")) for left, value in enumerate(_LEFT.get(scale, ()))
        )[::-1],
        runs=effort_key(planner),
        tempo=capital(say("tempo", tempo=tempo)) if bars else "",
        tempo_said=", ".join(said),
        tempo_parts=bars,
        tempo_length=sum(bar.km for bar in bars),
        levels=tuple(KeyLevel(wording.levels[level], degree) for degree, level in enumerate(LEVELS, 1))
        if any(card.level for card in cards)
        else (),
        workouts=tuple(_workouts(deck.plan, workouts)),
        logged=any(card.log for card in cards),
        log_text=wording.labels["key_log_text"],
        log_last=wording.labels["key_log_last"],
    )


def _lines(planner: Planner, cards: Sequence[ExerciseCard]) -> Iterator[KeyLine]:
    """What the parts of cards mean; a side is explained if a card has one."""
    say = planner.sources.wording.say
    for part in PARTS:
        side = say("key_of_side") if part == "sets" and any(card.side for card in cards) else ""
        text = "; ".join(filter(None, [say(f"key_of_{part}"), side]))
        yield KeyLine(part, text, say("key_of_dash") if part == "load" else "")


def _shows(card: ExerciseCard) -> int:
    """How much of what a key explains a card has to show."""
    pair = isinstance(card.figure, FigureArtwork) and len(card.figure.panes) == 2 and not card.figure.stacked
    numbered = sum(bool(cue.joint) for cue in card.cues) > 1
    return (
        4 * pair
        + 2 * numbered
        + 3 * sum(map(bool, (card.load, card.side)))
        + sum(map(bool, (card.effort, card.rest, card.body_map)))
    )


def _parts(tempo: str) -> Iterator[tuple[str, int]]:
    """The parts of '3-1-1' or '40X0' with their seconds, 0 for one as fast as it goes; without those that aren't."""
    signs = tempo.split("-") if "-" in tempo else [*tempo]
    for (name, _), sign in zip(_TEMPO, signs, strict=False):
        if not sign.isdecimal():
            yield name, 0
        elif int(sign):
            yield name, int(sign)


def _workouts(plan: Plan, cards: Sequence[GymCard]) -> Iterator[KeyWorkout]:
    """Each workout once, by its letter."""
    for workout in dict.fromkeys(card.workout for card in cards):
        yield KeyWorkout(plan.labels[workout], plan.workout_name(workout))
