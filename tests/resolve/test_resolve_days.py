"""A day of the plan → its row: runs, strength, rest with what may be done instead, and every note."""

import re

import pytest

from cardmaker.handout import DayRow, Rich
from tests.resolve.resolve_kit import handout, spaced, week_of


def day(lines: str) -> DayRow:
    """Monday's row, from its lines in the plan."""
    indented = "\n".join(f"  {line}" for line in lines.strip("\n").splitlines())
    return handout(week_of(f"mon:\n{indented}")).weeks[0].days[0]


def marked(rich: Rich | None) -> str:
    """Text with stars about what is strong."""
    assert rich is not None
    return spaced("".join(f"*{text}*" if strong else text for text, strong in rich.parts))


def test_run_and_strength() -> None:
    row = day("- run: 6 km easy\n  name: Shake-out\n  note: Flat.\n- strength: lower")
    assert row.work
    assert row.rest is None
    [run] = row.runs
    assert (run.title, run.distance, run.unit, run.effort, run.km, run.tick) == (
        *("Shake-out", "6.0", "km", "easy", 6.0, True),
    )
    assert [str(line) for line in run.lines] == ["Flat."]
    [lift] = row.strength
    assert (lift.title, spaced(lift.note), lift.cards) == ("Lower", "Workout A · 45 min", ("01", "02"))
    assert spaced(lift.summary) == "Squat 3 × 8–12, plank 2 × 30 s"


def test_notes_of_several_lines_stay_apart() -> None:
    row = day("- run: 6 km easy\n  note: |\n    First.\n    Second.\n- strength: core\n  note: Slowly.")
    assert [str(line) for line in row.runs[0].lines] == ["First.", "Second."]
    assert [str(line) for line in row.strength[0].lines] == ["Slowly."]


def test_free_notes_of_a_day_with_work() -> None:
    row = day("- run: 6 km easy\n- note: Pack your shoes.\n- rest: or 10 min stretching")
    assert [str(note) for note in row.notes] == ["or 10 min stretching", "Pack your shoes."]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- rest", "*Rest*"),
        ("- rest: or 30 min yoga", "*Rest* or 30 min yoga"),
        ("- rest: or yoga\n  note: Sleep in.", "*Rest* or yoga · Sleep in."),
        ("- rest\n- note: Travel home.", "*Rest* · Travel home."),
        ("- rest: or yoga\n  name: Day off", "*Day off* or yoga"),
    ],
)
def test_rest(lines: str, said: str) -> None:
    row = day(lines)
    assert not row.work
    assert marked(row.rest) == said
    assert not row.runs


@pytest.mark.parametrize(
    ("note", "title", "lines"),
    [
        ("Track with the club", "Track with the club", []),
        (
            "3m warm up, 6x800 with 400 jog",
            "3m warm up, 6x800 with 400 jog",
            [],
        ),  # as many letters as a cell has
        ("3m warm up, 6x800 with 400 jogs!!", "Note", ["3m warm up, 6x800 with 400 jogs!!"]),
        ("|\n    Two\n    lines.", "Two lines.", []),
    ],
)
def test_a_day_of_notes_alone_is_no_rest(note: str, title: str, lines: list[str]) -> None:
    row = day(f"- note: {note}")
    assert row.rest is None
    [words] = row.runs
    assert (words.title, words.tick) == (title, False)
    assert [str(line) for line in words.lines] == lines


def test_empty_day_is_rest() -> None:
    row = handout(week_of("mon:\n  - run: 5 km easy")).weeks[0].days[1]
    assert marked(row.rest) == "*Rest*"
    assert not row.tasks


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- recovery: mobility flow", "*Mobility flow*"),
        ("- recovery: 20 min, slow\n  name: Mobility", "*Mobility*: 20 min, slow"),
        ("- recovery: mobility flow\n  note: Not into pain.", "*Mobility flow* · Not into pain."),
        ("- recovery: walk\n- note: Eat well.", "*Walk* · Eat well."),
        ("- recovery: walk\n- rest: or nothing at all", "*Walk* · *Rest* or nothing at all"),
        ("- recovery: walk\n- recovery: yoga", "*Walk* · *yoga*"),
    ],
)
def test_day_of_recovery_is_a_rest_row_that_says_everything(lines: str, said: str) -> None:
    row = day(lines)
    assert not row.work
    assert marked(row.rest) == said


def test_workout_that_may_be_done_on_a_rest_day() -> None:
    row = day("- rest: or easy mobility\n  workout: core")
    assert row.tasks
    assert not row.work
    [lift] = row.strength
    assert lift.cards == ("01", "02")
    assert lift.lines == ()


def test_cross_training_is_a_session_without_profile() -> None:
    row = day("- cross-training: 40 min bike\n  note: Easy gear.")
    [session] = row.runs
    assert (session.title, session.distance, session.profile) == ("40 min bike", "", ())
    assert [str(line) for line in session.lines] == ["Easy gear."]
    [named] = day("- cross-training: 40 min, easy gear\n  name: Bike").runs
    assert named.title == "Bike"
    assert [str(line) for line in named.lines] == ["40 min, easy gear"]


def test_two_runs_keep_their_order() -> None:
    row = day("- run: 5 km easy\n- run: 3 km tempo")
    assert [run.title for run in row.runs] == ["Easy run", "Tempo"]


def test_last_day_is_marked() -> None:
    days = handout(week_of("mon: rest")).weeks[0].days
    assert [row.last for row in days] == [False] * 6 + [True]


def test_recovery_with_a_workout_next_to_a_run_is_ticked_once() -> None:
    row = day("- run: 5 km easy\n- recovery: mobility\n  workout: core")
    run, recovery = row.runs
    assert run.tick
    assert not recovery.tick
    assert len(row.strength) == 1


ENTRIES = {
    "rest": "- rest: Resttext\n  name: Restname\n  note: Restnote",
    "bare rest": "- rest:\n  note: Barenote",
    "run": "- run: 6 km easy\n  name: Runname\n  note: Runnote",
    "strength": "- strength: lower\n  name: Liftname\n  note: Liftnote",
    "recovery": "- recovery: Softtext\n  name: Softname\n  note: Softnote",
    "cross-training": "- cross-training: Crosstext\n  name: Crossname\n  note: Crossnote",
    "note": "- note: Freenote",
    "second rest": "- rest: Othertext\n  name: Othername\n  note: Othernote",
}


@pytest.mark.parametrize("one", ENTRIES)
@pytest.mark.parametrize("two", ENTRIES)
def test_nothing_that_is_said_of_a_day_is_lost(one: str, two: str) -> None:
    """Whatever stands on one day together, in either order: each name, text and note is on the row once."""
    lines = ENTRIES[one] if one == two else f"{ENTRIES[one]}\n{ENTRIES[two]}"
    said = repr(day(lines))
    for word in re.findall(r"[A-Z]\w+(?:text|name|note)", lines):
        assert said.count(word) == 1, (word, said)


@pytest.mark.parametrize(
    ("exercises", "shown"),
    [
        (("squat", "plank", "swim-drill"), True),
        (("squat", "swim-drill"), False),
        (("squat",), True),
    ],
)
def test_a_few_figures_of_many_exercises_are_left_out(exercises: tuple[str, ...], shown: bool) -> None:
    """The week sheet's small figures seem to be all of a workout, so they are shown if most have one."""
    entries = "".join(f"\n      - {exercise}: 3x10" for exercise in exercises)
    plan = f"title: Plan\nweeks: [mon: {{strength: a}}]\nworkouts:\n  a:\n    exercises:{entries}\n"
    [session] = handout(plan).weeks[0].days[0].strength
    assert session.pictured == shown
