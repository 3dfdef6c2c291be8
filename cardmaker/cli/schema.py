"""The name of a kind of file → its JSON Schema, for editors."""

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

    terminal.say_json(json.loads(read_text(FILES[kind])))
