"""A signal to end → a line on standard error and an exit code; it imports nearly nothing, so early ones are met."""

import sys

CODE = 130
LINE = "error: interrupted; no unfinished file is left"
RESUMED = "; the same command goes on where it was"
"""Said of a run that keeps a journal."""

_resumed: list[str] = []
_signals: list[int] = []
"""Those that asked this process to end."""


def listen() -> None:
    """Let signals to end be met as Ctrl-C is, so that unfinished files are deleted."""
    import signal

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:  # which nohup asks for
            signal.signal(number, _end)


class ResumedLater:
    """While this lasts, an interruption says that the same command goes on."""

    def __enter__(self) -> None:
        _resumed[:] = [RESUMED]

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not KeyboardInterrupt:
            _resumed.clear()


def met() -> bool:
    """Whether this process was asked to end."""
    return bool(_signals)


def report() -> int:
    """Say so, and return the exit code; any import may have been cut short, so none is relied on here."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{LINE}{''.join(_resumed)}\n")
            sys.stderr.flush()
    except OSError:
        pass  # the terminal is gone
    _resumed.clear()
    return 128 + _signals[0] if _signals else CODE


def _end(number: int, _frame: object) -> None:
    _signals.append(number)
    raise KeyboardInterrupt
