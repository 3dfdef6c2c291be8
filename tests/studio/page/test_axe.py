"""Every screen and dialog, in the sizes of SIZES and in each language: axe finds nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.studio.page.browser_kit import SIZES, Visit, needs_axe, needs_browser
from tests.studio.page.page_kit import PAGE

pytestmark = [pytest.mark.deep, needs_browser, needs_axe]

TABLE = "Name\t10 km\nAthlete 1\t49:30\nAthlete 2\t2140\n"
"""With a time that can't be right."""


def _screens(visit: Visit, language: str) -> Iterator[str]:
    """Every screen and dialog, one after the other."""
    words: dict[str, str] = json.loads((PAGE / f"words/{language}.json").read_text("utf-8"))
    page, keys = visit.page, visit.page.keyboard
    page.click("button.all")
    yield "start"
    visit.start()
    visit.settled()
    yield "week"
    page.click(".entries .session .icon-button >> nth=0")
    yield "a session's menu"
    page.click("#menu button >> nth=0")
    page.wait_for_selector(".details input:focus")
    yield "a session's details"
    page.click(".day .add >> nth=0")
    yield "what may be added"
    keys.press("Escape")
    page.click(".more-fields summary")
    yield "details of the plan"
    page.fill('[data-path="weeks.0.mon.0.run"]', "5m easy")
    page.wait_for_selector(".session .bad")
    visit.settled()
    yield "a mistake"
    keys.press("Control+z")
    page.click(".weeks button:has(.icon)")
    page.click(".weeks button.plain")
    yield "all weeks"
    page.click(".cell-in >> nth=0")
    yield "a day's menu"
    keys.press("Escape")
    yield from _parts(visit, words)


def _parts(visit: Visit, words: dict[str, str]) -> Iterator[str]:
    page, keys = visit.page, visit.page.keyboard
    visit.part("workouts")
    yield "workouts"
    page.click(".exercises ~ p .main")
    page.wait_for_selector(".option")
    yield "picker"
    keys.press("Escape")
    page.click(".weeks button:has(.icon)")
    page.wait_for_selector("dialog form")
    yield "a new workout"
    keys.press("Escape")
    visit.part("look")
    yield "look"
    visit.part("athletes")
    yield "athletes"
    page.fill(".paste textarea", TABLE)
    page.wait_for_selector("input.wrong")
    yield "table"
    visit.part("text")
    page.wait_for_selector(".cm-content")
    yield "text"
    page.click(".count")
    yield "problems"
    keys.press("Escape")
    page.click(".tools .main")
    yield "save"
    page.click(f'dialog button >> text="{words["versions"]}"')
    page.wait_for_selector("dialog .outputs button")
    yield "versions"
    keys.press("Escape")
    keys.press("Control+k")
    yield "go to anything"
    keys.type("zzz")
    yield "nothing found"
    keys.press("Escape")
    visit.part("look")
    keys.press("?")
    page.wait_for_selector("dialog .keys")
    yield "keys"
    keys.press("Escape")
    if page.locator("nav button.pages").is_visible():
        visit.part("pages")
    yield "pages"
    page.click(".tabs button >> nth=-1")
    yield "on paper"
    page.click(".zoom button >> nth=1")
    page.wait_for_selector("dialog .bank-card")
    yield "true size"
    keys.press("Escape")
    page.click(".brand")
    page.wait_for_selector(".resume")
    yield "start, with a plan to go on with"


@pytest.mark.parametrize(
    ("size", "language"), [*((size, "en") for size in SIZES), ("phone", "de"), ("desktop", "de")]
)
def test_no_screen_shuts_anybody_out(browser: Any, address: str, size: str, language: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale=language)
    visit = Visit(context, address)
    found = {screen: visit.broken_rules() for screen in _screens(visit, language)}
    assert {screen: rules for screen, rules in found.items() if rules} == {}
    assert len(found) > 20 and visit.faults == []
    context.close()
