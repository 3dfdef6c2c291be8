"""Lines of text → what a terminal, a pipe or an old encoding can show."""

import codecs
import errno
import os
import signal
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from cardmaker.errors import OutputError

_PLAIN = {
    "×": "x",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "…": "...",
    "·": "-",
    "→": "->",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "′": "'",
    "″": '"',
    "½": "1/2",
    "\u00a0": " ",
    "\u202f": " ",
}
_COLOURS = {"error": "\x1b[1;31m", "note": "\x1b[1;33m", "ok": "\x1b[1;32m"}
_RESET = "\x1b[0m"
_PATIENCE_S = 1.0
_STEP_S = 0.2
"""Between two counts: as often as one can read them."""
_STEERING = ("Cc", "Cf", "Zl", "Zp")


def prepare(*, alone: bool = False) -> None:
    """Let both streams show every text: what their encoding lacks is written with what it has.

    *alone*: a reader that goes away, such as 'head', ends the process quietly.
    """
    if alone and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    codecs.register_error("cardmaker", _with_what_there_is)
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="cardmaker")


def say(line: str = "") -> None:
    """Write a line to standard output; OutputError if it takes no more."""
    _write(sys.stdout, f"{_coloured(printable(line), sys.stdout)}\n")


def say_all(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    for line in lines:
        say(line)


def report_notes(notes: Iterable[object]) -> None:
    """Write a line to standard error for each of the notes."""
    for note in notes:
        report(f"note: {note}")


def report(line: str) -> None:
    """Write a line to standard error; if nobody can read it, it is lost."""
    try:
        _write(sys.stderr, f"{_coloured(printable(line), sys.stderr)}\n")
        _flush_errors()
    except OutputError:
        pass


def say_json(data: object) -> None:
    """Write *data* as JSON to standard output."""
    import json

    unicode = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "").startswith("utf")
    _write(sys.stdout, json.dumps(data, indent=2, ensure_ascii=not unicode) + "\n")


def say_bytes(data: bytes) -> None:
    """Write *data* to standard output as it is; OutputError if it takes no more."""
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    with _output_errors(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flush() -> None:
    """Send on what has been said; OutputError if that can't be."""
    if sys.stdout is not None:
        with _output_errors(sys.stdout):
            sys.stdout.flush()


def shown_to_a_person(stream: TextIO | None) -> bool:
    """Whether *stream* is a terminal."""
    return bool(stream and stream.isatty())


def printable(text: str) -> str:
    """*text* with control and invisible characters spelled out, so that it is one line and can't steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char) in _STEERING else char for char in text
    )


@contextmanager
def working(line: str) -> Iterator[None]:
    """Show *line* to whoever waits at a terminal longer than a second, and take it away again."""
    if not shown_to_a_person(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield
        return
    import threading

    shown = threading.Event()

    def show() -> None:
        shown.set()
        _write(sys.stderr, printable(line))
        sys.stderr.flush()

    timer = threading.Timer(_PATIENCE_S, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            _write(sys.stderr, "\r" + " " * len(line) + "\r")


@contextmanager
def counting(line: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show whoever waits at a terminal how much is done: '12' and *line*, with '{total}' filled in."""
    if not shown_to_a_person(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield lambda done: None
        return
    words = line.format(total=total)
    shown = [time.monotonic(), 0.0]

    def step(done: int) -> None:
        if (now := time.monotonic()) - shown[0] >= _STEP_S:
            text = f"{done} {words}"
            shown[:] = [now, len(text)]
            _write(sys.stderr, f"\r{text}")
            sys.stderr.flush()

    try:
        yield step
    finally:
        if shown[1]:
            _write(sys.stderr, "\r" + " " * int(shown[1]) + "\r")


def _with_what_there_is(fault: UnicodeError) -> tuple[str, int]:
    """The codec error handler: a plain spelling, a letter without its accent, or '?'."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    spelled = []
    for char in fault.object[fault.start : fault.end]:
        bare = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        spelled.append(_PLAIN.get(char) or bare or "?")
    return "".join(spelled), fault.end


def _coloured(line: str, stream: TextIO | None) -> str:
    """*line* with its first word, 'error:' say, coloured where that is wanted."""
    word, colon, rest = line.partition(":")
    wanted = word in _COLOURS and colon and shown_to_a_person(stream)
    if not wanted or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return line
    return f"{_COLOURS[word]}{word}:{_RESET}{rest}"


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        with _output_errors(stream):
            stream.write(text)


def _flush_errors() -> None:
    """Send on what has been reported."""
    if sys.stderr is not None:
        with _output_errors(sys.stderr):
            sys.stderr.flush()


@contextmanager
def _output_errors(stream: TextIO) -> Iterator[None]:
    """Make an OutputError of what keeps *stream* from being written; a closed pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        send_nowhere(stream)
        raise
    except OSError as fault:
        send_nowhere(stream)
        if os.name == "nt" and fault.errno == errno.EINVAL:  # how Windows says that the reader is gone
            raise BrokenPipeError(fault.errno, fault.strerror) from None
        raise OutputError(f"standard output can't be written: {fault.strerror}") from None


def send_nowhere(stream: TextIO) -> None:
    """Let what is left in *stream*'s buffer go, so that the interpreter doesn't fail on it once more when it ends."""
    import io
    from contextlib import suppress

    with suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
