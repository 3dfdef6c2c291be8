"""Names of muscles → patches on the skin that stand for them, as far as the camera sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple, TypeAlias

from cardmaker.figure.anatomy import SIDES, Bone, Side
from cardmaker.figure.camera import Camera
from cardmaker.figure.outline import Shape, join
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.tubes import Tube

Level: TypeAlias = Literal["primary", "secondary"]


class Patch(NamedTuple):
    """Where on a limb (or the trunk): from *first* to *last* along it, *half* degrees about *middle*
    (0 the front, 90 the outer side, 180 the back, 270 the inner side)."""

    where: Bone | Literal["trunk"]
    first: float
    last: float
    middle: float
    half: float


# Origins and insertions simplified to what shows under the skin.
PATCHES: Final[dict[str, tuple[Patch, ...]]] = {
    "quads": (Patch("thigh", 0.04, 0.97, 22, 66),),
    "hamstrings": (Patch("thigh", 0.10, 0.93, 176, 74),),
    "adductors": (Patch("thigh", 0.02, 0.70, 285, 50),),
    "glutes": (Patch("trunk", -6.5, 8.5, 140, 62), Patch("thigh", -0.06, 0.22, 150, 62)),
    "glute-med": (Patch("trunk", -3, 10.5, 92, 52), Patch("thigh", -0.04, 0.20, 92, 52)),
    "hip-flexors": (Patch("trunk", -1, 9, 48, 34), Patch("thigh", -0.04, 0.24, 10, 46)),
    "calves": (Patch("shank", 0.04, 0.66, 180, 78),),
    "soleus": (Patch("shank", 0.42, 0.90, 172, 86),),
    "tibialis": (Patch("shank", 0.08, 0.80, 24, 44),),
    "abs": (Patch("trunk", 5, 37, 0, 58),),
    "core": (Patch("trunk", 6, 30, 30, 76),),
    "obliques": (Patch("trunk", 8, 29, 88, 34),),
    "lower-back": (Patch("trunk", 7, 26, 180, 58),),
    "lats": (Patch("trunk", 17, 42, 128, 46),),
    "upper-back": (Patch("trunk", 31, 52, 168, 62),),
    "chest": (Patch("trunk", 31, 45.5, 38, 52),),
    "shoulders": (Patch("upper_arm", -0.10, 0.46, 90, 175),),
    "biceps": (Patch("upper_arm", 0.30, 0.95, 0, 72),),
    "triceps": (Patch("upper_arm", 0.22, 0.97, 180, 74),),
    "forearms": (Patch("forearm", 0.04, 0.70, 20, 80),),
}
_BLUNT_TRUNK, _BLUNT_LIMB = 0.12, 0.4
_ACROSS = ("abs", "core", "lower-back", "upper-back")
_TOO_WIDE = ("core",)  # braces in nearly every exercise: as a secondary muscle it would only hide the others
_SEAT = ("glutes", "glute-med", "hip-flexors")


@dataclass(frozen=True)
class Muscle:
    """A muscle of one side: its patches and the lines along it; *owner* is the part it is drawn on."""

    name: str
    level: Level
    side: Side
    owner: str
    areas: tuple[Shape, ...]
    fibres: tuple[Shape, ...]

    @property
    def seat(self) -> bool:
        """Whether it bridges trunk and thigh."""
        return self.name in _SEAT


def muscles(
    skeleton: Skeleton,
    camera: Camera,
    primary: Sequence[str],
    secondary: Sequence[str] = (),
    sides: Sequence[Side] | Mapping[str, Sequence[Side]] = SIDES,
) -> list[Muscle]:
    """The muscles of both levels; the secondary ones come first, so that the primary lie over them.

    *sides* are those of all muscles, or of the muscles it names, the others then having both.
    """
    named: list[tuple[str, Level]] = [
        (name, "secondary") for name in secondary if name not in (*primary, *_TOO_WIDE)
    ]
    named += [(name, "primary") for name in primary]
    found = []
    for name, level in named:
        for side in SIDES:
            shown = sides.get(name, SIDES) if isinstance(sides, Mapping) else sides
            if side in shown and name in PATCHES:
                found.append(_muscle(skeleton, camera, name, level, side))
    return _whole([muscle for muscle in found if muscle.areas])


def _whole(found: list[Muscle]) -> list[Muscle]:
    """Join the halves of muscles that go across the middle of the trunk."""
    result: list[Muscle] = []
    for muscle in found:
        last = result[-1] if result else None
        if last and last.name == muscle.name and muscle.name in _ACROSS:
            areas = join([*last.areas, *muscle.areas]).buffer(0.4).buffer(-0.4)
            result[-1] = replace(last, areas=(areas,), fibres=last.fibres + muscle.fibres)
        else:
            result.append(muscle)
    return result


def _muscle(skeleton: Skeleton, camera: Camera, name: str, level: Level, side: Side) -> Muscle:
    areas: list[Shape] = []
    fibres: list[Shape] = []
    for patch in PATCHES[name]:
        if patch.where == "trunk":
            tube = Tube.trunk(skeleton, camera, side)
        else:
            tube = Tube.limb(skeleton, camera, patch.where, side)
        blunt = _BLUNT_TRUNK if patch.where == "trunk" and name not in _SEAT else _BLUNT_LIMB
        area = tube.patch(*patch[1:], blunt)
        if not area.is_empty:
            areas.append(area)
            fibres.extend(tube.fibres(*patch[1:]))
    return Muscle(name, level, side, _owner(name, side), tuple(areas), tuple(fibres))


def _owner(name: str, side: Side) -> str:
    where = PATCHES[name][-1].where
    if where == "trunk":
        return "trunk"
    return ("leg_" if where in ("thigh", "shank") else "arm_") + side
