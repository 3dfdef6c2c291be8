"""Numbers, dates, lists and plurals that a language's file leaves out, from the CLDR."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.wording.formats import formats_of, placeholders
from cardmaker.wording.wording import Wording, lacking_words, load_wording

LITTLE = "name: {0}\nlanguage: {0}\n"


def little(folder: Path, language: str, more: str = "") -> Wording:
    """A language with hardly a word of its own."""
    (folder / "wording").mkdir(exist_ok=True)
    (folder / "wording" / f"{language}.yaml").write_text(LITTLE.format(language) + more, "utf-8")
    return load_wording(language, [folder])


@pytest.mark.parametrize(
    ("pattern", "ours"),
    [
        ("d. MMMM", "{day}. {month}"),
        ("d 'de' MMMM 'de' y", "{day} de {month} de {year}"),
        ("y年M月d日", "{year}年{month_number}月{day}日"),
        ("LLLL\u202fy", "{month} {year}"),
    ],
)
def test_a_pattern_of_the_cldr(pattern: str, ours: str) -> None:
    assert placeholders(pattern) == ours


@pytest.mark.parametrize(
    ("language", "day", "span", "far"),
    [
        ("nl", "1 maart", "1–7 maart 2027", "29 december 2027 – 4 januari 2028"),
        ("es", "1 de marzo", "1–7 de marzo de 2027", "29 de diciembre de 2027 – 4 de enero de 2028"),
        ("pl", "1 marca", "1–7 marca 2027", "29 grudnia 2027 – 4 stycznia 2028"),
        ("ja", "3月1日", "2027年3月1日～7日", "2027年12月29日～2028年1月4日"),
    ],
)
def test_dates(tmp_path: Path, language: str, day: str, span: str, far: str) -> None:
    wording = little(tmp_path, language)
    assert wording.day(date(2027, 3, 1)) == day
    assert wording.span(date(2027, 3, 1), date(2027, 3, 7)) == span
    assert wording.span(date(2027, 12, 29), date(2028, 1, 4)) == far


def test_a_month_alone_is_in_the_nominative(tmp_path: Path) -> None:
    assert little(tmp_path, "pl").month(date(2027, 3, 1)) == "marzec 2027"


def test_numbers_and_lists(tmp_path: Path) -> None:
    assert little(tmp_path, "fr").number(12_345.6, 1) == "12\u00a0345,6"
    assert little(tmp_path, "zh").listed(["a", "", "b"]) == "a、b"


def test_plurals(tmp_path: Path) -> None:
    forms = "counts:\n  weeks: {one: '{count} tydzień', few: '{count} tygodnie', other: '{count} tygodni'}\n"
    wording = little(tmp_path, "pl", forms)
    said = {count: wording.count("weeks", count).partition(" ")[2] for count in (1, 2, 5, 12, 22, 112, 122)}
    assert said == {
        1: "tydzień",
        2: "tygodnie",
        5: "tygodni",
        12: "tygodni",
        22: "tygodnie",
        112: "tygodni",
        122: "tygodnie",
    }
    assert "counts.weeks.many: '{count} tygodni'" in lacking_words("pl", [tmp_path])


@given(st.integers(0, 99_999), st.sampled_from(["de", "pl", "fr", "ar", "cs", "lt", "br"]))
def test_the_table_of_plurals_agrees_with_the_rules(count: int, language: str) -> None:
    from babel import Locale

    known = formats_of(language)
    assert known
    wording = load_wording("en").but(plural_forms=tuple(known["plural_forms"]))
    assert wording._form(count) == Locale.parse(language).plural_form(count)


def test_what_a_file_says_goes_before(tmp_path: Path) -> None:
    wording = little(tmp_path, "nl", "numbers: {decimal: '.'}\ndates: {day_month: '{month} {day}'}\n")
    assert wording.number(12_345.6, 1) == "12.345.6"
    assert wording.day(date(2027, 3, 1)) == "maart 1"
    assert wording.dates.days[0] == "ma"


def test_another_locale(tmp_path: Path) -> None:
    wording = little(tmp_path, "club", "locale: pt-BR\n")
    assert wording.day(date(2027, 3, 1)) == "1 de março"


def test_an_unknown_language_writes_as_english_does_and_check_says_so(tmp_path: Path) -> None:
    wording = little(tmp_path, "xx")
    assert wording.dates == load_wording("en").dates
    assert lacking_words("xx", [tmp_path])[0] == "numbers and dates, unknown for this language"
    little(tmp_path, "nl")
    assert lacking_words("nl", [tmp_path])[0].startswith("units.km")


def test_bundled_languages_need_no_babel() -> None:
    code = (
        "import sys\nfrom cardmaker.wording.wording import load_wording, wording_names\n"
        "for name in wording_names(): load_wording(name).count('weeks', 5)\n"
        "print('babel' in sys.modules)\n"
    )
    for _ in range(2):  # the first may have to make them ready
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("paper", "day", "span", "short"),
    [
        ("a4", "28 February", "28 February – 6 March 2027", "28 Feb–6 Mar"),
        ("letter", "February 28", "February 28 – March 6, 2027", "Feb 28–Mar 6"),
        ("legal", "February 28", "February 28 – March 6, 2027", "Feb 28–Mar 6"),
    ],
)
def test_dates_are_in_the_order_of_those_who_use_the_paper(
    paper: str, day: str, span: str, short: str
) -> None:
    words = load_wording("en").on_paper(paper)
    first, last = date(2027, 2, 28), date(2027, 3, 6)
    assert (words.day(first), words.span(first, last), words.short_span(first, last)) == (day, span, short)


def test_other_languages_write_dates_alike_on_all_paper(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "de.yaml").write_text("name: Deutsch\nlanguage: de\n", "utf-8")
    words = load_wording("de", [tmp_path])
    assert words.on_paper("letter").day(date(2027, 2, 28)) == words.day(date(2027, 2, 28))
