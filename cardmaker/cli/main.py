"""The words of a command line → an exit code; whatever goes wrong is told here, in one place."""

# Little is imported before `run` watches over it: an early Ctrl-C is told like a late one.
import gc
import os
import sys

INTERRUPTED = 130
_signals: list[int] = []
"""Those that told this process to end."""

INTERRUPTION = "error: interrupted; no unfinished file is left"

_OBJECTS_BEFORE_COLLECTION = 500_000
"""A run is short and leaves few cycles; looking for them at the usual pace took a fifteenth of its time."""


def main() -> None:
    """Run the program that was called, and leave with its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "1"
    )  # to look for some it reads about every package there is
    sys.exit(run(sys.argv[1:], alone=True))


def run(arguments: list[str], *, alone: bool = False) -> int:
    """Do what *arguments* say, tell on standard error what went wrong, and return the exit code.

    *alone* says that the process is this program's, which then ends quietly when its reader goes away.
    """
    try:
        if alone:
            _listen()
        from cardmaker.cli import terminal
        from cardmaker.paths import current_folder

        terminal.prepare(alone=alone)
        current_folder()
        from cardmaker.cli.app import app

        code = app.main(arguments, prog_name="cardmaker", standalone_mode=False)
        terminal.flush()
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as fault:
        if _signals:  # some package made an error of its own of it
            return _interrupted()
        from cardmaker.cli.failure import explain

        return explain(fault)
    return code if isinstance(code, int) else 0


def _listen() -> None:
    """Let signals to end be met as Ctrl-C is, so that unfinished files are deleted."""
    import signal

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:  # which nohup asks for
            signal.signal(number, _end)


def _end(number: int, _frame: object) -> None:
    _signals.append(number)
    raise KeyboardInterrupt


def _interrupted() -> int:
    """Say so, and return the exit code; any import may have been cut short, so none is relied on here."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{INTERRUPTION}\n")
            sys.stderr.flush()
    except OSError:
        pass  # the terminal is gone
    return 128 + _signals[0] if _signals else INTERRUPTED
