"""A drawing → the text of an SVG that looks right in a browser and that a theme can recolour.

A centimetre of the body is five units, and places are whole units: on paper 0.05 mm or less. Paths are absolute
M, L, C and Z between single spaces. `<metadata>` holds JSON: `scale` (units per cm), how to `arrange` the panes,
which `sides` words mean, and for each pane its size, where its `left` edge is in the figure's own x (so that panes
can be stacked with planted feet one above the other), the `floor`'s y, joints, and what callouts must not cross.
Each pane has its origin at its top left.
"""

import json
import math
from collections.abc import Iterable
from typing import Any, Final

import shapely
from shapely.geometry import Polygon
from shapely.geometry.polygon import orient

from cardmaker.figure.anatomy import Side
from cardmaker.figure.bezier import Curve, Subpath, Trace, fitted, traces
from cardmaker.figure.ink import LINES, InkMark
from cardmaker.figure.outline import NOTHING, Shape, Spot, line, parts
from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.figure.scene import FigureDrawing, Pane
from cardmaker.namedtuple import NamedTuple

SCALE: Final = 5.0
LIMIT: Final = 32 * 1024
"""Bytes of a figure of two positions."""
_GOAL: Final = 25 / 32  # of the limit, for which curves get rougher; a machine with many parts stays above
_TOLERANCES: Final = (0.34, 0.42, 0.52, 0.65, 0.8)
"""In cm; on paper 0.07 to 0.17 mm when a standing figure is 35 mm high."""
_SHRINKS: Final = 0.24  # the text's length goes with tolerance to the power of minus this (measured)
_SAMPLING: Final = 0.015
_OFF: Final = 0.75  # units, hardly more than what rounding does
_MARGIN: Final = 1.0
_ABOVE_CUT: Final = 5.0
"""cm of room above a limb that is cut off, so that it isn't taken for one that goes on behind what is above."""
_GAP: Final = 14.0
_FLOOR_OVERHANG: Final = 5.0

_SIDE_NAMES: Final[dict[Side, str]] = {"R": "right", "L": "left"}
_JOINT_NAMES: Final = {"grip": "hand"}


class PanePaper:
    """One pane's paper: from cm, y up, to units from its own top left corner, y down."""

    def __init__(self, left: float, low: float, right: float, high: float) -> None:
        self.left, self.low, self.right, self.high = left, low, right, high
        self.width, self.height = round((right - left) * SCALE), round((high - low) * SCALE)

    def spot(self, spot: Spot) -> tuple[float, float]:
        """A spot of the picture in units."""
        return round((spot[0] - self.left) * SCALE), round((self.high - spot[1]) * SCALE)

    def box(self, shape: Shape) -> list[float]:
        """What a shape covers: left, top, width and height in units; all 0 for nothing."""
        if shape.is_empty:
            return [0, 0, 0, 0]
        left, low, right, high = shape.bounds
        x, y = self.spot((left, high))
        return [x, y, round((right - left) * SCALE), round((high - low) * SCALE)]


def papers_of(drawing: FigureDrawing) -> list[PanePaper]:
    """A sheet for each pane: all as deep as the deepest, and next to each other also as high as the highest."""
    extents = [pane.ink.extent for pane in drawing.panes]
    low, high = min(box[1] for box in extents), max(box[3] for box in extents)
    if drawing.floor:
        low = min(low, -LINES["floor"] / 2)
    return [
        PanePaper(
            left - _MARGIN - _FLOOR_OVERHANG,
            low - _MARGIN,
            right + _MARGIN + _FLOOR_OVERHANG,
            (top if drawing.stacked else high) + (_ABOVE_CUT if drawing.cut else _MARGIN),
        )
        for left, _, right, top in extents
    ]


class _Traced(NamedTuple):
    """A mark as traces, which curves of any tolerance can be fitted to."""

    kind: str
    css: str
    looseness: float
    traces: tuple[Trace, ...]


def _traced(mark: InkMark) -> _Traced:
    """Areas wind so that holes stay open by the nonzero rule."""
    if mark.kind == "area":
        pieces: list[Shape] = [
            orient(p) for p in parts(mark.shape) if isinstance(p, Polygon) and p.area > 0.05
        ]
    else:
        pieces = list(parts(_merged(mark.shape)))
    simple = shapely.simplify(pieces, _SAMPLING)
    found = tuple(trace for piece in simple for trace in traces(piece))
    return _Traced(mark.kind, f"{mark.css} {mark.edge}".rstrip(), _looseness(mark), found)


def limit(panes: int) -> int:
    """How many bytes the SVG of a figure of so many positions may have: as many for each more as two have each."""
    return LIMIT * max(2, panes) // 2


def svg_text(drawing: FigureDrawing) -> str:
    """Write a drawing as SVG of at most limit() bytes.

    A figure with many props gets fewer, rougher curves; one with very many has lines for all that is nearly straight.
    """
    most = limit(len(drawing.panes)) * _GOAL
    traced = [[_traced(mark) for mark in pane.ink.marks] for pane in drawing.panes]
    text, tried = "", _TOLERANCES[0]
    for tolerance in _TOLERANCES:
        if len(text.encode()) * (tried / tolerance) ** _SHRINKS > most * 1.03:
            continue  # rougher, but by far not enough
        text, tried = _svg_text(drawing, traced, tolerance), tolerance
        if len(text.encode()) <= most:
            return text
    return _svg_text(drawing, traced, _TOLERANCES[-1], _OFF)


def _svg_text(drawing: FigureDrawing, traced: list[list[_Traced]], tolerance: float, off: float = 0.0) -> str:
    sheets = papers_of(drawing)
    places, width, height = _placed(drawing, sheets)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}">',
        f"<metadata>{json.dumps(_facts(drawing, sheets), separators=(',', ':'))}</metadata>",
        f"<style>{_style(drawing)}</style>",
    ]
    for pane, marks, sheet, (x, y) in zip(drawing.panes, traced, sheets, places, strict=True):
        lines.append(f'<g id="{pane.name}" transform="translate({_number(x)} {_number(y)})">')
        floor = line([(sheet.left + 0.5, 0.0), (sheet.right - 0.5, 0.0)])
        under = [_traced(InkMark("line", "floor", floor))] if drawing.floor else []
        lines.extend(_paths([*under, *marks], sheet, tolerance, off))
        lines.append("</g>")
    return "\n".join([*lines, "</svg>", ""])


def _placed(
    drawing: FigureDrawing, sheets: list[PanePaper]
) -> tuple[list[tuple[float, float]], float, float]:
    """Where each pane goes in the file, and the size of the whole."""
    if drawing.stacked:
        left = min(sheet.left for sheet in sheets)
        places, down = [], 0.0
        for sheet in sheets:
            places.append(((sheet.left - left) * SCALE, down))
            down += sheet.height + _GAP
        return places, max(x + sheet.width for (x, _), sheet in zip(places, sheets, strict=True)), down - _GAP
    places, across = [], 0.0
    for sheet in sheets:
        places.append((across, 0.0))
        across += sheet.width + _GAP
    return places, across - _GAP, sheets[0].height


def _facts(drawing: FigureDrawing, sheets: list[PanePaper]) -> dict[str, Any]:
    return {
        "scale": SCALE,
        **({"body_map": True} if drawing.body_map else {}),
        "arrange": "stacked" if drawing.stacked else "beside",
        "sides": {word: _SIDE_NAMES[side] for word, side in drawing.sides.items()},
        "panes": [
            {
                "name": pane.name,
                "size": [sheet.width, sheet.height],
                "left": round(sheet.left * SCALE, 1),
                "floor": sheet.spot((0, 0))[1] if drawing.floor else None,
                "joints": _joints(pane, sheet),
                "face": sheet.box(pane.face),
                "signs": [sheet.box(sign) for sign in pane.arrows],
            }
            for pane, sheet in zip(drawing.panes, sheets, strict=True)
        ],
    }


def _joints(pane: Pane, sheet: PanePaper) -> dict[str, list[int]]:
    named = {}
    for joint, spot in pane.joints.items():
        root, _, side = joint.partition("_")
        root = _JOINT_NAMES.get(root, root)
        named[f"{_SIDE_NAMES['R' if side == 'R' else 'L']}_{root}" if side else root] = [
            round(value) for value in sheet.spot(spot)
        ]
    return named


def _style(drawing: FigureDrawing) -> str:
    used = {css for pane in drawing.panes for mark in pane.ink.marks for css in (mark.css, mark.edge)}
    used |= {"floor"} if drawing.floor else set()
    rules = ["path{fill:none;stroke-linecap:round;stroke-linejoin:round}"]
    rules += [f".{css}{{fill:{FILLS[css]}}}" for css in sorted(used & FILLS.keys())]
    for css in sorted(used & LINES.keys()):
        rules.append(f".{css}{{stroke:{STROKES[css]};stroke-width:{_number(LINES[css] * SCALE)}}}")
    return "".join(rules)


def _paths(marks: Iterable[_Traced], sheet: PanePaper, tolerance: float, off: float) -> list[str]:
    """One path for each run of marks of one class; areas stay apart, lines flow together."""
    written: list[tuple[str, str, str]] = []
    for mark in marks:
        paths = [_subpath(fitted(trace, tolerance * mark.looseness), sheet, off) for trace in mark.traces]
        data = " ".join(path for path in paths if path)
        if not data:
            continue
        if written and mark.kind == "line" and written[-1][:2] == ("line", mark.css):
            data = f"{written.pop()[2]} {data}"
        written.append((mark.kind, mark.css, data))
    return [f'<path class="{css}" d="{data}"/>' for _, css, data in written]


def _looseness(mark: InkMark) -> float:
    """How much less exact a mark may be: a line hides an area's edge, and nobody looks at far limbs closely."""
    if mark.css.endswith("-shade"):
        return 2.2
    if mark.kind == "area" and not mark.edge:
        return 1.6
    return 1.3 if mark.css.endswith("-far") else 1.0


def _merged(shape: Shape) -> Shape:
    lines = [part for part in parts(shape) if part.length > 0.35]
    if not lines:
        return NOTHING
    return shapely.line_merge(shapely.union_all(lines)) if len(lines) > 1 else lines[0]


def _subpath(sub: Subpath, sheet: PanePaper, off: float) -> str:
    """Curves whose handles are at most *off* units from a line are written as lines."""
    tokens = ["M", *_tokens(sub.start, sheet)]
    last = sheet.spot(sub.start)
    for step in sub.steps:
        end = sheet.spot(step.end if isinstance(step, Curve) else step)
        if end == last:
            continue
        start, last = last, end
        if isinstance(step, Curve) and not (
            off and _straight(start, sheet.spot(step.out), sheet.spot(step.into), end, off)
        ):
            tokens += ["C", *_tokens(step.out, sheet), *_tokens(step.into, sheet), *_tokens(step.end, sheet)]
        else:
            tokens += ["L", *map(_number, end)]
    if len(tokens) < 4:
        return ""
    return " ".join([*tokens, "Z"] if sub.closed else tokens)


def _straight(start: Spot, out: Spot, into: Spot, end: Spot, off: float) -> bool:
    """Whether a curve is a line, to whole units: its handles lie on the way, in order."""
    x, y = end[0] - start[0], end[1] - start[1]
    size = math.hypot(x, y)
    before = 0.0
    for spot in (out, into):
        dx, dy = spot[0] - start[0], spot[1] - start[1]
        along, aside = (dx * x + dy * y) / size, abs(dx * y - dy * x) / size
        if aside > off or not before <= along <= size:
            return False
        before = along
    return True


def _tokens(spot: Spot, sheet: PanePaper) -> tuple[str, str]:
    x, y = sheet.spot(spot)
    return _number(x), _number(y)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text
