"""A pose and the muscles to show → a drawing: one pane of ink for each position, on one floor at one scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardmaker.figure import kit
from cardmaker.figure.anatomy import Side, other
from cardmaker.figure.arrows import Surroundings, arrow_area, draw_arrow, draw_clock, scaled
from cardmaker.figure.camera import VIEWS, Camera
from cardmaker.figure.ink import Ink
from cardmaker.figure.outline import NOTHING, Shape, Spot
from cardmaker.figure.painting import Shown, paint
from cardmaker.figure.person import USUAL
from cardmaker.figure.pose import Arrow, Clock, Moment, Pose
from cardmaker.figure.posed import PosedBody, posed
from cardmaker.figure.props import add
from cardmaker.figure.scenery import PropSolid, Scenery
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.stage import Stage


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

    *body_map* says that the movement hides its muscles, and a body map goes next to it; *cut* that limbs end at the
    upper edge of the picture, as in a close-up.
    """

    panes: tuple[Pane, ...]
    sides: dict[str, Side]
    stacked: bool
    floor: bool
    body_map: bool = False
    cut: bool = False


def camera_of(pose: Pose) -> Camera:
    """The pose's camera."""
    view = pose.view
    camera = VIEWS[view] if isinstance(view, str) else Camera(view.azimuth, view.elevation)
    return replace(camera, times=pose.close.times) if pose.close else camera


def bodies(pose: Pose, person: str = USUAL) -> dict[Moment, PosedBody]:
    """The body of each position, in space."""
    return {
        name: posed(position, person, bar=holds_bar((*pose.props, *position.props)), barefoot=pose.barefoot)
        for name, position in pose.positions.items()
    }


def holds_bar(props: Sequence[kit.PropModel]) -> bool:
    """Whether the hands hold something that lies across."""
    return any(prop.across for prop in props)


def scenery(pose: Pose, name: Moment, body: PosedBody) -> list[PropSolid]:
    """The solids about the body of a position."""
    at = Scenery(body, camera_of(pose))
    for prop in (*pose.props, *pose.positions[name].props):
        add(prop, at)
    return at.solids


def draw_pose(
    pose: Pose, primary: Sequence[str] = (), secondary: Sequence[str] = (), person: str = USUAL
) -> FigureDrawing:
    """Draw every position of a pose, with its muscles."""
    camera, found = camera_of(pose), bodies(pose, person)
    shown = Shown(primary, secondary, pose.muscle_sides)
    skeletons = [body.skeleton for body in found.values()]
    panes = tuple(_pane(pose, name, body, shown, camera) for name, body in found.items())
    sides = _sides(pose, skeletons[-1])
    return FigureDrawing(
        panes,
        sides,
        _stacked(pose, panes),
        pose.floor and camera.level,
        pose.body_map,
        pose.close is not None,
    )


def _pane(pose: Pose, name: Moment, body: PosedBody, shown: Shown, camera: Camera) -> Pane:
    stage = Stage(body, scenery(pose, name, body), camera, close=pose.close, near=pose.near)
    ink, face = paint(stage, pose.near, shown)
    spots = {joint: camera.spot(place) for joint, place in body.skeleton.joints.items()}
    joints = {joint: spot for joint, spot in spots.items() if stage.shows(spot)}
    arrows, clock = signs_on(pose, name)
    whole = stage.tracer.area(stage.figure, 0.5) if arrows else NOTHING
    around = Surroundings(spots, whole, camera.times, pose.floor and camera.level)
    signs = [draw_arrow(ink, arrow_area(arrow, around)) for arrow in arrows]
    if clock:
        signs.append(draw_clock(ink, scaled(clock.at, camera.times)))
    return Pane(name, ink, joints, face, tuple(signs))


def signs_on(pose: Pose, name: Moment) -> tuple[list[Arrow], Clock | None]:
    """The arrows and the clock of a position: those that name none are on the last."""
    final = (list(pose.positions)[-1],)
    arrows = [arrow for arrow in pose.arrows if name in (arrow.on or final)]
    return arrows, pose.clock if pose.clock and name in (pose.clock.on or final) else None


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
