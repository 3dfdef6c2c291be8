"""The body map and an exercise's muscles → the body from the front and from the back with them marked."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from hashlib import blake2b

from cardmaker.frame import Artwork, ArtworkSource, Path
from cardmaker.later import Later
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.artwork import NOTHING, FigureArtwork, FigurePane, Look
from cardmaker.picture.hatching import Hatching, hatched

FILE = "body-map.svg"
"""The artwork's name among the illustrations."""

_PREFIX = "m-"
_HEAVIER = 2.6  # a body of 12 mm wants lines as thick as those of a figure of 40
_EDGE = 0.5  # cm
_LINES = Hatching(3.4, 0.9, "#000000", 45.0)


def mapped(
    figure: FigureArtwork, pane: FigurePane, look: Look, primary: Collection[str], secondary: Collection[str]
) -> Artwork:
    """One side of the body; secondary muscles are hatched in every palette, and primary ones lie over them.

    That of the bundled figure is drawn when somebody looks at its paths.
    """
    draw = partial(_mapped, figure, pane, look, frozenset(primary), frozenset(secondary))
    if not figure.file[0]:
        return Artwork(*pane.size, tuple(draw()))
    return Artwork(*pane.size, Later(draw), _source(figure, pane, look, primary, secondary))


def _source(
    figure: FigureArtwork, pane: FigurePane, look: Look, primary: Collection[str], secondary: Collection[str]
) -> ArtworkSource:
    """Where it comes from: with the same muscles marked it looks the same."""
    name, digest = figure.file
    marked = (sorted(primary), sorted(set(secondary).difference(primary)))
    marks = blake2b(repr(marked).encode(), digest_size=8).hexdigest()
    return ArtworkSource(f"{name}-{marks}", digest, pane.name, look.digest)


def _mapped(
    figure: FigureArtwork, pane: FigurePane, look: Look, primary: Collection[str], secondary: Collection[str]
) -> Iterator[Path]:
    body = [path for path in pane.paths if not path.area.startswith(_PREFIX)]
    named = {
        path.area.removeprefix(_PREFIX): path.data for path in pane.paths if path.area.startswith(_PREFIX)
    }
    width = figure.strokes["line"].width * _HEAVIER
    outline = _of_map(look, "map-line")
    for path in body:
        yield Path(path.data, fill=_of_map(look, "map"))
    for name, data in named.items():
        if name in secondary and name not in primary:
            yield from _marked(figure, look, "muscle2", data)
    for name, data in named.items():
        if name in primary:
            yield from _marked(figure, look, "muscle", data)
    yield from (Path(path.data, stroke=outline, width=width, round=True) for path in body if path.line)


def _marked(figure: FigureArtwork, look: Look, css: str, data: str) -> Iterator[Path]:
    fill, lines = _colour(figure, look, css), look.hatches.get(css)
    if lines is None and css == "muscle2" and (colour := _colour(figure, look, "hatch")):
        lines = _LINES._replace(colour=colour)
    yield Path(data, fill=fill)
    scale = figure.scale * _HEAVIER
    if lines and (
        drawn := hatched(data, lines._replace(pitch=lines.pitch * scale, width=lines.width * scale))
    ):
        yield Path(drawn, stroke=lines.colour, width=lines.width * scale)
    if edge := _colour(figure, look, "muscle-edge"):
        yield Path(data, stroke=edge, width=_EDGE * scale, round=True)


class Paint(NamedTuple):
    """How an area is marked: its fill, lines across it, in the units of the artwork, and the colour around it."""

    fill: str
    lines: Hatching | None
    edge: str


def painted(figure: FigureArtwork, pane: FigurePane, look: Look, paints: Mapping[str, Paint]) -> Artwork:
    """One side of the body with each muscle of *paints* in its own."""
    body = [path for path in pane.paths if not path.area.startswith(_PREFIX)]
    width = figure.strokes["line"].width
    paths = [Path(path.data, fill=_of_map(look, "map")) for path in body]
    for path in pane.paths:
        paint = paints.get(path.area.removeprefix(_PREFIX)) if path.area.startswith(_PREFIX) else None
        if paint:
            paths += _painted(path.data, paint, width)
    outline = _of_map(look, "map-line")
    paths += [Path(path.data, stroke=outline, width=width, round=True) for path in body if path.line]
    return Artwork(*pane.size, tuple(paths))


def _painted(data: str, paint: Paint, width: float) -> Iterator[Path]:
    yield Path(data, fill=paint.fill)
    if paint.lines and (drawn := hatched(data, paint.lines)):
        yield Path(drawn, stroke=paint.lines.colour, width=paint.lines.width)
    yield Path(data, stroke=paint.edge, width=width, round=True)


_USUAL = {"map": "#D5DDE0", "map-line": "#7B8890"}


def _of_map(look: Look, css: str) -> str | None:
    found = look.colours.get(css, _USUAL[css])
    return None if found == NOTHING else found


def _colour(figure: FigureArtwork, look: Look, css: str) -> str | None:
    usual = figure.strokes[css].colour if css in figure.strokes else figure.fills.get(css)
    found = look.colours.get(css) or usual
    return None if found == NOTHING else found
