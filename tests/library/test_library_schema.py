"""The committed JSON Schema: fresh, and agreeing with the model on real and broken files."""

import json
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.library.schema import FILE, exercise_schema, exercise_schema_text
from cardmaker.yaml12 import load_yaml_file

SCHEMA = exercise_schema()
FILES = sorted(assets.templates("exercises").glob("*.yaml"))


def complaints(schema: dict[str, Any], value: Any, at: str = "") -> list[str]:
    """What of *value* the *schema* refuses; knows the keywords our schema uses."""
    if "$ref" in schema:
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


def test_the_committed_schema_is_fresh() -> None:
    """If this fails, write exercise_schema_text() to the file."""
    file = assets.templates("exercises") / FILE
    assert file.read_text(encoding="utf-8") == exercise_schema_text()


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_file_agrees_with_the_schema(file: Any) -> None:
    data, _ = load_yaml_file(file)
    assert complaints(SCHEMA, data) == []


def test_the_schema_refuses_what_the_model_refuses() -> None:
    data, _ = load_yaml_file(FILES[0])
    for change in (
        {"cues": data["cues"] * 2},
        {"section": "leg"},
        {"primary": ["quadriceps"]},
        {"stop": "x" * 77},
        {"reps": 8},
        {"easier": {"text": "Less", "or": None}},
        {"mistakes": [{"wrong": "Only this"}]},
    ):
        assert complaints(SCHEMA, data | change), change
    assert complaints(SCHEMA, {}) == []


def test_the_schema_takes_short_forms_and_explains_its_keys() -> None:
    data, _ = load_yaml_file(FILES[0])
    assert not complaints(
        SCHEMA, data | {"cues": ["One.", "Two.", "Three."], "primary": "quads", "easier": "Less"}
    )
    assert json.loads(exercise_schema_text()) == SCHEMA
    for key in ("section", "primary", "equipment", "cues", "stop", "why"):
        assert SCHEMA["properties"][key]["description"], key
