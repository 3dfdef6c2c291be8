"""Sled, ropes, rower, bikes and ski machine → solids about the body that drives them."""

import math
from typing import Final

import numpy as np

from cardmaker.figure import stations
from cardmaker.figure.anatomy import BALL, SIDES, SOLE, side_sign
from cardmaker.figure.benches import FRAME, seat_height
from cardmaker.figure.cables import stirrup
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import cylinder, tube
from cardmaker.figure.vectors import Vec, unit, vec

_ACROSS: Final = vec(0, 1, 0)
_ROPE: Final = 2.0
_WAVES: Final = 3.0  # crests between a hand and the anchor
_SADDLE: Final = 5.0
_FAN: Final = 29.0
_SPOKES: Final = 2


def sled(prop: stations.Sled, at: Scenery) -> None:
    """Two runners under the hands, plates on a rod between them, and a post through each fist."""
    hands = at.middle("grip")
    x = float(hands[0]) + 4
    for side in SIDES:
        y = float(at.skeleton.joints[f"grip_{side}"][1])
        at.rod("prop", vec(x - 22, y, 3), vec(x + 62, y, 3), 3.0)
        at.rod("prop", vec(x + 62, y, 3), vec(x + 72, y, 11), 2.6)
        grip = at.skeleton.joints[f"grip_{side}"]
        at.rod("metal", vec(x, y, 4), vec(x, y, 24), 2.4)
        at.add("metal", cylinder(vec(float(grip[0]), y, 6), grip + vec(0, 0, 20), 1.9), f"post_{side}")
    wide = float(at.skeleton.joints["grip_L"][1])
    for place in (x - 8, x + 28, x + 56):
        at.rod("prop", vec(place, -wide, 5), vec(place, wide, 5), 2.4)
    middle = vec(x + 28, 0, 8)
    at.add("metal", cylinder(middle, middle + vec(0, 0, 34), 2.2))
    for i in range(3):
        low = middle + vec(0, 0, 5.4 * i)
        at.add("prop-dark", cylinder(low, low + vec(0, 0, 5.4), 21.0, 48))


def battle_rope(prop: stations.BattleRope, at: Scenery) -> None:
    """Two strands in waves from the fists to an anchor on the floor: one hand's wave rises where the other's falls."""
    anchor = vec(prop.x, 0, 4)
    level = float(at.middle("grip")[2])
    for side in SIDES:
        grip = at.skeleton.joints[f"grip_{side}"]
        swing = float(grip[2]) - level
        t = np.linspace(0, 1, 61)
        line = grip + np.outer(t, anchor - grip)
        sag = -0.35 * level * np.sin(math.pi * t) * (1 - t)
        wave = swing * (np.cos(2 * math.pi * _WAVES * t) * (1 - t) - (1 - t))
        line[:, 2] = np.maximum(line[:, 2] + sag + wave, _ROPE)
        at.add("prop-dark", tube(line, _ROPE), f"rope_{side}")
        end = grip + unit(line[0] - line[3]) * 8
        at.add("prop-dark", cylinder(grip, end, _ROPE), f"rope_{side}")
    at.block("prop", anchor - vec(4, 7, 4), anchor + vec(6, 7, 6), "anchor")


def rowing_machine(prop: stations.RowingMachine, at: Scenery) -> None:
    """A seat on its rail, plates at the soles, the flywheel's housing, and the chain to the handle."""
    hip, height = at.skeleton.joints["pelvis"], seat_height(at)
    rear, front = prop.x
    rail = height - 7
    at.rod("prop", vec(rear, 0, rail), vec(front, 0, rail), 2.8)
    at.rod("prop", vec(rear + 6, 0, 2), vec(rear + 6, 0, rail), 2.2)
    at.rod("prop", vec(rear + 6, -16, 2.2), vec(rear + 6, 16, 2.2), 2.2)
    at.rod("prop", vec(front + 8, 0, 2), vec(front + 8, 0, rail + 22), FRAME)
    at.rod("prop", vec(front + 8, -18, 2.2), vec(front + 8, 18, 2.2), 2.2)
    at.slab("prop-dark", vec(hip[0] - 12, 0, height), vec(hip[0] + 12, 0, height), 4.2, (-13, 13))
    for side in SIDES:
        foot = at.skeleton.parts[f"foot_{side}"]
        ball = foot.place(BALL, 0, -SOLE)
        y = float(foot.origin[1])
        heel, toes = ball - foot.turn[:, 0] * 20, ball + foot.turn[:, 0] * 8
        at.slab("prop", heel * (1, 0, 1), toes * (1, 0, 1), 3.0, (y - 7, y + 7))
        at.rod("prop", ball - foot.turn[:, 2] * 3, vec(float(ball[0]) + 2, 0, rail), 1.8)
    wheel = vec(front + 12, 0, rail + 28)
    at.add("prop-dark", cylinder(wheel - _ACROSS * 5, wheel + _ACROSS * 5, 21.0, 48))
    at.add("prop", cylinder(wheel - _ACROSS * 5.4, wheel + _ACROSS * 5.4, 7.0), plain=True)
    hands = at.middle("grip")
    at.add("prop-dark", cylinder(hands, wheel + vec(-16, 0, 10), 0.6, 12), "cable")
    at.rod("metal", hands - _ACROSS * 20, hands + _ACROSS * 20, 1.5)


def exercise_bike(prop: stations.ExerciseBike, at: Scenery) -> None:
    """Saddle, frame, pedals opposite one another, a flywheel or a fan before them, and what the hands hold."""
    hip, height = at.skeleton.joints["pelvis"], seat_height(at)
    balls = [at.skeleton.parts[f"foot_{side}"].place(BALL - 2, 0, -SOLE) for side in SIDES]
    crank = (balls[0] + balls[1]) / 2 * (1, 0, 1)
    hands = at.middle("grip")
    radius = _FAN if prop.air else 22.0
    wheel = vec(float(crank[0]) + 30 + radius, 0, radius + 5)
    at.slab("prop-dark", vec(hip[0] - 13, 0, height), vec(hip[0] + 13, 0, height + 0.5), _SADDLE, (-9, 9))
    rear, front = float(hip[0]) - 6, float(wheel[0]) + 10
    at.rod("prop", vec(float(hip[0]) - 1, 0, height - 4), vec(float(hip[0]) + 14, 0, 3), 2.4)
    at.rod("prop", vec(rear, 0, 3), vec(front, 0, 3), 3.0)
    for x in (rear, front):
        at.rod("prop", vec(x, -22, 3), vec(x, 22, 3), 3.0)
    at.rod("prop", crank * (1, 0, 0) + vec(0, 0, 4), crank, 3.2)
    for side, ball in zip(SIDES, balls, strict=True):
        axle = crank + vec(0, side_sign(side) * 5.5, 0)
        at.rod("metal", axle, vec(float(ball[0]), float(axle[1]), float(ball[2]) - 1.5), 1.3)
        at.block("prop-dark", ball + vec(-5.5, -5, -2.6), ball + vec(5.5, 5, -0.2))
    at.add("prop-dark", cylinder(crank - _ACROSS * 4, crank + _ACROSS * 4, 8.5, 40))
    if prop.air:
        _fan(at, wheel)
        _moving_handles(at, crank)
        return
    at.add("prop-dark", cylinder(wheel - _ACROSS * 3, wheel + _ACROSS * 3, radius, 48))
    at.add("prop", cylinder(wheel - _ACROSS * 3.4, wheel + _ACROSS * 3.4, radius * 0.5), plain=True)
    head = vec(float(wheel[0]) - 6, 0, float(hands[2]) - 8)
    at.rod("prop", vec(float(wheel[0]), 0, 4), head, 2.6)
    at.rod("prop", head, vec(float(hands[0]) + 3, 0, float(hands[2])), 2.0)
    right, left = (at.skeleton.joints[f"grip_{side}"] for side in SIDES)
    at.rod("metal", right, left, 1.6)
    for side, grip in zip(SIDES, (right, left), strict=True):
        along = at.body.hand(side)[1][:, 1]
        at.add("metal", cylinder(grip - along * 6, grip + along * 6, 1.6), f"bar_{side}")


def _fan(at: Scenery, wheel: Vec) -> None:
    """A fan's cage: a rim, and spokes on a disc."""

    def disc(css: str, radius: float, out: float) -> None:
        face = wheel + _ACROSS * (out * at.near)
        at.add(css, cylinder(wheel, face, radius, 48), "fan", plain=True)

    at.add("prop-dark", cylinder(wheel - _ACROSS * 4, wheel + _ACROSS * 4, _FAN, 48))
    disc("prop-light", _FAN - 3.0, 4.4)
    face = wheel + _ACROSS * (4.6 * at.near)
    for i in range(_SPOKES):
        a = math.pi * (i + 0.5) / _SPOKES
        out = vec(math.cos(a), 0, math.sin(a)) * (_FAN - 2)
        at.add("prop-dark", cylinder(face - out, face + out, 1.0, 8), "fan", plain=True)
    disc("prop-dark", 7.0, 5.6)


def _moving_handles(at: Scenery, pivot: Vec) -> None:
    """A lever through each fist, about the crank's axis."""
    at.rod("prop", pivot - _ACROSS * 15, pivot + _ACROSS * 15, 2.2)
    for side in SIDES:
        grip = at.skeleton.joints[f"grip_{side}"]
        foot = pivot + vec(0, side_sign(side) * 14, 0)
        along = at.body.hand(side)[1][:, 1]
        up = along if float(along[2]) > 0 else -along
        at.rod("prop", foot, grip + up * 8, 1.6)


def ski_machine(prop: stations.SkiMachine, at: Scenery) -> None:
    """A column on a base, the flywheel's housing at its foot, and a cord from its top to each hand."""
    top = vec(prop.x, 0, prop.height)
    at.rod("prop", vec(prop.x, 0, 2), top, 3.4)
    at.rod("prop", vec(prop.x - 46, 0, 2.4), vec(prop.x + 16, 0, 2.4), 2.4)
    at.rod("prop", vec(prop.x + 10, -24, 2.4), vec(prop.x + 10, 24, 2.4), 2.4)
    at.rod("prop", top - vec(2, 15, 0), top + vec(-2, 15, 0), 2.4)
    wheel = vec(prop.x + 2, 0, 42)
    at.add("prop-dark", cylinder(wheel - _ACROSS * 7, wheel + _ACROSS * 7, 21.0, 48))
    at.add("prop", cylinder(wheel - _ACROSS * 7.4, wheel + _ACROSS * 7.4, 7.0), plain=True)
    for side in SIDES:
        pulley = top + vec(-6, side_sign(side) * 14, -1)
        at.add("prop-dark", cylinder(pulley - _ACROSS * 1.5, pulley + _ACROSS * 1.5, 4.0))
        grip = at.skeleton.joints[f"grip_{side}"]
        end = stirrup(at, grip, at.body.hand(side)[1][:, 1], pulley)
        at.add("prop-dark", cylinder(pulley, end, 0.6, 12), f"cord_{side}")
