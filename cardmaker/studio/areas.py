"""A side of a job → rectangles on it, each with the field of the plan that it is printed from, as far as that is known.

What is printed is found again in the plan by its words: first in what the side is about, then anywhere.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from cardmaker import assets
from cardmaker.api import Job
from cardmaker.frame import Frame, Group, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.namedtuple import NamedTuple
from cardmaker.pipeline.locating import Path, homes_of, said_in
from cardmaker.plan.weeks import DAY_KEYS
from cardmaker.textfile import read_text

_LEAST: Final = 5
"""Letters by which a part of a text is known again; shorter ones are found only as a whole."""
_MOST: Final = 0.5
"""How much of what is printed a field has to say, at least: the rest is numbers and the program's own words."""
_ABOVE, _BELOW = 0.75, 0.25
"""Of the type's size: how far letters reach from their baseline."""
_IGNORED: Final = re.compile(r"[\s\u00ad\u2060-]+")
_ALIKE: Final = str.maketrans("×–’", "x-'")


class Area(NamedTuple):
    """A rectangle of a side, in mm, and the path of a field."""

    box: Rect
    path: Path


class _Said(NamedTuple):
    words: str
    path: Path


class _Leaf(NamedTuple):
    """What is written together: where, what it is for those who have it read aloud, and its words."""

    box: Rect
    role: Role
    words: str


_Homes = tuple[Path, ...]
"""Where to look for what is printed, the nearest first."""
_HEADINGS: Final = (Role.H1, Role.H2, Role.H3)


class AreaFinder:
    """Knows what a plan says, and where."""

    def __init__(self, job: Job) -> None:
        self._data = job.loaded.source.data
        self._said = [
            _Said(words, path)
            for path, text in said_in(self._data)
            if (path[-1] != text or text not in _keys()) and (words := _plain(text))
        ]
        self._near: dict[Path, Sequence[_Said]] = {}
        self._places: dict[tuple[str, _Homes], Path] = {}
        self._weeks = {week.name: week for week in job.handout.weeks}
        first = str(self._data.get("week_start") if isinstance(self._data, dict) else "")[:3].lower()
        turn = DAY_KEYS.index(first) if first in DAY_KEYS else 0
        names = [_plain(day.name) for week in job.handout.weeks[:1] for day in week.days]
        self._days = dict(zip(names, DAY_KEYS[turn:] + DAY_KEYS[:turn], strict=False))

    def on(self, frame: Frame, title: str, content: object) -> list[Area]:
        """The areas of a side, the largest first; *content* is the record that it is made from, None if unknown."""
        homes = tuple(homes_of(self._data, content or self._weeks.get(title))) or self._headed(frame)
        found = [Area(Rect(0.0, 0.0, *frame.size), homes[0])] if homes else []
        columns = self._columns(frame)
        for placed in frame.items:
            match placed.item:
                case Group(Role.SECT, inner):
                    leaves = [*_leaves(inner, placed.x, placed.y, Role.SECT)]
                    is_week = bool(columns and leaves and leaves[0].words.isdecimal())
                    found += self._week(leaves, columns) if is_week else self._section(leaves, homes)
                case Group(role, inner) if role is not Role.ARTIFACT:
                    around = self._fields([*_leaves(inner, placed.x, placed.y, role)], homes)
                    found += (area for area in around if not _is_in_day(area.path))
        week = homes[0][:2] if homes and homes[0][:1] == ("weeks",) else ()
        own = (area for area in found if not week or area.path[:1] != ("weeks",) or area.path[:2] == week)
        return sorted(own, key=lambda area: -area.box.width * area.box.height)

    def _headed(self, frame: Frame) -> _Homes:
        """What a page is about that says it in its heading alone: a workout, an exercise."""
        heads = [leaf.words for leaf in _leaves(frame.items, 0.0, 0.0, Role.P) if leaf.role is Role.H1]
        path = self._place(heads[0], (("workouts",), ("exercises",))) if heads else ()
        return (_home(path),) if path[:1] in (("workouts",), ("exercises",)) else ()

    def _fields(self, leaves: Sequence[_Leaf], homes: _Homes) -> Iterator[Area]:
        for leaf in leaves:
            if leaf.role is not Role.ARTIFACT and (path := self._place(leaf.words, homes)):
                yield Area(leaf.box, path)

    def _section(self, leaves: Sequence[_Leaf], homes: _Homes) -> Iterator[Area]:
        """A day and its sessions, or an exercise: what a heading and all that follows are about."""
        if not leaves:
            return
        head = next((leaf for leaf in leaves if leaf.role in _HEADINGS), leaves[0])
        named = next((day for leaf in leaves if (day := self._days.get(_plain(leaf.words)))), "")
        days = (self._day(homes[0], named),) if named and homes else ()
        own = days[0] if days and _plain(head.words) in self._days else ()
        own = own or _home(self._place(head.words, (*days, *homes)))
        if not own:
            yield from self._fields(leaves, homes)
            return
        yield Area(Rect.holding([leaf.box for leaf in leaves]), own)
        for session in _headed_parts(leaves, below=head):
            first = session[0]
            place = self._place(first.words, (own, *homes)) if first.role in _HEADINGS else ()
            about = _home(place) if place and first is not head else own
            if about != own:
                yield Area(
                    Rect.holding([leaf.box for leaf in session if leaf.role is not Role.ARTIFACT]), about
                )
            yield from self._fields(session, (about, own, *days, *homes))

    def _columns(self, frame: Frame) -> dict[str, float]:
        """Where each day begins from the left, on pages that have weeks down and days across."""
        heads = {
            self._days.get(_plain(leaf.words), ""): leaf.box.x
            for placed in frame.items
            if isinstance(placed.item, Group) and placed.item.role is not Role.SECT
            for leaf in _leaves((placed,), 0.0, 0.0, Role.P)
        }
        return {day: x for day, x in heads.items() if day} if len(heads) > len(DAY_KEYS) else {}

    def _week(self, leaves: Sequence[_Leaf], columns: dict[str, float]) -> Iterator[Area]:
        """A row of a block or month, which begins with its number: its week, and each of its days."""
        week: Path = ("weeks", int(leaves[0].words) - 1)
        whole = Rect.holding([leaf.box for leaf in leaves])
        yield Area(whole, week)
        begins = sorted(columns.items(), key=lambda column: column[1])
        wide = begins[1][1] - begins[0][1]
        for day, x in begins:
            own = [leaf for leaf in leaves if x - 1 <= leaf.box.x < x + wide - 1]
            path = self._day(week, day)
            yield Area(Rect(x, whole.y, wide, whole.height), path)
            yield from self._fields(own, (path, week))

    def _day(self, week: Path, day: str) -> Path:
        """A day of a week, by the name that the plan has for it: 'mon', or all of it."""
        keys = (one.path[len(week)] for one in self._said if one.path[:-1] == week)
        return (*week, next((key for key in keys if str(key).lower().startswith(day)), day))

    def _place(self, words: str, homes: _Homes) -> Path:
        """The field that says *words*: in the first of *homes* that has it, else anywhere; () if none does."""
        asked = words, homes
        if asked not in self._places:
            self._places[asked] = _path(_plain(words), (*map(self._below, homes), self._said))
        return self._places[asked]

    def _below(self, home: Path) -> Sequence[_Said]:
        """What is said there, and further down."""
        if home not in self._near:
            self._near[home] = [one for one in self._said if one.path[: len(home)] == home]
        return self._near[home]


def _is_in_day(path: Path) -> bool:
    """Whether a field is of a day, which what is around a table of days only sums up or explains."""
    return path[:1] == ("weeks",) and len(path) > 2 and str(path[2])[:3].lower() in DAY_KEYS


def _home(path: Path) -> Path:
    """What a heading's words are of: a session for its name, a workout for its own."""
    return path[:-1] if path and path[-1] in ("name", "title", "exercise") else path


def _headed_parts(leaves: Sequence[_Leaf], below: _Leaf) -> Iterator[list[_Leaf]]:
    """Leaves by the headings that are next below one of them, each with what follows it."""
    part: list[_Leaf] = []
    for leaf in leaves:
        if leaf.role is Role.H3 and below.role is Role.H2 and part:
            yield part
            part = []
        part.append(leaf)
    yield part


def _path(words: str, among: Sequence[Sequence[_Said]]) -> Path:
    """The field that says *words*, or most of them, or more than them; () if none does."""
    if not words:
        return ()
    for known in among:
        for one in known:
            if one.words == words:
                return one.path
    if len(words) < _LEAST:
        return ()
    for known in among:
        parts = [
            one for one in known if len(one.words) >= max(_LEAST, _MOST * len(words)) and one.words in words
        ]
        wholes = [one for one in known if words in one.words and len(words) >= _MOST * len(one.words)]
        best = max(parts, key=lambda one: len(one.words), default=None) or next(iter(wholes), None)
        if best:
            return best.path
    return ()


@cache
def _keys() -> frozenset[str]:
    """The keys of plans, which say nothing themselves; days are printed."""
    schema = json.loads(read_text(assets.templates("plans") / "plan.schema.json"))
    parts = (schema, *schema["$defs"].values())
    return frozenset(key for part in parts for key in part.get("properties", ())) - {*DAY_KEYS}


def _leaves(items: tuple[Placed, ...], x: float, y: float, role: Role) -> Iterator[_Leaf]:
    """What is written together, in the order in which it is read."""
    texts = [placed for placed in items if isinstance(placed.item, Text)]
    if texts:
        yield _Leaf(Rect.holding([_box(x, y, placed) for placed in texts]), role, " ".join(_content(texts)))
    for placed in items:
        match placed.item:
            case Group(inner_role, inner):
                within = Role.ARTIFACT if role is Role.ARTIFACT else inner_role
                yield from _leaves(inner, x + placed.x, y + placed.y, within)


def _content(texts: list[Placed]) -> Iterator[str]:
    for placed in texts:
        if isinstance(placed.item, Text):
            yield placed.item.content


def _box(x: float, y: float, placed: Placed) -> Rect:
    text: Any = placed.item
    em = text.size_pt * MM_PER_PT
    box: Rect = text.covers(x + placed.x, y + placed.y, _ABOVE * em, _BELOW * em)
    return box


def _plain(text: str) -> str:
    """Text as it is compared: without blanks, hyphens and capitals."""
    return _IGNORED.sub("", text.casefold().translate(_ALIKE))
