"""What is worn where: vest, shorts and hair as functions of the place on the body, and a person dressed in them.

Where there are clothes, the skin is smoothed as a tight garment does, and lifted; where hair grows, the scalp is.
"""

import functools
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.charts import limb_chart
from cardmaker.figure.feet import grounded
from cardmaker.figure.person import SEGMENT, Faces, Flags, Numbers, Person, Places, people, person
from cardmaker.figure.shoes import ball

SKIN, TOP, SHORTS = 0, 1, 2
HEM: Final = 0.36  # of the thigh, where the shorts end
WAIST: Final = 9.5  # cm above the hip axis
_ROUNDS, _THICK = 16, 0.3
_SCALP = 0.9  # cm of hair over the skin
_LIMBS = [SEGMENT[f"{name}_{side}"] for name in ("upper_arm",) for side in SIDES]
_FEET = [SEGMENT[f"foot_{side}"] for side in SIDES]
_HEAD = [SEGMENT["head"], SEGMENT["neck"]]

_STRAP: Final = ([33, 36, 39, 42, 46, 50, 54], [18, 15.4, 13.2, 12.0, 11.2, 10.6, 10])
"""Height → how far from the middle the vest reaches: the armhole."""
_HAIRLINE: Final = (
    np.array([-6.0, -7.6, -3.4, -1.0, 1.2, 2.6, 4.2, 7.0, 9.8, 12.0]),
    np.array([-12.0, -5.5, -2.0, 1.5, 3.5, 5.0, 7.4, 10.6, 11.8, 12.4]),
)
"""x ahead of the head's joint → z above it, for a head whose top is 13.3 above: hair lies behind and above."""
_TOP: Final = 13.3
_ANKLE_BONE: Final = (-0.6, 0.6)
"""cm ahead of and above the ankle joint: the middle of the knob on either side."""
_EAR: Final = ([-2, 2, 6, 9], [6.0, 6.9, 7.4, 8.5])
"""Height above the head's joint → how far aside what is farther out belongs to an ear."""


@dataclass(frozen=True, eq=False)
class Dressed:
    """A dressed person: the mesh without feet that are in shoes, which of its places are on an ear, and the knot of
    hair if any."""

    person: Person
    ear: Flags
    crown: float
    knot: tuple[Places, Faces] | None


def clothes(body: Person, places: Places, segment: NDArray[np.int64]) -> NDArray[np.int64]:
    """SKIN, TOP or SHORTS for each place at rest, whose *segment* says on which part it is."""
    worn = np.zeros(len(places), np.int64)
    x, y, z = places[:, 0], np.abs(places[:, 1]), places[:, 2]
    trunk = segment == SEGMENT["trunk"]
    worn[trunk & (z < WAIST)] = SHORTS
    for side in SIDES:
        thigh = np.flatnonzero(segment == SEGMENT[f"thigh_{side}"])
        worn[thigh[limb_chart(body, "thigh", side, places[thigh])[0] < HEM]] = SHORTS
    scoop = np.where(x > 0, 41.5 + 0.13 * y**2, 47.5 + 0.06 * y**2)
    about = trunk | (np.isin(segment, _LIMBS) & (y < 16.5) & (z > 33))
    worn[about & (z >= WAIST) & (z < scoop) & (y < np.interp(z, *_STRAP))] = TOP
    return worn


def hair_depth(body: Person, crown: float, places: Places) -> Numbers:
    """How far inside the hair each place on the head is, in cm; negative on the skin."""
    pivot = body.joints["head"]
    size = crown / _TOP
    edge = np.interp(places[:, 0] - pivot[0], _HAIRLINE[0] * size, _HAIRLINE[1] * size, left=-12, right=40)
    return np.asarray(places[:, 2] - pivot[2] - edge)


@functools.cache
def dressed(name: str, *, barefoot: bool = False) -> Dressed:
    """A person by name, dressed; in shoes, which are meshes of their own, or barefoot."""
    body = _clad(person(name))
    pivot = body.joints["head"]
    head = np.isin(body.segment, _HEAD)
    crown = float(body.verts[head][:, 2].max() - pivot[2])
    aside = np.interp(body.verts[:, 2] - pivot[2], *_EAR)
    ear = head & (np.abs(body.verts[:, 1]) > aside)
    grown = np.where(head & ~ear, _eased(hair_depth(body, crown, body.verts) / 2.0) * _SCALP, 0.0)
    verts = body.verts + normals(body.verts, body.faces) * grown[:, None]
    knot = None
    if people()[name].hair == "knot":
        knot = ball(pivot + np.array([-6.2, 0.0, crown + 0.4]), 3.4, (1.0, 1.0, 0.92))
    if barefoot:
        return Dressed(replace(body, verts=grounded(body, verts)), ear, crown, knot)
    bare = np.isin(body.segment, _FEET) & (verts[:, 2] < body.joints["l-ankle"][2] - 1.5)
    shod = replace(body, verts=verts, faces=body.faces[~bare[body.faces].all(1)])
    return Dressed(shod, ear, crown, knot)


def _clad(body: Person) -> Person:
    worn = (clothes(body, body.verts, body.segment) != SKIN).astype(float)
    near = _neighbours(body.faces)
    count = np.maximum(np.bincount(near[:, 0], minlength=len(worn)), 1)

    def mean(values: Numbers) -> Numbers:
        return np.bincount(near[:, 0], values[near[:, 1]], minlength=len(worn)) / count

    for _ in range(2):
        worn = np.minimum(worn, mean(worn))
    verts = body.verts.copy()
    for _ in range(_ROUNDS):
        around = np.column_stack([mean(verts[:, k]) for k in range(3)])
        verts += 0.5 * worn[:, None] * (around - verts)
    return replace(body, verts=verts + normals(verts, body.faces) * worn[:, None] * _THICK)


def _neighbours(faces: Faces) -> NDArray[np.int64]:
    """Pairs of places that share an edge, each in both orders."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    return np.unique(np.vstack([edges, edges[:, ::-1]]), axis=0)


def normals(verts: Places, faces: Faces) -> Places:
    """The direction out of the surface at each place."""
    flat = np.cross(verts[faces[:, 1]] - verts[faces[:, 0]], verts[faces[:, 2]] - verts[faces[:, 0]])
    out = np.column_stack(
        [
            sum(np.bincount(faces[:, corner], flat[:, k], minlength=len(verts)) for corner in range(3))
            for k in range(3)
        ]
    )
    sized: Places = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    return sized


def _eased(x: Numbers) -> Numbers:
    share = np.clip(x, 0.0, 1.0)
    return share * share * (3 - 2 * share)


def foot_marks(body: Person, places: Places, segment: NDArray[np.int64]) -> Flags:
    """Which places of bare feet lie on the lower edge of an ankle bone."""
    found = np.zeros(len(places), np.bool_)
    for side in SIDES:
        at = body.limbs[f"foot_{side}"].at
        x, z = places[:, 0] - at[0] - _ANKLE_BONE[0], places[:, 2] - at[2] - _ANKLE_BONE[1]
        leg = np.isin(segment, [SEGMENT[f"shank_{side}"], SEGMENT[f"foot_{side}"]])
        aside = np.abs(places[:, 1] - at[1]) > 1.5
        found |= leg & aside & (np.abs(np.hypot(x, z) - 1.5) < 0.11) & (z < 0.3) & (x < 0.9)
    return found


def face_marks(body: Person, places: Places, segment: NDArray[np.int64]) -> Flags:
    """Which places lie on a brow."""
    eye = body.joints["l-eye"]
    y, z = np.abs(places[:, 1]) - eye[1], places[:, 2] - eye[2]
    face = (segment == SEGMENT["head"]) & (places[:, 0] > eye[0] - 2.5)
    arch = 1.75 - 0.10 * (y - 0.4) ** 2
    return np.asarray(face & (np.abs(z - arch) < 0.26) & (y > -1.6) & (y < 2.2))


def eye_sockets(body: Person, places: Places, segment: NDArray[np.int64]) -> Flags:
    """Which places lie on or next to an eye, where at this size no line says anything."""
    eye = body.joints["l-eye"]
    y, z = np.abs(places[:, 1]) - eye[1], places[:, 2] - eye[2]
    face = (segment == SEGMENT["head"]) & (places[:, 0] > eye[0] - 2.5)
    return np.asarray(face & (np.hypot(y / 2.4, z / 1.5) < 1))
