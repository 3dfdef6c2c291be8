"""A plan's data → the files that it names, in any place that takes one."""

from collections.abc import Iterator
from pathlib import Path

from cardmaker.paths import look, strays

_LONGEST = 400


def files_named(data: object, folder: Path) -> Iterator[Path]:
    """The existing files, and those in folders, whose path from *folder* is in the data."""
    if isinstance(data, dict):
        data = [*data.values()]
    if isinstance(data, list):
        for value in data:
            yield from files_named(value, folder)
    elif (
        isinstance(data, str) and 0 < len(data) <= _LONGEST and "\n" not in data and not strays(data, folder)
    ):
        yield from files_at(folder / data)


def files_at(path: Path) -> Iterator[Path]:
    """The file at *path*, or the files below the folder there."""
    match look(path).kind:
        case "file":
            yield path
        case "folder":
            yield from sorted(inner for inner in path.rglob("*") if look(inner).kind == "file")
