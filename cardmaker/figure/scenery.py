"""A body, a camera and a layer → where the solid parts of props lie in the picture."""

import itertools
import math
from typing import Final

import numpy as np

from cardmaker.figure import kit
from cardmaker.figure.camera import Camera
from cardmaker.figure.ink import Ink
from cardmaker.figure.outline import Shape, Spot, bar, disc, hull, join, rounded
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import Vec, cross, unit, vec

WIDE: Final = (-15.0, 15.0)  # how far a pad reaches to the right and to the left of the body's middle
_ROUND = np.linspace(0, 2 * math.pi, 32, endpoint=False)


class Scenery:
    """What a prop needs to be drawn: the body it belongs to, the camera, and the ink of one layer."""

    def __init__(self, skeleton: Skeleton, camera: Camera, ink: Ink, layer: kit.Layer) -> None:
        self.skeleton, self.camera, self.ink, self.layer = skeleton, camera, ink, layer

    def on(self, prop: kit.PropModel, usual: kit.Layer) -> bool:
        """Whether a prop that usually lies in *usual* is to be drawn in this layer."""
        return (prop.layer or usual) == self.layer

    def place(self, spot: kit.Spot) -> Vec:
        """A place in space; [x, z] is in the plane through the body's middle."""
        if isinstance(spot, str):
            return self.skeleton.joints[spot]
        return vec(spot[0], 0.0, spot[1]) if len(spot) == 2 else vec(*spot)

    def spot(self, spot: kit.Spot) -> Spot:
        """A spot in the picture; [x, z] is taken as it stands."""
        if not isinstance(spot, str) and len(spot) == 2:
            return float(spot[0]), float(spot[1])
        return self.camera.spot(self.place(spot))

    def middle(self, joint: str) -> Vec:
        """The middle between a joint of the right side and the same of the left."""
        middle: Vec = (self.skeleton.joints[joint + "_R"] + self.skeleton.joints[joint + "_L"]) / 2
        return middle

    @property
    def near(self) -> float:
        """The y of the direction in which the nearer side of the body lies: -1 the right, 1 the left."""
        return -1.0 if self.camera.towards[1] < 0 else 1.0

    def slab(self, css: str, start: Vec, end: Vec, thick: float, across: kit.Span = WIDE) -> None:
        """A pad or plate: its upper face from *start* to *end*, *thick* cm deep to the right of that way."""
        self.ink.outlined(css, self.slab_shape(start, end, thick, across))

    def slab_shape(self, start: Vec, end: Vec, thick: float, across: kit.Span) -> Shape:
        """The area that a slab covers."""
        depth = unit(cross(end - start, vec(0, 1, 0))) * -thick
        sides = [vec(0, y, 0) for y in across]
        corners = [p + d + y for p, d, y in itertools.product((start, end), (vec(0, 0, 0), depth), sides)]
        return rounded(hull([self.camera.spot(corner) for corner in corners]), min(1.4, abs(thick) * 0.45))

    def rod(self, css: str, start: Vec, end: Vec, radius: float) -> None:
        """A beam, tube or bar; its ends are square."""
        a, b = self.camera.spot(start), self.camera.spot(end)
        ends = disc(a, radius) if math.dist(a, b) < 0.5 else bar(a, b, radius, round_ends=False)
        self.ink.outlined(css, ends)

    def roller(self, css: str, middle: Vec, radius: float, across: kit.Span = (-17.0, 17.0)) -> None:
        """A round pad that lies across, with the end of its axle."""
        rims = [self._rim(middle + vec(0, y, 0), radius) for y in across]
        self.ink.outlined(css, join([hull(rims[0] + rims[1])]))
        nearer = across[0] if self.near < 0 else across[1]
        self.ink.area("metal", hull(self._rim(middle + vec(0, nearer, 0), radius * 0.36)))

    def wheel(self, css: str, middle: Vec, radius: float, thick: float = 3.0) -> None:
        """A round weight that stands lengthwise."""
        self.roller(css, middle, radius, (-thick / 2, thick / 2))

    def _rim(self, middle: Vec, radius: float) -> list[Spot]:
        places = middle + radius * np.column_stack([np.cos(_ROUND), np.zeros(len(_ROUND)), np.sin(_ROUND)])
        return [(float(x), float(y)) for x, y in self.camera.spots(places)]
