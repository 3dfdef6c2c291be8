"""The tree of errors a user can meet, each with its exit code and one line that says where, what and the remedy."""

from collections.abc import Sequence
from dataclasses import dataclass


class CardmakerError(Exception):
    """Anything that stops a command for a reason the user can mend."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: 'plan.yaml:14: weeks.1.tue.0.strength: no workout …'. *line* counts from 1, 0 if unknown."""

    source: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (where, self.field, self.message) if part)


class ProblemsError(CardmakerError):
    """Mistakes found in one file, all of them, in the order of their lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.source, p.line)))
        super().__init__("\n".join(map(str, self.problems)))


class SettingError(CardmakerError):
    """An environment variable says something that can't be."""

    exit_code = 2


class PlanError(ProblemsError):
    """The plan says something that can't be."""

    exit_code = 3


class TemplateError(ProblemsError):
    """An exercise, theme, face, sheet, stock or wording file says something that can't be."""

    exit_code = 4


class SourceError(CardmakerError):
    """A file can't be read: missing, no permission, not text, too large."""

    exit_code = 5


class NotFoundError(CardmakerError):
    """A name that nothing carries: exercise, theme, stock, face, sheet, language, week."""

    exit_code = 6


class DoesNotFitError(CardmakerError):
    """Text that no step of the fit ladder brings into its box."""

    exit_code = 7

    def __init__(self, card: str, field: str, needed_mm: float, available_mm: float, remedy: str) -> None:
        self.card, self.field = card, field
        self.needed_mm, self.available_mm = needed_mm, available_mm
        super().__init__(f"{card}: {field} needs {needed_mm:.1f} mm and has {available_mm:.1f} mm; {remedy}")


class MissingGlyphError(CardmakerError):
    """A character that no font has."""

    exit_code = 8


class PictureError(CardmakerError):
    """A picture that is missing, damaged, too large or not allowed."""

    exit_code = 9


class OutputError(CardmakerError):
    """The result can't be written."""

    exit_code = 10


class PaperError(CardmakerError):
    """Cards that do not go on the paper."""

    exit_code = 11


class SeveralError(CardmakerError):
    """Several errors of one kind, a line each."""

    def __init__(self, errors: Sequence[CardmakerError]) -> None:
        self.errors = tuple(errors)
        self.exit_code = errors[0].exit_code
        super().__init__("\n".join(map(str, errors)))
