"""Hostile plans, pictures and links: no script of theirs runs, and nobody is asked for anything.

A visit notes every request and every dialog; it fails at its end if one left the origin, or a script spoke.
"""

import base64
import json
import zlib
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
OUTSIDE = "http://127.0.0.1:9/"  # nobody answers, but it would be asked
PICTURE = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
  onload="alert(4)"><script>alert(5)</script><style>@import "{OUTSIDE}a.css"; rect {{fill: url({OUTSIDE}b.svg)}}</style>
  <image href="{OUTSIDE}c.png" width="9" height="9"/><use xlink:href="{OUTSIDE}d.svg#e"/><rect width="9" height="9"/>
  <foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="{OUTSIDE}"/></foreignObject>
  </svg>"""
PLAN: dict[str, Any] = {
    "title": HOSTILE,
    "__proto__": {"title": HOSTILE},
    "club": {"name": HOSTILE, "logo": f"{OUTSIDE}logo.svg", "contact": "javascript:alert(3)"},
    "weeks": [{"name": HOSTILE, "mon": [{"run": HOSTILE, "note": "javascript:alert(3)"}], "tue": HOSTILE}],
    "workouts": {HOSTILE: {"name": HOSTILE, "exercises": [{HOSTILE: HOSTILE}]}},
}
PARTS = ("week", "workouts", "look", "athletes", "text")


def _open_link(visit: Visit, text: str) -> None:
    packed = zlib.compress(text.encode(), wbits=-15)
    link = f"{visit.address.split('#')[0]}#plan={base64.urlsafe_b64encode(packed).decode().rstrip('=')}"
    visit.page.goto("about:blank")
    visit.page.goto(link)


def _look_around(visit: Visit) -> None:
    for part in PARTS:
        visit.part(part)
        visit.page.wait_for_timeout(100)


def test_a_request_to_elsewhere_would_be_counted(browser: Any, address: str) -> None:
    visit = Visit(browser.new_context(), address)
    assert visit.left_the_origin == [] and len(visit.requests) > 10
    other = visit.context.new_page()
    other.set_content(f"<img src={OUTSIDE}>")
    visit.until("true")
    assert visit.left_the_origin == [OUTSIDE]
    visit.context.close()


def test_a_hostile_plan_runs_nothing_and_asks_nobody(visit: Visit) -> None:
    _open_link(visit, json.dumps(PLAN))
    visit.page.click("text=Open this plan")
    visit.page.wait_for_selector(".days")
    _look_around(visit)
    visit.page.click(".count")
    visit.page.wait_for_selector("dialog .finding")
    assert visit.page.locator("#app img[src='x']").count() == 0
    assert visit.page.evaluate("({}).title") is None


def test_what_is_hostile_and_right_is_printed_as_words(visit: Visit) -> None:
    right = {
        "title": HOSTILE,
        "weeks": [{"name": HOSTILE, "mon": [{"recovery": HOSTILE, "note": HOSTILE}]}],
        "workouts": {
            "w": {"name": HOSTILE, "exercises": [{"squat": "3x8", "name": HOSTILE, "note": HOSTILE}]}
        },
    }
    _open_link(visit, json.dumps(right))
    visit.page.click("text=Open this plan")
    visit.page.wait_for_selector(".sheet img")
    visit.settled()
    _look_around(visit)
    assert visit.page.locator("h1.title").inner_text() == HOSTILE
    visit.page.click(".tools .main")
    assert visit.saved_by("dialog button.main").startswith(b"PK")


@pytest.mark.parametrize("name", ["logo.svg", '"><img src=x onerror=alert(6)> my-logo.svg', "logo.png"])
def test_a_hostile_picture_runs_nothing_and_asks_nobody(visit: Visit, name: str) -> None:
    visit.start()
    visit.settled()
    visit.part("look")
    with visit.page.expect_file_chooser() as choosing:
        visit.page.click("text=Choose a picture")
    before = visit.text()
    choosing.value.set_files([{"name": name, "mimeType": "image/svg+xml", "buffer": PICTURE.encode()}])
    visit.until(
        f"(await import(new URL('app/store.mjs', document.baseURI))).store.text !== {json.dumps(before)}"
    )
    assert "logo: " in visit.text()
    visit.page.wait_for_selector(".count.error")
    _look_around(visit)
    visit.page.click(".count")
    assert name[-8:] in visit.page.inner_text("dialog .finding >> nth=0")


def _bomb() -> str:
    return base64.urlsafe_b64encode(zlib.compress(bytes(50_000_000), wbits=-15)).decode().rstrip("=")


@pytest.mark.parametrize(
    "code",
    [
        "plan=%%%",
        "plan=AAAA",
        "plan=" + "A" * 5001,
        "plan=BOMB",
        "week/%E0%A4%A",
        "workouts/__proto__",
        "a/b",
    ],
    ids=lambda code: code[:14],
)
def test_a_link_that_cant_be_read_leads_to_the_start(visit: Visit, code: str) -> None:
    visit.page.goto("about:blank")
    visit.page.goto(f"{visit.address.split('#')[0]}#{code.replace('BOMB', _bomb())}")
    visit.page.wait_for_selector(".starters button")
    assert visit.page.locator("text=Open this plan").count() == 0
