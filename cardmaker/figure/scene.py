"""A pose and the muscles to show → a drawing: one pane of ink for each position, on one floor at one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardmaker.figure.anatomy import SIDES, Side, other
from cardmaker.figure.arrows import draw_arrow, draw_clock
from cardmaker.figure.body import body
from cardmaker.figure.camera import VIEWS, Camera
from cardmaker.figure.ink import Ink
from cardmaker.figure.muscles import muscles
from cardmaker.figure.outline import Shape, Spot, join
from cardmaker.figure.painting import BodyPainter
from cardmaker.figure.pose import Pose, Position
from cardmaker.figure.props import draw
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.solver import solve


@dataclass(frozen=True)
class Pane:
    """One position: its ink, where its joints are, and what callouts must not cross (face, arrows)."""

    name: str
    ink: Ink
    joints: dict[str, Spot]
    face: Shape
    arrows: tuple[Shape, ...]


@dataclass(frozen=True)
class FigureDrawing:
    """The panes of a figure and which side of the body a cue's words mean ('front' → 'R').

    *body_map* says that the movement hides its muscles, and a body map goes next to it.
    """

    panes: tuple[Pane, ...]
    sides: dict[str, Side]
    stacked: bool
    floor: bool
    body_map: bool = False


def camera_of(pose: Pose) -> Camera:
    """The pose's camera."""
    if isinstance(pose.view, str):
        return VIEWS[pose.view]
    return Camera(pose.view.azimuth, pose.view.elevation)


def draw_pose(pose: Pose, primary: Sequence[str] = (), secondary: Sequence[str] = ()) -> FigureDrawing:
    """Draw every position of a pose, with its muscles."""
    camera = camera_of(pose)
    solved: dict[str, Skeleton] = {name: solve(position) for name, position in pose.positions.items()}
    panes = tuple(
        _pane(pose, name, position, solved, camera, primary, secondary)
        for name, position in pose.positions.items()
    )
    sides = _sides(pose, list(solved.values())[-1])
    return FigureDrawing(panes, sides, _stacked(pose, panes), pose.floor and camera.level, pose.body_map)


def _pane(
    pose: Pose,
    name: str,
    position: Position,
    solved: dict[str, Skeleton],
    camera: Camera,
    primary: Sequence[str],
    secondary: Sequence[str],
) -> Pane:
    skeleton, ink = solved[name], Ink()
    grips = {side: position.arms[side].grip for side in SIDES}
    shapes = body(skeleton, camera, grips)
    shown = muscles(skeleton, camera, primary, secondary, pose.muscle_sides)
    painter = BodyPainter(shapes, camera, pose.near, shown)
    _props(pose, position, Scenery(skeleton, camera, ink, "behind"))
    for part in position.order or painter.order():
        if part == "between":
            _props(pose, position, Scenery(skeleton, camera, ink, "between"))
        else:
            painter.paint(ink, part)
    _props(pose, position, Scenery(skeleton, camera, ink, "front"))
    first, last = next(iter(solved.values())), list(solved.values())[-1]
    final = (list(pose.positions)[-1],)
    signs = [
        draw_arrow(ink, arrow, camera, first, last) for arrow in pose.arrows if name in (arrow.on or final)
    ]
    if pose.clock and name in (pose.clock.on or final):
        signs.append(draw_clock(ink, pose.clock.at))
    joints = {joint: camera.spot(place) for joint, place in skeleton.joints.items()}
    return Pane(name, ink, joints, join([shapes.head.skin, shapes.head.hair]), tuple(signs))


def _props(pose: Pose, position: Position, at: Scenery) -> None:
    for prop in (*pose.props, *position.props):
        draw(prop, at)


def _sides(pose: Pose, finish: Skeleton) -> dict[str, Side]:
    """front, rear, top and bottom as sides; what has no word of its own is the near side."""
    ahead = float(finish.joints["ankle_R"][0] - finish.joints["ankle_L"][0])
    front = pose.front or (pose.near if abs(ahead) < 8 else "R" if ahead > 0 else "L")
    above = float(finish.joints["hip_R"][2] - finish.joints["hip_L"][2])
    top = pose.top or (pose.near if abs(above) < 4 else "R" if above > 0 else "L")
    return {"": pose.near, "front": front, "rear": other(front), "top": top, "bottom": other(top)}


def _stacked(pose: Pose, panes: tuple[Pane, ...]) -> bool:
    if pose.arrange:
        return pose.arrange == "stacked"
    boxes = [pane.ink.extent for pane in panes]
    wide = max(right - left for left, _, right, _ in boxes)
    tall = max(high for *_, high in boxes) - min(low for _, low, _, _ in boxes)
    return len(panes) > 1 and wide > 1.25 * tall
