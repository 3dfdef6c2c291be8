"""What the parts make in all, and turns of running and walking that fill a whole."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, DISTANCE, FAR, LONG, RANGE, TURN, WITH


def _raced(found: re.Match[str]) -> str:
    """'half: 1:45:00' as the race in that time."""
    return f"{'marathon' if found[1].lower() == 'marathon' else 'half marathon'} in {found[2]}"


def around_race(found: re.Match[str]) -> str:
    """A race and how far all of the day is, if that is farther than the race."""
    race = 1000.0 * float(found[2]) if found[2] else 21_098.0 if "half" in found[1].lower() else 42_195.0
    number, unit = re.match(r"([\d.,]+) ?(\w)", found[3]).groups()  # type: ignore[union-attr]  # an amount
    far = float(number.replace(",", ".")) * (1000.0 if unit.lower() == "k" else METRES_PER_MILE)
    whole = "min" not in found[3].lower() and far > 1.1 * race
    name = found[1]
    if not found[2]:  # a race without a figure, in brackets so that it is a part
        said = re.match(r"((?:half )?marathon)(.*) race", name, re.IGNORECASE)
        words = said[2].strip() if said else ""
        name = f"[{said[1] if said else name} race{f' “{words}”' if words and words != 'goal' else ''}]"
    return f"{found[3]} with {name}" if whole else found[0]


def _then_last(found: re.Match[str]) -> str:
    """'17 km easy → last 6 km hard': all in all 17 km, or 23."""
    whole, last = found[1].strip(), found[2].strip()
    raise ValueError(
        f"'{found[0]}' could be {whole} in all or more; write '{whole} with {last}' or '{whole} + {last}'"
    )


_MUCH: Final = rf"(?:{AMOUNT}|{RANGE} ?{FAR}|\d ?h(?:rs?|ours?)? ?(?:[0-5]\d(?: ?min)?)?)"
_ALL: Final = rf"(?:{AMOUNT}|{RANGE} ?(?:{FAR}|min\w*|h|hrs?|hours?)|\d+:\d\d)"
_EASILY: Final = r"(?:easy|slow|jog|jogging|running|easy jog|easy running)"
_KNOWN_BEFORE: Final = Pattern(
    r"\b(?:rest|off|walk|jog|run|race|parkrun|marathon|xt|cross|bike|swim|yoga|gym|elliptical|cycle)\b", ""
)
"""Before 'or 5 mi easy' these are a choice of their own."""
_BOTH: Final = r"(?:wu|w/u|warm[- ]?up) ?(?:and|&|/|\+) ?(?:cd|c/d|cool[- ]?down)"
_ENDS: Final = r"\b(?:wu|w/u|warm|cd|c/d|cool)"
"""What says that a warm-up or cool-down is among the parts, whose sum a total then is."""

WHOLES: Final = (
    Phrasing(
        rf"^({_MUCH}[^→>,;/+x]*?) ?(?:→|->) ?(?:the )?(?:last|final) "
        rf"({_MUCH}[^,;/+x.]*(?:/(?:km|mi)\b)?)",
        _then_last,
        "→|->",
    ),
    # '11 miles total. 5 x 1 mi': the rest of it is warm-up and cool-down
    Phrasing(rf"^({RANGE} ?{FAR}) total[.:;] (?=\d+ ?x [^,;/+.]*\.?$)", r"\1 with ", "total"),
    Phrasing(
        rf"^((?:[a-z]+ ){{0,2}}[a-z]+: )?({RANGE} ?{FAR}) total[.:;,] (?=\d|warm[- ]?up )",
        r"\1\2 total: ",
        "total",
    ),
    Phrasing(
        rf"^(?=.*{_ENDS}|(?!.*\d ?x ?\d))(.*\d.*?)(?:[,;/] ?| - )total:? ?"
        rf"(\d+(?:\.\d+)? ?(?:{FAR}|min\w*))\.?$",
        r"\1 (\2 total)",
        "total",
    ),
    # '8 miles, 1:00:00 including 6 x 20 s strides': one run, as both say how long it is
    Phrasing(
        rf"^(\d+(?:\.\d+)? ?{FAR}), (\d{{1,2}}:\d\d(?::\d\d)?|\d+ ?min\w*),? (?=(?:incl?\b\.?|includ|w/|with ))",
        r"\1 in \2 ",
        ":|min",
        "inc|w/|with",
    ),
    # '45 min. Warm up 10 min, …': a sentence, and no warm-up of 45 min
    Phrasing(rf"^({_MUCH})\. (?=(?:warm[- ]?ups?|wu):? \d)", r"\1 total: ", "warm|wu"),
    # '15 mi, fast finish (last 4 mi at MP)', 'Easy + 4 strides: 35 min', '9 mi (easy w/ 2 mi MP)'
    Phrasing(r",? ((?:fast|strong|quick) finish) \((last [^()]+)\)", r" \1, \2", "finish (last"),
    Phrasing(
        rf",? (fast|hard|quick|strong) finish(?: (?:of|for|over|with|in|the|last))* ({_MUCH})\.?$",
        lambda found: (
            f" finishing with {found[2]}{'' if found[1] == 'strong' else ' fast'} “{found[1]} finish”"
        ),
        "finish",
    ),
    Phrasing(
        rf"^(easy|recovery|long)(?: run)? ?(?:\+|&|w/|with|and) ?(\d{{1,2}}(?: ?- ?\d{{1,2}})?) ?x? ?"
        rf"(strides|hill sprints|hills|pick-?ups)[:,] ({AMOUNT})$",
        r"\4 \1 + \2 \3",
        "strides|hill|pick",
    ),
    Phrasing(
        rf"^({RANGE} ?{FAR}) \((easy|long|steady|aerobic)(?: run)? {WITH} ([^()]*)\)$", r"\1 \2 with \3", "("
    ),
    # '40 min easy, in between 5 x 3 min hard'
    Phrasing(r"^([^,;/x]*\d[^,;/x]*), (?:in )?between,? (?=\d+ ?x)", r"\1 with ", "between"),
    Phrasing(
        rf"^(easy|recovery|long)(?: run)? (?:w/|with) strides,? ({AMOUNT})$", r"\2 \1 with strides", "strides"
    ),
    # '0-3 miles easy' needn't be run
    Phrasing(
        rf"^([^\d,;/]*)0 ?(?:-|to) ?(\d+(?:\.\d+)? ?(?:{FAR}|min\w*)\b[^\d,;/]*)$",
        r"\1\2 optional",
        "0-|0 -|0to|0 to",
    ),
    Phrasing(
        r"^((?:half[- ]?)?marathon|half|hm)(?::|(?<!half)(?<=n)(?: race)?,?|(?<=hm),?) ?"
        r"(\d:[0-5]\d(?::[0-5]\d)?)(?: ?h(?:rs?|ours?)?)?$",
        _raced,
        ":",
    ),
    # 'club session or 5 mi easy', '10 km tempo, 2 km easy before and after'
    Phrasing(
        r"^((?:[a-z]+ ){1,3})or (?=\d+(?:\.\d+)? ?(?:km|k|mi|miles?|min)\b)",
        lambda found: found[0] if _KNOWN_BEFORE.search(found[1].lower()) else f"“{found[0].strip()}” ",
        " or ",
    ),
    Phrasing(
        rf"[,;+]? ?(?:(?:with|w/|plus) )?\b({RANGE} ?(?:{FAR}|min\w*|'))(?: {_EASILY})?"
        r" (?:each )?before (?:and|&) after$"
        rf"|[,;+]? ?\bbefore (?:and|&) after,? ({RANGE} ?(?:{FAR}|min\w*|'))(?: {_EASILY})?(?: each)?$",
        lambda found: f" + {found[1] or found[2]} wu/cd",
        "before and after|before & after",
    ),
    # '9 mi, 8 x 100 m strides in last 2 miles'
    Phrasing(
        rf"^([^,;/()]*\d[^,;/()x]*), (\d+ ?x ?[^,;]*?)"
        rf" ((?:in|during|over) (?:the )?(?:(?:last|final|first) {AMOUNT}|middle(?: of (?:it|the run))?))$",
        lambda found: (
            f"{found[1]} “{found[3]}” with {found[2]}"
            if found[2].endswith(")")
            else f"{found[1]} with {found[2]} “{found[3]}”"
        ),
        "last|final|first|middle",
    ),
    # 'Fartlek 45 min, 10 x 1 min / 1 min'
    Phrasing(rf"^(fartlek(?: run)?),? ({_ALL}),? (?=\d+ ?x)", r"\2 \1 with ", "fartlek"),
    # 'Fartlek: 8 x (2 min on, 1 min off) in 8 miles'
    Phrasing(
        r"^([^\d:]*: ?)?(\d{1,2} ?x ?\(.*\)) (?:in|during|within) (?:an? |the )?"
        rf"(\d+(?:\.\d+)? ?{FAR}|\d\d ?min\w*)(?: run)?$",
        r"\1\3 with \2",
        "in |during ",
    ),
    # '10 km race (15 km total w/ wu & cd)'
    Phrasing(
        rf"^\(?([^()]*\brace\b[^()]*?)\)?,? \(?({_MUCH})(?: (?:in )?(?:total|all))?,?(?: -)? {WITH} {_BOTH}\)?$",
        r"\2 with [wu / \1 / cd]",
        "wu|w/u|warm",
        "race",
    ),
    # '5 x 800 m, 400 m jog, 10 km incl. warm-up and cool-down'
    Phrasing(
        rf"^(.*\d ?x ?.*?)(?:[,;.] | \| | (\())(?:total:? |in all:? )?({AMOUNT})(?: (?:in )?total| in all)?,? {WITH}"
        rf"(?: easy| relaxed| slow| comfortable)? {_BOTH}(?(2)\))\.?$",
        r"\3 total: \1",
        "wu|w/u|warm",
        ", |; |. | (| | ",
    ),
    # '2 mi up, …, 1 mi down'
    Phrasing(
        rf"^(\d+(?:\.\d+)?(?: ?{FAR})?) up(?= ?[,;/+])(.*[,;/+] ?\d+(?:\.\d+)?(?: ?{FAR})?) down$",
        r"\1 wu\2 cd",
        " up",
    ),
    Phrasing(rf"^({AMOUNT} [a-z0-9 ]+?) in (?:an? |the )?({AMOUNT}) runs?$", r"\2 with \1", " in "),
    Phrasing(
        rf"^(\d{{1,2}} ?x ?[^;/()]+?),? in (?:an? |the )?(\d+(?:\.\d+)? ?(?:{FAR}|min\w*))(?: easy)?(?: run)?$",
        r"\2 with \1",
        "in a|in the",
    ),
    Phrasing(rf"(?<=[,;/+] )(\d+(?:\.\d+)? ?{FAR}) up (?:and|&) down$", r"\1 wu/cd", " up "),
    Phrasing(
        rf"(?<=[a-z\d)'\"]),?(?: with| w/)? ({TURN}( jog| rest| walk)?) between all(?: reps| of them)?$",
        r" all w/ \1",
        "between all",
    ),
    # '2 x (2 km @ half, 1 km @ 10k) all w/ 2 min rest': between the sets, too
    Phrasing(
        r"\b(\d{1,2} ?x ?)(\((?![^()]*\b(?:jog|walk|rest|recovery|easy|float)\b)[^()]*\d[^()]*,[^()]*\d[^()]*\))"
        r"([^()/;,]*?),? "
        rf"all,? (?:w/|with|off) ?({TURN}(?: [a-z]+)?|{AMOUNT}(?: [a-z]+)?)(?=$|[ ,;/])",
        r"\1(\2\3 w/ \4) w/ \4",
        "all",
        "(",
    ),
    # 'half marathon: goal 1:45', '12 km in 3 x 4 km', '8 mi: 9:00 to 7:30', 'hills, in the middle of 50 min'
    Phrasing(r"^((?:half[ -])?marathon|hm|.* race): ?(?=in \d)", r"\1 ", "n:in|n: in|hm:|race:"),
    Phrasing(rf"^({AMOUNT}) in (?=\d+ ?x ?\d)", r"\1 as ", " in "),
    Phrasing(
        rf"({AMOUNT}): ?(\d{{1,2}}:[0-5]\d) (?:down )?to (?=\d{{1,2}}:[0-5]\d(?! ?(?:min|h)))",
        r"\1 from \2 to ",
        ":",
    ),
    Phrasing(
        r"^(.*?),? (?:in the middle of|as part of|inside) (?:an? |the )?"
        rf"({AMOUNT})((?: easy| long| steady)?)(?: runs?| total| in all)?$",
        r"\2\3 with \1",
        "in the middle of|as part of|inside",
    ),
    Phrasing(
        r"^(xt|cross[- ]?train(?:ing)?|bike|swim|yoga|gym|elliptical|cycle) or (\d.*)$", r"\2 “or \1”", " or "
    ),
    # '35 km with 5 km @ MP at 20 km': where in the whole, which adds nothing to it
    Phrasing(
        rf"(\b{WITH}(?!.*\d ?(?:{DISTANCE}|{LONG}) at (?:3|5|10) ?k$).*[a-z])"
        rf" ((?:at|from|after|starting at) (?:the )?(?:(?:km|mile|mi|k) ?\d+|\d+ ?{FAR}))$",
        r"\1 “\2”",
        "at|from|after",
    ),
    # 'optional 4 strides', '…, easy to finish': more that needn't be run, and what is left of the whole
    Phrasing(r"(?<=[a-z]), (optional(?:ly)? \d[^,;/]*)$", r" “\1”", "optional"),
    Phrasing(r"(?<=[a-z)%\d]) \((optional(?:ly)? \d[^()]*)\)$", r" “\1”", "(optional"),
    Phrasing(r"(?<=[a-z)])[,.;] (optional: (?!run\b)[^“”;/]*)$", r" “\1”", "optional:"),
    Phrasing(
        r"(?<=[)\w])(?:,? (?:then )?((?:the )?(?:rest|remainder)(?: is| at)? easy)"
        r"|, (?:then )?(easy to (?:finish|end)))$",
        r", “\1\2”",
        "t easy|r easy|s easy|easy to",
    ),
    Phrasing(
        r"(?<=[a-z]), (hills|hilly|rolling|undulating)(?=, (?:last|final|first) )", r" \1", "hill|roll|undul"
    ),
    # '= 5 mi', '(6 mi total)': what the parts make in all; '8 x …: 10 times'
    Phrasing(rf"(?<=[a-z][a-z]) = ?{AMOUNT}(?: total| in all)?(?=$| \()", r" “\g<0>”", "="),
    Phrasing(
        r"^(.*\d ?(km|mi|miles)\b.*)\((?:~ ?)?(\d{1,2}(?:\.\d)?) (?:in )?(total|all)\)$",
        r"\1(\3 \2 \4)",
        "total)|all)",
    ),
    Phrasing(rf"\((?:total|in all):? ?({_MUCH})\)$", r"(\1 total)", "(total|(in all"),
    Phrasing(
        rf"\((?:~|about |approx\.? )?({_MUCH}) (?:w/|with|incl?\.?|including) (?:the )?(?:jogs?|recover\w+|rests?)\)$",
        r"(\1 total)",
        "jog|recover|rest",
        "(",
    ),
    Phrasing(rf"^(.*{_ENDS}.*?[a-z\d)]),? (?:total|in all):? ?({_MUCH})$", r"\1 (\2 total)", "total|in all"),
    Phrasing(
        rf"^(.*{_ENDS}[^\d]*)[.,;] ?(?:~|ca\.?|approx\.?|about|around) ?({_MUCH})$",
        r"\1 (\2 total)",
        "~|ca|appr|about|aro",
    ),
    # '3 mi wu, 3 x 2 mi @ T, 2 mi cd (~12 mi)'
    Phrasing(
        rf"^(?=.*{_ENDS})(.*[,;/+].*?) \((?:~|ca\.?|approx\.?|about|around) ?({_MUCH})\)$",
        r"\1 (\2 total)",
        "(",
    ),
    # '10 km race, 18 km' and 'half marathon race 28 km' have more around the race
    Phrasing(
        rf"^([^,;/]*?\b(?:(\d+) ?km?|half marathon|marathon)\b[^,;/\d]*\brace),? ({AMOUNT})$",
        around_race,
        "race",
    ),
    Phrasing(rf"^(.*(?:{_ENDS}).*?),? \(({_MUCH}) (?:in )?(?:total|all)\)$", r"\1 “\2 total”", "total|all)"),
    Phrasing(
        rf"^(?!{AMOUNT} total:)(.*\d.*?)"
        rf"(?:,? \(({_MUCH}) (?:in )?(?:total|all)\)|(?:[,;]| -) (?:for )?({_MUCH}) (?:in )?total)$",
        lambda found: f"{found[2] or found[3]} total: {found[1]}",
        "total|all)",
    ),
    Phrasing(r" ?: ?(\d{1,2}) times$", r" x \1", "times"),
    # 'within 70 min': how long all of it takes, of which it says no more
    Phrasing(rf"\b(?:all |total )?within (?:a |an )?{AMOUNT}\b(?: run)?", r"“\g<0>”", "within"),
    # '30 min run/walk 60 s / 30 s', '14 mi run 3 min / walk 1 min': turns that fill the whole
    Phrasing(
        rf"^({_ALL}) (run(?:ning)? ?[/-] ?walk(?:ing)?)[,:]? ({TURN})(?: run(?:ning)?)?"
        rf" ?/ ?({TURN})(?: walk(?:ing)?)?$",
        r"\1 \2 with \3 run / \4 walk",
        "walk",
    ),
    Phrasing(
        rf"^({_ALL})(?:[,:]| -)? run(?:ning)? ({TURN}) ?[/,] ?walk(?:ing)? ({TURN})$",
        r"\1 with \2 run / \3 walk",
        "walk",
    ),
    # '90 min easy, 20 min @ MP in the middle', '10 km easy (plus 5 x 100 m)'
    Phrasing(
        r"^([^,;/+(]*\d[^,;/+(]*)[,;] (\d[^,;/]*?) (in the middle|half-?way(?: through)?)\.?$",
        r"\1 with \2 “\3”",
        "in the middle|half",
    ),
    Phrasing(
        r"^([^|()/]*\d[^|()/]*) \((?:plus |\+ ?)(?![^()]*(?:warm|wu|w/u)|\d{2,5} ?(?:m|ft)\))(\d[^()]*)\)$",
        r"\1 + \2",
        "(plus|(+",
    ),
    Phrasing(rf"({AMOUNT})(?: total)?: (?=(?:first|last) )", r"\1, ", "first|last"),
    # 'easy hour'
    Phrasing(r"^(easy|steady|long|gentle) hour\b", r"1 hour \1", "hour"),
)
