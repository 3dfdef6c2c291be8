"""Gym cards: room for a pencil in each box, rounds of what goes by the clock, loads at the middle of their rows."""

from itertools import pairwise

import pytest

from cardmaker.frame import Frame, Path
from cardmaker.layout.cards import Studio, lay_out_card
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
def test_rounds_have_boxes_or_a_line(face: str, stock: str, theme: str, clock: str, rounds: int) -> None:
    frame = card(face, stock, theme, f"format: {clock}, exercises: [squat: 30, push-up: 25]")
    [(x, y)] = at(frame, "Rounds")
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
        "format: '3 rounds, 40 s on, 20 s off', exercises: [squat: , goblet-squat: , lunge: ]",
    )
    names = [at(frame, name)[0][1] for name in ("Squat", "Goblet squat", "Lunge")]
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
