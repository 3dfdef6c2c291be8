"""Colours and days, written as people write them; the way in for whoever has the address without its token."""

from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]
COLOUR = '[data-path="club.colours.primary"]'
SWATCH = '.colour input[type="color"] >> nth=0'


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("blue", "#0000FF"),
        ("Blau", "#0000FF"),
        ("Grün", "#008000"),
        ("dark red", "#8B0000"),
        ('"#123456"', "#123456"),
        ("„#123456“", "#123456"),
        ("a1b2c3", "#A1B2C3"),
        ("#abc", "#AABBCC"),
    ],
)
def test_a_colour_is_written_as_people_write_it(visit: Visit, written: str, meant: str) -> None:
    visit.start()
    visit.part("look")
    visit.page.fill(COLOUR, written)
    visit.page.keyboard.press("Tab")
    assert f'primary: "{meant}"' in visit.text()
    visit.settled()
    assert visit.page.input_value(COLOUR) == meant
    assert visit.page.input_value(SWATCH) == meant.lower()
    assert visit.page.locator(".count.error").count() == 0


def test_the_swatch_has_the_colour_in_force_and_what_is_no_colour_changes_nothing(visit: Visit) -> None:
    visit.start()
    visit.part("look")
    visit.page.fill(COLOUR, "")
    visit.page.click(".theme >> text=Bold")
    visit.settled()
    assert visit.page.input_value(SWATCH) == "#2430b8"
    before = visit.text()
    visit.page.fill(COLOUR, "no such colour")
    visit.page.keyboard.press("Tab")
    said = visit.page.inner_text("#colour-primary-wrong")
    assert "blue" in said and "quotes" not in said
    assert visit.text() == before
    assert visit.page.input_value(COLOUR) == "no such colour"
    visit.page.fill(COLOUR, "teal")
    visit.page.keyboard.press("Tab")
    assert 'primary: "#008080"' in visit.text()
    assert visit.page.locator("#colour-primary-wrong").count() == 0


def test_the_first_day_is_typed_as_the_region_writes_it(visit: Visit) -> None:
    visit.start()
    visit.page.click(".more-fields summary")
    start = visit.page.locator('input[data-path="start"]')
    start.fill("2026-11-02")
    start.press("Delete")  # the day, and the field has no date until there is another
    visit.settled()
    assert "start: 2026-11-02" in visit.text()
    start.press_sequentially("05052025")  # the same in any region
    assert "start: 2025-05-05" in visit.text()
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0


def test_a_first_day_amid_a_week_is_asked_about(visit: Visit) -> None:
    visit.start()
    visit.page.click(".more-fields summary")
    visit.page.fill('input[data-path="start"]', "2026-11-07")
    visit.page.wait_for_selector(".bad:has-text('Saturday')")
    assert "week_start" not in visit.page.inner_text(".more-fields .bad")
    visit.page.click(".more-fields .bad button >> nth=1")
    assert "start: 2026-11-09" in visit.text()
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0


def test_without_the_token_there_is_the_way_in_and_nothing_else(browser: Any, address: str) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(address.split("#")[0])
    said = page.locator("[role=alert]")
    said.wait_for()
    assert "cardmaker studio" in said.inner_text() and "die ganze Adresse" in said.inner_text()
    assert page.locator("main button").count() == 0
    context.close()
