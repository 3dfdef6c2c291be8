"""The plan of the README, made in the page by mouse and forms alone: its PDFs are those of the command line."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser
from tests.studio.page.page_kit import ROOT

pytestmark = [pytest.mark.deep, needs_browser]

README = (ROOT / "README.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
"""The first plan in it."""
WEEK: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Monday", "Run", {"run": "6 km easy", "note": "Talking pace, flat."}),
    ("Monday", "Lower body", {}),
    ("Wednesday", "Run", {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "name": "Intervals"}),
    ("Thursday", "Rest", {"rest": "or 20 min yoga"}),
    ("Friday", "Run", {"run": "10 min easy / 20 min tempo / 10 min easy"}),
    ("Friday", "Cross-training", {"cross-training": "30 min easy bike"}),
    ("Saturday", "Run", {"run": "12 km long"}),
    ("Sunday", "Recovery", {"recovery": "mobility", "workout": "Loosen up"}),
)
LEGS = (
    ("squat", "3x8-12 @ RPE 7, rest 90s"),
    ("bulgarian split squat", "3x8/side 2x8kg, tempo 3-1-1"),
    ("glute bridge", "3x12"),
    ("plank", "3x40 s, rest 45 s"),
)
DETAILS = {
    "title": "First strength block",
    "coach": "Coach",
    "start": "2027-03-01",
    "easy_pace": "6:00/km",
}
TIPS = ("Run and strength on one day? Run first.", "Add no more than a tenth a week.")


def test_the_plan_of_the_readme_is_made_by_mouse(visit: Visit) -> None:
    from cardmaker.api import build, load

    page = visit.page
    page.click("text=Start with an empty week")
    page.wait_for_selector(".days")
    _details(page)
    _workout(page, "Lower body", LEGS)
    _superset(page)
    page.fill('[data-path$=".duration"]', "45 min")
    page.fill('[data-path$=".warm_up"]', "5 min easy bike, 10 leg swings each way")
    _workout(page, "Loosen up", (("cat-cow", "2x8"), ("calf stretch", "2x30s/side")))
    visit.part("week")
    page.fill('[data-path="weeks.0.name"]', "Build")
    page.fill('[data-path="weeks.0.focus"]', "relaxed long run")
    for day, kind, words in WEEK:
        _session(page, day, kind, words)
    visit.part("look")
    page.fill('[data-path="club.name"]', "Riverside Runners")
    page.fill('[data-path="club.contact"]', "club@example.org")
    page.fill('[data-path="club.colours.primary"]', "#0F4C5C")
    page.click(".theme >> text=Classic")
    visit.settled()
    assert page.locator(".count.error").count() == 0, visit.text()
    page.click(".tools .main")
    with page.expect_download() as waiting:
        page.click("dialog button.main")
    saved = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    made = build(load(saved.read("first-strength-block.yaml")))
    assert made and {name: saved.read(name) for name in made} == made
    # and what it says is what the README's says: its pages are drawn alike
    assert made == build(load(as_made(README).encode()))


def as_made(text: str) -> str:
    """The README's plan with the names that the page gives to workouts."""
    text = text.replace("  legs:\n", "  lower-body:\n").replace("strength: legs", "strength: lower-body")
    return text.replace("  loosen-up:\n", "  loosen-up:\n    name: Loosen up\n")


def _details(page: Any) -> None:
    page.click(".more-fields summary")
    for key, words in DETAILS.items():
        page.fill(f'[data-path="{key}"]', words)
    page.select_option('[data-path="week_start"]', "monday")
    for i, tip in enumerate(TIPS):
        page.click("text=Add a tip")
        page.fill(f'[data-path="tips.{i}"]', tip)


def _workout(page: Any, name: str, exercises: tuple[tuple[str, str], ...]) -> None:
    page.click("nav button.workouts")
    page.click("text=New workout")
    page.fill("dialog form input", name)
    page.click("text=Choose exercises")
    for words, _ in exercises:
        page.fill("dialog input[type=search]", words)
        name = words.replace(" ", "[ -]")
        page.locator(
            '.option[aria-selected="true"] b', has_text=re.compile(f"^{name}", re.IGNORECASE)
        ).wait_for()
        page.click('.option[aria-selected="true"]')
    page.click("dialog >> text=Done")
    fields = page.locator(".exercises input[data-line]")
    for i, (_, sets) in enumerate(exercises):
        fields.nth(i).fill(sets)


def _superset(page: Any) -> None:
    page.get_by_role("button", name="More: Bulgarian split squat").click()
    page.click("#menu >> text=Superset with the next")
    page.fill(".superset-head input", "60s")
    page.get_by_role("button", name="More: Plank").click()
    page.click("#menu >> text=Note")
    page.fill(".details input", "Stop when the hips sag.")


def _session(page: Any, day: str, kind: str, words: dict[str, str]) -> None:
    region = page.get_by_role("region", name=day)
    place = region.locator("article:not(.rest)").count()
    region.locator("button.add").click()
    page.locator("#menu button", has_text=re.compile(f"^{kind}$")).click()
    card = region.locator("article").nth(place)
    card.wait_for()
    extra = {key: value for key, value in words.items() if key in ("name", "note", "workout")}
    for key, value in words.items():
        if key not in extra:
            card.locator(f'[data-path$=".{key}"], [data-path]').first.fill(value)
    if extra:
        card.get_by_role("button", name=re.compile("^More: ")).click()
        page.click("#menu >> text=Name and note")
        for key, value in extra.items():
            place = card.locator(f'.details [data-path$=".{key}"]')
            place.select_option(label=value) if key == "workout" else place.fill(value)
