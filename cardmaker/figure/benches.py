"""Benches with raised pads, and bars to support oneself on → solids; their pads lie where the skin touches them."""

from typing import Final

from cardmaker.figure import stations
from cardmaker.figure.anatomy import SOLE
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.vectors import Vec, unit, vec

FRAME: Final = 2.6  # half the thickness of a machine's beams
PRESSED: Final = 1.2  # cm that flesh is pressed into a pad
_DOWN: Final = vec(0, 0, -1)


def face(at: Scenery, way: Vec, *segments: str) -> float:
    """How far beyond the hips a pad lies along a direction, so that the skin of some segments lies on it."""
    hip = at.skeleton.joints["pelvis"]
    return at.body.reach(way, *segments) - float(hip @ way) - PRESSED


def seat_height(at: Scenery) -> float:
    """The height of a level seat under the trunk."""
    return float(at.skeleton.joints["pelvis"][2]) - face(at, _DOWN, "trunk")


def stand(at: Scenery, x: float, top: float, half: float = 16.0) -> None:
    """A post from a foot across the floor up to a pad."""
    at.rod("prop", vec(x, 0, 2), vec(x, 0, top), FRAME)
    at.rod("prop", vec(x, -half, 2.2), vec(x, half, 2.2), 2.2)


def incline_bench(prop: stations.InclineBench, at: Scenery) -> None:
    """The raised pad, the seat of somebody who lies on their back, and the frame below."""
    hip, trunk = at.skeleton.joints["pelvis"], at.skeleton.parts["pelvis"].turn
    up, back = trunk[:, 2], prop.under == "back"
    out = -trunk[:, 0] if back else trunk[:, 0]
    level = hip + out * face(at, out, "trunk")
    low, high = level + up * (-4 if back else 2), level + up * (76 if back else 54)
    at.slab("prop-dark", low, high, -7 if back else 7, (-14, 14))
    for share in (0.24, 0.78):
        under = low + (high - low) * share + out * 9
        stand(at, float(under[0]), float(under[2]))
    at.rod("prop", low + (high - low) * 0.1 + out * 8, low + (high - low) * 0.9 + out * 8, 2.0)
    feet = [float((low + (high - low) * share + out * 9)[0]) for share in (0.24, 0.78)]
    at.rod("prop", vec(feet[0], 0, 2.2), vec(feet[1], 0, 2.2), 2.2)
    if back:
        height = seat_height(at)
        at.slab("prop-dark", vec(float(low[0]) + 2, 0, height), vec(hip[0] + 21, 0, height), 7, (-14, 14))
        at.rod("prop", vec(float(low[0]), 0, height - 9), vec(hip[0] + 18, 0, height - 9), 2.0)


def preacher_bench(prop: stations.PreacherBench, at: Scenery) -> None:
    """A pad along the backs of the upper arms, on a post, and the seat."""
    arm = at.skeleton.parts["upper_arm_R"]
    way = unit((at.middle("elbow") - at.middle("shoulder")) * (1, 0, 1))
    out = vec(float(way[2]), 0, -float(way[0]))
    elbow = at.middle("elbow")
    deep = at.body.reach(out, "upper_arm_R", "upper_arm_L") - float(elbow @ out) - PRESSED
    low = elbow + out * deep + way * 6
    high = low - way * (float(arm.length) + 1)
    at.slab("prop-dark", high, low, 7, (-24, 24))
    middle = low * 0.8 + high * 0.2 + out * 6
    stand(at, float(middle[0]), float(middle[2]))
    hip, height = at.skeleton.joints["pelvis"], seat_height(at)
    at.slab("prop-dark", vec(hip[0] - 15, 0, height), vec(hip[0] + 15, 0, height), 6.5, (-15, 15))
    stand(at, float(hip[0]), height - 4)
    at.rod("prop", vec(hip[0], 0, 2.2), vec(float(middle[0]), 0, 2.2), 2.2)


def back_extension_bench(prop: stations.BackExtensionBench, at: Scenery) -> None:
    """A pad before the thighs, along them, rollers behind the ankles, a plate at the soles, and the frame."""
    body = at.skeleton
    thigh, foot = body.parts["thigh_R"].turn, body.parts["foot_R"].turn
    up, out = thigh[:, 2], thigh[:, 0]
    hip, ankle = body.joints["pelvis"], at.middle("ankle")
    level = hip + out * face(at, out, "thigh_R", "thigh_L")
    high, low = level - up * 4, level - up * 30
    at.slab("prop-dark", low, high, 8, (-19, 19))
    post = (low + high) / 2 + out * 7
    shank = body.parts["shank_R"].turn
    behind = ankle + shank[:, 2] * 8 - shank[:, 0] * 9.6
    sole = ankle - foot[:, 2] * SOLE
    at.rod("prop", post, sole + foot[:, 0] * 17, FRAME)
    stand(at, float(post[0]), float(post[2]), 20)
    end = sole + foot[:, 0] * 4 - foot[:, 2] * 3
    stand(at, float(end[0]), float(end[2]), 20)
    at.rod("prop", vec(post[0] + 8, 0, 2.2), vec(end[0] - 8, 0, 2.2), 2.2)
    at.slab("prop", sole - foot[:, 0] * 8, sole + foot[:, 0] * 20, 3.6, (-19, 19))
    for y in (-20, 20):
        side = vec(0, y, 0)
        at.rod("prop", sole - foot[:, 0] * 7 - foot[:, 2] * 2 + side, behind + side, 1.6)
    at.roller("prop-dark", behind, 4.4, (-20, 20))


def dip_bars(prop: stations.DipBars, at: Scenery) -> None:
    """Two bars, each on a post at both ends."""
    left, right = prop.x
    for y in (-prop.wide, prop.wide):
        for x in prop.x:
            at.rod("prop", vec(x, y, 2), vec(x, y, prop.height), 2.2)
        at.rod("prop", vec(left - 6, y, 2.2), vec(right + 6, y, 2.2), 2.2)
        at.rod("metal", vec(left - 3, y, prop.height), vec(right + 3, y, prop.height), 1.8)
    for x in prop.x:
        at.rod("prop", vec(x, -prop.wide, 2.2), vec(x, prop.wide, 2.2), 2.2)
