"""A position and a person → the body posed: skeleton, skin and shoes in space, what the checks and the artist ask."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from cardmaker.figure.anatomy import SIDES, Side
from cardmaker.figure.person import SEGMENT, USUAL, Faces, Places
from cardmaker.figure.pose import Position
from cardmaker.figure.rig import Rig, skinned
from cardmaker.figure.shoes import shoe
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.solver import solve
from cardmaker.figure.vectors import Turn, Vec
from cardmaker.figure.wardrobe import Dressed, dressed

_LIES: Final = ("trunk", "neck", "thigh_R", "thigh_L")
_SUNK: Final = 0.4  # cm that flesh gives way on the floor


@dataclass(frozen=True, eq=False)
class Shoe:
    """A shoe in space, and the height of each of its places above its own sole."""

    verts: Places
    faces: Faces
    rest: Places


@dataclass(frozen=True, eq=False)
class PosedBody:
    """A body in space. *verts* are the places of the dressed person's mesh, in the same order."""

    skeleton: Skeleton
    wearer: Dressed
    verts: Places
    rig: Rig
    barefoot: bool = False

    @cached_property
    def shoes(self) -> dict[Side, Shoe]:
        """The shoes on both feet; none on bare ones."""
        found: dict[Side, Shoe] = {}
        for side in () if self.barefoot else SIDES:
            verts, faces, height = shoe(side, self.skeleton.toes[side])
            foot = self.skeleton.parts[f"foot_{side}"]
            rest = np.column_stack([verts[:, :2], height])
            found[side] = Shoe(verts @ foot.turn.T + foot.origin, faces, rest)
        return found

    def knot(self) -> tuple[Places, Faces] | None:
        """The knot of hair in space, if the person has one."""
        if self.wearer.knot is None:
            return None
        places, faces = self.wearer.knot
        return self.rig.moves["head"](places), faces

    def skin(self, segment: str) -> Places:
        """The places of a segment; of a foot those of its shoe."""
        name, _, side = segment.partition("_")
        if name == "foot" and not self.barefoot:
            return self.shoes["R" if side == "R" else "L"].verts
        body = self.wearer.person
        places: Places = self.verts[(body.segment == SEGMENT[segment]) & body.shown]
        return places

    def hand(self, side: Side) -> tuple[Vec, Turn]:
        """A hand's wrist and turn: out of the palm, across to the index finger, back to the elbow."""
        return self.rig.hands[side]

    def reach(self, way: Vec, *segments: str) -> float:
        """How far the farthest place of some segments lies along a direction, in cm from the origin."""
        return max(float((self.skin(segment) @ way).max()) for segment in segments)


def posed(position: Position, person: str = USUAL, *, bar: bool = False, barefoot: bool = False) -> PosedBody:
    """Pose a person; one that lies down (`rest`) is let down until the skin touches the floor."""
    wearer = dressed(person, barefoot=barefoot)
    body = _posed(solve(position), wearer, position, bar, barefoot)
    at = position.pelvis.at
    if at[-1] != "rest":
        return body
    low = min(float(body.skin(segment)[:, 2].min()) for segment in _LIES)
    height = float(body.skeleton.joints["pelvis"][2]) - low - _SUNK
    pelvis = position.pelvis.model_copy(update={"at": (*at[:-1], height)})
    settled = position.model_copy(update={"pelvis": pelvis})
    return _posed(solve(settled), wearer, settled, bar, barefoot)


def _posed(skeleton: Skeleton, wearer: Dressed, position: Position, bar: bool, barefoot: bool) -> PosedBody:
    rig = Rig(wearer.person, skeleton, position, bar=bar)
    return PosedBody(skeleton, wearer, skinned(wearer.person, rig), rig, barefoot)
