"""A run → what its line is read as: figures by name for programs, sentences for people."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal

from cardmaker.plan.quantity import NOTHING, Extent, Quantity, decimal
from cardmaker.plan.runs.efforts import HARDNESS, RESTING, hardest_of
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import around, flat, is_run_walk, written_steps
from cardmaker.plan.runs.sports import sport_named
from cardmaker.plan.runs.targets import Target

Reading = dict[str, Any]


def reading_of(run: Run) -> Reading:
    """The figures of a run, without what the line leaves open."""
    sessions = run.sessions()
    if len(sessions) > 1:
        found = {
            "two_runs": [_known(one, "distance", 1000) for one in sessions],
            "runs": [_one(one) for one in sessions],
        }
        return _given({**found, "told": list(run.remarks)})
    return _given({**_one(run), "told": list(run.remarks)})


def _one(run: Run) -> Reading:
    steps = list(flat(run.parts))
    repeat = next(_repeats(run.parts), None)
    written = list(written_steps(run.parts))
    return _given(
        {
            "km": _known(run, "distance", 1000),
            "min": _known(run, "duration", 60),
            "effort": hardest_in(run, steps),
            "parts": [piece for part in run.parts for piece in _pieces(part)],
            **_repeated(repeat),
            **_targets(written),
            "climb_m": round(run.climb_m) or None,
            "shown": _shown(run, written),
            "optional": run.optional or None,
            "when": run.when or None,
        }
    )


def _given(reading: Reading) -> Reading:
    return {key: value for key, value in reading.items() if value is not None and value != [] and value != ""}


def rounded(span: Extent, unit: float, places: int) -> Any:
    if not span.least and span.most is None:
        return None
    least = _short(span.least / unit, places)
    if span.most is None:
        return [least, None]
    return least if span.exact is not None else [least, _short(span.most / unit, places)]


def _short(value: float, places: int) -> float | int:
    number = round(value, places)
    return int(number) if number == int(number) else number


def _known(run: Run, what: Literal["distance", "duration"], unit: float) -> Any:
    """The total; recoveries that leave it open don't make all of it open."""
    span: Extent = getattr(run, what)
    if span.most is None:
        closed = tuple(_without_open_recovery(part, what) for part in run.parts)
        without: Extent = getattr(replace(run, parts=closed), what)
        span = span if without.most is None else without
    return None if span == NOTHING else rounded(span, unit, 2)


def _without_open_recovery(part: Part, what: Literal["distance", "duration"]) -> Part:
    """*part* without recoveries whose distance or duration is open."""
    if not isinstance(part, Repeat | Ladder):
        return part
    extent: Extent | None = getattr(part.recovery, what, None)
    kept = part.recovery if extent is not None and extent.most is not None else None
    if isinstance(part, Ladder):
        return replace(part, recovery=kept)
    return replace(part, parts=tuple(_without_open_recovery(one, what) for one in part.parts), recovery=kept)


def hardest_in(run: Run, steps: Iterable[Step]) -> str | None:
    """The hardest part's effort; what is repeated and doesn't say is meant to be fast. Strides don't count
    where there is more to a run."""
    repeated = {id(step) for part in run.parts for step in _repeated_steps(part)}
    hardest = hardest_of(step.hardest or ("fast" if id(step) in repeated else "") for step in steps)
    if hardest in ("walk", "rest") and any(not step.effort for step in steps):
        return None  # running, and nothing said of how
    return {"recovery": "easy", "jog": "easy"}.get(hardest, hardest) or None


def _repeated_steps(part: Part) -> Iterator[Step]:
    match part:
        case Repeat() if not is_run_walk(part):
            inner = [one for one in part.parts if isinstance(one, Step)]
            walking = len(inner) > 1 and any(one.effort in RESTING for one in inner)
            for one in part.parts:
                if not isinstance(one, Step):
                    yield from _repeated_steps(one)
                elif (not walking and one.said == "") or one.said:
                    yield one
        case Ladder():
            yield from part.rungs if part.recovery else ()
        case Whole():
            for one in part.inside:
                yield from _repeated_steps(one)


def _repeats(parts: Iterable[Part]) -> Iterator[Repeat | Ladder]:
    """The repeats, the hardest first."""
    found: list[Repeat | Ladder] = []
    for part in parts:
        if isinstance(part, Repeat | Ladder):
            found.append(part)
        elif isinstance(part, Whole):
            found.extend(_repeats(part.inside))
    yield from sorted(found, key=lambda one: -max((HARDNESS[s.hardest] for s in flat((one,)) if s.effort != "strides"),
                                                  default=0))  # fmt: skip


def _repeated(part: Repeat | Ladder | None) -> Reading:
    if part is None:
        return {}
    if isinstance(part, Ladder):
        equal = part.recovery and part.equal
        return {
            "after_each": f"equal {part.recovery.effort}"
            if equal and part.recovery
            else _recovery(part.recovery)
        }
    outer: Reading = {}
    recovery = part.recovery
    while len(part.parts) == 1 and isinstance(part.parts[0], Repeat):
        outer = {"sets": _times(part), "after_set": _recovery(recovery)}
        part = part.parts[0]
        recovery = part.recovery
    last = part.parts[-1]
    if isinstance(last, Ladder) and len(part.parts) == 1:
        return {
            "sets": _times(part),
            "after_each": _recovery(last.recovery),
            "after_set": _recovery(recovery),
        }
    if (
        recovery is None
        and len(part.parts) > 1
        and isinstance(last, Step)
        and last.effort in (*RESTING, "easy")
    ):
        recovery = last
    first = part.parts[0]
    split = first.also.duration if isinstance(first, Step) and first.also else None
    return {
        **outer,
        "repeats": _times(part),
        "after_each": _recovery(recovery),
        "each_s": rounded(split, 1, 1) if split and split.most is not None else None,
    }


def _times(part: Repeat) -> int | list[int]:
    return part.count if part.most is None else [part.count, part.most]


def _recovery(step: Step | None) -> str | None:
    if step is None:
        return None
    word = step.said or ("" if step.effort == "recovery" and step.amount.given else step.effort)
    return " ".join(filter(None, (_amount(step.amount), word, step.note)))


def _targets(steps: list[Step]) -> Reading:
    found: Reading = {}
    for step in steps:
        if step.pace:
            found.setdefault("pace_s_km", rounded(step.pace.span, 1, 1))
        for target in step.targets:
            key, values = _target(target)
            if key:
                found.setdefault(key, values)
    return found


def _target(target: Target) -> tuple[str, Any]:
    low = None if target.low is None else _short(target.low, 1)
    high = _short(target.high, 1)
    values = high if low == high else [low, high]
    if target.unit == "%":
        return ("hr_pct" if target.of in ("LTHR", "HRmax", "HRR", "HR") else "pct"), values
    return {"bpm": "hr_bpm", "RPE": "rpe", "W": "watts", "offset": "offset_s"}.get(target.unit, ""), values


def _shown(run: Run, written: list[Step]) -> str | None:
    """The coach's own words, as the sheet prints them."""
    words = [run.title]
    for step in written:
        own = step.said or ("recovery" if step.effort == "recovery" else "")
        words += [own, step.note]
    return ", ".join(dict.fromkeys(filter(None, (*words, run.note)))) or None


# Parts in order, for programs -------------------------------------------------------------------------


def _pieces(part: Part) -> list[str]:
    match part:
        case Step():
            return [_step(part)]
        case Ladder():
            return [_amount(rung.amount) for rung in part.rungs]
        case Whole():
            before, after = around(part)
            inside = [piece for inner in part.inside for piece in _rep(inner)]
            ends = [[_around(one, part)] if one and _something(one) else [] for one in (before, after)]
            return [*ends[0], *inside, *ends[1]]
    body = " + ".join(piece for inner in part.parts for piece in _rep(inner))
    if len(part.parts) > 1 or not isinstance(part.parts[0], Step):
        body = f"({body})"
    recovery = _recovery(part.recovery)
    return [f"{part.times} x {body}{f' w/ {recovery}' if recovery else ''}"]


def _rep(part: Part) -> list[str]:
    """A part of what is repeated; a progression with how far or how long each is."""
    if isinstance(part, Step) and part.to:
        return [f"{_amount(part.amount)} {_step(part)}".strip()]
    return _pieces(part)


def _something(step: Step) -> bool:
    return step.amount.value > 0 or not step.amount.given


def _around(step: Step, whole: Whole) -> str:
    return _step(step) if whole.place else (step.effort or step.said)


def _step(step: Step) -> str:
    role = {"warm-up": "warm-up", "cool-down": "cool-down"}.get(step.role, "")
    if step.to:
        return f"{step.effort or 'easy'} to {step.to}"
    effort: str = step.effort
    if sport_named(step.said):
        return f"{_amount(step.amount)} {step.said.partition(' ')[0]}".strip()
    said = step.said.lower()
    if said.startswith("hill") or (said.startswith("uphill") and effort == "fast"):
        effort = "hills"
    return " ".join(filter(None, (_amount(step.amount), role or effort)))


def _amount(amount: Quantity) -> str:
    if not amount.given:
        return ""
    if amount.unit == "mi":
        ends = [amount.value] if amount.most is None else [amount.value, amount.most]
        return "-".join(decimal(round(end * 1.609344, 2)) for end in ends) + " km"
    if amount.unit in ("m:ss", "h min"):
        unit = "s" if amount.unit == "m:ss" else "min"
        ends = [amount.value] if amount.most is None else [amount.value, amount.most]
        return "-".join(decimal(end) for end in ends) + f" {unit}"
    return str(amount).replace(" metres", " m")
