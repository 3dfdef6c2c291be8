"""What `expand` prints: an ordinary plan that means the same, the same again if it is expanded once more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.api import Workshop
from cardmaker.assets import templates
from cardmaker.plan.expanded import expanded_text
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import Plan
from cardmaker.plan.progression.signs import PROGRESSION_KEYS
from cardmaker.plan.source import source_of
from cardmaker.resolve.names import open_catalogue
from cardmaker.yaml12 import load_yaml
from tests.kit import PLANS
from tests.plan.plan_names import SmallWorld
from tests.plan.progression.progression_kit import BASE

ALL = """\
# what it is for
title: x      # a name
# of the phases
phases: {Base: 4, Build: {weeks: 3, focus: Hills, sat: {run: 12 km long}}}
base_week:
  mon: easy day
  tue, thu: {strength: legs}
  sat: {run: 10 km long}
days: {easy day: [{run: 6 km easy}]}
change: {long: +1 km, squat: +2.5 kg a week}
lighter: every 4th week, -30%
race: {week: 7, day: sun, run: 10 km, note: Slowly at first}
taper: 10 days, -45%
weeks: {2: {sat: rest}, 3-4: {focus: "Hills: steep"}}

# all of it
workouts:
  legs:
    exercises:
      - squat: 3x5 60 kg
      - superset: [{plank: 3x30 s}, {exercise: glute-bridge, sets: "3x8-12 20 kg, then +2.5 kg", note: Slowly}]
"""


def read(text: str, name: str = "plan.yaml") -> tuple[Plan, str]:
    """A plan, and the text of it with every week written out."""
    source = source_of(text, name, Path())
    loaded = check_plan(source, SmallWorld())
    assert isinstance(loaded.source.data, dict)
    return loaded.plan.but(named_days={}), expanded_text(text, source, loaded.source.data)


@pytest.mark.parametrize(
    "text",
    [
        ALL,
        f"{BASE}change: {{long: +1 km}}\n",
        "title: x\nweeks: [{repeat: 2, mon-wed: rest}, {like: 2, sun: {run: 9 km}}]\n",
    ],
    ids=["all", "runs", "weeks alone"],
)  # fmt: skip
def test_it_means_the_same_and_stays_so(text: str) -> None:
    plan, expanded = read(text)
    again, twice = read(expanded)
    assert again == plan
    assert twice == expanded


@pytest.mark.parametrize("name", PLANS)
def test_starter_plans_mean_the_same_written_out(name: str) -> None:
    """Pages are made of the plan alone, so the same plan is the same pages."""
    text = PLANS[name].read_text(encoding="utf-8")
    source = source_of(text, "plan.yaml", Path())
    loaded = check_plan(source, open_catalogue())
    assert isinstance(loaded.source.data, dict)
    expanded = expanded_text(text, source, loaded.source.data)
    again = check_plan(source_of(expanded, "plan.yaml", Path()), open_catalogue())
    assert again.plan.but(named_days={}) == loaded.plan.but(named_days={})
    assert len(loaded.plan.weeks) < 2 or "phases" not in load_yaml(expanded, "x")[0]


@pytest.mark.parametrize(
    "name", [name if name == "ten-k" else pytest.param(name, marks=pytest.mark.deep) for name in PLANS]
)
def test_starter_plans_written_out_build_the_same_pages(name: str, tmp_path: Path) -> None:
    text = PLANS[name].read_text(encoding="utf-8")
    source = source_of(text, "plan.yaml", Path())
    loaded = check_plan(source, open_catalogue())
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    before = Workshop().build(tmp_path / "plan.yaml")
    (tmp_path / "plan.yaml").write_text(expanded_text(text, source, loaded.source.data), "utf-8")  # type: ignore[arg-type]
    assert Workshop().build(tmp_path / "plan.yaml") == before
    assert before


def test_nothing_of_the_rules_is_left_and_other_words_stay() -> None:
    _, expanded = read(ALL)
    assert load_yaml(expanded, "x")[0].keys() == {"title", "weeks", "workouts"}
    assert "# what it is for\ntitle: x      # a name\n" in expanded
    assert "# all of it\nworkouts:\n" not in expanded  # its sets are written out
    assert "note: Slowly" in expanded


def test_a_plan_without_rules_is_printed_as_it_is() -> None:
    text = (templates("plans") / "ten-k-build.yaml").read_text(encoding="utf-8")
    source = source_of(text, "plan.yaml", Path())
    loaded = check_plan(source, None)
    assert isinstance(loaded.source.data, dict)
    assert expanded_text(text, source, loaded.source.data) == text


def test_anchors_that_go_with_what_is_written_again() -> None:
    """The words of `tips` are an alias of what is no more there, so that all of it is written again."""
    text = ALL.replace("focus: Hills,", "focus: &hills Hills,") + "tips: [*hills]\n"
    plan, expanded = read(text)
    again, _ = read(expanded)
    assert again == plan
    assert again.tips == ("Hills",)


@pytest.mark.parametrize("name", ["plan.json", "plan.toml"])
def test_other_formats_come_out_as_yaml(name: str) -> None:
    text = {
        "plan.json": '{"title": "x", "phases": {"Base": 2}, "base_week": {"sat": {"run": "9 km long"}}, '
        '"change": {"long": "+1 km"}}',
        "plan.toml": 'title = "x"\nphases = {Base = 2}\nbase_week = {sat = {run = "9 km long"}}\n'
        'change = {long = "+1 km"}\n',
    }[name]
    plan, expanded = read(text, name)
    assert read(expanded)[0] == plan
    assert [str(week.sat[0].run) for week in plan.weeks] == ["9 km long", "10 km long"]


@st.composite
def rules(draw: st.DrawFn) -> str:
    """A plan with any rules that go together."""
    weeks = draw(st.integers(2, 9))
    long = draw(st.sampled_from(["+1 km", "+10%", "+1.5 km every 2 weeks", "-0.5 km", "8, 9, 10 km", "none"]))
    load = draw(
        st.sampled_from(
            ["+2.5 kg a week", "+5% load", "+1 rep every 2 weeks", "+1 set every 3 weeks, to 5 sets"]
        )
    )
    more = draw(
        st.lists(
            st.sampled_from(
                ["lighter: every 3rd week, -40%", "taper: 2 weeks, -50%\nrace: {week: 2, day: wed, run: 5 km}",
                 "weeks: {2: {sat: rest, focus: Easy}}"]
            ),
            unique=True,
        )
    )  # fmt: skip
    sets = draw(st.sampled_from(["3x5 60 kg", "2-3x8-12 60 kg, rest 90 s", "warm-up 1x5 40 kg; 3x5 60 kg"]))
    if "set" in load and "warm" in sets:
        sets = "3x5 60 kg"
    head = BASE.replace("{Base: 4, Build: 4}", f"{{Base: {weeks}}}").replace(
        "  mon:", "  tue: {strength: legs}\n  mon:"
    )
    lines = [
        f'change: {{long: "{long}", squat: "{load}"}}',
        *more,
        f"workouts: {{legs: {{exercises: [squat: '{sets}']}}}}",
    ]
    return head + "\n".join(lines) + "\n"


@settings(max_examples=20, deadline=None)
@given(rules())
def test_expanding_twice_changes_nothing(text: str) -> None:
    plan, expanded = read(text)
    again, twice = read(expanded)
    assert again == plan
    assert twice == expanded
    assert not set(PROGRESSION_KEYS) & load_yaml(expanded, "x")[0].keys()
