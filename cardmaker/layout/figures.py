"""Exercise figures: their positions at one scale on one floor line, with start, finish and keyed cues."""

from dataclasses import dataclass

from cardmaker.frame import Art, Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Point, Rect
from cardmaker.handout import Cue, Figure, OwnPicture
from cardmaker.layout.callouts import Callout, Obstacles, place_callouts
from cardmaker.layout.context import Context
from cardmaker.layout.engine import Kind, register, tagged
from cardmaker.layout.pictures import own_picture
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import circle, poly
from cardmaker.layout.type import Block, set_line
from cardmaker.picture.artwork import FigureArtwork, FigurePane, Look, themed
from cardmaker.picture.hatching import Hatching
from cardmaker.theme.box import FigureBox

# All figures of a deck stand at one scale where there is room: mm on paper for a cm of the body.
_MOST_SCALE = 0.252
_GAP = 3.0
_STACK_GAP = 2.2
_LABEL_ROOM = 0.9
_SIDE_LABEL = 9.0


@dataclass(frozen=True, slots=True)
class Stand:
    """A pane placed on paper: its top left in mm, and mm for each of its units."""

    pane: FigurePane
    x: float
    y: float
    scale: float

    def at(self, spot: Point) -> Point:
        """A spot of the pane on paper."""
        return Point(self.x + spot.x * self.scale, self.y + spot.y * self.scale)

    def area(self, rect: Rect) -> Rect:
        """A rectangle of the pane on paper."""
        corner = self.at(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)


def _draw(ctx: Context, box: FigureBox, area: Rect) -> list[Placed]:
    figure: Figure = ctx.scope.raw(box.figure)
    if isinstance(figure, OwnPicture):
        items = own_picture(ctx, figure, area)
    elif box.small:
        stands = _beside((figure.finish,), area, figure.scale)
        items = [_art(ctx, figure, stand, small=True) for stand in stands]
    else:
        items = _large(ctx, box, figure, area)
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=ctx.scope.fill(box.alt))]


def _large(ctx: Context, box: FigureBox, figure: FigureArtwork, area: Rect) -> list[Placed]:
    labels = box.labels and len(figure.panes) == 2 and not ctx.settings.unlabelled
    words = [set_line(ctx, ctx.scope.fill(f"{{t.{name}}}"), ctx.style("figure-label"), "label")
             for name in ("figure_start", "figure_finish")]  # fmt: skip
    if figure.stacked:
        inset = _SIDE_LABEL if labels else 0.0
        stands = _stacked(figure.panes, Rect(area.x + inset, area.y, area.width - inset, area.height),
                          figure.scale)  # fmt: skip
        marks = _side_labels(ctx, words, stands, area) if labels else []
    else:
        foot = words[0].leading + _LABEL_ROOM if labels else 0.0
        stands = _beside(figure.panes, Rect(area.x, area.y, area.width, area.height - foot), figure.scale)
        marks = _foot_labels(ctx, words, stands, area) if labels else []
    drawn = [_art(ctx, figure, stand, small=False) for stand in stands]
    feet = [stand.y + stand.pane.size.height * stand.scale for stand in stands]
    clear = Rect(area.x, area.y, area.width, max(feet) - area.y)
    return [*drawn, *marks, *_callouts(ctx, box, figure, stands, clear)]


# Places ----------------------------------------------------------------------------------------------


def _beside(panes: tuple[FigurePane, ...], area: Rect, units: float) -> list[Stand]:
    """Panes side by side on one floor line, the spare width shared out around them."""
    widths = sum(pane.size.width for pane in panes)
    height = max(pane.size.height for pane in panes)
    room = area.width - _GAP * (len(panes) - 1)
    scale = min(area.height / height, room / widths, _MOST_SCALE / units)
    spare = (area.width - widths * scale) / (len(panes) + (0 if len(panes) > 1 else 1))
    x = area.x + (spare / 2 if len(panes) > 1 else spare)
    stands = []
    for pane in panes:
        stands.append(Stand(pane, x, area.bottom - pane.size.height * scale, scale))
        x += pane.size.width * scale + spare
    return stands


def _stacked(panes: tuple[FigurePane, ...], area: Rect, units: float) -> list[Stand]:
    """Panes one over the other, what is planted at the same x."""
    lefts = [pane.left for pane in panes]
    right = max(pane.left + pane.size.width for pane in panes)
    width = right - min(lefts)
    gaps = _STACK_GAP * (len(panes) - 1)
    heights = sum(pane.size.height for pane in panes)
    scale = min((area.height - gaps) / heights, area.width / width, _MOST_SCALE * 1.2 / units)
    spare = (area.height - heights * scale) / max(1, len(panes))
    x = area.x + (area.width - width * scale) / 2
    y = area.y + spare / 2
    stands = []
    for pane in panes:
        stands.append(Stand(pane, x + (pane.left - min(lefts)) * scale, y, scale))
        y += pane.size.height * scale + spare
    return stands


def _art(ctx: Context, figure: FigureArtwork, stand: Stand, *, small: bool) -> Placed:
    key = (id(figure), stand.pane.name, small)
    if key not in ctx.artworks:
        ctx.artworks[key] = themed(figure, stand.pane, _look(ctx, small))
    return Placed(stand.x, stand.y, Art(ctx.artworks[key], stand.pane.size.width * stand.scale))


def _look(ctx: Context, small: bool) -> Look:
    hatches = {name: Hatching(one.pitch, one.width, one.colour, one.angle) for name, one in ctx.theme.hatch.items()}
    return Look(ctx.theme.palette, hatches, small)


# Labels ----------------------------------------------------------------------------------------------


def _foot_labels(ctx: Context, words: list[Block], stands: list[Stand], area: Rect) -> list[Placed]:
    """'Start' under the first position, an arrow, 'Finish' under the last."""
    items: list[Placed] = []
    spans = []
    top = area.bottom - words[0].leading
    for word, stand in zip(words, (stands[0], stands[-1]), strict=True):
        middle = stand.x + stand.pane.size.width * stand.scale / 2
        left = min(max(area.x, middle - word.width / 2), area.right - word.width)
        items += word.placed(Rect(left, top, word.width, word.height))
        spans.append((left, left + word.width))
    start, end = spans[0][1] + 2.0, spans[1][0] - 2.0
    if end - start > 6:
        items.append(_arrow(ctx, Point(start, top + words[0].leading / 2), Point(end, top + words[0].leading / 2)))
    return items


def _side_labels(ctx: Context, words: list[Block], stands: list[Stand], area: Rect) -> list[Placed]:
    """'Start' beside the upper position, an arrow down, 'Finish' beside the lower."""
    items: list[Placed] = []
    rows = []
    for word, stand in zip(words, (stands[0], stands[-1]), strict=True):
        base = stand.y + stand.pane.size.height * stand.scale
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
    ctx: Context, box: FigureBox, figure: FigureArtwork, stands: list[Stand], area: Rect
) -> list[Placed]:
    """The numbers of cues that name a joint; the first cue is about the start, the others about the finish."""
    cues: tuple[Cue, ...] = ctx.scope.value(box.keys) if box.keys else ()
    wanted = []
    for number, cue in enumerate(cues, 1):
        stand = stands[0] if number == 1 else stands[-1]
        joint = figure.joint(cue.joint, stand.pane) if cue.joint else None
        if joint is not None:
            wanted.append((number, stand.at(joint)))
    placed = place_callouts(wanted, _obstacles(stands, figure.scale), area, box.key_size)
    return [item for callout in placed for item in _callout(ctx, callout, box.key_size)]


_BONES = (
    *(("neck", "spine"), ("spine", "pelvis")),
    *((f"{side}_hip", f"{side}_knee") for side in ("left", "right")),
    *((f"{side}_knee", f"{side}_ankle") for side in ("left", "right")),
    *((f"{side}_ankle", f"{side}_toes") for side in ("left", "right")),
    *((f"{side}_shoulder", f"{side}_elbow") for side in ("left", "right")),
    *((f"{side}_elbow", f"{side}_hand") for side in ("left", "right")),
)
_TRUNK, _LIMB = 13.0, 6.5


def _obstacles(stands: list[Stand], units: float) -> Obstacles:
    """What callouts keep clear of: faces and arrows altogether, bodies where they can; *units* for a cm of them."""
    solid = [stand.area(rect) for stand in stands for rect in (stand.pane.face, *stand.pane.signs)]
    bones = []
    for stand in stands:
        for one, other in _BONES:
            if one in stand.pane.joints and other in stand.pane.joints:
                thick = (_TRUNK if other in ("spine", "pelvis") else _LIMB) * units * stand.scale
                bones.append((stand.at(stand.pane.joints[one]), stand.at(stand.pane.joints[other]), thick))
    return Obstacles(tuple(solid), tuple(bones))


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


register(FigureBox, Kind(lambda c, b: present(c.scope.raw(b.figure)), lambda c, b: 0.0, lambda c, b, w: 0.0, _draw))
