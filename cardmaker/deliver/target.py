"""What -o says → where a build goes: a folder with a file for each part, one file, or standard output."""

from dataclasses import dataclass
from pathlib import Path

from cardmaker.errors import OutputError

STDOUT = "-"
DEFAULT_FOLDER = Path("output")
_SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a build goes. Without *file*, each part is a file of its own in *folder*.

    *make* says that the folder may be made.
    """

    folder: Path
    file: Path | None = None
    make: bool = True

    @property
    def stdout(self) -> bool:
        """Whether it goes to standard output."""
        return str(self.file) == STDOUT

    def part(self, stem: str, name: str) -> Path:
        """The file of one part."""
        return self.folder / f"{stem}-{name}{_SUFFIX}"


def read_target(output: str, stem: str, one_file: bool = False) -> Target:
    """Understand *output*: '' is the default folder, '-' standard output, 'x.pdf' a file, else a folder.

    OutputError for the name of a file that isn't a PDF.
    """
    if output == STDOUT:
        return Target(Path(), Path(STDOUT))
    path = Path(output)
    if output and path.suffix.lower() == _SUFFIX and not _says_folder(output):
        return Target(path.parent, path, make=False)
    if path.suffix and not (_says_folder(output) or path.is_dir()):
        raise OutputError(
            f"{output}: PDFs are written; name it '{path.with_suffix(_SUFFIX)}', or '{output}/' for a folder"
        )
    folder = path if output else DEFAULT_FOLDER
    return Target(folder, folder / f"{stem}{_SUFFIX}" if one_file else None)


def _says_folder(output: str) -> bool:
    return output.endswith(("/", "\\"))
