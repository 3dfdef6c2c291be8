"""An exercise's sections in Liftosaur's text, '3x8', '60kg', '90s', 'progress: …' → its sets, and what is left over."""

import re
from typing import Final

from cardmaker.importing.lifts import are_sets

SETS: Final = re.compile(r"\d+(?:-\d+)?\s*x\s*\d")
_WEIGHT: Final = re.compile(r"\d+(?:\.\d+)?(?:kg|lb|%)\+?")
_TIMER: Final = re.compile(r"\d+s\+?")
_EFFORT: Final = re.compile(r"@\d+(?:\.\d+)?\+?")
_EACH: Final = re.compile(r"(?<![\w.])\d+(?:-\d+)?\s*x\s*\d+(?:-\d+)?\+?")
_LOADED: Final = re.compile(r"\d\s*(?:kg|lb|%)")
KEYED: Final = re.compile(r"(?P<key>used|warmup|progress|update|id|superset)\s*:\s*(?P<value>.*)", re.DOTALL)
_WEIGHTLESS: Final = re.compile(r"(?<![\d.])\s*\b0(?:\.0)?(?:kg|lb)\b")
_UNSAID: Final = re.compile(r"warmup:\s*none|progress:\s*none|(?:progress|update):\s*custom\(\s*\)\s*")
"""What says nothing to whoever trains."""


def kind_of(section: str) -> str:
    """What a section says."""
    if keyed := KEYED.match(section):
        return keyed["key"]
    for kind, pattern in (("sets", SETS), ("weight", _WEIGHT), ("timer", _TIMER), ("effort", _EFFORT)):
        if pattern.match(section):
            return kind
    return "other"


def prescribed(sections: list[str]) -> tuple[str, list[str]]:
    """The sets that sections say together, and the words that have no place in these."""
    by_kind: dict[str, list[str]] = {}
    for section in sections:
        by_kind.setdefault(kind_of(section), []).append(section)
    sets = by_kind.pop("sets", [])
    left = [f"later {', '.join(sets[1:])}"] if len(sets) > 1 else []
    line = _apart(_ours(_WEIGHTLESS.sub("", sets[0]))) if sets else ""
    if line and not are_sets(line):
        left.append(sets[0])
        line = ""
    for kind in ("weight", "effort", "timer"):
        for section in by_kind.pop(kind, []):
            each = _EACH.sub(rf"\g<0> {section}", line) if kind == "weight" else ""
            if each.count(section) > 1 and are_sets(each) and not _LOADED.search(line):
                line = each
                continue
            together = _together(line, _ours(section), ", " if kind == "timer" else " ")
            if re.match(r"0(?:\.0)?(?:kg|lb)", section):
                continue  # nothing but the body's weight
            if line and are_sets(together):
                line = together
            else:
                left.append(section)
    by_kind.pop("used", None)
    by_kind = {
        kind: [one for one in listed if not _UNSAID.fullmatch(one)] for kind, listed in by_kind.items()
    }
    for section in by_kind.get("progress", [])[:1]:
        rule = rule_of(section.partition(":")[2])
        if line and rule and are_sets(f'{line}, next time "{rule}"'):
            line = f'{line}, next time "{rule}"'
            by_kind["progress"] = by_kind["progress"][1:]
    return line, left + [section for listed in by_kind.values() for section in listed]


def _apart(line: str) -> str:
    """Sets of which only some have an effort of their own, parted so that it is said of them alone."""
    parts = re.split(r",\s*(?=\d+(?:-\d+)?x)", line)
    own = [" RPE " in part for part in parts]
    return "; ".join(parts) if any(own) and not all(own) else line


def _together(line: str, more: str, joined: str) -> str:
    """*more* behind each of the parts of a line."""
    return "; ".join(f"{part}{joined}{more}" for part in line.split("; "))


def _ours(text: str) -> str:
    """A section as our sets have it: percents and efforts behind '@', timers as rests."""
    text = re.sub(r"@(\d+(?:\.\d+)?)\+?", r"@ RPE \1", text)
    text = re.sub(r"(?<![@\d.] )(?<![\d.])(\d+(?:\.\d+)?)%", r"@ \1%", text)
    text = re.sub(r"(?<!x)(?<![\dx])\s*\b(\d+)s\b", r", rest \1 s", text).strip(", ")
    return re.sub(r"\(([^)]*)\)", r"“\1”", text)


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
