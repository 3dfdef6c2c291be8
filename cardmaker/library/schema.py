"""The Exercise model → the JSON Schema that editors read."""

import json
from typing import Any

from pydantic import TypeAdapter

from cardmaker.library.exercise import Alternate, Cue, Exercise
from cardmaker.validation.picture import Picture

FILE = "exercise.schema.json"


def exercise_schema() -> dict[str, Any]:
    """The JSON Schema of an exercise file."""
    schema = _without_titles(TypeAdapter(Exercise).json_schema())
    parts = schema["$defs"]
    for model, key in ((Cue, "text"), (Alternate, "text"), (Picture, "file")):
        written_out = parts[model.__name__]
        bare = {"type": "string", "maxLength": written_out["properties"][key]["maxLength"]}
        parts[model.__name__] = {"anyOf": [bare, written_out]}
    for key in ("aliases", "primary", "secondary", "equipment"):
        schema["properties"][key] = _list_or_one(schema["properties"][key])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An exercise for cardmaker",
        **schema,
    }


def exercise_schema_text() -> str:
    """The schema as its file holds it."""
    return json.dumps(exercise_schema(), indent=2, ensure_ascii=False) + "\n"


def _list_or_one(schema: dict[str, Any]) -> dict[str, Any]:
    outside: dict[str, Any] = {key: schema.pop(key) for key in ("description", "default") if key in schema}
    listed = next((one for one in schema.get("anyOf", ()) if "items" in one), schema)
    return {"anyOf": [listed, listed["items"]]} | outside


def _without_titles(node: Any) -> Any:
    if isinstance(node, dict):
        return {k: _without_titles(v) for k, v in node.items() if k != "title" or not isinstance(v, str)}
    return [_without_titles(item) for item in node] if isinstance(node, list) else node
