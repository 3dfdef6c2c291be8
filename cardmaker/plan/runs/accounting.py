"""A line and the run that it was read as → a question, where words of the line speak against that reading.

The grammar keeps words that it doesn't know. Some of them say what a figure is for: 'total', 'of which', 'repeat',
'between'. Where such a word is left over, or the run has nothing that it could mean, a figure has got the wrong part
in the run, so the line is asked about. What is between “ and ” is only printed, and never asked about.
"""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.plan.quantity import METRES_PER_MILE, Extent
from cardmaker.plan.runs.phrasings.pieces import NUMBERS
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole, span_of, sum_of, written_steps
from cardmaker.plan.runs.run import Run

_QUOTED: Final = re.compile("“[^“”]*”")
_LEFT_OVER: Final = re.compile(
    r"repeat(?:ed|ing)?|total|of which|incl?(?:ud(?:e[sd]?|ing))?|(?:in )?between|alternat(?:e|ing|ely)"
    r"|(?:after |the |last |each |every )*(?:rep|set|interval)s?|.*\btimes\b.*|(?:as |the |middle )*section.*"
    r"|following(?: the)?|to|of|by|per|plus|minus|x|(?:.* )?(?:mal|davon|dazwischen|zwischen)(?: .*)?",
    re.IGNORECASE,
)
"""Words of a note that say what a figure next to them is for; alone, they have lost it."""
_LEADS_ON: Final = re.compile(r"(?:repeat|total|of which|includ(?:e|ing)|alternat(?:e|ing))\b", re.IGNORECASE)
"""The same, with words behind them."""
_UNIT: Final = re.compile(r"min(?:ute)?s?|sec(?:ond)?s?|km|miles?|met(?:er|re)s?", re.IGNORECASE)
_RESTED: Final = re.compile(r"\brest,? ?\d", re.IGNORECASE)
_EACH: Final = re.compile(r"(?:.* )?(?:each|je|jeweils)", re.IGNORECASE)
_SHAPE: Final = re.compile(r"pyramid|ladder", re.IGNORECASE)
_REPEAT_NAMED: Final = re.compile(r"\b(?:each|every|last|final|first|second|next) repeat\b", re.IGNORECASE)
_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_TOTAL: Final = re.compile(
    rf"{_NUMBER} ?[a-z]+,? (?:in |as a )?(?:total|altogether|overall)\b"
    rf"|\b(?<!for a )total(?:s|ing|ling)?(?: of| is|:| =)?(?: about| around)? {_NUMBER}",
    re.IGNORECASE,
)
"""'8 miles total', 'total: 8 miles'; how long 'alternate … for a total of 20 min' goes on is no total of the line."""
_INCLUDES: Final = re.compile(
    r"\b(of which|of those|includ(?:e|es|ing)|incl?\.?)(?: the| a| about)? \d", re.IGNORECASE
)
_OF_THEM: Final = re.compile(r"\b\d+(?:\.\d+)? ?[a-z]*,? of (?:these|those|them)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"\b((?:in )?between(?: each| every| all| the)?"
    r"(?= *(?:$|[,.;)\]/]|reps?\b|repeats\b|repetitions\b|sets?\b|efforts?\b|intervals?\b|one\b|of them\b))"
    r"|after (?:each|every)\b)",
    re.IGNORECASE,
)
_LAST_ONE: Final = re.compile(
    r"\bafter (?:the )?(?:last|final) (?:one|rep(?:eat|etition)?|interval|effort|set)\b", re.IGNORECASE
)
_AGAIN: Final = re.compile(r"\brepeat(?: this| that| all| it)?(?= *(?:$|[.,;)]|x ?\d|\d))", re.IGNORECASE)
_PACE: Final = re.compile(r"\bpace(?: of|:| is| =)? ?\d{1,2}:\d\d", re.IGNORECASE)
_ONE_REST: Final = re.compile(
    r"\b(?:with|w/) (?:a )?\d[\w:.-]*[ -]?[a-z]* ?(?:rest|recovery)\b", re.IGNORECASE
)
_FIGURE: Final = re.compile(r"(?<![\d:.,/-])(\d+(?:\.\d+)?)(?![\d:.,]*[:/]|-and|[.,]\d)")
_SPELLED: Final = re.compile(
    rf"\b(?:{'|'.join(word for word, number in NUMBERS.items() if number.isdigit())})\b(?! ?-)", re.IGNORECASE
)
_LAPS: Final = re.compile(r"\b\d+ laps? ?\(\d+ ?(?:m|k|mi)", re.IGNORECASE)
_OTHER_UNIT: Final = 0.08
"""How far off a round number in the other unit may be: '4 mi (6 km)'."""
_SMALL: Final = 2.0
"""Smaller numbers are halves, 'one', or the first of a list, and are written otherwise in the record."""
_FASTEST: Final = 1000 / 150
_SLOWEST: Final = 1000 / 900
"""Metres a second that anyone runs, and that anyone who walks a part of it makes at the least."""


def accounted(text: str, run: Run) -> Run:
    """*run*, unless words of *text* say otherwise; a ValueError has both ways to write it."""
    sessions = run.sessions()
    day = Run(
        tuple(part for one in sessions for part in one.parts),
        note=", ".join(one.note for one in sessions if one.note),
    )
    line = _unquoted(text, day)
    for question in _questions(line, day, " ".join((str(run), *run.remarks))):
        raise ValueError(question)
    return run


def _unquoted(text: str, run: Run) -> str:
    """*text* without what is printed as words with their figures."""
    line = _QUOTED.sub(" ", text)
    for note in _notes(run):
        if any(letter.isdigit() for letter in note):
            line = line.replace(note, " ")
    return line


def _notes(run: Run) -> Iterator[str]:
    for note in (run.note, *(step.note for step in _steps(run.parts))):
        yield from filter(None, note.split(", "))


def _steps(parts: tuple[Part, ...]) -> Iterator[Step]:
    """All steps as they are written, recoveries among them."""
    yield from written_steps(parts)
    yield from (
        part.recovery for part in _parts(parts) if isinstance(part, Repeat | Ladder) and part.recovery
    )


def _parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """*parts* and those inside them."""
    for part in parts:
        yield part
        if isinstance(part, Repeat):
            yield from _parts(part.parts)
        elif isinstance(part, Whole):
            yield from _parts(part.inside)


def _questions(line: str, run: Run, read: str) -> Iterator[str]:
    amounts = sum(step.amount.given for step in _steps(run.parts))
    parts = tuple(_parts(run.parts))
    for note in _notes(run):
        if _UNIT.fullmatch(note) and note.lower() in line.lower():
            yield f"'{note}' has lost its figure; write each part with its own, as in '8 x (1 min fast / 2 min easy)'"
    if amounts > 1:
        yield from _left_over(line, run)
    yield from _totals(line, run, parts)
    yield from _lost(line, run, read)
    yield from _ends(line, parts)
    if amounts > 1 and (found := _OF_THEM.search(line)):
        yield f"'{found[0]}': of which? write the whole first, '11 mi with [3 mi wu / 5 mi tempo / 3 mi cd]'"
    if found := _LAPS.search(line):
        yield f"'{found[0]}': is that each lap, or all of them? write '4 x 400 m', or '1600 m'"
    paced = any(step.pace or step.also for step in _steps(run.parts))
    if (found := _PACE.search(line)) and not paced:
        yield f"'{found[0]}' is read as no pace; write it like '40 min easy @ 5:30/km'"
    if (
        amounts > 1
        and (found := _INCLUDES.search(line))
        and not any(isinstance(part, Whole) for part in parts)
    ):
        yield (
            f"'{found[1]}': what holds what? write the whole first, '16 km with [10 km @ marathon]', or add the parts,"
            " '16 km / 10 km @ marathon'"
        )
    if any(isinstance(one, Whole) for part in parts if isinstance(part, Whole) for one in part.inside):
        yield "a part of a part: write one whole with all that is in it, '12 km with [3 km @ marathon / 2 km hills]'"
    repeated = any(isinstance(part, Repeat | Ladder) for part in parts)
    if (found := _AGAIN.search(line)) and not repeated:
        yield _twice(found[0])
    if amounts < 2:
        return
    if found := _LAST_ONE.search(line):
        yield (
            f"'{found[0]}': what comes last is a part of its own; write '6 x 400 m w/ 90 s rest / 5 min jog'"
        )
    if (found := _BETWEEN.search(line)) and not _recovers(parts):
        yield (
            f"'{found[0].strip()}': between what? write the recovery behind its repeats, '6 x 400 m w/ 200 m jog',"
            " or as a part of its own, '6 x 400 m / 200 m jog'"
        )
    single = isinstance(run.parts[-1], Step) and isinstance(run.parts[-2:][0], Step)
    resting = isinstance(run.parts[-1], Step) and run.parts[-1].effort in ("rest", "recovery")
    if single and resting and len(run.parts) > 1 and (found := _ONE_REST.search(line)):
        yield (
            f"'{found[0]}' behind a single stretch: how often is it run? write '3 x 1 mi w/ 60 s rest',"
            " or '3 mi / 60 s rest'"
        )


def _twice(word: str) -> str:
    return (
        f"'{word}': what, and how often? write repeats like '3 x (4 min / 1 min jog)', and words that are only to be"
        " printed between “ and ”"
    )


def _left_over(line: str, run: Run) -> Iterator[str]:
    words = _REPEAT_NAMED.sub(" ", line.lower())
    shapes = [step.note for step in run.parts if isinstance(step, Step) and _SHAPE.fullmatch(step.note)]
    for note in (*_notes(run), *shapes):
        if note == "to" and not re.search(r"\d ?-? ?to\b", words):
            continue
        each = _EACH.fullmatch(note) and not _recovers(tuple(_parts(run.parts)))
        alone = each or note in shapes or _LEFT_OVER.fullmatch(note) or _LEADS_ON.match(note)
        if alone and all(word in words for word in note.lower().split() if word.isalpha()):
            yield _twice(note)


def _recovers(parts: tuple[Part, ...]) -> bool:
    """Whether anything is run or rested between repeats."""
    return any(
        (isinstance(part, Repeat | Ladder) and part.recovery is not None)
        or (isinstance(part, Repeat) and len(part.parts) > 1)
        for part in parts
    )


def _totals(line: str, run: Run, parts: tuple[Part, ...]) -> Iterator[str]:
    """A total is a whole or what the parts come to, never one more of them."""
    wholes = [part.step for part in parts if isinstance(part, Whole)]
    if len(run.parts) == 1 and isinstance(run.parts[0], Step):
        wholes.append(run.parts[0])
    stated = {value for step in wholes for value in (step.amount.value, step.amount.most)}
    stated |= {float(number) for note in _notes(run) for number in re.findall(_NUMBER, note)}
    for found in _TOTAL.finditer(line):
        number = float(found[1] or found[2])
        if number not in stated and not _comes_to(number, run):
            yield (
                f"'{found[0]}' isn't what the parts come to; write the whole first, '8 km with [6 x 400 m]',"
                " or the parts without a total"
            )


def _comes_to(number: float, run: Run, rounding: float = 0.03) -> bool:
    spans = [(run.distance, unit) for unit in (1.0, 1000.0, METRES_PER_MILE)]
    spans += [(run.duration, unit) for unit in (60.0, 3600.0)]
    return any(_within(number * unit, span, rounding) for span, unit in spans)


def _within(amount: float, span: Extent, rounding: float) -> bool:
    return span.most is not None and (1 - rounding) * span.least <= amount <= (1 + rounding) * span.most


def _lost(line: str, run: Run, read: str) -> Iterator[str]:
    """A figure of the line that is nowhere in the run, and isn't what some of it comes to."""
    kept = {float(one) for one in re.findall(_NUMBER, read)}
    wholes = [run, *(Run((part,)) for part in _parts(run.parts))]
    spelled = _SPELLED.sub(lambda found: NUMBERS[found[0].lower()], line)
    for found in _FIGURE.finditer(re.sub(r"(?<=\d),(?=\d{3}\b)", "", spelled)):
        number = float(found[1])
        if number <= _SMALL or number in kept or any(_comes_to(number, one, _OTHER_UNIT) for one in wholes):
            continue
        yield f"'{found[1]}' has no place in '{read}', as which the line is read; write it in simpler parts, with ' / '"


def _ends(line: str, parts: tuple[Part, ...]) -> Iterator[str]:
    """A cool-down is no rest, and no part is longer than what holds it."""
    for part in parts:
        if isinstance(part, Step) and part.role and part.effort == "rest" and _RESTED.search(line):
            yield (
                f"'{part}' is read as {part.role} and as rest; write each part after ' / ',"
                " as in '3 x 1 mi w/ 3 min rest / 1 mi cd'"
            )
        if isinstance(part, Whole):
            yield from _holding(part)


def _holding(whole: Whole) -> Iterator[str]:
    """A question where what is inside takes longer, or goes farther, than all of it can."""
    far, long = whole.step.distance, whole.step.duration
    timed = far.most is None
    taken = sum_of(span_of(part, "duration" if timed else "distance") for part in whole.inside).least
    most = long.most if timed else far.most
    full = most is not None and taken >= most
    for inner in whole.inside:
        if not isinstance(inner, Step):
            continue
        too_long = far.most is not None and inner.duration.least > far.most / _SLOWEST
        too_far = long.most is not None and inner.distance.least > long.most * _FASTEST
        other = inner.amount.given and (inner.amount.metres is None) != (whole.step.amount.metres is None)
        if too_long or too_far or (full and other):
            yield (
                f"'{inner.amount}' is more than fits '{whole.step.amount}'; write the whole first,"
                " '90 min with [6 mi tempo]', or add the parts with ' / '"
            )
