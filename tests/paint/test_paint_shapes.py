"""Paths on a canvas: moving their tokens draws what ReportLab's own path object draws."""

from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cardmaker import assets
from cardmaker.paint.canvas import RecordingCanvas
from cardmaker.paint.shapes import CanvasPath
from cardmaker.picture.artwork import Look, load_artwork, themed

FIGURES = sorted(assets.illustrations().glob("*.svg"))[:6]
OPERANDS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def path_object(canvas: Canvas, data: str) -> PDFPathObject:
    """The same path by moveTo, lineTo, curveTo and close."""
    path, tokens = canvas.beginPath(), data.split()
    calls = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    while tokens:
        operator, tokens = tokens[0], tokens[1:]
        operands, tokens = tokens[: OPERANDS[operator]], tokens[OPERANDS[operator] :]
        calls[operator](*map(float, operands))
    return path


def tokens(canvas: Canvas) -> list[str]:
    """What was drawn, with all numbers as ReportLab writes them; it begins each path with an empty one."""
    found = []
    for token in canvas.getCurrentPageContent().split():
        number = token.lstrip("-").replace(".", "", 1).isdigit()
        found.append(fp_str(float(token)) if number else token)
    return [token for token in found if token != "n"]


def same(data: str, fill: bool = True, stroke: bool = False, even_odd: bool = False) -> bool:
    mode = FILL_EVEN_ODD if even_odd else FILL_NON_ZERO
    ours, theirs = RecordingCanvas(), RecordingCanvas()
    ours.drawPath(CanvasPath(data), stroke=stroke, fill=fill, fillMode=mode)
    theirs.drawPath(path_object(theirs, data), stroke=stroke, fill=fill, fillMode=mode)
    return tokens(ours) == tokens(theirs)


PLACE = st.tuples(*[st.integers(-99_999, 99_999).map(lambda n: f"{n / 1000:.3f}")] * 2).map(" ".join)
STEP = st.one_of(
    PLACE.map("L {}".format), st.tuples(PLACE, PLACE, PLACE).map(lambda p: f"C {' '.join(p)}"), st.just("Z")
)
SUBPATH = st.tuples(PLACE, st.lists(STEP, max_size=6)).map(lambda p: " ".join([f"M {p[0]}", *p[1]]))


@given(st.lists(SUBPATH, min_size=1, max_size=4).map(" ".join), st.booleans(), st.booleans())
def test_any_path_is_the_same(data: str, stroke: bool, even_odd: bool) -> None:
    assert same(data, not stroke or even_odd, stroke, even_odd)


def test_another_path_is_not_the_same() -> None:
    ours, theirs = RecordingCanvas(), RecordingCanvas()
    ours.drawPath(CanvasPath("M 0 0 L 1 2 Z"))
    theirs.drawPath(path_object(theirs, "M 0 0 L 1 2.001 Z"))
    assert tokens(ours) != tokens(theirs)


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_all_artwork_is_the_same(path: FilePath) -> None:
    figure = load_artwork(path)
    drawn = [one for pane in figure.panes for one in themed(figure, pane, Look()).paths]
    assert drawn and all(same(one.data) for one in drawn)
