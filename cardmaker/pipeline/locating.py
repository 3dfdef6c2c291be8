"""What can't be put on a page → the same, with the line and the field of the plan that say it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cardmaker.errors import (
    CardmakerError,
    DoesNotFitError,
    MissingGlyphError,
    PageError,
    Problem,
    SeveralError,
)
from cardmaker.handout import ExerciseCard, GymCard, WeekSheet
from cardmaker.plan.overrides import relocated
from cardmaker.plan.source import Source
from cardmaker.yaml12.lines import child, scalars_in

Path = tuple[str | int, ...]
_HEADS: Final[Mapping[str, Path]] = {
    "head.title": ("title",),
    "head.athlete": ("athlete",),
    "head.coach": ("coach",),
    "head.club": ("club", "name"),
    "head.contact": ("club", "contact"),
}
"""What is at the head of every page."""
_LEAST = 3
"""Letters of what the plan says, to be known again in what is printed."""


def located(fault: CardmakerError, source: Source) -> CardmakerError:
    """The fault, or each of several, with its place in the plan before it; what has too little room on several pages
    is reported once."""
    faults = fault.errors if isinstance(fault, SeveralError) else (fault,)
    by_place: dict[object, list[CardmakerError]] = {}
    for one in faults:
        path = _path(source, one) if isinstance(one, PageError) else ()
        by_place.setdefault((path, one.exit_code) if path else one, []).append(one)
    found = [
        _placed(alike, source, place[0] if isinstance(place, tuple) else ())
        for place, alike in by_place.items()
    ]
    return found[0] if len(found) == 1 else SeveralError(found)


def place_of(text: str, source: Source) -> str:
    """'plan.yaml:14: weeks.1.note: ', where the plan says *text*, or else the longest part of it; '' if nowhere."""
    path = _saying(source.data, (), _plain(text))
    if not path:
        return ""
    problem = Problem(source.name, source.lines.at(path), ".".join(map(str, path)), "")
    return f"{relocated(problem, source)}: "


def _placed(alike: list[CardmakerError], source: Source, path: Path) -> CardmakerError:
    """Of faults in one field the one where it is tightest, with the field's place."""
    fault = max(alike, key=_tightness)
    if not isinstance(fault, PageError):
        return fault
    field, line = ".".join(map(str, path)), source.lines.at(path) if path else 0
    message = fault.among(len(alike) - 1) if isinstance(fault, DoesNotFitError) else str(fault)
    problem = relocated(Problem(source.name, line, field, message), source)
    placed = fault.saying(str(problem))
    placed.problem = problem
    return placed


def _tightness(fault: CardmakerError) -> float:
    """How many times the room that there is something needs."""
    return fault.needed_mm / max(fault.available_mm, 0.1) if isinstance(fault, DoesNotFitError) else 0.0


def _path(source: Source, fault: PageError) -> Path:
    """The field that says what doesn't fit: on what the page is about, else anywhere; else what it is about."""
    text = _plain(fault.text)
    homes = homes_of(source.data, fault.content)
    field = fault.field if isinstance(fault, DoesNotFitError) else ""
    heads = [_HEADS[field]] if field in _HEADS else []
    for home in (*heads, *homes, ()):
        found = _saying(source.data, home, text)
        if not found and isinstance(fault, MissingGlyphError):
            found = next((path for path, said in said_in(source.data, home) if fault.char in said), ())
        if found:
            return found
    return next(iter(homes), ())


def homes_of(data: object, content: object) -> list[Path]:
    """Where the plan says what a card or page is about; [] if nothing is known of that."""
    match content:
        case WeekSheet():
            return [("weeks", content.slot)]
        case GymCard():
            return [("workouts", content.workout)]
        case ExerciseCard():
            said = {_plain(content.exercise), _plain(content.name)}
            used = [path for path, text in said_in(data, ("workouts",)) if _plain(text) in said]
            entries = [path if path[-1] != "exercise" else path[:-1] for path in used]
            return [("exercises", content.exercise), *entries] if _has(data, content.exercise) else entries
    return []


def _has(data: object, exercise: str) -> bool:
    own = data.get("exercises") if isinstance(data, dict) else None
    return isinstance(own, dict) and exercise in own


def _saying(data: object, home: Path, text: str) -> Path:
    """The field below *home* that says *text*, or else the longest part of it; () if none does."""
    parts: list[tuple[int, Path]] = []
    for path, said in said_in(data, home):
        own = _plain(said)
        if text and text in own:
            return path
        if len(own) >= _LEAST and own in text:
            parts.append((len(own), path))
    return max(parts, key=lambda part: part[0], default=(0, ()))[1]


def said_in(data: object, home: Path = ()) -> Iterator[tuple[Path, str]]:
    """All that is said below *home*, with its path; keys, too, as they may be names."""
    node: Any = data
    for step in home:
        try:
            node = child(node, step)
        except (KeyError, IndexError, TypeError):
            return
    yield from ((path, str(said)) for path, said, _ in scalars_in(node, home) if said is not None)


def _plain(text: str) -> str:
    """Text as it is compared: without differences of blanks, hyphens and capitals."""
    return " ".join(text.replace("-", " ").replace("\u00a0", " ").casefold().split())
