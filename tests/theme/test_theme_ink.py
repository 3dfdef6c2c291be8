"""How much ink a theme takes: low ink at most a third of classic, for sheets, cards and gym cards each."""

import pytest
from theme_kit import THEMES, ink, job

from cardmaker.frame import Frame, Path, Placed
from cardmaker.geometry import Size
from cardmaker.page import Document, Page, Placement

DPI = 300  # finer lines than a pixel are drawn a pixel wide, which counts against thin lines


@pytest.fixture(scope="module")
def taken() -> dict[str, dict[str, tuple[float, float, float]]]:
    """Ink by theme and part of the runner's week."""
    return {
        theme: {part.name: ink(part.document, DPI) for part in job(theme).parts} for theme in ("classic", "low-ink")
    }


@pytest.mark.parametrize("part", ["sheets", "cards", "gym"])
def test_low_ink_takes_a_third_of_classic_at_most(
    taken: dict[str, dict[str, tuple[float, float, float]]], part: str
) -> None:
    low, classic = taken["low-ink"][part][0], taken["classic"][part][0]
    assert low <= classic / 3, f"{low / classic:.2f} of classic"
    assert low > 0


def test_even_by_darkness_it_is_a_third(
    taken: dict[str, dict[str, tuple[float, float, float]]],
) -> None:
    """Darkness counts a colour's three inks as one black: the hardest way to look at it."""
    low, classic = (sum(part[1] for part in taken[theme].values()) for theme in ("low-ink", "classic"))
    assert low <= classic / 3


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
        parts = {part.name: ink(part.document, DPI) for part in job(theme).parts}
        told = {name: f"{cmyk / area:.1%}" for name, (cmyk, _, area) in parts.items()}
        lines.append(f"{theme}: {told}")
        if theme != "night":
            assert all(cmyk / area < 0.4 for cmyk, _, area in parts.values()), theme
    with capsys.disabled():
        print("", *lines, sep="\n")
