"""Figures of about 12 mm: a drawing of their own, on week sheets where there is room."""

import re
from pathlib import Path as FilePath

import pytest

from cardmaker import assets
from cardmaker.frame import Art, Artwork, Frame, Path
from cardmaker.geometry import Size
from cardmaker.handout import SmallFigure
from cardmaker.layout.cards import Studio
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.picture.artwork import FigureArtwork, Look, load_artwork, themed
from tests.layout.layout_kit import book, laid, resolved, sheet_named, theme_named, words

FIGURES = sorted(
    path
    for path in assets.illustrations().glob("*.svg")
    if (path.parent / "poses" / f"{path.stem}.yaml").is_file()
)
SMALL_SCALE = 12.2 / 178  # mm for a cm, on gym cards


def drawn(figure: FigureArtwork, *, small: bool) -> Artwork:
    """The finish as it is drawn large or small."""
    return themed(figure, figure.finish, Look(small=small))


def outline_mm(figure: FigureArtwork) -> float:
    """How wide a small figure's outline comes out."""
    strokes = figure.strokes
    ink = strokes["line" if "line" in strokes else "outline"].colour  # close-ups have one weight of line
    widths = {path.width for path in drawn(figure, small=True).paths if path.stroke == ink}
    return max(widths) / figure.scale * SMALL_SCALE


def extent(path: Path) -> float:
    """The longer side of the room that a path's points take."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.data)]
    xs, ys = numbers[::2], numbers[1::2]
    return max(max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("file", FIGURES, ids=lambda path: path.stem)
def test_small_figures_have_fewer_and_heavier_lines(file: FilePath) -> None:
    figure = load_artwork(file)
    large, small = drawn(figure, small=False), drawn(figure, small=True)
    strokes = {name: figure.strokes[name].colour for name in ("hatch", "fibre") if name in figure.strokes}
    assert len(small.paths) < len(large.paths)
    assert outline_mm(figure) >= 0.14
    left = {path.stroke for path in small.paths if path.stroke}
    assert not left & {strokes[name] for name in strokes if name in ("hatch", "fibre")}
    assert all(extent(path) >= 3.0 * figure.scale for path in small.paths)


# On week sheets ---------------------------------------------------------------------------------------

WORKOUT = "workouts: {a: {exercises: [squat: 3x8, lunge: 3x8, plank: 3x30s]}}"
ROOMY = f"""
title: P
{WORKOUT}
weeks: [{{mon: [{{strength: a}}], wed: [{{run: 5 km}}], thu: [{{run: 5 km}}], sat: [{{run: 5 km}}]}}]
tips: [one, two, three, four, five, six, seven, eight]
"""
FULL_DAYS = ", ".join(
    f"{day}: [{{run: 5 km}}, {{run: 5 km}}, {{strength: a}}]"
    for day in ("mon", "tue", "wed", "thu", "fri", "sat")
)
FULL = f"{{title: P, {WORKOUT}, weeks: [{{{FULL_DAYS}}}]}}"


def week(plan: str, sheet: str) -> Frame:
    """The page of a plan's week."""
    handout = resolved(plan)
    [content] = handout.weeks
    studio = Studio(theme_named("classic"), book(), handout.labels)
    return lay_out_sheet(studio, sheet_named(sheet), content, Size(210, 297))


def arts(frame: Frame) -> list[Art]:
    """The figures on a page."""
    return [placed.item for placed in frame.walk() if isinstance(placed.item, Art)]


def test_upright_a_session_s_exercises_are_shown_where_there_is_room() -> None:
    shown = arts(week(ROOMY, "week-portrait"))
    figures = [load_artwork(assets.illustrations() / f"{name}.svg") for name in ("squat", "lunge", "plank")]
    assert len(shown) == 3
    scales = [
        art.width / art.artwork.width * figure.scale for art, figure in zip(shown, figures, strict=True)
    ]
    assert scales[0] == pytest.approx(scales[1], rel=0.06), "one scale, but for arms wider than their place"
    assert shown[2].width >= 13.7
    assert 175 * min(scales) >= 11, "who stands is about 12 mm high"


def test_figures_are_smaller_before_they_go() -> None:
    """Three circuits of four exercises with two runs, each part of them on a line, fill a page."""
    full = week((assets.templates("plans") / "hotel-room.yaml").read_text("utf-8"), "week-portrait")
    assert [round(art.height, 1) <= 15 for art in arts(full)] == [True] * 12
    assert "1 min jog after each\n5 min easy" in full.text.replace("\xa0", " ")


def test_without_room_for_figures_exercises_are_a_table() -> None:
    full = week(FULL, "week-portrait")
    assert not arts(full)
    assert [said for said, _, _ in words(full)].count("Lunge") == 6


def test_figures_nearly_on_one_line_are_squeezed_onto_it() -> None:
    figure = load_artwork(assets.illustrations() / "plank.svg")
    natural = figure.finish.size.width / figure.scale * 12 / 178
    box = "flow: [{figure: '{figure}', small: true, height: 12, reach: 178, each: figures}]\ngap: 1\nsqueeze: 0.8"
    content = {"figures": (SmallFigure(figure),) * 3}
    for width, lines in ((3 * natural + 3, 1), (3 * natural * 0.85 + 2, 1), (3 * natural * 0.75 + 2, 2)):
        frame = laid(box, content, width, 60, labels={})
        tops = {round(placed.y, 2) for placed in frame.walk() if isinstance(placed.item, Art)}
        assert len(tops) == lines


def test_a_rung_may_begin_afresh() -> None:
    row = "{{text: '{{{name}}}', id: {name}, height: 10}}"
    text = f"stack: [{', '.join(row.format(name=name) for name in 'abc')}]"
    below = {}
    for how in ("false", "true"):
        ladder = f"[{{shrink: {{b: 9}}}}, {{drop: [a], afresh: {how}}}]"
        frame = laid(text, {"a": "a", "b": "b", "c": "c"}, 40, 20, ladder=ladder)
        below[how] = [(said, y) for said, _, y in words(frame)]
    (b, first), (c, second) = below["false"]
    assert (b, c) == ("b", "c")
    assert below["true"] == [("b", first), ("c", second + 1)], "b has its whole height again"
