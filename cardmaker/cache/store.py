"""Keys → what was kept under them: whole or not at all, and no more than the folder may hold."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from cardmaker.cache.place import make_private
from cardmaker.record import record

MOST_BYTES = 128 * 1024 * 1024
"""Of all entries together: some four hundred builds of a usual plan."""
_MOST_ENTRY = MOST_BYTES // 4
_SUFFIX = ".kept"
_TEMPORARY = ".tmp"
_ABANDONED_S = 3600.0
"""A temporary file so old was left by a process that was killed."""
_DIGEST = 16


@record
class Store:
    """A folder of entries, each a file with a digest before its data. Nothing fails: what can't be used isn't there."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None if that is nothing, or damaged. It counts as used just now."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
            digest, data = whole[:_DIGEST], whole[_DIGEST:]
            if digest != blake2b(data, digest_size=_DIGEST).digest():
                path.unlink()
                return None
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key, in one step, so that others see it whole; then drop what is too much."""
        if len(data) > _MOST_ENTRY:
            return
        with suppress(OSError):
            make_private(self.folder)
            temporary = self.folder / f"{os.urandom(8).hex()}{_TEMPORARY}"
            try:
                handle = os.open(
                    temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
                )
                with os.fdopen(handle, "wb") as stream:
                    stream.write(blake2b(data, digest_size=_DIGEST).digest() + data)
                temporary.replace(self._path(key))
            finally:
                temporary.unlink(missing_ok=True)
            self._tidy()

    def drop(self, key: str) -> None:
        """Forget what is kept under a key."""
        with suppress(OSError):
            self._path(key).unlink()

    def entries(self) -> Iterator[os.stat_result]:
        """The facts of each entry's file."""
        for path in self._files(_SUFFIX):
            with suppress(OSError):
                yield path.stat()

    def clear(self) -> None:
        """Delete all entries; OSError if one can't be."""
        for path in (*self._files(_SUFFIX), *self._files(_TEMPORARY)):
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"

    def _files(self, suffix: str) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if path.name.endswith(suffix)]
        except OSError:
            return []

    def _tidy(self) -> None:
        """Delete the entries that were used longest ago until the others fit, and what killed processes left."""
        aged = sorted(((facts := path.stat()).st_mtime, facts.st_size, path) for path in self._files(_SUFFIX))
        total = sum(size for _, size, _ in aged)
        for _, size, path in aged:
            if total <= MOST_BYTES:
                break
            path.unlink(missing_ok=True)
            total -= size
        for path in self._files(_TEMPORARY):
            if time.time() - path.stat().st_mtime > _ABANDONED_S:
                path.unlink(missing_ok=True)
