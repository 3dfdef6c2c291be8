"""Gym cards: room for a pencil in each box, rounds of what goes by the clock, loads at the middle of their rows."""

from itertools import pairwise

import pytest

from cardmaker.frame import Art, Frame, Path, Text
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.stock import load_stock
from tests.layout.layout_kit import book, face_named, resolved, shapes, theme_named, words

FACES = [("gym", "a6", "classic"), ("grand-gym", "a5", "classic"), ("large-print-gym", "a5", "large-print")]


def card(face: str, stock: str, theme: str, workout: str) -> Frame:
    """The card of a plan's only workout."""
    handout = resolved(f"title: Plan\nworkouts: {{a: {{{workout}}}}}")
    studio = Studio(theme_named(theme), book(), handout.labels)
    return lay_out_card(studio, face_named(face), handout.workouts[0], load_stock(stock).size).front


def at(frame: Frame, text: str) -> list[tuple[float, float]]:
    """Where each line of type is that says so."""
    return [(x, y) for said, x, y in words(frame) if said.replace("\xa0", " ").strip() == text]


@pytest.mark.parametrize(("face", "stock"), [("gym", "a6"), ("grand-gym", "a5")])
@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink"])
def test_boxes_that_say_their_sets_leave_room_to_write(face: str, stock: str, theme: str) -> None:
    frame = card(face, stock, theme, "exercises: [squat: 5/5/5+ @ 60/70/80 kg, plank: 3x30 s]")
    for load in ("60 kg", "70 kg", "80 kg"):
        [(x, y)] = at(frame, load)
        foot = min(
            one.bottom
            for one in shapes(frame)
            if 5 < one.width < 14 and one.x < x < one.right and one.bottom > y
        )
        assert foot - y > 5, "a pencil writes below the load"


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
@pytest.mark.parametrize(
    ("clock", "rounds"),
    [("5 rounds for time", 5), ("EMOM 12 min", 12), ("AMRAP 20 min", 0), ("40 rounds", 0)],
)
@pytest.mark.parametrize("inside", [False, True])
def test_rounds_have_boxes_or_a_line(
    face: str, stock: str, theme: str, clock: str, rounds: int, inside: bool
) -> None:
    pair = "[squat: 30, push-up: 25]"
    timed = (
        f"exercises: [{{superset: {pair}, format: {clock}}}]"
        if inside
        else f"format: {clock}, exercises: {pair}"
    )
    frame = card(face, stock, theme, timed)
    [(x, y)] = at(frame, "Rounds" if rounds else "Tally")
    beside = [one for one in shapes(frame) if one.x > x and abs(one.y + one.height / 2 - y) < 8]
    ruled = [one for one in beside if one.height < 0.5 and abs(one.y - y) < 0.8]
    boxes = [number for number in range(1, 21) if at(frame, str(number))]
    assert boxes == [*range(1, max(rounds, 10) + 1)], "1 to 10 are the effort's, too"
    assert len(at(frame, "1")) == (2 if rounds else 1)
    assert bool(ruled) == (rounds == 0)


@pytest.mark.parametrize(("face", "stock", "theme"), FACES[:2])
def test_loads_of_what_has_no_sets_stand_at_the_middle_of_their_rows(
    face: str, stock: str, theme: str
) -> None:
    frame = card(
        face,
        stock,
        theme,
        "format: '6 rounds, 40 s on, 20 s off', exercises: [kettlebell-swing: , goblet-squat: , bench-press: ]",
    )
    names = [at(frame, name)[0][1] for name in ("Kettlebell swing", "Goblet squat", "Bench press")]
    loads = [y for _, y in at(frame, "kg")]
    assert len(loads) == 3
    assert all(abs(pitch - (loads[1] - loads[0])) < 0.5 for pitch in (b - a for a, b in pairwise(names)))
    assert all(0 < load - name < 5 for name, load in zip(names, loads, strict=True))


@pytest.mark.parametrize("theme", ["classic", "bold", "high-contrast"])
def test_boxes_beyond_the_sets_are_fainter_than_those_for_them(theme: str) -> None:
    frame = card("gym", "a6", theme, "exercises: [squat: 2x8, plank: 2x30 s]")
    paths = [placed.item for placed in frame.walk() if isinstance(placed.item, Path)]
    spare = {path.width for path in paths if path.dash and path.stroke}
    assert spare and max(spare) < theme_named(theme).strokes["set"]


@pytest.mark.parametrize(("face", "stock", "theme"), [*FACES, ("index-gym", "index-5x8", "classic")])
@pytest.mark.parametrize("sets", [2, 3, 4, 5, 6, 8, 10])
def test_boxes_for_sets_are_wide_enough_for_a_pencil(face: str, stock: str, theme: str, sets: int) -> None:
    frame = card(face, stock, theme, f"exercises: [barbell-squat: {sets}x5 @ 60 kg, plank: 3x30 s]")
    numbers = [at(frame, str(number)) for number in range(1, sets + 1)]
    rows = [y for _, y in numbers[0]][:2]
    boxes = [one for one in shapes(frame) if 7 < one.height < 14 and rows[0] - 5 < one.y < rows[1] + 10]
    assert len(boxes) >= sets + 3
    least = 5.2 if (face, sets) == ("gym", 6) else 6.5
    assert min(one.width for one in boxes) > least, (
        "7 mm with the line around them, less where six are in a row"
    )


def test_prescriptions_of_a_deck_have_one_size() -> None:
    """The longest decides: a range for each side, next to five boxes and a load."""
    handout = resolved(
        "title: P\nworkouts:\n"
        "  a: {exercises: [barbell-squat: 5x5 @ 80 kg, lunge: 3x8-12/side @ 2x12 kg, plank: 3x30 s]}\n"
        "  b: {exercises: [squat: 3x8]}\n"
    )
    face, size = face_named("gym"), load_stock("a6").size
    studio = Studio(theme_named("classic"), book(), handout.labels)
    grids, _ = deck_grids(studio, face, handout.workouts, size)
    fronts = [lay_out_card(studio, face, one, size, grids=grids).front for one in handout.workouts]
    sizes = {
        placed.item.size_pt
        for front in fronts
        for placed in front.walk()
        if isinstance(placed.item, Text) and placed.item.content.startswith(("3\xa0×", "5\xa0×"))
    }
    assert len(sizes) == 1 and 9 <= min(sizes) < 13


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
@pytest.mark.parametrize("exercise", ["side-plank", "push-up", "plank", "squat"])
def test_figures_keep_two_millimetres_from_names(face: str, stock: str, theme: str, exercise: str) -> None:
    frame = card(
        face,
        stock,
        theme,
        f"exercises: [{exercise}: 3x8, squat: 3x8, lunge: 3x8, calf-raise: 3x8, deadlift: 3x8]",
    )
    figures = [placed.x + placed.item.width for placed in frame.walk() if isinstance(placed.item, Art)]
    assert figures
    text = min(x for said, x, _ in words(frame) if said == "Lunge")
    assert text - max(figures) >= 1.95


def test_large_print_says_the_ends_of_the_scale() -> None:
    frame = card("large-print-gym", "a5", "large-print", "exercises: [squat: 3x8]")
    assert {"1 = easy,", "10 = all out"} <= {said.strip() for said, *_ in words(frame)}


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
def test_the_plus_is_explained_below_the_exercises(face: str, stock: str, theme: str) -> None:
    frame = card(face, stock, theme, "exercises: [squat: 5/5/5+ @ 60/70/80 kg]")
    [y] = [y for said, _, y in words(frame) if said.startswith("+ = as many")]
    [name] = at(frame, "Squat")
    assert y > name[1]


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
def test_a_superset_says_its_format_above_its_first_exercise(face: str, stock: str, theme: str) -> None:
    pair = "{superset: [pull-up: 5, push-up: 10], for time: 5 rounds}"
    frame = card(face, stock, theme, f"exercises: [squat: 3x8, {pair}]")
    [(_, clock)], [(_, time)] = at(frame, "5 rounds for time"), at(frame, "Time")
    [(_, letter)], [(_, squat)] = at(frame, "B1"), at(frame, "Squat")
    assert squat < clock < letter - 8, "boxes for its rounds are between"
    assert abs(time - clock) < 3
    assert len(at(frame, "5 rounds for time")) == 1


@pytest.mark.parametrize(("count", "cued"), [(4, True), (5, True), (6, False)])
def test_exercises_have_a_cue_each_where_there_is_room(count: int, cued: bool) -> None:
    names = ("squat", "plank", "calf-raise", "push-up", "glute-bridge", "lunge")
    listed = ", ".join(f"{name}: 3x8 @ RPE 7" for name in names[:count])
    frame = card("gym", "a6", "classic", f"warm_up: 5 min easy, exercises: [{listed}]")
    first, fourth = (
        any(text.startswith(cue) for text, *_ in words(frame)) for cue in ("Feet shoulder", "Hands wider")
    )
    assert (first, fourth) == (cued, cued)


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
@pytest.mark.parametrize("rounds", [3, 4, 5])
def test_stations_with_a_load_have_room_for_their_rounds(
    face: str, stock: str, theme: str, rounds: int
) -> None:
    clock = f"format: '{rounds} rounds, 40 s on, 20 s off'"
    frame = card(face, stock, theme, f"{clock}, exercises: [squat: , kettlebell-swing: ]")
    [(x, _)], [(_, load)] = at(frame, "Kettlebell swing"), at(frame, "kg")
    own = [one for one in shapes(frame) if one.x > x and one.width > 7 and abs(one.y - load) < 22]
    assert sum(7 < one.width < 12 and one.height > 7 for one in own if one.bottom < load + 12) >= rounds


@pytest.mark.parametrize(("face", "stock", "theme"), FACES)
@pytest.mark.parametrize("rounds", [2, 3, 4, 5])
def test_stations_have_as_many_boxes_as_there_are_rounds(
    face: str, stock: str, theme: str, rounds: int
) -> None:
    timed = f"format: '{rounds} rounds, 40 s on, 20 s off', exercises: [squat: , plank: , goblet-squat: ]"
    frame = card(face, stock, theme, timed)
    assert not [one for one in frame.walk() if isinstance(one.item, Path) and one.item.dash], "no spare ones"
    assert len(at(frame, str(rounds))) == 3 + 1, "one for each station, and the effort's"
    assert not at(frame, "Rounds")


@pytest.mark.parametrize(("face", "stock", "theme"), FACES[:2])
def test_names_are_as_far_below_their_rules_in_high_rows_as_in_low_ones(
    face: str, stock: str, theme: str
) -> None:
    frame = card(
        face,
        stock,
        theme,
        "exercises: [squat: 5/5/5+ @ 60/70/80 kg, plank: 3x30 s, push-up: '3x8, then +1 rep']",
    )
    rules = sorted({one.y for one in shapes(frame) if one.width > 90 and one.height < 0.6})
    names = [at(frame, name)[0][1] for name in ("Squat", "Plank", "Push-up")]
    below = [name - max(y for y in rules if y < name) for name in names]
    assert max(below) - min(below) < 0.6, "a rule is firmer than others"
