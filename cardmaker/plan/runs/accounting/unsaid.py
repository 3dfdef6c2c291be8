"""What a sentence leaves unsaid, so that its figures would be read as parts of their own → a question."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.accounting.lost import SLOWEST_PACE
from cardmaker.plan.runs.accounting.words import wholes_of
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of, sum_of


def _words(written: str, needed: str) -> Pattern:
    return Pattern(written, needed, re.ASCII | re.IGNORECASE)


_THE_LAST: Final = _words(
    r"\b(?:last|final) \d[\d.:]*(?:-\d[\d.:]*)? ?(?:km?|mi|miles?|m|min\w*|s|sec\w*|h|hours?|kilomet\w+|met\w+)\b",
    "last |final ",
)
"""'the last 6 mi': of how far? where no part holds it."""
_FIRST_FEW: Final = _words(r"\bfirst \d", "first ")
_FIRST: Final = _words(r"\b(?:first|then|next)\b", "first|then|next")
_FOR_WHOM: Final = _words(
    r"\bfor (?:some|others?|beginners?|novices?|intermediates?|advanced|experienced)\b|\b(?:beginners|advanced):"
    r"|\((?:the )?(?:main|endurance|faster?|slower?|advanced|beginners?|improvers) (?:group|squad|runners)\)",
    "for |:|group|squad|runners",
)
_NO_COUNT: Final = _words(
    r"\b(?:some|a few|few|several) (?:x )?\d[\d:.]*(?: ?[a-z]+)?[ -]"
    r"(?:repeats?|reps|intervals?|efforts|hills|sprints|strides)\b",
    "some|few|several",
)
_DISTANCES: Final = _words(r"\b\d{1,2}00s(?:(?:,| and|, and|/| ?&) ?\d{1,2}00s)+", "00s")
_REPS_OF: Final = _words(
    r"(?<![\w.:-])(?<!x )(?:\d{1,2}-? (?:to|or) )?(?:\d{2,4}|\d(?=[- ]?min)) ?-?"
    r"(?:m|met(?:re|er)|sec(?:ond)?|s|min(?:ute)?)[- ](?:hill |uphill |tempo |fast |hard )?"
    r"(?:reps|repeats|repetitions|intervals)\b"
    r"|\b\d+ ?(?:min\w*|hours?) of (?:continuous )?\d{2,4} ?m(?:et\w+)?\b",
    "re|intervals| of ",
)
_OPTION: Final = _words(r"\boption (?:for|of|to)\b(?: [a-z']+){0,5}", "option")
_SUCH_AS: Final = _words(r"\((?:e\.g\.?|eg\b|for example|such as|z\.b\.)", "(")
_SESSIONS: Final = _words(
    r"\b(?:[2-9]|two|three|four|five) (?:sessions?|runs|einheiten|läufe)(?: each)? of \d[\d.]* ?[a-z]*",
    "session|runs|einheit|läufe",
)
"""'two sessions of 20 min': how often, which is no part of one run."""
_PICK_UPS: Final = Pattern(r"(?<![\w:.-])\d{1,2}(?:-\d{1,2})? ?GP\b", "GP")
"""'3 miles, 4GP', which is the short form of two things."""
_OTHER_TONGUE: Final = _words(
    r"\b[\w-]+ (?:fois|keer|veces|volte|vezes|fracciones|repeticiones|ripetizioni|herhalingen|bloques|blokken)\b",
    "fois|keer|veces|volte|vezes|ciones|ripetiz|herhal|bloques|blokken",
)
"""'8 keer': how often, in a language of which nothing else is read."""
_ONE_EACH: Final = _words(r"\b(?:1|one) (?:each of|of each)\b", "each")
_AT_MOST: Final = _words(
    r"\b(?:to max\.?|max(?:imum|imal)?\.?(?: of)?|at most|no more than|höchstens|not more than) ?"
    r"\d[\d.]* ?(?:km|mi|miles?|min\w*|h|hours?)\b",
    "max|at most|more than",
)
_PACED_NOTE: Final = _words(
    r"(?:.* )?\d:\d\d ?(?:min(?:ute)?s?)? ?(?:/|per|a) ?(?:mile|mi|km|k)\b|(?:.* )?\d:\d\d(?: ?-? ?\d:\d\d)? pace\b",
    ":",
)


_LETTER: Final = Pattern(
    r"(?!.*[+/,] ?[EMTIRL] \d)([MT]):? (\d[\d.]*(?:-\d[\d.]*)? ?[a-z]+)(?=$|[;(]|,? ?[+/]|,? w/|,? with\b)",
    "M|T",
)
"""'M 10 km': at marathon pace, or on Monday?"""
_AT_THE_END: Final = _words(r"\bat the end\b", "at the end")
_DURING: Final = _words(r"\bduring (?:your|the|this) run\b", "during")
_DOTTED: Final = _words(r"\d[\d.,]* ?[a-z]+ ?[·•]", "·|•")
_PARTED: Final = _words(r"[/+]|\bthen\b", "/|+|then")


def left_unsaid(written: WrittenRun) -> Iterator[str]:
    """Questions of which, for whom and how many."""
    line, wholes = written.bare, wholes_of(written)
    if written.line == written.read:
        return
    if _FIRST_FEW.search(line) and any(
        whole.place == "end" for whole in wholes if whole is not written.parts[0]
    ):
        yield "'first' and 'last' of what? write each part, '10 min easy / 20 min tempo / 10 min easy'"
    turns = any(isinstance(part, Repeat) and len(part.parts) > 1 for part in written.parts)
    if not (wholes or turns or _FIRST.search(line)) and (found := _THE_LAST.search(line)):
        yield (
            f"'{found[0]}' of what? write all of it first, '16 km with [6 km @ marathon]',"
            " or '6 x (300 m / 100 m fast)'"
        )
    if found := _LETTER.match(written.line):
        pace = "@ marathon" if found[1] == "M" else "threshold"
        yield f"'{found[0]}' could say how it is run, or the day; write '{found[2]} {pace}', or '{found[2]}'"
    two = len(written.run.parts) == 2 and all(isinstance(part, Step) for part in written.run.parts)
    if two and (found := _AT_THE_END.search(line)):
        yield (
            f"'{found[0]}' of what? write all of it first, '16 km with [6 km @ marathon]',"
            " or '6 x (300 m / 100 m fast)'"
        )
    if written.amounts > 1 and not wholes and (found := _DURING.search(line)):
        yield (
            f"'{found[0]}' of what? write all of it first, '16 km with [6 km @ marathon]',"
            " or '6 x (300 m / 100 m fast)'"
        )
    if written.amounts > 1 and (found := _FOR_WHOM.search(line)):
        yield f"'{found[0]}': which of them is it? write what this plan's runner does"
    if not any(isinstance(part, Repeat) for part in written.parts) and (found := _NO_COUNT.search(line)):
        yield f"'{found[0]}': how many? write '6 x 400 m @ 10k w/ 200 m jog'"
    repeated = any(isinstance(part, Repeat | Ladder) for part in written.parts)
    if not repeated and (found := _REPS_OF.search(line)):
        yield f"'{found[0]}': how many? write '6 x 400 m @ 10k w/ 200 m jog'"
    if sum(isinstance(part, Repeat) for part in written.run.parts) > 1 and (found := _SUCH_AS.search(line)):
        yield f"'{found[0]}': write what is run as a rule, and the others between “ and ”"
    if written.amounts > 1 and (found := _OPTION.search(line)):
        yield f"'{found[0]}': write what is run as a rule, and the other between “ and ”"
    if found := _SESSIONS.search(written.line):
        yield f"'{found[0]}': on one day, or one after the other? write 'AM 20 min / PM 20 min', or '2 x 20 min'"
    if found := _PICK_UPS.search(written.line):
        yield f"'{found[0]}': at goal pace, or so many pick-ups? write '4 mi @ goal pace', or '4 x 20 s strides'"
    if found := _OTHER_TONGUE.search(written.line):
        yield f"'{found[0]}': how often what? write it in English, '6 x 400 m w/ 200 m jog'"
    if found := _ONE_EACH.search(line):
        yield f"'{found[0]}': write each after the other, '400 m / 800 m / 1200 m'"
    if found := _DISTANCES.search(line):
        yield f"'{found[0]}': how many of each? write '4 x 100 m / 4 x 200 m'"
    if written.amounts > 1 and (found := _AT_MOST.search(line)) and (not wholes or f"({found[0]}" in line):
        yield (
            f"'{found[0]}' is read as a part of its own; write '10-12 km', or what is only to be printed"
            " between “ and ”"
        )
    if not _PARTED.search(line):
        yield from _where_in_it(written.run.parts)
    yield from _all_of_it(written)
    if written.amounts > 1 and not any(step.pace or step.also for step in written.steps):
        for note in filter(_PACED_NOTE.match, written.notes):
            yield f"'{note}' is read as no pace; write it like '40 min easy @ 5:30/km'"


def _all_of_it(written: WrittenRun) -> Iterator[str]:
    """'60 min | 8 km' and '3 x 1 km w/ 400 m jog, 10 km', where what is last may well be all of it."""
    *before, last = written.run.parts
    if before and _DOTTED.match(written.line.replace("|", "·")):
        yield from _holds_the_rest(written.run.parts)
    if not before or not isinstance(last, Step) or (last.effort and "|" not in written.line) or last.role:
        return
    first = before[0].step if isinstance(before[0], Whole) else before[0]
    timed = last.distance.exact is None
    column = "|" in written.line and isinstance(first, Step) and (first.amount.metres is None) != timed
    if last == Step(last.amount) and not timed:
        farther = last.distance.least > sum_of(span_of(part, "distance") for part in before).least
        cell = last != first and re.search(r"\| ?\d[\d.,]* ?[a-z]+$", written.line)
        column = column or bool(cell) or (farther and any(isinstance(part, Repeat) for part in before))
    if column and isinstance(first, Step) and len(before) == 1 and (first.amount.metres is None) != timed:
        yield _same_run(first, last, *((first, last) if timed else (last, first)))
    elif column:
        yield (
            f"'{last.amount}' behind '{before[-1]}': all of it, or more to run?"
            f" write '{last.amount} with [6 x 400 m]', or '/ {last.amount} easy'"
        )


def _same_run(first: Step, last: Step, far: Step, long: Step) -> str:
    """The question that a distance and a time next to each other leave."""
    clock = str(long.amount).removesuffix(" min")
    if long.amount.unit != "m:ss" or (long.duration.most or 0) > SLOWEST_PACE:
        return (
            f"'{last.amount}' behind '{first}': the same run, or more to run? write '{far.amount} in {long.amount}',"
            f" or '{first} then {last.amount} easy'"
        )
    hours = f"{clock.split('-')[0].replace(':', ' h ')} min"
    return (
        f"'{last.amount}' behind '{first}': its pace, its time, or more to run? write '{far.amount} @ {clock}/km',"
        f" '{far.amount} in {hours}', or '{first} then {last.amount} easy'"
    )


def _holds_the_rest(parts: tuple[Part, ...]) -> Iterator[str]:
    """'8 mi · tempo · 5 x 1 mi', whose first part may well be all of it."""
    first, behind = parts[0], parts[1:]
    repeats = [part for part in behind if isinstance(part, Repeat) and not _is_strides(part.parts[0])]
    if isinstance(first, Step) and not first.effort and not first.role and repeats:
        measure: Literal["distance", "duration"] = "distance" if first.amount.metres else "duration"
        if sum_of(span_of(part, measure) for part in behind).least <= span_of(first, measure).least:
            yield (
                f"'{repeats[0]}' behind '{first.amount}': part of it, or run as well?"
                f" write '{first.amount} with [{repeats[0]}]', or '{first.amount} easy / {repeats[0]}'"
            )


def _is_strides(part: Part) -> bool:
    return isinstance(part, Step) and part.effort == "strides"


def _where_in_it(parts: tuple[Part, ...]) -> Iterator[str]:
    """'10 km, 8-10 km hard', whose range may well be from where to where."""
    first = parts[0].step if isinstance(parts[0], Whole) else parts[0]
    if not isinstance(first, Step) or first.amount.metres is None or first.role:
        return
    ends = (first.amount.value, first.amount.unit)
    for behind in parts[1:]:
        hard = isinstance(behind, Step) and HARDNESS[behind.hardest] > HARDNESS[first.hardest]
        if hard and isinstance(behind, Step) and (behind.amount.most, behind.amount.unit) == ends:
            yield (
                f"'{behind.amount}' behind '{first.amount}': how far, or where in it?"
                f" write '{first.amount} with [2 km @ 5k]', or '{first.amount} / {behind.amount}'"
            )
