"""Vectors and turns in space: x the way the figure faces, y to its left, z up, in cm."""

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vec: TypeAlias = NDArray[np.float64]
"""Three numbers: a place or a direction."""
Turn: TypeAlias = NDArray[np.float64]
"""A 3 × 3 rotation; its columns are where front, left and up have gone."""

UP: Vec = np.array([0.0, 0.0, 1.0])
LEFT: Vec = np.array([0.0, 1.0, 0.0])


def vec(x: float, y: float, z: float) -> Vec:
    """A place or direction."""
    return np.array([x, y, z], dtype=float)


def length(v: Vec) -> float:
    """The length of a vector."""
    return math.sqrt(float(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]))


def unit(v: Vec) -> Vec:
    """The direction of a vector; a null vector stays as it is."""
    size = length(v)
    return v / size if size > 1e-9 else v


def cross(a: Vec, b: Vec) -> Vec:
    """The cross product (numpy's own is slow for one pair)."""
    return np.array([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def roll(degrees: float) -> Turn:
    """A turn about the front axis: left side up."""
    c, s = _cos_sin(degrees)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def pitch(degrees: float) -> Turn:
    """A turn about the left axis: head forward and down."""
    c, s = _cos_sin(degrees)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def yaw(degrees: float) -> Turn:
    """A turn about the upright axis: face to the left."""
    c, s = _cos_sin(degrees)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def frame(front: Vec, left: Vec, up: Vec) -> Turn:
    """The turn that has these columns."""
    return np.column_stack([front, left, up])


def across(v: Vec, axis: Vec) -> Vec:
    """The part of *v* at a right angle to a unit *axis*."""
    return v - axis * float(v @ axis)


def bone_frame(upper: Vec, lower: Vec, front: Vec) -> Turn:
    """The frame of a bone: up along it from *lower* to *upper*, front as near *front* as it goes."""
    up = unit(upper - lower)
    ahead = unit(across(front, up))
    return frame(ahead, cross(up, ahead), up)


def _cos_sin(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.cos(angle), math.sin(angle)


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
