"""'3x12/10/8': a figure for each set."""

from typing import Final

from cardmaker.plan.quantity import SECONDS
from cardmaker.plan.sets.cursor import Cursor, Figures
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.words import UNITS
from cardmaker.plan.sets.work.measures import SHORT_METRES, amount, side, work_unit

_MOST_A_SIDE: Final = 15
"""'3x12/12' is twelve on each side; of more, '8x30/30', it may be seconds of work and rest."""


def open_set_follows(cursor: Cursor) -> bool:
    """Take '/AMRAP' behind a list: its last set, as many as possible."""
    start = cursor.place
    if cursor.sign("/") and cursor.word("amrap", "max"):
        return True
    cursor.place = start
    return False


def listed_work(draft: SetsDraft, figures: Figures, sets: NumberRange) -> list[Found]:
    """'3x12/10/8': a figure for each set; twice the same for two sides; nothing if a list isn't meant."""
    spans = [item.span for item in figures.items]
    end = draft.cursor.place
    unit = work_unit(draft)
    timed = unit in SECONDS or (unit is None and draft.cursor.see(UNITS) > 0)
    if (
        figures.sign == "/"
        and sets.low == sets.high == 2 == len(spans)
        and spans[0] == spans[1]
        and unit is None
    ):
        n = spans[0]
        raise ValueError(
            f"is '2x{n}/{n}' {n} for each side, or two sets of {n}? write '2x{n}/side' or '2x{n}'"
        )
    if len(spans) == sets.low == sets.high and not (figures.sign == "," and timed):
        own = side(draft)
        return [{**amount(item, unit), **own} for item in figures.items]
    if figures.sign == "," or timed:
        return []
    draft.cursor.place = end
    if figures.sign == "/" and len(spans) + 1 == sets.low == sets.high and open_set_follows(draft.cursor):
        return [*(amount(item, None) for item in figures.items), {"open_ended": True}]
    if figures.sign == "/" and len(spans) == 2 and spans[0] == spans[1] and spans[0].high <= _MOST_A_SIDE:
        return [{"sets": sets, **amount(figures.items[0], work_unit(draft)), "per": "side"}]
    written = figures.sign.join(str(span) for span in spans)
    if figures.sign == "/" and len(spans) == 2 and spans[0].low >= spans[1].low >= SHORT_METRES:
        a, b = spans
        raise ValueError(
            f"is '{sets}x{a}/{b}' seconds of work and rest? write '{sets} x {a} s on / {b} s off', "
            f"or a number for each set"
        )
    others = figures.sign.join([str(spans[0])] * int(sets.low))
    if figures.sign == "/" and len(spans) == 2 and spans[0].high < spans[1].low:
        others = f"{spans[0]}-{spans[1]}' of each, '{others}"
    raise ValueError(
        f"{sets} set{'s' if sets.high > 1 else ''} and {len(spans)} numbers, '{written}'; "
        f"write one for each set, '{others}', or leave the number of sets out"
    )
