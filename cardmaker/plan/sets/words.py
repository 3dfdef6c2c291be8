"""The words of the notation for sets: what each phrase means."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from cardmaker.plan.sets.tokens import plain, tokens

Phrases = dict[tuple[str, ...], str]


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


def phrases(table: Mapping[str, str]) -> Phrases:
    """What each phrase means, token by token, from lists of phrases parted by ' | '; longer phrases first."""
    found = {_tokens(phrase): meaning for meaning, row in table.items() for phrase in row.split(" | ")}
    return longest_first(found)


def _tokens(phrase: str) -> tuple[str, ...]:
    """The texts of a phrase's tokens: its words, if they are plain, as in most of nine hundred, else those of each."""
    if phrase.replace(" ", "").replace("-", "").isalpha():
        spaced = f" {phrase} "
        if not (" x" in spaced or " -" in spaced or "- " in spaced):
            return tuple(phrase.split())
    if any(map(str.isdigit, phrase)):
        return tuple(token.text for token in tokens(plain(phrase)))
    return tuple(text for word in phrase.split() for text in _tokens_of_word(word))


@cache
def _tokens_of_word(word: str) -> tuple[str, ...]:
    """The texts of the tokens of a word that has no digit, which are the same next to any other such word."""
    return (word,) if word.isalpha() and word != "x" else tuple(token.text for token in tokens(plain(word)))


def longest_first(table: Phrases) -> Phrases:
    """The same phrases with longer ones first, as they are looked for."""
    return {phrase: table[phrase] for phrase in sorted(table, key=len, reverse=True)}


UNITS: Final = phrases(
    {
        "reps": "reps | rep | repetitions | repetition | reps. | wdh | wdh. | wiederholungen | wiederholung | whs | wh",
        "s": "s | sec | secs | second | seconds | seg | seg. | segundos | sek | sek. | sekunden | sekunde",
        "min": "min | mins | minute | minutes | min. | minuten",
        "h": "h | hr | hrs | hour | hours",
        "m": "m",
        "metres": "metre | metres | meter | meters | mtr | mtrs",
        "km": "k | km | kms | kilometre | kilometres | kilometer | kilometers",
        "mi": "mi | mile | miles",
        "yd": "yd | yds | yard | yards",
        "ft": "ft | feet | foot",
        "cal": "cal | cals | kcal | calorie | calories",
        "kg": "kg | kgs | kilo | kilos | kilogram | kilograms",
        "lb": "lb | lbs | # | pound | pounds",
        "%": "% | percent | per cent | pct",
        "rir": "rir | reps in reserve | rep in reserve | in reserve | in the tank | in tank | left in tank"
        " | left in the tank"
        " | reps left in the tank | wdh in reserve | wdh. in reserve | wiederholungen in reserve",
        "rpe": "rpe",
        "rm": "rm | rep max | -rep max | rep maximum | repetition maximum | repetitions maximum",
    }
)
NOUNS: Final = phrases(
    {
        "": "steps | breaths | deep breaths | laps | lengths | jumps | throws | circles | rotations | pulses"
        " | swings | strides | touches | taps | contacts | slams | skips | hops | turns | passes | floors"
        " | flights | step | breath"
    }
)
BASES: Final = phrases(
    {
        "1RM": "1rm | 1 rm | of 1rm | of 1 rm | rm | of rm | max | of max | 1 rep max | of 1 rep max"
        " | of your 1 rep max | of your one rep max | of your one-rep max"
        " | of your 1rm | of e1rm | e1rm | of your max | of one rep max | of one-rep max",
        "TM": "tm | of tm | of training max | training max | of your training max",
        "bodyweight": "bw | of bw | bodyweight | of bodyweight | body weight | of body weight | body-weight"
        " | of body-weight | of your bodyweight",
    }
)
_EACH: Final = ("/", "per ", "each ", "a ", "on each ", "ea ", "ea. ", "every ")
SIDES: Final = phrases(
    {
        "side": " | ".join(
            [
                *(
                    f"{each}{word}"
                    for each in _EACH
                    for word in (
                        "side",
                        "leg",
                        "arm",
                        "foot",
                        "hand",
                        "limb",
                        "knee",
                        "hip",
                        "shoulder",
                        "ankle",
                    )
                ),
                "each | ea | ea. | e.s. | e.s | el | p/leg | p/side | p/arm | p/l"
                " | e/s | e/l | e/a | p/s | es | /s | /l | both sides | both legs | both arms"
                " | l/r | r/l | l & r",
                "l and r | left and right | left & right | right and left | left/right | l+r | each l/r"
                " | left + right | right + left | links + rechts | rechts + links | right/left"
                " | on both sides | /lado | c/lado | por lado | cada lado",
                "per s | unilateral | single side | sides | /ea | / each",
                *(
                    f"{each}{word}"
                    for each in ("pro ", "je ", "/")
                    for word in ("seite", "bein", "arm", "fuß", "hand", "knie")
                ),
                "jede seite | jedes bein | jeder arm | jeweils pro seite",
                "beidseitig | beidseits | links und rechts | rechts und links | li/re | re/li | links/rechts",
            ]
        ),
        "way": " | ".join(f"{each}{word}" for each in _EACH for word in ("way", "direction"))
        + " | both ways | both directions"
        " | in each direction | in both directions | in each way | forward and back | each dir | /dir"
        " | pro richtung | je richtung | /richtung",
    }
)
ONE_SIDE: Final = phrases(
    {
        side: " | ".join(
            f"{before}{side}{after}"
            for before in ("", "on ", "on the ", "the ")
            for after in (
                " only",
                *(
                    f" {limb}{only}"
                    for limb in (
                        *("side", "leg", "arm", "foot", "hand", "knee"),
                        *("ankle", "hip", "shoulder", "elbow", "wrist", "calf", "heel", "thigh"),
                    )
                    for only in ("", " only")
                ),
                "",
            )
        )
        + german
        for side, german in (
            ("left", " | links | nur links | linke seite | linkes bein | linker arm"),
            ("right", " | rechts | nur rechts | rechte seite | rechtes bein | rechter arm"),
        )
    }
)
ROLES: Final = phrases(
    {
        "warm-up": "warm-up | warm-ups | warmup | warmups | warm up | warm ups | w/u | wu | warm-up sets"
        " | warm up sets | warmup sets | warm-up set | warmup set | warm up set | warming up | feeder | feeders"
        " | feeder set | feeder sets | ramp-up | ramp-up set | ramp-up sets | primer | acclimation set"
        " | aufwärmen | aufwärmsatz | aufwärmsätze",
        "top set": "top set | top sets | topset | top single",
        "back-off": "back-off | backoff | back off | back-offs | backoffs | back-off sets | backoff sets"
        " | back off sets | back-off set | backoff set | back off set | down sets | drop-down sets",
        "": "work | working | ws | work sets | working sets | work set | working set | main sets | main set"
        " | main work | arbeitssatz | arbeitssätze",
    }
)
REPS: Final = phrases({"": "reps | rep | repetitions | wdh | wdh. | wiederholungen"})
MOST: Final = phrases(
    {
        "": "amrap | amap | max | maximum | max reps | max. reps | max rep | maximum reps | as many as possible"
        " | as many reps as possible | as many as you can | max effort | mr | amrap set | amraps | to max | to maximum"
        " | so viele wie möglich | max wdh | max. wdh | max wiederholungen"
    }
)
FAILURE: Final = phrases(
    {
        "": "to failure | till failure | until failure | to fail | to technical failure | to muscular failure"
        " | to fatigue | to exhaustion | failure | f | tf | to f | fail | til failure | to form failure"
        " | to complete failure | bis versagen | bis zum versagen | bis muskelversagen | bis zum muskelversagen"
        " | bis zur erschöpfung"
    }
)
TECHNIQUES: Final = phrases(
    {
        "rest-pause": "rp | rest-pause | rest pause | restpause | rest-pause set | rest-pause sets | rest pause sets",
        "myo-reps": "myo-reps | myo reps | myoreps | myo | myo-rep | myo rep | myoreps sets | myo sets"
        " | myo-rep sets",
        "cluster": "cluster | clusters | cluster set | cluster sets | clustered",
        "drop set": "drop set | drop sets | drop-set | drop-sets | dropset | dropsets | ds | strip set"
        " | strip sets | drop | drops | double drop set | triple drop set | double dropset | triple dropset"
        " | double drop | triple drop",
    }
)
LAST: Final = phrases(
    {
        "": "last set | final set | last | on last set | on the last set | on the last | last set is | last set:"
        " | on last"
        " | final set is a | last set is a | last set as a | final set as a"
        " | last one | the last set | last set as | final set is"
        " | letzter satz | im letzten satz | beim letzten satz"
    }
)
REST: Final = phrases(
    {
        "": "rest | rest: | rest of | r | r: | rest = | r = | resting | rest for | rest about | rest ~ | rests of"
        " | rest is | rest period | rest time | rest - | rest periods | ri | rest interval | rest up to"
        " | rest between sets | rest between sets:"
    }
)
REST_AFTER: Final = phrases(
    {
        "": "rest | of rest | off | between sets | between | in between | rest between sets | rest between"
        " | rest in between | of rest between sets | pause between sets | recovery | break"
        " | rest after each set | break between sets | rest between each set | between each set | rest periods"
        " | rest period | breaks | rest each set | rests | rest/set | rest per set | rest after each"
        " | between rounds | rest between rounds | b/w sets | b/w | transition | transitions | changeover"
        " | pause dazwischen | pause zwischen den sätzen | pause zwischen sätzen"
    }
)
BETWEEN: Final = phrases(
    {
        "": "between sets | between each set | in between | between | after each set | after each | per set"
        " | between rounds | after each round | b/t | btw | b/w | b/w sets | zwischen den sätzen"
    }
)
TEMPO: Final = phrases({"": "tempo | tempo: | t: | tempo of | at tempo | tempo = | t | @ tempo | tut | tut:"})
ECCENTRIC: Final = phrases(
    {
        "": "down | eccentric | eccentrics | negative | negatives | lowering | on the way down | neg | lower"
        " | descent | eccentric phase | lowering phase | on the descent | on the eccentric | on the negative"
    }
)
HOLD: Final = phrases(
    {
        "": "hold | holds | held | iso | isometric | iso hold | iso holds | isometric hold | isometric holds | halten"
        " | haltezeit | gehalten"
    }
)
HOLD_FIRST: Final = phrases(
    {
        "": "hold | hold for | hold each | hold each for | holding | hold it | hold each rep | each held | held"
        " | held for | hold: | holding for | hold each rep for | halten | halten:"
    }
)
TIMES: Final = phrases(
    {
        "day": "everyday | times everyday | x everyday | time a day | time per day | time daily | time each day"
        " | a day | per day | /day | daily | each day | every day | / day | / d | times a day | times per day"
        " | times daily | x daily | x a day | x per day | x /day | x / day | times/day | times each day | x day"
        " | x each day | times a d"
        " | sessions a day | sessions per day | sessions/day | am tag | pro tag | täglich | x täglich | mal am tag"
        " | mal täglich | mal pro tag"
        " | x / d | x /d | /d | tgl | tgl. | x tgl | x tgl. | x tägl | x tägl."
        " | x am tag | x pro tag",
        "week": "time a week | time per week | time weekly | wöchentlich | x wöchentlich | mal wöchentlich"
        " | a week | per week | /week | weekly | each week | / week | / wk | a wk | times a week"
        " | times per week | times weekly | x a week | x per week | x /week | x weekly | x /wk | x / wk"
        " | times/week | times each week | x week | x wk | days a week | days per week | days/week"
        " | days / week | x each week | sessions a week | sessions per week"
        " | pro woche | mal pro woche | x pro woche | x die woche | mal die woche | in der woche",
    }
)
_OFTEN: Final = {"1": "once", "2": "twice", "3": "three times", "4": "four times", "5": "five times"}
_EVER: Final = {
    "day": ("a day", "per day", "daily", "each day", "every day", "/ day", "/day"),
    "week": ("a week", "per week", "weekly", "each week", "every week", "/ week", "/week"),
}
TIMES_ALONE: Final = phrases(
    {
        **{
            f"{count} {ever}": " | ".join(f"{often} {one}" for one in phrased)
            for count, often in _OFTEN.items()
            for ever, phrased in _EVER.items()
        },
        "1  day": "/day | / day | daily | tägl | tägl. | qd | q.d. | every day | each day",
        "2  day": "bid | b.i.d. | b.i.d | morning and evening | am and pm | am & pm",
        "3  day": "thrice daily | tid | t.i.d. | t.i.d",
        "4  day": "qid | q.i.d.",
        "1  week": "weekly",
    }
)
UP_TO: Final = phrases(
    {
        "": "ramp to | ramp up to | work to | work up to | build to | build up to | go to | go up to | ramp"
        " | ramp up | work up | find | build | establish | hit | test | up to | to | to a | for | for a"
        " | attempt | max out to | to find | to establish | to build to | to build up to | to work up to | to hit"
    }
)
NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"fifteen": 15, "twenty": 20, "thirty": 30}
SINGLES: Final = {"single": 1, "double": 2, "triple": 3}
MANY_SINGLES: Final = {f"{name}s": reps for name, reps in SINGLES.items()}
