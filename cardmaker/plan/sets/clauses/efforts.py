"""RPE and repetitions in reserve."""

from typing import Final

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Figure, Figures
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loads import group_ahead
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import UNITS


def effort(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().text == "up" and cursor.peek(1).text == "to" and cursor.peek(2).text in ("rpe", "rir"):
        cursor.place += 4
        draft.remark(words(draft, start))  # the most, not the aim
        return True
    name = cursor.word("rpe", "rir")
    if not name:
        return False
    while cursor.sign(":", "=", "@", "~", "-"):
        pass
    place = cursor.place
    figures = cursor.effort_figures()
    dashed = figures is not None and not figures.sign and figures.one.low <= 10 < figures.one.high
    if dashed and cursor.tokens[place + 1].spaced:  # 'RPE 8 - 90 s'
        cursor.place = place + 1
        figures = Figures((Figure(NumberRange(*[cursor.peek(-1).value] * 2)),), "")
    if figures is None:
        if not cursor.ended and cursor.peek().kind == "word":
            note(draft, start)
            return True
        example = "RPE 7" if name == "rpe" else "RIR 2"
        raise ValueError(f"a number is missing after {name.upper()}; write it like '{example}'")
    if figures.sign == "," and cursor.see(UNITS):  # 'RPE 8, 90 s rest'
        cursor.place = place
        figures = Figures((cursor.figure() or Figure(ONE),), "")
    give_effort(draft, name, [item.span for item in figures.items], figures.sign)
    return True


_OF_TEN: Final = 10


def give_effort(draft: SetsDraft, name: str, spans: list[NumberRange], sign: str) -> None:
    """Set RPE or RIR, one for all sets or one each."""
    check = limits.rpe if name == "rpe" else limits.rir
    if sign == "/" and len(spans) == 2 and spans[0].high < spans[1].low == _OF_TEN:  # 'RPE 8/10'
        spans, sign = spans[:1], ""
    if name == "rpe" and spans[0].low > 10:
        limits.rpe(spans[0])
    if len(spans) == 2 and sign == "/" and spans[0].low < spans[1].low and draft.group is not None:
        count = int(draft.group.get("sets", ONE).high)
        if count != 2:
            spans = [NumberRange(spans[0].low, spans[1].high)]  # 'RPE 7/8' is a range
    values = [check(span) for span in spans]
    if len(values) > 1:
        draft.give_list(name, list(values), f"{name.upper()} {sign.join(map(str, values))}")
    else:
        draft.give(name, values[0], ahead=draft.gap not in ("", "@", "(") and group_ahead(draft.cursor))
