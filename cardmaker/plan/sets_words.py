"""The words of the notation for sets: what each phrase means."""

import re
from typing import Final

from cardmaker.plan.scanner import MINUTES_WORDS, SECONDS_WORDS, phrases

COUNT: Final = re.compile(r"(\d{1,6})\s?(?:x|sets? of|sets?)\s?(?=\S)")
TEMPO: Final = re.compile(r"([\dx]{1,2}(?:\s?[-/:]\s?[\dx]{1,2}){2,3}|[\dx]{3,4})(?![\w-])")
BARE_TEMPO: Final = re.compile(r"([\dx]{1,2}(?:-[\dx]{1,2}){2,3}|\d\dx\d(?![.,]\d| ?(?:kg|lb)))(?![\w-])")

AMRAP: Final = phrases({"": "amrap | max | maximum | max reps | as many as possible"})
WORK_UNITS: Final = phrases(
    {
        "s": SECONDS_WORDS,
        "min": MINUTES_WORDS,
        "m": "m",
        "metres": "metre | metres | meter | meters",
        "yd": "yd | yds | yard | yards",
        "reps": "rep | reps",
    }
)
_EACH: Final = ("/", "/ ", "per ", "each ", "a ", "on each ")
SIDES: Final = phrases(
    {
        "side": " | ".join(
            f"{each}{word}" for each in _EACH for word in ("side", "leg", "arm", "foot", "hand")
        ),
        "way": " | ".join(f"{each}{word}" for each in _EACH for word in ("way", "direction")),
    }
)
SEPARATORS: Final = phrases({"@": "@ | at", "/": "/", ",": ", | ; | w/ | with"})
KEYWORDS: Final = phrases(
    {
        "rpe": "rpe",
        "rir": "rir",
        "tempo": "tempo",
        "rest": "rest | rest: | rest of",
        "no rest": "no rest",
        "bodyweight": "bw | bodyweight | body weight | body-weight",
        "band": "band | a band",
        "light band": "light band",
        "medium band": "medium band",
        "heavy band": "heavy band",
    }
)
AIM_UNITS: Final = phrases(
    {
        "%": "% | % 1rm | % of 1rm | %1rm | % max | % of max",
        "rir": "rir",
        "kg": "kg | kgs | kilo | kilos",
        "lb": "lb | lbs | pound | pounds",
        "s": SECONDS_WORDS,
        "min": MINUTES_WORDS,
        "m": "m",
    }
)
REST_AFTER: Final = phrases({"": "rest | of rest"})
HOLD: Final = phrases({"": "hold | holds"})
