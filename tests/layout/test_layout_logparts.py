"""Logs of sessions that ask for something of their own: in parts, in one column, or with words for the rest."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from cardmaker.handout import ExerciseCard, LogRow
from cardmaker.layout.logparts import in_parts, needs_parts, rest_of
from cardmaker.layout.logrows import as_many, in_one
from cardmaker.pipeline import Order
from tests.kit import make
from tests.layout.layout_kit import squat

WAVES = """
title: Waves
athlete: {{lifts: {{barbell-squat: 100 kg}}}}
phases: {{All: {weeks}}}
base_week: {{mon: {{strength: a}}}}
workouts:
  a:
    exercises:
      - barbell-squat: 5/5/5+ @ 65/75/85% TM -> 3/3/3+ @ 70/80/90% TM -> 5/3/1+ @ 75/85/95% TM, +5 kg a cycle
      - plank: 3x30 s
"""


def weeks(*numbers: int) -> tuple[LogRow, ...]:
    """A session in each week, heavier from week to week."""
    return tuple(LogRow(f"wk {n}", ("5", "5"), ("5", "5"), f"{60 + n}") for n in numbers)


def card(*rows: LogRow) -> ExerciseCard:
    """A card with a log of these."""
    return squat(log=rows, sets_label="see log", sets_label_whole="see log", under="see log · 60–72 kg")


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (12, [""]),
        (11, ["wk 1–6", "wk 7–12"]),
        (6, ["wk 1–6", "wk 7–12"]),
        (5, ["wk 1–4", "wk 5–8", "wk 9–12"]),
        (1, [f"wk {n}" for n in range(1, 13)]),
    ],
)
def test_sessions_are_shared_out_over_as_few_cards_as_there_may_be(rows: int, parts: list[str]) -> None:
    whole = card(*weeks(*range(1, 13)))
    made = list(in_parts(whole, rows))
    assert [one.part for one in made] == parts
    assert [row for one in made for row in one.log if row.date] == [*whole.log]
    if len(made) > 1:
        assert all(one.under == f"{one.part} · see log · 60–72 kg" for one in made)


def test_like_sessions_have_one_card_and_their_dates_are_left_to_a_pencil() -> None:
    rows = tuple(replace(row, load="60") for row in weeks(1, 2, 3, 4))
    assert not needs_parts(card(*rows), 3)
    assert [row.date for row in as_many(rows, 3)] == [""] * 4
    assert [row.date for row in as_many(rows, 4)] == ["wk 1", "wk 2", "wk 3", "wk 4"]


def test_one_card_will_do_where_a_line_says_what_other_weeks_ask_for() -> None:
    usual = tuple(replace(row, load="60") for row in weeks(1, 2, 3, 5, 6))
    whole = replace(card(*usual, *weeks(4)), others="Week 4: 2 × 5")
    [made] = in_parts(whole, 4)
    assert {(row.date, row.load) for row in made.log} == {("", "60")}
    assert made.part == ""
    assert [*in_parts(whole, 6)] == [whole]
    [mixed] = in_parts(replace(whole, log=(*usual[:1], *weeks(4, 5))), 2)
    assert {row.targets for row in mixed.log} == {()}, "no session's are those of most"


def test_one_card_will_do_where_a_line_lists_what_each_week_asks_for() -> None:
    whole = replace(
        card(*weeks(1, 2, 3)), weekly=(("others", "Weeks 1–3: 3 × 8, 3 × 9, 3 × 10"), ("sets", "3 × 8–10"))
    )
    assert [*in_parts(whole, 3)] == [whole], "its log has room for all of them"
    [made] = in_parts(whole, 2)
    assert (made.sets, made.others, made.part) == ("3 × 8–10", "Weeks 1–3: 3 × 8, 3 × 9, 3 × 10", "")
    assert {(row.date, row.targets) for row in made.log} == {("", ())}
    assert not needs_parts(whole, 2), "nothing is lost"


def test_cards_of_one_exercise_have_names_of_their_own(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(WAVES.format(weeks=12))
    [part] = make(plan, Order(parts=("cards",))).parts
    names = [side.name for side in part.sides]
    assert len(names) == len(set(names)) > 4
    assert "01-barbell-squat-wk-1-6-front" in names


def test_the_rest_is_named_by_its_first_and_last_session() -> None:
    assert rest_of(card(*weeks(1, 2, 3, 4)), 2) == "wk 3–4"
    assert rest_of(card(*weeks(1, 2, 3)), 2) == "wk 3"
    assert rest_of(card(*weeks(1, 2)), 2) == ""
    dated = [
        replace(row, date=date) for row, date in zip(weeks(1, 2, 3), ("1 Mar", "8 Mar", "5 Apr"), strict=True)
    ]
    assert rest_of(card(*dated), 1) == "8 Mar – 5 Apr"


def test_sets_and_their_loads_in_one_column_have_the_unit_once() -> None:
    row = LogRow("wk 1", ("5", "5+"), ("5", "5+"), loads=("60\u00a0kg", "67.5\u00a0kg"))
    [joined] = as_many((row,), 1)
    assert joined.targets == ("5 · 60\u00a0kg", "5+ · 67.5\u00a0kg")
    assert in_one(joined).targets == ("5/5+ · 60/67.5\u00a0kg",)
    assert in_one(joined).short == ("5/5+ · 60/67.5",)
    [alike] = as_many((replace(row, targets=("5", "5")),), 1)
    assert in_one(alike).targets == ("2\u00a0×\u00a05 · 60/67.5\u00a0kg",)


def printed(tmp_path: Path, number: int, stock: str) -> tuple[list[str], tuple[str, ...]]:
    """What each card of a plan in waves says, and the notes of the build."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(WAVES.format(weeks=number), "utf-8")
    job = make(plan, Order(stock=stock, parts=("cards",), imposition="single"))
    sides = [page.placements[0].frame.text for page in job.parts[0].document.pages]
    return [
        " ".join(pair).replace("\u00a0", " ") for pair in zip(sides[::2], sides[1::2], strict=True)
    ], job.notes


@pytest.mark.parametrize("stock", ["a7", "a8", "a6"])
def test_each_week_of_a_plan_in_waves_has_its_load_on_a_card(tmp_path: Path, stock: str) -> None:
    cards, notes = printed(tmp_path, 12, stock)
    squats = [text for text in cards if "Barbell squat" in text]
    assert len(squats) > 1
    assert len(cards) == len(squats) + 1, "like sessions need no more cards"
    said = [int(week) for text in squats for week in re.findall(r"wk (\d+)(?![–\d])", text)]
    assert said == [*range(1, 13)]
    assert any(note.startswith(f"'Barbell squat' has {len(squats)} cards, for wk 1–") for note in notes)


@pytest.mark.parametrize(
    ("number", "stock", "ranges"),
    [
        (12, "a6", ["57.5–90 kg", "65–100 kg"]),
        (6, "a7", ["57.5–90 kg"]),
        (12, "a7", ["57.5–90 kg", "65–100 kg"]),
        (15, "a7", ["57.5–85 kg", "65–95 kg", "72.5–105 kg"]),
        (8, "a6", ["57.5–90 kg"]),
    ],
)
def test_a_card_has_the_loads_of_its_own_weeks(
    tmp_path: Path, number: int, stock: str, ranges: list[str]
) -> None:
    """From the lightest set in its log to the heaviest, in front and behind; one card has those of all weeks."""
    cards, _ = printed(tmp_path, number, stock)
    found = [re.findall(r"[\d.]+–[\d.]+ kg", text) for text in cards if "Barbell squat" in text]
    assert found == [[one, one] for one in ranges]


@pytest.mark.parametrize("stock", ["a7", "a6"])
def test_backs_say_what_the_plus_of_open_sets_means(tmp_path: Path, stock: str) -> None:
    cards, _ = printed(tmp_path, 6, stock)
    meant = ["as many as you can with good form" in " ".join(text.split()) for text in cards]
    assert meant == ["Barbell squat" in text for text in cards], "once, and on no card without open sets"


def test_too_many_weeks_for_a_deck_are_named_in_print_and_in_a_note(tmp_path: Path) -> None:
    cards, notes = printed(tmp_path, 26, "mini")
    [text] = [text for text in cards if "Barbell squat" in text]
    [rest] = re.findall(r"(wk \d+–26): see the week's sheet", text.replace("\n", " "))
    assert any(note.startswith(f"no room for {rest} in the log of 'Barbell squat'") for note in notes)
