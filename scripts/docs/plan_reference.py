"""The JSON Schemas of plans and exercise files → pages of tables: every key, what it takes, what it means."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
Schema = Mapping[str, Any]

PAGES = {
    "reference/plan.md": ("Plan reference", ROOT / "templates" / "plans" / "plan.schema.json"),
    "reference/exercise.md": (
        "Exercise reference",
        ROOT / "templates" / "exercises" / "exercise.schema.json",
    ),
}


def pages() -> Iterator[tuple[str, str]]:
    """Each page's place on the site, and its text."""
    for place, (title, path) in PAGES.items():
        yield place, page(title, json.loads(path.read_text("utf-8")))


def page(title: str, schema: Schema) -> str:
    """A schema as a page: its own keys first, then those of each part."""
    parts = schema.get("$defs", {})
    lines = [f"# {title}", "", schema.get("description", ""), "", *table(schema)]
    for name, part in sorted(parts.items()):
        lines += ["", f"## {name}", "", part.get("description", ""), "", *forms(part)]
    return "\n".join(lines) + "\n"


def forms(part: Schema) -> list[str]:
    """A part's ways to be written: a value, or a mapping with these keys."""
    lines = table(part)
    choices = part.get("anyOf", [] if lines else [part])
    needed = [key for choice in choices for key in choice.get("required", ()) if "properties" not in choice]
    if needed:
        return [*lines, "", "One of " + ", ".join(f"`{key}`" for key in needed) + " is required."]
    for choice in choices:
        written = table(choice) or [f"- {kind(choice)}{described(choice)}"]
        lines += ["", *written] if written[0].startswith("|") else written
    return lines


def table(schema: Schema) -> list[str]:
    """The keys of a mapping as a table."""
    needed = schema.get("required", [])
    rows = ["| key | takes | |", "| --- | --- | --- |"]
    for key, value in schema.get("properties", {}).items():
        about = value.get("description", "") + (" **Required.**" if key in needed else "")
        rows.append(f"| `{key}` | {kind(value)} | {cell(about)} |")
    return rows if len(rows) > 2 else []


def kind(schema: Schema) -> str:
    """What a value may be, in words; parts as links."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind(one) for one in schema["anyOf"] if one.get("type") != "null"))
    types = schema.get("type", "anything")
    names = [types] if isinstance(types, str) else [name for name in types if name != "null"]
    return " or ".join(dict.fromkeys(_WORDS.get(name, name) for name in names)) + _inside(schema)


def described(schema: Schema) -> str:
    """A value's description, behind a colon."""
    return f": {schema['description']}" if "description" in schema else ""


def cell(text: str) -> str:
    """Text that fits into a table."""
    return text.replace("|", "\\|").replace("\n", " ")


_WORDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "yes or no",
    "array": "a list",
    "object": "a mapping",
}


def _inside(schema: Schema) -> str:
    """Of what a list or a mapping is."""
    inner = schema.get("items") or schema.get("additionalProperties")
    return f" of {kind(inner)}" if isinstance(inner, dict) and inner else ""
