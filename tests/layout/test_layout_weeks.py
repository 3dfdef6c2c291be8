"""Week sheets re-flow: nearly empty weeks by their days, full ones in tighter rows, each run with boxes of its own."""

from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

import pytest

from cardmaker import assets
from cardmaker.frame import Art, Frame, Path, Text
from cardmaker.geometry import Insets, Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.context import Overflow
from cardmaker.layout.engine import draw
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.paint.frames import compile_frame
from cardmaker.paint.inks import SRGB
from cardmaker.pipeline.order import Order
from tests.kit import shared_workshop
from tests.layout.layout_kit import book, resolved, shapes, sheet_named, theme_named, words

SHEETS = ("week-landscape", "week-portrait")
A4 = Size(210, 297)


def page(plan: str, sheet: str) -> Frame:
    """The page of a plan's only week, in real type."""
    handout = resolved(f"title: Plan\n{plan}")
    [week] = handout.weeks
    studio = Studio(theme_named("classic"), book(), handout.labels)
    return lay_out_sheet(studio, sheet_named(sheet), week, A4)


def drawn(frame: Frame) -> tuple[object, ...]:
    """All that is painted of a page, what it loses, and how it is read."""
    made = compile_frame(frame, SRGB)
    return made.operators(0), [element.role for element in made.elements], made.owners, frame.losses


def tops(frame: Frame, text: str) -> list[float]:
    """How far down each line of type is that says so."""
    return [y for said, _, y in words(frame) if said.replace("\xa0", " ") == text]


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_run_of_a_day_has_boxes_of_its_own(sheet: str) -> None:
    days = ", ".join(f"{day}: [run: 5 km easy, run: 8 km long]" for day in ("mon", "wed", "fri"))
    frame = page(f"weeks: [{{{days}}}]", sheet)
    titles = sorted(tops(frame, "Easy run") + tops(frame, "Long run"))
    boxes = sorted(tops(frame, "avg HR"))
    assert len(titles) == len(boxes) == 6
    below = [*titles[1:], A4.height]
    assert all(title < box < following for title, box, following in zip(titles, boxes, below, strict=True))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("days", ["sun: [run: 30 min easy]", "tue: [run: 5 km easy], sun: [run: 9 km long]"])
def test_a_week_of_one_or_two_days_is_laid_out_by_them(sheet: str, days: str) -> None:
    frame = page(f"weeks: [{{{days}}}]", sheet)
    assert len({y for said, _, y in words(frame) if said in ("Mon", "Wed", "Fri")}) == 1, "days in a strip"
    assert not tops(frame, "Strength")


def level(frame: Frame) -> list[Rect]:
    """Lines to write on: level strokes, 40 mm long and more."""
    return [one for one in shapes(frame) if one.height < 0.5 and one.width > 40]


@pytest.mark.parametrize("sheet", [*SHEETS, "large-print-week"])
def test_blank_weeks_have_a_line_behind_what_they_ask_for(sheet: str) -> None:
    frame = page('days: {open: {cross-training: "What:"}}\nweeks: [{daily: open}]', sheet)
    asked, lifts = (sorted(tops(frame, said)) for said in ("What:", "Strength:"))
    assert len(asked) == len(tops(frame, "avg HR")) == 7
    assert len(lifts) == 7, "a tick for each day"
    for y in (*asked, *lifts):
        assert any(abs(line.y - y) < 1 for line in level(frame)), "behind the word, not below it"
    assert tops(frame, "Week of"), "it has no dates"


@pytest.mark.parametrize("sheet", SHEETS)
def test_sessions_to_fill_in_among_others_have_a_line(sheet: str) -> None:
    days = 'mon: [{cross-training: "Choose:"}], tue: [{run: 5 km}], thu: [{run: 9 km}]'
    frame = page(f"weeks: [{{{days}}}]", sheet)
    [y] = tops(frame, "Choose:")
    assert any(abs(line.y - y) < 0.6 for line in level(frame))
    assert not tops(frame, "Week of")


@pytest.mark.parametrize("sheet", SHEETS)
def test_two_sessions_to_fill_in_are_all_of_a_blank_day(sheet: str) -> None:
    asked = '[{cross-training: "Morning:"}, {cross-training: "Evening:"}]'
    frame = page(f"start: 2027-03-01\ndays: {{open: {asked}}}\nweeks: [{{daily: open}}]", sheet)
    assert len(tops(frame, "Evening:")) == 7
    assert len(tops(frame, "Strength")) <= 1, "the coach has named the sessions"
    assert not tops(frame, "Week of")


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_may_be_done_on_a_day_of_rest_keeps_the_rows(sheet: str) -> None:
    frame = page(
        "weeks: [{mon: [{rest: or mobility, workout: a}], sun: [run: 5 km]}]\n"
        "workouts: {a: {exercises: [cat-cow: 1x8]}}",
        sheet,
    )
    assert len({y for said, _, y in words(frame) if said in ("Mon", "Wed", "Fri")}) == 3
    assert tops(frame, "Take cards")


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_week_without_strength_has_no_column_for_it(sheet: str) -> None:
    runs = ", ".join(f"{day}: [run: 5 km easy]" for day in ("mon", "wed", "fri"))
    lifts = runs.replace("mon: [", "mon: [strength: a, ")
    workouts = "workouts: {a: {exercises: [plank: 3x30 s]}}"
    without, with_it = (page(f"weeks: [{{{days}}}]\n{workouts}", sheet) for days in (runs, lifts))
    assert not tops(without, "Strength")
    assert tops(with_it, "Strength")
    widest = [max(x for said, x, _ in words(frame) if said == "5.0") for frame in (without, with_it)]
    assert widest[0] > widest[1] + 60, "the runs take its width"


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_week_without_runs_has_no_column_for_them(sheet: str) -> None:
    days = ", ".join(f"{day}: [strength: a]" for day in ("mon", "wed", "fri"))
    workouts = "workouts: {a: {name: Whole body, exercises: [plank: 3x30 s]}}"
    only = page(f"weeks: [{{{days}}}]\n{workouts}", sheet)
    both = page(f"weeks: [{{{days.replace(': [', ': [run: 5 km, ')}}}]\n{workouts}", sheet)
    assert not tops(only, "Run")
    assert tops(only, "How it went")
    assert tops(both, "Run")
    left = [min(x for said, x, _ in words(frame) if said == "Whole body") for frame in (only, both)]
    assert left[0] < left[1] - 60, "workouts begin where runs do"
    assert len(tops(only, "What to change")) == 1, "the foot has lines in place of key and chart"


@pytest.mark.parametrize("sheet", SHEETS)
def test_clocks_are_said_over_what_goes_by_them(sheet: str) -> None:
    frame = page(
        "weeks: [{mon: [strength: a], wed: [run: 5 km], fri: [run: 5 km]}]\n"
        "workouts: {a: {exercises: [squat: 3x8, dead-bug: 'EMOM 10 min 8 reps', "
        "{stations: [lunge, plank], format: '3 rounds, 40 s on, 20 s off'}]}}",
        sheet,
    )
    squat, own, dead_bug, clock, lunge = (
        tops(frame, said)
        for said in ("Squat", "EMOM 10 min", "Dead bug", "3 rounds, 40 s on, 20 s off", "Lunge")
    )
    assert squat < own < dead_bug < clock < lunge
    assert len(clock) == 1


def test_supersets_begin_a_line_of_figures() -> None:
    frame = page(
        "weeks: [{mon: [strength: a], wed: [run: 5 km], fri: [run: 5 km]}]\n"
        "workouts: {a: {exercises: [squat: 3x8, {superset: [push-up: 3x8, plank: 3x30 s]}]}}",
        "week-portrait",
    )
    [squat], [push_up], [plank] = (tops(frame, name) for name in ("Squat", "Push-up", "Plank"))
    assert squat < push_up == plank


@pytest.mark.parametrize("sheet", SHEETS)
def test_nearly_empty_weeks_have_one_place_to_write(sheet: str) -> None:
    frame = page("weeks: [{sun: [run: 30 min easy]}]", sheet)
    assert tops(frame, "How it went")
    assert not tops(frame, "Notes")
    assert len(tops(frame, "What to change")) == 1, (
        "in the foot of a lying page, above that of an upright one"
    )


@pytest.mark.parametrize("sheet", SHEETS[:2])
def test_boxes_of_a_nearly_empty_week_are_for_a_few_figures(sheet: str) -> None:
    frame = page("weeks: [{sun: [run: 30 min easy]}]", sheet)
    [(left, _)] = [(x, y) for said, x, y in words(frame) if said == "km"]
    [(right, _)] = [(x, y) for said, x, y in words(frame) if said == "avg HR"]
    assert right - left < 2 * 32


@pytest.mark.parametrize(
    ("item", "boxes"),
    [
        ("cross-training: foam roll 10 min", ("min", "effort 1–10")),
        ("bike: 40 min", ("km", "min", "avg HR", "effort 1–10")),
        ("run: 5 km easy", ("km", "min", "avg HR", "effort 1–10")),
        ("note: Travel home", ()),
    ],
)
@pytest.mark.parametrize("sheet", SHEETS[:2])
def test_boxes_are_for_what_can_be_written_down(sheet: str, item: str, boxes: tuple[str, ...]) -> None:
    workouts = "workouts: {a: {exercises: [plank: 3x30 s]}}"
    frame = page(f"weeks: [{{mon: [{item}], wed: [strength: a], thu: [strength: a]}}]\n{workouts}", sheet)
    own = next(y for said, _, y in words(frame) if said == "Tue")
    found = {
        said for said, _, y in words(frame) if said in ("km", "min", "avg HR", "effort 1–10") and y < own - 3
    }
    assert found == set(boxes)


def test_what_is_done_in_words_begins_with_a_capital() -> None:
    frame = page(
        "weeks: [{mon: [cross-training: foam roll 10 min], tue: [run: 5 km], wed: [run: 5 km]}]",
        "week-landscape",
    )
    assert tops(frame, "Foam roll 10 min")


def test_days_to_fill_in_are_no_days_of_rest() -> None:
    tint = theme_named("classic").colours["tint"]
    frame = page('days: {open: {cross-training: "What:"}}\nweeks: [{daily: open}]', "week-landscape")
    assert not [one for one in frame.walk() if isinstance(one.item, Path) and one.item.fill == tint]


def test_an_upright_page_of_one_run_is_a_review_down_to_its_foot() -> None:
    frame = page("weeks: [{sun: [run: 30 min easy]}]", "week-portrait")
    heads = [tops(frame, said)[0] for said in ("How it went", "What worked", "What to change", "Week total")]
    lines = [line.y for line in level(frame) if line.width > 150]
    assert heads == sorted(heads)
    for above, below in pairwise(heads):
        assert len([y for y in lines if above < y < below]) >= 4
    assert heads[-1] - max(lines) < 12, "no bare third"


def test_the_foot_of_a_week_without_bars_has_lines_next_to_its_key() -> None:
    week = "mon: [run: 5 km], wed: [run: 6 km], fri: [run: 8 km]"
    alone = page(f"weeks: [{{{week}}}]", "week-portrait")
    assert tops(alone, "What to change") and tops(alone, "You can say")
    for other, bars in ((week, False), (f"{week}, sat: [run: 9 km]", True)):
        handout = resolved(f"title: Plan\nweeks: [{{{week}}}, {{{other}}}]")
        studio = Studio(theme_named("classic"), book(), handout.labels)
        several = lay_out_sheet(studio, sheet_named("week-portrait"), handout.weeks[0], A4)
        assert bool(tops(several, "What to change")) is not bars, "bars that are all alike show nothing"


@pytest.mark.parametrize("sheet", SHEETS)
def test_workouts_alone_have_boxes_as_wide_as_their_lines(sheet: str) -> None:
    days = ", ".join(f"{day}: [strength: a]" for day in ("mon", "wed", "fri"))
    frame = page(f"weeks: [{{{days}}}]\nworkouts: {{a: {{exercises: [squat: 3x8]}}}}", sheet)
    efforts = [(x, y) for said, x, y in words(frame) if said == "effort 1–10"]
    edges = {
        round(one.right, 1)
        for one in shapes(frame)
        for x, y in efforts
        if one.x < x < one.right and one.y < y < one.bottom < y + 2
    }
    assert len(efforts) == 3
    margin = A4.width - 10 if sheet == "week-portrait" else A4.height - 10
    assert edges and all(margin - 0.5 < edge <= margin for edge in edges)


@pytest.mark.parametrize(("sets", "columns"), [("3x8 @ 60 kg", 3), ("5/5/5 @ 50/60/70 kg", 2)])
def test_figures_of_weeks_of_strength_stand_in_three_columns_or_as_wide_as_their_loads_need(
    sets: str, columns: int
) -> None:
    days = ", ".join(f"{day}: [strength: a]" for day in ("mon", "wed", "fri"))
    lifts = f"[squat: {sets}, lunge: 3x8, deadlift: {sets}, plank: 3x30 s]"
    frame = page(f"weeks: [{{{days}}}]\nworkouts: {{a: {{exercises: {lifts}}}}}", "week-portrait")
    first = tops(frame, "Squat")[0]
    beside = [said for said, _, y in words(frame) if said in ("Squat", "Lunge", "Deadlift") and y == first]
    assert len(beside) == columns


@pytest.mark.parametrize("theme", ["classic", "bold", "high-contrast", "low-ink"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_numbers_of_weeks_stay_clear_of_their_rule(sheet: str, theme: str) -> None:
    handout = resolved(f"title: Plan\nweeks: {[{'mon': {'run': '5 km'}}] * 8}")
    studio = Studio(theme_named(theme), book(), handout.labels)
    frame = lay_out_sheet(studio, sheet_named(sheet), handout.weeks[4], A4)
    [(_, base)] = {(said, y) for said, _, y in words(frame) if said == "Week 5 of 8"}
    stroke = theme_named(theme).strokes["index-sheet"]
    ruled = [one for one in shapes(frame) if one.width > 150 and one.height < 1.5 and one.y > base]
    assert min(one.y + one.height / 2 for one in ruled) - stroke / 2 - base > 0.4


@pytest.mark.parametrize("sheet", SHEETS)
def test_sides_loads_and_efforts_stay_with_their_sets(sheet: str) -> None:
    frame = page(
        "weeks: [{mon: [strength: a], wed: [run: 5 km], fri: [run: 5 km]}]\n"
        "workouts: {a: {exercises: [bulgarian-split-squat: 2x8/side @ 20 kg @ RPE 7]}}",
        sheet,
    )
    said = frame.text.replace("\xa0", " ").replace("\n", "")
    assert "2 × 8 / side" in said
    assert "20 kg · RPE 7" in said


THREE_DAYS = "weeks: [{mon: [strength: a], wed: [strength: a], fri: [strength: a]}]\n"


def load_lines(frame: Frame, least: float, most: float) -> int:
    """How many lines to write on are so wide, in mm."""
    ends = (
        one.item.data.split()
        for one in frame.walk()
        if isinstance(one.item, Path) and one.item.data.startswith("M 0 0 L") and not one.item.fill
    )
    return sum(len(end) == 6 and end[5] == "0" and least < float(end[4]) < most for end in ends)


@pytest.mark.parametrize(("sets", "lines"), [("3x5 @ RPE 8", 3), ("4x5 @ RPE 8", 4), ("3x30 s", 0)])
def test_weeks_of_strength_have_a_line_for_the_load_of_each_set(sets: str, lines: int) -> None:
    exercise = "plank" if sets.endswith("s") else "deadlift"
    others = ", plank: 3x30 s" * 6
    plan = f"{THREE_DAYS}workouts: {{a: {{exercises: [{exercise}: {sets}{others}]}}}}"
    assert load_lines(page(plan, "week-landscape"), 14, 21.5) == 3 * lines


def test_sets_that_say_their_loads_have_no_line_for_a_single_one() -> None:
    run = "weeks: [{mon: [run: 5 km], tue: [strength: a], thu: [run: 5 km]}]\n"
    one, each = (
        page(f"{run}workouts: {{a: {{exercises: [deadlift: {sets}]}}}}", "week-landscape")
        for sets in ("3x5 @ 80 kg", "5/3/1 @ 60/70/80 kg")
    )
    assert load_lines(one, 7, 9) == 1
    assert load_lines(each, 7, 9) == 0
    assert "60/70/80\xa0kg" in each.text


def test_names_of_two_lines_leave_sets_and_loads_of_cells_where_they_are() -> None:
    frame = page(
        "weeks: [{mon: [{run: 5 km}, {strength: a}], wed: [run: 5 km], fri: [run: 5 km]}]\n"
        "workouts: {a: {exercises: [{superset: [bulgarian-split-squat: 2x8/side @ RPE 7, calf-raise: 2x12]}]}}",
        "week-portrait",
    )
    assert tops(frame, "2 × 8") == tops(frame, "2 × 12")
    assert len(set(tops(frame, "kg"))) == 1
    assert len(tops(frame, "kg")) == 2
    assert len(tops(frame, "superset")) == 1


def test_names_of_sessions_have_lines_of_about_equal_length() -> None:
    frame = page(
        "weeks: [{mon: [{strength: a}, {run: 5 km}], wed: [run: 5 km], fri: [run: 5 km]}]\n"
        "workouts: {a: {name: Legs and everything that holds a runner upright, exercises: [deadlift: 3x5]}}",
        "week-portrait",
    )
    lines = [text for text in frame.text.replace("\xa0", " ").split("\n") if text and text in
             "Legs and everything that holds a runner upright" and " " in text]  # fmt: skip
    assert len(lines) > 1
    assert max(map(len, lines)) < 1.5 * min(map(len, lines)), lines


def test_a_short_workout_next_to_long_runs_leaves_lines_to_write_on() -> None:
    monday = "[{run: 5 km}, {run: 6 km}, {run: 7 km}, {strength: a}]"
    runs = f"{{mon: {monday}, wed: [run: 5 km], fri: [run: 5 km], sun: [run: 9 km]}}"
    frame = page(
        f"weeks: [{runs}]\nworkouts: {{a: {{exercises: [deadlift: 3x5]}}}}",
        "week-portrait",
    )
    assert load_lines(frame, 84, 86) > 0


def test_pages_of_one_week_show_exercises_in_one_manner() -> None:
    hard = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
    early, late = [hard, hard, hard, {"strength": "a"}], [{"strength": "a"}]
    days = dict.fromkeys(("mon", "tue", "wed", "thu"), early) | dict.fromkeys(("fri", "sun"), late)
    exercises = [{"squat": "3x8"}, {"lunge": "3x8"}, {"plank": "3x30 s"}, {"deadlift": "3x5"}]
    plan = {"title": "Full", "weeks": [days], "workouts": {"a": {"exercises": exercises * 2}}}
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), Order(sheets=("week-portrait",), parts=("sheets",)))
    frames = [side.frame for side in job.parts[0].sides]
    assert len(frames) > 1
    assert len({any(isinstance(one.item, Art) for one in frame.walk()) for frame in frames}) == 1
    assert len({frame.swapped for frame in frames}) == 1


def test_pages_that_go_on_say_which_days_they_have() -> None:
    run = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
    plan = {
        "title": "Full",
        "weeks": [{day: [run] * 3 for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}],
    }
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), Order(sheets=("week-landscape",), parts=("sheets",)))
    said = [side.frame.text.replace("\xa0", " ") for side in job.parts[0].sides]
    assert len(said) == 2
    assert "Mon–Thu  ·  page 1 of 2" in said[0]
    assert "Fri–Sun  ·  page 2 of 2" in said[1]


def test_weeks_of_a_plan_are_in_type_of_one_size() -> None:
    full = {
        "mon": [{"strength": "a"}, {"run": "5 km easy"}],
        "wed": [{"strength": "a"}],
        "fri": [{"strength": "a"}],
    }
    light = {"mon": [{"strength": "a"}], "wed": [{"run": "5 km easy"}], "fri": [{"run": "6 km easy"}]}
    exercises = [
        {name: "3x8"}
        for name in ("squat", "lunge", "plank", "push-up", "deadlift", "dead-bug", "side-plank", "step-up")
    ]
    workshop = shared_workshop()
    order = Order(sheets=("week-landscape",), parts=("sheets",))

    def sizes(*weeks: object) -> list[set[float]]:
        plan = {"title": "P", "weeks": weeks, "workouts": {"a": {"exercises": exercises}}}
        job = workshop.make(workshop.load(plan), order)
        return [
            {placed.item.size_pt for placed in side.frame.walk() if is_line(placed.item, "Plank")}
            for side in job.parts[0].sides
        ]

    def is_line(item: object, text: str) -> TypeGuard[Text]:
        return isinstance(item, Text) and item.content == text

    (alone,), (needed,) = sizes(light)[0], sizes(full)[0]
    assert needed < alone, "else this tests nothing"
    assert sizes(full, light) == [{needed}, {needed}]


MIXED = """
workouts:
  a: {exercises: [squat: 3x10 @60 kg, row: 3x8, lunge: 3x9, deadlift: 5x5, push-up: 3x15, plank: 60 s]}
weeks:
  - &first {mon: [run: 5 km easy], tue: [strength: a], thu: [run: 6x800 m with 2 min jog], sun: [run: 12 km long]}
  - {mon: [run: 6 km easy], tue: [strength: a], thu: [run: 6x800 m with 2 min jog], sun: [run: 14 km long]}
  - <<: *first
  - {mon: [run: 5 km easy, strength: a], tue: [strength: a], wed: [run: 9 km, strength: a],
     fri: [strength: a, run: 4 km], sat: [note: early to bed], sun: [run: 30 km long]}
  - {sun: [run: 8 km easy]}
  - {mon: [rest: or swim], tue: [strength: a], thu: [run: 6x800 m with 2 min jog], sun: [run: 12 km race]}
"""


@pytest.mark.parametrize("sheet", SHEETS)
def test_weeks_made_together_come_out_as_each_made_alone(sheet: str) -> None:
    """What reads the same is taken over from the week before, from fuller and emptier ones, too."""
    weeks = resolved(f"title: Plan\n{MIXED}")
    shared = Studio(theme_named("classic"), book(), weeks.labels)
    for week in weeks.weeks:
        alone = Studio(theme_named("classic"), book(), weeks.labels)
        own, other = (lay_out_sheet(studio, sheet_named(sheet), week, A4) for studio in (alone, shared))
        assert drawn(own) == drawn(other), week.name


@pytest.mark.parametrize("some", [2, pytest.param(6, marks=pytest.mark.deep)])
@pytest.mark.parametrize("name", SHEETS)
def test_what_fits_on_a_rung_fits_on_those_after_it(name: str, some: int) -> None:
    """On which it relies that a page begins where the one before it ended on the ladder."""
    sheet = sheet_named(name)
    handout = resolved(f"title: Plan\n{MIXED}")
    studio = Studio(theme_named("classic"), book(), handout.labels)
    size = A4.turned if sheet.orientation == "landscape" else A4
    area = Rect(0, 0, *size).inset(Insets.all(sheet.margin))
    assert not any(step.afresh for step in sheet.ladder)
    for week in handout.weeks[:: len(handout.weeks) // some]:
        ctx, found = studio.context(week, sheet.type, week.name), []
        for rung in studio.shared.rungs(sheet.ladder):
            try:
                found.append(bool(draw(replace(ctx, settings=rung.settings, memo={}), sheet.body, area)))
            except Overflow:
                found.append(False)
        assert found == sorted(found), week.name


def test_upright_weeks_of_a_plan_all_have_lines_where_one_has_no_room_for_figures() -> None:
    """The week of the race alone has room for them."""
    workshop, plan = shared_workshop(), assets.templates("plans") / "half-marathon.yaml"

    def figures(*weeks: int) -> list[int]:
        order = Order(sheets=("week-portrait",), parts=("sheets",), weeks=weeks)
        frames = [side.frame for side in workshop.make(plan, order).parts[0].sides]
        return [sum(isinstance(one.item, Art) for one in frame.walk()) for frame in frames]

    assert (figures(11, 12), figures(12)) == ([0, 0], [5])


def test_sets_and_names_of_exercises_side_by_side_are_on_one_line() -> None:
    """Whether there is a load to write down, or words under the sets, or neither."""
    lifts = "squat: 3x8 @ RPE 7, monster-walk: {sets: 2, reps: 10, load: light band}, plank: 3x30 s, glute-bridge: 2x12"
    frame = page(
        f"weeks: [{{mon: [run: 5 km, strength: a], wed: [run: 5 km], fri: [run: 5 km]}}]\n"
        f"workouts: {{a: {{exercises: [{lifts}]}}}}",
        "week-portrait",
    )
    assert tops(frame, "Load used")
    for left, right in (("Squat", "Monster walk"), ("Plank", "Glute bridge")):
        assert tops(frame, left) == pytest.approx(tops(frame, right), abs=0.3)
