"""Bytes and the paths they go to → whole files: all of them, or none and the old ones untouched."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from cardmaker.deliver import leftovers
from cardmaker.errors import OutputError
from cardmaker.log import note
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import is_device, reason, short_path

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
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one with -o",
    errno.ELOOP: "the name is a link that leads back to itself",
}
_NOTHING_CHANGED = "; nothing was changed"
_OTHERS_WHOLE = "; the files written before it are whole"


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write all *files*, replacing old ones only when every new one is whole and on the disk.

    A link of one's own is followed: what it leads to is replaced. OutputError if one of the files can't be written;
    then the old ones are there again, or the message names those that aren't. The folders must be there.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            with _reported(path):
                target = _target(path)
                leftovers.sweep(target.parent)
                temporary = leftovers.new(target.parent)
                staged.append((temporary, target))
                _write(temporary, data)
        _replace(staged)
        for path, data in files.items():
            note("deliver", "wrote %s, %d KB", path, len(data) // 1024)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink()


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write one of many files: whole under its name or not there, but not waited for until it is on the disk.

    What a computer that loses its power forgets has to be found and made again. OutputError if it can't be written.
    """
    with _reported(path, _OTHERS_WHOLE):
        target = _target(path)
        temporary = leftovers.new(target.parent)
        try:
            with temporary.open("wb") as stream:
                stream.writelines(parts)
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()


def append_line(path: Path, line: str, *, sync: bool = False) -> None:
    """Add a line to a journal, in one go, also behind one that was cut short; *sync* waits until it is on the disk.

    OSError if that can't be.
    """
    with path.open("a+b", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        if size:
            stream.seek(size - 1)
            cut_short = stream.read(1) != b"\n"
        else:
            cut_short = False
        stream.write(b"\n" * cut_short + line.encode() + b"\n")
        if sync:
            os.fsync(stream.fileno())


def make_folder(folder: Path) -> None:
    """Make *folder* if it isn't there, in one that is; OutputError if that can't be."""
    with _reported(folder):
        try:
            folder.mkdir(exist_ok=True)
        except FileExistsError:
            raise OutputError(f"{folder}: this is a file; choose another folder with -o") from None


def _target(path: Path) -> Path:
    """The file to replace: *path*, or what it links to. OutputError if that is no ordinary file."""
    if os.name == "nt" and is_device(path.name):
        raise OutputError(f"{path}: Windows keeps this name for a device; choose another with -o")
    _refuse_foreign_link(path)
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


def _refuse_foreign_link(path: Path) -> None:
    """In a folder that several people write to, one of them could lead us to any file of ours."""
    with suppress(FileNotFoundError):
        facts = path.lstat()
        if os.name != "nt" and stat.S_ISLNK(facts.st_mode) and facts.st_uid not in (0, os.geteuid()):
            raise OutputError(f"{path}: somebody else's link; delete it, or choose another name with -o")


def _write(temporary: Path, data: bytes) -> None:
    """Write a new file, its mode set by the umask, and wait until it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


class _Place(NamedTuple):
    """A new file's unfinished name, the name it is to have, and a second name of the old file, if it has one."""

    temporary: Path
    target: Path
    old: Path | None
    was_there: bool

    def put_back(self) -> bool:
        """Undo the replacing; False if that can't be."""
        try:
            if self.temporary.exists():
                return True  # it was never done
            if self.old:
                self.old.replace(self.target)
            elif not self.was_there:
                self.target.unlink()
        except OSError:
            return False
        return bool(self.old) or not self.was_there


def _replace(staged: list[tuple[Path, Path]]) -> None:
    """Put each new file in its place; when one can't be, put the old ones back."""
    places: list[_Place] = []
    try:
        for temporary, target in staged:
            old = _second_name(target) if len(staged) > 1 else None
            places.append(_Place(temporary, target, old, target.exists()))
            temporary.replace(target)
        _sync_folders({target.parent for _, target in staged})
    except BaseException as fault:
        new = [place.target.name for place in places if not place.put_back()]
        if not isinstance(fault, OSError):
            raise
        failed = places[-1].target
        what = _reason(fault, failed).removesuffix(_NOTHING_CHANGED)
        changed = (
            f"; already new: {', '.join(new)}; the other files are as they were" if new else _NOTHING_CHANGED
        )
        raise OutputError(f"{failed}: {what}{changed}") from None
    finally:
        for place in places:
            if place.old:
                with suppress(OSError):
                    place.old.unlink()


def _second_name(target: Path) -> Path | None:
    """A hard link that keeps an old file while a new one takes its name; None if there can't be one."""
    name = leftovers.new(target.parent)
    try:
        os.link(target, name)
    except (OSError, NotImplementedError):
        return None
    return name


def _sync_folders(folders: set[Path]) -> None:
    """Have the new names on the disk, too, where folders can be synced."""
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


@contextmanager
def _reported(path: Path, others: str = _NOTHING_CHANGED) -> Iterator[None]:
    """Report in an OutputError what keeps *path* from being written, and how that leaves the other files."""
    try:
        yield
    except (OSError, ValueError) as fault:
        what = _reason(fault, path).replace(_NOTHING_CHANGED, others)
        raise OutputError(f"{short_path(path)}: {what}") from None


def _reason(fault: OSError | ValueError, path: Path) -> str:
    if isinstance(fault, FileNotFoundError):
        return f"there is no folder '{short_path(path.parent)}'; make it first, or choose another with -o"
    if isinstance(fault, NotADirectoryError):
        return f"'{short_path(path.parent)}' is a file, not a folder; choose another place with -o"
    if isinstance(fault, OSError) and fault.errno in _REASONS:
        return _REASONS[fault.errno]
    return f"can't be written: {reason(fault)}"
