"""A path → what is there, or why nobody can look; no path makes a question about it fail."""

import errno
import os
import re
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from cardmaker.errors import SourceError
from cardmaker.namedtuple import NamedTuple

_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR)
_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.EACCES: "no permission to look at it",
    errno.EPERM: "no permission to look at it",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "a link that leads back to itself",
    errno.EIO: "the disk reports an error",
    errno.EINVAL: "not a file name that can be used",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
_SHOWN = 120
_DEVICE = r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]"


class PathFacts(NamedTuple):
    """What is at a path: 'file', 'folder', 'other' (a pipe, a device), '' for nothing; and why that can't be known."""

    kind: str
    barrier: str = ""


def look(path: Path | str) -> PathFacts:
    """What is at *path*, links followed."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  Path.stat() is this, and some names fail before it
    except (OSError, ValueError) as fault:
        there = not isinstance(fault, OSError) or fault.errno not in _NOTHING_THERE
        return PathFacts("", reason(fault) if there else "")
    return PathFacts("file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other")


def is_file(path: Path | str, *, strict: bool = False) -> bool:
    """Whether an ordinary file is at *path*; where nobody can look, False, or if *strict* a SourceError."""
    return _kind(path, strict) == "file"


def is_folder(path: Path | str, *, strict: bool = False) -> bool:
    """Whether a folder is at *path*; where nobody can look, False, or if *strict* a SourceError."""
    return _kind(path, strict) == "folder"


def _kind(path: Path | str, strict: bool) -> str:
    kind, barrier = look(path)
    if barrier and strict:
        raise SourceError(f"{short_path(path)}: {barrier}")
    return kind


def bytes_of(path: Path | str) -> bytes:
    """All that is in a file, which is read at once: of small ones in half the time that a buffered stream takes."""
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  a build reads three hundred
        return stream.readall()


def is_there(path: Path | str) -> bool:
    """Whether anything is at *path*; False where nobody can look."""
    return bool(look(path).kind)


def current_folder() -> Path:
    """Where relative paths begin; SourceError if it was deleted, as nothing can be found from there."""
    try:
        return Path.cwd()
    except OSError:
        raise SourceError("the current folder isn't there any more; change to one that is") from None


def missing(path: Path | str, kind: str) -> str:
    """Why there is no *kind* ('file' or 'folder') at *path*, naming it: "no folder 'x'"; '' if there is one."""
    found, barrier = look(path)
    if found == kind:
        return ""
    if barrier:
        return f"'{short_path(path)}': {barrier}"
    if found == "other":
        return f"'{short_path(path)}' is not an ordinary file"
    return f"'{short_path(path)}' is a {found}, not a {kind}" if found else f"no {kind} '{short_path(path)}'"


def listed(folder: Path, suffix: str = ".yaml") -> list[Path]:
    """The paths right in *folder* that end with *suffix*, sorted; none without it, SourceError if it is closed."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are enough
    except (OSError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.errno in _NOTHING_THERE:
            return []
        raise SourceError(f"{short_path(folder)}: {reason(fault)}") from None
    return [folder / name for name in sorted(names) if name.endswith(suffix)]


def from_plan(folder: Path, name: str) -> Path:
    """The path that a plan in *folder* names; 'pics\\a.png' of a plan from Windows is found elsewhere, too."""
    path = folder / name
    if os.name != "nt" and "\\" in name and not is_there(path):
        return folder / name.replace("\\", "/")
    return path


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name, 'con.pdf' say, for one of its devices and never for a file."""
    return bool(re.fullmatch(_DEVICE, name.partition(".")[0].rstrip(), re.IGNORECASE))


def strays(name: str, folder: Path, within: Path | None = None) -> str:
    """Why a path that a plan gives, from the plan's *folder*, isn't followed; '' if it is.

    A plan from somebody else must not have any file of this computer read: what it names lies in its own folder,
    or in one next to that; if a folder is given that all is to be *within*, in that.
    """
    windows = PureWindowsPath(name)
    if PurePosixPath(name).is_absolute() or windows.drive or windows.root or name.startswith("~"):
        return f"give the path of '{short_path(name)}' from the plan's folder"
    try:
        around = folder.resolve().parent if within is None else within.resolve()
        near = from_plan(folder, name).resolve().is_relative_to(around)
    except (OSError, ValueError, RuntimeError):
        return ""  # which is reported where it is looked for
    return (
        ""
        if near
        else f"'{short_path(name)}' leads too far from the plan; put it into the plan's folder, or next to it"
    )


def reason(fault: OSError | ValueError) -> str:
    """Why the system refused a path, in words to follow the path and a colon."""
    if isinstance(fault, OSError):
        return _REASONS.get(fault.errno or 0) or (fault.strerror or "the system refuses it")
    return "not a file name that can be used"  # a NUL or a lone surrogate in it


def short_path(path: Path | str) -> str:
    """*path* as messages show it: shortened in the middle if it is very long."""
    text = str(path)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]}…{text[-_SHOWN // 3 :]}"
