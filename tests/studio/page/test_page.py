"""What people do in the studio's page, in a real browser: by mouse and in fields, with mistakes; and who can use it."""

import io
import re
import zipfile
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser

pytestmark = [pytest.mark.deep, needs_browser]


def test_pdfs_saved_by_mouse_are_those_of_the_command_line(visit: Visit) -> None:
    from cardmaker.api import build, load

    visit.start()
    field = visit.page.locator('[data-path="weeks.0.sat.0.run"]')
    field.fill("14 km long")
    visit.settled()
    visit.page.click(".tools .main")
    saved = zipfile.ZipFile(io.BytesIO(visit.saved_by("dialog button.main")))
    text = saved.read("a-runners-week.yaml").decode()
    assert "run: 14 km long" in text
    made = build(load(text.encode()))
    assert {name: saved.read(name) for name in made} == made


def test_a_session_is_dragged_to_another_day(visit: Visit) -> None:
    visit.start()
    visit.page.locator('[data-handle="weeks.0.mon.1"]').drag_to(
        visit.page.get_by_role("region", name="Tuesday")
    )
    visit.page.wait_for_selector('[data-handle="weeks.0.tue.1"]')
    week = visit.text().split("wed:")[0]
    assert week.index("strength: lower-body") > week.index("tue:")
    assert "# one of the workouts below" in week


def test_exercises_are_picked_with_typing_errors(visit: Visit) -> None:
    visit.start()
    visit.part("workouts")
    visit.page.click("text=Add exercises")
    visit.page.wait_for_selector(".option img >> nth=3")
    visit.page.keyboard.type("bridge")  # what is found has its figures, though others were in its place
    visit.page.wait_for_selector('.option[aria-selected="true"] >> text=Glute bridge')
    found = visit.page.locator(".option:not(.own)").count()
    visit.page.wait_for_selector(f".option:has(img) >> nth={found - 1}")
    visit.page.keyboard.press("Control+a")
    visit.page.keyboard.type("nordc curl")
    visit.page.wait_for_selector('.option[aria-selected="true"] >> text=Nordic')
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Escape")
    assert "      - nordic-curl: 3x" in visit.text()


def _cards_begun(visit: Visit, words: str) -> Any:
    """The picker of a plan that is only cards, with *words* in it, and the option of an exercise of one's own."""
    visit.page.get_by_role("button", name="Pick exercises").click()
    visit.page.wait_for_selector(".option >> nth=3")
    visit.page.keyboard.type(words)
    option = visit.page.locator(".option.own")
    option.wait_for()
    return option


def test_an_exercise_of_ones_own_isnt_the_bundled_one_with_that_name(visit: Visit) -> None:
    from cardmaker.api import build, load

    option = _cards_begun(visit, "Wall angel")
    assert visit.page.locator(".option").last.inner_text() == option.inner_text()
    assert "also a name of Wall slide" in visit.page.locator("dialog [role=status]").inner_text()
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector(".exercise >> text=Wall angel")
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0
    plan = load(visit.text().encode())
    assert "- Wall angel: 3x10" in visit.text() and build(plan)
    visit.page.wait_for_selector(".exercise")
    assert visit.page.locator(".exercise img").count() == 0


@pytest.mark.parametrize("name", ["Zzqq: up #2", "Note"])
def test_an_exercise_that_nobody_knows_is_offered_as_ones_own(visit: Visit, name: str) -> None:
    from cardmaker.api import load

    _cards_begun(visit, name)
    if name != "Note":
        visit.page.wait_for_selector("text=No exercise that comes with cardmaker is called that")
    visit.page.locator(".option.own").click()
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector(f'.exercise b >> text="{name}"')
    visit.settled()
    assert visit.page.locator(".count.error").count() == 0 and load(visit.text().encode())


@pytest.mark.parametrize("words", ["squat", "Glute Bridge"])
def test_a_bundled_exercise_isnt_offered_as_ones_own(visit: Visit, words: str) -> None:
    visit.page.get_by_role("button", name="Pick exercises").click()
    visit.page.wait_for_selector(".option >> nth=3")
    visit.page.keyboard.type(words)
    visit.page.locator('.option[aria-selected="true"] b', has_text=re.compile(f"^{words}$", re.I)).wait_for()
    assert visit.page.locator(".option.own").count() == 0


def test_an_exercise_is_added_a_second_time_only_if_that_is_meant(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Pick exercises").click()
    visit.page.wait_for_selector(".option >> nth=3")
    visit.page.keyboard.type("plank")
    visit.page.wait_for_selector('.option[aria-selected="true"] >> text=Plank')
    for marked, count in (("in the workout", 1), ("Already there", 1), ("in the workout", 2)):
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(f'.option[aria-selected="true"] .good >> text={marked}')
        assert visit.text().count("- plank: 3x30 s") == count


def test_a_new_workout_is_put_on_the_day_that_it_was_asked_for(visit: Visit) -> None:
    visit.page.click("text=Start with an empty week")
    visit.page.get_by_role("button", name="Add a session on Wednesday").click()
    visit.page.click("#menu >> text=New workout")
    visit.page.keyboard.type("Legs")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".option >> nth=3")
    visit.page.keyboard.type("plank")
    visit.page.wait_for_selector('.option[aria-selected="true"] >> text=Plank')
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector(".form-head >> text=On Wednesday.")
    assert "wed:\n      - strength: legs\n" in visit.text()
    assert "- plank: 3x30 s" in visit.text()  # a hold
    visit.part("week")
    day = visit.page.get_by_role("region", name="Wednesday")
    day.locator("article.strength").wait_for()
    visit.page.get_by_role("button", name="Add a session on Friday").click()
    visit.page.click("#menu >> text=Legs")
    visit.page.wait_for_selector('[data-path="weeks.0.fri.0.strength"]')
    visit.page.keyboard.press("Control+z")
    visit.page.keyboard.press("Control+z")  # all of what was added is one step
    visit.page.wait_for_function("() => !document.querySelector('article.strength')")
    assert "workouts" not in visit.text()


def test_what_is_wrong_has_a_button_that_mends_it(visit: Visit) -> None:
    visit.start()
    right = visit.text()
    visit.part("workouts")
    field = visit.page.locator('[data-path="workouts.lower-body.exercises.0.squat"]')
    field.fill("3x8-10 @ @")
    visit.page.wait_for_selector(".exercise.wrong")
    visit.page.wait_for_selector(".count.error")
    visit.page.keyboard.press("Control+z")
    visit.page.wait_for_selector(".count.none")
    assert visit.text() == right


def test_while_the_text_cant_be_read_the_form_waits(visit: Visit) -> None:
    visit.start()
    right = visit.text()
    visit.part("text")
    visit.page.wait_for_selector(".cm-content")
    visit.page.click(".cm-content")
    visit.page.keyboard.press("Control+End")
    visit.page.keyboard.insert_text("\na: b: c")  # in one step, however slow the machine is
    visit.part("week")
    visit.page.wait_for_selector(".notice.error:has-text('near “a: b: c”')")
    assert visit.page.locator('[data-path="weeks.0.mon.0.run"]').get_attribute("readonly") is not None
    visit.page.click(".notice.error button:has-text('Undo')")
    visit.page.wait_for_function("() => !document.querySelector('#form .notice.error')")
    assert visit.text() == right


def test_a_pasted_table_becomes_a_plan(visit: Visit) -> None:
    visit.page.fill(".start-cards textarea", "Day\tSession\nMon\t6 km easy\nTue\trest\nWed\t6 x 400 m @ 5k\n")
    visit.page.click("text=Use these")
    visit.page.wait_for_selector(".days")
    assert "6 km easy" in visit.text()


def test_athletes_that_are_pasted_before_there_is_a_plan_go_with_a_starter(visit: Visit) -> None:
    visit.page.fill(".start-cards textarea", "Name\t10 km\nAthlete 1\t49:30\nAthlete 2\t44:10\n")
    visit.page.click("text=Open a starter plan with it")
    visit.page.wait_for_selector("text=Save 2 PDFs in one zip")
    assert "A runner" in visit.text()


def test_what_was_saved_is_said_with_its_size(visit: Visit) -> None:
    visit.start()
    visit.settled()
    visit.page.click(".tools .main")
    size = len(visit.saved_by("dialog button.main"))
    said = visit.page.locator("dialog .saved")
    said.locator("text=a-runners-week.zip").wait_for()
    assert f"{size / 1e6:.1f} MB" in said.inner_text() or f"{round(size / 1000)} KB" in said.inner_text()


def test_athletes_each_have_their_own_pages(visit: Visit) -> None:
    visit.start()
    visit.part("athletes")
    visit.page.fill(".paste textarea", "Name\t10 km\nAthlete 1\t49:30\nAthlete 2\t2140\n")
    visit.page.wait_for_selector("input.wrong")
    visit.page.click("text=Change to 21:40")
    visit.page.wait_for_selector("text=nobody runs so fast")
    visit.page.fill("input.wrong", "4410")
    visit.page.click("text=Change to 44:10")
    visit.page.wait_for_selector("text=Save 2 PDFs in one zip")
    saved = zipfile.ZipFile(io.BytesIO(visit.saved_by("text=Save 2 PDFs in one zip")))
    assert sorted(saved.namelist()) == ["athlete-1-a-runners-week.pdf", "athlete-2-a-runners-week.pdf"]


@pytest.mark.parametrize("visit", ["phone"], indirect=True)
def test_tables_have_all_their_rows_on_a_low_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 560})
    visit.start()
    visit.part("athletes")
    rows = "\n".join(f"Athlete {i}\t49:30" for i in range(9))
    visit.page.fill(".paste textarea", f"Name\t10 km\n{rows}\n")
    visit.page.wait_for_selector(".roster tbody tr >> nth=8")
    hidden = "(one) => one.scrollHeight - one.clientHeight"
    assert visit.page.locator(".grid-scroll").evaluate(hidden) <= 1


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(320, 640, 1), (360, 640, 1), (640, 640, 1), (3840, 640, 1), (320, 256, 4)],
    ids=["320", "360", "640", "3840", "400 % of 1280 x 1024"],
)
def test_no_screen_has_to_be_pushed_sideways(
    browser: Any, address: str, width: int, height: int, scale: int
) -> None:
    """Zoomed in by 400 %, a page has a quarter of the window's width and height, at four times the dots."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, locale="de-DE"
    )
    visit = Visit(context, address)
    wide = "() => document.documentElement.scrollWidth - innerWidth"
    assert visit.page.evaluate("devicePixelRatio") == scale
    assert visit.page.evaluate(wide) <= 0
    visit.start("laufwoche")
    for part in ("week", "workouts", "look", "athletes", "text"):
        visit.part(part)
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate(wide) <= 0, part
    context.close()


def test_pictures_of_all_sides_are_saved_in_dots(visit: Visit) -> None:
    from PIL import Image

    visit.start()
    visit.settled()
    visit.page.click(".tools .main")
    for kind, form in (("png", "PNG"), ("jpg", "JPEG")):
        visit.page.select_option("dialog select", kind)
        name = "Save: Pictures of the pages"
        with visit.page.expect_download() as waiting:
            visit.page.get_by_role("button", name=name).click()
        saved = zipfile.ZipFile(waiting.value.path())
        names = saved.namelist()
        assert f"cards-01-squat-front.{kind}" in names and len(names) > 20
        sheet = Image.open(io.BytesIO(saved.read(next(one for one in names if one.startswith("sheets")))))
        assert sheet.format == form and sheet.size == (2339, 1654)  # A4 on its side, 200 dots an inch
        low, high = sheet.convert("L").getextrema()
        assert low < 60 and high == 255  # something is printed, on white


AREAS = """async (name) => {
  const [{picture}, {store}] = await Promise.all(
    ["sides", "store"].map((one) => import(new URL(`app/${one}.mjs`, document.baseURI))));
  const {w} = store.draft.sides.find((one) => one.name === name);
  return [w, picture(name)?.areas.map(({x, y, w, h, field}) => ({x, y, w, h, field})) ?? []];
}"""


@pytest.mark.parametrize(
    ("starter", "field", "focused"),
    [
        ("runners-week", "weeks.0.mon.0.note", "weeks.0.mon.0.note"),
        ("runners-week", "tips.0", "tips.0"),
        ("half-marathon", "weeks.0.sat", "weeks.1.sat.run"),
    ],
)
def test_a_click_on_a_page_puts_the_cursor_into_the_field(
    visit: Visit, starter: str, field: str, focused: str
) -> None:
    visit.start(starter)
    visit.part("look")
    visit.settled()
    sheet = visit.page.locator(".side >> nth=0")
    name = str(sheet.get_attribute("data-sides"))
    visit.page.wait_for_selector(".side img")
    wide, areas = visit.page.evaluate(AREAS, name)
    area = next(one for one in areas if one["field"] == field)
    scale = sheet.locator(".sheet").bounding_box()["width"] / wide
    sheet.locator(".sheet").click(
        position={"x": (area["x"] + area["w"] - 2) * scale, "y": (area["y"] + 1.5) * scale}
    )
    visit.page.wait_for_selector(f'[data-path="{focused}"]:focus')
