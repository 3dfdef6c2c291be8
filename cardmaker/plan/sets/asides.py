"""What stands in brackets or behind the sets → the same as the notation has it: '(+ 1xAMRAP)', '(build to 3x15)'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.sets.words import NUMBER_WORDS

_WORDS: Final = "|".join(NUMBER_WORDS)
_SECONDS: Final = r"\d{1,2}(?:\.5)?(?:-\d{1,2})? ?(?:s|secs?|seconds?|sek(?:unden)?|count)?"
_BREATH: Final = r"(?:inhal\w*|exhal\w*|breathe? ?-?(?:in|out)|(?:in|out)-?breath|einatmen|ausatmen)"
_EFFORT: Final = r"(?:10|[5-9])(?:\.5)?"


def _each_effort(found: re.Match[str]) -> str:
    """A set for each of several efforts: '3x5 @7 @8 @9'; as it is if they aren't as many as the sets."""
    efforts = re.findall(r"@ ?([\d.]+)", found[3])
    if found[1] not in ("", str(len(efforts))):
        return found[0]
    return ", ".join(f"1x{found[2]} @ {effort}" for effort in efforts)


def _dropped(found: re.Match[str]) -> str:
    """'3x10/10/10 drop set' as drops within each set; a list of as many sets as there are may be one set each."""
    reps = found[2].split("/")
    if len(set(reps)) > 1 and len(reps) == int(found[1]):
        raise ValueError(
            f"is '{found[2]}' in each set, or one for each of the {found[1]}?"
            f" write '{found[1]}x{'+'.join(reps)} drop set', or '{', '.join(reps)}, last set drop set'"
        )
    return f"{found[1]}x{'+'.join(reps)} drop set"


def _ask_minutes(found: re.Match[str]) -> str:
    """Refuse 'EMOM 10-12 min': a clock is set to one of them."""
    raise ValueError(f"'{found[0]}': for how long? write '{found[1].upper()} {found[3]} min'")


_SHORTEST_EMOM: Final = 10
"""Minutes that a workout of this kind lasts at least: fewer are how many times."""
_LONGEST_EMOM: Final = 30
"""Minutes that it lasts at most: so many times that it would last longer may be minutes, even or not."""


def _rounds_on_clock(found: re.Match[str]) -> str:
    """'E3MOM x 5' as five times; 'E2MOM x 20' and 'E4MOM x 30', which may be minutes, are refused."""
    every, times = int(found[1]), int(found[2])
    if times < _SHORTEST_EMOM or (times % every and every * times <= _LONGEST_EMOM):
        return f"every {every} min x {times}"
    raise ValueError(
        f"'{found[0]}': {times} minutes, or {times} times? write 'E{every}MOM {times} min'"
        f" or 'every {every} min x {times}'"
    )


def _thirds(found: re.Match[str]) -> str:
    """'EZ curls 21s x 3' as seven, seven and seven."""
    return f"{found[1]} {found[2] or 1}x7+7+7"


ASIDES: Final = (
    Phrasing(r"\b(\d) ?x ?(\d{1,2}(?:/\d{1,2}){1,4})(?: reps)?,? drop-? ?sets?\b", _dropped, "drop", "/"),
    # How often, and not how many sets: '10 reps x 10 s hold x 3/day'.
    Phrasing(r"(?<=[a-z]) x ?(\d{1,2}) ?(?:/|per|a) ?(day|week)\b", r", \1 times a \2", "day|week", "x"),
    # Minutes with a times sign, repetitions by their share: 'EMOM x 10: 1 x 90%'; 'on the 1:30 for 7 sets'.
    Phrasing(
        r"\b(emom|e\d+mom) ?(?:for |x )?(\d{1,2}) ?(?:-|to) ?(\d{1,2})\b(?! ?reps)", _ask_minutes, "mom"
    ),
    Phrasing(
        r"\bemom ?x ?(\d{1,2})\b(?! ?(?:reps?|cals?|m\b|s\b))(?: ?min(?:ute)?s?)?", r"emom \1 min", "emom"
    ),
    Phrasing(r"\be(\d)mom ?x ?(\d{1,2})\b(?! ?(?:reps?|cals?|min|m\b|s\b))", _rounds_on_clock, "mom"),
    Phrasing(r"(\bemom[^:%]*: ?)([1-5]) ?x ?(\d{2,3} ?%)", r"\1\2 reps @ \3", "emom", "%"),
    Phrasing(r"\bon the (\d?\d:[0-5]\d) for (\d{1,2}) (?:sets|rounds)\b", r"every \1 x \2", "on the "),
    # How an app goes on, which is for its own: 'progress: lp(2.5 kg)', 'progress: dp(5 lb, 8, 12)'.
    Phrasing(r" ?[/,;] ?(progress: ?[a-z]+\([^()\"]*\)(?: ?\{~.*~\})?)", r', "\1"', "progress:"),
    # Curls in thirds, which are never held: '21s curls', 'EZ curls 21s x 3'.
    Phrasing(r"^([^\d\"]*\bcurls?\b[^\d\"]*?)[ ,:]*21'?s(?: x ?(\d))?$", _thirds, "curl", "21"),
    Phrasing(r"^(\d) ?x ?21'?s(?= [^\d\"]*\bcurls?\b|$(?<=curls))", r"\1x7+7+7", "curl", "21"),
    # More sets that a programme has a name for, 'plus BBB 5x10', and sets that lead to a maximum.
    Phrasing(
        r",? ?(?:\bplus|\band|\+) (bbb|bbs|fsl|ssl|boring but big|first set last|second set last)(?: sets?)?:?"
        r" (?=\d+ ?x)",
        r', "\1" ',
        "bbb|bbs|fsl|ssl|boring|set last",
    ),
    Phrasing(r"^(jokers?(?: sets?)?)[:,]? (?=(?:work|build|ramp)(?:ing)? up)", r'"\1" ', "joker"),
    # Sets with lighter loads one after the other: '40 kg x 12, 30 kg x 10, 20 kg x 8 (drop set)'.
    Phrasing(
        r"^((?:\d+(?:\.\d+)? ?(?:kg|lbs?) ?x ?\d+(?: reps)?(?:, ?|$| (?=\())){2,})\(?(drop-? ?set)\)?$",
        r'\1, "\2"',
        "drop",
        "kg|lb",
    ),
    # What each of a list is, which isn't an amount of its own: '3x10, 3x12 (10 m each)'.
    Phrasing(
        r"(\d ?x ?\d[^()\"]*?|\d, ?\d+[^()\"]*?) ?\((\d{1,3} ?(?:m|met(?:re|er)s?|yd|yards|ft|feet) (?:each|per|a)"
        r"(?: (?:way|side|direction|leg|arm|rep|set))?)\)",
        r'\1, "\2"',
        "each|per| a ",
        "(",
    ),
    Phrasing(
        r"^([\dx](?:[-/][\dx]){2,3}|\d\d[\dx][\dx]) tempo[,;: ]+(?=\d+(?:-\d+)? ?(?:x|sets))(.*)$",
        r"\2, tempo \1",
        " tempo",
    ),
    Phrasing(
        rf"^({_WORDS}) (?:max(?:imum)?|all[- ]out)(?:[ -]effort)? sets?\b[.,;]?",
        lambda found: f"{NUMBER_WORDS[found[1].lower()]}x AMRAP,",
        "max|all-out|all out",
    ),
    Phrasing(
        r"\b(?:hold|holding)(?: (?:it|there|here))* for an? count of (\d{1,2})\b", r"hold \1 s", "count of"
    ),
    # One set more, '2x8 (+ 1xAMRAP)'.
    Phrasing(
        r"(\d ?x ?\d[^()]*?) ?\((?:\+|plus|and|then) ?(\d{1,2} ?x ?(?:\d+|amrap|max)[^()]*)\)",
        r"\1, \2",
        "(+|(plus|(and|(then",
    ),
    # Where it is to lead, which is for later weeks: '3xAMRAP (build to 3x15)', '2x10, and build up to 3x12'.
    Phrasing(
        r"\(((?:build|work|progress|increase|move|aim)(?:ing)? (?:(?:up )?to|for|towards?) [^()\"]*\d[^()\"]*)\)",
        r'"\1"',
        "(build|(work|(progress|(increase|(move|(aim",
    ),
    Phrasing(
        r"(\d[^\"]*?)[,;]? (?:and |then )+((?:build|work|progress|increase)(?:ing)? up to \d+ ?(?:x|sets)[^\"]*)$",
        r'\1, "\2"',
        "build|work|progress|increas",
    ),
    Phrasing(
        r"(\d{1,2})( ?x ?\d[^\"]*?)[,;] (build(?:ing)? (?:up )?to (\d{1,2}) ?x ?\d[^\"@%]*)$",
        lambda found: found[0] if int(found[4]) < int(found[1]) else f'{found[1]}{found[2]}, "{found[3]}"',
        "build",
        " to ",
    ),
    Phrasing(r"\b(\d) to (\d)(?= (?:days|times|sessions) (?:a|per) (?:day|week)\b)", r"\1-\2", " to "),
    # How to breathe, which is no hold: 'belly breaths (4 s inhale, 6 s exhale)'.
    Phrasing(
        rf"\(?({_SECONDS} {_BREATH}|{_BREATH}(?: for)? {_SECONDS})[,;/ ]*(?:and |und )?"
        rf"({_SECONDS} {_BREATH}|{_BREATH}(?: for)? {_SECONDS})?(?=[,;)]|$)\)?",
        lambda found: f'"{", ".join(filter(None, found.groups()))}"',
        "nhal|xhal|breath|atmen",
    ),
    Phrasing(r"\brepeat(?:ed)? (?=\d ?x ?(?:daily|a day|per day|/ ?day))", "", "repeat"),
    Phrasing(
        r"^(\d{1,2}(?:\.5)? ?min(?:ute)?s?) ?(?:of |[:,-]) ?(\d+ ?(?:s|secs?|seconds?) (?:on|work))[,/ ]+"
        r"(\d+ ?(?:s|secs?|seconds?) (?:off|rest))\b",
        r"\2 / \3 for \1",
        "off|rest",
    ),
    Phrasing(r"\bleav(?:e|ing) (\d(?: ?- ?\d)?) reps?(?=$|[.,;)])", r"\1 RIR", "leave|leaving"),
    Phrasing(r"(\d rounds?), (?=(?:not )?for (?:time|quality)\b)", r"\1 ", "round", " for "),
    Phrasing(r"(\d rounds? not for time) ?: ?([^\"]+)$", r'\1: "\2"', "not for time"),
    Phrasing(
        r"^((?:for time|amrap)[^:\"]*): ?(\d{1,3}/\d{1,3} ?(?:cals?|calories?)\b[^\"]*)$",
        r'\1: "\2"',
        "cal",
        "for time|amrap",
    ),
    # A rest behind a dash, which is no range: 'RPE 8 - 3 min rest'.
    Phrasing(
        r"((?:rpe|rir) ?\d+(?:\.5)?(?:-\d+(?:\.5)?)?|\d ?(?:rir|%)) - "
        r"(?=\d+(?:[-:]\d+)? ?(?:s|secs?|seconds?|mins?|minutes?)\b)",
        r"\1, ",
        " - ",
        "rpe|rir|%",
    ),
    # Each side of what is named: '12/12 split squats'; and one set more, '4x6 + 1 AMRAP'.
    Phrasing(
        r"^(1?\d)/\1 (?=[a-z])(?!(?:reps?|x|sets?|kgs?|lbs?|s|secs?|seconds?|min\w*|rounds?|each|per|cals?|at|then)\b)",
        r"\1/side ",
        "/",
    ),
    Phrasing(r" ?\+ ?1 (amrap)\b(?! ?(?:rep|set)\b)", r"; 1x\1", "+", "amrap"),
    Phrasing(
        r"(\d?\d:[0-5]\d) ?(?:hard|fast|work) ?[/,] ?(\d?\d:[0-5]\d) ?(?:easy|slow|rest)\b",
        r"\1 on / \2 off",
        "hard|fast|work",
    ),
    Phrasing(
        r"^(\d{2}) ?s ?/ ?(\d{2}) ?s ?x ?(\d{1,2}) ?: ?(?=[a-z][^,;]*,)",
        r"\3 rounds, \1 s on / \2 s off: ",
        "s/|s /",
        "x",
    ),
    # How slowly, before the sets: '2 seconds up, 2 seconds down, 3x12'.
    Phrasing(
        r"^((?:start )?\d ?(?:s|secs?|seconds?) (?:up|down)"
        r"(?:,? (?:and |then )*\d ?(?:s|secs?|seconds?) (?:back )?(?:up|down))?)[,;:] ?(\d.*)$",
        r"\2, \1",
        "up|down",
    ),
    # A log's set, the repetitions first: 'Set 1: 3 x 137 kg'.
    Phrasing(r"\b(set \d{1,2} ?[:-] ?\d{1,2}) ?x ?(?=\d+(?:\.\d+)? ?(?:kg|lbs?)\b(?! ?x))", r"\1 @ ", "set "),
    # An effort behind each of several: 'x5 @7 @8 @9'.
    Phrasing(
        rf"(?:^|(?<=[ ,:]))(\d?) ?x ?(\d{{1,2}})((?: ?@ ?{_EFFORT}){{2,5}})(?![\d%@.])", _each_effort, "@"
    ),
    Phrasing(
        r"(?:^|(?<=[^\d ] ))sets? (\d{1,2})[ ,/]+reps? (?=\d+(?! ?(?:%|kg|lb)))",
        r"sets: \1, reps: ",
        "set",
    ),
    Phrasing(
        r"\b(?:sätze|serien) ?:? (\d{1,2})[ ,/]+(?:wdh\.?|wiederholungen) ?:? (\d+(?: ?- ?\d+)?)",
        r"\1x\2",
        "sätze|serien",
    ),
    Phrasing(r"\b(max)(?: effort)? sets? ?x ?(\d)\b", r"\2x \1", "max"),
)
