"""The name of a kind of file → its JSON Schema, for editors."""

from typing import Any

import click

from cardmaker import assets
from cardmaker.cli import terminal
from cardmaker.cli.params import OneOf
from cardmaker.textfile import read_text

FILES = {
    "plan": assets.templates("plans") / "plan.schema.json",
    "exercise": assets.templates("exercises") / "exercise.schema.json",
    "words": assets.templates("wording") / "words.schema.json",
}

_EPILOG = """
\b
An editor completes and checks a plan whose first line is
  # yaml-language-server: $schema=plan.schema.json
with the schema next to it:
  cardmaker schema > plan.schema.json
"""


@click.command("schema", epilog=_EPILOG)
@click.argument("kind", type=OneOf(FILES), default="plan")
def command(kind: str) -> None:
    """Print the JSON Schema of plans, of exercises, or of the words of one in another language."""
    import json

    kept = FILES[kind]
    terminal.say_json(json.loads(read_text(kept)) if kept.stat().st_size else _made(kind))


def _made(kind: str) -> dict[str, Any]:
    """The schema made from the models: '>' empties the very file that is kept ready before this program starts."""
    from cardmaker.library.exercise import Exercise
    from cardmaker.library.schema import schema_of
    from cardmaker.library.words import Words
    from cardmaker.plan.schema import plan_schema

    return plan_schema() if kind == "plan" else schema_of(Exercise if kind == "exercise" else Words)
