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
_DEEPEST: Final = 5


class _Line(NamedTuple):
    """An exercise's line: its name, label, weeks and sections, and the comments before it."""

    name: str
    label: str
    weeks: tuple[int, ...]
    sections: tuple[str, ...]
    notes: tuple[str, ...] = ()


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
            read = _line(line, notes)
            templates.setdefault(read.name.casefold(), read)
            if not any(section.replace(" ", "") == "used:none" for section in read.sections):
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


def _line(line: str, notes: list[str]) -> _Line:
    head, *sections = [part.strip() for part in line.split("/")]
    found = _HEAD.fullmatch(head)
    if not found:
        return _Line(head, "", (), tuple(sections), tuple(notes))
    span = [int(n) for n in re.findall(r"\d+", found["weeks"] or "")]
    weeks = tuple(range(span[0], min(span[-1], 260) + 1)) if span and found["weeks"] else ()
    return _Line(
        found["name"].strip(), found["label"] or "", weeks, tuple(sections), tuple(filter(None, notes))
    )


@dataclass(slots=True)
class _Writer:
    """Writes the weeks of a program into a draft."""

    draft: Draft
    exercises: Exercises
    templates: dict[str, _Line]

    def week(self, index: int, week: _Week) -> None:
        draft = self.draft.week(index)
        plain = re.fullmatch(r"week\s*(\d+)", week.name, re.IGNORECASE)
        draft.name = "" if plain else week.name
        draft.said += [week.name.lower()] if plain else []
        draft.notes += week.notes
        for place, day in enumerate(week.days):
            self._day(index, spread(len(week.days)).days[place % 7], day)

    def _day(self, index: int, on: int, day: _Day) -> None:
        by_week: dict[int, list[Lift]] = {}
        for line in day.lines:
            for week in line.weeks or (index + 1,):
                by_week.setdefault(week - 1, []).append(self._lift(line))
        note = "\n".join(day.notes)
        for week, lifts in by_week.items():
            self.draft.week(week).add(
                on, DraftEntry("strength", name=day.name, note=note, lifts=tuple(lifts))
            )
        if not by_week:
            self.draft.week(index).add(on, DraftEntry("note", "\n".join(filter(None, (day.name, note)))))

    def _lift(self, line: _Line) -> Lift:
        sections = self._sections(line, 0)
        sets, left = _prescribed(sections)
        notes = [line.label, *line.notes, *left]
        return Lift(self._name(line.name), sets, "; ".join(dict.fromkeys(filter(None, notes))))

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
    line = _ours(sets[0]) if sets else ""
    if line and not are_sets(line):
        left.append(sets[0])
        line = ""
    for kind in ("weight", "effort", "timer"):
        for section in by_kind.pop(kind, []):
            together = ", ".join([line, _ours(section)]) if kind == "timer" else f"{line} {_ours(section)}"
            if line and are_sets(together) and not re.match(r"0(?:kg|lb)", section):
                line = together
            else:
                left.append(section)
    by_kind.pop("used", None)
    return line, left + [section for listed in by_kind.values() for section in listed]


def _ours(text: str) -> str:
    """A section as our sets have it: percents and efforts behind '@', timers as rests."""
    text = re.sub(r"@(\d+(?:\.\d+)?)\+?", r"@ RPE \1", text)
    text = re.sub(r"(?<![@\d.] )(?<![\d.])(\d+(?:\.\d+)?)%", r"@ \1%", text)
    text = re.sub(r"(?<!x)(?<![\dx])\s*\b(\d+)s\b", r", rest \1 s", text).strip(", ")
    return re.sub(r"\(([^)]*)\)", r"“\1”", text)
