"""All rules of training by their codes, and what a plan has of them."""

from typing import Final

from cardmaker.coaching.facts import Facts
from cardmaker.coaching.oversightrules import OVERSIGHTS
from cardmaker.coaching.rule import Advice, Rule
from cardmaker.coaching.trainingrules import RUNNING, STRENGTH
from cardmaker.errors import NotFoundError

RULES: Final = (*OVERSIGHTS, *RUNNING, *STRENGTH)

TRAINING: Final = tuple(rule for rule in RULES if rule.evidence != "oversight")
"""Those that are about training; the others are about the plan's text."""


def advise(facts: Facts, rules: tuple[Rule, ...] = RULES) -> tuple[Advice, ...]:
    """What a plan has of the rules, but for those it ignores; in the order of the rules."""
    ignored = {rule_named(name).code for name in facts.plan.ignore}
    return tuple(
        Advice(field, message, rule.code, rule.severity)
        for rule in rules
        if rule.code not in ignored
        for field, message in rule.look(facts)
    )


def rule_named(name: str) -> Rule:
    """The rule with a code or a name; NotFoundError if there is none."""
    from cardmaker.validation import closest, shown

    wanted = name.strip().casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    meant = closest(name, [*(rule.code for rule in RULES), *(rule.name for rule in RULES)])
    hint = f"; did you mean '{meant}'?" if meant else "; 'cardmaker rules' lists them"
    raise NotFoundError(f"no rule {shown(name)}{hint}")
