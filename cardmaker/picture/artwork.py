"""The SVG of a figure → its panes, which a palette colours: no parsing of XML, no arithmetic on paths."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache, partial
from hashlib import blake2b
from pathlib import Path as FilePath
from typing import Any

from cardmaker import assets
from cardmaker.errors import PictureError
from cardmaker.frame import Artwork, ArtworkSource, Path
from cardmaker.geometry import Point, Rect, Size
from cardmaker.later import Later
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import bytes_of, reason
from cardmaker.picture.hatching import Hatching, hatched
from cardmaker.record import record

_METADATA = re.compile(r"<metadata>(.*?)</metadata>", re.DOTALL)
_RULE = re.compile(r"\.([\w-]+)\{(?:fill:(#[0-9A-Fa-f]{6})|stroke:(#[0-9A-Fa-f]{6});stroke-width:([\d.]+))\}")
_PANE = re.compile(r'(\w+)"[^>]*>')
_PATH = re.compile(r'<path class="([\w -]+)" d="([MLCZ\d. -]+)"/>')
# The version for about 12 mm: an outline of 0.15 mm, no hatching, nothing smaller than its own outline.
_SMALL_WITHOUT = frozenset((*("detail", "fibre", "hatch", "muscle-edge", "taper", "arrow"),))
_SMALL_HEAVIER = 2.4
_SPECK_CM = 3.5
_SOME = 24
_WITHOUT_COMMANDS = str.maketrans("MLCZ", "    ")
NOTHING = "none"


class Stroke(NamedTuple):
    """A line's colour and its width in the artwork's units."""

    colour: str
    width: float


class ClassedPath(NamedTuple):
    """A path that has no colours yet: the class of its area and the class of its line, '' for none."""

    area: str
    line: str
    data: str


@record
class FigurePane:
    """One position. Everything is in units from the pane's top left, y down.

    *left* is where its left edge lies in the figure's own x: panes of one figure whose `left` is honoured have
    planted feet at the same place. *floor* is the y of the floor. Callouts keep clear of *face* and *signs*.
    """

    name: str
    size: Size
    left: float
    floor: float | None
    joints: Mapping[str, Point]
    face: Rect
    signs: tuple[Rect, ...]
    paths: Sequence[ClassedPath]


_LOW = 0.6
"""How high, in its width, a figure is at most that lies."""


@record(eq=False, slots=False)
class FigureArtwork:
    """A figure: its panes from start to finish, units per cm of the body, and the colours it was drawn in.

    *body_map* asks for one next to it, as the movement hides its muscles. *file* is the name of a bundled file and
    the digest of what is in it, '' for any other.
    Figures compare by identity: one file gives the same figure until it changes.
    """

    panes: tuple[FigurePane, ...]
    scale: float
    stacked: bool
    sides: Mapping[str, str]
    fills: Mapping[str, str]
    strokes: Mapping[str, Stroke]
    body_map: bool = False
    file: tuple[str, str] = ("", "")

    @property
    def finish(self) -> FigurePane:
        """The position that shows the exercise best on its own."""
        return self.panes[-1]

    @property
    def low(self) -> bool:
        """Whether it is one position that lies: as wide as a card, it leaves the room above it empty."""
        width, height = self.finish.size
        return len(self.panes) == 1 and height < width * _LOW

    def joint(self, place: str, pane: FigurePane) -> Point | None:
        """Where a cue's joint ('front_knee', 'left_hand', 'hip') is in a pane; None if the figure has none."""
        if place in pane.joints:
            return pane.joints[place]
        word, _, joint = place.rpartition("_")
        side = self.sides.get(word, word)
        return pane.joints.get(f"{side}_{joint}")


def load_artwork(path: FilePath) -> FigureArtwork:
    """Read a figure; what has been read is remembered until the file changes. PictureError if it isn't one.

    The paths of a bundled one are read when somebody looks at them.
    """
    try:
        facts = path.stat()
    except OSError as error:
        raise PictureError(f"{path}: can't be read: {reason(error)}") from None
    return _load(path, (facts.st_mtime_ns, facts.st_size))


@lru_cache(maxsize=256)
def _load(path: FilePath, version: tuple[int, int]) -> FigureArtwork:
    try:
        text = bytes_of(path).decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise PictureError(f"{path}: not UTF-8 text; draw it again from its pose") from None
    except OSError as error:
        raise PictureError(f"{path}: can't be read: {reason(error)}") from None
    if not assets.is_bundled(path):
        return read_artwork(text, str(path))
    name = (
        path.stem if path.parent == assets.illustrations() else f"{path.parent.name}.{path.stem}"
    )  # man.squat
    return read_artwork(text, str(path), (name, blake2b(text.encode(), digest_size=16).hexdigest()))


def read_artwork(text: str, name: str, file: tuple[str, str] = ("", "")) -> FigureArtwork:
    """The figure in the text of an SVG; PictureError, which begins with *name*, if it isn't one.

    *file* is the name and the digest of a bundled one, which is known to be whole.
    """
    found = _METADATA.search(text)
    try:
        return _figure(json.loads(found[1]) if found else {}, text, file)
    except (KeyError, TypeError, ValueError, IndexError):
        raise PictureError(f"{name}: not a figure; draw it again from its pose") from None


def _figure(facts: dict[str, Any], text: str, file: tuple[str, str]) -> FigureArtwork:
    fills: dict[str, str] = {}
    strokes: dict[str, Stroke] = {}
    for name, fill, stroke, width in _RULE.findall(text):
        if fill:
            fills[name] = fill
        else:
            strokes[name] = Stroke(stroke, float(width))
    bodies = _bodies(text)
    panes = tuple(_pane(pane, bodies[pane["name"]], strokes, bool(file[0])) for pane in facts["panes"])
    stacked, asks = facts["arrange"] == "stacked", bool(facts.get("body_map"))
    return FigureArtwork(panes, facts["scale"], stacked, facts["sides"], fills, strokes, asks, file)


def _bodies(text: str) -> dict[str, str]:
    """What is drawn in each pane, by the pane's name."""
    bodies = {}
    for group in text.split('<g id="')[1:]:
        if (head := _PANE.match(group)) is not None:
            bodies[head[1]] = group[head.end() : group.index("</g>")]
    return bodies


def _pane(facts: dict[str, Any], body: str, strokes: Mapping[str, Stroke], later: bool) -> FigurePane:
    read = partial(_classed, body, strokes)
    return FigurePane(
        name=facts["name"],
        size=Size(*facts["size"]),
        left=facts["left"],
        floor=facts["floor"],
        joints={name: Point(*spot) for name, spot in facts["joints"].items()},
        face=Rect(*facts["face"]),
        signs=tuple(Rect(*sign) for sign in facts["signs"]),
        paths=Later(read) if later else read(),
    )


def _classed(body: str, strokes: Mapping[str, Stroke]) -> tuple[ClassedPath, ...]:
    found = _PATH.findall(body)
    if len(found) != body.count("<path"):
        raise ValueError("a path that no figure has")
    classes = {names: _classes(names.split(), strokes) for names in {names for names, _ in found}}
    return tuple(ClassedPath(*classes[names], data) for names, data in found)


def _classes(names: list[str], strokes: Mapping[str, Stroke]) -> tuple[str, str]:
    """The class of an area and that of a line among *names*, '' for none."""
    areas, lines = [n for n in names if n not in strokes], [n for n in names if n in strokes]
    return areas[0] if areas else "", lines[0] if lines else ""


@record(eq=False, slots=False)
class Look:
    """What a figure wears: a colour for each class, 'none' to leave it out, and hatchings in cm of the body.

    A class without a colour keeps the file's. *small* is the version for about 12 mm: fewer strokes, and those
    heavier. Looks compare by identity; equal ones have the same *digest*.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    hatches: Mapping[str, Hatching] = field(default_factory=dict)
    small: bool = False

    @cached_property
    def digest(self) -> str:
        """What a store knows the look by."""
        said = (sorted(self.colours.items()), sorted(self.hatches.items()), self.small)
        return blake2b(repr(said).encode(), digest_size=8).hexdigest()

    @property
    def heavier(self) -> float:
        """How much wider lines are."""
        return _SMALL_HEAVIER if self.small else 1.0

    @property
    def left_out(self) -> frozenset[str]:
        """The classes that aren't drawn."""
        return _SMALL_WITHOUT if self.small else frozenset()


def themed(figure: FigureArtwork, pane: FigurePane, look: Look) -> Artwork:
    """One pane in what it is to wear; the paths of a bundled figure are coloured when somebody looks at them."""
    name, digest = figure.file
    if not name:
        return Artwork(*pane.size, tuple(_coloured(figure, pane.paths, look)))
    paths = Later(lambda: _coloured(figure, pane.paths, look))
    return Artwork(*pane.size, paths, ArtworkSource(name, digest, pane.name, look.digest))


def _coloured(figure: FigureArtwork, paths: Iterable[ClassedPath], look: Look) -> Iterator[Path]:
    left_out, heavier = look.left_out, look.heavier
    speck = _SPECK_CM * figure.scale if look.small else 0.0
    for area, line, data in paths:
        if speck and _is_within(data, speck):
            continue
        fill = stroke = None
        width = 0.0
        if area and area not in left_out:
            fill = look.colours.get(area) or figure.fills.get(area)
        if line and line not in left_out:
            usual = figure.strokes[line]
            stroke, width = look.colours.get(line) or usual.colour, usual.width * heavier
        fill = None if fill == NOTHING else fill
        stroke = None if stroke == NOTHING else stroke
        hatching = look.hatches.get(area)
        if hatching:
            yield from _hatched(data, fill, hatching, figure.scale * heavier)
            fill = None
        if fill or stroke:
            yield Path(
                data, fill=fill, stroke=stroke, width=width if stroke else 0.0, round=stroke is not None
            )


def _is_within(data: str, most: float) -> bool:
    """Whether the room that a path's points take is smaller than *most*, across and down."""
    numbers = data.translate(_WITHOUT_COMMANDS).split()
    some = 2 * max(1, len(numbers) // _SOME)  # a few points of most paths are far enough from each other
    return (
        _span(numbers[::some]) < most
        and _span(numbers[1::some]) < most
        and (_span(numbers[::2]) < most and _span(numbers[1::2]) < most)
    )


def _span(numbers: list[str]) -> float:
    values = [*map(float, numbers)]
    return max(values) - min(values)


def _hatched(data: str, fill: str | None, hatching: Hatching, scale: float) -> Iterator[Path]:
    """An area's ground, and the lines over it."""
    if fill:
        yield Path(data, fill=fill)
    ruled = hatching._replace(pitch=hatching.pitch * scale, width=hatching.width * scale)
    if lines := hatched(data, ruled):
        yield Path(lines, stroke=ruled.colour, width=ruled.width)
