"""Round and square solids as triangles: what props are built of."""

import itertools
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.person import Faces, Numbers, Places
from cardmaker.figure.vectors import Vec, cross, unit, vec
from cardmaker.namedtuple import NamedTuple

_CUBE: Final = np.array([
    (0, 1, 3), (0, 3, 2), (4, 6, 7), (4, 7, 5), (0, 4, 5), (0, 5, 1),
    (2, 3, 7), (2, 7, 6), (0, 2, 6), (0, 6, 4), (1, 5, 7), (1, 7, 3),
])  # fmt: skip
_QUARTER: Final = 6  # steps of a rounded corner


class Mesh(NamedTuple):
    """Places and the triangles between them."""

    verts: Places
    faces: Faces


def block(low: Vec, high: Vec) -> Mesh:
    """An upright box between two corners."""
    return Mesh(np.array(list(itertools.product(*zip(low, high, strict=True)))), _CUBE)


def beam(start: Vec, end: Vec, half: float) -> Mesh:
    """A bar of square section."""
    side, up = _frame(unit(end - start))
    corners = [
        p + (side * a + up * b) * half for p, a, b in itertools.product((start, end), (-1, 1), (-1, 1))
    ]
    return Mesh(np.array(corners), _CUBE)


def cylinder(start: Vec, end: Vec, radius: float, steps: int = 32) -> Mesh:
    """A round bar with flat ends."""
    side, up = _frame(unit(end - start))
    a = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    ring = (np.outer(np.cos(a), side) + np.outer(np.sin(a), up)) * radius
    return _capped(start + ring, end + ring)


def prism(outline: NDArray[np.float64], along: Vec) -> Mesh:
    """A convex outline in space, drawn out by a vector."""
    return _capped(outline, outline + along)


def _capped(one: Places, two: Places) -> Mesh:
    count = len(one)
    k = np.arange(count)
    m = (k + 1) % count
    hub = np.full(count, 2 * count)
    faces = [
        np.column_stack([k, m, count + k]),
        np.column_stack([m, count + m, count + k]),
        np.column_stack([hub, m, k]),
        np.column_stack([hub + 1, count + k, count + m]),
    ]
    return Mesh(np.vstack([one, two, one.mean(0), two.mean(0)]), np.vstack(faces))


def slab(start: Vec, end: Vec, thick: float, across: tuple[float, float], edge: float) -> Mesh:
    """A pad: its upper face from *start* to *end*, *thick* deep to the right of that way, its edges rounded."""
    way, long = unit(end - start), float(np.linalg.norm(end - start))
    down = unit(cross(way, vec(0, 1, 0))) * -1.0
    deep = abs(thick)
    edge = min(edge, deep / 2 - 0.01, long / 2 - 0.01)
    corners = [
        (edge, edge, 180),
        (long - edge, edge, 270),
        (long - edge, deep - edge, 0),
        (edge, deep - edge, 90),
    ]
    outline = []
    for x, z, first in corners:
        for step in range(_QUARTER + 1):
            a = np.radians(first + 90 * step / _QUARTER)
            outline.append((x + edge * np.cos(a), z + edge * np.sin(a)))
    sign = 1.0 if thick > 0 else -1.0
    places = np.array([start + way * x + down * (z * sign) for x, z in outline])
    return prism(places + vec(0, across[0], 0), vec(0, across[1] - across[0], 0))


def torus(middle: Vec, axis: Vec, radius: float | Callable[[Vec], float], thick: tuple[float, float]) -> Mesh:
    """A ring about an axis: *thick* half its width outwards, and along the axis."""
    side, up = _frame(unit(axis))
    n, m = 48, 12
    verts, k = [], np.arange(m)
    b = 2 * np.pi * k / m
    for i in range(n):
        out = np.cos(2 * np.pi * i / n) * side + np.sin(2 * np.pi * i / n) * up
        size = radius(out) if callable(radius) else radius
        verts.append(
            middle + np.outer(size + thick[0] * np.cos(b), out) + np.outer(thick[1] * np.sin(b), unit(axis))
        )
    faces = []
    for i in range(n):
        a, c = i * m + k, (i + 1) % n * m + k
        a2, c2 = i * m + (k + 1) % m, (i + 1) % n * m + (k + 1) % m
        faces += [np.column_stack([a, a2, c]), np.column_stack([a2, c2, c])]
    return Mesh(np.vstack(verts), np.vstack(faces))


def tube(path: Places, radius: float) -> Mesh:
    """A round cord along a path."""
    steps = 10
    a = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    ways = np.gradient(path, axis=0)
    rings = []
    for place, way in zip(path, ways, strict=True):
        side, up = _frame(unit(way))
        rings.append(place + (np.outer(np.cos(a), side) + np.outer(np.sin(a), up)) * radius)
    k = np.arange(steps)
    m = (k + 1) % steps
    faces = []
    for i in range(0, (len(path) - 1) * steps, steps):
        faces += [np.column_stack([i + k, i + m, i + steps + k])]
        faces += [np.column_stack([i + m, i + steps + m, i + steps + k])]
    return Mesh(np.vstack(rings), np.vstack(faces))


def cloth(xs: Numbers, heights: Numbers, y: tuple[float, float]) -> Mesh:
    """A cloth on the floor along x, whose upper face has heights."""
    count = len(xs)
    rows = [np.column_stack([xs, np.full(count, side), z]) for side in y for z in (np.zeros(count), heights)]
    k = np.arange(count - 1)
    faces = []
    for one, two in ((0, 1), (1, 3), (3, 2), (2, 0)):
        a, b = one * count + k, two * count + k
        faces += [np.column_stack([a, a + 1, b]), np.column_stack([a + 1, b + 1, b])]
    for end in (0, count - 1):
        faces.append(end + count * np.array([(0, 1, 2), (1, 3, 2)]))
    return Mesh(np.vstack(rows), np.vstack(faces))


def ribbon(one: Places, two: Places) -> Mesh:
    """A closed band between two rings of places."""
    count = len(one)
    k = np.arange(count)
    m = (k + 1) % count
    return Mesh(
        np.vstack([one, two]),
        np.vstack([np.column_stack([k, count + k, m]), np.column_stack([count + k, count + m, m])]),
    )


def _frame(axis: Vec) -> tuple[Vec, Vec]:
    """Two directions at right angles to an axis, level and upright where they can be."""
    side = cross(axis, vec(0, 0, 1)) if abs(float(axis[2])) < 0.9 else cross(axis, vec(1, 0, 0))
    side = unit(side)
    return side, cross(axis, side)
