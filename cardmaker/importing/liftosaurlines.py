"""An exercise's line in Liftosaur's text, 'Squat[1,1-4] / 3x8 / 60kg', and the lines that it takes over, '...t1'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.liftosaursections import kind_of
from cardmaker.namedtuple import NamedTuple

_HEAD: Final = re.compile(
    r"(?:(?P<label>[\w ]{1,20}):\s*)?(?P<name>[^\[\]]+?)\s*(?:\[(?P<weeks>[\d\s,-]+)\])?\s*(?:\[[^\]]*\])?"
)
_TAKEN: Final = re.compile(
    r"\.\.\.\s*(?P<name>[^\[\]]*?)\s*(?:\[(?:(?P<week>\d+)\s*:)?\s*(?P<day>\d+|_)\s*\])?\s*"
)
"""'...t1', '...t1[2]' of that day, '...t1[3:2]' of that week and day."""
_DEEPEST: Final = 5
_LAST_WEEK: Final = 260


class ExerciseLine(NamedTuple):
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
    def called(self) -> tuple[str, str]:
        """The label and name that are the same in every week."""
        return self.label.casefold(), self.name.casefold()

    @property
    def only_taken_over(self) -> bool:
        """Whether the line is nothing to do by itself."""
        return any(section.replace(" ", "") == "used:none" for section in self.sections)


def line_of(text: str, notes: list[str], at: str) -> ExerciseLine:
    """The line that is written as *text*, behind *notes*."""
    head, *sections = [part.strip() for part in text.split("/")]
    found = _HEAD.fullmatch(head)
    if not found:
        return ExerciseLine(head, "", (), tuple(sections), tuple(notes), at)
    numbers = [part.strip() for part in (found["weeks"] or "").split(",")]  # '[2]', '[1-4]', '[2,1-4]'
    span = [int(n) for part in numbers if "-" in part for n in re.findall(r"\d+", part)]
    return ExerciseLine(
        found["name"].strip(),
        found["label"] or "",
        tuple(range(span[0], min(span[-1], _LAST_WEEK) + 1)) if span else (),
        tuple(sections),
        tuple(filter(None, notes)),
        at,
        next((int(part) for part in numbers if part.isdigit()), 0),
    )


@dataclass(slots=True)
class ProgramLines:
    """The lines of a program by name, for others to take over: in each week its own, or else the last one before."""

    _by_name: dict[str, list[tuple[int, int, ExerciseLine]]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _quoted: set[str] = field(default_factory=set)
    """Where lines are whose sections, and whose comments, others have taken over."""

    def add(self, week: int, day: int, line: ExerciseLine) -> None:
        """A line of a week and a day, both counted from 1."""
        self._by_name.setdefault(line.name.casefold(), []).append((week, day, line))

    def is_template(self, line: ExerciseLine) -> bool:
        """Whether an exercise is nothing to do in any week, as one of its lines says so."""
        return any(other.only_taken_over for _, _, other in self._by_name.get(line.name.casefold(), ()))

    def sections(self, line: ExerciseLine, week: int, depth: int = 0) -> list[str]:
        """The sections of a line in a week, and of the lines that it takes over; its own go before those."""
        own = [section for section in line.sections if not section.startswith("...")]
        taken: list[str] = []
        for section in line.sections:
            if not section.startswith("..."):
                continue
            other = self._find(section, week)
            if other is None or depth >= _DEEPEST:
                own.append(section)
                continue
            self._taken.add(other.at)
            taken += self.sections(other, week, depth + 1)
        said = {kind_of(section) for section in own}
        return own + [one for one in taken if kind_of(one) not in said or kind_of(one) == "other"]

    def notes(self, line: ExerciseLine, week: int, depth: int = 0) -> list[str]:
        """The comments on a line in a week, and those that they take over."""
        found: list[str] = []
        for note in line.notes:
            other = self._find(note, week) if note.startswith("...") else None
            if other is not None and depth < _DEEPEST:
                self._quoted.add(other.at)
                found += self.notes(other, week, depth + 1)
            elif not note.startswith("..."):
                found.append(note)
        return found

    def left_over(self) -> Iterator[tuple[str, str]]:
        """Where a template is that nobody takes over, or whose comments nobody does, and what would be lost."""
        for listed in self._by_name.values():
            for _, _, line in listed:
                if self.is_template(line):
                    lost = [] if line.at in self._taken else [" / ".join((line.name, *line.sections))]
                    lost += (
                        [] if line.at in self._quoted else [n for n in line.notes if not n.startswith("...")]
                    )
                    if lost:
                        yield line.at, "\n".join(lost)

    def _find(self, said: str, week: int) -> ExerciseLine | None:
        found = _TAKEN.fullmatch(said)
        listed = self._by_name.get(found["name"].casefold(), []) if found else []
        if found and found["day"] and found["day"] != "_":
            listed = [one for one in listed if one[1] == int(found["day"])] or listed
        wanted = int(found["week"]) if found and found["week"] else week
        nearest = min(listed, key=lambda one: (one[0] > wanted, abs(one[0] - wanted)), default=None)
        return nearest[2] if nearest else None
