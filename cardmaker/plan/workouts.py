"""A named workout: exercises with their prescriptions, alone or in supersets."""

from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, Tag, ValidationInfo, model_validator

from cardmaker.plan.fields import Duration, ExerciseName, MaybeLine, Part, ReadBy, at_most, checks
from cardmaker.plan.names import Checks
from cardmaker.plan.sets import Sets, Span
from cardmaker.plan.sets_written import rest_from, sets_from
from cardmaker.validation.fields import Text

_ENTRY_KEYS: Final = ("exercise", "sets", "note")


class Entry(Part):
    """An exercise and what to do of it; '- squat: 3x10' is short for '- exercise: squat' and 'sets: 3x10'."""

    exercise: ExerciseName
    sets: Annotated[Sets | None, ReadBy(sets_from)] = None
    note: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, data: object, info: ValidationInfo) -> object:
        if isinstance(data, str):
            return {"exercise": data}
        if not isinstance(data, dict) or "exercise" in data:
            return data
        name = shorthand_name(data, checks(info))
        if name is None:
            return data
        rest = {key: value for key, value in data.items() if key != name}
        if "sets" in rest:
            raise ValueError(f"give the sets after '{name}:' or after 'sets:', not both")
        return {"exercise": name, **({"sets": data[name]} if data[name] is not None else {}), **rest}


class Superset(Part):
    """Exercises done in turn, without rest between them, and the rest after each round."""

    superset: Annotated[tuple[Entry, ...], Field(min_length=2), at_most(20)]
    rest: Annotated[Span | None, ReadBy(rest_from)] = None
    """Seconds after each round."""
    note: Text = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The exercises, in order."""
        return self.superset


def _entry_or_superset(data: Any) -> str:
    superset = "superset" in data if isinstance(data, dict) else isinstance(data, Superset)
    return "Superset" if superset else "Entry"


Block = Annotated[
    Annotated[Entry, Tag("Entry")] | Annotated[Superset, Tag("Superset")], Discriminator(_entry_or_superset)
]


class Workout(Part):
    """A strength or mobility session: what to do, in order."""

    name: MaybeLine = ""
    label: Annotated[MaybeLine, Field(max_length=3)] = ""
    """The letter on its cards; '' takes the next free one."""
    duration: Duration | None = None
    warm_up: MaybeLine = ""
    note: Text = ""
    exercises: Annotated[tuple[Block, ...], Field(min_length=1), at_most(60)]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All exercises in order, those in supersets among them."""
        return tuple(
            entry
            for block in self.exercises
            for entry in (block.entries if isinstance(block, Superset) else (block,))
        )


def spelling(data: dict[str, Any], step: str | int, known: Checks | None) -> str | None:
    """The key that stands for a field *step* of an entry written short."""
    return shorthand_name(data, known) if step in ("exercise", "sets") else None


def shorthand_name(data: dict[str, Any], known: Checks | None) -> str | None:
    """The key that names the exercise in '- squat: 3x10', one that is *known* before others; None without one."""
    others = [key for key in data if key not in _ENTRY_KEYS]
    if len(others) > 1 and known:
        others = [key for key in others if known.is_exercise(key)] or others
    return others[0] if others else None
