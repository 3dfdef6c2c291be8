"""Boxes of known widths and a line's width -> where the lines end. It knows numbers and no text."""

from collections.abc import Sequence

from cardmaker.namedtuple import NamedTuple

_SLACK = 1e-9
_SHORT_WORD_EM = 6.0
_SHORT_WORD_SHARE = 0.4
"""A last word that is no longer than both isn't left alone: 6 em are 'platform.' or 'shoulders'."""


class Box(NamedTuple):
    """Characters *start* to *end* that stay together; widths are in em.

    *blank* is the gap before it, *hyphen* what shows if the line ends here; *glued* forbids a break before.
    """

    start: int
    end: int
    width: float
    blank: float
    hyphen: float = 0.0
    glued: bool = False


def fits(width_em: float, room_em: float) -> bool:
    """Whether a width goes into a room, rounding aside."""
    return width_em <= room_em + _SLACK


def width_of(boxes: Sequence[Box]) -> float:
    """How wide boxes on one line are, with the hyphen at the end."""
    if not boxes:
        return 0.0
    return sum(box.blank + box.width for box in boxes) - boxes[0].blank + boxes[-1].hyphen


def fill(boxes: Sequence[Box], room_em: float) -> list[int]:
    """As much on each line as fits, a box at least: for each line the index after its last box."""
    ends: list[int] = []
    start = 0
    while start < len(boxes):
        furthest = end = _furthest(boxes, start, room_em)
        while start < end < len(boxes) and boxes[end].glued:
            end -= 1
        start = end if end > start else furthest
        ends.append(start)
    return ends or [0]


def _furthest(boxes: Sequence[Box], start: int, room_em: float) -> int:
    used, end = boxes[start].width, start + 1
    for index in range(start + 1, len(boxes)):
        box = boxes[index]
        used += box.blank + box.width
        if not fits(used, room_em):
            break
        if fits(used + box.hyphen, room_em):
            end = index + 1
    return end


def accompany(boxes: Sequence[Box], ends: list[int], room_em: float) -> list[int]:
    """Move a word down to a short one that is alone on the last line, a compound as a whole, if two stay behind."""
    if len(ends) < 2 or ends[-1] - ends[-2] > 1:
        return ends
    before, first, last = ends[-3] if len(ends) > 2 else 0, ends[-2], ends[-1]
    moved = first - 1
    while moved > before and (boxes[moved].glued or not boxes[moved].blank):
        moved -= 1
    short = boxes[first].width <= min(_SHORT_WORD_EM, _SHORT_WORD_SHARE * room_em)
    whole = boxes[first].blank > 0 and boxes[moved].blank > 0
    good = whole and moved - before >= 2 and fits(width_of(boxes[moved:last]), room_em)
    return [*ends[:-2], moved, last] if short and good else ends


def balance(boxes: Sequence[Box], ends: list[int], room_em: float) -> list[int]:
    """As many lines as before, with the least sum of the squares of what each leaves empty."""
    if len(ends) < 2:
        return ends
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in ends:
        longer: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, chosen) in best.items():
            for end in range(start + 1, len(boxes) + 1):
                width = width_of(boxes[start:end])
                if not fits(width - boxes[end - 1].hyphen, room_em) and end > start + 1:
                    break
                if (end < len(boxes) and boxes[end].glued) or (end > start + 1 and not fits(width, room_em)):
                    continue
                total = cost + (room_em - width) ** 2
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, [*chosen, end])
        best = longer
    return best[len(boxes)][1] if len(boxes) in best else ends
