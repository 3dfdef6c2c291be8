"""What is said before the sets → the same as the notation has it: '1. Squat (2 s pause) 3x5', '5/3/1: 65%x5'."""

from typing import Final

from cardmaker.patterns import Phrasing

_SECS: Final = r"[ -]?(?:s|secs?|seconds?|sek(?:unden)?\.?|count)"
_SHORT: Final = rf"\d(?:-\d)?{_SECS}"
_HOLD: Final = r"(?:hold|halten|squeeze)\b"

LEADING: Final = (
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
