"""All by keys: a session moved, anything gone to, and the README's plan made without a mouse."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.studio.page.browser_kit import Visit, needs_browser
from tests.studio.page.test_readme_plan import DETAILS, LEGS, README, TIPS, WEEK, as_made

pytestmark = [pytest.mark.deep, needs_browser]


def test_a_plan_is_made_by_keys_alone(visit: Visit) -> None:
    keys = visit.page.keyboard
    visit.page.get_by_role("button", name="Start with an empty week").focus()
    keys.press("Enter")
    visit.page.wait_for_selector(".days")
    visit.page.get_by_role("button", name="Add a session on Monday").focus()
    keys.press("Enter")
    keys.press("Enter")  # the first entry of the menu: a run
    visit.page.wait_for_selector('[data-path="weeks.0.mon.0.run"]:focus')
    keys.type("8 km easy")
    assert "- mon:\n      - run: 8 km easy\n    tue: rest\n" in visit.text()
    visit.page.locator(".handle").focus()
    keys.press("Space")
    keys.press("ArrowDown")
    visit.page.wait_for_selector('[data-handle="weeks.0.tue.0"]:focus')
    keys.press("ArrowDown")
    visit.page.wait_for_selector('[data-handle="weeks.0.wed.0"]:focus')
    keys.press("Space")
    assert "- mon: rest\n    tue: rest\n    wed:\n      - run: 8 km easy\n" in visit.text()
    keys.press("Control+z")
    assert "- mon:\n      - run: 8 km easy\n    tue: rest\n" in visit.text()


def test_anything_is_gone_to_by_a_few_letters(visit: Visit) -> None:
    keys, page = visit.page.keyboard, visit.page
    visit.start()
    keys.press("Control+k")
    keys.type("thurs")
    page.wait_for_selector("#entries [role=option] >> nth=0")
    assert page.locator("#entries [aria-selected=true]").inner_text().startswith("Thursday: ")
    keys.press("Enter")
    page.wait_for_selector('[data-path^="weeks.0.thu"]:focus')
    keys.press("Control+k")
    keys.type("lower body")
    keys.press("Enter")
    page.wait_for_selector(".form-head h2 >> text=Lower body")
    keys.press("Control+k")
    keys.type("zzz")
    page.wait_for_selector("text=Nothing has these words.")
    keys.press("Enter")
    assert page.locator("dialog[open]").count() == 1
    keys.press("Escape")
    page.wait_for_selector("dialog:not([open])", state="attached")
    keys.press("Control+k")
    keys.press("ArrowUp")  # from the first to the last: what can be done
    keys.press("Enter")
    page.wait_for_selector("dialog[open] .keys")


def test_the_plan_of_the_readme_is_made_by_keys(visit: Visit) -> None:
    from cardmaker.api import build, load

    hands = Hands(visit.page)
    hands.press("Start with an empty week")
    visit.page.wait_for_selector(".days")
    _details(hands)
    _workout(hands, "Lower body", LEGS)
    _superset(hands)
    hands.write("Duration", "45 min")
    hands.write("Warm-up", "5 min easy bike, 10 leg swings each way")
    _workout(hands, "Loosen up", (("cat-cow", "2x8"), ("calf stretch", "2x30s/side")))
    hands.go("Week")
    hands.write("Name", "Build")
    hands.write("Focus", "relaxed long run")
    for day, kind, words in WEEK:
        _session(hands, day, kind, words)
    hands.go("Look")
    hands.write("Club", "Riverside Runners")
    hands.write("Contact", "club@example.org")
    hands.write("Colour", "#0F4C5C")
    hands.press("Classic")
    visit.settled()
    hands.keys.press("Control+p")
    with visit.page.expect_download() as waiting:
        hands.press("Save all in one zip")
    saved = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    made = build(load(saved.read("first-strength-block.yaml")))
    assert made and {name: saved.read(name) for name in made} == made
    assert made == build(load(as_made(README).encode()))


FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels?.[0] ?? one.querySelector("b") ?? one;
  return (one.getAttribute("aria-label") || label.innerText || "").trim().split("\\n")[0];
}"""
MOST = 400  # keys until what is looked for should have been reached


class Hands:
    """Somebody who has keys only: what they look for is reached by Tab, as a screen reader names it."""

    def __init__(self, page: Any) -> None:
        self.page, self.keys = page, page.keyboard

    def reach(self, name: str, key: str = "Tab") -> None:
        """Go on until the cursor is on what is called *name*."""
        for _ in range(MOST):
            if self.page.evaluate(FOCUSED) == name:
                return
            self.keys.press(key)
        raise AssertionError(f"no key leads to {name!r}")

    def press(self, name: str) -> None:
        """Reach a button and press it."""
        self.reach(name)
        self.keys.press("Enter")

    def choose(self, name: str) -> None:
        """Take an entry of the menu that is open."""
        self.page.wait_for_selector("#menu:popover-open")
        self.reach(name, "ArrowDown")
        self.keys.press("Enter")

    def write(self, name: str, words: str) -> None:
        """Reach a field and write into it, over what it has."""
        self.reach(name)
        if day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words):  # a field for a date takes its parts in turn
            self.keys.type(f"{day[2]}{day[3]}{day[1]}")
            return
        self.keys.press("Control+a")
        self.keys.type(words)

    def go(self, part: str) -> None:
        """Go to a part of the plan."""
        self.keys.press("Control+k")
        self.keys.type(f"{part} part")
        self.keys.press("Enter")
        self.page.wait_for_selector(f"main[aria-label={part}]")


def _details(hands: Hands) -> None:
    title, *more = DETAILS.values()
    hands.write("Title", title)
    hands.press("People, dates, units, tips")
    for name, words in zip(("Coach", "First day", "Easy pace"), more, strict=True):
        hands.write(name, words)
    for i, tip in enumerate(TIPS):
        hands.press("Add a tip")
        hands.write(f"Tip {i + 1}", tip)


def _workout(hands: Hands, name: str, exercises: tuple[tuple[str, str], ...]) -> None:
    hands.go("Workouts")
    hands.press("New workout")
    hands.write("Name", name)
    hands.keys.press("Enter")
    hands.page.wait_for_selector("dialog input[type=search]:focus")
    for words, _ in exercises:
        hands.keys.press("Control+a")
        hands.keys.type(words)
        hands.keys.press("Enter")
    hands.page.wait_for_selector(f"dialog >> text=· {len(exercises)} added")
    hands.keys.press("Escape")
    hands.page.wait_for_selector("dialog:not([open])", state="attached")
    for i, (words, sets) in enumerate(exercises):
        if not i:
            hands.reach(f"Sets of {words.capitalize()}")
        hands.keys.press("Control+a")
        hands.keys.type(sets)
        hands.keys.press("Enter")  # on to the next


def _superset(hands: Hands) -> None:
    hands.press("More: Bulgarian split squat")
    hands.choose("Superset with the next")
    hands.write("Rest after each round", "60s")
    hands.press("More: Plank")
    hands.choose("Note")
    hands.page.wait_for_selector(".details input:focus")
    hands.keys.type("Stop when the hips sag.")


def _session(hands: Hands, day: str, kind: str, words: dict[str, str]) -> None:
    hands.press(f"Add a session on {day}")
    hands.choose(kind)
    [first, *more] = words or ["strength"]
    hands.page.wait_for_selector(f'[data-path$=".{first}"]:focus')
    if not words:
        return
    hands.keys.press("Control+a")
    hands.keys.type(words[first])
    if more:
        hands.press(f"More: {words[first]}")
        hands.choose("Name and note")
        hands.page.wait_for_selector(".details input:focus")
        for key in more:
            hands.reach({"name": "Name", "note": "Note", "workout": "Cards of"}[key])
            hands.keys.type(words[key])  # a list goes to what begins so
