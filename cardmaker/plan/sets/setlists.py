"""Sets as logs and tables write them → the same as the notation has it: '1st set 55% - 10 reps', '3 sets. 12/12/12'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing

_WEIGHT: Final = r"\d{1,3}(?:\.\d+)? ?(?:kgs?|lbs?|#)"
_TIME: Final = r"(?:s|secs?|seconds?|mins?|minutes?)\b"


def _ask_then(found: re.Match[str]) -> str:
    """Refuse '3x15 then 45 s': a rest, or something else that is held."""
    raise ValueError(
        f"'then {found[2]}': the rest after each set, or a hold at the end? "
        f"write '{found[1]}, rest {found[2]}', or '{found[1]}, 1x{found[2]}'"
    )


_NO_NAME: Final = (
    r"(?!(?:reps?|sets?|s|secs?|seconds?|min\w*|m|kgs?|lbs?|cals?|rest|x|rounds?"
    r"|each|per|rpe|rir|of|to|at)\b)"
)
_ITEM: Final = rf"\d[\d/-]* ?(?:(?:m|cals?) )?{_NO_NAME}[a-z]{{3,}}"
_FEW: Final = r"\d{1,3}(?:\.\d)?(?: ?- ?\d{1,3}(?:\.\d)?)?"
_FAR: Final = r"(?:m|met(?:re|er)s|yards?|yd|ft|feet)"


def _listed(found: re.Match[str]) -> str:
    """'3 sets with 10 kg. 12/12/12', if there are as many numbers as sets."""
    sets, load, reps, words = found.groups()
    if len(reps.split("/")) != int(sets):
        return found[0]
    return f"{sets} sets of {reps}{words}" + (f", {load}" if load else "")


def _in_all(found: re.Match[str]) -> str:
    """'100 swings (10x10)', if that comes to 100."""
    total, name, sets, reps = found.groups()
    return f'"{name}" {sets}x{reps}' if int(sets) * int(reps) == int(total) else found[0]


def _paired(found: re.Match[str]) -> str:
    """'115 lb/80 lb', for men and for women, as one load."""
    first, unit, second, other = found.groups()
    return f"{first}/{second} {unit}" if unit[0].lower() == other[0].lower() else found[0]


SETLISTS: Final = (
    Phrasing(
        rf"((?:\b\d{{1,2}}(?:st|nd|rd|th|\.) (?:set|satz)|\bset \d{{1,2}})):? ?(?:@ ?|at |- )?(\d{{2,3}} ?%|{_WEIGHT})"
        r" ?(?:-|x|for|,) ?(\d{1,2}(?:-\d{1,2})?)(?: reps?| wdh\.?)?(?=$|[,;.)])",
        r"\1: \3 reps @ \2",
        "%|kg|lb|#",
        "set|satz",
    ),
    Phrasing(
        rf"^(\d{{1,2}}) sets?(?: (?:with|@|at|using) ({_WEIGHT}(?: in each hand| each)?))?[.,:;] ?"
        r"(\d{1,3}(?:/\d{1,3})+)([^\d\"]*)$",
        _listed,
        "set",
        "/",
    ),
    Phrasing(r"\bin (each (?:leg|arm|side))\b", r"\1", "in each"),
    Phrasing(r"^(\d{2,3}) ([a-z][a-z -]*?) ?\((\d{1,2}) ?x ?(\d{1,3})\)", _in_all, "(", "x"),
    Phrasing(r"^x ?(\d) (\d+(?: ?- ?\d+)?) ?(?=reps\b)", r"\1x\2 ", "x", "reps"),
    Phrasing(r"^(\d{1,2}) ?x (bw|body ?-?weight)$", r"\1 sets \2", "bw|body"),
    Phrasing(
        rf"^({_WEIGHT}) ?((?:db|dumb-?bell|kb|kettle-?bell)s?)(?:'s)? ?x ?(\d+ ?x ?\d[^@\"]*)$",
        r"\3 @ \1 \2",
        "db|bell|kb",
        "x",
    ),
    Phrasing(
        r"(?<![\d/])(\d{1,3}(?:\.\d+)?) ?(kgs?|lbs?)\.? ?/ ?(\d{1,3}(?:\.\d+)?) ?(kgs?|lbs?)\b\.?",
        _paired,
        "kg|lb",
        "/",
    ),
    Phrasing(r"(?<=[a-z] )\((\d{2,3}), ?(\d{2,3})\)$", r"(\1/\2)", ","),
    Phrasing(
        r"\b(\d{1,3}/\d{1,3}) (?=(?:[a-z/]+ ){1,3}?cal(?:orie)?s?\b)((?:[a-z/]+ )+?)cal(?:orie)?s?\b",
        r"\1 cal \2",
        "cal",
        "/",
    ),
    Phrasing(
        rf"((?P<sets> sets)? x [~≈]?{_FEW} ?{_TIME}(?(sets)|(?: each)?))(?(sets)(?: each)?)"
        rf" \+ (?={_FEW} ?{_TIME} rest)",
        r"\1, ",
        "+",
        "rest",
    ),
    Phrasing(
        rf"^([^\d\"]*)({_FEW} ?{_FAR}) x (\d{{1,2}}) ?(?:reps?|repetitions?|times)\b",
        r"\1\3x\2",
        "rep|times",
        " x ",
    ),
    Phrasing(rf"(\d[^\",;]*?) (with an? drop-? ?set of {_WEIGHT}(?: at the end)?)$", r'\1, "\2"', "drop"),
    # What belongs to one set alone: 'after the last set hold for 30 seconds'.
    Phrasing(
        r",? (?:and )?(after (?:the )?(?:last|final) set,? (?!rest|pause)[^\"]*\d[^\"]*)$",
        r', "\1"',
        "after",
    ),
    Phrasing(
        rf"\b(rest:? \d{{1,2}}\+ ?{_TIME}|\d{{1,2}}\+ ?{_TIME} rest)(?: between sets)?", r'"\1"', "rest", "+"
    ),
    # A hang, and how much sooner than it must end it ends.
    Phrasing(r"\b((?:dead |active )?hang) for (?=\d)", r'"\1" hold ', "hang for"),
    Phrasing(r"\(?\b(leav(?:e|ing) an? [^()\",;]*\d[^()\",;]* margin)\)?", r'"\1"', "margin"),
    Phrasing(
        r"^(build(?:ing)?(?: up)? to an? (?:moderately |fairly )?heavy set of (\d{1,2})) (?:over|in|across) (\d)"
        r" sets\b",
        r'"\1" \3x\2',
        "build",
        " sets",
    ),
    # Formats whose first words have figures of their own, or say that each round is timed.
    Phrasing(
        r"^(for time),? ((?:with|wearing|in) [^:\"]*\d[^:\"]*: ?[^\"]+)$",
        r'\1: "\2"',
        "for time",
        "with|wear|in ",
    ),
    Phrasing(r"^(\d{1,2} rounds?),? (each) for time ?: ?([^\"]+)$", r'\1 for time: "\2: \3"', "each for"),
    # A round of several exercises: '5 rounds of 5 pull-ups, 10 push-ups'.
    Phrasing(
        rf"^(\d{{1,2}}) (?:rounds|rds) of ({_ITEM}[^,;+\"]*(?:, ?(?:and )?|; ?| ?\+ ?| and ){_ITEM}[^\"]*)$",
        r"\1 rounds: \2",
        "rounds of|rds of",
    ),
    # What a hang is on, and at which angle something is done, which are no loads.
    Phrasing(
        r"(?:@|\bon\b|\bat\b) ?(?:an? )?(\d{1,2} ?mm(?: edges?)?)(?![a-z])", r'"on \1"', "mm", "@|on|at"
    ),
    Phrasing(r"@ ?(\d{1,3} ?(?:degrees?|°))(?![a-z])", r'"at \1"', "degree|°", "@"),
    Phrasing(r"\b(\d) ?x (max(?:imum)? (?:dead ?)?hangs?)[,:]? (?=\d{1,2} ?s)", r'"\2" \1x', "hang", "max"),
    Phrasing(
        r"[,.;] ?(?:then )?repeat (?:on |for |with )?both (?:sides|legs|arms)\b",
        ", each side",
        "both",
        "repeat",
    ),
    Phrasing(
        r"\b(hold(?:ing)? [a-z ]+? for \d{1,2}(?:-\d{1,2})? (?:deep |slow )?breaths?)\b",
        r'"\1"',
        "breath",
        "hold",
    ),
    Phrasing(r"\bleav(?:e|ing) (\d(?:-\d)?) reps? in (?:the )?(?:tank|reserve)\b", r"\1 RIR", "tank|reserve"),
    Phrasing(
        r" ?(\((?:the )?last set (?:amrap|to failure)\)) (?:@|at) ?(\d+(?:\.\d+)? ?(?:kg|lbs?|%))",
        r" @ \2 \1",
        "last set",
    ),
    # '3 sets of one-legged deadlifts · 12 reps'
    Phrasing(
        r"^(\d{1,2}) sets (?:of )?([a-z][^\d,;:()\"|]*?) ?\| ?(\d{1,3}(?:-\d{1,3})?) reps\b",
        r'"\2" \1x\3 reps',
        "|",
        "set",
    ),
    # A hangboard's repeaters, '6 x 7s:3s', and how many rounds a clock comes to.
    Phrasing(r"\b(\d{1,2}) ?s ?: ?(\d{1,3}) ?s\b", r"\1 s on / \2 s off", "s:|s :"),
    Phrasing(
        r"^([^\d\"]*)(\d(?:-\d)?) sets of (\d{1,2}) ?x ?(\d+ ?s on ?/ ?\d+ ?s off)",
        r"\1\4 x \3, \2 sets",
        "sets of",
        " off",
    ),
    Phrasing(
        r"(\bemom\b[^()\"]*?) ?\((\d{1,2} (?:stations|exercises|movements) ?x ?\d{1,2} rounds|\d{1,2} rounds)\)$",
        r'\1, "\2"',
        "emom",
        "rounds)",
    ),
    Phrasing(rf"^(\d{{1,2}} ?x ?\d{{1,3}}),? then (\d{{1,3}} ?{_TIME})$", _ask_then, " then "),
    Phrasing(r"(?<=[,;] )([\dx]{3,4}) tempo\b", r"tempo \1", " tempo"),
    Phrasing(
        rf"^(?:an? )?pair of ({_WEIGHT}(?: [a-z]+)?), ?(\d{{1,3}}(?:-\d{{1,3}})?) reps, ?(\d{{1,2}}) sets\b",
        r"\3x\2 2x\1",
        "pair of",
    ),
    Phrasing(r"\b(with|w/|using) (?:an? )?pair of (?=\d+(?:\.\d+)? ?(?:kg|lbs?))", r"\1 2x", "pair of"),
    Phrasing(r"\b(\d:\d (?:work(?: to |[ :/-])rest|work|rest)(?: ratio)?)\b", r'"\1"', "work|rest", ":"),
)
