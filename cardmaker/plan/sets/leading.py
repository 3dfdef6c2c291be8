"""What is said before the sets → the same as the notation has it: '1. Squat (2 s pause) 3x5', '5/3/1: 65%x5'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing

_SECS: Final = r"[ -]?(?:s|secs?|seconds?|sek(?:unden)?\.?|count)"
_SHORT: Final = rf"\d(?:-\d)?{_SECS}"
_HOLD: Final = r"(?:hold|halten|squeeze)\b"


def _by_number(found: re.Match[str]) -> str:
    """Sets whose roles are said by their numbers, as groups, if each set has one: 'top set 1x8, back-off 2x8'."""
    groups, after = [], 1
    for one in _NUMBERED.finditer(found["roles"]):
        first, last = int(one[1]), int(one[2] or one[1])
        role = "top set" if one[3].lower().startswith("top") else "back-off"
        if first != after or last < first:
            return found[0]
        groups.append(f"{role} {last - first + 1}x{found['work'].strip()}")
        after = last + 1
    whole = after - 1 == int(found["sets"]) and not re.search(r"\d", _NUMBERED.sub("", found["roles"]))
    return f"{found[1]}{', '.join(groups)}" if whole and groups else found[0]


_NUMBERED: Final = re.compile(
    r"\bsets? (\d)(?: ?(?:-|to|&|and|\+) ?(\d))? ?(?:=|:|is a|are|is)? ?(?:a |the )?"
    r"(top(?: sets?)?|back-?offs?)(?: sets?)?",
    re.IGNORECASE,
)

LEADING: Final = (
    # A warm-up before the sets, which says no sets of its own: 'warm-up, 3x5', 'warm up sets, then 3x5 @ 100 kg'.
    Phrasing(
        r"^(warm[- ]?ups?(?: sets?)?|warming up)(?:,? then |, ?(?:then )?)"
        r"(?=\d+(?:-\d+)? ?(?:x|sets? of) ?\d[^,;]*(?:$|,)|\d{2,3} ?% ?x ?\d)",
        r'"\1", ',
        "warm",
    ),
    # A top set and the others, by their numbers: '3x8, set 1 = top set, sets 2-3 = back-off'.
    Phrasing(
        r"^([^\dx]*)(?P<sets>[2-9]) ?x ?(?P<work>\d[^,;(]*?)[,;:]? ?"
        r"\(?(?P<roles>sets? \d[^()]*?(?:top(?: set)?|back-?off)[^()\d]*)\)?$",
        _by_number,
        "top|back",
        "set ",
    ),
    # The number in a list of exercises, '1. Squat 3x5'.
    Phrasing(
        r"^\s*\d{1,2}[.)] (?=[a-zäöü]{3}.*\d)"
        r"(?!(?:sets?|satz|sätze|serien?|reps?|wdh|rounds?|runden?|min|sek|sec)\b)",
        "",
        ".|)",
    ),
    # The place in a superset and the name behind it, 'A1. Squat @ 30X0; 3x5'.
    Phrasing(
        r'^\s*([a-h]\d[.)] ?[a-zäöü][^\d"@;:,(]*[a-z])(?= ?[@;:,(-]| \d)', r'"\1"', r"1.|2.|3.|4.|1)|2)|3)|4)"
    ),
    Phrasing(r"(?:\b(?:1|one|a) )?\b(top set) of (\d+(?: ?- ?\d+)?)\b", r"\1 1x\2", "top set of"),
    # A pause or a hold inside a repetition, named before the sets, which is no set: 'Squat (2 s pause) 3x5'.
    Phrasing(
        rf'^([^\d"]*?(?:{_SHORT}[ -]pausen?\b|\b(?:with|mit|w/) (?:an? )?{_SHORT}[ -]{_HOLD}'
        rf"|[a-z] ?\({_SHORT}(?![^)]*\b(?:down|ecc\w*|lower\w*|negative|rest|up)\b)[^\d\")]*\)"
        rf'|[a-z] ?\(\d\d(?:-\d\d)?{_SECS}(?:[ -]{_HOLD}[^\d")]*)?\))'
        r'[^\d":;]{0,80}?)[ :,;]{0,4}(?=\d+(?:-\d+)? ?(?:x|sets?\b|sätze\b))',
        r'"\1" ',
        "pause|hold|halten|squeeze|(",
    ),
    # The tempo in front of the sets, 'Row (3-1-2-1) 4x8'.
    Phrasing(
        r"(?<=[a-z] )\((\d-[\dx]-[\dx](?:-[\dx])?)\)[ :,]*(\d+ ?x ?\d+(?:-\d+)?)(?= |$|,)",
        r"\2 tempo \1,",
        "(",
        also="x",
    ),
    # The name of the programme before the sets themselves, '5/3/1: 65%x5, 75%x5, 85%x5+'.
    Phrasing(r"^\s*(5/3/1|5-3-1|531)(?: ?[:-])? (?=\d+ ?%? ?x ?\d)", r'"\1" ', "5/3/1|5-3-1|531"),
    # The sign of 'x 3 sets of 8', as it is behind the name of an exercise.
    Phrasing(r"^\s*x ?(?=\d+(?:-\d+)? sets?\b)", "", " set"),
    # The load of 'Dips BWx10', which is no part of the name.
    Phrasing(r'^([^\d"]*[a-z]) bw ?x ?(?=\d)', r'"\1" bw x ', "bw"),
)
