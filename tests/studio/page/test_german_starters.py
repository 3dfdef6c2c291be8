"""A German page begins with German plans, and says where a plan's own words are in another language."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser
from tests.studio.page.page_kit import PAGE, ROOT

TWINS = re.findall(
    r'"([^"]+)": \["([\w-]+)", "([\w-]+)"\]', (PAGE / "app/twins.mjs").read_text(encoding="utf-8")
)


@pytest.fixture
def german(browser: Any, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    one = Visit(context, address)
    yield one
    assert one.faults == []
    context.close()


@pytest.mark.parametrize(("title", "german", "english"), TWINS)
def test_plans_in_two_languages_are_what_the_page_takes_them_for(
    title: str, german: str, english: str
) -> None:
    texts = [
        (ROOT / f"templates/plans/{name}.yaml").read_text(encoding="utf-8") for name in (german, english)
    ]
    assert "\nlanguage: de\n" in texts[0] and "\nlanguage:" not in texts[1]
    assert f"\ntitle: {title}\n" in texts[1]


def test_all_german_plans_are_known_as_such() -> None:
    plans = (ROOT / "templates/plans").glob("*.yaml")
    written = {path.stem for path in plans if "\nlanguage: de\n" in path.read_text(encoding="utf-8")}
    assert written == {name for _, name, _ in TWINS}


@pytest.mark.deep
@needs_browser
def test_the_german_page_begins_with_german_plans(german: Visit) -> None:
    german.page.locator(".starters button").nth(3).wait_for()
    assert german.page.locator(".starters .chip").count() == 0
    german.start("halbmarathon")
    german.settled()
    assert german.page.input_value('[data-path="title"]') == "Halbmarathon mit Kraft"
    assert german.page.input_value('[data-path="phases.Aufbau.focus"]') == "Länger an der Schwelle"
    assert german.page.locator(".count.error, .count.warning").count() == 0


@pytest.mark.deep
@needs_browser
def test_an_english_plan_that_is_to_print_in_german_offers_the_german_one(visit: Visit) -> None:
    visit.start("half-marathon")
    visit.part("look")
    visit.page.select_option('[data-path="language"]', "de")
    assert "stay as they are" in visit.page.inner_text("#toast")
    visit.page.click("text=Open the German plan")
    visit.page.wait_for_selector("h1.title:has-text('Halbmarathon mit Kraft')")
    assert "language: de" in visit.text()
