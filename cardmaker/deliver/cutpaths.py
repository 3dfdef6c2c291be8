"""A part of a job → the outlines of its cards as a cutting machine takes them: SVG or DXF, at true size."""

import math
from collections.abc import Iterator, Sequence

from cardmaker.geometry import Rect, Size
from cardmaker.layout.shapes import rect
from cardmaker.pipeline import Job, JobPart
from cardmaker.record import record

FORMS = ("svg", "dxf")
_BULGE = math.tan(math.radians(90) / 4)
"""What DXF calls a quarter of a circle: the tangent of a quarter of its angle."""


@record
class CutFile:
    """The outlines on the fullest sheet of a part, whose other sheets are cut alike: its name, and how many."""

    name: str
    data: bytes
    cards: int
    paper: str


def cut_files(job: Job, form: str) -> tuple[CutFile, ...]:
    """A file for each part that is cut out of sheets; *form* is one of FORMS."""
    return tuple(
        _cut_file(part, form) for part in job.parts if part.ticket and not (part.one_up or part.pre_cut)
    )


def _cut_file(part: JobPart, form: str) -> CutFile:
    page = max(part.document.pages, key=lambda page: len(page.trims))
    radius = part.ticket.corner_radius if part.ticket else 0.0
    write = _svg if form == "svg" else _dxf
    text = "\n".join(write(page.size, page.trims, radius)) + "\n"
    return CutFile(f"{part.name}-cut.{form}", text.encode("ascii"), len(page.trims), part.paper)


def _svg(sheet: Size, cards: Sequence[Rect], radius: float) -> Iterator[str]:
    """A path for each card, on a page as large as the sheet."""
    size = f'width="{sheet.width:g}mm" height="{sheet.height:g}mm" viewBox="0 0 {sheet.width:g} {sheet.height:g}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    yield '<g id="cut" fill="none" stroke="#FF0000" stroke-width="0.1">'
    for card in cards:
        place = f"translate({card.x:.3f} {card.y:.3f})"
        yield f'<path transform="{place}" d="{rect(card.width, card.height, radius)}"/>'
    yield "</g>"
    yield "</svg>"


def _dxf(sheet: Size, cards: Sequence[Rect], radius: float) -> Iterator[str]:
    """A closed polyline for each card in release 12, whose y goes up; lengths are mm, from the sheet's bottom left."""
    yield from _pairs(
        (0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1009"), (9, "$INSUNITS"), (70, "4")
    )
    yield from _pairs((9, "$EXTMIN"), (10, "0"), (20, "0"))
    yield from _pairs((9, "$EXTMAX"), (10, f"{sheet.width:g}"), (20, f"{sheet.height:g}"))
    yield from _pairs((0, "ENDSEC"), (0, "SECTION"), (2, "ENTITIES"))
    for card in cards:
        yield from _pairs((0, "POLYLINE"), (8, "cut"), (66, "1"), (70, "1"))
        for x, y, bulge in _corners(card, min(radius, card.width / 2, card.height / 2)):
            yield from _pairs((0, "VERTEX"), (8, "cut"), (10, f"{x:.4f}"), (20, f"{sheet.height - y:.4f}"))
            if bulge:
                yield from _pairs((42, f"{bulge:.6f}"))
        yield from _pairs((0, "SEQEND"))
    yield from _pairs((0, "ENDSEC"), (0, "EOF"))


def _corners(card: Rect, r: float) -> Iterator[tuple[float, float, float]]:
    """The points of an outline, clockwise as it is seen, each with the bulge of what follows it."""
    left, top, right, bottom = card.x, card.y, card.right, card.bottom
    if not r:
        yield from ((left, top, 0.0), (right, top, 0.0), (right, bottom, 0.0), (left, bottom, 0.0))
        return
    for before, after in (
        ((right - r, top), (right, top + r)),
        ((right, bottom - r), (right - r, bottom)),
        ((left + r, bottom), (left, bottom - r)),
        ((left, top + r), (left + r, top)),
    ):
        yield (*before, -_BULGE)
        yield (*after, 0.0)


def _pairs(*codes: tuple[int, str]) -> Iterator[str]:
    for code, value in codes:
        yield f"{code:3}"
        yield value
