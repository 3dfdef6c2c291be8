"""The keys of a workout as coaches write them → those of its models: short entries, formats, rules and weeks apart."""

from typing import Any, Final

from cardmaker.plan.names import Checks
from cardmaker.plan.progression.signs import may_have_rule
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.sets.written import PARTS, is_weekly
from cardmaker.spelling import slip_of
from cardmaker.yaml12 import written

_ENTRY_KEYS: Final = ("exercise", "name", "sets", "weeks", "progress", "next", "note")

SUPERSETS: Final = (
    "superset",
    "circuit",
    "stations",
    "giant set",
    "triset",
    "complex",
    "tabata",
    "exercises",
)
"""Keys under which exercises done in turn are listed."""

_NO_EXERCISE: Final = frozenset(
    (
        "rest",
        "reps",
        "load",
        "weight",
        "tempo",
        "rpe",
        "rir",
        "time",
        "duration",
        "warm_up",
        "cool_down",
        "cues",
        "muscles",
    )
)
"""Keys that say something of an exercise, and so don't name one."""

FORMATS: Final = {
    "emom": "EMOM {}",
    "e2mom": "E2MOM {}",
    "amrap": "AMRAP {}",
    "for time": "for time, {} rounds",
    "for_time": "for time, {} rounds",
    "rounds": "{} rounds",
    "tabata": "Tabata, {} rounds",
    "circuit": "circuit, {} rounds",
    "stations": "circuit, {} rounds",
    "time cap": "cap {} min",
    "time_cap": "cap {} min",
}
"""Keys that say a format, and how a coach would write it in a phrase."""


def refuse_parts(data: dict[str, Any]) -> None:
    """Refuse the parts of sets next to them, 'sets: 3' and 'reps: 10', with the form that works."""
    parts = [key for key in data if key in (*PARTS, "weight") and key != "next"]
    others = [key for key in parts if key != "sets"]
    if not others or not data.keys() & {"exercise", "name"}:
        return
    inside = ", ".join(f"{'load' if key == 'weight' else key}: {written(data[key])}" for key in parts)
    form = f"'sets: {{{inside}}}'" if isinstance(data.get("sets", 3), int) else "'sets: 3x10, rest 90 s'"
    mistakes = [PartMistake((others[0],), f"the parts of sets go together; write {form}", data[others[0]])]
    refuse(mistakes)


def refuse_no_exercise(name: str, known: Checks | None) -> None:
    """ValueError for a key that says something else, or is a slip of one that does, where an exercise is named."""
    if not known or known.is_exercise(name):
        return
    if name.casefold() in _NO_EXERCISE:
        raise ValueError(f"'{name}' is no exercise; write it with one, as in '- squat: 3x10, rest 90 s'")
    if meant := _slip_of_key(name):
        raise ValueError(f"unknown key '{name}'; did you mean '{meant}'?")


def _slip_of_key(name: str) -> str | None:
    """The key of an entry or a superset that *name* is a letter or two away from."""
    return slip_of(name, [key for key in (*_ENTRY_KEYS, *SUPERSETS) if len(key) > 3])


def rules_apart(data: dict[str, Any], known: Checks | None) -> dict[str, Any]:
    """An entry with the rule that follows its sets in its own place, and sets week by week in theirs."""
    sets = data.get("sets")
    text = known.english("sets", sets) if known else sets
    if not isinstance(text, str) or not may_have_rule(text):
        return _weeks_apart(data)
    from cardmaker.plan.progression.rules import apart

    before, rule = apart(text)
    if not rule:
        return _weeks_apart(data)
    if "progress" in data:
        raise ValueError(f"the rule is given twice, '{rule}' and '{data['progress']}'; give it once")
    return _weeks_apart({**data, "sets": before, "progress": rule})


def _weeks_apart(data: dict[str, Any]) -> dict[str, Any]:
    """An entry whose sets are written week by week, with the weeks in their own place."""
    sets = data.get("sets")
    if not isinstance(sets, str) or not is_weekly(sets):
        return data
    if "weeks" in data:
        raise ValueError(
            "the sets are given week by week two times; give them after 'sets:' or after 'weeks:'"
        )
    return {**{key: value for key, value in data.items() if key != "sets"}, "weeks": sets}


def superset_name(data: dict[str, Any]) -> str | None:
    """The key under which exercises done in turn are listed: superset, circuit, stations."""
    return next((key for key in data if key in SUPERSETS and isinstance(data[key], list)), None) or (
        "superset" if "superset" in data else None
    )


def format_apart(data: dict[str, Any]) -> dict[str, Any]:
    """The keys that say a format, 'emom: 12 min' and 'rounds: 5', put together under 'format'."""
    said = [_phrase(key, value) for key, value in data.items() if key in FORMATS]
    if not said:
        return data
    rest = {key: value for key, value in data.items() if key not in FORMATS}
    return {**rest, "format": ", ".join(str(part) for part in (*said, rest.get("format")) if part)}


def _phrase(key: str, value: object) -> str:
    """A format's key and value as a coach would say it; the unit is said once."""
    text = "" if value is None else str(value).strip()
    before, _, unit = FORMATS[key].partition("{}")
    if not text:
        return before.rstrip(", ")
    return f"{before}{text}{'' if any(char.isalpha() for char in text) else unit}"


def spelling(data: dict[str, Any], step: str | int, known: Checks | None) -> str | None:
    """The key that stands for a field *step* of an entry written short."""
    if step == "format":
        return next((key for key in data if key in FORMATS), None)
    if step == "superset":
        return superset_name(data)
    if step in ("weeks", "progress") and "sets" in data:
        return "sets"
    return shorthand_name(data, known) if step in ("exercise", "sets", "weeks", "progress") else None


def shorthand_name(data: dict[str, Any], known: Checks | None) -> str | None:
    """The key that names the exercise in '- squat: 3x10', one that is *known* before others; None without one."""
    others = [key for key in data if key not in _ENTRY_KEYS]
    if len(others) > 1 and known:
        others = (
            [key for key in others if known.is_exercise(key)]
            or [key for key in others if not (key in _NO_EXERCISE or _slip_of_key(key))]
            or others
        )
    return others[0] if others else None
