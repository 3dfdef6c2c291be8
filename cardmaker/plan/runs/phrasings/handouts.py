"""Clubs' handouts: which group a session is for, how each repeat differs, how long to keep a pace."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.runs.phrasings.pieces import HOW_FAR, HOW_MUCH, TURN

_LEVEL: Final = (
    r"(?:beginners?|novices?|intermediates?|advanced|improvers?|experienced|varsity|jv|junior varsity"
    r"|anfänger|einsteiger|fortgeschrittene)"
)
_GROUP: Final = (
    rf"\b(?:(?:group|gruppe) [a-d1-4]|(?:(?-i:A)|[b-d]) group"
    rf"|(?:main|endurance|fast(?:er)?|slow(?:er)?|{_LEVEL}) (?:group|squad|runners)|{_LEVEL})\b"
)
_AMOUNT: Final = Pattern(rf"{HOW_MUCH}\b|\d ?x ?[\d(]|{TURN}", "", re.IGNORECASE)
_GROUPS: Final = Pattern(_GROUP, "", re.IGNORECASE)
_INSIDE: Final = Pattern(rf"\((?:for )?{_LEVEL}(?:'s)?[:,]? \d", "(", re.IGNORECASE)


def _ask_whose(found: re.Match[str]) -> str:
    """Refuse 'Group A: 6 km, Group B: 4 km' and '6 km (beginners 4 km)': a plan is one runner's."""
    line = found.string
    groups = list(dict.fromkeys(_GROUPS.findall(line)))
    if len(_AMOUNT.findall(line)) < 2 or (len(groups) < 2 and not _INSIDE.search(line)):
        return found[0]
    names = "', '".join(groups)
    raise ValueError(f"'{names}': which of them is it? write what this plan's runner does")


def _by_number(found: re.Match[str]) -> str:
    """Repeats whose paces are said one by one, which are kept as the coach's words."""
    work, rest = _REST.match(found["reps"]).groups()  # type: ignore[union-attr]  # it matches any text
    return f"{work} “{found['each']}”{rest or ''}"


def _coming_to(found: re.Match[str]) -> str:
    """'1 km @ 10k, 1 km @ MP x 5 = 10 km' as five of both, or of the last, as the total has it."""
    one, other, times, total = (float(found[name]) for name in ("one", "other", "times", "total"))
    if times * (one + other) == total:
        return f"{found['times']} x ({found['first']} / {found['second']})"
    if one + times * other == total:
        return f"{found['first']} / {found['times']} x {found['second']}"
    raise ValueError(
        f"'= {found['total']} {found['unit']}' isn't what the parts come to; write how often both are done,"
        f" '{found['times']} x ({found['first']} / {found['second']})'"
    )


def _around(found: re.Match[str]) -> str:
    """'10 min easy: 5 x 30 s uphill, 10 min' and 'jog 15 min, 4 x 400 m, jog 15 min': as much before as after."""
    if found["up"].replace(" ", "").lower() != found["down"].replace(" ", "").lower():
        return found[0]
    return f"{found['before']} / {found['reps']} then {found['after']}"


def _kept(found: re.Match[str]) -> str:
    """'12 km @ 5:35/km, hold pace for 8 km', and without a pace '12 km, tempo for 8 km'."""
    part = f"{found[1]} with {found['far'] or found['long']}"
    if found[2]:
        return f"{part} @ {found[2]}/{found[3]}"
    if "tempo" not in found[0].lower():
        raise ValueError(f"which pace is to be held? write '{part} @ 5:30/km'")
    return f"{part} tempo"


def _numbered(found: re.Match[str]) -> str:
    """'with miles 6, 7, 8' as so many of them, if one follows the other."""
    numbers = [int(one) for one in re.findall(r"\d+", found[2])]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return found[0]
    return f"with {len(numbers)} {found[1]} “{found[1]} {found[2]}” "


_REST: Final = re.compile(r"(.*?)((?:,? (?:w/|with|off) .*)?)$", re.IGNORECASE | re.DOTALL)
_NTH: Final = r"(?:#?1st|first|#1|no\.? ?1)(?: (?:one|rep|set|\d{1,2}))?"
_LATER: Final = r"(?:#?2nd|#?3rd|second|third|last|final|next|others?|#2)"
_HELD: Final = (
    rf"(?:(?:tempo|pace) (?:für |for )?(?P<far>{HOW_FAR}) halten|(?:tempo halten für|hold(?:ing)? (?:(?:the|this) )?"
    rf"(?:pace|tempo) for|tempo for) (?P<long>{HOW_FAR}))"
)

HANDOUTS: Final = (
    Phrasing(
        _GROUP,
        _ask_whose,
        "group|gruppe|squad|runners|beginner|novice|intermediate|advanced|improver|experienced|varsity|jv"
        "|anfänger|einsteiger|fortgeschrittene",
    ),
    Phrasing(r"\b(min(?:ute)?|mile|kilometre|sec(?:ond)?|rep|set)\(s\)", r"\1s", "(s)"),
    Phrasing(r"^(pyramid|ladder)(?: session)?,? (?=\(?\d+(?:, ?| ?- ?)\d)", r"\1: ", "pyramid|ladder"),
    # '5 x 1 km w/ 2 min jog: 1st at 10k pace, 2nd at 5k pace'
    Phrasing(
        rf"^(?P<reps>(?:[^:“”]*[^\d:“”])?\d{{1,2}}(?:-\d{{1,2}})? ?x ?\d[^:“”]*?) ?[:;] ?"
        rf"(?P<each>\(?{_NTH} [^“”]*\b{_LATER}\b[^“”]*)$",
        _by_number,
        "1st|first|#1|no",
        "x",
    ),
    # '12 km @ 5:35/km, hold pace for 8 km, rest slower'
    Phrasing(
        rf"^({HOW_FAR})(?: (?:@ ?)?(\d{{1,2}}:[0-5]\d) ?(?:min)? ?/ ?(km|mi))?[,;:]? {_HELD}"
        r"(?:[,;] ?(?:the )?(?:rest|remainder|then) (?:easy|easier|slow|slower|langsamer|locker))?$",
        _kept,
        "halten|hold|tempo for",
    ),
    # '5 min walk. Repeat 6 times: run 1 min, walk 2 min'
    Phrasing(
        r"[,.;] ?(?:then )?repeat (twice|(\d{1,2}) times): ([^()“]+)$",
        lambda found: f", {found[2] or 2} x ({re.sub(', (?:then )?', ' / ', found[3])})",
        "repeat twice:|times:",
    ),
    # '10-15(30-40 s "on"-30 s "off")'
    Phrasing(rf'({TURN}) ?"?(on)"? ?- ?({TURN}) ?"?(off)\b"?', r"\1 \2 / \3 \4", "off", "on"),
    # '8 x 1 min fast/2 min easy (think 5k effort)'
    Phrasing(
        rf"(\d ?x ?{TURN}(?: (?:fast|hard|on|quick|brisk))?) ?/ ?({TURN} (?:easy|jog|slow|off|recovery|rest|walk))"
        r" ?\(([^()\d“”]*(?:\d{1,2} ?k\b[^()\d“”]*)?)\)",
        r"\1 “\3” w/ \2",
        "(",
        "/",
    ),
    # '75 min total, main set: 3 x 15 min @ MP'
    Phrasing(
        rf"^(?:~ ?)?({HOW_MUCH}) total[,;:.] ?(?:main (?:set|session|part)|workout|session): ?",
        r"\1 total: ",
        "total",
    ),
    Phrasing(
        rf"^(?:(?P<name>[a-z][a-z ]*?) ?[-:] ?)?({HOW_MUCH}) total\. (?=warm|wu\b|\d.*,)",
        lambda found: f"{found['name'] + ': ' if found['name'] else ''}{found[2]} total: ",
        "total. ",
    ),
    # '1 km @ 10k, 1 km @ MP x 5 = 10 km'
    Phrasing(
        r"\b(?P<first>(?P<one>\d+(?:\.\d+)?) ?(?P<unit>km|mi|m|min)\b[^,;/=()]*?) ?[,/+] ?"
        r"(?P<second>(?P<other>\d+(?:\.\d+)?) ?(?P=unit)\b[^,;/=()]*?) x ?(?P<times>\d{1,2}) ?= ?"
        r"(?P<total>\d+(?:\.\d+)?) ?(?P=unit)\b",
        _coming_to,
        "=",
        "x",
    ),
    Phrasing(
        rf"^(?P<before>(?P<up>{HOW_MUCH}) (?:[a-z]+ )?(?:easy|jog|slow|steady)(?: (?:jog(?:ging)?|run(?:ning)?))?): "
        rf"(?P<reps>.*\d ?x ?.*?)[,.;] ?(?:then )?(?P<after>(?P<down>{HOW_MUCH})(?: (?:easy|jog|slow)[a-z ]*)?)\.?$",
        _around,
        ":",
        "x",
    ),
    Phrasing(
        rf"^(?P<before>(?:easy )?jog (?P<up>{HOW_MUCH}))[,.;] (?P<reps>.*\d ?x ?.*?)[,.;] "
        rf"(?P<after>(?:easy )?jog (?P<down>{HOW_MUCH}))\.?$",
        _around,
        "jog",
        "x",
    ),
    Phrasing(r"\bslow(?:ly)?(?: and |-and-| & )eas(?:y|ily)\b", "easy", "slow"),
    Phrasing(r"\b((?:jog|walk)[a-z/ ]*? (?:down|back)) to recover\b", r"\1", "to recover"),
    Phrasing(
        r"\b(cool(?:ing)?[ -]?down) with (?:an? |one )?(?:(?:final|last|easy) )?mile\b",
        r"\1 1 mile",
        "mile",
        "cool",
    ),
    Phrasing(r"\[([^\[\]“”]*\b(?:option|alternative|lighter|easier)\b[^\[\]“”]*)\]", r"“(\1)”", "["),
    # '25 min out, then turn around and come back'
    Phrasing(
        rf"\b({HOW_MUCH}) out,? (?:and |then )*(?:turn|come|run|jog|head)"
        r"(?: (?:around|and|then|come|run|jog|head|straight|right))* back\b(?! ?\d)",
        r"\1 out / \1 back",
        " out",
        " back",
    ),
    Phrasing(r"\bwarm(?:ing)?[ -]?up with (?:an? |one )?(?:easy )?mile\b", "warm-up 1 mile", "mile", "warm"),
    Phrasing(
        rf"[,.;]? \(?take ({TURN}) to (jog|walk|recover|rest)(?: (?:and/or|or) (jog|walk))? (?:after|between) each\b"
        r"(?: (?:repeat|rep|one|interval))?\)?",
        lambda found: f" w/ {found[1]} {found[2]}" + (f"/{found[3]}" if found[3] else ""),
        "take ",
        " each",
    ),
    # 'Walk easy 5 min. Run 1 min'
    Phrasing(
        rf"\b(walk|jog) (easy|slow|slowly|brisk|briskly|gently) ({TURN})(?=[.,;]|$)",
        r"\1 \3 “\2”",
        "walk|jog",
    ),
    # 'parkrun + 2 miles easy either side', '10 miles with miles 6, 7, 8 at MP'
    Phrasing(
        rf"^(?P<run>[^,;]*?)[,;]? ?(?:\+|with|w/|and|plus)? ({HOW_MUCH})(?: (?:easy|jog(?:ging)?|slow))? "
        r"(?:on )?(?:either|each) (?:side|end)$",
        r"\2 wu / \g<run> / \2 cd",
        "either|each ",
        " side| end",
    ),
    Phrasing(
        r"\b(?:with|w/) (miles|kms?|kilometres) (\d{1,2}(?:(?:, ?(?:and )?| ?(?:&|and) ?)\d{1,2})+) (?!&|and)",
        _numbered,
        "with|w/",
        "miles|km|kilom",
    ),
    # 'Long run + MP, 22 mi (10 mi easy + 10 mi @ 7:26 + 2 mi cd)'
    Phrasing(rf"^([a-z][a-z +&]*), ?(?={HOW_MUCH} ?\([^()]*\d[^()]*\+[^()]*\)$)", r"\1: ", "(", "+"),
    Phrasing(r"\b(cool[ -]?down(?: jog)?|easy jog|jog) to finish\b", r"\1", "to finish"),
    # '2 mi @ 1.5 h race pace'
    Phrasing(
        r"(?:@|\bat\b) ?(\d+(?:\.\d+)?[ -]?(?:h|hr|hour|min|minute)[ -](?:race )?(?:pace|effort)\b)",
        r"“@ \1”",
        "pace|effort",
    ),
    # '5 x 800 m @ 5k, 200 m jog; finish with 2 x 200 m all out'
    Phrasing(r"(\d ?x ?[^;]*); ?(?:then )?finish(?:ing)? with (?=\d{1,2} ?x)", r"\1 / ", "finish", "x"),
    Phrasing(r"\blight(?:er)? accelerations\b", "strides “light accelerations”", "acceleration"),
    # What is said of strides in brackets, which is no recovery: '(quick but relaxed sprints with full recovery)'
    Phrasing(
        r"\(((?:[a-z]+,? ){2,}(?:with|w/) (?:full|plenty of|complete) [^()\d“”]*)\)",
        r"“(\1)”",
        "full|plenty|complete",
        "(",
    ),
)
