"""A draft → the text of a plan, as a coach would write it."""

from collections.abc import Iterator, Sequence
from typing import Final

from cardmaker.importing.draft import FIRST_DAY, Draft, DraftEntry, DraftWeek
from cardmaker.importing.lifts import Exercises
from cardmaker.importing.workouts import WorkoutWriter
from cardmaker.importing.yamltext import fitting, listed, note_lines, one_line
from cardmaker.plan.weeks import DAY_KEYS
from cardmaker.yaml12.emitting import scalar

_MOST_ENTRIES: Final = 20


def plan_text(draft: Draft, about: str, exercises: Exercises) -> str:
    """The plan's file. *about* says what it was made from, *exercises* are those that it may name."""
    workouts = WorkoutWriter(draft, exercises)
    writer = _Writer(draft, workouts)
    weeks = [line for number, week in enumerate(draft.weeks, 1) for line in writer.week(number, week)]
    workouts.take(draft.sessions)
    lines = [*writer.head(about), *(["", "weeks:", *weeks] if weeks else []), *workouts.written()]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes weeks, and gathers the workouts that they name."""

    def __init__(self, draft: Draft, workouts: WorkoutWriter) -> None:
        self._draft, self._workouts = draft, workouts
        first = FIRST_DAY[draft.week_start]
        self._days = [(first + n) % 7 for n in range(7)]

    def head(self, about: str) -> Iterator[str]:
        """The lines before the weeks."""
        yield f"# {one_line(about)}"
        for remark in self._draft.kept:
            for line in remark.message.splitlines() or [""]:
                yield f"# {one_line(f'{remark.at}: {line}' if remark.at else line)}"
        yield f"title: {scalar(one_line(self._draft.title) or 'Training plan')}"
        if self._draft.language != "en":
            yield f"language: {self._draft.language}"
        if self._draft.units == "imperial":
            yield "units: imperial"
        if self._draft.week_start != "monday":
            yield f"week_start: {self._draft.week_start}"
        if self._draft.start:
            yield f"start: {self._draft.start}"

    def week(self, number: int, week: DraftWeek) -> Iterator[str]:
        """One week; what the file calls it is a comment."""
        said = one_line(" · ".join(dict.fromkeys(week.said)) or f"week {number}")
        yield f"  # {said}"
        lines = []
        for key, text in (("name", one_line(week.name)), ("focus", one_line(week.focus))):
            if text:
                lines.append(f"{key}: {scalar(text)}")
        notes, more = fitting("\n".join(week.notes))
        lines += note_lines(notes)
        for day in self._days:
            entries = list(week.days.get(day, ()))
            if day == self._days[0]:
                entries += [DraftEntry("note", text) for text in more]
            lines += self._day(DAY_KEYS[day], entries)
        yield from listed(lines or ["mon:"], "  ")

    def _day(self, key: str, entries: Sequence[DraftEntry]) -> Iterator[str]:
        written = [lines for entry in entries for lines in self._entry(entry)]
        if not written:
            return
        if len(written) == 1 and written[0] == ["rest:"]:
            yield f"{key}: rest"
            return
        yield f"{key}:"
        for lines in written[:_MOST_ENTRIES]:
            yield from listed(lines, "  ")
        for lines in written[_MOST_ENTRIES:]:
            self._draft.remark("", f"more than {_MOST_ENTRIES} entries on one day; the others are comments")
            yield from (f"  # {one_line(line)}" for line in lines)

    def _entry(self, entry: DraftEntry) -> Iterator[list[str]]:
        """The lines of an entry, and of notes that are too long to be one."""
        entry = self._workouts.in_words(entry)
        note, more = fitting(entry.note)
        lines = self._kind(entry)
        if entry.name and lines[0].partition(":")[0] not in ("strength", "note"):
            lines.append(f"name: {scalar(one_line(entry.name))}")
        if lines[0].startswith("note:"):
            first, rest = fitting("\n".join(filter(None, (entry.text, entry.note))))
            yield note_lines(first)
            more = rest
        else:
            yield [*lines, *note_lines(note)]
        for text in more:
            yield note_lines(text)

    def _kind(self, entry: DraftEntry) -> list[str]:
        if entry.lifts:
            return [f"strength: {scalar(self._workouts.key(entry))}"]
        if entry.kind == "note":
            return ["note:"]
        text = one_line(entry.text)
        if entry.kind == "rest":
            return [f"rest: {scalar(text)}" if text else "rest:"]
        return [f"{entry.kind}: {scalar(text)}"]
