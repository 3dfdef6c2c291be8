"""The committed JSON Schemas: fresh, and agreeing with the models on real and broken files."""

import json
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.library.exercise import Exercise
from cardmaker.library.schema import FILES as SCHEMAS
from cardmaker.library.schema import schema_of, schema_text
from cardmaker.library.words import Words
from cardmaker.validation.model import Model
from cardmaker.yaml12 import load_yaml_file

SCHEMA = schema_of(Exercise)
FILES = [
    *((SCHEMA, file) for file in sorted(assets.templates("exercises").glob("*.yaml"))),
    *((schema_of(Words), file) for file in sorted(assets.templates("wording").glob("*/*.yaml"))),
]
WHOLE: dict[str, Any] = {
    "name": "Band pull-apart",
    "section": "upper",
    "primary": ["upper-back"],
    "equipment": ["band"],
    "cues": [
        {"text": "Hold the band at chest height."},
        {"text": "Pull it apart."},
        {"text": "Return slowly."},
    ],
    "mistakes": [{"wrong": "Shrugs", "instead": "shoulders down"}],
}


def complaints(schema: dict[str, Any], value: Any, at: str = "") -> list[str]:
    """What of *value* the *schema* refuses; knows the keywords our schema uses."""
    if "$ref" in schema:  # the parts of both schemas are the same
        return complaints(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], value, at)
    if "anyOf" in schema:
        tried = [complaints(one, value, at) for one in schema["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    kinds: dict[str, type] = {"string": str, "array": list, "object": dict, "null": type(None)}
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{at}: not a {schema['type']}"]
    found = [f"{at}: not listed"] if "enum" in schema and value not in schema["enum"] else []
    if isinstance(value, str | list):
        suffix = "Length" if isinstance(value, str) else "Items"
        if not schema.get(f"min{suffix}", 0) <= len(value) <= schema.get(f"max{suffix}", 10_000):
            found.append(f"{at}: length {len(value)}")
    if isinstance(value, list):
        found += [c for i, item in enumerate(value) for c in complaints(schema["items"], item, f"{at}.{i}")]
    if isinstance(value, dict):
        found += [f"{at}.{key}: missing" for key in schema.get("required", ()) if key not in value]
        for key, part in value.items():
            known = schema["properties"].get(key)
            found += complaints(known, part, f"{at}.{key}") if known else [f"{at}.{key}: unknown"]
    return found


@pytest.mark.parametrize(("name", "model"), SCHEMAS.items())
def test_a_committed_schema_is_fresh(name: str, model: type[Model]) -> None:
    """If this fails, write schema_text() to the file."""
    assert assets.templates(name).read_text(encoding="utf-8") == schema_text(model)
    assert json.loads(schema_text(model)) == schema_of(model)


@pytest.mark.parametrize(
    ("schema", "file"), FILES, ids=[f"{file.parent.name}/{file.stem}" for _, file in FILES]
)
def test_every_file_agrees_with_its_schema(schema: dict[str, Any], file: Any) -> None:
    data, _ = load_yaml_file(file)
    assert complaints(schema, data) == []
    head = file.read_text("utf-8").splitlines()[0]
    named = file.parent / head.removeprefix("# yaml-language-server: $schema=")
    assert json.loads(named.read_text("utf-8")) == schema


def test_the_schema_refuses_what_the_model_refuses() -> None:
    assert complaints(SCHEMA, WHOLE) == []
    for change in (
        {"cues": WHOLE["cues"] * 2},
        {"section": "leg"},
        {"primary": ["quadriceps"]},
        {"stop": "x" * 77},
        {"reps": 8},
        {"easier": {"text": "Less", "or": None}},
        {"mistakes": [{"wrong": "Only this"}]},
    ):
        assert complaints(SCHEMA, WHOLE | change), change
    assert complaints(SCHEMA, {}) == []


def test_the_schema_takes_short_forms_and_explains_its_keys() -> None:
    assert not complaints(
        SCHEMA, WHOLE | {"cues": ["One.", "Two.", "Three."], "primary": "quads", "easier": "Less"}
    )
    for key in ("section", "primary", "equipment", "cues", "stop", "why"):
        assert SCHEMA["properties"][key]["description"], key
