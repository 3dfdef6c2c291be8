"""How much ink a theme takes: low ink much less than classic, in type that is black all the same."""

from pathlib import Path as FilePath

import pytest

from cardmaker import assets
from cardmaker.frame import Frame, Path, Placed, Text
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement
from cardmaker.pipeline import Order, make
from cardmaker.theme.colour import luminance
from cardmaker.theme.shelf import Shelf
from tests.theme.theme_kit import THEMES, frames, ink, job

_Taken = dict[tuple[str, str, int], tuple[float, float, float]]


@pytest.fixture(scope="module")
def taken() -> _Taken:
    """Ink of the runner's week by theme, part and dpi: lines finer than a pixel are drawn a pixel wide."""
    return {
        (theme, part.name, dpi): ink(part.document, dpi)
        for theme in ("classic", "low-ink")
        for part in job(theme).parts
        for dpi in (150, 300)
    }


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize(("part", "share"), [("sheets", 0.5), ("cards", 0.45), ("gym", 0.64)])
def test_low_ink_takes_much_less_than_classic(taken: _Taken, part: str, share: float, dpi: int) -> None:
    """Of the four inks; least where there is most type, which is to stay black and as large."""
    low, classic = taken["low-ink", part, dpi], taken["classic", part, dpi]
    assert 0 < low[0] <= classic[0] * share, f"{low[0] / classic[0]:.3f} of classic"


@pytest.mark.parametrize("dpi", [150, 300])
def test_low_ink_takes_half_of_classic_on_a_block_full_of_type(dpi: int) -> None:
    order = Order(sheets=("block",), parts=("sheets",))
    plan = assets.templates("plans") / "strength-waves.yaml"
    low, classic = (
        ink(make(plan, order.but(theme=theme)).parts[0].document, dpi) for theme in ("low-ink", "classic")
    )
    assert 0 < low[0] <= classic[0] / 2, f"{low[0] / classic[0]:.3f} of classic"


@pytest.mark.parametrize("group", ["sheet", "block"])
def test_light_type_in_low_ink_is_no_smaller_than_seven_points(group: str) -> None:
    theme = Shelf().theme("low-ink")
    light = {name: one.size for name, one in theme.type[group].items() if one.weight == "light"}
    assert light
    assert min(light.values()) >= 7


def test_low_ink_has_black_type_alone() -> None:
    """Lasers print grey as dots; only targets to write over are paler."""
    theme = Shelf().theme("low-ink")
    inks = {
        one.item.fill
        for made in frames(job("low-ink"))
        for one in made.walk()
        if isinstance(one.item, Text) and one.item.fill != theme.colours["ghost"]
    }
    assert inks == {"#000000"}


def test_what_a_pencil_needs_shows_on_any_printer() -> None:
    """Boxes and lines to write in, and to tick: not too fine and not too pale for a laser printer."""
    theme = Shelf().theme("low-ink")
    assert all(theme.strokes[name] >= 0.2 for name in ("set", "field", "line", "tick"))
    for made in frames(job("low-ink")):
        drawn = [one.item for one in made.walk() if isinstance(one.item, Path) and one.item.stroke]
        for path in drawn:
            assert (
                luminance(path.stroke or "") <= luminance("#999999") or path.stroke == theme.colours["paper"]
            )


@pytest.mark.parametrize("boxes", ["whole", "open"])
def test_boxes_to_write_in(boxes: str, tmp_path: FilePath) -> None:
    """Open ones have no line above, where one writes over it."""
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.yaml").write_text(f"name: M\nextends: classic\nboxes: {boxes}\n", "utf-8")
    made = make(
        assets.templates("plans") / "runners-week.yaml",
        Order(theme="mine", parts=("gym",), imposition="single"),
        templates=[tmp_path],
    )
    theme = Shelf().theme("classic")
    drawn = [one.item for frame in frames(made) for one in frame.walk() if isinstance(one.item, Path)]
    found = [path.data for path in drawn
             if path.width == theme.strokes["set"] and path.stroke == theme.colours["pencil"]]  # fmt: skip
    assert found
    assert {data.endswith("Z") for data in found} == {boxes == "whole"}


def test_measure_knows_solid_and_bare_paper() -> None:
    size = Size(25.4, 25.4)
    for fill, cmyk in (("#000000", 1.0), ("#00FFFF", 1.0), ("#0000FF", 2.0), ("#FFFFFF", 0.0)):
        shape = Placed(0, 0, Path("M 0 0 L 12.7 0 L 12.7 25.4 L 0 25.4 Z", fill=fill))
        page = Page(size, (Placement(Frame(size, (shape,)), 0, 0),))
        found, _, area = ink(Document((page,), "Half"), 100)
        assert found / area == pytest.approx(cmyk / 2, abs=0.03)


@pytest.mark.deep
def test_coverage_of_every_theme(capsys: pytest.CaptureFixture[str]) -> None:
    """Tells them all; a theme for paper leaves most of it white."""
    lines = []
    for theme in THEMES:
        parts = {part.name: ink(part.document, 300) for part in job(theme).parts}
        reported = {name: f"{cmyk / area:.1%}" for name, (cmyk, _, area) in parts.items()}
        lines.append(f"{theme}: {reported}")
        if theme != "night":
            assert all(cmyk / area < 0.4 for cmyk, _, area in parts.values()), theme
    with capsys.disabled():
        print("", *lines, sep="\n")
