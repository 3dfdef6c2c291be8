"""The key card: the front of a card as a small picture, numbers at its sides, and the scales behind it."""

from functools import cache

import pytest

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, Group, Placed, Role, Text
from cardmaker.geometry import Insets, Rect
from cardmaker.handout import Handout, KeyCard
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.layout.samples import explained
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording, wording_names
from tests.layout.layout_kit import book, deck, face_named, outside, resolved, theme_named
from tests.layout.test_layout_fits import FACES, SIZES, THEMES

KEYS = [face for face in FACES if face_named(face).kind == "key"]
SUITING = [
    (stock, face) for size, stock in SIZES.items() for face in KEYS if face_named(face).suits.includes(*size)
]
OF = {
    "key": "pocket",
    "small-key": "small",
    "wallet-key": "wallet",
    "large-key": "large",
    "grand-key": "grand",
}
"""The face of the cards that each explains."""
FULL = """
title: P
start: 2027-03-01
weeks:
  - mon: [{run: 3 km easy}, {strength: a}]
    tue: [{run: 6 x 400 m @ 5k w/ 200 m jog}, {strength: b}]
    wed: [{run: 20 min tempo}, {strength: c}]
    sat: {run: 20 km long}
workouts:
  a:
    name: Lower body and all else
    exercises: [romanian deadlift: '3x8/side 2x17.5 kg @ RPE 7-8, rest 90 s, tempo 3-1-1', squat: 3x8]
  b: {name: Upper body with dumbbells, exercises: [push up: 3x8]}
  c: {name: Core, exercises: [plank: 3x40 s]}
"""


@cache
def plan(language: str = "en") -> Handout:
    return resolved(FULL, language)


def key_of(handout: Handout) -> KeyCard:
    assert handout.key
    return handout.key


def made(
    face: str, stock: str, theme: str = "classic", language: str = "en"
) -> tuple[KeyCard, Frame, Frame | None]:
    """The key laid out."""
    studio = Studio(theme_named(theme), book(), load_wording(language).labels)
    key, size = key_of(plan(language)), load_stock(stock).size
    front = lay_out_card(studio, face_named(OF[face]), key.sample, size).front
    deck_of, every = face_named(OF[face]), plan(language).exercises
    grids, _ = deck_grids(studio, deck_of, every, size)
    cards = [lay_out_card(studio, deck_of, card, size, grids=grids) for card in every]
    whole = explained(
        key, front, studio.labels, [side for one in cards for side in (one.front, one.back) if side]
    )
    laid = lay_out_card(studio, face_named(face), whole, size)
    return whole, laid.front, laid.back


def test_every_size_with_room_has_a_key() -> None:
    assert set(OF) == set(KEYS) == {face for _, face in SUITING}
    stocks = {stock for stock, _ in SUITING}
    assert {"a7", "poker", "business-eu", "a6", "a5"} <= stocks


@pytest.mark.parametrize(("stock", "face"), SUITING)
def test_keys_fit_their_cards(stock: str, face: str) -> None:
    size, own = load_stock(stock).size, face_named(face)
    live = Rect(0, 0, *size).inset(Insets.all(own.margin))
    for language in wording_names():
        _, front, back = made(face, stock, language=language)
        assert back
        assert outside(front, live, book()) == outside(back, live, book()) == []


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme_named(theme).least_pt])
@pytest.mark.parametrize("face", KEYS)
def test_keys_fit_in_every_theme(face: str, theme: str) -> None:
    stock = next(stock for stock, one in SUITING if one == face)
    made(face, stock, theme)


def test_each_part_of_a_card_is_numbered_in_the_order_of_its_lines() -> None:
    whole, front, _ = made("key", "a7")
    assert [line.part for line in whole.lines] == [
        "number",
        "muscles",
        "dots",
        "figure",
        "cues",
        "sets",
        "load",
    ]
    assert [point.number for point in whole.points] == [1, 2, 3, 4, 5, 6, 7]
    at = {line.part: point.at for line, point in zip(whole.lines, whole.points, strict=True)}
    assert at["number"].x < 10 < 30 > at["number"].y, "the chip is at the top left"
    assert at["muscles"].x > 55 and at["muscles"].y < 25, "the muscle map is at the top right"
    assert at["dots"].y < at["figure"].y < at["cues"].y < at["sets"].y
    assert at["load"].x > at["sets"].x and at["load"].y > 90
    lines = [placed for placed in front.walk() if isinstance(placed.item, Text)]
    assert all(line.text in front.text.replace("\n", " ") for line in whole.lines[:2])
    assert min(line.y for line in lines if line.item.content == "How to read a card") < 15


@pytest.mark.parametrize(
    ("face", "stock"), [("key", "a7"), ("grand-key", "a5"), ("wallet-key", "business-us")]
)
def test_dots_end_before_the_ground_of_numbers_and_sets(face: str, stock: str) -> None:
    whole, _, _ = made(face, stock)
    at = {line.part: point.at for line, point in zip(whole.lines, whole.points, strict=True)}
    margin = face_named(OF[face]).margin
    assert margin - 2 < at["number"].x == at["sets"].x < margin
    if face == "wallet-key":
        assert load_stock(stock).size.width - margin < at["load"].x


def test_steps_with_a_heading_are_pointed_at_from_the_right_in_a_level_line() -> None:
    whole, _, _ = made("grand-key", "a5")
    at = {line.part: point.at for line, point in zip(whole.lines, whole.points, strict=True)}
    assert at["cues"].x > load_stock("a5").size.width / 2, "the numbers have a text at their left"
    assert at["cues"].y - at["figure"].y > 10, "there is room for a ring between"


def test_what_a_card_lacks_has_no_number() -> None:
    bare = resolved(
        "title: P\nweeks: [{mon: {strength: a}}]\nworkouts: {a: {exercises: [my own thing: 3x8]}}\n"
    )
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    key = key_of(bare)
    front = lay_out_card(studio, face_named("pocket"), key.sample, load_stock("a7").size).front
    whole = explained(key, front, studio.labels)
    parts = [line.part for line in whole.lines]
    assert "figure" not in parts and "dots" not in parts and "number" in parts
    assert [point.number for point in whole.points] == list(range(1, len(parts) + 1))


@pytest.mark.parametrize(
    ("face", "stock", "shown"), [("key", "a7", True), ("wallet-key", "business-us", False)]
)
def test_only_what_cards_of_a_size_have_is_explained(face: str, stock: str, shown: bool) -> None:
    """Small cards have no dash where nothing is set, and no row for the session before."""
    whole, _, _ = made(face, stock)
    text = " ".join([*(line.text for line in whole.lines), whole.log_text])
    assert ("a dash" in text) is shown
    assert ("Last time" in text) is shown


def test_a_side_is_explained_where_a_card_has_one() -> None:
    for sets, said in (("3x8/side", True), ("3x8", False)):
        key = key_of(deck(["lunge"], sets))
        assert any("/ side" in line.text for line in key.lines) is said


def test_sets_whose_unit_is_smaller_are_numbered_too() -> None:
    held = key_of(deck(["plank"], "3x40 s"))
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    front = lay_out_card(studio, face_named("pocket"), held.sample, load_stock("a7").size).front
    assert "sets" in [line.part for line in explained(held, front, studio.labels).lines]


def test_the_picture_of_a_card_is_read_as_one_thing() -> None:
    _, front, _ = made("key", "a7")

    def groups(items: tuple[Placed, ...]) -> list[Group]:
        found = [placed.item for placed in items if isinstance(placed.item, Group)]
        return [*found, *(inner for one in found for inner in groups(one.items))]

    [figure] = [one for one in groups(front.items) if one.role is Role.FIGURE]
    assert figure.alt == "How to read a card"
    assert not groups(figure.items)


def test_no_room_is_reported_as_on_other_cards() -> None:
    whole, _, _ = made("key", "a7")
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    with pytest.raises(DoesNotFitError):
        lay_out_card(studio, face_named("key"), whole, load_stock("mini").size)


# What it says -----------------------------------------------------------------------------------------


def test_the_back_has_the_scales_of_the_plan() -> None:
    _, _, back = made("key", "a7")
    assert back
    said = back.text.replace("\n", " ").replace("\u00a0", " ")
    for words in (
        "Scales",
        "Effort in strength (RPE)",
        "two reps left",
        "Effort in runs",
        "short sentences",
        "Core",
    ):
        assert words in said
    key = key_of(plan())
    assert [one.letter for one in key.workouts] == ["A", "B", "C"]
    assert (key.tempo, key.tempo_said.replace("\u00a0", " ")) == ("Tempo 3-1-1", "3 s down, 1 s hold, 1 s up")
    assert [part.km for part in key.tempo_parts] == [3, 1, 1]
    assert not {part.effort for part in key.tempo_parts} & {run.effort for run in key.runs}


@pytest.mark.parametrize(
    ("sets", "scale", "values"),
    [
        ("3x8 @ RPE 8", "RPE", ("5–6", "7", "8", "9", "10")),
        ("3x8 @ RIR 2", "RIR", ("4+", "3", "2", "1", "0")),
        ("3x8", "", ()),
    ],
)
def test_efforts_are_on_the_scale_that_the_plan_has(sets: str, scale: str, values: tuple[str, ...]) -> None:
    key = key_of(deck(["squat"], sets))
    assert (key.effort_scale, tuple(step.value for step in key.efforts)) == (scale, values)
    assert [step.left for step in key.efforts][-1:] == (["nothing left"] if values else [])


@pytest.mark.parametrize(
    ("tempo", "said"),
    [
        ("3-1-1-0", "3 s down, 1 s hold, 1 s up"),
        ("4-0-2", "4 s down, 2 s up"),
        ("40X1", "4 s down, fast up, 1 s pause"),
    ],
)
def test_a_tempo_is_put_in_words(tempo: str, said: str) -> None:
    key = key_of(deck(["squat"], f"3x8, tempo {tempo}"))
    assert key.tempo_said.replace("\u00a0", " ") == said


def test_a_card_with_all_that_is_explained_is_the_sample() -> None:
    handout = resolved(
        "title: P\nweeks: [{mon: {strength: a}}]\n"
        "workouts: {a: {exercises: [plank: 2x30 s, squat: '3x8 40 kg @ RPE 7, rest 60 s']}}"
    )
    assert key_of(handout).sample.exercise == "squat"


@pytest.mark.parametrize(("stock", "face"), SUITING)
def test_no_leader_crosses_words(stock: str, face: str) -> None:
    """From its spot to the nearer side of the card there is nothing to read."""
    key, _, _ = made(face, stock)
    width = load_stock(stock).size.width
    lines = [one for one in key.picture.walk() if isinstance(one.item, Text)] if key.picture else []
    crossed = [
        (point.number, one.item.content)
        for point in key.points
        for one in lines
        if isinstance(one.item, Text)
        and one.y - one.item.size_pt * 0.25 < point.at.y < one.y
        and (one.x + one.item.width < point.at.x < width / 2 or width / 2 <= point.at.x < one.x)
    ]
    assert crossed == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("face", "stock"), [("small-key", "poker"), ("wallet-key", "business-eu")])
def test_small_keys_name_the_workouts_in_each_language(face: str, stock: str, language: str) -> None:
    card, _, back = made(face, stock, language=language)
    assert back
    said = " ".join(back.text.replace("\n", " ").split())
    assert all(workout.name in said for workout in card.workouts)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("stock", ["a7", "poker"])
def test_keys_keep_levels_and_what_a_tempo_means(stock: str, language: str) -> None:
    card, _, back = made("key" if stock == "a7" else "small-key", stock, language=language)
    assert back
    said = " ".join(back.text.replace("\n", " ").split())
    assert card.tempo and " ".join(card.tempo_said.split()) in said, (
        "on a line where there is no room for a bar"
    )
    assert card.levels and all(level.name in said for level in card.levels)
