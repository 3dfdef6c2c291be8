"""What doesn't fit is reported with the line and the field of the plan that say it, of all parts at once."""

import pytest

import cardmaker
from cardmaker.api import Order
from cardmaker.errors import CardmakerError, ExitCode
from tests.kit import shared_workshop

WORKSHOP = shared_workshop()
LONG = "W" * 80
SIGN = "\N{CUNEIFORM SIGN A}"
"""What no font has."""
PLAN = f"""\
title: Spring
club:
  name: {LONG}
weeks:
  - mon:
      - run: 5 km easy
      - strength: a
  - tue: {{run: 6 km easy, name: {LONG}}}
workouts:
  a:
    exercises:
      - squat: 3x10
      - exercise: lunge
        name: {LONG}
        sets: 3x8
      - {"V" * 80}: 3x8
      - own-one: 3x8
exercises:
  own-one:
    name: {"W" * 59}
"""


def refused(text: str, order: Order, name: str = "plan.yaml") -> list[str]:
    with pytest.raises(CardmakerError) as caught:
        WORKSHOP.make(cardmaker.load(text, name=name), order)
    assert caught.value.exit_code == ExitCode.DOES_NOT_FIT
    return str(caught.value).splitlines()


def places(lines: list[str]) -> list[str]:
    """File, line and field of each."""
    return [line.partition(": ")[0] + ": " + line.split(": ")[1] for line in lines]


def test_all_parts_are_reported_at_once_with_their_lines() -> None:
    assert places(refused(PLAN, Order())) == [
        "plan.yaml:3: club.name",
        "plan.yaml:8: weeks.1.tue.name",
        "plan.yaml:14: workouts.a.exercises.1.name",
        f"plan.yaml:16: workouts.a.exercises.2.{'V' * 80}",
        "plan.yaml:20: exercises.own-one.name",
    ]


def test_findings_of_it_have_their_lines_and_fields_as_data() -> None:
    found = WORKSHOP.check(cardmaker.load(PLAN, name="plan.yaml"), Order(parts=("cards",)))
    assert [(one.line, one.field) for one in found] == [
        (14, "workouts.a.exercises.1.name"),
        (16, f"workouts.a.exercises.2.{'V' * 80}"),
        (20, "exercises.own-one.name"),
    ]


def test_all_that_is_wrong_with_one_page_is_reported() -> None:
    """The club and two sessions of one week, and what no font has; each of them once."""
    text = f"""\
title: Spring
club: {{name: {LONG}}}
weeks:
  - mon: {{run: 5 km easy, name: {LONG}}}
    wed: {{run: 5 km easy, note: gently {SIGN}}}
    sat: {{run: 8 km easy, name: {"V" * 90}}}
"""
    with pytest.raises(CardmakerError) as caught:
        WORKSHOP.make(cardmaker.load(text, name="plan.yaml"), Order(parts=("sheets",)))
    assert sorted(places(str(caught.value).splitlines())) == [
        "plan.yaml:2: club.name",
        "plan.yaml:4: weeks.0.mon.name",
        "plan.yaml:5: weeks.0.wed.note",
        "plan.yaml:6: weeks.0.sat.name",
    ]


SESSION = "title: T\nworkouts:\n  a:\n    exercises:\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"title: {SIGN}\nweeks:\n  - mon: {{run: 5 km easy}}\n", "1: title"),
        (f"title: T\nathlete: {SIGN}\nweeks:\n  - mon: {{run: 5 km}}\n", "2: athlete"),
        ("title: T\ntips: [Go, \N{HEBREW LETTER ALEF}!]\nweeks:\n  - mon: {run: 5 km}\n", "2: tips.1"),
        (f"{SESSION}      - squat: 3x8, {SIGN}\n", "5: workouts.a.exercises.0.squat"),
        (f"{SESSION}      - exercise: squat\n        note: {SIGN}\n", "6: workouts.a.exercises.0.note"),
    ],
)
def test_what_no_font_has_is_reported_with_its_line(text: str, place: str) -> None:
    with pytest.raises(CardmakerError, match=r"no font has") as caught:
        WORKSHOP.make(cardmaker.load(text, name="plan.yaml"), Order())
    assert set(places(str(caught.value).splitlines())) == {f"plan.yaml:{place}"}


def test_a_session_is_found_in_its_own_week() -> None:
    text = PLAN.replace(f"  name: {LONG}\nweeks", "  name: Ours\nweeks")
    text = text.replace(f"easy, name: {LONG}", f"easy, name: {LONG * 2}")  # a run alone has the page's width
    assert places(refused(text, Order(parts=("sheets",)))) == ["plan.yaml:8: weeks.1.tue.name"]


def test_a_part_of_what_is_printed_is_found_too() -> None:
    text = f"title: T\ncoach: {LONG}\nweeks:\n  - mon: {{run: 5 km easy}}\n"
    assert places(refused(text, Order())) == ["plan.yaml:2: coach"]


def test_what_another_key_has_set_is_named() -> None:
    plan = WORKSHOP.load("title: T\nweeks:\n  - mon: {run: 5 km easy}\n", overrides={"title": LONG})
    with pytest.raises(CardmakerError, match=r"^override title: sheet 'This week': head.title needs"):
        WORKSHOP.make(plan, Order())


def test_data_without_lines_has_its_field() -> None:
    plan = WORKSHOP.load({"title": LONG, "weeks": [{"mon": [{"run": "5 km easy"}]}]})
    with pytest.raises(CardmakerError, match=r"title: sheet 'This week': head.title needs"):
        WORKSHOP.make(plan, Order())


@pytest.mark.parametrize("sheet", ["block", "overview", "month", "week-landscape"])
@pytest.mark.parametrize("word", ["Tempowechsellauf", "Grundlagenausdauerdauerlauf"])
def test_a_long_word_is_broken_where_it_would_stop_the_page(sheet: str, word: str) -> None:
    weeks = "".join(f"  - {{tue: {{note: {word}}}, wed: {{run: 8 km {word}}}}}\n" for _ in range(3))
    plan = cardmaker.load(f"title: Probe\nlanguage: de\nweeks:\n{weeks}print: {{sheets: [{sheet}]}}\n")
    assert cardmaker.build(plan)
