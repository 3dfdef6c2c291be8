"""The structure tree of many athletes' pages: elements that are alike on pages of one shape are written together.

Nothing is written before all pages are known. Then the elements of pages of one shape are numbered column by column:
the first element of each of them, then the second of each. So are their lists of parents, and the sections that begin
there. Cells with nothing in them, a quarter of all elements, are written within their rows: nothing refers to them.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter

from cardmaker.errors import OutputError
from cardmaker.frame import Role
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.columns import MOST_NUMBER, ObjectColumn, in_step, pack_columns
from cardmaker.paint.frames import Compiled
from cardmaker.paint.objectfile import ObjectFile
from cardmaker.paint.tagging import (
    HEADINGS,
    Annotation,
    PlacedFrame,
    StructureSection,
    TreeOfSections,
    attributes_of,
    pack_root,
)
from cardmaker.paint.tags import Element, LinkArea
from cardmaker.paint.tokens import numbers

Roles = tuple[tuple[int, Role], ...]
"""What headings and links are, by the indexes of their elements."""


class _Heads(NamedTuple):
    """What the headings of a frame are, and which levels the next one is under."""

    roles: Roles
    after: tuple[int, ...]


@dataclass(slots=True, eq=False, repr=False)
class _Sheet:
    """A page: its number in the file and among the pages, and its frames, each with its section and its roles."""

    index: int
    number: int
    frames: Sequence[PlacedFrame]
    sections: list[StructureSection]
    roles: list[Roles]
    begins: list[tuple[int, StructureSection]] = field(default_factory=list)
    """The sections that begin here, by the frames they begin with."""


class ColumnTree(TreeOfSections):
    """What `StructureTree` is, for pages of which many are of one shape."""

    def __init__(self, file: ObjectFile, reserve: Callable[[int], int], pages: int) -> None:
        super().__init__(file, reserve, pages)
        self._shapes: dict[Hashable, list[_Sheet]] = {}
        self._heads: dict[tuple[int, tuple[int, ...]], _Heads] = {}

    def add_page(self, index: int, page: str, frames: Sequence[PlacedFrame]) -> bool:
        """Note down a page's frames; whether there is anything to read on it. *page* is the reference to it."""
        read = [frame for frame in frames if frame.compiled.elements]
        if not read:
            return False
        sheet = _Sheet(index, int(page.split()[0]), read, [], [])
        for at, frame in enumerate(read):
            section = self._section(frame.section, sheet, at)
            heads = self._headed(frame.compiled, tuple(section.headings))
            section.headings[:] = heads.after
            sheet.sections.append(section)
            sheet.roles.append((*heads.roles, *_plain_links(frame)))
        shapes = zip(map(_shape, read), sheet.roles, strict=True)
        shape = tuple(shapes), tuple(at for at, _ in sheet.begins)
        self._shapes.setdefault(shape, []).append(sheet)
        return any(frame.compiled.owners for frame in read)

    def _section(self, name: str, sheet: _Sheet, at: int) -> StructureSection:
        """The section of a name; what has none is read in the document itself."""
        if not name:
            return self._document
        if name not in self._sections:
            section = self._sections[name] = StructureSection(0)
            sheet.begins.append((at, section))
            del self._document.headings[1:]  # as the section has its own H1
        return self._sections[name]

    def _headed(self, compiled: Compiled, under: tuple[int, ...]) -> _Heads:
        """What the headings of a frame are, *under* headings of these levels."""
        key = id(compiled.elements), under
        if key not in self._heads:
            section = StructureSection(0, headings=[*under])
            roles = tuple(
                (one.index, section.heading(one.role))
                for element in compiled.elements
                for one in (element, *element.inner())
                if one.role in HEADINGS
            )
            self._heads[key] = _Heads(roles, tuple(section.headings))
        return self._heads[key]

    def finish(self) -> str:
        """Write everything; the reference to the tree's root. OutputError if it is too much for one file."""
        groups = [_Group(sheets, self._reserve) for sheets in self._shapes.values()]
        self._gather(groups)
        if self._reserve(0) > MOST_NUMBER:
            raise OutputError(
                "too much for one file; make one for each part of the roster, or with fewer pages"
            )
        pack_columns(self._file, (column for group in groups for column in group.columns()))
        for group in groups:
            self._parents |= group.parents
        document = f"{self._document.number} 0 R"
        pack_columns(self._file, _sections_in_columns(self._sections.values(), document))
        return pack_root(self._file, self._root, self._document, self._parents, self._next_key)

    def _gather(self, groups: Iterable["_Group"]) -> None:
        """Give sections their kids, in the order of the pages."""
        placed = [(sheet, group, at) for group in groups for at, sheet in enumerate(group.sheets)]
        for sheet, group, at in sorted(placed, key=lambda one: one[0].index):
            for number, section in enumerate(sheet.sections):
                if section is not self._document and not section.kids:
                    self._document.kids.append(section.number)
                section.kids.extend(group.tops(number, at))


_shape = attrgetter("compiled.shape", "first")


def _plain_links(frame: PlacedFrame) -> Roles:
    """The links whose target isn't in this document, which makes them plain text."""
    if all(frame.links):
        return ()
    return tuple(
        (one.index, Role.SPAN)
        for element in frame.compiled.elements
        for one in (element, *element.inner())
        if one.role is Role.LINK
        and any(isinstance(kid, LinkArea) and frame.links[kid.number] is None for kid in one.kids)
    )


def _sections_in_columns(sections: Iterable[StructureSection], document: str) -> Iterator[ObjectColumn]:
    """Sections that begin on pages of one shape, which have numbers in a row."""
    row: list[StructureSection] = []
    for section in sorted(sections, key=lambda one: one.number):
        if row and (section.number != row[-1].number + 1 or len(section.kids) != len(row[-1].kids)):
            yield ObjectColumn(row[0].number, [_section(one, document) for one in row])
            row = []
        row.append(section)
    if row:
        yield ObjectColumn(row[0].number, [_section(one, document) for one in row])


def _section(section: StructureSection, document: str) -> bytes:
    kids = " ".join(f"{kid:7d} 0 R" for kid in section.kids)
    return f"<</S/Sect/P {document}{f'/K[{kids}]' if kids else ''}>>".encode("ascii")


class _Group:
    """Pages of one shape, numbered in columns."""

    def __init__(self, sheets: Sequence[_Sheet], reserve: Callable[[int], int]) -> None:
        self.sheets = sheets
        self.parents: dict[int, str] = {}
        first, self._count = sheets[0], len(sheets)
        self._columns = [
            {one.index: in_step(self._count, reserve) for one in _numbered(frame.compiled)}
            for frame in first.frames
        ]
        for begun in zip(*(sheet.begins for sheet in sheets), strict=True):
            start = in_step(self._count, reserve)
            for number, (_, section) in enumerate(begun, start):
                section.number = number
        self._lists = in_step(self._count, reserve) if any(one.compiled.owners for one in first.frames) else 0
        for number, sheet in enumerate(sheets if self._lists else (), self._lists):
            self.parents[sheet.index] = f"{number} 0 R"

    def tops(self, frame: int, at: int) -> Iterator[int]:
        """The numbers of the outermost elements of a frame of a page."""
        return (self._of(frame, one.index)[at] for one in self.sheets[0].frames[frame].compiled.elements)

    def _of(self, frame: int, index: int) -> range:
        """The numbers of an element of a frame on all pages."""
        start = self._columns[frame][index]
        return range(start, start + self._count)

    def columns(self) -> Iterator[ObjectColumn]:
        """All elements and lists of parents."""
        pages = [sheet.number for sheet in self.sheets]
        for number, frame in enumerate(self.sheets[0].frames):
            outer = [sheet.sections[number].number for sheet in self.sheets]
            roles = dict(self.sheets[0].roles[number])
            for element in frame.compiled.elements:
                yield from self._elements(number, element, outer, pages, roles)
        if self._lists:
            owners = [
                self._of(number, owner)
                for number, frame in enumerate(self.sheets[0].frames)
                for owner in frame.compiled.owners
            ]
            pattern = f"[{' '.join(['%7d 0 R'] * len(owners))}]"
            yield ObjectColumn(self._lists, _filled(pattern, owners))

    def _elements(
        self, frame: int, element: Element, outer: Sequence[int], pages: Sequence[int], roles: dict[int, Role]
    ) -> Iterator[ObjectColumn]:
        own, of = self._of(frame, element.index), partial(self._of, frame)
        values: list[Sequence[object]] = [outer, pages]
        kids: list[str] = []
        for kid in element.kids:
            match kid:
                case Element() if _is_within(kid):
                    kids.append(f"<</S/{kid.role}/P %7d 0 R{attributes_of(kid).replace('%', '%%')}>>")
                    values.append(own)
                case Element():
                    kids.append("%7d 0 R")
                    values.append(of(kid.index))
                case LinkArea():
                    links = [sheet.frames[frame].links[kid.number] for sheet in self.sheets]
                    if all(links):
                        kids.append("<</Type/OBJR/Obj %s/Pg %7d 0 R>>")
                        values += [self._linked(links, own), pages]
                case _:
                    kids.append(str(self.sheets[0].frames[frame].first + kid))
        held = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        box = ""
        if element.box is not None:
            box = "/A<</O/Layout/Placement/Block/BBox[%s]>>"
            boxes = [numbers(*sheet.frames[frame].boxes[element.index], places=4) for sheet in self.sheets]
            values.insert(2, boxes)
        said = attributes_of(element).replace("%", "%%")
        role = roles.get(element.index, element.role)
        pattern = f"<</S/{role}/P %7d 0 R/Pg %7d 0 R{said}{box}{held}>>"
        yield ObjectColumn(own[0], _filled(pattern, values))
        for inner in element.elements:
            if not _is_within(inner):
                yield from self._elements(frame, inner, own, pages, roles)

    def _linked(self, links: Iterable[Annotation | None], own: range) -> list[str]:
        """The references to annotations, whose elements are noted down."""
        there = [link for link in links if link]
        self.parents |= {link.key: f"{number} 0 R" for link, number in zip(there, own, strict=True)}
        return [link.reference for link in there]


def _is_within(element: Element) -> bool:
    """Whether an element has nothing in it, so that no number leads to it, and it is written where it is held."""
    return not element.kids and element.box is None


def _numbered(compiled: Compiled) -> Iterator[Element]:
    """The elements of a frame that are objects of their own: all that hold something, and the outermost."""
    for element in compiled.elements:
        yield element
        yield from (inner for inner in element.inner() if not _is_within(inner))


def _filled(pattern: str, values: Iterable[Sequence[object]]) -> list[bytes]:
    """A pattern with each row of *values* in it."""
    return [(pattern % row).encode("ascii") for row in zip(*values, strict=True)]
