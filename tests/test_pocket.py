"""Workouts in pocket books: room for a pencil, prescriptions on one line, what is said once, the scale of efforts."""

from pathlib import Path

import pytest

from cardmaker.frame import Frame, Text
from cardmaker.layout.unsaid import bare, quoted
from cardmaker.pipeline import Order
from tests.kit import make
from tests.layout.layout_kit import shapes, words

HEAD = """
title: Plan
workouts:
  a:
    name: Long
    warm_up: Row for five minutes
    cool_down: Walk
    note: Slow down
    exercises:
"""
SIDED = "4x8-12/side @ RPE 8, rest 2 min, tempo 3-1-1"
NAMES = (
    "bulgarian-split-squat",
    "single-leg-deadlift",
    "lunge",
    "dumbbell-row",
    "side-plank",
    "squat",
    "plank",
)


def pages(folder: Path, *exercises: str) -> list[Frame]:
    """The pages of a pocket book's only workout."""
    plan = folder / "plan.yaml"
    plan.write_text(HEAD + "".join(f"      - {one}\n" for one in exercises), "utf-8")
    sides = make(plan, Order(book="pocket", parts=("gym",))).parts[0].sides
    return [side.frame for side in sides if side.title.startswith("Long")]


def said(frame: Frame) -> list[str]:
    return [text.replace("\xa0", " ").strip() for text, *_ in words(frame)]


def test_exercises_refer_to_no_log_and_have_what_all_weeks_ask_for(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    exercise = "side-plank: 2x20 s/side, +5 s every week, to 35 s"
    weeks = "".join("  - mon: {strength: a}\n" for _ in range(4))
    plan.write_text(f"{HEAD}      - {exercise}\nweeks:\n{weeks}", "utf-8")
    sides = make(plan, Order(book="pocket", parts=("cards",))).parts[0].sides
    text = " ".join(line for side in sides for line in said(side.frame))
    assert "2 × 20–35 s / side" in text and "by week" in text
    assert "see " not in text


@pytest.mark.parametrize(
    ("face", "count", "gathered", "noted"),
    [("", 7, False, False), ("words", 3, True, False), ("words", 7, False, True)],
)
def test_pocket_books_say_when_to_stop_each_exercise(
    tmp_path: Path, face: str, count: int, gathered: bool, noted: bool
) -> None:
    """On its page, or on one for notes if there is one left; what is on neither is in a note."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(HEAD + "".join(f"      - {name}: 3x8\n" for name in NAMES[:count]), "utf-8")
    job = make(plan, Order(book="pocket", parts=("cards",), face=face))
    text = bare("".join(side.frame.text for side in job.parts[0].sides))
    for card in job.handout.exercises:
        assert (bare(card.stop) in text) != any(quoted(card.stop) in note for note in job.notes), card.name
    assert any(side.title == "Stop if" for side in job.parts[0].sides) is gathered
    assert any("reason to stop" in note for note in job.notes) is noted


@pytest.mark.parametrize("sets", ["3x8 @ 40 kg", "4x8 @ 40 kg", "5x5 @ 40 kg", "8x3", "12x2"])
def test_boxes_for_sets_have_room_for_a_pencil(tmp_path: Path, sets: str) -> None:
    [page] = pages(tmp_path, f"barbell-squat: {sets}")
    count = int(sets.partition("x")[0])
    boxes = [one for one in shapes(page) if 6.5 < one.height < 7.1 and one.width < 11]
    loads = [one for one in boxes if one.width > 8.5]
    assert len(boxes) - len(loads) >= count
    assert all(one.width > 6.6 for one in boxes), "7 mm with the line around them"


@pytest.mark.parametrize("name", NAMES[:5])
def test_a_prescription_is_on_one_line_with_its_side(tmp_path: Path, name: str) -> None:
    [page] = pages(tmp_path, f"{name}: {SIDED}", "squat: 3x8")
    placed = [(text.replace("\xa0", " ").strip(), y) for text, _, y in words(page)]
    [sets] = [y for text, y in placed if text.startswith("4 × 8–12")]
    [side] = [y for text, y in placed if text.endswith("/ side")]
    assert side == pytest.approx(sets)


@pytest.mark.parametrize("name", NAMES)
def test_a_prescription_follows_its_name(tmp_path: Path, name: str) -> None:
    [page] = pages(tmp_path, f"{name}: 3x8 @ RPE 8")
    lines = [(one.item, one.x, one.y) for one in page.walk() if isinstance(one.item, Text)]
    [(start, row)] = [(x, y) for item, x, y in lines if item.content.startswith("3\xa0×")]
    ends = [x + item.width for item, x, y in lines if abs(y - row) < 0.1 and x < start]
    assert 1.5 < start - max(ends) < 2.5


def test_what_is_done_before_and_after_is_on_the_first_and_the_last_page(tmp_path: Path) -> None:
    several = pages(tmp_path, *(f"{name}: {SIDED}" for name in NAMES))
    assert len(several) > 1, "seven of them are too many for a page"
    once = {"Warm-up": 0, "Slow down": 0, "Cool-down": -1, "How hard": -1}
    for text, place in once.items():
        having = [page for page in several if any(text in line for line in said(page))]
        assert having == [several[place]], text


@pytest.mark.parametrize("count", [1, 5, 6])
def test_a_page_has_the_scale_of_efforts(tmp_path: Path, count: int) -> None:
    last = pages(tmp_path, *(f"{name}: 3x8 @ RPE 8, rest 90 s" for name in NAMES[:count]))[-1]
    assert "10" in said(last)
    assert any(line.startswith("How hard was it?") for line in said(last))
    assert any("1 = easy" in line for line in said(last)), "the same on each page"
    boxes = [one for one in shapes(last) if 4 < one.height < 5 and one.width > 5]
    assert {round(one.bottom, 1) for one in boxes} == {99.4}, "at its foot"
    assert len(boxes) == 10


def test_what_changes_next_time_is_next_to_the_boxes_of_an_exercise_without_a_load(tmp_path: Path) -> None:
    [page] = pages(tmp_path, "side-plank: 2x20 s/side, +5 s every 2 weeks, to 40 s", "dead-bug: 3x8/side")
    [line] = [y for text, _, y in words(page) if text.startswith("+5")]
    boxes = [one for one in shapes(page) if 6.5 < one.height < 7.1]
    assert sum(one.y < line < one.bottom for one in boxes) == 3
    assert len({round(one.right, 1) for one in boxes}) == 3, "those of other exercises are below these"


def test_a_timed_superset_has_its_score(tmp_path: Path) -> None:
    [page] = pages(tmp_path, "{superset: [pull-up: 5, push-up: 10], amrap: 8 min}")
    assert {"AMRAP 8 min", "Rounds", "+ reps", "Tally"} <= set(said(page))
