"""Every muscle has its place, and the main ones show in each position, unless a body map tells of them."""

from functools import cache

import numpy as np
import pytest

from cardmaker.figure.anatomy import SIDES, Side
from cardmaker.figure.camera import VIEWS
from cardmaker.figure.charts import limb_chart
from cardmaker.figure.library import muscles_of, pose_file, poses
from cardmaker.figure.muscles import BANDS, shares
from cardmaker.figure.painting import Shown, paint
from cardmaker.figure.person import SEGMENT, people, person
from cardmaker.figure.pose import Arm, Leg, Position
from cardmaker.figure.posed import posed
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import Pane, draw_pose
from cardmaker.figure.stage import Stage
from cardmaker.library.muscles import MUSCLES

FEW = ("push-up", "monster-walk")
LEAST = 20.0  # cm² that can't be overlooked
STANDING = Position(
    legs={"R": Leg(hip=0, abd=8), "L": Leg(hip=0, abd=8)},
    arms={"R": Arm(shoulder=0, abd=30), "L": Arm(shoulder=0, abd=30)},
)


@cache
def stages() -> dict[str, Stage]:
    """Somebody who stands, from two sides."""
    return {view: Stage(posed(STANDING), [], VIEWS[view], 4.0) for view in ("front", "back")}


def areas(view: str, name: str) -> dict[Side, float]:
    """cm² of a muscle that a view shows, by side."""
    stage = stages()[view]
    found: dict[Side, float] = {}
    for side in SIDES:
        share = shares(stage.body.wearer.person, name, side, stage.place, stage.segment)
        found[side] = float((~np.isnan(share)).sum()) / stage.tracer.scale**2
    return found


def test_each_muscle_that_exercises_may_name_has_its_place() -> None:
    assert BANDS.keys() == MUSCLES.terms.keys()


@pytest.mark.parametrize("name", [name for name in BANDS if name != "feet"])  # that is in a shoe
def test_it_shows_from_the_front_or_the_back_alike_on_both_sides(name: str) -> None:
    seen = {view: areas(view, name) for view in stages()}
    best = max(seen.values(), key=lambda sides: sides["R"])
    assert best["R"] > LEAST
    assert best["R"] == pytest.approx(best["L"], rel=0.1)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        *((name, "front") for name in ("quads", "abs", "chest", "biceps")),
        *((name, "back") for name in ("hamstrings", "glutes", "lats", "calves", "triceps")),
    ],
)
def test_it_lies_on_its_side_of_the_body(name: str, side: str) -> None:
    away = "back" if side == "front" else "front"
    assert areas(side, name)["R"] > 3 * areas(away, name)["R"]


@pytest.mark.parametrize("name", sorted(people()))
def test_everybody_has_the_same_muscles(name: str) -> None:
    body = person(name)
    for muscle in BANDS:
        assert (~np.isnan(shares(body, muscle, "R", body.verts, body.segment))).sum() > 12, muscle


def test_sides_of_one_muscle_leave_the_others_both() -> None:
    stage = stages()["front"]
    ink, _ = paint(stage, "R", Shown(["adductors", "quads"], (), {"adductors": ["L"]}))
    drawn = [mark.shape for mark in ink.marks if mark.css == "muscle"]
    assert len(drawn) == 3
    assert sum(shape.centroid.x < 0 for shape in drawn) == 1  # the right is to the left of who faces us


def test_a_muscle_on_no_side_is_left_out_though_it_lies_across_the_body() -> None:
    stage = stages()["back"]
    none, _ = paint(stage, "R", Shown(["upper-back"], (), {"upper-back": []}))
    both, _ = paint(stage, "R", Shown(["upper-back"], (), {}))
    assert [any(mark.css == "muscle" for mark in ink.marks) for ink in (none, both)] == [False, True]


def shown(pane: Pane) -> float:
    """How much of the muscles can be seen."""
    return sum(mark.shape.area for mark in pane.ink.marks if mark.css in ("muscle", "muscle-far", "muscle2"))


def check_main_muscles(exercise: str) -> None:
    pose = read_pose(pose_file(exercise))
    if pose.body_map:
        return
    for name in muscles_of(exercise)[0]:
        for pane in draw_pose(pose, [name]).panes if name in BANDS else ():
            assert shown(pane) > LEAST, f"{name} hides in {pane.name}"


@pytest.mark.parametrize("exercise", FEW)
def test_main_muscles_show(exercise: str) -> None:
    check_main_muscles(exercise)


@pytest.mark.deep
@pytest.mark.parametrize("exercise", [name for name in poses() if name not in FEW])
def test_all_main_muscles_show(exercise: str) -> None:
    check_main_muscles(exercise)


def test_muscles_of_the_trunk_end_at_the_arms() -> None:
    body = stages()["front"].body.wearer.person
    for side in SIDES:
        arm = body.segment == SEGMENT[f"upper_arm_{side}"]
        along = limb_chart(body, "upper_arm", side, body.verts)[0]
        for name in ("lats", "upper-back", "chest"):
            share = shares(body, name, side, body.verts, body.segment)
            assert not (arm & (along > 0.3) & ~np.isnan(share)).any()
