"""Refusals of what two people would read differently; each names both forms that work."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.draft import AIMS, Found, SetsDraft
from cardmaker.plan.sets.normal import FEW_SETS, may_be_reps_first
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.tokens import SetsToken
from cardmaker.plan.sets.words import HOLD, UNITS, phrases

_TIGHT_21S: Final = Pattern(r"21'?s(?![a-z])", "21", re.IGNORECASE)
_DASHED: Final = Pattern(
    r"(\d+ ?x ?\d+) - (\d+ ?x ?\d+)|.*?(\d+ ?x ?\d+)[^,;]*? (?:becomes?|turns into) (\d+ ?x ?\d+).*",
    " - |become|turns into",
    re.IGNORECASE,
)
_LATER_WEEK: Final = Pattern(r"(?<=[,;/] )(?:weeks?|wk) [2-9]:? (?=\d+ ?x ?\d)", "week|wk", re.IGNORECASE)
_FIRST_WEEK: Final = Pattern(r"(?:weeks?|wk|w) ?1(?!\d)", "w", re.IGNORECASE)
_LABEL: Final = Pattern(
    r"(?<!\w)(?:[a-d](?:[1-4][.):]?|[.):])|t[1-3][.):]?)(?= ?\d+ ?x)",
    "t1|t2|t3|a1|a2|a3|a4|b1|b2|b3|b4|c1|c2|c3|c4|d1|d2|d3|d4|a.|a)|a:|b.|b)|b:|c.|c)|c:|d.|d)|d:",
    re.IGNORECASE,
)
_WORK_REST: Final = Pattern(r"([1-9]\d*[05])/([1-9]\d*[05]) ?x ?(\d+)", r"0/\d|5/\d", re.UNICODE)
_DAY: Final = Pattern(
    r"\b(?:day|workout|session) ?[1-7a-d](?=[:,.)-]? ?\d+ ?x)", "day|workout|session", re.IGNORECASE
)
_SHORTEST_WORK = 20
_LIGHTEST: Final = 35
"""Several sets of so many repetitions and more look like weights."""
_TIMES_AT_END: Final = Pattern(r" x ?(\d+)(?: (?:sets|times|rounds))?\W*$", " x", re.UNICODE)
SETS_WORD: Final = phrases({"": "sets | set"})
_WITH: Final = ("with", "w/", "w", "mit", "con", "avec", "met")
_LETTERS: Final = ("l", "r")
_LIKE_A_LOAD: Final = 40
_FEW_SETS: Final = 5
_FEW_REPS: Final = 6
_LONG_MINUTES: Final = 10


def refuse_labels(text: str) -> None:
    """Refuse 'A1 3x8, A2 3x10', which are sets of two exercises."""
    labels = [found[0].upper().rstrip(".):") for found in _LABEL.finditer(text)]
    if len(set(labels)) > 1:
        raise ValueError(
            f"'{labels[0]}' and '{labels[1]}' are two exercises; write the sets of each on a line of its own"
        )


def refuse_days(text: str) -> None:
    """Refuse 'Day 1: 3x10; Day 2: 3x12', which are sets of two workouts."""
    days = [found[0] for found in _DAY.finditer(text)]
    if len(set(days)) > 1:
        raise ValueError(f"'{days[0]}' and '{days[1]}' are two workouts; write an entry in each of them")


def refuse_two_by_dash(text: str) -> None:
    """Refuse '3x8 - 3x10' and '4x5 becomes 3x5', which may be two groups, or from one week to another."""
    if found := _DASHED.fullmatch(text.strip()):
        first, second = filter(None, found.groups())
        raise ValueError(
            f"is '{first} - {second}' one after the other, or from week to week? write '{first}, {second}' or "
            f"'{first} -> {second}'"
        )


def refuse_later_weeks(text: str) -> None:
    """Refuse '3x8, week 2 3x9': the first week has no name."""
    if (found := _LATER_WEEK.search(text)) and not _FIRST_WEEK.search(text):
        raise ValueError(
            f"'{found[0].strip()}' comes after what? write 'week 1: 3x8, week 2: 3x9', or '3x8 -> 3x9'"
        )


def ask_work_and_rest(draft: SetsDraft) -> None:
    """Refuse '40/20 x 3', which may be seconds of work and rest."""
    cursor = draft.cursor
    if found := _WORK_REST.match(cursor.text, cursor.peek().at):
        first, second = (NumberRange(float(found[n]), float(found[n])) for n in (1, 2))
        raise ask_seconds(first, second, f"{found[3]} x ")


def ask_21s(draft: SetsDraft, span: NumberRange) -> None:
    """'3x21s' may be a hold of 21 seconds, or three times seven repetitions."""
    cursor = draft.cursor
    if not cursor.ended and _TIGHT_21S.match(cursor.text, cursor.peek().at) and cursor.see(HOLD, 2) == 0:
        raise ValueError(
            f"is '21s' a hold of 21 s, or 7 + 7 + 7 reps? write '{span}x21 s hold' or '{span}x7+7+7'"
        )


def ask_with(draft: SetsDraft, span: NumberRange) -> None:
    """Refuse '3x10 lunges with 2x20', which may be two weights of 20, or two sets more."""
    cursor = draft.cursor
    if draft.group is None or cursor.peek(-3).text not in _WITH or cursor.peek().kind != "number":
        return
    pair = f"{span}x{cursor.peek().raw}"
    raise ValueError(f"is '{pair}' {span} weights, or {span} more sets? write '{pair} kg' or ', {pair}'")


def ask_reps_first(draft: SetsDraft, span: NumberRange) -> None:
    """Refuse '8-12 x 3' and '3-4 x 4', whose range may be that of the repetitions."""
    cursor = draft.cursor
    start, second = cursor.place, cursor.span()
    swapped = second is not None and (cursor.see(SETS_WORD) or cursor.see(UNITS))  # '6-8 x 30 m' counts sets
    cursor.place = start
    paced = draft.group is None and "tempo" in draft.held  # '@ 30X0; 2-3 x 7' has the reps first
    if span.low != span.high and (span.low >= FEW_SETS or paced) and not swapped:
        after = cursor.rest.split()[0] if cursor.rest else "3"
        raise ValueError(f"is '{span} x' the reps? write sets first, '{after}x{span}'")
    if second is not None and may_be_reps_first(span, second) and not swapped:
        raise ValueError(
            f"is '{span} x {second}' {span} sets of {second}, or {second} sets of {span}? "
            f"write '{span} sets of {second}' or '{second}x{span}'"
        )


def ask_weights(groups: list[Found]) -> None:
    """Refuse '8x60, 8x65, 6x70', in which weights without a unit would be repetitions."""
    counts = [found["reps"].low for found in groups if found.get("reps") and "chain" not in found]
    loaded = any(found.get("load") or found.get("percent") or found.get("noun") for found in groups)
    if len(counts) < 2 or len(counts) != len(groups) or loaded or min(counts) < _LIGHTEST:
        return
    weights = ", ".join(f"{count:g}" for count in counts)
    raise ValueError(
        f"are {weights} weights? write each with its unit, '{groups[0]['sets']}x{counts[0]:g} kg'"
    )


def ask_times(draft: SetsDraft) -> None:
    """Refuse '5 reps, 10 reps x 3', whose times may be those of the whole list."""
    *before, last = draft.groups or [{}]
    found = _TIMES_AT_END.search(draft.cursor.text)
    if not found or not before or draft.timing or "chain" in last or last.get("uncounted"):
        return
    if all(group.get("uncounted") and not group.keys() & {*AIMS, "maximum", "role"} for group in before):
        raise ValueError(
            f"is '{found[0].strip()}' said of the whole list, or of the last alone? write each set with its own"
            f" number, '{found[1]}x5, {found[1]}x10', or '{found[1]} rounds: …'"
        )


def ask_each_side(groups: list[Found]) -> None:
    """Refuse '3x12, 10 each side', which may be one more set, or what the three are on each side."""
    if len(groups) < 2:
        return
    before, last = groups[-2:]
    counted = "uncounted" not in before and before.get("reps") and "per" not in before
    if counted and last.get("uncounted") and "per" in last and last.get("reps") and "chain" not in last:
        sets, reps, side = before.get("sets", ONE), last["reps"], last["per"]
        raise ValueError(
            f"is '{reps}/{side}' one more set, or how many of the {sets}? "
            f"write '{sets}x{before['reps']}/{side}, 1x{reps}/{side}' or '{sets}x{reps}/{side}'"
        )


def ask_load_alone(draft: SetsDraft, span: NumberRange) -> None:
    """Refuse '160 @ 9', in which a load would be repetitions."""
    cursor = draft.cursor
    effort = cursor.peek(1)
    at = (
        cursor.peek().text in ("@", "at")
        and effort.kind == "number"
        and effort.value <= 10
        and cursor.peek(2).text != "x"
    )
    if at and span.low >= _LIKE_A_LOAD and not cursor.see(UNITS, 2):
        raise ValueError(
            f"is '{span} @ {effort.raw}' a load or reps? write '1x5 {span} kg @ RPE {effort.raw}', "
            f"or '{span} reps @ RPE {effort.raw}'"
        )


def ask_small_sets(draft: SetsDraft, span: NumberRange) -> None:
    """Refuse 'myo-reps 15 + 3-5 x 4', whose range may be that of the repetitions."""
    myo = draft.group is not None and draft.group.get("technique") == "myo-reps"
    if span.low != span.high and (myo or draft.held.get("technique") == "myo-reps"):
        raise ValueError("how many small sets, and of how many? write them like 'myo-reps 15 + 4x5'")


def ask_sides(draft: SetsDraft, spans: list[NumberRange], sign: str) -> None:
    if sign == "/" and len(spans) == 2 and spans[0] == spans[1] and not draft.timing:
        n = spans[0]
        if n.low >= _SHORTEST_WORK:
            raise ask_seconds(n, n, "")
        raise ValueError(f"is '{n}/{n}' {n} for each side, or two sets of {n}? write '1x{n}/side' or '2x{n}'")


def ask_slash(first: NumberRange, second: NumberRange) -> None:
    """Refuse '3/10', which may be sets and reps, and '40/20', which may be seconds of work and rest."""
    if first.low == first.high <= _FEW_SETS < second.high:
        raise ValueError(
            f"is '{first}/{second}' {first} sets of {second}, or a set of each? "
            f"write '{first}x{second}' or '1x{first}, 1x{second}'"
        )
    if first.low == first.high >= _LIKE_A_LOAD and second.high <= _FEW_REPS:
        raise ValueError(
            f"is '{first}/{second}' a load and reps, or two sets? "
            f"write '1x{second} {first} kg', '1x{second} @ {first}%' or '{first}, {second}'"
        )
    if first.low >= second.low and first.low >= _SHORTEST_WORK and first.low % 5 == second.low % 5 == 0:
        raise ask_seconds(first, second, "")


def ask_load_first(spans: list[NumberRange], sign: str) -> None:
    """Refuse 'squat 80/5/5', which may be a load, sets and repetitions."""
    first, *others = spans
    if (
        sign == "/"
        and len(others) == 2
        and first.low >= _LIKE_A_LOAD
        and first.low >= 4 * max(n.high for n in others)
    ):
        a, b, c = spans
        raise ValueError(
            f"is '{a}/{b}/{c}' a load, sets and reps, or three sets? write '{b}x{c} {a} kg' or '{a}, {b}, {c}'"
        )


def ask_seconds(first: NumberRange, second: NumberRange, times: str) -> ValueError:
    """The refusal of '40/20', without a unit."""
    return ValueError(
        f"is '{times}{first}/{second}' seconds of work and rest, or repetitions? "
        f"write '{times}{first} s on / {second} s off' or '{first}, {second}'"
    )


def ask_letter(draft: SetsDraft, span: NumberRange) -> None:
    """Refuse '3x10r', in which the letter may be repetitions or a side."""
    letter = draft.cursor.peek()
    if letter.text not in _LETTERS or letter.spaced:
        return
    side = "left" if letter.text == "l" else "right"
    other = f"'{span} reps'" if letter.text == "r" else f"'{span}/side'"
    raise ValueError(f"what does '{span}{letter.raw}' say? write {other}, or '{span} {side}'")


def ask_clock(value: NumberRange, clock: SetsToken) -> None:
    """Refuse '40:20', which may be seconds of work and rest."""
    minutes, seconds = divmod(value.low, 60)
    if clock.kind == "clock" and minutes >= _LONG_MINUTES and seconds and minutes < 100:
        work, rest = f"{minutes:g}", f"{seconds:g}"
        raise ValueError(
            f"is '{clock.raw}' {work} min {rest} s, or seconds of work and rest? "
            f"write '{work} min {rest} s' or '{work} s on / {rest} s off'"
        )
