"""Records of declared options → a command's options in sections of its help, and what was given of them, checked."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from cardmaker.cli.params import OptionReader
from cardmaker.cli.plainoption import PlainOption, help_option
from cardmaker.options import Option, Options, Section, pointless
from cardmaker.valuetypes import CountType, SwitchType

Record = TypeVar("Record", bound=Options)
Command = Callable[..., None]


class Declared(PlainOption):
    """The flag of a declared option; or, if *shorthand*, the one that stands for one of its values."""

    def __init__(self, option: Option[Any], *, shorthand: bool = False) -> None:
        self.option, self.shorthand = option, shorthand
        flags, about = option.flags, option.about
        if shorthand and option.shorthand:
            flags, about = (option.shorthand[0],), f"Short for {option.flags[-1]} {option.shorthand[1]}."
        counts = isinstance(option.kind, CountType)
        switch = shorthand or isinstance(option.kind, SwitchType)
        if option.kind.repeatable:
            about += " May be repeated."
        if option.usual and not shorthand:
            about += f"  [default: {option.usual}]"
        super().__init__(
            [*flags, f"{option.name}_short" if shorthand else option.name],
            help=about,
            is_flag=switch or None,
            count=counts,
            type=None if switch or counts else OptionReader(option.kind),
            multiple=option.kind.repeatable,
            default=0 if counts else False if switch else None,
            metavar=None if switch or counts else option.kind.metavar or f"[{'|'.join(option.kind.words)}]",
        )


class OptionsCommand(click.Command):
    """A command whose help has a heading for each section of declared options."""

    def __init__(self, *args: Any, **others: Any) -> None:
        super().__init__(*args, **others)
        help_option()(self)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, section by section."""
        sections: dict[Section, list[tuple[str, str]]] = {section: [] for section in Section}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record:
                section = parameter.option.section if isinstance(parameter, Declared) else Section.OTHER
                sections[section].append(record)
        for section, rows in sections.items():
            if rows:
                with formatter.section(section):
                    formatter.write_dl(rows)


def options(*, without: Collection[str] = (), **records: type[Options]) -> Callable[[Command], Command]:
    """Give a command the options of *records*, but some, and call it with a record of each, by the same names."""

    def decorate(command: Command) -> Command:
        def called(**values: Any) -> None:
            context = click.get_current_context()
            made = {name: _given(record, context) for name, record in records.items()}
            if refusal := pointless(made.values()):
                raise click.UsageError(refusal)
            own = {name: value for name, value in values.items() if name not in declared}
            command(**own, **made)

        params = [
            param
            for record in records.values()
            for param in _params(record)
            if param.option.name not in without
        ]
        declared = {param.name for param in params}
        called.__doc__ = command.__doc__
        known: list[click.Parameter] = getattr(command, "__click_params__", [])
        called.__click_params__ = [*known, *reversed(params)]  # type: ignore[attr-defined]
        return called

    return decorate


def _params(record: type[Options]) -> Iterator[Declared]:
    for option in record.declared():
        if option.flags:
            yield Declared(option)
        if option.shorthand:
            yield Declared(option, shorthand=True)


def _given(record: type[Record], context: click.Context) -> Record:
    """What was written on the command line of a record's options; a UsageError for what contradicts itself."""
    given: dict[str, Any] = {}
    for param in context.command.params:
        if not isinstance(param, Declared) or param.option is not getattr(record, param.option.name, None):
            continue
        option, name = param.option, str(param.name)
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
            continue
        value: Any = context.params[name]
        if param.shorthand and option.shorthand:
            value = option.kind.read(option.shorthand[1])
            if given.get(option.name, value) != value:
                other = f"{option.flags[-1]} {option.kind.written(given[option.name])}"
                raise click.UsageError(f"{option.shorthand[0]} and {other} exclude each other")
        elif not (param.is_flag or param.count):
            value = _joined(option, value if option.kind.repeatable else (value,))
        given[option.name] = value
    return record(**given)


def _joined(option: Option[Any], parts: Sequence[Any]) -> Any:
    try:
        return option.kind.join(parts)
    except ValueError as fault:
        raise click.UsageError(f"{option.flags[-1]} {fault}") from None
