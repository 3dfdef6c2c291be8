"""How hard a session of a book is, in its words: a pace that is a range, paces in turn, what is to be got faster."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import FAR, HOW_FAR, LONG, TURN, N


def _each_percent(found: re.Match[str]) -> str:
    """'4-3-2 min at 96-98-100% 5k': each at its own share; a last one that grows is a range, '6-5-2-4'."""
    each, own = (
        re.split(" ?- ?", found["each"]),
        re.split(", ?" if "," in found["own"] else "-", found["own"]),
    )
    if len(each) == len(own) + 1 > 2 and float(each[-2]) < float(each[-1]):
        each[-2:] = [f"{each[-2]}-{each[-1]}"]
    if len(each) != len(own) or (len(each) == 2 and float(each[0]) < float(each[1])):
        return found[0]
    unit, of = found["unit"], found["of"]
    return f"({', '.join(f'{one} {unit} @ {mine}% {of}' for one, mine in zip(each, own, strict=True))})"


def _each_with_unit(found: re.Match[str]) -> str:
    """'10 + 20 min' as '(10 min, 20 min)'."""
    return f"({', '.join(f'{one} {found[2]}' for one in found[1].split(' + '))})"


AIMS: Final = (
    # '6 miles (5k pace + 20 s)'
    Phrasing(
        r"\((?:@ ?|at )?(3|5|10|15) ?km?( (?:race )?pace)? ?([+-]) ?(\d{1,3}) ?s(?:ec(?:ond)?s?)?\)",
        r"@ \1k pace \3 \4 s",
        "s)|c)",
        "+|-",
    ),
    # 'goal marathon pace (GMP)', 'faster than a talking pace', 'tempo of 10 + 20 min'
    Phrasing(r"\b((?:marathon|race|goal|5k|10k) pace) \((?:[gph]?mp|gp|rp)\)", r"\1", "p)"),
    Phrasing(
        r"(?:\b(?:slightly|a (?:bit|little|touch)|just|much) )?\b(?:faster|slower|quicker) than (?:an? |your )?"
        r"(?:talking|conversation(?:al)?|chatting|walking|comfortable|normal|usual) (?:pace|speed)\b",
        r"“\g<0>”",
        "er than",
    ),
    Phrasing(
        rf"(?:^|(?<=[a-z] \+ )|(?<= of )|(?<=: )|(?<=tempo )|(?<=threshold )|(?<=run ))"
        rf"(\d{{1,2}}(?: \+ \d{{1,2}})+) ?({LONG})\b",
        _each_with_unit,
        " + ",
    ),
    Phrasing(
        r"(?:@ ?|\bat )(800(?: ?m)?(?: ?- ?| to )(?:1500(?: ?m)?|mile) (?:race )?pace)\b",
        r"@ mile “\1”",
        "800",
    ),
    # '1/2M race', 'at 6-8k race pace', 'run (track) 4 x 200 m', 'b/n sets'
    Phrasing(r"(?<![\d/])(?-i:1/2 ?M)(?= (?:race|pace|effort|tt)\b)", "half marathon", "1/2m|1/2 m"),
    Phrasing(
        r"(?:@ ?|\bat )\b(?:[679] ?k?|[4-9] ?k? ?- ?[6-9]) ?km? (?:race )?(?:pace|effort)\b",
        r"@ 5k-10k pace “\g<0>”",
        "k pace|k race|k effort|km pace|km race|km effort",
        "@|at ",
    ),
    Phrasing(
        r"(?:@ ?|\bat )?\b\d{2,3}(?: ?- ?\d{2,3})? ?% (?:of )?(?:your |the )?(?:400|800|1000|1500|3000) ?m?"
        r" (?:race )?pace\b",
        r"“\g<0>”",
        "00m pace|00 pace|00m race|00 race|00 m ",
        "%",
    ),
    Phrasing(r"^run(?:ning)? \(([a-z ]+)\):? (?=\d)", r"“\1” ", "run (|running ("),
    Phrasing(r"\bb/n\b", "between", "b/n"),
    Phrasing(
        r"(?<!x)(?<!x )(?:@ ?|\bat )?\b1[- ]mile (?:race )?(?:pace|effort)\b",
        r"@ mile “\g<0>”",
        "1-mile|1 mile",
    ),
    # 'at the pace you hope to run 10k at'
    Phrasing(
        r"(?:@ ?|\bat )the (?:pace|speed) (?:that |at which )?you (?:hope|want|plan|expect|intend|aim) to (?:run|race)"
        r" (?:an? |the |your )?(3 ?k|5 ?k|10 ?k|half marathon|marathon)m?(?: at)?\b",
        r"@ \1 pace",
        "you ",
    ),
    # '(LTHR 100%)'
    Phrasing(
        r"\b(LTHR|HRmax|max\.? HR|HRR|FTP) (\d{2,3}(?: ?- ?\d{2,3})? ?%)", r"@ \2 \1", "%", "lthr|hrm|hr|ftp"
    ),
    Phrasing(r"\b(?:with|at)(?: an?)? pace (?:of )?(?=\d{1,2}:[0-5]\d\b)", "@ ", "with pace|at pace|a pace"),
    Phrasing(r"^goal (half[- ]marathon)$", r"\1 race", "goal half"),
    Phrasing(
        r"^(first|second|third|final) (marathon)$", r"\2 race “the \1”", "first m|second m|third m|final m"
    ),
    Phrasing(r"^an? run with (?=\d{1,2} ?x)", "", "run with"),
    Phrasing(r"^(second|third) (?=(?:long|easy|short) run\b)", r"“\1” ", "second |third "),
    Phrasing(
        r",? or (?:an? |take a )?(?:day off|off[- ]day|rest day)\b",
        " or rest",
        "day off|off-day|off day|rest day",
    ),
    # '(effort level 5)'
    Phrasing(
        r"\beffort level (?=(?:10|\d)\b(?! ?[%:.]\d))|(?<=\()effort (?=(?:10|\d)(?: ?(?:/|out of|-) ?\d{1,2})?\))",
        "RPE ",
        "effort level|(effort",
    ),
    # 'at regular run pace', 'starting at MP, increasing pace 5 s/mi after each mile'
    Phrasing(
        r"\bat (?:your |an? )?(?:regular|normal|usual|natural|everyday|typical)(?: run(?:ning)?)?(?: pace| effort)?\b",
        r"“\g<0>”",
        "regular|normal|usual|natural|everyday|typical",
    ),
    Phrasing(
        r"(?: continuous)?,? start(?:ing)? at ([a-z0-9 ]+?),? (?:and |then )?"
        r"(increas\w+ (?:the |your )?(?:pace|speed|effort)(?:[^;/“”]|/(?=km|mi))*)",
        r" @ \1 “\2”",
        "increas",
    ),
    Phrasing(
        r"\b(easy|steady|moderate|trail run) "
        r"(or (?:very )?(?:easy|moderate|steady|hike|walk)(?: to (?:moderate|steady))?)"
        r"(?= with\b| w/| run\b| \d)",
        r"\1 “\2”",
        "easy or|steady or|moderate or|run or",
    ),
    # '12 x (1 min fast, 1 min easy run) (~112-115% MP)': how fast the fast ones are
    Phrasing(
        rf"(\d ?x ?\({TURN} (?:fast|hard|on))(,[^()]*\)) \((?:~ ?)?(\d{{2,3}}(?:-\d{{2,3}})? ?% [^()]+)\)",
        r"\1 @ \3\2",
        "%)|p)|k)",
        "(",
    ),
    Phrasing(rf"({TURN} (?:easy|slow|gentle|relaxed)) run(?=\))", r"\1", "run)"),
    # 'recovery + speed 8 mi w/ strides': one name
    Phrasing(
        r"(?:^|(?<=/ )|(?<=am )|(?<=pm ))((?:race pace|recovery|endurance|(?:general|gen\.?|basic)[- ]aerobic|ga))"
        rf" ?\+ ?(speed|strides|hills)(?= {HOW_FAR})",
        r"\1 “\2”",
        "+ sp|+ st|+ hi|+sp|+st|+hi",
    ),
    # '5 mi progressing moderate to 90% 5k'
    Phrasing(
        r"\bprogressing (?:from )?(easy|moderate|steady) (to ~? ?\d{2,3} ?% (?:of )?[a-z0-9]+)",
        r"\1 “progressing \2”",
        "progressing",
        "%",
    ),
    Phrasing(r"\bprogressing (?:in)?to\b", "to", "progressing"),
    Phrasing(
        r"\bprogressing (?:from |at )?(?=\d{2,3} ?(?:-|to) ?\d{2,3} ?%)", "“progressing” @ ", "progressing"
    ),
    Phrasing(r"^rest of (?=\d[\d.-]* ?(?:km|mi))", "rest or ", "rest of"),
    # '2 x (3 mi at HMP on/ 1 mi easy)'
    Phrasing(r"((?:\bat|@) [^/()]*?) on ?/ ?(?=\d)", r"\1 / ", "on/|on /", "at |@"),
    # '8 mi at MP (start slower & increase the pace every 2 miles)', '3-2-1 km at 86-88-90% 5k'
    Phrasing(
        rf"\(([^()]*\b(?:increas\w+ (?:the |your )?(?:pace|speed|effort)|every {N} ?(?:{FAR}|min\w*))\b[^()]*)\)",
        r"“\1”",
        "increas|every",
    ),
    Phrasing(
        rf"(?<![\w.:/-])(?P<each>{N}(?: ?- ?{N}){{1,8}}) ?(?P<unit>{FAR}|m|min\w*) (?:at|@) ?"
        r"(?P<own>\d{2,3}(?:(?:-|, ?)\d{2,3})+) ?% (?:of )?(?P<of>[a-z0-9]+(?: (?:race )?(?:pace|effort))?)\b",
        _each_percent,
        "%",
        "-",
    ),
    Phrasing(
        r"\b\d{1,3} ?% of (?:the |your )?(?:race|goal) distance\b(?: (?:@|at) (?:goal |race )?(?:race )?pace)?",
        r"“\g<0>”",
        "distance",
    ),
    Phrasing(r"\b(?:at|@) \d{2,3}(?:-\d{2,3}){2,} ?%[^,;/()]*?(?= with| w/|$|[,;/(])", r"“\g<0>”", "%"),
    Phrasing(r"(?<=[a-z0-9%]) \((optional)\)(?=[,;])", r" “\1”", "(optional)"),
    Phrasing(
        r"\b(\d{1,2}) / (?=\d{1,2} ?s(?:ec)?\w* (?:hill|sprint|stride))", r"\1 x ", "hill|sprint|stride"
    ),
    Phrasing(r"^(\d+ ?min\w*) (change[- ]of[- ]pace (?:tempo )?run):? (?=\d)", r"\1 “\2” with ", "change"),
    Phrasing(
        r"^((?-i:(?:[Ss]ession|[Ww]orkout|[Rr]un|[Dd]ay|[Ww]eek) (?:I{1,3}|I?V)))\b[,:.]? ?(workout time:? )?(?=\d)",
        r"“\1” ",
        " i| v",
    ),
)
"""These come behind the sessions, and before what is said of single stretches."""
