"""A handout → the title card that goes in front of its exercise cards."""

from collections.abc import Iterator

from cardmaker.handout import Handout, TitleCard, TitleEntry, TitlePicture, TitleWorkout
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.skylines import run_skyline

_MOST_PICTURES = 4
"""Side by side, each as wide as somebody who stands, on the narrowest card."""


def title_card(setting: Setting, handout: Handout) -> TitleCard | None:
    """The card, with one entry for an exercise whose log is shared out; None where only some cards are printed."""
    if handout.deck or not handout.exercises:
        return None
    wording, cards = setting.wording, {card.key: card for card in handout.exercises}
    entries = tuple(TitleEntry(card.number, card.name) for card in cards.values())
    workouts = tuple(_workouts(handout))
    counts = {"cards": len(entries), "workouts": len(workouts), "weeks": len(handout.weeks)}
    skyline = run_skyline(handout)
    drawn = [TitlePicture(card.figure, card.name) for card in cards.values() if card.figure]
    facts = [wording.count(what, count).replace(" ", "\u00a0") for what, count in counts.items() if count]
    return TitleCard(
        name=wording.say("title_card"),
        tab="",
        slot=0,
        slots=1,
        number="0" * len(entries[0].number),
        head=handout.head,
        kind=wording.say("cards_part"),
        facts=" · ".join(facts),
        entries=entries,
        workouts=workouts,
        skyline=skyline,
        pictures=() if skyline else tuple(drawn[:_MOST_PICTURES]),
    )


def _workouts(handout: Handout) -> Iterator[TitleWorkout]:
    """Each workout once, in the order of their letters."""
    every = {card.workout: card for card in handout.workouts}
    for card in sorted(every.values(), key=lambda card: card.slot):
        numbers = " ".join(dict.fromkeys(row.number for row in card.rows if row.number))
        yield TitleWorkout(card.tab, card.title if card.title != card.tab else "", numbers)
