"""Free weights → solids: barbell, trap bar, dumbbell, kettlebell, a bar with one end on the floor, medicine ball."""

import math
from typing import Final

from cardmaker.figure import kit
from cardmaker.figure.anatomy import Side
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import beam, cylinder, torus
from cardmaker.figure.vectors import Vec, across, cross, length, unit, vec

_RIM: Final = 0.7  # of a plate's radius, where its rim begins
_HUB: Final = 6.5
_SPOKES: Final = 3
_BAR, _SLEEVE = 1.4, 2.2  # radii
_AHEAD, _FLARE = 28.0, 16.0  # of a trap bar's frame: ahead of the handles, and out from them
_FRAME: Final = 1.8
_HORN: Final = 5.2  # radius of a kettlebell's handle
_BELL: Final = 9.0
_FIXED: Final = 3.0  # how high the fixed end of a bar lies
_BEYOND: Final = 34.0  # how far a bar with a fixed end goes on beyond the hands
_GRIP: Final = 17.0  # half the handle across such a bar
_PALM, _BEFORE = 5.0, 22.0  # from the middle of a hand to the bar's end in it, and from there to the plate


def barbell(prop: kit.Barbell, at: Scenery) -> None:
    """Plates have openings, so that hands, shins and the bar are seen through them."""
    middle = at.middle("grip") if prop.at is None else at.place(prop.at)
    left = vec(0, 1, 0)
    end = prop.half + 9
    at.add("metal", cylinder(middle - left * end, middle + left * end, _BAR), "bar")
    for side in (-1.0, 1.0):
        _plate(at, middle + left * (side * prop.half), left, prop.radius)
        inner = middle + left * (side * (prop.half - 2.6))
        at.add("metal", cylinder(inner, middle + left * (side * end), _SLEEVE), "bar")


def trap_bar(prop: kit.TrapBar, at: Scenery) -> None:
    """Six sides round the legs; the handles join the front and the back of them, at the hands."""
    middle = at.middle("grip")
    wide = abs(float(at.place("grip_R")[1]))
    corners = [
        middle + vec(x, side * y, 0)
        for side in (1.0, -1.0)
        for x, y in ((_AHEAD * side, wide), (0, wide + _FLARE), (-_AHEAD * side, wide))
    ]
    for first, second in zip(corners, [*corners[1:], corners[0]], strict=True):
        at.add("metal", cylinder(first, second, _FRAME), "bar")
    for side in (-1.0, 1.0):
        hand = middle + vec(0, side * wide, 0)
        at.add("metal", cylinder(hand - vec(_AHEAD, 0, 0), hand + vec(_AHEAD, 0, 0), _BAR), "bar")
        way = vec(0, side, 0)
        at.add(
            "metal", cylinder(middle + way * (wide + _FLARE), middle + way * (prop.half + 9), _SLEEVE), "bar"
        )
        _plate(at, middle + way * prop.half, way, prop.radius)


def _plate(at: Scenery, middle: Vec, axis: Vec, radius: float) -> None:
    half = 1.8
    rim = radius * (1 - _RIM) / 2
    up = unit(across(vec(0, 0, 1), axis))
    side = cross(axis, up)
    at.add("prop-dark", torus(middle, axis, radius - rim, (rim, half)), "plate")
    at.add("prop-dark", cylinder(middle - axis * half, middle + axis * half, _HUB), "plate")
    for i in range(_SPOKES):
        a = math.radians(360 / _SPOKES * i)
        out = up * math.cos(a) + side * math.sin(a)
        at.add("prop-dark", beam(middle + out * 3, middle + out * (radius - rim), 2.6), "plate")


def dumbbell(prop: kit.Dumbbell, at: Scenery) -> None:
    """A dumbbell in a fist lies along what the fingers close round."""
    middle = at.place(prop.at)
    a = math.radians(prop.along)
    way = at.camera.right * math.cos(a) + at.camera.up * math.sin(a)
    if (side := _fist(prop.at)) is not None:
        way = at.body.hand(side)[1][:, 1]
        way = unit(way * (1.0, 1.0, 0.0)) if abs(float(way[2])) < 0.5 else way
    at.add("metal", cylinder(middle - way * prop.half, middle + way * prop.half, 1.5))
    for end in (-1, 1):
        inner = middle + way * (end * (prop.half - 5))
        at.add("prop-dark", cylinder(inner, inner + way * (end * 6), 5.2, 24))


def _fist(spot: kit.Spot) -> Side | None:
    if not isinstance(spot, str) or not spot.startswith("grip_"):
        return None
    return "R" if spot.endswith("R") else "L"


def kettlebell(prop: kit.Kettlebell, at: Scenery) -> None:
    """Its handle lies across for both hands, in one along what the fingers close round."""
    a = math.radians(prop.upside)
    down = -vec(math.sin(a), 0, math.cos(a))
    handle = vec(0, 1, 0)
    if (side := _fist(prop.at)) is not None:
        handle = across(at.body.hand(side)[1][:, 1], down)
        handle = unit(handle) if length(handle) > 0.3 else vec(0, 1, 0)
    hand = at.place(prop.at)
    ring = torus(hand + down * (_HORN - 0.6), cross(handle, down), _HORN, (1.5, 1.5))
    at.add("prop-dark", ring, "bell")
    at.ball("prop-dark", hand + down * (_HORN + 0.3 + _BELL), _BELL)


def landmine(prop: kit.Landmine, at: Scenery) -> None:
    """A bar with one end fixed on the floor, and a plate near the other: beyond the handle that both hands hold, or
    before the end that lies in one."""
    fixed = vec(prop.x, 0, _FIXED)
    hands = at.middle("grip") if prop.end is None else at.place(f"grip_{prop.end}")
    way = unit(hands - fixed)
    if prop.end is None:
        end, plate = hands - vec(0, 0, _BAR * 2) + way * _BEYOND, 12.0
    else:
        end, plate = hands + way * _PALM, _BEFORE
    at.add("metal", cylinder(fixed, end, _BAR), "bar")
    if prop.end is None:
        at.add("metal", cylinder(hands - vec(0, _GRIP, 0), hands + vec(0, _GRIP, 0), _BAR), "bar")
    at.add("metal", cylinder(end - way * (plate + 6), end, _SLEEVE), "bar")
    _plate(at, end - way * plate, way, prop.radius)
    at.block("prop-dark", fixed - vec(8, 8, _FIXED), fixed + vec(6, 8, 2), "foot")


def medicine_ball(prop: kit.MedicineBall, at: Scenery) -> None:
    """A ball between both hands, or where it flies."""
    at.ball("prop-dark", at.middle("grip") if prop.at is None else at.place(prop.at), prop.radius)
