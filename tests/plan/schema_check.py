"""As much of a JSON Schema validator as the plan's schema needs, to try it on plans."""

import re
from dataclasses import fields
from typing import Any

from cardmaker.validation.model import Model

Schema = dict[str, Any]
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_KNOWN = {
    "$schema", "$defs", "title", "description", "examples",
    "$ref", "type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "properties",
    "additionalProperties", "required", "minProperties", "maxProperties", "items", "minItems", "maxItems",
    "anyOf", "oneOf", "not", "propertyNames", "patternProperties",
}  # fmt: skip


def keys_of(model: type[Model]) -> set[str]:
    """The keys that a model's files may write."""
    return {model.KEYS.get(field.name, field.name) for field in fields(model)}  # type: ignore[arg-type]


def fits(value: object, schema: Schema | bool, root: Schema) -> bool:
    """Whether *value* is as *schema*, a part of *root*, wants it; KeyError for a word this doesn't know."""
    if isinstance(schema, bool):
        return schema
    if unknown := schema.keys() - _KNOWN:
        raise KeyError(unknown)
    if "$ref" in schema and not fits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root):
        return False
    types = schema.get("type", list(_TYPES))
    types = [types] if isinstance(types, str) else types
    if not any(isinstance(value, _TYPES[name]) for name in types):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    return (
        all(fits(value, schema[key], root) is wanted for key, wanted in (("not", False),) if key in schema)
        and ("anyOf" not in schema or any(fits(value, one, root) for one in schema["anyOf"]))
        and ("oneOf" not in schema or sum(fits(value, one, root) for one in schema["oneOf"]) == 1)
        and _size_fits(value, schema)
        and _parts_fit(value, schema, root)
    )


def _size_fits(value: object, schema: Schema) -> bool:
    if isinstance(value, str):
        matches = re.search(schema.get("pattern", ""), value) is not None
        return matches and schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9)
    if isinstance(value, list):
        return bool(schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9))
    if isinstance(value, dict):
        return bool(schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", 10**9))
    if isinstance(value, int):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True


def _parts_fit(value: object, schema: Schema, root: Schema) -> bool:
    if isinstance(value, list):
        return all(fits(item, schema.get("items", True), root) for item in value)
    if not isinstance(value, dict):
        return True
    return all(key in value for key in schema.get("required", ())) and all(
        fits(part, _schema_of(key, schema), root) and fits(key, schema.get("propertyNames", True), root)
        for key, part in value.items()
    )


def _schema_of(key: str, schema: Schema) -> Schema | bool:
    """What the value of *key* has to be: its own schema, that of a pattern it matches, or that of all others."""
    patterns = [
        part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, key)
    ]
    found: Schema | bool = schema.get("additionalProperties", True)
    known: dict[str, Schema | bool] = schema.get("properties", {})
    return known.get(key, patterns[0] if patterns else found)
