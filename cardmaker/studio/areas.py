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


class AreaFinder:
    """Knows what a plan says, and where."""

    def __init__(self, job: Job) -> None:
        self._data = job.loaded.source.data
        self._said = [
            _Said(words, path)
            for path, text in said_in(self._data)
            if (path[-1] != text or text not in _keys()) and (words := _plain(text))
        ]
        self._weeks = {week.name: week for week in job.handout.weeks}

    def on(self, frame: Frame, title: str, content: object) -> list[Area]:
        """The areas of a side, the largest first; *content* is the record that it is made from, None if unknown."""
        homes = homes_of(self._data, content or self._weeks.get(title))
        near = [one for one in self._said if any(one.path[: len(home)] == home for home in homes)]
        found = [Area(Rect(0.0, 0.0, *frame.size), homes[0])] if homes else []
        for box, words in _printed(frame.items, 0.0, 0.0):
            if path := _path(_plain(words), (near, self._said)):
                found.append(Area(box, path))
        return sorted(found, key=lambda area: -area.box.width * area.box.height)


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
        parts = [one for one in known if len(one.words) >= _MOST * len(words) and one.words in words]
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


def _printed(items: tuple[Placed, ...], x: float, y: float) -> Iterator[tuple[Rect, str]]:
    """What is written together, and where."""
    texts = [placed for placed in items if isinstance(placed.item, Text)]
    if texts:
        yield _around([_box(x, y, placed) for placed in texts]), " ".join(_content(texts))
    for placed in items:
        match placed.item:
            case Group(role, inner) if role is not Role.ARTIFACT:
                yield from _printed(inner, x + placed.x, y + placed.y)


def _content(texts: list[Placed]) -> Iterator[str]:
    for placed in texts:
        if isinstance(placed.item, Text):
            yield placed.item.content


def _box(x: float, y: float, placed: Placed) -> Rect:
    text: Any = placed.item
    em = text.size_pt * MM_PER_PT
    box: Rect = text.covers(x + placed.x, y + placed.y, _ABOVE * em, _BELOW * em)
    return box


def _around(boxes: list[Rect]) -> Rect:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def _plain(text: str) -> str:
    """Text as it is compared: without blanks, hyphens and capitals."""
    return _IGNORED.sub("", text.casefold().translate(_ALIKE))
