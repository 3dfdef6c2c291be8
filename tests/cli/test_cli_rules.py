"""`cardmaker rules`: what is checked, and why."""

import json

from cardmaker.api import rules
from tests.kit import Command


def test_every_rule_has_a_line(command: Command) -> None:
    lines = command("rules").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in rules()]


def test_a_rule_says_why_and_on_what_evidence(command: Command) -> None:
    by_code, by_name = command("rules", "CM203").out, command("rules", "longest-run").out
    assert by_code == by_name
    assert all(word in by_code for word in ("Why", "Remedy", "Evidence   strong", "Source", "Frandsen"))


def test_rules_for_programs(command: Command) -> None:
    found = json.loads(command("rules", "--json").out)
    assert [one["code"] for one in found] == [rule.code for rule in rules()]
    assert json.loads(command("rules", "cm203", "--json").out)[0]["severity"] == "warning"


def test_a_rule_that_is_not_there(command: Command) -> None:
    done = command("rules", "CM999")
    assert done.code == 6
    assert done.err.startswith("error: no rule 'CM999'; ")
