"""A bundled file → the record that was made of it ahead of time, as long as the file is still the same.

The store is plain JSON, an entry for each file and kind of record. The wheel brings it along; a checkout keeps one
of its own, which git ignores, and renews what files or code have gone out of date.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from cardmaker import assets
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import bytes_of
from cardmaker.recent import Recent

Record = TypeVar("Record")

FORMAT = 1
"""Of the entries; one of another format is as good as none."""
_KIND = "$"
_VALUES = "of"
_CODE = ("library", "picture", "theme", "validation", "wording", "yaml12")
"""The rooms that decide what a file's record is."""
_MOST_KNOWN = 64
"""Records kept in this process, for those who make plan after plan: stocks, papers, themes."""
State = tuple[tuple[str, int, int], ...]
"""Files, and when each was changed and how long it is."""
_known: Recent[str, tuple[Any, State]] = Recent(_MOST_KNOWN)


class Made(NamedTuple):
    """A record, and what other bundled files have a part in it."""

    record: Any
    others: tuple[Path, ...] = ()


def ready(path: Path, kind: type[Record], make: Callable[[], Made]) -> Record:
    """The record of a bundled file out of the store, or else what *make* gives; a user's own file is always read."""
    if not assets.is_bundled(path):
        own: Record = make().record
        return own
    entry = place() / f"{path.parent.name}/{path.stem}.{kind.__name__}.json"
    found: Record | None = None if _filled else _kept(entry)
    if found is None:
        found, others = make()
        if _filled or assets.is_checkout():
            with suppress(OSError):  # a checkout that can't be written to is slower, and right
                _write(entry, found, (path, *others))
    return found


_filled: list[Path] = []


@contextmanager
def filling(folder: Path) -> Iterator[None]:
    """While this lasts each record is made again, and put into *folder* for a wheel to bring along."""
    _filled.append(folder)
    try:
        yield
    finally:
        _filled.pop()


def is_filling() -> bool:
    """Whether a folder is being filled."""
    return bool(_filled)


def place() -> Path:
    """Where what was made ahead of time is, or where it is being put."""
    return _filled[-1] if _filled else assets.store()


def _code() -> str:
    return code(_CODE)


@cache
def code(rooms: tuple[str, ...]) -> str:
    """The state of the code that makes things, which in a checkout may be newer than the store; '' once installed."""
    if not assets.is_checkout():
        return ""
    facts = [
        f"{room}/{file.name} {(facts := file.stat()).st_mtime_ns} {facts.st_size}"
        for room in rooms
        for file in os.scandir(Path(__file__).parent / room)
        if file.name.endswith(".py")
    ]
    return _digest("\n".join(sorted(facts)).encode())


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _kept(entry: Path) -> Any:
    """The record in an entry, read once as long as all that it was made of is as it was; None as of `_read`."""
    name = str(entry)
    if name in _known:
        found, state = _known.once(name, lambda: _read(entry))
        if state == _state_of(one for one, _, _ in state):
            return found
        _known.forget(name)
    found, state = _read(entry)
    if state:
        _known.once(name, lambda: (found, state))
    return found


def _state_of(names: Iterable[str]) -> State:
    """The state of some files, of which one that isn't there is in none."""
    try:
        return tuple((name, (facts := os.stat(name)).st_mtime_ns, facts.st_size) for name in names)  # noqa: PTH116
    except OSError:
        return ()


def _read(entry: Path) -> tuple[Any, State]:
    """The record in an entry, and the files it depends on; None and () if there is none, or if it is out of date."""
    try:
        head, _, body = bytes_of(entry).decode().partition("\n")
        made_of = json.loads(head)
        if (made_of["format"], made_of["code"]) != (FORMAT, _code()):
            return None, ()
        home = assets.home()
        files = {f"{home}{os.sep}{name}": digest for name, digest in made_of["files"].items()}
        state = _state_of((str(entry), *files))
        if any(_digest(bytes_of(name)) != digest for name, digest in files.items()):
            return None, ()
        kinds = [_kind(name) for name in made_of["kinds"]]
        return json.loads(body, object_hook=lambda node: _thawed(node, kinds)), state
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None, ()


def _kind(name: str) -> Any:
    """A type of ours by the name of its module and its own."""
    module, _, own = name.rpartition(".")
    return getattr(import_module(f"cardmaker.{module}"), own)


def _thawed(node: dict[str, Any], kinds: list[Any]) -> Any:
    for key, value in node.items():
        if type(value) is list:
            node[key] = _tuple(value)
    number = node.pop(_KIND, None)
    if number is None:
        return node
    if issubclass(kinds[number], tuple):
        return kinds[number](*node[_VALUES])
    made = object.__new__(kinds[number])
    made.__dict__.update(node)
    return made


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple([_tuple(value) if type(value) is list else value for value in values])


def _write(entry: Path, record: object, files: tuple[Path, ...]) -> None:
    kinds: dict[str, int] = {}
    body = json.dumps(_frozen(record, kinds), ensure_ascii=False, separators=(",", ":"))
    digests = {assets.name_of(file): _digest(bytes_of(file)) for file in files}
    code = "" if _filled else _code()
    head = json.dumps({"format": FORMAT, "code": code, "files": digests, "kinds": [*kinds]})
    entry.parent.mkdir(parents=True, exist_ok=True)
    staged = entry.with_name(f".{entry.name}.{os.getpid()}")
    staged.write_text(f"{head}\n{body}\n", encoding="utf-8")
    staged.replace(entry)


def _frozen(value: Any, kinds: dict[str, int]) -> Any:
    """A value as JSON has it: records with the number of their type, without what is as usual in it."""
    if isinstance(value, Mapping):
        return {key: _frozen(one, kinds) for key, one in value.items()}
    if type(value) is tuple:
        return [_frozen(one, kinds) for one in value]
    if value is None or isinstance(value, str | int | float):
        return value
    kind = type(value)
    name = f"{kind.__module__.removeprefix('cardmaker.')}.{kind.__name__}"
    node: dict[str, Any] = {_KIND: kinds.setdefault(name, len(kinds))}
    if isinstance(value, tuple):
        return node | {_VALUES: [_frozen(one, kinds) for one in value]}
    held = {one.name: vars(value)[one.name] for one in fields(value) if one.name in vars(value)}
    return node | {key: _frozen(one, kinds) for key, one in held.items() if not _usual(kind, key, one)}


def _usual(kind: type, key: str, value: object) -> bool:
    """Whether the type itself says so where a record of it says nothing."""
    usual = getattr(kind, key, _KIND)
    return type(usual) is type(value) and usual == value
