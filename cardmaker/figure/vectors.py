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
