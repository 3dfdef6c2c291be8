"""How thick a person is: each limb's girth along its bone and the trunk's sections, measured on the mesh at rest."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import BONES, SIDES, TRUNK, Bone, Side
from cardmaker.figure.charts import limb_chart
from cardmaker.figure.person import SEGMENT, Numbers, Person, Places
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.vectors import Turn, Vec
from cardmaker.namedtuple import NamedTuple

_STEPS: Final = 17
_STEP: Final = 3.0  # cm between the trunk's sections
_HIGHEST: Final = 48.0  # of the trunk's sections: above, the neck and the shoulders begin


class Beads(NamedTuple):
    """A part as balls along its axis: their middles, one a row, and their radii."""

    middles: Places
    radii: Numbers


class CrossSection(NamedTuple):
    """The trunk across: its middle, its turn, half how deep and half how wide it is."""

    middle: Vec
    turn: Turn
    deep: float
    wide: float


def limb(body: PosedBody, bone: Bone, side: Side, first: float = 0.0, last: float = 1.0) -> Beads:
    """A limb from *first* to *last*, as shares of its bone."""
    part = body.skeleton.parts[f"{bone}_{side}"]
    at = np.linspace(first, last, _STEPS)
    steps, shape = _girths(body.wearer.person)[bone, side]
    ahead, left, radii = (np.interp(at, steps, values) for values in shape.T)
    own = np.column_stack([ahead, left, -at * part.length])
    return Beads(own @ part.turn.T + part.origin, radii)


def trunk(body: PosedBody) -> list[CrossSection]:
    """The trunk's sections, from the hips up."""
    found = []
    share = TRUNK / float(body.wearer.person.joints["neck"][2])
    for height, ahead, deep, wide in _sections(body.wearer.person):
        place, turn = body.skeleton.trunk(height * share)
        found.append(CrossSection(place + turn[:, 0] * ahead, turn, deep, wide))
    return found


@cache
def _girths(person: Person) -> dict[tuple[Bone, Side], tuple[Numbers, NDArray[np.float64]]]:
    """For each limb: shares of the bone, and there how far ahead and left of it its flesh has its middle, and its
    radius."""
    found = {}
    for bone in BONES:
        for side in SIDES:
            places = person.verts[person.segment == SEGMENT[f"{bone}_{side}"]]
            along, _ = limb_chart(person, bone, side, places)
            rest = person.limbs[f"{bone}_{side}"]
            own = ((places - rest.at) @ rest.turn)[:, :2]
            steps, rows = np.linspace(0.0, 1.0, _STEPS), []
            for step in steps:
                ring = own[np.abs(along - step) < 0.06]
                low, high = ring.min(0), ring.max(0)
                rows.append((*(low + high) / 2, float((high - low).mean()) / 2))
            found[bone, side] = (steps, np.array(rows))
    return found


@cache
def _sections(person: Person) -> list[tuple[float, float, float, float]]:
    """Of the trunk, every few cm: height, how far ahead its middle is, half its depth and width."""
    places = person.verts[(person.segment == SEGMENT["trunk"]) & person.shown]
    found = []
    for height in np.arange(0.0, _HIGHEST, _STEP):
        ring = places[np.abs(places[:, 2] - height) < _STEP / 2]
        low, high = ring.min(0), ring.max(0)
        deep, wide = (high - low)[:2] / 2
        found.append((float(height), float(low[0] + high[0]) / 2, float(deep), float(wide)))
    return found
