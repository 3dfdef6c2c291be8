"""The athletes of a roster → their files in a folder; only what isn't there yet, or has changed, is made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cardmaker.deliver import leftovers
from cardmaker.deliver.files import make_folder, write_whole
from cardmaker.errors import CardmakerError, OutputError
from cardmaker.record import record
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.making import PersonalMaker, problems_of_row
from cardmaker.roster.manifest import Journal, MadeFile, digest_of

MOST_FAILING: Final = 0.5
"""Of the athletes: where more than half fail, it is the plan or the table that is wrong, not a row."""
_FEWEST: Final = 4
"""Athletes tried before a run is given up for that."""


@record
class RosterReport:
    """What a run came to: files that were made, that were there, and how many athletes' couldn't be.

    *faults* say why, a line each.
    *strangers* are files of former runs that no athlete of the roster has any more. *notes* are those of athletes'
    files, each once, with the names of the athletes.
    """

    folder: Path
    changed: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    failed: int = 0
    faults: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    size: int = 0
    given_up: bool = False


def make_all(
    maker: PersonalMaker,
    entries: Sequence[RosterEntry],
    names: Sequence[str],
    folder: Path,
    common: str,
    *,
    about: Mapping[str, Any],
    keep_going: bool = False,
    anonymous: bool = False,
    step: Callable[[int], None] = lambda done: None,
) -> RosterReport:
    """Make the file of each of *entries* under its name in *folder*; *step* is called with the number done.

    An athlete whose file can't be made ends the run, which is given up; with *keep_going* only if more than half fail.
    *common* is a digest of what all files are made of, *about* is said in the manifest, without athletes' names if
    *anonymous*. OutputError if nothing can be written.
    """
    make_folder(folder)
    leftovers.sweep(folder)
    journal = Journal(folder)
    changed: list[str] = []
    current: list[str] = []
    faults: list[str] = []
    notes: dict[str, list[str]] = {}
    whole: list[str] = []
    failed = size = 0
    for done, (entry, name) in enumerate(zip(entries, names, strict=True)):
        step(done)
        inputs = maker.inputs(entry, common)
        if journal.is_current(name, inputs):
            current.append(name)
            whole.append(name)
            continue
        try:
            made = maker.file(entry)
        except OutputError:
            raise
        except CardmakerError as fault:
            faults += problems_of_row(fault, entry, maker.roster)
            failed += 1
            if not keep_going or failed > max(_FEWEST, MOST_FAILING * len(entries)):
                return RosterReport(
                    folder, tuple(changed), tuple(current), failed, tuple(faults), size=size, given_up=True
                )
            continue
        write_whole(folder / name, made.data)
        journal.add(_made(name, made.data, inputs, entry, anonymous))
        changed.append(name)
        whole.append(name)
        size += len(made.data)
        for note in made.notes:
            notes.setdefault(note, []).append(entry.name)
    strangers = journal.close(whole, about)
    return RosterReport(
        folder,
        tuple(changed),
        tuple(current),
        failed,
        tuple(faults),
        strangers,
        tuple((note, tuple(whose)) for note, whose in notes.items()),
        size,
    )


def _made(name: str, data: bytes, inputs: str, entry: RosterEntry, anonymous: bool) -> MadeFile:
    whose = ("", "", "") if anonymous else (entry.name, entry.email, entry.group)
    return MadeFile(name, digest_of(data), len(data), inputs, *whose)


def changed_names(
    maker: PersonalMaker, entries: Sequence[RosterEntry], names: Sequence[str], folder: Path, common: str
) -> Iterator[str]:
    """The files that a run would make."""
    journal = Journal(folder)
    for entry, name in zip(entries, names, strict=True):
        if not journal.is_current(name, maker.inputs(entry, common)):
            yield name
