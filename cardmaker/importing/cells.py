"""The words of one day, from a cell or an event → the entries of the day, and what of them couldn't be read."""

import re
from dataclasses import field, replace
from typing import Final

from cardmaker.importing.draft import DraftEntry, Lift
from cardmaker.importing.lifts import Exercises, clauses, lift_in, pieces, why_no_sets
from cardmaker.importing.runs import MEASURED, RunReader
from cardmaker.importing.tongue import Tongue
from cardmaker.importing.words import aside, before_strength, instead_of_rest, is_aside, is_rest, sport
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.spans import written_steps
from cardmaker.record import record
from cardmaker.unseen import without_unseen
from cardmaker.yaml12.scalars import without_bad_characters

_BULLET: Final = re.compile(r"^\s*[-–—•*·▪○]\s+(?=\S)")
_BETWEEN: Final = re.compile(
    r"\s*;\s*|\s+\+\s+|\s+(?<!\b[Ss] )&\s+|\s+/\s+|,\s+|\s+(?:and|plus|then|followed\s+by)\s+", re.IGNORECASE
)
_WARMING: Final = re.compile(r"^(?:warm|wu\b|w/u\b)|\b(?:wu|warm[\s-]?up|w/u)\b", re.IGNORECASE)
_FAR: Final = re.compile(r"\d ?(?:mi|miles?|km)\b", re.IGNORECASE)
_STRIDES: Final = re.compile(r"\b(?:strides|hill sprints|hill repeats)\b", re.IGNORECASE)
_RUNNING: Final = re.compile(r"\b(?:run|jog|runs)\b", re.IGNORECASE)


class Unread(NamedTuple):
    """Words that are kept as a note, and why they are no more than that."""

    words: str
    why: str


def kept(unread: Unread) -> str:
    """What is reported of words that are kept as a note."""
    if not any(char.isdigit() for char in unread.words):
        return f"kept as a note: '{unread.words}'"
    return f"kept as a note: '{unread.words}': {unread.why}"


class Day(NamedTuple):
    """What the words of a day are read as."""

    entries: tuple[DraftEntry, ...] = ()
    unread: tuple[Unread, ...] = ()


@record
class CellReader:
    """Reads the words of days as runs, rest, strength, other training or notes."""

    runs: RunReader
    exercises: Exercises
    tongue: Tongue = field(default_factory=Tongue)

    def read(self, text: str) -> Day:
        """The entries that *text* says; words that can't be read are notes, and reported."""
        lines = [line for line in map(_plain, text.splitlines()) if _says_something(line)]
        if not lines:
            return Day()
        collected = _Collected()
        run = next(
            (n for n, line in enumerate(lines) if self._names_lifts(self.tongue.sets(line))), len(lines)
        )
        if whole := self._whole_run(lines[:run]):
            collected.take((DraftEntry("run", whole),), "")
            lines = lines[run:]
        for line in lines:
            collected.take(self.line(line), line)
        return collected.day(self)

    def line(self, line: str) -> tuple[DraftEntry, ...]:
        """What one line says; no entries if it can't be read."""
        english = self.tongue.english(line)
        found = self._line(english, self.tongue.sets(line))
        if english != line and len(found) == 1 and found[0].text == " ".join(english.split()):
            return (replace(found[0], text=line),)
        return found

    def _line(self, line: str, lifted: str) -> tuple[DraftEntry, ...]:
        """What a line in English says, or the same with its words for sets in English."""
        if is_rest(line):
            return (DraftEntry("rest"),)
        lifts = () if self._is_far(line) else self._lifts(lifted)
        if lifts and (all(self.exercises.knows(lift.exercise) for lift in lifts) or not self.runs.run(line)):
            return (DraftEntry("strength", lifts=lifts),)
        if optional := instead_of_rest(line):
            run = None if is_aside(line[4:]) else self.runs.run(line)
            return (DraftEntry("run", run) if run else DraftEntry("rest", optional),)
        if is_aside(line):
            return self._several(line) or self._single(line)
        return self._single(line)

    def _is_far(self, line: str) -> bool:
        """Whether '40 min cycling with 3 x 5 min' and 'Recovery + speed 8 mi, 8 x 100 m strides' have no sets."""
        found = sport(line)
        ridden = found and found[0] in ("bike", "swim") and MEASURED.search(line) and not aside(line)
        return bool(ridden or (_STRIDES.search(line) and _FAR.search(line)))

    def is_around(self, text: str) -> bool:
        """Whether a run is a warm-up or a cool-down, and no more."""
        steps = written_steps(parse_run(self.tongue.english(text)).parts)
        return all(step.role in ("warm-up", "cool-down") for step in steps)

    def _whole_run(self, lines: list[str]) -> str | None:
        """A run written a part a line."""
        english = [self.tongue.english(line) for line in lines]
        if len(lines) < 2 or not _WARMING.search(english[0]) or any(map(is_aside, english)):
            return None
        if not all(self.runs.run(line) for line in english):
            return None
        whole = self.runs.run(" / ".join(english))
        return " / ".join(lines) if whole and english != lines else whole

    def _names_lifts(self, line: str) -> bool:
        """Whether all of a line is exercises that are known, with their sets."""
        lifts = self._lifts(line)
        return bool(lifts) and all(self.exercises.knows(lift.exercise) for lift in lifts)

    def _lifts(self, line: str) -> tuple[Lift, ...]:
        for parts in (pieces(line), clauses(line)):
            found = [lift_in(part) for part in parts]
            lifts = tuple(lift for lift in found if lift)
            if lifts and len(lifts) == len(found):
                return lifts
        whole = lift_in(line)
        return (whole,) if whole else ()

    def _single(self, line: str) -> tuple[DraftEntry, ...]:
        """One session: a sport, other training, a run."""
        named = aside(line)
        if not named and (found := sport(line)):
            kind, rest = found
            text = self.runs.run(rest, kind)
            return (DraftEntry(kind, text) if text else DraftEntry("cross-training", line),)
        if named == "recovery":
            return (DraftEntry("recovery", line),)
        if named:
            return (DraftEntry("cross-training", line),)
        if is_aside(line):  # several sports in one phrase
            return (DraftEntry("cross-training", line),)
        text = self.runs.run(line)
        return (DraftEntry("run", text),) if text else ()

    def _several(self, line: str) -> tuple[DraftEntry, ...]:
        """Sessions of different kinds in one line; none unless each is read."""
        parts = _parts(line)
        if len(parts) == 1 and (both := before_strength(line)) and MEASURED.search(both[0]):
            parts = [*both] if self.runs.run(both[0]) else parts
        if len(parts) < 2 or any(_joined_sport(part) for part in parts[:-1]):
            return ()
        entries: list[DraftEntry] = []
        for part in parts:
            found = (DraftEntry("rest"),) if is_rest(part) else self._single(part)
            if not found and (not entries or any(char.isdigit() for char in part)):
                return ()
            if found and found[0].kind == "run" and _after_sport(entries) and not _RUNNING.search(part):
                return (DraftEntry("cross-training", line),)  # the sport's own parts, or a run?
            if found:
                entries.extend(found)
            else:
                entries[-1] = noted(entries[-1], part)
        return tuple(entries)


class _Collected:
    """The entries of a day's lines, exercises in turn put together and remarks with what they are about."""

    def __init__(self) -> None:
        self._entries: list[DraftEntry] = []
        self._unread: list[Unread] = []
        self._lines: list[str] = []

    def take(self, found: tuple[DraftEntry, ...], line: str) -> None:
        """Add what a *line* is read as."""
        last = self._entries[-1] if self._entries else None
        if not found:
            if last and last.kind != "note" and not any(char.isdigit() for char in line):
                self._entries[-1] = noted(last, line)
            else:
                self._entries.append(DraftEntry("note", line))
                self._lines.append(line)
            return
        if found[0].lifts and last and last.kind == "strength":
            self._entries[-1] = replace(last, lifts=last.lifts + found[0].lifts)
            return
        if found[0].lifts and last and last.kind in ("cross-training", "recovery") and _is_title(last):
            title = last.text.rstrip(" :-–")
            self._entries[-1] = replace(found[0], name=title, note=last.note)
            return
        self._entries.extend(found)

    def day(self, reader: CellReader) -> Day:
        """All of it, with the reason why each note is one."""
        unread = tuple(
            Unread(line, why_no_sets(reader.tongue.sets(line)) or reader.runs.why_not(line))
            for line in self._lines
        )
        return Day(_warmed(self._entries, reader), unread)


def _warmed(entries: list[DraftEntry], reader: CellReader) -> tuple[DraftEntry, ...]:
    """The entries of a day; a warm-up or cool-down alone, next to exercises, is said of these rather than a run."""
    at = next((n for n, entry in enumerate(entries) if entry.lifts), None)
    around = [entry for entry in entries if entry.kind == "run" and reader.is_around(entry.text)]
    running = any(entry.kind == "run" for entry in entries if entry not in around)
    if at is None or not around or running:
        return tuple(entries)
    lifted = entries[at]
    for entry in around:
        lifted = noted(lifted, "\n".join(filter(None, (entry.text, entry.note))))
    entries[at] = lifted
    return tuple(entry for entry in entries if entry not in around)


def _is_title(entry: DraftEntry) -> bool:
    """Whether words of training are the heading of the exercises after them: 'Gym:'."""
    return not any(char.isdigit() for char in entry.text) or entry.text.endswith(":")


def noted(entry: DraftEntry, words: str) -> DraftEntry:
    """*entry* with *words* added to its note."""
    if not words or words == entry.text:
        return entry
    if entry.kind == "note":
        return replace(entry, text=f"{entry.text}\n{words}")
    return replace(entry, note=f"{entry.note}\n{words}" if entry.note else words)


def _parts(line: str) -> list[str]:
    """The parts of a line, those of a run joined again as they were."""
    spans, at = [], 0
    for found in _BETWEEN.finditer(line):
        spans.append((at, found.start()))
        at = found.end()
    spans.append((at, len(line)))
    parts: list[tuple[int, int]] = []
    for begin, end in spans:
        plain = not is_aside(line[begin:end])
        if parts and plain and not is_aside(line[parts[-1][0] : parts[-1][1]]):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((begin, end))
    return [line[begin:end].strip() for begin, end in parts if line[begin:end].strip()]


def _joined_sport(part: str) -> bool:
    """Whether a sport and a colon lead the line: what follows is all of that sport."""
    head, colon, _ = part.partition(":")
    return bool(colon and sport(head) and not sport(head)[1] and not aside(head))  # type: ignore[index]


def _after_sport(entries: list[DraftEntry]) -> bool:
    return bool(entries) and entries[-1].kind in ("swim", "bike", "row", "brick")


def _plain(line: str) -> str:
    """A line without bullets, and without what nobody sees."""
    text = without_unseen(without_bad_characters(line.replace("\t", " "))).strip()
    return " ".join(_BULLET.sub("", text).split())


def _says_something(line: str) -> bool:
    return any(char.isalnum() for char in line)
