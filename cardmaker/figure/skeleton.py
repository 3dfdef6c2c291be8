"""A solved body: where each joint is and how each part is turned."""

from dataclasses import dataclass, field

from cardmaker.figure.anatomy import SEAT, TRUNK
from cardmaker.figure.vectors import Turn, Vec
from cardmaker.namedtuple import NamedTuple


class BodyPart(NamedTuple):
    """A part of the body: its origin (the upper end of a bone), its turn, and its length down the up axis."""

    origin: Vec
    turn: Turn
    length: float

    def place(self, ahead: float, left: float, up: float) -> Vec:
        """A place given in the part's own frame."""
        place: Vec = self.origin + self.turn @ (ahead, left, up)
        return place

    def along(self, share: float) -> Vec:
        """A place on the bone's axis."""
        place: Vec = self.origin - self.turn[:, 2] * (self.length * share)
        return place


@dataclass
class Skeleton:
    """Joints by name ('knee_R'), parts by name ('thigh_R'), the trunk's curve, and what couldn't be reached."""

    joints: dict[str, Vec] = field(default_factory=dict)
    parts: dict[str, BodyPart] = field(default_factory=dict)
    spine: list[tuple[Vec, Turn]] = field(default_factory=list)
    toes: dict[str, float] = field(default_factory=dict)
    unreached: list[str] = field(default_factory=list)

    def trunk(self, height: float) -> tuple[Vec, Turn]:
        """The place and turn of the spine at a *height* in cm above the hip axis, along the curve."""
        steps = max(float(SEAT), min(TRUNK, height)) - SEAT
        low = min(int(steps), len(self.spine) - 2)
        share = steps - low
        place: Vec = self.spine[low][0] * (1 - share) + self.spine[low + 1][0] * share
        return place, self.spine[low][1]
