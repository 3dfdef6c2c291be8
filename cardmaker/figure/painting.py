"""A stage read out → ink: areas of skin, clothes, hair and kit, muscles on them, and the lines."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from cardmaker.figure.anatomy import SIDES, Side, other
from cardmaker.figure.borders import Tracer, cracks
from cardmaker.figure.buffer import grown
from cardmaker.figure.ink import Ink
from cardmaker.figure.linework import draw_lines
from cardmaker.figure.muscles import ACROSS, BANDS, TOO_WIDE, shares
from cardmaker.figure.outline import NOTHING, Shape, join, parts
from cardmaker.figure.person import SEGMENT, SEGMENTS, Flags
from cardmaker.figure.shoes import RIM
from cardmaker.figure.stage import KNOT, SHOES, SOLIDS, Indices, Stage, side_of
from cardmaker.figure.wardrobe import SHORTS, TOP, clothes, face_marks, foot_marks, hair_depth
from cardmaker.namedtuple import NamedTuple

_ORDER: Final = (
    *("prop", "prop-light", "prop-dark", "metal", "mat", "band"),
    *("skin-far", "shorts-far", "sole-far", "shoe-far", "skin", "top", "shorts", "hair", "sole", "shoe"),
)
"""Classes as they are painted one over the other; each reaches a little under the later ones."""
_STRAIGHT: Final = 0.14  # cm that the edges of kit may be off, which is what a slanted row of pixels is
_UNDER: Final = 0.4  # cm
_LEAST_MUSCLE: Final = 5.0  # cm², below which a piece of a muscle is a stain
_FIBRES: Final = (0.25, 0.5, 0.75)
_FIBRE: Final = 4.0  # cm that a fibre must have
_SLIT: Final = 0.3  # cm: a narrower slit of background is closed

Sides = Sequence[Side] | Mapping[str, Sequence[Side]]


class Shown(NamedTuple):
    """The muscles to show, and on which sides all of them, or each, are."""

    primary: Sequence[str] = ()
    secondary: Sequence[str] = ()
    sides: Sides = SIDES

    def of(self, muscle: str) -> Sequence[Side]:
        """The sides on which a muscle is shown."""
        return self.sides.get(muscle, SIDES) if isinstance(self.sides, Mapping) else self.sides


def paint(stage: Stage, near: Side, shown: Shown) -> tuple[Ink, Shape]:
    """Paint everything; → the ink and the area of the head."""
    painter = _Painter(stage, near)
    ink = Ink()
    painter.areas(ink)
    covered = painter.muscles(ink, shown)
    draw_lines(ink, stage, painter.image, painter.far, covered)
    painter.features(ink)
    return ink, painter.head()


class _Painter:
    def __init__(self, stage: Stage, near: Side) -> None:
        self.stage, self.tracer = stage, stage.tracer
        self.names: list[str] = []
        self._limb_far = self._far(near)
        self.image, self.far = self._classes(near)

    def _code(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def _far(self, near: Side) -> Flags:
        """Which of the body's pixels show a limb of the far side."""
        if not self.stage.camera.sideways:
            return np.zeros(len(self.stage.segment), np.bool_)
        far = [i for i, name in enumerate(SEGMENTS) if name.endswith(f"_{other(near)}")]
        return np.asarray(self.stage.mixed(self.stage.body.wearer.person.by_segment[:, far].sum(1)) > 0.5)

    def _classes(self, near: Side) -> tuple[Indices, Flags]:
        """The class of each pixel, and which show a far limb."""
        stage, code = self.stage, self._code
        body, wearer = stage.body.wearer.person, stage.body.wearer
        worn = clothes(body, stage.place, stage.segment)
        tone = self._limb_far
        part = np.where(tone, code("skin-far"), code("skin"))
        part[worn == TOP] = code("top")
        part[worn == SHORTS] = np.where(tone, code("shorts-far"), code("shorts"))[worn == SHORTS]
        head = np.isin(stage.segment, [SEGMENT["head"], SEGMENT["neck"]])
        ear = stage.mixed(wearer.ear.astype(float)) > 0.5
        part[head & ~ear & (hair_depth(body, wearer.crown, stage.place) > 0)] = code("hair")
        image = np.full(stage.buffer.shape, -1, np.int64)
        far = np.zeros(stage.buffer.shape, np.bool_)
        image[stage.at], far[stage.at] = part, tone
        image[stage.thing == KNOT] = code("hair")
        for thing in (SHOES, SHOES + 1):
            rows, columns, rest = stage.rest_of(thing)
            away = stage.camera.sideways and side_of(thing) != near
            suffix = "-far" if away else ""
            image[rows, columns] = np.where(rest[:, 2] < RIM, code("sole" + suffix), code("shoe" + suffix))
            far[rows, columns] = away
        for i, solid in enumerate(stage.solids, SOLIDS):
            image[stage.thing == i] = code(solid.css)
        return image, far

    def areas(self, ink: Ink) -> None:
        """Lay down the classes, each reaching under those painted over it."""
        layers = sorted(self.names, key=lambda name: _ORDER.index(name) if name in _ORDER else 0)
        reach = max(1, round(_UNDER * self.tracer.scale))
        for i, name in enumerate(layers):
            mask = self.image == self.names.index(name)
            later = np.isin(self.image, [self.names.index(one) for one in layers[i + 1 :]])
            kit = name.startswith(("prop", "metal", "mat", "band"))
            shape = self.tracer.area(mask | (grown(mask, reach) & later), 0.1 if kit else 0.2, 0.5)
            ink.area(name, shape.simplify(_STRAIGHT) if kit else shape)

    def muscles(self, ink: Ink, shown: Shown) -> Shape:
        """Lay down the muscles; where two claim a place the primary, and of these the first, has it. → What of the
        figure they cover, so that no hem runs across them."""
        named = [(name, "muscle") for name in shown.primary]
        named += [(n, "muscle2") for n in shown.secondary if n not in (*shown.primary, *TOO_WIDE)]
        taken = np.zeros(len(self.stage.place), np.bool_)
        marks = []
        for name, css in named:
            if name not in BANDS or not shown.of(name):
                continue
            for sides in [tuple(shown.of(name))] if name in ACROSS else [(side,) for side in shown.of(name)]:
                share = self._share(name, sides)
                share[taken] = np.nan
                there = ~np.isnan(share)
                if not there.any():
                    continue
                far = bool(self._limb_far[there].mean() > 0.5)
                if far and css == "muscle2":
                    continue
                area = self.tracer.area(self.stage.spread(there, 0) > 0, 0.3, _LEAST_MUSCLE)
                if not area.is_empty:
                    taken |= there
                    marks.append((css, far, area, share))
        for css, far, area, share in reversed(marks):
            ink.area(css + ("-far" if far and css == "muscle" else ""), area, "muscle-edge")
            if not far:
                ink.line("fibre" if css == "muscle" else "hatch", self._fibres(share, area))
        return join(area for _, _, area, _ in marks)

    def _share(self, name: str, sides: Sequence[Side]) -> NDArray[np.float64]:
        """How far across the muscle each of the body's pixels lies, on any of some sides."""
        stage = self.stage
        found = [shares(stage.body.wearer.person, name, side, stage.place, stage.segment) for side in sides]
        return np.where(np.isnan(found[0]), found[-1], found[0])

    def _fibres(self, share: NDArray[np.float64], area: Shape) -> Shape:
        """Lines along which a muscle is shared out evenly, clear of its edge."""
        inside = area.buffer(-0.9)
        picture, tracer = self._about(share)
        lines: list[LineString] = []
        for level in _FIBRES:
            low = np.where(np.isnan(picture), -1, (picture < level).astype(np.int64))
            kinds = []
            for kind, (one, two) in zip(
                cracks(low), ((low[:, :-1], low[:, 1:]), (low[:-1], low[1:])), strict=True
            ):
                kinds.append(np.where((one >= 0) & (two >= 0), kind, 0))
            lines += [stroke.line for stroke in tracer.strokes(kinds[0], kinds[1], lambda _: 0.8)]
        kept = [p for line in lines for p in parts(line.intersection(inside)) if p.length > _FIBRE]
        return shapely.union_all(kept) if kept else NOTHING

    def _about(self, share: NDArray[np.float64]) -> tuple[NDArray[np.float64], Tracer]:
        """The part of the picture that a muscle is in, and what traces it."""
        there = ~np.isnan(share)
        rows, columns = (index[there] for index in self.stage.at)
        low = np.array([rows.min(), columns.min()]) - 1
        picture = np.full((np.ptp(rows) + 3, np.ptp(columns) + 3), np.nan)
        picture[rows - low[0], columns - low[1]] = share[there]
        return picture, Tracer(self.tracer.corner + low[::-1] / self.tracer.scale, self.tracer.scale)

    def features(self, ink: Ink) -> None:
        """The brows, the one mark of a face that says where it looks; the ankle bones of bare feet."""
        body, stage = self.stage.body, self.stage
        marks = face_marks(body.wearer.person, stage.place, stage.segment)
        if body.barefoot:
            marks |= foot_marks(body.wearer.person, stage.place, stage.segment)
        ink.area("taper", self.tracer.area(self.stage.spread(marks, 0) > 0, 0.08, 0.12))

    def head(self) -> Shape:
        """The area of the head, which callouts keep clear of."""
        head = self.stage.spread(self.stage.segment == SEGMENT["head"], 0) > 0
        return self.tracer.area(head | (self.stage.thing == KNOT))
