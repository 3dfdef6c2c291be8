"""A program in Liftosaur's text, weeks and days as headings, 'Squat / 3x8 / 60kg / 90s' → a draft."""

import re
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.liftosaursections import KEYED, SETS, kind_of, prescribed
from cardmaker.importing.lifts import Exercises
from cardmaker.importing.spread import spread
from cardmaker.namedtuple import NamedTuple

_FENCE: Final = re.compile(r"^```(?:liftoscript)?\s*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SCRIPT: Final = re.compile(r"\{~.*?~\}|\{\s*\.\.\.[^}]*\}", re.DOTALL)
_WEEK: Final = re.compile(r"#\s*(?P<name>[^#].*)")
_DAY: Final = re.compile(r"##\s*(?P<name>[^#].*)")
_EXERCISE: Final = re.compile(r"(?!//)[^/\n]*[^\W\d_][^/\n]*/\s*\S")
_HEAD: Final = re.compile(
    r"(?:(?P<label>[\w ]{1,20}):\s*)?(?P<name>[^\[\]]+?)\s*(?:\[(?P<weeks>[\d\s,-]+)\])?\s*(?:\[[^\]]*\])?"
)
_DEEPEST: Final = 5


class _Line(NamedTuple):
    """An exercise's line: its name, label, weeks and sections, and the comments before it."""

    name: str
    label: str
    weeks: tuple[int, ...]
    sections: tuple[str, ...]
    notes: tuple[str, ...] = ()
    at: str = ""
    order: int = 0
    """Its place among the day's exercises; those without one come first, as they are written."""

    @property
    def only_taken_over(self) -> bool:
        """Whether the line is nothing to do by itself."""
        return any(section.replace(" ", "") == "used:none" for section in self.sections)


@dataclass(slots=True)
class _Day:
    name: str
    notes: list[str] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)


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
            draft.keep("", "script: " + " ".join(script.strip("{}~ \n").split()))
    weeks, templates = _weeks(draft, _SCRIPT.sub("", text))
    writer = _Writer(draft, cells.exercises, templates)
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


def _weeks(draft: Draft, text: str) -> tuple[list[_Week], dict[str, _Line]]:
    """The weeks, and the lines that others may take over by name."""
    weeks: list[_Week] = []
    templates: dict[str, _Line] = {}
    notes: list[str] = []
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if found := _DAY.fullmatch(line):
            weeks = weeks or [_Week("")]
            weeks[-1].days.append(_Day(found["name"]))
        elif found := _WEEK.fullmatch(line):
            weeks.append(_Week(found["name"]))
        elif line.startswith("//"):
            notes.append(re.sub(r"^\.\.\.\S*$", "", line.lstrip("/ ")).replace("**", ""))
            continue
        elif _EXERCISE.match(line):
            read = _line(line, notes, f"line {number}")
            templates.setdefault(read.name.casefold(), read)
            if not read.only_taken_over:
                weeks = weeks or [_Week("")]
                weeks[-1].days = weeks[-1].days or [_Day("")]
                weeks[-1].days[-1].lines.append(read)
            notes = []
            continue
        elif line:
            draft.keep(f"line {number}", line)
            continue
        if notes and weeks:
            place = weeks[-1].days[-1] if weeks[-1].days else weeks[-1]
            place.notes += [note for note in notes if note]
            notes = []
    if notes:
        draft.keep("", "\n".join(notes))
    return weeks, templates


def _line(line: str, notes: list[str], at: str) -> _Line:
    head, *sections = [part.strip() for part in line.split("/")]
    found = _HEAD.fullmatch(head)
    if not found:
        return _Line(head, "", (), tuple(sections), tuple(notes), at)
    numbers = [part.strip() for part in (found["weeks"] or "").split(",")]  # '[2]', '[1-4]', '[2,1-4]'
    span = [int(n) for part in numbers if "-" in part for n in re.findall(r"\d+", part)]
    return _Line(
        found["name"].strip(),
        found["label"] or "",
        tuple(range(span[0], min(span[-1], 260) + 1)) if span else (),
        tuple(sections),
        tuple(filter(None, notes)),
        at,
        next((int(part) for part in numbers if part.isdigit()), 0),
    )


@dataclass(slots=True)
class _Session:
    on: int
    name: str = ""
    notes: list[str] = field(default_factory=list)
    planned: list[tuple[_Line, Lift]] = field(default_factory=list)

    def add(self, line: _Line, lift: Lift) -> None:
        """Plan an exercise, in place of one that an earlier week repeats."""
        self.planned = [
            (other, own) for other, own in self.planned if _called(other) != _called(line) or other is line
        ]
        self.planned.append((line, lift))

    @property
    def lifts(self) -> tuple[Lift, ...]:
        """The exercises in their order."""
        return tuple(lift for _, lift in sorted(self.planned, key=lambda planned: planned[0].order))


def _called(line: _Line) -> tuple[str, str]:
    return line.label.casefold(), line.name.casefold()


@dataclass(slots=True)
class _Writer:
    """Writes the weeks of a program into a draft."""

    draft: Draft
    exercises: Exercises
    templates: dict[str, _Line]
    sessions: dict[tuple[int, int], _Session] = field(default_factory=dict)
    """What is done on a day of the program, by week and the day's place in it."""
    taken: set[str] = field(default_factory=set)
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
            for week in line.weeks or (index + 1,):
                session = self.sessions.setdefault((week - 1, place), _Session(on, day.name, list(day.notes)))
                session.add(line, self._lift(line))

    def finish(self) -> None:
        """Write the sessions into the draft, and keep the lines that are nothing to do and that no other takes over."""
        for (week, _), session in sorted(self.sessions.items()):
            note = "\n".join(session.notes)
            entry = DraftEntry("strength", name=session.name, note=note, lifts=session.lifts)
            if not session.lifts:
                entry = DraftEntry("note", "\n".join(filter(None, (session.name, note))))
            self.draft.week(week).add(session.on, entry)
        for name, line in self.templates.items():
            if line.only_taken_over and (name not in self.taken or line.notes):
                left = () if name in self.taken else (" / ".join((line.name, *line.sections)),)
                self.draft.keep(line.at, "\n".join((*left, *line.notes)))

    def _lift(self, line: _Line) -> Lift:
        sections = self._sections(line, 0)
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
        notes = [line.label, *line.notes, *left]
        return Lift(self._name(line.name), sets, "; ".join(dict.fromkeys(filter(None, notes))), turn)

    def _name(self, name: str) -> str:
        """'Bicep Curl, Barbell' as we call it, if we know it in another order; what it is done with stays."""
        exercise, _, equipment = name.partition(",")
        named = f"{equipment.strip()} {exercise}".strip()
        if equipment.strip().casefold() == "bodyweight" and not self.exercises.knows(named):
            named = exercise
        return next((way for way in (name, named) if self.exercises.knows(way)), named)

    def _sections(self, line: _Line, depth: int) -> list[str]:
        """The sections of a line, and of the lines that it takes over; its own go before those."""
        own = [section for section in line.sections if not section.startswith("...")]
        taken: list[str] = []
        for section in line.sections:
            name = section.removeprefix("...").strip()
            other = self.templates.get(re.sub(r"\[.*?\]", "", name).strip().casefold())
            if section.startswith("...") and other and depth < _DEEPEST:
                self.taken.add(other.name.casefold())
                taken += self._sections(other, depth + 1)
            elif section.startswith("..."):
                own.append(section)
        said = {kind_of(section) for section in own}
        return own + [
            section for section in taken if kind_of(section) not in said or kind_of(section) == "other"
        ]
