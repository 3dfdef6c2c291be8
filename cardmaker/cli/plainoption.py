"""Options whose help is one line, taken as it is, and --help as one of them.

Click trims help of several lines by `inspect`, whose import is a hundredth of a first build.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)
HELP_FLAGS: Final = ("-h", "--help")


class PlainOption(click.Option):
    """An option whose help is one line."""

    def __init__(self, flags: list[str], *, help: str = "", **others: Any) -> None:
        super().__init__(flags, **others)
        self.help = help


def help_option() -> Callable[[Command], Command]:
    """Give a command the option that shows its help."""
    return click.help_option(*HELP_FLAGS, cls=PlainOption)
