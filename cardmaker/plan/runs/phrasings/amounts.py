"""What comes before a run, its numbers, and one distance in two units."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.phrasings.pieces import EASY_OR_SO, FAR, LONG, NUMBERS, RANGE, TRACK, N


def same_distance(found: re.Match[str]) -> str:
    """'5 mi / 8 km' is one distance in two units, '8 km / 5 km' are two stretches."""
    first, unit, second, other = found["first"], found["unit"], found["second"], found["other"]
    ours, theirs = (
        [float(end.replace(",", ".")) * metres(name) for end in re.split(r" ?(?:-|to) ?", number)]
        for number, name in ((first, unit), (second, other))
    )
    alike = len(ours) == len(theirs) and metres(unit) != metres(other)
    if alike and all(abs(one - two) <= 0.08 * one for one, two in zip(ours, theirs, strict=True)):
        return f"{first} {unit}"
    return found[0]


def metres(unit: str) -> float:
    return 1000.0 if unit.lower().startswith("k") else METRES_PER_MILE


def parted(found: re.Match[str]) -> str:
    """'20-min-tempo' as '20 min tempo', and '1000-m-best' as it is."""
    return f"{found[1]} {found[2]} {found[3]}" if phrase_of(found[3].lower()) else found[0]


_RUNG: Final = (
    rf"(?:\d(?:\.\d)? ?km?|\d(?:\.\d)? ?miles?|mile(?! ?(?:pace|effort|race|speed|rp))|{TRACK}(?: ?m)?)"
)


def with_units(found: re.Match[str]) -> str:
    """'400, 800, mile, 800' are metres and a mile, which is no pace there."""
    metres_said = re.sub(rf"\b({TRACK})(?! ?m)\b", r"\1 m", re.sub(" ?/ ?", " / ", found[0]))
    return re.sub(r"(?<!\d )(?<!\d)\bmile\b", "1 mile", metres_said)


def one_by_one(found: re.Match[str]) -> str:
    """'3 x 1 km (4:00, 3:55, 3:50)' and '3-2-1 km @ MP/HMP/10k': each with its own, if there are as many."""
    own = re.split(" ?[,/] ?", found["clocks"] or found["paced"] or found["paces"])
    each = re.split(" ?- ?", found["each"]) if found["each"] else [found["one"]] * int(found["times"])
    ranged = len(each) == 2 and found["each"] and float(each[0]) < float(each[1])
    if len(own) != len(each) or ranged:
        return found[0]
    unit, joint = found["unit"] or found["units"], "in" if found["clocks"] else "@"
    return f"({' / '.join(f'{one} {unit} {joint} {mine}' for one, mine in zip(each, own, strict=True))})"


def in_turn(found: re.Match[str]) -> str:
    """'3 km, 2 km, 1 km @ MP, HMP, 10k': each at its own pace, if there are as many."""
    each, own = (re.split(" ?, ?", found[name]) for name in ("each", "own"))
    if len(each) != len(own):
        return found[0]
    return f"({' / '.join(f'{one} @ {mine}' for one, mine in zip(each, own, strict=True))})"


def halved(found: re.Match[str]) -> str:
    """'20 km, first half easy, second half @ MP': a whole with two halves."""
    ends = re.split(r" ?(?:-|to) ?", found["whole"])
    half = f"{'-'.join(f'{float(end) / 2:g}' for end in ends)} {found['unit']}"
    return f"{found['whole']} {found['unit']}{found['how']} with [{half} {found['one']} / {half} {found['other']}]"


def main_part(found: re.Match[str]) -> str:
    """'10 min wu. Workout: …' goes on to the next part, 'Fartlek workout: …' is a name."""
    return " / " if re.search(r"\d", found.string[: found.start()]) else found[0]


def each_with_unit(found: re.Match[str]) -> str:
    """'2 WU / 6 / 2 CD (km)': the unit at the end is that of each."""
    return re.sub(r"\d+(?:\.\d+)?", rf"\g<0> {found[2]}", found[1])


def from_to(found: re.Match[str]) -> str:
    """'10/12 min' is from 10 to 12 min; '5/8 mile' and '2/1 min' as they are."""
    least, most = int(found[1]), int(found[2])
    return f"{least}-{most}" if least < most <= 1.6 * least else found[0]


def in_seconds(found: re.Match[str]) -> str:
    """'1:00 @ 5k, 0:30 @ mile, 0:15 fast' has seconds, as no other clock there has hours."""
    return f"{found[1]} s" if len(_CLOCKS.findall(found.string)) > 1 else found[0]


def in_minutes(found: re.Match[str]) -> str:
    """A line whose few m are minutes."""
    return re.sub(
        r"(?<![\w.:])(?<!x )(\d\d?) ?m\b(?! ?(?:hill|sprint|stride))",
        r"\1 min",
        found[0],
        flags=re.IGNORECASE,
    )


_CLOCKS: Final = Pattern(r"(?<![\d:@])(?<!@ )[1-9]:[0-5]\d(?![\d:/])", ":")

_ENDS: Final = r"(?: (?:wu|w/u|cd|c/d|easy|tempo|steady|e))?"

_NAMES: Final = "|".join(name for name, digits in NUMBERS.items() if digits.isdigit() and len(name) > 2)

_IN_MILES: Final = Pattern(r"\d ?mi(?:les?)?\b", "mi", re.IGNORECASE)

AMOUNTS: Final = (
    Phrasing(
        rf"(?<![\w.:@])(?<![x@] )(?=[^:;()@]*\bmile)(?:{_RUNG}(?:, ?| ?/ ?|, then )){{2,}}{_RUNG}(?![\w:])",
        with_units,
        "mile",
    ),
    # '5 mi mile cutdowns', at no mile pace
    Phrasing(r"(?<=[a-wyz]) ((?:continuous )?mile cut-?downs?)\b", r" “\1”", "cut"),
    Phrasing(r"(?<![\d:])0:([0-5]\d)\b(?![:/]| ?(?:min|h))", in_seconds, "0:"),
    # 'six to 8 repeats'
    Phrasing(
        rf"\b({_NAMES}) (to|or) (\d{{1,2}}|{_NAMES})\b",
        lambda found: f"{NUMBERS[found[1].lower()]} {found[2]} {NUMBERS.get(found[3].lower(), found[3])}",
        " to | or ",
        "|".join(NUMBERS),
    ),
    # '3 x 1 km (4:00, 3:55, 3:50)', '3-2-1 km @ MP/HMP/10k', '2 WU / 6 / 2 CD (km)', '(3-2-1) (min)'
    Phrasing(
        rf"(?<![\w.:])(?:(?P<times>\d) ?x ?(?P<one>{N}) ?(?P<unit>{FAR}|m)"
        r" ?(?:\((?P<clocks>\d{1,2}:[0-5]\d(?:, ?\d{1,2}:[0-5]\d)+)\)"
        r"|@ ?(?P<paced>\d{1,2}:[0-5]\d(?:, ?\d{1,2}:[0-5]\d)+))"
        rf"|(?P<each>{N}(?: ?- ?{N}){{1,4}}) ?(?P<units>{FAR}|min)"
        r" ?@ ?(?P<paces>(?:[a-z]+|\d+k)(?:/(?:[a-z]+|\d+k)\b(?! ?[a-z\d]))+))",
        one_by_one,
        ":|@",
        ",|-",
    ),
    Phrasing(
        rf"(?<![\w.:])(?P<each>{N} ?(?:{FAR}|m|min)(?:, ?{N} ?(?:{FAR}|m|min))+)"
        r" ?@ ?(?P<own>[a-z]{1,9}(?:, ?(?:[a-z]{1,9}|\d{1,2}k))+|\d{1,2}k(?:, ?(?:[a-z]{1,9}|\d{1,2}k))+)\b"
        r"(?= ?(?:$|[;.(]| w/))",
        in_turn,
        "@",
        ",",
    ),
    Phrasing(
        rf"^(\d+(?:\.\d+)?{_ENDS}(?: ?[/,+] ?\d+(?:\.\d+)?{_ENDS})+) \(({FAR}|min)\)$", each_with_unit, "("
    ),
    Phrasing(r"\((\d+(?: ?- ?\d+)+)\) ?\((km|mi|miles|min|mins)\)", r"(\1 \2)", ") ("),
    Phrasing(r"(?<=[\w)\]]) [·•] (?=\w)", " / ", "·|•"),
    Phrasing(r"^(\d{1,2}(?:\.\d)?(?: ?- ?\d{1,2})?) ?mls?\b(?= |$)", r"\1 miles", "ml"),
    Phrasing(
        r"(?<![\d/:.,x(])(?<!x )([1-9]\d?)/([1-9]\d)(?= ?(?:x(?= ?\d)|min\w*|s|secs?|seconds)\b)",
        from_to,
        r"/\d",
    ),
    # '10m Z2 Pace, 3m 100% pace': m are minutes where targets are those of a workout builder
    Phrasing(
        r"^.*\d ?m (?:z[1-7] (?:hr|pace)\b|\d{2,3}(?:-\d{2,3})?(?:% ?pace\b|w\b)).*$",
        lambda found: re.sub(r"(?<![\w.])(\d\d?) ?m\b", r"\1 min", found[0]),
        "pace|hr|w",
        r"\dm |\d m ",
    ),
    # '15m warm-up, 5 x 1 km w/ 2m jog, 10m cool-down': m are minutes where no warm-up is so many miles
    Phrasing(r"^.*(?<![\w.:])(?:[89]|[1-3]\d) ?m (?:wu|w/u|warm|cd|c/d|cool).*$", in_minutes, "m w|m c"),
    # '1m wu, 2 miles tempo, 1m cd': m are miles where the rest is in miles
    Phrasing(
        r"(?<![\d.:x-])(?<!x )(\d(?:\.\d+)?) ?m (?=(?:wu|w/u|warm|cd|c/d|cool|easy)\b)",
        lambda found: f"{found[1]} mi " if _IN_MILES.search(found.string) else found[0],
        r"\dm w|\dm c|\dm e|\d m w|\d m c|\d m e",
    ),
    # '2min30sec', '5kpace', 'two x 5 miles'
    Phrasing(r"\b(\d{1,2}) ?mi?n([0-5]\d)\b(?! ?(?:s|sec\w*)\b)", r"\1:\2 min", "min|mn"),
    Phrasing(r"\b(\d+) ?min ?(\d\d?) ?sec(?:onds|s)?\b", r"\1 min \2 s", "sec"),
    # '2- to 3-mile warm-up'
    Phrasing(r"\b(\d{1,3})- ?(?:to|or) (\d{1,3})[- ](?=[a-z])", r"\1-\2 ", "- to|-to|- or|-or"),
    Phrasing(r"\b((?:3|5|10) ?k)(?=pace\b)", r"\1 ", "kpace|k pace"),
    Phrasing(
        rf"\b({_NAMES}) ?x (?=\d)",
        lambda found: f"{NUMBERS[found[1].lower()]} x ",
        " x |ex |ox |rx |xx |nx |tx |yx ",
        "|".join(NUMBERS),
    ),
    Phrasing(r"\b(\d+)[ -]and[ -]a[ -]half\b", r"\1.5", "half"),
    # 'mile hard, 2 miles moderate, mile hard'; '4, 5 and 6 min'
    Phrasing(
        r"((?:^|[,;:+/(] ?|then ))(?:an? |one )?"
        r"(?=mile(?: (?:hard|easy|moderate|fast|steady|tempo|at )| ?@)(?![a-z]*-))",
        r"\g<1>1 ",
        "mile",
    ),
    Phrasing(
        rf"\b(\d+), (\d+),? and (\d+) ?(mins?|minutes?|secs?|seconds?|{FAR}|m)\b", r"\1-\2-\3 \4", " and "
    ),
    Phrasing(
        rf"\b(\d+(?:\.\d+)?)-({FAR}|min\w*|sec\w*|hours?|hr|m)-([a-z]+(?: run)?)\b", parted, "-m|-k|-s|-h"
    ),
    # '3) 8 km easy', 'Week 1 run 2: …', '400s: 10 x 400 …': what comes before the run
    Phrasing(r"^(?:[-•·▪►●] ?|x |\d{1,2}\) ?)(?=\S)", "", "-|•|·|▪|►|●|x |)"),
    Phrasing(
        r"^((?:week|wk) ?\d{1,2}[, ]+(?:day|run|session|workout) ?\d{1,2}|w\d{1,2} ?[dr]\d{1,2}) ?[:-] ?(?=\S)",
        r"“\1” ",
        "week|wk|w0|w1|w2|w3|w4|w5|w6|w7|w8|w9",
    ),
    Phrasing(r"^([a-z]+ )?(\d{3,4} ?m?(?:s|'s| repeats| reps| intervals)?)(?= ?:(?!\d))", r"“\1\2”", ":"),
    Phrasing(
        r"^([a-z][a-z' -]*?\b(?:\d{1,2} ?x ?\d{1,2}|\d\d ?[/-] ?\d\d(?: ?[/-] ?\d\d)?)s?)(?= ?:(?!\d))",
        r"“\1”",
        ":",
    ),
    Phrasing(
        r"(?<=[\w')])[.;,/]? (?:main(?: set| session| part| block)?|workout|ms) ?: ?(?=\d|(?:run|walk|jog)\b)",
        main_part,
        "main|workout|ms",
    ),
    # 'Warm up: 10 min. Main: 6 x 2 min. Cool down: 10 min'
    Phrasing(
        r"((?:^|[.;,/] ?|(?<=[\w')]) )(?:warm[ -]?ups?|wu|cool[ -]?downs?|cd)) ?: ?(?=\d|(?:walk|jog|run)\b)",
        lambda found: f"{' / ' if found[1][0] == ' ' and found.start() else ''}{found[1].lstrip()} ",
        "up:|up :|ups|wu:|wu :|down:|down :|downs|cd:|cd :",
    ),
    # 'three minutes', '4 easy miles', '10ish km', '12-miler'
    Phrasing(
        rf"(?<![\w.-])({'|'.join(sorted(NUMBERS, key=len, reverse=True))})[ -]"
        r"(?=(?:kilomet(?:re|er)s?|km|miles?(?! pace| effort| race| marathon)|minutes?|mins?|seconds?|secs?|hours?"
        r"|times|sets|rounds|repetitions|reps)\b)",
        lambda found: f"{NUMBERS[found[1].lower()]} ",
        "one|two|three|four|five|six|seven|eight|nine|ten|twe|teen|thirty|forty|fifty|half|quarter"
        "|an h|an k|an m|an s|an t|an r|an-",
    ),
    Phrasing(
        rf"\b({RANGE}) ({EASY_OR_SO}) ({FAR}|minutes?|mins?|hours?|hrs?)(?![\w'])",
        r"\1 \3 \2",
        "y m|y k|y h|w m|w k|o m|o k|t m|t k|d m|d k|e m|e k|k m|k k|y h|w h|o h|t h|d h|e h|k h",
    ),
    Phrasing(r"(?<![\d:.])(\d+(?::\d\d)?(?:-\d+:\d\d)?)(?:-| (?=ish))?ish\b", r"~ \1", "ish"),
    Phrasing(r"\b(\d+(?:\.\d+)?)[ -]milers?\b", r"\1 mi", "miler"),
    Phrasing(r"\b1/2[ -]marathon\b", "half marathon", "1/2"),
    # '20 km, first half easy, second half @ MP'
    Phrasing(
        rf"^(?P<whole>{RANGE}) ?(?P<unit>{LONG}|km?|(?-i:M)|mi)\b(?P<how>[^\d,;:/()]*)(?:[,;:]| with)?(?: the)?"
        r" (?:first|1st) half (?P<one>[^,;/()]+?)(?: ?[,;]| and)(?: then)?(?: the)? (?:second|2nd|last|other)"
        r"(?: half)? (?P<other>[^,;/()]+)$",
        halved,
        "first half|1st half",
    ),
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
        rf"(?<![\w.:/-])(?P<first>{RANGE}) ?(?P<unit>{FAR})(?: ?[/=~] ?| or )"
        rf"(?P<second>{RANGE}) ?(?P<other>{FAR})\b",
        same_distance,
        "i/|m/|k/|s/|i /|m /|k /|s /|e/|e /|=|~| or ",
    ),
)
