"""Places on a body at rest → numbers that say where on a limb or on the trunk they are, alike on all people.

A limb's chart gives how far along the bone a place is (0 its upper end, 1 its lower) and the angle about it: 0 the
front, 90 the outer side, 180 the back, -90 the inner side. The trunk's gives cm above the hip axis and the angle
about the spine, alike on both sides: 0 in front, 180 behind.
"""

from typing import Final

import numpy as np

from cardmaker.figure.anatomy import Bone, Side, side_sign
from cardmaker.figure.person import Numbers, Person, Places

_SPINE: Final = ([-8, 0, 10, 20, 30, 40, 50], [-1.5, -1.0, 0.0, 0.6, 0.6, 0.0, -1.5])
"""Height → how far ahead of the hip axis the trunk's middle lies."""
_FLAT: Final = 0.72
"""How deep a trunk is for its width."""


def limb_chart(person: Person, bone: Bone, side: Side, places: Places) -> tuple[Numbers, Numbers]:
    """How far along the bone, and the angle about it, of each place."""
    limb = person.limbs[f"{bone}_{side}"]
    own = (places - limb.at) @ limb.turn
    return -own[:, 2] / limb.length, np.degrees(np.arctan2(side_sign(side) * own[:, 1], own[:, 0]))


def trunk_chart(places: Places) -> tuple[Numbers, Numbers]:
    """How high, and the angle about the spine, of each place."""
    ahead = places[:, 0] - np.interp(places[:, 2], *_SPINE)
    return places[:, 2], np.degrees(np.arctan2(np.abs(places[:, 1]) * _FLAT, ahead))
