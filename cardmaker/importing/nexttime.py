"""A progression of Liftosaur's, 'lp(5lb, 2, 0, 10lb, 3, 0)', 'dp(2.5kg, 8, 12)' → the rule for next time, in words."""

import re
from typing import Final

_CALL: Final = re.compile(r"(lp|dp|sum)\(([^()]*)\)\s*")
_STEP: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(kg|lb|%)")


def rule_of(progression: str) -> str:
    """The rule for next time; '' for one that words of ours can't say."""
    found = _CALL.fullmatch(progression.strip())
    values = [value.strip() for value in found[2].split(",")] if found else []
    match (found[1] if found else "", values):
        case "lp", [step, *more] if _STEP.fullmatch(step):
            return _linear(step, more)
        case "dp", [step, low, high] if _STEP.fullmatch(step) and low.isdigit() and high.isdigit():
            return f"once all sets have {high} reps, {_step(step)} and {low} reps"
        case "sum", [reps, step] if reps.isdigit() and _STEP.fullmatch(step):
            return f"once the sets have {reps} reps together, {_step(step)}"
    return ""


def _linear(step: str, more: list[str]) -> str:
    """'+5 lb after 2 sessions; after 3 sessions with reps missed, -10 lb'."""
    times, _, lower, misses, *_ = [*more, *("",) * (5 - len(more))]
    rule = _step(step) + (f" after {times} sessions" if times.isdigit() and times not in "01" else "")
    if not _STEP.fullmatch(lower) or float(lower.rstrip("kglb% ")) == 0:
        return rule
    many = f"{misses} sessions" if misses.isdigit() and misses not in "01" else "a session"
    return f"{rule}; after {many} with reps missed, {_step(lower, '-')}"


def _step(text: str, sign: str = "+") -> str:
    found = _STEP.fullmatch(text)
    assert found is not None
    return f"{sign}{found[1]}{'' if found[2] == '%' else ' '}{found[2]}"
