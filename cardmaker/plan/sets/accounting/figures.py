"""The figures of a line, each with its unit → those that have no place in the sets that it was read as."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import SECONDS
from cardmaker.plan.sets.accounting.printed import printed
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.record import NumberRange, SetGroup, Sets, Timing
from cardmaker.plan.sets.tokens import plain
from cardmaker.plan.sets.words import UNITS
from cardmaker.plan.unprinted import unprinted

Places = defaultdict[str, set[float]]

_LENGTHS: Final = ("m", "metres", "km", "mi", "yd", "ft")
_LINKS: Final = ("-", "to", "or", "bis", "/", ",")
_SETS: Final = ("sets", "set", "rounds", "round", "sätze", "satz")
_FROM: Final = ("short", "shy", "away", "from", "before")
_NUMBER: Final = Pattern(r"\d+(?:\.\d+)?")
_COUNT: Final = Pattern(r"(\d+) ?(?:x|sets?\b)", "x|set", re.IGNORECASE)
_OF_TEN: Final = Pattern(r"(?<=\d) ?/ ?10(?![\d/])", "/10|/ 10")
_SPANS: Final = ("reps", "hold_s", "distance", "calories", "pause_s", "percent", "rpe", "rir", "rest_s")
_TIMES: Final = ("every_s", "total_s", "cap_s")


class WrittenFigure(NamedTuple):
    """A figure of the line: its value, the unit behind it, '' if there is none, and how it is written."""

    value: float
    unit: str
    written: str


def lost_figures(text: str, sets: Sets) -> Iterator[str]:
    """A question for each figure that is nowhere in *sets*, or not where its unit puts it."""
    line = unprinted(plain(text), printed(sets))
    if any(group.rpe for group in sets.groups):
        line = _OF_TEN.sub(" ", line)
    places = _places(sets)
    counts = [float(count) for count in _COUNT.findall(line)]
    if len(counts) > 1 and sum(counts) in places["sets"]:
        places["sets"] |= set(counts)
    for said in figures_in(line):
        if not _is_placed(said, places):
            yield (
                f"'{said.written}' has no place in '{sets}', as which the line is read; "
                "write it in simpler parts, with ', '"
            )


def figures_in(line: str) -> Iterator[WrittenFigure]:
    """The figures of a line that has been made plain, with their units; both ends of a range have one."""
    cursor = Cursor(line)
    while not cursor.ended:
        token = cursor.peek()
        if token.kind not in ("number", "clock") or _is_name(cursor):
            cursor.place += 1
            continue
        values, since = [token], 0
        cursor.place += 1
        while _goes_on(cursor):
            apart = cursor.peek().text in ("/", ",") or (cursor.peek().text == "-" and cursor.peek().spaced)
            since = len(values) if apart else since
            values.append(cursor.peek(1))
            cursor.place += 2
        end = cursor.place
        unit = cursor.phrase(UNITS) or ("sets" if cursor.word(*_SETS) else "")
        if unit == "reps" and cursor.peek().text in _FROM:  # '2 reps short of failure'
            unit = "rir"
        ahead = unit in ("rpe", "rir") and cursor.peek().kind == "number"  # '3x10 RPE 7'
        named = ahead or cursor.sign(":", "=")  # '3 Reps: 10'
        cursor.place = end
        for place, value in enumerate(values):
            own = unit if not named and place >= since else ""
            yield WrittenFigure(
                value.value, "clock" if value.kind == "clock" else own, f"{value.raw} {own}".strip()
            )


def _is_name(cursor: Cursor) -> bool:
    """Whether the number here is part of a name: 'A1', 'Set 2:', '1st'."""
    before, number, behind = cursor.peek(-1), cursor.peek(), cursor.peek(1)
    lettered = before.kind == "word" and len(before.text) == 1 and not number.spaced
    numbered = before.text in ("set", "s") and behind.text in (":", "=", ")", "-")
    ordinal = behind.text == "." and cursor.peek(2).text in ("set", "satz")  # '2. Satz'
    return lettered or numbered or ordinal or (behind.text in ("st", "nd", "rd", "th") and not behind.spaced)


def _goes_on(cursor: Cursor) -> bool:
    """Whether a range or a list goes on with the number behind a sign; '5 -10%' is none."""
    sign, following = cursor.peek(), cursor.peek(1)
    less = sign.text == "-" and sign.spaced and not following.spaced
    return sign.text in _LINKS and following.kind == "number" and not less


def _is_placed(said: WrittenFigure, places: Places) -> bool:
    value = said.value
    match said.unit:
        case "clock":
            return value in places["time"] or value / 60 in places[""]
        case "s" | "min" | "h":
            return round(value * SECONDS[said.unit], 2) in places["time"]
        case "m":
            return value in places["length"] or value * 60 in places["time"]
        case "metres" | "km" | "mi" | "yd" | "ft":
            return value in places["length"]
        case "reps" | "cal" | "kg" | "lb" | "%" | "sets":
            return value in places[said.unit]
        case "rir" | "rpe":
            return value in places["rir"] or value in places["rpe"]
        case "rm":
            return value in places["rm"] or value == 1
    return value in places[""] or any(value in found for found in places.values())


def _places(sets: Sets) -> Places:
    """What the figures of *sets* are, by unit; those that any unit may have under ''."""
    places: Places = defaultdict(set)
    counts = [group.sets for group in sets.groups]
    for chosen in (counts, [group.sets for group in sets.working], [group.sets for group in sets.warm_up]):
        _add(places["sets"], _sum(chosen))
    for group in sets.groups:
        _add(places["sets"], group.sets)
        _place_group(places, group)
    for span in (sets.times_a_day, sets.times_a_week):
        _add(places[""], span)
    _add(places["reps"], sets.total_reps)
    if sets.timing:
        _place_timing(places, sets.timing)
    places[""] |= {float(number) for number in _NUMBER.findall(str(sets))}
    places["reps"] |= {float(group.sets.low * group.reps.low) for group in sets.groups if group.reps}
    places["time"] |= {part for time in places["time"] for part in (time // 60 * 60, time % 60) if time > 60}
    places[""] |= {float(times) for times in range(2, len(sets.groups)) if _repeats(sets.groups, times)}
    return places


def _repeats(groups: tuple[SetGroup, ...], times: int) -> bool:
    """Whether the same groups come so many times, as in '5 ladders 1-2-3'."""
    each, rest = divmod(len(groups), times)
    return not rest and groups == groups[:each] * times


def _place_group(places: Places, group: SetGroup) -> None:
    by_name = {
        "reps": "reps",
        "distance": "length",
        "calories": "cal",
        "percent": "%",
        "rpe": "rpe",
        "rir": "rir",
    }
    for name in _SPANS:
        _add(places[by_name.get(name, "time")], getattr(group, name))
    places["reps"] |= {float(part) for part in (*group.parts, sum(group.parts), group.maximum)}
    for small in group.small_sets or ():
        places["reps"].add(float(small))
        places["sets"].add(float(small))
    places["%"] |= {abs(group.change), group.drop_percent}
    places["rm"] |= {float(group.maximum)}
    places["time"] |= {float(one) for one in re.findall(r"\d+", group.tempo)}
    places[""] |= {float(group.drops)} | {float(one) for one in re.findall(r"\d", group.tempo)}
    written = group.tempo.replace("-", "")  # '30X1' as 30 and 1
    places[""] |= {float(one) for one in (*written.split("X"), written.rstrip("0")) if one.isdigit()}
    for load in (group.load, group.gain):
        if load:
            unit = "rm" if load.kind == "rm" else load.unit or "kg"
            _add(places[unit], load.amount)
            places[""].add(float(load.count))
            if not load.unit:
                _add(places["lb"], load.amount)
    if group.percent and group.percent_of == "bodyweight":
        _add(places[""], group.percent.times(0.01))
    if group.rpe:
        _add(places["rir"], NumberRange(10 - group.rpe.high, 10 - group.rpe.low))


def _place_timing(places: Places, timing: Timing) -> None:
    for name in _TIMES:
        places["time"].add(getattr(timing, name))
        places[""].add(getattr(timing, name) / 60)
    for span in (timing.work_s, timing.rest_s, timing.round_rest_s):
        _add(places["time"], span)
    _add(places["sets"], timing.rounds)
    if timing.every_s:
        rounds = timing.total_s / timing.every_s
        places["sets"].add(rounds)
    for span in (timing.work_s, timing.rest_s):
        if span and timing.rounds and timing.work_s and timing.rest_s:
            places["time"].add((timing.work_s.low + timing.rest_s.low) * timing.rounds.low)


def _sum(spans: list[NumberRange]) -> NumberRange:
    return NumberRange(sum(span.low for span in spans), sum(span.high for span in spans))


def _add(found: set[float], span: NumberRange | None) -> None:
    if span is not None:
        found |= {float(span.low), float(span.high)}
