"""The keys from which weeks follow → their part of the plan's JSON Schema."""

from typing import Any, Final

from cardmaker.plan.weeks import DAY_KEYS

Schema = dict[str, Any]

_CHANGE: Final[Schema] = {
    "type": ["string", "null"],
    "examples": [
        "+1 km a week",
        "+10% a week, to 14 km",
        "+1 repeat every 2 weeks",
        "+2.5 kg a week",
        "8, 9, 10, 8 km",
    ],
}
_LIGHTER: Final[Schema] = {
    "type": ["string", "null"],
    "examples": ["every 4th week, -30%", "week 4, 8: runs -30%, sets -1"],
}


def progression_schema() -> Schema:
    """The plan's keys from which weeks follow."""
    phase: Schema = {"anyOf": [{"type": ["integer", "string"]}, {"$ref": "#/$defs/Phase"}]}
    several: Schema = {
        "anyOf": [{"type": "object", "additionalProperties": phase}, {"type": "array", "items": phase}]
    }
    return {
        "phases": {"anyOf": [*several["anyOf"], {"type": ["integer", "string"]}]},
        "base_week": {"$ref": "#/$defs/Week"},
        "change": {"type": ["object", "null"], "additionalProperties": _CHANGE},
        "lighter": dict(_LIGHTER),
        "race": {"anyOf": [{"type": "string", "examples": ["2027-05-16"]}, {"$ref": "#/$defs/Race"}]},
        "taper": {"type": ["string", "null"], "examples": ["2 weeks, -50%"]},
    }


def phase_schema(week: Schema) -> Schema:
    """A phase, whose days are those of a *week*."""
    days = {key: dict(week["properties"][key]) for key in DAY_KEYS}
    number: Schema = {"type": ["integer", "string"]}
    text: Schema = {"type": "string"}
    changes: Schema = {
        "anyOf": [{"type": "object", "additionalProperties": _CHANGE}, {"type": ["string", "null"]}]
    }
    own = {
        "name": text,
        "weeks": number,
        "repeat": number,
        "focus": text,
        "note": text,
        "change": changes,
        "lighter": _LIGHTER,
    }
    return {**closed({**{key: dict(one) for key, one in own.items()}, **days}), "required": ["weeks"]}


def race_schema() -> Schema:
    """The race that a plan leads to."""
    text: Schema = {"type": "string"}
    keys = {
        "date": {**text, "examples": ["2027-05-16"]},
        "week": {"type": "integer", "minimum": 1},
        "day": text,
    }
    more = {"run": {"$ref": "#/$defs/Run"}, "name": text, "note": text}
    return closed({key: dict(one) for key, one in {**keys, **more}.items()})


def closed(properties: Schema) -> Schema:
    """A mapping with these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}
