"""Whether a plan has rules at all: what every plan is asked, before the rest of this package is imported."""

import re
from collections.abc import Mapping
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.progression.record import Progress

PROGRESSION_KEYS: Final = ("phases", "base_week", "change", "lighter", "race", "taper")
"""Keys of a plan that say how its weeks follow from others."""
_MAYBE_RULE: Final = Pattern(
    r"[\s,;](?:[+-]\s?\d|then\s|(?:and )?repeat|deload|lighter)|\d ?(?:kg|lb)s?\s+[^\W\d]{4,}"
    r"|[,;]\s*(?!rest|tempo|rpe|rir)[^\W\d][^,;]*\d",
    "",
    re.IGNORECASE,
)
"""A plus, or a part that begins with a word and has a number, in any language: 'add 2.5 kg each week'."""


def may_have_rule(text: str) -> bool:
    """Whether a rule by which sets get harder may follow them in a text."""
    return bool(_MAYBE_RULE.search(text))


def has_rules(data: Mapping[str, Any]) -> bool:
    """Whether a plan has rules from which weeks, or the sets of weeks, follow."""
    return any(key in data for key in PROGRESSION_KEYS) or _in_workouts(data.get("workouts"))


def _in_workouts(node: object) -> bool:
    match node:
        case dict():
            return "progress" in node or any(map(_in_workouts, node.values()))
        case list():
            return any(map(_in_workouts, node))
        case str():
            return may_have_rule(node)
    return False


def progress_from(value: object) -> Progress | None:
    """Read the rule by which an exercise gets harder; ValueError for what is none."""
    from cardmaker.plan.progression import rules

    return rules.progress_from(value)
