"""A running shoe, whose sole bends at the ball of the foot, and a ball: meshes of their own."""

from typing import Final

import numpy as np

from cardmaker.figure.anatomy import BALL, SOLE, Side, side_sign
from cardmaker.figure.person import Faces, Numbers, Places

RIM: Final = 1.7
"""The height of the pale sole, in cm."""
_TOP: Final = np.array([  # x ahead of the ankle, height of the upper edge above the ground
    (-6.9, 1.6), (-6.7, 4.0), (-6.0, 6.6), (-5.0, 8.6), (-2.0, 8.4), (1.5, 8.6), (4.2, 8.6), (6.5, 7.2), (9.0, 6.0),
    (12.0, 4.9), (15.0, 4.1), (18.0, 3.3), (19.8, 2.6), (20.8, 1.5),
])  # fmt: skip
_WIDE: Final = np.array([  # x, half the width
    (-6.9, 1.4), (-6.2, 2.9), (-4, 3.5), (0, 3.6), (5, 4.0), (10, 4.8), (14, 4.9), (17, 4.2), (19.5, 2.6), (20.8, 1.0),
])  # fmt: skip
_ROUND: Final = 28
_BEND: Final = 2.5  # cm over which the sole bends


def shoe(side: Side, toes: float = 0.0) -> tuple[Places, Faces, Numbers]:
    """A shoe in the foot's frame, the ankle at 0, its toes bent up by *toes* degrees; and each place's height above
    the sole."""
    xs = np.concatenate([np.linspace(-6.9, -5.6, 6), np.linspace(-5.2, 17, 34), np.linspace(17.6, 20.8, 10)])
    verts = np.vstack([_ring(x, side_sign(side)) for x in xs])
    first, last = verts[:_ROUND].mean(0), verts[-_ROUND:].mean(0)
    verts = np.vstack([verts, first, last])
    height = verts[:, 2] + SOLE
    return _bent(verts, height, toes), _tube(len(xs)), height


def _ring(x: float, sign: float) -> Places:
    top, wide = np.interp(x, *_TOP.T), np.interp(x, *_WIDE.T)
    angle = np.linspace(0, 2 * np.pi, _ROUND, endpoint=False)
    c, s = np.cos(angle), np.sin(angle)
    aside = np.sign(c) * np.abs(c) ** 0.6 * wide
    up = np.where(s < 0, -1.0, 1.0) * np.abs(s) ** np.where(s < 0, 0.35, 0.85)
    middle = min(1.6, top * 0.5)
    z = np.where(up < 0, middle + up * middle, middle + up * (top - middle))
    narrow = np.where(z > 4, 1 - 0.055 * (z - 4), 1.0)
    inwards = sign * -(np.clip((x - 2) / 16, 0, 1) ** 2)
    return np.column_stack([np.full(_ROUND, x), aside * narrow + inwards, z - SOLE])


def _bent(verts: Places, height: Numbers, toes: float) -> Places:
    ahead = np.maximum(verts[:, 0] - BALL, 0)
    angle = np.radians(toes) * 0.95 * np.clip(ahead / _BEND, 0, 1)
    bent = verts.copy()
    before = verts[:, 0] > BALL
    bent[before, 0] = (BALL + ahead * np.cos(angle) - height * np.sin(angle))[before]
    bent[before, 2] = (-SOLE + ahead * np.sin(angle) + height * np.cos(angle))[before]
    return bent


def _tube(rings: int) -> Faces:
    """Faces of rings one after the other, closed by the two last places at its ends."""
    k = np.arange(_ROUND)
    after = (k + 1) % _ROUND
    faces = []
    for i in range(rings - 1):
        a, b = i * _ROUND + k, i * _ROUND + after
        faces += [np.column_stack([a, b, a + _ROUND]), np.column_stack([b, b + _ROUND, a + _ROUND])]
    heel, tip, far = rings * _ROUND, rings * _ROUND + 1, (rings - 1) * _ROUND
    faces += [np.column_stack([np.full(_ROUND, heel), after, k])]
    faces += [np.column_stack([np.full(_ROUND, tip), far + k, far + after])]
    return np.vstack(faces)


def ball(
    middle: Places, radius: float, squash: tuple[float, float, float] = (1.0, 1.0, 1.0)
) -> tuple[Places, Faces]:
    """A ball, *squash* its axes' shares of the radius."""
    rows, columns = 14, 24
    u, v = np.meshgrid(
        np.linspace(0, np.pi, rows), np.linspace(0, 2 * np.pi, columns, endpoint=False), indexing="ij"
    )
    round_ = np.column_stack(
        [(np.sin(u) * np.cos(v)).ravel(), (np.sin(u) * np.sin(v)).ravel(), np.cos(u).ravel()]
    )
    i, k = (index.ravel() for index in np.meshgrid(np.arange(rows - 1), np.arange(columns), indexing="ij"))
    a, b = i * columns + k, i * columns + (k + 1) % columns
    faces = np.vstack([np.column_stack([a, a + columns, b]), np.column_stack([b, a + columns, b + columns])])
    return round_ * radius * np.array(squash) + middle, faces
