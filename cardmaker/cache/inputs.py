"""What a piece of work reads → a digest of each file and folder, by which one sees later whether anything has changed.

Python itself reports what is opened and listed, so nothing is missed that some room reads on its own.
"""

import importlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from cardmaker import assets

_IMPORTING = ("<frozen ", os.path.dirname(importlib.__file__))
"""Where Python's own code looks for modules and packages: these aren't input."""
_PACKAGES = ("site-packages", "dist-packages")
_WRITING = os.O_WRONLY | os.O_RDWR
_LISTED = ("os.listdir", "os.scandir")
_MOST = 2000
"""Files and folders of one piece of work; more would take longer to compare than to build from."""

Digests = Mapping[str, str]
"""By absolute path, with a separator at its end for a folder; '' where nothing is."""


class ChangingError(Exception):
    """Something that was read changed meanwhile, or can't be read again."""


class Inputs(NamedTuple):
    """The paths of files and folders that were read."""

    files: set[str]
    folders: set[str]

    def also(self, files: Iterable[str | os.PathLike[str]], trees: Iterable[str | os.PathLike[str]]) -> None:
        """Count files in, whether they are there or not, and the names of all that is in folders."""
        self.files.update(map(os.path.abspath, files))
        for tree in trees:
            for folder, _, _ in os.walk(os.path.abspath(tree)):
                self.folders.add(folder)

    def digests(self, since: float) -> Digests:
        """What they are like now; ChangingError if one was written after *since*."""
        paths = [*sorted(self.files), *(f"{folder}{os.sep}" for folder in sorted(self.folders))]
        if len(paths) > _MOST:
            raise ChangingError
        found = {path: _digest(path) for path in paths}
        for path in self.files:
            if found[path] and os.stat(path).st_mtime >= since:
                raise ChangingError
        return found


def unchanged(digests: Digests) -> bool:
    """Whether all is still as it was."""
    try:
        return all(_digest(path) == digest for path, digest in digests.items())
    except ChangingError:
        return False


_watching: list[Inputs] = []


@contextmanager
def watched() -> Iterator[Inputs]:
    """Takes down what is read while it lasts, but for the program itself and what comes with it."""
    _listen()
    inputs = Inputs(set(), set())
    _watching.append(inputs)
    try:
        yield inputs
    finally:
        _watching.remove(inputs)


@cache
def _listen() -> None:
    sys.addaudithook(_heard)  # for as long as the process lives


def _heard(event: str, given: tuple[Any, ...]) -> None:
    if not _watching or (event != "open" and event not in _LISTED):
        return
    path = given[0]
    if sys._getframe(1).f_code.co_filename.startswith(_IMPORTING):
        return
    if not isinstance(path, str | os.PathLike) or (event == "open" and (given[2] or 0) & _WRITING):
        return
    whole = os.path.abspath(os.fspath(path))
    if isinstance(whole, str) and not _is_ours(whole):
        for inputs in _watching:
            (inputs.files if event == "open" else inputs.folders).add(whole)


def _is_ours(path: str) -> bool:
    """Whether it belongs to the program, to Python or to its packages, which a key counts in on its own."""
    return path.startswith(_roots()) or any(f"{os.sep}{name}{os.sep}" in path for name in _PACKAGES)


@cache
def _roots() -> tuple[str, ...]:
    code = (os.path.dirname(os.__file__), *map(str, assets.roots()))
    return (*(f"{root}{os.sep}" for root in code), f"{os.sep}dev{os.sep}", f"{os.sep}proc{os.sep}")


def _digest(path: str) -> str:
    try:
        if path.endswith(os.sep):
            data = "\n".join(sorted(os.listdir(path))).encode("utf-8", "surrogatepass")
        else:
            if not stat.S_ISREG(os.stat(path).st_mode):
                raise ChangingError
            with open(path, "rb") as stream:
                data = stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError:
        raise ChangingError from None
    return blake2b(data, digest_size=16).hexdigest()
