"""A task → built again whenever the plan, or a file that it is made of, changes; a broken one leaves the last files."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.cli import terminal
from cardmaker.cli.asked import Task

if TYPE_CHECKING:
    from cardmaker.api import Job, Workshop

_SHOWN = 3


class Watcher:
    """Builds a task with *build*, again and again, in a workshop that stays open while only the plan changes."""

    def __init__(self, task: Task, build: Callable[["Workshop", bool], "Job"]) -> None:
        self._task, self._build = task, build
        self._workshop: Workshop | None = None
        self._named: frozenset[Path] = frozenset()
        self._templates: frozenset[Path] = frozenset()

    def sources(self) -> tuple[Path, ...]:
        """The files to look at: the plan, what it and the command line name, and template folders."""
        from cardmaker.plan.files import files_at

        asked = [Path(value) for value in self._task.order.given.values() if isinstance(value, str)]
        self._templates = frozenset(
            path for place in (*self._task.local.folders, *asked) for path in files_at(place)
        )
        return tuple(dict.fromkeys((self._task.path, *sorted(self._named | self._templates))))

    def rebuild(self, changed: tuple[Path, ...]) -> None:
        """Build, and say how long it took and what had changed; of a plan that is broken, say what is wrong."""
        from cardmaker.api import Workshop
        from cardmaker.cli.failure import explain

        if self._workshop is None or not self._templates.isdisjoint(changed):
            self._workshop = Workshop(self._task.local.folders)
        started = time.perf_counter()
        try:
            job = self._build(self._workshop, not changed)
            self._named = frozenset(_files_of(job))
        except Exception as fault:
            explain(fault)
            outcome = "not built, the files are those of the last good build" if changed else "not built"
        else:
            outcome = f"built in {time.perf_counter() - started:.2f} s"
        why = f": {_in_short(changed)} changed" if changed else "; waiting for changes, Ctrl-C ends it"
        terminal.say(f"{time.strftime('%H:%M:%S')}  {outcome}{why}")
        terminal.flush()


def _files_of(job: "Job") -> Iterator[Path]:
    """The files that a job's plan names."""
    from cardmaker.plan.files import files_named

    yield from files_named(job.loaded.source.data, job.loaded.source.folder)


def _in_short(paths: tuple[Path, ...]) -> str:
    names = ", ".join(str(path) for path in paths[:_SHOWN])
    return f"{names} and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else names
