"""A pose → what about it can't be: out of reach, bent too far, through the floor, off balance, slipping."""

import itertools
import math
from collections.abc import Iterator
from typing import Final, TypeAlias

from cardmaker.figure import kit, stations
from cardmaker.figure.anatomy import BONES, SIDES, SOLE, other
from cardmaker.figure.angles import joint_angles, out_of_range
from cardmaker.figure.clearance import out_of_sight, unclear_signs
from cardmaker.figure.collisions import across_bar, collisions
from cardmaker.figure.pose import Moment, Pose, Position
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.scene import bodies
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.slips import slips
from cardmaker.figure.touch import depth_in, endless, gives, middle_of_mass, overhang, resting, skin, solids
from cardmaker.figure.vectors import length
from cardmaker.namedtuple import NamedTuple

# Props that carry weight themselves, so that balance can't be judged from the body alone.
_BEARS: Final = (kit.Wall, kit.Post, kit.BandLine, kit.AnkleBand, kit.AnkleHold, kit.KneeBand, kit.Machine)
_TOPPLES: Final = 2.0
_CLEARS: Final = 2.5
_ENDS: Final = {
    "thigh": "hip knee",
    "shank": "knee ankle",
    "upper_arm": "shoulder elbow",
    "forearm": "elbow wrist",
}


Props: TypeAlias = tuple[kit.PropModel, ...]


class PoseFault(NamedTuple):
    """What is wrong: in which position (or 'start–finish'), by which rule, in words."""

    position: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.position}: {self.message} ({self.rule})"


def check_pose(pose: Pose) -> list[PoseFault]:
    """Everything that is impossible in a pose; nothing of this proves that it is the right exercise."""
    found_bodies = bodies(pose)
    faults = [fault for name, body in found_bodies.items() for fault in _moment(pose, name, body)]
    skeletons = {name: body.skeleton for name, body in found_bodies.items()}
    for (one, first), (two, second) in itertools.pairwise(skeletons.items()):
        short = {
            fault.split(":")[0] for body in (first, second) for fault in body.unreached
        }  # reported already
        found = slips(first, second, pose.props)
        faults += [PoseFault(f"{one}–{two}", "slips", way) for way in found if way.split()[0] not in short]
    name, last = list(skeletons.items())[-1]
    return faults + [PoseFault(name, "sides", message) for message in _sides(pose, last)]


def _moment(pose: Pose, name: Moment, body: PosedBody) -> Iterator[PoseFault]:
    position, skeleton = pose.positions[name], body.skeleton
    props = (*pose.props, *position.props)
    rules = {
        "reach": iter(skeleton.unreached),
        "length": _lengths(skeleton),
        "range": _ranges(position, skeleton),
        "through": _through(body, props),
        "support": _support(position, body, props),
        "bar": _bars(body, props),
        "balance": _balance(position, body, props),
        "mirror": _mirror(position, skeleton),
        "bare": _in_shoes(pose, position),
        "close": out_of_sight(pose, body),
        "signs": unclear_signs(pose, name, body),
    }
    for rule, messages in rules.items():
        yield from (PoseFault(name, rule, message) for message in messages)


def _lengths(body: Skeleton) -> Iterator[str]:
    for (bone, size), side in itertools.product(BONES.items(), SIDES):
        upper, lower = _ENDS[bone].split()
        found = length(body.joints[f"{upper}_{side}"] - body.joints[f"{lower}_{side}"])
        if abs(found - size) > 0.1:
            yield f"{bone}_{side} is {found:.1f} cm long instead of {size:.1f}"


def _ranges(position: Position, body: Skeleton) -> Iterator[str]:
    for joint, side, angle, (low, high) in out_of_range(joint_angles(body, position)):
        where = f"{joint} {side}".strip()
        yield f"{where} at {angle:.0f}°, possible are {low:.0f}° to {high:.0f}°"


# --- floor, furniture, the body itself ---------------------------------------------------------------


def _through(body: PosedBody, props: Props) -> Iterator[str]:
    blocks = [endless(block, body.skeleton) for block in solids(props)]
    for part, places in skin(body).items():
        low = -float(places[:, 2].min())
        if low > gives(part):
            yield f"{part} goes {low:.1f} cm through the floor"
        for block in blocks:
            deep = depth_in(places, block)
            if deep > gives(part):
                yield f"{part} goes {deep:.1f} cm into the {block.name}"
    for one, two, deep in collisions(body):
        yield f"{one} goes {deep:.1f} cm into {'the ' if '_' not in two else ''}{two}"


def _support(position: Position, body: PosedBody, props: Props) -> Iterator[str]:
    """A foot whose heel or ball is given rests on something; something of the body touches the ground."""
    machine = any(isinstance(prop, kit.Machine) for prop in props)
    tops = [0.0, *(solid.top for solid in solids(props))]
    for side, leg in position.legs.items():
        given = leg.foot and (leg.foot.heel or leg.foot.ball)
        if (
            given
            and not machine
            and not position.airborne
            and min(abs(given[-1] - top) for top in tops) > _CLEARS
        ):
            yield f"foot_{side} stands on nothing at {given[-1]:.0f} cm"
    if not machine and not position.airborne and len(resting(skin(body), solids(props))) == 0:
        low = min(float(places[:, 2].min()) for places in skin(body).values())
        yield f"nothing touches the floor, the lowest place is {low:.0f} cm above it"


def _balance(position: Position, body: PosedBody, props: Props) -> Iterator[str]:
    if position.airborne or any(isinstance(prop, _BEARS) for prop in props):
        return
    out = overhang(middle_of_mass(body.skeleton), resting(skin(body), solids(props)))
    if out > _TOPPLES:
        yield f"topples over: the centre of mass is {out:.0f} cm beyond what it stands on"


def _bars(body: PosedBody, props: Props) -> Iterator[str]:
    joints = body.skeleton.joints
    middle = (joints["grip_R"] + joints["grip_L"]) / 2
    for prop in props:
        if isinstance(prop, kit.PullUpBar):
            yield from _off_bar(body.skeleton, prop)
            yield from _bar_through(body, prop.x, prop.height, prop.half)
        elif isinstance(prop, stations.Pulldown) or (isinstance(prop, kit.Barbell) and prop.at is None):
            across = joints["grip_R"] - joints["grip_L"]
            off = math.hypot(float(across[0]), float(across[2]))
            if off > _CLEARS:
                yield f"the bar can't be in both hands, which are {off:.0f} cm apart across it"
            else:
                yield from _bar_through(body, float(middle[0]), float(middle[2]), prop.half)


def _off_bar(body: Skeleton, bar: kit.PullUpBar) -> Iterator[str]:
    for side in SIDES:
        grip = body.joints[f"grip_{side}"]
        off = math.hypot(float(grip[0]) - bar.x, float(grip[2]) - bar.height)
        if off > _CLEARS:
            yield f"hand_{side} is {off:.0f} cm off the bar"


def _bar_through(body: PosedBody, x: float, z: float, half: float) -> Iterator[str]:
    yield from (f"the bar goes through {part}" for part in across_bar(body, x, z, half))


def _in_shoes(pose: Pose, position: Position) -> Iterator[str]:
    for side, leg in position.legs.items():
        if not pose.barefoot and (leg.arch or leg.toes < 0):
            yield f"foot_{side} lifts its arch or curls its toes in a shoe"


# --- from one position to the next, and from side to side --------------------------------------------


def _mirror(position: Position, body: Skeleton) -> Iterator[str]:
    """What is the same for both sides comes out the same."""
    pelvis, spine = position.pelvis, position.spine
    if pelvis.roll or pelvis.yaw or spine.side or spine.twist:
        return
    angles = joint_angles(body, position)
    limbs = {"legs": ("hip", "knee", "ankle"), "arms": ("shoulder", "elbow")}
    for limb, joints in limbs.items():
        limbs = getattr(position, limb)
        if limbs["R"] != limbs["L"] or (limb == "arms" and not _mirrored(position)):
            continue
        for joint in joints:
            apart = abs(angles[joint, "R"] - angles[joint, "L"])
            if apart > 2:
                yield f"{joint} differs by {apart:.0f}° between right and left, though both are written the same"


def _mirrored(position: Position) -> bool:
    arm = position.arms["R"]
    return not isinstance(arm.hand, tuple) or len(arm.hand) == 2 or arm.mirror


def _sides(pose: Pose, finish: Skeleton) -> Iterator[str]:
    """`front` and `top` agree with the picture; feet on the floor aren't crossed."""
    ankles = {side: finish.joints[f"ankle_{side}"] for side in SIDES}
    if pose.front and float(ankles[other(pose.front)][0] - ankles[pose.front][0]) > 8:
        yield f"front is {pose.front}, but that foot is behind the other"
    if (
        pose.top
        and float(finish.joints[f"hip_{other(pose.top)}"][2] - finish.joints[f"hip_{pose.top}"][2]) > 4
    ):
        yield f"top is {pose.top}, but that hip is below the other"
    standing = all(float(ankle[2]) < SOLE + 4 for ankle in ankles.values())
    across = finish.parts["pelvis"].turn[:, 1]
    if standing and float((ankles["R"] - ankles["L"]) @ across) > 4:
        yield "the feet are crossed: the right one stands to the left of the left one"
