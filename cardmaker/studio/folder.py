"""The folder that Studio was started in → plans in it that a page lists, opens and saves, and nothing else."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from cardmaker.errors import OutputError, SourceError
from cardmaker.paths import look, reason, short_path
from cardmaker.studio.engine import Engine, Message
from cardmaker.studio.messages import Reply
from cardmaker.textfile import LIMIT_BYTES, read_bytes, text_in

SUFFIXES: Final = (".yaml", ".yml")
_PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg")
_MOST_LISTED: Final = 500
_DEEPEST: Final = 4
"""Folders below the one that Studio was started in; plans of a club are by season, not deeper."""
_PLAN: Final = re.compile(rb"^\xef?\xbb?\xbf?(?:weeks|days|title)\s*:", re.MULTILINE)
_BEGINNING: Final = 64 * 1024


class PlanFolder:
    """Answers the messages of a service: it opens and saves plans, and moves the engine to where they are.

    *plan* is the one to open first, by its name in the folder.
    """

    def __init__(self, folder: Path, engine: Engine, plan: str = "") -> None:
        self.folder, self._engine, self._plan = folder.resolve(), engine, plan

    @property
    def messages(self) -> dict[str, Message]:
        """What it answers, by name."""
        return {"hello": self.hello, "files": self.files, "open": self.open, "save": self.save}

    def hello(self) -> Reply:
        """What this engine is, and where."""
        whole = {**self._engine.hello().data, "service": True}
        return Reply({**whole, "folder": self.folder.name, "plan": self._plan})

    def files(self) -> Reply:
        """The plans there are."""
        found = sorted(self._plans(), key=lambda name: (name.count("/"), name.casefold()))
        return Reply({"files": found[:_MOST_LISTED]})

    def open(self, name: str) -> Reply:
        """The text of a plan, with all that is in the file, and a mark of it."""
        path = self._inside(name)
        data = read_bytes(path, LIMIT_BYTES)
        text_in(data, name)
        self._go_to(path)
        return Reply({"name": name, "text": data.decode("utf-8"), "seen": _mark(data)})

    def save(self, name: str, text: str, seen: str = "") -> Reply:
        """Write a plan, if the file still holds what was *seen*."""
        from cardmaker.deliver.files import write_files

        path = self._inside(name)
        there = look(path).kind
        if there and there != "file":
            raise OutputError(f"{short_path(name)}: not an ordinary file; choose another name")
        now = _mark(read_bytes(path, LIMIT_BYTES)) if there else ""
        if now != seen:
            return Reply({"saved": False, "seen": now})
        if not path.parent.is_dir():
            raise OutputError(f"{short_path(name)}: there is no such folder; choose one that is there")
        data = text.encode()
        write_files({path: data, **self._pictures(path.parent)})
        self._go_to(path)
        return Reply({"saved": True, "seen": _mark(data)})

    def _pictures(self, folder: Path) -> dict[Path, bytes]:
        """Those that were put next to the plan; files that have their names already stay as they are."""
        plain = {
            name: data
            for name, data in self._engine.plans.files.items()
            if PurePosixPath(name).name == name and name[0] != "." and not {*name} & {*"\\:~\0"}
        }
        ends = tuple(name for name in plain if name.casefold().endswith(_PICTURES))
        return {folder / name: plain[name] for name in ends if not look(folder / name).kind}

    def _go_to(self, path: Path) -> None:
        """Have the plan's pictures looked for next to it."""
        self._engine.plans.move_to(path.parent)

    def _inside(self, name: str) -> Path:
        """The path of a plan in the folder, links followed; SourceError if the name leads out of it."""
        pure = PurePosixPath(name)
        parts = [part for part in name.replace("\\", "/").split("/") if part]
        hidden = any(part.startswith(".") for part in parts)
        drive = any(sign in name for sign in (":", "\0", "~"))
        if pure.is_absolute() or not parts or hidden or drive or name.startswith("\\"):
            raise SourceError(f"{short_path(name)}: not a name of a plan in this folder")
        if not parts[-1].casefold().endswith(SUFFIXES):
            raise SourceError(f"{short_path(name)}: plans here are YAML; name it with .yaml at the end")
        try:
            path = self.folder.joinpath(*parts).resolve()
        except (OSError, ValueError, RuntimeError) as fault:
            why = reason(fault) if isinstance(fault, OSError | ValueError) else "a link that leads to itself"
            raise SourceError(f"{short_path(name)}: {why}") from None
        if not path.is_relative_to(self.folder):
            raise SourceError(f"{short_path(name)}: leads out of the folder that Studio was started in")
        return path

    def _plans(self) -> Iterator[str]:
        """Names of files that begin as plans do; hidden folders and links are left out."""
        for place, folders, files in os.walk(self.folder):
            here = Path(place).relative_to(self.folder)
            folders[:] = [name for name in folders if name[0] != "." and len(here.parts) < _DEEPEST]
            for name in files:
                if name.casefold().endswith(SUFFIXES) and name[0] != "." and _is_plan(Path(place, name)):
                    yield (here / name).as_posix()


def _is_plan(path: Path) -> bool:
    if path.is_symlink():
        return False
    try:
        return bool(_PLAN.search(read_bytes(path, _BEGINNING)))
    except SourceError:
        return False


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
