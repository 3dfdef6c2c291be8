"""Places in space → spots in the picture, seen from far away."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.outline import Spot
from cardmaker.figure.vectors import Vec, cross, vec


@dataclass(frozen=True)
class Camera:
    """Looks at the figure's right side; *azimuth* walks round towards its face, *elevation* climbs. Degrees.

    *times* is how much larger than life it shows things: a cm of the picture is as much on paper in a close-up, too.
    """

    azimuth: float = 0.0
    elevation: float = 0.0
    times: float = 1.0

    @cached_property
    def towards(self) -> Vec:
        """The direction from the figure to the eye."""
        a, e = math.radians(self.azimuth), math.radians(self.elevation)
        return vec(math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e))

    @cached_property
    def right(self) -> Vec:
        """What is to the right in the picture."""
        a = math.radians(self.azimuth)
        return vec(math.cos(a), math.sin(a), 0)

    @cached_property
    def up(self) -> Vec:
        """What is up in the picture."""
        return cross(self.towards, self.right)

    @cached_property
    def _onto(self) -> NDArray[np.float64]:
        return np.column_stack([self.right, self.up]) * self.times

    @property
    def level(self) -> bool:
        """Whether the floor is seen as a line."""
        return abs(self.elevation) < 1

    @property
    def sideways(self) -> bool:
        """Whether it looks at a side of the figure rather than at its front or back."""
        return abs(math.cos(math.radians(self.azimuth))) > 0.7

    def spot(self, place: Vec) -> Spot:
        """Where a place (or a direction) is in the picture."""
        return float(place @ self.right) * self.times, float(place @ self.up) * self.times

    def spots(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same for many places, one a row."""
        return places @ self._onto

    def depth(self, place: Vec) -> float:
        """How near a place is to the eye; larger is nearer."""
        return float(place @ self.towards)


VIEWS = {
    "side": Camera(12),
    "profile": Camera(0),
    "front": Camera(90),
    "back": Camera(-90),
    "half": Camera(38),
    "half-back": Camera(-38),
    "above": Camera(90, 28),
}
