"""Turns of running and walking as beginners' plans list them, repeats between repeats, strides in brackets."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, FAR, RANGE, TURN

_TURN: Final = rf"(?:\d{{1,2}}:[0-5]\d|:[0-5]\d|{TURN})"
_MOVE: Final = r"(?:walk|run|jog)(?:ning|ing|ging)?"


def _listed(found: re.Match[str]) -> str:
    """'5:00 walk 5:00 run 5:00 walk' with a sign between."""
    return re.sub(rf"({_MOVE})(?:[,;]? then| and)? (?={_TURN})", r"\1, ", found[0], flags=re.IGNORECASE)


def _within(found: re.Match[str]) -> str:
    """'20:00 of 2:30 run 2:30 walk': turns that fill the whole."""
    whole, run, walk = (_timed(found[name]) for name in ("whole", "run", "walk"))
    return f"{whole} with {run} {found['one']} / {walk} {found['other']}"


def _timed(text: str) -> str:
    if text.startswith(":"):
        return f"{text[1:]} s"
    return f"{text} min" if ":" in text and not text[-1].isalpha() else text


def _in_turn(found: re.Match[str]) -> str:
    """'3 x 2 km easy, in between 2 x 2 km fast': one more of the first, so that the others are between them."""
    first, second = int(found["times"]), int(found["fewer"])
    if second != first - 1:
        return found[0]
    return f"{second} x ({found['one']} / {found['other']}) / {found['one']}"


_REST: Final = rf"(?:{AMOUNT}|{TURN}|\d+ ?m)(?: [a-z]+){{0,2}}?"

_HOW: Final = r"(?:easy|hard|fast|tempo|steady|threshold|moderate|all[- ]out|recovery|long)"


def _around(found: re.Match[str]) -> str:
    """'20 min tempo (WU 12-15 / CD 10)': minutes before and after it, where nothing is said in km or miles."""
    if not found["unit"] and (not _MINUTES.search(found.string) or _FAR.search(found.string)):
        return found[0]
    unit = found["unit"] or "min"
    return f" + {found['up']} {unit} wu / {found['down']} {unit} cd"


def _both(found: re.Match[str]) -> str:
    """'6 km 00:54:00 09:00': a time and the pace that it comes to, and no other run."""
    hours, minutes, seconds = (int(part) for part in found["time"].split(":"))
    slow, fast = (int(part) for part in found["pace"].split(":"))
    taken = 3600 * hours + 60 * minutes + seconds
    if abs(float(found["far"].replace(",", ".")) * (60 * slow + fast) - taken) > 0.02 * taken:
        return found[0]
    return f"{found['far']} {found['unit']} in {hours} h {minutes} min @ {slow}:{fast:02}/{found['unit']}"


_MINUTES: Final = Pattern(r"\d ?min", "min", re.IGNORECASE)
_FAR: Final = Pattern(rf"\d ?{FAR}\b", "k|mi", re.IGNORECASE)

TURNS: Final = (
    Phrasing(
        r"(?P<far>\d[\d.,]*) ?(?P<unit>km|mi) (?P<time>\d{1,2}:[0-5]\d:[0-5]\d) (?:@ ?)?(?P<pace>\d{1,2}:[0-5]\d)"
        r"(?= [a-z]|[.,;]? ?$)(?! (?:min|h|s|sec|rest|jog|walk|rec)\b)",
        _both,
        ":",
    ),
    # '2 km warm-up, 5 km tempo, cool 1 km'
    Phrasing(rf"((?:[,;+/&]|\band|\bthen) ?)cool ({AMOUNT}|{TURN}|\d+ ?k)$", r"\1\2 cool-down", "cool "),
    # '6 x 2 x 400 m with 30 s between each rep and 3 min between the sets'
    Phrasing(
        rf"(?<![\d.:-])(\d{{1,2}}) ?x ?\(?(\d{{1,2}} ?x ?[^()&;/,]+?)\)?,? (?:w/|with|off) ?({AMOUNT}|{TURN})"
        rf" ?(?:(?:rest|recovery) )?between (?:each |the )?(?:reps?|efforts?)"
        rf",? ?(?:&|and|,|\+) ?(?:w/ ?|with )?({AMOUNT}|{TURN}) ?(?:(?:rest|recovery) )?between (?:the |each )?sets?\b",
        r"\1 x (\2 w/ \3 rest) w/ \4 rest",
        "between",
        " set",
    ),
    # '10 km progression: start easy, finish at threshold'
    Phrasing(
        rf"^((?:{AMOUNT}|{TURN}|\d+ ?k) progressi(?:on|ve)(?: run)?)[:,;.]? -?"
        r"(start(?:ing)? [^\d;:()]+[,;]? (?:and |then )?(?:finish|end)(?:ing)? [^\d,;:()]+)$",
        r"\1 “\2”",
        "progressi",
        "start",
    ),
    # '11 mi total: 6 mi easy, then 2 x 2 mi at 10 mile pace, finish easy'
    Phrasing(
        rf"^({RANGE} ?{FAR} total: .*\d.*[^,; ])[,;]? (?:then )?(?:finish|end)(?:ing)? (?:easy|jogging|slowly?)\.?$",
        r"\1, remainder easy",
        "total:",
        "finish|end",
    ),
    # '2 x 2 mi @ 10M goal pace'
    Phrasing(
        r"(@|\bat) ?10 ?(?:m|mi|miles?|miler)(?: (?:goal|race|target))+ pace\b",
        r"\1 10 mile pace",
        "pace",
        "10",
    ),
    # '12 x 0:15 fast, 1:00 rest (15:00 total)'
    Phrasing(r"\((\d{2,3}):00 total\)$", r"(\1 min total)", " total)"),
    # '20 min easy (note: a light warm-up first)', '25 min easy (with 4 runs this week, keep it relaxed)'
    Phrasing(
        r"\((note:? [^\d()“”]+|(?:with|as|after) \d+ (?:runs|sessions|days)\b[^\d()“”]*)\)",
        r"“\1”",
        "(note|(with|(as|(after",
    ),
    # '6 km with strides - 4 km easy + 6 x 100 m strides + 1 km easy'
    Phrasing(
        rf"^({RANGE} ?{FAR}) (?:with|w/|\+) strides ?[-:] (?=\d.*\d.*strides)", r"\1 total: ", " strides"
    ),
    # '12 min (alternating 2 min quick and 2 min slow)'
    Phrasing(
        rf"({TURN}) \((alternat(?:e|ing) {TURN} [a-z]+(?: and |, ?| ?/ ?){TURN} [a-z]+)\) ?([,;.+/]|$|(?=[a-z]))",
        lambda found: f"{found[1]} {found[2]}{found[3] or ','} ",
        "(alternat",
    ),
    # '25 min easy, including 4 to 6 brisker efforts of 60 seconds'
    Phrasing(
        rf"\b(\d+(?: ?(?:-|to) ?\d+)?) (?:brisk|fast|hard|quick)(?:er)? "
        rf"(?:efforts|bursts|surges|pick-?ups|runs|intervals) of ({AMOUNT}|{TURN})(?: duration| each)?\b",
        r"\1 x \2 fast",
        " of ",
        "brisk|fast|hard|quick",
    ),
    # '35 min fartlek with short efforts (30, 40, 50 s)'
    Phrasing(
        r"((?:fartlek|efforts|surges|bursts)\b[^\d()“”]*)"
        r"(\((?:\d+, ?)+(?:(?:and|or) )?\d+ ?(?:s|secs?|seconds|min\w*)\))$",
        r"\1“\2”",
        "fartlek|efforts|surges|bursts",
        "(",
    ),
    Phrasing(
        rf" ?\((?:wu|w/u|warm[- ]?up):? (?P<up>{RANGE})(?: ?(?P<unit>{FAR}|min))?(?: ?[/,&+] ?| and )"
        rf"(?:cd|c/d|cool[- ]?down):? (?P<down>{RANGE})(?(unit) ?(?P=unit)|(?! ?[a-z]))\)$",
        _around,
        "(wu|(w/u|(warm",
    ),
    # 'Zone 4 intervals, 5 x 3 min hard', whose effort is said once more
    Phrasing(rf"^((?:zone|z) ?[1-7](?: ?- ?[1-7])?(?: [a-z]+)?)[,:] (?=.*\d.*\b{_HOW}\b)", r"“\1” ", "z"),
    # '10 km under 55 min'
    Phrasing(
        rf"(\d ?{FAR}(?: (?!in\b)[a-z]+){{0,2}}?) (?:under|below|in less than) (?=\d{{2,3}} ?min|\d{{1,2}}:[0-5]\d)",
        r"\1 in under ",
        " under| below| less",
    ),
    # 'alternate: 60 s running, 90 s walking; repeat for 20 min'
    Phrasing(
        rf"\balternat(?:e|ing):? ({TURN} [a-z]+)(?:,| and|,? then) ({TURN} [a-z]+)[;,.] (?:repeat )?for (?=\d)",
        r"alternate \1 and \2 for ",
        "alternat",
        "for ",
    ),
    # '3 sets of 4 x 800 m w/ 1 min rest & 4 min rest between sets'
    Phrasing(
        rf"(?<![\d.:-])(\d{{1,2}}) (?:sets|rounds) of \(?(\d{{1,2}} ?x ?[^()&;/]+?),? (?:w/|with|off)"
        rf" ?({_REST} (?:rest|jog|walk|rec\w*|float))\)?"
        rf",? ?(?:&|and|,|\+) ?(?:w/ ?|with )?({_REST}) (?:in )?(?:between|b/w|b/t|btw|btwn) sets\b",
        r"\1 x (\2 w/ \3) w/ \4",
        " sets",
        "sets of|rounds of",
    ),
    # '10 km: Tempo run - WU: 2 km; …'
    Phrasing(
        rf"^({RANGE} ?{FAR}): ?([a-z][a-z ]*?) ?-+ ?(?=(?:wu|w/u|warm[- ]?up)\b)", r"\2: \1 total: ", ":"
    ),
    # '8 km easy with strides (5 x 100 m), 1 min walk between the strides'
    Phrasing(r"\bstrides \((\d{1,2}(?:-\d{1,2})? ?x ?\d+ ?(?:m|s|sec\w*))\)", r"\1 strides", "strides ("),
    Phrasing(
        rf"[,;.]? ?(?:with |w/ ?)?(?:each )?\b({AMOUNT}|{TURN}) ((?:easy )?(?:walk|jog|rest|recovery))"
        r" (?:in )?between (?:the |den )?strides$",
        r" w/ \1 \2",
        "strides",
        "between",
    ),
    Phrasing(
        rf"^{_TURN} {_MOVE}(?:(?:[,;]? then| and)? {_TURN} {_MOVE}){{2,}}$",
        _listed,
        "walk|run|jog",
    ),
    Phrasing(
        rf"^(?P<whole>\d{{1,2}}:[0-5]\d|{AMOUNT}) of (?P<run>{_TURN}) (?P<one>run|jog)(?:ning|ging)?"
        rf"(?: ?[/,+] ?| and | )(?P<walk>{_TURN}) (?P<other>walk|jog)(?:ing|ging)?$",
        _within,
        " of ",
        "walk|jog",
    ),
    Phrasing(
        r"(?:^|(?<=[a-z]: ))(?P<times>\d) ?x ?(?P<one>\d[^,;/()]*?)[,;] (?:in )?between(?: them| these)?,? "
        r"(?P<fewer>\d) ?x ?(?P<other>\d[^,;/()]*)$",
        _in_turn,
        "between",
    ),
)
