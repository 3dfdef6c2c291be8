"""Words of the command line → values, or a message that says what is possible; and what a shell may complete."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardmaker import valuetypes
from cardmaker.theme.kinds import KINDS, kind_called

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])


class OptionReader(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """Any kind of option's value, as the command line reads it."""

    def __init__(self, kind: valuetypes.ValueType[Any]) -> None:
        self.kind = kind
        self.name = kind.metavar.lower() or "word"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str | None:
        """How help shows it."""
        return self.kind.metavar or f"[{'|'.join(self.kind.words)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value; a UsageError in the kind's words."""
        try:
            return self.kind.read(str(value))
        except ValueError as fault:
            self.fail(str(fault), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The words or names that begin so; files and folders are found by the shell."""
        kind = self.kind.one if isinstance(self.kind, valuetypes.ListType) else self.kind
        match kind:
            case valuetypes.FileType():
                return _found_by_the_shell(incomplete, "file")
            case valuetypes.FolderType():
                return _found_by_the_shell(incomplete, "dir")
            case valuetypes.NameType():
                return _beginning(_named(kind.of, _folders(ctx)), incomplete)
        return _beginning(kind.words, incomplete)


class NameReader(OptionReader):
    """The name of something; it is looked up later, this only completes it. *names* are those in folders."""

    def __init__(self, one: str, names: Callable[[Sequence[Path]], Iterable[str]]) -> None:
        super().__init__(valuetypes.NameType(one))
        self._names = names

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The names that begin so."""
        return _beginning(self._names(_folders(ctx)), incomplete)


def OneOf(words: Iterable[str]) -> OptionReader:  # noqa: N802  it is used as the types of Click are
    """One of a few words."""
    return OptionReader(valuetypes.WordType(words))


def Folder() -> OptionReader:  # noqa: N802  as above
    """A folder that is there."""
    return OptionReader(valuetypes.FolderType())


def template_name(kinds: str) -> NameReader:
    """The name of a template, one of the *kinds* 'themes', 'stocks', ..."""
    return NameReader(KINDS[kinds].one, KINDS[kinds].names)


def word_of(one: str) -> NameReader:
    """What an exercise may have: a 'muscle', a piece of 'equipment', a 'kind' or a 'level'."""

    def names(folders: Sequence[Path]) -> Iterable[str]:
        from cardmaker.library.equipment import EQUIPMENT
        from cardmaker.library.muscles import MUSCLES
        from cardmaker.library.vocabulary import KINDS, LEVELS

        return {
            "muscle": (*MUSCLES.groups, *MUSCLES.terms),
            "equipment": ("none", *EQUIPMENT.terms),
            "kind": KINDS,
            "level": LEVELS,
        }[one]

    return NameReader(one, names)


def anything_to_show() -> NameReader:
    """The name of an exercise or of any template."""

    def names(folders: Sequence[Path]) -> Iterable[str]:
        from cardmaker.library import library_in

        templates = (name for kind in KINDS.values() for name in kind.names(folders))
        return (*library_in(folders).ids, *templates)

    return NameReader("name", names)


def _named(one: str, folders: Sequence[Path]) -> Iterable[str]:
    """The names that an option may be given, of the kind that is called *one*."""
    if one == "exercise":
        from cardmaker.library import library_in

        return library_in(folders).ids
    if one == "printer":
        from cardmaker.cli.printers import printer_names

        return printer_names()
    return kind_called(one).names(folders)


def _folders(ctx: click.Context) -> Sequence[Path]:
    return [Path(folder) for folder in ctx.params.get("templates") or ctx.params.get("folders") or ()]


def _beginning(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def _found_by_the_shell(incomplete: str, kind: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type=kind)]


def templates_option(own: str) -> Callable[[Command], Command]:
    """The option for folders of the user's *own* 'exercises', 'papers and wording', ..."""
    about = f"A folder with {own} of your own."
    return click.option("--templates", type=Folder(), multiple=True, help=about)


force_option = click.option("--force", is_flag=True, help="Write over a file that is there.")
json_option = click.option("--json", "as_json", is_flag=True, help="For programs to read.")

ENGLISH = "en"

language_option = click.option(
    "--language",
    type=template_name("languages"),
    default=ENGLISH,
    show_default=True,
    metavar="NAME",
    help="The language of exercises' names and words.",
)
