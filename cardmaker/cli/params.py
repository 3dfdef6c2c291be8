"""Words of the command line → weeks, folders and names, or a message that says what is possible."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli.shelves import KINDS, names_of, open_exercises
from cardmaker.paths import missing

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST_WEEKS = 260


class Weeks(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """'2', '2-4' or '1,3-5' → the weeks' numbers."""

    name = "weeks"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """The numbers in order."""
        return tuple(week for part in str(value).split(",") for week in self._range(part, param, ctx))

    def _range(self, text: str, param: click.Parameter | None, ctx: click.Context | None) -> range:
        first, dash, last = text.partition("-")
        if not (_is_number(first) and (_is_number(last) if dash else not last)):
            self.fail(f"{_shown(text)} is no week; write 2, or 2-4 for several", param, ctx)
        weeks = range(int(first), int(last or first) + 1)
        if not weeks:
            self.fail(f"{text} goes backwards; write {int(last)}-{int(first)}", param, ctx)
        if weeks.start < 1 or weeks.stop > MOST_WEEKS + 1:
            self.fail(f"weeks are counted from 1, and a plan has at most {MOST_WEEKS}", param, ctx)
        return weeks


class OneOf(click.ParamType):  # type: ignore[type-arg]  # as above
    """One of a few words."""

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows it."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself, whatever its case."""
        word = str(value).casefold()
        if word not in self.words:
            from cardmaker.validation import any_of, did_you_mean

            hint = did_you_mean(word, self.words) or f"; write {any_of(self.words)}"
            self.fail(f"unknown word {_shown(str(value))}{hint}", param, ctx)
        return word

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The words that begin so."""
        return _beginning(self.words, incomplete)


class Name(click.ParamType):  # type: ignore[type-arg]  # as above
    """The name of something; it is looked up later, this only completes it. *names* are those in folders."""

    def __init__(self, one: str, names: Callable[[Sequence[Path]], Iterable[str]]) -> None:
        self.name = one
        self._names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it stands."""
        if not str(value).strip():
            self.fail(f"the name of the {self.name} is empty", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The names that begin so."""
        return _beginning(self._names(_folders(ctx)), incomplete)


class Folder(click.ParamType):  # type: ignore[type-arg]  # as above
    """A folder that is there."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Its path."""
        path = Path(value)
        if fault := missing(path, "folder"):
            self.fail(fault, param, ctx)
        return path

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Folders, found by the shell."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="dir")]


def template_name(kinds: str) -> Name:
    """The name of a template, one of the *kinds* 'themes', 'stocks', ..."""
    return Name(KINDS[kinds].one, lambda folders: names_of(KINDS[kinds], folders))


def exercise_name() -> Name:
    """The name of an exercise."""
    return Name("exercise", lambda folders: open_exercises(folders).ids)


def word_of(one: str) -> Name:
    """The name of a 'muscle' or of a piece of 'equipment'."""

    def names(folders: Sequence[Path]) -> Iterable[str]:
        from cardmaker.library.equipment import EQUIPMENT
        from cardmaker.library.muscles import MUSCLES

        return (*MUSCLES.groups, *MUSCLES.terms) if one == "muscle" else ("none", *EQUIPMENT.terms)

    return Name(one, names)


def anything_to_show() -> Name:
    """The name of an exercise or of any template."""

    def names(folders: Sequence[Path]) -> Iterable[str]:
        templates = (name for kind in KINDS.values() for name in names_of(kind, folders))
        return (*open_exercises(folders).ids, *templates)

    return Name("name", names)


def _folders(ctx: click.Context) -> Sequence[Path]:
    return [Path(folder) for folder in ctx.params.get("templates") or ()]


def _beginning(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def _is_number(text: str) -> bool:
    return text.strip().isascii() and text.strip().isdecimal() and len(text.strip()) <= 6


def _shown(text: str) -> str:
    from cardmaker.validation import shown

    return shown(text)
