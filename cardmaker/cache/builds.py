"""What is asked for → the files that were made of it before, while all that they were made of is still the same."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import cardmaker
from cardmaker import assets
from cardmaker.cache.inputs import ChangingError, Digests, unchanged, watched
from cardmaker.cache.place import cache_folder
from cardmaker.cache.store import Store
from cardmaker.log import note
from cardmaker.namedtuple import NamedTuple

_FOLDER = "builds"
_ENVIRONMENT = ("SOURCE_DATE_EPOCH",)
"""Variables that change what is built."""


class Built(NamedTuple):
    """Files by name, and what else there is to say of them, as JSON has it."""

    files: Mapping[str, bytes]
    facts: Mapping[str, Any]


def open_builds() -> Store | None:
    """The store in the user's folder; None where there is no home."""
    folder = cache_folder()
    return Store(folder / _FOLDER) if folder else None


def once(
    asked: str, make: Callable[[], Built], files: Iterable[Path] = (), trees: Iterable[Path] = ()
) -> Built:
    """What *make* gives, or gave before for what is *asked*; all that it reads counts.

    *files* count even if they aren't there, of folders *trees* all names in them: what may come to be read later.
    """
    store = open_builds()
    if store is None:
        return make()
    key = _key(asked)
    if (entry := store.get(key)) is not None:
        if built := _unpacked(entry):
            note("cache", "nothing has changed: the build is given as it was kept")
            return built
        store.drop(key)
    with watched(files, trees) as inputs:
        made = make()
    with suppress(ChangingError, OSError):
        store.put(key, _packed(made, inputs.digests()))
        note("cache", "kept in %s", store.folder)
    return made


def _key(asked: str) -> str:
    environment = [f"{name}={os.environ.get(name)}" for name in _ENVIRONMENT]
    key = "\n".join((asked, os.getcwd(), *environment, program_state()))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def program_state() -> str:
    """The state of the program: its version and files, Python's version, the packages that are installed."""
    facts = [cardmaker.__version__, sys.version]
    for root in assets.roots():
        for folder, inner, names in os.walk(root):
            inner[:] = [name for name in inner if name not in ("__pycache__", "made")]
            for name in names:
                stat = os.stat(f"{folder}/{name}")
                facts.append(f"{folder}/{name} {stat.st_mtime_ns} {stat.st_size}")
    for place in sys.path:
        if place.endswith("-packages"):
            with suppress(OSError):
                facts += [name for name in os.listdir(place) if name.endswith(".dist-info")]
    return "\n".join(sorted(facts))


def _packed(built: Built, inputs: Digests) -> bytes:
    """A line of JSON, and the files after it."""
    sizes = {name: len(data) for name, data in built.files.items()}
    head = json.dumps({"inputs": inputs, "sizes": sizes, "facts": built.facts})
    return b"".join((head.encode(), b"\n", *built.files.values()))


def _unpacked(entry: bytes) -> Built | None:
    """What was kept; None if it was made of something that has changed."""
    line, _, data = entry.partition(b"\n")
    head = json.loads(line)
    if not unchanged(head["inputs"]):
        return None
    files, start = {}, 0
    for name, size in head["sizes"].items():
        files[name], start = data[start : start + size], start + size
    return Built(files, head["facts"])
