"""The plan's JSON Schema: fresh, complete, and of one mind with the loader."""

import json
from pathlib import Path
from typing import Any

import pytest

from cardmaker.assets import templates
from cardmaker.errors import PlanError
from cardmaker.plan import model
from cardmaker.plan.finishing import model_of
from cardmaker.plan.items import Item
from cardmaker.plan.load import load_plan
from cardmaker.plan.printing import PrintOptions
from cardmaker.plan.progression.signs import PROGRESSION_KEYS
from cardmaker.plan.schema import FILE, plan_schema
from cardmaker.plan.workouts import Entry, Superset, Workout
from cardmaker.validation.model import Model
from cardmaker.yaml12 import load_yaml
from tests.plan.schema_check import fits, keys_of

SCHEMA = plan_schema()
PARTS: dict[str, Any] = {"Plan": SCHEMA, **SCHEMA["$defs"]}
MODELS: tuple[type[Model], ...] = (
    model.Plan,
    model.Club,
    model.Colours,
    model_of(PrintOptions),
    model.Week,
    Item,
    Workout,
    Entry,
    Superset,
)

WRITTEN_OUT = {"Week": {"repeat", "like"}, "Plan": set(PROGRESSION_KEYS)}
"""Keys that a plan no longer has once it is read, as every week is written out by then."""


def forms(part: str) -> list[dict[str, Any]]:
    """The mappings a part may be."""
    schema = PARTS[part]
    return [form for form in (schema, *schema.get("anyOf", ())) if "properties" in form]


def test_the_committed_schema_is_fresh() -> None:
    committed = (templates("plans") / FILE).read_text(encoding="utf-8")
    assert committed == json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n", (
        f"cardmaker schema > templates/plans/{FILE}"
    )


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_every_key_of_a_model_is_in_the_schema(part: type[Model]) -> None:
    keys = keys_of(part)
    assert forms(part.__name__)[0]["properties"].keys() == keys | WRITTEN_OUT.get(part.__name__, set())


@pytest.mark.parametrize("part", [part for part in PARTS if forms(part)])
def test_every_key_is_described_in_a_sentence(part: str) -> None:
    for form in forms(part):
        for key, schema in form["properties"].items():
            assert schema["description"].endswith("."), f"{part}.{key}"


def test_every_reference_leads_somewhere() -> None:
    references: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, dict):
            references.update(value for key, value in node.items() if key == "$ref")
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(SCHEMA)
    assert references == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


PLAN = "title: x\nworkouts: {a: {exercises: [squat]}}\nweeks:\n  - {mon: [{%s}]}"
GOOD = [
    "title: x\nweeks: [{}]",
    "title: 2026\nathlete:\nweeks: [{mon: rest, tue: {run: 3 km}, wed: [rest, run: 3 km easy], thu: }]",
    PLAN % "run: 2 km wu / 6 x 400 m @ 5k w/ 200 m jog",
    PLAN % "run: {distance: 3 km, effort: easy}",
    PLAN % "run: [{time: 20 min}, {repeat: 3, steps: [1 km, {distance: 1 km}], recovery: 1 min jog}]",
    PLAN % "strength: a, note: x, name: y",
    PLAN % "rest: , workout: a",
    PLAN % "cross-training: bike",
    "title: x\nworkouts: {a: {exercises: [squat, squat: 3x10, {squat: 3x10, note: y}, squat: ]}}",
    "title: x\nworkouts: {a: {exercises: [{squat: {sets: 3, hold: 30 s}}]}}",
    "title: x\nworkouts: {a: {exercises: [{exercise: squat, sets: {sets: 3, reps: 10, rpe: 7}}]}}",
    "title: x\nworkouts: {a: {exercises: [{superset: [squat: 3x10, plank: 3x30 s], rest: 60 s}]}}",
    'title: x\nclub: {colours: {primary: "#0F4C5C"}}\nweeks: [{}]\nstart: 2027-03-01\nprint: {imposition: single}',
]
BAD = [
    "title: x",
    "weeks: [{}]",
    "title: x\nweeks: [{}]\nmore: 1",
    "title: x\nweeks: [{monnday: rest}]",
    "title: x\nweeks: [{mon: 3}]",
    "title: x\nweeks: [{}]\nunits: metrisch",
    "title: x\nweeks: [{}]\nstart: tomorrow",
    PLAN % "name: x",
    PLAN % "run: 3",
    PLAN % "run: []",
    PLAN % "run: {effort: easy}",
    PLAN % "run: {distance: 3 km, effort: eazy}",
    PLAN % "run: [{repeat: 0, steps: [1 km]}]",
    "title: x\nworkouts: {a: {exercises: []}}",
    "title: x\nworkouts: {a: {}}",
    "title: x\nworkouts: {a: {exercises: [{squat: 3x10, nte: y}]}}",
    "title: x\nworkouts: {a: {exercises: [{squat: many}]}}",
    "title: x\nworkouts: {a: {exercises: [{exercise: squat, sets: {sets: 3}}]}}",
    "title: x\nworkouts: {a: {exercises: [{superset: [squat]}]}}",
    "title: x\nclub: {colours: {primary: red}}\nweeks: [{}]",
    "title: x\nprint: {imposition: sheets}\nweeks: [{}]",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_loader_takes_fits_the_schema(text: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(text)
    load_plan(tmp_path / "plan.yaml")
    assert fits(load_yaml(text, "x")[0], SCHEMA, SCHEMA)


@pytest.mark.parametrize("text", BAD)
def test_what_the_schema_refuses_the_loader_refuses_too(text: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(text)
    assert not fits(load_yaml(text, "x")[0], SCHEMA, SCHEMA)
    with pytest.raises(PlanError):
        load_plan(tmp_path / "plan.yaml")
