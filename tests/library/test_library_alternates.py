"""What exercises offer instead of themselves: the same muscles, no leap in level, and somewhere to go with less kit."""

from collections import deque
from collections.abc import Iterator

import pytest

from cardmaker.library import open_library
from cardmaker.library.equipment import EQUIPMENT, HOUSEHOLD, choices, is_none
from cardmaker.library.exercise import Exercise
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.names import keys
from cardmaker.library.vocabulary import LEVELS
from cardmaker.wording.wording import wording_names

LIBRARY = open_library()
EXERCISES = {exercise: LIBRARY.get(exercise) for exercise in LIBRARY.ids}

MACHINES = {"barbell", "machine", "rowing-machine", "exercise-bike", "ski-machine", "sled", "pool"}
KITS: dict[str, set[str]] = {
    "nothing": set(),
    "dumbbells": {"dumbbell", "dumbbells"},
    "bands": {"band", "anchor"},
    "home": set(EQUIPMENT.terms) - MACHINES,
}
"""What somebody has besides what a household has."""


def muscles(*names: str) -> frozenset[str]:
    return frozenset().union(*map(MUSCLES.family, names))


def trains_the_same(one: Exercise, other: Exercise) -> bool:
    """Whether they share a main muscle, or are both for the heart."""
    hearts = one.kind == other.kind == "conditioning"
    return hearts or not muscles(*one.primary).isdisjoint(muscles(*other.primary))


def steps_up(one: Exercise, other: Exercise) -> int:
    """How many levels *other* is above *one*."""
    assert one.level
    assert other.level
    return LEVELS.index(other.level) - LEVELS.index(one.level)


def replaces(one: Exercise, other: Exercise) -> bool:
    """Whether *other* may be done where *one* can't."""
    strength = one.kind == "mobility" or other.kind != "mobility"
    return strength and trains_the_same(one, other) and steps_up(one, other) <= 1


def ways() -> Iterator[tuple[Exercise, str, Exercise]]:
    """Each exercise, a key, and the exercise that it names there."""
    for own in EXERCISES.values():
        for key, way in own.alternates.items():
            if way.exercise:
                yield own, key, EXERCISES[way.exercise]


def others(exercise: str) -> Iterator[str]:
    for way in EXERCISES[exercise].alternates.values():
        if way.exercise:
            yield way.exercise


def can_be_done(exercise: Exercise, kit: set[str]) -> bool:
    return all(not (kit | HOUSEHOLD).isdisjoint(choices(need)) for need in exercise.equipment or ())


def found(exercise: str, kit: set[str]) -> str | None:
    """The nearest exercise, itself or by its alternates and theirs, that replaces it and can be done with *kit*."""
    ahead, seen = deque([exercise]), {exercise}
    while ahead:
        one = ahead.popleft()
        if can_be_done(EXERCISES[one], kit) and replaces(EXERCISES[exercise], EXERCISES[one]):
            return one
        ahead += [other for other in others(one) if other not in seen]
        seen.update(others(one))
    return None


def test_an_alternate_works_a_main_muscle_of_the_exercise() -> None:
    for own, _, other in ways():
        worked = muscles(*other.primary, *other.secondary)
        assert own.kind == "conditioning" or not muscles(*own.primary).isdisjoint(worked), (
            own.name,
            other.name,
        )


def test_easier_is_of_no_higher_level_and_harder_of_no_lower() -> None:
    for own, key, other in ways():
        up = steps_up(own, other)
        assert {"easier": up <= 0, "harder": up >= 0, "no_equipment": up <= 1}[key], (own.name, other.name)


def test_without_equipment_there_is_an_exercise_for_the_same_muscles() -> None:
    """Where none is named, none is there: a new exercise that would do is to be named."""
    at_home = {one: other for one, other in EXERCISES.items() if is_none(other.equipment)}
    for exercise, own in EXERCISES.items():
        if exercise in at_home:
            continue
        assert own.no_equipment
        if own.no_equipment.exercise:
            assert replaces(own, EXERCISES[own.no_equipment.exercise]), exercise
        else:
            assert [one for one, other in at_home.items() if replaces(own, other)] == [], exercise


@pytest.mark.parametrize("kit", KITS)
def test_alternates_lead_to_an_exercise_that_can_be_done_with(kit: str) -> None:
    assert [exercise for exercise in EXERCISES if found(exercise, KITS[kit]) is None] == []


@pytest.mark.parametrize("language", wording_names())
def test_an_alternate_does_not_say_its_exercise_twice(language: str) -> None:
    """Cards print 'text; or name'."""
    library = LIBRARY.in_language(language)
    for exercise in library.ids:
        for way in library.get(exercise).alternates.values():
            if way.exercise and way.text:
                other = library.get(way.exercise)
                names = {key for name in (other.name, *other.aliases) for key in keys(name)}
                assert names.isdisjoint(keys(way.text)), (exercise, way.text)
