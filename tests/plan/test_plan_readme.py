"""What the guide to the plan file says is so."""

import re

import pytest

from cardmaker.assets import templates
from cardmaker.plan.items import KINDS
from cardmaker.plan.model import Club, Plan, Week
from cardmaker.plan.printing import PrintOptions
from cardmaker.plan.runs.efforts import EFFORTS
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.written import run_from
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.written import PARTS, sets_from
from cardmaker.plan.workouts import Workout
from cardmaker.yaml12 import load_yaml
from tests.plan.schema_check import keys_of

GUIDE = (templates("plans") / "README.md").read_text(encoding="utf-8")
KEYS, SETS, RUNS = (
    GUIDE.partition(f"## {title}\n")[2].partition("\n## ")[0] for title in ("Keys", "Sets", "Runs")
)


def written(section: str) -> list[str]:
    """The notations in the first column of a section's table."""
    return [
        text for text in re.findall(r"^\| `([^`]+)` \|", section, flags=re.MULTILINE) if text != "written"
    ]


@pytest.mark.parametrize("text", [*written(SETS), "3x8-12/side 2x8 kg @ RPE 7, rest 90 s, tempo 3-1-1"])
def test_sets_are_in_normal_form(text: str) -> None:
    assert text in SETS
    assert str(parse_sets(text)) == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("3 sets of 10", "3x10"),
        ("3×10", "3x10"),
        ("3x8 each side", "3x8/side"),
        ("3x10 bw", "3x10 bodyweight"),
        ("3x10 @ 7", "3x10 @ RPE 7"),
        ("3x10 / 90 s", "3x10, rest 90 s"),
        ("3x10, rest 1:30", "3x10, rest 90 s"),
        ("3x10, tempo 40X0", "3x10, tempo 4-0-X-0"),
    ],
)
def test_sets_that_are_the_same(text: str, same: str) -> None:
    assert parse_sets(text) == parse_sets(same)


@pytest.mark.parametrize("text", written(RUNS))
def test_runs_are_in_normal_form(text: str) -> None:
    assert str(parse_run(text)) == text


def test_both_are_reported() -> None:
    assert len(written(SETS)) >= 15
    assert len(written(RUNS)) >= 8


def test_the_written_out_forms() -> None:
    (sets,) = re.findall(r"```yaml\n(.*?)```", SETS, flags=re.DOTALL)
    assert sets_from(load_yaml(sets, "guide")[0][0]["sets"]) == parse_sets("3x40 s, rest 45 s")
    (run,) = re.findall(r"```yaml\n(.*?)```", RUNS, flags=re.DOTALL)
    assert run_from(load_yaml(run, "guide")[0]["run"]) == parse_run(
        "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
    )


def test_every_key_and_every_effort_is_named() -> None:
    days = {"tue", "wed", "thu", "fri", "sat"}
    for model in (Plan, Club, Week, Workout):
        assert all(f"`{key}`" in KEYS for key in keys_of(model) - days)
    assert all(f"`{option.name}`" in KEYS for option in PrintOptions.declared())
    assert all(f"`{kind}`" in KEYS for kind in KINDS)
    assert all(f"`{part}`" in SETS for part in PARTS)
    assert all(f"`{effort}`" in RUNS for effort in EFFORTS)
