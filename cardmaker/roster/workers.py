"""Athletes and an executor → their files, made in this process, in several, or on the machines of a cluster."""

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cardmaker.calldepth import room_below
from cardmaker.errors import CardmakerError, ExitCode, OutputError
from cardmaker.pipeline import JobMaker, Order
from cardmaker.plan.source import Source
from cardmaker.recent import Recent
from cardmaker.record import record
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.making import PersonalMaker, problems_of_row
from cardmaker.roster.placeholders import Placeholders

CHUNK: Final = 8
"""Athletes in one task: enough that what they share is worth keeping, few enough that little is lost with a worker."""
_AHEAD: Final = 16
"""Tasks handed over before results are taken: enough for a few dozen workers, without thousands of files at hand."""
_OBJECTS: Final = 50_000
"""Made before cycles among them are looked for: those of some five athletes."""


@record
class Recipe:
    """All that a worker has to know to make athletes' files; it goes from machine to machine."""

    templates: tuple[Path, ...]
    source: Source
    placeholders: Placeholders
    order: Order
    roster: str
    key: str
    """A digest of it all."""
    calendars: bool = False


@record
class AthleteResult:
    """What became of an athlete: the bytes of the file and the plan's title, or why there is none, a line each."""

    at: int
    data: bytes = b""
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    title: str = ""
    calendar: bytes = b""


@contextmanager
def few_cycles_looked_for() -> Iterator[None]:
    """While this lasts, look for cycles once in many more objects: an athlete leaves next to none.

    All that athletes share, a hundred thousand objects, was gone through for every few of them: a tenth of the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


_makers: Recent[str, PersonalMaker] = Recent(2)


def results(
    recipe: Recipe,
    entries: Sequence[tuple[int, RosterEntry]],
    executor: Executor | None = None,
    maker: PersonalMaker | None = None,
) -> Iterator[AthleteResult]:
    """The files of numbered athletes, in the order in which they are done.

    Without an *executor* they are made here, by *maker* if there is one, with what it has laid out so far.

    OutputError if a worker of a pool dies, which is out of memory then. What a cluster's scheduler does again is done
    again there.
    """
    if executor is None:
        maker = maker or _maker(recipe)
        with few_cycles_looked_for():
            for at, entry in entries:
                yield _made(maker, at, entry)
        return
    from concurrent.futures.process import BrokenProcessPool  # opens much that one process needs nothing of

    chunks = [entries[at : at + CHUNK] for at in range(0, len(entries), CHUNK)]
    waiting: set[Future[list[AthleteResult]]] = set()
    try:
        while chunks or waiting:
            while chunks and len(waiting) < _AHEAD:
                waiting.add(executor.submit(work, recipe, chunks.pop(0)))
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    except BrokenProcessPool:
        raise OutputError(
            "a worker died, most likely out of memory; the same command goes on, with fewer --jobs"
        ) from None
    finally:
        for future in waiting:
            future.cancel()


@room_below
def work(recipe: Recipe, entries: Sequence[tuple[int, RosterEntry]]) -> list[AthleteResult]:
    """What a worker does: the files of some athletes."""
    maker = _maker(recipe)
    with few_cycles_looked_for():
        return [_made(maker, at, entry) for at, entry in entries]


def _maker(recipe: Recipe) -> PersonalMaker:
    """What makes the files, with all that was laid out before."""
    return _makers.once(
        recipe.key,
        lambda: PersonalMaker(
            JobMaker(recipe.templates),
            recipe.source,
            recipe.placeholders,
            recipe.order,
            recipe.roster,
            calendars=recipe.calendars,
        ),
    )


def _made(maker: PersonalMaker, at: int, entry: RosterEntry) -> AthleteResult:
    try:
        made = maker.file(entry)
    except CardmakerError as fault:
        if fault.exit_code == ExitCode.OUTPUT:
            raise
        return AthleteResult(at, faults=problems_of_row(fault, entry, maker.roster))
    return AthleteResult(at, made.data, made.notes, title=made.title, calendar=made.calendar)
