"""What coaches call an effort or a kind of run → the effort that is meant."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.runs.efforts import Effort, hardest_of

Sort = Literal["name", "adjective", "kind"]


class Phrase(NamedTuple):
    """What a phrase says: the effort, and how firmly.

    A 'name' is an effort; an 'adjective' colours another ('easy jog'); a 'kind' of run has an effort of its own
    only where no other is given ('uphill @ 5k'). *ours* marks the words that we use for the effort ourselves.
    """

    effort: Effort
    sort: Sort
    ours: bool


_OURS: Final[Mapping[Effort, str]] = {
    "rest": "rest | resting | stand | standing | standing still | pause | recover | stand still",
    "walk": "walk | walks | walking",
    "jog": "jog | jogs | jogging | jg | j",
    "recovery": "recovery | recoveries | rec | recov | recs",
    "long": "long | long run | lr",
    "marathon": (
        "marathon | mp | marathon pace | m pace | m-pace | goal marathon pace | marathon goal pace | gmp "
        "| marathon race pace | rmp | full marathon pace"
    ),
    "half": (
        "half | half marathon | half-marathon | hm | hmp | half pace | half marathon pace | half-marathon "
        "pace | hm pace | goal half marathon pace | half marathon goal pace"
    ),
    "tempo": "tempo | comfortably hard",
    "threshold": "threshold | lt | lactate threshold | lactate | t pace | t-pace | lthr pace | thr | ltp",
    "mile": "mile | 1 mile | one mile | mile pace | mile effort | mile race pace",
    "interval": "interval | i pace | i-pace | interval pace",
    "repetition": "repetition | r pace | r-pace | rep pace | repetition pace",
    "strides": "strides | stride | strideouts | stride-outs | stride outs | striders | str | strds",
    "race": "race | racing | race pace | goal pace | goal race pace | race effort | rp | grp",
}
_OURS_ADJECTIVES: Final[Mapping[Effort, str]] = {
    "easy": "easy | relaxed | gentle | slow | slowly | easily",
    "steady": "steady",
    "fast": "fast | hard | quick",
}
_THEIRS: Final[Mapping[Effort, str]] = {
    "rest": (
        "full recovery | full rec | full recov | complete rest | full rest | passive rest | passive recovery | passive "
        "| standing rest | standing recovery | static rest | pauses"
    ),
    "walk": (
        "hike | hiking | power hike | power-hike | walk back | walking back | walk down | walk-back | walk "
        "up | walk downhill "
        "| walk back down | wb"
    ),
    "jog": (
        "easy down | easy jog down | jog easy down | jog downhill | easy downhill | run down easy | "
        "down easy | easy back down | back down | descent easy | easy descent | recover down | float down | "
        "jog back down | jb | "
        "float | floats | float recovery | jog down | jog back | jogging back | jog-back | jog up | "
        "shuffle | trot | active recovery | active rest | jog rest | jog/walk | walk/jog | walk or jog | "
        "jog or walk | jog recovery | jog interval | jog intervals | jog-down | jog-down recovery | "
        "jog-back recovery | walk-back recovery | walk jog | jog walk | walking/jogging"
    ),
    "recovery": (
        "off | regeneration | regen | recovery run | recovery jog | ri | rest interval | rest intervals | "
        "recovery interval | recovery intervals | recoup"
    ),
    "easy": (
        "general aerobic | gen-aerobic | general-aerobic | ga | aerobic | endurance | shakeout | shake-out | "
        "shake out | base | maintenance | conversational | very easy | super easy | easy aerobic | "
        "foundation | easy pace | e pace | e-pace | run/walk | walk/run | run-walk | walk-run | run walk | "
        "walk run | run / walk | "
        "walk / run | hike-run | hike/run | run/hike | hike / run | run-hike | basic endurance | aerobic "
        "base | aerobic endurance | conversation pace | conversational pace | talking pace | chatty | "
        "loosener | flush | very slow | all easy | easy-moderate | easy to moderate | very gentle | ez | "
        "nice and easy | base run | base miles | recovery pace | comfortable pace | comfortable | steady "
        "easy | ga1 | active recovery run | maf | lsd run | jog/run | gen. aerobic | gen aerobic | gen. aer. | plod | "
        "ga 1 | foundation run | endurance run | easy endurance | basic aerobic | easy-peasy | "
        "jogging/running | running/jogging | easy-mod | easy to mod | easy/moderate | er"
    ),
    "long": (
        "medium-long | medium long | mlr | lsd | midweek long | mid-long | mid long | long slow distance "
        "| semi-long | semi long | medium-long run | medium long run | l pace | long steady distance | "
        "ml | med-long | med long | med-long run | med long run | lsr | long run "
        "pace | slr | lrp"
    ),
    "steady": (
        "moderate | mod | steady state | steady-state | ss | medium | up-tempo | uptempo | aerobic "
        "threshold | high aerobic | strong aerobic | moderate pace | steady pace | sub-tempo | medium "
        "effort | sub tempo | long run pace + | moderate effort | moderate-hard | fast finish aerobic | "
        "aet | ga2 | ironman pace | 50k pace | steady effort | race pace minus | mod-hard "
        "| moderate to hard | mod to hard | lt1 | vt1 | lt1 pace | vt1 pace | ssp"
    ),
    "marathon": (
        "marathon effort | goal marathon | marathon-pace | mpace | pmp | planned marathon pace | mgp | mrp | "
        "goal mp | target marathon pace"
    ),
    "half": (
        "half marathon effort | half effort | hm effort | half-marathon-pace | 21k pace | 20k pace | "
        "half-effort | ghmp | hmgp | hmrp | goal hmp | 1/2 marathon pace | 1/2 marathon "
        "| target half marathon pace | target half-marathon pace | target hmp | mp/hmp | mp-hmp | mp to hmp "
        "| mp/hmp pace | mp/hmp effort | mp-hmp pace | mp/hm | mp/hm pace | hmp/mp"
    ),
    "tempo": (
        "cruise | tempo pace | tempo effort | comfortably-hard | sst | sweet spot | sweet-spot | sweetspot"
    ),
    "threshold": (
        "cruise intervals | cruise interval | sub-threshold | sub threshold | sub-t | sub lt | sub-lt "
        "| lt interval | lt intervals | threshold interval | threshold intervals "
        "| anaerobic threshold "
        "| 15k pace | 10 mile pace | 10-mile pace | 10 mi pace | 12k pace | hour pace | 1-hour "
        "pace | threshold pace | threshold effort | tempo/threshold | one-hour pace | thresh | 15k effort | 10 "
        "mile effort | ltp pace | 10-mile race pace | 10 mile race pace | 10 mi race "
        "pace | 10 mi effort | 10m pace | 10m effort | 10m race pace | 15k race pace | threshold/tempo "
        "| lt pace | 60-minute pace | cvt | lt tempo | tempo lt | lt2 | vt2 | lt2 pace | vt2 pace | critical power | cp"
    ),
    "10k": (
        "cv | critical velocity | cv pace | cvp | 8k pace | 8k effort | 5 mile pace | 5-mile pace | 8k race pace"
    ),
    "3k": (
        "2 mile pace | 2-mile pace | 2 mi pace | 3200 pace | 2k pace | 3000 pace | 3000m pace | 3000 m "
        "pace | 2-mile race pace | 2 mile effort | vvo2max pace"
    ),
    "mile": (
        "1500 pace | 1500m pace | 1500 m pace | 1600 pace | 1.5k pace | 1500 effort | 1500m race pace | "
        "1500-mile pace | 1 mile pace | mile-pace | one-mile pace"
    ),
    "interval": (
        "vo2max | vo2 max | vo2 | vvo2max | vo2-max | v̇o2max | vo2max pace | vo2 pace | vo2 max pace | "
        "vo₂max | vO₂max | vo₂ max | v̇o₂max | v̇o₂ max | v02max | v02 max | v02 | interval effort "
        "| vvo2 | mas | vma | ip"
    ),
    "repetition": "800 pace | 800m pace | 800 m pace | repetition effort | 800 effort",
    "strides": "sprints/strides | strides/sprints | strides/pickups | pickups/strides | strides/accelerations",
    "race": (
        "race-pace | goal-pace | race simulation | tuneup | tune-up | tune up | tune-up race | tuneup race | "
        "goal race | key race | target race | a race | gp | event pace "
        "| goal effort"
    ),
}
_THEIR_ADJECTIVES: Final[Mapping[Effort, str]] = {
    "easy": "lightly | light | nice easy | super slow",
    "fast": (
        "on | all out | all-out | flat out | max effort | max | sprint | sprinting | sprints | full speed "
        "| near sprint | very hard | very fast | near max | full effort | full out | harder | faster | "
        "quicker | hard effort | maximal | maximum | fast relaxed | fast but relaxed | relaxed fast | fast and relaxed"
        " | fast & relaxed | fast, relaxed"
    ),
    "steady": "brisk | briskly | strong | moderately",
}
_KINDS: Final[Mapping[Effort, str]] = {
    "easy": "trail | trails | off-road | hilly trail | trail run | trail running | c25k",
    "": (
        "prog | prog run | hilly | hills | rolling hills | rolling | undulating | parkrun | park run | progression | "
        "progressive | progression run | progressive run | negative split | negative splits | cut-down | "
        "cutdown | cutdown run | cut-down run | "
        "cut down | gradual acceleration | hill | stairs | fast finish | fast-finish | fast finish long run | "
        "progressively | progressing"
    ),
    "fast": (
        "uphill strong | strong uphill | "
        "uphill | hill sprint | hill sprints | hill repeat | hill repeats | hill rep | hill reps | hill "
        "bounds | hill strides | hill charges | short hills | long hills | steep hill | steep hills | "
        "steep uphill | up hill | surge | surges | pick-up | pick-ups | pickup | pickups | pick ups | "
        "accelerations | acceleration | build-ups | buildups | build ups | hill climbs | hill intervals | "
        "hill bursts | bursts | stair sprints | flying sprints | relaxed sprints | yasso | downhill | hill runs | hill "
        "springs | tempo changes | pace changes | "
        "climbs | hill accelerations | long intervals | short intervals | long reps | short reps | "
        "long repeats | short repeats"
    ),
    "tempo": "fartlek | fartleks | fartlek run | speed play | speedplay | kenyan hills",
    "race": "time trial | tt | time-trial | test | time trial effort",
}
REPEATABLE: Final = frozenset(
    " | ".join(
        (_OURS["strides"], _KINDS["fast"], "hills | hill | stairs | sprints | sprint | intervals | strides")
    ).split(" | ")
)
"""What may be counted without an amount: '6 strides', '8 hill repeats'."""

LETTERS: Final[Mapping[str, Effort]] = {
    "E": "easy", "L": "long", "M": "marathon", "T": "threshold", "I": "interval", "H": "fast", "R": "repetition",
}  # fmt: skip
"""The letters of a well-known system of paces, capitals only."""

ZONES: Final[tuple[Effort, ...]] = ("easy", "easy", "tempo", "threshold", "interval", "fast", "fast")
"""What zones 1 to 7 are likest to; only bars and totals by effort are drawn from it."""

_RACES: Final[Mapping[str, Effort]] = {
    "1.5": "mile", "2": "3k", "3": "3k", "5": "5k", "8": "10k", "10": "10k", "12": "threshold", "15": "threshold",
    "20": "half", "21": "half", "25": "half",
}  # fmt: skip
"""Paces of races by their kilometres; those that aren't efforts of their own count as the nearest."""


def _table() -> dict[str, Phrase]:
    table: dict[str, Phrase] = {}
    for rows, sort, ours in (
        (_KINDS, "kind", False),
        (_THEIR_ADJECTIVES, "adjective", False),
        (_THEIRS, "name", False),
        (_OURS_ADJECTIVES, "adjective", True),
        (_OURS, "name", True),
    ):
        for effort, row in rows.items():
            table |= dict.fromkeys(row.split(" | "), Phrase(effort, sort, ours))  # type: ignore[arg-type]
    return table


PHRASES: Final = _table()
_RACE_PACE: Final = Pattern(
    r"(1\.5|2|3|5|8|10|12|15|20|21|25)[ -]?k(?:m)?p?"
    r"(?:(?: ?- ?|/| to )(?:\d{1,2} ?k(?:m)?|mile|half(?: marathon)?|marathon|hmp?|mp))?"
    r"(?: (?:goal |race |target )*(?:pace|effort|speed)|-pace|-effort| rp|g?p| gp)?",
    "",
    re.UNICODE,
)
_TRACK_PACE: Final = Pattern(
    r"(\d+) ?m?(?:etres?|eters?)? (?:race )?(?:pace|effort|speed)", "pace|effort|speed", re.UNICODE
)
_TO_RACE_PACE: Final = Pattern(
    r"(mile|hmp?|half|half marathon|mp|marathon)(?: ?- ?|/| to )(3|5|8|10|15) ?k(?:m)?"
    r"(?: (?:goal |race )?(?:pace|effort)| rp)",
    "pace|effort|rp",
    re.UNICODE,
)
_TRACK: Final[Mapping[str, Effort]] = {
    "400": "repetition", "600": "repetition", "800": "repetition", "1000": "repetition", "1500": "mile",
    "1600": "mile", "3000": "3k", "3200": "3k", "5000": "5k", "10000": "10k",
}  # fmt: skip
"""Paces of races on the track by their metres."""


def phrase_of(text: str) -> Phrase | None:
    """What a phrase in lower case says; None if it isn't one."""
    if found := PHRASES.get(text):
        return found
    if zone := _ZONE.fullmatch(text):
        return Phrase(ZONES[int(zone[1]) - 1], "kind", False)
    if (track := _TRACK_PACE.fullmatch(text)) and track[1] in _TRACK:
        return Phrase(_TRACK[track[1]], "name", False)
    if second := _TO_RACE_PACE.fullmatch(text):
        first = PHRASES[second[1]]
        return Phrase(hardest_of((first.effort, _RACES[second[2]])), "name", False)
    if race := _RACE_PACE.fullmatch(text):
        ours = race[1] in ("3", "5", "10") and not re.search(r"-(?!pace|effort)|/| to ", text)
        return Phrase(_RACES[race[1]], "name", ours)
    return None


_ZONE: Final = Pattern(
    r"(?:hr |heart rate )?(?:z|zones?) ?([1-7])[abc]?(?:(?: ?- ?|/| to )z?[1-7][abc]?(?! ?(?:x|'|min)))?(?: hr)?",
    "z",
    re.UNICODE,
)
