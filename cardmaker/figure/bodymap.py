"""The rig standing at ease → a small body from the front and from the back, with an area for each muscle."""

from dataclasses import dataclass
from typing import Final

import shapely

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.body import Body, body
from cardmaker.figure.camera import Camera
from cardmaker.figure.ink import Ink, InkMark
from cardmaker.figure.muscles import PATCHES, muscles
from cardmaker.figure.outline import NOTHING, Shape, blend, box, join, rounded, smooth
from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.figure.pose import Arm, Leg, Pelvis, Position
from cardmaker.figure.scene import FigureDrawing, Pane
from cardmaker.figure.solver import solve
from cardmaker.figure.svg import svg_text

PREFIX: Final = "m-"
"""Before a muscle's name it makes the class of its areas."""

_VIEWS: Final = {"front": Camera(90.0), "back": Camera(-90.0)}
_AT_EASE = Position(
    pelvis=Pelvis(at=(0.0, 90.0)),
    legs=dict.fromkeys(SIDES, Leg(hip=0.0, abd=5.0)),
    arms=dict.fromkeys(SIDES, Arm(shoulder=0.0, abd=17.0, elbow=8.0, grip="relaxed")),
)
# Seen from one side only, whatever shows round the edge.
_FRONT: Final = ("quads", "hip-flexors", "tibialis", "abs", "core", "chest", "biceps")
_BACK: Final = ("hamstrings", "glutes", "lower-back", "lats", "upper-back", "triceps", "calves", "soleus")
_ORDER: Final = ("core", "lats", "adductors", "quads", "hamstrings", "soleus", *sorted(PATCHES))
_PAIRED: Final = ("glutes", "chest", "upper-back", "lower-back")
_LEAST = 6.0  # cm²


@dataclass
class _Whole(Ink):
    """Marks that all stay; which of them are painted is decided later."""

    def cleared(self) -> list[InkMark]:
        """All of them."""
        return list(self.marks)


def body_map() -> str:
    """The SVG of the body map."""
    skeleton = solve(_AT_EASE)
    panes = []
    for name, camera in _VIEWS.items():
        whole = _silhouette(body(skeleton, camera, dict.fromkeys(SIDES, "relaxed")))
        ink = _Whole()
        ink.area("skin", whole, "line")
        for muscle in dict.fromkeys(_ORDER):
            if muscle not in (_BACK if name == "front" else _FRONT):
                found = muscles(skeleton, camera, [muscle])
                area = join(part for one in found for part in one.areas).intersection(whole.buffer(-0.9))
                if muscle in _PAIRED:
                    area = area.difference(box(-0.9, 0, 0.9, 170))
                shown = rounded(smooth(area, 0.9), 0.6) if not area.is_empty else NOTHING
                if shown.area > _LEAST:
                    ink.area(PREFIX + muscle, shown)
        panes.append(Pane(name, ink, {}, whole, ()))
    text = svg_text(FigureDrawing(tuple(panes), {"": "R"}, stacked=False, floor=False))
    rules = "".join(f".{css}{{fill:{FILLS[css]}}}" for css in ("muscle", "muscle2"))
    rules += "".join(f".{css}{{stroke:{STROKES[css]};stroke-width:3}}" for css in ("hatch", "muscle-edge"))
    return text.replace("<style>", f"<style>{rules}", 1)


def _silhouette(shape: Body) -> Shape:
    parts = [shape.trunk.flesh, shape.head.skin, shape.head.hair, shape.head.neck]
    parts += [leg.whole for leg in shape.legs.values()] + [arm.skin for arm in shape.arms.values()]
    half = join(parts)
    return smooth(blend(join([half, shapely.affinity.scale(half, -1, 1, origin=(0, 0))]), 1.0), 1.4)
