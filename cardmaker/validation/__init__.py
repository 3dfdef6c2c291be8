"""What pydantic finds wrong with data → problems in plain words, each with the line of its field."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from cardmaker.errors import Problem, ProblemsError, TemplateError
from cardmaker.spelling import closest, did_you_mean
from cardmaker.validation.model import Model
from cardmaker.validation.plain import read_plainly
from cardmaker.validation.words import any_of, shown, unknown_key
from cardmaker.yaml12.lines import FieldPath, Lines

if TYPE_CHECKING:
    from pydantic import BaseModel, TypeAdapter

    from cardmaker.validation.findings import Spelling

__all__ = [
    "MOST",
    "any_of",
    "closest",
    "did_you_mean",
    "problems_of",
    "read",
    "shown",
    "unknown_key",
    "validate",
]

MOST = 200
"""How many mistakes of one file are reported."""

Data = TypeVar("Data", bound="BaseModel | Model")


def validate(
    model: type[Data],
    data: object,
    name: str,
    lines: Lines,
    error: type[ProblemsError] = TemplateError,
    within: FieldPath = (),
) -> Data:
    """Make a *model* of *data*; *error* with every mistake, reported with the lines of the file called *name*.

    *lines* are those of *data*, which lies *within* the file at that path.
    """
    try:
        return read(model, data)
    except ValueError as fault:
        raise error(problems_of(fault, model, data, name, lines, within)) from None


def read(model: type[Data], data: object, context: object = None) -> Data:
    """Make a *model* of *data*, checked against *context*; pydantic's ValidationError with all that is wrong."""
    if issubclass(model, Model):
        try:
            return read_plainly(model, data, context)
        except ValueError:
            pass  # whatever it is, pydantic finds all that is wrong, and where
    return _reader(model).validate_python(data, context=context)


_READERS: "dict[type, TypeAdapter[Any]]" = {}


def _reader(model: type[Data]) -> "TypeAdapter[Data]":
    """What reads a model, worked out once, as that takes longer than the reading."""
    from pydantic import TypeAdapter

    if model not in _READERS:
        _READERS[model] = TypeAdapter(model)
    return _READERS[model]


def problems_of(
    fault: ValueError,
    model: type[Any],
    data: object,
    name: str,
    lines: Lines,
    within: FieldPath = (),
    spelling: "Spelling | None" = None,
    original: Callable[[FieldPath], FieldPath] = tuple,
) -> list[Problem]:
    """One problem for each field that was refused, as pydantic's error *fault* says.

    *data* and *lines* are those of the part that was validated; *within* is its path in the file.
    *spelling* gives the key of a mapping that stands for a field that the mapping doesn't have; *original* the path
    in *data* of a path in what was validated, where that was put together from *data*.
    """
    from cardmaker.validation.findings import settle, written_path
    from cardmaker.validation.words import describe, without_echoes

    problems: dict[tuple[str, str], Problem] = {}
    findings = without_echoes(settle(fault, model))
    for finding in findings[:MOST]:
        path = written_path(data, original(finding.path), spelling)
        field = ".".join(str(step) for step in (*within, *path))
        message = describe(finding)
        problems.setdefault((field, message), Problem(name, lines.at(path), field, message))
    found = list(problems.values())
    if len(findings) > MOST:
        found.append(
            Problem(name, max(problem.line for problem in found), "", "and more mistakes after these")
        )
    return found
