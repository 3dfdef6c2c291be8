"""Every muscle has its patch, and the main ones show in each position, unless a body map shows them."""

import pytest

from cardmaker.figure.camera import VIEWS
from cardmaker.figure.library import muscles_of, pose_file, poses
from cardmaker.figure.muscles import PATCHES, muscles
from cardmaker.figure.outline import join
from cardmaker.figure.pose import Arm, Leg, Position
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import Pane, draw_pose
from cardmaker.figure.solver import solve

NAMED = [
    "quads",
    "hamstrings",
    "glutes",
    "glute-med",
    "adductors",
    "calves",
    "soleus",
    "tibialis",
    "abs",
    "obliques",
    "lower-back",
    "lats",
    "upper-back",
    "chest",
    "shoulders",
    "biceps",
    "triceps",
    "hip-flexors",
]
FEW = ("deadlift", "push-up", "monster-walk")
LEAST = 40.0  # cm² that can't be overlooked
STANDING = Position(
    legs={"R": Leg(hip=0, abd=8), "L": Leg(hip=0, abd=8)},
    arms={"R": Arm(shoulder=0, abd=30), "L": Arm(shoulder=0, abd=30)},
)


@pytest.mark.parametrize("name", NAMED)
def test_has_a_patch_that_shows_from_the_front_or_the_back(name: str) -> None:
    assert name in PATCHES
    body = solve(STANDING)
    seen = [
        sum(area.area for m in muscles(body, VIEWS[v], [name]) for area in m.areas) for v in ("front", "back")
    ]
    assert max(seen) > LEAST


def test_what_peeks_round_the_edge_comes_forward() -> None:
    body = solve(STANDING)
    (biceps,) = muscles(body, VIEWS["half-back"], ["biceps"], sides=["R"])
    assert join(biceps.areas).area > 15


def test_sides_of_one_muscle_leave_the_others_both() -> None:
    found = muscles(solve(STANDING), VIEWS["front"], ["adductors", "quads"], sides={"adductors": ["L"]})
    assert [(muscle.name, muscle.side) for muscle in found] == [
        ("adductors", "L"),
        ("quads", "R"),
        ("quads", "L"),
    ]


def shown(pane: Pane) -> float:
    """How much of the muscles can be seen: what later areas leave of them."""
    marks, left = [mark for mark in pane.ink.marks if mark.kind == "area"], 0.0
    for i, mark in enumerate(marks):
        if mark.css in ("muscle", "muscle-far", "muscle2"):
            left += mark.shape.difference(join(later.shape for later in marks[i + 1 :])).area
    return left


def check_main_muscles(exercise: str) -> None:
    pose = read_pose(pose_file(exercise))
    if pose.body_map:
        return
    for name in muscles_of(exercise)[0]:
        for pane in draw_pose(pose, [name]).panes if name in PATCHES else ():
            assert shown(pane) > LEAST, f"{name} hides in {pane.name}"


@pytest.mark.parametrize("exercise", FEW)
def test_main_muscles_show(exercise: str) -> None:
    check_main_muscles(exercise)


@pytest.mark.deep
@pytest.mark.parametrize("exercise", [name for name in poses() if name not in FEW])
def test_all_main_muscles_show(exercise: str) -> None:
    check_main_muscles(exercise)


@pytest.mark.parametrize("exercise", ["deadlift", "romanian-deadlift"])
def test_secondary_muscles_show_too(exercise: str) -> None:
    pose = read_pose(pose_file(exercise))
    for name in muscles_of(exercise)[1]:
        for pane in draw_pose(pose, (), [name]).panes:
            assert shown(pane) > 20, f"{name} hides in {pane.name}"
