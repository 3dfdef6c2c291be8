"""A posed body and solids about it, seen by a camera → for each pixel what is seen there: the depth buffer read out."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from cardmaker.figure.anatomy import SIDES, Side, other
from cardmaker.figure.borders import Tracer
from cardmaker.figure.buffer import NOTHING, Buffer, grown, widened
from cardmaker.figure.camera import Camera
from cardmaker.figure.outline import Spot, areas
from cardmaker.figure.person import SEGMENT, SEGMENTS, Faces, Flags, Numbers, Places
from cardmaker.figure.pose import Close, Limb
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.scenery import PropSolid

FINE: Final = 8.0
"""Pixels a cm: a pixel is 0.03 mm of a figure 35 mm high on paper."""
_MARGIN: Final = 2.0  # cm
_SLIT: Final = 0.4
"""Half the width of slits between parts that are closed: a line would fill them, too."""
_BETWEEN_TOES: Final = 0.35  # cm, half as wide as the slits between toes are
_HOLE: Final = 12.0  # cm², below which a gap is a blot on paper
_SLIVER: Final = 0.45
"""cm: twice this width of a far limb has to show at the edge of a near one. With less their lines make a blot, and the
near limb has no outline of its own."""
_SCRAP: Final = 5.0  # cm², below which what is left of a far limb is dirt
BODY, KNOT, SHOES, SOLIDS = 0, 1, 2, 4
"""What a pixel shows is numbered: the body, the knot of hair, the two shoes, then the solids in their order."""

_LIMBS: Final = {"leg": ("thigh", "shank", "foot"), "arm": ("upper_arm", "forearm", "hand")}

Indices = NDArray[np.int64]


class Stage:
    """A picture of meshes, each a thing: what pixels show."""

    def __init__(
        self,
        body: PosedBody,
        solids: list[PropSolid],
        camera: Camera,
        scale: float = FINE,
        close: Close | None = None,
        near: Side = "R",
    ) -> None:
        self.body, self.solids, self.camera = body, solids, camera
        meshes = list(_meshes(body, close.only if close else None))
        meshes += [(SOLIDS + i, *one.mesh, one.mesh.verts) for i, one in enumerate(solids)]
        starts = np.cumsum([0, *(len(verts) for _, verts, _, _ in meshes)])
        verts = np.vstack([verts for _, verts, _, _ in meshes])
        self.faces = np.vstack(
            [faces + start for (_, _, faces, _), start in zip(meshes, starts, strict=False)]
        )
        self._rest = np.vstack([rest for *_, rest in meshes])
        self._thing = np.repeat([thing for thing, *_ in meshes], [len(faces) for _, _, faces, _ in meshes])
        spots = camera.spots(verts)
        self.corner, far = spots.min(0) - _MARGIN, spots.max(0) + _MARGIN
        if close:
            self.corner, far = np.array([close.across, close.up]).T * camera.times
        self.buffer = Buffer(self.corner, far - self.corner, scale)
        self.buffer.draw(spots, verts @ camera.towards, self.faces)
        self.tracer = Tracer(self.corner, scale)
        if body.barefoot:
            self._close_toes()
        if camera.sideways:
            self._trim(near)
        self.buffer.fill(self.buffer.slits(round(_SLIT * scale)) | self._holes())

    def _close_toes(self) -> None:
        """Empty the slits between toes of what is behind them, so that toes fill them: their lines would be blots."""
        person = self.body.wearer.person
        toes = (person.digit > 0) & np.isin(person.segment, [SEGMENT[f"foot_{side}"] for side in SIDES])
        of_toes = np.zeros(len(self.faces) + 1, np.bool_)  # the last for NOTHING
        of_body = np.flatnonzero(self._thing == BODY)
        of_toes[of_body] = toes[self.faces[of_body]].any(1)
        shown = of_toes[self.buffer.index]
        reach = round(_BETWEEN_TOES * self.camera.times * self.tracer.scale)
        slits = ~grown(~grown(shown, reach), reach) & ~shown
        nearest = widened(np.where(shown, self.buffer.depth, -np.inf), reach)
        self.buffer.clear(slits & (self.buffer.depth < nearest))

    def _trim(self, near: Side) -> None:
        """Take away slivers of the far limbs."""
        person = self.body.wearer.person
        limbs = [i for i, name in enumerate(SEGMENTS) if name.endswith(f"_{other(near)}")]
        of_far = np.zeros(len(self.faces) + 1, np.bool_)  # the last for NOTHING
        of_body = np.flatnonzero(self._thing == BODY)
        of_far[of_body] = np.isin(person.segment, limbs)[self.faces[of_body]].all(1)
        of_far[:-1] |= self._thing == SHOES + SIDES.index(other(near))
        shown = of_far[self.buffer.index]
        reach = round(_SLIVER * self.tracer.scale)
        wide = grown(~grown(~shown, reach), reach) & shown
        self.buffer.clear(shown & ~wide)
        self.buffer.clear(self._small(wide, _SCRAP))

    def _holes(self) -> Flags:
        """Small gaps of background that are enclosed on all sides."""
        return self._small(self.buffer.index == NOTHING, _HOLE)

    def _small(self, mask: Flags, least: float) -> Flags:
        """The pieces of a mask that have less than *least* cm²."""
        found = np.zeros(mask.shape, np.bool_)
        pieces = [one for one in areas(self.tracer.area(mask, 0.05, 0.1)) if one.area < least]
        if not pieces:
            return found
        rows, columns = np.nonzero(mask)
        places = np.column_stack([columns, rows]) / self.tracer.scale + self.corner
        found[rows, columns] = shapely.contains_xy(
            shapely.union_all(pieces).buffer(1 / self.tracer.scale), places
        )
        return found

    def shows(self, spot: Spot) -> bool:
        """Whether a spot is within the picture."""
        size = np.array(self.buffer.shape[::-1]) / self.tracer.scale
        return bool(np.all((spot >= self.corner) & (spot <= self.corner + size)))

    @cached_property
    def solid(self) -> Flags:
        """Where there is anything."""
        return np.asarray(self.buffer.index != NOTHING)

    @cached_property
    def figure(self) -> Flags:
        """Where there is body or kit; a mat is ground."""
        mats = [i for i, one in enumerate(self.solids, SOLIDS) if one.css == "mat"]
        return self.solid & ~np.isin(self.thing, mats)

    @cached_property
    def thing(self) -> Indices:
        """What is at each pixel, NOTHING for nothing."""
        thing = np.full(self.buffer.shape, NOTHING, np.int64)
        thing[self.solid] = self._thing[self.buffer.index[self.solid]]
        return thing

    @cached_property
    def at(self) -> tuple[Indices, Indices]:
        """Rows and columns of the pixels that show the body itself."""
        rows, columns = np.nonzero(self.thing == BODY)
        return rows, columns

    @cached_property
    def corners(self) -> tuple[Faces, Numbers]:
        """The triangles at those pixels, and the shares of their three corners."""
        bary = self.buffer.bary[self.at]
        shares = np.column_stack([1 - bary.sum(1), bary])
        return self.faces[self.buffer.index[self.at]], shares

    def mixed(self, values: Numbers) -> Numbers:
        """Values of the body's places, one a row, at the pixels that show the body."""
        faces, shares = self.corners
        if values.ndim == 1:
            return np.asarray(np.einsum("nk,nk->n", values[faces], shares))
        return np.asarray(np.einsum("nkj,nk->nj", values[faces], shares))

    @cached_property
    def place(self) -> Places:
        """The place at rest of each pixel that shows the body."""
        return self.mixed(self.body.wearer.person.verts)

    @cached_property
    def segment(self) -> Indices:
        """The segment of each pixel that shows the body: shares are mixed, so that borders don't go along triangles."""
        return np.asarray(self.mixed(self.body.wearer.person.by_segment).argmax(1))

    @cached_property
    def digit(self) -> Indices:
        """The digit of each pixel that shows the body, 0 for none."""
        faces, shares = self.corners
        return np.asarray(self.body.wearer.person.digit[faces[np.arange(len(faces)), shares.argmax(1)]])

    def rest_of(self, thing: int) -> tuple[Indices, Indices, Places]:
        """Rows, columns and places at rest of the pixels that show a thing."""
        rows, columns = np.nonzero(self.thing == thing)
        faces = self.faces[self.buffer.index[rows, columns]]
        bary = self.buffer.bary[rows, columns]
        shares = np.column_stack([1 - bary.sum(1), bary])
        return rows, columns, np.einsum("nkj,nk->nj", self._rest[faces], shares)

    def spread(self, values: NDArray[np.generic], nothing: float) -> NDArray[np.float64]:
        """Values at the pixels that show the body, as a picture."""
        picture = np.full((*self.buffer.shape, *values.shape[1:]), nothing, float)
        picture[self.at] = values
        return picture


def _meshes(body: PosedBody, only: Limb | None) -> Iterator[tuple[int, Places, Faces, Places]]:
    """The body, its hair and shoes, or *only* a limb: what each is, its places, faces, and places at rest."""
    person = body.wearer.person
    faces = person.faces
    if only:
        name, side = only.split("_")
        kept = [SEGMENT[f"{part}_{side}"] for part in _LIMBS[name]]
        faces = faces[np.isin(person.segment, kept)[faces].all(1)]
    yield BODY, body.verts, faces, person.verts
    if (knot := body.knot()) and not only:
        yield KNOT, *knot, knot[0]
    for i, side in enumerate(SIDES):
        shoe = body.shoes.get(side)
        if shoe and only in (None, f"leg_{side}"):
            yield SHOES + i, shoe.verts, shoe.faces, shoe.rest


def side_of(thing: int) -> Side:
    """The side of a shoe."""
    return SIDES[thing - SHOES]
