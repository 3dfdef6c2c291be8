"""Wrapping: where lines end, and that nothing gets lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardmaker.errors import MissingGlyphError
from cardmaker.text.fonts import FontBook
from cardmaker.text.wrap import Line, StyledText, widest_word_em, wrap
from tests.text.monospace import Monospace

MONO = Monospace()
BOOK = FontBook()


def said(line: Line) -> str:
    return "".join(char for shaped, _ in line.parts for run in shaped.runs for char in run.text)


def wrapped(text: str, characters: int, *, balanced: bool = False) -> list[str]:
    lines = wrap([StyledText(text, "regular", "#000000")], characters / 2, MONO, balanced=balanced)
    return [said(line) for line in lines]


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("", 10, []),
        ("one", 10, ["one"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("  one  two  ", 20, ["one  two"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("one\n\ntwo\n", 20, ["one", "", "two", ""]),
        ("hold 30\u00a0s now", 8, ["hold", "30\u00a0s now"]),
        ("hold 30\u202fs now", 8, ["hold", "30\u202fs now"]),
        ("a bent-knee raise", 10, ["a bent-", "knee raise"]),
        ("do bent-knee raise", 9, ["do", "bent-knee", "raise"]),
        ("1 km cool-down, easily", 11, ["1 km", "cool-down,", "easily"]),
        ("1 km cool-down, easy", 11, ["1 km cool-", "down, easy"]),
        ("easy run, 6 km tempo", 14, ["easy run,", "6 km tempo"]),
        ("easy run, 6 km tempo, and rest", 14, ["easy run, 6 km", "tempo, and", "rest"]),
        ("all but 4 sets", 9, ["all but", "4 sets"]),
        ("so 6 km cool-down", 13, ["so 6 km", "cool-down"]),
        ("easy, 6\u00a0km tempo run on", 12, ["easy, 6\u00a0km", "tempo run on"]),
        ("bodyweight-squat", 12, ["bodyweight-", "squat"]),
        ("long–short", 6, ["long–", "short"]),
        ("grip and/or stance", 8, ["grip", "and/or", "stance"]),
        ("grip and/or it", 9, ["grip and/", "or it"]),
        ("do 8-12 reps", 6, ["do", "8-12", "reps"]),
        ("A/B T-bar", 6, ["A/B", "T-bar"]),
        ("up – down", 6, ["up –", "down"]),
        ("next Mon–Thu", 9, ["next", "Mon–Thu"]),
        ("hier Mo–Mi", 8, ["hier", "Mo–Mi"]),
        ("upper – down", 6, ["upper", "– down"]),
        ("up · down", 6, ["up", "down"]),
        ("upper · down", 6, ["upper", "down"]),
        ("up · it ·", 9, ["up · it ·"]),
        ("upper it ·", 8, ["upper", "it ·"]),
        ("pause 1 s below", 7, ["pause", "1 s", "below"]),
        ("every 5 km, at 70 %.", 9, ["every", "5 km, at", "70 %."]),
        ("Next time 3 × 8, more", 15, ["Next time", "3 × 8, more"]),
        ("six of 5:30 /km each", 12, ["six of", "5:30 /km", "each"]),
        ("stay at RPE 7 then", 11, ["stay at", "RPE 7 then"]),
        ("hold s here", 6, ["hold s", "here"]),
        ("held s here", 5, ["held", "s", "here"]),
        ("1000000 km", 8, ["1000000", "km"]),
        ("hip\u00adthrust", 6, ["hip-", "thrust"]),
        ("hip\u00adthrust", 9, ["hipthrust"]),
        ("hip\u00adthrust", 3, ["hip", "th-", "ru-", "st"]),
        ("hip\u200bthrust", 6, ["hip", "thrust"]),
        ("3\xa0×\xa08–10\xa0/\xa0side", 12, ["3\xa0×\xa08–10\xa0", "/\xa0side"]),
        ("2\xa0×\xa020–30\xa0s\xa0/\xa0side", 15, ["2\xa0×\xa020–30\xa0s\xa0", "/\xa0side"]),
        ("Eccentric", 4, ["Ecc-", "en-", "tric"]),
        ("an Eccentric pull", 6, ["an", "Eccen-", "tric", "pull"]),
        ("12345678", 4, ["1234", "5678"]),
        ("ab", 1, ["a", "b"]),
        ("ab", 0, ["a", "b"]),
        ("e\u0301e\u0301", 2, ["e\u0301", "e\u0301"]),
    ],
)
def test_lines_end_where_they_should(text: str, characters: int, expected: list[str]) -> None:
    assert wrapped(text, characters) == expected


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("push the floor away hard up", 24, ["push the floor away", "hard up"]),
        ("push the floor away longest", 20, ["push the floor", "away longest"]),
        ("push the floor longest", 15, ["push the floor", "longest"]),
        ("unshakeable it", 12, ["unshakeable", "it"]),
        ("push floor–away up", 15, ["push floor–away", "up"]),
        ("run 1 km, then one long cool-down, easy", 35, ["run 1 km, then one long", "cool-down, easy"]),
    ],
)
def test_a_short_last_word_gets_company_if_two_words_stay(
    text: str, characters: int, expected: list[str]
) -> None:
    assert wrapped(text, characters) == expected


def test_balanced_lines_are_about_equal_and_as_few() -> None:
    text = "Single-leg Romanian deadlift with a kettlebell"
    assert wrapped(text, 30) == ["Single-leg Romanian deadlift", "with a kettlebell"]
    assert wrapped(text, 30, balanced=True) == ["Single-leg Romanian", "deadlift with a kettlebell"]


def test_spans_keep_their_weight_and_colour_over_a_break() -> None:
    spans = [
        StyledText("Primary ", "bold", "#111111"),
        StyledText("second", "regular", "#222222"),
        StyledText("ary", "bold", "#333333"),
    ]
    first, second = wrap(spans, 5.0, MONO)
    assert [(said(Line((part,), 0.0)), part[1]) for part in first.parts] == [("Primary", "#111111")]
    assert [(said(Line((part,), 0.0)), part[1]) for part in second.parts] == [
        ("second", "#222222"),
        ("ary", "#333333"),
    ]
    assert second.parts[0][0].runs[0].font == "mono-regular"
    assert second.width_em == pytest.approx(4.5)


def test_a_missing_glyph_says_where() -> None:
    with pytest.raises(MissingGlyphError, match=r"plan.yaml:3: cue: no font has"):
        wrap([StyledText("push 💪", "regular", "#000000")], 10, BOOK, "plan.yaml:3: cue")


@pytest.mark.parametrize(
    ("text", "em"),
    [("", 0.0), ("up and", 1.5), ("bent-knee raise", 2.5), ("hip\u00adthrust", 3.0), ("a\nlonger", 3.0)],
)
def test_widest_word(text: str, em: float) -> None:
    assert widest_word_em([StyledText(text, "regular", "")], MONO) == pytest.approx(em)


WORDS = st.text(st.sampled_from("abcdé-–/ \u00a0\u00ad\u200b\n1×"), max_size=60)


def bare(text: str) -> str:
    """What stays of a text wherever it breaks: no blanks, no breaks that don't show, no hyphens."""
    return re.sub(r"[ \n\u00ad\u200b-]", "", text)


@given(st.lists(WORDS, max_size=3), st.integers(0, 30), st.booleans())
def test_every_word_is_kept(texts: list[str], characters: int, balanced: bool) -> None:
    spans = [StyledText(text, "regular", "") for text in texts]
    lines = wrap(spans, characters / 2, MONO, balanced=balanced)
    assert bare("".join(map(said, lines))) == bare("".join(texts))


@given(WORDS, st.integers(1, 30), st.booleans())
def test_no_line_is_too_wide(text: str, characters: int, balanced: bool) -> None:
    lines = wrap([StyledText(text, "regular", "")], characters / 2, MONO, balanced=balanced)
    assert all(line.width_em <= characters / 2 + 1e-9 for line in lines)
    assert all(line.width_em == pytest.approx(sum(s.width_em for s, _ in line.parts)) for line in lines)


@given(WORDS, st.integers(1, 30))
def test_balancing_adds_no_line(text: str, characters: int) -> None:
    assert len(wrapped(text, characters, balanced=True)) == len(wrapped(text, characters))


@given(st.text("TAVo.,W -/yab1 ", max_size=60), st.floats(1, 20))
@example("1V.,bTV", 3.1328125)  # broken before the T, which kerning keeps away from the b
def test_no_line_is_too_wide_in_kerned_type(text: str, room: float) -> None:
    lines = wrap([StyledText(text, "bold", "")], room, BOOK)
    assert all(line.width_em <= room + 1e-9 for line in lines)
    again = [BOOK.shape(said(line), "bold").width_em for line in lines]
    assert again == pytest.approx([line.width_em for line in lines])


def test_a_broken_word_keeps_its_marks_with_their_letters() -> None:
    """Each letter here is an e and an accent of its own, as some keyboards and PDFs write it."""
    letter = "e\u0301"
    assert wrapped(letter * 4, 4) == [letter * 2, letter * 2]
    assert wrapped(letter * 3, 3) == [letter] * 3
    assert wrapped(f"{letter}\u0323" * 2, 3) == [f"{letter}\u0323"] * 2
