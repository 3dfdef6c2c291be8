"""A bare foot: how its toes bend and its arch lifts, and a mesh that is as high as a foot in a shoe."""

from functools import cache
from typing import Final

import numpy as np

from cardmaker.figure.anatomy import SIDES, SOLE, Side, side_sign
from cardmaker.figure.person import SEGMENT, Person, Places
from cardmaker.figure.vectors import Turn, Vec, pitch

_CURL: Final = (0.35, 1.0, 1.6)
"""Of how far toes are curled, how far each toe bone is turned: the tip most."""
_BIG_TOE: Final = (0.45, 1.2)
_HEEL, _BALL, _TIP = -2.5, 13.0, 16.0  # cm ahead of the ankle: the arch's ends, and where the toes begin
_SHORTER: Final = 0.7
"""cm that the ball comes towards the heel for each cm that the arch is lifted."""
_OUTER: Final = 0.35
"""Of the arch's lift, how much the outer edge of the foot takes."""


def grounded(person: Person, verts: Places) -> Places:
    """The places at rest with feet whose soles are where a shoe's are, so that a pose fits both."""
    verts = verts.copy()
    for side in SIDES:
        of_foot = person.segment == SEGMENT[f"foot_{side}"]
        below = verts[:, 2] - person.limbs[f"foot_{side}"].at[2]
        deep = -float(below[of_foot & person.shown].min())
        low = of_foot & (below < 0)
        verts[low, 2] += below[low] * (SOLE / deep - 1)
    return verts


def toe_moves(person: Person, side: Side, up: float) -> dict[str, tuple[Turn, Vec, Vec]]:
    """For each toe bone, at the foot's rest: how it turns, about where, and where that place goes. *up* is degrees,
    below 0 the toes curl."""
    rest = person.limbs[f"foot_{side}"].turn
    found: dict[str, tuple[Turn, Vec, Vec]] = {}
    for toe in range(1, 6):
        names = [f"toe{toe}-{bone}.{side}" for bone in (1, 2, 3)]
        names = [name for name in names if name in person.ends]
        shares = (1.0, 1.0, 1.0) if up > 0 else _BIG_TOE if len(names) == 2 else _CURL
        at: Vec | None = None
        for name, share in zip(names, shares, strict=False):
            start, end = person.ends[name]
            bend: Turn = rest @ pitch(-up * share) @ rest.T
            at = start if at is None else at
            found[name] = (bend, start, at)
            at = at + bend @ (end - start)
    return found


@cache
def lifted_arch(person: Person, side: Side) -> Places:
    """By how much each place at rest moves for each cm that the arch is lifted: it rises, and the foot gets shorter."""
    limb = person.limbs[f"foot_{side}"]
    own = (person.verts - limb.at) @ limb.turn
    of_foot = person.by_segment[:, SEGMENT[f"foot_{side}"]]
    along = np.clip((own[:, 0] - _HEEL) / (_BALL - _HEEL), 0, 1)
    inner = np.clip(0.5 - side_sign(side) * own[:, 1] / 6, 0, 1)
    rise = np.sin(np.pi * along) ** 2 * (_OUTER + (1 - _OUTER) * inner) * of_foot
    back = -_SHORTER * along * of_foot
    moved: Places = np.column_stack([back, np.zeros(len(own)), rise]) @ limb.turn.T
    return moved
