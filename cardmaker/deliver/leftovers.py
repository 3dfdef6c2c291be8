"""A folder → names for unfinished files in it; and those that killed builds left there, deleted.

A name says which process on which computer it belongs to, so that a build that is at work is left alone.
"""

import os
import stat
import time
import zlib
from contextlib import suppress
from pathlib import Path

from cardmaker.patterns import Pattern

_NAME = Pattern(r"\.cardmaker-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.tmp", ".cardmaker-")
_OLD_S = 24 * 60 * 60
"""After a day nothing is at work any more: for files of other computers, and where processes can't be asked for."""


def new(folder: Path) -> Path:
    """The name of an unfinished file in *folder*."""
    return folder / f".cardmaker-{_computer()}-{os.getpid()}-{os.urandom(6).hex()}.tmp"


def sweep(folder: Path) -> None:
    """Delete what builds left in *folder* that were killed."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are enough
    except OSError:
        return  # which is reported when it is written to
    for name in names:
        if (found := _NAME.fullmatch(name)) and _is_left(folder / name, found[1], int(found[2])):
            with suppress(OSError):
                (folder / name).unlink()


def _is_left(path: Path, computer: str, process: int) -> bool:
    try:
        facts = path.lstat()
    except OSError:
        return False
    if not stat.S_ISREG(facts.st_mode):
        return False
    return time.time() - max(facts.st_mtime, facts.st_ctime) > _OLD_S or (
        computer == _computer() and not _is_running(process)
    )


def _is_running(process: int) -> bool:
    """Whether a process of this computer is running; yes where one can't ask without ending it, as on Windows."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


def _computer() -> str:
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(name.encode('utf-8', 'replace')):08x}"
