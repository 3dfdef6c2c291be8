"""A named workout: exercises with their prescriptions, alone or in supersets."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Final

from cardmaker.plan.fields import (
    EMPTY,
    Duration,
    ExerciseName,
    MaybeLine,
    at_most,
    checks,
    in_english,
    read_by,
)
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.record import Progress
from cardmaker.plan.progression.signs import may_have_rule, progress_from
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.sets import ONE, NumberRange, Sets, Timing
from cardmaker.plan.sets.weekly import is_weekly
from cardmaker.plan.sets.written import PARTS, format_from, rest_from, sets_from, weeks_from
from cardmaker.spelling import slip_of
from cardmaker.validation.fields import LINE, Text
from cardmaker.validation.marks import Fork, Info, entries, said_only, text
from cardmaker.validation.model import Model
from cardmaker.yaml12 import written

_ENTRY_KEYS: Final = ("exercise", "name", "sets", "weeks", "progress", "next", "note")

SUPERSETS: Final = (
    "superset",
    "circuit",
    "stations",
    "giant set",
    "triset",
    "complex",
    "tabata",
    "exercises",
)
"""Keys under which exercises done in turn are listed."""

_NO_EXERCISE: Final = frozenset(
    (
        "rest",
        "reps",
        "load",
        "weight",
        "tempo",
        "rpe",
        "rir",
        "time",
        "duration",
        "warm_up",
        "cool_down",
        "cues",
        "muscles",
    )
)
"""Keys that say something of an exercise, and so don't name one."""

FORMATS: Final = {
    "emom": "EMOM {}",
    "e2mom": "E2MOM {}",
    "amrap": "AMRAP {}",
    "for time": "for time, {} rounds",
    "for_time": "for time, {} rounds",
    "rounds": "{} rounds",
    "tabata": "Tabata, {} rounds",
    "circuit": "circuit, {} rounds",
    "stations": "circuit, {} rounds",
    "time cap": "cap {} min",
    "time_cap": "cap {} min",
}
"""Keys that say a format, and how a coach would write it in a phrase."""


class Entry(Model):
    """An exercise and what to do of it; '- squat: 3x10' is short for '- exercise: squat' and 'sets: 3x10'."""

    exercise: ExerciseName
    sets: Annotated[Sets | None, read_by(sets_from), in_english("sets")] = None
    weeks: Annotated[tuple[Sets, ...], read_by(weeks_from), in_english("sets")] = ()
    """The sets of each week of the plan, the last of all weeks after it; 'sets: 3x8 -> 3x10' is short for it."""
    progress: Annotated[Progress | None, read_by(progress_from), in_english("sets")] = None
    """By which rule it gets harder; 'sets: 3x8-12 40 kg, then +2.5 kg' says it, too."""
    name: MaybeLine = ""
    """What to call the exercise here, on every face and sheet."""
    next: MaybeLine = ""
    """What changes the next time, '+2.5 kg if all sets were clean'; 'sets: 3x8, next +2.5 kg' says it, too."""
    note: Text = ""

    def __post_init__(self) -> None:
        """The rule for next time is given once."""
        if self.next and any(sets.next_time for sets in (self.sets, *self.weeks) if sets):
            refuse(
                [
                    PartMistake(
                        ("next",), "the rule for next time is in the sets, too; give it once", self.next
                    )
                ]
            )

    def rule(self, week: int | None) -> str:
        """What changes the time after a week of the plan, counted from 0; '' if the plan doesn't say."""
        sets = self.in_week(week)
        return self.next or (sets.next_time if sets else "")

    def in_week(self, week: int | None) -> Sets | None:
        """The sets in a week of the plan, counted from 0."""
        if self.weeks:
            return self.weeks[min(week or 0, len(self.weeks) - 1)]
        return self.sets

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """An exercise alone, or its name as the key of its sets."""
        known = checks(info)
        if isinstance(data, str):
            _refuse_no_exercise(data, known)
            return {"exercise": data}
        if not isinstance(data, dict):
            return data
        _refuse_parts(data)
        if "exercise" in data:
            return _rules_apart(data, known)
        name = shorthand_name(data, known)
        if name is None:
            named = {"exercise": data["name"]} if data.get("name") else {}
            return _rules_apart(
                {**named, **{key: value for key, value in data.items() if key != "name"}}, known
            )
        _refuse_no_exercise(name, known)
        rest = {key: value for key, value in data.items() if key != name}
        if "sets" in rest:
            raise ValueError(f"give the sets after '{name}:' or after 'sets:', not both")
        return _rules_apart(
            {"exercise": name, **({"sets": data[name]} if data[name] is not None else {}), **rest}, known
        )


def _refuse_parts(data: dict[str, Any]) -> None:
    """Refuse the parts of sets next to them, 'sets: 3' and 'reps: 10', with the form that works."""
    parts = [key for key in data if key in (*PARTS, "weight") and key != "next"]
    others = [key for key in parts if key != "sets"]
    if not others or not data.keys() & {"exercise", "name"}:
        return
    inside = ", ".join(f"{'load' if key == 'weight' else key}: {written(data[key])}" for key in parts)
    form = f"'sets: {{{inside}}}'" if isinstance(data.get("sets", 3), int) else "'sets: 3x10, rest 90 s'"
    mistakes = [PartMistake((others[0],), f"the parts of sets go together; write {form}", data[others[0]])]
    refuse(mistakes)


def _refuse_no_exercise(name: str, known: Checks | None) -> None:
    """ValueError for a key that says something else, or is a slip of one that does, where an exercise is named."""
    if not known or known.is_exercise(name):
        return
    if name.casefold() in _NO_EXERCISE:
        raise ValueError(f"'{name}' is no exercise; write it with one, as in '- squat: 3x10, rest 90 s'")
    if meant := _slip_of_key(name):
        raise ValueError(f"unknown key '{name}'; did you mean '{meant}'?")


def _slip_of_key(name: str) -> str | None:
    """The key of an entry or a superset that *name* is a letter or two away from."""
    return slip_of(name, [key for key in (*_ENTRY_KEYS, *SUPERSETS) if len(key) > 3])


def _rules_apart(data: dict[str, Any], known: Checks | None) -> dict[str, Any]:
    """An entry with the rule that follows its sets in its own place, and sets week by week in theirs."""
    sets = data.get("sets")
    text = known.english("sets", sets) if known else sets
    if not isinstance(text, str) or not may_have_rule(text):
        return _weeks_apart(data)
    from cardmaker.plan.progression.rules import apart

    before, rule = apart(text)
    if not rule:
        return _weeks_apart(data)
    if "progress" in data:
        raise ValueError(f"the rule is given twice, '{rule}' and '{data['progress']}'; give it once")
    return _weeks_apart({**data, "sets": before, "progress": rule})


def _weeks_apart(data: dict[str, Any]) -> dict[str, Any]:
    """An entry whose sets are written week by week, with the weeks in their own place."""
    sets = data.get("sets")
    if not isinstance(sets, str) or not is_weekly(sets):
        return data
    if "weeks" in data:
        raise ValueError(
            "the sets are given week by week two times; give them after 'sets:' or after 'weeks:'"
        )
    return {**{key: value for key, value in data.items() if key != "sets"}, "weeks": sets}


class Superset(Model):
    """Exercises done in turn, without rest between them, and the rest after each round."""

    superset: Annotated[tuple[Entry, ...], entries(2), at_most(20)]
    rest: Annotated[NumberRange | None, read_by(rest_from), in_english("sets")] = None
    """Seconds after each round."""
    format: Annotated[Timing | None, read_by(format_from), in_english("sets")] = None
    """Against the clock or by rounds: '5 rounds', 'AMRAP 8 min'."""
    note: Text = ""

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """Another key than 'superset', and a format in its own key."""
        if not isinstance(data, dict):
            return data
        name = superset_name(data)
        if name in (None, "superset"):
            return format_apart(data)
        others = {key: value for key, value in data.items() if key != name}
        named = {} if name == "exercises" else {name: None}
        return format_apart({**named, **others, "superset": data[name]})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The exercises, in order."""
        return self.superset


def superset_name(data: dict[str, Any]) -> str | None:
    """The key under which exercises done in turn are listed: superset, circuit, stations."""
    return next((key for key in data if key in SUPERSETS and isinstance(data[key], list)), None) or (
        "superset" if "superset" in data else None
    )


def _entry_or_superset(data: Any) -> str:
    superset = superset_name(data) is not None if isinstance(data, dict) else isinstance(data, Superset)
    return "Superset" if superset else "Entry"


Block = Annotated[Entry | Superset, Fork(_entry_or_superset, Entry=Entry, Superset=Superset)]


class Workout(Model):
    """A strength or mobility session: what to do, in order."""

    name: MaybeLine = ""
    label: Annotated[str, text(most=3), LINE, EMPTY, said_only(type=["string", "number", "null"])] = ""
    """The letter on its cards; '' takes the next free one."""
    duration: Duration | None = None
    warm_up: MaybeLine = ""
    cool_down: MaybeLine = ""
    note: Text = ""
    format: Annotated[Timing | None, read_by(format_from), in_english("sets")] = None
    """Against the clock or by rounds: 'EMOM 12 min', '5 rounds for time'; 'emom: 12 min' is short for it."""
    exercises: Annotated[tuple[Block, ...], entries(1), at_most(60)]

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """A format in its own key, or first among the exercises, as in '- amrap: 20 min'."""
        if not isinstance(data, dict):
            return data
        listed = data.get("exercises")
        first = listed[0] if isinstance(listed, list) and listed else None
        timed = isinstance(first, dict) and bool(first) and all(key in FORMATS for key in first)
        if timed and isinstance(first, dict) and isinstance(listed, list) and not superset_name(first):
            return format_apart({**first, **data, "exercises": listed[1:]})
        return format_apart(data)

    def __post_init__(self) -> None:
        """A bare '10' is enough in rounds; elsewhere the number of sets is asked."""
        if not self.format:
            refuse_uncounted(self.exercises)

    @property
    def weeks(self) -> int:
        """For how many weeks it has sets of their own."""
        return max((len(entry.weeks) for entry in self.entries), default=0) or 1

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All exercises in order, those in supersets among them."""
        return tuple(
            entry
            for block in self.exercises
            for entry in (block.entries if isinstance(block, Superset) else (block,))
        )

    def in_week(self, week: int | None) -> Iterator[tuple[Entry, Sets | None]]:
        """All exercises in order with their sets in a week of the plan, counted from 0."""
        for block in self.exercises:
            for entry in block.entries if isinstance(block, Superset) else (block,):
                timing = (block.format if isinstance(block, Superset) else None) or self.format
                yield entry, in_rounds(entry.in_week(week), timing)


def in_rounds(sets: Sets | None, timing: Timing | None) -> Sets | None:
    """Sets within a format: a single one is done once in each round, so that there is no number of sets to say."""
    if timing is None or sets is None or len(sets.groups) != 1 or sets.groups[0].sets != ONE:
        return sets
    return replace(sets, counted=False)


def refuse_uncounted(blocks: tuple[Block, ...]) -> None:
    """Refuse sets without their number, '10' alone, where no format counts the rounds."""
    mistakes = []
    for index, block in enumerate(blocks):
        if isinstance(block, Superset) and block.format:
            continue
        for place, entry in enumerate(block.entries if isinstance(block, Superset) else (block,)):
            if entry.sets and not entry.sets.counted:
                reps = str(entry.sets).partition("x")[2]
                inside = ("superset", place) if isinstance(block, Superset) else ()
                path = ("exercises", index, *inside, "sets")
                mistakes.append(PartMistake(path, f"how many sets? write '3x{reps}'", reps))
    if mistakes:
        refuse(mistakes)


def format_apart(data: dict[str, Any]) -> dict[str, Any]:
    """The keys that say a format, 'emom: 12 min' and 'rounds: 5', put together under 'format'."""
    said = [_phrase(key, value) for key, value in data.items() if key in FORMATS]
    if not said:
        return data
    rest = {key: value for key, value in data.items() if key not in FORMATS}
    return {**rest, "format": ", ".join(str(part) for part in (*said, rest.get("format")) if part)}


def _phrase(key: str, value: object) -> str:
    """A format's key and value as a coach would say it; the unit is said once."""
    text = "" if value is None else str(value).strip()
    before, _, unit = FORMATS[key].partition("{}")
    if not text:
        return before.rstrip(", ")
    return f"{before}{text}{'' if any(char.isalpha() for char in text) else unit}"


def spelling(data: dict[str, Any], step: str | int, known: Checks | None) -> str | None:
    """The key that stands for a field *step* of an entry written short."""
    if step == "format":
        return next((key for key in data if key in FORMATS), None)
    if step == "superset":
        return superset_name(data)
    if step in ("weeks", "progress") and "sets" in data:
        return "sets"
    return shorthand_name(data, known) if step in ("exercise", "sets", "weeks", "progress") else None


def shorthand_name(data: dict[str, Any], known: Checks | None) -> str | None:
    """The key that names the exercise in '- squat: 3x10', one that is *known* before others; None without one."""
    others = [key for key in data if key not in _ENTRY_KEYS]
    if len(others) > 1 and known:
        others = (
            [key for key in others if known.is_exercise(key)]
            or [key for key in others if not (key in _NO_EXERCISE or _slip_of_key(key))]
            or others
        )
    return others[0] if others else None
