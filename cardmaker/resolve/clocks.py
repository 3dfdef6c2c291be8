"""A format against the clock → what a gym card says of it, which score it asks for, and how many rounds to tally."""

from cardmaker.handout import TimedFormat
from cardmaker.plan.sets import NumberRange, Timing
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.wording import Wording

_MOST_BOXES = 20
"""Rounds that have a box each; of more the reader keeps a tally on a line."""
_MOST_COUNTED = 5
"""Rounds of which repetitions have a box each next to an exercise's name, where half a card's width is left."""
_MINUTE_S = 60


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
        case "emom" if timing.every_s == _MINUTE_S:
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


def clocked(
    words: SetWords, timing: Timing | None, several: bool, counted: bool = True, *, ticked: bool = False
) -> TimedFormat | None:
    """All that a card says of a format; *several* exercises go by it, *counted* are repetitions or seconds of them.

    *ticked*: each exercise has a box for each round.
    """
    if timing is None:
        return None
    counted, said, rounds = counted or several, clock(words, timing), tally(timing)
    return TimedFormat(
        said[:1].upper() + said[1:],
        _how(words.wording, timing, several, counted),
        _score(words.wording, timing, counted),
        0 if ticked else rounds,
        not rounds and _goes_round(timing, counted),
    )


def _how(wording: Wording, timing: Timing, several: bool, counted: bool) -> str:
    """What a format means: when a round begins, and that each has all exercises."""
    match timing.format:
        case "emom" if timing.every_s == _MINUTE_S:
            return wording.say("each_minute_all" if several else "each_minute")
        case "emom" if several:
            return wording.say("each_time_all")
        case "intervals" if several:
            return wording.say("each_round_all")
        case "amrap":
            return wording.say("most_rounds" if counted else "most_reps")
    return ""


def _score(wording: Wording, timing: Timing, counted: bool) -> tuple[str, ...]:
    """What to write down at the end, the words before each blank: minutes and seconds, rounds and repetitions."""
    match timing.format:
        case "for time":
            return wording.say("score_time"), ":"
        case "amrap":
            return (
                (wording.say("score_rounds"), wording.say("score_and_reps"))
                if counted
                else (wording.say("score_reps"),)
            )
    return ()


def _goes_round(timing: Timing, counted: bool) -> bool:
    """Whether it comes round: not what is done once for time, nor a single exercise as often as it goes."""
    if timing.format == "amrap":
        return counted
    return timing.format != "for time" or timing.rounds is not None


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


def counted_rounds(timing: Timing | None) -> int:
    """In how many rounds of work by the clock what was done may be written down one by one; 0 if in none."""
    rounds = tally(timing) if timing and timing.work_s else 0
    return rounds if rounds <= _MOST_COUNTED else 0
