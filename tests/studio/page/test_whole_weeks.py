"""Plans that follow from a base week: any week of them is changed by the form, and leads to its race."""

import difflib

import pytest

from tests.studio.page.browser_kit import Visit, needs_axe, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]
WEEK = '.weeks button:text-is("{}"), .weeks button:has(span[aria-hidden]:text-is("{}"))'
RACE = '[data-path="race.date"]'
START = '[data-path="start"]'


def _open(visit: Visit, number: int) -> None:
    visit.until("(await import(new URL('app/store.mjs', document.baseURI))).store.whole.length")
    visit.page.click(WEEK.format(number, number))
    visit.page.wait_for_selector(f"h2:text-is('Week {number}')")


def _changes(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_one_week_is_changed_and_follows_again(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 5)
    before = visit.text()
    run = visit.page.locator('[data-path="weeks.5.mon.0.run"]')
    assert run.input_value() == "6.5 km easy"
    run.click()
    visit.page.keyboard.press("Control+A")
    visit.page.keyboard.type("4 km easy")
    assert run.input_value() == "4 km easy"
    assert _changes(before, visit.text()) == [
        "+  5:",
        "+    mon:",
        "+      - run: 4 km easy",
        "+      - strength: lower-body",
    ]
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0
    visit.page.click("text=Take back the change")
    assert visit.text() == before
    visit.page.click("[aria-label=Undo]")
    assert "4 km easy" in visit.text()


def test_a_day_is_added_to_a_week_that_has_others_of_its_own(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 12)
    before = visit.text()
    visit.page.click("[aria-label='Add a session on Tuesday']")
    visit.page.click("#menu >> text=Note")
    assert _changes(before, visit.text())[1].startswith(
        "+  12: {sat: rest, thu: {run: 5 km easy}, tue: [{note:"
    )


def test_a_new_workout_on_a_day_of_one_week_leaves_what_is_there(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 5)
    visit.page.click("[aria-label='Add a session on Wednesday']")
    visit.page.click("#menu >> text=New workout")
    visit.page.fill("dialog form input", "Core")
    visit.page.click("text=Choose exercises")
    visit.page.locator(".option").first.click()
    visit.page.click("dialog >> text=Done")
    assert "  5:\n    wed:\n      - run: 2 km wu / 5 x 1 km @ threshold" in visit.text()
    assert "      - strength: core\n" in visit.text()


def test_all_weeks_are_there_at_once_and_days_change_places(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 3)
    visit.page.click("text=All weeks at once")
    visit.page.wait_for_selector(".overview tbody tr")
    assert visit.page.locator(".overview tbody tr").count() == 13
    visit.page.click(".overview tbody tr:nth-child(4) td:nth-of-type(7) button >> nth=-1")
    visit.page.click("#menu >> text=Saturday")
    visit.settled()
    assert "  3:\n    sat:\n      run: 13 km long" in visit.text()
    assert visit.page.locator(".count.error").count() == 0


def test_a_click_on_a_weeks_page_leads_to_that_week(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 7)
    visit.settled()
    page = visit.page.locator("[data-sides*='week-7'] .sheet:not(.waiting)")
    page.wait_for()
    visit.page.click(".weeks button >> nth=0")
    box = page.bounding_box()
    assert box
    page.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.139})  # Monday's run
    visit.page.wait_for_selector("h2:text-is('Week 7')")
    assert str(visit.page.evaluate("document.activeElement.dataset.path")).startswith("weeks.7.mon")


def test_the_race_moves_the_first_day_along(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 12)
    assert visit.page.input_value('.days [data-path="race.run"]') == "half marathon race"
    visit.page.fill(RACE, "2027-04-04")
    text = visit.text()
    assert "date: 2027-04-04" in text and "start: 2027-01-11 " in text
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0
    visit.page.click("[aria-label=Undo]")
    assert "date: 2027-05-16" in visit.text() and "start: 2027-02-22" in visit.text()


@pytest.mark.parametrize(
    ("button", "written"),
    [("Start on 22 February 2027", "start: 2027-02-22"), ("Race on 4 April 2027", "date: 2027-04-04")],
)
def test_a_race_outside_the_plan_is_mended_by_a_button(visit: Visit, button: str, written: str) -> None:
    visit.start("half-marathon")
    visit.page.fill(START, "2027-01-11")
    visit.page.wait_for_selector(".plan-head .bad:has-text('4 April 2027')")
    visit.page.click(f"text={button}")
    assert written in visit.text()
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0


def test_phases_and_the_title_are_fields(visit: Visit) -> None:
    visit.start("half-marathon")
    visit.page.click("h1.title button")
    assert visit.page.evaluate("document.activeElement.dataset.path") == "title"
    visit.page.fill('[data-path="phases.Base.name"]', "Grundlage")
    visit.page.keyboard.press("Tab")
    assert "  Grundlage: {weeks: 4, focus: Easy means easy}" in visit.text()
    visit.page.fill('[data-path="phases.Peak.weeks"]', "3")
    visit.page.wait_for_selector(".plan-head :text('week 12 of 13')")
    visit.page.click("text=Start on 15 February 2027")
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0
    visit.page.click("text=Add a phase")
    assert "  New phase: 2" in visit.text()
    visit.page.click("[aria-label='Remove New phase']")
    assert "New phase" not in visit.text()


@pytest.mark.parametrize("visit", ["phone"], indirect=True)
def test_a_week_is_changed_on_a_phone(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 2)
    visit.page.fill('[data-path="weeks.2.sun.run"]', "10 km long")
    assert "  2:\n    sun:\n      run: 10 km long" in visit.text()
    assert visit.page.evaluate("document.querySelector('#form').scrollWidth <= innerWidth")


def test_the_total_of_a_week_is_the_printed_one(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 5)
    visit.settled()
    visit.page.wait_for_selector(".form-head b:text-is('≈42 km')")  # five minutes of it go by time
    visit.page.fill('[data-path="weeks.5.wed.run"]', "60 min easy")
    visit.page.wait_for_selector(".form-head b:text-is('≈43 km')")


TABLE = "Week\tMon\tTue\tWed\tThu\tFri\tSat\tSun\n1\tRest\tHills\t5 km easy\tRest\tRest\tEasy 5\t10 km long\n"


def test_a_cell_that_was_kept_as_a_note_becomes_a_run(visit: Visit) -> None:
    visit.page.fill(".paste textarea", TABLE)
    visit.page.click(".paste button.main")
    note = visit.page.locator('[data-path="weeks.0.sat.0.note"]')
    visit.page.wait_for_selector(".kept-note:has-text('could be 5 km')")
    assert visit.page.locator(".kept-note").count() == 1  # nothing is asked about hills
    visit.page.click("text=A run: 5 km easy")
    assert "sat:\n      - run: 5 km easy" in visit.text()
    visit.page.click("[aria-label=Undo]")
    note.fill("Easy 5k")
    visit.page.click("text=Make it a run")
    assert "sat:\n      - run: Easy 5k" in visit.text()
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0


@needs_axe
@pytest.mark.parametrize("visit", ["phone", "desktop"], indirect=True)
def test_weeks_that_follow_shut_nobody_out(visit: Visit) -> None:
    visit.start("half-marathon")
    _open(visit, 12)
    visit.settled()
    assert visit.broken_rules() == []
    visit.page.click("text=All weeks at once")
    visit.page.wait_for_selector(".overview")
    assert visit.broken_rules() == []
    visit.page.click("text=One week")
    visit.page.click(".weeks button >> nth=0")
    visit.page.fill(START, "2027-01-11")
    visit.page.wait_for_selector(".plan-head .bad")
    assert visit.broken_rules() == []
