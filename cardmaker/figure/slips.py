"""Two positions of a pose → what slides between them although it was planted: feet, hands, elbows, knees."""

from collections.abc import Iterator, Sequence
from typing import Final

from cardmaker.figure import kit
from cardmaker.figure.anatomy import BALL, HEEL, SIDES, SOLE, Side
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.touch import Solid, solids
from cardmaker.figure.vectors import Vec, length

_SLIP, _STEP = 0.8, 6.0  # cm: what has moved less stays, what has moved more was meant to
_SOLE_CLOSE: Final = 1.5
_HAND_CLOSE: Final = 6.5
_JOINT_CLOSE: Final = {"elbow": 5.2, "knee": 7.0}  # with the flesh below them


def slips(first: Skeleton, second: Skeleton, props: Sequence[kit.PropModel]) -> Iterator[str]:
    """What slides by so little that it can only be meant to stay, in words."""
    tops = solids(props)
    for side in SIDES:
        soles = [
            _way(_sole(first, side, at), _sole(second, side, at), _SOLE_CLOSE, tops) for at in (BALL, -HEEL)
        ]
        yield from _slides(f"foot_{side}", min((way for way in soles if way is not None), default=None))
        yield from _slides(f"hand_{side}", _way(_palm(first, side), _palm(second, side), _HAND_CLOSE, tops))
        for joint, close in _JOINT_CLOSE.items():
            name = f"{joint}_{side}"
            yield from _slides(name, _way(first.joints[name], second.joints[name], close, tops))
    if any(prop.across for prop in props):
        apart = [length(body.joints["grip_R"] - body.joints["grip_L"]) for body in (first, second)]
        if abs(apart[0] - apart[1]) > 2 * _SLIP:
            yield f"the hands slide {abs(apart[0] - apart[1]):.1f} cm along the bar"


def _slides(name: str, way: float | None) -> Iterator[str]:
    if way is not None and _SLIP < way < _STEP:
        yield f"{name} slides {way:.1f} cm"


def _way(one: Vec, two: Vec, close: float, tops: Sequence[Solid]) -> float | None:
    """How far a place moved if it touches the same thing both times."""
    touched = [_touched(place, close, tops) for place in (one, two)]
    return length(one - two) if touched[0] & touched[1] else None


def _touched(place: Vec, close: float, tops: Sequence[Solid]) -> set[str]:
    z = float(place[2])
    found = {"floor"} if abs(z) < close else set()
    for solid in tops:
        x, y = float(place[solid.axis]), float(place[1 - solid.axis])
        on_top = solid.left - 1 < x < solid.right + 1 and solid.across[0] - 1 < y < solid.across[1] + 1
        over = on_top and abs(z - solid.top) < close
        beside = solid.name == "wall" and abs(x - solid.left) < close and solid.low < z < solid.top
        if over or beside:
            found.add(solid.name)
    return found


def _sole(body: Skeleton, side: Side, ahead: float) -> Vec:
    return body.parts[f"foot_{side}"].place(ahead, 0, -SOLE)


def _palm(body: Skeleton, side: Side) -> Vec:
    return body.parts[f"hand_{side}"].place(0, 0, -4)
