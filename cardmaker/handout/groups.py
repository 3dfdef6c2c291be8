"""What the page of a week for several groups says: each session once, and side by side how fast each group runs it."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.handout.cards import Rich
from cardmaker.handout.sheetparts import SheetHead
from cardmaker.handout.strength import StrengthSession
from cardmaker.handout.stretches import Stretch
from cardmaker.record import record

_FEW, _SEVERAL = 3, 4
"""Groups next to each other with room for '12:10–13:35/km' in large type."""


@record
class GroupHead:
    """A group's column: what it is called, the race that its paces come from, and who is in it, if that is said."""

    name: str
    times: str
    who: str = ""


@record
class GroupCell:
    """What a group, by its name, runs of a session in its own way; no lines where all of it is common.

    Where that is no more than one pace or time, it is the *figure*, '1:26–1:46', and *about* what else differs,
    'about 31 min'; *lap* is what of the run the figure is for, 'each 400 m', '2 km in 8:08–9:28', '' for all of it.
    """

    name: str
    lines: tuple[Rich, ...]
    figure: str = ""
    about: str = ""
    lap: str = ""

    @property
    def said(self) -> bool:
        """Whether it is a figure, or what else differs."""
        return bool(self.figure or self.about)


@record
class GroupsSession:
    """A run: its title, how long it is, the lines that all groups have, and what each has of its own."""

    title: str
    distance: str
    unit: str
    lines: tuple[Rich, ...]
    cells: tuple[GroupCell, ...]
    profile: tuple[Stretch, ...] = ()


@record
class GroupsDay:
    """A day: its runs, its workouts, which are the same for all, and notes. *rest* is set on days without work."""

    name: str
    date: str
    rest: Rich | None
    runs: tuple[GroupsSession, ...]
    strength: tuple[StrengthSession, ...]
    notes: tuple[Rich, ...] = ()


@record
class GroupsSheet:
    """All that a week's page says for groups that train at the same time."""

    head: SheetHead
    name: str
    subtitle: str
    groups: tuple[GroupHead, ...]
    days: tuple[GroupsDay, ...]
    week_note: str = ""
    scale_km: float = 1.0

    def in_parts(self, divisions: Sequence[tuple[GroupsDay, ...]]) -> "list[GroupsSheet]":
        """A sheet for each of its divided days; who is in the groups is on the first."""
        nameless = tuple(replace(group, who="") for group in self.groups)
        return [
            replace(self, days=days, groups=nameless if number else self.groups)
            for number, days in enumerate(divisions)
        ]

    @property
    def few(self) -> bool:
        """Whether its columns are wide enough for a pace that is read from the other end of a room."""
        return len(self.groups) <= _FEW

    @property
    def several(self) -> bool:
        """Whether they are neither few nor many."""
        return not (self.few or self.many)

    @property
    def many(self) -> bool:
        """Whether its columns are too narrow for a pace in large type."""
        return len(self.groups) > _SEVERAL
