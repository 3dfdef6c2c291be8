"""What was made for a roster, file by file: kept while it is made, so that an interrupted run goes on where it was."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, Final

import cardmaker
from cardmaker.record import record
from cardmaker.roster.places import OutputPlace, journal_lines

MANIFEST: Final = "manifest.json"


@record
class MadeFile:
    """A file that was made: its digest, what it was made of, and for whom.

    *inputs* is a digest of everything that the file is made of, *title* that of the athlete's plan. What is personal is
    empty where it is left out.
    """

    name: str
    digest: str
    size: int
    inputs: str
    athlete: str = ""
    email: str = ""
    group: str = ""
    title: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        """As JSON has it."""
        whole = {
            "file": self.name,
            "sha256": self.digest,
            "bytes": self.size,
            "inputs": self.inputs,
            "athlete": self.athlete,
            "email": self.email,
            "group": self.group,
            "title": self.title,
        }
        return {key: value for key, value in whole.items() if value != ""}


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file."""
    return sha256(data).hexdigest()


def read_manifest(data: bytes) -> tuple[MadeFile, ...] | None:
    """The files in the bytes of a manifest, in the order of the roster; None if it is damaged."""
    try:
        return tuple(map(_made, json.loads(data)["files"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


class Journal:
    """What was made in a place: by former runs, and line for line by this one."""

    def __init__(self, place: OutputPlace) -> None:
        self._place = place
        self.made: dict[str, MadeFile] = {made.name: made for made in self._former()}

    def _former(self) -> Iterator[MadeFile]:
        yield from read_manifest(self._place.read(MANIFEST) or b"") or ()
        for line in journal_lines(self._place):
            with suppress(ValueError, TypeError, AttributeError, KeyError):  # one that was cut short
                yield _made(json.loads(line))

    def is_current(self, name: str, inputs: str) -> bool:
        """Whether a file is there, whole, and made of the same."""
        made = self.made.get(name)
        if made is None or made.inputs != inputs:
            return False
        data = self._place.read(name)
        return data is not None and digest_of(data) == made.digest

    def add(self, made: MadeFile) -> None:
        """Note a file down that is whole now."""
        self.made[made.name] = made
        self._place.note_down(made.facts)

    def close(self, names: Iterable[str], about: Mapping[str, Any]) -> tuple[str, ...]:
        """Write the manifest of the files *names*, and give the names of others that former runs made."""
        kept = [name for name in names if name in self.made]
        self._place.write(MANIFEST, _written(about, (self.made[name].facts for name in kept)))
        self._place.forget()
        others = self.made.keys() - set(kept)
        return tuple(name for name in self.made if name in others and self._place.read(name) is not None)


def _written(about: Mapping[str, Any], files: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A manifest, file by file: ten thousand take 4 MB, and as one tree 30."""
    whole = {"made by": f"cardmaker {cardmaker.__version__}", **about, "files": []}
    yield _json(whole)[:-3].encode()
    before = "\n"
    for facts in files:
        yield f"{before}{_json(facts)}".replace("\n", "\n  ").encode()
        before = ",\n"
    yield b"]\n}\n" if before == "\n" else b"\n ]\n}\n"


def _json(facts: Mapping[str, Any]) -> str:
    """Facts as `json.dumps` writes them with an indent of 1, for which it leaves cycles behind with each of them."""
    lines = (f"{json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in facts.items())
    return "{\n " + ",\n ".join(lines) + "\n}"


def _made(facts: Mapping[str, Any]) -> MadeFile:
    return MadeFile(
        str(facts["file"]),
        str(facts["sha256"]),
        int(facts["bytes"]),
        str(facts["inputs"]),
        str(facts.get("athlete", "")),
        str(facts.get("email", "")),
        str(facts.get("group", "")),
        str(facts.get("title", "")),
    )
