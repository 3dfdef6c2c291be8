"""The way in from other tabs and after a new start, a service that has ended, and what is undone besides the text."""

from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]
ATHLETES = "Name\t10 km\nAthlete 1\t49:30\nAthlete 2\t44:10\n"


def test_another_tab_gets_in_by_the_bare_address(visit: Visit, address: str) -> None:
    second = visit.open(address.split("#")[0])
    assert second.locator(".starters button").count() > 1


def test_a_page_that_was_locked_opens_once_the_address_is_put_in(browser: Any, address: str) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(address.split("#")[0])
    page.wait_for_selector("[role=alert]")
    page.goto(address)  # only what is after the # changes
    page.wait_for_selector(".starters button")
    context.close()


@pytest.mark.parametrize("status", [0, 403])
def test_while_the_service_has_ended_or_is_another_it_is_said(visit: Visit, status: int) -> None:
    visit.start()
    visit.settled()
    visit.context.route("**/call", lambda one: one.fulfill(status=status) if status else one.abort())
    visit.page.locator('[data-path="weeks.0.mon.0.run"]').fill("7 km easy")
    said = "To get in" if status else "no longer runs"
    visit.page.wait_for_selector(f".pages [role=alert]:has-text('{said}')")
    visit.page.click(".tools .main")
    visit.context.unroute("**/call")
    visit.settled()  # by itself
    assert visit.page.locator(".pages [role=alert]").count() == 0
    visit.page.wait_for_selector("dialog button.main:not([disabled])")
    visit.faults = [one for one in visit.faults if "Failed to load resource" not in one]


def test_the_pages_of_another_plan_arent_shown_for_one_that_is_wrong(visit: Visit) -> None:
    visit.start()
    visit.settled()
    visit.page.wait_for_selector(".sides img")
    visit.page.evaluate(
        "async () => (await import(new URL('app/files.mjs', document.baseURI)))"
        ".openPlan('title: Other\\nweeks:\\n  - {mon: {run: 5 kmm}}\\n')"
    )
    visit.page.wait_for_selector(".count.error")
    visit.page.wait_for_selector("text=as soon as the mistakes are mended")
    assert visit.page.locator(".sides figure").count() == 0


def test_a_table_of_athletes_that_was_taken_away_comes_back(visit: Visit) -> None:
    visit.start()
    visit.part("athletes")
    visit.page.fill(".paste textarea", ATHLETES)
    visit.page.wait_for_selector(".roster")
    visit.page.locator(".roster tbody input").nth(1).fill("48:00")
    visit.page.click("text=Take the table away")
    visit.page.wait_for_selector(".roster", state="detached")
    for button, time in (("Undo", "48:00"), ("Undo", "49:30"), ("Redo", "48:00")):
        visit.page.click(f"header [aria-label={button}]")
        visit.page.wait_for_function(
            f"() => document.querySelectorAll('.roster tbody input')[1]?.value === '{time}'"
        )


def test_a_note_that_reads_as_a_run_can_become_one(visit: Visit) -> None:
    visit.page.evaluate(
        "async () => (await import(new URL('app/files.mjs', document.baseURI)))"
        ".openPlan('title: Spring\\nweeks:\\n  - mon: [{note: gardening, name: Out}, {run: 3 km}]\\n')"
    )
    note = visit.page.locator('[data-path="weeks.0.mon.0.note"]').first
    note.fill("in the garden")
    visit.page.wait_for_timeout(300)
    assert visit.page.locator("text=Make it a run").count() == 0
    note.fill("5 km easy")
    visit.page.click("text=Make it a run")
    assert "mon: [{run: 5 km easy, name: Out}, {run: 3 km}]" in visit.text()


@pytest.mark.parametrize("visit", ["phone", "desktop"], indirect=True)
def test_no_part_makes_the_page_higher_than_the_window(visit: Visit) -> None:
    visit.start()
    for part in ("week", "workouts", "look", "athletes", "text"):
        visit.part(part)
        visit.page.wait_for_timeout(100)
        height = visit.page.evaluate("document.scrollingElement.scrollHeight")
        assert height == visit.page.viewport_size["height"], part


def test_looks_are_drawn_of_plans_that_have_cards_only(visit: Visit) -> None:
    visit.page.evaluate(
        "async () => (await import(new URL('app/files.mjs', document.baseURI)))"
        ".openPlan('title: Cards\\nworkouts:\\n  legs: {exercises: [squat: 3x8, lunge: 3x8]}\\n')"
    )
    visit.page.wait_for_selector(".tabs button", state="attached")
    visit.settled()
    visit.part("look")
    visit.page.wait_for_selector(".theme-page img")


def test_after_an_exercise_is_added_the_next_name_is_typed(visit: Visit) -> None:
    visit.start()
    visit.part("workouts")
    visit.page.click("text=Add exercises")
    visit.page.keyboard.type("squat")
    visit.page.wait_for_selector("#found-squat")
    visit.page.click("#found-goblet-squat")
    assert visit.page.inner_text("#dialog .picker-foot .main") == "Done"
    visit.page.keyboard.type("plank")
    assert visit.page.locator("#dialog input[type=search]").input_value() == "plank"
    visit.page.wait_for_selector("#dialog .picker-foot .main:has-text('Plank')")
