"""A plan and its library → advice on exercises of which only the name is known."""

from collections.abc import Iterator

from cardmaker.coaching.facts import Facts
from cardmaker.coaching.rule import Found
from cardmaker.library.library import Library
from cardmaker.plan.model import Plan
from cardmaker.validation import any_of, shown

_MOST_NAMED = 8


def unknown(facts: Facts) -> Iterator[Found]:
    """Each such exercise once, where the plan as it is written first has it, with the one it may be."""
    library = facts.library
    for exercise in _named_alone(facts.plan, library):
        name = library.name(exercise)
        if model := library.taken_from(exercise):
            said = f"{shown(name)} has the cues and the figure of '{model}'"
            yield next(_paths(facts.written, exercise, library, ()), ("workouts",)), said
            continue
        other = library.look_alike(name)
        like = f"; is it '{other}'?" if other else ""
        yield (
            next(_paths(facts.written, exercise, library, ()), ("workouts",)),
            f"{shown(name)} is printed by its name, with lines for cues: no exercise is called that{like}",
        )


def unknown_together(plan: Plan, library: Library) -> str:
    """One note on all such exercises; '' if there are none."""
    names = [f"'{library.name(exercise)}'" for exercise in _bare(plan, library)]
    if not names:
        return ""
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} others"]
    called = any_of(names)
    return f"no exercise is called {called}; printed by name, with lines for cues ('cardmaker check' has the lines)"


def _bare(plan: Plan, library: Library) -> Iterator[str]:
    """The ids of exercises known by name alone, in the order of the plan."""
    return (exercise for exercise in _named_alone(plan, library) if library.is_bare(exercise))


def _named_alone(plan: Plan, library: Library) -> Iterator[str]:
    """The ids of exercises of which the plan has no more than a name that no exercise carries."""
    exercises = dict.fromkeys(entry.exercise for entry in plan.entries)
    return (one for one in exercises if library.is_bare(one) or library.taken_from(one))


def _paths(
    node: object, exercise: str, library: Library, path: tuple[str | int, ...]
) -> Iterator[tuple[str | int, ...]]:
    """Where an exercise is named below *node*: as a text in a list, as a value or as a key."""
    if isinstance(node, str):
        if library.find(node) == exercise:
            yield path
    elif isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(value, list | dict) and isinstance(key, str) and library.find(key) == exercise:
                yield (*path, key)
            elif isinstance(value, list | dict) or key in ("exercise", "name"):
                yield from _paths(value, exercise, library, (*path, key))
    elif isinstance(node, list):
        for index, one in enumerate(node):
            yield from _paths(one, exercise, library, (*path, index))
