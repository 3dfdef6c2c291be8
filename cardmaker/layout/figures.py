"""Exercise figures: their positions on one ground line across the box, with start, finish and keyed cues."""

from functools import lru_cache

from cardmaker.frame import Art, Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Point, Rect
from cardmaker.handout import CardCue, Figure, OwnPicture
from cardmaker.layout.callouts import Callout, Obstacles, Pointer, place_callouts
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, draw, is_present, least_height, register, tagged
from cardmaker.layout.pictures import own_picture
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import circle, line, poly
from cardmaker.layout.silhouettes import Layer, Silhouette
from cardmaker.layout.stands import Stand, arrange, in_the_middle
from cardmaker.layout.type import Block, set_line
from cardmaker.picture.artwork import NOTHING, FigureArtwork, Look, themed
from cardmaker.picture.hatching import Hatching
from cardmaker.picture.stencil import CELL
from cardmaker.theme.box import FigureBox, StackBox
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Theme

# The scale where a box names none: mm on paper for a cm of the body.
_MOST_SCALE = 0.252
_LABEL_ROOM = 0.6
_PICTURE_SHAPE = 4 / 3  # the room kept for a picture whose shape isn't known yet
_SIDE_LABEL = 9.0
# The least ring about a number of some size.
_RING_MM_PER_PT = 0.4


_OVER_GAP = 4.0
"""Between what stands over a low figure and the figure, in mm."""
_HAND, _WRIST = "hand", "wrist"
_HOLE = 1 / 3
"""How much of a box's height is a hole where nothing is said over its figure."""
_OFF_FLOOR = 0.5
"""Between a callout and the floor of the figure above or below its own, in mm."""


def _draw(ctx: Context, box: FigureBox, area: Rect) -> list[Placed]:
    figure: Figure = ctx.scope.raw(box.figure)
    over: list[Placed] = []
    if isinstance(figure, OwnPicture):
        items = own_picture(ctx, figure, area)
    elif box.small:
        items = [_art(ctx, figure, in_the_middle(figure, area, _most(box, figure, area.height)), small=True)]
    else:
        items, over = _large(ctx, box, figure, area)
    return [*items, *over] if ctx.bare else [*over, tagged(Role.FIGURE, items, alt=ctx.scope.fill(box.alt))]


def _large(
    ctx: Context, box: FigureBox, figure: FigureArtwork, area: Rect
) -> tuple[list[Placed], list[Placed]]:
    """The figure, and what is said over a low one; one over nothing is in a pile if that is as large."""
    labels = box.labels and len(figure.panes) == 2 and not ctx.settings.unlabelled
    words = [set_line(ctx, ctx.scope.fill(f"{{t.{name}}}"), ctx.style("figure-label"), "label")
             for name in ("figure_start", "figure_finish")]  # fmt: skip
    foot = words[0].leading + _LABEL_ROOM if box.labels else 0.0
    zone = Rect(area.x, area.y, area.width, area.height - foot)
    inset = _SIDE_LABEL if labels else 0.0
    beside = Rect(area.x + inset, area.y, area.width - inset, zone.height)
    stands, stacked = arrange(figure, beside=zone, stacked=beside, alone=box.alone)
    top = _top(stands)
    over = _over(ctx, box, area, top)
    if not (over or stacked) and top - area.y > zone.height * _HOLE:
        stands, stacked = arrange(figure, beside=zone, stacked=beside, alone=box.alone, filling=True)
    marks = []
    if labels and len(stands) > 1:
        marks = _side_labels(ctx, words, stands, area) if stacked else _foot_labels(ctx, words, stands, area)
    drawn = [_art(ctx, figure, stand, small=False) for stand in stands]
    floor = stands[0].ground if stacked else None
    numbers = _callouts(ctx, box, figure, stands, zone, floor)
    return [*_grounds(ctx, stands, zone), *drawn, *marks, *numbers], over


def _top(stands: list[Stand]) -> float:
    """Where the highest of bodies, kit, arrows and stopwatches begins."""
    return min(min([stand.body.y, *(stand.area(sign).y for sign in stand.pane.signs)]) for stand in stands)


def _grounds(ctx: Context, stands: list[Stand], zone: Rect) -> list[Placed]:
    """The ground line across the box, one for each height that there is."""
    heights = dict.fromkeys(round(stand.ground, 3) for stand in stands if stand.ground is not None)
    ink, width = ctx.theme.colour("ground"), ctx.theme.strokes["ground"]
    ground = Path(line(zone.width, 0), stroke=ink, width=width)
    return [Placed(zone.x, height, ground) for height in heights]


def _over(ctx: Context, box: FigureBox, area: Rect, top: float) -> list[Placed]:
    """What is said in the head of the box where a low figure leaves room for all of it."""
    room = top - _OVER_GAP - area.y
    for over in _overs(box.over) if room > 0 else ():
        if is_present(ctx, over):
            needed = least_height(ctx, over, area.width)
            if needed <= room:
                return draw(ctx, over, Rect(area.x, area.y, area.width, needed))
    return []


@lru_cache(maxsize=32)
def _overs(over: BoxOptions | None) -> tuple[BoxOptions, ...]:
    """What may be there, from all to the first of it; the same boxes each time."""
    if isinstance(over, StackBox):
        return tuple(over.but(stack=over.stack[:count]) for count in range(len(over.stack), 0, -1))
    return (over,) if over is not None else ()


def _most(box: FigureBox, figure: FigureArtwork, height: float) -> float:
    """The scale of all small figures in boxes like this one: mm for a unit of the figure."""
    return (height / box.reach if box.reach else _MOST_SCALE) / figure.scale


def _art(ctx: Context, figure: FigureArtwork, stand: Stand, *, small: bool) -> Placed:
    key = (figure, stand.pane.name, small)
    artwork = ctx.shared.artworks.once(key, lambda: themed(figure, stand.pane, figure_look(ctx, small)))
    return Placed(stand.x, stand.y, Art(artwork, stand.pane.size.width * stand.scale))


def figure_look(ctx: Context, small: bool) -> Look:
    """What figures wear in the context's theme."""
    return ctx.shared.looks.once(small, lambda: look_in(ctx.theme, small=small))


def look_in(theme: Theme, *, small: bool) -> Look:
    """What figures wear in a theme; large ones share a ground line and so have no floor of their own."""
    hatches = {
        name: Hatching(one.pitch, one.width, one.colour, one.angle) for name, one in theme.hatch.items()
    }
    return Look(theme.palette if small else {**theme.palette, "floor": NOTHING}, hatches, small)


# Labels ----------------------------------------------------------------------------------------------


def _foot_labels(ctx: Context, words: list[Block], stands: list[Stand], area: Rect) -> list[Placed]:
    """'Start' under the first position, an arrow, 'Finish' under the last."""
    items: list[Placed] = []
    spans = []
    top = area.bottom - words[0].leading
    for word, stand in zip(words, (stands[0], stands[-1]), strict=True):
        middle = stand.body.x + stand.body.width / 2
        left = min(max(area.x, middle - word.width / 2), area.right - word.width)
        items += word.placed(Rect(left, top, word.width, word.height))
        spans.append((left, left + word.width))
    start, end = spans[0][1] + 2.0, spans[1][0] - 2.0
    if end - start > 6:
        items.append(
            _arrow(ctx, Point(start, top + words[0].leading / 2), Point(end, top + words[0].leading / 2))
        )
    return items


def _side_labels(ctx: Context, words: list[Block], stands: list[Stand], area: Rect) -> list[Placed]:
    """'Start' next to the upper position, an arrow down, 'Finish' next to the lower."""
    items: list[Placed] = []
    rows = []
    for word, stand in zip(words, (stands[0], stands[-1]), strict=True):
        base = stand.ground or stand.body.bottom
        top = base - word.leading * 1.1
        items += word.placed(Rect(area.x, top, word.width, word.height))
        rows.append((top, top + word.leading))
    x = area.x + 3.2
    if rows[1][0] - rows[0][1] > 5:
        items.append(_arrow(ctx, Point(x, rows[0][1] + 1.0), Point(x, rows[1][0] - 1.0)))
    return items


def _arrow(ctx: Context, start: Point, end: Point) -> Placed:
    ink = ctx.theme.colour("ink2")
    if start.y == end.y:
        head = poly((end.x, end.y), (end.x - 2.2, end.y - 0.75), (end.x - 2.2, end.y + 0.75), closed=True)
        stem = poly((start.x, start.y), (end.x - 2.0, end.y))
    else:
        head = poly((end.x, end.y), (end.x - 0.75, end.y - 2.2), (end.x + 0.75, end.y - 2.2), closed=True)
        stem = poly((start.x, start.y), (end.x, end.y - 2.0))
    return Placed(0.0, 0.0, Path(f"{stem} {head}", fill=ink, stroke=ink, width=0.22))


# Callouts --------------------------------------------------------------------------------------------


def _callouts(
    ctx: Context,
    box: FigureBox,
    figure: FigureArtwork,
    stands: list[Stand],
    area: Rect,
    floor: float | None,
) -> list[Placed]:
    """The numbers of cues that name a joint: of the first one and of those that say so in the first position, of
    others in the last. *floor* is that of the upper position where one is over the other.
    """
    wanted = []
    for number, cue in enumerate(_cues(ctx, box), 1):
        first = number == 1 or cue.at_start
        stand = stands[0] if first else stands[-1]
        joint = _spot(figure, cue.spot, stand) if cue.joint else None
        if joint is not None:
            room = _storey(area, floor, upper=first) if floor else area
            wanted.append(Pointer(number, stand.on_body(joint), room))
    size = max(box.key_size, ctx.style("callout").size * _RING_MM_PER_PT)
    placed = place_callouts(wanted, _obstacles(stands), size)
    return [item for callout in placed for item in _callout(ctx, callout, size)]


def _cues(ctx: Context, box: FigureBox) -> tuple[CardCue, ...]:
    """The cues that the list next to the figure has on this rung: a number without its cue says nothing."""
    if not box.keys or box.keys in ctx.settings.dropped:
        return ()
    cues: tuple[CardCue, ...] = ctx.scope.value(box.keys)
    return cues[: ctx.settings.limit.get(box.keys)]


def _spot(figure: FigureArtwork, name: str, stand: Stand) -> Point | None:
    """A cue's joint in a position; the wrist of a hand, as that is on what it holds."""
    joint = figure.joint(name, stand.pane)
    if joint is not None and name.endswith(_HAND) and stand.holds(joint):
        return figure.joint(f"{name.removesuffix(_HAND)}{_WRIST}", stand.pane) or joint
    return joint


def _storey(area: Rect, floor: float, *, upper: bool) -> Rect:
    """The part of a box above a floor in it, or below: callouts of one position stay out of the other's."""
    top, foot = (area.y, floor - _OFF_FLOOR) if upper else (floor + _OFF_FLOOR, area.bottom)
    return Rect(area.x, top, area.width, foot - top)


def _obstacles(stands: list[Stand]) -> Obstacles:
    """What callouts keep clear of: faces and arrows altogether, hands, bars and bodies where they can.

    What it costs to cover things is in mm of a leader: of those held any part, of bodies a large one. Walls and mats
    may well be covered; clear paper is better.
    """
    solid = [stand.area(rect) for stand in stands for rect in (stand.pane.face, *stand.pane.signs)]
    silhouettes = [
        Silhouette(
            (
                Layer(stand.extent.held, whole=30.0, touched=35.0, crossed=2.0),
                Layer(stand.extent.person, whole=70.0, touched=6.0, crossed=0.6),
                Layer(stand.extent.around, whole=16.0, touched=1.5),
            ),
            *(stand.x, stand.y, CELL * stand.scale),
        )
        for stand in stands
    ]
    return Obstacles(tuple(solid), tuple(silhouettes))


def _callout(ctx: Context, callout: Callout, size: float) -> list[Placed]:
    """A leader on a white line, a dot on the joint, the number in its ring."""
    ink, paper = ctx.theme.colour("ink"), ctx.theme.colour("paper")
    stroke = ctx.theme.strokes["hair"]
    leader = poly(callout.joint, callout.foot)
    style = ctx.style("callout")
    label = set_line(ctx, str(callout.number), style, "number")
    capital = ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT
    ring = Path(circle(size - stroke), fill=paper, stroke=ink, width=stroke)
    x, y = callout.centre.x - size / 2, callout.centre.y - size / 2
    texts = label.placed(Rect(x, y, size, size), "center")
    return [
        Placed(0, 0, Path(leader, stroke=paper, width=0.55)),
        Placed(0, 0, Path(leader, stroke=ink, width=0.18)),
        Placed(callout.joint.x - 0.38, callout.joint.y - 0.38, Path(circle(0.76), fill=ink)),
        Placed(x + stroke / 2, y + stroke / 2, ring),
        *(text._replace(y=callout.centre.y + capital / 2) for text in texts),
    ]


def _width(ctx: Context, box: FigureBox) -> float:
    """The width that a small figure takes at the deck's scale, where its box has a height."""
    if not (box.small and box.reach and isinstance(box.height, float | int)):
        return 0.0
    figure: Figure = ctx.scope.raw(box.figure)
    if isinstance(figure, OwnPicture):
        return box.height * _PICTURE_SHAPE
    pane = figure.finish.size
    return pane.width * min(_most(box, figure, box.height), box.height / pane.height)


register(FigureBox, BoxKind(lambda c, b: present(c.scope.raw(b.figure)), _width, lambda c, b, w: 0.0, _draw))
