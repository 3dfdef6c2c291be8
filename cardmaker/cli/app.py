"""The command `cardmaker`: its help, and its commands, each imported when it is called."""

from importlib import import_module
from keyword import iskeyword

import click

import cardmaker
from cardmaker.cli.plainoption import HELP_FLAGS, PlainOption, help_option
from cardmaker.errors import ExitCode

COMMANDS = {
    "new": "Write a starter plan to change.",
    "build": "Write a plan's PDFs.",
    "roster": "Show how a table of athletes is read.",
    "mail": "Write a mail to each athlete of a roster.",
    "check": "Find the mistakes in a plan, of training, too; write nothing.",
    "rules": "List the rules of training that check knows, and say why.",
    "expand": "Print a plan with every week written out.",
    "import": "Make a plan of a spreadsheet or another program's file.",
    "export": "Write a plan as a calendar or table for other programs.",
    "read": "Say what a line of a run or of sets is read as.",
    "preview": "Write pictures of a plan's pages.",
    "studio": "Make a plan in the browser, with its pages next to it.",
    "calibrate": "Measure a printer, so that backs meet fronts.",
    "list": "List exercises, themes, stocks and the like.",
    "show": "Show an exercise, a theme, a stock, ...",
    "figure": "Draw the figures of exercises from their poses.",
    "cache": "Show or delete what builds keep for the next time.",
    "schema": "Print the JSON Schema of plans or exercises.",
}
"""The commands in the order of their use, and what each does, so that help needs none of them."""

_CODES = "\n".join(f"{code:5}  {code.meaning}" for code in ExitCode)

_EPILOG = f"""
\b
Examples:
  cardmaker build                       the bundled runner's week, to output/
  cardmaker new my-plan.yaml            a plan of your own to begin with
  cardmaker check my-plan.yaml
  cardmaker build my-plan.yaml --theme low-ink --paper letter
  cardmaker build my-plan.yaml --week 3 --only sheets
  cardmaker build my-plan.yaml --book booklet
  cardmaker studio                      a page in the browser to make plans in
  cardmaker calibrate                   a sheet to read your printer by
  cardmaker list exercises --muscle glutes --equipment none

\b
Exit codes:
{_CODES}

\b
Completion: put the line of your shell into its start-up file.
  bash  eval "$(_CARDMAKER_COMPLETE=bash_source cardmaker)"
  zsh   eval "$(_CARDMAKER_COMPLETE=zsh_source cardmaker)"
  fish  _CARDMAKER_COMPLETE=fish_source cardmaker | source

\b
Environment:
  NO_COLOR           any value: no colours
  SOURCE_DATE_EPOCH  the date in PDFs and calendars, in seconds since 1970
  CARDMAKER_CONFIG   the folder where calibrated printers are kept
  CARDMAKER_MAIL_PASSWORD  the password for 'cardmaker mail --send'
  CARDMAKER_CACHE    the folder where builds are kept, to be given again
  CARDMAKER_DEBUG    any value: a traceback when cardmaker itself fails
"""


def module_of(name: str) -> str:
    """The module of the command called *name*, which ends in '_' where the name is a word of Python."""
    return f"cardmaker.cli.{name}{'_' * iskeyword(name)}"


class CommandGroup(click.Group):
    """A group that suggests which of its commands a wrong name may mean."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that *args* begin with; a wrong one is reported with the one that may be meant."""
        name, names = args[0], self.list_commands(ctx)
        if name not in names and not name.startswith("-") and not ctx.resilient_parsing:
            from cardmaker.validation import did_you_mean, shown

            hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
            raise click.UsageError(f"no command {shown(name)}{self.meant(name) or hint}", ctx)
        return super().resolve_command(ctx, args)

    def meant(self, name: str) -> str:
        """What to say of a wrong *name* that isn't a slip; '' if it may be one."""
        return ""


class Commands(CommandGroup):
    """The commands of the program, each of whose modules is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called *cmd_name*, imported; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(module_of(cmd_name)).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands into the help without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def meant(self, name: str) -> str:
        """A plan's file is to be built."""
        file = name.lower().endswith((".yaml", ".yml", ".json", ".toml"))
        return f"; write 'cardmaker build {name}'" if file else ""


@click.command(
    cls=Commands,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": HELP_FLAGS},
)
@click.version_option(
    cardmaker.__version__, "-V", "--version", message="%(prog)s %(version)s", cls=PlainOption
)
@help_option()
@click.pass_context
def app(ctx: click.Context) -> None:
    """Turn a training plan into paper: a week sheet, pocket exercise cards and gym cards."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
