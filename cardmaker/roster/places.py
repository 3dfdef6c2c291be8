"""Where athletes' files go: a folder, or any place that fsspec knows by its URL."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from cardmaker.deliver import leftovers
from cardmaker.deliver.files import append_line, make_folder, write_whole
from cardmaker.errors import OutputError

JOURNAL: Final = ".cardmaker-roster.jsonl"
_AT_ONCE: Final = 20
_BUCKETS: Final = ("s3", "s3a", "gs", "gcs")
"""Stores without folders: what would be made there is a bucket, of a name that may be a slip."""
_GROWTH: Final = 1.1
"""A remote journal is written whole, as nothing can be added to one: after so many files, or once grown by this."""


class OutputPlace(Protocol):
    """A folder, wherever it is."""

    def shown(self, name: str) -> str:
        """A file as people call it."""

    def read(self, name: str) -> bytes | None:
        """A file's bytes; None if there is none."""

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file, whole or not at all. OutputError if that can't be."""

    def note_down(self, facts: Mapping[str, Any]) -> None:
        """Add a line to the journal."""

    def forget(self) -> None:
        """Delete the journal."""


def place_at(output: str) -> OutputPlace:
    """A folder by its path, or another place by its URL, 's3://club/spring'. OutputError if it can't be opened."""
    return RemotePlace(output) if "://" in output else LocalPlace(Path(output))


class LocalPlace:
    """A folder of this computer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ready = False

    def shown(self, name: str) -> str:
        """A file as people call it."""
        return str(self.folder / name)

    def read(self, name: str) -> bytes | None:
        """A file's bytes; None if there is none."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file; the folder is made if it isn't there."""
        if not self._ready:
            make_folder(self.folder)
            leftovers.sweep(self.folder)
            self._ready = True
        write_whole(self.folder / name, parts)

    def note_down(self, facts: Mapping[str, Any]) -> None:
        """Add a line to the journal."""
        try:
            append_line(self.folder / JOURNAL, json.dumps(facts, ensure_ascii=False))
        except OSError as fault:
            raise OutputError(f"{self.folder / JOURNAL}: can't be written: {fault.strerror}") from None

    def forget(self) -> None:
        """Delete the journal."""
        with suppress(OSError):
            (self.folder / JOURNAL).unlink()


class RemotePlace:
    """A folder in a store that fsspec opens: S3, SFTP, memory, …"""

    def __init__(self, url: str) -> None:
        try:
            import fsspec
        except ImportError:
            raise OutputError(f"{url}: needs fsspec; pip install 'cardmaker[cloud]'") from None
        self._url = url.rstrip("/")
        self._lines: list[str] = []
        self._due = _AT_ONCE
        try:
            self._store, self._path = fsspec.core.url_to_fs(self._url)
            if url.partition(":")[0] in _BUCKETS:
                with suppress(PermissionError):  # who may write to a part of one may not list it
                    self._store.ls(self._path.partition("/")[0])
            else:
                self._store.makedirs(self._path, exist_ok=True)
        except FileNotFoundError:
            bucket = self._path.partition("/")[0]
            raise OutputError(
                f"{url}: there is no bucket '{bucket}'; make it first, or choose another"
            ) from None
        except ImportError as fault:
            remedy = "install the store's own package, such as s3fs for s3://"
            raise OutputError(f"{url}: can't be opened: {_first_line(fault)}; {remedy}") from None
        except Exception as fault:  # whatever a store's own package raises
            raise OutputError(f"{url}: can't be opened: {_first_line(fault)}") from None

    def shown(self, name: str) -> str:
        """A file as people call it."""
        return f"{self._url}/{name}"

    def read(self, name: str) -> bytes | None:
        """A file's bytes; None if there is none."""
        try:
            data: bytes = self._store.cat_file(f"{self._path}/{name}")
        except FileNotFoundError:
            return None
        except Exception as fault:  # whatever a store's own package raises
            raise OutputError(f"{self.shown(name)}: can't be read: {_first_line(fault)}") from None
        return data

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file in one go: stores show it when it is whole."""
        try:
            self._store.pipe_file(f"{self._path}/{name}", b"".join(parts))
        except Exception as fault:  # whatever a store's own package raises
            raise OutputError(f"{self.shown(name)}: can't be written: {_first_line(fault)}") from None

    def note_down(self, facts: Mapping[str, Any]) -> None:
        """Keep a line of the journal, and write it with some others."""
        self._lines.append(json.dumps(facts, ensure_ascii=False) + "\n")
        if len(self._lines) >= self._due:
            self.write(JOURNAL, ["".join(self._lines).encode()])
            self._due = max(self._due + _AT_ONCE, int(len(self._lines) * _GROWTH))

    def forget(self) -> None:
        """Delete the journal."""
        with suppress(Exception):
            self._store.rm_file(f"{self._path}/{JOURNAL}")


def journal_lines(place: OutputPlace) -> Iterator[str]:
    """The lines of a journal that a run left that didn't end."""
    return iter((place.read(JOURNAL) or b"").decode("utf-8", "replace").splitlines())


def _first_line(fault: Exception) -> str:
    first, *more = str(fault).strip().splitlines() or [type(fault).__name__]
    return " ".join([first, *more[:1]]) if first.endswith(":") else first
