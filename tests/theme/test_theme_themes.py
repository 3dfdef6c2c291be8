"""Themes: type that fills itself in, themes on top of others, and the names a theme has to have."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cardmaker.layout
from cardmaker import assets
from cardmaker.errors import NotFoundError, TemplateError
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.theme import EFFORTS, NEEDED, Style

THEMES = sorted(path.stem for path in assets.templates("themes").glob("*.yaml"))
FLOOR_PT = 6


def own(folder: Path, text: str, name: str = "mine") -> Shelf:
    """A shelf with a user's theme on it."""
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / f"{name}.yaml").write_text(text, "utf-8")
    return Shelf((folder,))


def mistake(folder: Path, text: str) -> str:
    """What is said of a theme that is wrong, without its path."""
    with pytest.raises(TemplateError) as caught:
        own(folder, text).theme("mine")
    return str(caught.value).replace(str(folder / "themes" / "mine.yaml"), "")


# Type ------------------------------------------------------------------------------------------------


def test_style_fills_in_leading_and_smallest_size() -> None:
    style = Style(size=10)
    assert (style.leading, style.min, style.weight, style.colour) == (12, 8, "regular", "ink")


@given(st.floats(0.5, 200))
def test_style_never_shrinks_under_the_floor_of_itself(size: float) -> None:
    style = Style(size=size)
    assert style.min <= size
    assert style.min >= min(size, FLOOR_PT)


def test_smaller_size_keeps_the_proportion_of_its_leading() -> None:
    style = Style(size=10, leading=13, min=8).at(5)
    assert (style.size, style.leading, style.min) == (5, 6.5, 5)


def test_style_changes_make_new_styles() -> None:
    style = Style(size=10)
    assert style.at(10) is style.in_colour("") is style.in_colour("ink") is style.in_weight("") is style
    assert style.in_colour("signal").colour == "signal"
    assert style.in_weight("bold").weight == "bold"
    assert style.colour == "ink"


# Bundled ---------------------------------------------------------------------------------------------


def test_there_are_themes() -> None:
    assert {"bold", "classic", "high-contrast", "large-print", "low-ink", "night"} <= set(THEMES)


@pytest.mark.parametrize("name", THEMES)
def test_no_type_is_smaller_than_can_be_read(name: str) -> None:
    for group, styles in Shelf().theme(name).type.items():
        for style_name, style in styles.items():
            where = f"{group}.{style_name}"
            assert style.min >= FLOOR_PT, where
            assert style.size >= style.min, where
            assert style.leading >= style.size, where
            if style.size < 6.5:
                assert style.weight in ("medium", "bold"), where


@pytest.mark.parametrize("name", THEMES)
def test_nothing_pale_is_a_colour_for_words(name: str) -> None:
    pale = {"easy", "long", "rule", "pencil", "tint"}
    theme = Shelf().theme(name)
    for styles in theme.type.values():
        assert not pale & {style.colour for style in styles.values()}
    assert not pale & {surface.text for surface in theme.surfaces.values()}


def test_low_ink_fills_nothing() -> None:
    surfaces = Shelf().theme("low-ink").surfaces
    for name in ("tab", "chip", "strip", "rest", *EFFORTS, "done", "now", "coming", "sets"):
        assert not surfaces[name].fill, name
    patterns = {(surfaces[name].hatch, surfaces[name].stroke) for name in EFFORTS}
    assert len(patterns) == len(EFFORTS), "efforts are set apart by their hatching"


def test_style_is_looked_for_in_its_group_and_then_in_all() -> None:
    theme = Shelf().theme("classic")
    assert theme.style("back", "name").size == 12
    assert theme.style("card", "name").size == 14
    assert theme.style("card", "text") is theme.type["all"]["text"]
    with pytest.raises(KeyError):
        theme.style("card", "no-such")


def test_colours_may_be_written_out() -> None:
    theme = Shelf().theme("classic")
    assert theme.colour("signal") == "#C4281A"
    assert theme.colour("#123456") == "#123456"


def test_needed_names_are_those_that_boxes_draw_with() -> None:
    source = "\n".join(path.read_text("utf-8") for path in Path(cardmaker.layout.__path__[0]).glob("*.py"))
    drawn = {
        "colours": re.findall(r'(?:theme\.colour|in_colour)\("([^"]+)"\)', source),
        "strokes": re.findall(r'(?:theme\.strokes\[|stroked\([a-z.]*theme, )"([^"]+)"', source),
        "radii": re.findall(r'theme\.radii\["([^"]+)"\]', source),
        "surfaces": re.findall(r'surface\(ctx\.theme, "([^"]+)"|surfaces\["([^"]+)"\]', source),
    }
    for kind, names in drawn.items():
        flat = {part for name in names for part in (name if isinstance(name, tuple) else (name,)) if part}
        assert flat, kind
        assert flat <= set(NEEDED[kind]), kind


# A user's own ----------------------------------------------------------------------------------------


def test_theme_on_top_of_another(tmp_path: Path) -> None:
    theme = own(
        tmp_path,
        'name: Mine\nextends: low-ink\ncolours: {ink: "#000"}\ntype: {card: {name: {size: 18}}}\n',
    ).theme("mine")
    low = Shelf().theme("low-ink")
    assert (theme.name, theme.colours["ink"]) == ("Mine", "#000000")
    assert theme.colours["ink2"] == low.colours["ink2"]
    assert theme.surfaces == low.surfaces
    assert theme.type["card"]["name"].size == 18
    assert theme.type["card"]["name"].weight == low.type["card"]["name"].weight, "what isn't said stays"
    assert theme.type["gym"] == low.type["gym"]


def test_own_theme_goes_before_the_bundled_one(tmp_path: Path) -> None:
    shelf = own(tmp_path, "name: Ours\nextends: low-ink\n", "classic")
    assert shelf.theme("classic").name == "Ours"
    assert shelf.theme("classic").surfaces == Shelf().theme("low-ink").surfaces


def test_own_theme_may_extend_the_bundled_one_of_its_name(tmp_path: Path) -> None:
    shelf = own(tmp_path, 'name: Ours\nextends: classic\ncolours: {signal: "#A00000"}\n', "classic")
    assert shelf.theme("classic").colours["signal"] == "#A00000"
    assert shelf.theme("classic").type == Shelf().theme("classic").type


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "name: M\nextends: classic\nsurfaces:\n  strip: {fill: primry}\n",
            ":4: surfaces.strip.fill: no colour 'primry'; did you mean 'primary'?",
        ),
        (
            "name: M\nextends: classic\ntype:\n  card:\n    name: {size: 16, colour: purple-ish}\n",
            ":5: type.card.name.colour: no colour 'purple-ish'",
        ),
        (
            "name: M\nextends: clasic\n",
            ":2: extends: no theme 'clasic'; did you mean 'classic'?",
        ),
        ("name: M\nextends: mine\n", ":2: extends: themes extend each other in a circle"),
        (
            'name: M\nextends: classic\ncolours: {ink: "dark blue"}\n',
            ":3: colours.ink: 'dark blue' is not a colour; write '#0F4C5C'",
        ),
        (
            "name: M\nextends: classic\ntype: {card: {name: {size: 0}}}\n",
            ":3: type.card.name.size: should be more than 0, not 0",
        ),
        (
            "name: M\nextends: classic\nstrokes: {hair: -1}\n",
            ":3: strokes.hair: should be at least 0, not -1",
        ),
        (
            "name: M\nextends: classic\nsurfaces: {easy: {stroke: ink, hatch: [0, 0.2]}}\n",
            ":3: surfaces.easy.hatch.0: should be more than 0, not 0",
        ),
        (
            "name: M\nextends: classic\ncolors: {}\n",
            ":3: colors: unknown key 'colors'; did you mean 'colours'?",
        ),
    ],
)
def test_mistake_in_a_theme(tmp_path: Path, text: str, reported: str) -> None:
    assert mistake(tmp_path, text) == reported


def test_bare_theme_reports_all_that_is_missing(tmp_path: Path) -> None:
    text = 'name: M\ncolours: {ink: "#000", paper: "#FFF"}\nsurfaces: {}\nstrokes: {}\nradii: {}\ntype: {}\n'
    reported = mistake(tmp_path, text).splitlines()
    assert ":4: strokes: 'hair' is missing; add it, or begin with 'extends: classic'" in reported
    assert ":6: type: 'all' is missing; add it, or begin with 'extends: classic'" in reported
    assert not any("'ink' is missing" in line for line in reported)
    assert len(reported) == sum(map(len, NEEDED.values())) - 2


def test_unknown_theme_is_reported_with_what_there_is() -> None:
    with pytest.raises(NotFoundError, match=r"no theme 'clasic'; did you mean 'classic'\?"):
        Shelf().theme("clasic")
    with pytest.raises(NotFoundError, match=r"no theme 'zzz'; there are: bold, classic, high-contrast"):
        Shelf().theme("zzz")
