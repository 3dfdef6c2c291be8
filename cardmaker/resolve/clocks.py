"""A format against the clock → what a gym card says of it, which score it asks for, and how many rounds to tally."""

from cardmaker.plan.sets import NumberRange, Timing
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.wording import Wording

_MOST_BOXES = 20
"""Rounds that have a box each; of more the reader keeps a tally on a line."""


def clock(words: SetWords, timing: Timing | None) -> str:
    """'EMOM 12 min', 'AMRAP 20 min', '5 rounds for time', 'Tabata, 20 s on, 10 s off'."""
    if timing is None:
        return ""
    say = words.wording.say
    parts = [_head(words, timing)]
    if timing.work_s and timing.rest_s:
        parts.append(say("on_off", on=words.seconds(timing.work_s), off=words.seconds(timing.rest_s)))
    if timing.round_rest_s:
        parts.append(say("rest_between_rounds", rest=words.seconds(timing.round_rest_s)))
    if timing.cap_s:
        parts.append(say("cap", cap=words.seconds(NumberRange(timing.cap_s, timing.cap_s))))
    return ", ".join(filter(None, [*parts, timing.note]))


def _head(words: SetWords, timing: Timing) -> str:
    """The format and how long or how often it goes."""
    say = words.wording.say
    total = words.seconds(NumberRange(timing.total_s, timing.total_s)) if timing.total_s else ""
    rounds = _rounds(words, timing.rounds) if timing.rounds else ""
    match timing.format:
        case "emom" if timing.every_s == 60:
            return f"{say('emom')} {total}".rstrip()
        case "emom":
            every = say("every", every=words.seconds(NumberRange(timing.every_s, timing.every_s)))
            return f"{every} {say('for_total', total=total)}" if total else every
        case "amrap":
            return f"{say('amrap')} {total}".rstrip()
        case "for time":
            return f"{rounds} {say('for_time')}".lstrip()
        case "rounds" if timing.named == "circuit":
            return ", ".join(filter(None, [say("circuit"), rounds]))
        case "intervals" if timing.named == "tabata":
            return say("tabata")
    return rounds


def _rounds(words: SetWords, rounds: NumberRange) -> str:
    if rounds.low != rounds.high:
        return f"{words.span(rounds)} {words.wording.say('rounds')}"
    return words.wording.count("rounds_count", int(rounds.low))


def score(wording: Wording, timing: Timing | None) -> str:
    """What to write down at the end: the time, or rounds and repetitions."""
    if timing is None or timing.format not in ("amrap", "for time"):
        return ""
    return wording.say("score_rounds" if timing.format == "amrap" else "score_time")


def tally(timing: Timing | None) -> int:
    """How many rounds to tick off; 0 if nobody knows, or if they are too many for boxes."""
    if timing is None:
        return 0
    if timing.rounds:
        rounds = int(timing.rounds.high)
    elif timing.format == "emom" and timing.total_s and timing.every_s:
        rounds = int(timing.total_s // timing.every_s)
    else:
        return 0
    return rounds if rounds <= _MOST_BOXES else 0
