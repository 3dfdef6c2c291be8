"""Lines of three weights, where the figure has edges; open ends taper; arrows start at what moves."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shapely.geometry import LineString, Point

from cardmaker.errors import TemplateError
from cardmaker.figure.arrows import Surroundings, arrow_area
from cardmaker.figure.camera import Camera
from cardmaker.figure.ink import LINES, Ink
from cardmaker.figure.library import pose_file
from cardmaker.figure.outline import areas, join
from cardmaker.figure.painting import Shown, paint
from cardmaker.figure.pose import Arm, Arrow, Leg, Pelvis, Position
from cardmaker.figure.posed import posed
from cardmaker.figure.reading import read_pose
from cardmaker.figure.stage import BODY, Stage

STANDING = Position(
    pelvis=Pelvis(at=(0.0, 90.0)),
    legs={"R": Leg(hip=0, abd=6), "L": Leg(hip=0, abd=6)},
    arms={"R": Arm(shoulder=20, elbow=30), "L": Arm(shoulder=0, abd=12)},
)


@cache
def stage() -> Stage:
    """Somebody who stands, made once, when a test asks for it."""
    return Stage(posed(STANDING), [], Camera(20), 8.0)


@cache
def painted() -> tuple[Ink, Any]:
    """The ink of the figure, and its face."""
    return paint(stage(), "R", Shown())


def lines(css: str) -> list[LineString]:
    return [mark.shape for mark in painted()[0].marks if mark.kind == "line" and mark.css == css]  # type: ignore[misc]


def test_silhouettes_are_heavier_than_overlaps_and_those_than_details() -> None:
    assert LINES["outline"] > 1.2 * LINES["line"] > 1.4 * LINES["detail"]


def test_the_silhouette_goes_round_the_body() -> None:
    whole = stage().tracer.area(stage().solid)
    drawn = join([*lines("outline"), *lines("line")])
    rim = whole.boundary
    assert rim.difference(drawn.buffer(0.5)).length < 0.05 * rim.length


def test_no_silhouette_runs_inside_the_figure() -> None:
    whole = stage().tracer.area(stage().solid)
    deep = whole.buffer(-3)
    assert sum(line.intersection(deep).length for line in lines("outline")) < 0.1 * whole.length


def test_the_near_arm_before_the_trunk_has_a_line() -> None:
    elbow = Point(stage().camera.spot(stage().body.skeleton.joints["elbow_R"]))
    assert min(line.distance(elbow) for line in lines("line") + lines("outline")) < 6


def test_no_line_floats() -> None:
    """Each end of a line is near another line or tapers."""
    strokes = [mark for mark in painted()[0].marks if mark.kind == "line" and mark.css in LINES]
    tapers = join([mark.shape for mark in painted()[0].marks if mark.css == "taper"])
    for n, mark in enumerate(strokes):
        rest = join([other.shape for i, other in enumerate(strokes) if i != n] + [tapers])
        for end in (0, -1):
            spot = Point(mark.shape.coords[end])
            closed = mark.shape.is_closed
            assert closed or rest.distance(spot) < 2.0, f"{mark.css} ends in the open at {spot}"


def test_tapers_narrow() -> None:
    wedges = [piece for mark in painted()[0].marks if mark.css == "taper" for piece in areas(mark.shape)]
    assert wedges
    for wedge in wedges:
        assert wedge.area < 0.9 * LINES["line"] * wedge.length / 2


def test_areas_cover_the_figure_without_gaps() -> None:
    cover = join([mark.shape for mark in painted()[0].marks if mark.kind == "area" and mark.css != "taper"])
    whole = stage().tracer.area(stage().solid)
    assert whole.difference(cover.buffer(0.15)).area < 0.01 * whole.area


def test_far_limbs_differ_from_near_ones_only_from_the_side() -> None:
    assert {"skin-far", "shoe-far"} <= {mark.css for mark in painted()[0].marks}
    front, _ = paint(Stage(posed(STANDING), [], Camera(90), 4.0), "R", Shown())
    assert not [mark for mark in front.marks if mark.css.endswith("-far")]


def test_the_face_is_where_the_head_is() -> None:
    head = stage().camera.spot(stage().body.skeleton.parts["head"].place(2, 0, 8))
    assert painted()[1].contains(Point(head))
    assert (stage().thing == BODY).any() and painted()[1].area < 900


# --- arrows ------------------------------------------------------------------------------------------


def test_an_arrow_starts_next_to_what_moves_and_clear_of_the_body() -> None:
    whole = stage().tracer.area(stage().solid)
    joints = {name: stage().camera.spot(place) for name, place in stage().body.skeleton.joints.items()}
    arrow = Arrow(of="knee_R", off=(1.0, 0.0), way=(30.0, 0.0))
    shape = arrow_area(arrow, Surroundings(joints, whole))
    assert shape.intersection(whole).is_empty
    assert shape.centroid.y == pytest.approx(joints["knee_R"][1], abs=0.5)
    assert whole.distance(shape) < 4


@pytest.mark.parametrize(
    ("arrow", "wrong"),
    [
        ("{of: kne_R, way: [0, 30]}", "no joint 'kne_R'; did you mean 'knee_R'"),
        ("{of: knee_R}", "needs a 'way'"),
        ("{to: [0, 30]}", "say where with 'of' and 'way'"),
    ],
)
def test_an_arrow_that_leads_nowhere_is_reported(arrow: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(f"start: {{}}\narrows: [{arrow}]\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=wrong):
        read_pose(path)


def test_bundled_arrows_start_at_what_moves() -> None:
    for exercise in ("squat", "deadlift", "clamshell", "russian-twist"):
        pose = read_pose(pose_file(exercise))
        assert all(arrow.of for arrow in pose.arrows), exercise
    assert np.isfinite(stage().buffer.depth[stage().solid]).all()
