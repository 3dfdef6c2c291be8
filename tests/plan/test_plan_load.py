"""Plans as coaches write them, and all their mistakes at once."""

import datetime
import shutil
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.errors import CardmakerError, PlanError, SourceError
from cardmaker.plan.load import LoadedPlan, load_plan
from cardmaker.plan.model import DAYS, Plan
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.simple import simple_run
from cardmaker.plan.sets import NumberRange
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.workouts import Entry, Superset
from cardmaker.validation import read
from cardmaker.validation.fields import LONGEST
from tests.plan.plan_names import SmallWorld

FULL = """\
title: 10 km build
athlete: ""
coach: Coach
club: {name: Harbour Runners, logo: club.svg, colours: {primary: "#0f4c5c", accent: c42}, contact: +4712345678}
language: en
units: metric
start: 2027-03-01
week_start: monday
weeks:
  - name: Build
    focus: 5k-pace repeats, long run relaxed
    note: Sleep well.
    mon:
      - run: 6 km easy
        name: Easy run
        note: Talking pace, flat. Finish with 4 × 20 s relaxed strides.
      - strength: lower-body
    tue: rest
    wed:
      - run: 2 km wu / 6 x (400 m @ 5k w/ 200 m jog) / 2 km cd
        name: Intervals
      - strength: Core work
    thu:
      - rest: or 20 min yoga
        workout: mobility
      - recovery: mobility flow
        workout: mobility
    fri:
      run:
        - {distance: 2 km, effort: easy, role: warm-up}
        - {repeat: 6, steps: [{distance: 400 m, effort: 5k}], recovery: {distance: 200 m, effort: jog}}
    sat:
      - cross-training: 40 min bike
      - note: Pack your shoes.
      - rest
    sun:
workouts:
  lower-body:
    name: Lower body
    duration: 45 min
    warm_up: 5 min easy bike, 10 leg swings each way, 10 slow squats
    note: Slow down, fast up.
    exercises:
      - Squat: 3x10 @ RPE 7, rest 90s
      - superset:
          - bulgarian-split-squat: 3x8/side 2x8kg, tempo 3-1-1
          - glute bridge: 3x12
            note: Squeeze.
        rest: 60s
        note: Swap if the bench is taken.
      - exercise: plank
        sets: {sets: 3, hold: 40 s, rest: 45 s}
        note: Breathe.
      - plank: {sets: 2, hold: 30 s}
  core:
    name: Core work
    label: C
    exercises: [plank, cat-cow:  , band-pull-apart: 3x15 band]
  mobility: {exercises: [cat-cow: 1x8]}
exercises:
  band-pull-apart: {name: Band pull-apart}
tips: [Easy means easy., 2026]
print: {theme: low-ink, stock: poker, gym_stock: a6, paper: letter, imposition: single,
        faces: {exercise: pocket, gym: gym}, sheets: [week-landscape, block]}
"""
FULL = FULL.replace("cat-cow:  , ", "cat-cow, ")


def write(folder: Path, text: str, name: str = "plan.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def load(folder: Path, text: str, name: str = "plan.yaml") -> LoadedPlan[SmallWorld]:
    (folder / "club.svg").write_text("<svg/>")
    return load_plan(write(folder, text, name), SmallWorld())


def problems(folder: Path, text: str, name: str = "plan.yaml") -> list[str]:
    with pytest.raises(PlanError) as caught:
        load(folder, text, name)
    return str(caught.value).replace(f"{folder}/", "").split("\n")


@pytest.fixture
def full(tmp_path: Path) -> Plan:
    return load(tmp_path, FULL).plan


def test_who_and_how(full: Plan) -> None:
    assert (full.title, full.athlete.name, full.coach) == ("10 km build", "", "Coach")
    assert full.club.contact == "+4712345678"
    assert (full.club.colours.primary, full.club.colours.accent) == ("#0F4C5C", "#CC4422")
    assert full.tips == ("Easy means easy.", "2026")
    assert full.print.theme == "low-ink"
    assert full.print.faces == {"exercise": "pocket", "gym": "gym"}
    assert full.print.sheets == ("week-landscape", "block")


def test_days_and_their_items(full: Plan) -> None:
    (week,) = full.weeks
    assert (week.name, week.note) == ("Build", "Sleep well.")
    assert [[item.kind for item in week.day(day)] for day in DAYS] == [
        ["run", "strength"],
        ["rest"],
        ["run", "strength"],
        ["rest", "recovery"],
        ["run"],
        ["cross-training", "note", "rest"],
        [],
    ]
    assert week.mon[0].run == parse_run("6 km easy")
    assert week.mon[0].name == "Easy run"
    assert week.fri[0].run == parse_run("2 km wu / 6 x 400 m @ 5k w/ 200 m jog")
    assert [item.text for item in week.thu] == ["or 20 min yoga", "mobility flow"]
    assert [item.cards for item in week.items if item.cards] == ["lower-body", "core", "mobility", "mobility"]
    assert week.sat[1].text == week.sat[1].note == "Pack your shoes."
    assert week.mon[1].text == ""


def test_workouts(full: Plan) -> None:
    lower = full.workouts["lower-body"]
    squat, superset, plank, again = lower.exercises
    assert squat == Entry(exercise="squat", sets=parse_sets("3x10 @ RPE 7, rest 90 s"))
    assert isinstance(superset, Superset)
    assert superset.rest == NumberRange(60, 60)
    assert superset.entries[1] == Entry(exercise="glute-bridge", sets=parse_sets("3x12"), note="Squeeze.")
    assert plank == Entry(exercise="plank", sets=parse_sets("3x40 s, rest 45 s"), note="Breathe.")
    assert again == Entry(exercise="plank", sets=parse_sets("2x30 s"))
    assert [entry.exercise for entry in lower.entries] == [
        "squat",
        "bulgarian-split-squat",
        "glute-bridge",
        "plank",
        "plank",
    ]
    assert str(lower.duration) == "45 min"
    assert full.workouts["core"].exercises[0] == Entry(exercise="plank")
    assert full.workouts["core"].exercises[2] == Entry(
        exercise="band-pull-apart", sets=parse_sets("3x15 band")
    )


def test_labels_and_names_of_workouts(full: Plan) -> None:
    assert full.labels == {"lower-body": "A", "core": "C", "mobility": "B"}
    assert full.workout_name("core") == "Core work"
    assert full.workout_name("mobility") == "Mobility"


def test_labels_go_on_after_z() -> None:
    workouts = {f"w{n}": {"exercises": ["x"]} for n in range(28)}
    assert list(read(Plan, {"title": "x", "workouts": workouts}).labels.values())[-3:] == [
        "Z",
        "AA",
        "AB",
    ]


def test_dates(full: Plan) -> None:
    assert full.date(0, "mon") == datetime.date(2027, 3, 1)
    assert full.date(2, "sun") == datetime.date(2027, 3, 21)
    assert read(Plan, {"title": "x", "weeks": [{}]}).date(0, "mon") is None


def test_weeks_that_start_on_another_day(tmp_path: Path) -> None:
    plan = load(tmp_path, "title: x\nstart: 2027-02-28\nweek_start: sunday\nweeks: [{}]").plan
    assert plan.days == ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
    assert plan.date(0, "sun") == datetime.date(2027, 2, 28)
    assert plan.date(0, "sat") == datetime.date(2027, 3, 6)


def test_nothing_of_a_plan_can_be_changed(full: Plan) -> None:
    parts: list[object] = [
        full,
        full.weeks[0],
        full.weeks[0].mon[0],
        full.club,
        full.print,
        full.workouts["core"],
    ]
    for part in parts:
        with pytest.raises(AttributeError, match=r"cannot (change|assign)"):
            setattr(part, "name", "x")  # noqa: B010 - which the type checker would refuse


def test_names_get_the_plans_own_exercises_and_their_lines(tmp_path: Path) -> None:
    loaded = load(tmp_path, FULL)
    assert isinstance(loaded.names, SmallWorld)
    assert loaded.names.own == ("band-pull-apart",)
    assert loaded.plan.exercises == {"band-pull-apart": {"name": "Band pull-apart"}}
    assert loaded.source.folder == tmp_path
    line = FULL.split("\n").index("  band-pull-apart: {name: Band pull-apart}") + 1
    assert loaded.source.lines.at(("exercises", "band-pull-apart", "name")) == line


def test_a_folder_of_own_exercises(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    loaded = load(tmp_path, "title: x\nweeks: [{}]\nlibrary: mine")
    assert isinstance(loaded.names, SmallWorld)
    assert loaded.names.folder == tmp_path / "mine"
    assert problems(tmp_path, "title: x\nweeks: [{}]\nlibrary: yours") == [
        "plan.yaml:3: library: no folder 'yours'"
    ]


def test_without_names_nothing_is_looked_up(tmp_path: Path) -> None:
    path = write(tmp_path, "title: x\nlanguage: xx\nworkouts: {a: {exercises: [anything: 3x10]}}")
    assert load_plan(path).plan.language == "xx"
    with pytest.raises(PlanError, match=r"no workout 'b'"):
        load_plan(write(tmp_path, "title: x\nweeks: [mon: {strength: b}]"))


BROKEN = """\
titel: 10 km build
club: {logo: nope.svg, colours: {primary: red}, contac: x}
units: metrisch
start: 2027-03-02
weeks:
  - name: Build
    munday: rest
    mon:
      - run: 5m easy
        nam: Easy run
      - strength: lower-bod
    mon: rest
    tue: rets
    wed:
      run: 8 km easy
      strength: core
    thu: 3
    fri:
      - {name: x}
      - {stength: core}
      - strength: lower-body
        workout: core
      - run:
      - {rest: , workout: cor}
    sat:
      - run: 5m
      - run: [{distance: 2 km, effort: easy, role: warmup}, {repeat: 6, steps: [{distanc: 400 m}]}]
      - note:
  - 7
workouts:
  lower-body:
    label: A
    duration: a while
    exercises:
      - squat: 3x10, rest 3
      - sqat: 3x8
      - superset:
          - glute-bridge: 3x
        rest: soon
      - exercise: plank
        sets: {sets: 3, hold: 40, rst: 45 s}
      - plank: {sets: 3, hold: 40}
        noet: x
      - sets: 3x10
      - [3]
      - {superset: [plank]}
  core:
    exercises: []
exercises: {mine: 3}
tips: {a: b}
print: {theme: clasic, imposition: sheets, faces: {exrcise: pocket, gym: gmy}, stock: }
"""
BROKEN_LINES = """\
plan.yaml:1: titel: unknown key 'titel'; did you mean 'title'?
plan.yaml:2: club.logo: no file 'nope.svg'
plan.yaml:2: club.colours.primary: write a colour in quotes, such as "#0F4C5C", not 'red'
plan.yaml:2: club.contac: unknown key 'contac'; did you mean 'contact'?
plan.yaml:3: units: should be metric or imperial, not 'metrisch'; did you mean 'metric'?
plan.yaml:4: start: 2027-03-02 is a Tuesday, and weeks start on Monday; write 2027-03-01 or 2027-03-08
plan.yaml:7: weeks.0.munday: 'munday' is no day; did you mean 'monday'?
plan.yaml:9: weeks.0.mon.0.run: '5m' could be 5 min, 5 mi or 5 km; write the one that is meant
plan.yaml:10: weeks.0.mon.0.nam: unknown key 'nam'; did you mean 'name'?
plan.yaml:11: weeks.0.mon.1.strength: no workout 'lower-bod'; did you mean 'lower-body'?
plan.yaml:12: weeks.0.mon: this key is here twice; the first is on line 8
plan.yaml:13: weeks.0.tue: only 'rest' needs no kind, not 'rets'; did you mean 'rest'?
plan.yaml:14: weeks.0.wed: run and strength in one entry; begin each with '- ' on its own line
plan.yaml:17: weeks.0.thu: should be 'rest', one entry, or a list of entries, not 3
plan.yaml:19: weeks.0.fri.0: what is it? give one of run, swim, bike, row, \
brick, strength, recovery, cross-training, rest, note
plan.yaml:20: weeks.0.fri.1.stength: unknown key 'stength'; did you mean 'strength'?
plan.yaml:22: weeks.0.fri.2.workout: doesn't go with strength; write its name after 'strength:'
plan.yaml:23: weeks.0.fri.3.run: is empty; write a run such as '2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd'
plan.yaml:24: weeks.0.fri.4.workout: no workout 'cor'; did you mean 'core'?
plan.yaml:26: weeks.0.sat.0.run: '5m' could be 5 min, 5 mi or 5 km; write the one that is meant
plan.yaml:27: weeks.0.sat.1.run.0.role: should be warm-up or cool-down, not 'warmup'; did you mean 'warm-up'?
plan.yaml:27: weeks.0.sat.1.run.1.steps.0.distanc: unknown key 'distanc'; did you mean 'distance'?
plan.yaml:28: weeks.0.sat.2.note: is empty; write text, or leave the line out
plan.yaml:29: weeks.1: should be a mapping (name: value), not 7
plan.yaml:33: workouts.lower-body.duration: write a time such as '45 min' or '1 h 15 min', not 'a while'
plan.yaml:35: workouts.lower-body.exercises.0.squat: is 'rest 3' seconds or minutes? write 'rest 3 s' or 'rest 3 min'
plan.yaml:36: workouts.lower-body.exercises.1.sqat: no exercise 'sqat'; did you mean 'squat'? \
If it is another, write it under 'exercises:'
plan.yaml:38: workouts.lower-body.exercises.2.superset.0.glute-bridge: 3 sets of how many, or 3 reps? \
write '3x10' or '3 reps'
plan.yaml:39: workouts.lower-body.exercises.2.rest: don't understand 'soon'; write it like '90 s' or '2 min'
plan.yaml:41: workouts.lower-body.exercises.3.sets.rst: unknown key 'rst'; did you mean 'rest'?
plan.yaml:41: workouts.lower-body.exercises.3.sets.hold: don't understand '40'; write it like '40 s'
plan.yaml:42: workouts.lower-body.exercises.4.plank.hold: don't understand '40'; write it like '40 s'
plan.yaml:43: workouts.lower-body.exercises.4.noet: unknown key 'noet'; did you mean 'note'?
plan.yaml:44: workouts.lower-body.exercises.5.exercise: is missing
plan.yaml:45: workouts.lower-body.exercises.6: should be a mapping (name: value), not a list
plan.yaml:46: workouts.lower-body.exercises.7.superset: should have at least 2 entries, not 1
plan.yaml:48: workouts.core.exercises: should have at least 1 entry, not 0
plan.yaml:49: exercises.mine: should be a mapping
plan.yaml:50: tips: should be a list, not a mapping; begin each entry with '- '
plan.yaml:51: print.theme: no theme 'clasic'; did you mean 'classic'?
plan.yaml:51: print.stock: is empty; write text, or leave the line out
plan.yaml:51: print.imposition: should be sheet or single, not 'sheets'; did you mean 'sheet'?
plan.yaml:51: print.faces.exrcise: should be exercise or gym, not 'exrcise'; did you mean 'exercise'?
plan.yaml:51: print.faces.gym: no face 'gmy'; did you mean 'gym'?
"""


def test_every_mistake_of_a_plan_in_one_go(tmp_path: Path) -> None:
    assert problems(tmp_path, BROKEN) == BROKEN_LINES.splitlines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: x", "plan.yaml:1: nothing to print; give weeks, workouts or both"),
        ("title: x\nweeks: []\nworkouts: {}", "plan.yaml:1: nothing to print; give weeks, workouts or both"),
        ("weeks: [{}]", "plan.yaml:1: title: is missing"),
        ("title: ''\nweeks: [{}]", "plan.yaml:1: title: is empty; write some text, or leave the line out"),
        ("title: true\nweeks: [{}]", "plan.yaml:1: title: should be text, not true; put it in quotes"),
        ("- rest", "plan.yaml:1: this is no plan; begin with 'title: …' and go on with 'weeks:'"),
        ("just words", "plan.yaml:1: this is no plan; begin with 'title: …' and go on with 'weeks:'"),
        ("# nothing yet", "plan.yaml:1: this is no plan; begin with 'title: …' and go on with 'weeks:'"),
        (
            "title: x\nweeks: [{}]\nstart: 1.3.2027",
            "plan.yaml:3: start: write the date as year-month-day, such as 2027-03-01, not '1.3.2027'",
        ),
        ("title: x\nweeks: [{}]\nstart: 2027-02-30", "plan.yaml:3: start: no such day as 2027-02-30"),
        (
            "title: x\nweeks: [{}]\nstart: 0207-03-01",
            "plan.yaml:3: start: the year should be 1970 to 2199, not 207",
        ),
        (
            "title: x\nweeks: [{}]\nstart: 20270301",
            "plan.yaml:3: start: write the date as year-month-day, such as 2027-03-01, not 20270301",
        ),
        (
            "title: x\nweeks: [{}]\nstart: 2027-02-28",
            "plan.yaml:3: start: 2027-02-28 is a Sunday, and weeks start on Monday; "
            "write 2027-02-22 or 2027-03-01, or 'week_start: sunday'",
        ),
        (
            "title: x\nweeks: [{}]\nstart: .inf",
            "plan.yaml:3: start: write the date as year-month-day, such as 2027-03-01, not .inf",
        ),
        (
            "title: x\nworkouts:\n  a: {label: A, exercises: [squat]}\n  b:\n    label: A\n    exercises: [squat]",
            "plan.yaml:5: workouts.b.label: 'A' is the label of 'a' too",
        ),
        (
            "title: x\nworkouts: {a: {exercises: [{squat: 3x10, sets: 3x8}]}}",
            "plan.yaml:2: workouts.a.exercises.0: give the sets after 'squat:' or after 'sets:', not both",
        ),
        (
            "title: x\nworkouts: {a: {exercises: [{nte: y, squat: 3x}]}}",
            "plan.yaml:2: workouts.a.exercises.0.nte: unknown key 'nte'; did you mean 'note'?\n"
            "plan.yaml:2: workouts.a.exercises.0.squat: 3 sets of how many, or 3 reps? write '3x10' or '3 reps'",
        ),
        (
            "title: x\nweeks: [mon: {recovery: ''}]",
            "plan.yaml:2: weeks.0.mon.recovery: is empty; write some text, or leave the line out",
        ),
        (
            "title: x\nweeks: [{mon: bike 20 km, tue: 'dentist 10:30'}]",
            "plan.yaml:2: weeks.0.mon: only 'rest' needs no kind, not 'bike 20 km'; write {bike: 20 km}\n"
            "plan.yaml:2: weeks.0.tue: only 'rest' needs no kind, not 'dentist 10:30'; "
            'write {note: "dentist 10:30"}',
        ),
        (
            "title: x\nweeks: [mon: yoga]",
            "plan.yaml:2: weeks.0.mon: only 'rest' needs no kind, not 'yoga'; "
            "give it a kind, such as 'run: …' or 'note: …'",
        ),
        (
            "title: x\nworkouts: {a: {exercises: [{squat: 3x10, nte: y}]}}",
            "plan.yaml:2: workouts.a.exercises.0.nte: unknown key 'nte'; did you mean 'note'?",
        ),
        (
            "title: x\nweeks: [{mon: {run: 3 km, workout: a}}]\nworkouts: {a: {exercises: [squat]}}",
            "plan.yaml:2: weeks.0.mon.workout: doesn't go with run; give it an entry of its own, '- strength: …'",
        ),
        (
            'title: "a\\u0007b"\nweeks: [{}]',
            "plan.yaml:1: title: the character U+0007 can't be printed; delete it or write a space",
        ),
        (
            "title: x\nweeks: [{}]\nclub: {colours: {primary: #0F4C5C}}",
            "plan.yaml:3: a # after a blank begins a remark; put a colour in quotes",
        ),
        (
            "title: x\nweeks: [{}]\nclub:\n  colours:\n    primary: #0F4C5C",
            'plan.yaml:5: club.colours.primary: write a colour in quotes, such as "#0F4C5C", not nothing',
        ),
    ],
)
def test_one_mistake_one_line(tmp_path: Path, text: str, expected: str) -> None:
    assert sorted(problems(tmp_path, text)) == expected.split("\n")


def test_a_bare_day_of_cross_training_needs_no_kind(tmp_path: Path) -> None:
    text = "title: x\nweeks: [{mon: XT 45 min, tue: [Cross-train 30 min bike], wed: 20 min yoga}]"
    days = load(tmp_path, text)
    week = days.plan.weeks[0]
    items = [day[0] for day in (week.mon, week.tue, week.wed)]
    assert [item.kind for item in items] == ["cross-training"] * 3
    assert [item.text for item in items] == ["XT 45 min", "Cross-train 30 min bike", "20 min yoga"]


def test_norwegian_no_and_times_stay_text(tmp_path: Path) -> None:
    plan = load(
        tmp_path, "title: no\nlanguage: no\nathlete: 1:30\nweeks: [{name: on, focus: 2027-03-01}]"
    ).plan
    assert (plan.title, plan.language, plan.athlete.name) == ("no", "no", "1:30")
    assert (plan.weeks[0].name, plan.weeks[0].focus) == ("on", "2027-03-01")


def test_numbers_where_names_belong(tmp_path: Path) -> None:
    text = "title: 2026.10\nathlete: 007\nweeks: [mon: {strength: 1}]\nworkouts: {1: {label: 2, exercises: [squat]}}"
    plan = load(tmp_path, text).plan
    assert (plan.title, plan.athlete.name) == ("2026.10", "007")
    assert plan.weeks[0].mon[0].strength == "1"
    assert plan.labels == {"1": "2"}


def test_as_many_letters_as_may_be_and_one_more(tmp_path: Path) -> None:
    assert len(load(tmp_path, f"title: {'x' * LONGEST}\nweeks: [{{}}]").plan.title) == LONGEST
    assert problems(tmp_path, f"title: {'x' * (LONGEST + 1)}\nweeks: [{{}}]") == [
        "plan.yaml:1: title: is 2,001 letters long; at most 2,000 are printed, so shorten it"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title: &t [*t]\nweeks: [{}]",
        "weeks: &w\n  - mon: *w",
        "title: x\nweeks: [" + "&a " + "{mon: " * 60,
    ],
)
def test_cycles_and_depth(tmp_path: Path, text: str) -> None:
    assert len(problems(tmp_path, text)) == 1


def test_aliases_repeat_a_week(tmp_path: Path) -> None:
    plan = load(tmp_path, "title: x\nweeks:\n  - &easy {mon: {run: 5 km easy}}\n  - *easy").plan
    assert plan.weeks[0] == plan.weeks[1]


def test_a_plan_of_sixty_weeks_reads_each_notation_once(tmp_path: Path) -> None:
    week = FULL[FULL.index("  - name: Build") : FULL.index("workouts:\n")]
    parse_run.cache_clear()
    simple_run.cache_clear()
    plan = load(tmp_path, FULL.replace(week, week * 60)).plan
    assert len(plan.weeks) == 60
    assert (simple_run.cache_info().misses, parse_run.cache_info().misses) == (2, 1)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is not a text file"),
        ("title: x".encode("utf-16"), "UTF-16"),
        (b"title: \xff", "not UTF-8 text"),
        (b"#" * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
    ],
)
def test_files_that_are_no_plan(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(raw)
    with pytest.raises(SourceError, match=words):
        load_plan(path, SmallWorld())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weeks: [mon: [%s]]", "weeks.0.mon: should have at most 20 entries, not 1,000"),
        ("weeks: [%s]", "weeks: should have at most 260 entries, not 1,000"),
        ("weeks: [{}]\ntips: [%s]", "tips: should have at most 100 entries, not 1,000"),
        (
            "workouts: {a: {exercises: [%s]}}",
            "workouts.a.exercises: should have at most 60 entries, not 1,000",
        ),
    ],
)
def test_lists_no_plan_needs(tmp_path: Path, text: str, expected: str) -> None:
    (found,) = problems(tmp_path, "title: x\n" + text % ("x," * 1000))
    assert found.endswith(expected)


def test_a_notation_is_not_a_novel(tmp_path: Path) -> None:
    text = f"title: x\nweeks: [mon: {{run: '{'1 km / ' * 1000}'}}]"
    assert problems(tmp_path, text) == [
        "plan.yaml:2: weeks.0.mon.run: 7,000 characters are too many here; at most 500"
    ]


def test_exit_codes(tmp_path: Path) -> None:
    codes = []
    for path in (write(tmp_path, "title: ["), tmp_path / "none.yaml"):
        with pytest.raises(CardmakerError) as caught:
            load_plan(path)
        codes.append(caught.value.exit_code)
    assert codes == [3, 5]


@pytest.mark.parametrize(
    "line",
    ["library: ../own", "print: {stock: ../own/a.yaml}", "print: {output_intent: ../own/press.icc}"],
)
def test_no_path_leads_out_of_the_folder_that_all_is_to_be_within(tmp_path: Path, line: str) -> None:
    """Without one it may lead to a folder next to the plan's."""
    club, own = tmp_path / "club", tmp_path / "own"
    for folder in (club, own):
        folder.mkdir()
    shutil.copy(assets.templates("stocks") / "a7.yaml", own / "a.yaml")
    text = f"title: Spring\nweeks: [{{mon: rest}}]\n{line}\n"
    assert Workshop().load(text, club).plan.title == "Spring"
    with pytest.raises(PlanError, match="leads too far from the plan"):
        Workshop().load(text, club, within=club)
    assert Workshop().load(text, club, within=tmp_path).plan.title == "Spring"
