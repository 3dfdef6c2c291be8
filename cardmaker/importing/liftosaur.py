"""A program in Liftosaur's text, weeks and days as headings, 'Squat / 3x8 / 60kg / 90s' → a draft."""

import re
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.lifts import Exercises, are_sets
from cardmaker.importing.spread import spread
from cardmaker.namedtuple import NamedTuple

_FENCE: Final = re.compile(r"^```(?:liftoscript)?\s*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SCRIPT: Final = re.compile(r"\{~.*?~\}|\{\s*\.\.\.[^}]*\}", re.DOTALL)
_WEEK: Final = re.compile(r"#\s*(?P<name>[^#].*)")
_DAY: Final = re.compile(r"##\s*(?P<name>[^#].*)")
_EXERCISE: Final = re.compile(r"(?!//)[^/\n]*[^\W\d_][^/\n]*/\s*\S")
_SETS: Final = re.compile(r"\d+(?:-\d+)?\s*x\s*\d")
_HEAD: Final = re.compile(
    r"(?:(?P<label>[\w ]{1,20}):\s*)?(?P<name>[^\[\]]+?)\s*(?:\[(?P<weeks>[\d\s,-]+)\])?\s*(?:\[[^\]]*\])?"
)
_WEIGHT: Final = re.compile(r"\d+(?:\.\d+)?(?:kg|lb|%)\+?")
_TIMER: Final = re.compile(r"\d+s\+?")
_EFFORT: Final = re.compile(r"@\d+(?:\.\d+)?\+?")
_KEYED: Final = re.compile(r"(?P<key>used|warmup|progress|update|id|superset)\s*:\s*(?P<value>.*)", re.DOTALL)
_WEIGHTLESS: Final = re.compile(r"(?<![\d.])\s*\b0(?:\.0)?(?:kg|lb)\b")
"""How nothing but the body's weight is written: '3x8 0lb'."""
_DEEPEST: Final = 5


class _Line(NamedTuple):
    """An exercise's line: its name, label, weeks and sections, and the comments before it."""

    name: str
    label: str
    weeks: tuple[int, ...]
    sections: tuple[str, ...]
    notes: tuple[str, ...] = ()
    at: str = ""

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
    return days and bool(exercises) and any(_SETS.search(line) for line in lines)


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
    span = [int(n) for n in re.findall(r"\d+", found["weeks"] or "")]
    weeks = tuple(range(span[0], min(span[-1], 260) + 1)) if span and found["weeks"] else ()
    return _Line(
        found["name"].strip(), found["label"] or "", weeks, tuple(sections), tuple(filter(None, notes)), at
    )


@dataclass(slots=True)
class _Session:
    on: int
    name: str = ""
    notes: list[str] = field(default_factory=list)
    lifts: list[Lift] = field(default_factory=list)


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
                session.lifts.append(self._lift(line))

    def finish(self) -> None:
        """Write the sessions into the draft, and keep the lines that are nothing to do and that no other takes over."""
        for (week, _), session in sorted(self.sessions.items()):
            note = "\n".join(session.notes)
            entry = DraftEntry("strength", name=session.name, note=note, lifts=tuple(session.lifts))
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
            (keyed["value"] for one in sections if _kind(one) == "superset" and (keyed := _KEYED.match(one))),
            "",
        )
        turn = 1 + self.supersets.setdefault(named, len(self.supersets)) if named else 0
        sets, left = _prescribed(sections)
        notes = [line.label, *line.notes, *left]
        return Lift(self._name(line.name), sets, "; ".join(dict.fromkeys(filter(None, notes))), turn)

    def _name(self, name: str) -> str:
        """'Bicep Curl, Barbell' as we call it, if we know it by another order of its words."""
        exercise, _, equipment = name.partition(",")
        ways = (name, f"{equipment.strip()} {exercise}".strip(), exercise)
        return next((way for way in ways if self.exercises.knows(way)), ways[1] if equipment else name)

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
        said = {_kind(section) for section in own}
        return own + [section for section in taken if _kind(section) not in said or _kind(section) == "other"]


def _kind(section: str) -> str:
    """What a section says."""
    if keyed := _KEYED.match(section):
        return keyed["key"]
    for kind, pattern in (("sets", _SETS), ("weight", _WEIGHT), ("timer", _TIMER), ("effort", _EFFORT)):
        if pattern.match(section):
            return kind
    return "other"


def _prescribed(sections: list[str]) -> tuple[str, list[str]]:
    """The sets that sections say together, and the words that have no place in these."""
    by_kind: dict[str, list[str]] = {}
    for section in sections:
        by_kind.setdefault(_kind(section), []).append(section)
    sets = by_kind.pop("sets", [])
    left = [f"later {', '.join(sets[1:])}"] if len(sets) > 1 else []
    line = _apart(_ours(_WEIGHTLESS.sub("", sets[0]))) if sets else ""
    if line and not are_sets(line):
        left.append(sets[0])
        line = ""
    for kind in ("weight", "effort", "timer"):
        for section in by_kind.pop(kind, []):
            together = _together(line, _ours(section), ", " if kind == "timer" else " ")
            if line and are_sets(together) and not re.match(r"0(?:kg|lb)", section):
                line = together
            else:
                left.append(section)
    by_kind.pop("used", None)
    return line, left + [section for listed in by_kind.values() for section in listed]


def _apart(line: str) -> str:
    """Sets of which only some have an effort of their own, parted so that it is said of them alone."""
    parts = re.split(r",\s*(?=\d+(?:-\d+)?x)", line)
    own = [" RPE " in part for part in parts]
    return "; ".join(parts) if any(own) and not all(own) else line


def _together(line: str, more: str, joined: str) -> str:
    """*more* behind each of the parts of a line."""
    return "; ".join(f"{part}{joined}{more}" for part in line.split("; "))


def _ours(text: str) -> str:
    """A section as our sets have it: percents and efforts behind '@', timers as rests."""
    text = re.sub(r"@(\d+(?:\.\d+)?)\+?", r"@ RPE \1", text)
    text = re.sub(r"(?<![@\d.] )(?<![\d.])(\d+(?:\.\d+)?)%", r"@ \1%", text)
    text = re.sub(r"(?<!x)(?<![\dx])\s*\b(\d+)s\b", r", rest \1 s", text).strip(", ")
    return re.sub(r"\(([^)]*)\)", r"“\1”", text)
