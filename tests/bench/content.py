"""content.py PLAN FOLDER: the pages we make of a plan, as JSON, SVG files and fonts, for the peers to set again.

Taken from the frames that we print, so that the peers' pages can't fall behind ours: the same words, shapes, pictures
and places, with what each is to a reader. Lines of a paragraph are joined, so that peers break them, and cells of a
table are a table; nothing is left to look up, to measure or to choose.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from cardmaker import pipeline
from cardmaker.frame import Art, Artwork, Frame, Glyphs, Group, Placed, Role, Text
from cardmaker.frame import Path as Shape
from cardmaker.geometry import MM_PER_PT

_NEAR = 0.12
"""mm within which things are at one place: frames round to hundredths, and bold ends wider than it is placed."""
_LINES = (0.9, 1.7)
"""The distance of two lines of a paragraph, to the size of the type."""
_CAP = 0.95
"""How far a table's row reaches above its baseline, to the size of the type."""


def write_content(plan: Path, folder: Path) -> dict[str, Any]:
    """Take the plan through our pipeline once and write content.json and figures/*.svg into *folder*."""
    return write_content_of(pipeline.make(plan), folder)


def write_content_of(job: pipeline.Job, folder: Path, name: str = "content.json") -> dict[str, Any]:
    """Write what a job's pages say as JSON called *name*, and figures/*.svg, into *folder*."""
    document = pipeline.one_document(job)
    pictures = _Pictures(folder)
    frames: dict[int, int] = {}
    content: dict[str, Any] = {
        "title": job.title,
        "author": document.author,
        "language": document.language,
        "frames": [],
        "pages": [],
    }
    for page in document.pages:
        places = []
        for one in page.placements:
            if id(one.frame) not in frames:
                frames[id(one.frame)] = len(content["frames"])
                content["frames"].append(_surface(one.frame, pictures))
            places.append({"frame": frames[id(one.frame)], "x": one.x, "y": one.y, "turn": one.turn})
        marks = list(_translated(page.marks.items, 0.0, 0.0, pictures)) if page.marks else []
        content["pages"].append({"size": list(page.size), "places": places, "marks": marks})
    (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return content


def _surface(frame: Frame, pictures: "_Pictures") -> dict[str, Any]:
    return {"size": list(frame.size), "items": list(_translated(frame.items, 0.0, 0.0, pictures))}


def _translated(
    items: Sequence[Placed], x: float, y: float, pictures: "_Pictures"
) -> Iterator[dict[str, Any]]:
    """Items with their places on the frame; *x* and *y* are their group's."""
    lines: list[tuple[float, float, Text]] = []
    for placed in items:
        item, at = placed.item, (_mm(x + placed.x), _mm(y + placed.y))
        if isinstance(item, Text):
            lines.append((*at, item))
            continue
        yield from _paragraphs(lines)
        lines = []
        if isinstance(item, Group):
            yield _group(item, *at, pictures)
        elif isinstance(item, Shape):
            yield _shape(item, *at)
        elif isinstance(item, Art):
            yield {"kind": "picture", "at": at, **pictures.keep(item)}
        else:
            raise SystemExit(f"the peers can't set a {type(item).__name__}")
    yield from _paragraphs(lines)


def _group(group: Group, x: float, y: float, pictures: "_Pictures") -> dict[str, Any]:
    if group.role is Role.TABLE:
        return _table(group, x, y)
    items = list(_translated(group.items, x, y, pictures))
    return {"kind": "group", "role": group.role.value, "alt": group.alt, "items": items}


# Text ------------------------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[tuple[float, float, Text]]) -> Iterator[dict[str, Any]]:
    """Lines that begin under one another in one size, and pieces of one line, put together again."""
    open_line: dict[str, Any] | None = None
    for x, y, text in lines:
        if open_line is not None and _goes_on(open_line, x, y, text):
            open_line["runs"][-1]["text"] += "" if open_line["end"][1] == y else " "
            open_line["leading"] = open_line["leading"] or _mm(y - open_line["end"][1]) or None
            open_line["runs"] += _runs(text)
        else:
            if open_line is not None:
                yield _closed(open_line)
            open_line = {"kind": "text", "at": (x, y), "size": text.size_pt, "rising": text.rising}
            open_line |= {"tracking": text.tracking_em, "runs": _runs(text), "leading": None, "width": 0.0}
        open_line["end"] = (x + text.width, y)
        open_line["width"] = max(open_line["width"], x + text.width - open_line["at"][0])
    if open_line is not None:
        yield _closed(open_line)


def _goes_on(paragraph: dict[str, Any], x: float, y: float, text: Text) -> bool:
    if text.rising or paragraph["rising"] or text.size_pt != paragraph["size"]:
        return False
    end_x, end_y = paragraph["end"]
    if y == end_y:
        return bool(abs(x - end_x) < _NEAR)
    apart = (y - end_y) / (text.size_pt * MM_PER_PT)
    even = paragraph["leading"] is None or abs(y - end_y - paragraph["leading"]) < _NEAR
    return bool(even and _LINES[0] < apart < _LINES[1] and abs(x - paragraph["at"][0]) < _NEAR)


def _closed(paragraph: dict[str, Any]) -> dict[str, Any]:
    """Runs that look alike are one. A paragraph of one line has no width: nothing breaks it."""
    del paragraph["end"]
    runs: list[dict[str, Any]] = []
    for run in paragraph["runs"]:
        if runs and run | {"text": ""} == runs[-1] | {"text": ""}:
            runs[-1]["text"] += run["text"]
        else:
            runs.append(run)
    paragraph["runs"] = runs
    paragraph["width"] = _mm(paragraph["width"] + 2 * _NEAR) if paragraph["leading"] else None
    return paragraph


def _runs(text: Text) -> list[dict[str, Any]]:
    return [_run(run, text.fill) for run in text.runs]


def _run(run: Glyphs, fill: str) -> dict[str, Any]:
    weights = {"regular": 400, "medium": 500, "bold": 700}
    weight = next(number for name, number in weights.items() if f"-{name}-" in run.font)
    return {"text": "".join(run.text), "weight": weight, "fill": fill}


def _table(table: Group, x: float, y: float) -> dict[str, Any]:
    """Rows of cells; columns begin where the leftmost of their texts does, rows above their first line."""
    rows = [[cell.item for cell in row.item.items] for row in table.items if isinstance(row.item, Group)]
    texts = [
        [list(_paragraphs([(_mm(x + t.x), _mm(y + t.y), t.item) for t in cell.items])) for cell in row]  # type: ignore
        for row in rows
    ]
    lefts: list[float] = []
    for column in zip(*texts, strict=True):
        places = [cell[0]["at"][0] for cell in column if cell]
        lefts.append(min(places) if places else lefts[-1])
    tops: list[float] = []
    for row in texts:
        first = next((cell[0] for cell in row if cell), None)
        tops.append(first["at"][1] - first["size"] * MM_PER_PT * _CAP if first else 2 * tops[-1] - tops[-2])
    heights = [_mm(b - a) for a, b in pairwise(tops)]
    widths = [_mm(b - a) for a, b in pairwise(lefts)]
    for row, top in zip(texts, tops, strict=True):
        for cell, left in zip(row, lefts, strict=True):
            for one in cell:
                one["at"] = (_mm(one["at"][0] - left), _mm(one["at"][1] - top))
    return {
        "kind": "table",
        "at": (lefts[0], _mm(tops[0])),
        "columns": [*widths, widths[-1]],
        "rows": [*heights, heights[-1]],
        "head": rows[0][0].role is Role.TH,  # type: ignore
        "cells": texts,
    }


# Shapes and pictures ---------------------------------------------------------------------------------


def _shape(shape: Shape, x: float, y: float) -> dict[str, Any]:
    """A line or a rectangle where it is one, else the steps of its outline."""
    steps = [(part[0], [float(number) for number in part[1:].split()]) for part in _steps(shape.data)]
    look = {
        "fill": shape.fill,
        "stroke": shape.stroke,
        "width": shape.width,
        "dash": shape.dash,
        "round": shape.round,
        "even_odd": shape.even_odd,
    }
    points = [numbers for letter, numbers in steps if letter in "ML"]
    straight = all(letter in "MLZ" for letter, _ in steps) and sum(one[0] == "M" for one in steps) == 1
    if straight and len(points) == 2:
        (x1, y1), (x2, y2) = points
        return {"kind": "line", "at": (x, y), "from": (x1, y1), "to": (x2, y2), **look}
    if straight and len(points) == 4 and steps[-1][0] == "Z" and _is_level(points):
        left, top = min(p[0] for p in points), min(p[1] for p in points)
        size = (_mm(max(p[0] for p in points) - left), _mm(max(p[1] for p in points) - top))
        return {"kind": "rect", "at": (_mm(x + left), _mm(y + top)), "size": size, **look}
    return {"kind": "curve", "at": (x, y), "steps": steps, "data": shape.data, **look}


def _steps(text: str) -> Iterator[str]:
    start = 0
    for index, char in enumerate(text):
        if char in "MLCZ" and index > start:
            yield text[start:index].strip()
            start = index
    if last := text[start:].strip():
        yield last


def _is_level(points: Sequence[Sequence[float]]) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise([*points, points[0]]))


def _mm(number: float) -> float:
    return round(number, 3)


class _Pictures:
    """Artwork written as SVG, each picture once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[int, str] = {}
        self.kept: list[Artwork] = []

    def keep(self, art: Art) -> dict[str, Any]:
        """Where the artwork lies, and its size on the card in mm."""
        if id(art.artwork) not in self.names:
            (self.folder / "figures").mkdir(exist_ok=True)
            name = f"figures/{len(self.names)}.svg"
            (self.folder / name).write_text(_svg(art.artwork), encoding="utf-8")
            self.names[id(art.artwork)] = name
            self.kept.append(art.artwork)  # and with it its id
        return {"src": self.names[id(art.artwork)], "width": art.width, "height": art.height}


def _svg(artwork: Artwork) -> str:
    parts = []
    for path in artwork.paths:
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if path.round else ""
        rule = ' fill-rule="evenodd"' if path.even_odd else ""
        line = f' stroke="{path.stroke}" stroke-width="{path.width:g}"{ends}' if path.stroke else ""
        parts.append(f'<path d="{path.data}" fill="{path.fill or "none"}"{line}{rule}/>')
    box = f'width="{artwork.width:g}" height="{artwork.height:g}" viewBox="0 0 {artwork.width:g} {artwork.height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'


if __name__ == "__main__":
    from fonts import write_fonts

    write_content(Path(sys.argv[1]), Path(sys.argv[2]))
    write_fonts(Path(sys.argv[2]) / "fonts")
