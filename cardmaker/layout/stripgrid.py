"""The strips of a deck → how wide their cells are and how large their figures, the same on all its cards."""

from collections.abc import Sequence
from math import ceil

from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.content import StripBox

PAD = 1.75
LEAST_PAD = 1.3
"""Around what is in the leading cell, mm."""
FIGURE_SIZES = tuple(percent / 100 for percent in range(100, 70, -2))
"""Of the figures of all cards of a deck, next to their usual size: one whose figures are longer still is smaller on
its own."""
_LEAST_VALUE = 0.88
"""Of the other values, which get smaller half as fast: 11 pt on A7."""
_SLOT_AIR, _AIR_SHARE, _PAD_SHARE = 3.0, 0.14, 0.045
"""Between a value and the next place: in mm, or as a share of the place on small cards."""
_WIDEST, _NARROWEST, _NARROWER = 1.25, 0.75, 0.6
"""How much wider, and narrower, than usual places may be; narrower still before figures are smaller than *_LARGE*, and
as narrow as they can be if figures then are no smaller than the smallest that a deck has."""
_WIDEST_LEAD = 1.5
"""The same for the leading cell, where there are fewer places than usual; all share what room then is left."""
_LARGE = 0.9
_SPARED = 8
"""Of so many cards the one with the longest figures may have smaller ones, so that those of all others aren't."""
_LABEL_GAP = 4.0
"""From figures to a label on their line, mm, at least."""
_STEP = 0.5
"""What cells need is rounded up to it, mm, so that loads of about one length give one grid: a roster's athletes have
frames in common."""


class SlotNeed(NamedTuple):
    """How wide a value and its label are, mm, and the *least* width in which both can be set; a value of 0 is none.

    *small* is the label at its least size.
    """

    value: float = 0.0
    label: float = 0.0
    small: float = 0.0
    least: float = 0.0


class StripNeed(NamedTuple):
    """How wide a card's values are: its sets and repetitions at each of the sizes there are, mm, and those in other
    places; *alone* is how wide its sets are where they may be smaller than those of others, *label* what it says of
    them in the larger type that it has next to them."""

    leads: tuple[float, ...]
    slots: tuple[SlotNeed, ...]
    alone: float = 0.0
    label: float = 0.0


class StripGrid(NamedTuple):
    """The leading cell's width and those of the other places, mm, and the sizes of figures and values, next to usual.

    Places for which no card of a deck has a value are 0 wide, and left out; where that is all of them figures and
    labels are on *one_line*, if they have room there on all cards.
    """

    lead: float
    slots: tuple[float, ...]
    figures: float = 1.0
    values: float = 1.0
    one_line: bool = False


def slot_air(usual: float) -> float:
    """How far a value stays from the next place, by the usual width of its own."""
    return min(_SLOT_AIR, usual * _AIR_SHARE)


def lead_pad(box: StripBox) -> float:
    """From the leading cell to the first of the others."""
    return min(PAD, sum(cell.width for cell in box.strip) * _PAD_SHARE)


def strip_grid(box: StripBox, needs: Sequence[StripNeed], width: float) -> StripGrid:
    """The grid of a deck's strips: figures as large as they can be on all of its cards.

    Other places are as wide as usual, or narrower where the figures need the room and the values don't.
    """
    most = _most_of(needs)
    others = any(slot.value for slot in most.slots)
    usual = [cell.width * bool(slot.value) for cell, slot in zip(box.strip[1:], most.slots, strict=True)]
    room = width - (lead_pad(box) if others else 0.0)
    slots = [*zip(most.slots, usual, strict=True)]
    sized = [*zip(FIGURE_SIZES, most.leads, strict=True)]
    large = [one for one in sized if one[0] >= _LARGE]
    tries = (
        (large, _NARROWEST, 1.0),
        (large, _NARROWEST, _LEAST_VALUE),
        (large, _NARROWER, 1.0),
        (sized, _NARROWER, 1.0),
        (sized[-1:], 0.0, 1.0),
    )
    for size, figures, narrowest, most_value in ((*one, *how) for some, *how in tries for one in some):
        values = max(_LEAST_VALUE, min(most_value, 1 - (1 - size) / 2))
        least = [_slot(slot, values, wide, narrowest) for slot, wide in slots]
        needed = _stepped(figures + 2 * LEAST_PAD)
        if needed + sum(least) <= room:
            break
    lead = max(min(box.lead_width, needed), min(max(box.lead_width, needed), room - sum(least)))
    if lead + sum(least) > room:
        tight = [slot.least + slot_air(wide) if wide else 0.0 for slot, wide in slots]
        lead = min(lead, room - sum(tight))
        share = (room - lead - sum(tight)) / (sum(least) - sum(tight))
        wide = [low + (one - low) * share for low, one in zip(tight, least, strict=True)]
    else:
        wide = _shared(least, usual, room - lead)
    at = FIGURE_SIZES.index(size)
    longest = max(need.leads[at] + need.label for need in needs)
    one_line = not others and longest + _LABEL_GAP + 2 * PAD <= width
    widest = max(needed, box.lead_width * _WIDEST_LEAD) if others else room
    lead = min(widest, room - sum(wide))
    wider = room / (lead + sum(wide))
    return StripGrid(lead * wider, tuple(one * wider for one in wide), size, values, one_line)


def _most_of(needs: Sequence[StripNeed]) -> StripNeed:
    """What a card needs that has the widest of all values in each place; the very longest figures are smaller ones."""
    ordered = sorted(needs, key=lambda need: need.leads[0])
    spared = len(ordered) // _SPARED
    usual, longer = ordered[: len(ordered) - spared], ordered[len(ordered) - spared :]
    alone = max((need.alone for need in longer), default=0.0)
    leads = (max(alone, *same) for same in zip(*dict.fromkeys(need.leads for need in usual), strict=True))
    slots = dict.fromkeys(need.slots for need in needs)  # most cards of a deck need the same
    most = (SlotNeed(*map(max, zip(*same, strict=True))) for same in zip(*slots, strict=True))
    return StripNeed(tuple(leads), tuple(most))


def _slot(need: SlotNeed, size: float, usual: float, narrowest: float) -> float:
    """How wide a place is with values of a size; 0 if there are no places."""
    widest = max(need.value * size, need.label if narrowest >= _NARROWEST else need.small)
    least = usual * narrowest if need.value else 0.0
    return _stepped(max(widest + slot_air(usual), least)) if usual else 0.0


def _stepped(width: float) -> float:
    return ceil(width / _STEP - 1e-6) * _STEP


def _shared(least: Sequence[float], usual: Sequence[float], room: float) -> list[float]:
    """Room shared out to places: in proportion to their usual widths, but to each what it needs."""
    own: dict[int, float] = {}
    while True:
        free = room - sum(own.values())
        total = sum(most for place, most in enumerate(usual) if place not in own)
        factor = min(_WIDEST, free / total) if total else 0.0
        needy = {
            place: one
            for place, one in enumerate(least)
            if place not in own and one > usual[place] * factor + 1e-6
        }
        if not needy:
            return [own.get(place, most * factor) for place, most in enumerate(usual)]
        own |= needy
