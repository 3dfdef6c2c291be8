"""What the page of a week for several groups says: each session once, and side by side how fast each group runs it."""

from cardmaker.handout.cards import Rich
from cardmaker.handout.strength import StrengthSession
from cardmaker.handout.weeks import SheetHead, Stretch
from cardmaker.record import record

_SEVERAL = 4
"""Groups next to each other with room for '12:10–13:35/km' in large type."""


@record
class GroupHead:
    """A group's column: what it is called, and the race that its paces come from."""

    name: str
    times: str


@record
class GroupCell:
    """What a group, by its name, runs of a session in its own way; no lines where all of it is common.

    Where that is no more than one pace or time, it is the *figure*, '1:26–1:46', and *about* what else differs,
    'about 31 min'; *lap* is what of a repeat the figure is, 'each 400 m', or how long one takes at that pace.
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
    """A run: its title, how long it is, the lines that all groups have, and what each has of its own.

    *race* is set on one of which no group has more to say.
    """

    title: str
    distance: str
    unit: str
    lines: tuple[Rich, ...]
    cells: tuple[GroupCell, ...]
    profile: tuple[Stretch, ...] = ()
    race: bool = False


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

    @property
    def many(self) -> bool:
        """Whether its columns are too narrow for a pace in large type."""
        return len(self.groups) > _SEVERAL
