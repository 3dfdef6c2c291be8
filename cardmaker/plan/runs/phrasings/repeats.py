"""How often and how something is repeated: '4 x mile', '30/30 x 20', 'repeat 6x'."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, FAR, LONG, NO_UNIT, RANGE, SHORT, TRACK, TURN, N


def _unquoted(found: re.Match[str]) -> str:
    """'"on"' and '"long run"' without the quotes: an effort is one in quotes, too."""
    return f" {found[1]} " if phrase_of(found[1].lower().strip()) else found[0]


def _counted_behind(found: re.Match[str]) -> str:
    """'400 x 6' as '6 x 400 m'; '600 m, 200 m x 4' and 'jog 200 m x 4' as they are."""
    return found[0] if _LISTED.search(found.string[: found.start()]) else f"{found[2]} x {found[1]} m"


_LISTED: Final = Pattern(
    r"(?:(?<![x\d])(?<!x )\d{3,4} ?(?:m|met(?:re|er)s?)?, ?|\b(?:jog|walk|float|easy|recovery) )$",
    "",
    re.IGNORECASE,
)
_UP_AND_DOWN: Final = (
    r"(?:wu|w/u|w-up|w-u|warm[- ]?ups?)(?: ?(?:and|&|/|\+) ?)"
    r"(?:cd|c/d|c-down|c-d|cool[- ]?downs?|warm[- ]?downs?)"
)
_TURN: Final = rf"(?:{TURN}|\d{{1,2}}:[0-5]\d)"
_MOST_RUN: Final = 15
"""'run 30, walk 30' may be seconds; who runs and walks in turn for so many minutes says the unit."""


def _timed(found: re.Match[str]) -> str:
    """'8 x 400 (1:32, 90 s)' and '3 x (4 x 400) 66, 60 s/4 min': each in the first of them, if anyone runs so."""
    minutes, _, seconds = found["time"].rpartition(":")
    long, far = 60 * int(minutes or 0) + int(seconds), float(found["far"])
    if not _FASTEST * far <= long <= _SLOWEST * far:
        return found[0]
    time = found["time"] if minutes else f"{seconds} s"
    if found["rest"]:
        return f"{found['reps']} in {time} w/ {found['rest']}{found['how'] or ' rest'}"
    return f"{found['reps']} in {time}) "


_FASTEST, _SLOWEST = 0.13, 0.42
"""Seconds a metre of repeats on the track."""

REPEATS: Final = (
    Phrasing(
        r"(?P<reps>\d ?x ?(?P<far>\d{3,4})(?: ?m)?)"
        rf"(?: \((?P<time>\d:[0-5]\d|\d\d), ?(?P<rest>{TURN})(?P<how> [a-z]+)?\))",
        _timed,
        "(",
    ),
    Phrasing(
        r"(?P<reps>\d ?x ?\(\d{1,2} ?x ?(?P<far>\d{3,4})(?: ?m)?)\) (?P<time>\d\d), (?P<rest>(?!.))?(?P<how>)"
        r"(?=\d+ ?(?:s|\"|'|min))",
        _timed,
        "x(|x (",
    ),
    # '12 x 400 @ R w/ 400 RI @ WU': how the rest interval is run
    Phrasing(
        r"(?<=[\da-z] )(RI|rest interval|recovery) @ (?:wu|w/u|warm[- ]?up|easy|jog|e)\b",
        r"\1",
        "ri @|rest interval @|y @",
    ),
    # '4 race-pace strides', '6 x 20 s/40 s strides', '25 x 400 m short rest'
    Phrasing(
        r"(?<!\d)(\d{1,2}(?: ?- ?\d{1,2})?) (race[- ]pace|goal[- ]pace|5 ?k|10 ?k|mile[- ]pace|mp|short|long|smooth|"
        r"crisp|controlled|good|snappy) (strides|pick-?ups)\b",
        r"\1 \3 “\2”",
        " strides| pick",
        "pace|k |mp|short|long|smooth|crisp|controlled|good|snappy",
    ),
    Phrasing(
        rf"(\d ?x ?{TURN}) ?/ ?({TURN}) strides\b",
        r"\1 strides w/ \2",
        "s strides|\" strides|' strides|n strides|c strides",
        "/",
    ),
    Phrasing(
        r"(\d ?x ?\d+ ?(?:m|s|min|km|mi)) (short|minimal|little) (rest|recovery|jog)\b",
        r"\1 w/ \3 “\2”",
        "short|minimal|little",
    ),
    # '8 x 90 s uphill @ 5k jog-down'
    Phrasing(
        r"(\d ?x ?\d[^,;/()]*[a-z])(?<!with)(?<!w) ((?:jog|walk)-(?:down|back)(?: recover(?:y|ies))?)"
        r"(?= ?(?:$|[,;/.]))",
        r"\1 w/ \2",
        "jog-|walk-",
    ),
    # '8 x 800 from 3:20 down to 3:00'
    Phrasing(
        r"(\d ?x ?\d{3,4}(?: ?m)?),? from (\d:[0-5]\d|\d\d)(?: ?s\w*)?,? (?:down )?to (\d:[0-5]\d|\d\d)(?: ?s\w*)?"
        r"(?= ?(?:$|[,;/(]| w/| with))",
        lambda found: (
            f"{found[1]} in {found[3]}-{found[2]}{'' if ':' in found[2] else ' s'} “from {found[2]} to {found[3]}”"
        ),
        " from ",
    ),
    # '…, repeat for 20 min': turns as often as they go into it
    Phrasing(
        rf",? ?\b(?:repeat(?:ed|ing)?|continue|keep going|alternat(?:e|ing))(?: this| that| the set)?"
        rf" for (?:a total of )?(?={AMOUNT})",
        " for ",
        "repeat|continue|keep going|alternat",
    ),
    Phrasing(r",? ?\bfor a total of (?=\d)", " for ", "for a total"),
    Phrasing(r"\brun-walk-run\b", "run-walk", "walk-run"),
    Phrasing(rf"\b(run ?[/-] ?walk) \(({TURN}) ?/ ?({TURN})\)$", r"\1 with \2 run / \3 walk", "walk"),
    # 'run 4/walk 1': minutes, '30on/30off': seconds
    Phrasing(
        r"\b(run|jog)(?:ning|ging)? (\d{1,2})( ?/ ?|, ?| )walk(?:ing)? (\d{1,2})\b"
        r"(?![.:]\d| ?(?:min|s|km|mi|m|k|h|x(?! ?\d{1,2}\b)|'|\")(?![a-z]{2}))",
        lambda found: (
            f"{found[1]} {found[2]} min{found[3]}walk {found[4]} min"
            if int(found[2]) <= _MOST_RUN
            else found[0]
        ),
        "walk",
    ),
    Phrasing(r"\brun:walk\b", "run/walk", "run:walk"),
    # 'run 9/1 walk' has minutes of both
    Phrasing(r"\brun(?:ning)? (\d{1,2} ?[/:] ?\d{1,2}) walk(?:ing)?\b", r"run/walk “\1”", "walk"),
    Phrasing(
        r"\b(\d\d)( ?)(on|hard|fast)( ?/ ?| ?- ?)(\d\d) ?(off|easy|slow)\b",
        r"\1 s \3\4\5 s \6",
        "off|easy|slow",
        "on|hard|fast",
    ),
    # 'run-walk 90/30', '3/1 run/walk'
    Phrasing(
        r"\b(run(?:ning)? ?[/-] ?walk(?:ing)?(?: intervals?)?)[:,]? (?:of )?([1-9]\d) ?/ ?([1-9]\d)"
        r"(?: ?(?:s|secs?|seconds|\"))?\b(?! ?(?:min|km|mi|m)\b)",
        r"\1 with \2 s run / \3 s walk",
        "walk",
    ),
    # '4 x mile', '3 mile repeats', '30/30 x 20', '8 ST', '1 min on/off', 'repeat 6x: …'
    Phrasing(r"(?<=\d)( ?x )(?=miles?\b(?! pace| effort| race| speed))", r"\g<1>1 ", "mile"),
    Phrasing(r"(?<!/)\b(\d+) (?:x 1 )?mile (?:repeats|reps|intervals)\b", r"\1 x 1 mile", "mile"),
    Phrasing(r"\b(?:1|one)[- ]mile (?:repeats|reps|intervals) ?x ?(\d+)\b", r"\1 x 1 mile", "mile"),
    Phrasing(r"(?<!\d)(?<!\d )(?<!\d-)\bmile (?:(?:repeats|reps) ?)?x ?(\d+)\b", r"\1 x 1 mile", "mile"),
    Phrasing(
        rf"\b({TRACK}|1[05]0)(?: ?m)?(?:'?s)? ?x ?(\d{{1,2}}(?:-\d{{1,2}})?){NO_UNIT}",
        _counted_behind,
        "0x|0 x|0mx|0m x|0 mx|0 m x|msx|ms x|0s x|0sx|'s x|'sx",
    ),
    Phrasing(
        rf"\b(\d{{1,2}}(?:-\d{{1,2}})?) ({TRACK})(?:[ -]?m(?:et(?:er|re))?)?(?:'?s\b| (?=repeats|reps|intervals))",
        r"\1 x \2 m ",
        "00s|00's|00ms|00m's|00 ms|00 m's|00 re|00 in|m re|m in|er re|re re",
    ),
    Phrasing(r"\b(\d{1,2}) by (?=\d)", r"\1 x ", " by "),
    # 'main set (x 5): 90 s hard + 90 s easy.'
    Phrasing(
        r"\b(?:main )?set \((?:x ?(\d{1,2})|(\d{1,2}) ?x)\):? ([^().;]+(?:\.\d[^().;]*)*)(?=[.;]|$)",
        lambda found: f"{found[1] or found[2]} x ({found[3]})",
        "set (",
    ),
    Phrasing(r"\(((?:x|repeat) ?\d{1,2}(?: ?x| times)?|\d{1,2} times)\)", r"\1", "(x|(repeat|times)"),
    Phrasing(r"\((\d{1,2}) ?x\)", r"x \1", "x)"),
    # "6 x 5'/1' @ T": the pace is that of the repeats
    Phrasing(rf"\b(\d+ ?x ?{_TURN}) ?(?:/| - ) ?({_TURN}) @ ([^,;/()]+)", r"\1 @ \3 / \2", "@"),
    Phrasing(rf"(\d ?x ?\()({TURN})-({TURN})\)", r"\1\2 / \3)", "(1|(2|(3|(4|(5|(6|(7|(8|(9"),
    # '6 x 1 km - 1 min [3:50-3:55]': the time for each behind the recovery
    Phrasing(
        rf"\b(\d+ ?x ?\d+(?:\.\d+)? ?(?:m|km|k|mi)?)(?: - |, ?| ?/ ?)({TURN}) [\[(]"
        r"(\d{2,3}|\d{1,2}:\d\d)( ?- ?(?:\d{2,3}|\d{1,2}:\d\d))?[\])]",
        r"\1 (\3\4) w/ \2",
        "]|)",
    ),
    # '12 x 400 w/ 100 jog (80-82)'
    Phrasing(
        r"(\d ?x ?\d{3,4} ?m?) (w/ [^()@,;/]*?\b(?:jog|rest|walk|rec)\w*) \((\d\d ?- ?\d\d)\)",
        r"\1 (\3) \2",
        "(",
        "-",
    ),
    # '3 sets: 60 s hill, 40 s hill, 20 s hill (jog down)'
    Phrasing(
        r"(\d{1,2}) (?:sets|rounds)(?: of)?: ?([^()“”;/]+,[^()“”;/]+?),? "
        r"\(((?:jog|walk) (?:back )?(?:down|back))\)(?=$|[.;])",
        r"\1 x ((\2) w/ \3)",
        "sets|rounds",
        "(",
    ),
    # '6 x hill reps (90 s up, jog back)'
    Phrasing(
        rf"(\d ?x ?)hill (?:reps?|repeats?|sprints?)[:,]? ?\(({TURN}) (?:up|uphill)(?:,| /| and)? "
        r"((?:easy )?(?:jog|walk)(?: (?:back|down|back down))?)\)",
        r"\1\2 uphill w/ \3",
        "hill",
    ),
    # '13 x 2 min. 1 min rec after each 2 min': what comes after each, however the repeat is called
    Phrasing(
        rf"(?:[.,;/]? ?\b(?:w/|with))?[.,;]? ?({AMOUNT}|{TURN}) ((?:easy )?(?:rec\w*|rest|jog\w*|walk\w*|float))"
        rf" (?:after|between|following) (?:each|every)(?: one| km| mile| {AMOUNT}| {TURN})?(?= ?(?:$|[.,;/)]))",
        r" w/ \1 \2",
        "each|every",
    ),
    # '5 x 600 m 2 min rest 1 km cd': the word is that of the amount before it
    Phrasing(
        rf"({AMOUNT}|{TURN}) (rest|recovery|jog|walk)"
        r" (?=\d[\d.-]* ?[a-z]+ (?:wu|cd|warm[- ]?(?:up|down)|cool[- ]?down|easy|steady|tempo)\b)",
        r"\1 \2, ",
        r"rest \d|recovery \d|jog \d|walk \d",
    ),
    # 'Jog for 400 m between repeats. Cool down with 800 m of jogging.'
    Phrasing(
        rf"[.,;/]? ?\b(jog|walk|rest|recover)(?:ging|ing)?(?: for)? ({N} ?(?:m|met(?:re|er)s|yards|yd)|{AMOUNT}|{TURN})"
        r" (?:in )?between (?:the |your )?(?:re(?:peat|p)s|intervals|efforts)(?= ?(?:$|[.,;/)]))",
        r" w/ \2 \1",
        "between",
    ),
    Phrasing(
        rf"\b((?:warm|cool)[- ]?(?:up|down)) (?:with|by) ({N} ?(?:m|met(?:re|er)s|yards|yd)|{AMOUNT}|{TURN})"
        r" of (?:easy |light |slow )?(?:jogging|running)\b",
        r"\2 \1",
        "warm|cool",
    ),
    Phrasing(
        rf"\b((?:after|between|following) (?:each|every)) (?:{AMOUNT}|{TURN})(?= ?(?:$|[.,;/)]))",
        r"\1",
        "each|every",
    ),
    # '6 x 80 m strides (relaxed, 60 s rest)'
    Phrasing(
        rf"(\d ?x ?[^()/;,]{{2,40}}?) \((?!\d)([a-z][a-z -]+), ?"
        rf"({TURN} ?(?:rest|jog|walk|recovery|rec|pause|trabpause))\)",
        r"\1 w/ \3 “\2”",
        "(",
        ",",
    ),
    # '4 min effort' is one by itself
    Phrasing(rf"((?:^|[,;+] ?| / | - ?){TURN}) effort(?= ?(?:$|[,;/+.]| - ))", r"\1 “effort”", "effort"),
    # '8(1 min on, 1 min off)'
    Phrasing(
        r"(?<![\w.:-])(\d{1,2}(?:-\d{1,2})?)\((?=[^()@]*(?:\d:\d\d|\d ?(?:s|sec\w*|min\w*|'|\"))"
        r"(?:[^()@]|\([^()]*\))*[/,+-][^()@]*\d)",
        r"\1 x (",
        "(",
    ),
    Phrasing(
        r"\b(?:do|complete|perform|run) (?:this|that|it|all|the (?:set|above))(?: of (?:this|it))?"
        r" (\d{1,2}(?:-\d{1,2})?) ?(?:x|times)\b",
        r"repeat \1 times",
        "do |complete|perform|run ",
    ),
    Phrasing(r"(?<![\d.])\"([a-z][a-z -]*)\"", _unquoted, '"'),
    Phrasing(r"\brepeat(?:ed)? once(?: more)?\b", "repeat 2 times", "repeat"),
    Phrasing(r"\brepeat(?:ed)? twice more\b", "repeat 3 times", "twice more"),
    Phrasing(r"\brepeat(?:ed)? twice\b|\(twice\)", "repeat 2 times", "twice"),
    Phrasing(r"\br'(?=\d)", "r=", "r'"),
    Phrasing(rf"(, ?|/ ?)({SHORT}|\d:[0-5]\d) ?(?-i:r)(?= ?(?:$|[,;/)]))", r"\1\2 rest", "r"),
    Phrasing(rf"(\(|w/ ?|with )({SHORT}) ?R\b(?! ?[+,])", r"\1\2 rest", " r|'r|\"r|sr|nr|er|cr|dr"),
    Phrasing(
        rf"\b(\d\d)(?: ?/ ?|-)(\d\d)(?:s|'s)? ?x ?(\d{{1,2}}){NO_UNIT}",
        r"\3 x \1/\2",
        r"\d/|\d /|-",
        "x",
    ),
    Phrasing(r"(?:(?<=\d)|(?<=\d )|(?<=\+ )|(?<=\ds )|(?<=\dm )|(?<=sec ))(?-i:STs?)\b", " strides", "st"),
    # '(w-up + c-down 2 km each)'
    Phrasing(
        rf"\(?(?:plus |\+ ?|with |w/ )?\b{_UP_AND_DOWN}:?,? ({RANGE} ?(?:{FAR}|min\w*|')) each\)?",
        r"+ \1 wu/cd",
        "each",
    ),
    Phrasing(
        r"\((?:plus |\+ ?|with |w/ )?"
        r"((?:\d[\w. ]*(?<!with )(?<!incl )(?<!incl\. ))?(?:wu|w/u|warm[- ]?ups?)"
        r"(?: ?(?:and|&|/|\+) ?)(?:\d[\w. ]*)?(?:cd|c/d|cool[- ]?downs?))\)",
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
        rf"({SHORT}) (on|hard|fast)(?: ?/ ?| and | ?- ?)(off|easy|slow)\b(?! run| jog)",
        r"\1 \2 / \1 \3",
        "off|easy|slow",
        "on|hard|fast",
    ),
    Phrasing(r"\b(\d{2})\+(\d{2}) ?min(?:utes?|s)?\b", r"\1 min + \2 min", "+"),
    Phrasing(
        rf"(\d ?x ?{N} ?{LONG}[a-z ]*),? alternating with (?=\d[\w. -]*(?:walk|jog|easy|rest|recovery))",
        r"\1 / ",
        "alternating",
    ),
    Phrasing(r"^repeat (\d+) ?(?:x|times) ?:? ?(?=\d|run|walk|jog)", r"\1 rounds: ", "repeat"),
    Phrasing(r"\b(\d+) ?x ?: ?(?=\S)", r"\1 rounds: ", "x:|x :"),
)
