"""Mistakes inside one value → a pydantic error that keeps the path of each."""

from collections.abc import Iterable
from typing import Any, NoReturn

from cardmaker.namedtuple import NamedTuple


class PartMistake(NamedTuple):
    """What is wrong with the part at *path* of the value being read."""

    path: tuple[str | int, ...]
    message: str
    value: object = None


def refuse(mistakes: Iterable[PartMistake]) -> NoReturn:
    """Raise the *mistakes*; in a validator, pydantic puts them under the field being validated."""
    from pydantic_core import InitErrorDetails, ValidationError

    details: list[InitErrorDetails] = [
        {"type": "value_error", "loc": path, "input": value, "ctx": {"error": ValueError(message)}}
        for path, message, value in mistakes
    ]
    raise ValidationError.from_exception_data("value", details)


def unknown_keys(mapping: "dict[str, Any]", known: Iterable[str]) -> list[PartMistake]:
    """A mistake for each key of *mapping* that isn't *known*."""
    from cardmaker.validation import unknown_key

    names = tuple(known)
    return [PartMistake((key,), unknown_key(key, names)) for key in mapping if key not in names]
