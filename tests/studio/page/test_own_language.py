"""A plan begun in German: its pages, its readings and what is pasted are German, whatever the interface is in later."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser
from tests.studio.page.page_kit import PAGE

pytestmark = [pytest.mark.deep, needs_browser]
WORDS = json.loads((PAGE / "words/de.json").read_text(encoding="utf-8"))
LINE = "6 x 400 m schnell mit 200 m Trab dazwischen"


@pytest.fixture
def german(browser: Any, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    visit = Visit(context, address)
    yield visit
    assert visit.faults == []
    context.close()


def test_an_empty_week_is_german_and_stays_so(german: Visit) -> None:
    german.page.click(f"text={WORDS['empty.start']}")
    german.page.wait_for_selector(".days")
    assert german.text().startswith('title: "Mein Plan"\nlanguage: de\n')
    german.settled()
    before = german.text()
    german.page.click("button.brand")
    german.page.select_option("label.language select", "en")
    german.page.click(".resume button.main")
    german.page.wait_for_selector(".days")
    assert german.text() == before


def test_cards_alone_are_german(german: Visit) -> None:
    german.page.click(f"button:text-is('{WORDS['cards.only']}')")
    german.page.wait_for_selector("dialog[open]")
    assert "language: de\n" in german.text()


def test_the_example_of_the_paste_box_is_a_german_plan(german: Visit) -> None:
    box = german.page.locator(".start-cards textarea")
    box.fill(str(box.get_attribute("placeholder")))
    german.page.click(f"text={WORDS['paste.use']}")
    german.page.wait_for_selector(".days")
    assert "title: Mein Plan\nlanguage: de\n" in german.text()
    assert german.page.locator(".session").count() == 2  # and a day of rest


def test_a_line_is_read_as_the_language_of_the_plan_has_it(german: Visit) -> None:
    german.page.locator(".start-cards textarea").fill(f"Mo\t6 km locker\nDi\tRuhe\nMi\t{LINE}")
    german.page.click(f"text={WORDS['paste.use']}")
    german.page.wait_for_selector(".session.run .bar >> nth=1")
    german.settled()
    assert german.page.locator(".session.wrong").count() == 0
    said = german.page.locator(".session.run .read >> nth=1").inner_text()
    assert "schnell" in said and "fast" not in said
