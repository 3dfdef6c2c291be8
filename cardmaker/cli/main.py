"""The words of a command line → an exit code; whatever goes wrong is reported here, in one place."""

# Little is imported before `run` watches over it: an early Ctrl-C is reported like a late one.
import gc
import os
import sys

from cardmaker.calldepth import room_below
from cardmaker.cli import interruption

_OBJECTS_BEFORE_COLLECTION = 500_000
"""A run is short and leaves few cycles; looking for them at the usual pace took a fifteenth of its time."""


def main() -> None:
    """Run the program that was called, and leave with its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "1"
    )  # to look for some it reads about every package there is
    code = run(sys.argv[1:], alone=True)
    gc.freeze()  # all that is left ends with the process; looking for cycles in it took a tenth of a first build
    sys.exit(code)


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
