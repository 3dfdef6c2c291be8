"""The font book: characters to kerned glyphs."""

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker import assets
from cardmaker.errors import MissingGlyphError, SourceError
from cardmaker.text.faces import face
from cardmaker.text.fonts import FontBook
from cardmaker.text.measure import Shaped

BOOK = FontBook()
WEIGHTS = ["light", "regular", "medium", "bold"]


def content(shaped: Shaped) -> str:
    return "".join(char for run in shaped.runs for char in run.text)


def blocks(shaped: Shaped) -> list[tuple[str, str]]:
    return [
        (run.font.split("-", 2 if run.font.startswith("dejavu") else 3)[-1], "".join(run.text))
        for run in shaped.runs
    ]


def test_plain_text_is_one_run() -> None:
    shaped = BOOK.shape("Goblet squat: 3×12, 80 %", "bold")
    (run,) = shaped.runs
    assert run.font == "roboto-condensed-bold-latin"
    assert content(shaped) == "Goblet squat: 3×12, 80 %"
    assert len(run.ids) == len(run.advances) == len(run.text)
    assert shaped.width_em == pytest.approx(sum(run.advances) / 1000)


def test_glyphs_are_those_of_the_characters() -> None:
    (run,) = BOOK.shape("Abc", "regular").runs
    gids = face(run.font).gids
    assert run.ids == (gids["A"], gids["b"], gids["c"])


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("pair", ["AV", "To", "Ty", "LT", "P.", "Ťo", "Ấy", "ΑΥ", "Тд"])
def test_pairs_are_kerned_also_between_shards(pair: str, weight: str) -> None:
    alone = sum(BOOK.shape(char, weight).width_em for char in pair)
    assert BOOK.shape(pair, weight).width_em < alone


@pytest.mark.parametrize("weight", WEIGHTS)
def test_figures_and_blanks_are_not_kerned(weight: str) -> None:
    figure = BOOK.shape("0", weight).width_em
    assert BOOK.shape("1711974", weight).width_em == pytest.approx(7 * figure)
    for char in 'TAVWfLy.,’"-':
        for text in (f"{char} ", f" {char}"):
            alone = BOOK.shape(char, weight).width_em + BOOK.shape(" ", weight).width_em
            assert BOOK.shape(text, weight).width_em == pytest.approx(alone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nguyễn", [("latin", "Nguy"), ("vietnamese", "ễ"), ("latin", "n")]),
        ("Żółw", [("latin-ext", "Ż"), ("western", "ó"), ("latin-ext", "ł"), ("latin", "w")]),
        ("Μαρία 5", [("greek", "Μαρία "), ("latin", "5")]),
        ("Бег ң", [("cyrillic", "Бег "), ("cyrillic-ext", "ң")]),
        ("→ x₂", [("symbols", "→"), ("latin", " x"), ("signs", "₂")]),
        ("❶", [("pictographs", "❶")]),
    ],
)
def test_each_character_comes_from_the_first_shard_that_has_it(text: str, expected: object) -> None:
    assert blocks(BOOK.shape(text, "medium")) == expected


def test_vietnamese_is_covered() -> None:
    letters = "aăâeêioôơuưy"
    for letter in letters + letters.upper():
        for mark in "\u0300\u0301\u0303\u0309\u0323":
            shaped = BOOK.shape(unicodedata.normalize("NFC", letter + mark), "regular")
            assert len(shaped.runs) == 1
    BOOK.shape("Đđ₫", "regular")


def test_decomposed_text_is_composed() -> None:
    assert BOOK.shape("Cafe\u0301", "regular").runs == BOOK.shape("Café", "regular").runs


def test_a_mark_stays_in_the_run_of_its_letter() -> None:
    assert blocks(BOOK.shape("na\u0323\u030fn", "regular")) == [
        ("latin", "n"),
        ("vietnamese", "ạ\u030f"),
        ("latin", "n"),
    ]


@pytest.mark.parametrize(("letter", "rise"), [("x", 0), ("X", 183), ("b", 183)])
def test_a_mark_is_centred_over_its_letter_and_rises_with_it(letter: str, rise: int) -> None:
    base, mark = BOOK.shape(f"{letter}\u030f", "regular").runs
    assert mark.offsets is not None and mark.advances == (0,)
    dx, dy = mark.offsets[0]
    middle = base.advances[0] + dx + face(mark.font).marks["\u030f"][0]
    assert middle == pytest.approx(base.advances[0] / 2, abs=1)
    assert dy == rise


@pytest.mark.parametrize("letter", ["ǎ", "ǚ", "ẍ", "ȩ", "ṅ"])
def test_a_letter_that_no_face_has_is_put_together(letter: str) -> None:
    assert content(BOOK.shape(f"L{letter}", "bold")) == "L" + unicodedata.normalize("NFD", letter)


def test_an_i_loses_its_dot_under_a_mark_and_stays_an_i() -> None:
    shaped = BOOK.shape("ǐ", "regular")
    assert content(shaped) == "i\u030c"
    assert shaped.runs[0].ids == (face(shaped.runs[0].font).gids["ı"],)


def test_a_second_mark_stacks_on_the_first() -> None:
    offsets = [
        move for run in BOOK.shape("x\u030f\u0301", "regular").runs for move in run.offsets or ((0, 0),)
    ]
    assert [dy for _, dy in offsets] == [0, 0, 230]


@pytest.mark.parametrize(
    "text", ["T\u00adop", "To\u200bp", "\u200eTop\u200f", "To\u2060p", "Top\ufe0f", "T\u200do\u200cp"]
)
def test_what_leaves_no_mark_is_dropped(text: str) -> None:
    shaped = BOOK.shape(text, "regular")
    assert content(shaped) == "Top"
    assert shaped.width_em == BOOK.shape("Top", "regular").width_em


def test_tabs_and_line_ends_are_blanks() -> None:
    assert content(BOOK.shape("a\tb\nc", "regular")) == "a b c"


@given(st.text("AVToy Wa1./i\u0323\u0307\u00ad\u200b\tЖλ→é", max_size=12))
def test_a_width_is_that_of_the_glyphs(text: str) -> None:
    for book in (FontBook(), BOOK):  # measured first, and after other texts
        assert book.width_em(text, "bold") == book.shape(text, "bold").width_em == book.width_em(text, "bold")


def test_a_width_of_what_no_font_has_is_refused_with_its_place() -> None:
    with pytest.raises(MissingGlyphError, match="here: "):
        BOOK.width_em("\u4e2d", "regular", "here")


def test_nothing_is_nothing() -> None:
    assert BOOK.shape("", "bold") == Shaped((), 0.0)
    assert BOOK.shape("\u200b", "bold") == Shaped((), 0.0)


@pytest.mark.parametrize(
    ("char", "said"),
    [
        ("ש", "'ש' (U+05E9 HEBREW LETTER SHIN); right-to-left"),
        ("ع", "'ع' (U+0639 ARABIC LETTER AIN); right-to-left"),
        ("अ", "'अ' (U+0905 DEVANAGARI LETTER A); the fonts have Latin, Greek, Cyrillic and Vietnamese"),
        ("跑", "(U+8DD1 CJK UNIFIED IDEOGRAPH-8DD1); the fonts have"),
        ("💪", "'💪' (U+1F4AA FLEXED BICEPS); use a word"),
        ("ɓ", "'ɓ' (U+0253 LATIN SMALL LETTER B WITH HOOK); use a plainer letter"),
        ("ȩ̐", "(U+0310 COMBINING CANDRABINDU); use a plainer letter"),
        ("\x07", "no font has (U+0007 a control character); leave it out"),
        ("\ud800", "no font has (U+D800 not a character); leave it out"),
        ("\ue000", "no font has (U+E000 not a character); leave it out"),
    ],
)
def test_a_missing_glyph_is_named_with_its_place(char: str, said: str) -> None:
    with pytest.raises(MissingGlyphError) as caught:
        BOOK.shape(f"ab {char}", "regular", where="plan.yaml:7: athlete.name")
    assert said in str(caught.value)
    assert str(caught.value).startswith("plan.yaml:7: athlete.name: no font has ")
    assert "\n" not in str(caught.value)


def test_an_error_is_not_remembered_with_its_place() -> None:
    for where in ("a.yaml:1", "b.yaml:2"):
        with pytest.raises(MissingGlyphError, match=where):
            BOOK.shape("ש", "bold", where=where)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_vertical_metrics_are_those_of_the_family(weight: str) -> None:
    metrics = BOOK.metrics(weight)
    assert metrics == pytest.approx((0.928, 0.244, 0.711, 0.528), abs=0.001)


def test_a_folder_of_ones_own_has_keys_that_lead_to_it(tmp_path: Path) -> None:
    for path in assets.templates("fonts").glob("*regular-latin.*"):
        shutil.copy(path, tmp_path)
    (tmp_path / "kern.json").write_text('{"left":["A"],"right":["V"],"rows":[{"0":-500}]}')
    index = {"regular": {"shards": ["roboto-condensed-regular-latin"], "kerning": "kern"}}
    (tmp_path / "fonts.json").write_text(json.dumps(index))
    (run,) = FontBook(tmp_path).shape("AV", "regular").runs
    assert face(run.font).file == tmp_path / "roboto-condensed-regular-latin.ttf"
    assert run.advances[0] == face(run.font).advances["A"] - 500


def test_a_folder_without_fonts_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"fonts\.json: No such file or directory; a font folder needs it"):
        FontBook(tmp_path)
    (tmp_path / "fonts.json").write_text("{")
    with pytest.raises(SourceError, match=r"fonts\.json: .* the file is damaged"):
        FontBook(tmp_path)


COVERED = "".join(sorted(face("roboto-condensed-regular-latin").advances)) + "éñŁżữαЖ→✓"


@given(st.text(COVERED, max_size=40), st.sampled_from(WEIGHTS))
def test_every_character_is_kept_in_order(text: str, weight: str) -> None:
    shaped = BOOK.shape(text, weight)
    assert unicodedata.normalize("NFC", content(shaped)) == unicodedata.normalize("NFC", text)
    for run in shaped.runs:
        assert len(run.ids) == len(run.advances) == len(run.text)
        assert all(0 < gid < len(face(run.font).widths) for gid in run.ids)
