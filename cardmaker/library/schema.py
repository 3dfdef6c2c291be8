"""The models of exercises, and of their words apart from them → the JSON Schemas that editors read."""

from typing import Any

from pydantic import TypeAdapter

from cardmaker.library.exercise import Alternate, Cue, Exercise
from cardmaker.library.words import Words
from cardmaker.validation.model import Model
from cardmaker.validation.picture import Picture

FILES = {"exercises/exercise.schema.json": Exercise, "wording/words.schema.json": Words}
"""The models by the files of their schemas, below the templates."""
_TITLES: dict[type[Model], str] = {
    Exercise: "An exercise for cardmaker",
    Words: "The words of an exercise for cardmaker, in one language",
}


def schema_of(model: type[Model]) -> dict[str, Any]:
    """The JSON Schema of an exercise's file, or of one with its words."""
    schema = _without_titles(TypeAdapter(model).json_schema())
    parts = schema["$defs"]
    for part, key in ((Cue, "text"), (Alternate, "text"), (Picture, "file")):
        if written_out := parts.get(part.__name__):
            bare = {"type": "string", "maxLength": written_out["properties"][key]["maxLength"]}
            parts[part.__name__] = {"anyOf": [bare, written_out]}
    for key in ("aliases", "primary", "secondary", "equipment"):
        if key in schema["properties"]:
            schema["properties"][key] = _list_or_one(schema["properties"][key])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[model], **schema}


def _list_or_one(schema: dict[str, Any]) -> dict[str, Any]:
    outside: dict[str, Any] = {key: schema.pop(key) for key in ("description", "default") if key in schema}
    listed = next((one for one in schema.get("anyOf", ()) if "items" in one), schema)
    return {"anyOf": [listed, listed["items"]]} | outside


def _without_titles(node: Any) -> Any:
    if isinstance(node, dict):
        return {k: _without_titles(v) for k, v in node.items() if k != "title" or not isinstance(v, str)}
    return [_without_titles(item) for item in node] if isinstance(node, list) else node
