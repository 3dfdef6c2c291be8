"""A frame → the text of an SVG that looks the same everywhere: type is drawn as outlines, pictures are inside."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import chain

from cardmaker.errors import PictureError
from cardmaker.frame import Art, Frame, Group, Image, Link, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.shapes import check
from cardmaker.paint.tokens import number, numbers
from cardmaker.text.outlines import Contour, Spot, outlines

_PAPER = "#FFFFFF"
_KINDS = {b"\xff\xd8": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}


def write_svg(frame: Frame, title: str, *, ground: bool = True) -> str:
    """Paint a frame at its size in mm, on white if it has a *ground*, with a description of what is on it.

    Raises PictureError for a picture that is neither JPEG nor PNG, OutputError for a damaged path.
    """
    width, height = map(number, frame.size)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"'
        f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}" stroke-miterlimit="10">\n'
        f'<title id="title">{escape(title)}</title>\n'
        f'<desc id="desc">{escape(" ".join(_description(frame.items)))}</desc>'
        + (f'\n<rect width="{width}" height="{height}" fill="{_PAPER}"/>' if ground else "")
    )
    drawn = chain.from_iterable(map(_drawn, frame.walk()))
    return "\n".join([head, *drawn, "</svg>\n"])


def _description(items: tuple[Placed, ...]) -> Iterator[str]:
    """What is written, and what pictures show, in reading order, as sentences; artifacts are left out."""
    for placed in items:
        match placed.item:
            case Group(Role.FIGURE, _, alt) if alt:
                yield _sentence(alt)
            case Group(role, inner) if role not in (Role.ARTIFACT, Role.FIGURE):
                words = [one.item.content.strip() for one in inner if isinstance(one.item, Text)]
                if any(words):
                    yield _sentence(" ".join(words))
                yield from _description(tuple(one for one in inner if not isinstance(one.item, Text)))
            case Text() as text if text.content.strip():
                yield _sentence(text.content.strip())


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."


def _drawn(placed: Placed) -> Iterator[str]:
    x, y, item = placed
    match item:
        case Path():
            yield from _path(item, numbers(x, y))
        case Text():
            yield from _text(item, x, y)
        case Art(artwork, width):
            yield f'<g transform="translate({numbers(x, y)}) scale({number(width / artwork.width, 6)})">'
            for path in artwork.paths:
                yield from _path(path)
            yield "</g>"
        case Image(data, width, height):
            place = " ".join(
                f'{name}="{number(value)}"'
                for name, value in (("x", x), ("y", y), ("width", width), ("height", height))
            )
            yield f'<image {place} preserveAspectRatio="none" href="{_embedded(data)}"/>'
        case Link():
            pass  # a picture has none


def _path(path: Path, shift: str = "0 0") -> Iterator[str]:
    if not check(path):
        return
    moved = "" if shift == "0 0" else f' transform="translate({shift})"'
    yield f'<path{moved} fill="{path.fill or "none"}"{_stroke(path)} d="{path.data}"/>'


def _stroke(path: Path) -> str:
    """The attributes that differ from what SVG takes for granted."""
    attributes = ' fill-rule="evenodd"' if path.even_odd else ""
    if path.stroke is None:
        return attributes
    attributes += f' stroke="{path.stroke}" stroke-width="{number(path.width)}"'
    if path.dash:
        attributes += f' stroke-dasharray="{numbers(*path.dash)}"'
    return attributes + ' stroke-linecap="round" stroke-linejoin="round"' * path.round


def _embedded(data: bytes) -> str:
    kind = next((kind for head, kind in _KINDS.items() if data.startswith(head)), None)
    if kind is None:
        raise PictureError("a picture is neither JPEG nor PNG; save it as one of these")
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


# Type ------------------------------------------------------------------------------------------------


def _text(text: Text, x: float, y: float) -> Iterator[str]:
    """A path for each run; its units are the font's."""
    pen, em = 0.0, text.size_pt * MM_PER_PT
    turned = " rotate(-90)" if text.rising else ""
    for run in text.runs:
        units = outlines(run.font).units
        data = []
        offsets = run.offsets or ((0, 0),) * len(run.ids)
        for gid, advance, (dx, dy) in zip(run.ids, run.advances, offsets, strict=True):
            left, up = (pen + dx / 1000) * units, dy / 1000 * units
            data += [f"M{_n(left + x0)} {_n(up + y0)}{steps}z" for x0, y0, steps in _glyph(run.font, gid)]
            pen += advance / 1000 + text.tracking_em
        if data:
            scale = number(em / units, 9)
            yield (
                f'<path transform="translate({numbers(x, y)}){turned} scale({scale} -{scale})"'
                f' fill="{text.fill}" d="{"".join(data)}"/>'
            )


class _Drawn(NamedTuple):
    """A contour: where it starts, and the steps from there."""

    x: float
    y: float
    steps: str


@cache
def _glyph(font: str, gid: int) -> tuple[_Drawn, ...]:
    return tuple(_contour(contour) for contour in outlines(font).glyph(gid) if len(contour) > 1)


def _contour(contour: Contour) -> _Drawn:
    """Lines and quadratic curves; between two control points lies a point of the curve, half-way."""
    whole = _with_middles(contour)
    start = next(index for index, spot in enumerate(whole) if spot.on)
    whole = [*whole[start:], *whole[: start + 1]]
    here, control, steps = whole[0], None, []
    for spot in whole[1:]:
        if not spot.on:
            control = spot
            continue
        to = f"{_n(spot.x - here.x)} {_n(spot.y - here.y)}"
        if control:
            steps.append(f"q{_n(control.x - here.x)} {_n(control.y - here.y)} {to}")
        elif to != "0 0":
            steps.append(f"l{to}")
        here, control = spot, None
    return _Drawn(whole[0].x, whole[0].y, "".join(steps))


def _with_middles(contour: Contour) -> list[Spot]:
    found: list[Spot] = []
    for before, spot in zip((contour[-1], *contour), contour, strict=False):
        if not before.on and not spot.on:
            found.append(Spot((before.x + spot.x) / 2, (before.y + spot.y) / 2, True))
        found.append(spot)
    return found


def _n(value: float) -> str:
    return number(value, 2)
