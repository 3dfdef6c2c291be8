"""Close-ups of a limb, bare feet, and signs that can be read: what the drawing shows and what the checks refuse."""

import textwrap
from pathlib import Path

import numpy as np
import pytest

from cardmaker import assets
from cardmaker.errors import TemplateError
from cardmaker.figure.anatomy import SIDES, Side, side_sign
from cardmaker.figure.arrows import Surroundings, arrow_area
from cardmaker.figure.camera import Camera
from cardmaker.figure.checks import check_pose
from cardmaker.figure.clearance import unclear_signs
from cardmaker.figure.guide import on_squares
from cardmaker.figure.outline import box
from cardmaker.figure.person import USUAL, Places
from cardmaker.figure.pose import Arrow, Pose
from cardmaker.figure.posed import PosedBody, posed
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import bodies, camera_of, draw_pose, scenery
from cardmaker.figure.stage import BODY, Stage
from cardmaker.figure.svg import svg_text
from cardmaker.picture.artwork import load_artwork, read_artwork

STANDING = (
    "start: {pelvis: {at: [0, 89.8]}, legs: {R: {foot: {ankle: [0, 8]}%s}, L: {foot: {ankle: [0, 8]}%s}}}\n"
)
FOOT = "view: profile\nclose: {across: [-12, 24], up: [-2, 22], times: 3, only: leg_R}\n"


def pose_of(text: str, tmp_path: Path) -> Pose:
    path = tmp_path / "pose.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_pose(path)


def body_of(keys: str, tmp_path: Path) -> PosedBody:
    pose = pose_of("barefoot: true\n" + STANDING % (keys, keys), tmp_path)
    return next(iter(bodies(pose).values()))


def own(body: PosedBody, side: Side) -> Places:
    """The skin of a foot in the frame of the foot."""
    foot = body.skeleton.parts[f"foot_{side}"]
    return np.asarray((body.skin(f"foot_{side}") - foot.origin) @ foot.turn)


# --- bare feet ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [USUAL, "older-man"])
def test_a_bare_foot_is_as_high_as_one_in_a_shoe(person: str, tmp_path: Path) -> None:
    position = pose_of(STANDING % ("", ""), tmp_path).positions["start"]
    for side in SIDES:
        bare, shod = (
            posed(position, person, barefoot=barefoot).skin(f"foot_{side}")[:, 2].min()
            for barefoot in (True, False)
        )
        assert bare == pytest.approx(shod, abs=0.2)


@pytest.mark.parametrize(("toes", "least", "most"), [(-40, -4.0, -0.8), (30, 1.0, 4.0)])
def test_toes_bend_up_and_curl_down_where_the_rest_of_the_foot_stays(
    toes: int, least: float, most: float, tmp_path: Path
) -> None:
    flat, bent = (own(body_of(keys, tmp_path), "R") for keys in ("", f", toes: {toes}"))
    tips = flat[:, 0] > flat[:, 0].max() - 1.5
    assert least < float((bent - flat)[tips, 2].mean()) < most
    assert np.abs((bent - flat)[flat[:, 0] < 6]).max() < 0.05


def test_a_lifted_arch_rises_on_the_inside_and_brings_the_ball_to_the_heel(tmp_path: Path) -> None:
    for side in SIDES:
        flat, lifted = (own(body_of(keys, tmp_path), side) for keys in ("", ", arch: 1.5"))
        moved, inner = lifted - flat, -side_sign(side) * flat[:, 1]
        arch = (flat[:, 0] > 3) & (flat[:, 0] < 7) & (flat[:, 2] < -5)
        rise = moved[arch, 2]
        assert rise[inner[arch] > 1.5].mean() > 1.3 * rise[inner[arch] < -1.5].mean() > 0.2
        ball, heel = moved[flat[:, 0] > 12, 0].mean(), moved[flat[:, 0] < -3, 0].mean()
        assert ball < -0.7 and abs(heel) < 0.05


@pytest.mark.parametrize("inwards", [25, -20])
def test_a_tilted_foot_turns_its_sole_the_same_way_on_both_sides(inwards: int, tmp_path: Path) -> None:
    body = body_of(f", tilt: {inwards}", tmp_path)
    for side in SIDES:
        turn = body.skeleton.parts[f"foot_{side}"].turn
        sole_faces = -turn[:, 2]
        towards_the_other = -side_sign(side)
        assert np.sign(float(sole_faces[1]) * towards_the_other) == np.sign(inwards)
        assert np.sign(float(turn[1, 0]) * towards_the_other) == np.sign(inwards)  # the toes go along


@pytest.mark.parametrize(
    ("keys", "rule"), [(", toes: -20", "bare"), (", arch: 1", "bare"), (", tilt: 50", "range"), ("", None)]
)
def test_what_a_foot_cannot_do_is_caught(keys: str, rule: str | None, tmp_path: Path) -> None:
    found = {fault.rule for fault in check_pose(pose_of(STANDING % (keys, keys), tmp_path))}
    assert rule in found if rule else not found


# --- close-ups ---------------------------------------------------------------------------------------


def test_a_close_up_shows_one_limb_larger_in_lines_as_wide(tmp_path: Path) -> None:
    pose = pose_of("barefoot: true\n" + FOOT + STANDING % ("", ""), tmp_path)
    close, whole = (
        read_artwork(svg_text(draw_pose(pose)), "x"),
        load_artwork(assets.illustrations() / "squat.svg"),
    )
    (body,) = bodies(pose).values()
    toes, heel = (close.finish.joints[f"right_{joint}"].x for joint in ("toes", "heel"))
    long = float(body.skeleton.joints["toes_R"][0] - body.skeleton.joints["heel_R"][0])
    assert (toes - heel) / close.scale == pytest.approx(3 * long, rel=0.02)
    assert "right_knee" not in close.finish.joints and "pelvis" not in close.finish.joints
    assert close.strokes["outline"] == whole.strokes["outline"]
    assert close.finish.size.height < 3 * 24 * close.scale + 40
    assert "hair" not in close.fills and "top" not in close.fills


def test_lines_that_leave_a_close_up_do_not_taper(tmp_path: Path) -> None:
    pose = pose_of("barefoot: true\n" + FOOT + STANDING % ("", ""), tmp_path)
    (body,) = bodies(pose).values()
    stage = Stage(body, [], camera_of(pose), 3.0, pose.close)
    rim = (stage.thing == BODY).astype(np.int64)
    beside, above = np.abs(np.diff(rim, axis=1)), np.abs(np.diff(rim, axis=0))
    lines = list(stage.tracer.strokes(beside, above, lambda _: 0.2))
    assert lines and not any(line.open_start or line.open_end for line in lines)
    top = 22 * 3
    assert max(line.line.bounds[3] for line in lines) == pytest.approx(top, abs=0.5)


def test_a_close_up_of_nothing_is_caught(tmp_path: Path) -> None:
    away = FOOT.replace("[-2, 22]", "[140, 164]") + STANDING % ("", "")
    (fault,) = check_pose(pose_of(away, tmp_path))
    assert fault.rule == "close" and "leg_R" in fault.message


def test_a_close_up_from_right_to_left_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"pose\.yaml:2: .*from left to right"):
        pose_of("view: side\nclose: {across: [20, -10], up: [0, 20]}\n" + STANDING % ("", ""), tmp_path)


def test_a_close_up_lies_on_finer_squares(tmp_path: Path) -> None:
    frame = on_squares(pose_of(FOOT + STANDING % ("", ""), tmp_path), "foot")
    assert frame.size.width < 110 and frame.size.height < 80


# --- signs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("arrows: [{from: [0, 100], to: [0, 130]}]", "arrow 1 runs across the body"),
        ("arrows: [{from: [30, 100], to: [30, 130]}, {from: [90, 100], to: [90, 130]}]", "arrow 2 is"),
        ("clock: {at: [0, 110]}", "the clock lies on the figure"),
        ("arrows: [{of: pelvis, off: [1, 0], way: [0, 20]}]\nclock: {at: [40, 140]}", ""),
    ],
)
def test_signs_that_cannot_be_read_are_caught(sign: str, said: str, tmp_path: Path) -> None:
    pose = pose_of(f"{sign}\n" + STANDING % ("", ""), tmp_path)
    (body,) = bodies(pose).values()
    found = list(unclear_signs(pose, "start", body))
    assert [one[: len(said)] for one in found] == ([said] if said else [])


@pytest.mark.parametrize(("floor", "low"), [(True, 1.8), (False, -3.5)])
def test_an_arrow_on_the_floor_lies_above_its_line(floor: bool, low: float) -> None:
    arrow = Arrow(of="toes_R", way=(30.0, 0.0))
    area = arrow_area(arrow, Surroundings({"toes_R": (10.0, 2.0)}, box(-10, 0, 14, 8), 1.0, floor))
    assert area.bounds[1] == pytest.approx(low, abs=0.5)


def test_an_arrow_of_a_close_up_is_as_long_as_the_pose_says(tmp_path: Path) -> None:
    arrow = Arrow(of="toes_R", way=(4.0, 0.0))
    longs = []
    for times in (1.0, 3.0):
        left, _, right, _ = arrow_area(
            arrow, Surroundings({"toes_R": (30.0, 40.0)}, box(0, 0, 9, 9), times)
        ).bounds
        longs.append(right - left)
    assert longs[1] == pytest.approx(3 * longs[0], rel=0.15)


# --- what lies about a foot --------------------------------------------------------------------------


@pytest.mark.parametrize("barefoot", ["true", "false"])
def test_a_band_goes_round_the_ball_of_a_foot(barefoot: str, tmp_path: Path) -> None:
    text = (
        f"barefoot: {barefoot}\nprops: [{{kind: ankle-band, from: [10, -60, 20], joint: foot}}]\n" + STANDING
    )
    pose = pose_of(text % ("", ""), tmp_path)
    (body,) = bodies(pose).values()
    loop = scenery(pose, "start", body)[0].mesh.verts
    skin = body.skin("foot_R")
    there = skin[(skin[:, 0] > loop[:, 0].min()) & (skin[:, 0] < loop[:, 0].max())]
    for axis in (1, 2):
        assert loop[:, axis].min() < there[:, axis].min() + 0.8
        assert loop[:, axis].max() > there[:, axis].max() - 0.8


def test_only_feet_that_are_bare_show_the_muscle_of_the_arch(tmp_path: Path) -> None:
    shown = []
    for barefoot in ("true", "false"):
        text = f"barefoot: {barefoot}\nprimary: [feet]\nnear: L\n" + FOOT.replace("leg_R", "leg_L")
        drawing = draw_pose(pose_of(text + STANDING % ("", ""), tmp_path), ("feet",))
        shown.append(any(mark.css == "muscle" for mark in drawing.panes[0].ink.marks))
    assert shown == [True, False]


def test_a_camera_shows_things_so_many_times_larger() -> None:
    place = np.array([10.0, -4.0, 30.0])
    plain, close = Camera(20, 10), Camera(20, 10, 2.5)
    assert close.spot(place) == pytest.approx(tuple(2.5 * value for value in plain.spot(place)))
    assert close.spots(place[None, :])[0] == pytest.approx(close.spot(place))
