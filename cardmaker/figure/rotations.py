"""Turns in space as axis and angle and as quaternions: sharing a turn out, what of it is twist, blending turns."""

import math

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.vectors import Turn, Vec, cross, unit

Quaternion = NDArray[np.float64]
"""w, x, y, z; of length 1."""


def about(axis: Vec, angle: float) -> Turn:
    """The turn about a unit *axis* by *angle* radians (Rodrigues)."""
    x, y, z = axis
    k = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turn: Turn = np.eye(3) + math.sin(angle) * k + (1 - math.cos(angle)) * (k @ k)
    return turn


def between(one: Vec, other: Vec) -> Turn:
    """The smallest turn that leads one direction into another."""
    a, b = unit(one), unit(other)
    axis = cross(a, b)
    sine = math.sqrt(float(axis @ axis))
    if sine < 1e-8:
        return np.eye(3)
    return about(axis / sine, math.atan2(sine, float(a @ b)))


def quaternion(turn: Turn) -> Quaternion:
    """The quaternion of a turn (after Shepperd: the largest component first)."""
    m = turn
    squares = np.array(
        [
            1 + m[0, 0] + m[1, 1] + m[2, 2],
            1 + m[0, 0] - m[1, 1] - m[2, 2],
            1 - m[0, 0] + m[1, 1] - m[2, 2],
            1 - m[0, 0] - m[1, 1] + m[2, 2],
        ]
    )
    rows = (
        (squares[0], m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]),
        (m[2, 1] - m[1, 2], squares[1], m[0, 1] + m[1, 0], m[0, 2] + m[2, 0]),
        (m[0, 2] - m[2, 0], m[0, 1] + m[1, 0], squares[2], m[1, 2] + m[2, 1]),
        (m[1, 0] - m[0, 1], m[0, 2] + m[2, 0], m[1, 2] + m[2, 1], squares[3]),
    )
    found = np.array(rows[int(squares.argmax())], dtype=float)
    return found / math.sqrt(float(found @ found))


def share_of(turn: Turn, share: float) -> Turn:
    """The same turn by a share of its angle."""
    w, *axis = quaternion(turn)
    size = math.sqrt(sum(float(x) * float(x) for x in axis))
    if size < 1e-9:
        return np.eye(3)
    angle = 2 * math.atan2(size, float(w))
    angle = angle - 2 * math.pi if angle > math.pi else angle
    return about(np.array(axis) / size, angle * share)


def twist_of(turn: Turn, axis: Vec) -> float:
    """The part of a turn that is about a unit *axis*, in radians from -π to π."""
    w, *way = quaternion(turn)
    angle = 2 * math.atan2(float(np.dot(way, axis)), float(w))
    return (angle + math.pi) % (2 * math.pi) - math.pi


def angle_of(one: Vec, other: Vec) -> float:
    """The angle between two unit directions, in radians."""
    return math.acos(max(-1.0, min(1.0, float(one @ other))))
