"""A day as the plan has it → its entries, those with runs read, and by which keys a change may name them."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, cast

from cardmaker.plan.names import Checks, slug
from cardmaker.plan.progression.runs import GrowingPart, growing_parts
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sports import OTHERS, Sport
from cardmaker.plan.runs.written import run_from
from cardmaker.plan.weeks import KeyValue, Path
from cardmaker.record import record

INTERVALS: Final = "intervals"
ALL_RUNS: Final = "runs"
_ALL: Final = ("runs", "run", "running", "all runs", "all")
_REPEATS: Final = ("intervals", "interval", "repeats", "repetitions", "reps")
_EASY: Final = ("", "jog")


@record(slots=False)
class DayEntry:
    """One entry of a day: as it is written, where, and its runs in order; none if it has no run that can be read."""

    written: object
    path: Path
    key: str = ""
    sessions: tuple[Run, ...] = ()
    name: str = ""

    @cached_property
    def is_race(self) -> bool:
        """Whether it is a race."""
        return any(run.hardest == "race" for run in self.sessions)

    @cached_property
    def parts(self) -> tuple[tuple[int, GrowingPart, tuple[str, ...]], ...]:
        """What grows in it: in which session, which part, and the names a change may use for it, narrow ones first."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[tuple[int, GrowingPart, tuple[str, ...]]]:
        for number, run in enumerate(self.sessions):
            parts = growing_parts(run) if not self.is_race else ()
            for index, part in enumerate(parts):
                yield number, part, self._names(run, part, main=not index)

    def _names(self, run: Run, part: GrowingPart, *, main: bool) -> tuple[str, ...]:
        own = [slug(name) for name in (self.name, run.title) if name] if main else []
        if self.key != "run":
            return tuple(dict.fromkeys([*own, self.key]))
        kind = "easy" if part.effort in _EASY else part.effort
        if not main:
            return (kind,) if part.effort else ()
        repeats = [INTERVALS] if not part.unit else []
        return tuple(dict.fromkeys([*own, kind, *repeats, ALL_RUNS]))


def entries_of(day: KeyValue, checks: Checks) -> tuple[DayEntry, ...]:
    """The entries of a day; what can't be read is left to whoever reads the whole plan."""
    value = day.value
    if value is None:
        return ()
    if not isinstance(value, list):
        return (_entry(value, day.path, checks),)
    paths = day.entries or [(*day.path, number) for number in range(len(value))]
    return tuple(_entry(one, path, checks) for one, path in zip(value, paths, strict=True))


def _entry(written: object, path: Path, checks: Checks) -> DayEntry:
    if not isinstance(written, dict):
        return DayEntry(written, path)
    key = next((key for key in ("run", *OTHERS) if key in written), "")
    name = written.get("name")
    run = _run(written[key], cast(Sport, key), checks) if key else None
    named = name if isinstance(name, str) else ""
    return DayEntry(written, path, key, run.sessions() if run else (), named)


def _run(written: object, sport: Sport, checks: Checks) -> Run | None:
    try:
        return run_from(checks.english("runs", written), sport)
    except ValueError:
        return None


def with_run(entry: DayEntry, sessions: tuple[Run, ...], *, renamed: bool) -> dict[str, Any]:
    """The entry as it would be written with other runs; without its name where it is another kind of run now."""
    text = "; ".join(map(str, sessions))
    written = cast(Mapping[str, Any], entry.written)
    return {
        key: text if key == entry.key else value
        for key, value in written.items()
        if not (renamed and key == "name")
    }


def subject(key: str, checks: Checks) -> str:
    """The name under which entries have what a change's *key* names: 'long runs' is 'long'."""
    text = " ".join(str(checks.english("runs", key)).lower().replace("_", " ").split())
    if text in _ALL:
        return ALL_RUNS
    if text in _REPEATS:
        return INTERVALS
    for short in (text, text.removesuffix(" runs").removesuffix(" run")):
        if short in OTHERS:
            return short
        if (phrase := phrase_of(short)) and phrase.effort:
            return "easy" if phrase.effort in _EASY else phrase.effort
    return slug(key)
