"""The system and its environment → the folder where caches are kept, which nobody else may look into."""

import os
import stat
import sys
from pathlib import Path

VARIABLE = "CARDMAKER_CACHE"


def cache_folder() -> Path | None:
    """CARDMAKER_CACHE, or the place that this system has for caches; None where there is no home."""
    if own := os.environ.get(VARIABLE):
        return Path(own)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "cardmaker" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "cardmaker"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else home / ".cache") / "cardmaker"


def make_private(folder: Path) -> None:
    """Make a folder that is this user's alone, or see that it is; OSError where that can't be."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        facts = folder.lstat()
        if not stat.S_ISDIR(facts.st_mode):
            raise NotADirectoryError(str(folder)) from None
        if os.name != "nt":
            if facts.st_uid != os.geteuid():
                raise PermissionError(str(folder)) from None
            if facts.st_mode & 0o077:
                folder.chmod(0o700)
