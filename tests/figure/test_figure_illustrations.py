"""The committed SVGs: drawn from their poses, small, plain, credited."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.figure.library import draw_exercise, poses
from cardmaker.figure.svg import limit
from cardmaker.paint.objectfile import stream
from cardmaker.paint.pictures import form_of
from cardmaker.picture.artwork import FigurePane, Look, load_artwork, read_artwork, themed
from cardmaker.yaml12 import load_yaml_file

OTHERS = ("body-map",)
SVGS = sorted(path for path in assets.illustrations().glob("*.svg") if path.stem not in OTHERS)
NAMES = [path.stem for path in SVGS]
PEOPLE = sorted(path for path in assets.templates("people").iterdir() if path.is_dir())
FEW = ("squat", "leg-press")  # the command draws the clamshell, in tests/cli
IN_PDF = 16 * 1024  # of two positions, and the last once more for small pictures
LICENCES = ("MIT", "CC0-1.0")


def test_each_pose_has_its_illustration() -> None:
    assert NAMES and sorted(NAMES) == poses()


@pytest.mark.parametrize("exercise", FEW)
def test_drawn_from_its_pose(exercise: str) -> None:
    check_same(draw_exercise(exercise), _committed(exercise))


@pytest.mark.deep
@pytest.mark.parametrize("exercise", [name for name in NAMES if name not in FEW])
def test_all_drawn_from_their_poses(exercise: str) -> None:
    check_same(draw_exercise(exercise), _committed(exercise))


@pytest.mark.deep
@pytest.mark.parametrize("exercise", NAMES)
@pytest.mark.parametrize("folder", PEOPLE, ids=[folder.name for folder in PEOPLE])
def test_people_are_drawn_from_the_same_poses(folder: Path, exercise: str) -> None:
    check_same(draw_exercise(exercise, person=folder.name), (folder / f"{exercise}.svg").read_text("utf-8"))


def check_same(drawn: str, committed: str) -> None:
    """The same figure: joints to the unit, each class's room to 2 %; the last digits of numpy differ by machine."""
    one, two = (read_artwork(text, "drawn") for text in (drawn, committed))
    assert [pane.joints for pane in one.panes] == [pane.joints for pane in two.panes]
    assert one.strokes == two.strokes and one.fills == two.fills
    for a, b in zip(one.panes, two.panes, strict=True):
        assert (a.name, a.floor) == (b.name, b.floor)
        assert a.size == pytest.approx(b.size, abs=2)
        rooms = [room(pane) for pane in (a, b)]
        assert rooms[0] == pytest.approx(rooms[1], rel=0.02, abs=20)


def room(pane: FigurePane) -> dict[str, float]:
    """How much room the points of each class take, in units: sums of their extents."""
    found: dict[str, float] = {}
    for path in pane.paths:
        spots = [float(number) for number in re.findall(r"-?[\d.]+", path.data)]
        extent = max(spots[::2]) - min(spots[::2]) + max(spots[1::2]) - min(spots[1::2])
        found[path.area or path.line] = found.get(path.area or path.line, 0.0) + extent
    return found


@pytest.mark.deep
def test_another_process_draws_the_same_bytes() -> None:
    expected = draw_exercise("glute-bridge")
    code = "import sys; from cardmaker.figure.library import draw_exercise; print(draw_exercise(sys.argv[1]), end='')"
    done = subprocess.run(
        [sys.executable, "-c", code, "glute-bridge"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.decode() == expected


@pytest.mark.parametrize("path", SVGS, ids=NAMES)
def test_small_and_in_plain_paths_within_its_frame(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    figure = load_artwork(path)
    assert len(text.encode()) <= limit(len(figure.panes))
    for data in re.findall(r' d="([^"]*)"', text):
        assert re.fullmatch(r"M(?: [MLCZ]| -?\d+(?:\.\d)?)+", data)
    for pane in figure.panes:
        art = themed(figure, pane, Look())
        assert art.paths and art.width == pane.size.width
        ends = [
            (float(x), float(y))
            for path_ in art.paths
            for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?= [MLCZ]|$)", path_.data)
        ]
        assert all(0 <= x <= pane.size.width and 0 <= y <= pane.size.height for x, y in ends)


@pytest.mark.parametrize("path", SVGS, ids=NAMES)
def test_small_in_the_pdf_with_its_small_version(path: Path) -> None:
    figure = load_artwork(path)
    arts = [themed(figure, pane, Look()) for pane in figure.panes]
    arts.append(themed(figure, figure.finish, Look(small=True)))
    forms = {form_of(art) for art in arts}
    assert (
        sum(len(stream(form.entries, form.data)) for form in forms)
        <= IN_PDF * (max(2, len(figure.panes)) + 1) / 3
    )


@pytest.mark.parametrize("folder", PEOPLE, ids=[folder.name for folder in PEOPLE])
def test_a_person_is_in_all_figures(folder: Path) -> None:
    """With the same positions, sides and colours as the usual one, so that callouts and palettes fit both."""
    assert sorted(path.stem for path in folder.iterdir()) == sorted(NAMES)
    for exercise in NAMES:
        path = folder / f"{exercise}.svg"
        drawn, usual = load_artwork(path), load_artwork(assets.illustrations() / path.name)
        assert path.stat().st_size <= limit(len(drawn.panes)), exercise
        assert [(pane.name, set(pane.joints)) for pane in drawn.panes] == [
            (pane.name, set(pane.joints)) for pane in usual.panes
        ], exercise
        assert (drawn.sides, drawn.body_map) == (usual.sides, usual.body_map), exercise


def test_each_picture_has_an_author_and_a_licence() -> None:
    folder = assets.illustrations()
    credits, _ = load_yaml_file(folder / "credits.yaml")
    pictures = [path.name for path in folder.iterdir() if path.suffix in (".svg", ".png", ".jpg", ".jpeg")]
    pictures += [f"body/{path.name}" for path in (folder / "body").glob("*.npz")]
    unnamed, gone = sorted(set(pictures) - set(credits)), sorted(set(credits) - set(pictures))
    assert unnamed == [], "each picture needs a line in illustrations/credits.yaml"
    assert gone == [], "credits.yaml names pictures that aren't there"
    for name, credit in credits.items():
        assert set(credit) == {"author", "licence"}, name
        assert credit["author"] and credit["licence"] in LICENCES, name


def _committed(exercise: str) -> str:
    return (assets.illustrations() / f"{exercise}.svg").read_text(encoding="utf-8")
