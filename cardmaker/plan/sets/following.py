"""The rule for next time, '3x8 60 kg, next time 62.5 kg' → the sets without it, and the rule in the coach's words."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern

LONGEST_RULE: Final = 120
"""Characters of a rule: two lines on the back of the smallest cards."""

_MARKS: Final = (
    r"next(?:\s+(?:time|session|workout))?\s*:",
    r"next\s+time(?!\w)",
    r"next(?=\s*\+?\s?\d)",
)
_CHANGE_BEFORE: Final = Pattern(r"[,;(]\s*((?:add |[+-]\s?)\d[^,;()]*)$", ",|;|(", re.IGNORECASE)
_QUOTES: Final = '"“”„'
_PART: Final = Pattern(r"[,;]\s+", ",|;", re.UNICODE)


class Following(NamedTuple):
    """Sets without their rule for next time, and the rule, '' if there is none."""

    sets: str
    rule: str


def rule_apart(text: str, marks: Iterable[str] = ()) -> Following:
    """Part the rule from the sets before it; *marks* are words of the plan's language that begin one."""
    own = [r"\s+".join(map(re.escape, mark.split())) + r"(?!\w)\s*:?" for mark in marks]
    begins = re.compile(rf"(?<![^\s,;(])(?:{'|'.join((*own, *_MARKS))})\s*", re.IGNORECASE)
    for found in begins.finditer(text):
        before = text[: found.start()]
        if sum(before.count(sign) for sign in _QUOTES) % 2:
            continue
        rule = text[found.end() :].strip()
        if before.rstrip().endswith("(") and rule.endswith(")"):
            rule = rule[:-1].strip()
        if rule.strip(")") == "" and "(" not in rule and before.count("(") > before.count(")"):
            rule = ""
        if not rule and (change := _CHANGE_BEFORE.search(before.rstrip())):  # '…, +5 lb next time'
            return Following(before[: change.start()].rstrip(" (,;"), change[1])
        return Following(before.rstrip(" (,;"), rule)
    return Following(text, "")


def is_of_parts(rule: str) -> bool:
    """Whether commas or semicolons part a rule, so that its parts could be those of sets."""
    return bool(_PART.search(rule))


def checked_rule(rule: str, is_known: Callable[[str], bool]) -> str:
    """A rule without the quotes around it; ValueError for one that goes on with parts of the sets."""
    bare = rule.strip(_QUOTES).strip()
    if not bare:
        raise ValueError(
            "nothing follows 'next time'; write what changes, such as 'next time 62.5 kg' or 'next +2.5 kg'"
        )
    if len(bare) > LONGEST_RULE:
        raise ValueError(
            f"{len(bare)} characters are too many for the rule for next time; at most {LONGEST_RULE}"
        )
    quoted = len(rule) > 1 and rule[0] in _QUOTES and rule[-1] in _QUOTES
    if any(mark in bare for mark in _QUOTES):
        raise ValueError("the rule for next time has quotes in it; write it last, and without them")
    if bare.count("(") != bare.count(")"):
        raise ValueError(
            f"a bracket is open in the rule for next time, '{bare}'; write the rule last, without it"
        )
    if rule_apart(bare).rule:
        raise ValueError("the rule for next time is given twice; write it once, last")
    for part in () if quoted else _PART.split(bare)[1:]:
        if is_known(part):
            raise ValueError(
                f"is '{part}' a part of the rule for next time? write it last, or put the rule in quotes"
            )
    return bare
