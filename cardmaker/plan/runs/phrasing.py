"""A run as coaches phrase it → the same in phrases that the grammar reads: no amount or word is left out.

Only phrases with one meaning are put otherwise; '+400 m' behind a distance has two, and is asked about. What is
between “ and ” are words already.
"""

import re
from typing import Final

from cardmaker.plan.patterns import Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE, decimal

_WITH: Final = r"(?:w/|with|incl(?:uding|udes|\.)?|of which|in which)"
_N: Final = r"\d{1,4}(?:[.,]\d{1,2})?"
_RANGE: Final = rf"{_N}(?: ?(?:-|to) ?{_N})?"
_FAR: Final = r"(?:kilomet(?:re|er)s?|kms?|k|miles?|mi)"
_AMOUNT: Final = r"\d+(?:[.,]\d+)? ?(?:km|k|miles?|mi|minutes|mins?|m|')"
_EASY_OR_SO: Final = (
    r"(?:(?:very|nice|super) )?(?:easy|slow|steady|relaxed|gentle|recovery|comfortable|moderate|tempo|hard|fast|brisk"
    r"|hilly|flat|light)"
)
_PACE: Final = (
    r"(?:[gph]?mp|hmp?|rp|gp|lt|[tm] ?pace|tempo|threshold|(?:half )?marathon pace|race pace|goal pace"
    r"|(?:3|5|10) ?k(?: pace)?)"
)
_HOUR: Final = r"\d{1,2}(?:[:.][0-5]\d)? ?[ap]\.?m\b"
_SHORT: Final = r"(?:\d+ ?(?:s|secs?|seconds?|\")|(?<!\d)\d(?:[.,]\d+)? ?(?:min|mins|minutes?|'))"
_TURN: Final = r"\d+(?:[:.]\d+)? ?(?:s|secs?|seconds?|\"|min|mins|minutes?|')"
_TRACK: Final = r"(?:[2-9]|1[0-6]|[23]0)00"
_NO_UNIT: Final = r"\b(?! ?(?:m|min\w*|km|k|mi\w*|s\w*|x|h|hr|hours?|yd|y\w+|'|\"))"
_FED: Final = r"(?:gels?|water|drinks?|fuel(?:l?ing)?|hydrat\w+|nutrition|carbs)"

_NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20", "twenty-five": "25", "thirty": "30",
    "forty": "40", "forty-five": "45", "fifty": "50", "sixty": "60", "ninety": "90",
    "half a": "1/2", "half an": "1/2", "half": "1/2", "a quarter": "1/4", "quarter": "1/4", "an": "1",
}  # fmt: skip


def _same_distance(found: re.Match[str]) -> str:
    """'5 mi / 8 km' is one distance in two units, '8 km / 5 km' are two stretches."""
    first, unit, second, other = found["first"], found["unit"], found["second"], found["other"]
    ours, theirs = (
        [float(end.replace(",", ".")) * _metres(name) for end in re.split(r" ?(?:-|to) ?", number)]
        for number, name in ((first, unit), (second, other))
    )
    alike = len(ours) == len(theirs) and _metres(unit) != _metres(other)
    if alike and all(abs(one - two) <= 0.08 * one for one, two in zip(ours, theirs, strict=True)):
        return f"{first} {unit}"
    return found[0]


def _metres(unit: str) -> float:
    return 1000.0 if unit.lower().startswith("k") else METRES_PER_MILE


def _seconds_slower(found: re.Match[str]) -> str:
    return (
        f"{decimal(60 * float(found[1]))} s/{'mi' if found[2].lower().startswith('m') else 'km'} {found[3]}"
    )


_PHRASINGS: Final = (
    # '3) 8 km easy', 'Week 1 run 2: …', '400s: 10 x 400 …': what comes before the run
    Phrasing(r"^(?:[-•·▪►●] ?|x |\d{1,2}\) ?)(?=\S)", "", "-|•|·|▪|►|●|x |)"),
    Phrasing(
        r"^((?:week|wk) ?\d{1,2}[, ]+(?:day|run|session|workout) ?\d{1,2}|w\d{1,2} ?[dr]\d{1,2}) ?[:-] ?(?=\S)",
        r"“\1” ",
        "week|wk|d1|d2|d3|r1|r2|r3",
    ),
    Phrasing(r"^([a-z]+ )?(\d{3,4} ?m?(?:s|'s| repeats| reps| intervals)?)(?= ?:(?!\d))", r"“\1\2”", ":"),
    # 'three minutes', '4 easy miles', '10ish km', '12-miler'
    Phrasing(
        rf"(?<![\w.-])({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[ -]"
        r"(?=(?:kilomet(?:re|er)s?|km|miles?(?! pace| effort| race| marathon)|minutes?|mins?|seconds?|secs?|hours?"
        r"|times|sets|rounds|repetitions|reps)\b)",
        lambda found: f"{_NUMBERS[found[1].lower()]} ",
        "one|two|three|four|five|six|seven|eight|nine|ten|twe|teen|thirty|forty|fifty|half|quarter|an h",
    ),
    Phrasing(
        rf"\b({_RANGE}) ({_EASY_OR_SO}) ({_FAR}|minutes?|mins?|hours?|hrs?)(?![\w'])",
        r"\1 \3 \2",
        "y m|y k|y h|w m|w k|o m|o k|t m|t k|d m|d k|e m|e k",
    ),
    Phrasing(r"\b(\d+)-?ish\b", r"~ \1", "ish"),
    Phrasing(r"\b(\d+(?:\.\d+)?)[ -]milers?\b", r"\1 mi", "miler"),
    Phrasing(r"\b1/2[ -]marathon\b", "half marathon", "1/2"),
    Phrasing(
        r"(?<=[,;] )(?:the )?(?:second|2nd) half\b|(?<=with )(?:the )?(?:second|2nd) half\b",
        "last half",
        "half",
    ),
    Phrasing(r"\b(\d{3}(?: ?- ?\d{3})?) ?hr\b", r"\1 bpm", "hr"),
    Phrasing(r"(?:(?<=x)|(?<=x )|(?<=w/ )|(?<=\()):([0-5]\d)\b(?! ?(?:x|km?|mi|min)\b)", r" \1 s", ":"),
    # '5 mi / 8 km', 'race 5k/10k'
    Phrasing(
        r"^((?:tune-?up )?race:? )?(\d+) ?k(?: ?/ ?| or )(\d+) ?k(?(1)|(?= race))", r"\1\2-\3 km", "race"
    ),
    Phrasing(
        rf"(?<![\w.:/-])(?P<first>{_RANGE}) ?(?P<unit>{_FAR})(?: ?[/=~] ?| or )"
        rf"(?P<second>{_RANGE}) ?(?P<other>{_FAR})\b",
        _same_distance,
        "i/|m/|k/|s/|i /|m /|k /|s /|e/|e /|=|~| or ",
    ),
    # '4 x mile', '3 mile repeats', '30/30 x 20', '8 ST', '1 min on/off', 'repeat 6x: …'
    Phrasing(r"(?<=\d)( ?x )(?=miles?\b(?! pace| effort| race| speed))", r"\g<1>1 ", "mile"),
    Phrasing(r"(?<!/)\b(\d+) (?:x 1 )?mile (?:repeats|reps|intervals)\b", r"\1 x 1 mile", "mile"),
    Phrasing(r"(?<!\d)(?<!\d )\bmile (?:repeats|reps) ?x ?(\d+)\b", r"\1 x 1 mile", "mile"),
    Phrasing(
        rf"\b({_TRACK})(?: ?m)?(?:'?s)? ?x ?(\d{{1,2}}){_NO_UNIT}",
        r"\2 x \1 m",
        "00x|00 x|0m x|0 m x|0s x|0sx",
    ),
    Phrasing(
        rf"\b(\d{{1,2}}(?:-\d{{1,2}})?) ({_TRACK})(?: ?m)?(?:'?s\b| (?=repeats|reps|intervals))",
        r"\1 x \2 m ",
        "00s|00's|00m|00 m|00 re|00 in",
    ),
    Phrasing(r"\b(\d{1,2}) by (?=\d)", r"\1 x ", " by "),
    Phrasing(r"\(((?:x|repeat) ?\d{1,2}(?: ?x| times)?|\d{1,2} times)\)", r"\1", "(x|(repeat|times)"),
    Phrasing(r"\((\d{1,2}) ?x\)", r"x \1", "x)"),
    Phrasing(r"\brepeat(?:ed)? twice\b|\(twice\)", "repeat 2 times", "twice"),
    Phrasing(rf"(\(|w/ ?|with )({_SHORT}) ?R\b", r"\1\2 rest", " r|'r|\"r|sr|nr"),
    Phrasing(
        rf"\b(\d\d)(?: ?/ ?|-)(\d\d)(?:s|'s)? ?x ?(\d{{1,2}}){_NO_UNIT}", r"\3 x \1/\2", "0/|5/|0 /|5 /|-"
    ),
    Phrasing(r"(?:(?<=\d)|(?<=\d )|(?<=\+ ))(?-i:STs?)\b", " strides", "st"),
    Phrasing(
        r"\((?:plus |\+ ?|with |w/ )?"
        r"((?:\d[\w. ]*)?(?:wu|w/u|warm[- ]?ups?)(?: ?(?:and|&|/|\+) ?)(?:\d[\w. ]*)?(?:cd|c/d|cool[- ]?downs?))\)",
        r"+ \1",
        "cd)|c/d)|down)|downs)",
    ),
    Phrasing(
        r"\b(?!(?:k?mi?|k|s|secs?|h|hrs?|min\w*|mp|hmp|gmp|pmp|day|week)-)"
        r"([a-z]+)-(?=\d+(?:\.\d+)? ?(?:km|k|mi|miles?|min|m|')(?![a-z]))",
        r"\1 - ",
        "-",
    ),
    Phrasing(
        rf"({_SHORT}) (on|hard|fast)(?: ?/ ?| and | ?- ?)(off|easy|slow)\b(?! run| jog)",
        r"\1 \2 / \1 \3",
        "off|easy|slow",
    ),
    Phrasing(r"^repeat (\d+) ?(?:x|times) ?:? ?(?=\d|run|walk|jog)", r"\1 rounds: ", "repeat"),
    Phrasing(r"\b(\d+) ?x ?: ?(?=\S)", r"\1 rounds: ", "x:|x :"),
    # 'MP-10s', '30 sec slower …', '2 min/mi slower than', '4:30 pace for 5 km', 'goal 3:30'
    Phrasing(
        rf"\b({_PACE}) ?(?:-|minus) ?(?=\d{{1,3}}(?:-\d{{1,3}})? ?(?:s|secs?|seconds|\"|$|[,;/)]| w/| with))",
        r"\1 - ",
        "-|minus",
    ),
    Phrasing(rf"\b({_PACE}) plus (?=\d{{1,3}})", r"\1 + ", "plus"),
    Phrasing(
        r"\b(\d(?:\.5)?) ?min(?:ute)?s? ?(?:/|per |a )(km|k|mile|mi) (slower|faster)(?= than)",
        _seconds_slower,
        "er than",
    ),
    Phrasing(
        r"\b(\d):([0-5]\d) ?(?:/|per )(km|k|mile|mi) (slower|faster)(?= than)",
        lambda found: f"{60 * int(found[1]) + int(found[2])} s/{found[3]} {found[4]}",
        "er than",
    ),
    Phrasing(
        rf"\b({_PACE}) ?([+-]) ?(\d):([0-5]\d)(?! ?(?:min|[a-z]))",
        lambda found: f"{found[1]} {found[2]} {60 * int(found[3]) + int(found[4])} s",
        ":",
    ),
    Phrasing(
        rf"(?<![\d:])(\d{{1,2}}:[0-5]\d)(?: ?/? ?(km|k|mi|mile))?(?: pace)? (?:for|over) ({_AMOUNT})(?![\w])",
        lambda found: f"{found[3]} @ {found[1]}{'/' + found[2] if found[2] else ''}",
        ":",
    ),
    Phrasing(
        rf"(?<![\d:.])(\d)\.([0-5]\d)(?: min)?(/| ?per )(km|k|mi|mile) (?:for|over) ({_AMOUNT})(?![\w])",
        r"\5 @ \1:\2/\4",
        "for|over",
    ),
    Phrasing(
        r",? ?\(?\b(?:goal|target|aim(?:ing)?)(?: time)?(?: (?:of|for|is))?:? "
        r"(\d{1,2}:[0-5]\d(?::[0-5]\d)?)\b(?! ?(?:/|pace|per|min))\)?",
        r" in \1",
        "goal|target|aim",
    ),
    Phrasing(
        rf"(?<=\d)( ?{_FAR}\b[a-z ]*?),? (?:from )?(\d{{1,2}}:[0-5]\d)(?: ?/ ?(?:km|k|mi|mile))?"
        r" (?:down |dropping )?to (\d{1,2}:[0-5]\d)(?! ?(?:min|h))",
        r"\1 from \2 to \3",
        ":",
    ),
    Phrasing(
        r",? ?\(?\b((?:(?:goal|target|aim(?:ing)?)(?: for| of|:)? (?:sub|under)|sub)[ -]?\d{1,3}(?!:|\d)"
        r"(?: ?min(?:utes)?)?)(?! ?(?:bpm|%|km|k\b|mi|/))\)?",
        r" “\1”",
        "sub|under",
    ),
    # 'equal recovery' without 'with', rests of sets after those of repeats, a send-off in seconds
    Phrasing(
        r"(?<=[\d'\")a-z]) (?<!with )(?<!w/ )equal (?=(?:recovery|rest|jog|float|walk|time)\b)",
        " w/ equal ",
        "equal",
    ),
    Phrasing(
        r"(?-i:\br) ?[=:] ?([^\s,;()=]+),? (?-i:R) ?[=:] ?([^\s,;()=]+)",
        r"(\1 rest) (\2 between sets)",
        "r=|r =|r:",
    ),
    Phrasing(
        rf"\),? ({_AMOUNT}|\d{{3,4}})( ?(?:jog|rest|walk|float)),? ({_AMOUNT}|\d{{3,4}})"
        r"( ?(?:jog|rest|walk|float)) between$",
        r") w/ \1\2, \3\4 between sets",
        "between",
    ),
    Phrasing(
        r"(\d ?x ?\d+ ?(?:m|yd?|yards)?) on (\d\d) ?(?:s|secs?|seconds|\")(?= ?(?:$|[,;]))",
        r"\1 on 0:\2",
        " on ",
    ),
    Phrasing(
        r"(\d ?x ?\d+(?:\.\d)? ?(?:m|km|k|mi|miles?|yd?|yards)) on (\d) ?(?:min|mins|minutes|')(?= ?(?:$|[,;]))",
        r"\1 on \2:00",
        " on ",
    ),
    # '= 5 mi', '(6 mi total)': what the parts make in all; '8 x …: 10 times'
    Phrasing(rf"(?<=[a-z][a-z]) = ?{_AMOUNT}(?: total| in all)?$", r" “\g<0>”", "="),
    Phrasing(rf"(?<=[,;/+])(.*) \(({_AMOUNT}) (?:total|in all)\)$", r"\1 “\2 total”", "total|in all"),
    Phrasing(rf"\(({_AMOUNT}) (?:total|in all)\)$", r"(total \1)", "total|in all"),
    Phrasing(r" ?: ?(\d{1,2}) times$", r" x \1", "times"),
    # 'within 70 min': how long all of it takes, of which it says no more
    Phrasing(rf"\b(?:all |total )?within (?:a |an )?{_AMOUNT}\b(?: run)?", r"“\g<0>”", "within"),
    # '30 min run/walk 60 s / 30 s', '14 mi run 3 min / walk 1 min': turns that fill the whole
    Phrasing(
        rf"^({_AMOUNT}|\d+:\d\d) (run(?:ning)? ?[/-] ?walk(?:ing)?)[,:]? ({_TURN})(?: run(?:ning)?)?"
        rf" ?/ ?({_TURN})(?: walk(?:ing)?)?$",
        r"\1 \2 with \3 run / \4 walk",
        "walk",
    ),
    Phrasing(
        rf"^({_AMOUNT}|\d+:\d\d)[,:]? run(?:ning)? ({_TURN}) ?[/,] ?walk(?:ing)? ({_TURN})$",
        r"\1 with \2 run / \3 walk",
        "walk",
    ),
    Phrasing(rf"^({_AMOUNT}): (?=(?:first|last) )", r"\1, ", "first|last"),
    # 'easy hour'
    Phrasing(r"^(easy|steady|long|gentle) hour\b", r"1 hour \1", "hour"),
    # 'AT run' is at the threshold; 'HR < 145', 'HR cap 140'
    Phrasing(r"(?-i:\bAT\b)(?= (?:run|pace|effort|intervals?|tempo)\b|$| ?[,;/])", "threshold", "at"),
    Phrasing(
        r"\b(?:hr|heart rate|pulse) ?(?:<|≤|cap(?:ped)?(?: at| of)?|max(?:imum)?|below|under|at most|no more than)"
        r" ?(\d{2,3})\b(?! ?(?:%|bpm))",
        r"< \1 bpm",
        "hr|rate|pulse",
    ),
    Phrasing(r"\bin (?=(?:z|zone) ?[1-7]\b)", "", "in z"),
    # '1 % incline', '2.5 mmol', 'miles 8-12 @ MP': figures that aren't how far, how long or how hard all of it is
    Phrasing(
        r"(?:@ ?|\bat )?\b\d{1,2}(?:\.\d)?(?: ?- ?\d{1,2}(?:\.\d)?)? ?% (?:incline|grade|gradient|slope)\b",
        r"“\g<0>”",
        "incline|grad|slope",
    ),
    Phrasing(
        r"((?:hill|mill).*?)((?:@ ?|\bat )(?:1?\d|20)(?:\.\d)? ?%)(?! ?(?:of|hr|effort))",
        r"\1“\2”",
        "hill|mill",
    ),
    Phrasing(
        r"(?:@ ?|\bat )?(?:[<>] ?)?\b\d{1,2}(?:\.\d+)?(?: ?- ?\d{1,2}(?:\.\d+)?)? ?mmol(?:/l)?\b",
        r"“\g<0>”",
        "mmol",
    ),
    Phrasing(
        r"(?:(?:w/|with) )?\b(?:miles?|kms?|kilomet(?:re|er)s?) \d{1,2} ?(?:-|to) ?\d{1,2}\b[^,;/()“”]*",
        r"“\g<0>”",
        "mile |miles |km |kms |metres |meters ",
    ),
    # 'meet 6:30 am', 'a gel every 40 min', '500 ml water': figures that nobody runs
    Phrasing(
        rf"(?:\b(?:at|from|starts?|starting|meet|meeting)(?: at)?|@) ?{_HOUR}|(?<![\w.:]){_HOUR.replace(' ?', '')}",
        r"“\g<0>”",
        "am|pm|a.m|p.m",
    ),
    Phrasing(
        rf"(?<![\w“.])(?:(?:(?:take|eat|one|a|an|\d) )?{_FED}\b(?=[^,;/()“”]*\d)|\d+ ?(?:ml|cl|dl|g|mg|oz|kcal)\b)"
        r"[^,;/()“”]*",
        r"“\g<0>”",
        "gel|water|drink|fuel|hydrat|nutri|carb|ml|cl|dl|kcal|oz|0g|5g|0 g|5 g|mg",
    ),
    # '@ 90 rpm', '@ 1:55/500 m', 'drill/swim': words of other sports
    Phrasing(
        r"(?:@ ?|\bat )?\b\d{2,3}(?: ?- ?\d{2,3})?\+? ?(?:rpm|spm|s/min|strokes)\b|\bcadence (?:of )?\d+(?: ?- ?\d+)?",
        r"“\g<0>”",
        "rpm|spm|s/min|stroke|cadence",
    ),
    Phrasing(
        r"@ ?\d:\d\d(?: ?- ?\d:\d\d)? ?/ ?(?:500|100) ?(?:m|yd?|yards)?\b",
        r"“\g<0>”",
        "/500|/100|/ 500|/ 100",
    ),
    Phrasing(
        r"\b(?:drill|kick|pull|swim)/(?:drill|kick|pull|swim|free|easy)\b", r"“\g<0>”", "drill|kick|pull"
    ),
    # '400 m+': climb, as mountain runners write it
    Phrasing(r"(?<![\w.+])(?<!x )(\d{2,5}) ?(m|ft)\+(?![\w(])", r"\1 \2 climb", "+"),
    Phrasing(r"\b(\d{2,5})(?: ?m)? ?d\+", r"\1 m climb", "d+"),
    Phrasing(r"(?<=\d)\+ ?(?=(?:ft|feet)\b)", " ", "+"),
    Phrasing(r"\((?:\+|↑|↗) ?(\d{2,5}) ?(m|ft)\)", r"\1 \2 climb", "+|↑|↗"),
    Phrasing(r"\+(\d{2,5}) ?m? ?/ ?-(\d{2,5}) ?m?(?![\w])", r"\1 m climb “descent \2 m”", "-"),
    Phrasing(r"[↑↗] ?(\d{2,5}) ?m?\b", r"\1 m climb", "↑|↗"),
    # '… in the second half': where in the whole something comes, which adds nothing to it
    Phrasing(
        r"(?<= )(?:in|during|over|within|towards?) the (?:first|second|middle|latter|last|final)"
        r" (?:half|third|quarter|part)(?: of (?:the|it|this)(?: run)?)?(?= ?(?:$|[,;/)]))",
        r"“\g<0>”",
        " the ",
    ),
)
_WHERE_IN_IT: Final = Phrasing(
    rf"(?<= )(?:in|during|over|within|at|near|towards?) the (?:last|final|first|second|middle|latter|end|start)"
    rf"(?: (?:half|third|quarter|part|{_AMOUNT}))?(?: of (?:the|it|this)(?: run)?)?(?= ?(?:$|[,;/)]))",
    r"“\g<0>”",
    " the ",
)
_WHOLE_FIRST: Final = re.compile(
    rf"^([^,;/+()×“]*\d[^,;/+()×“]*), ?(?={_WITH} ?(?!.{{0,12}}\b(?:wu|cd|warm|cool))\d)", re.IGNORECASE
)
"""'16 km, with 10 km at MP': the comma parts nothing, as what follows is inside the whole."""
_REPEATS: Final = re.compile(r"\d ?x ?(?=\d|\()|\b(?:reps|repeats)\b", re.IGNORECASE)
_INSIDE: Final = re.compile(rf"\b{_WITH}", re.IGNORECASE)
_GLUED: Final = re.compile(
    r"(?:(?<=[\w)]) \+(?=\d{2,5} ?(?:m|ft))|(?<=\dkm)/(?=\d{3,4} ?m)|(?<=\d km)/(?=\d{3,4} ?m))(\d{2,5}) ?(m|ft)"
    r"(?= ?(?:$|[,;/)]| trail| mountain))",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(
    r"(\d+(?:\.\d)?) ?k (?:of )?(?:vert|climb|gain|elevation|ascent)\b", re.IGNORECASE
)
_EITHER: Final = re.compile(
    rf"(?<![\d.:/x] )(?<![\d.:/x])\b([4-9]|1\d)/(\d{{1,2}}) ?({_FAR})\b(?! ?/)", re.IGNORECASE
)
"""'5/6 miles' is a range or two runs; '6/4 mi' are two."""
_TWO_TIMES: Final = re.compile(
    r"^[a-z -]*?((?:[2-9]\d|1\d\d) ?(?:min|mins|minutes|')) ?/ ?(\d(?:[.:]\d+)? ?(?:h|hrs?|hours?)|1\d\d ?(?:min|'))$",
    re.IGNORECASE,
)
"""'90 min / 2 h': a choice, as likely as two stretches."""
_UPHILL: Final = re.compile(r"\b(?:trail|trails|mountains?|fell|hilly|vert|skyrunning)\b", re.IGNORECASE)
_QUOTED: Final = re.compile("(“[^“”]*”)")


def rephrased(text: str) -> str:
    """*text*, as a keyboard has it, in phrases that the grammar reads; ValueError for one with two meanings."""
    whole = _WHOLE_FIRST.match(text)
    if whole and not _REPEATS.search(whole[1]):
        text = f"{whole[1]} {text[whole.end() :]}"
    for phrasing in (*_PHRASINGS, *((_WHERE_IN_IT,) if _INSIDE.search(text) else ())):
        text = _put(phrasing, text)
    if climb := _THOUSANDS.search(text):
        number = decimal(1000 * float(climb[1]))
        raise ValueError(f"'{climb[0]}' could be {number} ft or {number} m; write '{number} ft climb'")
    either = _EITHER.search(text)
    if either and int(either[2]) == int(either[1]) + 1:
        first, second, unit = either[1], either[2], either[3]
        raise ValueError(
            f"'{either[0].strip()}' could be {first}-{second} {unit}, or {first} and then {second};"
            f" write '{first}-{second} {unit}', or '{first} {unit} + {second} {unit}'"
        )
    if times := _TWO_TIMES.search(text):
        raise ValueError(
            f"'{times[1]} / {times[2]}' could be {times[1]} to {times[2]}, or one after the other; "
            f"write '{times[1]} - {times[2]}', or '{times[1]} + {times[2]}'"
        )
    glued = _GLUED.search(text)
    if glued and (glued[0].lstrip()[0] == "+" or not _REPEATS.search(text)):
        if not _UPHILL.search(text):
            amount = f"{glued[1]} {glued[2]}"
            raise ValueError(
                f"'{glued[0].lstrip()[0]}{amount}' could be {amount} of climb or {amount} more; "
                f"write '{amount} climb', or '/ {amount}'"
            )
        text = _GLUED.sub(r" \1 \2 climb", text)
    return text


def _put(phrasing: Phrasing, text: str) -> str:
    """*text* put otherwise, but for its words between quotes."""
    if "“" not in text:
        return phrasing.put(text)
    pieces = _QUOTED.split(text)
    pieces[::2] = [phrasing.put(piece) if piece else piece for piece in pieces[::2]]
    return "".join(pieces)
