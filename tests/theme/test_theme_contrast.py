"""Text on what it stands on, in every theme and in any club's colours; colours to eyes that see fewer of them."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.theme.club import in_club_colours
from cardmaker.theme.colour import READABLE, contrast
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.theme import EFFORTS, Theme
from tests.theme.theme_kit import EYES, THEMES, frames, job, lightness, seen_by, texts_on_grounds

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)
FADED = {"ghost"}  # targets to write over, which the card also prints in full contrast
LEAST = {"high-contrast": 7.0}


@cache
def theme_named(name: str) -> Theme:
    return Shelf().theme(name)


@pytest.mark.parametrize("name", THEMES)
def test_text_on_the_pages_has_contrast(name: str) -> None:
    theme = theme_named(name)
    least = LEAST.get(name, READABLE)
    faded = set() if name in ("night", "high-contrast") else {theme.colours[token] for token in FADED}
    pale = {
        (text, colour, ground)
        for frame in frames(job(name))
        for text, colour, ground in texts_on_grounds(frame, theme.colours["paper"])
        if colour not in faded and contrast(colour, ground) < least
    }
    assert not pale


def test_paler_text_is_noticed() -> None:
    """The comparing itself: classic's text on the pages of night would not do."""
    paper = theme_named("classic").colours["paper"]
    found = [t for frame in frames(job("night"))[:4] for t in texts_on_grounds(frame, paper)]
    assert any(contrast(colour, "#FFFFFF") < READABLE for _, colour, _ in found)
    assert all(ground != paper for _, _, ground in found), "the dark ground is seen"


LINES = 3.0
"""What lines have that are no text, where no club's colour takes their place."""


# Clubs -----------------------------------------------------------------------------------------------


BARS = {*EFFORTS, "done", "now", "coming", "sets", "sets-few", "sets-some", "sets-many"}
"""Surfaces that nothing is written on."""


def weak(theme: Theme, least: float) -> list[str]:
    """Texts of surfaces, and structure on paper, that have too little contrast."""
    paper = theme.colours["paper"]
    found = []
    for name, surface in theme.surfaces.items():
        if name not in BARS:
            ground = theme.colour(surface.fill) if surface.fill else paper
            if contrast(theme.colour(surface.text), ground) < least:
                found.append(name)
    lines = least if theme.club else LINES
    for token, enough in (("primary", least), ("tab-rule", lines), ("strip-rule", lines)):
        if contrast(theme.colours[token], paper) < enough:
            found.append(token)
    for styles in theme.type.values():
        found += [
            style.colour
            for style in styles.values()
            if style.colour not in FADED and contrast(theme.colour(style.colour), paper) < least
        ]
    return found


@pytest.mark.parametrize("name", THEMES)
@settings(max_examples=30)
@given(primary=st.none() | COLOURS, accent=st.none() | COLOURS)
def test_any_club_colours_leave_text_readable(name: str, primary: str | None, accent: str | None) -> None:
    plain = theme_named(name)
    theme, notes = in_club_colours(plain, primary, accent)
    assert not weak(theme, LEAST.get(name, READABLE))
    if theme.club:
        asked = [(primary, theme.colours["primary"]), (accent, theme.colours.get("accent"))]
        changed = [colour for colour, printed in asked if colour and colour != printed]
        assert len(notes) == len(changed), "each change is reported"
        assert all(colour in note for colour, note in zip(changed, notes, strict=True))
    else:
        assert theme is plain


@pytest.mark.parametrize("name", [name for name in THEMES if name != "low-ink"])
@given(primary=COLOURS)
@settings(max_examples=30)
def test_run_ramp_goes_one_way(name: str, primary: str) -> None:
    theme, _ = in_club_colours(theme_named(name), primary, None)
    steps = [lightness(theme.colours[effort]) for effort in EFFORTS]
    order = sorted(steps, reverse=not theme.brightens)
    assert steps == order
    assert theme.brightens == theme_named(name).brightens


def test_club_colour_gets_lighter_on_a_dark_ground() -> None:
    theme, notes = in_club_colours(theme_named("night"), "#3A0A5E", None)
    assert lightness(theme.colours["primary"]) > lightness("#3A0A5E")
    assert notes[0].startswith("club colour #3A0A5E is printed as #")
    assert "the theme's #141A1E" in notes[0]


def test_loud_accent_gets_dark_text_instead_of_being_changed() -> None:
    theme, notes = in_club_colours(theme_named("bold"), None, "#FFE000")
    assert not notes
    assert theme.colours["accent"] == "#FFE000"
    assert contrast(theme.colour(theme.surfaces["chip"].text), "#FFE000") > 7


# Fewer colours ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", [name for name in THEMES if name != "low-ink"])
def test_efforts_differ_to_all_eyes(name: str, eyes: str) -> None:
    steps = [lightness(seen_by(theme_named(name).colours[effort], eyes)) for effort in EFFORTS]
    apart = 15 if name == "high-contrast" else 12
    if name == "high-contrast":
        steps[0] = 100.0
    assert all(abs(one - other) >= apart for one, other in pairwise(steps)), steps


def test_high_contrast_and_low_ink_say_by_pattern_what_they_say_by_colour() -> None:
    for name in ("high-contrast", "low-ink"):
        surfaces = theme_named(name).surfaces
        for group in (EFFORTS, ("done", "now", "coming")):
            patterns = {
                (
                    surfaces[one].hatch,
                    surfaces[one].dash,
                    surfaces[one].fill == "fast" or surfaces[one].fill == "ink",
                )
                for one in group
            }
            assert len(patterns) == len(group), name


def test_what_eyes_see() -> None:
    assert seen_by("#FFFFFF", "deutan") == "#FFFFFF"
    assert seen_by("#808080", "protan") == "#808080"
    red, green = seen_by("#FF0000", "deutan"), seen_by("#8F8F00", "deutan")
    assert contrast(red, green) < 1.3, "what only hue sets apart is not set apart"
