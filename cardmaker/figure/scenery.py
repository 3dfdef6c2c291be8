"""A posed body and a camera → the solids of props, which the depth buffer sorts among the parts of the body."""

from typing import Final

import numpy as np

from cardmaker.figure import kit
from cardmaker.figure.camera import Camera
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.shoes import ball
from cardmaker.figure.skeleton import BodyPart
from cardmaker.figure.solids import Mesh, beam, block, cylinder, slab
from cardmaker.figure.vectors import Vec, vec
from cardmaker.namedtuple import NamedTuple

WIDE: Final = (-12.0, 12.0)
"""How far a pad reaches to the right and to the left of the body's middle: hips and shoulders reach over it."""
_EDGE: Final = 2.0


class PropSolid(NamedTuple):
    """A solid of one class. Those of one *group* that meet are one thing, without a line between them; a *plain* one
    lies on another and has no line about it."""

    css: str
    mesh: Mesh
    group: str
    plain: bool


class Scenery:
    """Collects the solids of props about a body; places are found with its joints and its skin."""

    def __init__(self, body: PosedBody, camera: Camera) -> None:
        self.body, self.skeleton, self.camera = body, body.skeleton, camera
        self.solids: list[PropSolid] = []

    @property
    def near(self) -> float:
        """The y of the direction in which the nearer side of the body lies: -1 the right, 1 the left."""
        return -1.0 if self.camera.towards[1] < 0 else 1.0

    def place(self, spot: kit.Spot) -> Vec:
        """A place in space; [x, z] is in the plane through the body's middle."""
        if isinstance(spot, str):
            return self.skeleton.joints[spot]
        return vec(spot[0], 0.0, spot[1]) if len(spot) == 2 else vec(*spot)

    def middle(self, joint: str) -> Vec:
        """The middle between a joint of the right side and the same of the left."""
        middle: Vec = (self.skeleton.joints[joint + "_R"] + self.skeleton.joints[joint + "_L"]) / 2
        return middle

    def part(self, name: str) -> BodyPart:
        """A part of the body on the near side: 'shank' → the right shank, if the right is near."""
        return self.skeleton.parts[f"{name}_{'R' if self.near < 0 else 'L'}"]

    def add(self, css: str, mesh: Mesh, group: str = "", *, plain: bool = False) -> None:
        """Add a solid."""
        self.solids.append(PropSolid(css, mesh, group, plain))

    def block(self, css: str, low: Vec, high: Vec, group: str = "") -> None:
        """An upright box between two corners."""
        self.add(css, block(low, high), group)

    def slab(self, css: str, start: Vec, end: Vec, thick: float, across: kit.Span = WIDE) -> None:
        """A pad or plate: its upper face from *start* to *end*, *thick* cm deep to the right of that way."""
        self.add(css, slab(start, end, thick, across, _EDGE))

    def rod(self, css: str, start: Vec, end: Vec, radius: float) -> None:
        """A beam of square section, or a round bar of metal; beams that meet are one frame."""
        if float(np.linalg.norm(end - start)) < 0.5:
            return
        if css == "metal":
            self.add(css, cylinder(start, end, radius))
        else:
            self.add(css, beam(start, end, radius), "frame")

    def roller(self, css: str, middle: Vec, radius: float, across: kit.Span = (-17.0, 17.0)) -> None:
        """A round pad that lies across, with the end of its axle."""
        self.add(css, cylinder(middle + vec(0, across[0], 0), middle + vec(0, across[1], 0), radius, 40))
        end = middle + vec(0, across[0] if self.near < 0 else across[1], 0)
        self.add("metal", cylinder(end, end + vec(0, self.near * 0.4, 0), radius * 0.36), plain=True)

    def wheel(self, css: str, middle: Vec, radius: float, thick: float = 3.0) -> None:
        """A round weight or pulley that stands lengthwise."""
        self.roller(css, middle, radius, (-thick / 2, thick / 2))

    def ball(self, css: str, middle: Vec, radius: float) -> None:
        """A ball."""
        self.add(css, Mesh(*ball(middle, radius)))
