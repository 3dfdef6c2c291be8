"""A plan and its library → advice on what is printed in English, as the plan's language has no words for it."""

from collections.abc import Iterator, Sequence

from cardmaker.coaching.rule import Found
from cardmaker.library.library import Library
from cardmaker.library.words import KEYS
from cardmaker.plan.model import Plan
from cardmaker.validation import shown

_FIELD = ("language",)
_MOST_NAMED = 6


def untranslated(plan: Plan, library: Library, own_words: Sequence[str]) -> Iterator[Found]:
    """What of the exercises of a plan its language doesn't say, then which of the program's *own_words* it lacks.

    *library* is in the language of the plan.
    """
    used = dict.fromkeys(entry.exercise for workout in plan.workouts.values() for entry in workout.entries)
    lacking = {exercise: library.lacking(exercise) for exercise in used}
    whole = [exercise for exercise, keys in lacking.items() if "name" in keys and "cues" in keys]
    if whole:
        named = _some([shown(exercise) for exercise in whole])
        yield (_FIELD, f"printed in English, as '{plan.language}' has no words for it: {named}")
    for exercise, keys in lacking.items():
        if keys and exercise not in whole:
            named = ", ".join(key for key in KEYS if key in keys)
            yield (_FIELD, f"of {shown(exercise)} '{plan.language}' lacks, and says in English: {named}")
    if own_words:
        yield (_FIELD, f"'{plan.language}' lacks, and says in English: {_some(own_words)}")


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    return f"{', '.join(names[: _MOST_NAMED - 1])} and {len(names) - _MOST_NAMED + 1} others"
