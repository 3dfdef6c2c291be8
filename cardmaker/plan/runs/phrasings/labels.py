"""Words that lead to a run or label its figures: 'Complete 12 min', 'Distance: 8 mi', 'Workout 2: …'."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.runs.phrasings.pieces import AMOUNT, FAR, HOW_MUCH, LONG, PACE, RANGE, TURN, N

LABELS: Final = (
    # '45 min threshold run - 3 x 10 min @ 10k': what is in it
    Phrasing(
        rf"^({HOW_MUCH}) ((?:threshold|tempo|interval|speed|hill|track|vo2 ?max)s? (?:run|session|workout)) ?(?:-+|:) ?"
        r"(?=\d{1,2} ?x ?\d)(?!.*stride)",
        r"\2: \1 with ",
        "run|session|workout",
        "-|:",
    ),
    # 'with 20 min at tempo (6:45)', '@ 5k ("interval") pace', 'then finish with 2 x 400 m'
    Phrasing(
        rf"({N}[- ]min\w* (?:at |@ )?(?:tempo|threshold|steady|easy|[gh]?mp|lt|(?:half )?marathon)(?: pace| effort)?)"
        r" \((\d{1,2}:[0-5]\d(?: ?- ?\d{1,2}:[0-5]\d)?)\)",
        r"\1 @ \2",
        ":",
    ),
    Phrasing(r"((?:@|\bat) ?\d{1,2} ?k) \(?\"([a-z]+)\"\)? pace\b", r"\1 pace “\2 pace”", '"'),
    Phrasing(r"[,;.] (?:finish|end) (?:the |your )?run with (?=\d)", " finishing with ", "run with"),
    Phrasing(r"[,;.]? (?:and |then )+finish(?:ing)? (?:with |w/ ?)(?=\d[\d -]*x ?\d)", " then ", "finish"),
    # '14 mi GA - target 7:40-7:50', '5 mi - recovery pace: 8:40-8:50'
    Phrasing(
        r"(?<=[a-z)])(?: ?[-,;:])? ?(\()?(?:(recovery|easy|long|steady|tempo) pace:?|target(?: pace)?:?|aim(?: for)?:?)"
        r" ((?:[3-9]|1\d):[0-5]\d ?- ?(?:[3-9]|1\d):[0-5]\d)(?: pace)?(?(1)\))(?= ?(?:$|[,;/)]))",
        lambda found: f"{' ' + found[2] if found[2] else ''} @ {found[3]}",
        "pace|target|aim",
        ":",
    ),
    # '‘tempo’ run', '18 "miles"', '(miles)', 'Race half marathon', 'Long, slow 10 mi run', 'timed'
    Phrasing(
        r"(?<![\w'])'(easy|steady|tempo|threshold|hard|fast|brisk|marathon pace|race pace|recovery|long|float)'"
        r"(?!\w)",
        r"\1",
        "'",
    ),
    Phrasing(
        r"^((?:easy|recovery|long|base)\b[^()]*)\(([^()]*\bslower than\b[^()]*)\)",
        r"\1“\2”",
        "slower than",
    ),
    # 'last 2 mi faster than MP'
    Phrasing(
        rf"(\d ?(?:{FAR}|min\w*|m))(?: run)?(?: at)? ((?:a bit |slightly |just |a little )?"
        rf"(?:faster|slower|quicker) than (?:your |the )?({PACE}))\b(?! ?[-+])",
        r"\1 @ \3 “\2”",
        "er than",
    ),
    # '(:45-2:00 slower than MP)'
    Phrasing(
        r"(?<!\d)(\d?):([0-5]\d) ?- ?(\d?):([0-5]\d)(?= (?:(?:per|a) (?:mile|km) )?(?:slower|faster) than)",
        lambda found: (
            f"{60 * int(found[1] or 0) + int(found[2])}-{60 * int(found[3] or 0) + int(found[4])} s"
        ),
        "er than",
    ),
    Phrasing(r"\((am|pm)\)", r"\1", "(am)|(pm)"),
    Phrasing(r"(?<=[a-z])\.(?=\))", "", ".)"),
    Phrasing(r"(?<=\d)( ?(?:m|km|k|mi)) à (?=\d{1,2}:[0-5]\d)", r"\1 @ ", "à"),
    Phrasing(
        r"\bv(?:\. ?| )(?=(?:easy|slow|gentle|relaxed)\b)", "very ", "v. |v e|v s|v g|v r|v.e|v.s|v.g|v.r"
    ),
    Phrasing(r"\b(?:an )?off[- ]day\b", "rest", "off day|off-day"),
    Phrasing(r"(?<=\d) ?per ?cent\b", "%", "percent|per cent"),
    Phrasing(r"\blong, (?:and )?(?=slow run\b)", "long ", "long,"),
    Phrasing(r"\blongruns?\b", "long run", "longrun"),
    Phrasing(r"(?-i:\bAnT\b)", "threshold", "ant"),
    Phrasing(r"\b(?:target )?(?:event day|event|race[- ]day) pace\b", "race pace", "event|day pace"),
    Phrasing(r",? (?:and )?finish(?:ing|ed)? w/ ?(?=\d)", " finishing with ", "finish"),
    Phrasing(
        r"\((?:~|about )?(\d{1,2}:\d\d ?/ ?(?:km|mi))(?: pace)? with ([^()]*?)(?: between)?\)",
        r"@ \1 w/ \2",
        "pace with|km with|mi with",
    ),
    Phrasing(rf"^({RANGE} ?{FAR})(?: ?[-:,])? (?:of )?(?:INT|intervals?)$", r"\1 “intervals”", "int"),
    Phrasing(r"(?<![\w.])(\d)m([0-5]\d)s\b", r"\1 min \2 s", "0s|1s|2s|3s|4s|5s|6s|7s|8s|9s"),
    Phrasing(r"(?<![\w.])(\d(?:\.\d+)?) ?- to (\d(?:\.\d+)?)-(?:hr|hour)\b\.?", r"\1-\2 h", "- to "),
    Phrasing(
        r"(?<![\d.])(\d+(?:\.\d+)?) ?min \((\d+) ?s(?:ec)?\)",
        lambda found: (
            f"{found[1]} min “({found[2]} s)”" if 60 * float(found[1]) == int(found[2]) else found[0]
        ),
        "s)|sec)",
    ),
    Phrasing(r"\baveraging (?:a |about )?(?=\d{1,2}:\d\d\b)", "@ ", "averaging"),
    Phrasing(r'(?<=\d )"([a-z]+)"', r"\1", '"'),
    Phrasing(r"(?-i:(\d ?)M) ?\(mi(?:les?)?\)", r"\1mi", "(mi"),
    Phrasing(
        r"^race (?:a )?((?:half[- ])?marathon|5 ?k|10 ?k)(?=$|[.,;])",
        r"\1 race",
        "race half|race a|race m|race 5|race 1",
    ),
    Phrasing(
        rf"^long(?:, | and |, and )(slow|easy|steady|relaxed),? ({RANGE} ?{FAR}) run\b",
        r"\2 long run, \1",
        "long,|long and",
    ),
    Phrasing(r"^((?:half[- ])?marathon(?: race)?|hm)[.!] ([^\d“]*)$", r"\1 “\2”", "n. |n! |e. |e! |m. |m! "),
    Phrasing(
        r",? \b(timed|against the clock),? (?=w/|with)|, (timed|against the clock)(?=$|[.;])",
        r" “\1\2” ",
        "timed|clock",
    ),
    Phrasing(
        r"(?:(?<=^)|(?<=[.!?,;] ))I (?=(?:plan|will|want|am|was|did|ran|had|have|felt|think|can|could|do|like)\b)",
        "“I” ",
        "i plan|i will|i wa|i am|i did|i ran|i ha|i felt|i think|i c|i do|i like",
    ),
    Phrasing(
        r"^(fartlek|pyramid|ladder)(?: run)? (?:with|w/|of) (?=\d+(?:(?: ?- ?|, ?)\d+){2,} ?[a-z]+)",
        r"\1 ",
        "fartlek|pyramid|ladder",
    ),
    # '2 mi up, 20 min tempo, 2 mi down': around what is between
    Phrasing(
        rf"^((?:[a-z]+: ?)?{HOW_MUCH}) up(, .*[, ]{HOW_MUCH}) down$", r"\1 warm-up\2 cool-down", " up, "
    ),
    # 'Intervals warm-up 10 min, 4 x 2 min …': its name
    Phrasing(
        r"^((?:interval|tempo|threshold|speed|fartlek|hill)s?(?: (?:session|training|run|workout))?) "
        r"(?=(?:wu|warm[- ]?up) \d)",
        r"\1: ",
        "ls wu|al wu|ls warm|al warm|po wu|po warm|ld wu|ld warm|ed wu|ed warm|ek wu|ek warm|ll wu|ll warm|on wu"
        "|on warm|ng wu|ng warm|un wu|un warm|ut wu|ut warm",
    ),
    # 'easy with the club 45 min'
    Phrasing(
        r"^((?:easy|steady|recovery|long|(?:zone |z)\d)(?: run)?) (with (?:an? |the |my )?[a-z]+(?: [a-z]+)?) "
        rf"({RANGE} ?{LONG})$",
        r"\3 \1 “\2”",
        "with a|with t|with m|with f|with c|with d|with g|with s|with p|with k|with j|with b",
    ),
    # 'Complete 12 min', 'Fit in 6 x 20 s', '60 min, adding in 6 x 20 s strides', '1 long run of an hour'
    Phrasing(r"(?:^|(?<=[.,;] ))(?:complete|perform) (?=\d)", "", "complete|perform"),
    Phrasing(
        r"^(fit in|add in|throw in|(?:finish|end|conclude) (?:the |your )?run with) (?=\d)",
        r"“\1” ",
        "fit in|add in|throw in|run with",
    ),
    Phrasing(
        r"(?<=[\w)]),? (?:and )?(?:add(?:ing)?|throw(?:ing)?|mix(?:ing)?|fit(?:ting)?|includ(?:e|ing)) in (?=\d)",
        " with ",
        "add|throw|mix|fit|includ",
    ),
    Phrasing(
        r"^(?:1|one|an?) ((?:long|easy|steady|recovery|tempo|slow|short|medium)(?: run)?) of (?=\d)",
        r"\1 ",
        " of ",
    ),
    Phrasing(r"\b(an?|the) (easy|slow|gentle|relaxed|light|steady|brisk|final), (?=\d)", r"\1 \2 ", ", "),
    Phrasing(
        rf"\b((?:warm|cool)[- ]?(?:up|down)) with (?:an? )?((?:easy|light|slow|gentle|relaxed) )?({N}[- ]?{LONG})"
        r" (?:of )?((?:(?:easy|light|slow|gentle|relaxed) )?(?:jog|run|walk)(?:ging|ning|ing)?)\b",
        r"\3 \1 \2\4",
        " with ",
    ),
    Phrasing(
        r"\b(?:with|w/) (?=(?:about |approx\.? )?\d+(?: ?(?:-|to) ?\d+)? ?%"
        r"(?! ?(?:rest|recovery|jog|walk|time|of the (?:time|rep))))",
        "@ ",
        "%",
    ),
    Phrasing(
        r"[.,;]? (?:and |then )?(?:finish|end|conclude)(?:ed|d|ing)?(?: up| off)? (?:with|by)(?: an?)? "
        r"(?=[^,;.()]{0,30}\b(?:cool|warm)[- ]?down\b)",
        " / ",
        "finish|end|conclud",
    ),
    Phrasing(
        r"^(?:start|begin)(?:ing)?(?: off)? with(?: an?)? "
        r"(?=[^,;.()]{0,30}\bwarm[- ]?up\b|(?:easy|slow|light|gentle)\b)",
        "",
        "start|begin",
    ),
    Phrasing(r"^([a-z][a-z -]*? \d{3,4}'?s)(?:\.| -) (?=\d)", r"“\1” ", "s. |s -"),
    Phrasing(
        r"\b(\d):([0-5]\d) (?:seconds?|secs?|min\w*)(?: (?:per|a) (?:mile|km))? (slower|faster) than\b",
        lambda found: f"{60 * int(found[1]) + int(found[2])} s {found[3]} than",
        "er than",
    ),
    Phrasing(rf"^(?:run )?\(({RANGE} ?{LONG})\) ?[-:] ?(?=\d)", r"\1: ", "("),
    Phrasing(rf"^({RANGE} ?{LONG}): ?(?=[a-z](?:[^\d]|(?<=zone )\d|(?<=z)\d)*$)", r"\1 ", ":"),
    Phrasing(r"\bwith (?=(?:3|5|10) ?k (?:race )?(?:pace|effort)\b)", "@ ", "with 3|with 5|with 10"),
    Phrasing(r"(?:^|(?<=[ ,;]))(?:distance|duration|length)[:=] ?(?=\d)", "", "distance|duration|length"),
    Phrasing(r"(?<=[a-z0-9)])[,.]? pace[:=] ?(?=\d{1,2}:\d\d)", " @ ", "pace"),
    Phrasing(r"(?<=\d)( ?[a-z]+),? pace: ?(?=[a-z])", r"\1: ", "pace:"),
    Phrasing(r"\b(?:just )?(?:inside|within|under) (?=\d{1,2}:[0-5]\d\b)", "in ", "inside|within|under"),
    Phrasing(
        r"\b(?:interspersed|sprinkled|scattered)(?: in)?(?: between| throughout| within)?\b",
        r"“\g<0>”",
        "interspersed|sprinkled|scattered",
    ),
    Phrasing(
        rf"^(\d{{1,2}}) ((?:all[- ]out|hard|fast|quick|short|relaxed|easy)) (?=\d+[- ]?{LONG}\b)",
        r"\1 x \2 ",
        " all | all-out | hard | fast | quick | short | relaxed | easy ",
    ),
    Phrasing(
        r"^((?:mile|km|k) (?:repeats|reps|intervals)) ?(?::| -) ?(?=\S)",
        r"“\1” ",
        "repeats|reps|intervals",
        "mile |km |k ",
    ),
    Phrasing(
        r"^((?:[a-z]+ )?(?:workout|run|session|day|week|wk|b2b|part|stage|quality|key|sos) #?\d{1,2}) ?(?::| -) (?=\S)",
        r"“\1” ",
        "workout|run|session|day|week|wk|b2b|part|stage|quality|key|sos",
    ),
    Phrasing(
        rf"\((\d{{1,2}}(?:(?:, ?| ?- ?)\d{{1,2}}){{2,}})\) ?({LONG}|')",
        lambda found: f"({re.sub('[ ,-]+', '-', found[1])} {found[2]})",
        "(",
    ),
    Phrasing(
        rf"(^|: )({AMOUNT})[,:]? (\d[^/]*?) ?/ ?(\d[^/]*?),? alternat(?:ing|ely)$",
        r"\1\2 alternating \3 / \4",
        "alternat",
    ),
    Phrasing(r"(\d ?(?:min\w*|')) ?/ ?(tempo|easy|e|fartlek)$", r"\1 \2", "/", "min|'"),
    Phrasing(r"\b(\d{1,2}) ?x ?(\d{3,4}) ?mx ?(\d{3,4}) ?m\b", r"\1 x \2 m w/ \3 m", "mx"),
    Phrasing(rf"(\d(?: ?(?:{FAR}|min\w*|'))? [a-z]+) to finish(?=$|[.,;])", r"\1 “to finish”", "to finish"),
    Phrasing(r"(?<=[a-z]{3}) -(?=\d+(?:\.\d+)? ?(?:x|min|km|mi))", " - ", " -"),
    Phrasing(r"\) (?=\d+ ?(?:m|s|sec|min)\w* (?:jog|walk|rest) between)", "), ", ") "),
    Phrasing(
        r"(\d (?:repetitions|rounds|sets|times)(?: of)?) the following ?[;:,]? ?(?=\d)", r"\1 ", "following"
    ),
    Phrasing(r" ?/ ?(?=with )", " ", "/with|/ with"),
    # '3 x 30 s strides. RI = 1 min jog', '8 x 400 m, rest = 60 s'
    Phrasing(
        r"(?<=[\da-z)])[,;.]? (?:RI|rest intervals?|recovery) ?= ?(?=\d)|(?<=[\da-z)])[,;.] RI:? (?=\d)",
        " w/ ",
        "ri|rest i|recovery",
        "=|. ri|, ri|; ri",
    ),
    Phrasing(rf"(?<=[\da-z)])[,;.]? rest ?= ?({TURN})", r" w/ \1 rest", "rest=|rest ="),
    # '3 x 5 min @ tempo. 2 min easy between.'
    Phrasing(rf"\. (?={TURN} (?:easy|jog|walk|rest|recovery|float)[a-z]* between\.?$)", ", ", "between"),
    Phrasing(r",? separated by (?:an? )?(?=\d|mile)", " w/ ", "separated"),
    Phrasing(r"(?<=w/ )mile(?= (?:rec|rest|jog))", "1 mile", "mile "),
    Phrasing(
        r"\bbetween (?:(?:the )?\d{3,4} ?m?'?s|all (?:the |of the )?(?:reps|repeats|intervals))\b",
        "between reps",
        "between",
    ),
    # '10 x 400 m (12 x for group A)', '6 x 800 m. Or as a fartlek: 3 min on, 2 min off': another choice is only words
    Phrasing(
        r"\((x ?\d{1,2}|\d{1,2} ?x)"
        r" ((?:for|if) [^()]+|[a-z ]*\b(?:group|endurance|advanced|beginners?|runners)\b[a-z ]*)\)",
        r"“\1 \2”",
        "(x|x ",
        " for | if |group|endurance|advanced|beginner|runners",
    ),
    Phrasing(
        r"(?<=[a-z\d)])[.;] (or (?:as |in the form of |do |run |try |\d)[^“”]*)$", r" “\1”", ". or |; or "
    ),
    Phrasing(
        r"@ ?(400|800|1500|1600|3000|3200|5000|10000) ?m?(?= ?(?:$|[),;]))",
        r"@ \1m pace",
        "@400|@800|@1500|@1600|@3000|@3200|@5000|@10000|@ 400|@ 800|@ 1500|@ 1600|@ 3000|@ 3200|@ 5000|@ 10000",
    ),
    Phrasing(r"[;.,] (?:include|including|incl\.?|add) (?=\d)", " with ", "incl|add"),
    Phrasing(r",? incorporating (?=\d)", " with ", "incorporating"),
    Phrasing(
        r",? with an? ((?:fast|strong|quick) finish)[:,] (?=(?:make |run )?(?:the )?last)",
        r", \1, ",
        "finish",
    ),
    Phrasing(
        rf"({RANGE} ?{LONG}[^.,;]*?),? sandwiched (?:between|by) ({RANGE} ?{LONG})(?: of)?"
        r"( (?:easy|relaxed|steady|slow))?"
        r"(?: running| jogging| run| jog)?(?: (?:on|at) (?:either|each) (?:side|end))?",
        r"\2\3 / \1 / \2\3",
        "sandwiched",
    ),
    Phrasing(r",? or,? rest\b\.?$", " or rest", "rest"),
    Phrasing(r"\((?:e\.g\.,?|eg,?|for example[,:]?|such as) ", "“e.g.” (", "(e|(for|(such"),
    Phrasing(r"^([^\d()]*\brun) \+ ([a-z ]+?) \((\d[^()]*)\)$", r"\1 (\3) + \2", "run +"),
)
