"""The rules of training that `check` knows → a table; of one rule, why, what to do, and on what evidence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of, wrapped
from cardmaker.cli.params import json_option

if TYPE_CHECKING:
    from cardmaker.api import Rule

_INDENT = 11
_EVIDENCE = {
    "strong": "strong: several trials or a large cohort agree",
    "moderate": "moderate: a standard text or a good study says so",
    "weak": "weak: what was found is uncertain",
    "practice": "practice: coaches do so, nobody has shown it",
    "oversight": "none: no matter of training, but likely a slip",
}

_EPILOG = """
\b
Examples:
  cardmaker rules
  cardmaker rules CM203
  cardmaker rules longest-run --json

'ignore: [CM201, rest-day]' in a plan leaves rules out. None of this is medical advice.
"""


@click.command("rules", epilog=_EPILOG)
@click.argument("rule", required=False, metavar="[RULE]")
@json_option
def command(rule: str | None, as_json: bool) -> None:
    """List the rules of training, or say all about one: RULE is its code or its name."""
    from cardmaker.api import rule_named, rules

    found = (rule_named(rule),) if rule else rules()
    if as_json:
        terminal.say_json([_data(one) for one in found])
    elif rule:
        terminal.say_all(_whole(found[0]))
    else:
        terminal.say_all(columns_of([(one.code, one.name, one.evidence, one.title) for one in found]))


def _whole(rule: "Rule") -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {rule.title}"
    yield ""
    yield from wrapped("Why", rule.why, _INDENT)
    yield from wrapped("Remedy", rule.remedy, _INDENT)
    if rule.principle:
        yield from wrapped("Principle", rule.principle, _INDENT)
    yield from wrapped("Evidence", _EVIDENCE[rule.evidence], _INDENT)
    yield from wrapped("Source", rule.source, _INDENT)


def _data(rule: "Rule") -> dict[str, str]:
    keys = ("code", "name", "severity", "title", "why", "remedy", "evidence", "source", "principle")
    return {key: getattr(rule, key) for key in keys}
