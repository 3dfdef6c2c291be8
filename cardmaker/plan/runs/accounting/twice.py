"""What a line may say twice: a run by its distance and by its time, in its title and in its details → a question."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.record import Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of, sum_of

_ASIDE: Final = Pattern(
    r"(?:[.,;] ?|-- ?|(?:(?<=[a-z])|(?<=:\d\d))(?<!then)(?<!plus)(?<!and) )(?:about |around |approx\.? |ca\.? )?"
    r"\d[\d:.]*(?: ?(?:-|to) ?\d[\d:.]*)? ?[a-z]*\.?$",
    "",
    re.ASCII | re.IGNORECASE,
)
_DASHED: Final = Pattern(
    r" -{1,2} ?(?:about |around |approx\.? |ca\.? )?\d[\d:.]*(?: ?(?:-|to) ?\d[\d:.]*)? ?[a-z]+\b[^\d]*$",
    "-",
    re.ASCII | re.IGNORECASE,
)
"""'5 km - 30 to 40 min, jogging slowly'"""
_QUICK: Final = 0.2
_SLOW: Final = 0.55
"""Seconds a metre, from 3:20/km to 9:10/km, of who says both how far a run is and how long."""
_BETWEEN: Final = Pattern(
    r"\b(?:in )?between(?: them| these)?,? \d{1,2} ?x", "between", re.ASCII | re.IGNORECASE
)
_ABOUT: Final = Pattern(
    r"(?:[~\u2248=] ?|\b(?:about|approx\.?|roughly) )\d[\d.,]* ?[a-z]+[^\d]*$", "", re.ASCII | re.IGNORECASE
)
"""'3 x 1 mi @ T w/ 60 s jog - ~3 mi T'"""
_HOLDS: Final = Pattern(
    r"^[^\d,;/+()]*(\d[\d.:-]* ?[a-z]+)(?: easy| long| run| steady)* (?:with|w/|of|incl?\.?|including) (?=\d)",
    "with |w/ |of |inc",
    re.ASCII | re.IGNORECASE,
)


def said_twice(written: WrittenRun) -> Iterator[str]:
    """Questions, one for each stretch that may be another one, said once more, or what holds it."""
    parts = written.run.parts
    if written.line == written.read:
        return  # who writes the normal form has said what is what
    if len(parts) == 2:
        yield from _far_and_long(written, *parts)
        yield from _the_same(*parts)
    yield from _all_behind(parts)
    yield from _work_in_all(written, parts)
    if "|" in written.line:
        yield from _in_cells(parts)
    yield from _held(written, parts)
    repeats = [part for part in parts if isinstance(part, Repeat)]
    if len(repeats) > 1 and (found := _BETWEEN.search(written.bare)):
        yield (
            f"'{found[0]}': between which of them? write them in turn, '2 x (2 km easy / 2 km tempo) / 2 km easy'"
        )


def _far_and_long(written: WrittenRun, first: Part, second: Part) -> Iterator[str]:
    """'45 min easy. 5 miles', where the one may well be how far the other is."""
    if not isinstance(first, Step) or not isinstance(second, Step) or first.role:
        return
    easily = {first.effort, second.effort} <= {"", "easy", "jog"} and _DASHED.search(written.bare)
    if not easily and not _ASIDE.search(written.bare):
        return
    bare = replace(second, effort="", said="", note="") if easily else second
    if bare != Step(second.amount) or not second.amount.given or not first.amount.given:
        return
    timed, far = (first, second) if first.amount.metres is None else (second, first)
    if timed.amount.metres is not None or not timed.duration.most or not far.distance.most:
        return
    if (
        timed.duration.least / far.distance.least >= _QUICK
        and timed.duration.most / far.distance.most <= _SLOW
    ):
        words = (step.said or step.effort for step in (first, second))
        yield (
            f"'{second}' behind '{first}': the same run, or another? write "
            f"'{' '.join(filter(None, (str(far.amount), *words)))} in {timed.amount}', or '{first} / {second}'"
        )


def _in_cells(parts: tuple[Part, ...]) -> Iterator[str]:
    """'Threshold | 7 mi (inc 3 mi at LT) | 50 min', whose cells say one run."""
    steps = [part.step if isinstance(part, Whole) else part for part in parts]
    whole = [
        step for step in steps if isinstance(step, Step) and not step.role and step.effort not in RESTING
    ]
    for first, second in combinations(whole, 2):
        far, long = (first, second) if second.amount.metres is None else (second, first)
        metres, seconds = far.amount.distance.middle, long.amount.duration.middle
        if metres and seconds and _QUICK <= seconds / metres <= _SLOW:
            yield (
                f"'{second.amount}' behind '{first.amount}': the same run, or more to run? write"
                f" '{far.amount} in {long.amount}', or '{first.amount} / {second.amount} easy'"
            )


def _the_same(first: Part, second: Part) -> Iterator[str]:
    """'Easy 8 km: 8 km easy', a title and its details."""
    if not isinstance(first, Step) or not isinstance(second, Step):
        return
    paced = bool(first.pace) and bool(second.pace)
    if first.role or second.role or paced or not first.effort or first.effort in RESTING:
        return
    if first.amount == second.amount and first.effort == second.effort:
        yield f"'{second}' behind '{first}': the same run, or run twice? write it once, '{second}', or '2 x {second}'"


def _all_behind(parts: tuple[Part, ...]) -> Iterator[str]:
    """'2 km wu, 6 km tempo, 2 km cd, 12 km' and '…, 10 km with warm-up and cool-down', which say how far all is."""
    *before, last = parts
    if not before:
        return
    down = isinstance(before[-1], Step) and before[-1].role == "cool-down"
    bare = isinstance(last, Step) and last == Step(last.amount) and last.amount.given
    whole = last.step if isinstance(last, Whole) else last
    around = isinstance(last, Whole) and all(
        isinstance(one, Step) and one.role and not one.amount.given for one in last.inside
    )
    if (down and bare) or around:
        text = " / ".join(map(str, before))
        assert isinstance(whole, Step)
        yield (
            f"'{whole}' behind '{before[-1]}': all of it, or more to run? write '{whole.amount} with [{text}]',"
            f" or '{text} / {whole.amount} easy'"
        )


def _work_in_all(written: WrittenRun, parts: tuple[Part, ...]) -> Iterator[str]:
    """'5 x 3 min hard w/ 2 min jog. 15 min of quality', which says what the repeats come to."""
    *before, last = parts
    if not isinstance(last, Step) or last.role or not last.amount.given:
        return
    if (not last.note or last.effort) and not _ABOUT.search(written.line):
        return
    for part in before:
        work = [one for one in part.parts if isinstance(one, Step)] if isinstance(part, Repeat) else []
        work = [one for one in work if one.effort not in (*RESTING, "easy")]
        once = sum_of(one.duration if last.amount.metres is None else one.distance for one in work).exact
        amount = last.duration.exact if last.amount.metres is None else last.distance.exact
        if isinstance(part, Repeat) and once and amount and abs(part.count * once - amount) < 1e-6:
            yield (
                f"'{last}' behind '{part}': what they come to, or more to run? write '{part} “{last.amount}"
                f" {last.note or last.effort}”', or '{part} then {last.amount} easy'"
            )


def _held(written: WrittenRun, parts: tuple[Part, ...]) -> Iterator[str]:
    """'20 min of 3 min brisk 2 min slow', read as one after the other."""
    first = parts[0]
    if len(parts) < 3 or not isinstance(first, Step) or HARDNESS[first.hardest] >= HARDNESS["tempo"]:
        return
    found = _HOLDS.match(written.bare)
    timed = first.amount.metres is None
    spans = [span_of(part, "duration" if timed else "distance") for part in parts]
    if found and not first.role and sum_of(spans[1:]).least <= spans[0].least:
        inside = " / ".join(map(str, parts[1:]))
        yield (
            f"'{found[0].strip()}': what does it hold? write '{first} with [{inside}]', or"
            f" '{first} / {inside}'"
        )
