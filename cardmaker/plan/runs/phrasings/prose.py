"""Runs in sentences: what comes between efforts, turns of two stretches, lists of stretches with their recoveries."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.quantity import decimal
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, DISTANCE, LONG, RANGE, TURN, N

_UNIT: Final = rf"(?:{DISTANCE}|{LONG}|s|'|\")"
_EACH: Final = r"(?:effort|repeat|rep|interval|repetition|hill|one|sprint|stride)s?"
_REST: Final = r"(?:(?:easy|slow|light|gentle|recovery|active|passive|standing|walk(?:ing)?|jog(?:ging)?) )*"
_RESTING: Final = rf"{_REST}(?:rec(?:overy|overies)?|rest|jog(?:ging)?|walk(?:ing)?|float)"


def _in_turn(found: re.Match[str]) -> str:
    """'8 x 1 min alternating slow/fast' as '4 x (1 min slow / 1 min fast)': each is run once."""
    count = int(found[1])
    return f"{count // 2} x ({found[2]} {found[3]} / {found[2]} {found[4]})" if count % 2 == 0 else found[0]


def _with_its_rest(found: re.Match[str]) -> str:
    """'400, 800, 400 m with 60, 90 s rest': each stretch with the recovery that has its place in the list."""
    hard, rests = (re.split(r" ?(?:,|-|/) ?", found[name]) for name in ("hard", "rests"))
    if found["joint"].strip() == "," and "," in found["hard"]:
        return found[0]  # '300, 600, 300 m, 2 min jog' is one list
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


_METRES: Final = r"(?: ?(?:m|met(?:re|er)s?))?"


def _of_parts(found: re.Match[str]) -> str:
    """'5 x 600 m: 400 m @ T, last 200 m @ mile' as '5 x (400 m @ T / 200 m @ mile)', if each is of these."""
    parts = [_PLACE.sub("", part) for part in re.split(r" ?[,/;+] ?| then | and ", found["parts"])]
    each = re.compile(rf"({N}) ?{found['unit']}\b(?!.*\d ?{found['unit']}\b)")
    far = [float(one[1]) for part in parts if (one := each.match(part))]
    whole = len(far) == len(parts) > 1 and abs(sum(far) - float(found["each"])) < 1e-6
    words = f"“{found['words'].strip()}” " if found["words"] else ""
    return f"{words}{found['times']} x ({' / '.join(parts)})" if whole else found[0]


def _segments(found: re.Match[str]) -> str:
    """'0-6 km: easy, 6-10 km: steady' as '6 km easy / 4 km steady', if each begins where the one before ends."""
    parts = re.findall(rf"({N}) ?(?:-|to) ?({N}) ?({_SEGMENT})?:? ?([^,;/]+)", found["parts"], re.IGNORECASE)
    unit = next((one[2] for one in parts if one[2]), "")
    ends = ["0", *(one[1] for one in parts)]
    if not unit or any(one[0] != end for one, end in zip(parts, ends, strict=False)):
        return found[0]
    far = [float(one[1].replace(",", ".")) - float(one[0].replace(",", ".")) for one in parts]
    return " / ".join(
        f"{decimal(long)} {unit} {one[3].strip()} “{one[0]}-{one[1]} {unit}”"
        for long, one in zip(far, parts, strict=True)
    )


_SEGMENT: Final = r"(?:km|mi(?:les?)?|min\w*)"
_PLACE: Final = Pattern(r"^(?:the )?(?:first|last|final|next|then) ", "")

PROSE: Final = (
    # '16 km: 0-6 km: easy, 6-10 km: steady, 10-16 km: tempo'
    Phrasing(
        rf"^(?:{N} ?{_SEGMENT}(?: total| in all)?[:,] ?)?(?P<parts>0 ?(?:-|to) ?{N} ?{_SEGMENT}?:? ?[^,;/]+"
        rf"(?:[,;/] ?{N} ?(?:-|to) ?{N} ?{_SEGMENT}?:? ?[^,;/]+)+)$",
        _segments,
        "0-|0 -|0 to",
    ),
    # '2, 2, 4, 4 minutes, 1 minute recoveries'
    Phrasing(
        rf"(?<![\w.:/-])(?<!x )((?:\d{{1,2}}(?: ?(?:min\w*|'))?(?:,| ?-) ?){{2,}}\d{{1,2}} ?(?:min\w*|')),"
        rf" (?=\d{{1,3}}(?::\d\d)? ?(?:min\w*|s|sec\w*|'|\")? {_RESTING}\b)",
        r"(\1) w/ ",
        "rec|rest|jog|walk|float",
        ",",
    ),
    Phrasing(
        r"\balternat(?:e|ing) (miles|kms|kilomet(?:re|er)s) ([a-z]+) ?(?:/|and|&) ?([a-z]+)",
        lambda found: f"alternating 1 {found[1][:-1]} {found[2]} / 1 {found[1][:-1]} {found[3]}",
        "alternat",
    ),
    # '10 min with 1 min hard 1 min easy'
    Phrasing(
        rf"(?<=\d)( ?(?:min\w*|{DISTANCE})(?: easy)? (?:with|w/|of|as) )"
        rf"({N} ?(?:{LONG}|s|') (?:hard|fast|on|quick|run)) "
        rf"(?={N} ?(?:{LONG}|s|') (?:easy|off|slow|jog|walk|float)\b)",
        r"\1\2 / ",
        "hard|fast|on|quick|run",
        "with |w/ |of |as ",
    ),
    # '6 x 10 s sprints. Walk back after each effort'
    Phrasing(
        rf"[.,;] ?((?:walk|jog)(?:ing)?)( back| down)?(?: (?:for )?recovery)?"
        rf" (?:after|between|following) (?:each|every)(?: {_EACH})?(?= ?(?:$|[,.;]))",
        r" w/ \1\2",
        "after|between|following",
    ),
    # '5 x 600 m: 400 m @ T, last 200 m @ mile'
    Phrasing(
        rf"\b(?P<times>\d{{1,2}}) ?x ?(?P<each>{N}) ?(?P<unit>m|km|mi|min)(?:'?s)?(?P<words> [a-z/ -]+?)?(?::| as)"
        r" (?P<parts>(?:[^():“”]|(?<=\d):(?=\d))+?)(?=$|\.| w/| with )",
        _of_parts,
        ":| as",
    ),
    # 'hill reps x 8 (60-90 s)', 'fartlek, 8 x …', 'rec. 3 min'
    Phrasing(
        r"\b(hill (?:reps|repeats|sprints)|hills|strides|sprints|surges|pick-?ups) ?x ?(\d{1,2}) "
        rf"\(({RANGE} ?(?:s|sec\w*|\"|min\w*|'))\)",
        r"\2 x \3 \1",
        "hill|strides|sprints|surges|pick",
    ),
    Phrasing(
        r"^(fartlek|hills?|intervals?|speed|track|threshold)(?: (?:run|session|work))?, "
        rf"(?=\d{{1,2}} ?x|{RANGE} ?{_UNIT} (?:wu|w/u|warm))",
        r"\1: ",
        ", ",
        "x|wu|w/u|warm",
    ),
    Phrasing(rf"(?<!jog)(?<!walk),? \brec\.:? ?(?={RANGE} ?(?:min\w*|s|sec\w*|'|\"))", " w/ ", "rec."),
    Phrasing(rf"({TURN}) breaks?\b", r"\1 rest", "break"),
    Phrasing(rf"(\d ?x ?{TURN}) up(?: ?-?hills?)?(?= ?(?:$|[,;/(.]|w/|with))", r"\1 uphill", " up"),
    # '400 m, 300 m, 200 m jog': what is jogged comes between the others
    Phrasing(
        rf"(?<![\w.:/-])(?<!x )((?:\d{{3,4}}{_METRES}(?:,| ?-) ?)+\d{{3,4}}{_METRES}),"
        rf" (?=\d{{2,4}}{_METRES} {_RESTING}\b)",
        r"(\1) w/ ",
        "rec|rest|jog|walk|float",
        ",",
    ),
    # 'first 10 min easy, next 20 min tempo, last 10 min easy'; '30 min, first …'
    Phrasing(
        r"(?:^|(?P<whole>^\d[\d.]* ?[a-z]+)(?P<words>[a-z ]*)(?:[,:;]| split(?: up)? as| as| with) )(?:the )?"
        r"first (?P<one>\d[^,;]*[,;]) (?:and )?(?:then |(?:then )?(?:the |a )?(?:next|second|middle|following) )"
        r"(?P<two>\d[^,;]*?),? ?(?:,|;|and|then)"
        r" (?:and |then )?(?:the )?(?:last|final|third) (?=\d)",
        lambda found: (
            f"{found['whole'] + (found['words'] or '') + ': ' if found['whole'] else ''}{found['one']} {found['two']}, "
        ),
        "first ",
    ),
    Phrasing(r"(?<=\d)( ?s) /(?=(?:km|mi)\b)", r"\1/", " /km| /mi"),
    # "2' rest after each 1000 m and 10' rest between sets"
    Phrasing(rf"\b(after each) (?:{AMOUNT}|{TURN})(?= and \d)", r"\1", "after each"),
    # 'between each effort there is a 2 min jog', '2 min rest after each interval'
    Phrasing(
        rf"[.,;]? ?\b(?:between|after|following) (?:each|every|the|all)(?: of)?(?: {RANGE}[ -]?[a-z]+)? ?{_EACH},? "
        rf"(?:there (?:will be|is|are) |take |have |allow |do )?(?:an? )?({RANGE}[ -]?{LONG} {_RESTING})",
        r" w/ \1",
        "between|after|following",
    ),
    Phrasing(
        rf"(?:[.,;/]? ?\b(?:w/|with))?[.,;]? ?({RANGE} ?(?:{LONG}|m)|{TURN}) (?:of )?({_RESTING})"
        rf" (?:in )?(?:after|between|following) (?:each|every) {_EACH}(?= ?(?:$|[.,;/()]))",
        r" w/ \1 \2",
        "each|every",
    ),
    # 'first 16 km easy, final 4 km @ MP', where nothing says how far it is in all
    Phrasing(
        r"^([a-z][a-z -]*[,:] )?(?:the )?first (\d[^,;/]*)[,;] (?:and |then )*(?:the )?(?:last|final) (?=\d[^,;/]*$)",
        r"\1\2, ",
        "first ",
        "last |final ",
    ),
    # 'walk for 3 minutes to cool down'
    Phrasing(
        rf"\b(jog|walk)(?: for)? ({AMOUNT}) (?:to )?(?=(?:cool|warm)[ -]?(?:down|up)\b)",
        r"\2 \1 ",
        "cool|warm",
    ),
    # '40 min easy. During your run do 6 x 20 s strides'
    Phrasing(
        r"^([^.,;/]*\d[^.,;/]*)[.,;] during (?:your|the|this) run,? (?:do |include |run |add )?(?=\d)",
        r"\1 with ",
        "during",
    ),
    # 'run for 20 minutes. Walk for 3 minutes'
    Phrasing(
        rf"\b((?:walk|jog|run)(?:ing|ging|ning)?(?: for)? {AMOUNT})\. (?=(?:walk|jog|run)(?: for)? {AMOUNT})",
        r"\1 / ",
        ". walk|. jog|. run",
    ),
    # '10 min run, 1 min walk, repeat run/walk 4 times'
    Phrasing(
        r"\brepeat (?:the )?(?:run ?/ ?walk|run and walk|both|all of it) (?=\d|once|twice)",
        "repeat ",
        "repeat ",
    ),
    # '8 hills, 200 m, @ 85%'
    Phrasing(
        rf"(?<![\d.x-])(?<!x )(\d{{1,2}}(?:-\d{{1,2}})?) hills?,? (?:of )?"
        rf"({RANGE} ?(?:m|met\w+|yards|yds?))(?= ?(?:$|[,;.]))",
        r"\1 x \2 hills",
        "hill",
    ),
    # 'min of 6 to max of 10 x 60 s', 'hills - very slow jog down', 'brisk run cool down'
    Phrasing(
        r"\bmin(?:imum|\.)?(?: of)? (\d{1,2}),? (?:to |and )?(?:a )?max(?:imum|\.)?(?: of)? (\d{1,2})(?= ?x)",
        r"\1-\2",
        "max",
    ),
    Phrasing(
        r"(?<=[a-z\d]) - (?=(?:very )?(?:slow|easy) (?:jog|walk)(?:ging|ing)? (?:back|down)\b)",
        " w/ ",
        " - very| - slow| - easy",
    ),
    Phrasing(
        r"\b((?:brisk|fast|tempo|hard|threshold|quick|strong)\b[^,;/+]*? run(?:ning)?) (?=cool[ -]?down\.?$)",
        r"\1 / ",
        " cool",
    ),
    # '6 x 20/40 strides'
    Phrasing(
        r"(\d ?x ?[1-9]\d)/([1-9]\d) ((?:short |hill |uphill )?(?:strides|sprints|hills|surges|pick-?ups))\b",
        r"\1 s \3 w/ \2 s",
        "strides|sprints|hills|surges|pick",
    ),
    # '8 x 60 s jog 90 s walk'
    Phrasing(rf"({TURN} (?:jog|run))(?:ging|ning)? (?={TURN} walk)", r"\1 / ", "walk"),
    # '8 x 1 min alternating slow/fast', '10 x alternating 1 min run and 1 min walk', '2 min walk alternating with …'
    Phrasing(
        rf"\b(\d{{1,2}}) ?x ?({AMOUNT}|{TURN}),? alternat(?:ing|ely|e) ([a-z]+) ?(?:/|and) ?([a-z]+)",
        _in_turn,
        "alternat",
    ),
    Phrasing(
        rf"\b(\d{{1,2}}) ?x,? alternat(?:ing|ely|e) ({RANGE} ?{LONG} [a-z ]+?) ?(?:and|with|/)"
        rf" ({RANGE} ?{LONG} [a-z ]+)",
        r"\1 x (\2 / \3)",
        "alternat",
    ),
    Phrasing(
        rf"((?:^|[,;.] )(?:then )?)({RANGE} ?{LONG} [a-z ]+?),? alternat(?:ing|ed|ely) with (?=\d)",
        r"\1alternating \2 and ",
        "alternat",
    ),
    Phrasing(
        r"(?<!repeat),? (?:-|and)? ?(?:all(?: of (?:it|this))?|the whole(?: thing)?)"
        r" (\d{1,2}) ?(?:x|times)(?: repeat(?:ed)?)?(?=$|[,;.])",
        r", repeat \1 times",
        r"\dx| x|times",
        "all|whole",
    ),
    Phrasing(
        r"(?<=\d)( ?[a-z]+),? x ?(\d{1,2}) (?:sets|rounds)\b(?! of)", r"\1, repeat \2 times", "sets|rounds"
    ),
    Phrasing(r"(?<=[\w)]),? (\d{1,2}) ?(?:x|times) repeat(?:ed)?(?=$|[,;.])", r", repeat \1 times", "repeat"),
    # '400, 800, 400 m with 60, 90 s rest', '400-800-400 m, 200-400 m jog'
    Phrasing(
        rf"(?<![\w.:])(?P<hard>{N}(?: ?(?:{DISTANCE}|{LONG}|'))?"
        rf"(?:(?:, ?| ?- ?| ?/ ?){N}(?: ?(?:{DISTANCE}|{LONG}|'))?){{2,}})"
        rf"(?P<pace> @ [^,;/(]*?)?(?P<joint>,? ?(?:with|w/|off|\(|,)) ?"
        rf"(?P<rests>\d+(?::\d\d)?(?: ?{_UNIT})?(?:(?:, ?| ?- ?| ?/ ?)\d+(?::\d\d)?(?: ?{_UNIT})?)+) ?"
        r"(?P<word>rec\w*|rests?|jogs?|walks?)\b(?: respectively|,? resp\.?)?\)?",
        _with_its_rest,
        "rec|rest|jog|walk",
    ),
    Phrasing(
        rf"^({AMOUNT})[:,] ({AMOUNT} (?!run|walk|jog)[a-z]+),? ({AMOUNT} (?!run|walk|jog)[a-z]+),? alternating$",
        r"\1 alternating \2, \3",
        "alternating",
    ),
    Phrasing(rf"^({AMOUNT}) alternations?\b(?: of|[,:])?", r"\1 alternating", "alternation"),
    # 'with light fartlek of 8 x 45 s fast, 2:15 easy'
    Phrasing(
        r"\b(?:with|w/) ((?:light |easy |short )?(?:fartlek|surges|efforts)) of (?=\d{1,2} ?x)",
        r"“\1” with ",
        "lek of|ges of|rts of",
    ),
    Phrasing(
        r"(\balternat(?:e|ing) [^,;()]+), with ([^,;()]+?),? (?=for )",
        r"\1 with \2 ",
        "alternat",
        ", with ",
    ),
    Phrasing(r"\btotal: ?incl(?:uding|udes|\.)? ?", "total: ", "total:"),
    Phrasing(
        r"(?<![\d'] )(?<!\d m )(?<!\dm )(?<!km )(?<!mi )(?<!min )(?: ?[-,;] ?)?\b"
        r"(jog|walk|float|trot) ?= ?(\d[\w:.]*(?: ?[a-z]+)?)",
        r" w/ \2 \1",
        "=",
    ),
)
