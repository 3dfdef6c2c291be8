"""Type: where glyphs stand, and what they say when they are copied."""

import pypdfium2
import pytest

from cardmaker.frame import Glyphs, Text
from cardmaker.paint import write_pdf
from cardmaker.text.faces import face
from tests.paint.paint_kit import BOOK, INK, content, document, frame, page, picture, put, said, text

MM = 25.4 / 72


def lefts(data: bytes) -> list[float]:
    """The origin of each character on the first page, in mm from the left."""
    shown = pypdfium2.PdfDocument(data)[0].get_textpage()
    places = []
    for index in range(shown.count_chars()):
        x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(shown, index, x, y)
        places.append(x.value * MM)
    return places


@pytest.mark.parametrize("tracking", [0.0, 0.04])
@pytest.mark.parametrize("words", ["AVATAR To 3×12", "Nguyễn Żółw", "ΑΥΡΙΟ Тропа", "5\u202fkm 10\u00a0s"])
def test_glyphs_stand_where_layout_put_them(words: str, tracking: float) -> None:
    line = text(words, 7, 20, weight="bold", size=18, tracking_em=tracking)
    assert isinstance(line.item, Text)
    expected, x = [], 7.0
    for run in line.item.runs:
        for advance in run.advances:
            expected.append(x)
            x += (advance / 1000 + tracking) * 18 * MM
    assert lefts(write_pdf(document(page(frame(line))))) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "words",
    [
        "Squat: 3×12, 80 % – “deep”",
        "Nguyễn Văn Đạt",
        "Łukasz Żółć, Üçgen, Åsa",
        "Ελένη Παπαδοπούλου",
        "Анна Ёлкина, Ґанок, қаңтар",
        "Rest → ✓ ☐ ½ x₂ ≈ 5 €",
    ],
)
def test_text_is_copied_as_it_was_written(words: str) -> None:
    assert said(write_pdf(document(page(frame(text(words, 5, 20)))))) == words


def test_special_blanks_are_copied_as_blanks() -> None:
    assert said(write_pdf(document(page(frame(text("5\u202fkm\u00a0in", 5, 20)))))) == "5 km in"


def test_a_cluster_that_its_glyphs_do_not_spell_is_said_outright() -> None:
    key = "roboto-condensed-regular-latin"
    ids = tuple(face(key).gids[char] for char in "fix")
    cluster = Glyphs(key, ids, tuple(face(key).widths[gid] for gid in ids), ("ffi", "", "x"))
    data = write_pdf(document(page(frame(put(Text((cluster,), 12, INK), 5, 20)))))
    assert "/Span <</ActualText (ffi)>> BDC" in content(data)
    assert content(data).count("EMC") == 2
    assert said(data).replace(" ", "") == "ffix"


def test_a_mark_sits_on_its_letter() -> None:
    plain, marked = (
        picture(write_pdf(document(page(frame(text(words, 20, 40, size=80))))))
        for words in ("xx", "x\u030fx")
    )
    added = [
        (x / 4, y / 4)
        for x in range(4 * 60)
        for y in range(4 * 45)
        if sum(marked.getpixel((x, y))) < 300 < sum(plain.getpixel((x, y)))
    ]
    width = BOOK.shape("x", "regular").width_em * 80 * MM
    top = 40 - BOOK.metrics("regular").x_height * 80 * MM
    assert max(y for _, y in added) < top
    middle = (min(x for x, _ in added) + max(x for x, _ in added)) / 2
    assert middle == pytest.approx(20 + width / 2, abs=0.5)
    assert not any(
        sum(plain.getpixel((x, y))) < 300 < sum(marked.getpixel((x, y)))
        for x in range(4 * 60)
        for y in range(4 * 45)
    )


def test_settings_are_written_only_when_they_change() -> None:
    lines = [
        text("one", y=5),
        text("two", y=10),
        text("three", y=15, fill="#C4281A"),
        text("4", y=20, tracking_em=0.1),
    ]
    operators = content(write_pdf(document(page(frame(*lines)))))
    assert operators.count(" Tf") == 1
    assert operators.count(" rg") == 3
    assert operators.count(" Tc") == 1
    back = content(write_pdf(document(page(frame(lines[3], lines[0])))))
    assert "0 Tc" in back


def test_colours_are_those_of_the_frame() -> None:
    drawn = picture(write_pdf(document(page(frame(text("■■■", 0, 30, size=80, fill="#C4281A"))))))
    assert (0xC4, 0x28, 0x1A) in {colour for _, colour in drawn.getcolors(100_000)}


def test_an_empty_line_is_nothing() -> None:
    data = write_pdf(document(page(frame(put(Text((), 12, INK), 5, 5)))))
    assert said(data) == "" and "BT" not in content(data)
