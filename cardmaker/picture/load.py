"""A picture file and a box on paper → the drawable that fills the box without being stretched."""

from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from stat import S_ISDIR, S_ISREG

from cardmaker.errors import PictureError
from cardmaker.frame import Art, Artwork, Image
from cardmaker.geometry import Size
from cardmaker.paths import look, reason, shown

LIMIT_MB = 64
_OTHER_FORMATS = (
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS picture"),
    (b"\x1f\x8b", "compressed (SVGZ, perhaps)"),
)


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
        raise PictureError(f"{subject}: an address; save the picture beside the plan")
    if PurePosixPath(name).is_absolute() or windows.drive or windows.root or name.startswith("~"):
        raise PictureError(f"{subject}: give the path from the {owner}'s folder, {here}")
    outside = f"{subject}: leads out of the {owner}'s folder; put the picture in {here}"
    unusable = (
        f"{where and where + ': '}picture {name[:40]!r}: not a file name that can be used; rename the picture"
    )
    if ".." in windows.parts:
        raise PictureError(outside)
    try:
        path = (folder / name).resolve()
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


def load_picture(path: Path, width: float, height: float) -> Art | Image:
    """Read an SVG, PNG or JPEG to be shown in a box of *width* × *height* mm, as large as its shape allows.

    The item carries its own size in mm. What has been read is remembered until the file changes. PictureError
    if it is missing, damaged, too large, of another kind, or has in it what can't be printed.
    """
    try:
        facts = path.stat()
    except (OSError, ValueError) as error:
        raise PictureError(f"{shown(path)}: {reason(error)}") from None
    if S_ISDIR(facts.st_mode):
        raise PictureError(f"{path}: this is a folder; name a picture in it")
    if not S_ISREG(facts.st_mode):
        raise PictureError(f"{path}: not an ordinary file")
    if facts.st_size > LIMIT_MB * 1024 * 1024:
        raise PictureError(f"{path}: larger than {LIMIT_MB} MB; save a smaller picture")
    found = _picture(path, (facts.st_mtime_ns, facts.st_size), Size(width, height))
    if isinstance(found, PictureError):
        raise PictureError(str(found))
    return found


def fit_into(size: Size, box: Size) -> Size:
    """The largest size of the same shape that goes into a box."""
    scale = min(box.width / size.width, box.height / size.height)
    return Size(size.width * scale, size.height * scale)


@lru_cache(maxsize=64)
def _picture(path: Path, version: tuple[int, int], box: Size) -> Art | Image | PictureError:
    """The picture, or why it can't be used: what takes long to find out is asked once."""
    try:
        data = _read(path)
        if data.startswith((b"\x89PNG", b"\xff\xd8")):
            from cardmaker.picture.raster import Raster

            with Raster(data, str(path)) as raster:
                return raster.image(fit_into(raster.shape, box))
    except PictureError as error:
        return error
    artwork = _artwork(path, version)
    if isinstance(artwork, PictureError):
        return artwork
    return Art(artwork, fit_into(Size(artwork.width, artwork.height), box).width)


@lru_cache(maxsize=64)
def _artwork(path: Path, version: tuple[int, int]) -> Artwork | PictureError:
    try:
        return _drawn(path)
    except PictureError as error:
        return error


def _drawn(path: Path) -> Artwork:
    from cardmaker.picture.svg import read_svg

    data = _read(path)
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        raise PictureError(f"{path}: {_kind(data)}; save it as SVG, PNG or JPEG")
    return read_svg(data, str(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PictureError(f"{path}: can't be read: {reason(error)}") from None


def _kind(data: bytes) -> str:
    if not data:
        return "the file is empty"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "this is a WebP picture"
    if data[4:8] == b"ftyp":
        return "this is a HEIC or AVIF picture"
    found = next((kind for head, kind in _OTHER_FORMATS if data.startswith(head)), "")
    return f"this is {found}" if found else "not a picture that is known here"


def _similar(path: Path) -> str:
    from cardmaker.validation import did_you_mean

    try:
        return did_you_mean(path.name, [entry.name for entry in path.parent.iterdir() if entry.is_file()])
    except OSError:
        return ""
