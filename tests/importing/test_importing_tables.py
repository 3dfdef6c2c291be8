"""Tables of weeks and days, from CSV, workbooks and pasted cells → the plan that a coach would have written."""

import datetime
from typing import Any

import pytest

from cardmaker.errors import CardmakerError, SourceError
from cardmaker.importing.tables import column_name, decoded, text_table
from tests.importing.books import Rows, ods, xlsx
from tests.importing.kit import Made, made

GRID = """\
Autumn 10 km;;;;;;;;;
Week;Phase;Mon;Tue;Wed;Thu;Fri;Sat;Sun;Total km
1;Base;Rest;6 km easy;Squat 3x8 60 kg, Plank 3x30s;8 km easy;Off;Yoga 30 min;12,5 km long;26,5
2;Build;-;"2 km wu
6 x 400 m @ 5k w/ 200 m jog
2 km cd";Gym;swim 1000 m;Travel day;8 km easy and 20 min yoga;14 km long;
;;;;;;;;;
E = easy;;;;;;;;;
"""


@pytest.fixture(scope="module")
def grid() -> Made:
    return made(GRID)


def test_weeks_down_and_days_across(grid: Made) -> None:
    assert grid.plan.title == "Autumn 10 km"
    assert [week.focus for week in grid.plan.weeks] == ["Base", "Build"]
    assert grid.day(0, "mon") == [("rest", "")]
    assert grid.day(0, "tue") == [("run", "6 km easy")]
    assert grid.day(0, "fri") == [("rest", "")]
    assert grid.day(0, "sat") == [("recovery", "Yoga 30 min")]
    assert grid.day(0, "sun") == [("run", "12.5 km long")]
    assert grid.day(1, "mon") == []


def test_a_list_of_exercises_is_a_workout(grid: Made) -> None:
    ((kind, key),) = grid.day(0, "wed")
    assert kind == "strength"
    assert [(entry.exercise, str(entry.sets)) for entry in grid.plan.workouts[key].entries] == [
        ("squat", "3x8 60 kg"),
        ("plank", "3x30 s"),
    ]


def test_a_cell_of_several_lines_or_things(grid: Made) -> None:
    assert grid.day(1, "tue") == [("run", "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd")]
    assert grid.day(1, "wed") == [("cross-training", "Gym")]
    assert grid.day(1, "thu") == [("swim", "1000 m")]
    assert grid.day(1, "sat") == [("run", "8 km easy"), ("recovery", "20 min yoga")]


def test_what_is_no_session_is_kept_and_reported(grid: Made) -> None:
    assert grid.day(1, "fri") == [("note", "Travel day")]
    assert grid.said == [
        "G4: kept as a note: 'Travel day'",
        "A6: belongs to no day; kept as a comment: E = easy",
    ]
    assert "# A6: E = easy" in grid.imported.text
    assert "# week 1 · Total km: 26,5" in grid.imported.text


@pytest.mark.parametrize(
    "data",
    [
        GRID.encode("utf-8-sig"),
        GRID.encode("utf-16"),
        GRID.encode("utf-16-le"),
        GRID.encode("cp1252"),
        GRID.replace("\n", "\r\n").encode(),
        (GRID + ";;;;;;;;;\n" * 40).encode(),
        GRID.replace("\n", ";;;;\n").encode(),
    ],
    ids=["bom", "utf-16", "utf-16 without a mark", "cp1252", "crlf", "empty rows", "empty columns"],
)
def test_the_same_table_however_it_was_saved(grid: Made, data: bytes) -> None:
    # Commas within cells part nothing, as there are more semicolons.
    again = made(data.replace(b";;;;\n6 x", b"\n6 x").replace(b";;;;\n2 km cd", b"\n2 km cd"))
    assert again.plan == grid.plan


def test_letters_of_windows() -> None:
    assert "5 × 400 m – café" in decoded("Mon,Tue\n5 × 400 m – café".encode("cp1252"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_whatever_parts_the_cells(delimiter: str) -> None:
    rows = [["Week", "Mon", "Tue", "Wed"], ["1", "5 km easy", '"6 km, flat"', "Rest"]]
    found = made("\n".join(delimiter.join(row) for row in rows))
    assert found.day(0, "tue") == [("run", "6 km “flat”")]


def test_weeks_across_and_days_down() -> None:
    found = made("Day,Week 1,Week 2\nMon,Rest,Rest\nTuesday,6 km easy,7 km easy\nSun,Brisk chat,12 km long\n")
    assert [found.day(week, "tue") for week in (0, 1)] == [[("run", "6 km easy")], [("run", "7 km easy")]]
    assert found.said == ["B4: kept as a note: 'Brisk chat'"]  # where it is in the file


def test_week_names_dates_and_notes() -> None:
    found = made(
        "Week of,Mon,Tue,Wed,Notes\n3 March 2025,Rest,5 km easy,Rest,Sleep well\n10 March 2025,Rest,6 km easy,,\n"
        "24 March 2025,Rest,7 km easy,,\n"
    )
    assert str(found.plan.start) == "2025-03-03"
    assert len(found.plan.weeks) == 4  # one in between has no row
    assert found.plan.weeks[0].note == "Sleep well"
    assert found.day(3, "tue") == [("run", "7 km easy")]


def test_a_date_that_may_be_two_is_asked_about() -> None:
    found = made("Week,Mon,Tue,Wed\n3/4/25,Rest,5 km easy,Rest\n")
    assert found.plan.start is None
    assert found.said == ["A2: '3/4/25' could be two dates; write it like 2027-03-01"]
    assert "3/4/25" in found.imported.text


def test_dates_whose_order_shows() -> None:
    weeks = "Week,Mon,Tue,Wed\n03/03/2025,,5 km easy,\n10/03/2025,,6 km easy,\n17/03/2025,,7 km easy,\n"
    assert str(made(weeks).plan.start) == "2025-03-03"
    assert made(weeks).day(2, "tue") == [("run", "7 km easy")]


def test_weeks_that_begin_on_sunday() -> None:
    found = made("Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat\n2025-03-02,10 km long,Rest,5 km easy,,,,\n")
    assert found.plan.week_start == "sunday"
    assert str(found.plan.date(0, "sun")) == "2025-03-02"


def test_single_letters_and_doubled_days() -> None:
    found = made("Wk,M,T,W,T,F,S,S\n1,Rest,5 km easy,Rest,6 km easy,Rest,Rest,10 km long\n")
    assert found.day(0, "thu") == [("run", "6 km easy")]
    found = made("Wk,Mon AM,Mon PM,Tue,Wed\n1,5 km easy,Gym,6 km easy,\n")
    assert found.day(0, "mon") == [("run", "AM 5 km easy"), ("cross-training", "Gym")]
    assert found.plan.weeks[0].mon[1].note == "PM"


def test_numbers_without_a_unit_count_what_was_said() -> None:
    table = "Week,Mon,Tue,Wed\n1,Rest,Easy 5,8 w/ 4 @ tempo\n"
    assert made(table).day(0, "tue") == [("note", "Easy 5")]
    assert "could be 5 km, 5 mi or 5 min" in made(table).said[0]
    found = made(table, unit="mi")
    assert found.day(0, "tue") == [("run", "5 mi easy")]
    assert found.plan.units == "imperial"


ROWS: Rows = [
    ["Week", "Mon", "Tue", "Wed", None],
    [datetime.date(2027, 3, 1), "Rest", "2 km wu\n3 km tempo", 5.0, None],
    [datetime.date(2027, 3, 8), "Rest", datetime.timedelta(minutes=45), "6 km easy", None],
    [None, None, None, None, None],
]


@pytest.mark.parametrize(
    ("data", "name"), [(xlsx(Plan=ROWS), "p.xlsx"), (ods(ROWS), "p.ods")], ids=["xlsx", "ods"]
)
def test_workbooks(data: bytes, name: str) -> None:
    found = made(data, name, unit="km")
    assert str(found.plan.start) == "2027-03-01"
    assert found.day(0, "tue") == [("run", "2 km wu / 3 km tempo")]
    assert found.day(0, "wed") == [("run", "5 km")]
    assert found.day(1, "tue") == [("run", "45 min")]


def test_sheets_of_a_workbook_go_on_from_each_other() -> None:
    week: Rows = [["Week", "Mon", "Tue", "Wed"], [1, "Rest", "5 km easy", "On foot"]]
    found = made(xlsx(Base=week, Legend=[["E is easy"]], Build=week), "p.xlsx")
    assert len(found.plan.weeks) == 2
    assert "Base!D2: kept as a note: 'On foot'" in found.said
    assert "Legend!A1: belongs to no day; kept as a comment: E is easy" in found.said


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\n \n", "the file is empty"),
        (b"a,b\n1,2\n", "no row of days"),
        (b"just words", "none of the files that can be imported"),
        (b"Week,Mon,Tue,Wed\n", "nothing is planned on any day"),
        (xlsx(Plan=ROWS)[:900], "a damaged spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a damaged spreadsheet"),
        (("Week,Mon,Tue,Wed\n" + "1,5 km easy,,\n" * 400).encode(), "at most 260 weeks"),
        (("Week,Mon,Tue,Wed\n" + "1,5 km easy,,\n" * 40_000).encode(), "at most 60,000 cells"),
    ],
)
def test_what_holds_no_plan_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        made(data)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_unknown_format() -> None:
    with pytest.raises(CardmakerError, match="no format 'csx'; did you mean 'csv'"):
        made(GRID, called="csx")


def test_addresses() -> None:
    assert [column_name(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    table = text_table("a,b\nc,d\n", "x")
    assert table and table.rows[1][1] == ("d", "B2")


# Other ways in which people lay out spreadsheets -------------------------------------------------------


def test_rows_that_name_the_week_below_them() -> None:
    days = "Monday,Tuesday,Sunday\nRest,5 km easy,10 km long\n"
    found = made(f"WEEK 1 - Base\n{days}\nWEEK 2 - Build\n{days}")
    assert [week.name for week in found.plan.weeks] == ["Base", "Build"]
    assert [found.day(week, "tue") for week in (0, 1)] == [[("run", "5 km easy")]] * 2
    assert found.said == []


def test_weeks_named_between_rows_of_sessions_and_their_totals() -> None:
    found = made(
        "Day,Workout,Notes\nWeek 1,,\nTuesday,5 km easy,slowly\nSunday,10 km long,\nTotal,15 km,\n"
        "Week 2: Build,,\nTuesday,6 km easy,\nTotal,6 km,\n"
    )
    assert [week.name for week in found.plan.weeks] == ["", "Build"]
    assert [found.day(week, "tue") for week in (0, 1)] == [[("run", "5 km easy")], [("run", "6 km easy")]]
    assert [said.partition(":")[0] for said in found.said] == ["A5", "A8"]  # the totals
    assert "# A5: Total | 15 km" in found.imported.text


def test_a_sheet_for_each_week() -> None:
    weeks = {f"Week {n}": [["Day", "Session"], ["Tue", f"{4 + n} km easy"]] for n in (1, 2)}
    found = made(xlsx(**weeks))
    assert [found.day(week, "tue") for week in (0, 1)] == [[("run", "5 km easy")], [("run", "6 km easy")]]


def test_mornings_and_evenings_below_a_row_of_dates() -> None:
    dates = ",".join(f"2026-03-0{n}" for n in range(2, 9))
    found = made(
        f",Mon,Tue,Wed,Thu,Fri,Sat,Sun\nWeek 1,{dates}\nAM,Rest,5 km easy,,,,,10 km long\nPM,,Gym,,,,,\n"
    )
    assert len(found.plan.weeks) == 1
    assert [kind for kind, _ in found.day(0, "tue")] == ["run", "cross-training"]
    assert found.day(0, "mon") == [("rest", "")]


def test_numbered_sessions_are_put_on_days_and_that_is_said() -> None:
    found = made("Week,Workout 1,Workout 2,Workout 3\n1,20 min easy,25 min easy,30 min easy\n")
    assert [found.day(0, day) for day in ("mon", "wed", "fri")] == [
        [("run", f"{minutes} min easy")] for minutes in (20, 25, 30)
    ]
    [said] = found.said
    assert "put on Monday, Wednesday and Friday" in said
    assert "units: imperial" not in found.imported.text  # minutes are no miles


def test_exercises_down_and_weeks_across_with_a_title_over_each_session() -> None:
    found = made(
        "Day 1 - Upper,,\nExercise,Week 1,Week 2\nBench press,3x8,3x10\nRow,3x10,3x10\n\n"
        "Day 2 - Lower,,\nExercise,Week 1,Week 2\nSquat,5x5,5x3\n"
    )
    workouts = found.plan.workouts
    assert [workout.name for workout in workouts.values()] == ["Day 1 - Upper", "Day 2 - Lower"]
    assert [str(week) for week in workouts["day-1-upper"].entries[0].weeks] == ["3x8", "3x10"]
    assert str(workouts["day-1-upper"].entries[1].sets) == "3x10"


def test_repetitions_that_the_spreadsheet_made_a_date_of() -> None:
    rows: Rows = [["Day", "Exercise", "Sets", "Reps"], ["Mon", "Squat", 3, datetime.date(2026, 8, 12)]]
    found = made(xlsx(Plan=rows))
    [workout] = found.plan.workouts.values()
    assert str(workout.entries[0].sets) == "3x8-12"
    assert found.said == ["D2: read as 8-12 reps, of which the spreadsheet has made the date 2026-08-12"]


def test_a_title_next_to_the_headings_becomes_that_of_the_plan() -> None:
    found = made("10K plan,Week 1,Week 2\nMon,Rest,Rest\nTue,5 km easy,6 km easy\nSun,8 km easy,9 km easy\n")
    assert found.plan.title == "10K plan"


GERMAN = (
    "Woche\tMo\tDi\tMi\tDo\tFr\tSa\tSo\n"
    "1\tRuhe\t6 x 800 m, TP 400 m\tKrafttraining\tSchwimmen 1000 m\tRuhetag\t"
    "Kniebeuge 3x10 60 kg, Pause 90 s; Plank 3x30 s je Seite\t20 km, letzte 4 km HMT\n"
)


def test_days_named_in_another_language_say_what_the_table_is_written_in() -> None:
    table = made(GERMAN)
    assert table.said == []
    assert table.plan.language == "de"
    assert "run: 6 x 800 m, TP 400 m" in table.imported.text  # the coach's own words
    assert [kind for day in ("mon", "tue", "wed", "thu", "fri") for kind, _ in table.day(0, day)] == [
        "rest", "run", "cross-training", "swim", "rest",
    ]  # fmt: skip
    assert table.day(0, "sun") == [("run", "20 km finishing with [4 km @ half]")]
    (workout,) = table.plan.workouts.values()
    assert [str(item.sets) for item in workout.exercises] == ["3x10 60 kg, rest 90 s", "3x30 s/side"]


@pytest.mark.parametrize(
    ("cell", "lifts"),
    [
        ("3x10 squats, 3x12 lunges each side", {"squats": "3x10", "lunges": "3x12 each side"}),
        ("Squat 3x10 60 kg, rest 90 s; Plank 3x30 s each side",
         {"Squat": "3x10 60 kg, rest 90 s", "Plank": "3x30 s each side"}),
        ("Squat 3x5, 1x5+ 100 kg", {"Squat": "3x5, 1x5+ 100 kg"}),
    ],
)  # fmt: skip
def test_each_exercise_of_a_cell_has_its_own_sets(cell: str, lifts: dict[str, str]) -> None:
    text = made(f'Week,Mon,Tue,Wed\n1,"{cell}",rest,rest\n').imported.text
    assert all(f"- {name}: {sets}\n" in text for name, sets in lifts.items())
    assert text.count("      - ") == len(lifts) + 1


def test_a_warm_up_next_to_exercises_is_no_run() -> None:
    found = made(
        'Week,Mon,Tue,Wed\n1,"10 min warm-up\nSquat 3x5\n5 min cool down",5 km easy,'
        '"2 km wu\n3 x 1 km @ 10k\n2 km cd\nPlank 3x30s"\n'
    )
    assert [kind for kind, _ in found.day(0, "mon")] == ["strength"]
    assert found.plan.weeks[0].mon[0].note == "10 min warm-up\n5 min cool down"
    assert [kind for kind, _ in found.day(0, "wed")] == ["run", "strength"]
    assert found.day(0, "wed")[0] == ("run", "2 km wu / 3 x 1 km @ 10k / 2 km cd")


def test_two_days_a_week_next_to_their_week() -> None:
    found = made("Week,Mon,Thu\n1,Squat 3x5,Bench 3x5\n2,Squat 3x6,Bench 3x6\n")
    assert [entry[0] for week in (0, 1) for day in ("mon", "thu") for entry in found.day(week, day)] == [
        "strength"
    ] * 4


def test_what_is_said_of_sets_in_brackets_is_a_note_and_strength_is_no_exercise() -> None:
    found = made(
        "Week,Mon,Tue,Thu\n1,Gym 3x9 squats,Squat 2x7 (the 55 cm box; arms 3 out),Bench 4x6 blah 9 thing\n"
    )
    ((_, gym),) = found.day(0, "mon")
    ((_, squats),) = found.day(0, "tue")
    (entry,) = found.plan.workouts[gym].entries
    assert (str(entry.sets), str(entry.sets.note)) == ("3x9", "")
    (boxed,) = found.plan.workouts[squats].entries
    assert str(boxed.sets) == '2x7, "the 55 cm box; arms 3 out"' and not boxed.note
    assert found.day(0, "thu")[0][0] == "note"
    assert any("'blah 9 thing' has figures that aren't read" in said for said in found.said)


def test_loads_in_a_cell_of_their_own_stay_with_their_sets() -> None:
    for text in (
        "Mon\tSquat 3x5\t60kg\nWed\tBench 3x6\t40kg\nFri\tDeadlift 1x5\t80kg\n",
        "Mon\tSquat\t3x5\t60kg\nWed\tBench\t3x6\t40kg\nFri\tDeadlift\t1x5\t80kg\n",
    ):
        found = made(text)
        assert len(found.plan.weeks) == 1
        sets = [
            str(found.plan.workouts[found.day(0, day)[0][1]].entries[0].sets) for day in ("mon", "wed", "fri")
        ]
        assert sets == ["3x5 60 kg", "3x6 40 kg", "1x5 80 kg"]


def test_runs_among_exercises_are_runs() -> None:
    found = made(
        "Day,Exercise,Sets,Reps,Load (kg),Notes\nMon,Squat,3,5,60,\nMon,5 km easy run,,,,\n"
        "Wed,Pull-up,3,5,+10,\nFri,Easy run,1,30 min,,flat\nSat,Run,,,,8 km steady\n"
    )
    assert found.day(0, "mon")[1] == ("run", "5 km easy")
    assert found.day(0, "fri") == [("run", "30 min easy")]
    assert found.plan.weeks[0].fri[0].note == "flat"
    assert found.day(0, "sat")[0][0] == "run" and "8 km steady" in found.day(0, "sat")[0][1]
    ((_, key),) = found.day(0, "wed")
    assert str(found.plan.workouts[key].entries[0].sets) == "3x5 bodyweight + 10 kg"


def test_a_run_that_cant_be_read_is_no_exercise() -> None:
    found = made("Week,Mon,Wed,Fri\n1,Squat 3x5,Tempo 3 x 8 min @ T w/ 2 min,Rest\n")
    assert found.day(0, "wed")[0][0] != "strength"


def test_weeks_across_without_a_heading_over_the_exercises() -> None:
    found = made(
        ",Week 1,Week 2\nDay 1 - Lower,,\nSquat,3x8 @ 60kg,3x8 @ 65kg\nDay 2 - Upper,,\nBench,3x8,4x8\n"
    )
    squat, bench = (workout.entries[0] for workout in found.plan.workouts.values())
    assert [str(week) for week in squat.weeks] == ["3x8 60 kg", "3x8 65 kg"]
    assert [str(week) for week in bench.weeks] == ["3x8", "4x8"]


def test_what_is_said_of_a_whole_session_isnt_said_of_its_first_exercise() -> None:
    found = made(
        'Date,Type,Title,Description,Notes\n2027-03-01,Strength,Gym,"Squat 3x8 60kg; Press 3x8",RPE 7\n'
    )
    ((_, key),) = found.day(0, "mon")
    assert [entry.note for entry in found.plan.workouts[key].entries] == ["", ""]
    assert "RPE 7" in found.plan.weeks[0].mon[0].note


def test_rests_and_pairs_of_dumb_bells_in_a_spreadsheet() -> None:
    minute = datetime.timedelta(minutes=1)
    rows: list[list[Any]] = [
        ["Day", "Exercise", "Sets", "Reps", "Weight (kg)", "Rest"],
        ["Wed", "Squat", 4.0, "6-8", 82.5, 2.5 * minute],
        [None, "Deadlift", 3.0, 10.0, "2x20", 2 * 60 * minute],  # '2:00', as it was typed
        [None, "Plank", 3.0, "45 s", None, 30 * minute],  # '0:30'
    ]
    for data, name in ((xlsx(Gym=rows), "gym.xlsx"), (ods(rows), "gym.ods")):
        found = made(data, name)
        squat, deadlift, plank = found.plan.workouts[found.day(0, "wed")[0][1]].entries
        assert str(squat.sets) == "4x6-8 82.5 kg, rest 150 s"
        assert str(deadlift.sets) == "3x10 2x20 kg, rest 2 min"
        assert (str(plank.sets), plank.note) == ("3x45 s", "rest: 30 min")


def test_sessions_on_another_sheet_are_in_the_weeks_of_the_first() -> None:
    plan: list[list[Any]] = [
        ["Week", "Mon", "Tue", "Wed"],
        [datetime.date(2027, 3, 1), "Rest", "8 km easy", "Rest"],
    ]
    gym: list[list[Any]] = [["Day", "Exercise", "Sets", "Reps"], ["Wed", "Squat", 4.0, 6.0]]
    found = made(xlsx(Plan=plan, Gym=gym), "both.xlsx")
    assert (str(found.plan.start), len(found.plan.weeks)) == ("2027-03-01", 1)
    assert ("strength", "strength") in found.day(0, "wed")


def test_a_row_of_exercises_that_says_rest_is_a_day_of_rest() -> None:
    found = made(
        "Week,Day,Exercise,Sets,Reps,Notes\n1,Mon,Squat,3,8,\n1,Tue,REST,,,A walk\n"
        "1,Wed,Rest day,,,\n1,Thu,Rest,2,30 s,\n"
    )
    assert [found.day(0, day) for day in ("tue", "wed")] == [[("rest", "")]] * 2
    assert found.plan.weeks[0].tue[0].note == "A walk"
    assert found.day(0, "thu")[0][0] == "strength"  # two sets of it aren't a day's
