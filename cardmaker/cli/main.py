"""The words of a command line → an exit code; whatever goes wrong is told here, in one place."""

import signal
import sys
from collections.abc import Sequence
from typing import NoReturn


def main() -> NoReturn:
    """Run the program that was called, and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):  # a reader that goes away, such as 'head', ends us quietly
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what *arguments* say, tell on standard error what went wrong, and return the exit code."""
    try:
        from cardmaker.cli import terminal

        terminal.prepare()
        from cardmaker.cli.app import app

        code = app.main(list(arguments), prog_name="cardmaker", standalone_mode=False)
        terminal.flush()
    except (Exception, KeyboardInterrupt) as fault:
        from cardmaker.cli.failure import explain

        return explain(fault)
    return code if isinstance(code, int) else 0
