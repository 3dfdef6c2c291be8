"""An exercise and its sets → where its load is written: under which unit, and what the plan asks for there."""

from dataclasses import replace
from typing import Final

from cardmaker.library.equipment import LOADS, WEIGHTS, choices
from cardmaker.library.exercise import Exercise
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.sets import Load, SetGroup, Sets
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.formats import NBSP

_LONGEST: Final = 7
"""Characters of a load that a box 9 mm wide has room for: '2×12.5', '50–60'."""
_WEIGHED: Final = ("weight", "bar", "assistance", "rm")
_PLAIN: Final = frozenset({"legs", "hips", "upper", "full body", "arms"})
"""Sections whose exercises lifters do with a weight sooner or later, even where they need none."""
_ON_FLOOR: Final = frozenset({"mat", "wall"})
"""What push-ups and their like need at most: a weight is laid on nobody's back in them."""


class LoadPlace(NamedTuple):
    """The unit of the weight to write down, '' where there is nothing to weigh; what the plan asks for, '40', '2×8'."""

    unit: str = ""
    asked: str = ""
    whole: bool = True
    """Whether *asked* leaves nothing of the load unsaid."""


def load_place(words: SetWords, about: Exercise, sets: Sets | None) -> LoadPlace:
    """Where the load of an exercise is written."""
    groups = sets.working if sets else ()
    if not _is_weighed(about, groups):
        return LoadPlace()
    loads = {group.load for group in groups}
    asked = _figures(words, next(iter(loads))) if len(loads) == 1 else ""
    unit = words.wording.units["lb" if words.units == "imperial" else "kg"]
    if len(asked) > _LONGEST:
        return LoadPlace(unit, whole=False)
    return LoadPlace(unit, asked, bool(asked) and not any(load and load.tool for load in loads))


def band(words: SetWords, sets: Sets | None) -> str:
    """The band that all sets are done with, '' if they aren't."""
    loads = {group.load for group in sets.working} if sets else set()
    load = loads.pop() if len(loads) == 1 else None
    return words.weight(load) if load and load.kind == "band" else ""


def adds_weight(about: Exercise, sets: Sets | None) -> bool:
    """Whether a weight is but an addition: the plan asks for none, and the exercise needs none."""
    asked = any(group.load or group.percent for group in (sets.working if sets else ()))
    return not asked and not _has_weights(about)


def _is_weighed(about: Exercise, groups: tuple[SetGroup, ...]) -> bool:
    """Whether a weight is lifted, or may be: by what the plan says, else by what the exercise needs and is done for."""
    loads = [group.load for group in groups if group.load]
    if loads or any(group.percent for group in groups):
        return not loads or any(
            load.kind in _WEIGHED or load.amount or (load.kind == "words" and _has_weights(about))
            for load in loads
        )
    if _has_weights(about):
        return True
    needed = [set(choices(need)) for need in about.equipment or ()]
    held = all(group.hold_s and not group.reps for group in groups) if groups else about.measure != "reps"
    strength = about.kind in ("strength", None) and about.section in (*_PLAIN, None)
    pressed = about.section == "upper" and about.equipment is not None and all(n <= _ON_FLOOR for n in needed)
    return strength and not held and not pressed and not any(need <= LOADS for need in needed)


def _has_weights(about: Exercise) -> bool:
    return any(not WEIGHTS.isdisjoint(choices(need)) for need in about.equipment or ())


def _figures(words: SetWords, load: Load | None) -> str:
    """A weight's figures as they are written before the unit: '40', '2×8', '50–60'."""
    if load is None or load.kind != "weight" or not load.unit:
        return ""
    unit = words.wording.units["lb" if words.units == "imperial" else "kg"]
    bare = words.weight(replace(load, tool=""))
    return bare.removesuffix(f"{NBSP}{unit}").replace(f"{NBSP}×{NBSP}", "×")
