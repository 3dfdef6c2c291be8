"""Sessions as books and clubs list them: a name, how far in all, then what is in it, often without a sign between."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.runs.phrasings.pieces import FAR, HOW_FAR, HOW_MUCH, NUMBERS, RANGE, TURN, WITH, N

_REST: Final = r"(?:jog|walk|rest|rec\w*|float)(?: (?:jog|rest|recovery))?"
_RECOVERY: Final = rf"(?:{RANGE} ?(?:m|met(?:re|er)s?)|{HOW_FAR}|{TURN}) {_REST}"
_SESSION: Final = (
    r"(?:lactate threshold|lt|threshold|v\.?o2 ?max|v02 ?max|v̇o₂max|vo₂max|speed|fartlek|hills?|intervals?|track"
    r"|(?:race pace|recovery|endurance|(?:general|gen\.?|basic)[- ]aerobic|ga|easy|medium[- ]long|ml?r)"
    r" ?(?:\+|&|and) ?(?:speed|strides|hills|lt)"
    r"|(?:race pace|recovery|endurance|(?:general|gen\.?|basic)[- ]aerobic|ga)"
    rf"(?=[,:]? {HOW_FAR}[;:]? \d+ ?(?:x|sets of) ?[\d(]))"
)
"""Names of sessions that hold repeats or a hard stretch: what is said first is how far they are in all."""
_INTERVAL_TIME: Final = (
    r"jog(?:ging)? (?:for )?(\d+)(?: ?%)? ?(?:-|to) ?(\d+) ?%(?: of)?(?: the)? (?:interval|rep\w*)"
    r"(?: (?:recovery )?time)?(?: (?:recovery|rest))?(?: (?:in )?between)?"
)
_AND: Final = Pattern(r" ?(?:\+|&|\band\b) ?(\w+)$", "", re.IGNORECASE)
_QUOTED: Final = r" “\1”"
_NEXT: Final = Pattern(
    r"(?:(?<=\))|(?<=interval)|(?<=intervals)|(?<=strides)|(?<=fast)|(?<=steady)|(?<=hard))(?: /)? "
    r"(?=\d+(?:\.\d+)? ?(?:x|min|sets|m\b|mi|km))",
    "",
    re.IGNORECASE,
)
"""Between parts that nothing else parts."""
_EASY: Final = Pattern(r"\b(?:easy|jog|walk|rest|rec\w*|float)\b", "", re.IGNORECASE)


def _in_all(found: re.Match[str]) -> str:
    """'9 miles, consisting of: …', without the same figure once more at the end."""
    most = re.split("-|to", found["far"])[-1].strip()
    parts = re.sub(rf"(?<=[a-z)]) {re.escape(most)} ?{FAR}$", "", found["parts"], flags=re.IGNORECASE)
    name = (found["name"] or "").strip(" ,(").replace("(", "").replace(")", "")
    unit = found["unit"]
    if not unit:  # that of its parts, if all have the same
        units = set(re.findall(rf"\d ?({FAR})\b", parts, re.IGNORECASE))
        if len({one[0].lower() for one in units}) != 1:
            return found[0]
        unit = units.pop()
    return f"{name + ': ' if name else ''}{found['far']} {unit} total: {parts}"


def _said_last(found: re.Match[str]) -> str:
    """'1 mi wu, 3 mi @ HMP, 1 mi cd, (5 mi)': what all of it comes to, if it is at least what is said of it."""
    unit = "k" if found["unit"].lower().startswith("k") else "mi(?!n)"
    said = re.findall(rf"({N}) ?{unit}", found["parts"], re.IGNORECASE)
    least = sum(float(one.replace(",", ".")) for one in said)
    all_of_it = f"{found['far']} {found['unit']}"
    return (
        f"{found['parts']} ({all_of_it} total)"
        if least <= float(found["far"])
        else f"{found['parts']} “({all_of_it})”"
    )


def _one_by_one(parts: str) -> str:
    """Parts with a sign between each; commas in brackets stay."""
    pieces = re.split(r"(\([^()]*\)|“[^”]*”)", _NEXT.sub(" / ", parts))
    pieces[::2] = [re.sub(r",(?: then| followed by)? (?=\d)", " / ", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _at_one_pace(found: re.Match[str]) -> str:
    """'2 x 1,200 m 2 x 800 m All intervals @ 5k (200 m jog)' with the pace and the recovery of each."""
    behind, rest = f" @ {found['pace'].strip()}", (found["rest"] or "").strip(" ()")
    if rest:
        behind = f"{behind} w/ {rest}"
    if rest and (
        sets := re.fullmatch(
            r"(\d+) ?(?:x|sets of) ?(\([^()]*,[^()]*\))", found["reps"].strip(), re.IGNORECASE
        )
    ):
        return f"{sets[1]} x ({sets[2]}{behind}) w/ {rest}"  # after each, and after the last of a set
    repeats = re.sub(r"\([^()]*\)", lambda group: group[0].replace(",", " /"), found["reps"])
    return re.sub(r"(?<=[a-z)])(?:,| /)? (?=\d+ ?x)", f"{behind} / ", repeats) + behind


def _each_its_own(found: re.Match[str]) -> str:
    """'4 x (3 min fast, 2 min fast) with 1-2 min jog': the recoveries in turn."""
    parts, rests = found["parts"].split(", "), found["rests"].split("-")
    if len(parts) != len(rests):
        return found[0]
    turns = (
        f"{one} / {rest} {found['unit']} {found['rest']}" for one, rest in zip(parts, rests, strict=True)
    )
    return f"{found['times']} x ({' / '.join(turns)})"


def _turns_within(found: re.Match[str]) -> str:
    """'30 min of (1 min hard, 2 min easy)' as ten of them; where they leave a remainder, they are words."""
    seconds = sum(
        float(number) * (60 if unit[0] in "m'" else 1)
        for number, unit in re.findall(r"(\d+(?:\.\d+)?) ?(s|min|')", found["turns"].lower())
    )
    whole = 60 * float(found["long"])
    where = " “in the middle”" if found["middle"] else ""
    if seconds and abs(whole / seconds - round(whole / seconds)) < 1e-6:
        if _EASY.search(found["turns"]):
            return found[0]
        return f"{found['with']} {whole / seconds:.0f} x {found['turns']} “{found['long']} min in all”{where}"
    return f"{found['with']} {found['long']} min fartlek “{found['turns']}”{where}"


def _back_faster(found: re.Match[str]) -> str:
    """'20 min out, get back 2 min faster': how long the way back is can only be reckoned."""
    raise ValueError(f"'{found[0]}': how long is that? write '20 min out / 18 min back'")


def _in_each_set(found: re.Match[str]) -> str:
    """'2 sets of 4 min followed by 4 x 1 min': whether those come in each set, or once at the end, isn't said."""
    sets, more = NUMBERS.get(found["sets"].lower(), found["sets"]), found["more"]
    one = re.split(r",? (?:with|w/) ", found["one"])[0].strip(" ,")
    raise ValueError(
        f"is '{more}' a part of each of the {sets} sets, or done once? "
        f"write '{sets} x ({one}, {more})' or '{sets} x {one} / {more}'"
    )


SESSIONS: Final = (
    Phrasing(
        rf"\b(?P<sets>\d{{1,2}}|two|three|four) sets of (?:an? )?(?P<one>(?!\d+ ?x)[^;/().]*?),? "
        rf"(?:then |and )?followed by (?P<more>\d{{1,2}} ?x ?(?:{TURN}|{HOW_MUCH}|\d+ ?m)\b)",
        _in_each_set,
        "followed",
        "sets",
    ),
    Phrasing(
        r"\b(?:get|come|return|run|be) (?:back|home) (?:in )?\d+(?: ?(?:-|to) ?\d+)? ?(?:min\w*|s|secs?|seconds)"
        r" (?:faster|quicker|sooner)\b",
        _back_faster,
        "back |home ",
    ),
    Phrasing(r"\bthen(?=\d)", "then ", "then"),
    Phrasing(
        r" ?\.{2,} ?rec(?:overy)?:? (walk|jog)( or (?:walk|jog))?\b", r" w/ \1\2 recovery", ".. rec|..rec"
    ),
    Phrasing(r"\b(3|5) ?(?:to|-) ?(5|10) ?km? (effort|pace)\b", r"\1k-\2k \3", "effort|pace"),
    Phrasing(rf"^(easy|recovery) run or (cross-?\s?train\w*|xt) ({HOW_MUCH})$", r"\3 \1 “or \2”", " or "),
    # '2 km wu, 4 x 1 km, 2 km cd = 9 km': what all of it comes to
    Phrasing(
        rf"^(.*\d.*(?:[,;+(x]|/ ?\d).*[a-z)\d]) ?= ?"
        rf"((?:\d+ ?h\w* ?)?(?:{N} ?{FAR}|(?:[2-9]|1\d)\d ?min\w*)|\d ?h\w*)$",
        r"\1 “= \2”",
        "=",
    ),
    # '10 min easy (1 min tempo, 2 min walk) x 6': what is in brackets is repeated
    Phrasing(
        rf"(?<![\d.x])(?<!x )((?:{HOW_MUCH}|{TURN})(?: [a-z]+){{1,3}}) "
        r"(?=\((?=[^()]*\b(?:tempo|hard|fast|run|brisk|sprint|threshold|on)\b)[^()]*\d[^()]*[,/+][^()]*\d[^()]*\)"
        r" ?x ?\d)",
        r"\1 / ",
        "(",
        ") x|)x",
    ),
    # 'hills: (60 s uphill, jog down) x 7'
    Phrasing(
        rf"(?:\bhills?:? ?)?\((?:run )?({TURN}(?: [a-z]+){{0,2}}) (?:up|uphill|up hill),? "
        r"(jog|walk)(?:ing)? (?:back )?down\) ?x ?(\d{1,2})\b",
        r"\3 x \1 uphill w/ \2 down",
        "down)",
    ),
    # '5 km fartlek 2 min fast 4 min slow': turns within it
    Phrasing(
        rf"^({HOW_MUCH} (?:run )?fartlek)[:,]? ({TURN} (?:fast|hard|brisk|sprint)),?(?: and| /)? "
        rf"({TURN} (?:slow|easy|jog|walk))$",
        r"\1 “\2, \3”",
        "fartlek",
    ),
    Phrasing(r"(?<![\d,])(\d{1,2}),(?=\d{3} ?m\b)", r"\1", r"\d,"),
    # '9 miles, consisting of: 2 mi warm-up 5 x 1 mi at HMP 2 mi cool-down'
    Phrasing(
        rf"^(?P<far>{RANGE})(?: ?(?P<unit>{FAR}|min\w*))?\b(?P<name>[^\d:;]*?),?"
        r" (?:consisting of|comprising|comprised of|made up of|broken down as|as follows)(?: ?:)? (?P<parts>.+)$",
        _in_all,
        "consisting|compris|made up|broken|as follows",
    ),
    # 'General aerobic 7 mi w/ 8 x 100 m strides 7 mi', '4-6 mile easy run 6 mi'
    Phrasing(
        rf"^(?P<all>[^\d]*\b(?P<far>{N}) ?(?=(?P<unit>[km])){FAR}\b,? {WITH}.*[a-z)]) (?P=far) ?(?=(?P=unit)){FAR}$",
        r"\g<all>",
        "mi w|mi, w|miles w|mile w|km w|km, w|k w|mi i|miles i|km i",
    ),
    Phrasing(
        rf"^(?P<all>(?:.* )?(?:{N} ?(?:-|to) ?(?P<far>{N}) ?{FAR}(?: [a-z]+)+"
        rf"|(?P<same>{N}) ?{FAR}(?: [a-z]+)* (?:runs?|down))) (?P<again>(?(far)(?P=far)|(?P=same)) ?{FAR})$",
        lambda found: f"{found['all']} “{found['again']}{' in all' if found['all'][0].isdigit() else ''}”",
        r"run \d|runs \d|easy \d|down \d|long \d|recovery \d|cd \d|wd \d",
    ),
    # '1 mi wu, 3 mi @ HMP, 1 mi cd, (5 mi)'
    Phrasing(
        rf"^(?P<parts>(?=.*(?:[,;/+]|\bwu\b|\bwarm)).*\b(?:wu|w/u|warm|cd|c/d|cool).*?),? "
        rf"\((?P<far>\d+(?:\.\d+)?) ?(?P<unit>{FAR})\)$",
        _said_last,
        "(",
    ),
    # 'Tempo 10 km - 2 km wu, 6 km @ LT, 2 km cd'
    Phrasing(
        rf"^((?:tempo|intervals?|threshold|speed|fartlek|hills?)(?: run| session)?) ({HOW_FAR}) ?(?:--?|:) ?"
        rf"(?={HOW_MUCH} ?(?:wu|w/u|warm[- ]?up)\b.*\b(?:cd|c/d|cool|down)\b)",
        r"\1: \2 total: ",
        "wu|w/u|warm",
        " -|:",
    ),
    Phrasing(rf"^({HOW_MUCH}) total, (?={HOW_MUCH}\b[^,;/]*$)", r"\1 with ", " total,"),
    # 'Lactate threshold 7 mi 20 min tempo run'
    Phrasing(
        rf"(?:^|(?<=/ )|(?<=^am )|(?<=/ pm ))({_SESSION})[,:]?(?: /)? ({HOW_FAR})(?:,| /|;|:)?"
        r" (?P<parts>\d+(?:\.\d+)? ?(?:x|min|sets|m\b|mi|km).*)$",
        lambda found: f"{_AND.sub(_QUOTED, found[1])} {found[2]} with [{_one_by_one(found['parts'])}]",
        "threshold|lt|o2|02|o₂|speed|fartlek|hill|interval|track|strides|race pace|recovery|endurance|aerobic|ga",
        "mi|k",
    ),
    Phrasing(r"(?<=with \[)(\d+ ?min\w* change[- ]of[- ]pace (?:tempo )?run):? (?=\d)", r"“\1” ", "change"),
    # 'All intervals @ 3K-5K race pace (jog 50-90% interval time)'
    Phrasing(
        r"(?P<reps>\d+ ?(?:x|sets of) ?[\d(][^@]*?)[,;.]? all (?:intervals|reps|repeats|repetitions) (?:@|at)"
        r" (?P<pace>[^()\[\]]+)(?P<rest>\([^()]*\))?(?=\]?$)",
        _at_one_pace,
        "all ",
    ),
    Phrasing(
        rf"(?:[;,.]|,? w/|,? with)? ?(\()?\b{_INTERVAL_TIME}(?(1)\)?)",
        r" w/ jog “\2-\3% interval time”",
        "%",
        "jog",
    ),
    Phrasing(
        r"(\d ?x ?\d+ ?m? strides) (?=\d+(?:\.\d+)? ?(?:km|mi|m|min)\b(?! (?:rest|jog|walk|rec|easy)))",
        r"\1, ",
        "strides",
    ),
    # 'Tempo run 2 mi easy; 3 mi at MP; 1 mi easy'
    Phrasing(
        rf"^((?:tempo|threshold|speed|interval|fartlek|hill|progression)s?(?: (?:run|session|workout))?)"
        rf" (?={HOW_MUCH} (?:easy|wu|w/u|warm[- ]?up|jog)\b[^,;/+]*[,;/+])",
        r"\1: ",
        "tempo|threshold|speed|interval|fartlek|hill|progression",
        "easy|w|jog",
    ),
    Phrasing(r"\b(?:at|@) (?-i:(ST|MT))(?=$|[;,/ ])", r"@ tempo “\1”", "at st|at mt|@ st|@ mt|@st|@mt"),
    # '1,200 m; 1,000 m; 800 m (200 m recovery)', '800 m @ 10k; 1600 m @ HMP; 400 m jog between intervals; 1 mi cd'
    Phrasing(
        rf"^(?P<name>[^\d;:]*?)[: ]*(?P<list>(?:\b[\d,]+ ?m; ?){{2,}}[\d,]+ ?m) \((?P<rest>{_RECOVERY})\)$",
        lambda found: (
            f"{found['name'] and found['name'] + ': '}({found['list'].replace(';', ',')}) w/ {found['rest']}"
        ),
        "rec|rest|jog|walk|float",
        "m;",
    ),
    Phrasing(
        rf"^(?P<up>[^;]*\b(?:wu|w/u|warm[- ]?up)); (?P<list>\d[^()]*?); (?P<rest>{_RECOVERY})"
        r" (?:in )?between (?:all )?(?:intervals|reps|repeats|of them)(?P<down>;.*)?$",
        lambda found: (
            f"{found['up']} / ({found['list'].replace(';', ',')}) w/ {found['rest']}"
            f"{(found['down'] or '').replace(';', ' /', 1)}"
        ),
        "between",
    ),
    Phrasing(
        r"(?P<times>\d{1,2}) ?x ?\((?P<parts>[^()]*)\),? (?:with|w/) (?P<rests>\d+(?:-\d+)+)"
        r" ?(?P<unit>min|s|sec|m)\w* (?P<rest>jog|walk|rest|recovery)",
        _each_its_own,
        "jog|walk|rest|rec",
        "(",
    ),
    Phrasing(
        rf"(x ?\((?![^()]*\d ?x)[^()]*?) (?:with|w/) (?=(?:\d+/\d+|{N}) ?(?:{FAR}|min\w*|m) easy)",
        r"\1, ",
        "easy",
        "(",
    ),
    # '32 min of (30 s at 5k effort, 2.5 min easy) in the middle'
    Phrasing(
        r"(?P<with>with|w/) (?P<long>\d+) ?min\w* of (?P<turns>\([^()]*\))(?P<middle> in the middle)?",
        _turns_within,
        "of (",
    ),
)
"""These come before what is said of single stretches."""
_NUMBER_LAST: Final = Pattern(
    rf"^({HOW_FAR}(?: (?:easy|long|steady|recovery|moderate|run))+) (\d{{1,2}})$",
    r"easy \d|long \d|steady \d|recovery \d|moderate \d|run \d",
    re.IGNORECASE,
)


def ask_number_last(text: str) -> None:
    """Refuse '4 mi easy 5': what the number counts isn't said."""
    if last := _NUMBER_LAST.match(text):
        raise ValueError(f"'{last[2]}' behind '{last[1]}': of what? write its unit, or put it in quotes")
