"""Rows that are a set each, as training logs export them → the exercises of a session, with all their sets."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cardmaker.importing.draft import DraftEntry, Lift
from cardmaker.importing.lifts import are_sets
from cardmaker.importing.rows import Columns, Row
from cardmaker.patterns import Pattern
from cardmaker.plan.sets.grammar import parse_sets

_NOTHING: Final = Pattern(r"0+(?:[.,]0+)?", "0")
_TYPES: Final = {
    **dict.fromkeys(("w", "warmup", "warm up", "warm-up"), "warm-up"),
    **dict.fromkeys(("d", "drop", "dropset", "drop set"), "drop set"),
    **dict.fromkeys(("f", "failure"), "to failure"),
}
_NUMBERS: Final = ("set", "satz", "serie")
_SAID: Final = ("set", "set type", "exercise", "reps", "load", "distance", "rpe", "rir", "superset")
_OF_SESSION: Final = ("session note", "ended", "description")
_PLACES: Final = ("title", "date", "day", "week")


def has_sets(columns: Columns) -> bool:
    """Whether each row under *columns* is one set of an exercise."""
    return {"set", "exercise"} <= columns.by_meaning.keys()


def counted_up(rows: Sequence[Row], columns: Columns) -> Columns:
    """The columns, with one called 'Set' as the number of each set, if those of each exercise count up from one."""
    places = columns.by_meaning.get("sets", [])
    if len(places) != 1 or columns.texts[places[0]].casefold() not in _NUMBERS:
        return columns
    counts = [[row[places[0]].text for row in group] for group in grouped(rows, columns)]
    up = all(count == [str(n + 1) for n in range(len(count))] for count in counts)
    if not up or all(len(count) == 1 for count in counts):
        return columns
    by_meaning = {name: at for name, at in columns.by_meaning.items() if name != "sets"}
    return columns._replace(by_meaning={**by_meaning, "set": places})


def grouped(rows: Sequence[Row], columns: Columns) -> Iterator[tuple[Row, ...]]:
    """The rows of one exercise in one session after the other."""
    meanings = [name for name in ("week", "date", "day", "title", "exercise") if name in columns.by_meaning]
    for _, group in groupby(rows, lambda row: [columns.one(row, name) for name in meanings]):
        yield tuple(group)


def entry_of(group: Sequence[Row], columns: Columns) -> DraftEntry:
    """A session of the one exercise whose sets *group* has; what isn't read of them is its note."""
    first = group[0]
    lines = [_set(row, columns) for row in group]
    sets = "; ".join(lines)
    left: list[str] = []
    if are_sets(sets):
        sets = str(parse_sets(sets))
    else:
        left, sets = [sets], ""
    notes = [note for row in group for note in _words(row, columns, of_session=False)]
    turn = columns.one(first, "superset")
    lift = Lift(
        columns.one(first, "exercise"),
        sets,
        "; ".join(dict.fromkeys([*left, *notes])),
        int(turn) + 1 if turn.isdecimal() else 0,
    )
    of_session = dict.fromkeys(_words(first, columns, of_session=True))
    return DraftEntry("strength", name=columns.one(first, "title"), note="\n".join(of_session), lifts=(lift,))


def without_unit(group: Sequence[Row], columns: Columns) -> bool:
    """Whether sets have a load of which nothing says kg or lb."""
    return any(_value(row, columns, "load")[-1:].isdigit() for row in group)


def _set(row: Row, columns: Columns) -> str:
    """One set as the notation has it: 'warm-up 1x10 40 kg', '1x45 s', '1x8 @ RPE 8, to failure'."""
    reps, load, time, distance, rpe, rir = (
        _value(row, columns, name) for name in ("reps", "load", "time", "distance", "rpe", "rir")
    )
    kind = _TYPES.get(columns.one(row, "set type").casefold()) or _TYPES.get(
        columns.one(row, "set").casefold(), ""
    )
    work = reps or time or distance
    more = [one for one in (time, distance) if one and one != work]
    parts = [
        f"1x{work}" if work else "1 set",
        f' load "{load}"' if load[-1:].isdigit() else f" {load}" if load else "",
        f" @ RPE {rpe}" if rpe else f" @ RIR {rir}" if rir else "",
        f", {kind}" if kind and kind != "warm-up" else "",
        *(f', "{one}"' for one in more),
    ]
    return f"{'warm-up ' if kind == 'warm-up' else ''}{''.join(parts)}"


def _value(row: Row, columns: Columns, meaning: str) -> str:
    """What a column says, with its heading's unit; nothing for none. A time without a unit is the session's."""
    unit = columns.unit(row, meaning)
    text = columns.one(row, meaning)
    if meaning == "time":
        timed = [at for at in columns.by_meaning.get("time", ()) if columns.units[at]]
        text, unit = (row[timed[0]].text, columns.units[timed[0]]) if timed else ("", "")
    if _NOTHING.fullmatch(text):
        return ""
    text = text.removesuffix(".0")
    return f"{text} {unit}" if unit and text[-1:].isdigit() else text


def _words(row: Row, columns: Columns, *, of_session: bool) -> Iterator[str]:
    """Notes, and what is said in columns that sets have no place for: of the whole session, or of the exercise."""
    by_meaning = columns.by_meaning
    times = by_meaning.get("time", [])
    said = {at for name in (*_SAID, *_PLACES) for at in by_meaning.get(name, ())}
    said |= {at for at in times if columns.units[at]}
    whole = {at for name in _OF_SESSION for at in by_meaning.get(name, ())} | {*times}
    plain = {at for name in ("note", "session note") for at in by_meaning.get(name, ())}
    for at, cell in enumerate(row):
        if cell.text and at not in said and (at in whole) == of_session and not _NOTHING.fullmatch(cell.text):
            yield cell.text if at in plain else f"{columns.texts.get(at, '')}: {cell.text}".removeprefix(": ")
