"""The smallest cards of a week of running: a strip as high as two lines, and cues down to the end of the movement."""

from functools import cache

from cardmaker import assets
from cardmaker.frame import Frame, Text
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import book, resolved, shapes, theme_named

STOCK = "mini"


@cache
def fronts() -> dict[str, Frame]:
    """The fronts of the deck, by their exercises."""
    own, look = load_stock(STOCK), theme_named("classic")
    face = face_for(Shelf(), "exercise", own, least_pt=look.least_pt)
    studio = Studio(look, book(), load_wording("en").labels)
    cards = resolved((assets.templates("plans") / "runners-week.yaml").read_text("utf-8")).exercises
    grids, _ = deck_grids(studio, face, cards, own.size)
    return {card.exercise: lay_out_card(studio, face, card, own.size, grids=grids).front for card in cards}


def strip_top(front: Frame) -> float:
    """Where the widest surface at the foot begins."""
    foot = load_stock(STOCK).size.height - 4
    return next(one.y for one in shapes(front) if abs(one.bottom - foot) < 0.1 and one.width > 30)


def test_strips_are_as_high_as_two_lines_on_all_cards() -> None:
    heights = [load_stock(STOCK).size.height - 4 - strip_top(front) for front in fronts().values()]
    assert max(heights) - min(heights) < 0.01
    assert 9 <= heights[0] <= 10


def test_cues_go_on_to_the_end_of_a_squat_and_stay_clear_of_the_strip() -> None:
    squat = " ".join(one.item.content for one in fronts()["squat"].walk() if isinstance(one.item, Text))
    assert "stand tall." in squat
    for front in fronts().values():
        above = [one.y for one in front.walk() if isinstance(one.item, Text) and one.y < strip_top(front)]
        assert strip_top(front) - max(above) >= 1.5 + 0.4  # a descender of 6.5 pt
