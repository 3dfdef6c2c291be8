"""A pose and a posed body → what of its signs can't be read: arrows across the body, a close-up of nothing."""

from collections.abc import Iterator
from typing import Final

from cardmaker.figure.arrows import Surroundings, arrow_area, clock_area, scaled
from cardmaker.figure.pose import Moment, Pose
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.scene import camera_of, scenery, signs_on
from cardmaker.figure.stage import SOLIDS, Stage

_COARSE: Final = 2.0
"""Pixels a cm, enough to see what crosses what."""
_OVER: Final = 8.0  # cm² of the body that a sign may cover: an edge
_FAR: Final = 16.0
"""cm from the figure to the nearer end of an arrow, from which it no longer seems to be what moves."""


def unclear_signs(pose: Pose, name: Moment, body: PosedBody) -> Iterator[str]:
    """Arrows and clocks that lie on the body, and arrows that are far from anything, in words."""
    arrows, clock = signs_on(pose, name)
    if not arrows and not clock:
        return
    camera = camera_of(pose)
    stage = Stage(body, scenery(pose, name, body), camera, _COARSE, pose.close)
    figure = stage.tracer.area(stage.figure, 0.5)
    flesh = stage.tracer.area((stage.thing >= 0) & (stage.thing < SOLIDS), 0.5)
    spots = {joint: camera.spot(place) for joint, place in body.skeleton.joints.items()}
    around = Surroundings(spots, figure, camera.times, pose.floor and camera.level)
    for number, arrow in enumerate(pose.arrows, 1):
        if arrow not in arrows:
            continue
        area = arrow_area(arrow, around)
        if area.intersection(flesh).area > _OVER:
            yield f"arrow {number} runs across the body"
        if (far := area.distance(figure)) > _FAR:
            yield f"arrow {number} is {far / camera.times:.0f} cm from the figure"
    if clock and clock_area(scaled(clock.at, camera.times)).intersection(figure).area > _OVER:
        yield "the clock lies on the figure"


def out_of_sight(pose: Pose, body: PosedBody) -> Iterator[str]:
    """A close-up that shows none of the joints of what it is to show."""
    close = pose.close
    if close is None:
        return
    camera = camera_of(pose)
    name, _, side = (close.only or "").partition("_")
    wanted = _JOINTS[name] if name else ()
    joints = [f"{joint}_{side}" for joint in wanted] or list(body.skeleton.joints)
    low, high = ((scaled((close.across[i], close.up[i]), camera.times)) for i in (0, 1))
    for joint in joints:
        x, y = camera.spot(body.skeleton.joints[joint])
        if low[0] <= x <= high[0] and low[1] <= y <= high[1]:
            return
    yield f"nothing of {'the body' if not name else f'{name}_{side}'} is in the close-up"


_JOINTS: Final = {
    "leg": ("hip", "knee", "ankle", "heel", "toes"),
    "arm": ("shoulder", "elbow", "wrist", "grip"),
}
