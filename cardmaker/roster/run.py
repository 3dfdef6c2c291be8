"""The athletes of a roster → their files in a folder; only what isn't there yet, or has changed, is made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any, Final

from cardmaker.record import record
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.making import PersonalMaker, calendar_name, inputs_of
from cardmaker.roster.manifest import Journal, MadeFile, digest_of
from cardmaker.roster.places import OutputPlace
from cardmaker.roster.workers import AthleteResult, Recipe, results

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

    changed: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    failed: int = 0
    faults: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    size: int = 0
    given_up: bool = False


def make_all(
    recipe: Recipe,
    entries: Sequence[RosterEntry],
    names: Sequence[str],
    place: OutputPlace,
    *,
    about: Mapping[str, Any],
    keep_going: bool = False,
    anonymous: bool = False,
    executor: Executor | None = None,
    maker: PersonalMaker | None = None,
    step: Callable[[int], None] = lambda done: None,
) -> RosterReport:
    """Make the file of each of *entries* under its name in a *place*; *step* is called with the number done.

    An athlete whose file can't be made ends the run, which is given up; with *keep_going* only if more than half fail.
    *about* is said in the manifest, without athletes' names if *anonymous*. Without an *executor* files are made in
    this process, by *maker* if there is one. They are always written by it, so that each is written once.

    OutputError if that can't be.
    """
    run = _Run(recipe, entries, names, place, anonymous)
    most = max(_FEWEST, MOST_FAILING * len(entries)) if keep_going else 0
    for result in results(recipe, run.missing, executor, maker):
        run.take(result)
        step(len(run.current) + len(run.changed) + run.failed)
        if run.failed > most:
            return run.report(given_up=True)
    return run.report(run.journal.close(run.whole, about))


class _Run:
    """What a run has come to so far."""

    def __init__(
        self,
        recipe: Recipe,
        entries: Sequence[RosterEntry],
        names: Sequence[str],
        place: OutputPlace,
        anonymous: bool,
    ) -> None:
        self._entries, self._names, self._place, self._anonymous = entries, names, place, anonymous
        self.journal = Journal(place)
        self._inputs = [inputs_of(entry, recipe.placeholders, recipe.key) for entry in entries]
        self.changed: dict[int, str] = {}
        self.current = {
            at: name
            for at, name in enumerate(names)
            if self.journal.is_current(name, self._inputs[at])
            and not (recipe.calendars and place.read(calendar_name(name)) is None)
        }
        self.missing = [(at, entry) for at, entry in enumerate(entries) if at not in self.current]
        self.failed = self._size = 0
        self._faults: list[str] = []
        self._notes: dict[str, list[str]] = {}

    @property
    def whole(self) -> list[str]:
        """The files that are there, in the order of the roster."""
        return [name for at, name in enumerate(self._names) if at in self.current or at in self.changed]

    def take(self, result: AthleteResult) -> None:
        """Write a file that was made, and note it down; or keep why it wasn't."""
        at, entry = result.at, self._entries[result.at]
        if result.faults:
            self.failed += 1
            self._faults += result.faults
            return
        name = self._names[at]
        if result.calendar:
            self._place.write(calendar_name(name), [result.calendar])
        self._place.write(name, [result.data])
        whose = (entry.name, entry.email, entry.group, result.title)
        digest, size = digest_of(result.data), len(result.data)
        self.journal.add(MadeFile(name, digest, size, self._inputs[at], *(() if self._anonymous else whose)))
        self.changed[at] = name
        self._size += size
        for note in result.notes:
            self._notes.setdefault(note, []).append(entry.name)

    def report(self, strangers: tuple[str, ...] = (), *, given_up: bool = False) -> RosterReport:
        """What it came to."""
        return RosterReport(
            tuple(name for _, name in sorted(self.changed.items())),
            tuple(self.current.values()),
            self.failed,
            tuple(self._faults),
            strangers,
            tuple((note, tuple(whose)) for note, whose in self._notes.items()),
            self._size,
            given_up,
        )


def changed_names(
    recipe: Recipe, entries: Sequence[RosterEntry], names: Sequence[str], place: OutputPlace
) -> Iterator[str]:
    """The files that a run would make."""
    journal = Journal(place)
    for entry, name in zip(entries, names, strict=True):
        if not journal.is_current(name, inputs_of(entry, recipe.placeholders, recipe.key)):
            yield name
