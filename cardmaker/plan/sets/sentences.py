"""Sentences of a handout → the same as the notation has them: 'hold your leg up for 5 seconds, then switch sides'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.sets.words import NUMBER_WORDS

_COUNTED: Final = r"reps?|repetitions?|seconds?|minutes?|times|sets?|breaths|days (?:a|per|each|every) week"
_WORDS: Final = "|".join(NUMBER_WORDS)
_BOUND: Final = (
    r"(?:min(?:imum|\.)?(?: of)?|at least|mind(?:estens|\.)|max(?:imum|\.)?(?: of)?|up to|>|<|≥|≤)"
)
_TIME: Final = r"(?:s|secs?|seconds?|mins?|minutes?)\b"
SECONDS: Final = r"\d{1,3} ?(?:s|secs?|seconds?)\b"


def _both(found: re.Match[str]) -> str:
    return f"{NUMBER_WORDS[found[1].lower()]}-{NUMBER_WORDS[found[3].lower()]}"


def _held(found: re.Match[str]) -> str:
    others = found.string.count(" for ") - found.string.count("rest for ")
    return f"{found[1]}, hold " if others == 1 else found[0]


def _sided(found: re.Match[str]) -> str:
    """'Sets: 2 per side, Reps: 10', each side, whether or not that is said of the repetitions, too."""
    return f"{found[1]}{found[3]}" + (
        "" if f"per {found[2].lower()}" in found[3].lower() else f", per {found[2]}"
    )


def _of_table(found: re.Match[str]) -> str:
    """The sets and repetitions of 'push-up / 3 / 8 / bodyweight'; fewer of them than sets are asked about."""
    name, sets, work = found.groups()
    if int(work) <= int(sets):
        raise ValueError(
            f"is '{sets} / {work}' {sets} sets of {work}, or a set of each? "
            f"write '{sets}x{work}' or '1x{sets}, 1x{work}'"
        )
    return f'"{name}": {sets}x{work}'


def in_figures(found: re.Match[str]) -> str:
    return f"{NUMBER_WORDS[found[1].lower()]} {found[2]}"


SENTENCES: Final = (
    Phrasing(r"(?<=[a-z)]) ?\| ?(\d{1,2}) ?\| ?(?=\d)", r": \1x", "|"),  # sets and repetitions of a table
    Phrasing(r"^([^\d/\"]+[a-z)]) / (\d) / (\d+)(?!\d)(?! / \d+ */?$)", _of_table, " / "),
    Phrasing(r"(\d ?reps?) x (?=\d+(?:\.\d+)? ?(?:%|kg|lbs?))", r"\1 @ ", "rep x|reps x"),
    Phrasing(r"(\d ?min(?:ute)?n?s?) (?:and|und) (?=\d+ ?s(?:ec|ek)?)", r"\1 ", " and | und ", "min"),
    Phrasing(
        r"(\d+(?:-\d+)?) ?x (?=(?:per|each|pro|je) (?:side|leg|arm|seite|bein)\b.*\b(?:sets|sätze|runden)\b)",
        r"\1 reps ",
        "x per|x each|x pro|x je",
        "sets|sätze|runden",
    ),
    Phrasing(
        r"\b(\d+) (?:sets|sätze) \((\d+(?:[/,-] ?\d+){1,9}(?: reps| wdh\.?)?)\)",
        r"\1 sets of \2",
        "sets (|sätze (",
    ),
    Phrasing(
        r"^(?:and |und )?(?:then|now|dann|danach) (?:perform |do |complete |repeat )?(?=\d)",
        "",
        r"then \d|now \d|dann \d|danach \d|then p|then d|then c|then r|now p|now d|now c|now r",
    ),
    Phrasing(
        r"^(every [^()]*?) ?\(\d+ ?(?:min(?:utes)? total|sets|rounds)\)[: ]*", r"\1: ", "total)|sets)|rounds)"
    ),
    Phrasing(
        r"^(\d+) sets (?:of )?([a-z][a-z -]*?) (\d+(?:\.\d+)? ?(?:kg|lbs?)) x (\d+)",
        r'"\2" \1x\4 \3',
        " sets ",
        " x ",
    ),
    Phrasing(
        r",? (?:then|dann) (?:(?:a|an|one|1) )?((?!amrap|back|drop|last|max|set)[a-z-]+) set of (\d+)(?: reps)?",
        r', 1x\2 "\1"',
        " set of",
    ),
    Phrasing(r"(\d ?(?:kg|lbs?)) x (amrap|max) x (\d+) sets", r"\1 \3x\2", "x amrap x|x max x"),
    Phrasing(
        r"\breps of (\d+(?:-\d+)? ?(?:s|secs?|seconds?)) (?:max )?(?:hangs?|holds?)\b",
        r"reps, hold \1",
        "reps of ",
    ),
    Phrasing(r"\b((?:rpe|rir) ?(?:≤|<=|<|≥|>=|max\.?) ?\d+(?:\.5)?)", r'"\1"', "≤|<|≥|>|max", "rpe|rir"),
    Phrasing(
        r"(\d+(?:-\d+)? ?(?:m|metres|meters|yd|yards|s|secs?|seconds)) ?\((\d+(?:-\d+)?) (?:reps|times)\)",
        r"\2x\1",
        "reps)|times)",
    ),
    Phrasing(r" ?\*(?=[a-z])", ", ", "*"),
    Phrasing(
        r"\b(amrap|max)(?: \((-[1-5])\))? x (\d\d?)(?: sets)?(?=$|[;,]| \()",
        lambda found: f"{found[3]}x{found[1]}{found[2] or ''}",
        "amrap|max",
        " x ",
    ),
    Phrasing(
        r"(\d[^\"]*?)[,.;] ?(build(?:ing)? (?:up )?to an? heavy (?:set of )?(?:\d\d?|single|double|triple))\b",
        r'\1, "\2"',
        "build",
        "heavy",
    ),
    Phrasing(
        r",? x (\d+(?:-\d+)?) sessions? ?(?:/|per|a) ?(day|week)\b",
        r", \1 times a \2",
        " session",
        "day|week",
    ),
    Phrasing(
        r"(\d ?(?:min(?:ute)?s?|s(?:ec(?:ond)?s?)?)) x (\d)(?= ?/ ?d(?:ay)?\b)", r"\1, \2x", "/d|/ d", " x "
    ),
    Phrasing(r"\b(?:for )?an? (\d)[- ]count\b", r"\1 s", "count"),
    Phrasing(
        r",? ((?:progressing|building|increasing) (?:up )?to ~?\d[^\"]*)$",
        r', "\1"',
        "progressing|building|increasing",
    ),
    Phrasing(r"\b(sets|reps) x (?=\d ?x ?(?:/|a|per|daily))", r"\1, ", "ts x|ps x"),
    Phrasing(r"( x \d+) (in each (?:position|direction|posture))\b", r'\1, "\2"', " in each "),
    Phrasing(r"\bdrop last set\b", "last set drop", "drop last set"),
    Phrasing(  # a complex: '5 x (1 clean + 1 front squat)'; more of each make a round of exercises
        r"^([^\d\"]*)(\d+) ?x ?\(((?:[1-3] [a-z][a-z ]*(?: ?\+ ?)?){2,4})\)",
        lambda found: f'"{found[1]}{found[3]}" {found[2]}x' + "+".join(re.findall(r"\d", found[3])),
        "(1|(2|(3|( 1",
        "+",
    ),
    Phrasing(r"\b(campus\w*(?: [a-z]+){0,2} \d(?:-\d){2,4})\b", r'"\1"', "campus"),
    Phrasing(r"\b(sets: ?\d+(?:-\d+)?) (?:per|each) (side|leg|arm)\b(.*)$", _sided, "sets:"),
    Phrasing(
        r"(?<![\dx-])2 ?x ?(\d[^,;()]*?) ?\((?:one|1)(?: set)? (?:per|each) (side|leg|arm)\)", r"1x\1/\2", "("
    ),
    Phrasing(  # no set of as many as possible: 'max hang 7 s x 6'
        rf"\b(max(?:imum|imal)?[ -](?:dead[ -]?)?hangs?)[:,]? (?=(?:\d+ ?x ?)?{SECONDS})", r'"\1" ', "hang"
    ),
    Phrasing(
        rf"^(max(?:imum)? (?!effort|hold|rep|set|time)[a-z]+(?: [a-z]+)?)[:,]? (?={SECONDS} ?x ?\d)",
        r'"\1" ',
        "max",
    ),
    Phrasing(r"(?:@ ?|\bat )?~?(\d[.,]\d+(?: ?- ?\d[.,]\d+)? ?m/s\b)", r'"\1"', "m/s"),
    Phrasing(
        r"^set (\d{1,2}) (?:at |@ ?)(\d{1,3} ?%) ?[-:,] ?(?:1|one) set of (\d{1,2})(?: reps)?$",
        r"set \1: \3 reps @ \2",
        "set of",
    ),
    Phrasing(r"(\d) rounds (?:x|of) (?=(?:max|amrap)\b)", r"\1x ", "round"),
    Phrasing(r"(\d ?x ?\d+) - (?=hold\b(?! \d))", r"\1 ", "hold"),
    Phrasing(
        r"\bwith an? (?:fixed|strict|short|full|timed) (?=\d+ ?(?:s|secs?|seconds?|min|minutes?) rest\b)",
        "with a ",
        "rest",
        "with a",
    ),
    Phrasing(
        r"\b(\d+(?:-\d+)?)[ -]?(?:mal|x) (?:durchführen|ausführen|wiederholen|repeat)\b",
        r"repeat \1 times",
        "mal|x ",
    ),
    Phrasing(r"\brep(?:etition)?: ?(\d+(?:-\d+)?)[ -]?x\b(?! ?\d)", r"\1 reps", "rep"),
    Phrasing(
        r"[,;.] ?(?:auch |dann |then |danach )?(?:mit|with) dem (?:anderen|other) (?:bein|arm|fuß|leg|foot)"
        r"(?: wiederholen| repeat)?(?=$|[.,;])",
        ", each side",
        "ander|other",
    ),
    Phrasing(r"^(?:wie oft|wie viele?|how often|how many|how much)\? ?", "", "?"),
    Phrasing(
        rf"\b({_WORDS}) (to|or|bis|-) ({_WORDS})(?= (?:{_COUNTED})\b|$|[,;(])",
        _both,
        _WORDS,
    ),
    Phrasing(
        rf"\b({_WORDS})(?= (?:to|or|-) \d+ (?:{_COUNTED})\b)",
        lambda found: str(NUMBER_WORDS[found[1].lower()]),
        _WORDS,
    ),
    Phrasing(rf"\b({_WORDS}) ((?:{_COUNTED})\b(?! max))", in_figures, _WORDS),
    Phrasing(  # '2 sets of walking lunges for 20 feet', '2 sets of pull-ups for as many reps as possible'
        r"\b(\d+) sets of ([a-z][a-z -]*?) for (\d+(?:-\d+)? ?(?:s|secs?|seconds?|min|minutes?|m|met(?:re|er)s|yards?"
        r"|ft|feet|reps)\b|as many reps as possible)",
        lambda found: f'"{found[2]}" {found[1]}x{"AMRAP" if found[3][0].lower() == "a" else found[3]}',
        "sets of ",
        " for ",
    ),
    Phrasing(r"(\d+) ?\((sets?|reps?|rounds?)\)", r"\1 \2", "(set|(rep|(round"),
    Phrasing(r"(\d)\*+(?=$|[ ,;)])", r"\1", "*"),
    Phrasing(r"\b(\d{1,2}) waves?(?: of|:)? (?=\d+[/-]\d)", r"\1 ladders ", "wave"),
    Phrasing(r"@ ?(\d-\d-[\dx](?:-[\dx])?)(?: tempo\b|(?= [a-z]))", r"tempo \1,", "@"),
    Phrasing(r"^[≥>] ?(\d+ ?(?:s|secs?|mins?|minutes?|m|km|reps?))\b", r'\1 "at least"', "≥|>"),
    Phrasing(r"(\d)x (?=total reps)", r"\1 ", "x total"),
    Phrasing(r"\bsets of reps (?=to failure)", "sets ", "of reps to"),
    Phrasing(r"(?:^|(?<= ))(\d)\((\d+(?:-\d+){2,9})\)", r"\1 ladders \2", "(", "-"),
    Phrasing(r"\b(\d{1,2})r ?x ?(\d)s\b", r"\2x\1", "r x|rx"),  # repetitions and sets
    Phrasing(r"(?<=\d) \+ ?(weight|gewicht)\b", r' "+ \1"', "weight|gewicht", "+"),
    # A rest that is at least or at most so long is in the coach's words.
    Phrasing(
        rf"\b({_BOUND} ?\d+(?:-\d+)? ?{_TIME} rest(?: between sets)?|rest ?{_BOUND} ?\d+(?:-\d+)? ?{_TIME})",
        r'"\1"',
        "rest",
        "min|least|max|up to|>|<|≥|≤",
    ),
    Phrasing(
        r"\b(?:with|w/|mit) (?:an? )?(?=\d(?:-\d)?[ -]?(?:s|secs?|seconds?|count)[ -]"
        r"(?:lower\w*|negatives?|eccentrics?|descents?|down)\b)",
        ", ",
        "lower|negative|eccentric|descent|down",
        "with |w/|mit ",
    ),
    Phrasing(r"(\d ?(?:kgs?|lbs?|#)) ?(?:/ ?|per )arm\b", r"\1 each", "arm", "kg|lb|#"),
    Phrasing(r"(sets? of \d+(?:-\d+)?|\d ?x ?\d+)'s\b", r"\1", "'s"),
    Phrasing(r"\b(\d+(?:-\d+)? reps? ?(?:per|a|each|/) ?min(?:ute)?)\b", r'"\1"', "min", " rep"),
    # How high a box is, '24"', and how far a sled goes, '60\''.
    Phrasing(
        r"\b((?:box|step|depth|deficit|drop|hurdle|block|stone|board|platform)[a-z-]*(?: [a-z-]+){0,3})"
        r" (\d\d?)\"(?=$|[ ,;)-])",
        r"\1 \2 in",
        '"',
        "box|step|dep|def|drop|hurdle|block|stone|board|plat",
    ),
    Phrasing(
        r"^(?=.*\b(?:yoke|farmer|sled|prowler|carry|carries|crawl|lunge))(.*(?<!\d)(?:[3-9]\d|[1-9]\d\d))'(?=$|[ ,;)])",
        r"\1 ft",
        "'",
        "yoke|farmer|sled|prowler|carr|crawl|lunge",
    ),
    Phrasing(r"(\d ?reps?) ?(?:/|per |each )set\b", r"\1", "set"),
    Phrasing(r"(?<=[a-z]) for (?=\d+(?: ?- ?\d+)? sets? (?:of|x) ?\d)", ", ", " for "),
    Phrasing(
        r"\b((?:hold|holding|keep|keeping|maintain|remain|stay|squeeze|squeezing)(?: (?!for\b)[a-z']+){1,8})"
        r" for (?=(?:about )?\d+(?: ?(?:-|to) ?\d+)? ?(?:s|secs?|seconds?|mins?|minutes?)\b)",
        _held,
        " for ",
    ),
    Phrasing(
        r"^(?!.*(?:every|emom|amrap|as many|rounds))([a-z][^\d,;:(]{8,}?) for"
        rf" (?={SECONDS}|\d+ ?(?:mins?|minutes?)\b)",
        _held,
        " for ",
    ),
    Phrasing(
        r"(?:^|(?<=[.,;] ))(?:and )?(?:then )?(?:repeat|switch|change)(?: on| to| with)?(?: the)?"
        r" (?:left|right|other|opposite) (?:side|leg|arm|foot)(?=$|[.,;])"
        r"|(?:^|(?<=[.,;] ))(?:and )?(?:then )?(?:switch|change) (?:sides|legs|arms|feet)(?=$|[.,;])",
        "each side",
        "side|leg|arm|foot|feet",
        also="repeat|switch|change",
    ),
    Phrasing(
        r"(?<!sec)(?<!min)(?<!rep)(?<!wdh)(?<!sek)\. "
        r"(?=(?:repeat|hold|do|rest|perform|each side|\d+(?:-\d+)? (?:reps|sets))\b)",
        ", ",
        ". ",
    ),
    Phrasing(r"\bhold (?:for )?(\d+(?:-\d+)? (?:deep )?breaths?)\b", r"\1", "breath"),
    Phrasing(r"(\d) max(?:[ -]effort)? (?:rep )?sets?\b(?! of \d|[ ,]*\d)", r"\1 x amrap", " max"),
)
