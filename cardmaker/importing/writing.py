"""A draft → the text of a plan, as a coach would write it."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cardmaker.importing.draft import Draft, DraftWeek, Entry, Lift
from cardmaker.library.names import slug
from cardmaker.plan.weeks import DAY_KEYS
from cardmaker.plan.workouts import FORMATS, SUPERSETS
from cardmaker.unseen import without_unseen
from cardmaker.validation.fields import LONGEST
from cardmaker.yaml12.scalars import plain_value, without_bad_characters

_ORDER: Final = {"monday": 0, "saturday": 5, "sunday": 6}
_RESERVED: Final = frozenset(
    ("exercise", "sets", "weeks", "note", "rest", "format", "repeat", *SUPERSETS, *FORMATS)
)
_STARTS: Final = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]|\.\.\.|---")
_MOST_ENTRIES: Final = 20
_MOST_EXERCISES: Final = 60
_WIDTH: Final = 100

Takes = Callable[[str], bool]


def plan_text(draft: Draft, about: str, takes: Takes) -> str:
    """The plan's file. *about* says what it was made from, *takes* whether an exercise may be named in a plan."""
    writer = _Writer(draft, takes)
    weeks = [line for number, week in enumerate(draft.weeks, 1) for line in writer.week(number, week)]
    writer.sessions()
    return (
        "\n".join([*writer.head(about), *(["", "weeks:", *weeks] if weeks else []), *writer.workouts()])
        + "\n"
    )


class _Writer:
    """Writes weeks, and gathers the workouts that they name."""

    def __init__(self, draft: Draft, takes: Takes) -> None:
        self._draft, self._takes = draft, takes
        self._workouts: dict[str, tuple[str, list[str]]] = {}
        self._reported: set[str] = set()
        first = _ORDER[draft.week_start]
        self._days = [(first + n) % 7 for n in range(7)]

    def head(self, about: str) -> Iterator[str]:
        """The lines before the weeks."""
        yield f"# {comment(about)}"
        for remark in self._draft.kept:
            for line in remark.message.splitlines() or [""]:
                yield f"# {comment(f'{remark.at}: {line}' if remark.at else line)}"
        yield f"title: {scalar(_line(self._draft.title) or 'Training plan')}"
        if self._draft.units == "imperial":
            yield "units: imperial"
        if self._draft.week_start != "monday":
            yield f"week_start: {self._draft.week_start}"
        if self._draft.start:
            yield f"start: {self._draft.start}"

    def week(self, number: int, week: DraftWeek) -> Iterator[str]:
        """One week; what the file calls it is a comment."""
        said = comment(" · ".join(dict.fromkeys(week.said)) or f"week {number}")
        yield f"  # {said}"
        lines = []
        for key, text in (("name", _line(week.name)), ("focus", _line(week.focus))):
            if text:
                lines.append(f"{key}: {scalar(text)}")
        notes, more = fitting("\n".join(week.notes))
        lines += _text_lines("note", notes)
        for day in self._days:
            entries = list(week.days.get(day, ()))
            if day == self._days[0]:
                entries += [Entry("note", text) for text in more]
            lines += self._day(DAY_KEYS[day], entries)
        yield from _listed(lines or ["mon:"], "  ")

    def _day(self, key: str, entries: Sequence[Entry]) -> Iterator[str]:
        written = [lines for entry in entries for lines in self._entry(entry)]
        if not written:
            return
        if len(written) == 1 and written[0] == ["rest:"]:
            yield f"{key}: rest"
            return
        yield f"{key}:"
        for lines in written[:_MOST_ENTRIES]:
            yield from _listed(lines, "  ")
        for lines in written[_MOST_ENTRIES:]:
            self._draft.remark("", f"more than {_MOST_ENTRIES} entries on one day; the others are comments")
            yield from (f"  # {comment(line)}" for line in lines)

    def _entry(self, entry: Entry) -> Iterator[list[str]]:
        """The lines of an entry, and of notes that are too long to be one."""
        if entry.lifts and not any(self._takes(lift.exercise) for lift in entry.lifts):
            entry = self._unnamed(entry)
        note, more = fitting(entry.note)
        lines = self._kind(entry)
        if entry.name and lines[0].partition(":")[0] not in ("strength", "note"):
            lines.append(f"name: {scalar(_line(entry.name))}")
        if lines[0].startswith("note:"):
            first, rest = fitting("\n".join(filter(None, (entry.text, entry.note))))
            yield _text_lines("note", first)
            more = rest
        else:
            yield [*lines, *_text_lines("note", note)]
        for text in more:
            yield _text_lines("note", text)

    def _unnamed(self, entry: Entry) -> Entry:
        """A session of exercises none of which a plan may name, in words."""
        self._report(entry.lifts)
        note = "\n".join(filter(None, (entry.note, _lost(entry.lifts))))
        return Entry("cross-training", entry.name or "Strength", note=note)

    def _report(self, lifts: Sequence[Lift]) -> None:
        """Report, once each, the exercises that a plan can't name."""
        for lift in lifts:
            name = _line(lift.exercise)
            if name.casefold() not in self._reported:
                self._reported.add(name.casefold())
                self._draft.remark(
                    "", f"no exercise '{name}'; kept in a note, until it is under 'exercises:'"
                )

    def _kind(self, entry: Entry) -> list[str]:
        if entry.lifts:
            return [self.workout(entry)]
        if entry.kind == "note":
            return ["note:"]
        text = _line(entry.text)
        if entry.kind == "rest":
            return [f"rest: {scalar(text)}" if text else "rest:"]
        return [f"{entry.kind}: {scalar(text)}"]

    def workout(self, entry: Entry) -> str:
        """The entry of a strength session, whose exercises become a workout, one for all that are alike."""
        lines = list(self._workout_lines(entry))
        name = _line(entry.name)
        stem = slug(name)[:40].strip("-") or "strength"
        number, key = 1, stem
        while key in self._workouts and self._workouts[key] != (name, lines):
            number += 1
            key = f"{stem}-{number}"
        self._workouts[key] = (name, lines)
        return f"strength: {scalar(key)}"

    def _workout_lines(self, entry: Entry) -> Iterator[str]:
        """The lines of a workout, of which a plan may name one exercise at least."""
        known = [lift for lift in entry.lifts if self._takes(lift.exercise)]
        unknown = [lift for lift in entry.lifts if not self._takes(lift.exercise)]
        self._report(unknown)
        others = unknown + known[_MOST_EXERCISES:]
        name = _line(entry.name)
        if name and slug(name) != name.casefold():
            yield f"name: {scalar(name)}"
        if others:
            note, more = fitting(_lost(others))
            yield from _text_lines("note", note)
            for text in more:
                self._draft.keep("", text)
        yield "exercises:"
        for lift in known[:_MOST_EXERCISES]:
            yield from _listed(list(_lift_lines(lift)), "  ")

    def sessions(self) -> None:
        """Take up the sessions that belong to no day."""
        for entry in self._draft.sessions:
            if any(self._takes(lift.exercise) for lift in entry.lifts):
                self.workout(entry)
            else:
                self._draft.keep("", _lost(entry.lifts))

    def workouts(self) -> Iterator[str]:
        """The workouts that the weeks name."""
        if self._workouts:
            yield ""
            yield "workouts:"
        for key, (_, lines) in self._workouts.items():
            yield f"  {scalar(key)}:"
            yield from (f"    {line}" if line else "" for line in lines)


def _lift_lines(lift: Lift) -> Iterator[str]:
    name, sets = _line(lift.exercise), _line(lift.sets)
    note, more = fitting(lift.note)
    note = "\n".join([note, *more])[:LONGEST]
    if name.casefold() in _RESERVED or (not note and not sets):
        yield f"exercise: {scalar(name)}"
        if sets:
            yield f"sets: {scalar(sets)}"
    else:
        yield f"{scalar(name)}: {scalar(sets)}" if sets else f"exercise: {scalar(name)}"
    yield from _text_lines("note", note)


def _lost(lifts: Sequence[Lift]) -> str:
    """Exercises that a plan can't name, in words."""
    return "\n".join(" ".join(filter(None, (lift.exercise, lift.sets, lift.note))) for lift in lifts)


def fitting(text: str) -> tuple[str, list[str]]:
    """The beginning of a text that a note has room for, and what is left, in pieces of that length."""
    text = "\n".join(line for line in map(_line, text.splitlines()) if line)
    pieces = []
    while len(text) > LONGEST:
        at = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
        at = at if at > LONGEST // 2 else LONGEST
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    pieces.append(text)
    return pieces[0], pieces[1:]


def _listed(lines: Sequence[str], indent: str) -> Iterator[str]:
    """*lines* of a mapping as an entry of a list."""
    for index, line in enumerate(lines):
        for inner, text in enumerate(line.split("\n")):
            first = not index and not inner
            yield f"{indent}{'- ' if first else '  '}{text}".rstrip()


def _text_lines(key: str, text: str) -> list[str]:
    if not text:
        return []
    if "\n" not in text:
        return [f"{key}: {scalar(text)}"]
    return [f"{key}: |-", *(f"  {line}" for line in text.split("\n"))]


def _line(text: str) -> str:
    """Text on one line, without what can't be printed or seen."""
    return " ".join(without_unseen(without_bad_characters(text)).split())


def comment(text: str) -> str:
    """Text for a comment."""
    return _line(text)


def scalar(text: str) -> str:
    """*text* as YAML has it: in quotes only where it needs them."""
    plain = (
        text
        and not _STARTS.match(text)
        and not re.search(r":(?:\s|$)|\s#|\t", text)
        and text == text.strip()
        and isinstance(plain_value(text), str)
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
