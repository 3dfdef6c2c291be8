"""Weeks → week sheets and block sheets: dates, totals, bars, and how many weeks go on a page."""

from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import NotFoundError
from cardmaker.handout import WeekSheet
from tests.resolve.resolve_kit import EN, NBSP, handout, spaced, week_of

RUNS = "mon:\n  - run: 6 km easy\nwed:\n  - run: 2 km wu / 4 km tempo\n  - strength: lower\nsat:\n  - run: 12 km long"


def sheet(days: str, head: str = "") -> WeekSheet:
    """The sheet of a plan of one week."""
    return handout(week_of(days, head)).weeks[0]


def many(count: int, head: str = "") -> str:
    """A plan of so many weeks, each with a run of as many km as its number and ten."""
    weeks = "\n".join(
        f"  - name: Phase\n    mon:\n      - run: {10 + n} km easy" for n in range(1, count + 1)
    )
    return f"title: Plan\n{head}\nweeks:\n{weeks}\n"


def test_a_week_without_bars_explains_none() -> None:
    assert sheet(RUNS).profiled
    assert not sheet("mon:\n  - cross-training: Swim\nwed:\n  - strength: lower").profiled


@pytest.mark.parametrize(
    ("run", "efforts"),
    [
        ("5 min walk / 6 x 2 min easy w/ 1 min walk", ["walk", "easy"]),
        ("8 km easy / 4 x 100 m fast w/ 100 m walk", ["easy", "fast"]),
    ],
    ids=["run and walk", "strides"],
)
def test_walks_are_in_the_key_of_a_week_that_has_more_than_a_few_steps(run: str, efforts: list[str]) -> None:
    assert [one.effort for one in sheet(f"mon:\n  - run: {run}").key] == efforts


# Dates -----------------------------------------------------------------------------------------------


def test_plan_without_a_start_has_no_dates() -> None:
    week = sheet(RUNS)
    assert [row.date for row in week.days] == [""] * 7
    assert [row.name for row in week.days] == list(EN.dates.days)
    assert "20" not in week.subtitle


def test_dates_of_a_week() -> None:
    week = sheet(RUNS, "start: 2027-03-29")
    assert [row.date for row in week.days][:4] == ["29 March", "30 March", "31 March", "1 April"]
    assert week.subtitle == "29 March – 4 April 2027"


@pytest.mark.parametrize(
    ("first", "names", "start"),
    [
        ("sunday", "Sun Mon Tue Wed Thu Fri Sat", "2027-02-28"),
        ("saturday", "Sat Sun Mon Tue Wed Thu Fri", "2027-02-27"),
    ],
)
def test_week_that_starts_on_another_day(first: str, names: str, start: str) -> None:
    made = handout(week_of(RUNS, f"week_start: {first}\nstart: {start}"))
    rows = made.weeks[0].days
    assert " ".join(row.name for row in rows) == names
    assert rows[0].date == EN.day(date.fromisoformat(start))
    assert [row.runs[0].title for row in rows if row.runs and row.name == "Mon"] == ["Easy run"]


def test_weeks_follow_one_another() -> None:
    made = handout(many(8, "start: 2027-02-01"))
    monday = date(2027, 2, 1)
    for number, week in enumerate(made.weeks):
        first = monday + timedelta(weeks=number)
        assert week.subtitle.startswith(EN.span(first, first + timedelta(6)))
        assert week.tab == f"Week {number + 1} of 8"
        assert (week.slot, week.slots) == (number, 8)
        assert week.name == f"Week {number + 1}"


def test_single_week_goes_by_its_name() -> None:
    assert sheet(RUNS).tab == "This week"
    assert handout(many(1)).weeks[0].tab == "Phase"


def test_focus_and_phase_stand_under_the_title() -> None:
    text = many(2).replace("name: Phase", "name: Build\n    focus: Even pace")
    assert handout(text).weeks[0].subtitle == "Build  ·  Focus: Even pace"


def test_note_of_a_week_is_no_tip() -> None:
    text = (
        many(1).replace("name: Phase", "note: |\n      Two sets this week.\n      Sleep.")
        + "tips: [Drink.]\n"
    )
    week = handout(text).weeks[0]
    assert (week.week_note, week.tips) == ("Two sets this week.\nSleep.", ("Drink.",))


# Totals ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "total", "lines"),
    [
        (RUNS, "24.0 km", ["3 runs", "1 strength"]),
        (
            "mon:\n  - run: 40 min easy\nwed:\n  - run: 50 min easy",
            "90 min",
            ["2 runs, 90 min in all", "about 15 km, at 6:00/km easy"],
        ),
        ("mon:\n  - run: 100 min long", "1:40 h", ["1 run, 1:40 h in all", "about 17 km, at 6:00/km easy"]),
        (
            "mon:\n  - run: 8 km easy\nwed:\n  - run: 40 min easy",
            "≈15 km",
            ["2 runs", "≈ with 40 min at 6:00/km"],
        ),
        ("mon:\n  - run: 8 km @ 5:00/km", "8.0 km", ["1 run, 40 min in all"]),
        (
            "mon:\n  - run: 2 km wu / 20 min tempo",
            "≈6 km",
            ["1 run", "≈ with 20 min at 6:00/km"],
        ),
        ("mon:\n  - strength: lower\ntue:\n  - strength: core", "", ["2 strength"]),
        ("mon: rest", "", []),
        ("mon:\n  - run: 20-24 km long\nwed:\n  - run: 10 km easy", "30–34 km", ["2 runs"]),
        ("mon:\n  - run: 8 mi with 4 mi at LT", "12.9 km", ["1 run"]),
        ("mon:\n  - run: 20 km trail 900 m climb", "20.0 km", ["1 run", "900 m climb"]),
        ("mon:\n  - run: AM 6 km easy / PM 4 km easy", "10.0 km", ["2 runs"]),
        ("mon:\n  - run: rest or 5 km easy", "0–5 km", ["1 run"]),
        (
            "mon:\n  - run: 30 min walk\n  - cross-training: 1 h bike",
            "30 min",
            ["1 run, 30 min in all", "about 3 km, at 6:00/km easy", "1 cross-training"],
        ),
    ],
)
def test_week_added_up(days: str, total: str, lines: list[str]) -> None:
    week = sheet(days)
    assert f"{week.total} {week.total_unit}".strip() == total
    assert [spaced(line) for line in week.total_lines] == lines


def test_total_in_miles() -> None:
    week = sheet(RUNS, "units: imperial")
    assert (week.total, week.total_unit) == ("14.9", "mi")


def test_labels_follow_the_units() -> None:
    metric, imperial = handout(week_of(RUNS)).labels, handout(week_of(RUNS, "units: imperial")).labels
    assert (metric["unit_distance"], metric["km_done"]) == ("km", "km done")
    assert (imperial["unit_distance"], imperial["km_done"]) == ("mi", "miles done")
    assert "Miles" in imperial["bars_head"]


def test_bars_show_all_weeks_and_where_this_one_is() -> None:
    made = handout(many(3))
    assert [bar.state for bar in made.weeks[1].bars] == ["done", "now", "coming"]
    assert [(bar.label, bar.value, bar.km) for bar in made.weeks[0].bars] == [
        ("1", "11", 11.0),
        ("2", "12", 12.0),
        ("3", "13", 13.0),
    ]
    assert handout(many(1)).weeks[0].bars == (), "one week alone is not compared"
    idle = handout("title: Plan\nweeks: [{mon: {bike: 40 km}}, {mon: rest}]")
    assert idle.weeks[0].bars == (), "nor are weeks without a kilometre of running"


def test_runs_of_all_sheets_are_drawn_to_one_scale() -> None:
    made = handout(many(3))
    assert [week.scale_km for week in made.weeks] == pytest.approx([13 * 1.1] * 3)
    assert sheet("mon:\n  - run: 3 km easy").scale_km == 10, "short runs aren't blown up"


# Blocks ----------------------------------------------------------------------------------------------


@given(st.integers(1, 40), st.integers(1, 10))
@settings(max_examples=15, deadline=None)
def test_weeks_are_shared_out_over_pages(count: int, most: int) -> None:
    blocks = handout(many(count), block_weeks=most).blocks
    sizes = [len(block.weeks) for block in blocks]
    assert len(blocks) == ceil(count / most)
    assert max(sizes) <= most
    assert sum(sizes) == count
    assert [week.number for block in blocks for week in block.weeks] == [str(n) for n in range(1, count + 1)]


def test_nine_weeks_make_two_pages_of_about_equal_length() -> None:
    blocks = handout(many(9), block_weeks=8).blocks
    assert [len(block.weeks) for block in blocks] == [5, 4]
    assert [block.name for block in blocks] == ["All weeks 1 of 2", "All weeks 2 of 2"]
    assert blocks[0].subtitle.replace("\xa0", " ") == "9 weeks  ·  page 1 of 2"


def test_a_block_of_some_weeks_says_which_they_are() -> None:
    [block] = handout(many(9, "start: 2027-03-01"), weeks=(2, 3, 4)).blocks
    assert block.subtitle == "Weeks 2–4 of 9  ·  8–28 March 2027"
    [block] = handout(many(9), weeks=(2, 4)).blocks
    assert block.subtitle == "Weeks 2, 4 of 9"


def test_days_with_several_letters_leave_out_the_month_that_there_is_no_room_for() -> None:
    workouts = (
        "workouts: {a: {exercises: [squat: 3x8]}, b: {exercises: [plank: 3x8]}, c: {exercises: [lunge: 3x8]}}"
    )
    made = (
        handout(f"title: Plan\nstart: 2027-02-01\nweeks:\n  - mon: [{day}]\n{workouts}\n")
        .blocks[0]
        .weeks[0]
        .days[0]
        for day in ("strength: a", "strength: a, strength: b", "strength: a, strength: b, strength: c")
    )
    assert [(day.date, day.letters, day.joined) for day in made] == [
        ("1 Feb", ("A",), ""),
        ("1", ("A", "B"), ""),
        ("1", ("A", "B", "C"), "ABC"),
    ]


def test_sessions_of_a_block_say_how_they_are_done_and_what_they_are_made_of() -> None:
    days = "mon:\n  - run: 2 km wu / 5 x 1 km @ threshold w/ 1 min jog / 1 km cd"
    days += "\n    note: Even laps.\n  - strength: core"
    [run, core] = handout(week_of(days)).blocks[0].weeks[0].days[0].sessions
    assert [spaced(str(line)) for line in run.steps] == [
        "2 km warm-up",
        "5 × 1 km threshold, 1 min jog after each",
        "1 km cool-down",
        "Even laps.",
    ]
    assert run.exercises == core.steps == ()
    assert [(one.name, spaced(one.sets)) for one in core.exercises] == [
        ("Plank", "3 × 45 s"),
        ("Dead bug", "3 × 8 / side"),
    ]


def test_a_block_is_sparse_with_work_on_two_days_a_week_at_most() -> None:
    days = "mon: [run: 5 km]\nwed: [run: 5 km]"
    assert handout(week_of(days)).blocks[0].sparse
    assert not handout(week_of(f"{days}\nfri: [run: 5 km]")).blocks[0].sparse


def test_bars_of_plans_by_time_are_as_long_as_runs_take() -> None:
    timed = handout(week_of("mon: [run: 10 min easy / 10 min walk]\ntue: [run: 40 min easy]"))
    mixed = handout(week_of("mon: [run: 10 min easy / 10 min walk]\ntue: [run: 6 km easy]\nwed: [run: 6 km]"))
    lengths = [[round(one.km, 3) for one in made.weeks[0].days[0].runs[0].profile] for made in (timed, mixed)]
    assert lengths[0][0] == lengths[0][1]
    assert lengths[1][0] > lengths[1][1]
    assert [made.labels["run_key"].split(",")[0] for made in (timed, mixed)] == [
        "bar length is time",
        "bar length is distance",
    ]


def test_boxes_of_plans_by_time_ask_for_time() -> None:
    timed, mixed = (handout(week_of(days)).labels for days in ("mon: [run: 30 min easy]", RUNS))
    assert (timed["km_done"], mixed["km_done"]) == ("time done", "km done")


def test_no_block_without_room_for_weeks() -> None:
    assert handout(many(3), block_weeks=0).blocks == ()


def test_week_in_a_block() -> None:
    made = handout(week_of(RUNS, "start: 2027-03-01"))
    [week] = made.blocks[0].weeks
    assert (week.number, week.total, week.unit, week.strength) == ("1", "24.0", "km", "1 strength")
    assert week.dates == ("1 Mar –", "7 Mar")
    assert [(spaced(one.text), one.distance, one.date) for one in week.days] == [
        ("Easy", "6", "1 Mar"),
        ("Rest", "", "2"),
        ("4 km tempo", "6", "3"),
        ("Rest", "", "4"),
        ("Rest", "", "5"),
        ("Long", "12", "6"),
        ("Rest", "", "7"),
    ]
    assert [one.strength for one in week.days] == [False, False, True, False, False, False, False]
    assert [one.rest for one in week.days] == [False, True, False, True, True, False, True]
    assert {one.effort: one.km for one in week.mix} == {"easy": 8, "tempo": 4, "long": 12}


@pytest.mark.parametrize(
    ("lines", "text", "distance"),
    [
        ("- run: 40 min easy", "Easy", "40\xa0min"),
        ("- run: 100 min long", "Long", "1:40\xa0h"),
        ("- run: 2 km wu / 20 min tempo", "20 min tempo", "≈6"),
        ("- run: 8 km easy\n- run: 20 min easy", "Easy + easy", "8 + 20\xa0min"),
        ("- run: 30 min easy\n- run: 20 min easy", "Easy + easy", "30 + 20\xa0min"),
        ("- run: 5 km easy\n- run: 3 km tempo", "3 km tempo + easy", "8"),
        ("- run: 7.25 km easy", "Easy", "7.3"),
        ("- strength: lower", "Lower", ""),
        ("- cross-training: 40 min bike", "40 min bike", ""),
        ("- recovery: yoga", "yoga", ""),
    ],
)
def test_day_in_a_block(lines: str, text: str, distance: str) -> None:
    indented = "\n".join(f"  {line}" for line in lines.splitlines())
    one = handout(week_of(f"mon:\n{indented}")).blocks[0].weeks[0].days[0]
    assert (spaced(one.text), one.distance) == (text, distance)


def test_each_run_of_a_day_is_a_part_of_its_bar_the_easiest_first() -> None:
    entries = "mon:\n  - {run: 3 km tempo, name: Threshold}\n  - run: 5 km easy\n  - strength: lower"
    one = handout(week_of(entries)).blocks[0].weeks[0].days[0]
    assert [(run.km, run.effort) for run in one.bar] == [(5, "easy"), (3, "tempo")]
    assert [(spaced(each.text), each.detail) for each in one.sessions] == [
        ("3 km tempo", "Threshold"),
        ("Easy", ""),
        ("Lower", ""),
    ]
    assert (spaced(one.short), one.tick, one.letters) == ("3 km tempo", True, ("A",))


def test_names_that_say_the_same_or_are_long_are_left_to_the_week_sheets() -> None:
    entries = "mon:\n  - {run: 5 km easy, name: Easy run}\n  - {run: 3 km easy, name: Along the river %s}"
    one = handout(week_of(entries % ("and back " * 4))).blocks[0].weeks[0].days[0]
    assert [each.detail for each in one.sessions] == ["", ""]


def test_key_of_a_block_names_the_efforts_it_has() -> None:
    block = handout(week_of("mon:\n  - run: 3 km tempo\ntue:\n  - run: 5 km easy")).blocks[0]
    assert [(one.effort, one.text) for one in block.shades] == [("easy", "easy"), ("tempo", "tempo")]


def test_race_is_the_highlight() -> None:
    one = handout(week_of("mon:\n  - run: 10 km race")).blocks[0].weeks[0].days[0]
    assert one.strong
    assert not one.plain


def test_bars_of_a_block_stay_in_their_cells() -> None:
    block = handout(many(8)).blocks[0]
    longest = max(sum(run.km for run in one.bar) for week in block.weeks for one in week.days)
    assert longest <= block.scale_km
    assert handout(week_of("mon:\n  - run: 3 km easy")).blocks[0].scale_km == pytest.approx(13.333, abs=1e-3)


def test_week_totals_by_time_are_all_in_hours_if_one_is() -> None:
    days = "\n".join(f"  - mon:\n      - run: {minutes} min easy" for minutes in (90, 120))
    first, second = (
        handout(f"title: Plan\nweeks:\n{days}\n  - mon:\n      - run: 5 km easy").blocks[0].weeks[:2]
    )
    assert (first.total, first.unit, first.done) == ("1:30", "h", "time done")
    assert (second.total, second.unit) == ("2:00", "h")


def test_a_week_with_a_race_in_a_plan_by_time_says_both() -> None:
    timed = "  - {mon: [run: 50 min easy], wed: [run: 50 min easy]}\n" * 2
    last = "  - {mon: [run: 20 min easy], sun: [run: 5 km race]}\n"
    weeks = handout(f"title: Plan\nweeks:\n{timed}{last}").blocks[0].weeks
    assert [(spaced(week.total), week.unit) for week in weeks] == [
        ("1:40", "h"),
        ("1:40", "h"),
        ("20 min + 5", "km"),
    ]


def test_what_is_lifted_in_waves_is_in_its_day_with_its_load() -> None:
    sets = "5/5/5+ @ 65/75/85% -> 3x3 @ 80%"
    legs = f"workouts:\n  legs:\n    exercises:\n      - deadlift: {sets}\n      - squat: 3x8\n"
    week = "  - mon: [strength: legs]\n"
    block = handout(f"title: Plan\nweeks:\n{week * 2}{legs}").blocks[0]
    days = [one.days[0] for one in block.weeks]
    said = [
        spaced(text.replace("\u200b", ""))
        for day in days
        for one in day.waves
        for text in (one.sets, one.load)
    ]
    assert said == ["5/5/5+", "65/75/85 %", "3 × 3", "80 %"]
    assert [one.name for one in days[0].sessions[0].exercises] == ["Deadlift", "Squat"]


def test_what_was_run_is_written_in_the_unit_of_its_weeks_total() -> None:
    weeks = "".join(f"  - mon:\n      - run: {amount} easy\n" for amount in ("40 min", "5 km"))
    assert [week.done for week in handout(f"title: Plan\nweeks:\n{weeks}").blocks[0].weeks] == [
        "time done",
        "km done",
    ]


def test_run_and_walk_says_how_in_a_block() -> None:
    block = handout(week_of("mon:\n  - run: 5 min walk / 8 x (1 min easy w/ 90 s walk) / 5 min walk")).blocks[
        0
    ]
    assert spaced(block.weeks[0].days[0].text) == "8 × 1 min / 90 s walk"


# Choice ----------------------------------------------------------------------------------------------


def test_weeks_that_are_chosen_keep_their_numbers() -> None:
    made = handout(many(8, "start: 2027-02-01"), weeks=(3, 5))
    assert [week.tab for week in made.weeks] == ["Week 3 of 8", "Week 5 of 8"]
    assert [week.number for block in made.blocks for week in block.weeks] == ["3", "5"]
    assert len(made.weeks[0].bars) == 8, "all weeks stay in view"


@pytest.mark.parametrize(
    ("count", "week", "reported"),
    [
        (8, 9, "no week 9; the plan has weeks 1 to 8"),
        (8, 0, "no week 0; the plan has weeks 1 to 8"),
        (1, 2, "no week 2; the plan has 1 week"),
    ],
)
def test_week_that_isnt_there(count: int, week: int, reported: str) -> None:
    with pytest.raises(NotFoundError, match=f"^{reported}$"):
        handout(many(count), weeks=(week,))


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("club@example.org", "mailto:club@example.org"),
        ("example.org/runners", "https://example.org/runners"),
        ("http://example.org", "http://example.org"),
        ("Room 4, Mondays", ""),
        ("call 0123 456", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_contact_is_a_link_where_it_is_an_address(contact: str, link: str) -> None:
    head = sheet(RUNS, f"club: {{name: Club, contact: '{contact}'}}").head
    assert (head.contact, head.contact_link) == (contact, link)


TRIATHLON = """
mon:
  - swim: 1500 m
tue:
  - bike: 90 min Z2
  - run: 5 km easy
wed:
  - bike: 40 km steady
sat:
  - brick: 20 km bike + 3 km run
sun:
  - row: 5 x 500 m w/ 2 min rest
"""


def test_other_sports_are_added_up_by_themselves() -> None:
    week = sheet(TRIATHLON)
    assert (week.total, week.total_unit) == ("8.0", "km")
    assert [spaced(line) for line in week.total_lines] == [
        "1 run", "Swim 1.5 km", "Bike 60.0 km, 90 min", "Row 2.5 km",
    ]  # fmt: skip


def test_other_sports_are_sessions_with_a_bar() -> None:
    days = sheet(TRIATHLON).days
    swim, bike, brick = days[0].runs[0], days[1].runs[0], days[5].runs[0]
    assert (swim.title, swim.distance, swim.unit) == ("Swim", "1500", "m")
    assert (bike.title, bike.distance, bike.unit, bike.sport) == ("Bike", "90", "min", "bike")
    assert sum(stretch.km for stretch in bike.profile) == pytest.approx(90 * 60 / 360)
    assert brick.title == "Brick"
    assert [spaced(part.parts[0][0]) for part in brick.lines] == ["20 km bike", "3 km run"]


@pytest.mark.parametrize(
    ("sets", "said"),
    [("3x8/side", "3 × 8 / side"), ("2x20-30 s/side", "2 × 20–30 s / side"), ("3x8", "3 × 8")],
)
def test_a_side_stays_with_its_sets_in_a_block(sets: str, said: str) -> None:
    legs = f"workouts:\n  legs:\n    exercises:\n      - split-squat: {sets}\n"
    day = handout(f"title: Plan\nweeks:\n  - mon: [strength: legs]\n{legs}").blocks[0].weeks[0].days[0]
    assert day.sessions[0].exercises[0].sets == said.replace(" ", NBSP)
