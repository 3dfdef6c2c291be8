"""Runs in sentences: 'jog for a minute and a half', 'four 800s', 'between each effort there is a 2 min jog'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.quantity import decimal
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, NUMBERS, RANGE, TURN, N

_WORDS: Final = "|".join(
    word for word, digits in NUMBERS.items() if digits.isdigit() and digits != "1" and len(word) > 2
)
_NAMES: Final = "wo|hree|four|five|six|seven|eight|nine|ten|twe|teen|thirty|forty|fifty|sixty|ninety"
_LONG: Final = (
    r"(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|yards?)"
)
_FAR: Final = r"(?:m|met(?:re|er)s?|yards?|yd|k|km|mi|miles?)"
_EACH: Final = r"(?:effort|repeat|rep|interval|repetition|hill|one|sprint|stride)s?"
_REST: Final = r"(?:(?:easy|slow|light|gentle|active|passive|standing|walk(?:ing)?|jog(?:ging)?) )*"
_RESTING: Final = rf"{_REST}(?:rec(?:overy|overies)?|rest|jog(?:ging)?|walk(?:ing)?|float)"


def _halves(found: re.Match[str]) -> str:
    """'a minute and a half' as '1.5 minutes'."""
    whole = NUMBERS.get(found[1].lower(), found[1]) if found[1].lower() != "a" else "1"
    return f"{decimal(float(whole) + 0.5)} {found[2]}s"


def _counted(found: re.Match[str]) -> str:
    return f"{NUMBERS[found[1].lower()]} x "


def _in_turn(found: re.Match[str]) -> str:
    """'8 x 1 min alternating slow/fast' as '4 x (1 min slow / 1 min fast)': each is run once."""
    count = int(found[1])
    return f"{count // 2} x ({found[2]} {found[3]} / {found[2]} {found[4]})" if count % 2 == 0 else found[0]


def _with_its_rest(found: re.Match[str]) -> str:
    """'400, 800, 400 m with 60, 90 s rest': each stretch with the recovery that has its place in the list."""
    hard, rests = (re.split(r" ?(?:,|-|/) ?", found[name]) for name in ("hard", "rests"))
    if len(rests) not in (len(hard), len(hard) - 1):
        return found[0]
    far, long = (re.search(r"[a-z'\"]+$", row[-1], re.IGNORECASE) for row in (hard, rests))
    pace = (found["pace"] or "").rstrip()
    said = []
    for at, one in enumerate(hard):
        said.append(f"{one if not far or one[-1] in far[0] else one + ' ' + far[0]}{pace}")
        if at < len(rests):
            rest = rests[at]
            said.append(
                f"{rest if not long or not rest[-1].isdigit() or ':' in rest else rest + ' ' + long[0]} {found['word']}"
            )
    return " / ".join(said)


PROSE: Final = (
    # 'a minute and a half', 'jog for a minute', 'twenty to 30 minutes', 'four 800s', 'six 20-second strides'
    Phrasing(rf"\b(an?|one|{_WORDS}|\d+) (minute|hour|mile)s? and a half\b", _halves, " and a half"),
    Phrasing(
        r"(?:(?<=^)|(?<=[,;(+/] )|(?<=for )|(?<=jog )|(?<=walk )|(?<=run )|(?<=and )|(?<=then )|(?<=with )|(?<=w/ )"
        r"|(?<=of )|(?<= x ))an? (minute|mile|second|hour)(?:'s)?(?= |$|[,;.)])(?! (?:per|pace|repeats?|later)\b)",
        r"1 \1",
        "a minute|a mile|a second|a hour|an minute|an mile|an second|an hour",
    ),
    Phrasing(
        rf"\b({_WORDS})(?=(?: ?- ?| to | or )\d+[- ]?{_LONG}\b)",
        lambda found: NUMBERS[found[1].lower()],
        _NAMES,
    ),
    Phrasing(
        rf"\b({_WORDS}) (?:x )?(?=\d+(?:\.\d)?(?:[- ]?{_FAR}\b|[- ](?:sec|min)\w*|s\b|'s\b|00\b))",
        _counted,
        _NAMES,
    ),
    Phrasing(
        rf"\b({_WORDS}) (?=(?:efforts|intervals|repeats|repetitions|reps|laps|cycles|blocks|strides|surges|pick-?ups"
        r"|hill repeats|hill sprints|hills|sprints)\b)",
        lambda found: f"{NUMBERS[found[1].lower()]} ",
        _NAMES,
    ),
    Phrasing(
        rf"\b(\d{{1,2}}) (?=\d+-(?:seconds?|secs?|minutes?|mins?|{_FAR})\b[a-z -]{{0,12}}"
        r"(?:strides|surges|sprints|repeats|intervals|efforts|pick-?ups|hills)\b)",
        r"\1 x ",
        "-s|-m|-y|-k",
    ),
    Phrasing(
        r"(?<![\dx.])(\d{3,4}(?: ?x ?\d{3,4}){2,})(?![\dx])",
        lambda found: re.sub(" ?x ?", "-", found[1]),
        "x",
    ),
    # 'Complete 12 min', 'Fit in 6 x 20 s', '60 min, adding in 6 x 20 s strides', '1 long run of an hour'
    Phrasing(r"(?:^|(?<=[.,;] ))(?:complete|perform) (?=\d)", "", "complete|perform"),
    Phrasing(
        r"^(fit in|add in|throw in|finish (?:the |your )?run with|end (?:the |your )?run with) (?=\d)",
        r"“\1” ",
        "fit in|add in|throw in|run with",
    ),
    Phrasing(
        r"(?<=[\w)]),? (?:and )?(?:add(?:ing)?|throw(?:ing)?|mix(?:ing)?|fit(?:ting)?|includ(?:e|ing)) in (?=\d)",
        " with ",
        "add|throw|mix|fit|includ",
    ),
    Phrasing(
        r"^(?:1|one|an?) ((?:long|easy|steady|recovery|tempo|slow|short|medium)(?: run)?) of (?=\d)",
        r"\1 ",
        " of ",
    ),
    Phrasing(r"\b(an?|the) (easy|slow|gentle|relaxed|light|steady|brisk|final), (?=\d)", r"\1 \2 ", ", "),
    Phrasing(
        rf"\b((?:warm|cool)[- ]?(?:up|down)) with (?:an? )?((?:easy|light|slow|gentle|relaxed) )?({N}[- ]?{_LONG})"
        r" (?:of )?((?:(?:easy|light|slow|gentle|relaxed) )?(?:jog|run|walk)(?:ging|ning|ing)?)\b",
        r"\3 \1 \2\4",
        " with ",
    ),
    Phrasing(
        r"\b(?:with|w/) (?=(?:about |approx\.? )?\d+(?: ?(?:-|to) ?\d+)? ?%"
        r"(?! ?(?:rest|recovery|jog|walk|time|of the (?:time|rep))))",
        "@ ",
        "%",
    ),
    Phrasing(
        r"[.,;]? (?:and |then )?(?:finish|end|conclude)(?:ing)?(?: up| off)? (?:with|by)(?: an?)? "
        r"(?=[^,;.()]{0,30}\b(?:cool|warm)[- ]?down\b)",
        " / ",
        "finish|end|conclud",
    ),
    Phrasing(
        r"^(?:start|begin)(?:ing)?(?: off)? with(?: an?)? (?=[^,;.()]{0,30}\bwarm[- ]?up\b)",
        "",
        "start|begin",
    ),
    Phrasing(r"^([a-z][a-z -]*? \d{3,4}'?s)(?:\.| -) (?=\d)", r"“\1” ", "s. |s -"),
    Phrasing(
        r"\b(\d):([0-5]\d) (?:seconds?|secs?|min\w*)(?: (?:per|a) (?:mile|km))? (slower|faster) than\b",
        lambda found: f"{60 * int(found[1]) + int(found[2])} s {found[3]} than",
        "er than",
    ),
    Phrasing(rf"^(?:run )?\(({RANGE} ?{_LONG})\) ?[-:] ?(?=\d)", r"\1: ", "("),
    Phrasing(rf"^({RANGE} ?{_LONG}): ?(?=[a-z](?:[^\d]|(?<=zone )\d|(?<=z)\d)*$)", r"\1 ", ":"),
    Phrasing(r"\bwith (?=(?:3|5|10) ?k (?:race )?(?:pace|effort)\b)", "@ ", "with 3|with 5|with 10"),
    Phrasing(r",? or,? rest\b\.?$", " or rest", "rest"),
    Phrasing(r"\((?:e\.g\.,?|eg,?|for example[,:]?|such as) ", "“e.g.” (", "(e|(for|(such"),
    Phrasing(r"^([^\d()]*\brun) \+ ([a-z ]+?) \((\d[^()]*)\)$", r"\1 (\3) + \2", "run +"),
    # 'between each effort there is a 2 min jog', '2 min rest after each interval'
    Phrasing(
        rf"[.,;]? ?\b(?:between|after|following) (?:each|every|the|all)(?: of)?(?: {RANGE}[ -]?[a-z]+)? ?{_EACH},? "
        rf"(?:there (?:will be|is|are) |take |have |allow |do )?(?:an? )?({RANGE}[ -]?{_LONG} {_RESTING})",
        r" w/ \1",
        "between|after|following",
    ),
    Phrasing(
        rf"(?:[.,;/]? ?\b(?:w/|with))?[.,;]? ?({RANGE} ?{_LONG}|{TURN}) (?:of )?({_RESTING})"
        rf" (?:in )?(?:after|between|following) (?:each|every) {_EACH}(?= ?(?:$|[.,;/)]))",
        r" w/ \1 \2",
        "each|every",
    ),
    # '8 x 1 min alternating slow/fast', '10 x alternating 1 min run and 1 min walk', '2 min walk alternating with …'
    Phrasing(
        rf"\b(\d{{1,2}}) ?x ?({AMOUNT}|{TURN}),? alternat(?:ing|ely|e) ([a-z]+) ?(?:/|and) ?([a-z]+)",
        _in_turn,
        "alternat",
    ),
    Phrasing(
        rf"\b(\d{{1,2}}) ?x,? alternat(?:ing|ely|e) ({RANGE} ?{_LONG} [a-z ]+?) ?(?:and|with|/)"
        rf" ({RANGE} ?{_LONG} [a-z ]+)",
        r"\1 x (\2 / \3)",
        "alternat",
    ),
    Phrasing(
        rf"((?:^|[,;.] )(?:then )?)({RANGE} ?{_LONG} [a-z ]+?),? alternat(?:ing|ed|ely) with (?=\d)",
        r"\1alternating \2 and ",
        "alternat",
    ),
    Phrasing(
        r"(?<!repeat),? (?:-|and)? ?(?:all(?: of (?:it|this))?|the whole(?: thing)?)"
        r" (\d{1,2}) ?(?:x|times)(?: repeat(?:ed)?)?(?=$|[,;.])",
        r", repeat \1 times",
        "0x|1x|2x|3x|4x|5x|6x|7x|8x|9x| x|times",
    ),
    Phrasing(r"(?<=[\w)]),? (\d{1,2}) ?(?:x|times) repeat(?:ed)?(?=$|[,;.])", r", repeat \1 times", "repeat"),
    # '400, 800, 400 m with 60, 90 s rest', '400-800-400 m, 200-400 m jog'
    Phrasing(
        rf"(?<![\w.:])(?P<hard>{N}(?: ?(?:{_FAR}|{_LONG}|'))?"
        rf"(?:(?:, ?| ?- ?| ?/ ?){N}(?: ?(?:{_FAR}|{_LONG}|'))?){{2,}})"
        rf"(?P<pace> @ [^,;/(]*?)?,? ?(?:with|w/|off|\(|,) ?"
        rf"(?P<rests>\d+(?::\d\d)?(?: ?[a-z'\"]+)?(?:(?:, ?| ?- ?| ?/ ?)\d+(?::\d\d)?(?: ?[a-z'\"]+)?)+) ?"
        r"(?P<word>rec\w*|rests?|jogs?|walks?)\b(?: respectively|,? resp\.?)?\)?",
        _with_its_rest,
        "rec|rest|jog|walk",
    ),
    Phrasing(r"\btotal: ?incl(?:uding|udes|\.)? ?", "total: ", "total:"),
    Phrasing(r" ?[-,;]? ?\b(jog|walk|float|trot) ?= ?(\d[\w:.]*(?: ?[a-z]+)?)", r" w/ \2 \1", "="),
)
