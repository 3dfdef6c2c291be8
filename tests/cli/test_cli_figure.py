"""Figures are drawn from poses by a command, checked, and drawn again whenever the pose changes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cardmaker import assets
from tests.kit import Command

pytestmark = pytest.mark.usefixtures("drawn_once")

POSE = """\
common:
  legs: {both: {foot: {heel: [-6, 0]}}}
primary: [glutes]
start:
  pelvis: {at: [0, 89.8]}
"""
BROKEN = POSE + "finish:\n  pelvis: {at: [-40, 60]}\n  legs: {R: {hip: 20, knee: -30}}\n"


def test_the_bundled_figure_comes_out_as_it_is_committed(command: Command, in_folder: Path) -> None:
    done = command("figure", "draw", "clamshell", "-o", "clamshell.svg")
    assert (done.code, done.out, done.err) == (0, "clamshell.svg\n", "")
    committed = (assets.illustrations() / "clamshell.svg").read_bytes()
    assert Path("clamshell.svg").read_bytes() == committed


def colours(picture: Image.Image) -> Iterator[tuple[int, int, int]]:
    """The red, green and blue of each pixel."""
    data = picture.convert("RGB").tobytes()
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def test_a_png_is_as_wide_as_asked_and_grey_if_asked(command: Command, in_folder: Path) -> None:
    Path("new.yaml").write_text(POSE)
    assert command("figure", "draw", "new.yaml", "-o", "new.png", "--width", "20", "--dpi", "254").code == 0
    picture = Image.open(BytesIO(Path("new.png").read_bytes())).convert("RGB")
    assert picture.width == pytest.approx(200, abs=1)
    assert any(red > green + 60 for red, green, _ in colours(picture))  # the muscle that the pose names
    assert command("figure", "draw", "new.yaml", "-o", "new.png", "--grey").code == 0
    grey = Image.open(BytesIO(Path("new.png").read_bytes())).convert("RGB")
    assert all(red == green == blue for red, green, blue in colours(grey))


def test_on_squared_paper_joints_are_named_with_their_places() -> None:
    from cardmaker.figure.guide import guide, on_squares
    from cardmaker.figure.library import pose_file
    from cardmaker.figure.reading import read_pose

    reported = on_squares(read_pose(pose_file("squat")), "squat").text
    assert "pelvis 0, 90" in reported and "pelvis -25, 49" in reported
    assert {"start", "finish", "0", "50", "100", "150"} <= set(reported.splitlines())
    explained = guide().text
    assert all(word in explained for word in ("knee_R", "pelvis.pitch", "180 back", "floor z = 0"))


def test_seen_from_above_the_joints_lie_on_the_body() -> None:
    from cardmaker.figure.guide import on_squares
    from cardmaker.figure.library import pose_file
    from cardmaker.figure.reading import read_pose
    from cardmaker.frame import Art
    from cardmaker.frame import Path as Line
    from cardmaker.picture.artwork import load_artwork

    figure = load_artwork(assets.illustrations() / "clamshell.svg")  # as it is drawn, which another test says
    frame = on_squares(read_pose(pose_file("clamshell")), "clamshell")
    marks = frame.items[0].item.items
    arts = [mark for mark in marks if isinstance(mark.item, Art)]
    dots = [mark.item.data for mark in marks if isinstance(mark.item, Line) and mark.item.width == 1.1]
    for pane, art, dot in zip(figure.panes, arts, (dots[0], dots[len(dots) // 2]), strict=True):
        mm = art.item.width / pane.size.width
        x, y = (float(number) for number in dot.split()[1:3])
        pelvis = pane.joints["pelvis"]
        assert (x, y) == pytest.approx((art.x + pelvis.x * mm, art.y + pelvis.y * mm), abs=0.2)
    assert "ankle_L 0, 58, 14" in frame.text


def test_squared_paper_and_the_guide_are_written(command: Command, in_folder: Path) -> None:
    Path("new.yaml").write_text(POSE)
    assert command("figure", "draw", "new.yaml", "-o", "new.png", "--grid").code == 0
    assert command("figure", "guide", "-o", "guide.pdf").code == 0
    assert Path("new.png").read_bytes().startswith(b"\x89PNG")
    assert Path("guide.pdf").read_bytes().startswith(b"%PDF")


STARTS = {"svg": b"<svg", "pdf": b"%PDF", "png": b"\x89PNG"}


@pytest.mark.parametrize(
    ("palette", "form"),
    [("natural", "svg"), ("mannequin", "pdf"), ("dark", "png"), ("line", "pdf")],
)
def test_each_palette_and_each_form(command: Command, in_folder: Path, palette: str, form: str) -> None:
    Path("new.yaml").write_text(POSE)
    assert command("figure", "draw", "new.yaml", "-o", f"new.{form}", "--palette", palette).code == 0
    assert Path(f"new.{form}").read_bytes().startswith(STARTS[form])


def test_faults_are_reported_with_line_joint_what_and_remedy(command: Command, in_folder: Path) -> None:
    Path("new.yaml").write_text(BROKEN)
    done = command("figure", "check", "new.yaml", "squat")
    assert done.code == 4
    reported = done.err.splitlines()
    assert any(
        line.startswith("new.yaml:8: finish.knee_R: knee R at -30°, possible are")
        and line.endswith("; bend it less, or turn the limb with rot, pole or elbow (range)")
        for line in reported
    )
    assert any(line.startswith("new.yaml:7: finish: topples over") for line in reported)
    assert not any("squat" in line for line in reported)


def test_a_mistake_in_a_pose_is_reported_with_its_line(command: Command, in_folder: Path) -> None:
    Path("new.yaml").write_text(POSE.replace("glutes", "gluts"))
    done = command("figure", "draw", "new.yaml", "-o", "new.svg")
    assert (done.code, done.err) == (4, "new.yaml:3: primary.0: no muscle 'gluts'; did you mean 'glutes'?\n")
    assert not Path("new.svg").exists()


def test_without_the_extra_one_line_says_what_to_install(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardmaker.cli.figure.find_spec", lambda name: None)
    done = command("figure", "draw", "squat", "-o", "squat.svg")
    assert done.code == 1
    assert done.err == "error: drawing figures needs numpy and shapely: pip install 'cardmaker[figure]'\n"


def save(text: str) -> None:
    """Replace the pose at once, as editors do."""
    Path("new.tmp").write_text(text)
    Path("new.tmp").replace("new.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches another process otherwise on Windows")
def test_watching_draws_again_survives_mistakes_and_ends_cleanly(in_folder: Path) -> None:
    Path("new.yaml").write_text(POSE)
    words = [
        sys.executable,
        "-u",
        "-m",
        "cardmaker",
        "figure",
        "draw",
        "new.yaml",
        "-o",
        "new.svg",
        "--watch",
    ]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline().startswith("new.svg  ")
        first = Path("new.svg").read_bytes()
        save(POSE + "finish: [\n")
        assert "new.yaml:" in process.stdout.readline()
        assert Path("new.svg").read_bytes() == first
        save(BROKEN)
        reported = [process.stdout.readline() for _ in range(2)]
        assert reported[0].startswith("new.svg  ") and "topples over" in reported[1]
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        assert process.returncode == 130
        assert Path("new.svg").read_bytes() != first
        assert sorted(path.name for path in in_folder.iterdir()) == ["new.svg", "new.yaml", "small.yaml"]
    finally:
        process.kill()


def test_a_person_is_drawn_into_a_folder_of_templates_and_kept(command: Command, in_folder: Path) -> None:
    Path("new.yaml").write_text(POSE)
    done = command("figure", "person", "man", "new.yaml", "-o", "mine")
    assert (done.code, done.out) == (0, "mine/people/man/new.svg\ndrawn: 1, kept: 0\n")
    assert "name: Man" in Path("mine/people/man.yaml").read_text()
    first = Path("mine/people/man/new.svg").read_bytes()
    assert command("figure", "draw", "new.yaml", "-o", "woman.svg").code == 0
    assert first != Path("woman.svg").read_bytes()
    assert command("figure", "person", "man", "new.yaml", "-o", "mine").out == "drawn: 0, kept: 1\n"
    assert command("figure", "person", "man", "new.yaml", "-o", "mine", "--again").out.endswith(
        "drawn: 1, kept: 0\n"
    )
    listed = command("list", "persons", "--templates", "mine").out
    assert "man " in listed and "woman " in listed


def test_a_person_nobody_knows_isnt_drawn(command: Command, in_folder: Path) -> None:
    done = command("figure", "person", "mann", "squat", "-o", "mine")
    assert (done.code, done.err) == (6, "error: no person 'mann'; did you mean 'man'?\n")
    assert not Path("mine").exists()
