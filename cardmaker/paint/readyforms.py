"""Where an artwork comes from → its form, if that was made ahead of time of the same figure, in the same look.

The wheel brings forms along for the usual theme, a file for each figure and look, so that
only reading them is left. A checkout keeps those that its installation made, and renews what has gone out of date.
"""

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cardmaker import assets, ready
from cardmaker.frame import ArtworkSource
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import bytes_of

FORMAT = 1
"""Of the files; one of another format is as good as none."""
_ROOMS = ("paint", "picture")
"""The code that decides what a form is."""


class ReadyForm(NamedTuple):
    """A form's name, its compressed operators, and the colours that it is drawn in."""

    name: str
    data: bytes
    colours: frozenset[str]


def find(source: ArtworkSource | None) -> ReadyForm | None:
    """The form of an artwork; None if it has to be made."""
    if source is None or ready.is_filling():
        return None
    return _forms(ready.place(), source.look, source.figure, source.digest).get(source.pane)


def keep(source: ArtworkSource | None, form: ReadyForm) -> None:
    """Put a form that was made into the store, if that is being filled or has others in the same look."""
    if source is None:
        return
    file = _file(ready.place(), source.look, source.figure)
    if not (ready.is_filling() or (assets.is_checkout() and file.parent.is_dir())):
        return
    with suppress(OSError):  # a checkout that can't be written to is slower, and right
        _write(file, source.digest, {**_read(file, source.digest), source.pane: form})
    _forms.cache_clear()


def keep_looks(looks: Collection[str]) -> None:
    """Have the store hold forms in these looks from now on, by their digests, and in no others."""
    from shutil import rmtree

    folder = ready.place() / "forms"
    for other in folder.glob("*"):
        if other.name not in looks:
            rmtree(other)
    for look in looks:
        (folder / look).mkdir(parents=True, exist_ok=True)


def _file(place: Path, look: str, figure: str) -> Path:
    return place / "forms" / look / f"{figure}.forms"


@lru_cache(maxsize=512)
def _forms(place: Path, look: str, figure: str, digest: str) -> Mapping[str, ReadyForm]:
    return _read(_file(place, look, figure), digest)


def _read(file: Path, digest: str) -> Mapping[str, ReadyForm]:
    """The forms in a file by the names of their panes; none if there is no file, or if it is out of date."""
    try:
        head, _, data = bytes_of(file).partition(b"\n")
        made_of = json.loads(head)
        if (made_of["format"], made_of["code"], made_of["figure"]) != (FORMAT, _code(), digest):
            return {}
        forms, start = {}, 0
        for pane, name, colours, length in made_of["forms"]:
            forms[pane] = ReadyForm(name, data[start : start + length], frozenset(colours))
            start += length
        return forms if start == len(data) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _code() -> str:
    return "" if ready.is_filling() else ready.code(_ROOMS)


def _write(file: Path, digest: str, forms: Mapping[str, ReadyForm]) -> None:
    facts = [(pane, form.name, sorted(form.colours), len(form.data)) for pane, form in forms.items()]
    head = json.dumps({"format": FORMAT, "code": _code(), "figure": digest, "forms": facts})
    file.parent.mkdir(parents=True, exist_ok=True)
    staged = file.with_name(f".{file.name}.{os.getpid()}")
    staged.write_bytes(b"\n".join([head.encode(), b"".join(form.data for form in forms.values())]))
    staged.replace(file)
