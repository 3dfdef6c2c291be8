"""A figure with its unit: work, or what goes with the work before it."""

import re
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import asked, limits, loads
from cardmaker.plan.sets.clauses.efforts import give_effort
from cardmaker.plan.sets.cursor import Figure
from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.loadwords import TOOLS
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import Load, NumberRange
from cardmaker.plan.sets.times import sets_behind
from cardmaker.plan.sets.words import HOLD, SIDES, TECHNIQUES, UNITS
from cardmaker.plan.sets.work import compounds, measures

_NAME_AHEAD: Final = Pattern(
    r"(?!(?:sets?|reps?|rounds?|x|each|per|of)\b)[a-z][a-z' -]*\s\d+(?:-\d+)?\s?x\s?[\d(]", "x", re.IGNORECASE
)
"""Words and then sets: the number before them is part of a name."""
_NO_REST_OR_SHARE: Final = 120
_ROUND_REST: Final = 30
"""A number behind sets that is more than a share, and no half minutes, is a load: '5x5 225'."""


def measured(draft: SetsDraft, figure: Figure, start: int) -> bool:
    """Repetitions or a distance without a number of sets: of the group being read, a set alone, or a note."""
    cursor = draft.cursor
    group = draft.group
    span = figure.span
    if draft.gap == "@" and group is not None and cursor.peek().text in ("in", "inch", "inches", "cm"):
        note(draft, start)  # '3x10 @ 6 in step'
        return True
    if (draft.gap == "@" or cursor.peek(start - cursor.place - 1).text == "@") and group is not None:
        joined = cursor.peek()
        if joined.kind == "word" and not joined.spaced and not cursor.see(UNITS):
            raise ValueError(
                f"don't understand '@ {span}{joined.raw}'; write '@ RPE 8', '@ 80%' or '@ 60 kg'"
            )
        if span.low <= 10 and not cursor.see(UNITS):
            give_effort(draft, "rpe", [span], "")
            return True
        if not cursor.see(UNITS):
            loads.behind_at(draft, [span], str(span))
            return True
    if (
        draft.gap == "@"
        and group is None
        and draft.held.get("note")
        and not draft.timing
        and not cursor.see(UNITS)
    ):
        raise ValueError(
            f"'@ {span}' of what? write the sets before it, like '1x3 @ {span}', {draft.held['note']!r} in quotes"
        )
    unit = measures.work_unit(draft)
    if draft.timing and draft.depth and unit is None and cursor.peek().kind == "word" and group is None:
        draft.timing["note"] = words(draft, start) + "".join(f" {word}" for word in _words_on(draft))
        return True
    if (
        group is not None
        and unit == "reps"
        and group.get("uncounted")
        and group.get("hold_s")
        and "reps" not in group
    ):
        if draft.gap == "+":
            raise ValueError(
                f"'{group['hold_s']} s + {span} reps': the hold of each, or a set before them? write '1x{span}, hold "
                f"{group['hold_s']} s', or '1x{group['hold_s']} s, 1x{span}'"
            )
        group["reps"] = limits.reps(span)  # 'hold 20 s, 3 reps'
        return True
    failing = (
        group is not None
        and unit == "reps"
        and group.get("technique") == "to failure"
        and "reps" not in group
    )
    if group is not None and not has_work(group) and draft.gap == "+":
        raise ValueError(
            f"how many reps are the sets before '+ {cursor.text[cursor.tokens[start].at :]}'?"
            " write each group with its own, '1x15, 3x5'"
        )
    if group is not None and (not has_work(group) or (failing and draft.gap in (",", "(", ""))):
        group.update(measures.amount(figure, unit), **measures.side(draft))
        return True
    if (
        unit is None
        and group is not None
        and cursor.see(TOOLS)
        and cursor.peek().text not in ("each", "total")
    ):
        cursor.phrase(TOOLS)
        loads.give_load(draft, "load", Load("words", words=words(draft, start)))
        return True
    if group is not None and cursor.see(TECHNIQUES) and "technique" not in group:
        said = cursor.phrase(TECHNIQUES)
        group["technique"] = said
        if said == "drop set":
            group["drops"] = int(limits.whole_span(span, 1, 10, "drops").low)
        return True
    aimed = cursor.peek().text in ("@", "at") or bool(draft.held.get("role"))
    sided = cursor.see(SIDES) > 0
    listed = draft.gap in (",", ";") and sided and draft.depth == 0
    again = draft.gap == "/" and unit == "reps" and group is not None and bool(group.get("uncounted"))
    if group is None or (draft.gap in (",", ";", "+") and (unit or aimed)) or listed or again:
        return _alone(draft, figure, unit, start)
    if (draft.gap == "+" or draft.gap == ",") and figure.open_ended:  # '2x5 + 5+'
        return _alone(draft, figure, unit, start)
    if draft.gap == "" and aimed and not draft.depth:  # '5@65% 5@75%'
        return _alone(draft, figure, unit, start)
    bare = draft.depth and unit is None and cursor.peek().text == ")" and cursor.peek(-2).text == "("
    if (cursor.peek().kind == "word" or unit or sided or draft.depth) and not bare:
        note(draft, start)
        return True
    if group is not None and draft.gap in (",", "/"):
        raise ValueError(
            f"how many sets of {span}? write '1x{span}', or a load or rest with its unit, '{span} kg', 'rest {span} s'"
        )
    heavy = span.low == span.high > _NO_REST_OR_SHARE and span.low % _ROUND_REST
    if group is not None and draft.gap == "" and heavy and (cursor.ended or cursor.peek().text in (",", ";")):
        loads.give_load(draft, "load", Load("words", words=f"{span}"))  # '5x5 225'
        return True
    raise ValueError(
        f"don't understand '{cursor.text[cursor.tokens[start].at :]}'; "
        f"a load has a unit, '{span} kg', and so has a rest, 'rest {span} s'"
    )


def _words_on(draft: SetsDraft) -> list[str]:
    """Take the words up to a sign."""
    cursor = draft.cursor
    found = []
    while not cursor.ended and cursor.peek().kind == "word":
        found.append(cursor.peek().raw)
        cursor.place += 1
    return found


def _alone(draft: SetsDraft, figure: Figure, unit: str | None, start: int) -> bool:
    """One set, whose number of sets may follow: '10 reps', '5 @ 65%', '30 s x 3'."""
    cursor = draft.cursor
    bare = unit is None and draft.group is None and not draft.timing and cursor.peek().spaced
    if bare and _NAME_AHEAD.match(cursor.rest):
        note(draft, start)  # '1 arm row 3x10', '3 position clean 3x1+1+1'
        return True
    if bare and not figure.open_ended and draft.gap in ("", ":", "@") and loads.group_ahead(cursor):
        return _before_sets(draft, figure.span)
    if unit is None and (found := compounds.parts(draft, figure.span, counted=False)):
        sets, counted = sets_behind(draft)
        draft.start({"sets": sets, "uncounted": not counted, **found, **measures.side(draft)})
        myo_behind(draft)
        return True
    behind = cursor.peek()
    if unit is None and draft.group is None:
        asked.ask_load_alone(draft, figure.span)
    if unit is None and behind.kind == "word" and not behind.spaced and not cursor.see(SIDES):
        written = cursor.text[cursor.tokens[start].at :]
        raise ValueError(f"don't understand '{written}'; write sets like '{EXAMPLE}'")
    found = measures.amount(figure, unit)
    compounds.times_more(draft, found, counted=False)
    found |= measures.side(draft)
    if not found.get("distance") and cursor.phrase(HOLD) is not None and "hold_s" not in found:
        found["note"] = "hold"
    loaded = (
        cursor.peek().kind == "number" and cursor.see(UNITS, 1) and cursor.peek(1).text in ("kg", "lb", "lbs")
    )
    said = bool(
        loaded or unit or found.get("per") or cursor.peek().text in ("@", "at") or draft.held or draft.timing
    )
    sets, counted = sets_behind(draft)
    before = draft.group or {"per": ""}
    same = before.get("reps") == found.get("reps") and before.get("hold_s") == found.get("hold_s")
    if not counted and found.get("per") and same and "per" not in before:
        draft.give("per", found["per"])  # '4x8-12, 60 s, 8-12 on each side'
        return True
    halves = found.get("reps") and before.get("reps") == found["reps"].times(2)
    if not counted and found.get("per") and halves:
        note(draft, start)  # '20 lunges, 10 each leg'
        return True
    draft.start({"sets": sets, **found, "uncounted": not counted})
    if not said and not counted and not figure.open_ended and cursor.peek().kind != "word":
        draft.whole["bare"] = str(figure.span)
    myo_behind(draft)
    return True


def _before_sets(draft: SetsDraft, span: NumberRange) -> bool:
    """The number of 'squat 225 3x5', which is a load; one that may be something else is asked about."""
    if span.low < loads.LIGHTEST_BARE:
        sets = draft.cursor.rest
        raise ValueError(
            f"what is '{span}' before '{sets}'? write '{sets}', and a load with its unit, '{span} kg'"
        )
    draft.give("load", Load("words", words=str(span)), ahead=True)
    return True


def myo_behind(draft: SetsDraft) -> None:
    """Take the small sets of '1x15 + 4x5 myo'."""
    cursor = draft.cursor
    group = draft.group
    if group is None or "reps" not in group or not any("myo" in token.text for token in cursor.tokens):
        return
    start = cursor.place
    plus = cursor.sign("+", ",") == "+"
    while cursor.word("myo", "myo-reps", "myoreps", "myo-rep") or cursor.word("reps", "rep"):
        pass
    plus = cursor.sign("+", ":", ",") == "+" or plus
    many = cursor.number()
    each = cursor.number() if many and cursor.sign("x") else None
    if many and each and plus and not cursor.see(UNITS):
        group["small_sets"] = (int(many), int(each))
        group["technique"] = "myo-reps"
        group.update(measures.side(draft))
    else:
        cursor.place = start


def has_work(found: dict[str, Any]) -> bool:
    """Whether a group says what one set is."""
    names = ("reps", "hold_s", "distance", "calories", "parts", "open_ended", "maximum")
    return any(found.get(name) for name in names) or found.get("technique") == "to failure"
