"""The Plan model and what it takes besides, notations and shorthands → the JSON Schema that editors read."""

from typing import Any, Final

from cardmaker.plan.daynames import PATTERN
from cardmaker.plan.descriptions import DESCRIPTIONS
from cardmaker.plan.items import KINDS
from cardmaker.plan.model import Plan
from cardmaker.plan.progression.schema import closed, phase_schema, progression_schema, race_schema
from cardmaker.plan.runs.asking import MOST_REPEATS
from cardmaker.plan.runs.efforts import EFFORTS, ROLES
from cardmaker.plan.runs.written import REPEAT_KEYS, STEP_KEYS
from cardmaker.plan.sets import MAX_SETS
from cardmaker.plan.sets.written import PARTS
from cardmaker.plan.workoutkeys import FORMATS, SUPERSETS

FILE: Final = "plan.schema.json"

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The JSON Schema of a plan file."""
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

    class Quiet(GenerateJsonSchema):
        """Says nothing of a default that is a record; such a field has none in the schema."""

        ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012  pydantic's own

    schema = _plain(TypeAdapter(Plan).json_schema(schema_generator=Quiet))
    parts: Schema = schema.pop("$defs")
    parts["Week"]["properties"] |= {key: {"type": "integer", "minimum": 1} for key in ("repeat", "like")}
    parts["Superset"] = {"anyOf": [parts["Superset"], _turns(parts["Superset"])]}
    parts["Workout"] = {"anyOf": [parts["Workout"], _timed(parts["Workout"])]}
    parts |= {"Phase": phase_schema(parts["Week"]), "Race": race_schema()}
    schema["properties"] |= progression_schema()
    parts |= {"Stock": _stock(), "Run": _run(), "Step": _step(), "Repeat": _repeat(), "Sets": _sets()}
    for name, part in {**parts, "Plan": schema}.items():
        for key, words in DESCRIPTIONS.get(name, {}).items():
            for form in (part, *part.get("anyOf", ())):
                if key in form.get("properties", {}):
                    form["properties"][key]["description"] = words
    for part in parts.values():
        part.pop("description", None)
    parts["Athlete"] = {"anyOf": [{"type": ["string", "null"]}, parts["Athlete"]]}
    _shorten(parts)
    schema["properties"]["days"] = {
        "description": schema["properties"]["days"]["description"],
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/Day"},
    }
    weeks = schema["properties"]["weeks"]
    by_number = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Week"}}
    schema["properties"]["weeks"] = {
        "description": weeks.pop("description"),
        "anyOf": [weeks, by_number],
    }
    schema["anyOf"] = [{"required": [key]} for key in ("weeks", "base_week", "workouts")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A training plan for cardmaker",
        **schema,
        "$defs": dict(sorted(parts.items())),
    }


def _shorten(parts: Schema) -> None:
    """Add the shorthands: 'rest' for a day, '- squat: 3x10' for an exercise, a file's name for a picture."""
    parts["Picture"] = {"anyOf": [dict(parts["Picture"]["properties"]["file"]), parts["Picture"]]}
    item = parts["Item"]
    item["anyOf"] = [{"required": [kind]} for kind in KINDS]
    _shorten_days(parts)
    entry = parts["Entry"]
    short = {
        "description": "An exercise and what to do of it.",
        "type": "object",
        "properties": {key: entry["properties"][key] for key in ("next", "note", "progress", "weeks")},
        "additionalProperties": {"anyOf": [{"$ref": "#/$defs/Sets"}, {"type": "null"}]},
        "not": {"anyOf": [{"required": [key]} for key in (*SUPERSETS[:3], "exercise", "sets")]},
        "minProperties": 1,
        "maxProperties": 5,
    }
    parts["Entry"] = {"anyOf": [{"type": "string", "description": "An exercise."}, entry, short]}


def _shorten_days(parts: Schema) -> None:
    """Add what a day may be: a word, one entry or a list; and the names of days, alone and together."""
    word = {
        "type": "string",
        "description": "rest, or the name of a day under 'days:'.",
        "examples": ["rest", "rest or 20 min yoga"],
    }
    entry = [word, {"$ref": "#/$defs/Item"}]
    parts["Day"] = {"anyOf": [*entry, {"type": "array", "items": {"anyOf": entry}}, {"type": "null"}]}
    others = {"description": "A day or several: Monday, mon-fri, 'tue, thu', weekend.", "$ref": "#/$defs/Day"}
    for week in (parts["Week"], parts["Phase"]):
        for key, day in week["properties"].items():
            if day.get("type") == "array":
                week["properties"][key] = {"description": day["description"], "$ref": "#/$defs/Day"}
        week["patternProperties"] = {PATTERN: others}


def _turns(superset: Schema) -> Schema:
    """A superset under another key, or with its format in a key of its own."""
    own = {key: value for key, value in superset["properties"].items() if key != "superset"}
    listed = {key: dict(superset["properties"]["superset"]) for key in SUPERSETS}
    return {
        **closed({**_formats(), **own, **listed}),
        "anyOf": [{"required": [key]} for key in SUPERSETS],
    }


def _timed(workout: Schema) -> Schema:
    """A workout with its format in a key of its own."""
    own = workout["properties"]
    return {**closed({**own, **_formats()}), "required": workout["required"]}


def _formats() -> Schema:
    return {key: {"type": ["string", "integer", "null"]} for key in FORMATS}


def _run() -> Schema:
    steps = {"anyOf": [{"$ref": "#/$defs/Step"}, {"$ref": "#/$defs/Repeat"}, {"type": "string"}]}
    notation = {
        "type": "string",
        "pattern": r"^\s*[\dA-Za-z]",
        "examples": [
            "8 km easy",
            "40 min tempo",
            "6 x 800 m @ 5k w/ 400 m jog",
            "2 km wu / 3 x (1 km @ 10k w/ 2 min rest) / 2 km cd",
            "10 x 100 m strides",
        ],
    }
    return {"anyOf": [notation, {"$ref": "#/$defs/Step"}, {"type": "array", "minItems": 1, "items": steps}]}


def _step() -> Schema:
    properties: Schema = {key: {"type": "string"} for key in STEP_KEYS}
    properties["effort"] = {"enum": list(EFFORTS)}
    properties["role"] = {"enum": list(ROLES)}
    return {
        **closed(properties),
        "anyOf": [{"required": ["distance"]}, {"required": ["time"]}],
    }


def _repeat() -> Schema:
    properties: Schema = {
        "repeat": {"type": "integer", "minimum": 1, "maximum": MOST_REPEATS},
        "steps": {
            "type": "array",
            "minItems": 1,
            "items": {
                "anyOf": [{"$ref": "#/$defs/Step"}, {"$ref": "#/$defs/Repeat"}, {"type": "string"}],
            },
        },
        "recovery": {"anyOf": [{"type": "string", "examples": ["200 m jog"]}, {"$ref": "#/$defs/Step"}]},
    }
    return {**closed({key: properties[key] for key in REPEAT_KEYS}), "required": ["repeat", "steps"]}


def _sets() -> Schema:
    number_or_text = {"type": ["number", "string"]}
    properties: Schema = {key: dict(number_or_text) for key in PARTS}
    properties["sets"] = {"type": ["integer", "string"], "minimum": 1, "maximum": MAX_SETS}
    properties["per"] = {"enum": ["side", "leg", "arm", "way", "direction"]}
    bare = {"type": "integer", "description": "Repetitions in each round of a workout with a format."}
    notation = {
        "type": "string",
        "pattern": r"\d|[Aa][Mm][Rr][Aa][Pp]|[Mm]ax|[Ff]ail|[Hh]eavy|[Tt]abata|sets",
        "examples": [
            "3x10",
            "3x8-12 @ RPE 7, rest 90 s",
            "5x5 @ 80%",
            "3x30 s/side",
            "12, 10, 8, 6 @ 60, 70, 80, 90 kg",
            "3x8, 1x8 to failure",
            "3x8 2x8 kg, tempo 3-1-1",
        ],
    }
    work = [{"required": [key]} for key in ("reps", "hold", "distance", "calories")]
    return {"anyOf": [notation, bare, {**closed(properties), "required": ["sets"], "oneOf": work}]}


def _stock() -> Schema:
    """A stock written out; the files of template folders take the same keys."""
    length: Schema = {"type": ["number", "string"], "examples": ["63 mm", "2.5 in"]}
    size = {**closed({"width": length, "height": length}), "required": ["width", "height"]}
    place = {**closed({"x": length, "y": length}), "required": ["x", "y"]}
    count: Schema = {"type": "integer", "minimum": 1, "maximum": 100}
    turn: Schema = {"enum": [0, 90, 180, 270]}
    grid = {"columns": count, "rows": count, "turn": turn, "origin": place, "pitch": size}
    packed = {"margin": length, "gutter": length, "landscape": {"type": "boolean"}}
    on_paper = {"anyOf": [closed({**grid, **packed}), {"type": "null"}]}
    hole = closed({"x": length, "y": length, "diameter": length})
    properties: Schema = {
        "name": {"type": "string"},
        "about": {"type": "string"},
        "brand": {"type": "string"},
        "part": {"type": ["string", "integer"]},
        "also": {"type": "array", "items": {"type": ["string", "integer"]}},
        "card": size,
        "corner_radius": length,
        "safe_margin": length,
        "pre_cut": {"type": "boolean"},
        "sides": {"enum": ["both", "one"]},
        "holes": {"type": "array", "items": {**hole, "required": ["x", "y", "diameter"]}},
        "papers": {"type": "object", "additionalProperties": on_paper},
    }
    return {**closed(properties), "required": ["card"]}


_READ: Final[dict[str, Schema]] = {
    "run_from": {"$ref": "#/$defs/Run"},
    "sets_from": {"$ref": "#/$defs/Sets"},
    "weeks_from": {
        "anyOf": [
            {"type": "string", "pattern": r"\d", "examples": ["3x8, 3x10, 4x8, 2x8"]},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Sets"}},
        ]
    },
    "format_from": {
        "type": "string",
        "examples": ["EMOM 12 min", "AMRAP 15 min", "5 rounds for time", "Tabata"],
    },
    "rest_from": {"type": "string", "examples": ["60 s", "2 min"]},
    "progress_from": {
        "type": ["string", "null"],
        "examples": ["+2.5 kg a week", "then +2.5 kg", "repeat", "+2.5 kg a cycle"],
    },
    "read_date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2027-03-01"]},
    "read_colour": {
        "type": "string",
        "pattern": "^#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$",
        "examples": ["#0F4C5C"],
    },
    "stock": {
        "anyOf": [
            {"type": ["string", "number"], "examples": ["a7", "my-stock.yaml"]},
            {"$ref": "#/$defs/Stock"},
        ]
    },
    "length": {"type": ["number", "string"], "examples": ["3 mm", "0.125 in"]},
    "read_pace": {"type": ["string", "null"], "examples": ["6:00/km", "9:30/mi"]},
    "read_weight": {"type": ["string", "null"], "examples": ["62.5 kg", "135 lb"]},
    "read_weights": {
        "anyOf": [
            {"type": "string", "examples": ["20, 15, 10, 5, 2.5, 1.25 kg"]},
            {"type": "array", "items": {"type": ["string", "number"]}},
            {"type": "null"},
        ]
    },
    "read_lift": {"type": "string", "examples": ["100 kg", "5 x 90 kg"]},
    "read_races": {
        "type": ["object", "null"],
        "additionalProperties": {"type": "string", "examples": ["42:30", "1:32:10"]},
    },
    "whole": {"type": ["integer", "string", "null"]},
    "read_duration": {"type": "string", "examples": ["45 min", "1 h 15 min"]},
}


def _plain(node: Any) -> Any:
    """A schema without pydantic's titles and defaults, and with the notations in their places."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-read-by" in node:
        described = {"description": node["description"]} if "description" in node else {}
        return {**_READ[node["x-read-by"]], **described}
    return {
        key: _plain(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and key != "default"
    }
