"""The committed JSON Schemas: fresh, and agreeing with the models on real and broken files."""

import json
from pathlib import Path
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.library.exercise import Exercise
from cardmaker.library.schema import FILES as SCHEMAS
from cardmaker.library.schema import schema_of
from cardmaker.library.words import Words
from cardmaker.validation.model import Model
from cardmaker.yaml12 import load_yaml_file

SCHEMA = schema_of(Exercise)
FILES: dict[str, tuple[type[Model], str]] = {
    "facts": (Exercise, "exercises/*.yaml"),
    "words": (Words, "wording/*/*.yaml"),
}
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
    """If this fails: cardmaker schema exercise > templates/exercises/exercise.schema.json, and the same of words."""
    made = json.dumps(schema_of(model), indent=2, ensure_ascii=False) + "\n"
    assert assets.templates(name).read_text(encoding="utf-8") == made


@pytest.mark.parametrize("kind", FILES)
def test_every_file_agrees_with_its_schema(kind: str) -> None:
    model, pattern = FILES[kind]
    schema = schema_of(model)
    files = sorted(assets.templates(".").glob(pattern))
    found = {str(file): complaints(schema, load_yaml_file(file)[0]) for file in files}
    assert {file: wrong for file, wrong in found.items() if wrong} == {}
    assert len(found) > 100
    heads = {(file.parent / _named(file)).resolve() for file in files}
    assert [json.loads(head.read_text("utf-8")) for head in heads] == [schema]


def _named(file: Path) -> str:
    """The schema that the first line of a file names."""
    return file.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")


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
