"""What went wrong → lines on standard error and an exit code."""

import errno
import os
import re
import sys
import traceback
from pathlib import Path

import click

from cardmaker.cli import interruption
from cardmaker.cli.terminal import report, send_nowhere
from cardmaker.errors import CardmakerError, ExitCode, OutputError, ProblemsError, SeveralError, abridged

READER_GONE = 141
"""What shells show for a program that SIGPIPE ended."""

_PACKAGE = Path(__file__).resolve().parents[1]
_SHOWN = 300
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_LOCATED = re.compile(r"\S.*?:\d+: ")


def explain(fault: Exception) -> int:
    """Report what *fault* means, and return its exit code."""
    match fault:
        case CardmakerError():
            for line in _lines(fault):
                report(line)
            return fault.exit_code
        case click.Abort():
            return interruption.report()
        case click.ClickException():
            return _usage(fault)
        case BrokenPipeError():
            return READER_GONE
        case OSError() if fault.errno in _NO_ROOM:  # while help was written
            send_nowhere(sys.stdout)
            return explain(OutputError(f"standard output can't be written: {fault.strerror}"))
    return _fault(fault)


def _lines(fault: CardmakerError) -> list[str]:
    """A line for each mistake; those in a file begin with its name and line, so that editors can go there."""
    match fault:
        case ProblemsError():
            return [" ".join(str(problem).splitlines()) for problem in fault.problems]
        case SeveralError():
            return [line for one in fault.errors for line in _lines(one)]
    if located := _LOCATED.match(str(fault)):
        return [located[0] + abridged(str(fault)[located.end() :])]
    return [f"error: {abridged(str(fault))}"]


def _usage(fault: click.ClickException) -> int:
    context = getattr(fault, "ctx", None)
    message = fault.format_message()
    if isinstance(fault, click.NoSuchOption):
        message = _no_option(fault.option_name, context)
    report(f"error: {message[:1].lower()}{abridged(message[1:])}")
    if context is not None:
        report(f"Try '{context.command_path} --help'.")
    return fault.exit_code


def _no_option(name: str, context: click.Context | None) -> str:
    from cardmaker.validation import did_you_mean

    params = context.command.get_params(context) if context else []
    known = [option for param in params for option in (*param.opts, *param.secondary_opts)]
    return f"no option '{name}'{did_you_mean(name, [option for option in known if option.startswith('--')])}"


def _fault(fault: Exception) -> int:
    """Ask for a report of what should never happen."""
    if os.environ.get("CARDMAKER_DEBUG"):
        traceback.print_exception(fault)
        return ExitCode.FAULT
    what = f"{type(fault).__name__}: {fault}"[:_SHOWN]
    report(
        f"error: this is a fault in cardmaker, please report it: {what} ({_place(fault)}); "
        "with CARDMAKER_DEBUG=1 it says more"
    )
    return ExitCode.FAULT


def _place(fault: Exception) -> str:
    """The file and line, in this package if it is there, where *fault* began."""
    frames = traceback.extract_tb(fault.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    for frame in reversed(own or frames):
        path = Path(frame.filename)
        name = path.relative_to(_PACKAGE) if own else path.name
        return f"{name}:{frame.lineno}"
    return "nowhere"
