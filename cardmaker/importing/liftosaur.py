"""A program in Liftosaur's text, weeks and days as headings, 'Squat / 3x8 / 60kg / 90s' → a draft."""

import re
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.liftosaurlines import ExerciseLine, ProgramLines, line_of
from cardmaker.importing.liftosaursections import KEYED, SETS, kind_of, prescribed
from cardmaker.importing.lifts import Exercises
from cardmaker.importing.spread import spread

_FENCE: Final = re.compile(r"^```(?:liftoscript)?\s*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SCRIPT: Final = re.compile(r"\{~.*?~\}|\{\s*\.\.\.[^}]*\}", re.DOTALL)
_WEEK: Final = re.compile(r"#\s*(?P<name>[^#].*)")
_DAY: Final = re.compile(r"##\s*(?P<name>[^#].*)")
_EXERCISE: Final = re.compile(r"(?!//)[^/\n]*[^\W\d_][^/\n]*/\s*\S")


@dataclass(slots=True)
class _Day:
    name: str
    notes: list[str] = field(default_factory=list)
    lines: list[ExerciseLine] = field(default_factory=list)


@dataclass(slots=True)
class _Week:
    name: str
    notes: list[str] = field(default_factory=list)
    days: list[_Day] = field(default_factory=list)


def is_liftosaur(content: str) -> bool:
    """Whether *content* is such a program."""
    text = _program(content)
    lines = text.splitlines()
    days = any(_DAY.fullmatch(line.strip()) for line in lines)
    exercises = [line for line in lines if _EXERCISE.match(line.strip()) and ("x" in line or "..." in line)]
    return days and bool(exercises) and any(SETS.search(line) for line in lines)


def read_liftosaur(content: str, cells: CellReader) -> Draft:
    """The draft of such a program. Its days aren't those of a week, so they are spread over it."""
    draft = Draft(title=_front(content, "name"))
    for key in ("author", "url"):
        if said := _front(content, key):
            draft.keep(key, said)
    text = _program(content)
    for script in _SCRIPT.findall(text):
        if script.startswith("{~"):
            draft.keep("", "script: " + " ".join(script[2:-2].split()))
    weeks, lines = _weeks(draft, _SCRIPT.sub("", text))
    writer = _Writer(draft, cells.exercises, lines)
    for index, week in enumerate(weeks):
        writer.week(index, week)
    writer.finish()
    spread_over = max((len(week.days) for week in weeks), default=0)
    if spread_over:
        draft.remark(
            "", f"its days have no weekdays; they are put on {spread(spread_over).words}, so move them"
        )
    return draft


def _program(content: str) -> str:
    """The program in a page of Markdown, or all of the text."""
    fenced = _FENCE.findall(content)
    return "\n".join(fenced) if fenced else content


def _front(content: str, key: str) -> str:
    """A value in the lines before a page of Markdown."""
    found = re.search(rf"\A---\n.*?^{key}:\s*(.+?)$.*?^---$", content, re.MULTILINE | re.DOTALL)
    return found[1].strip().strip("\"'") if found else ""


def _weeks(draft: Draft, text: str) -> tuple[list[_Week], ProgramLines]:
    """The weeks, and all lines for others to take over."""
    weeks: list[_Week] = []
    lines = ProgramLines()
    notes: list[str] = []
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if found := _DAY.fullmatch(line):
            weeks = weeks or [_Week("")]
            weeks[-1].days.append(_Day(found["name"]))
        elif found := _WEEK.fullmatch(line):
            weeks.append(_Week(found["name"]))
        elif line.startswith("//"):
            notes.append(line.lstrip("/ ").replace("**", ""))
            continue
        elif _EXERCISE.match(line):
            read = line_of(line, notes, f"line {number}")
            weeks = weeks or [_Week("")]
            weeks[-1].days = weeks[-1].days or [_Day("")]
            weeks[-1].days[-1].lines.append(read)
            lines.add(len(weeks), len(weeks[-1].days), read)
            notes = []
            continue
        elif line:
            draft.keep(f"line {number}", line)
            continue
        if notes and weeks:
            place = weeks[-1].days[-1] if weeks[-1].days else weeks[-1]
            place.notes += [note for note in notes if note and not note.startswith("...")]
            notes = []
    if notes:
        draft.keep("", "\n".join(notes))
    return weeks, lines


@dataclass(slots=True)
class _Session:
    on: int
    name: str = ""
    notes: list[str] = field(default_factory=list)
    planned: list[tuple[ExerciseLine, Lift]] = field(default_factory=list)

    def add(self, line: ExerciseLine, lift: Lift) -> None:
        """Plan an exercise, in place of one that an earlier week repeats."""
        self.planned = [
            (other, own) for other, own in self.planned if other.called != line.called or other is line
        ]
        self.planned.append((line, lift))

    @property
    def lifts(self) -> tuple[Lift, ...]:
        """The exercises in their order."""
        return tuple(lift for _, lift in sorted(self.planned, key=lambda planned: planned[0].order))


@dataclass(slots=True)
class _Writer:
    """Writes the weeks of a program into a draft."""

    draft: Draft
    exercises: Exercises
    lines: ProgramLines
    sessions: dict[tuple[int, int], _Session] = field(default_factory=dict)
    """What is done on a day of the program, by week and the day's place in it."""
    supersets: dict[str, int] = field(default_factory=dict)
    """A number for each name of a superset."""

    def week(self, index: int, week: _Week) -> None:
        draft = self.draft.week(index)
        plain = re.fullmatch(r"week\s*(\d+)", week.name, re.IGNORECASE)
        draft.name = "" if plain else week.name
        draft.said += [week.name.lower()] if plain else []
        draft.notes += week.notes
        for place, day in enumerate(week.days):
            self._day(index, place, spread(len(week.days)).days[place % 7], day)

    def _day(self, index: int, place: int, on: int, day: _Day) -> None:
        """Plan a day's exercises, also those that are repeated in later weeks, 'Squat[1-3]'."""
        own = self.sessions.setdefault((index, place), _Session(on))
        own.name, own.on = day.name, on
        own.notes += [note for note in day.notes if note not in own.notes]
        for line in day.lines:
            if self.lines.is_template(line):
                continue
            for week in line.weeks or (index + 1,):
                session = self.sessions.setdefault((week - 1, place), _Session(on, day.name, list(day.notes)))
                session.add(line, self._lift(line, week))

    def finish(self) -> None:
        """Write the sessions into the draft, and keep the lines that are nothing to do and that no other takes over."""
        for (week, _), session in sorted(self.sessions.items()):
            note = "\n".join(session.notes)
            entry = DraftEntry("strength", name=session.name, note=note, lifts=session.lifts)
            if not session.lifts:
                entry = DraftEntry("note", "\n".join(filter(None, (session.name, note))))
            self.draft.week(week).add(session.on, entry)
        for at, lost in self.lines.left_over():
            self.draft.keep(at, lost)

    def _lift(self, line: ExerciseLine, week: int) -> Lift:
        sections = self.lines.sections(line, week)
        named = next(
            (
                keyed["value"]
                for one in sections
                if kind_of(one) == "superset" and (keyed := KEYED.match(one))
            ),
            "",
        )
        turn = 1 + self.supersets.setdefault(named, len(self.supersets)) if named else 0
        sets, left = prescribed([one for one in sections if not turn or kind_of(one) != "superset"])
        notes = [line.label, _flowing(self.lines.notes(line, week)), *left]
        return Lift(self._name(line.name), sets, "; ".join(dict.fromkeys(filter(None, notes))), turn)

    def _name(self, name: str) -> str:
        """'Bicep Curl, Barbell' as we call it, if we know it in another order; what it is done with stays."""
        exercise, _, equipment = name.partition(",")
        named = f"{equipment.strip()} {exercise}".strip()
        if equipment.strip().casefold() == "bodyweight" and not self.exercises.knows(named):
            named = exercise
        return next((way for way in (name, named) if self.exercises.knows(way)), named)


def _flowing(lines: list[str]) -> str:
    """ProgramLines of comments as one text: a sentence goes on in the next line."""
    text = ""
    for line in lines:
        ended = not text or text[-1] in ".!?:;,"
        text += (" " if ended or line[:1].islower() else "; ") + line
    return text.strip()
