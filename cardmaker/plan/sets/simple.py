"""The usual normal forms of sets, such as '3x8-10/side @ RPE 7, rest 90 s' → Sets, without the grammar.

Sets in normal form read back as the same sets; so what is read here is right if it is written as the text. A plan
that says no more than this does without sixty modules, a twentieth of a first build.
"""

import re
from functools import lru_cache
from typing import Final

from cardmaker.plan.sets.normal import normal
from cardmaker.plan.sets.record import Load, NumberRange, SetGroup, Sets

_SIMPLE: Final = re.compile(
    r"(?P<sets>\d\d?)x(?P<low>\d\d?)(?:-(?P<high>\d\d?))?(?P<hold> s)?(?:/(?P<per>side|way))?"
    r"(?: (?P<load>\d{1,3}(?:\.5)?) (?P<unit>kg|lb)| (?P<band>light|medium|heavy) band)?"
    r"(?: @ RPE (?P<rpe>\d)(?:-(?P<hardest>\d))?)?(?:, rest (?P<rest>\d\d?\d?) (?P<minutes>s|min))?"
    r"(?:, tempo (?P<tempo>\d-\d-\d(?:-\d)?))?",
    re.ASCII,
)
_REST: Final = re.compile(r"([1-9]\d?\d?) (s|min)", re.ASCII)
_MOST_SETS, _LONGEST_REST = 20, 3600
"""What is more, the grammar may refuse."""


@lru_cache(2048)
def simple_sets(text: str) -> Sets | None:
    """What a text is read as; None if that takes the grammar."""
    found = _SIMPLE.fullmatch(text)
    if found is None or not 0 < int(found["sets"]) <= _MOST_SETS:
        return None
    work, rpe = _span(found["low"], found["high"]), _span(found["rpe"], found["hardest"])
    if any(span and not 0 < span.low <= span.high for span in (work, rpe)):
        return None
    group = SetGroup(
        sets=NumberRange(float(found["sets"]), float(found["sets"])),
        reps=None if found["hold"] else work,
        hold_s=work if found["hold"] else None,
        per=found["per"] or "",  # type: ignore[arg-type]
        load=_load(found),
        rpe=rpe,
        rest_s=simple_rest(f"{found['rest']} {found['minutes']}") if found["rest"] else None,
        tempo=found["tempo"] or "",
    )
    sets = Sets((group,))
    return sets if normal(sets) == text else None


def simple_rest(text: str) -> NumberRange | None:
    """A rest such as '90 s' or '2 min', in seconds; None if that takes the grammar."""
    found = _REST.fullmatch(text)
    if found is None:
        return None
    seconds = float(found[1]) * (60 if found[2] == "min" else 1)
    return NumberRange(seconds, seconds) if seconds <= _LONGEST_REST else None


def _span(low: str | None, high: str | None) -> NumberRange | None:
    return NumberRange(float(low), float(high or low)) if low else None


def _load(found: re.Match[str]) -> Load | None:
    if found["band"]:
        return Load("band", words=found["band"])
    return Load("weight", _span(found["load"], None), found["unit"]) if found["load"] else None  # type: ignore[arg-type]
