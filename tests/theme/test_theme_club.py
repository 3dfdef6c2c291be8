"""A club's colours on a theme: what they take the place of, and what is said when they are too light."""

import pytest

from cardmaker.theme.club import in_club_colours
from cardmaker.theme.colour import READABLE, contrast, luminance
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.theme import Theme

RAMP = ("easy", "long", "tempo", "fast")
WHITE = "#FFFFFF"


@pytest.fixture(scope="module")
def classic() -> Theme:
    """The theme most plans use."""
    return Shelf().theme("classic")


def test_without_colours_nothing_changes(classic: Theme) -> None:
    assert in_club_colours(classic, None, None) == (classic, ())


def test_dark_primary_is_taken_as_it_is(classic: Theme) -> None:
    theme, notes = in_club_colours(classic, "#5A1E78", None)
    assert not notes
    assert {theme.colours[token] for token in ("primary", "tab-rule", "strip-rule", "fast")} == {"#5A1E78"}
    assert theme.colours["ink"] == classic.colours["ink"]
    assert theme.surfaces == classic.surfaces


@pytest.mark.parametrize(("colour", "edged"), [("#FFE600", True), ("#FF3D9A", False)])
def test_bright_primary_is_a_ground_under_ink(classic: Theme, colour: str, edged: bool) -> None:
    theme, notes = in_club_colours(classic, colour, None)
    assert len(notes) == 1
    assert notes[0].startswith(
        f"club colour {colour} is a ground under type only: its contrast with white is "
    )
    for name in ("tab", "chip", "strip", "cover", "race"):
        surface = theme.surfaces[name]
        assert (theme.colour(surface.fill), surface.text) == (colour, "ink")
        assert bool(surface.stroke) == edged, "so that it is seen on white"
    assert theme.colours["primary"] == theme.colours["ink"], "lines and links are ink"
    assert {theme.surfaces[name].fill for name in ("now", "note-bar")} == {"primary"}


@pytest.mark.parametrize(
    ("colour", "neutral"),
    [
        ("#FFE600", True),
        ("#8A1020", True),
        ("#8A4A00", True),
        ("#5A1E78", False),
        ("#0B3D91", False),
        ("#444444", False),
    ],
)
def test_ramp_has_no_hue_next_to_the_muscles_red(classic: Theme, colour: str, neutral: bool) -> None:
    theme, _ = in_club_colours(classic, colour, None)
    plain = {theme.colours[effort] for effort in RAMP} == {"#D9DFE2", "#A6B1B7", "#687782", "#2C3A43"}
    assert plain == neutral


def test_bright_colour_is_lighter_or_darker_where_paper_is_dark() -> None:
    night = Shelf().theme("night")
    theme, _ = in_club_colours(night, "#3A0A5E", None)
    assert contrast(theme.colours["primary"], night.colours["paper"]) >= READABLE
    assert theme.surfaces["chip"].fill == night.surfaces["chip"].fill


@pytest.mark.parametrize("primary", ["#5A1E78", "#FFD700", "#000000", "#FFFFFF", "#C00000", "#00A0FF"])
def test_ramp_darkens_with_effort(classic: Theme, primary: str) -> None:
    theme, _ = in_club_colours(classic, primary, None)
    steps = [luminance(theme.colours[effort]) for effort in RAMP]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) == len(RAMP)


def test_accent_fills_the_tab(classic: Theme) -> None:
    theme, notes = in_club_colours(classic, None, "#B00040")
    assert not notes
    assert theme.colour(theme.surfaces["tab"].fill) == "#B00040"
    assert contrast(theme.colour(theme.surfaces["tab"].text), "#B00040") >= READABLE
    assert theme.colours["primary"] == classic.colours["primary"]


def test_light_accent_is_the_ground_of_the_tab(classic: Theme) -> None:
    theme, notes = in_club_colours(classic, "#FFD700", "#FFEE88")
    assert [note.split()[2] for note in notes] == ["#FFD700"], "the accent is a ground anyway"
    assert theme.colour(theme.surfaces["tab"].fill) == "#FFEE88"


def test_low_ink_keeps_its_own_colours() -> None:
    plain = Shelf().theme("low-ink")
    assert in_club_colours(plain, "#5A1E78", "#B00040") == (plain, ())
