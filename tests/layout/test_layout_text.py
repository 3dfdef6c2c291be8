"""Text: where its lines go, how it wraps, shrinks and is refused, and what its pieces look like."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Link, Role, Text
from cardmaker.geometry import Rect
from cardmaker.handout import Rich
from tests.layout.layout_kit import LEADING, PT, RISE, groups, laid, outside, roles, sizes, words
from tests.text.monospace import Monospace

LETTERS = st.text("abcdefghij ", min_size=1, max_size=80)


def test_line_stands_on_its_baseline() -> None:
    assert words(laid('{text: "abc"}')) == [("abc", 0, RISE)]


def test_lines_break_at_blanks() -> None:
    assert words(laid('{text: "abc def gh"}', width=12)) == [
        ("abc", 0, RISE),
        ("def gh", 0, RISE + LEADING),
    ]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 7), ("right", 14)])
def test_align(align: str, x: float) -> None:
    assert words(laid(f'{{text: "abc", align: {align}}}', width=20)) == [("abc", x, RISE)]


@pytest.mark.parametrize(("valign", "y"), [("top", 0), ("middle", 7.5), ("bottom", 15)])
def test_valign(valign: str, y: float) -> None:
    frame = laid(f'{{text: "abc", valign: {valign}}}', height=20)
    assert words(frame) == [("abc", 0, y + RISE)]


def test_text_without_limit_wraps_as_often_as_it_must() -> None:
    assert len(words(laid('{text: "aa aa aa aa aa aa"}', width=4))) == 6
    assert set(sizes(laid('{text: "aa aa aa aa aa aa"}', width=4))) == {1}


# Shrinking -------------------------------------------------------------------------------------------


def test_one_line_shrinks_until_it_fits() -> None:
    frame = laid('{text: "abcdefgh", lines: 1}', width=12)
    [(said, _, _)] = words(frame)
    [size] = sizes(frame)
    assert said == "abcdefgh"
    assert 12 - 16 * 0.25 / PT <= 16 * size <= 12


def test_shrinking_ends_at_the_styles_smallest_size() -> None:
    assert sizes(laid('{text: "abcdefgh", lines: 1}', width=8.4)) == pytest.approx([0.5], abs=0.03)
    with pytest.raises(DoesNotFitError) as caught:
        laid('{text: "abcdefgh", lines: 1}', width=7.8)
    assert caught.value.needed_mm == pytest.approx(8, abs=0.4)
    assert caught.value.available_mm == 7.8


def test_shrink_false_keeps_the_size() -> None:
    with pytest.raises(DoesNotFitError):
        laid('{text: "abcdefgh", lines: 1, shrink: false}', width=12)


def test_lines_are_taken_before_it_shrinks() -> None:
    frame = laid('{text: "abc def", lines: 2}', width=8)
    assert sizes(frame) == [1, 1]


def test_shrink_first_stays_on_one_line_while_it_can() -> None:
    assert len(words(laid('{text: "abc def", lines: 2, shrink_first: true}', width=8))) == 1
    assert len(words(laid('{text: "abc def", lines: 2, shrink_first: true}', width=6))) == 2


def test_word_is_rather_smaller_than_broken() -> None:
    frame = laid('{text: "abcdefgh ij", lines: 3}', width=12)
    assert [said for said, _, _ in words(frame)] == ["abcdefgh", "ij"]
    assert max(sizes(frame)) < 1


def test_refusal_names_card_field_and_room() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        laid('{text: "{name}", lines: 1}', {"name": "x" * 10_000})
    fault = caught.value
    assert (fault.card, fault.field, fault.available_mm) == ("card 'Test'", "name", 100)
    assert fault.needed_mm == pytest.approx(10_000, rel=0.03)
    assert str(fault) == f"card 'Test': name needs {fault.needed_mm:.1f} mm and has 100.0 mm; shorten it"


def test_too_many_lines_for_the_height() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        laid('{text: "aa bb cc"}', width=4, height=12)
    assert (caught.value.needed_mm, caught.value.available_mm) == (15, 12)


# Pieces ----------------------------------------------------------------------------------------------


def looks(text: str, content: object = None) -> list[tuple[str, str, str]]:
    """Text, font and colour of each piece."""
    return [
        (placed.item.content, placed.item.runs[0].font, placed.item.fill)
        for placed in laid(text, content).walk()
        if isinstance(placed.item, Text)
    ]


def test_pieces_have_looks_of_their_own() -> None:
    box = '{text: ["a ", {text: "b", style: bold}, {text: "c", weight: medium, colour: signal}]}'
    assert looks(box) == [
        ("a ", "mono-regular", "#15232B"),
        ("b", "mono-bold", "#15232B"),
        ("c", "mono-medium", "#C4281A"),
    ]


def test_strong_parts_of_rich_text_are_bold() -> None:
    rich = Rich((("6 × 400 m", True), (", 200 m jog", False)))
    assert [(said, font) for said, font, _ in looks('{text: "{line}"}', {"line": rich})] == [
        ("6 × 400 m", "mono-bold"),
        (", 200 m jog", "mono-regular"),
    ]


def test_pieces_follow_one_another_on_a_line() -> None:
    box = '{text: ["ab", {text: "cd", style: bold}]}'
    assert words(laid(box)) == [("ab", 0, RISE), ("cd", 4, RISE)]


def test_pieces_of_two_sizes_share_a_baseline() -> None:
    box = '{text: ["24.0", {text: " km", style: small}]}'
    frame = laid(box)
    assert [(said, x) for said, x, _ in words(frame)] == [("24.0", 0), (" km", 8)]
    assert len({y for _, _, y in words(frame)}) == 1
    assert sizes(frame) == [1, 0.5]


def test_pieces_of_two_sizes_shrink_together_by_a_fifth_at_most() -> None:
    box = '{text: ["24.0", {text: " km", style: small}], lines: 1}'
    big, small = sizes(laid(box, width=10))
    assert (big, small) == pytest.approx((0.85, 0.5)), "the smaller one is as small as its style may be"
    assert sizes(laid(box, width=8.7)) == [0.5, 0.5], "all in the smaller size, before it is refused"
    with pytest.raises(DoesNotFitError):
        laid(box, width=3.9)


def test_a_page_that_is_too_narrow_takes_more_lines_and_short_forms() -> None:
    """But only where nothing else on its ladder helps, and then all of it."""
    box = """
      stack:
        - {text: "{date}", short: "{brief}", lines: 1}
        - {text: "{what}", lines: 1, id: what}
    """
    content = {"date": "1 March", "brief": "1 Mar", "what": "nine of ten"}
    lines = [said for said, _, _ in words(laid(box, content, width=22, ladder="[{drop: [what]}]"))]
    assert lines == ["1 March", "nine of ten"]
    assert [said for said, _, _ in words(laid(box, content, width=9, ladder="[{drop: [what]}]"))] == [
        "1 March"
    ]
    assert [said for said, _, _ in words(laid(box, content, width=9))] == ["1 Mar", "nine of", "ten"]
    assert [said for said, _, _ in words(laid(box, content, width=5))] == ["1", "Mar", "nine", "of", "ten"]


# Presence --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "content", "said"),
    [
        ('"{a}"', {"a": ""}, []),
        ('"{t.x}: {a}"', {"a": ""}, []),
        ('"{t.x}: {a}"', {"a": "1"}, ["X: 1"]),
        ('"{t.x}"', {}, ["X"]),
        ('["{a}", {text: " {b}", optional: true}]', {"a": "1", "b": ""}, ["1"]),
        ('["{a}", {text: " {b}", optional: true}]', {"a": "", "b": "2"}, []),
        ('["{t.x} ", "{a}"]', {"a": ""}, []),
    ],
)
def test_absent_text_takes_no_room(text: str, content: dict[str, str], said: list[str]) -> None:
    frame = laid(f"stack: [{{text: {text}}}, {{text: after}}]", content, labels={"x": "X"})
    *own, (after, _, y) = words(frame)
    assert ["".join(one for one, _, _ in own)] * bool(own) == said
    assert after == "after"
    assert y == RISE + LEADING * len(said)


# Roles and links -------------------------------------------------------------------------------------


def test_text_is_a_paragraph_unless_it_says_otherwise() -> None:
    assert roles(laid('{text: "a"}').items) == [["P", "a"]]
    assert roles(laid('{text: "a", role: H1}').items) == [["H1", "a"]]
    assert roles(laid('{text: "a", role: artifact}').items) == [["Artifact", "a"]]


def test_link_covers_its_words() -> None:
    frame = laid('{text: "watch", link: "{url}"}', {"url": "https://example.org/x"})
    [group] = groups(frame.items, Role.LINK)
    [link] = [placed for placed in group.items if isinstance(placed.item, Link)]
    assert isinstance(link.item, Link)
    assert (link.x, link.y) == (0, 0)
    assert (link.item.url, link.item.width, link.item.height) == ("https://example.org/x", 10, LEADING)
    assert link.item.description == "watch"


def test_no_link_without_an_address() -> None:
    assert not list(groups(laid('{text: "watch", link: "{url}"}', {"url": ""}).items, Role.LINK))


# Properties ------------------------------------------------------------------------------------------


@given(LETTERS, st.integers(2, 60))
def test_wrapping_keeps_every_word_and_stays_inside(text: str, width: float) -> None:
    if not text.strip():
        return
    frame = laid("text: '{say}'", {"say": text}, width=width, height=1000)
    said = " ".join(line for line, _, _ in words(frame))
    assert "".join(said.split()).replace("-", "") == "".join(text.split()).replace("-", "")
    if max(map(len, text.split())) * 2 <= width:
        assert said.split() == text.split()
    assert not outside(frame, Rect(0, 0, width, 1000), Monospace())


def letters(text: str) -> str:
    """A text without what parts its words, and what joins the pieces of one."""
    return "".join(text.replace("-", "").split())


@given(LETTERS, st.integers(8, 60), st.integers(1, 4))
@example("a" * 9, 9, 1)
def test_limited_text_fits_or_is_refused(text: str, width: float, lines: int) -> None:
    if not text.strip():
        return
    try:
        frame = laid(f"{{text: '{{say}}', lines: {lines}}}", {"say": text}, width=width)
    except DoesNotFitError as fault:
        assert fault.needed_mm > fault.available_mm
        return
    assert len(words(frame)) <= lines + 2
    if len(words(frame)) > lines:
        assert max(sizes(frame)) < 0.55, "only where the smallest size doesn't help"
    whole = "".join(line for line, _, _ in words(frame))
    assert letters(whole) == letters(text), "only a word that is wider than the line gets a hyphen"
    assert all(0.5 <= size <= 1 for size in sizes(frame))
