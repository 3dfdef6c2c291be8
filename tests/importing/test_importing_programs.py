"""Plans of other programs, in their shape with contents of our own → days as a coach would have written them."""

import pytest

from cardmaker.errors import SourceError
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.workouts import Superset
from tests.importing.kit import made

CALENDAR_HACK = """\
id: our_ten_k
name: Our ten
description: Two short weeks
units: mi
source: https://club.example.org
type: 10K
schedule:
- description: Settle in
  distance: 20
  workouts:
  - title: Rest or cross-training
  - title: General aerobic {6:10}
    distance: 6.0
  - title: Intervals {7:11}
    description: |-
      Intervals {7:11}
      5 x 1,000 m on the flat path
    distance: 7
  - title: Rest
    tags: [Rest]
  - title: Bench day
  - title: Endurance
    distance: 8
  - title: Rest
- workouts: [{title: Rest}, {title: 5 km parkrun}, {title: Rest}, {title: Rest}, {title: Rest}, {title: Rest}, {}]
"""

LIFTOSAUR = """\
---
id: ours
name: Ours
author: The club
---
Words about it.

```liftoscript
# Week 1
## Legs
t1 / used: none / 4x3, 1x3+ / 5x2 / 75% 120s / progress: custom(increase: 5lb) {~
  if (completedReps >= reps) { weights = weights + state.increase }
~}
// Slow on the way down
Squat / ...t1
Glute Bridge / 3x8-12 20kg 90s @8 / progress: dp(2.5kg, 8, 12)

## Core
Plank[1-2] / 3x40s / 60s

# Week 2
## Legs
Squat / 3x5 60kg
## Core
```
"""

PAICER = """\
sessions:
  - &track
    steps:
      - {stepType: warmup, endCondition: distance, endConditionValue: 2000, targetType: no.target}
      - stepType: repeat
        numberOfIterations: 5
        steps:
          - stepType: interval
            endCondition: time
            endConditionValue: 180
            targetType: pace.zone
            targetValueOne: 270
            targetValueTwo: 280
          - {stepType: recovery, endCondition: time, endConditionValue: 90}
      - {stepType: cooldown, endCondition: distance, endConditionValue: 1500}
plan:
  name: Our paicer plan
  start_date: "2027-03-01"
  overview: Two days and a lift.
phases:
  - phase: 1
    name: Base
    description: Get going.
    weeks:
      - week: 1
        workouts:
          - day: 1
            type: run
            name: Easy 5 km
            description: Talk all the way.
            garmin:
              steps:
                - {stepType: interval, endCondition: distance, endConditionValue: 5000, zoneNumber: 2}
          - {day: 3, type: run, name: On the track, garmin: *track}
          - day: 5
            type: multisport
            name: First brick
            garmin:
              legs:
                - {sport: bike, steps: [{stepType: interval, endCondition: distance, endConditionValue: 12000}]}
                - {sport: run, steps: [{stepType: interval, endCondition: distance, endConditionValue: 3000}]}
          - day: 6
            type: strength
            name: Legs
            garmin:
              steps:
                - stepType: repeat
                  numberOfIterations: 3
                  steps:
                    - {endCondition: reps, endConditionValue: 8, exerciseName: SQUAT, description: RPE 7}
                    - {stepType: rest, endCondition: time, endConditionValue: 90}
                - {stepType: interval, endCondition: time, endConditionValue: 45, exerciseName: PLANK}
          - {day: 7, type: run, name: Jog, optional: true, description: 20-30 min very easy}
reviews:
  - {week: 1, date: "2027-03-08", notes: Went well.}
"""

INTERVALS = """\
Warmup
- 10m Z2 HR

Main set 6x
- 3m Z4 HR
- 400mtr Z1 HR

- Cooldown 8m30s Z1 HR
"""

ICS = """\
BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Spring
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270302
SUMMARY:6 km easy
DESCRIPTION:On grass\\, then home
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Oslo:20270304T180000
SUMMARY:Intervals
DESCRIPTION:2 km wu / 5 x 1 km @ 10k w/ 2 min jog / 2
  km cd
BEGIN:VALARM
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART:20270306T080000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Yoga
END:VEVENT
BEGIN:VEVENT
DTSTART:20270307T080000Z
STATUS:CANCELLED
SUMMARY:Club race
END:VEVENT
END:VCALENDAR
"""


DAYS_OF_CALENDAR_HACK = """\
name: Days
units: mi
schedule:
- workouts:
  - title: 6-7 mile steady run {7}
    distance: 7
  - title: Rest or cross-train
  - title: 3 mi easy strength training
  - title: 35-40 min cycling with 3 x 5 min
  - title: 4-4-{2-3:3-5} mi at 88-90-92% MP
  - title: Goal half marathon
  - title: 'Run 5K'
    description: Run 5K -- 30 to 40 min, relaxed.
- workouts:
  - title: "9 miles, consisting of:\\n2 mile warm up\\n2 x 4 miles at MP\\n2 mile warm down"
  - title: Recovery 4 a.m. speed {7} w/ 6 x 100 m strides
  - title: 5 x 400 1-mile pace
  - title: Run 2 minutes, walk 1 minute. Repeat 9 times
    description: |-
      Run 2 minutes, walk 1 minute.
      Repeat 9 times
  - title: 2 recovery runs {7:11}
    description: |-
      4 mi (6K)
      3 mi (5K)
  - title: 35 tempo
"""


def test_days_of_calendar_hack_are_what_they_say() -> None:
    found = made(DAYS_OF_CALENDAR_HACK, "plan.yaml")
    assert found.day(0, "mon") == [("run", "6-7 mi steady")]
    assert found.day(0, "tue") == [("rest", "or cross-train")]
    assert [kind for kind, _ in found.day(0, "wed")] == ["run", "cross-training"]
    assert [kind for kind, _ in found.day(0, "thu")] == ["bike"]
    assert parse_run(found.day(0, "fri")[0][1]).distance.least == pytest.approx(10 * 1609.344)
    assert [kind for kind, _ in found.day(0, "sat")] == ["run"]
    assert parse_run(found.day(0, "sun")[0][1]).distance.exact == 5000
    assert found.plan.weeks[0].sun[0].note.startswith("Run 5K -- 30 to 40 min")
    assert found.day(1, "mon") == [("run", "9 mi")]
    assert "2 x 4 miles at MP" in found.plan.weeks[1].mon[0].note
    assert "strength" not in [kind for kind, _ in found.day(1, "tue")]
    assert parse_run(found.day(1, "wed")[0][1]).distance.exact == 2000
    assert (parse_run(found.day(1, "thu")[0][1]).duration.exact, found.plan.weeks[1].thu[0].note) == (
        1620,
        "",
    )
    assert len(parse_run(found.day(1, "fri")[0][1]).sessions()) == 2
    assert found.day(1, "sat") == [("run", "35 min tempo")]


def test_what_a_description_says_again_is_no_note() -> None:
    found = made(
        """\
name: Again
units: mi
schedule:
- workouts:
  - title: "Intervals: {2} WU; 5 × 600m at 10K pace with 300m jog; {1} CD"
    description: |-
      {2} warm-up
      5 × 600m at 10K pace with 300m jog
      {1} cool-down
  - title: Speed
    distance: 8
    description: 2 sets of 4 x 300m @ mile pace (jog 300m recovery and 5 min between sets)
  - title: "Hilly run: {5}-{7} on hills"
    description: |-
      {5}-{7} on hills
      Without hills, run it 5 sec/mi faster
""",
        "plan.yaml",
    )
    (intervals,), (hilly,) = found.plan.weeks[0].mon, found.plan.weeks[0].wed
    assert found.day(0, "tue") == [
        ("run", "8 mi “Speed” with [2 x (4 x 300 m @ mile w/ 300 m jog) w/ 5 min]")
    ]
    assert (intervals.note or "", parse_run(found.day(0, "mon")[0][1]).distance.least) == (
        "",
        pytest.approx(3 * 1609.344 + 4500),
    )
    assert "5-7 mi on hills" in hilly.note
    assert "Without hills, run it 5 sec/mi faster" in hilly.note


def test_calendar_hack() -> None:
    found = made(CALENDAR_HACK, "plan.yaml")
    assert (found.plan.title, found.plan.units) == ("Our ten", "imperial")
    assert found.day(0, "tue") == [("run", "6 mi General aerobic")] or found.day(0, "tue")[0][1].startswith(
        "6 mi"
    )
    assert found.day(0, "wed")[0][1].startswith("7 mi")
    assert "with [5 x 1000 m “on the flat path”]" in found.day(0, "wed")[0][1]
    assert found.day(0, "thu") == [("rest", "")]
    assert found.day(0, "fri") == [("note", "Bench day")]
    assert found.day(0, "sat")[0][1].startswith("8 mi")
    assert found.plan.weeks[0].note == "Settle in"
    assert found.day(1, "tue") == [("run", "5 km parkrun")]
    assert "week 1, workout 5: kept as a note: 'Bench day'" in found.said


@pytest.mark.parametrize(
    ("workout", "miles"),
    [
        ('{title: "General aerobic\\n{8:13}", distance: 8}', 8),
        ('{title: "Lactate threshold\\n{9:14}\\n20 min tempo run", distance: 9}', 9),
        ('{title: "9 miles, consisting of:\\n\\n2 mile wu\\n\\n5 x 1 mile at 10k\\n\\n2 mile cd {9}", distance: 9}', 9),
        ('{title: "2 recovery runs ({9:14})", description: "{5:8}\\n{4:6}", distance: 9}', 9),
        ('{title: "Long run {13:21} at MP + {30 sec per:19 sec per}", distance: 13}', 13),
    ],
)  # fmt: skip
def test_a_workout_of_several_lines_is_one_run_of_its_distance(workout: str, miles: int) -> None:
    found = made(f"id: ours\nunits: mi\nschedule:\n- workouts: [{workout}]\n", "plan.yaml")
    (item,) = found.plan.weeks[0].mon
    assert sum(run.distance.least for run in item.runs) == pytest.approx(miles * 1609.344)


def test_calendar_hack_in_kilometres() -> None:
    found = made(CALENDAR_HACK.replace("units: mi", "units: km"), "plan.yaml")
    assert found.plan.units == "metric"
    assert found.day(0, "tue")[0][1].startswith("10 km")


def test_exercises_of_an_event_are_read_though_a_line_among_them_is_not() -> None:
    said = "Squat 3x5 90 kg\\nBring chalk\\nSwings 4x12 blah 8"
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270104T180000\nSUMMARY:Lower\nLOCATION:Hall 2\n"
        f"DESCRIPTION:{said}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = made(text, "gym.ics")
    (_, lower), (kind, swings) = found.day(0, "mon")
    (squat,) = found.plan.workouts[lower].entries
    assert (str(squat.sets), squat.note) == ("3x5 90 kg", "")
    assert found.plan.weeks[0].mon[0].note == "Bring chalk\n18:00, Hall 2"
    assert (kind, swings) == ("note", "Swings 4x12 blah 8")
    assert any("line 2: kept as a note: 'Swings 4x12 blah 8'" in line for line in found.said)


def test_liftosaur() -> None:
    found = made(LIFTOSAUR, "ours.md")
    assert found.plan.title == "Ours"
    (kind, key), = found.day(0, "mon")  # fmt: skip
    assert kind == "strength"
    squat, bridge = found.plan.workouts[key].entries
    assert str(squat.sets) == "4x3 @ 75%, rest 2 min, 1x3+ @ 75%, rest 2 min"
    assert "later 5x2" in squat.note and "Slow on the way down" in squat.note
    assert "progress: custom(increase: 5lb)" in squat.note
    assert str(bridge.sets).startswith("3x8-12 20 kg @ RPE 8, rest 90 s, next time ")
    for week in (0, 1):  # [1-2]
        ((_, core),) = found.day(week, "thu")[:1]
        assert str(found.plan.workouts[core].entries[0].sets) == "3x40 s, rest 60 s"
    assert any("no weekdays; they are put on Monday and Thursday" in line for line in found.said)


def test_exercises_that_liftosaur_repeats_are_done_with_the_others_of_that_day() -> None:
    text = (
        "# Week 1\n## A\nt1 / used: none / 4x4 / 90s\n// By feel\nt2 / used: none / 9x3\n"
        "Squat / 3x5, 1x5+ @8 / 90kg / 75s\nRow[1-3] / 3x7\nPress / ...t1\n# Week 2\n## A\n// Go on\nSquat / 2x4 92kg\n"
    )
    found = made(text, "two.txt")
    for week, sets in ((1, ["3x7", "2x4 92 kg"]), (2, ["3x7"])):
        ((kind, key),) = found.day(week, "mon")
        assert kind == "strength"
        assert [str(entry.sets) for entry in found.plan.workouts[key].entries] == sets
    ((_, key),) = found.day(0, "mon")
    squat, _, press = found.plan.workouts[key].entries
    assert [str(squat.sets), str(press.sets)] == [
        "3x5 90 kg, rest 75 s; 1x5+ 90 kg @ RPE 8, rest 75 s",
        "4x4, rest 90 s",
    ]
    assert "t2 / used: none / 9x3" in found.imported.text and "By feel" in found.imported.text
    assert "4x4 / 90s" not in found.imported.text  # it was taken over
    assert "Go on" in found.imported.text


def test_what_liftosaurs_exercises_take_over_is_that_of_the_week() -> None:
    text = (
        "# Week 1\n## A\n// Work up to it,\n// then go on\nt1 / used: none / 1x7, 1x5+ / update: custom() {~ x = 1 ~}\n"
        "// ...t1\nSquat[1-3] / ...t1\nRow[1-3] / ...t1[1:1]\n# Week 2\n## A\nt1 / 1x6 80%\n# Week 3\n## A\n"
    )
    found = made(text, "waves.txt")
    said = []
    for week in range(3):
        ((_, key),) = found.day(week, "mon")
        said.append([(str(entry.sets), entry.note) for entry in found.plan.workouts[key].entries])
    first = "1x7, 1x5+"
    assert said == [
        [(first, "Work up to it, then go on"), (first, "")],
        [("1x6 @ 80%", ""), (first, "")],
        [("1x6 @ 80%", ""), (first, "")],  # t1 isn't there in week 3, so that of week 2 holds
    ]
    assert "script: x = 1" in found.imported.text


def test_liftosaur_says_an_exercises_place_and_its_weeks_in_one_bracket() -> None:
    text = (
        "# Week 1\n## A\nSquat[1,1-2] / 1x3-5 60kg\nRow[2,1-4] / 3x8\nPlank[3] / 3x40s\n# Week 2\n## A\n"
        "# Week 3\n## A\nDeadlift[1,3-4] / 1x4 80kg\n# Week 4\n## A\nRow[2] / 3x12\n"
    )
    found = made(text, "places.txt")
    said = []
    for week in range(4):
        ((_, key),) = found.day(week, "mon")
        said.append([str(entry.sets) for entry in found.plan.workouts[key].entries])
    assert said == [
        ["1x3-5 60 kg", "3x8", "3x40 s"],
        ["1x3-5 60 kg", "3x8"],
        ["1x4 80 kg", "3x8"],
        ["1x4 80 kg", "3x12"],  # the week's own row takes the place of the repeated one
    ]


@pytest.mark.parametrize(
    ("progression", "rule"),
    [
        ("lp(2.5kg)", "+2.5 kg"),
        ("lp(5lb, 3, 0, 10%, 2, 0)", "+5 lb after 3 sessions; after 2 sessions with reps missed, -10%"),
        ("lp(5lb, 1, 0, 0lb, 1, 0)", "+5 lb"),
        ("dp(2.5kg, 6, 9)", "once all sets have 9 reps, +2.5 kg and 6 reps"),
        ("sum(40, 5lb)", "once the sets have 40 reps together, +5 lb"),
        ("dp(2.5kg, 6)", ""),
        ("custom(increase: 5lb)", ""),
    ],
)
def test_liftosaurs_progressions_are_rules_for_next_time(progression: str, rule: str) -> None:
    found = made(f"# Week 1\n## A\nSquat / 3x6 60kg / warmup: none / progress: {progression}\n", "rules.txt")
    ((_, key),) = found.day(0, "mon")
    (squat,) = found.plan.workouts[key].entries
    assert squat.sets is not None and squat.sets.next_time == rule
    assert squat.note == ("" if rule else f"progress: {progression}")


def test_paicer() -> None:
    found = made(PAICER, "plan.yaml")
    assert str(found.plan.start) == "2027-03-01"
    week = found.plan.weeks[0]
    assert (week.name, week.note) == ("Base", "Get going.")
    assert found.day(0, "mon") == [("run", "5 km easy")]
    assert week.mon[0].note == "Talk all the way."
    assert found.day(0, "wed") == [("run", "2 km wu / 5 x 3 min @ 4:30-4:40/km w/ 90 s jog / 1.5 km cd")]
    assert found.day(0, "fri") == [("brick", "12 km bike / 3 km run")]
    ((_, key),) = found.day(0, "sat")
    assert [str(entry.sets) for entry in found.plan.workouts[key].entries] == ["3x8, rest 90 s", "1x45 s"]
    assert found.day(0, "sun") == [("run", "20-30 min very easy")]
    assert "optional" in week.sun[0].note
    assert "# review of week 1: 2027-03-08 Went well." in found.imported.text


def test_exercises_repeated_together_are_a_superset() -> None:
    rest = "{stepType: rest, endCondition: time, endConditionValue: 60}"
    reps = "{endCondition: reps, endConditionValue: 8, exerciseName: "
    group = f"{{numberOfIterations: 3, steps: [{reps}PUSH_UP}}, {reps}BAND_ROW}}, {rest}]}}"
    once = f"{{numberOfIterations: 1, steps: [{reps}SQUAT}}, {reps}LUNGE}}]}}"
    workout = f"{{day: 1, type: strength, name: Both, garmin: {{steps: [{group}, {once}]}}}}"
    found = made(
        f"plan: {{name: P}}\nphases: [{{weeks: [{{week: 1, workouts: [{workout}]}}]}}]\n", "plan.yaml"
    )
    together, *others = found.plan.workouts["both"].exercises
    assert isinstance(together, Superset)
    assert [(entry.exercise, str(entry.sets)) for entry in together.entries] == [
        ("push-up", "3x8"),
        ("band-row", "3x8, rest 60 s"),
    ]
    assert [isinstance(one, Superset) for one in others] == [False, False]


def test_intervals() -> None:
    found = made(INTERVALS, "workout.txt")
    assert found.day(0, "mon") == [("run", "10 min wu Z2 / 6 x (3 min Z4 / 400 m Z1) / 8:30 min cd Z1")]
    assert found.plan.weeks[0].mon[0].note == "Main set"


def test_intervals_for_a_bicycle() -> None:
    found = made("- 10m 60% 90rpm\n\n3x\n- 5m 200-220w\n- 5m 50%\n", "workout.txt")
    ((kind, line),) = found.day(0, "mon")
    assert kind == "bike" and "3 x" in line and "200-220 W" in line
    assert "90rpm" in found.plan.weeks[0].mon[0].note or "90rpm" in line


def test_calendar() -> None:
    found = made(ICS, "spring.ics")
    assert (found.plan.title, str(found.plan.start)) == ("Spring", "2027-03-01")
    assert found.day(0, "tue") == [("run", "6 km easy")]
    assert found.plan.weeks[0].tue[0].note == "On grass, then home"
    assert found.day(0, "thu") == [("run", "2 km wu / 5 x 1 km @ 10k w/ 2 min jog / 2 km cd")]
    assert found.plan.weeks[0].thu[0].name == "Intervals"
    assert [found.day(week, "sat") for week in range(3)] == [[("recovery", "Yoga")]] * 3
    assert any("cancelled: Club race" in line for line in found.said)


@pytest.mark.parametrize(
    ("content", "called"),
    [(ICS, "liftosaur"), (LIFTOSAUR, "ics"), (PAICER, "calendar-hack"), ("a,b\n", "paicer")],
)
def test_a_file_called_what_it_is_not(content: str, called: str) -> None:
    with pytest.raises(SourceError, match="leave --as out"):
        made(content, called=called)


def step(kind: str, ends: str, value: object = "", more: str = "") -> str:
    amount = f", endConditionValue: {value}" if value else ""
    return f"{{stepType: {kind}, endCondition: {ends}{amount}{', ' if more else ''}{more}}}"


def paicer_day(kind: str, *steps: str, more: str = "") -> str:
    workout = f"{{day: 2, type: {kind}, name: Ours{more}, garmin: {{steps: [{', '.join(steps)}]}}}}"
    return f"plan: {{name: P}}\nphases: [{{name: Base, weeks: [{{week: 1, workouts: [{workout}]}}]}}]\n"


def test_steps_of_paicer_that_a_button_ends_keep_their_words_and_every_target_its_figures() -> None:
    hill = step("interval", "time", 75, 'description: "uphill @ RPE 9"')
    down = step("recovery", "lap.button", more="description: walk down")
    hills = f"{{numberOfIterations: 7, steps: [{hill}, {down}]}}"
    found = made(
        paicer_day("run", step("warmup", "distance", 2500), hills, step("cooldown", "time", 630)), "p.yaml"
    )
    assert found.day(0, "tue") == [("run", "2.5 km wu / 7 x 75 s w/ walk down / 630 s cd")]
    assert found.plan.weeks[0].tue[0].note == "uphill @ RPE 9"

    watts = "targetType: power.zone, targetValueOne: 210, targetValueTwo: 225"
    found = made(
        paicer_day("bike", step("interval", "time", 480, watts), step("recovery", "time", 60)), "p.yaml"
    )
    assert found.day(0, "tue") == [("bike", "8 min @ 210-225 W / 1 min easy")]

    heart = "targetType: heart.rate.zone, targetValueOne: 138, targetValueTwo: 149"
    steps = "targetType: cadence, targetValueOne: 176, targetValueTwo: 182"
    found = made(
        paicer_day("run", step("interval", "time", 1800, heart), step("interval", "time", 300, steps)),
        "p.yaml",
    )
    assert found.day(0, "tue") == [("run", "30 min @ 138-149 bpm / 5 min")]
    assert found.plan.weeks[0].tue[0].note == "5 min: 176-182 spm"


def test_steps_of_paicer_that_are_no_run_are_kept_in_words() -> None:
    drill = step("interval", "lap.button", more='description: "drill of choice"')
    text = paicer_day("swim", step("warmup", "distance", 250), drill, more=', description: "900 m easy"')
    found = made(text, "p.yaml")
    assert found.day(0, "tue") == [("swim", "900 m easy")]
    assert (
        "250 m wu" in found.plan.weeks[0].tue[0].note and "drill of choice" in found.plan.weeks[0].tue[0].note
    )


def test_marks_watts_and_swims_of_intervals() -> None:
    found = made("Warm up\n- 1'30\" Z1\n\n4x\n- 2m 315w-330w\n- easy 3m 55% 90rpm\n\n- \n", "w.txt")
    assert found.day(0, "mon") == [
        ("bike", "1:30 min wu Z1 / 4 x (2 min @ 315-330 W / 3 min easy @ 55% FTP “90rpm”)")
    ]
    assert not any("line 8" in said for said in found.said)
    found = made("Main\n- 400mtr 2:05/100m Pace\n\n8x\n- 50mtr 1:45/100m Pace\n- 20s rest\n", "w.txt")
    assert found.day(0, "mon") == [
        ("swim", "400 m “@ 2:05/100m” / 8 x (50 metres “@ 1:45/100m” / 20 s rest)")
    ]


def test_a_weight_of_liftosaur_is_that_of_each_of_its_sets() -> None:
    found = made(
        "# Week 1\n## A\nSquat / 1x4, 1x20 / 80kg / 180s\nRow / 1x5+ 20s, 1x3+ 20s / 40kg\n", "p.txt"
    )
    (only,) = found.plan.workouts.values()
    assert [str(entry.sets) for entry in only.entries] == [
        "1x4 80 kg, rest 3 min, 1x20 80 kg, rest 3 min",
        "1x5+ 40 kg, rest 20 s, 1x3+ 40 kg, rest 20 s",
    ]
    assert not any(entry.note for entry in only.entries)


def test_supersets_and_sets_without_a_weight_of_liftosaur() -> None:
    text = "# Week 1\n## A\nBench Press / 3x9 / superset: A\nBarbell Row / 3x7 40kg / superset: A\nPull Up / 3x1+ 0lb\n"
    found = made(text, "ours.txt")
    ((_, key),) = found.day(0, "mon")
    together, alone = found.plan.workouts[key].exercises
    assert isinstance(together, Superset) and [str(entry.sets) for entry in together.entries] == [
        "3x9",
        "3x7 40 kg",
    ]
    assert str(alone.sets) == "3x1+"


def test_what_liftosaur_does_an_exercise_with_stays_in_its_name() -> None:
    text = "# Week 1\n## A\nBox Squat, Dumbbell / 3x9\nBack Extension, Bodyweight / 3x9\n"
    found = made(text, "ours.txt")
    assert "Dumbbell Box Squat: 3x9" in found.imported.text
    assert "- Back Extension: 3x9" in found.imported.text


def event(day: str, title: str, what: str = "", *more: str) -> str:
    lines = ["BEGIN:VEVENT", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{title}", *more, "END:VEVENT"]
    return "\n".join([*lines[:3], *([f"DESCRIPTION:{what}"] if what else []), *lines[3:]])


def test_events_keep_their_sport_and_what_is_hoped_for_is_no_run() -> None:
    events = [
        event("20270301", "Swim 1500 m", "400 m easy\\, 10 x 100 m on 2:00"),
        event("20270302", "Race: 10k", "Target 42:30"),
        event("20270303", "Easy 5 km", "", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20270304", "EXDATE:20270305"),
    ]
    found = made("\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR"]), "ours.ics")
    assert found.day(0, "mon") == [("swim", "400 m easy / 10 x 100 m on 2:00")]
    ((kind, race),) = found.day(0, "tue")
    assert (kind, race) == ("run", "10 km race") and found.plan.weeks[0].tue[0].note == "Target 42:30"
    assert [bool(found.day(0, day)) for day in ("wed", "thu", "fri", "sat")] == [True, False, False, True]
