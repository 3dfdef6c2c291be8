"""An exercise and its sets → what has to be there for it: what it always needs, and what the plan loads it with."""

from collections.abc import Iterable
from typing import Final

from cardmaker.library.equipment import WEIGHTS, choices
from cardmaker.library.exercise import Exercise
from cardmaker.library.library import Library
from cardmaker.plan.sets import Load, Sets

Needs = tuple[tuple[str, ...], ...]
"""Things that are needed, for each those of which one is enough."""

_TOOLS: Final = {
    "barbell": "barbell",
    "dumbbells": "dumbbells",
    "kettlebell": "kettlebell",
    "medball": "medicine-ball",
    "sled": "sled",
}
"""The equipment that a load is, by the name of what it is in."""


def needs_of(library: Library, about: Exercise, sets: Iterable[Sets | None], *, on_bar: bool) -> Needs | None:
    """What an exercise needs as a plan prescribes it; None where nobody said.

    *on_bar*: the plan puts a barbell on it. A weight that the exercise doesn't have by itself is added to its kit.
    """
    if about.equipment is None:
        return None
    own = tuple(map(choices, about.equipment))
    if on_bar:
        own = tuple(("barbell",) if "barbell" in need else need for need in own)
    if any(not WEIGHTS.isdisjoint(need) for need in own):
        return own
    if on_bar and about.loaded:
        return tuple(map(choices, library.get(about.loaded).equipment or ()))
    held = (_held(group.load) for one in sets if one for group in one.groups if group.load)
    added = dict.fromkeys(["barbell"] if on_bar else filter(None, held))
    there = {thing for need in own for thing in need}
    return (*own, *((thing,) for thing in added if thing not in there))


def _held(load: Load) -> str:
    """The equipment that a load is: by its name, or a pair, which is one of dumbbells."""
    if load.kind == "band":
        return "band"
    if load.kind == "weight" and load.count == 2 and load.tool in ("", "each"):
        return "dumbbells"
    return _TOOLS.get(load.tool, "")
