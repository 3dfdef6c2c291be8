"""A workout for watches → the bytes of a FIT file, by Garmin's own encoder.

The file type, its messages and their units are those of the FIT SDK's profile: speeds in mm/s, heart rates above 100
and powers above 1000 as absolute ones, times in ms, distances in cm, weights in hundredths of a kilogram.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cardmaker.errors import OutputError
from cardmaker.export.fit.steps import Aim, Block, Loop, Movement, WatchStep, WatchWorkout

_DEVELOPMENT: Final = 255
"""The maker's number for software that has none of its own."""
_LONGEST: Final = 200
"""Bytes of a text: a field holds 255, with those after it in the same message."""
_UNKNOWN: Final = 65534
"""The category of an exercise that FIT doesn't know."""
_HEART_RATE_ABOVE, _POWER_ABOVE = 100, 1000

_SPORTS: Final[Mapping[str, tuple[str, str]]] = {
    "run": ("running", "generic"),
    "bike": ("cycling", "generic"),
    "row": ("rowing", "generic"),
    "strength": ("training", "strength_training"),
}
SPORTS: Final = frozenset(_SPORTS)
"""What there are workouts of. Swims need the length of the pool, bricks are several."""
_LASTS: Final = {"time": 1000, "distance": 100, "reps": 1, "calories": 1}
"""How many of FIT's units one of ours is."""


def encoded(workout: WatchWorkout, serial: int, made: datetime.datetime) -> bytes:
    """The file. *serial* is its own number, *made*, with a zone, when it was made: the same make the same bytes.

    OutputError if the package that encodes isn't there.
    """
    try:
        from garmin_fit_sdk import Encoder, Profile
    except ImportError:
        raise OutputError(
            "FIT files need the package garmin-fit-sdk; install it with: pip install 'cardmaker[fit]'"
        ) from None
    numbers: Mapping[str, int] = Profile["mesg_num"]
    encoder: Any = Encoder()
    for kind, fields in _messages(workout, serial, made, Profile["types"]):
        encoder.write_mesg({"mesg_num": numbers[kind], **fields})
    return bytes(encoder.close())


def _messages(
    workout: WatchWorkout, serial: int, made: datetime.datetime, types: Mapping[str, Mapping[int, str]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "FILE_ID",
        {
            "type": "workout",
            "manufacturer": _DEVELOPMENT,
            "product": 0,
            "serial_number": serial,
            "time_created": made,
        },
    )
    sport, sub_sport = _SPORTS[workout.sport]
    head = {"sport": sport, "sub_sport": sub_sport, "num_valid_steps": workout.count}
    head |= {"wkt_name": fitted(workout.name)}
    yield "WORKOUT", head | ({"wkt_description": fitted(workout.about)} if workout.about else {})
    codes = _Codes(types)
    for index, fields in enumerate(_flat(workout.blocks, codes)):
        yield "WORKOUT_STEP", {"message_index": index, **fields}
    for index, (code, movement) in enumerate(codes.found.items()):
        title = {
            "exercise_category": code[0],
            "exercise_name": code[1],
            "wkt_step_name": fitted(movement.name),
        }
        yield "EXERCISE_TITLE", {"message_index": index, **title}


class _Codes:
    """The numbers of exercises; those that FIT doesn't know are numbered as they come."""

    def __init__(self, types: Mapping[str, Mapping[int, str]]) -> None:
        self._types = types
        self.found: dict[tuple[int, int], Movement] = {}

    def of(self, movement: Movement) -> tuple[int, int]:
        """The numbers of its category and of its name in it."""
        for code, known in self.found.items():
            if known == movement:
                return code
        code = self._known(movement) or (_UNKNOWN, len(self.found))
        self.found[code] = movement
        return code

    def _known(self, movement: Movement) -> tuple[int, int] | None:
        """None where FIT, or this version of it, hasn't got it, or another one already goes by its number."""
        category = _number(self._types["exercise_category"], movement.category)
        name = _number(self._types.get(f"{movement.category}_exercise_name", {}), movement.exercise)
        if category is None or name is None or (category, name) in self.found:
            return None
        return category, name


def _number(names: Mapping[int, str], name: str) -> int | None:
    return next((int(number) for number, known in names.items() if known == name), None)


def _flat(blocks: tuple[Block, ...], codes: _Codes) -> Iterator[dict[str, Any]]:
    """Steps in order; after those of a loop one that leads back to its first."""
    index = 0
    for block in blocks:
        steps = block.steps if isinstance(block, Loop) else (block,)
        first = index
        for step in steps:
            yield _step(step, codes)
            index += 1
        if isinstance(block, Loop):
            yield _back(block, first)
            index += 1


def _back(loop: Loop, first: int) -> dict[str, Any]:
    timed = bool(loop.seconds)
    return {
        "duration_type": "repeat_until_time" if timed else "repeat_until_steps_cmplt",
        "duration_value": first,
        "target_type": "open",
        "target_value": round(1000 * loop.seconds) if timed else loop.times,
    }


def _step(step: WatchStep, codes: _Codes) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "wkt_step_name": fitted(step.name),
        "intensity": step.intensity,
        "duration_type": step.lasts,
        **_aimed(step.aim),
    }
    if step.lasts != "open":
        fields["duration_value"] = round(step.amount * _LASTS[step.lasts])
    if step.notes:
        fields["notes"] = fitted(step.notes)
    if step.movement:
        fields["exercise_category"], fields["exercise_name"] = codes.of(step.movement)
    if step.load:
        fields |= {
            "exercise_weight": step.load,
            "weight_display_unit": "pound" if step.unit == "lb" else "kilogram",
        }
    return fields


def _aimed(aim: Aim | None) -> dict[str, Any]:
    """A target, of own limits or a zone of the watch's."""
    if aim is None:
        return {"target_type": "open", "target_value": 0}
    if aim.kind == "zone":
        return {"target_type": "heart_rate", "target_value": round(aim.low)}
    add = {"heart_rate": _HEART_RATE_ABOVE, "power": _POWER_ABOVE}.get(aim.kind, 0)
    times = 1000 if aim.kind == "speed" else 1
    low, high = (round(end * times) + add for end in (aim.low, aim.high))
    own = {"custom_target_value_low": low, "custom_target_value_high": high}
    return {"target_type": aim.kind, "target_value": 0, **own}


def fitted(text: str) -> str:
    """A text that a field holds, cut between letters, with '…' where it was longer."""
    plain = text.replace("\u00a0", " ").strip()
    data = plain.encode()
    if len(data) <= _LONGEST:
        return plain
    return data[: _LONGEST - 3].decode(errors="ignore").rstrip() + "…"
