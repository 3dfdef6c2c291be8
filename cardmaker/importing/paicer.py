"""A plan of paicer, phases of weeks of workouts with steps for a watch → a draft."""

import re
from collections.abc import Iterator
from typing import Any, Final

from cardmaker.importing.cells import CellReader, Unread, kept
from cardmaker.importing.data import data_of, mapping, mappings, number, text
from cardmaker.importing.dates import dates_of
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.fields import FieldReader, Session, unread_in, with_words
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.sports import Sport

_SPORTS: Final[dict[str, Sport]] = {"swim": "swim", "bike": "bike", "row": "row", "multisport": "brick"}
_UNITS: Final = {"power.zone": "W", "heart.rate.zone": "bpm"}
_RECOVERY: Final = re.compile(r"(?:walk|jog|easy|float|stand)[a-z /-]*", re.IGNORECASE)
"""How to recover until a button is pressed: 'walk down'."""
_ROLES: Final = {"warmup": "wu", "cooldown": "cd"}
_WEEKDAYS: Final = 7


def is_paicer(content: str) -> bool:
    """Whether *content* is such a plan."""
    plan = mapping(data_of(content))
    return "phases" in plan and any("weeks" in phase for phase in mappings(plan["phases"]))


def read_paicer(content: str, cells: CellReader) -> Draft:
    """The draft of such a plan; its days count from Monday."""
    whole = mapping(data_of(content))
    plan = mapping(whole.get("plan"))
    draft = Draft(title=text(plan.get("name")))
    (start,) = dates_of([text(plan.get("start_date"))])
    if start:
        draft.starts(start)
    if overview := text(plan.get("overview")):
        draft.keep("overview", overview)
    for phase in mappings(whole["phases"]):
        for place, week in enumerate(mappings(phase.get("weeks"))):
            _week(draft, phase, week, cells, first=not place)
    for review in mappings(whole.get("reviews")):
        said = [
            text(review.get("date")),
            text(review.get("notes")),
            *map(text, review.get("adjustments") or ()),
        ]
        draft.keep(f"review of week {text(review.get('week'))}", " ".join(filter(None, said)))
    return draft


def _week(
    draft: Draft, phase: dict[str, Any], week: dict[str, Any], cells: CellReader, *, first: bool
) -> None:
    said = number(week.get("week"))
    index = int(said) - 1 if said and len(draft.weeks) < said <= len(draft.weeks) + 52 else len(draft.weeks)
    read = draft.week(index)
    read.name = text(phase.get("name"))
    read.notes += filter(
        None, [text(phase.get("description")) if first else "", text(week.get("description"))]
    )
    for workout in mappings(week.get("workouts")):
        day = number(workout.get("day"))
        at = f"week {index + 1}, {text(workout.get('name')) or text(workout.get('type'))}"
        entries = _entries(draft, workout, cells, at)
        if day is None or not 1 <= day <= _WEEKDAYS:
            draft.keep(at, " | ".join(f"{entry.name} {entry.text} {entry.note}".strip() for entry in entries))
        else:
            read.add(int(day) - 1, *entries)


def _entries(draft: Draft, workout: dict[str, Any], cells: CellReader, at: str) -> tuple[DraftEntry, ...]:
    name, kind, what = (text(workout.get(key)) for key in ("name", "type", "description"))
    extra = [what, "optional" if workout.get("optional") is True else ""]
    steps = mapping(workout.get("garmin"))
    sport = _SPORTS.get(kind, "run")
    if kind == "strength":
        lifts, notes = _lifts(mappings(steps.get("steps")))
        if lifts:
            note = "\n".join(filter(None, [*extra, *notes]))
            return (DraftEntry("strength", name=name, note=note, lifts=lifts),)
    else:
        line = _brick(steps) if "legs" in steps else _line(mappings(steps.get("steps")), sport)
        words = _words_of(steps, " ".join((line, name, what)))
        if simple := _simple(cells, name, line, sport):
            return with_words((DraftEntry(sport, simple),), [*extra, *words])
        if line and (run := cells.runs.run(line, sport)):
            return with_words((DraftEntry(sport, run, name=name),), [*extra, *words])
        extra += [line, *words] if line else _all_steps(steps)
    found = FieldReader(cells).entries(Session(title=name, kind=kind, what=what))
    for unread in unread_in(found, what, cells):
        draft.remark(at, kept(unread))
    if not found:
        said = ", ".join(filter(None, (name or kind, what)))
        draft.remark(at, kept(Unread(said, cells.runs.why_not(said))))
        found = (DraftEntry("note", said),)
    return with_words(found, extra[1:])


def _simple(cells: CellReader, name: str, line: str, sport: Sport) -> str | None:
    """A name that says all of one step, 'Easy 5 km'."""
    run = cells.runs.run(name, sport) if name and "/" not in line and " x " not in line else None
    if not run or not line or not cells.runs.run(line, sport):
        return None
    ours, theirs = parse_run(run, sport=sport), parse_run(line, sport=sport)
    far, long = theirs.distance.exact, theirs.duration.exact
    same = bool(far and ours.distance.exact and abs(far - ours.distance.exact) <= 0.02 * far)
    return run if same or bool(long and ours.duration.exact == long) else None


def _brick(steps: dict[str, Any]) -> str:
    """Legs of several sports: '10000 m bike + 3000 m run'."""
    legs = [
        (_line(mappings(leg.get("steps"))), text(leg.get("sport"))) for leg in mappings(steps.get("legs"))
    ]
    return " + ".join(f"{line} {sport}" for line, sport in legs if line)


def _line(steps: list[dict[str, Any]], sport: Sport = "run") -> str:
    """Steps as our runs have them; '' if one is only ended by a button and says no amount."""
    parts: list[str] = []
    for step in steps:
        inner = mappings(step.get("steps"))
        if inner:
            count = int(number(step.get("numberOfIterations")) or 1)
            last = _step(inner[-1], sport) if len(inner) > 1 and _resting(inner[-1]) else ""
            body = [_step(one, sport) for one in (inner[:-1] if last else inner)]
            if not all(body):
                return ""
            together = body[0] if len(body) == 1 else f"({' / '.join(body)})"
            parts.append(f"{count} x {together}{f' w/ {last}' if last else ''}")
        else:
            parts.append(_step(step, sport))
    return " / ".join(parts) if all(parts) else ""


def _resting(step: dict[str, Any]) -> bool:
    return text(step.get("stepType")) in ("recovery", "rest")


def _step(step: dict[str, Any], sport: Sport = "run") -> str:
    amount = _amount(step)
    kind = text(step.get("stepType"))
    if not amount:  # ended by a button
        said = text(step.get("description"))
        if _resting(step):
            return said if _RECOVERY.fullmatch(said) else kind
        return said if re.match(r"\d", said) else ""
    aim = ""
    low, high = number(step.get("targetValueOne")), number(step.get("targetValueTwo"))
    target = text(step.get("targetType"))
    if zone := number(step.get("zoneNumber")):
        aim = f"Z{int(zone)}"
    elif target == "pace.zone" and low and high:
        aim = f"@ {_clock(min(low, high))}-{_clock(max(low, high))}/km"
    elif target in _UNITS and low and high:
        aim = f"@ {text(min(low, high))}-{text(max(low, high))} {_UNITS[target]}"
    rest = {"recovery": "jog" if sport == "run" else "easy", "rest": "rest"}.get(kind, "")
    return " ".join(filter(None, (amount, _ROLES.get(kind, ""), rest, aim)))


def _flat(steps: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each step by itself, of all legs and repeats."""
    for step in (*mappings(steps.get("legs")), *mappings(steps.get("steps"))):
        yield from _flat(step) if "steps" in step else (step,)


def _words_of(steps: dict[str, Any], said: str) -> list[str]:
    """What steps say that isn't *said* already: words, and targets that runs don't have."""
    low = said.casefold()
    found = [text(step.get("description")) for step in _flat(steps)] + [
        _cadence(step) for step in _flat(steps)
    ]
    return [one for one in dict.fromkeys(found) if one and one.casefold() not in low]


def _cadence(step: dict[str, Any]) -> str:
    """A target that no run has, in words."""
    low, high, target = (step.get(key) for key in ("targetValueOne", "targetValueTwo", "targetType"))
    if not (number(low) and target) or target in ("pace.zone", "no.target", *_UNITS):
        return ""
    unit = "spm" if target == "cadence" else text(target)
    return f"{_amount(step)}: {'-'.join(filter(None, (text(low), text(high))))} {unit}".removeprefix(": ")


def _all_steps(steps: dict[str, Any]) -> list[str]:
    """Every step in words, where they are no run that can be written."""
    return [
        f"{count}{' / '.join(filter(None, map(_in_words, inner)))}"
        for step in (*mappings(steps.get("legs")), *mappings(steps.get("steps")))
        for inner in (mappings(step.get("steps")) or [step],)
        for count in (f"{text(step.get('numberOfIterations'))} x " if "numberOfIterations" in step else "",)
    ]


def _in_words(step: dict[str, Any]) -> str:
    said = text(step.get("description"))
    return " ".join(
        dict.fromkeys(
            filter(None, (_step(step) if _amount(step) else _ROLES.get(text(step.get("stepType")), ""), said))
        )
    )


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"


def _amount(step: dict[str, Any]) -> str:
    """How far or how long a step is: metres, or seconds."""
    value, ends = number(step.get("endConditionValue")), text(step.get("endCondition"))
    if not value or value <= 0:
        return ""
    if ends == "distance":
        return f"{text(value / 1000)} km" if value >= 1000 and not value % 100 else f"{text(value)} m"
    if ends == "time":
        return f"{text(value / 60)} min" if not value % 60 else f"{text(value)} s"
    return ""


def _lifts(steps: list[dict[str, Any]]) -> tuple[tuple[Lift, ...], list[str]]:
    """The exercises of a strength session, and what else its steps say."""
    lifts: list[Lift] = []
    notes: list[str] = []
    for turn, step in enumerate(steps, 1):
        inner = mappings(step.get("steps")) or [step]
        count = int(number(step.get("numberOfIterations")) or 1)
        for one, after in zip(inner, [*inner[1:], {}], strict=True):
            name = text(one.get("exerciseName")) or text(one.get("category"))
            if not name:
                said = text(one.get("description"))
                amount = "" if said.startswith(_amount(one)) else _amount(one)
                notes += [f"{amount} {said}".strip()] if said and not _resting(one) else []
                continue
            reps = number(one.get("endConditionValue"))
            work = text(reps) if text(one.get("endCondition")) == "reps" and reps else _amount(one)
            rest = _amount(after) if _resting(after) else ""
            sets = f"{count}x{work}{f', rest {rest}' if rest and count > 1 else ''}" if work else ""
            words = re.sub(r"\s+", " ", name.replace("_", " ")).capitalize()
            lifts.append(Lift(words, sets, text(one.get("description")), turn if count > 1 else 0))
    return tuple(lifts), notes
