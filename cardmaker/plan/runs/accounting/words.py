"""Words of a line that say what a figure next to them is for → a question where the run says nothing of it."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.record import Ladder, Repeat, Step, Whole


def _words(written: str, needed: str) -> Pattern:
    return Pattern(written, needed, re.ASCII | re.IGNORECASE)


_LEFT_OVER: Final = _words(
    r"(?:(?:and )?repeat(?:ed|ing)?|total|of which|incl?(?:ud(?:e[sd]?|ing))?|(?:in )?between|alternat(?:e|ing|ely)"
    r"|(?:after |the |last |each |every )*(?:rep|set|interval)s?|.*\btimes\b.*|(?:as |the |middle )*section.*"
    r"|following(?: the)?|to|of|by|per|plus|minus|x|=|(?:.* )?(?:mal|davon|dazwischen|zwischen)(?: .*)?)$",
    "",
)
"""Words of a note that say what a figure next to them is for; alone, they have lost it."""
_LEADS_ON: Final = _words(
    r"(?:repeat|total|of which|includ(?:e|ing)|alternat(?:e|ing))\b", "repeat|total|of which|includ|alternat"
)
"""The same, with words behind them."""
_REPEATED: Final = _words(r"(?:and |then )*repeat.*\d", "repeat")
_COUNT: Final = _words(
    r"(?:.* )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r" (?:[a-z]+ )?(?:loop|cycle|circuit|lap|round|set|rep|repetition|repeat|effort|block|serie|interval|session"
    r"|einheiten|läufe)s?(?: of)?$",
    "session|einheiten|läufe|loop|cycle|circuit|lap|round|set|rep|effort|block|serie|interval",
)
"""'seven loops': how often what is behind them is run, where nothing is repeated."""
_UNIT: Final = _words(r"(?:min(?:ute)?s?|sec(?:ond)?s?|km|miles?|met(?:er|re)s?)$", "m|sec")
_AMOUNT: Final = _words(r"\d[\d.:]*(?: ?(?:min|s|secs?|km|m|mi|miles?)\b|['\"])$", "")
_CLOCK: Final = Pattern(r"\d{1,2}:[0-5]\d$", ":")
"""A clock alone, which is no word to print."""
_SHARE: Final = Pattern(r"\d{2,3} ?%$", "%")
_EACH: Final = _words(r"(?:.* )?(?:each|je|jeweils)$", "each|je")
_SHAPE: Final = _words(r"(?:pyramid|ladder)$", "pyramid|ladder")
_REPEAT_NAMED: Final = _words(r"\b(?:each|every|last|final|first|second|next) repeat\b", "repeat")
_INCLUDES: Final = _words(
    r"\b(of which|of those|includ(?:e|es|ing)|incl?\.?)(?: the| a| about)? \d", "of which|of those|inc"
)
_OF_THEM: Final = _words(r"\b\d+(?:\.\d+)? ?[a-z]*,? of (?:these|those|them)\b", " of the| of tho")
_BETWEEN: Final = _words(
    r"\b(?<!interspersed )((?:in )?between(?: each| every| all| the)?"
    r"(?= *(?:$|[,.;)\]/]|reps?\b|repeats\b|repetitions\b|sets?\b|efforts?\b|intervals?\b|one\b|of them\b))"
    r"|after (?:each|every)\b)",
    "between|after e",
)
_BETWEEN_ALL: Final = _words(r"\bbetween all\b", "between all")
_LAST_ONE: Final = _words(
    r"\bafter (?:the )?(?:last|final) (?:one|rep(?:eat|etition)?|interval|effort|set)\b", "after "
)
_AGAIN: Final = _words(r"\brepeat(?: this| that| all| it)?(?= *(?:$|[.,;)]|x ?\d|\d))", "repeat")
_PACE: Final = _words(r"\bpace(?: of|:| is| =)? ?\d{1,2}:\d\d|(?<![\d:])\d{1,2}:\d\d pace\b", "pace")
_ONE_REST: Final = _words(r"\b(?:with|w/) (?:a )?\d[\w:.-]*[ -]?[a-z]* ?(?:rest|recovery)\b", "rest|recovery")
_LAPS: Final = _words(r"\b\d+ laps? ?\(\d+ ?(?:m|k|mi)", "lap")
_CONDITION: Final = _words(
    r"\b(except|unless|if|instead of|rather than|until|whenever|as long as)\b[^.;/()]*?(?<![\w:.])\d+"
    r"|\bas the \d+|\bfor the \d+ ?(?:m|min\w*|s|sec\w*|k|km|mi\w*)? ?(?:efforts|reps|repeats|intervals)"
    r"|\bthan (?:your |the |my )?\d+ ?m?'?s? ?(?:efforts|reps|repeats|intervals)|\b(?:these|those) \d+",
    r"except|unless|if|instead|rather|until|whenever|as long|as the \d|for the \d|than|these \d|those \d",
)
"""'2 min, except for the last, 4 min': what holds on a condition is no part of each."""
_UNTIL: Final = _words(r"(?:.* )?until\b|(?:.* )?(?:remainder|the rest)\b", "until|remainder|rest")
_AROUND: Final = _words(r"(?:.* )?(?:on|at|to) (?:either|each) (?:side|end)\b", "either|each")
_INTO: Final = _words(r"\bx ?\d[^,;/()]*? into \d[\d.:]* ?[a-z]+", " into ")
_SENTENCE: Final = _words(r"\bx ?\d+(?:\.\d+)? ?(?:m|km|k|mi|miles?|min\w*)\. ?\d", ".")


def words_against(written: WrittenRun) -> Iterator[str]:
    """Questions: words that have lost their figure, or that the run has no place for."""
    line, parts = written.bare, written.parts
    for note in written.notes:
        if _AMOUNT.match(note) or (_CLOCK.match(note) and note in written.line):
            yield f"'{note}' has no place; write what it is, as in '6 x (1 min fast / {note} easy)'"
        if _SHARE.match(note):
            yield f"'{note}' has no place; write each part with its own, as in '2 km @ 70% / 2 km @ {note}'"
        if _UNIT.match(note) and _without_figure(note, line):
            yield f"'{note}' has lost its figure; write each part with its own, as in '8 x (1 min fast / 2 min easy)'"
        if _REPEATED.match(note) and note in written.line:
            yield _twice(note)
    if written.amounts > 1:
        yield from _left_over(written)
        if found := _OF_THEM.search(line):
            yield (
                f"'{found[0]}': of which? write the whole first, '11 mi with [3 mi wu / 5 mi tempo / 3 mi cd]'"
            )
        if found := _CONDITION.search(written.line):
            yield (
                f"'{found[0]}': write what is run as a rule, and the rest between “ and ”,"
                " as in '8 x 800 m w/ 1 min jog “2 min after the fourth”'"
            )
    turns = written.amounts > 1 and not written.recovers and not wholes_of(written)
    for note in written.notes:
        if turns and _UNTIL.match(note):
            yield f"'{note}': how far or how long is it in all? write '5 km with [10 min jog / 1 min walk]'"
        if written.amounts > 1 and _AROUND.match(note):
            yield f"'{note}': before and after? write each part, '10 min easy / 20 min tempo / 10 min easy'"
    if found := _INTO.search(line):
        yield f"'{found[0]}': is it run in each, or once? write '6 x (400 m / 200 m)', or '6 x 400 m then 200 m'"
    if found := _LAPS.search(line):
        yield f"'{found[0]}': is that each lap, or all of them? write '4 x 400 m', or '1600 m'"
    paced = any(step.pace or step.also for step in written.steps)
    if (found := _PACE.search(line)) and not paced:
        yield f"'{found[0]}' is read as no pace; write it like '40 min easy @ 5:30/km'"
    wholes = wholes_of(written)
    if written.amounts > 1 and not wholes and (found := _INCLUDES.search(line)):
        yield (
            f"'{found[1]}': what holds what? write the whole first, '16 km with [10 km @ marathon]', or add the parts,"
            " '16 km / 10 km @ marathon'"
        )
    if any(isinstance(one, Whole) for part in wholes for one in part.inside):
        yield "a part of a part: write one whole with all that is in it, '12 km with [3 km @ marathon / 2 km hills]'"
    if (found := _AGAIN.search(line)) and not any(isinstance(part, Repeat | Ladder) for part in parts):
        yield _twice(found[0])
    if written.amounts > 1:
        yield from _recoveries(written)


def _without_figure(unit: str, line: str) -> bool:
    """Whether *unit* is somewhere in *line* behind other words, but no number."""
    return re.search(rf"(?<=.)(?<!\d)(?<!\d[ -]){re.escape(unit)}\b", line, re.IGNORECASE) is not None


def wholes_of(written: WrittenRun) -> list[Whole]:
    """The parts that hold others."""
    return [part for part in written.parts if isinstance(part, Whole)]


def _twice(word: str) -> str:
    """The question that a word leaves, whose figure is somewhere else."""
    first = word.lower().split(" ")[0]
    if first == "=":
        return "'=': is it the same, said twice? write one of them, or '4 km in 25 min'"
    if first in ("total", "of", "incl", "include", "includes", "included", "including", "davon"):
        return f"'{word}': what holds what? write the whole first, '16 km with [10 km @ marathon]'"
    if first in ("to", "by", "per", "plus", "minus", "following"):
        return f"'{word}' has lost its figure; write each part with its own, as in '6 x 400 m @ 5k + 5 s / 5 min easy'"
    return (
        f"'{word}': what, and how often? write repeats like '3 x (4 min / 1 min jog)', and words that are only to be"
        " printed between “ and ”"
    )


def _left_over(written: WrittenRun) -> Iterator[str]:
    words = "".join(_between_matches(_REPEAT_NAMED, written.bare.lower()))
    repeated = any(isinstance(part, Repeat) for part in written.parts)
    shapes = [step.note for step in written.run.parts if isinstance(step, Step) and _SHAPE.match(step.note)]
    for note in (*written.notes, *shapes):
        if note == "to" and not re.search(r"\d ?-? ?to\b", words):
            continue
        each = _EACH.match(note) and not written.recovers
        count = not repeated and _COUNT.match(note)
        alone = each or count or note in shapes or _LEFT_OVER.match(note) or _LEADS_ON.match(note)
        if alone and all(word in words for word in note.lower().split() if word.isalpha()):
            yield _twice(note)


def _between_matches(pattern: Pattern, text: str) -> Iterator[str]:
    at = 0
    for found in pattern.finditer(text):
        yield f"{text[at : found.start()]} "
        at = found.end()
    yield text[at:]


def _recoveries(written: WrittenRun) -> Iterator[str]:
    line, parts = written.bare, written.run.parts
    for part in written.parts:
        if isinstance(part, Repeat) and len(part.parts) > 1 and (found := _SENTENCE.search(line)):
            yield (
                f"'{found[0]}': what of it is run in each? write what is repeated in brackets,"
                " '5 x (300 m fast / 100 m jog)'"
            )
    if found := _LAST_ONE.search(line):
        yield (
            f"'{found[0]}': what comes last is a part of its own; write '6 x 400 m w/ 90 s rest / 5 min jog'"
        )
    lone = any(
        isinstance(part, Step) and HARDNESS[part.effort] >= HARDNESS["tempo"] and part.effort != "strides"
        for part in parts
    )
    all_of_them = _BETWEEN_ALL.search(line) and lone and any(isinstance(part, Repeat) for part in parts)
    if (found := _BETWEEN.search(line)) and (all_of_them or not written.recovers):
        yield (
            f"'{found[0].strip()}': between what? write the recovery behind its repeats, '6 x 400 m w/ 200 m jog',"
            " or as a part of its own, '6 x 400 m / 200 m jog'"
        )
    single = isinstance(parts[-1], Step) and isinstance(parts[-2:][0], Step)
    resting = isinstance(parts[-1], Step) and parts[-1].effort in ("rest", "recovery")
    if single and resting and len(parts) > 1 and (found := _ONE_REST.search(line)):
        yield (
            f"'{found[0]}' behind a single stretch: how often is it run? write '3 x 1 mi w/ 60 s rest',"
            " or '3 mi / 60 s rest'"
        )
