"""A language with words 40 % longer than English has room on every sheet, page of a book, phone page and card.

The usual run takes each page and face in the widest theme and in large print; `pytest -m deep` takes each theme, paper
and stock.
"""

import re
from collections.abc import Iterable

import pytest

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.library.exercise import CUE_LIMIT
from cardmaker.pipeline.calibration import calibration_sheet, front_sheet
from cardmaker.pipeline.order import Order
from cardmaker.wording.wording import Wording, load_wording
from cardmaker.yaml12 import load_yaml_file
from tests.kit import WIDE, mostly_deep
from tests.layout.test_layout_widest import SMALLEST
from tests.layout.widest_kit import CARDS, PAGES, PAPERS, UNITS, card_faults, page_faults, plan, widest_week
from tests.wording import longer

OTHERS = {
    "pocket book": Order(book="pocket"),
    "booklet": Order(book="booklet"),
    "large booklet": Order(book="booklet", theme="large-print"),
    "phone": Order(medium="screen"),
}
WIDE_PAGES = [page for page in PAGES if page[1] in WIDE]
SHEETS_TO_MEASURE = {"calibration": calibration_sheet, "front": front_sheet}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop([longer.write(tmp_path_factory.mktemp("longer"))])


@pytest.fixture(scope="module")
def words(workshop: Workshop) -> Wording:
    return workshop.wording(longer.CODE)


def letters(texts: Iterable[str]) -> int:
    """How many, without the names of what is filled in."""
    return sum(map(str.isalpha, re.sub(r"\{\w+\}", "", "".join(texts))))


@pytest.mark.parametrize("section", ["labels", "phrases", "efforts", "sections", "muscles"])
def test_all_words_are_longer(section: str, words: Wording) -> None:
    own, english = getattr(words, section), getattr(load_wording("en"), section)
    printed = [key for key in english if key not in longer.LISTS]
    assert letters(own[key] for key in printed) >= longer.BY * letters(english[key] for key in printed)


def test_all_that_exercises_say_is_longer(workshop: Workshop, words: Wording) -> None:
    """Up to what the words of any language may have."""
    library, own = workshop.names.library, workshop.names.library.in_language(longer.CODE)
    assert not any(own.lacking(exercise) for exercise in own.ids)
    for exercise in own.ids:
        before, after = library.get(exercise), own.get(exercise)
        for cue, grown in zip(before.cues, after.cues, strict=True):
            room = CUE_LIMIT - len(cue.text)
            assert letters(grown.text) >= min(1.3 * letters(cue.text), letters(cue.text) + room - 1)


@pytest.mark.parametrize(("number", "sheet", "theme"), [(i, *page) for i, page in enumerate(WIDE_PAGES)])
def test_sheets_have_room(number: int, sheet: str, theme: str, workshop: Workshop, words: Wording) -> None:
    content = plan(longer.CODE, UNITS[number % 2], widest_week(words))
    assert page_faults(workshop, content, sheet, theme, PAPERS[number % 2]) == []


@pytest.mark.parametrize(("face", "theme"), [card for card in SMALLEST if card[1] in WIDE])
def test_faces_have_room(face: str, theme: str, workshop: Workshop) -> None:
    assert card_faults(workshop, longer.CODE, SMALLEST[face, theme], face, theme) == []


@pytest.mark.parametrize("name", OTHERS)
def test_books_and_phones_have_room(name: str, workshop: Workshop, words: Wording) -> None:
    content = plan(longer.CODE, "metric", widest_week(words))
    assert workshop.make(workshop.load(content), OTHERS[name]).parts


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", SHEETS_TO_MEASURE)
def test_sheets_to_measure_printers_by_have_room(name: str, paper: str, workshop: Workshop) -> None:
    assert SHEETS_TO_MEASURE[name](paper, longer.CODE, folders=workshop.names.shelf.folders).pages


@pytest.mark.parametrize("name", mostly_deep(["runners-week", "ten-k-build"], ["runners-week"]))
def test_bundled_plans_have_room(name: str, workshop: Workshop) -> None:
    read = load_yaml_file(assets.templates("plans") / f"{name}.yaml")[0]
    assert isinstance(read, dict)
    assert workshop.make(workshop.load({**read, "language": longer.CODE})).parts


@pytest.mark.deep
@pytest.mark.parametrize("units", UNITS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("sheet", "theme"), PAGES)
def test_sheets_have_room_on_each_paper(
    sheet: str, theme: str, paper: str, units: str, workshop: Workshop, words: Wording
) -> None:
    content = plan(longer.CODE, units, widest_week(words))
    assert page_faults(workshop, content, sheet, theme, paper) == []


@pytest.mark.deep
@pytest.mark.parametrize(("stock", "face", "theme"), CARDS)
def test_faces_have_room_on_each_stock(stock: str, face: str, theme: str, workshop: Workshop) -> None:
    assert card_faults(workshop, longer.CODE, stock, face, theme) == []
