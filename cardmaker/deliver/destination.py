"""What -o says → where files go: a folder with a file for each part, one file, or standard output."""

import os
from collections.abc import Iterable
from pathlib import Path

from cardmaker.errors import OutputError
from cardmaker.paths import is_folder, is_there
from cardmaker.record import record

STDOUT = "-"
DEFAULT_FOLDER = Path("output")
_SUFFIX = ".pdf"
_FILES = (_SUFFIX, ".png", ".svg", ".jpg", ".jpeg")


@record
class Destination:
    """Where a build goes: to *file*, or into *folder*, there *together* in one file or each part in its own."""

    folder: Path
    file: Path | None = None
    together: bool = False

    @property
    def stdout(self) -> bool:
        """Whether it goes to standard output."""
        return str(self.file) == STDOUT

    @property
    def whole(self) -> bool:
        """Whether one file takes everything."""
        return self.together or self.file is not None

    def path(self, stem: str, name: str) -> Path:
        """The file of the part called *name*, or of everything; 'cards-cut.svg' is a file next to it."""
        if "." in name:
            return self.folder / f"{self.file.stem if self.file else stem}-{name}"
        return self.file or self.folder / (f"{stem}{_SUFFIX}" if self.together else f"{stem}-{name}{_SUFFIX}")


def read_destination(output: str, together: bool = False) -> Destination:
    """Understand *output*: '' is the default folder, '-' standard output, 'x.pdf' a file, else a folder.

    In a folder it is the usual one, too. OutputError for the name of a file that isn't a PDF.
    """
    if output == STDOUT:
        return Destination(Path(), Path(STDOUT))
    path = Path(output)
    if output and path.suffix.lower() == _SUFFIX and not _says_folder(output):
        return Destination(path.parent, path)
    if path.suffix and not (_says_folder(output) or is_folder(path)):
        raise OutputError(
            f"{output}: PDFs are written; name it '{path.with_suffix(_SUFFIX)}', or '{output}/' for a folder"
        )
    return Destination(path if output else DEFAULT_FOLDER, together=together)


def read_file(output: str, usual: str) -> Path:
    """Understand *output* where one file is written: '' is the *usual* one, 'wall' is wall.pdf.

    OutputError for the name of a file that isn't a PDF, and for standard output.
    """
    if output == STDOUT:
        raise OutputError(f"a file is written; name it, such as '{usual}'")
    if output and (_says_folder(output) or is_folder(Path(output))):
        return Path(output) / usual
    file = read_destination(output or usual).file
    return file or Path(f"{output}{_SUFFIX}")


def read_folder(output: str) -> Path:
    """Understand *output* where each picture is a file of its own: '' is the default folder.

    OutputError for anything but a folder.
    """
    path = Path(output)
    if output == STDOUT or (path.suffix.lower() in _FILES and not (_says_folder(output) or is_folder(path))):
        raise OutputError(f"{output}: each picture is a file of its own; name a folder for them")
    return path if output else DEFAULT_FOLDER


def keep_existing(files: Iterable[Path], force: bool, instead: str) -> None:
    """OutputError if one of the files is there and *force* isn't given; *instead* is what else one may choose."""
    there = next(filter(is_there, files), None)
    if there and not force:
        raise OutputError(
            f"{there}: there is such a file; choose another {instead}, or write over it with --force"
        )


def _says_folder(output: str) -> bool:
    return output.endswith(("/", os.sep))
