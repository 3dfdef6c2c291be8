"""A card that was laid out → the same as a small picture, its parts numbered at the sides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cardmaker.frame import Art, Frame, Group, Link, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Point, Rect, Size
from cardmaker.handout import ExerciseCard, KeyCard, KeyPoint
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.enlarging import enlarged
from cardmaker.layout.leads import parted
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import circle, poly, rect
from cardmaker.layout.slots import has_dash
from cardmaker.layout.type import set_line
from cardmaker.theme.content import SampleBox

NBSP = "\u00a0"

_LEADER = 2.4
"""Of the room between a ring and the card, mm."""
_APART = 0.8
"""Between one ring and the next, mm."""
_RING = 2.0
"""From the number of a cue to what is left of its ring, mm."""
_CALLOUT = 0.3
"""From the number at a figure to what is clear of its ring, mm of the card for each point of its type."""
_BEHIND = 1.8
"""From the end of a word to what is about it, mm of the card: its dot is clear of the word."""
_CLEAR = 0.9
"""From a dot to the ground that words are on, mm of the card."""
_HEIGHTS = (0.35, 0.25, 0.45, 0.15, 0.55, 0.65)
"""Where a figure is pointed at, by its height, the best first."""
_APART_FROM, _INSIDE = 2.6, 0.4
"""From its numbers, and inside its outline, mm of the card."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LEVEL = 1.5
"""Baselines of a number in its ring and of its step are no farther apart, mm."""
_CAPITAL = 0.36
"""Half the height of a capital, in ems: the middle of a line of type is so far above its baseline."""


def explained(key: KeyCard, front: Frame, labels: Mapping[str, str], others: Sequence[Frame] = ()) -> KeyCard:
    """The key with the front of its sample, laid out, and a number for each of its parts that is there.

    Dashes and rows for the session before are explained if the front or *others* of the deck's sides have them.
    """
    spots = dict(_spots(front, key.sample, labels))
    sides = (front, *others)
    dashed = any(map(has_dash, sides))
    lines = tuple(
        replace(line, text=f"{line.text}; {line.dash}") if dashed and line.dash else line
        for line in key.lines
        if line.part in spots
    )
    last = any(" ".join(labels["last_time"].split()) in " ".join(side.text.split()) for side in sides)
    points = tuple(KeyPoint(number, spots[line.part]) for number, line in enumerate(lines, 1))
    log = " ".join([key.log_text, key.log_last] if last else [key.log_text])
    return replace(key, lines=lines, picture=front, points=points, log_text=log)


def _spots(front: Frame, card: ExerciseCard, labels: Mapping[str, str]) -> Iterator[tuple[str, Point]]:
    """Where the parts of a card are, found by what they say."""
    texts = _texts([*front.walk()])
    figure = _figure(front.items, card.figure_alt)
    foot = max(
        (placed.y + placed.item.height for placed in figure if isinstance(placed.item, Art)), default=0.0
    )
    left = (
        min((one.x for one in front.walk() if isinstance(one.item, Path) and one.x > 1), default=0.0) - _CLEAR
    )
    last = [one for one in texts if one.y > front.size.height / 2]
    found = {
        "number": _at(left, _beginning(texts, card.number)),
        "muscles": _right_of_arts(_figure(front.items, card.body_map_alt)) or _beginning(texts, card.primary),
        "figure": _end(_texts(figure), labels["figure_finish"]) or _on_figure(figure),
        "dots": _beside_callout(figure, front.size.width),
        "cues": _behind_step([one for one in texts if one.y > foot], labels["steps"])
        or _beginning([one for one in texts if one.y > foot], "3", _RING),
        "sets": _at(left, _beginning(last[::-1], parted(card.sets)[0])),
        "load": _end(last[::-1], labels["tempo"])
        or _end(last[::-1], card.rest_label)
        or _end(last[::-1], labels["load"])
        or _at(front.size.width - left, _opening(last, card.under)),
    }
    yield from ((name, spot) for name, spot in found.items() if spot)


def _at(x: float, spot: Point | None) -> Point | None:
    """As high, at the edge of the ground that the words are on: a dot on it is unseen, or reads as a sign of them."""
    return spot and Point(x, spot.y)


def _figure(items: Sequence[Placed], alt: str, x: float = 0.0, y: float = 0.0) -> list[Placed]:
    """What is drawn in the figure that is spoken so, as placed on the frame."""
    for placed in items:
        if isinstance(placed.item, Group):
            at = x + placed.x, y + placed.y
            if placed.item.role is Role.FIGURE and placed.item.alt == alt:
                return [*Frame(Size(0.0, 0.0), (Placed(*at, Group(Role.SECT, placed.item.items)),)).walk()]
            if found := _figure(placed.item.items, alt, *at):
                return found
    return []


def _beginning(texts: Sequence[Placed], words: str, off: float = 0.8) -> Point | None:
    """So far next to the first line that begins so."""
    words = words.replace(NBSP, " ")
    for x, y, item in texts:
        if words and isinstance(item, Text) and item.content.replace(NBSP, " ").startswith(words):
            return Point(x - off, y - item.size_pt * MM_PER_PT * _CAPITAL)
    return None


def _opening(texts: Sequence[Placed], words: str) -> Point | None:
    """Level with the line that has the first of some words, which may take several."""
    lines = [one.item.content for one in texts if isinstance(one.item, Text)]
    opening = [line for line in lines if words.startswith(line.rstrip())]
    return _beginning(texts, max(opening, key=len, default=""))


def _end(texts: Sequence[Placed], words: str) -> Point | None:
    """Behind the line that says so."""
    for x, y, item in texts:
        if isinstance(item, Text) and item.content == words:
            return Point(x + item.width + _BEHIND, y - item.size_pt * MM_PER_PT * _CAPITAL)
    return None


def _behind_step(texts: Sequence[Placed], heading: str) -> Point | None:
    """Behind the third step, where steps have a heading and so a column of their own, which others are left of."""
    said = [(one.x, one.y, one.item.content) for one in texts if isinstance(one.item, Text)]
    number = next(((x, y) for x, y, words in said if words == "3"), None)
    if number is None or all(words != heading for _, _, words in said):
        return None
    line = [words for x, y, words in said if x > number[0] and abs(y - number[1]) < _LEVEL]
    return _end(texts, line[-1]) if line else None


def _texts(items: Sequence[Placed]) -> list[Placed]:
    return [one for one in items if isinstance(one.item, Text)]


def _beside_callout(items: Sequence[Placed], width: float) -> Point | None:
    """Next to the ring about a number, towards the nearer edge of a card so wide: the first from which a line to that
    edge meets least of the figure."""
    drawn = [point for one in items if isinstance(one.item, Art) for point in _outline(one, one.item)]
    best: tuple[tuple[int, str], Point] | None = None
    for x, y, item in _texts(items):
        if not isinstance(item, Text) or not item.content.isdecimal():
            continue
        off = item.size_pt * _CALLOUT
        at = Point(x - off, y - item.size_pt * MM_PER_PT * _CAPITAL)
        if x + item.width / 2 > width / 2:
            at = at._replace(x=x + item.width + off)
        met = sum(abs(b - at.y) < _CLEAR and (a < at.x) == (at.x < width / 2) for a, b in drawn)
        if best is None or (met, item.content) < best[0]:
            best = (met, item.content), at
    return best and best[1]


def _outline(placed: Placed, art: Art) -> Iterator[tuple[float, float]]:
    """The points of all paths of a picture, on the frame."""
    scale = art.width / art.artwork.width
    for path in art.artwork.paths:
        numbers = map(float, _NUMBER.findall(path.data))
        yield from (
            (placed.x + x * scale, placed.y + y * scale) for x, y in zip(numbers, numbers, strict=False)
        )


def _right_of_arts(items: Sequence[Placed]) -> Point | None:
    """The right edge of pictures, a little below the middle of the last one's height."""
    arts = [(placed, placed.item) for placed in items if isinstance(placed.item, Art)]
    if not arts:
        return None
    placed, art = max(arts, key=lambda one: one[0].x + one[1].width)
    return Point(placed.x + art.width, placed.y + art.height * 0.6)


def _on_figure(items: Sequence[Placed]) -> Point | None:
    """On the outline of the last picture at its right, at a height at which no number is near."""
    arts = [(placed, placed.item) for placed in items if isinstance(placed.item, Art)]
    if not arts:
        return None
    placed, art = max(arts, key=lambda one: one[0].x + one[1].width)
    outline = [*_outline(placed, art)]
    for share in _HEIGHTS:
        y = placed.y + share * art.height
        near = [x for x, at in outline if abs(at - y) < _CLEAR]
        if near and all(abs(text.y - y) > _APART_FROM for text in _texts(items)):
            return Point(max(near) - _INSIDE, y)
    return _right_of_arts(items)


def _draw(ctx: Context, box: SampleBox, area: Rect) -> list[Placed]:
    front: Frame = ctx.scope.raw(box.sample)
    points: tuple[KeyPoint, ...] = ctx.scope.raw(box.points)
    side = box.key_size + _LEADER
    by = min(area.height / front.size.height, (area.width - 2 * side) / front.size.width, box.largest)
    shown = enlarged(front, by)
    x, y = area.x + (area.width - shown.size.width) / 2, area.y + (area.height - shown.size.height) / 2
    edge = Rect(x, y, *shown.size)
    ink = ctx.theme.colour("pencil")
    items = [Placed(x, y, Path(rect(*shown.size), fill=ctx.theme.colour(ctx.theme.ground or "paper")))]
    drawn = (one for one in shown.walk() if not isinstance(one.item, Link))
    items += [Placed(x + one.x, y + one.y, one.item) for one in drawn]
    items.append(Placed(x, y, Path(rect(*shown.size), stroke=ink, width=ctx.theme.strokes["hair"])))
    spots = [(point.number, Point(x + point.at.x * by, y + point.at.y * by)) for point in points]
    left = [spot for spot in spots if spot[1].x < edge.x + edge.width / 2]
    right = [spot for spot in spots if spot not in left]
    gap = side - box.key_size / 2
    for column, middle in ((left, edge.x - gap), (right, edge.right + gap)):
        items += _numbers(ctx, column, middle, edge, box.key_size)
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=ctx.scope.fill(box.alt))]


def _numbers(
    ctx: Context, spots: Sequence[tuple[int, Point]], middle: float, edge: Rect, size: float
) -> list[Placed]:
    """Rings one under the other at the side of a card, level with what they are about as far as they have room."""
    items: list[Placed] = []
    least = edge.y + size / 2
    for number, spot in sorted(spots, key=lambda one: one[1].y):
        centre = Point(middle, max(least, spot.y))
        least = centre.y + size + _APART
        items += _ring(ctx, number, centre, spot, size)
    return items


def _ring(ctx: Context, number: int, centre: Point, spot: Point, size: float) -> list[Placed]:
    ink, paper = ctx.theme.colour("ink"), ctx.theme.colour("paper")
    stroke, style = ctx.theme.strokes["hair"], ctx.style("callout")
    label = set_line(ctx, str(number), style, "number")
    capital = ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT
    x, y = centre.x - size / 2, centre.y - size / 2
    leader = poly(spot, Point(centre.x + (size / 2 if spot.x > centre.x else -size / 2), centre.y))
    return [
        Placed(0, 0, Path(leader, stroke=paper, width=0.7)),
        Placed(0, 0, Path(leader, stroke=ink, width=0.2)),
        Placed(spot.x - 0.45, spot.y - 0.45, Path(circle(0.9), fill=ink)),
        Placed(
            x + stroke / 2, y + stroke / 2, Path(circle(size - stroke), fill=paper, stroke=ink, width=stroke)
        ),
        *(text._replace(y=centre.y + capital / 2) for text in label.placed(Rect(x, y, size, size), "center")),
    ]


register(
    SampleBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.sample)), lambda c, b: 0.0, lambda c, b, w: 0.0, _draw),
)
