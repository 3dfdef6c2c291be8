"""A path → the text in it, or one line that says why it can't be read."""

import sys
from pathlib import Path

from cardmaker.errors import SourceError
from cardmaker.log import note
from cardmaker.paths import is_folder, look, reason, short_path
from cardmaker.spelling import closest

STDIN = "-"
LIMIT_BYTES = 4 * 1024 * 1024

_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def source_name(path: str | Path) -> str:
    """The name of a source in messages: the path as given, or 'stdin' for '-'."""
    return "stdin" if str(path) == STDIN else short_path(path)


def read_text(path: str | Path, limit: int = LIMIT_BYTES, *, pipes: bool = False) -> str:
    """Read UTF-8 text, with or without a byte-order mark; '-' is standard input.

    *pipes*: what a pipe or a device sends is text, too; it is waited for. SourceError if the file is missing,
    a folder, unreadable, empty, larger than *limit* bytes, or not UTF-8.
    """
    name = source_name(path)
    if not pipes and str(path) != STDIN and look(path).kind == "other":
        raise SourceError(f"{name}: not an ordinary file; save the text to a file, and name that")
    raw = _read_bytes(path, name, limit + 1)
    note("textfile", "%s: %d bytes", name, len(raw), detail=True)
    return text_in(raw, name, limit)


def read_bytes(path: str | Path, limit: int) -> bytes:
    """The bytes of a file, or of standard input; one more than *limit* of a file that is larger.

    SourceError if it is missing, a folder or unreadable.
    """
    return _read_bytes(path, source_name(path), limit + 1)


def text_in(raw: bytes, name: str, limit: int = LIMIT_BYTES) -> str:
    """The UTF-8 text in bytes; SourceError if there are more than *limit*, if it is empty, or something else."""
    if len(raw) > limit:
        raise SourceError(
            f"{name}: larger than {limit / 1024 / 1024:g} MB; this doesn't look like the right file"
        )
    text = _decode(raw, name)
    if not text.strip():
        raise SourceError(f"{name}: the file is empty")
    return text


def _read_bytes(path: str | Path, name: str, count: int) -> bytes:
    try:
        if str(path) == STDIN:
            if sys.stdin is None:
                raise SourceError("stdin: standard input is closed; name a file, or send the text to '-'")
            return sys.stdin.buffer.read(count)
        with Path(path).open("rb") as stream:
            return stream.read(count)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file{_similar_file(Path(path))}") from None
    except IsADirectoryError:
        raise SourceError(f"{name}: this is a folder; name a file in it") from None
    except PermissionError:
        if is_folder(path):  # how Windows refuses to open a folder
            raise SourceError(f"{name}: this is a folder; name a file in it") from None
        raise SourceError(f"{name}: no permission to read it") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{name!r}: can't be read: {reason(error)}") from None


def _similar_file(path: Path) -> str:
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    found = closest(path.name, names)
    return f"; did you mean '{path.with_name(found)}'?" if found else ""


def _decode(raw: bytes, name: str) -> str:
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            raise SourceError(f"{name}: this is {encoding} text; save it as UTF-8")
    if b"\0" in raw:
        raise SourceError(f"{name}: this is not a text file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        raise SourceError(
            f"{name}:{line}: not UTF-8 text (byte 0x{byte:02X}); save the file as UTF-8"
        ) from None
