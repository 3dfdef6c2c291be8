"""Boxes that lead somewhere: their area, what is read of them, and pages as high as what stands on them."""

import pytest

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, Link, Role
from cardmaker.geometry import Size
from cardmaker.handout import Card
from cardmaker.layout.cards import Studio
from cardmaker.layout.screens import lay_out_screen
from cardmaker.theme.face import Screen
from tests.layout.layout_kit import LEADING, MONO, box, groups, laid, roles, theme

CARD = Card(name="Squat", tab="Legs", slot=3, slots=5)


def links(frame: Frame) -> list[tuple[float, float, float, float, str]]:
    """Where each link is, and where it leads."""
    return [
        (placed.x, placed.y, placed.item.width, placed.item.height, placed.item.url)
        for placed in frame.walk()
        if isinstance(placed.item, Link)
    ]


def test_all_of_a_row_is_one_link() -> None:
    row = '{row: [{text: ab, width: 10}, {text: cd, width: 10}], link: "#card-{slot}"}'
    frame = laid(row, CARD, width=20, height=LEADING)
    assert links(frame) == [(0, 0, 20, LEADING, "#card-3")]
    assert roles(frame.items) == [["P", ["Link", "ab", "cd"]]]
    (group,) = groups(frame.items, Role.LINK)
    assert [p.item.description for p in group.items if isinstance(p.item, Link)] == ["abcd"]


def test_a_chip_may_be_a_link() -> None:
    frame = laid(
        '{chip: "{slot}", style: text, width: 9, height: 8, link: "#card-{slot}"}', CARD, width=9, height=8
    )
    assert links(frame) == [(0, 0, 9, 8, "#card-3")]


def test_of_a_text_only_the_words_are() -> None:
    frame = laid('{text: ab, width: 20, link: "https://example.org"}', CARD, width=20, height=LEADING)
    assert links(frame) == [(0, 0, pytest.approx(4, abs=1e-3), LEADING, "https://example.org")]


def test_without_a_target_there_is_no_link() -> None:
    empty = Card(name="Squat", tab="", slot=0, slots=5)
    frame = laid('{row: [{text: ab}], link: "#tab-{tab}"}', empty, width=20)
    assert links(frame) == []
    assert roles(frame.items) == [["P", "ab"]]


def test_a_role_goes_around_the_link() -> None:
    frame = laid('{row: [{text: ab}], link: "#x-{slot}", role: H2}', CARD, width=20)
    assert roles(frame.items) == [["H2", ["Link", "ab"]]]


def screen(body: str, width: float = 20, least: float = 0) -> Screen:
    return Screen(
        name="x", kind="exercise", width=width, least_height=least, margin=2, type="test", body=box(body)
    )


@pytest.mark.parametrize(("least", "height"), [(0, 2 * LEADING + 4), (30, 30)])
def test_a_screen_is_as_high_as_what_is_on_it(least: float, height: float) -> None:
    studio = Studio(theme(), MONO, {})
    frame = lay_out_screen(studio, screen("{stack: [{text: ab}, {text: cd}]}", least=least), CARD)
    assert frame.size == pytest.approx(Size(20, height))


def test_what_is_too_wide_is_reported() -> None:
    studio = Studio(theme(), MONO, {})
    with pytest.raises(DoesNotFitError, match="screen 'Squat'"):
        lay_out_screen(studio, screen(f"{{text: {'a' * 60}, lines: 1}}"), CARD)
