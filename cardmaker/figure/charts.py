"""Places on a body at rest → numbers that say where on a limb or on the trunk they are, alike on all people.

A limb's chart gives how far along the bone a place is (0 its upper end, 1 its lower) and the angle about it: 0 the
front, 90 the outer side, 180 the back, -90 the inner side. A foot's gives how far from the heel to the ball a place
is, and the angle about the foot: 0 the instep, 90 the outer edge, 180 the sole, -90 the arch. The trunk's gives cm
above the hip axis and the angle about the spine, alike on both sides: 0 in front, 180 behind.
"""

from typing import Final

import numpy as np

from cardmaker.figure.anatomy import Bone, Side, side_sign
from cardmaker.figure.person import Numbers, Person, Places

_SPINE: Final = ([-8, 0, 10, 20, 30, 40, 50], [-1.5, -1.0, 0.0, 0.6, 0.6, 0.0, -1.5])
"""Height → how far ahead of the hip axis the trunk's middle lies."""
_HEEL, _BALL, _FOOT_AXIS = -4.3, 13.0, -4.6  # cm ahead of and above the ankle
_FLAT: Final = 0.72
"""How deep a trunk is for its width."""


def limb_chart(person: Person, bone: Bone, side: Side, places: Places) -> tuple[Numbers, Numbers]:
    """How far along the bone, and the angle about it, of each place."""
    limb = person.limbs[f"{bone}_{side}"]
    own = (places - limb.at) @ limb.turn
    return -own[:, 2] / limb.length, np.degrees(np.arctan2(side_sign(side) * own[:, 1], own[:, 0]))


def foot_chart(person: Person, side: Side, places: Places) -> tuple[Numbers, Numbers]:
    """How far from the heel to the ball, and the angle about the foot, of each place."""
    limb = person.limbs[f"foot_{side}"]
    own = (places - limb.at) @ limb.turn
    outer, up = side_sign(side) * own[:, 1], own[:, 2] - _FOOT_AXIS
    return (own[:, 0] - _HEEL) / (_BALL - _HEEL), np.degrees(np.arctan2(outer, up))


def trunk_chart(places: Places) -> tuple[Numbers, Numbers]:
    """How high, and the angle about the spine, of each place."""
    ahead = places[:, 0] - np.interp(places[:, 2], *_SPINE)
    return places[:, 2], np.degrees(np.arctan2(np.abs(places[:, 1]) * _FLAT, ahead))
