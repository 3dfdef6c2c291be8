"""Heart rates, and figures that nobody runs: inclines, gels, cadence; climb as mountain runners write it."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import FAR, FED, HOUR, N

_PERIOD: Final = r"(?:each|every|per|a) (?:week|session|run|time|workout|month|day|second week|other week)\b"
_BY: Final = r"(?:(?:(?:add|increas|extend)(?:e|ing)?(?: by)?|(?:progress|build)(?:ing)? by|plus) |[+-] ?)"
_MORE: Final = (
    r"\d+(?:[.,]\d+)?(?: ?- ?\d+)? ?(?:(?:km|k|miles?|mi|minutes|mins?|m|s|secs?|reps?)\b|[%'])"
    r"(?: more| longer)?"
)


def _miles_of(found: re.Match[str]) -> str:
    """'with miles 12-16 at MP' as four or five of them, as it isn't said whether the first counts."""
    far, unit = int(found[3]) - int(found[2]), found[1]
    return f"with {far}-{far + 1} {unit} “{unit} {found[2]}-{found[3]}” @ " if far > 0 else found[0]


_UP_TO_SIGN: Final = r"(?:(?! [-–] )[^,;/()“”])*"
ASIDES: Final = (
    # '2 h (build toward 3 h)': what it comes to in weeks to come
    Phrasing(
        r"\(((?:(?:gradual|slow)ly )?(?:build|progress|work|increas|extend)\w*(?: up)? (?:to|towards?) \d[^()“”]*"
        r"|up to \d[^()“”]*)\)",
        r"“\1”",
        "(",
        "to",
    ),
    # 'in 2 km segments', 'past the 10K distance', 'reps 2 and 4 faster'
    Phrasing(
        rf"\bin (?:the )?{N} ?(?:{FAR}|m|min\w*) (?:segments|sections|blocks|chunks|increments|steps)\b"
        rf"|\b(?:past|beyond|over|towards?) (?:the |a |your )?{N} ?{FAR}(?: race)? (?:distance|mark|barrier)\b"
        r"|\breps? \d+(?:, ?\d+)*(?: (?:and|&) \d+)? (?:faster|slower|harder|easier)\b",
        r"“\g<0>”",
        "in |past |beyond |over |toward|rep",
        "segm|section|block|chunk|incr|steps|dist|mark|barrier|er",
    ),
    # 'RPE 4 through 18 km': up to where
    Phrasing(rf"(?<=[a-z\d%] )(?:through|until) (?:km |mile )?{N} ?{FAR}\b", r"“\g<0>”", " through | until "),
    # ':-)', 'lactate 2-3', '+/- 5 s'
    Phrasing(r"(?<= )[:;]-?[)(DP](?= |$)", r"“\g<0>”", " :| ;"),
    Phrasing(
        r"(?:@ ?)?\b(?:lactate|bla)\b:? ?(?:of |at |<|>|~)? ?\d{1,2}(?:\.\d+)?(?: ?- ?\d{1,2}(?:\.\d+)?)?"
        r"(?: ?mmol(?:/l)?)?(?![\d.]| ?(?:mi|km|min|m|x)\b)",
        r"“\g<0>”",
        "lactate|bla",
    ),
    Phrasing(
        r"\(?(?:\+ ?/ ?-|±) ?\d{1,2}(?::\d\d)?(?: ?(?:s|secs?|seconds|\"|min|%|bpm))?"
        r"(?: ?/ ?(?:km|mi|mile))?(?![\w.:])\)?",
        r" “\g<0>”",
        "+/|+ /|±",
    ),
    Phrasing(r"(?<=\d) ?([a-z]+): (?=“[^“”]*”$)", r" \1 ", ": “"),
    # '+1 km each week', 'every week add 5 min': what changes from week to week is no part of the run
    Phrasing(
        rf"(?:{_PERIOD}|weekly)[:,]? ?{_BY}{_MORE}|{_BY}{_MORE} (?:{_PERIOD}|weekly)"
        rf"|{_MORE}(?<=(?:more|nger)) (?:{_PERIOD}|weekly)",
        r"“\g<0>”",
        "each|every|per|a |weekly",
    ),
    # 'AT run' is at the threshold; 'HR < 145', 'HR cap 140'
    Phrasing(r"(?-i:\bAT\b)(?= (?:run|pace|effort|intervals?|tempo)\b|$| ?[,;/])", "threshold", "at"),
    Phrasing(
        r"\b(?:hr|heart rate|pulse) ?(?:<|≤|cap(?:ped)?(?: at| of)?|max(?:imum)?|below|under|at most|no more than)"
        r" ?(\d{2,3})\b(?! ?(?:%|bpm))",
        r"< \1 bpm",
        "hr|rate|pulse",
    ),
    # '75 min Z2, hike the steep hills'
    Phrasing(
        r"[,;] ((?:power[- ])?(?:hike|hiking|walk|walking) (?:the |any |all )?(?:steep(?:er|est)? |big )?"
        r"(?:hills|climbs|uphills|ups))\b",
        r" “\1”",
        "hik|walk",
        "hills|climbs|ups",
    ),
    # '… starting at 15 min', '(5:50 a mile = 3:38 a km)'
    Phrasing(
        r",? \bstarting (?:at|from|after|in) (?:the )?"
        r"(?:(?:min(?:ute)?|km|mile) ?\d+|\d+(?:st|nd|rd|th)? ?(?:(?:min(?:ute)?s?|km|k|mi(?:les?)?)\b|'))",
        r" “\g<0>”",
        "starting",
    ),
    Phrasing(r"\([^()“”]*\d:\d\d[^()“”]*=[^()“”]*\d:\d\d[^()“”]*\)", r"“\g<0>”", "=", ":"),
    # '…, 10 min cool-down. Comfortably hard, no faster.'
    Phrasing(
        r"(?:(?<=down)|(?<=\bcd))\. ((?!.*\b(?:strides|stretch|core|jog|walk|rest)\b)[a-z][^\d.;:“”()]*)\.?$",
        r" “\1”",
        "down.|cd.",
    ),
    Phrasing(r"\bin (?=(?:z|zone) ?[1-7]\b|ga ?[12]\b)", "", "in z|in ga"),
    # '12 bpm higher than easy', 'jog 50-90 % of interval time'
    Phrasing(
        r"(?:@ ?|\bat )?(?:\bhr )?\b\d{1,2}(?: ?- ?\d{1,2})? ?(?:bpm|beats)"
        r" (?:higher|lower|above|below|over|under|more|less)\b(?:(?! with\b| w/)[^,;/()“”])*",
        r"“\g<0>”",
        "bpm|beats",
    ),
    Phrasing(
        r"\b\d{2}(?: ?- ?\d{2,3})? ?% (?:of )?(?:the )?(?:interval|rep|repeat|work|effort) (?:time|duration)\b",
        r"“\g<0>”",
        "%",
    ),
    # '1 % incline', '2.5 mmol', 'miles 8-12 @ MP': figures that aren't how far, how long or how hard all of it is
    Phrasing(
        r"(?:@ ?|\bat )?\b\d{1,2}(?:\.\d)?(?: ?- ?\d{1,2}(?:\.\d)?)? ?%"
        r" (?:incline|grade|gradient|slope|incl\.?(?! ?\d))",
        r"“\g<0>”",
        "incl|grad|slope",
    ),
    Phrasing(
        r"((?:hill|mill|hik|walk).*?)((?:@ ?|\bat |(?<=[n'hm] ))(?:1?\d|20)(?:\.\d)? ?%)(?! ?(?:of|hr|effort))",
        r"\1“\2”",
        "hill|mill|hik|walk",
    ),
    Phrasing(
        r"(?:@ ?|\bat )?(?:[<>] ?)?\b\d{1,2}(?:\.\d+)?(?: ?- ?\d{1,2}(?:\.\d+)?)? ?mmol(?:/l)?\b",
        r"“\g<0>”",
        "mmol",
    ),
    Phrasing(
        r"(?:w/|with) (miles?|kms?|kilomet(?:re|er)s?) (\d{1,2}) ?(?:-|to) ?(\d{1,2}) (?:@|at|in) (?=[a-z\d])",
        _miles_of,
        "mile |miles |km |kms |metre |meter |metres |meters ",
        "-|to",
    ),
    Phrasing(
        r"(?:(?:w/|with) )?(?<![/\d])(?<!\d )\b(?:miles?|kms?|kilomet(?:re|er)s?) \d{1,2} ?(?:-|to) ?\d{1,2}\b(?! ?%)"
        r"[^,;/()“”]*",
        r"“\g<0>”",
        "mile |miles |km |kms |metre |meter |metres |meters ",
        "-|to",
    ),
    # 'meet 6:30 am', 'a gel every 40 min', '500 ml water': figures that nobody runs
    Phrasing(
        rf"(?:\b(?:at|from|starts?|starting|meet|meeting)(?: at)?|@) ?{HOUR}|(?<![\w.:]){HOUR.replace(' ?', '')}",
        r"“\g<0>”",
        "am|pm|a.m|p.m",
    ),
    Phrasing(
        rf"(?<![\w“.])(?:(?:(?:take|eat|one|a|an|\d) )?{FED}\b(?={_UP_TO_SIGN}\d)|\d+ ?(?:ml|cl|dl|g|mg|oz|kcal)\b)"
        rf"{_UP_TO_SIGN}(?:,(?: ?and)? ?\d+(?= ?(?:,|;|$|and\b|km|mi)))*",
        r"“\g<0>”",
        "gel|water|drink|fuel|hydrat|nutri|carb|ml|cl|dl|kcal|oz|0g|1g|2g|3g|4g|5g|6g|7g|8g|9g|"
        "0 g|1 g|2 g|3 g|4 g|5 g|6 g|7 g|8 g|9 g|mg",
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
        r"\b(?:drill|kick|pull|swim)/(?:drill|kick|pull|swim|free|easy)\b", r"“\g<0>”", "drill|kick|pull|swim"
    ),
    Phrasing(
        r"((?:hik|trail|mountain|fell).*?)(?<!x )(?<!x)\b(\d{3,4}) ?(m|ft) up\b", r"\1\2 \3 climb", " up"
    ),
    Phrasing(
        r"\b(?:no|without|w/o|zero) (?:rest|recovery|breaks?|walking|walk breaks?)\b",
        r"“\g<0>”",
        "rest|recov|break|walk",
    ),
    # '400 m+': climb, as mountain runners write it
    Phrasing(r"(?<![\w.+])(?<!x )(\d{2,5}) ?(m|ft)\+(?![\w(])", r"\1 \2 climb", "+"),
    Phrasing(r"\b(\d{2,5})(?: ?m)? ?d\+", r"\1 m climb", "d+"),
    Phrasing(r"(?<=\d)\+ ?(?=(?:ft|feet)\b)", " ", "+"),
    Phrasing(r"\((?:\+|↑|↗) ?(\d{2,5}) ?(m|ft)\)", r"\1 \2 climb", "+|↑|↗"),
    Phrasing(r"\+(\d{2,5}) ?m? ?/ ?-(\d{2,5}) ?m?(?![\w])", r"\1 m climb “descent \2 m”", "-"),
    Phrasing(r"[↑↗] ?(\d{2,5}) ?m?\b", r"\1 m climb", "↑|↗"),
    # '5k, all out'
    Phrasing(
        r"(?<=\d)( ?(?:km?|mi(?:les?)?)(?: (?:tt|time trial|race))?), ?(?=all[- ]out\b)",
        r"\1 ",
        "all out|all-out",
    ),
    # 'total ~7 km' behind the parts; '8 km, every 2nd week with strides'; '… Last hard week.'
    Phrasing(
        r"(?:[,;/.] ?| - | · )(total:? ?(?:~|≈|about |approx\.? |around )\d+(?:\.\d+)? ?[a-z]+)\.?$",
        r" “\1”",
        "total",
    ),
    Phrasing(r"\b((?:jede[nr]?|every) \d ?(?:\.|nd|rd|th) (?:woche|week|tag|day))\b", r"“\1”", "jede|every"),
    Phrasing(
        r"(?:[.;] ?| - | / )((?:last|final) (?!(?:miles?|km?|minutes?|half|third|quarter|reps?|part|laps?|sets?)\b)"
        r"(?:[a-z]+ ){0,3}[a-z]+)\.?$",
        r" “\1”",
        "last|final",
    ),
    # '10 mi easy through rolling hills'
    Phrasing(
        r"(?<=[a-z\d%]) (?:through|over|across|along)(?: the| some)?(?: [a-z]+)? "
        r"(?:hills|terrain|trails?|roads?|course|fields?|woods)\b",
        r" “\g<0>”",
        " through | over | across | along ",
    ),
    # '… in the second half': where in the whole something comes, which adds nothing to it
    Phrasing(
        r"(?<= )(?:in|during|over|within|towards?) the (?:first|second|middle|latter|last|final|back|front)"
        r" (?:half|third|quarter|part)(?: of (?:the|it|this)(?: run)?)?(?= ?(?:$|[,;/)]))",
        r"“\g<0>”",
        " the ",
    ),
    # '1st 5 km easy, 2nd 5 km @ MP': which of them, and no amount
    Phrasing(
        r"\b\d{1,2}(?:st|nd|rd|th)\b(?: (?:one|rep|set|lap|run)\b)?", r"“\g<0>”", r"\dst|\dnd|\drd|\dth"
    ),
)
