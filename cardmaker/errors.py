"""The tree of errors a user can meet, each with its exit code and one line that says where, what and the remedy."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Self

from cardmaker.patterns import Pattern
from cardmaker.record import record


class ExitCode(IntEnum):
    """How a command ended; *meaning* is what help and the README say of a code."""

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        """A member is its number, and says what it means."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    DONE = 0, "done"
    OTHER = 1, "another error"
    USAGE = 2, "wrong option, argument or environment variable"
    PLAN = 3, "a mistake in the plan"
    TEMPLATE = 4, "a mistake in a template or exercise file"
    SOURCE = 5, "a file can't be read"
    NOT_FOUND = 6, "no exercise, theme, stock, week, ... of that name"
    DOES_NOT_FIT = 7, "text doesn't fit its box"
    GLYPH = 8, "a character that no font has"
    PICTURE = 9, "a picture that can't be used"
    OUTPUT = 10, "the output can't be written"
    PAPER = 11, "the cards don't fit on the paper"
    FAULT = 70, "a fault in cardmaker itself"
    INTERRUPTED = 130, "interrupted"


_LONG_WORD = Pattern(r"(\S{60})\S{60,}(\S{12})", "", re.UNICODE)
_LONGEST = 600


def abridged(text: str) -> str:
    """*text* with words of hundreds of letters, and what is longer than any message, cut in the middle."""
    text = _LONG_WORD.sub(r"\1…\2", text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 120]}… {text[-110:]}"


class CardmakerError(Exception):
    """Anything that stops a command for a reason the user can mend."""

    exit_code: ExitCode = ExitCode.OTHER


@record
class Problem:
    """One mistake: 'plan.yaml:14: weeks.1.tue.0.strength: no workout …'. *line* counts from 1, 0 if unknown."""

    source: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (where, abridged(self.field), abridged(self.message)) if part)


class ProblemsError(CardmakerError):
    """Mistakes found in one file, all of them, in the order of their lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.source, p.line)))
        super().__init__("\n".join(map(str, self.problems)))


class SettingError(CardmakerError):
    """An environment variable says something that can't be."""

    exit_code = ExitCode.USAGE


class PlanError(ProblemsError):
    """The plan says something that can't be."""

    exit_code = ExitCode.PLAN


class TemplateError(ProblemsError):
    """An exercise, theme, face, sheet, stock or wording file says something that can't be."""

    exit_code = ExitCode.TEMPLATE


class SourceError(CardmakerError):
    """A file can't be read: missing, no permission, not text, too large."""

    exit_code = ExitCode.SOURCE


class NotFoundError(CardmakerError):
    """A name that nothing carries: exercise, theme, stock, face, sheet, language, week."""

    exit_code = ExitCode.NOT_FOUND


class PageError(CardmakerError):
    """What can't be put on a page. *content* is the record that the page is made of, *text* what it can't show.

    *others* gives what else is wrong with the page; it is asked for once that is to be reported.
    """

    content: object = None
    text: str = ""
    problem: Problem | None = None
    """The same with the plan's line and field, once they are known."""
    others: Callable[[], Sequence["PageError"]] = tuple

    def saying(self, message: str) -> Self:
        """The same with a message that says more."""
        other = self.__class__.__new__(self.__class__, message)
        vars(other).update(vars(self))
        return other

    def all(self) -> "list[PageError]":
        """This and what else is wrong with its page."""
        return [self, *self.others()]


class DoesNotFitError(PageError):
    """Text that no step of the fit ladder brings into its box."""

    exit_code = ExitCode.DOES_NOT_FIT

    def __init__(
        self,
        card: str,
        field: str,
        needed_mm: float,
        available_mm: float,
        remedy: str,
        *,
        content: object = None,
        text: str = "",
    ) -> None:
        self.card, self.field, self.remedy = card, field, remedy
        self.needed_mm, self.available_mm = needed_mm, available_mm
        self.content, self.text = content, text
        super().__init__(self.among(0))

    def among(self, others: int) -> str:
        """What is said of it where it is so on that many other pages, too."""
        where = f"{self.card}, and {others} more" if others else self.card
        return f"{where}: {self.field} needs {self.needed_mm:.1f} mm and has {self.available_mm:.1f} mm; {self.remedy}"


class MissingGlyphError(PageError):
    """A character that no font has, and the text that it is in."""

    exit_code = ExitCode.GLYPH

    def __init__(self, message: str, *, text: str = "", char: str = "") -> None:
        self.text, self.char = text, char
        super().__init__(message)


class PictureError(CardmakerError):
    """A picture that is missing, damaged, too large or not allowed."""

    exit_code = ExitCode.PICTURE


class OutputError(CardmakerError):
    """The result can't be written."""

    exit_code = ExitCode.OUTPUT


class PaperError(CardmakerError):
    """Cards that do not go on the paper."""

    exit_code = ExitCode.PAPER


class SeveralError(CardmakerError):
    """Several errors of one kind, a line each."""

    def __init__(self, errors: Sequence[CardmakerError]) -> None:
        self.errors = tuple(errors)
        self.exit_code = errors[0].exit_code
        super().__init__("\n".join(map(str, errors)))
