"""Nothing is lost: closed tabs, two tabs, a full store, links."""

from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]


def test_a_tab_that_was_closed_in_the_middle_goes_on(visit: Visit) -> None:
    visit.start()
    visit.page.locator('[data-path="weeks.0.mon.0.run"]').fill("7 km easy")
    text = visit.text()
    visit.page.close(run_before_unload=True)
    visit.page = visit.open()
    visit.page.click("text=Go on")
    visit.page.wait_for_selector(".days")
    assert visit.text() == text


def test_a_second_tab_only_reads(visit: Visit) -> None:
    visit.start()
    visit.page.wait_for_timeout(600)  # until it is kept
    second = visit.open()
    second.click("text=Go on")
    second.wait_for_selector("text=Open in another tab")
    assert second.locator('[data-path="weeks.0.mon.0.run"]').get_attribute("readonly") is not None
    second.click("text=Edit here instead")
    second.wait_for_function("() => !document.querySelector('[data-path=\"weeks.0.mon.0.run\"]').readOnly")
    visit.page.wait_for_selector("text=Open in another tab")


def test_a_link_holds_the_plan_and_asks_before_it_replaces_anything(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.start()
    text = visit.text()
    visit.page.click(".tools .main")
    visit.page.click("text=Copy a link")
    visit.page.wait_for_selector("#toast:popover-open")
    link = visit.page.evaluate("navigator.clipboard.readText()")
    visit.page.goto("about:blank")
    visit.page.goto(link)
    visit.page.wait_for_selector("text=Open this plan")
    assert "#plan" not in visit.page.url
    visit.page.click("text=Open this plan")
    visit.page.wait_for_selector(".days")
    assert visit.text() == text


def _go_on(visit: Visit) -> None:
    visit.page.click("text=Go on")
    visit.page.wait_for_selector(".days")


NEVER = "IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ put: () => ({}) }) })"


@pytest.mark.parametrize("storing", ["", "slow"])
def test_a_tab_that_was_closed_while_typing_goes_on_with_all_of_it(visit: Visit, storing: str) -> None:
    visit.start()
    visit.kept()
    if storing:  # what is asked of the store isn't written before the page is gone
        visit.page.evaluate(NEVER)
    visit.page.locator('[data-path="weeks.0.mon.0.run"]').fill("7 km easy")
    text = visit.text()
    assert "7 km easy" in text
    visit.page.close(run_before_unload=True)
    visit.page = visit.open()
    _go_on(visit)
    assert visit.text() == text
    visit.kept()


def test_a_page_that_was_reloaded_shows_the_same_place(visit: Visit) -> None:
    visit.start()
    visit.part("workouts")
    text = visit.text()
    visit.page.reload()
    visit.page.wait_for_selector(".exercise")
    assert visit.text() == text


def test_the_start_screen_goes_on_with_what_was_written_last(visit: Visit) -> None:
    visit.start()
    visit.kept()
    visit.page.reload()
    visit.page.wait_for_selector(".days")
    visit.page.locator('[data-path="weeks.0.mon.0.run"]').fill("7 km easy")
    text = visit.text()
    visit.page.click(".brand")
    _go_on(visit)
    assert visit.text() == text and "7 km easy" in text
    visit.page.keyboard.press("Control+z")
    assert "7 km easy" not in visit.text()  # its undo is still there
    visit.page.click(".brand")
    visit.start("blank-week")
    visit.page.click(".brand")
    visit.page.click("summary")
    visit.page.click(".others li:nth-child(2) button >> nth=0")
    visit.page.wait_for_selector('[data-path="weeks.0.sat.0.run"]')


FULL = """() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value) {
    if (window.full(this.name)) throw new DOMException("no room", "QuotaExceededError");
    return put.call(this, value);
  };
}"""


def test_a_store_that_is_full_makes_room_and_else_says_so(visit: Visit) -> None:
    visit.start()
    visit.kept()
    versions = "(await (await import(new URL('app/base.mjs', document.baseURI))).all('versions')).length"
    visit.until(f"{versions} === 1")
    visit.page.evaluate(FULL)
    visit.page.evaluate("() => { let left = 1; window.full = () => left-- > 0; }")
    field = visit.page.locator('[data-path="weeks.0.mon.0.run"]')
    field.fill("7 km easy")
    visit.kept()
    visit.until(f"{versions} === 0")  # an old version made room
    visit.page.evaluate("() => { window.full = () => true; }")
    field.fill("8 km easy")
    visit.page.wait_for_selector(".kept >> text=storage is full: save a file")
    visit.page.evaluate("() => { window.full = () => false; }")
    field.fill("9 km easy")
    visit.page.wait_for_selector(".kept >> text=In this browser only")
    visit.kept()


def test_a_browser_that_keeps_nothing_says_so(browser: Any, address: str) -> None:
    context = browser.new_context(locale="en-GB")
    context.add_init_script(
        "Object.defineProperty(window, 'indexedDB', {value:"
        " {open() { throw new DOMException('no', 'SecurityError'); }}})"
    )
    visit = Visit(context, address)
    visit.start()
    visit.page.wait_for_selector(".kept >> text=This browser keeps nothing: save a file")
    visit.settled()
    context.close()
