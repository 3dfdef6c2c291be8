"""How the skin about the armpit changes when the arm is raised, which turning bones alone doesn't do.

The inside of the arm, which then faces outwards, is drawn to the bone instead of hanging out like a bag, and the
broad muscle of the back spreads, so that the outline runs from the ribs into the arm.
"""

from functools import cache
from typing import Final

import numpy as np

from cardmaker.figure.anatomy import Side, side_sign
from cardmaker.figure.charts import limb_chart
from cardmaker.figure.person import SEGMENT, Numbers, Person, Places

_DRAWN_IN: Final = 2.6  # cm
_SPREAD: Final = 2.2  # cm


@cache
def raised_arm(person: Person, side: Side) -> Places:
    """By how much each place at rest moves when the arm is upright."""
    verts, limb = person.verts, person.limbs[f"upper_arm_{side}"]
    t, angle = limb_chart(person, "upper_arm", side, verts)
    own = (verts - limb.at) @ limb.turn
    radial = np.column_stack([own[:, :2], np.zeros(len(own))])
    out = radial / np.maximum(np.linalg.norm(radial, axis=1, keepdims=True), 1e-6) @ limb.turn.T
    inner = _bump((angle + 90 + 180) % 360 - 180, 110)
    of_arm = person.by_segment[:, SEGMENT[f"upper_arm_{side}"]]
    drawn = out * (-_DRAWN_IN * of_arm * inner * _bump(t - 0.08, 0.42))[:, None]
    y = verts[:, 1] * side_sign(side)
    of_trunk = person.by_segment[:, SEGMENT["trunk"]]
    spread = _SPREAD * of_trunk * _bump(verts[:, 2] - 34, 13) * np.clip((y - 8) / 5, 0, 1)
    moved: Places = drawn + np.outer(spread, (0.0, side_sign(side), 0.0))
    return moved


def _bump(off: Numbers, reach: float) -> Numbers:
    """1 where *off* is 0, falling off smoothly to 0 at *reach*."""
    share = np.clip(1 - np.abs(off) / reach, 0, 1)
    bump: Numbers = share * share * (3 - 2 * share)
    return bump
