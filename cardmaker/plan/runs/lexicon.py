"""The words around efforts and amounts → what they do in a run: part, join, place, or say nothing."""

from typing import Final

WORDS: Final[dict[str, str]] = {}
"""The kind of token that a phrase in lower case makes."""

_TABLE: Final = {
    "role wu": "wu | w/up | w/u | w-u | warmup | warm-up | warm up | warming up | warm ups | warm-ups | wup | "
    "w-up | w up | warmups | wm up",
    "role cd": (
        "cd | w/down | c/d | c-d | cooldown | cool-down | cool down | warm-down | warm down | warmdown | cooling "
        "down | wd | w/d | c/dwn | c/down | w/dwn | cdwn | c-dwn "
        "| cdown | c-down | c down | w-down | w down | cdn | cooldowns | cool-downs"
    ),
    "role both": "wu cd | w/u c/d | wucd | cool-down and warm-up | cool down and warm up | warm and cool down",
    "with": (
        "w/ | with | w | w. | including | incl | incl. | include | includes | inc | inc. | containing | "
        "contains | of which | in which | featuring | to include | made up of | consisting of | consists "
        "of | as | broken into | all w/ | all with | all off | each off | each w/ | each with"
    ),
    "last": (
        "last | final | the last | the final | finish | finishing | finish with | finishing with | end "
        "with | ending with | finish last | finishing the last | with the last | w/ last | with last | "
        "with final | with the final | w/ final | w/ the last | finish at | finishing at | finish the "
        "last | run the last | run last | ending in | finish up with | finished with | finish in | ending "
        "at | end in | then last | then final | then the last | and last | and finish with | and the last "
        "| and final | of which the last | of which last | including the last | incl. "
        "the last | do the last | make the last | to finish | w/ the final"
    ),
    "first": (
        "first | the first | with the first | w/ first | start with | starting with | with first | begin "
        "with | beginning with"
    ),
    "middle": "middle | the middle | with the middle | in the middle | w/ middle | with middle",
    "then": (
        "then | and then | followed by | before | next | after that | into | finally | → | -> | => | "
        "afterwards | straight into | leading into | go into | followed with"
    ),
    "and": "and | plus | & | along with",
    "or": "or | alternatively",
    "filler": (
        "run | running | runs | pace | effort | of | the | reps | rep | each | a | an | at | per rep | "
        "total | in total | in all | for | about | approx | approx. | approximately | around | ca | ca. | "
        "circa | ~ | ≈ | c. | do | altogether | your | repeats | repetitions | race-day | speed work | "
        "speedwork | pace run | at the | from | between reps | between each | between | in between | "
        "between repeats | after each | after every | btw | btwn | b/w | b/t | between each rep | per | between "
        "intervals | after each rep | in-between | between efforts | run at | run @ | bw | distance | "
        "duration | time | then run | jaunt | continuous | after | worth | long each | ran | intervals | "
        "interval session | were run at | was run at | be run at "
        "| repeats at | worth of | efforts | session | workout | main set | ms | main | "
        "roughly | effort level | intensity | @"
    ),
    "sets": (
        "between sets | between set | between series | between rounds | set rest | set recovery | after "
        "each set | between each set | set break | per set | betw. sets | betw sets | between blocks | "
        "after each round | btw sets | b/w sets | b/t sets | bw sets | btwn sets | in between sets | "
        "between the sets | between the 2 sets | between both sets"
    ),
    "equal": (
        "equal | same | equivalent | equal time | equal distance | same time | same distance | equal-time "
        "| 1:1"
    ),
    "portion": (
        "half time | half the time | half-time | half distance | half the distance | half of the time | "
        "half the rep | half the interval | double time | 90% | 50% | twice the time"
    ),
    "alternate": "alternate | alt | alt. | alternating | alternately | alternating between",
    "every": "every",
    "minutes each": "min each | minutes each",
    "optional": "optional | (optional) | if you like | if you feel like it",
    "other": (
        "x-train | x-training | x train | mtb | mountain bike | mountain biking | core | cross "
        "| core work | yoga | strength | ct | gym | weights | stretching | stretch | drills | form drills "
        "| mobility | bike | cycle | cycling | swim | swimming | xt | cross-train | cross-training | "
        "cross training | cross train | row | rowing | plyos | plyometrics | foam rolling | foam roll | "
        "elliptical | pilates | lifting | circuits | spin | strength training | stretches | core strength "
        "| core exercises | s&c | conditioning | ride | aqua jog | aqua jogging | pool run | pool running "
        "| stationary bike | weight training | lift | strides and drills | strength work | running drills "
        "| bodyweight | calisthenics | aqua-jogging | water running | turbo | ski erg | nordic ski | "
        "dynamic stretching | foam-rolling | hip mobility | biking | exercise bike | skiing | stairmaster "
        "| arc trainer | sauna | massage | erg | rowing machine | trainer | indoor trainer | pool | spinning | zwift "
        "| kayak | paddle | xc ski | roller ski | rollerski"
    ),
    "word": (
        "pre race | pre-race | post race | post-race | race week | race eve | before race | race prep | race day prep "
        "| before the race | after the race | after race | after a race | time on feet | time on your feet"
    ),
    "am": "am | a.m. | morning | a.m | am run | morning run",
    "pm": "pm | p.m. | evening | p.m | pm run | evening run | afternoon | afternoon run",
}
for _kind, _row in _TABLE.items():
    WORDS.update(dict.fromkeys(_row.split(" | "), _kind))
_UPS: Final = ("wu", "w/u", "warmup", "warm-up", "warm up", "warm-ups", "warm ups")
_DOWNS: Final = ("cd", "c/d", "cooldown", "cool-down", "cool down", "cool-downs", "cool downs", "warm down")
for _joint in ("/", " / ", " + ", "+", " & ", " and ", ", ", " plus "):
    WORDS.update({f"{_up}{_joint}{_down}": "role both" for _up in _UPS for _down in _DOWNS})

BETWEEN: Final = frozenset(
    (
        "between reps",
        "between each",
        "between",
        "in between",
        "between repeats",
        "after each",
        "after every",
        "btw",
        "btwn",
        "b/w",
        "b/t",
        "between each rep",
        "between intervals",
        "after each rep",
        "in-between",
        "between efforts",
        "bw",
    )
)
"""What says that a stretch comes after each of the repeats before it."""

BETWEEN_ALL: Final = frozenset(("between reps", "between repeats", "between intervals", "between efforts"))
"""What says so of the repeats of all lists before it."""

VERBS: Final = frozenset(("run", "walk", "jog", "hike", "running", "walking", "jogging", "hiking"))
"""What may come before an amount, one amount after the other: 'run 5 min walk 1 min'."""

TRAINING: Final = frozenset(
    (
        "strength",
        "core",
        "drills",
        "form drills",
        "conditioning",
        "cross",
        "circuits",
        "lift",
        "stretch",
        "strides and drills",
        "running drills",
        "mobility",
    )
)
"""Names of what isn't run that runs may be named by, too: 'strength 6 x 1 mi', 'cross-country'."""

LEADS_NAME: Final = frozenset(
    ("the", "a", "an", "in", "on", "not", "no", "after", "to", "your", "this", "of", "like", "for", "my", "our",
     "into", "if", "or", "before", "from", "by", "near", "without", "avoid", "around", "along", "any")
)  # fmt: skip
"""After these a word is part of a phrase of its own, 'in the hills', and says no effort."""

OF: Final = {
    "LTHR": "lthr | lt hr | threshold hr | threshold heart rate | of lthr | lactate threshold heart rate",
    "HRmax": (
        "hrmax | hr max | max hr | mhr | maxhr | max heart rate | maximum heart rate | max. hr | hr-max | "
        "maximum hr | max hr. | hfmax | hr(max) | of max hr | mhr max"
    ),
    "HRR": "hrr | heart rate reserve | hr reserve | whr | working heart rate",
    "HR": "hr | heart rate",
    "VO2max": "vo2max | vo2 max | vo2-max | vvo2max | vo2",
    "FTP": "ftp pace | ftp | rftp | rftpace | cp | critical power | functional threshold | ftpace",
    "MAS": "mas | vma",
    "threshold": "threshold pace | threshold | lt | lt pace | t pace | threshold speed",
    "marathon": "marathon pace | mp | goal marathon pace | gmp | marathon speed | m pace | marathon",
    "half": "half marathon pace | hmp | half-marathon pace | half pace | half marathon | hm pace | half",
    "10k": "10k pace | 10k | 10k speed | 10 k | 10k race pace",
    "5k": "5k pace | 5k | 5k speed | 5 k | 5k race pace",
    "3k": "3k pace | 3k | 3 k",
    "mile": "mile pace | mile | mile race pace",
    "race": "race pace | goal pace | rp | race effort | goal race pace | race speed",
    "tempo": "tempo pace | tempo",
    "effort": (
        "effort | max effort | max | intensity | maximum | speed | max speed | full effort | maximal | "
        "perceived effort"
    ),
}
OF_WORDS: Final = {word: meaning for meaning, row in OF.items() for word in row.split(" | ")}
