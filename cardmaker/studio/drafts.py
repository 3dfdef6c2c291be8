"""A job → its sides and sheets of paper as plain data, and each drawing as SVG when it is asked for."""

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final
from weakref import WeakKeyDictionary

from cardmaker.api import Job
from cardmaker.deliver.prints import Print
from cardmaker.deliver.takes import takes_of
from cardmaker.frame import Art, Frame, Group, Image, Link, Path, Placed, Text
from cardmaker.geometry import Rect
from cardmaker.page import Page, Placement
from cardmaker.pipeline import JobPart
from cardmaker.record import record
from cardmaker.studio.areas import AreaFinder

_DIGITS: Final = 3
"""Places after the point of a millimetre; a micrometre is less than any printer's dot."""


@record
class SideDrawing:
    """A frame to be drawn: a side of a card, a sheet, or what is printed besides, which has no *ground*.

    *content* is the record that a card is made from.
    """

    part: str
    title: str
    frame: Frame
    content: object = None
    ground: bool = True


class FrameKeys:
    """A key for what is on a frame, which is worked out once for each."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Frame, str] = WeakKeyDictionary()

    def of(self, frame: Frame) -> str:
        """Alike for frames that look alike, and for no others."""
        found = self._known.get(frame)
        if found is None:
            found = self._known[frame] = hashlib.blake2b(
                repr((frame.size, [*_content(frame.items)])).encode("utf-8", "surrogatepass"), digest_size=12
            ).hexdigest()
        return found


class PlanDraft:
    """What a plan was made into, by name."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.drawings: dict[str, SideDrawing] = {}
        self._names: dict[int, str] = {}
        for part in job.parts:
            for side in part.sides:
                name = f"{part.name}-{side.name}"
                self.drawings[name] = SideDrawing(part.name, side.title, side.frame, side.content)
                self._names.setdefault(id(side.frame), name)
        self.sides = tuple(self.drawings)
        self.papers = [
            _paper(self, part, page) for part in job.parts if part.sides for page in part.document.pages
        ]

    @cached_property
    def areas(self) -> AreaFinder:
        """What finds the fields behind what is printed."""
        return AreaFinder(self.job)

    def described(self, keys: FrameKeys) -> dict[str, Any]:
        """All of it, as messages have it."""
        return {
            "title": self.job.title,
            "weeks": [
                {"number": week.slot + 1, "total": f"{week.total} {week.total_unit}".strip()}
                for week in self.job.handout.weeks
            ],
            "sides": [_side(name, self.drawings[name], keys) for name in self.sides],
            "papers": self.papers,
            "parts": [described_part(part) for part in self.job.parts],
            "notes": list(self.job.notes),
        }

    def named(self, frame: Frame, part: str) -> str:
        """The name of a frame that is on paper; what isn't a side gets one."""
        if id(frame) not in self._names:
            name = f"+{part}-{len(self._names)}"
            self._names[id(frame)] = name
            self.drawings[name] = SideDrawing(part, "", frame, ground=False)
        return self._names[id(frame)]


def described_part(part: JobPart) -> dict[str, Any]:
    """A part, and what it takes to print."""
    return {
        "name": part.name,
        "cards": part.cards,
        "pages": len(part.document.pages),
        "paper": part.paper,
        "flip": part.flip.value,
        "takes": takes_of(Print(part.name, b"", part.document, (part,))),
    }


def _side(name: str, drawing: SideDrawing, keys: FrameKeys) -> dict[str, Any]:
    width, height = drawing.frame.size
    key = hashlib.blake2b(f"{drawing.title}\n{keys.of(drawing.frame)}".encode(), digest_size=12).hexdigest()
    return {
        "part": drawing.part,
        "name": name,
        "title": drawing.title,
        "w": _mm(width),
        "h": _mm(height),
        "key": key,
    }


def _paper(draft: PlanDraft, part: JobPart, page: Page) -> dict[str, Any]:
    """A page as the printer gets it: what is on it in the order in which it is painted."""
    placements = [*page.grounds, *page.slugs, *page.placements]
    return {
        "part": part.name,
        "label": page.label,
        "w": _mm(page.size.width),
        "h": _mm(page.size.height),
        "trims": [_box(trim) for trim in page.trims],
        "placements": [
            *(_placed(draft, part, one) for one in placements),
            *([_placed(draft, part, Placement(page.marks, 0, 0))] if page.marks else []),
        ],
    }


def _placed(draft: PlanDraft, part: JobPart, one: Placement) -> dict[str, Any]:
    return {
        "side": draft.named(one.frame, part.name),
        "x": _mm(one.x),
        "y": _mm(one.y),
        "turn": one.turn,
        "scale": one.scale,
        "window": _box(one.window) if one.window else None,
    }


def _box(box: Rect) -> list[float]:
    return [_mm(side) for side in (box.x, box.y, box.width, box.height)]


def _mm(length: float) -> float:
    return round(length, _DIGITS)


def _content(items: tuple[Placed, ...]) -> Iterator[object]:
    """All that decides on how a frame is drawn and read aloud, in order."""
    for x, y, item in items:
        match item:
            case Group(role, inner, alt, scope):
                yield role.value, alt, scope, x, y
                yield from _content(inner)
                yield None
            case Art(artwork, width):
                yield x, y, width, artwork.source or (artwork.width, artwork.height, [*artwork.paths])
            case Image(data, width, height):
                yield x, y, width, height, hashlib.blake2b(data, digest_size=12).hexdigest()
            case Text() | Path() | Link():
                yield x, y, item
