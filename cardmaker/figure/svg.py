"""A drawing → the text of an SVG that looks right in a browser and that a theme can recolour.

A centimetre of the body is one unit. Paths are absolute M, L, C and Z between single spaces. `<metadata>`
holds JSON: `scale` (units per cm), `floor` (its y), `sides`, and for each pane its box, joints and what callouts
must not cross, all in the pane's own coordinates, which are the same for all panes of a file.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

import shapely
from shapely.geometry import Polygon
from shapely.geometry.polygon import orient

from cardmaker.figure.anatomy import Side
from cardmaker.figure.bezier import Curve, Subpath, subpaths
from cardmaker.figure.ink import LINES, Mark
from cardmaker.figure.outline import NOTHING, Shape, Spot, line, parts
from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.figure.scene import Drawing, Pane

SCALE: Final = 1.0
_TOLERANCE: Final = 0.28  # cm; 0.06 mm on paper when a standing figure is 35 mm high
_SAMPLING: Final = 0.008
_MARGIN: Final = 1.0
_GAP: Final = 14.0
_FLOOR_OVERHANG: Final = 5.0

_SIDE_NAMES: Final[dict[Side, str]] = {"R": "right", "L": "left"}
_JOINT_NAMES: Final = {"grip": "hand"}


class _Sheet:
    """Where the panes of a drawing lie: from cm, y up, to units, y down."""

    def __init__(self, drawing: Drawing) -> None:
        boxes = [pane.ink.extent for pane in drawing.panes]
        low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
        if drawing.floor:
            low = min(low, -LINES["floor"] / 2)
        self.left = min(box[0] for box in boxes) - _MARGIN - _FLOOR_OVERHANG
        self.low, self.top = low - _MARGIN, high + _MARGIN
        self.boxes = [
            (
                b[0] - _FLOOR_OVERHANG,
                self.low,
                b[2] + _FLOOR_OVERHANG,
                (b[3] if drawing.stacked else high) + _MARGIN,
            )
            for b in boxes
        ]

    def spot(self, spot: Spot) -> tuple[float, float]:
        return round((spot[0] - self.left) * SCALE, 1), round((self.top - spot[1]) * SCALE, 1)

    def box(self, left: float, low: float, right: float, high: float) -> list[float]:
        x, y = self.spot((left, high))
        return [x, y, round((right - left) * SCALE, 1), round((high - low) * SCALE, 1)]


def svg_text(drawing: Drawing, title: str = "") -> str:
    """Write a drawing as SVG."""
    sheet = _Sheet(drawing)
    places, width, height = _placed(drawing, sheet)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}">',
        *([f"<title>{_escaped(title)}</title>"] if title else []),
        f"<metadata>{json.dumps(_facts(drawing, sheet), separators=(',', ':'))}</metadata>",
        f"<style>{_style(drawing)}</style>",
    ]
    for pane, box, (x, y) in zip(drawing.panes, sheet.boxes, places, strict=True):
        lines.append(f'<g id="{pane.name}" transform="translate({_number(x)} {_number(y)})">')
        marks = pane.ink.cleared()
        if drawing.floor:
            floor = line([(box[0] + 0.5, 0.0), (box[2] - 0.5, 0.0)])
            marks.insert(0, Mark("line", "floor", floor))
        lines.extend(_paths(marks, sheet))
        lines.append("</g>")
    return "\n".join([*lines, "</svg>", ""])


def _placed(drawing: Drawing, sheet: _Sheet) -> tuple[list[tuple[float, float]], float, float]:
    """How far to move each pane, and the size of the whole."""
    moves = []
    across = down = 0.0
    boxes = [sheet.box(*box) for box in sheet.boxes]
    for x, y, width, height in boxes:
        if drawing.stacked:
            moves.append((-min(box[0] for box in boxes), down - y))
            across, down = max(across, x + width + moves[-1][0]), down + height + _GAP
        else:
            moves.append((across - x, -y))
            across, down = across + width + _GAP, max(down, height)
    return (moves, across, down - _GAP) if drawing.stacked else (moves, across - _GAP, down)


def _facts(drawing: Drawing, sheet: _Sheet) -> dict[str, Any]:
    return {
        "scale": SCALE,
        "floor": sheet.spot((0, 0))[1] if drawing.floor else None,
        "arrange": "stacked" if drawing.stacked else "beside",
        "sides": {word: _SIDE_NAMES[side] for word, side in drawing.sides.items()},
        "panes": [
            {
                "name": pane.name,
                "box": sheet.box(*box),
                "joints": _joints(pane, sheet),
                "face": _bounds(pane.face, sheet),
                "signs": [_bounds(sign, sheet) for sign in pane.arrows],
            }
            for pane, box in zip(drawing.panes, sheet.boxes, strict=True)
        ],
    }


def _bounds(shape: Shape, sheet: _Sheet) -> list[float]:
    left, low, right, high = shape.bounds
    return sheet.box(left, low, right, high)


def _joints(pane: Pane, sheet: _Sheet) -> dict[str, list[int]]:
    named = {}
    for joint, spot in pane.joints.items():
        root, _, side = joint.partition("_")
        root = _JOINT_NAMES.get(root, root)
        named[f"{_SIDE_NAMES['R' if side == 'R' else 'L']}_{root}" if side else root] = [
            round(value) for value in sheet.spot(spot)
        ]
    return named


def _style(drawing: Drawing) -> str:
    used = {css for pane in drawing.panes for mark in pane.ink.marks for css in (mark.css, mark.edge)}
    used |= {"floor"} if drawing.floor else set()
    rules = ["path{fill:none;stroke-linecap:round;stroke-linejoin:round}"]
    rules += [f".{css}{{fill:{FILLS[css]}}}" for css in sorted(used & FILLS.keys())]
    for css in sorted(used & LINES.keys()):
        rules.append(f".{css}{{stroke:{STROKES[css]};stroke-width:{_number(LINES[css] * SCALE)}}}")
    return "".join(rules)


def _paths(marks: Iterable[Mark], sheet: _Sheet) -> list[str]:
    """One path for each run of marks of one class; areas stay apart, lines flow together."""
    written: list[tuple[str, str, str]] = []
    for mark in marks:
        loose = _looseness(mark)
        data = path_data(mark.shape, sheet, closed=mark.kind == "area", tolerance=_TOLERANCE * loose)
        if not data:
            continue
        if written and mark.kind == "line" and written[-1][:2] == ("line", mark.css):
            data = f"{written.pop()[2]} {data}"
        written.append((mark.kind, f"{mark.css} {mark.edge}".rstrip(), data))
    return [f'<path class="{css}" d="{data}"/>' for _, css, data in written]


def _looseness(mark: Mark) -> float:
    """How much less exact a mark may be: a line hides an area's edge, and nobody looks at far limbs closely."""
    if mark.css.endswith("-shade"):
        return 2.2
    if mark.kind == "area" and not mark.edge:
        return 1.6
    return 1.3 if mark.css.endswith("-far") else 1.0


def path_data(shape: Shape, sheet: _Sheet, *, closed: bool, tolerance: float = _TOLERANCE) -> str:
    """The path of a shape; areas wind so that holes stay open by the nonzero rule."""
    if closed:
        pieces: list[Shape] = [orient(p) for p in parts(shape) if isinstance(p, Polygon) and p.area > 0.05]
    else:
        pieces = list(parts(_merged(shape)))
    paths = [
        _subpath(sub, sheet) for piece in pieces for sub in subpaths(piece.simplify(_SAMPLING), tolerance)
    ]
    return " ".join(path for path in paths if path)


def _merged(shape: Shape) -> Shape:
    lines = [part for part in parts(shape) if part.length > 0.35]
    if not lines:
        return NOTHING
    return shapely.line_merge(shapely.union_all(lines)) if len(lines) > 1 else lines[0]


def _subpath(sub: Subpath, sheet: _Sheet) -> str:
    tokens = ["M", *_tokens(sub.start, sheet)]
    last = sheet.spot(sub.start)
    for step in sub.steps:
        end = sheet.spot(step.end if isinstance(step, Curve) else step)
        if end == last:
            continue
        last = end
        if isinstance(step, Curve):
            tokens += ["C", *_tokens(step.out, sheet), *_tokens(step.into, sheet), *_tokens(step.end, sheet)]
        else:
            tokens += ["L", *_tokens(step, sheet)]
    if len(tokens) < 4:
        return ""
    return " ".join([*tokens, "Z"] if sub.closed else tokens)


def _tokens(spot: Spot, sheet: _Sheet) -> tuple[str, str]:
    x, y = sheet.spot(spot)
    return _number(x), _number(y)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
