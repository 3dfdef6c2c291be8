"""content.py PLAN FOLDER: what our own pages say, as JSON, SVG files and fonts, for the peers to set again.

Only what our layout really printed is given: a field that the fit ladder left out is empty here, too, and a log has
as many rows as its card had room for. The peers so have the same words to set, and no plan to read or resolve.
"""

import dataclasses
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fonts import write_fonts

import cardmaker.pipeline as pipeline
from cardmaker.frame import Art, Artwork, Frame, Group, Item, Placed, Role
from cardmaker.frame import Path as Shape
from cardmaker.pipeline import cards, run, sheets

_KEYWORDS = {("Stretch", "effort"), ("RunSession", "effort"), ("WeekBar", "state"), ("GymRow", "joined")}


def write_content(plan: Path, folder: Path) -> dict[str, Any]:
    """Take the plan through our pipeline once and write content.json and figures/*.svg into *folder*."""
    handout, laid, job = _watched(plan)
    pictures = _Pictures(folder / "figures")
    sides: dict[int, tuple[str, int]] = {}
    content: dict[str, Any] = {
        "title": job.title,
        "author": job.parts[0].document.author,
        "language": handout.language,
        "labels": handout.labels,
        "sheets": [],
        "cards": [],
        "gym": [],
    }
    for kind, thing, front, back in laid:
        entry = _reported(thing, front, back, pictures)
        for name, frame in (("front", front), ("back", back)):
            if frame is not None:
                sides[id(frame)] = (f"{kind}-{name}", len(content[kind]))
        content[kind].append(entry)
    content["pages"] = [_page(page, sides) for page in pipeline.one_document(job).pages]
    (folder / "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return content


def _watched(plan: Path) -> tuple[Any, list[tuple[str, Any, Frame, Frame | None]], pipeline.Job]:
    """Run the pipeline, keeping the handout and each thing that was laid out with its frames."""
    kept: dict[str, Any] = {}
    laid: list[tuple[str, Any, Frame, Frame | None]] = []
    resolve, card_layout, sheet_layout = run.resolve, cards.lay_out_card, sheets.lay_out_sheet

    def resolved(*args: Any, **named: Any) -> Any:
        kept["handout"] = resolve(*args, **named)
        return kept["handout"]

    def card(studio: Any, face: Any, thing: Any, size: Any) -> Any:
        faces = card_layout(studio, face, thing, size)
        laid.append(("gym" if face.kind == "gym" else "cards", thing, faces.front, faces.back))
        return faces

    def sheet(studio: Any, form: Any, thing: Any, size: Any) -> Frame:
        if form.kind != "week":
            raise SystemExit(f"{plan}: the peers set week sheets only; this plan makes a {form.kind} sheet")
        frame = sheet_layout(studio, form, thing, size)
        laid.append(("sheets", thing, frame, None))
        return frame

    run.resolve, cards.lay_out_card, sheets.lay_out_sheet = resolved, card, sheet  # type: ignore
    try:
        job = pipeline.make(plan)
    finally:
        run.resolve, cards.lay_out_card, sheets.lay_out_sheet = resolve, card_layout, sheet_layout
    return kept["handout"], laid, job


def _reported(thing: Any, front: Frame, back: Frame | None, pictures: "_Pictures") -> dict[str, Any]:
    """A record's fields as plain data; words that are on neither side are left out."""
    said = _squeezed(front.text + (back.text if back else ""))
    entry: dict[str, Any] = _plain(thing, said)
    if "cues" in entry:  # the card may carry the short form
        entry["cues"] = [cue["text"] or cue["short"] for cue in entry["cues"]]
    if "log" in entry and back is not None:
        rows = sum(1 for group in _groups(back.items) if group.role is Role.TR) - 1
        entry["log"] = (entry["log"] + [{"date": "", "targets": []}] * rows)[:rows]
    entry["pictures"] = [
        pictures.keep(placed.item) for placed in front.walk() if isinstance(placed.item, Art)
    ]
    entry["lines"] = _lines(front.items)
    if "days" in entry:
        days = [g for g in _groups(front.items) if g.role is Role.SECT]
        for day, group in zip(entry["days"], days[-len(entry["days"]) :], strict=True):
            day["lines"] = _lines(group.items)
    entry["size"] = list(front.size)
    return entry


def _plain(value: Any, said: str) -> Any:
    if dataclasses.is_dataclass(value):
        if isinstance(value, Art):
            return None
        kind = type(value).__name__
        reported = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {
            name: one if (kind, name) in _KEYWORDS else _plain(one, said) for name, one in reported.items()
        }
    if isinstance(value, tuple | list):
        return [_plain(one, said) for one in value]
    if isinstance(value, str):
        return value if _squeezed(value) in said else ""
    return value if isinstance(value, int | float | None) else str(value)


def _squeezed(text: str) -> str:
    """The text without blanks, so that line breaks don't matter."""
    return re.sub(r"\s+", "", text)


def _groups(items: tuple[Placed, ...]) -> Iterator[Group]:
    for placed in items:
        if isinstance(placed.item, Group):
            yield placed.item
            yield from _groups(placed.item.items)


def _lines(items: tuple[Placed, ...]) -> int:
    """How many lines there are to write on: thin strokes from left to right, longer than a field's."""
    count = 0
    for placed in items:
        item: Item = placed.item
        if isinstance(item, Group):
            count += _lines(item.items)
        elif isinstance(item, Shape) and item.stroke == _pencil() and _level(item.data) > 20:
            count += 1
    return count


def _level(data: str) -> float:
    """The length of a level line, 0 for every other shape."""
    tokens = data.split(" ")
    if len(tokens) != 6 or tokens[2] != tokens[5]:
        return 0.0
    return abs(float(tokens[4]) - float(tokens[1]))


def _pencil() -> str:
    from cardmaker.theme.shelf import Shelf

    return str(Shelf().theme("classic").colour("pencil"))


def _page(page: Any, sides: dict[int, tuple[str, int]]) -> dict[str, Any]:
    """A page's size, what stands where on it, and the cut marks as bars."""
    places = []
    for one in page.placements:
        kind, number = sides[id(one.frame)]
        places.append({"kind": kind, "number": number, "x": one.x, "y": one.y, "turn": one.turn})
    marks = (
        [_bar(placed, text) for placed in page.marks.walk() for text in _subpaths(placed)]
        if page.marks
        else []
    )
    return {"size": list(page.size), "places": places, "marks": marks}


def _subpaths(placed: Placed) -> list[str]:
    assert isinstance(placed.item, Shape)
    return [part for part in placed.item.data.split("M ") if part]


def _bar(placed: Placed, text: str) -> list[float]:
    """The box round a subpath: x, y, width and height in mm."""
    numbers = [float(token) for token in text.split() if token not in "MLCZ"]
    xs, ys = numbers[0::2], numbers[1::2]
    return [placed.x + min(xs), placed.y + min(ys), max(xs) - min(xs), max(ys) - min(ys)]


class _Pictures:
    """Artwork written as SVG, each picture once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[int, str] = {}

    def keep(self, art: Art) -> dict[str, Any]:
        """Where the artwork lies, and its size on the card in mm."""
        if id(art.artwork) not in self.names:
            self.folder.mkdir(exist_ok=True)
            name = f"figures/{len(self.names)}.svg"
            (self.folder.parent / name).write_text(_svg(art.artwork), encoding="utf-8")
            self.names[id(art.artwork)] = name
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
    write_content(Path(sys.argv[1]), Path(sys.argv[2]))
    write_fonts(Path(sys.argv[2]) / "fonts")
