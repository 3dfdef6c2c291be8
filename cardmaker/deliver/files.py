"""Bytes and the paths they go to → whole files: all of them, or none and the old ones untouched."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from cardmaker.errors import OutputError

_REFUSED = "no permission to write here; choose another place with -o"
if os.name == "nt":  # Windows doesn't let a file be replaced while a viewer shows it
    _REFUSED = "can't be replaced; close it in other programs, or choose another place with -o"

_REASONS = {
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: "this disk can only be read; choose another place with -o",
    errno.ENOSPC: "the disk is full; nothing was changed",
    errno.EDQUOT: "your share of the disk is used up; nothing was changed",
    errno.EFBIG: "the file would be larger than allowed here; nothing was changed",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "the name is a link that leads back to itself",
}


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write all *files*, replacing old ones only when every new one is whole and on the disk.

    OutputError if one of them can't be written. The folders must be there.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            with _told(path):
                target = _target(path)
                temporary = target.parent / f".cardmaker-{secrets.token_hex(6)}.tmp"
                staged.append((temporary, target))
                _write(temporary, data)
        for temporary, target in staged:
            with _told(target):
                temporary.replace(target)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink()


def make_folder(folder: Path) -> None:
    """Make *folder* if it isn't there, in one that is; OutputError if that can't be."""
    with _told(folder):
        try:
            folder.mkdir(exist_ok=True)
        except FileExistsError:
            raise OutputError(f"{folder}: this is a file; choose another folder with -o") from None


def _target(path: Path) -> Path:
    """The file to replace: *path*, or what it links to. OutputError if that is no ordinary file."""
    target = Path(os.path.realpath(path))
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return target
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path}: this is a folder; give the name of a file, or end it with '/'")
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(mode):
        raise OutputError(f"{path}: not an ordinary file; write to '-' and send that there")
    if not os.access(target, os.W_OK):
        raise OutputError(f"{path}: the file is write-protected; choose another name with -o")
    return target


def _write(temporary: Path, data: bytes) -> None:
    """Write a new file, its mode set by the umask, and wait until it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in an OutputError what keeps *path* from being written."""
    try:
        yield
    except (OSError, ValueError) as fault:
        raise OutputError(f"{path}: {_reason(fault, path)}") from None


def _reason(fault: OSError | ValueError, path: Path) -> str:
    if isinstance(fault, FileNotFoundError):
        return f"there is no folder '{path.parent}'; make it first, or choose another with -o"
    if isinstance(fault, NotADirectoryError):
        return f"'{path.parent}' is a file, not a folder; choose another place with -o"
    if isinstance(fault, OSError):
        return _REASONS.get(fault.errno or 0) or f"can't be written: {fault.strerror}"
    return f"not a file name that can be used: {fault}"
