"""Machines, bars and holds lie where the body touches them."""

from pathlib import Path

import pytest
from shapely.geometry import Point, box

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.ink import Ink
from cardmaker.figure.kit import Prop
from cardmaker.figure.library import pose_file
from cardmaker.figure.muscles import muscles
from cardmaker.figure.outline import Shape, join
from cardmaker.figure.pose import Pose
from cardmaker.figure.props import draw
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import camera_of
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.solver import solve

KNEELING = """
props: [{kind: ankle-hold, by: %s}]
start: {pelvis: {at: [0, 47]}, legs: {both: {thigh: -90, shank: 180, sole: -176}}}
"""


def ink_of(prop: Prop, body: Skeleton, pose: Pose, *layers: str) -> Ink:
    ink = Ink()
    for layer in layers or ("behind", "between", "front"):
        draw(prop, Scenery(body, camera_of(pose), ink, layer))  # type: ignore[arg-type]
    return ink


def area(ink: Ink, css: str = "") -> Shape:
    return join(mark.shape for mark in ink.marks if css in (mark.css, ""))


def moments(exercise: str) -> list[tuple[Pose, Prop, Skeleton]]:
    pose = read_pose(pose_file(exercise))
    return [(pose, pose.props[0], solve(position)) for position in pose.positions.values()]


def spot(pose: Pose, body: Skeleton, joint: str) -> Point:
    return Point(camera_of(pose).spot(body.joints[joint]))


@pytest.mark.parametrize("exercise", ["pull-up", "lat-pulldown"])
def test_the_bar_is_in_both_hands(exercise: str) -> None:
    for pose, prop, body in moments(exercise):
        bar = area(ink_of(prop, body, pose), "metal")
        assert all(bar.distance(spot(pose, body, f"grip_{side}")) < 2 for side in SIDES)


def test_the_plate_follows_the_soles() -> None:
    for pose, prop, body in moments("leg-press"):
        plate = area(ink_of(prop, body, pose), "prop")
        assert all(plate.distance(spot(pose, body, f"toes_{side}")) < 5 for side in SIDES)


@pytest.mark.parametrize(("exercise", "joint"), [("leg-curl", "ankle"), ("glute-ham-bench", "ankle")])
def test_the_roller_follows_the_ankles(exercise: str, joint: str) -> None:
    name = {"leg-curl": "hamstring-curl", "glute-ham-bench": "glute-ham-raise"}[exercise]
    for pose, prop, body in moments(name):
        assert prop.kind == exercise
        roller = area(ink_of(prop, body, pose, "front"), "prop-dark")
        assert roller.distance(spot(pose, body, f"{joint}_R")) < 9


def test_the_curl_s_lever_goes_from_the_knee_to_the_roller_next_to_the_calf() -> None:
    for pose, prop, body in moments("hamstring-curl"):
        lever = area(ink_of(prop, body, pose, "front"))
        assert lever.geom_type == "Polygon"  # in one piece
        assert lever.contains(spot(pose, body, "knee_R")) and lever.distance(spot(pose, body, "ankle_R")) < 5
        calves = join(
            one for muscle in muscles(body, camera_of(pose), ["calves"], sides=["R"]) for one in muscle.areas
        )
        assert lever.intersection(calves).area < 0.1 * calves.area


def test_no_machine_stands_before_the_face_of_who_curls() -> None:
    for pose, prop, body in moments("hamstring-curl"):
        shoulder = spot(pose, body, "shoulder_R")
        assert area(ink_of(prop, body, pose)).intersection(box(shoulder.x, shoulder.y, 200, 200)).is_empty


def test_the_pad_of_a_machine_stays_where_it_is() -> None:
    for exercise in ("leg-press", "hamstring-curl", "glute-ham-raise", "lat-pulldown"):
        pads = [
            area(ink_of(prop, body, pose, "behind"), "prop-dark") for pose, prop, body in moments(exercise)
        ]
        shared = pads[0].intersection(pads[1]).area
        assert shared > 0.5 * min(pad.area for pad in pads), exercise


@pytest.mark.parametrize("by", ["roller", "hands"])
def test_ankles_are_held_down(by: str, tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(KNEELING % by, encoding="utf-8")
    pose = read_pose(path)
    body = solve(pose.positions["start"])
    held = area(ink_of(pose.props[0], body, pose, "front"))
    assert held.distance(spot(pose, body, "ankle_R")) < 7


def test_the_band_ends_in_a_loop_round_the_ankle() -> None:
    pose = read_pose(pose_file("hamstring-curl-band"))
    prop = next(prop for prop in pose.props if prop.kind == "ankle-band")
    for position in pose.positions.values():
        body = solve(position)
        band = area(ink_of(prop, body, pose), "band")
        assert band.distance(spot(pose, body, "ankle_R")) < 6
        assert band.distance(spot(pose, body, "ankle_L")) > 2 or position is pose.positions["start"]


def test_a_ball_lies_on_the_floor(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text("props: [{kind: swiss-ball, at: [60, 30]}]\nstart: {}\n", encoding="utf-8")
    pose = read_pose(path)
    ball = area(ink_of(pose.props[0], solve(pose.positions["start"]), pose), "prop-light")
    assert ball.bounds == pytest.approx((30, 0, 90, 60), abs=0.2)
