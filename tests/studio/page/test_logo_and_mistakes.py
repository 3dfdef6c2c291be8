"""A club's logo from a file onto the pages; pages that stay while a plan has mistakes."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0H40V20H0Z" fill="#7A1F5C"/></svg>'
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "image/svg+xml"}));
  const place = document.querySelector(".field.logo");
  for (const type of ["dragover", "drop"])
    place.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def _drawn(visit: Visit) -> str:
    """The address of the first page's picture, once it is that of the draft that is shown."""
    visit.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    visit.until(
        "document.querySelector('.sides .sheet:not(.waiting) img')?.closest('.side').matches(':first-child')"
    )
    return str(visit.page.get_attribute(".sides .sheet img >> nth=0", "src"))


@pytest.mark.parametrize("way", ["chosen", "dropped"])
def test_a_logo_is_on_the_pages_and_in_what_is_saved(visit: Visit, tmp_path: Path, way: str) -> None:
    from cardmaker.api import build, load

    visit.start()
    visit.settled()
    visit.part("look")
    before = _drawn(visit)
    if way == "chosen":
        with visit.page.expect_file_chooser() as choosing:
            visit.page.click("text=Choose a picture")
        choosing.value.set_files([{"name": "club.svg", "mimeType": "image/svg+xml", "buffer": LOGO.encode()}])
    else:
        visit.page.evaluate(DROP, ["club.svg", LOGO])
    visit.page.wait_for_selector(".field.logo img")
    visit.settled()
    visit.until(f"document.querySelector('.sides .sheet img').src !== {json.dumps(before)}")
    assert "logo: club.svg" in visit.text()
    visit.kept()
    visit.page.reload()  # it is kept with the plan
    visit.page.wait_for_selector(".field.logo img")
    visit.settled()
    visit.page.click(".tools .main")
    with zipfile.ZipFile(io.BytesIO(visit.saved_by("dialog button.main"))) as saved:
        saved.extractall(tmp_path)
    assert (tmp_path / "club.svg").read_text("utf-8") == LOGO
    made = build(load(tmp_path / "a-runners-week.yaml"))
    assert made and {name: (tmp_path / name).read_bytes() for name in made} == made


def test_while_a_line_is_wrong_its_last_good_words_are_on_the_pages(visit: Visit) -> None:
    visit.start()
    visit.settled()
    run = visit.page.locator('[data-path="weeks.0.mon.0.run"]')
    six = _drawn(visit)
    run.fill("7 km easy")
    visit.until(f"document.querySelector('.sides .sheet img').src !== {json.dumps(six)}")
    visit.settled()
    seven = _drawn(visit)
    run.fill("7m easy")
    visit.page.wait_for_selector(".pages >> text=stands in for it")
    visit.settled()
    assert _drawn(visit) == seven
    # what is right elsewhere goes on being drawn
    visit.page.fill('[data-path="weeks.0.focus"]', "Something else")
    visit.until(f"document.querySelector('.sides .sheet img').src !== {json.dumps(seven)}")
    visit.page.click("text=Change to 7 km")
    visit.page.wait_for_selector(".pages .notice", state="detached")
    assert "run: 7 km easy" in visit.text()


def test_while_nothing_can_stand_in_the_last_pages_stay(visit: Visit) -> None:
    visit.start()
    visit.settled()
    before = _drawn(visit)
    visit.part("text")
    visit.page.click(".cm-content")
    visit.page.keyboard.press("Control+End")
    visit.page.keyboard.type("\na: b: c")
    visit.page.wait_for_selector(".pages >> text=these pages are from before it")
    assert _drawn(visit) == before
    visit.page.click(".tools .main")
    assert visit.page.locator("dialog button.main").is_disabled()


def test_a_mistake_is_named_by_its_place_in_the_form(visit: Visit) -> None:
    visit.start("half-marathon")
    visit.part("text")
    visit.page.evaluate(
        "async () => { const { store } = await import(new URL('app/store.mjs', document.baseURI));"
        " const at = store.text.indexOf('6 km easy'); store.edit([{from: at, to: at + 4, insert: '6 x'}]); }"
    )
    visit.part("week")
    visit.settled()
    visit.page.click(".count.error")
    assert "Base week · Monday" in visit.page.inner_text(".findings")
    assert "line" not in visit.page.inner_text(".findings b >> nth=0")
