"""A run → what its line is read as, in sentences for people."""

from cardmaker.plan.quantity import NOTHING, Extent
from cardmaker.plan.runs.reading import hardest_in, rounded
from cardmaker.plan.runs.record import Ladder, Part, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import flat
from cardmaker.plan.runs.targets import clock


def explained(run: Run) -> list[str]:
    """A run in lines: its totals, then each part."""
    lines: list[str] = []
    for one in run.sessions():
        lines.append(_headline(one))
        lines += [f"  {line}" for part in one.parts for line in _lines(part)]
        lines += [f"  words: {one.note}"] if one.note else []
    return [*lines, *(f"  note: {remark}" for remark in run.remarks)]


def _headline(run: Run) -> str:
    total = [text for text in (_range(run.distance, 1000, "km"), _time(run.duration)) if text]
    effort = hardest_in(run, flat(run.parts))
    words = [run.when, f"{run.title}:" if run.title else "", ", ".join(total) or "length left open"]
    words += [f"in all, hardest: {effort}" if effort else "in all"]
    words += [f"({round(run.climb_m)} m climb)" if run.climb_m else "", "(or rest)" if run.optional else ""]
    return " ".join(filter(None, words))


def _range(span: Extent, unit: float, name: str) -> str:
    ends = rounded(span, unit, 2)
    if ends is None or span == NOTHING:
        return ""
    if not isinstance(ends, list):
        return f"{ends} {name}"
    return f"{ends[0]} {name} and more" if ends[1] is None else f"{ends[0]}–{ends[1]} {name}"


def _time(span: Extent) -> str:
    if span.exact and (span.exact % 60 or span.exact >= 5400):
        return f"{clock(round(span.exact))} {'min' if span.exact < 3600 else 'h'}"
    return _range(span, 60, "min")


def _lines(part: Part) -> list[str]:
    match part:
        case Step():
            return [_in_words(part)]
        case Ladder():
            between = f", {_in_words(part.recovery)} between" if part.recovery and not part.equal else ""
            between = (
                f", as much {part.recovery.effort} after each" if part.recovery and part.equal else between
            )
            return [f"one after the other{between}:", *(f"  {_in_words(rung)}" for rung in part.rungs)]
        case Whole():
            joint = {"": "of which", "start": "beginning with", "end": "at the end"}[part.place]
            inside = [f"  {line}" for inner in part.inside for line in _lines(inner)]
            return [f"{_in_words(part.step)}, {joint}:", *inside]
    after = f", {_in_words(part.recovery)} after each" if part.recovery else ""
    if len(part.parts) == 1 and isinstance(part.parts[0], Step):
        return [f"{part.times} times {_in_words(part.parts[0])}{after}"]
    return [f"{part.times} times{after}:", *(f"  {line}" for inner in part.parts for line in _lines(inner))]


def _in_words(step: Step) -> str:
    words = [
        str(step.amount),
        step.role,
        step.said or ("" if step.role and step.effort == "easy" else step.effort),
    ]
    if step.said and step.effort and step.effort not in step.said:
        words.append(f"({step.effort})")
    words += [f"rising to {step.to}"] if step.to else []
    words += [f"at {step.pace}"] if step.pace else []
    words += [f"{'' if target.unit == 'offset' else 'at '}{target.words}" for target in step.targets]
    if step.also:
        words.append(f"in {step.also}" if step.also.seconds is not None else f"({step.also})")
    words += [f"with {step.climb} climb"] if step.climb else []
    words += [f"“{step.note}”"] if step.note else []
    return " ".join(filter(None, words)) or "as long as it takes"
