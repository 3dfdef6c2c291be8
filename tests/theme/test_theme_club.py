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


def test_light_primary_is_printed_darker_and_reported(classic: Theme) -> None:
    theme, notes = in_club_colours(classic, "#FFD700", None)
    printed = theme.colours["primary"]
    assert contrast(printed, WHITE) >= READABLE
    assert notes == (
        f"club colour #FFD700 is printed as {printed}: its contrast with white is 1.4 : 1, and text needs 4.5 : 1",
    )


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


def test_two_light_colours_are_both_reported(classic: Theme) -> None:
    _, notes = in_club_colours(classic, "#FFD700", "#FFEE88")
    assert [note.split()[2] for note in notes] == ["#FFD700", "#FFEE88"]


def test_low_ink_keeps_its_own_colours() -> None:
    plain = Shelf().theme("low-ink")
    assert in_club_colours(plain, "#5A1E78", "#B00040") == (plain, ())
