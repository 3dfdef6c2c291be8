"""How much ink a theme takes: low ink much less than classic, in type that is black all the same."""

import pytest

from cardmaker import assets
from cardmaker.frame import Frame, Path, Placed, Text
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement
from cardmaker.pipeline import Order
from cardmaker.theme.colour import luminance
from cardmaker.theme.shelf import Shelf
from tests.kit import make
from tests.theme.theme_kit import THEMES, frames, ink, job

_DPI = 300
"""Fine enough for the finest line: those finer than a pixel are drawn a pixel wide."""


@pytest.mark.parametrize(("part", "share"), [("sheets", 0.55), ("cards", 0.46), ("gym", 0.61)])
def test_low_ink_takes_much_less_than_classic(part: str, share: float) -> None:
    """Of the four inks; least where there is most type, which is to stay black and as large."""
    low, classic = (
        ink(next(one.document for one in job(theme).parts if one.name == part), _DPI)
        for theme in ("low-ink", "classic")
    )
    assert 0 < low[0] <= classic[0] * share, f"{low[0] / classic[0]:.3f} of classic"


@pytest.mark.parametrize(
    ("plan", "sheet", "share"),
    [
        ("strength-waves", "block", 0.53),
        ("runners-week", "week-portrait", 0.56),
        pytest.param("ten-k-build", "week-portrait", 0.57, marks=pytest.mark.deep),
    ],
)
def test_low_ink_takes_about_half_of_classic_on_sheets_full_of_type(
    plan: str, sheet: str, share: float
) -> None:
    """Type that can be read takes more than half of it where there is little else."""
    order = Order(sheets=(sheet,), parts=("sheets",), weeks=(1,) if sheet == "week-portrait" else ())
    path = assets.templates("plans") / f"{plan}.yaml"
    low, classic = (
        ink(make(path, order.but(theme=theme)).parts[0].document, _DPI) for theme in ("low-ink", "classic")
    )
    assert 0 < low[0] <= classic[0] * share, f"{low[0] / classic[0]:.3f} of classic"


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("sheet", ("title", "day", "session", "distance", "total", "tab")),
        ("block", ("title", "week", "km", "total", "session", "session-strong")),
        ("gym", ("title", "sets", "label", "name")),
        ("card", ("name", "sets", "load", "cue")),
        ("back", ("name", "mistake", "stop")),
    ],
)
def test_what_is_read_first_is_as_bold_in_low_ink_as_in_colour(group: str, names: tuple[str, ...]) -> None:
    low, classic = Shelf().theme("low-ink"), Shelf().theme("classic")
    assert not low.weights
    assert [low.style(group, name).weight for name in names] == [
        classic.style(group, name).weight for name in names
    ]


def test_no_type_in_low_ink_is_light() -> None:
    theme = Shelf().theme("low-ink")
    styles = {(group, name): one for group, own in theme.type.items() for name, one in own.items()}
    light = {place for place, one in styles.items() if one.weight == "light"}
    assert light == {place for place in light if Shelf().theme("classic").style(*place).weight == "light"}


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


def test_signs_to_stop_are_outlines_in_low_ink() -> None:
    octagons = {
        theme: {
            bool(one.item.fill)
            for made in frames(job(theme))
            for one in made.walk()
            if isinstance(one.item, Path) and one.item.data.count("L") == 7
        }
        for theme in ("low-ink", "classic")
    }
    assert octagons == {"low-ink": {False}, "classic": {True}}


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
