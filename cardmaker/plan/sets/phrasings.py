"""A line of sets as people put it → the same as the notation has it: 'drop 15%, then 2x4', 'on the 2 minute mark'."""

import re
from typing import Final

from cardmaker.patterns import Pattern, Phrasing
from cardmaker.plan.sets.asides import ASIDES
from cardmaker.plan.sets.leading import LEADING
from cardmaker.plan.sets.loanwords import LOANWORDS
from cardmaker.plan.sets.numerals import NUMERALS
from cardmaker.plan.sets.sentences import SECONDS, SENTENCES, in_figures
from cardmaker.plan.sets.setlists import SETLISTS
from cardmaker.plan.sets.words import NUMBER_WORDS

_QUOTE: Final = Pattern(r'("[^"]*")', '"', re.UNICODE)
_N: Final = r"\d{1,3}(?:\.5)?"
_LASTS: Final = r"\d{1,2} ?(?:s|secs?|seconds?|mins?|minutes?)\b"
_S: Final = r"(\d) ?s(?:ecs?|econds?)?"
_MOST_RUNGS: Final = 20
_SHARES: Final = {"1/2": 50, "half": 50, "1/4": 25, "3/4": 75}
_USUAL: Final = re.compile(
    r"\d+x\d+(?:-\d+)?\+?(?: ?(?:s|min|m|reps))?(?:/(?:side|leg|arm))?(?: \d+(?:\.\d+)? ?(?:kg|lb))?"
    r"(?: @ (?:RPE |RIR )?\d+(?:\.\d+)?(?:-\d+)?%?)?(?:, rest \d+ (?:s|min))?",
    re.ASCII,
)
"""Most sets of most plans, which none of the phrasings is for: looking for each took a tenth of their reading."""
_WORDS: Final = "|".join(NUMBER_WORDS)


def _rungs(found: re.Match[str]) -> str:
    """All of a ladder from one number to another: '5 to 1' → '5-4-3-2-1'."""
    first, last = int(found[1]), int(found[2])
    step = 1 if first < last else -1
    rungs = range(first, last + step, step)
    return "-".join(map(str, rungs)) if 3 <= len(rungs) <= _MOST_RUNGS else found[0]


_PHRASINGS: Final = (
    *LEADING,
    *NUMERALS,
    *LOANWORDS,
    *SETLISTS,
    *ASIDES,
    # '3 sets of 12, 100 kg' is one load, and no list; '8 kg each' behind dumbbells is what each hand holds.
    Phrasing(
        r"(\d (?:sets?|sätzen?|serien) (?:of|à|a|mit|with|zu|x) ?\d+(?:-\d+)?), (?=\d+(?:[.,]\d+)? ?(?:kg|lbs?)\b)",
        r"\1 @ ",
        "set|sätze|serie",
        "kg|lb",
    ),
    Phrasing(
        r"\b(?:dumb-?bell|db|kettle-?bell|kb|kurzhantel)[sn]?[: ]+(\d+(?:[.,]\d+)? ?(?:kg|lbs?)) ?(?:each|ea|je)\b",
        r"\1 each",
        "each|ea|je",
        "kg|lb",
    ),
    Phrasing(r"(?<=[a-z] )(1?\d)/\1 ?x ?(\d{1,2})\b(?! ?(?:kg|lbs?|[x/+]))", r"\2x\1/side", "/", also="x"),
    Phrasing(r"(?<=[a-z] )([2-9]\d)/\1 ?x ?(\d{1,2})\b(?! ?(?:kg|lbs?|[x/+]))", r"\2x\1/\1", "/", also="x"),
    Phrasing(
        r"\((\d{1,2}(?:-\d{1,2})? ?(?:rm|rep(?:etition)?s? max(?:imum)?))\)([ :,]*\d+ ?x ?\d+(?:-\d+)?(?: reps)?)",
        r"\2 \1",
        "rm)|max)|maximum)",
    ),
    # '5 @ RPE 8 x 3-5 sets' behind another set, and 'squat x 1 @ 8, 5 @ 8'.
    Phrasing(
        r"(?<=, )(\d+)( reps)? (@ ?(?:rpe ?)?\d+(?:\.5)?) x (\d+(?:-\d+)?) sets\b",
        r"\4 sets of \1\2 \3",
        "sets",
        also="@",
    ),
    Phrasing(
        r"(?<=[a-z)] )x ?(\d+(?: reps)? @ ?(?:rpe ?)?\d+(?:\.5)?, \d+(?:-\d+)?(?:(?:x| sets of )\d+)?(?: reps)? ?@)",
        r"1x\1",
        r", \d",
        " x",
    ),
    Phrasing(r"\bback[- ]?downs?\b(?= (?:sets? |\d))", "back-off", "down"),
    Phrasing(
        r"^([^\d]*\b)((?:\d+(?:\.\d+)? ?(?:kg|lbs?)|bw) )x (\d+(?:-\d+)?)(?: reps| wdh\.?)?,"
        r" (\d\d?) (?:sets|sätze)(?=,|$)",
        r"\1\4x\3 \2",
        "sets|sätze",
    ),
    Phrasing(r"(?<=\d)[ -]?mal (?=\d)", "x ", "mal"),
    Phrasing(r"(?<=[a-z]{3})-(?=\d+ ?x ?[\d(])", " - ", "-"),  # 'swing—5x10'
    Phrasing(
        r"(?<![\d/])(1/2|1/4|3/4|half) (?:of )?(?:your )?(?:bw|body ?-?weight)\b",
        lambda found: f"{_SHARES[found[1].lower()]}% bw",
        "1/2|1/4|3/4|half",
    ),
    Phrasing(
        r"\b(?:drop|reduce|lower|take off|strip) (?:the )?(?:weight |load |bar )?(?:by )?"
        r"(\d+(?:\.\d+)?(?: ?- ?\d+)? ?(?:kg|lbs?)),? (?:(?:and|then|for|perform|do) )*(?=\d)",
        r'"\1 less" ',
        "kg|lb",
        "drop|reduce|lower|take off|strip",
    ),
    Phrasing(r"(?<=\d)[ -]?mal(?=$|[,;.)])", " reps", "mal"),
    Phrasing(
        r" *((?:(?:on )?(?:the )?(?:last|final) set) (?:amrap|max(?:imum)?|to failure))\.? ?[:,;]"
        r" ?(\d+(?: ?- ?\d+)? ?x[^,;]*)$",
        r"\2, \1",
        "last set|final set",
    ),
    Phrasing(
        r"[,;.]? (?:und |and )?(?:dann|then|danach|anschließend) (?:die )?(?:seite|bein|arm)n? wechseln",
        ", each side",
        "wechseln",
    ),
    Phrasing(rf"\b({_WORDS}) (rounds?|rds|rft|supersets?)\b", in_figures, "round|rds|rft|superset"),
    Phrasing(r"(\d) total rounds\.?", r"\1 rounds,", "total rounds"),
    Phrasing(
        rf"as many (rounds|reps)(?: as possible)? in ({_N}) ?(min(?:ute)?s?|s|sec(?:ond)?s?)\b(?: of\b)? ?:?",
        r"amrap \2 \3: ",
        "as many",
    ),
    Phrasing(r"(?<=\d )durchläufen?\b(?= (?:mit|with|à|zu|of))", "sets", "durchläufe"),
    Phrasing(
        r"\b(rest|pause) zwischen (?:den|jedem) (?:durchgang|durchlauf|durchgängen|durchläufen)\b",
        r"\1",
        "zwischen",
    ),
    Phrasing(r"\beine[rn]? (minute|sekunde|min)\b", r"1 \1", "eine"),
    Phrasing(r"^repeat for (?=\d+ sets\b)", "", "repeat"),
    Phrasing(r" ?/ ?p: ?(?=\d)", ", rest ", "p:"),
    Phrasing(r"(?<![\d:]):([0-5]\d) ?(?:secs?|seconds?|s)\b\.?", r"\1 s", r":\d"),
    Phrasing(
        r"^(?:(\d) )?([a-z][a-z &-]*?) ?\+ ?(\d) ([a-z][a-z &-]*?),? (\d+) ?(?:sets|x)(?! ?\d)",
        lambda found: f'"{found[2]} + {found[4]}" {found[5]}x{found[1] or 1}+{found[3]}',
        "+",
    ),
    # The sets said again: '3x5 @ RPE 8, 8, 8 (3 sets of 5)'.
    Phrasing(r"\b(\d+)( ?x ?)(\d+)\b([^()x;]*?) ?\(\1 sets of \3(?: reps)?\)$", r"\1\2\3\4", " sets of "),
    Phrasing(
        r"(\d+(?:\.\d+)? ?(?:kg|lbs?)) x (\d+) sets x (\d+(?: ?- ?\d+)?)(?: reps)?\b",
        r"\2x\3 \1",
        "sets x",
    ),
    Phrasing(r"(?<=[a-z)] )x ?(\d) (\d+(?: ?- ?\d+)?) ?(?=reps\b)", r"\1x\2 ", "reps", also="x"),
    # A weightlifter's shares of the maximum, '(75%/4)3' and '60%/2, 70%/2'.
    Phrasing(r"\((\d{2,3}) ?% ?/ ?(\d)\) ?(\d)(?![\d%])", r"\3x\2 \1%", "%"),
    Phrasing(r"(?:^|(?<=[a-z;,:] )|(?<=[;,:]))(\d{2,3}) ?% ?/ ?(\d)(?= ?(?:$|[;,]))", r"1x\2 \1%", "%"),
    Phrasing(r"\b(up to (?:a )?max(?:imum)? of \d{2,3} ?%(?: of [a-z]+)?)", r'"\1"', "up to"),
    Phrasing(
        r"(?:^|, )(\d|10) ?(?:s|secs?|seconds?)[ -]holds?( each side)?, (\d+ ?x ?\d+(?: ?- ?\d+)? reps)\b",
        r", \3, \1 s hold\2",
        "hold",
    ),
    Phrasing(r"^continue (?=for \d)", "", "continue"),
    Phrasing(r"(\d)e(?=[,; ]|$)", r"\1 each", r"\de"),
    Phrasing(
        r"(?<=[a-z)])(?<!reps)(?<!rep)(?<!side)(?<!leg)(?<!arm)(?<!each)(?<!sec)(?<!min) x (?=\d+(?:-\d+)? sets of \d)",
        ", ",
        "sets of",
    ),
    Phrasing(
        r"\b(?:about|approximately|roughly) "
        r"(?=\d+(?: ?- ?\d+)?(?: (?:reps?|repetitions?|seconds?|minutes?|sets?)\b| ?%))",
        "",
        "about|approximately|roughly",
    ),
    Phrasing(r"(?<![\w'])'([^']{1,60})'(?!\w)", r"\1", "'"),  # `75 s` as code
    Phrasing(r" x (?=\d+(?: ?- ?\d+)? ?(?:s|secs?|seconds?|mins?|minutes?) rest\b)", ", ", " rest", " x "),
    Phrasing(r"(every [^,;:]{1,14}), for (?=\d)", r"\1 for ", ", for "),
    Phrasing(
        r",? (?:in )?as few sets as (?:possible|needed|it takes)",
        " in as few sets as possible",
        "as few sets",
    ),
    Phrasing(r"\btop[ -]set single\b", "top single", "single"),
    Phrasing(r"\b(1:[1-5] (?:work ?[:/-] ?)?rest)\b", r'"\1"', "rest", "1:"),
    Phrasing(
        r"(?<=ladder )(?:of |from )?(\d{1,2}) ?(?:down to|up to|to|-) ?(\d{1,2})(?! ?[x-])", _rungs, "ladder"
    ),
    Phrasing(
        r"\b(\d{1,2}) ?(?:down to|to|-|bis) ?(\d{1,2})(?= (?:ladder|pyramid|leiter|pyramide)\b)",
        _rungs,
        "ladder|pyramid|leiter",
    ),
    *SENTENCES,
    # Workouts by the clock.
    Phrasing(r"^(?:complete|perform|do) (?=as many|amrap|every)", "", "complete|perform|do"),
    Phrasing(r"^for (?=every minute)", "", "for every"),
    Phrasing(r'^([^"]*\bemom\b[^":(]*)\((\d+ rounds?)\) ?: ?([^"]+)$', r'\1: "\2: \3"', "emom", " round"),
    Phrasing(
        rf'^([^":]*\bemom\b[^":]*): ?([^"]*\bodd\b[^"]*\beven\b[^"]*|{SECONDS} [a-z]+ ?/ ?{SECONDS} [a-z]+)$',
        r'\1: "\2"',
        "emom",
    ),
    Phrasing(
        r"^(?:4 ?-?min(?:ute)?s? )?tabata ?[:(]? ?20 ?s(?:ecs?)? ?(?:work|on)? ?/ ?10 ?s(?:ecs?)?"
        r"(?: ?(?:rest|off|recovery))?\)?",
        "tabata",
        "tabata",
    ),
    Phrasing(r"^4 ?-?min(?:ute)?s? tabata\b", "tabata", "tabata"),
    Phrasing(r",? (?:complete|perform|do) the following ?:?", ":", "the following"),
    Phrasing(r"^(\d?\d:[0-5]\d)(?: ?min)? x (\d+ rounds)\b", r"every \1 x \2", " rounds"),
    Phrasing(rf"\bon the ({_N}) ?-?min(?:ute)?s?(?: mark)?\b", r"every \1 min", "on the "),
    Phrasing(r"(?<=[a-z\d] )on the (?=\d?\d?:[0-5]\d)", "every ", "on the "),
    Phrasing(
        rf"^(?:emom:? )?(odd (?:min(?:ute)?s?)?:? .*even.*), (?:for )?({_N}) ?min(?:ute)?s?$",
        r'emom \2 min: "\1"',
        "odd ",
    ),
    # Work and rest.
    Phrasing(
        rf"({SECONDS}) ?(?:hard|all out|sprint|fast) ?[/,] ?({SECONDS}) ?(?:easy|slow|recover)\b",
        r"\1 on / \2 off",
        "easy|slow|recover",
    ),
    Phrasing(
        rf"({_LASTS}) ?(?:hard|all out|sprint|fast) ?[/,] ?({_LASTS}) ?(?:easy|slow|recovery?) ?x ?(\d+)",
        r"\3 x \1 on / \2 off",
        "easy|slow|recover",
        also="x",
    ),
    Phrasing(
        r"(\d) (?:bursts?|efforts?|sprints?) (x|of) (?=\d+ ?(?:s|secs?|seconds?|m|metres?|meters?|yd|yards?)\b)",
        r"\1 \2 ",
        "burst|effort|sprint",
    ),
    Phrasing(r"\((\d+(?: ?- ?\d+)?) ?(?:s|secs?|seconds?)\) ?rest\b", r"rest \1 s", ")rest|) rest"),
    # A pace, which is neither a weight nor a rest.
    Phrasing(
        r"@ ?~?(\d?\d:[0-5]\d(?: ?- ?\d?\d:[0-5]\d)? ?(?:/|per ) ?(?:500 ?m|100 ?m|km|mi|mile|400 ?m)\b)",
        r'"@ \1"',
        "/|per ",
        ":",
    ),
    Phrasing(
        r"@ ?~?(\d+(?: ?- ?\d+)? ?(?:bpm|watts?|w|rpm|spm|km/h|kph|mph)\b)",
        r'"@ \1"',
        "bpm|w|rpm|spm|km/h|kph|mph",
        also="@",
    ),
    # Lighter sets behind heavy ones.
    Phrasing(
        r"(?:drop|reduce|lower|take off) (?:the )?(?:weight |load |bar )?(?:by )?(\d+) ?% ?"
        r",? ?(?:(?:and|then|for|do) )*"
        r"(\d+ ?(?:x|sets of) ?\d+(?: reps)?)(?![\d-])",
        r"back-off \2 -\1%",
        "drop|reduce|lower|take off",
    ),
    Phrasing(r"(\d) supersets? (of|x) (?=\d)", r"\1 sets \2 ", "superset"),
    # What the percentage is of, said twice.
    Phrasing(r"\b(1 ?rm|one[- ]rep max) \((?:1 ?rm|1|one)[- ]?(?:rep max)?\)", r"\1", "("),
    Phrasing(
        r"(?<=\d)( sets?)? ?x ?(?:~ ?|≈ ?|ca\.? |etwa |about |approx\.? )(?=\d)",
        lambda found: f"{found[1] or ''} x ",
        "~|≈|ca|etwa|about|approx",
    ),
    Phrasing(
        r"(?:\b|(?<=\dx))(amrap|max)[- ]?(?:-|minus) ?([1-5])(?![\d.%])(?: reps?)?", r"\1 rir \2", "amrap|max"
    ),
    Phrasing(r"^(.*\b(?:i-?)?y-?t-?(?:w-?)?(?:l-?)?(?: raises?|s)?\b.*\d) each$", r'\1 "each"', "each"),
    # A share of something else than the maximum.
    Phrasing(
        r"(\d ?%) (?=(?:the |your |my )?(?:day'?s |week'?s )?(?:top|heaviest|previous) (?:weight|load)\b)",
        r"\1 of ",
        "%",
    ),
    # The dash of a list, '- Push-ups -20 reps'.
    Phrasing(r"(?<=[a-z]) -(?=\d+(?:-\d+)? ?(?:reps?|secs?|s|min|wdh)\b)", " - ", " -"),
    Phrasing(
        rf"(?:\btempo ?[:=]? ?)?\b{_S} (?:down|lower|lowering|eccentric|ab|raus)\b[ ,/]*(?:(?:and|then) )?"
        rf"(?:{_S} (?:pause|hold|halten)(?: at the bottom)?\b[ ,/]*(?:(?:and|then) )?)?"
        rf"{_S} (?:up|hoch|auf|zurück|concentric)\b",
        lambda found: f"tempo {found[1]}-{found[2] or 0}-{found[3]}",
        "up|hoch|auf|zurück|concentric",
    ),
    Phrasing(
        rf"\btempo ?[:=]? ?(?=\(?{_S} (?:down|eccentric|lowering)\b)", "", "tempo", "down|eccentric|lowering"
    ),
    Phrasing(r"\b(work up to) (?=\d+ ?(?:sets|x) ?(?:of )?\d)", r'"\1" ', "work up to"),
    Phrasing(r"[,;(] ?(?:notes?|cues?|notizen?|hinweise?): ?(?=[a-z])", ", ", "note|cue|notiz|hinweis"),
    Phrasing(r"[,;] ?(?:notes?|cues?|notizen?|hinweise?): ?$", ", ", "note|cue|notiz|hinweis"),
)


def rephrased(text: str) -> str:
    """*text*, a line made plain, with what isn't in quotes put as the notation has it."""
    if _USUAL.fullmatch(text):
        return text
    folded = text.casefold()
    for phrasing in _PHRASINGS:
        if phrasing.may_match(folded):
            parts = _QUOTE.split(text)
            parts[::2] = map(phrasing.put, parts[::2])
            text = "".join(parts)
            folded = text.casefold()
    return text
