"""A frame → its content stream with gaps for marked-content numbers, its elements, and what it draws with.

Everything is relative to the frame, so that a frame is compiled once wherever and however often it stands.
"""

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from cardmaker.frame import Art, Artwork, Frame, Group, Image, Link, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.paint.lettering import last_space, letter
from cardmaker.paint.pictures import artwork_name, image_name
from cardmaker.paint.shapes import Pen, bounds, painted, union
from cardmaker.paint.tags import IMPLIED, Element, LinkArea, element_of
from cardmaker.paint.tokens import number, numbers


class Compiled(NamedTuple):
    """*segments* are joined by marked-content numbers; *owners* has the element that each belongs to.

    *artworks* are by the names they are drawn by.
    """

    segments: tuple[str, ...]
    elements: tuple[Element, ...]
    owners: tuple[Element, ...]
    fonts: frozenset[str]
    artworks: Mapping[str, Artwork]
    images: frozenset[bytes]


_COMPILED: WeakKeyDictionary[Frame, tuple[Inks, Compiled]] = WeakKeyDictionary()


def compiled(frame: Frame, inks: Inks = SRGB) -> Compiled:
    """The frame's compiled form, from the cache if it is known in these inks."""
    known = _COMPILED.get(frame)
    if known is None or known[0] is not inks:
        known = _COMPILED[frame] = inks, _Compiler(inks).run(frame)
    return known[1]


def compiled_marks(frame: Frame, inks: Inks = SRGB) -> Compiled:
    """A frame of which nothing is to be read, whatever its groups say."""
    return _Compiler(inks).run(Frame(frame.size, (Placed(0, 0, Group(Role.ARTIFACT, frame.items)),)))


class _Line(NamedTuple):
    """A line of type that was written, and where in which code it ends."""

    text: Text
    y: float
    owner: Element | None
    code: list[str]
    end: int


class _Compiler:
    """Walks a frame once. *_owner* is the element whose content is being written, None for an artifact."""

    def __init__(self, inks: Inks) -> None:
        self._inks, self._pen = inks, Pen(inks=inks)
        self._root = Element(Role.SECT)
        self._segments: list[list[str]] = []
        self._owners: list[Element] = []
        self._owner: Element | None = None
        self._open = False
        self._shift = ""
        self._above: _Line | None = None
        self._fonts: set[str] = set()
        self._artworks: dict[str, Artwork] = {}
        self._images: set[bytes] = set()

    def run(self, frame: Frame) -> Compiled:
        """Compile everything on a frame."""
        self._walk(frame.items, 0.0, 0.0, self._root)
        self._close()
        self._root.prune()
        return Compiled(
            segments=tuple("\n".join(filter(None, code)) for code in [*self._segments, self._pen.code]),
            elements=tuple(kid for kid in self._root.kids if isinstance(kid, Element)),
            owners=tuple(self._owners),
            fonts=frozenset(self._fonts),
            artworks=self._artworks,
            images=frozenset(self._images),
        )

    def _walk(self, items: tuple[Placed, ...], x: float, y: float, element: Element | None) -> None:
        """Write items in their order; *element* is None inside an artifact."""
        for placed in items:
            left, top, item = x + placed.x, y + placed.y, placed.item
            if isinstance(item, Group):
                self._walk(item.items, left, top, self._inner(item, left, top, element))
            elif isinstance(item, Link):
                self._link(item, left, top, element or self._root)
            elif not isinstance(item, Text) or item.runs:
                self._mark(self._holder(element, item))
                self._draw(item, left, top)

    def _inner(self, group: Group, x: float, y: float, element: Element | None) -> Element | None:
        """The element that a group's items belong to; None for what nobody is to hear of."""
        figure = group.role is Role.FIGURE
        if element is None or group.role is Role.ARTIFACT or (figure and not group.alt):
            return None
        if element.role is Role.FIGURE and group.role is not Role.LINK:
            return element
        inner = element_of(group, union(_boxes(group.items, x, y)) if figure else None)
        element.kids.append(inner)
        return inner

    def _holder(self, element: Element | None, item: Text | Path | Art | Image) -> Element | None:
        """The element an item is content of: in a figure any, elsewhere only text; None for decoration."""
        if element is None or element is self._root:
            return None
        if element.role is Role.FIGURE:
            return element
        if not isinstance(item, Text):
            return None
        implied = IMPLIED.get(element.role)
        return element.child(*implied) if implied else element

    def _link(self, link: Link, x: float, y: float, element: Element) -> None:
        holder = element if element.role is Role.LINK else element.child(Role.LINK)
        holder.kids.append(LinkArea(link.url, link.description, Rect(x, y, link.width, link.height)))

    def _mark(self, owner: Element | None) -> None:
        """Begin a marked-content sequence unless the current one is the owner's."""
        if self._open and owner is self._owner:
            return
        self._close()
        self._open, self._owner = True, owner
        if owner is None:
            self._pen.code.append("/Artifact BMC")
            return
        owner.kids.append(len(self._owners))
        self._owners.append(owner)
        self._pen.code.append(f"/{owner.role} <</MCID ")
        self._segments.append(self._pen.code)
        self._pen.code = [">> BDC"]

    def _close(self) -> None:
        self._unshift()
        if self._open:
            self._pen.code.append("EMC")
        self._open = False

    def _draw(self, item: Text | Path | Art | Image, x: float, y: float) -> None:
        match item:
            case Path():
                self._path(item, x, y)
            case Text():
                self._unshift()
                self._text(item, x, y)
            case Art(artwork, width):
                name, scale = artwork_name(artwork, self._inks), number(width / artwork.width, 6)
                self._artworks[name] = artwork
                self._show(f"{scale} 0 0 {scale} {numbers(x, y)}", name)
            case Image(data, width, height):
                self._images.add(data)
                square = f"{number(width)} 0 0 {number(-height)} {numbers(x, y + height)}"
                self._show(square, image_name(data))

    def _text(self, text: Text, x: float, y: float) -> None:
        """Write a line of type; where an element's text goes on below, the line above gets its last space."""
        above = self._above
        if above and self._owner and above.owner is self._owner and above.y != y:
            above.code.insert(above.end, last_space(above.text))
        letter(text, x, y, self._pen)
        self._fonts.update(run.font for run in text.runs)
        self._above = _Line(text, y, self._owner, self._pen.code, len(self._pen.code) - 1)

    def _show(self, matrix: str, name: str) -> None:
        self._unshift()
        self._pen.code.append(f"q {matrix} cm /{name} Do Q")

    def _path(self, path: Path, x: float, y: float) -> None:
        shape = painted(path)
        if not shape:
            return
        shift = numbers(x, y)
        shift = "" if shift == "0 0" else shift
        if shift != self._shift or not self._pen.suits(path):
            self._unshift()
            self._pen.prepare(path)
            if shift:
                self._pen.code.append(f"q 1 0 0 1 {shift} cm")
            self._shift = shift
        self._pen.code.append(shape)

    def _unshift(self) -> None:
        if self._shift:
            self._pen.code.append("Q")
        self._shift = ""


def _boxes(items: tuple[Placed, ...], x: float, y: float) -> list[Rect]:
    """The rectangles that items cover."""
    boxes: list[Rect] = []
    for placed in items:
        left, top = x + placed.x, y + placed.y
        match placed.item:
            case Group(_, inner):
                boxes += _boxes(inner, left, top)
            case Path() as path:
                box = bounds(path)
                boxes.append(box._replace(x=box.x + left, y=box.y + top))
            case Text() as text:
                size = text.size_pt * MM_PER_PT
                boxes.append(Rect(left, top - size, text.width, 1.25 * size))
            case item:
                boxes.append(Rect(left, top, item.width, item.height))
    return boxes
