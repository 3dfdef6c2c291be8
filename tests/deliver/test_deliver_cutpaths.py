"""Outlines for cutting machines: where the cards are printed, as large as they are, and as round as they are to be."""

import math
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cardmaker.deliver.cutpaths import cut_files
from cardmaker.geometry import Rect
from cardmaker.pipeline import Job, Order
from tests.kit import Command, make


def job(folder: Path, **order: object) -> Job:
    return make(folder / "small.yaml", Order(parts=("cards",), stock="poker", gutter=4.0, **order))  # type: ignore[arg-type]


def trims(made: Job) -> list[tuple[float, ...]]:
    """Where the cards of the first sheet are printed."""
    return [tuple(round(edge, 2) for edge in one) for one in made.parts[0].document.pages[0].trims]


def from_svg(data: bytes) -> list[tuple[Rect, set[tuple[float, float]]]]:
    """Each outline's box on the sheet, and its points in it."""
    root = ElementTree.fromstring(data)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("210mm", "297mm", "0 0 210 297")
    found = []
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        x, y = map(float, re.findall(r"[\d.]+", str(path.get("transform"))))
        numbers = [float(token) for token in str(path.get("d")).split() if not token.isalpha()]
        points = set(zip(numbers[::2], numbers[1::2], strict=True))
        width, height = max(a for a, _ in points), max(b for _, b in points)
        found.append((Rect(x, y, width, height), points))
    return found


def from_dxf(data: bytes) -> list[list[tuple[float, float, float]]]:
    """The points of each polyline, x to the right, y up, with their bulges."""
    lines = data.decode("ascii").split("\n")
    pairs = [(int(code), value) for code, value in zip(lines[::2], lines[1::2], strict=False) if code.strip()]
    outlines: list[list[tuple[float, float, float]]] = []
    for number, (code, value) in enumerate(pairs):
        if (code, value) == (0, "POLYLINE"):
            assert (70, "1") in pairs[number : number + 4], "it is closed"
            outlines.append([])
        if (code, value) == (0, "VERTEX"):
            own = dict(pairs[number + 1 : number + 5])
            own = {
                key: own[key]
                for key in (10, 20, 42)
                if key in own and (key != 42 or pairs[number + 4][0] == 42)
            }
            outlines[-1].append((float(own[10]), float(own[20]), float(own.get(42, 0))))
    assert pairs[-1] == (0, "EOF")
    return outlines


def test_an_outline_is_where_the_card_is(in_folder: Path) -> None:
    made = job(in_folder)
    (one,) = cut_files(made, "svg")
    assert (one.name, one.cards, one.paper) == ("cards-cut.svg", 2, "A4")
    boxes = [box for box, _ in from_svg(one.data)]
    assert [tuple(round(edge, 2) for edge in box) for box in boxes] == trims(made)


def test_round_corners_are_arcs_of_their_radius(in_folder: Path) -> None:
    made = job(in_folder, corner_radius=3.0)
    for _, points in from_svg(cut_files(made, "svg")[0].data):
        assert {(3.0, 0.0), (60.5, 0.0), (63.5, 3.0), (63.5, 85.9), (0.0, 3.0)} < points
        assert (0.0, 0.0) not in points
    outlines = from_dxf(cut_files(made, "dxf")[0].data)
    for outline, (x, y, width, height) in zip(outlines, trims(made), strict=True):
        xs, ys = [px for px, _, _ in outline], [297 - py for _, py, _ in outline]
        assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx((x, y, x + width, y + height), abs=0.01)
        arcs = [(a, b) for a, b in zip(outline, [*outline[1:], outline[0]], strict=True) if a[2]]
        assert len(arcs) == 4
        for (x1, y1, bulge), (x2, y2, _) in arcs:
            angle, chord = 4 * math.atan(abs(bulge)), math.hypot(x2 - x1, y2 - y1)
            assert math.degrees(angle) == pytest.approx(90, abs=1e-3)
            assert chord / 2 / math.sin(angle / 2) == pytest.approx(3, abs=1e-3)
            # A negative bulge turns clockwise: the arc's middle lies to the left of the way, outside the chord.
            assert (
                bulge < 0
                and (x1 - (x + width / 2)) * (y2 - (297 - y - height / 2))
                - (y1 - (297 - y - height / 2)) * (x2 - (x + width / 2))
                < 0
            )


def test_square_corners_have_four_points(in_folder: Path) -> None:
    assert [len(one) for one in from_dxf(cut_files(job(in_folder), "dxf")[0].data)] == [4, 4]


def test_what_is_not_cut_out_has_no_outlines(in_folder: Path) -> None:
    for order in (
        Order(imposition="single"),
        Order(parts=("cards",), stock="5371"),
        Order(parts=("sheets",)),
    ):
        assert cut_files(make(in_folder / "small.yaml", order), "svg") == ()


def test_files_lie_next_to_the_pdfs(command: Command, in_folder: Path) -> None:
    for output, names in (
        (
            "out/",
            {
                "small-sheets.pdf",
                "small-cards.pdf",
                "small-gym.pdf",
                "small-cards-cut.dxf",
                "small-gym-cut.dxf",
            },
        ),
        ("new/all.pdf", {"all.pdf", "all-cards-cut.dxf", "all-gym-cut.dxf"}),
    ):
        (in_folder / "new").mkdir(exist_ok=True)
        for _ in range(2):
            done = command("build", "small.yaml", "--cut", "dxf", "-o", output)
            assert done.code == 0, done.err
            assert "8 outlines on A4" not in done.out and "2 outlines on A4" in done.out
        assert {path.name for path in (in_folder / output.partition("/")[0]).iterdir()} == names
    assert "leave '-' out" in command("build", "small.yaml", "--cut", "svg", "-o", "-").err
    assert "--cut is for paper" in command("build", "small.yaml", "--cut", "svg", "--for", "screen").err
