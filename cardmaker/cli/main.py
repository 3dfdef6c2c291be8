"""The words of a command line → an exit code; whatever goes wrong is reported here, in one place."""

# Little is imported before `run` watches over it: an early Ctrl-C is reported like a late one.
import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from cardmaker.calldepth import room_below
from cardmaker.cli import interruption
from cardmaker.deferred import defer, patterns_deferred

_OBJECTS_BEFORE_COLLECTION = 500_000
"""A run is short and leaves few cycles; looking for them at the usual pace took a fifteenth of its time."""
_SELDOM_USED = (
    "copy",
    "inspect",
    "ipaddress",
    "ntpath",
    "pickle",
    "tempfile",
    "textwrap",
    "tokenize",
)
"""What packages import and a build doesn't look into: a sixtieth of its time."""


def main() -> None:
    """Run the program that was called, and leave with its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "1"
    )  # to look for some it reads about every package there is
    for name in _SELDOM_USED:
        defer(name)
    with patterns_deferred():
        import click  # noqa: F401
    _leave(run(sys.argv[1:], alone=True))


def _leave(code: int) -> NoReturn:
    """End the process: to free all that it has one by one took a fortieth of a first build."""
    import threading

    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        sys.exit(code)
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


@room_below
def run(arguments: list[str], *, alone: bool = False) -> int:
    """Do what *arguments* say, report on standard error what went wrong, and return the exit code.

    *alone* says that the process is this program's, which then ends quietly when its reader goes away.
    """
    try:
        if alone:
            interruption.listen()
        from cardmaker.cli import terminal
        from cardmaker.paths import current_folder

        terminal.prepare(alone=alone)
        current_folder()
        from cardmaker.cli.app import app

        code = app.main(arguments, prog_name="cardmaker", standalone_mode=False)
        terminal.flush()
    except KeyboardInterrupt:
        return interruption.report()
    except Exception as fault:
        if interruption.met():  # some package made an error of its own of it
            return interruption.report()
        from cardmaker.cli.failure import explain

        return explain(fault)
    return code if isinstance(code, int) else 0
