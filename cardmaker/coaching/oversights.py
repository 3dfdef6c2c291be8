"""A plan → what of it is likely an oversight, and what its language doesn't say."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cardmaker.coaching.facts import GROUPS, LEGS, Facts, Lifted, Lifting
from cardmaker.coaching.rule import Found, all_of
from cardmaker.errors import NotFoundError
from cardmaker.library.equipment import kit_there_is, lacking, takes_load
from cardmaker.library.library import Library
from cardmaker.library.words import KEYS
from cardmaker.patterns import Pattern
from cardmaker.plan.sets.doubts import doubts
from cardmaker.plan.workouts import Entry, Superset
from cardmaker.validation import any_of, shown

_MOST_NAMED: Final = 4
_REGIONS: Final = {
    "upper": (r"\bupper\b|\boberk[öo]rper\b", frozenset(("chest", "back", "shoulders", "arms"))),
    "lower": (r"\blower\b|\blegs?\b|\bunterk[öo]rper\b|\bbeine?\b", frozenset(LEGS)),
    "core": (r"\bcore\b|\babs\b|\brumpf\b|\bbauch\b", frozenset(("core",))),
}
"""Words in a workout's name that promise a part of the body, and the muscle groups that keep it."""
_RACE: Final = Pattern(
    r"\brace (?:week|day)\b|^race$|\bwettkampf(?:woche|tag)?\b", "race|wettkampf", re.IGNORECASE
)


def no_load_or_effort(facts: Facts) -> Iterator[Found]:
    """Loaded exercises whose sets say neither how heavy nor how hard, workout by workout."""
    for session in facts.workouts:
        names = [one.name for one in session.lifted if _is_unsaid(one)]
        if names:
            yield ("workouts", session.workout), f"neither a load nor an effort for {_listed(names)}"


def _is_unsaid(one: Lifted) -> bool:
    if one.about is None or one.about.kind != "strength" or not takes_load(one.about.equipment):
        return False
    groups = one.sets.working if one.sets else ()
    return bool(groups) and not any(
        group.load or group.percent or group.rpe or group.rir or group.maximum or group.technique
        for group in groups
    )


def sides_unsaid(facts: Facts) -> Iterator[Found]:
    """Exercises for one side at a time whose sets don't say whether they count each side, workout by workout."""
    for session in facts.workouts:
        names = [one.name for one in session.lifted if _is_sideless(one)]
        if names:
            yield (
                ("workouts", session.workout),
                f"sets that don't say whether they are for each side: {_listed(names)}",
            )


def _is_sideless(one: Lifted) -> bool:
    if one.about is None or one.about.laterality != "each-side" or one.sets is None or one.sets.side:
        return False
    groups = one.sets.working
    return bool(groups) and not any(group.per or group.noun for group in groups)


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def not_what_it_is_called(facts: Facts) -> Iterator[Found]:
    """Workouts called after a part of the body that nothing in them trains."""
    for session in facts.workouts:
        name = facts.plan.workout_name(session.workout)
        for words, groups in _REGIONS.values():
            found = re.search(words, name, re.IGNORECASE)
            if found and all(one.about for one in session.lifted) and not _trains(session, groups):
                yield ("workouts", session.workout), f"'{name}' has nothing for the {any_of(sorted(groups))}"


def _trains(session: Lifting, groups: frozenset[str]) -> bool:
    return any(not one.groups.isdisjoint(groups) or _helps(one, groups) for one in session.lifted)


def _helps(one: Lifted, groups: frozenset[str]) -> bool:
    """Whether the core helps: nearly all that is done standing or on the hands is core work of a kind."""
    secondary = set(one.about.secondary) if one.about else set()
    return "core" in groups and not secondary.isdisjoint(GROUPS["core"])


def equipment_missing(facts: Facts) -> Iterator[Found]:
    """Exercises that need what the plan's equipment hasn't got, workout by workout; none where that isn't said.

    What isn't known of the equipment itself is a mistake, which is reported when the plan is made.
    """
    try:
        kit = kit_there_is(facts.plan.equipment, ())
    except NotFoundError:
        return
    if kit is None:
        return
    for session in facts.workouts:
        names = [one.name for one in session.lifted if one.about and lacking(one.about.equipment, kit)]
        if names:
            needs = dict.fromkeys(
                need for one in session.lifted if one.about for need in lacking(one.about.equipment, kit)
            )
            yield (
                ("workouts", session.workout),
                f"needs {all_of(list(needs))}, which isn't among the equipment: {_listed(names)}",
            )


def race_missing(facts: Facts) -> Iterator[Found]:
    """A week called after a race, in a plan without one."""
    if facts.race:
        return
    for number, week in enumerate(facts.plan.weeks):
        if _RACE.search(week.name) or _RACE.search(week.focus):
            yield (
                ("weeks", number),
                f"week {number + 1} is called after a race, but no day has one; write 'run: 10 km race'",
            )


def doubtful(facts: Facts) -> Iterator[Found]:
    """What is to ask of each exercise's sets, in the order of the plan."""
    library = facts.library
    for key, workout in facts.plan.workouts.items():
        for index, block in enumerate(workout.exercises):
            path = ("workouts", key, "exercises", index)
            if isinstance(block, Superset):
                for place, entry in enumerate(block.entries):
                    yield from _of_entry(entry, library, (*path, "superset", place))
            else:
                yield from _of_entry(block, library, path)


def _of_entry(entry: Entry, library: Library, path: tuple[str | int, ...]) -> Iterator[Found]:
    known = None if library.is_bare(entry.exercise) else library.get(entry.exercise)
    measure, barbell = (known.measure, "barbell" in (known.equipment or ())) if known else ("", False)
    asked = [
        doubt
        for sets in (entry.sets, *entry.weeks)
        if sets
        for doubt in doubts(sets, measure, barbell=barbell)
    ]
    for doubt in dict.fromkeys(asked):
        yield (path, f"{entry.name or library.name(entry.exercise)}: {doubt}")


_FIELD = ("language",)
_MOST_LISTED = 6


def untranslated(facts: Facts) -> Iterator[Found]:
    """What of the exercises of a plan its language doesn't say, then which of the program's own words it lacks."""
    plan, library = facts.plan, facts.library
    used = dict.fromkeys(entry.exercise for entry in plan.entries)
    lacking = {exercise: library.lacking(exercise) for exercise in used}
    whole = [exercise for exercise, keys in lacking.items() if "name" in keys and "cues" in keys]
    if whole:
        named = _some([shown(exercise) for exercise in whole])
        yield (_FIELD, f"printed in English, as '{plan.language}' has no words for it: {named}")
    for exercise, keys in lacking.items():
        if keys and exercise not in whole:
            named = ", ".join(key for key in KEYS if key in keys)
            yield (_FIELD, f"of {shown(exercise)} '{plan.language}' lacks, and says in English: {named}")
    if facts.own_words:
        yield (_FIELD, f"'{plan.language}' lacks, and says in English: {_some(facts.own_words)}")


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MOST_LISTED:
        return ", ".join(names)
    return f"{', '.join(names[: _MOST_LISTED - 1])} and {len(names) - _MOST_LISTED + 1} others"
