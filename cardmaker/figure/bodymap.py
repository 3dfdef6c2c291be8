"""A person standing at ease → a small body from the front and from the back, with an area for each muscle."""

from typing import Final

import numpy as np
import shapely

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.camera import Camera
from cardmaker.figure.ink import Ink
from cardmaker.figure.muscles import BANDS, shares
from cardmaker.figure.outline import NOTHING, Shape, join
from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.figure.person import USUAL
from cardmaker.figure.pose import Arm, Leg, Pelvis, Position
from cardmaker.figure.posed import PosedBody, posed
from cardmaker.figure.scene import FigureDrawing, Pane
from cardmaker.figure.stage import Stage
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
_ORDER: Final = ("core", "lats", "adductors", "quads", "hamstrings", "soleus", *sorted(BANDS))
_LEAST = 6.0  # cm²
_INSIDE = 0.9  # cm that muscles keep from the outline


def body_map(person: str = USUAL) -> str:
    """The SVG of the body map."""
    body = posed(_AT_EASE, person)
    panes = []
    for name, camera in _VIEWS.items():
        stage = Stage(body, [], camera)
        whole = _silhouette(stage)
        ink = Ink()
        ink.area("skin", whole, "line")
        for muscle in dict.fromkeys(_ORDER):
            if muscle not in (_BACK if name == "front" else _FRONT):
                area = _area(stage, body, muscle).intersection(whole.buffer(-_INSIDE))
                if area.area > _LEAST:
                    ink.area(PREFIX + muscle, area)
        panes.append(Pane(name, ink, {}, whole, ()))
    text = svg_text(FigureDrawing(tuple(panes), {"": "R"}, stacked=False, floor=False))
    rules = "".join(f".{css}{{fill:{FILLS[css]}}}" for css in ("muscle", "muscle2"))
    rules += "".join(f".{css}{{stroke:{STROKES[css]};stroke-width:3}}" for css in ("hatch", "muscle-edge"))
    return text.replace("<style>", f"<style>{rules}", 1)


def _silhouette(stage: Stage) -> Shape:
    """The body's area, alike on both sides."""
    half = stage.tracer.area(stage.solid, 0.5)
    return join([half, shapely.affinity.scale(half, -1, 1, origin=(0, 0))]).buffer(0.4).buffer(-0.4)


def _area(stage: Stage, body: PosedBody, muscle: str) -> Shape:
    found: list[Shape] = [NOTHING]
    for side in SIDES:
        share = shares(body.wearer.person, muscle, side, stage.place, stage.segment)
        found.append(stage.tracer.area(stage.spread(~np.isnan(share), 0) > 0, 0.5, _LEAST))
    return join(found)
