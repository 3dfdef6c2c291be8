"""'3x8-12 40 kg, then +2.5 kg' → the sets, and the rule by which they get harder."""

import re
from typing import Final

from cardmaker.plan.progression.notation import PER, STEP, change_from, lighter_from, plain
from cardmaker.plan.progression.record import Change, Progress
from cardmaker.plan.sets.following import rule_apart
from cardmaker.validation import shown

LONGEST: Final = 200
_DELOAD: Final = r"(?:deload|lighter)(?: weeks?)?:? (?=every|weeks?|last|the last)"
_BEGINS: Final = re.compile(
    rf"(?:^|[,;]\s*|\s+)(?P<rule>(?:then\s+)?{STEP}\s*{PER}|then\s+{STEP}(?=\s*(?:$|[,;]))"
    rf"|(?:and )?repeat(?:ed)?(?=\s*(?:$|[,;]))|{_DELOAD})",
    re.IGNORECASE,
)
_ADD: Final = r"(?:(?:add(?:ing)?|increas(?:e|ing)(?: by)?|plus|go up(?: by)?) |\+ ?)"
_SIZE: Final = STEP.removeprefix("[+-] ?")
_WEIGHT: Final = re.compile(
    r"\d ?(?:kgs?|lbs?|%|kilos?|pounds?)(?![a-z])|\b(?:bodyweight|bw|bar)\b", re.IGNORECASE
)
_SIBLINGS: Final = re.compile(
    rf"(?P<per>{PER})[:,]? (?:{_ADD}(?P<step>{_SIZE})|(?P<minus>- ?{_SIZE}))(?: more)?(?=\s*(?:$|[,;)]))"
    rf"|(?<![\w.])(?:{_ADD}(?P<added>{_SIZE})(?: more)?|(?P<more>{_SIZE}) (?:more|heavier)) (?P<each>{PER})",
    re.IGNORECASE,
)
"""'every week +2.5 kg', 'add 2.5 kg each week', '2.5 kg more every session': the same in other orders."""
_QUOTES: Final = '"“”„'
_REPEATED: Final = re.compile(r"^(?:and )?repeat(?:ed)?(?:,\s*|$)", re.IGNORECASE)
_LAST: Final = re.compile(rf"(?:^|[,;]\s*|\s+){_DELOAD}(?P<lighter>.*)$", re.IGNORECASE)


def apart(text: str) -> tuple[str, str]:
    """Sets without the rule that follows them, and the rule, '' if there is none."""
    text = plain(text)
    if rule_apart(text).rule:
        return text, ""  # it is in the coach's own words
    text = _SIBLINGS.sub(_as_rule, text)
    for found in _BEGINS.finditer(text):
        before = text[: found.start()]
        if not sum(before.count(sign) for sign in _QUOTES) % 2 and before.strip():
            return before.rstrip(" ,;"), text[found.start("rule") :].strip()
    return text, ""


def _as_rule(found: re.Match[str]) -> str:
    """'add 2.5 kg each week' as '+2.5 kg each week'; words in quotes, or of a load that isn't known, are no rule."""
    before = found.string[: found.start()]
    weight = _WEIGHT.search(found[0]) and not _WEIGHT.search(before)
    if weight or sum(before.count(sign) for sign in _QUOTES) % 2:
        return found[0]
    step = found["minus"] or f"+{found['step'] or found['added'] or found['more']}"
    return f"{step} {found['per'] or found['each']}"


def progress_from(value: object) -> Progress | None:
    """'+2.5 kg a week', 'then +2.5 kg', 'repeat'; ValueError for what is no rule."""
    if value is None or isinstance(value, Progress):
        return value
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"write the rule as '+2.5 kg a week' or 'then +2.5 kg', not {shown(value)}")
    text, deload = plain(value), None
    if last := _LAST.search(text):
        deload = lighter_from(last["lighter"])
        text = text[: last.start()].strip(" ,;")
    repeated = bool(_REPEATED.match(text))
    text = _REPEATED.sub("", text).strip(" ,;")
    double = text.lower().startswith("then ")
    change = _change(text[5:] if double else text, double=double) if text else None
    if change is None and not repeated and deload is None:
        raise ValueError(f"write the rule as '+2.5 kg a week' or 'then +2.5 kg', not {shown(value)}")
    return Progress(change, double, repeated, deload, value.strip())


def _change(text: str, *, double: bool) -> Change:
    change = change_from(text)
    if change.values:
        raise ValueError("sets go week by week with arrows: '3x8 -> 3x10 -> 4x8'")
    if not double and not re.search(PER, text, re.IGNORECASE):
        raise ValueError(
            f"'{text}' how often? write '{text} a week', '{text} each time', or 'then {text}' after a range of reps"
        )
    return change
