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
from typing import Any

from cardmaker import assets
from cardmaker.namedtuple import NamedTuple

_NOT_INPUT = ("<frozen ", os.path.dirname(importlib.__file__), __file__)
"""Code that opens and lists what isn't input: Python's own, looking for modules, and this module's."""
_PACKAGES = ("site-packages", "dist-packages")
_WRITING = os.O_WRONLY | os.O_RDWR
_LISTED = ("os.listdir", "os.scandir")
_MOST = 2000
"""Files and folders of one piece of work; more would take longer to compare than to build from."""

Digests = Mapping[str, str]
"""By absolute path, with a separator at its end for a folder; '' where nothing is."""


class ChangingError(Exception):
    """Something that was read changed meanwhile, or can't be read again."""


class State(NamedTuple):
    """What a file or folder is like: its content, and the marks that it carries of having been written."""

    digest: str
    written: tuple[int, ...]


class Inputs(NamedTuple):
    """By absolute path, with a separator at its end for a folder: what was there just before it was first read.

    None for what can't be compared. As no clock is asked, a file system with a coarse one hides nothing.
    """

    states: dict[str, State | None]

    def digests(self) -> Digests:
        """What all of it is like, before and after it was read; ChangingError if that isn't the same."""
        if len(self.states) > _MOST:
            raise ChangingError
        for path, before in self.states.items():
            if before is None or before != _state(path):
                raise ChangingError
        return {path: state.digest for path, state in sorted(self.states.items()) if state}

    def _add(self, path: str) -> None:
        if path not in self.states:
            self.states[path] = _state(path) if len(self.states) < _MOST else None


def unchanged(digests: Digests) -> bool:
    """Whether all is still as it was."""
    try:
        return all(_digest(path) == digest for path, digest in digests.items())
    except ChangingError:
        return False


_watching: list[Inputs] = []


@contextmanager
def watched(
    files: Iterable[str | os.PathLike[str]] = (), trees: Iterable[str | os.PathLike[str]] = ()
) -> Iterator[Inputs]:
    """Takes down what is read while it lasts, but for the program itself and what comes with it.

    *files* count whether they are there or not, and so do the names of all that is in the folders *trees*.
    """
    _listen()
    inputs = Inputs({})
    for file in files:
        inputs._add(os.path.abspath(file))
    for tree in trees:
        for folder, _, _ in os.walk(os.path.abspath(tree)):
            inputs._add(f"{folder}{os.sep}")
    _watching.append(inputs)
    try:
        yield inputs
    finally:
        _watching[:] = [one for one in _watching if one is not inputs]


@cache
def _listen() -> None:
    sys.addaudithook(_heard)  # for as long as the process lives


def _heard(event: str, given: tuple[Any, ...]) -> None:
    if not _watching or (event != "open" and event not in _LISTED):
        return
    path = given[0]
    if sys._getframe(1).f_code.co_filename.startswith(_NOT_INPUT):
        return
    if not isinstance(path, str | os.PathLike) or (event == "open" and (given[2] or 0) & _WRITING):
        return
    whole = os.path.abspath(os.fspath(path))
    if isinstance(whole, str) and not _is_ours(whole):
        for inputs in _watching:
            inputs._add(whole if event == "open" else f"{whole}{os.sep}")


def _is_ours(path: str) -> bool:
    """Whether it belongs to the program, to Python or to its packages, which a key counts in on its own."""
    return path.startswith(_roots()) or any(f"{os.sep}{name}{os.sep}" in path for name in _PACKAGES)


@cache
def _roots() -> tuple[str, ...]:
    code = (os.path.dirname(os.__file__), *map(str, assets.roots()))
    return (*(f"{root}{os.sep}" for root in code), f"{os.sep}dev{os.sep}", f"{os.sep}proc{os.sep}")


def _state(path: str) -> State | None:
    try:
        digest = _digest(path)
        facts = os.stat(path) if digest else None
    except (ChangingError, OSError):
        return None
    return State(digest, (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino) if facts else ())


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
