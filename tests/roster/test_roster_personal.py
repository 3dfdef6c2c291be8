"""An athlete's own plan: exercises swapped and left out, own loads, dates, notes, words in texts."""

import datetime

import pytest

from cardmaker.errors import PlanError
from cardmaker.pipeline import Order
from cardmaker.plan.model import Plan
from cardmaker.plan.workouts import Superset
from cardmaker.roster.making import order_of
from cardmaker.roster.opening import OpenRoster
from cardmaker.roster.personal import not_in_plan, personal_plan
from tests.roster.kit import PLAN, opened


def _plan(found: OpenRoster) -> Plan:
    """The plan of the one athlete."""
    (entry,) = found.roster.entries
    return personal_plan(found.maker.plan(entry), entry, "club.csv")


def _sets(plan: Plan, workout: str = "legs") -> dict[str, str]:
    return {entry.exercise: str(entry.sets) for entry in plan.workouts[workout].entries}


def test_without_wishes_the_plan_is_everybody_s() -> None:
    found = opened("Name\nRunner 1\nRunner 2\n")
    first, second = found.roster.entries
    assert personal_plan(found.maker.plan(first), first, "club.csv") is found.maker.plan(second)


def test_a_swap_keeps_the_sets_and_its_place() -> None:
    plan = _plan(opened("Name,Swap\nRunner 1,squat -> goblet squat; lunge -> split squat\n"))
    assert list(_sets(plan)) == ["goblet-squat", "plank", "split-squat", "push-up"]
    assert _sets(plan)["goblet-squat"] == "3x8 60 kg"


def test_what_is_left_out_is_gone_and_a_superset_of_one_is_none() -> None:
    plan = _plan(opened('Name,Leave out\nRunner 1,"plank, lunge"\n'))
    assert list(_sets(plan)) == ["squat", "push-up"]
    assert not any(isinstance(block, Superset) for block in plan.workouts["legs"].exercises)


def test_a_workout_of_nothing_is_refused() -> None:
    with pytest.raises(PlanError, match=r"club.csv:2: nothing is left of workout 'legs'"):
        _plan(opened('Name,Leave out\nRunner 1,"squat, plank, lunge, push-up"\n'))


def test_own_loads_go_on_the_working_sets() -> None:
    plan = PLAN.replace("squat: 3x8 60 kg", "squat: '1x10 20 kg warm-up, 3x8 60 kg'")
    assert _sets(_plan(opened("Name,Squat load\nRunner 1,42.5\n", plan)))["squat"].endswith("3x8 42.5 kg")
    assert "20 kg" in _sets(_plan(opened("Name,Squat load\nRunner 1,42.5\n", plan)))["squat"]


def test_an_own_load_goes_on_what_takes_the_exercise_s_place() -> None:
    plan = _plan(opened("Name,Swap,Goblet squat load\nRunner 1,squat -> goblet squat,16\n"))
    assert _sets(plan)["goblet-squat"] == "3x8 16 kg"


def test_one_load_for_several_is_refused() -> None:
    plan = PLAN.replace("squat: 3x8 60 kg", "squat: '1x5 60 kg, 1x5 70 kg'")
    with pytest.raises(PlanError, match="different loads"):
        _plan(opened("Name,Squat load\nRunner 1,50\n", plan))


def test_the_note_goes_before_the_week_s() -> None:
    noted = PLAN.replace("- tue:", "- note: Sleep well.\n    tue:")
    assert (
        _plan(opened("Name,Note\nRunner 1,Mind the knee.\n", noted)).weeks[0].note
        == "Mind the knee. Sleep well."
    )


def test_the_start_is_the_athlete_s() -> None:
    assert _plan(opened("Name,Start\nRunner 1,2027-03-01\n")).start == datetime.date(2027, 3, 1)


def test_what_the_plan_does_not_have_is_known() -> None:
    found = opened('Name,Leave out\nRunner 1,"plank, deadlift"\n')
    (entry,) = found.roster.entries
    assert list(not_in_plan(found.maker.plan(entry), entry)) == ["deadlift"]


WORDS = PLAN.replace("title: Four weeks", "title: '{First name} to {goal}'").replace(
    "8 km easy", "'{long} km easy'"
)


def test_cells_are_put_in_place_of_their_headings() -> None:
    plan = _plan(opened("Name,Goal,Long\nRunner One,10 km,12\n", WORDS))
    assert plan.title == "Runner to 10 km"
    (run, _) = plan.weeks[0].tue
    assert str(run.run).startswith("12 km")


def test_a_placeholder_without_a_column_is_refused_at_its_line() -> None:
    with pytest.raises(
        PlanError, match=r"plan.yaml:2: title: no column for '{goal}' in the roster; did you mean"
    ):
        opened("Name,Gaol,Long\nRunner One,10 km,12\n", WORDS)


def test_a_mistake_that_a_cell_makes_is_reported_at_its_row() -> None:
    found = opened(
        "Name,Goal,Long\nRunner One,10 km,many\n", WORDS.replace("{long} km easy", "6 x {long} @ 5k")
    )
    (entry,) = found.roster.entries
    with pytest.raises(PlanError, match=r"club.csv:2 weeks.0.tue.0.run"):
        found.maker.plan(entry)


def test_a_password_never_fills_a_text() -> None:
    with pytest.raises(PlanError, match=r"no column for '{password}'"):
        opened("Name,Password\nRunner 1,secret\n", PLAN.replace("Four weeks", "'{password}'"))


def test_a_row_says_who_is_in_the_figures_unless_the_command_line_does() -> None:
    (first, second) = opened("Name,Figures,Person\nRunner 1,dark,woman\nRunner 2,,\n").roster.entries
    usual = Order(figures="line")
    assert order_of(first, Order()).given == {"figures": "dark", "person": "woman"}
    assert order_of(first, usual).given == {"figures": "line", "person": "woman"}
    assert order_of(second, usual) is usual
