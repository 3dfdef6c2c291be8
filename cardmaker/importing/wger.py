"""A routine of wger, its structure or its days by date, as JSON → a draft."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from cardmaker.importing.cells import CellReader
from cardmaker.importing.data import data_of, mapping, mappings, number, text
from cardmaker.importing.dates import dates_of
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.lifts import are_sets
from cardmaker.importing.spread import spread

_REPS: Final = {1: "", 2: "failure", 3: " s", 4: " min", 5: " mi", 6: " km"}
"""What repetitions count, by the numbers of their units."""
_WEIGHTS: Final = {1: "kg", 2: "lb"}
_TECHNIQUES: Final = {"dropset": ", drop set", "myo": ", myo-reps"}
_KINDS: Final = {
    "tut": "time under tension",
    "iso": "isometric",
    "forced": "forced reps",
    "partial": "partial reps",
}
"""What an entry's type says of its sets; 'jump' and others are kept as they are."""
_TAG: Final = re.compile(r"<[^<>]*>")
_WEEK: Final = 7
_MOST_WEEKS: Final = 52
_ABOUT: Final = frozenset(
    {"id", "uuid", "order", "slot", "slot_entry_id", "exercise", "exercise_name", "comment", "type"}
)
"""What an exercise says besides its figures."""


def is_wger(content: str) -> bool:
    """Whether *content* is such a routine."""
    data = data_of(content)
    days = mappings(mapping(data).get("days")) or mappings(data)
    return any("slots" in day for day in days)


def read_wger(content: str, cells: CellReader) -> Draft:
    """The draft of a routine; exercises that it has by number alone are named so."""
    data = data_of(content)
    draft = Draft()
    if isinstance(data, dict):
        _structure(draft, data)
    else:
        _by_date(draft, mappings(data))
    nameless = {
        lift.exercise
        for entry in draft.entries()
        for lift in entry.lifts
        if lift.exercise.startswith("wger ")
    }
    if nameless:
        draft.remark("", f"exercises are numbers there; write their names for {', '.join(sorted(nameless))}")
    return draft


def _structure(draft: Draft, routine: dict[str, Any]) -> None:
    draft.title = text(routine.get("name"))
    if said := " ".join(unescape(_TAG.sub(" ", text(routine.get("description")))).split()):
        draft.keep("description", said)
    days = sorted(mappings(routine.get("days")), key=lambda day: number(day.get("order")) or 0)
    resting = any(day.get("is_rest") is True for day in days)
    on = tuple(range(7)) if resting else spread(len(days)).days
    if days and not resting:
        draft.remark(
            "", f"its days have no weekdays; they are put on {spread(len(days)).words}, so move them"
        )
    start, end = dates_of([text(routine.get("start")), text(routine.get("end"))])
    if start:
        draft.starts(start)
    on_and_on = resting and routine.get("fit_in_week") is False and len(days) % _WEEK
    cycle = len(days) if on_and_on else _WEEK * (1 + (len(days) - 1) // _WEEK)
    last = (end - start).days + 1 if start and end and end >= start else 0
    lasting = -(-last // cycle) if days else 0
    first = start.weekday() if on_and_on and start else 0
    for iteration in range(1, min(max(_iterations(routine), lasting), _MOST_WEEKS) + 1):
        for place, day in enumerate(days):
            at = (iteration - 1) * cycle + place
            if on_and_on and last and at >= last:
                break
            if on_and_on:
                week, weekday = divmod(first + at, _WEEK)
            else:
                week, weekday = at // _WEEK, on[place % len(on)]
            draft.week(week).add(weekday, _day(day, _lifts(day, iteration)))


def _iterations(data: object) -> int:
    """For how many weeks a routine has figures of their own."""
    found = 1
    stack: list[object] = [data]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            found = max(found, int(number(one.get("iteration")) or 1))
            stack += one.values()
        elif isinstance(one, list):
            stack += one
    return min(found, _MOST_WEEKS)


def _day(day: dict[str, Any], lifts: tuple[Lift, ...]) -> DraftEntry:
    name, about = text(day.get("name")), text(day.get("description"))
    if lifts:
        return DraftEntry("strength", name=name, note=about, lifts=lifts)
    if day.get("is_rest") is True:
        said = "" if name.casefold() in ("rest", "rest day") else name
        return DraftEntry("rest", note="\n".join(filter(None, (said, about))))
    return DraftEntry("note", "\n".join(filter(None, (name, about))) or "Workout")


def _lifts(day: dict[str, Any], iteration: int) -> tuple[Lift, ...]:
    """The exercises of a day; those of one slot are done in turn."""
    lifts: list[Lift] = []
    for turn, slot in enumerate(mappings(day.get("slots")), 1):
        for entry in mappings(slot.get("entries")):
            figures = dict(_figures(entry, iteration))
            sets, left = _sets(figures, entry) if figures else ("", _unread(entry))
            notes = [text(slot.get("comment")), text(entry.get("comment")), *left]
            lifts.append(Lift(_name(entry), sets, "; ".join(dict.fromkeys(filter(None, notes))), turn))
    return tuple(lifts)


def _name(entry: dict[str, Any]) -> str:
    exercise = entry.get("exercise")
    named = text(entry.get("exercise_name")) or text(mapping(exercise).get("name"))
    for one in mappings(mapping(exercise).get("translations")):
        named = named or text(one.get("name"))
    return named or f"wger {text(exercise) or text(mapping(exercise).get('id')) or 'exercise'}"


def _figures(entry: dict[str, Any], iteration: int) -> Iterator[tuple[str, float]]:
    """The figures of an exercise in one week, by name: their settings, one on top of the other."""
    for key, configs in entry.items():
        if not key.endswith("_configs"):
            continue
        value: float | None = None
        by_week = {int(number(one.get("iteration")) or 1): one for one in mappings(configs)}
        config: dict[str, Any] = {}
        for week in range(1, iteration + 1):
            config = by_week.get(week, config if config.get("repeat") is True else {})
            change = number(config.get("value"))
            if change is None:
                continue
            operation = text(config.get("operation")) or "r"
            if operation == "r" or value is None:
                value = change
            elif operation in "+-":
                by = value * change / 100 if text(config.get("step")) == "percent" else change
                value += by if operation == "+" else -by
        if value is not None:
            yield key.removesuffix("_configs").replace("set_nr", "sets"), value


def _unread(entry: dict[str, Any]) -> list[str]:
    """What an entry without a figure under a known name says of its own, to be kept in words."""
    return [f"{name}: {said}" for name, value in entry.items() if _is_figure(name) and (said := _flat(value))]


def _flat(value: object) -> str:
    """All that a value says, in a line: 'sets 4, reps 8'."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {said}" for name, one in value.items() if (said := _flat(one)))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flat, value)))
    return text(value)


def _is_figure(name: str) -> bool:
    return name not in _ABOUT and not name.endswith("_unit")


def _sets(figures: dict[str, float], entry: dict[str, Any]) -> tuple[str, list[str]]:
    """The sets that figures say, and those of them that have no place in these."""
    kind = text(entry.get("type"))
    units = {key: number(entry.get(key)) or number(mapping(entry.get(key)).get("id")) or 1
             for key in ("repetition_unit", "repetitions_unit", "weight_unit")}  # fmt: skip
    unit = _REPS.get(int(max(units["repetition_unit"], units["repetitions_unit"])), "")
    reps = _span(figures, "repetitions") or _span(figures, "reps")
    work = "F" if unit == "failure" else f"{reps}{unit}"
    line = f"{_span(figures, 'sets') or 1}x{work}"
    if not work or not are_sets(line):
        weight = _WEIGHTS.get(int(units["weight_unit"]), "")
        own = {"weight": f" {weight}", "repetitions": unit, "rest": " s"}
        return "", [
            f"{name}: {text(value)}{own.get(name.removeprefix('max_'), '')}"
            for name, value in figures.items()
        ]
    left = []
    weight = _WEIGHTS.get(int(units["weight_unit"]), "")
    for name, form in (
        ("weight", f" {{}} {weight}"),
        ("rir", " @ RIR {}"),
        ("rpe", " @ RPE {}"),
        ("rest", ", rest {} s"),
    ):
        said = _span(figures, name)
        if said and are_sets(line + form.format(said)) and (name != "weight" or weight):
            line += form.format(said)
        elif said:
            left.append(f"{name}: {said}{f' {weight}' if name == 'weight' else ''}")
    clause = _TECHNIQUES.get(kind, "")
    if clause and are_sets(line + clause):
        line += clause
    elif kind and kind != "normal":
        left.append(_KINDS.get(kind, kind))
    return line, left


def _span(figures: dict[str, float], name: str) -> str:
    low, high = figures.get(name), figures.get(f"max_{name}")
    if not low:
        return ""
    return f"{_short(low)}-{_short(high)}" if high and high > low else _short(low)


def _short(value: float) -> str:
    return f"{value:.6g}"


def _by_date(draft: Draft, days: list[dict[str, Any]]) -> None:
    """Days with their dates, each with its sets worked out."""
    dates = dates_of([text(day.get("date")) for day in days])
    known = sorted(date for date in dates if date)
    if not known:
        return
    start = draft.starts(known[0])
    for day, date in zip(days, dates, strict=True):
        if date is None:
            draft.keep("", f"a day without a date: {text(day.get('label'))}")
            continue
        lifts = []
        for turn, slot in enumerate(mappings(day.get("slots")), 1):
            for one in mappings(slot.get("sets")):
                figures = {
                    key: found
                    for key, value in one.items()
                    if _is_figure(key) and (found := number(value)) is not None
                }
                sets, left = _sets(figures, one)
                in_words = text(one.get("text_repr"))
                notes = [
                    text(slot.get("comment")),
                    text(one.get("comment")),
                    *([in_words] if in_words and not sets else left),
                ]
                lifts.append(Lift(_name(one), sets, "; ".join(filter(None, notes)), turn))
        week = (date - start).days // 7
        if 0 <= week <= _MOST_WEEKS * 5:
            draft.week(week).add(date.weekday(), _day(mapping(day.get("day")), tuple(lifts)))
