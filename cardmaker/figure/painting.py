"""The areas of a body and its muscles → ink, part by part from far to near."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardmaker.figure.anatomy import SIDES, Side, other
from cardmaker.figure.body import RAISED, ArmShape, Body, LegShape
from cardmaker.figure.camera import Camera
from cardmaker.figure.ink import Ink
from cardmaker.figure.muscles import Muscle
from cardmaker.figure.outline import (
    NOTHING,
    Shape,
    areas,
    blend,
    disc,
    join,
    moved,
    parts,
    rounded,
    shadow,
    smooth,
)

_LEAST_PATCH = 7.0  # cm², below which a piece of a muscle is a stain
HALF_HIP = 15.5  # the reach about a hip in which leg and trunk flow into one outline


@dataclass(frozen=True)
class BodyPainter:
    """Draws one body; `near` is the side towards the eye."""

    body: Body
    camera: Camera
    near: Side
    muscles: Sequence[Muscle]

    @property
    def side_view(self) -> bool:
        """Whether one side of the body is near and the other far."""
        return self.camera.sideways

    def order(self) -> list[str]:
        """Parts from far to near."""
        far = other(self.near)
        if self.side_view:
            return [
                f"arm_{far}",
                f"leg_{far}",
                "between",
                "trunk",
                f"leg_{self.near}",
                "head",
                f"arm_{self.near}",
            ]
        trunk = self.body.trunk.depth
        arms = sorted(SIDES, key=lambda side: self.body.arms[side].depth)
        legs = sorted(SIDES, key=lambda side: self.body.legs[side].depth)
        behind = [f"arm_{side}" for side in arms if self.body.arms[side].depth < trunk - 3]
        before = [f"arm_{side}" for side in arms if self.body.arms[side].depth >= trunk - 3]
        return [*behind, "between", "trunk", *(f"leg_{side}" for side in legs), "head", *before]

    def paint(self, ink: Ink, part: str) -> None:
        """Draw one part."""
        if part == "trunk":
            self._trunk(ink)
        elif part == "head":
            paint_head(ink, self.body)
        elif part.startswith("leg_"):
            self._leg(ink, "R" if part.endswith("R") else "L")
        else:
            self._arm(ink, "R" if part.endswith("R") else "L")

    def _far(self, side: Side) -> bool:
        return self.side_view and side != self.near

    def core(self) -> Shape:
        """The hip region in which trunk and near leg are one, in a side view."""
        if not self.side_view:
            return NOTHING
        trunk, leg = self.body.trunk, self.body.legs[self.near]
        region = join([trunk.flesh, trunk.shorts, leg.thigh.silhouette(-0.08, 0.55, grow=0.3)])
        region = blend(region, 4.0).intersection(disc(leg.hip, 17))
        return smooth(region.difference(leg.skin.difference(disc(leg.hip, 15))), 1.0)

    # --- legs ----------------------------------------------------------------------------------------

    def _leg(self, ink: Ink, side: Side) -> None:
        leg, far = self.body.legs[side], self._far(side)
        tone = "-far" if far else ""
        if far:
            ink.area("skin-far", leg.whole, "line")
        else:
            ink.area("skin", leg.skin)
        if not far:
            ink.area("skin-shade", shadow(leg.skin, 1.6).difference(leg.shorts).intersection(leg.skin))
        ink.area("shoe" + tone, leg.shoe.whole)
        ink.area("sole" + tone, leg.shoe.sole)
        ink.area("shorts" + tone, leg.shorts if far else self._below_waist(leg))
        self._muscles(ink, f"leg_{side}", leg.whole, far)
        if far:
            pass  # outlined as a whole; the trunk is drawn over it
        elif self.side_view:
            self._near_hip(ink, leg)
        else:
            self._front_hip(ink, leg)
        ink.line("line", leg.fold)
        ink.line("detail", leg.shoe.whole.boundary.intersection(leg.skin.buffer(-0.2)))
        hem = leg.shorts.boundary.intersection(leg.skin.buffer(-0.15)).difference(disc(leg.hip, 13))
        ink.line("detail", hem)

    def _below_waist(self, leg: LegShape) -> Shape:
        """The shorts of a leg without what would hide the waist next to the hip."""
        waist = self.body.trunk.top.buffer(0.4).intersection(disc(leg.hip, 9.0))
        return leg.shorts.difference(
            waist.difference(join([leg.skin, leg.thigh.silhouette(0.02, 0.6, grow=0.6)]))
        )

    def _near_hip(self, ink: Ink, leg: LegShape) -> None:
        trunk, hips, whole = self.body.trunk, disc(leg.hip, HALF_HIP), leg.whole
        flat = join([trunk.flesh, trunk.shorts, self.core(), whole])
        flowing = smooth(blend(flat, 0.8), 1.1)
        ink.area("shorts", flowing.intersection(hips).difference(flat))
        ink.line("line", flowing.boundary.intersection(hips))
        if leg.flexion > 55:
            crease = whole.boundary.intersection(hips).intersection(trunk.flesh.buffer(-1.2))
            ink.line("line", long_pieces(crease.difference(disc(leg.hip, 10.0)), 6.0))
        ink.line("line", whole.boundary.difference(disc(leg.hip, HALF_HIP - 0.15)))

    def _front_hip(self, ink: Ink, leg: LegShape) -> None:
        trunk, whole = self.body.trunk, leg.whole
        legs = [join([other_leg.skin, other_leg.shorts]) for other_leg in self.body.legs.values()]
        flat = join([trunk.flesh, trunk.shorts, *legs])
        flowing = smooth(blend(flat, 0.8), 1.1)
        ink.area("shorts", flowing.intersection(disc(leg.hip, HALF_HIP)).difference(flat))
        ink.line("line", flowing.boundary.intersection(disc(leg.hip, 11)))
        hidden = join([disc(leg.hip, 10.9), trunk.flesh.buffer(-0.2).intersection(disc(leg.hip, 13))])
        ink.line("line", whole.boundary.difference(hidden))

    # --- arms ----------------------------------------------------------------------------------------

    def _arm(self, ink: Ink, side: Side) -> None:
        arm, far = self.body.arms[side], self._far(side)
        tone = "-far" if far else ""
        ink.area("skin" + tone, arm.skin, "line" if far else "")
        self._muscles(ink, f"arm_{side}", arm.skin, far)
        if not far:
            hidden = self._hidden_shoulder(arm)
            ink.line("line", arm.skin.boundary.difference(hidden))
            if arm.raised > RAISED:  # the outline behind the shoulder, and the top's arm hole
                both = join([self.body.trunk.flesh, self.body.head.neck, arm.skin]).boundary
                ink.line("line", both.intersection(hidden).intersection(arm.skin.buffer(0.3)))
                seam = arm.skin.boundary.intersection(hidden).intersection(self.body.trunk.top.buffer(-0.5))
                ink.line("detail", long_pieces(seam, 3.0))
        ink.line("line", arm.fold)
        ink.line("detail", arm.hand.lines)

    def _hidden_shoulder(self, arm: ArmShape) -> Shape:
        reach = 4.2 if self.side_view else 6.8
        if arm.raised > RAISED:
            return self.body.trunk.flesh.buffer(0.7).intersection(disc(arm.shoulder, 8.0))
        return self.body.trunk.flesh.buffer(-0.8).intersection(disc(arm.shoulder, reach))

    # --- trunk ---------------------------------------------------------------------------------------

    def _trunk(self, ink: Ink) -> None:
        trunk, core, neck = self.body.trunk, self.core(), self.body.head.neck
        upper = smooth(blend(join([trunk.flesh, neck]), 2.6), 1.0)
        ink.area("skin", upper)
        ink.area("skin-shade", neck.intersection(moved(self.body.head.skin, -0.2, -2.4)))
        whole = join([trunk.flesh, trunk.shorts, trunk.top, core, upper])
        shorts = whole.difference(trunk.top).intersection(join([trunk.shorts, core, trunk.seat]))
        ink.area("shorts", shorts)
        ink.area("top", trunk.top)
        shade = shadow(whole, 2.0)
        ink.area("top-shade", shade.intersection(trunk.top))
        self._muscles(ink, "trunk", whole, far=False)
        edge = whole.boundary
        if not self.side_view:
            edge = edge.difference(join([disc(leg.hip, 10) for leg in self.body.legs.values()]))
        ink.line("line", edge)
        ink.line("detail", trunk.top.boundary.intersection(whole.buffer(-0.3)))

    # --- muscles -------------------------------------------------------------------------------------

    def _muscles(self, ink: Ink, owner: str, inside: Shape, far: bool) -> None:
        covered = NOTHING
        mine = [muscle for muscle in self.muscles if muscle.owner == owner]
        drawn = [(muscle, self._seen(muscle, inside, far)) for muscle in mine if self._shows(muscle, far)]
        for muscle, area in reversed(drawn):
            area = rounded(area.difference(covered.buffer(0.5)), 0.5) if not covered.is_empty else area
            area = join(piece for piece in areas(area) if piece.area > _LEAST_PATCH)
            if not area.is_empty:
                self._one_muscle(ink, muscle, area, far)
                covered = join([covered, area])

    def _shows(self, muscle: Muscle, far: bool) -> bool:
        if self.side_view and muscle.owner == "trunk" and muscle.side != self.near:
            return False
        return not (far and muscle.level == "secondary")

    def _seen(self, muscle: Muscle, inside: Shape, far: bool) -> Shape:
        area = join(muscle.areas)
        if muscle.seat:
            area = muscle.areas[-1] if far else area.convex_hull
            if not far:
                inside = join([inside, self.body.trunk.flesh, self.body.trunk.shorts, self.core()])
        area = area.intersection(inside)
        soft = 0.9 if muscle.owner == "trunk" else 0.6
        eased = smooth(area.buffer(-soft).buffer(2 * soft).buffer(-soft), 1.2)
        return eased.intersection(inside)

    def _one_muscle(self, ink: Ink, muscle: Muscle, area: Shape, far: bool) -> None:
        tone = "-far" if far else ""
        name = "muscle" if muscle.level == "primary" else "muscle2"
        ink.area(name + tone, area, "muscle-edge")
        if muscle.level == "primary" and not far and not (muscle.seat and self.side_view):
            ink.line("fibre", join(muscle.fibres).intersection(area.buffer(-0.9)))
        if muscle.level == "secondary":
            ink.line("hatch", hatching(area.buffer(-0.3)))


def long_pieces(shape: Shape, least: float) -> Shape:
    """What of a line is longer than a dash."""
    import shapely

    lines = [piece for piece in parts(shape) if piece.geom_type == "LineString"]
    merged = shapely.line_merge(shapely.union_all(lines)) if lines else NOTHING
    return join(piece for piece in parts(merged) if piece.length > least)


def hatching(area: Shape, pitch: float = 3.0) -> Shape:
    """Slanting lines across an area, at the same places in every picture."""
    from shapely.geometry import LineString

    if area.is_empty:
        return NOTHING
    left, low, right, high = area.bounds
    tall = high - low
    first = int((left - low - tall) // pitch)
    last = int((right - low) // pitch) + 1
    lines = [
        LineString([(i * pitch + low, low), (i * pitch + low + tall, high)]) for i in range(first, last + 1)
    ]
    return join(one.intersection(area) for one in lines)


def paint_head(ink: Ink, body: Body) -> None:
    """Draw the head: what is behind the skull first."""
    head = body.head
    if head.knot_behind:
        ink.outlined("hair", head.knot)
    ink.outlined("skin", head.ears_behind, "detail")
    ink.area("skin", head.skin)
    ink.line("line", join([head.skin, head.hair]).boundary)
    ink.outlined("hair", head.hair)
    if not head.knot_behind:
        ink.outlined("hair", head.knot)
    ink.outlined("skin", head.ears, "detail")
    ink.line("feature", head.eyes)
    ink.line("brow", head.brows)
    ink.line("detail", join([head.mouth, head.nose]))
