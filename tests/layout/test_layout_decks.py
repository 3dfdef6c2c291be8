"""The whole library as a deck: one grid, figures on one ground line, and numbers that cover nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from statistics import mode
from typing import Any, NamedTuple

import pytest
from PIL import Image, ImageChops, ImageDraw

from cardmaker.frame import Art, Frame, Text
from cardmaker.geometry import Point, Rect
from cardmaker.handout import ExerciseCard
from cardmaker.layout import figures
from cardmaker.layout.callouts import Callout, Obstacles, Pointer, place_callouts
from cardmaker.layout.cards import Studio, deal, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.layout.stands import Stand, arrange
from cardmaker.library.library import open_library
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.extent import extents
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import book, crossing, deck, face_named, theme_named

EXERCISES = open_library().ids
STANDING = ("squat", "lunge", "deadlift", "goblet-squat", "calf-stretch", "single-leg-deadlift")
DECKS = {"a7": sorted({*EXERCISES[::2], *STANDING}), "poker": EXERCISES[1::2]}
"""Each exercise is in the one deck of the usual run or in the other; those of the deep run have all."""
CARDS = [
    ("pocket", "a7"),
    ("small", "poker"),
    pytest.param("pocket", "index-3x5", marks=pytest.mark.deep),
    pytest.param("large", "a6", marks=pytest.mark.deep),
]
EPS = 1e-6


class Shown(NamedTuple):
    """How a figure was placed: its stands, the room, and the callouts."""

    figure: FigureArtwork
    stands: list[Stand]
    stacked: bool
    beside: Rect
    wanted: list[Pointer]
    callouts: list[Callout]
    obstacles: Obstacles
    size: float
    front: Frame


@cache
def shown(face: str, stock: str) -> dict[str, Shown]:
    """The figures of a deck's exercises in a face, as layout placed them in one deck."""
    found: dict[str, Shown] = {}
    last: dict[str, Any] = {}

    def arranged(figure: FigureArtwork, **room: Any) -> Any:
        last["arranged"] = (figure, arrange(figure, **room), room["beside"])
        return last["arranged"][1]

    def placed(wanted: Any, obstacles: Obstacles, size: float) -> Any:
        last["placed"] = (wanted, place_callouts(wanted, obstacles, size), obstacles, size)
        return last["placed"][1]

    own, size = face_named(face), load_stock(stock).size
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "arrange", arranged)
        patch.setattr(figures, "place_callouts", placed)
        studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
        cards = [
            card for card in deck(DECKS.get(stock, EXERCISES), "3x10, rest 90s").exercises if card.figure
        ]
        grids, _ = deck_grids(studio, own, cards, size)
        for card in cards:
            made = lay_out_card(studio, own, card, size, grids=grids)
            figure, (stands, stacked), room = last["arranged"]
            wanted, callouts, obstacles, ring = last["placed"]
            found[card.exercise] = Shown(
                figure, stands, stacked, room, wanted, callouts, obstacles, ring, made.front
            )
    return found


# One grid ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_all_cards_of_a_deck_have_one_grid(face: str, stock: str) -> None:
    """Only content changes: cues begin at one height in one size, and each label of the strip has one place."""
    cues, labels = set(), set()
    for one in shown(face, stock).values():
        lines = [placed for placed in one.front.walk() if isinstance(placed.item, Text)]
        rest = next(line for line in lines if line.item.content == "Rest")
        labels.add((round(rest.x, 3), round(rest.y, 3)))
        ones = [line for line in lines if line.item.content == "1" and line.y > one.beside.bottom]
        cues.add((round(ones[0].x, 1), round(ones[0].y, 3), ones[0].item.size_pt))
    assert len(labels) == 1
    assert len({(y, size) for _, y, size in cues}) == 1


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_figures_are_as_large_as_their_room_lets_them_be(face: str, stock: str) -> None:
    for name, one in shown(face, stock).items():
        assert tight(one), name


def tight(one: Shown) -> bool:
    """Whether a figure fills its room from side to side or from top to ground, or is as large as people may be."""
    room, scale = one.beside, one.stands[0].scale
    if scale * one.figure.scale >= room.height / 172 * 1.5 - EPS:
        return True
    marks = [[stand.body, *map(stand.area, stand.pane.signs)] for stand in one.stands]
    top = min(rect.y for rects in marks for rect in rects)
    spans = [(min(rect.x for rect in rects), max(rect.right for rect in rects)) for rects in marks]
    across = sum(right - left for left, right in spans)
    if one.stacked:
        across = max(right for _, right in spans) - min(left for left, _ in spans) + 9.0
        return top < room.y + 0.05 or across > room.width - 1.7
    return top < room.y + 0.05 or across + 2.0 * (len(spans) - 1) > room.width - 1.7


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_figures_of_a_deck_end_on_one_ground_line(face: str, stock: str) -> None:
    all_ = shown(face, stock)
    [ground] = {round(one.beside.bottom, 3) for one in all_.values()}
    for name, one in all_.items():
        feet = [max(stand.ground or 0.0, stand.body.bottom - 6 * stand.scale) for stand in one.stands]
        feet = [
            foot if stand.ground else stand.body.bottom for foot, stand in zip(feet, one.stands, strict=True)
        ]
        assert feet[-1] == pytest.approx(ground, abs=0.1), name
        if one.stacked:
            assert feet[0] < min(stand.body.y for stand in one.stands[1:]) + 0.5, (
                f"{name}: one over the other"
            )
        else:
            assert max(feet) == pytest.approx(min(feet), abs=0.1), name


@pytest.mark.parametrize(
    ("face", "stock", "most"),
    [
        ("pocket", "a7", 38.9),
        ("small", "poker", 26),
        pytest.param("pocket", "index-3x5", 47, marks=pytest.mark.deep),
        pytest.param("large", "a6", 54, marks=pytest.mark.deep),
    ],
)
def test_room_that_no_card_of_a_deck_needs_goes_to_the_figures(face: str, stock: str, most: float) -> None:
    """A name on two lines takes a line of it, on all cards alike."""
    heights = [one.beside.height for one in shown(face, stock).values()]
    assert mode(heights) > most
    assert min(heights) > most * 0.8


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_names_of_a_deck_have_one_size(face: str, stock: str) -> None:
    """A long one goes on in a second line, which makes no other smaller."""
    names = {exercise: open_library().get(exercise).name for exercise in EXERCISES}
    sizes = Counter(
        max(text.size_pt for text in texts(one.front) if names[exercise].startswith(text.content))
        for exercise, one in shown(face, stock).items()
    )
    assert len(sizes) == 1, sizes


def texts(front: Frame) -> list[Text]:
    """All that a front says."""
    return [one.item for one in front.walk() if isinstance(one.item, Text)]


def test_who_stands_is_as_high_as_the_zone_on_a7() -> None:
    for name in STANDING:
        body = max(stand.body.height for stand in shown("pocket", "a7")[name].stands)
        assert body > 39, name


def arts(frame: Frame) -> Iterator[Art]:
    """The figures on a frame."""
    return (placed.item for placed in frame.walk() if isinstance(placed.item, Art))


def test_small_figures_fill_their_boxes_and_low_ones_are_of_one_scale() -> None:
    face, size = face_named("gym"), load_stock("a6").size
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    workouts = deck(EXERCISES, "3x10").workouts
    low = Counter[float]()
    for card in (card for workout in workouts for card in deal(workout, face.rows, "{part} of {parts}")):
        frame = lay_out_card(studio, face, card, size).front
        for art, row in zip(arts(frame), [row for row in card.rows if row.figure], strict=True):
            assert isinstance(row.figure, FigureArtwork)
            unit = art.width / art.artwork.width
            height = unit * (
                row.figure.finish.size.height - extents(row.figure)[-1].body.y
            )  # without an arrow
            assert height <= 15 + EPS and art.width <= 18.4 + EPS, row.name
            if height < 11.9 and art.width < 16.6:
                low[round(unit * row.figure.scale, 4)] += 1
    assert set(low) <= {round(12.2 / 140, 4), round(15 / 140, 4)}
    assert sum(low.values()) > 10


# Callouts ---------------------------------------------------------------------------------------------


def cuts(one: Point, other: Point, rect: Rect) -> bool:
    """Whether a line goes through the inside of a rectangle (Liang and Barsky)."""
    near, far = 0.0, 1.0
    dx, dy = other.x - one.x, other.y - one.y
    for step, low, high, start in ((dx, rect.x, rect.right, one.x), (dy, rect.y, rect.bottom, one.y)):
        if abs(step) < 1e-12:
            if not low < start < high:
                return False
            continue
        first, second = sorted(((low - start) / step, (high - start) / step))
        near, far = max(near, first), min(far, second)
    return far - near > 1e-6


def holds(rect: Rect, spot: Point) -> bool:
    return rect.x <= spot.x <= rect.right and rect.y <= spot.y <= rect.bottom


def faults(one: Shown) -> Iterator[str]:
    """What a figure's numbers cover."""
    for index, callout in enumerate(one.callouts):
        half = one.size / 2
        ring = Rect(callout.centre.x - half, callout.centre.y - half, one.size, one.size)
        rooms = [own.area for own in one.wanted if own.number == callout.number]
        if not all(room.contains(ring, 1e-4) for room in rooms):
            yield f"{callout.number} leaves its box"
        for rect in one.obstacles.solid:
            if ring.overlaps(rect, 1e-4):
                yield f"{callout.number} lies on a face or an arrow"
            if not holds(rect, callout.joint) and cuts(callout.joint, callout.foot, rect):
                yield f"{callout.number}'s leader crosses a face or an arrow"
        for other in one.callouts[:index]:
            if crossing(callout, other):
                yield f"{callout.number}'s leader crosses that of {other.number}"
            apart = Point(callout.centre.x - other.centre.x, callout.centre.y - other.centre.y)
            if (apart.x**2 + apart.y**2) ** 0.5 < one.size:
                yield f"{callout.number} lies on {other.number}"


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_no_number_covers_a_face_an_arrow_or_another(face: str, stock: str) -> None:
    found = {name: list(faults(one)) for name, one in shown(face, stock).items()}
    assert {name: reported for name, reported in found.items() if reported} == {}


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_nearly_all_cues_with_a_joint_have_their_number(face: str, stock: str) -> None:
    all_ = shown(face, stock).values()
    asked, given = sum(len(one.wanted) for one in all_), sum(len(one.callouts) for one in all_)
    assert asked > 100
    assert given >= 0.93 * asked


def test_the_numbers_are_those_of_the_cues() -> None:
    """Those of hands that hold something are at the wrist."""
    hands = 0
    cards = {card.exercise: card for card in deck(EXERCISES, "3x10, rest 90s").exercises}
    for name, one in shown("pocket", "a7").items():
        card = cards[name]
        assert isinstance(card, ExerciseCard)
        for callout in one.callouts:
            cue = card.cues[callout.number - 1]
            stand = one.stands[0] if callout.number == 1 or cue.at_start else one.stands[-1]
            joint = one.figure.joint(cue.spot, stand.pane)
            if joint and cue.spot.endswith("hand") and stand.holds(joint):
                hands += 1
                joint = one.figure.joint(cue.spot.replace("hand", "wrist"), stand.pane)
            assert joint and stand.on_body(joint) == callout.joint, f"{name}: {cue.text}"
            floor = stand.ground
            assert floor is None or callout.joint.y < floor, f"{name}: {cue.text} points below the floor"
    assert hands > 20


SHARP = 10
"""Dots for a mm."""


def held(one: Shown) -> Image.Image:
    """Hands, bars, weights and bands of a figure as dots."""
    dots = Image.new("1", (int(one.beside.right * SHARP) + 9, int(one.beside.bottom * SHARP) + 9))
    pen = ImageDraw.Draw(dots)
    for stand in one.stands:
        for path in stand.pane.paths:
            if path.area in ("metal", "prop-dark", "band"):
                for outline in outlines(path.data):
                    pen.polygon(
                        [coordinate * SHARP for spot in outline for coordinate in stand.at(spot)], fill=1
                    )
        for side in ("left", "right"):
            if hand := stand.pane.joints.get(f"{side}_hand"):
                pen.ellipse(about(stand.at(hand), 4 * one.figure.scale * stand.scale), fill=1)
    return dots


def about(middle: Point, radius: float) -> tuple[float, float, float, float]:
    """The square about a disc, in dots."""
    x, y, reach = middle.x * SHARP, middle.y * SHARP, radius * SHARP
    return x - reach, y - reach, x + reach, y + reach


def outlines(data: str) -> Iterator[list[Point]]:
    """The corners of a path, its curves in 16 steps."""
    for outline in data.split("Z"):
        spots: list[Point] = []
        for command, numbers in re.findall(r"([MLC])([^MLC]*)", outline):
            values = [*map(float, numbers.split())]
            ends = [*map(Point, values[::2], values[1::2])]
            if command == "C":
                for start in range(0, len(ends), 3):
                    spots += [on_curve([spots[-1], *ends[start : start + 3]], n / 16) for n in range(1, 17)]
            else:
                spots += ends
        if len(spots) > 2:
            yield spots


def on_curve(spots: list[Point], share: float) -> Point:
    """A spot of a curve (de Casteljau)."""
    while len(spots) > 1:
        spots = [Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share) for a, b in pairwise(spots)]
    return spots[0]


@pytest.mark.parametrize(("face", "stock"), CARDS)
def test_no_number_covers_a_hand_a_bar_or_a_band(face: str, stock: str) -> None:
    """Looked at in dots, which layout doesn't do."""
    found = []
    for name, one in shown(face, stock).items():
        dots = held(one)
        for callout in one.callouts:
            ring = Image.new("1", dots.size)
            ImageDraw.Draw(ring).ellipse(about(callout.centre, one.size / 2 - 0.15), fill=1)
            if ImageChops.logical_and(dots, ring).getbbox():
                found.append(f"{name}: {callout.number}")
    assert found == []


def test_faults_are_found() -> None:
    """A number moved onto a face, a leader drawn across an arrow, two that cross: each is seen."""
    good = next(one for one in shown("pocket", "a7").values() if len(one.callouts) > 1)
    assert not list(faults(good))
    first, second = good.callouts[:2]
    face = good.obstacles.solid[0]
    middle = Point(face.x + face.width / 2, face.y + face.height / 2)
    onto = Callout(1, first.joint, middle, first.foot)
    assert any("lies on a face" in reported for reported in faults(good._replace(callouts=[onto])))
    beyond = Point(2 * middle.x - first.joint.x, 2 * middle.y - first.joint.y)
    across = Callout(1, first.joint, beyond, beyond)
    assert any("crosses a face" in reported for reported in faults(good._replace(callouts=[across])))
    crossed = (
        Callout(9, Point(0, 0), Point(9, 9), Point(8, 8)),
        Callout(8, Point(0, 8), Point(9, -1), Point(8, 0)),
    )
    assert any("crosses that of" in reported for reported in faults(good._replace(callouts=list(crossed))))
    assert second.number
