"""A prescription in any notation or written out, {sets: 3, hold: 40 s, rest: 45 s} → Sets."""

from typing import Any, Final

from cardmaker.plan.refusal import PartMistake, refuse, unknown_keys
from cardmaker.plan.sets.clauses.rests import take_seconds
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.limits import within
from cardmaker.plan.sets.ownwords import in_own_words
from cardmaker.plan.sets.record import NumberRange, Sets, Timing
from cardmaker.plan.sets.weekly import weeks_listed
from cardmaker.plan.sets.work.work import set_count
from cardmaker.plan.sets.written import BEHIND, PARTS, WORK
from cardmaker.validation import shown
from cardmaker.yaml12 import written

_OTHERS: Final = {
    "per": "side",
    "load": "2x8 kg",
    "percent": "80",
    "rpe": "7-8",
    "rir": "2",
    "rest": "90 s",
    "tempo": "3-1-1",
    "next": "+2.5 kg",
}
_FIELDS: Final = {"hold": "hold_s", "rest": "rest_s"}


def read_sets(value: object) -> Sets:
    """Read a prescription however it is written; ValueError, or pydantic's own error for parts."""
    if isinstance(value, str):
        return in_own_words(parse_sets(value), value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return parse_sets(written(value))
    if not value:
        raise ValueError(f"is empty; write sets such as '{EXAMPLE}'")
    if isinstance(value, list) and len(value) > 1 and all(isinstance(one, str | int) for one in value):
        listed = ", ".join(map(str, value))
        raise ValueError(f"should be one text, not a list; write '{listed}', without brackets")
    if not isinstance(value, dict):
        raise ValueError(f"should be sets such as '{EXAMPLE}', or the same written out, not {shown(value)}")
    mistakes = unknown_keys(value, PARTS)
    for name, part in value.items():
        try:
            if name in PARTS:
                _check_part(name, _as_text(part), value.get("sets"))
        except ValueError as error:
            mistakes.append(PartMistake((name,), str(error), part))
    mistakes = mistakes or _contradictions(value)
    if mistakes:
        refuse(mistakes)
    return parse_sets(_notation({name: _as_text(part) for name, part in value.items()}))


def read_weeks(value: object) -> tuple[Sets, ...]:
    """Read a prescription a week."""
    if isinstance(value, str):
        return tuple(in_own_words(week, value) for week in weeks_listed(value))
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(f"should be sets week by week, such as [3x8, 3x10, 4x8], not {shown(value)}")
    if len(value) > 60:
        raise ValueError(f"should have at most 60 weeks, not {len(value)}")
    return tuple(week if isinstance(week, Sets) else read_sets(week) for week in value)


def read_rest(value: object) -> NumberRange:
    """Read a rest in any words."""
    text = _as_text(value)
    draft = SetsDraft(Cursor(text))
    draft.cursor.word("rest")
    span = take_seconds(draft, lone_m=True)
    if span is None or not draft.cursor.ended:
        if text.strip().isdigit():
            raise ValueError(f"is 'rest {text}' seconds or minutes? write '{text} s' or '{text} min'")
        raise ValueError(f"don't understand '{text}'; write it like '90 s' or '2 min'")
    return within(span, 0, 7200, "a rest", " s")


def read_format(value: object) -> Timing:
    """Read a format against the clock."""
    text = _as_text(value)
    timing = parse_sets(text).timing
    if timing is None:
        raise ValueError(
            f"'{text}' is no format; write 'EMOM 12 min', 'AMRAP 15 min', '5 rounds for time' or 'Tabata'"
        )
    return timing


def _as_text(part: object) -> str:
    if isinstance(part, int | float) and not isinstance(part, bool):
        return written(part)
    if not isinstance(part, str) or not part.strip():
        raise ValueError(f"should be text or a number, not {shown(part)}")
    return part


def _notation(parts: dict[str, str]) -> str:
    """The parts put together as the notation has them."""
    work = next(parts[name] + (" cal" if name == "calories" else "") for name in WORK if name in parts)
    behind = "".join(form.format(_part(name, parts[name])) for name, form in BEHIND.items() if name in parts)
    return f"{parts['sets']}x{work}{behind}"


def _part(name: str, text: str) -> str:
    return f"{text}%" if name == "percent" and "%" not in text else text


def _check_part(name: str, text: str, count: object) -> None:
    """Refuse a part that can't be read, or says something else than its name."""
    if name == "sets":
        low, dash, high = text.strip().partition("-")
        if not low.isdigit() or (dash and not high.isdigit()) or len(text) > 9:
            raise ValueError(f"should be a whole number such as 3, not '{text}'")
        set_count(NumberRange(float(low), float(high or low)))
        return
    sets = str(count) if any(sign in text for sign in ",/") else "1"
    work = {"reps": "1"} if name in BEHIND else {}
    read = parse_sets(_notation({"sets": sets, **work, name: text}))
    if name == "next":
        return
    group = read.main
    field = _FIELDS.get(name, name)
    extra = name in WORK and group is not None and bool(group.load or group.percent or group.rest_s)
    given = group is not None and (
        getattr(group, field) or (name == "reps" and group.has_work and not group.hold_s)
    )
    if not given or extra or (group is not None and group.note):
        raise ValueError(f"don't understand '{text}'; write it like '{WORK.get(name) or _OTHERS[name]}'")


def _contradictions(mapping: dict[str, Any]) -> list[PartMistake]:
    work = [name for name in WORK if name in mapping]
    mistakes = []
    if "sets" not in mapping:
        mistakes.append(PartMistake(("sets",), "is missing"))
    if not work:
        mistakes.append(PartMistake(("reps",), "is missing; give reps, hold, distance or calories"))
    if len(work) > 1:
        mistakes.append(PartMistake((work[1],), f"give {work[0]} or {work[1]}, not both"))
    if "rpe" in mapping and "rir" in mapping:
        mistakes.append(PartMistake(("rir",), "give RPE or RIR, not both: they say the same thing"))
    return mistakes
