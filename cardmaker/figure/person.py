"""illustrations/body/body.npz → a person at rest: skin as a mesh, weights of the bones, joints, and what is worn.

cm; x ahead, y left, z up; 0 at the hip axis. All people share faces, bones and weights; places on one are places on
all, so that clothes and muscles fit everybody.
"""

import functools
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from cardmaker import assets
from cardmaker.errors import NotFoundError, Problem, TemplateError
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.vectors import Turn, Vec, bone_frame, cross, frame, unit, vec
from cardmaker.spelling import did_you_mean
from cardmaker.textfile import source_name
from cardmaker.validation import validate
from cardmaker.yaml12 import load_yaml_file

Places: TypeAlias = NDArray[np.float64]
"""Places in space, one a row."""
Faces: TypeAlias = NDArray[np.int64]
"""Triangles: three rows of places each."""
Numbers: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

USUAL: Final = "woman"
"""Who is drawn where nobody is named."""
FINENESS: Final = 0.005
"""The unit of places in the file, in cm."""
REST_JOINTS: Final = (
    *("neck", "head", "l-eye", "mouth"),
    *(
        f"{side}-{name}"
        for side in "rl"
        for name in (
            *("upper-leg", "knee", "ankle", "toe-3-1", "shoulder", "elbow", "hand"),
            *("finger-3-1", "finger-2-1", "finger-5-1"),
        )
    ),
)

SEGMENTS: Final = (
    *("trunk", "neck", "head"),
    *(f"{s}_{side}" for side in SIDES for s in ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")),
)
"""The parts of the body that a place may belong to; an index into this is a place's segment."""
SEGMENT: Final = {name: i for i, name in enumerate(SEGMENTS)}
_SEGMENT_OF: Final = (  # how a bone's name begins → its segment
    *(("upperleg", "thigh"), ("lowerleg", "shank"), ("foot", "foot"), ("toe", "foot")),
    *(("upperarm", "upper_arm"), ("lowerarm", "forearm")),
    *(("wrist", "hand"), ("metacarpal", "hand"), ("finger", "hand"), ("neck", "neck")),
    *((start, "trunk") for start in ("clavicle", "shoulder01", "spine", "root", "pelvis", "breast")),
)


_DIGITS: Final = ("finger", "toe")


def segment_of(bone: str) -> str:
    """The segment that a bone carries; what has none is the head."""
    for start, segment in _SEGMENT_OF:
        if bone.startswith(start):
            return segment if segment in ("trunk", "neck") else f"{segment}_{bone[-1]}"
    return "head"


@dataclass(frozen=True, eq=False)
class Limb:
    """A part at rest: where its upper end is, how it is turned, and how long it is."""

    at: Vec
    turn: Turn
    length: float


@dataclass(frozen=True, eq=False)
class Person:
    """A person at rest. *segment* and *digit* of each place are indices (a digit 1 to 5, 0 for none)."""

    name: str
    verts: Places
    faces: Faces
    bones: tuple[str, ...]
    weights: Numbers
    ends: dict[str, tuple[Vec, Vec]]
    joints: dict[str, Vec]
    limbs: dict[str, Limb]
    by_segment: Numbers
    segment: NDArray[np.int64]
    digit: NDArray[np.int64]

    @functools.cached_property
    def shown(self) -> Flags:
        """Which places belong to a face of the mesh."""
        shown = np.zeros(len(self.verts), np.bool_)
        shown[self.faces] = True
        return shown


class Looks(BaseModel):
    """What people.yaml says of a person; the body itself is in body.npz."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    about: str
    hair: Literal["knot", "short"]


@functools.cache
def people() -> dict[str, Looks]:
    """Everybody who can be drawn, by name."""
    path = assets.illustrations() / "body" / "people.yaml"
    data, lines = load_yaml_file(path)
    if not isinstance(data, dict):
        raise TemplateError([Problem(source_name(path), 1, "", "should be a mapping of names")])
    return {name: validate(Looks, looks, source_name(path), lines) for name, looks in data.items()}


def looks_of(name: str) -> Looks:
    """What people.yaml says of a person; NotFoundError if there is none of that name."""
    if name not in people():
        raise NotFoundError(
            f"no person '{name}'{did_you_mean(name, people()) or '; there are ' + ', '.join(people())}"
        )
    return people()[name]


@functools.cache
def person(name: str = USUAL) -> Person:
    """A person by name, undressed; NotFoundError if there is none of it."""
    looks_of(name)
    data = _file()
    bones = tuple(str(bone) for bone in data["bones"])
    verts = data[f"{name}.verts"] * FINENESS
    weights = np.zeros((len(verts), len(bones)))
    weights[data["weighted"], data["bone"]] = data["weight"]
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-9)
    ends = dict(zip(bones, ((a, b) for a, b in data[f"{name}.ends"] * FINENESS), strict=True))
    joints = dict(zip(REST_JOINTS, data[f"{name}.joints"] * FINENESS, strict=True))
    by_segment = np.zeros((len(verts), len(SEGMENTS)))
    for i, bone in enumerate(bones):
        by_segment[:, SEGMENT[segment_of(bone)]] += weights[:, i]
    digits = np.array([int(bone.partition("-")[0][-1]) if bone.startswith(_DIGITS) else 0 for bone in bones])
    return Person(
        name,
        verts,
        data["faces"].astype(np.int64),
        bones,
        weights,
        ends,
        joints,
        _limbs(joints),
        by_segment,
        by_segment.argmax(1),
        digits[weights.argmax(1)],
    )


@functools.cache
def _file() -> dict[str, NDArray[Any]]:
    with np.load(assets.illustrations() / "body" / "body.npz") as data:
        return {key: data[key] for key in data.files}


def _limbs(joints: dict[str, Vec]) -> dict[str, Limb]:
    """The limbs at rest, turned as the solver turns them: front ahead, or for an arm where the elbow bends to."""
    found = {}
    for side in SIDES:
        s = side.lower() + "-"
        hip, knee, ankle = (joints[s + name] for name in ("upper-leg", "knee", "ankle"))
        found[f"thigh_{side}"] = _limb(hip, knee, vec(1, 0, 0))
        found[f"shank_{side}"] = _limb(knee, ankle, vec(1, 0, 0))
        toe = joints[s + "toe-3-1"] - ankle
        ahead = unit(toe * (1.0, 1.0, 0.0))
        found[f"foot_{side}"] = Limb(ankle, frame(ahead, cross(vec(0, 0, 1), ahead), vec(0, 0, 1)), 0.0)
        shoulder, elbow, wrist = (joints[s + name] for name in ("shoulder", "elbow", "hand"))
        found[f"upper_arm_{side}"] = upper = _limb(shoulder, elbow, wrist - elbow)
        up = unit(elbow - wrist)
        fore = frame(unit(cross(upper.turn[:, 1], up)), upper.turn[:, 1], up)
        found[f"forearm_{side}"] = Limb(elbow, fore, float(np.linalg.norm(elbow - wrist)))
        found[f"hand_{side}"] = Limb(wrist, _hand(joints, s), 0.0)
    return found


def _limb(upper: Vec, lower: Vec, front: Vec) -> Limb:
    return Limb(upper, bone_frame(upper, lower, front), float(np.linalg.norm(upper - lower)))


def _hand(joints: dict[str, Vec], s: str) -> Turn:
    """A hand's frame: out of the palm, across towards the index finger, back along the hand."""
    along = unit(joints[s + "finger-3-1"] - joints[s + "hand"])
    across = joints[s + "finger-2-1"] - joints[s + "finger-5-1"]
    across = unit(across - along * float(across @ along))
    palm = cross(along, across) * (-1 if s == "r-" else 1)
    return frame(palm, across, -along)
