"""A font key and a glyph id → the glyph's outline, read from the tables of its TrueType file.

Tables as in ISO/IEC 14496-22 (OpenType): 'head', 'loca' and 'glyf'. Units are the font's own, y up.
"""

from collections.abc import Iterator
from functools import cache
from struct import iter_unpack, unpack_from

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.text.faces import face

_DEEPEST = 8
# Flags of a simple glyph's points.
_ON_CURVE, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
# Flags of a compound glyph's parts.
_WORDS, _ARE_XY, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 2, 8, 32, 64, 128


class Spot(NamedTuple):
    """A point of an outline: on the curve, or a control point of a quadratic one."""

    x: float
    y: float
    on: bool


Contour = tuple[Spot, ...]


class Outlines(NamedTuple):
    """All glyphs of a font: *units* to the em, and where each glyph's data is."""

    units: int
    data: bytes
    places: tuple[int, ...]

    def glyph(self, gid: int, depth: int = 0) -> tuple[Contour, ...]:
        """The closed contours of a glyph; none for a blank."""
        start, end = self.places[gid], self.places[gid + 1]
        if start == end or depth > _DEEPEST:
            return ()
        (contours,) = unpack_from(">h", self.data, start)
        body = start + 10
        return tuple(_simple(self.data, body, contours) if contours >= 0 else self._compound(body, depth))

    def _compound(self, at: int, depth: int) -> Iterator[Contour]:
        more = True
        while more:
            flags, gid = unpack_from(">HH", self.data, at)
            at += 4
            dx, dy = unpack_from(">hh" if flags & _WORDS else ">bb", self.data, at)
            at += 4 if flags & _WORDS else 2
            count = 1 if flags & _SCALE else 2 if flags & _TWO_SCALES else 4 if flags & _MATRIX else 0
            turned = _matrix([value / 16384 for value in unpack_from(f">{count}h", self.data, at)])
            at += 2 * count
            if not flags & _ARE_XY:
                dx, dy = 0, 0
            for contour in self.glyph(gid, depth + 1):
                yield tuple(turned.apply(spot, dx, dy) for spot in contour)
            more = bool(flags & _MORE)


class _Matrix(NamedTuple):
    xx: float
    xy: float
    yx: float
    yy: float

    def apply(self, spot: Spot, dx: float, dy: float) -> Spot:
        x, y, on = spot
        return Spot(self.xx * x + self.yx * y + dx, self.xy * x + self.yy * y + dy, on)


def _matrix(values: list[float]) -> _Matrix:
    match values:
        case [both]:
            return _Matrix(both, 0, 0, both)
        case [across, up]:
            return _Matrix(across, 0, 0, up)
        case [xx, xy, yx, yy]:
            return _Matrix(xx, xy, yx, yy)
    return _Matrix(1, 0, 0, 1)


def _simple(data: bytes, at: int, contours: int) -> Iterator[Contour]:
    """The contours of a glyph that has points of its own."""
    ends = unpack_from(f">{contours}H", data, at)
    at += 2 * contours
    (instructions,) = unpack_from(">H", data, at)
    at += 2 + instructions
    count = ends[-1] + 1 if ends else 0
    flags: list[int] = []
    while len(flags) < count:
        flag, at = data[at], at + 1
        flags.append(flag)
        if flag & _REPEAT:
            flags += [flag] * data[at]
            at += 1
    xs, at = _coordinates(data, at, flags, _X_SHORT, _X_SAME)
    ys, at = _coordinates(data, at, flags, _Y_SHORT, _Y_SAME)
    spots = [Spot(x, y, bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=False)]
    first = 0
    for end in ends:
        yield tuple(spots[first : end + 1])
        first = end + 1


def _coordinates(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """One coordinate of all points, each written as the step from the one before; and where the data ends."""
    value, values = 0, []
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += unpack_from(">h", data, at)[0]
            at += 2
        values.append(value)
    return values, at


@cache
def outlines(key: str) -> Outlines:
    """The outlines of a font."""
    data = face(key).file.read_bytes()
    tables = _tables(data)
    head = tables["head"]
    (units,) = unpack_from(">H", data, head.offset + 18)
    (long,) = unpack_from(">h", data, head.offset + 50)
    loca, glyf = tables["loca"], tables["glyf"]
    row = data[loca.offset : loca.offset + loca.length]
    places = tuple(
        glyf.offset + value * (1 if long else 2) for (value,) in iter_unpack(">I" if long else ">H", row)
    )
    return Outlines(units, data, places)


@record
class _Table:
    offset: int
    length: int


def _tables(data: bytes) -> dict[str, _Table]:
    (count,) = unpack_from(">H", data, 4)
    rows = iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {name.decode("latin-1"): _Table(offset, length) for name, _, offset, length in rows}
