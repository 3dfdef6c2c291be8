"""Paces, offsets from them, goals, and what follows each repeat."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE, decimal
from cardmaker.plan.runs.lexer.tokens import seconds_of
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, DISTANCE, FAR, PACE, TURN, N


def seconds_slower(found: re.Match[str]) -> str:
    return (
        f"{decimal(60 * float(found[1]))} s/{'mi' if found[2].lower().startswith('m') else 'km'} {found[3]}"
    )


_LETTERS: Final = Pattern(r"\d (?:min )?E(?= ?(?:$|[+/,)]))")
"""An amount with the letter of an easy pace."""


def faster_by(found: re.Match[str]) -> str:
    """'MP 10 sec/mi faster' is an offset; without the pace from which it is, 'run it 10 sec/mi faster' is words."""
    if not found["pace"]:
        return f"“{found[0]}”"
    unit = "mi" if found["unit"][0].lower() == "m" else "km"
    return f"{found['pace']} {'+' if found['than'].lower() == 'slower' else '-'} {found['by']} s/{unit}"


def same_pace(found: re.Match[str]) -> str:
    """'9:20/mile or 5:48/km' is one pace in two units."""
    if found[2][0] == found[4][0]:
        return found[0]
    ours, theirs = (
        seconds_of(clock) / (METRES_PER_MILE / 1000 if unit[0].lower() == "m" else 1)
        for clock, unit in (
            (found[1].split("-")[0].strip(), found[2]),
            (found[3].split("-")[0].strip(), found[4]),
        )
    )
    end = ")" if found[0][-1] == ")" and "(" not in found[0] else ""
    same = abs(ours - theirs) <= 0.03 * ours
    again = found[0][found.start(3) - found.start() :].rstrip(")")
    return f"{found[1]}/{found[2]} “{again}”{end}" if same else found[0]


PACES: Final = (
    # '45 min E (10:00-11:10)', '3 x 10 min T (8:35)': nobody rests so many seconds
    Phrasing(
        r"(\d ?min(?:ute)?s? (?:@ ?)?(?:easy|steady|tempo|threshold|marathon|mp|lt|[etm])) ?"
        r"\((\d{1,2}:[0-5]\d ?- ?\d{1,2}:[0-5]\d|(?:[3-9]|1\d):(?!00|30)[0-5]\d)\)",
        r"\1 @ \2",
        "(",
        "-|:",
    ),
    # '(6:48mm)', 'at 8 minute miling'
    Phrasing(
        r"(?<![\d:])(\d{1,2})[:.]([0-5]\d) ?(?:mm|m/m|min(?:ute)?[ -]mil(?:es|ing))\b",
        r"\1:\2/mi",
        "mm|m/m|mil",
    ),
    Phrasing(r"(?:@ ?|\bat )(\d{1,2})[- ]min(?:ute)?[- ]mil(?:es|ing)\b", r"@ \1:00/mi", "mil"),
    # '5 x 2 km - 4:15 min/km - 3 min rest'
    Phrasing(
        r"(\d ?x ?\d[\d.]* ?[a-z]*) - (\d{1,2}:[0-5]\d ?(?:min ?)?/ ?(?:km|mi))(?= - | w/|$)",
        r"\1 @ \2",
        " - ",
    ),
    Phrasing(r"(?<![\d.])1/2 ?m(?:arathon)? (?:race )?(?:pace|effort)\b", "half marathon pace", "1/2"),
    Phrasing(r"(?:@ ?|\bat )?\bthe same (?:pace|effort|intensity)\b", r"“\g<0>”", "the same "),
    Phrasing(
        r"\bbetween (?:an? )?((?:\d{2,3}|\d(?=:))(?:[:.]\d\d?)?)(?: ?%| ?bpm)? and (?:an? )?(?=\d)",
        r"\1-",
        "between",
    ),
    # '3 mi tempo (6:34 avg.)', 'goal pace 4:20'
    Phrasing(
        r"(?<=[a-z]) ?\((\d{1,2}:[0-5]\d)(?: ?(/|min/|per )(?:(km|mi)(?:le)?))?,? "
        r"(?:avg\.?|ave\.?|average|or so|ish|pace)\)",
        lambda found: f" @ {found[1]}{'/' + found[3] if found[3] else ''}",
        "avg|ave|or so|ish|pace)",
    ),
    Phrasing(
        r"(?:,? ?@ ?|,? ?\bat |,? )?\b(?:goal|target|aim) pace:? ?(?=(?:[2-9]|1\d):[0-5]\d\b)",
        " @ ",
        "goal pace|target pace|aim pace",
    ),
    # '10 x 1:30 @ 10k (6:15)', '@ 9:20/mile or 5:48/km', '@ 5:40 or faster'
    Phrasing(
        r"((?:min\w*|'|\d ?x ?\d{1,2}:\d\d|\bs) @ (?:\d{1,2}k|[gh]?mp|t|tempo|threshold|mile|half|marathon)(?: pace)?)"
        r" \((\d{1,2}:[0-5]\d)\)",
        r"\1 @ \2",
        "@",
        ":",
    ),
    Phrasing(
        r"((?:\d{1,2}:[0-5]\d ?- ?)?\d{1,2}:[0-5]\d) ?/ ?(km|mi(?:le)?)(?: or | ?[(/=] ?)"
        r"((?:\d{1,2}:[0-5]\d ?- ?)?\d{1,2}:[0-5]\d) ?(?:/ ?|per 1? ?)(km?|mi(?:le)?)\b\)?",
        same_pace,
        "/km|/mi|/ km|/ mi",
    ),
    Phrasing(
        r"(?<=\d)( ?(?:/ ?(?:km|mi(?:le)?))?) or (faster|slower|quicker|better)\b", r"\1 “or \2”", " or "
    ),
    # '8 minute pace', '6 mins 45 secs/mile', 'in sub 64 secs'
    Phrasing(
        r"\(?(?:@ ?|\bat )?(?:about |approx\.? |~ ?)?\b(\d{1,2})[- ]min(?:ute)?s?( (?:per |a )?miles?)? pace\b\)?",
        lambda found: f"@ {found[1]}:00{'/mile' if found[2] else ''}",
        " pace",
    ),
    Phrasing(
        r"\b(\d{1,2}) ?min(?:ute)?s?[ .,]*(?:and )?([0-5]\d) ?sec(?:ond)?s? ?(?:/|per |a )(?=mile|km)",
        r"\1:\2/",
        "sec",
    ),
    Phrasing(r"\bin sub[- ]?(?=\d)", "in ", "in sub"),
    # 'HR: 75-80%', 'no faster than 5:48/km'
    Phrasing(
        r"\b(?:hr|heart ?rate):? ?(\d\d(?: ?- ?\d\d)?) ?%(?: ?(?:of )?(?:hr ?)?max\.?)?",
        r"@ \1% HRmax",
        "hr|heart",
    ),
    Phrasing(
        r"(?:, ?)?\b(?:(?:no|not|“nicht”) (?:any )?faster than) (\d{1,2}:\d\d ?/ ?(?:km|mi(?:le)?))\b",
        r" @ \1 “or slower”",
        "faster than",
    ),
    Phrasing(r"\b(?:at )?(?:an )?even tempo\b", "“even tempo”", "even tempo"),
    # '3 E + 2 x 3 S': S is the threshold among letters of paces, not seconds
    Phrasing(
        r"(?-i:(?<=\d) S\b)(?= ?(?:$|[-+/,)]| w/| with| mit))",
        lambda found: " T" if _LETTERS.search(found.string) else found[0],
        " s +|s with|s w/|s /|s,|s mit",
        " e",
    ),
    # '12 x 400 m w/ 200 m jog, 95-98% HRmax': too hard for the jog
    Phrasing(
        r"(\d ?x ?(?:\([^()@]*\)|[^,;/()@]*?))"
        r"((?:, ?| )(?:w/ ?|with )?\d[^,;/()@]*? ?(?:jog|walk|rest|recovery|rec))[,;] (?:@ ?|at )?"
        r"((?:(?:7[5-9]|[89]\d|1\d\d)(?: ?- ?\d{2,3})? ?%|RPE ?(?:[6-9]|10)|(?:z|zone ?)[4-7])[^,;/()@]*)(?=$|[,;])",
        r"\1 @ \3\2",
        "jog, |walk, |rest, |recovery, |rec, |jog; |walk; |rest; |recovery; |rec; ",
        "%|rpe|z",
    ),
    # '3 min (5K)': nobody runs five kilometres within three minutes
    Phrasing(rf"({TURN}) ?\((3|5|10) ?km?\)", r"\1 @ \2k", "k)|km)"),
    Phrasing(rf"({TURN}) ?\((?:(?-i:1 ?M)|(?:1 )?mile)\)", r"\1 @ mile", "m)|mile)"),
    # 'MP-10s', '30 sec slower …', '2 min/mi slower than', '4:30 pace for 5 km', 'goal 3:30'
    Phrasing(
        rf"\b({PACE}) ?(?:-|minus) ?(?=\d{{1,3}}(?:-\d{{1,3}})? ?(?:s|secs?|seconds|\"|$|[,;/)]| w/| with))",
        r"\1 - ",
        "-|minus",
    ),
    Phrasing(rf"\b({PACE}) plus (?=\d{{1,3}})", r"\1 + ", "plus"),
    Phrasing(
        r"\b(\d(?:\.5)?) ?min(?:ute)?s? ?(?:/|per |a )(km|k|mile|mi) (slower|faster)(?= than)",
        seconds_slower,
        "er than",
    ),
    Phrasing(
        rf"(?:\b(?P<pace>{PACE}),? |\brun (?:it |this |them )?)?\b(?P<by>\d{{1,3}}(?: ?- ?\d{{1,3}})?)"
        r" ?s(?:ec(?:ond)?s?)?(?: ?/ ?| per | a )(?P<unit>km|mi(?:le)?) (?P<than>faster|slower|quicker)\b(?! than)",
        faster_by,
        "faster|slower|quicker",
        "/mi|/km|per mi|per km| a mi| a km|/ mi|/ km",
    ),
    Phrasing(
        r"\b(\d):([0-5]\d) ?(?:/|per )(km|k|mile|mi) (slower|faster)(?= than)",
        lambda found: f"{60 * int(found[1]) + int(found[2])} s/{found[3]} {found[4]}",
        "er than",
    ),
    Phrasing(
        rf"\b({PACE}) ?([+-]) ?(\d):([0-5]\d)(?! ?(?:min|[a-z]))",
        lambda found: f"{found[1]} {found[2]} {60 * int(found[3]) + int(found[4])} s",
        ":",
    ),
    Phrasing(
        rf"(?<![\d:])(\d{{1,2}}:[0-5]\d)(?: ?/? ?(km|k|mi|mile))?(?: pace)? (?:for|over) ({AMOUNT})(?![\w])",
        lambda found: f"{found[3]} @ {found[1]}{'/' + found[2] if found[2] else ''}",
        ":",
    ),
    Phrasing(
        rf"(?<![\d:.])(\d)\.([0-5]\d)(?: min)?(/| ?per )(km|k|mi|mile) (?:for|over) ({AMOUNT})(?![\w])",
        r"\5 @ \1:\2/\4",
        "for|over",
    ),
    Phrasing(
        r"(?:,| (?:-|–|—|--|/)(?= ))? ?\(?\b(?:goal|target|ideally|aim(?:ing)?)(?: time)?(?: (?:of|for|is))?:? "
        r"(?:(?:sub|under|below)[ -]?)?~?"
        r"(\d{1,2}:[0-5]\d(?::[0-5]\d)?|\d ?h ?[0-5]\d)\b(?! ?(?:/|pace|per|min|- ?\d))( ?h(?:rs?|ours?)?\b)?\)?",
        r" in \1\2",
        "goal|target|ideally|aim",
    ),
    Phrasing(
        r"\b(race|parkrun|time trial|tt)(?:(?: ?[-,(:])? ?aim(?:ing)? for|(?: ?[-,(])? ?(?:goal|target)(?: time)?:?)"
        r" (\d{2,3}) ?min\w*\)?",
        r"\1 in \2 min",
        "aim|goal|target",
    ),
    Phrasing(r"^((?:half[- ])?marathon|hm)(?: race)?[:,]? (\d:[0-5]\d) goal$", r"\1 in \2", "goal"),
    Phrasing(r"(?<=@ )(\d{1,2}:[0-5]\d)(?: ?/ ?(km|mi))?\+(?= ?(?:$|[,;)]))", r"\1 “or slower”", "+"),
    Phrasing(r"\bhalf[- ](?=(?:rec|recovery|recoveries|rest|jog)\b)", "half time ", "half"),
    Phrasing(r"\brace: (?:goal|target):? (\d{2,3} ?min)$", r"race (goal \1)", "race: "),
    # '20 km easy, 5:50-6:10'
    Phrasing(
        rf"^(\d+(?:\.\d+)? ?{FAR}\b[^,;/\dx]*), (\d{{1,2}}:[0-5]\d ?- ?\d{{1,2}}:[0-5]\d)(?= ?(?:$|[,;]))",
        r"\1 @ \2",
        ":",
    ),
    # '6 x 4 min (4:30 cycle)': each begins so long after the one before
    Phrasing(
        r",? ?\(?(?:on )?(?:an? )?(?:(\d{1,2})(?:'|:)([0-5]\d)(?:''|\")? ?(?:cycle|send[- ]?off|turn[- ]?around)s?"
        r"|(?:cycle|send[- ]?off|turn[- ]?around)(?: of|:)? ?(\d{1,2})(?:'|:)([0-5]\d)(?:''|\")?)\)?(?= ?(?:$|[,;/+]))",
        lambda found: f" on {found[1] or found[3]}:{found[2] or found[4]}",
        "cycle|send|turn",
    ),
    # '20 km progressive (5:15→4:30)'
    Phrasing(
        r"\((?:from )?(\d{1,2}:[0-5]\d)(?: ?/ ?(?:km|mi))? ?(?:→|-+>|to) ?(\d{1,2}:[0-5]\d)(?: ?/ ?(?:km|mi))?\)",
        r" from \1 to \2",
        "→|->|to",
        "(",
    ),
    # '10 km starting @ 5:30 finishing @ 4:30', '8 mi (start 9:00, finish 7:45)', '8 mi, 8:00 -> 6:45'
    Phrasing(
        r",? ?\(?\bstart(?:ing)?(?: at| from|:)? ?(?:@ ?)?(\d{1,2}:[0-5]\d)(?: ?/ ?(?:km|k|mi|mile))?"
        r",? ?(?:and |then )?(?:finish|end)(?:ing)?(?: at|:)? ?(?:@ ?)?(\d{1,2}:[0-5]\d)(?: ?/ ?(?:km|k|mi|mile))?\)?",
        r" from \1 to \2",
        "start",
    ),
    Phrasing(
        rf"(?<=\d)( ?{FAR}\b[a-z ]*?),? (?:from )?(\d{{1,2}}:[0-5]\d)(?: ?/ ?(?:km|k|mi|mile))?"
        r" ?(?:(?:down |dropping )?to|-?->|→) ?(\d{1,2}:[0-5]\d)(?! ?(?:min|h))",
        r"\1 from \2 to \3",
        ":",
    ),
    Phrasing(
        r",? ?\(?\b((?:(?:goal|target|aim(?:ing)?)(?: for| of|:)? (?:sub|under|below)|sub)[ -]?\d{1,3}(?!:|\d)"
        r"(?: ?min(?:ute)?s?\b)?)(?! ?(?:bpm|%|km|k\b|mi|/))\)?",
        r" “\1”",
        "sub|under|below",
    ),
    # '5 x 1000 m (equal time recovery)': its distance isn't said
    Phrasing(
        rf"(\d ?x ?{N} ?{DISTANCE}\b[^,;/()]*?)[,;]? ?(?:(\()|w/ |with )?equal[- ]time"
        r" (jog|recovery|rest|walk)(?(2)\))",
        r"\1 w/ \3 “equal time”",
        "equal time|equal-time",
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
        "r=|r =|r:|r :",
    ),
    Phrasing(
        rf"\),? ({AMOUNT}|\d{{3,4}})( ?(?:jog|rest|walk|float)),? ({AMOUNT}|\d{{3,4}})"
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
)
