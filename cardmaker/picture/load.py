"""The name of a picture in a plan's folder → its file, and what is in it."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from stat import S_ISDIR, S_ISREG

from cardmaker.errors import PictureError
from cardmaker.paths import from_plan, look, reason, short_path

LIMIT_MB = 64


def find_picture(name: str, folder: Path, where: str = "", owner: str = "plan") -> Path:
    """Find a picture that a plan names, in the plan's folder or below it; *where* begins the messages.

    *owner* is what names it: a plan, or an exercise in a file of its own.

    PictureError if there is none, or if the name leads out of the folder: a plan from somebody else must not
    be able to print any file of this computer.
    """
    subject = f"{where}: picture '{name}'" if where else f"picture '{name}'"
    windows = PureWindowsPath(name)
    here = "this folder" if folder == Path() else str(folder)
    if "://" in name or name.startswith("data:"):
        raise PictureError(f"{subject}: an address; save the picture next to the plan")
    if PurePosixPath(name).is_absolute() or windows.drive or windows.root or name.startswith("~"):
        raise PictureError(f"{subject}: give the path from the {owner}'s folder, {here}")
    outside = f"{subject}: leads out of the {owner}'s folder; put the picture in {here}"
    unusable = (
        f"{where and where + ': '}picture {name[:40]!r}: not a file name that can be used; rename the picture"
    )
    if ".." in windows.parts:
        raise PictureError(outside)
    try:
        path = from_plan(folder, name).resolve()
        inside = path.is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        raise PictureError(unusable) from None
    found, barrier = look(path)
    if not inside:
        raise PictureError(outside)
    if barrier:
        raise PictureError(f"{subject}: {barrier}" if "permission" in barrier else unusable)
    if not found:
        raise PictureError(f"{subject}: no such file in {here}{_similar(path)}")
    return path


def read_file(path: Path) -> bytes:
    """The bytes of a picture's file; PictureError if it is missing, too large, or no file."""
    try:
        facts = path.stat()
    except (OSError, ValueError) as error:
        raise PictureError(f"{short_path(path)}: {reason(error)}") from None
    if S_ISDIR(facts.st_mode):
        raise PictureError(f"{path}: this is a folder; name a picture in it")
    if not S_ISREG(facts.st_mode):
        raise PictureError(f"{path}: not an ordinary file")
    if facts.st_size > LIMIT_MB * 1024 * 1024:
        raise PictureError(f"{path}: larger than {LIMIT_MB} MB; save a smaller picture")
    return _read(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PictureError(f"{path}: can't be read: {reason(error)}") from None


def _similar(path: Path) -> str:
    from cardmaker.validation import did_you_mean

    try:
        return did_you_mean(path.name, [entry.name for entry in path.parent.iterdir() if entry.is_file()])
    except OSError:
        return ""
