"""Compiled frames on pages → the structure tree and the parent tree of a tagged PDF.

It adds tags to ReportLab's documents, which have none. Elements are written as soon as their page is: a document
has a hundred thousand of them when each card is printed 200 times.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cardmaker.frame import Role
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.frames import Compiled
from cardmaker.paint.objectfile import ObjectFile
from cardmaker.paint.tags import Element, LinkArea
from cardmaker.paint.tokens import numbers, string

HEADINGS = (Role.H1, Role.H2, Role.H3)


class Annotation(NamedTuple):
    """A link on a page: the reference to it, and its key in the parent tree."""

    reference: str
    key: int


class PlacedFrame(NamedTuple):
    """A frame on a page: which section it is read in, its first marked-content number, where its figures are.

    *links* are the annotations of its links, in their order; None for those that lead nowhere in this document.
    """

    compiled: Compiled
    section: str
    first: int
    boxes: Mapping[int, tuple[float, ...]]
    links: Sequence[Annotation | None]


@dataclass(slots=True, eq=False, repr=False)
class StructureSection:
    """Elements that are read one after the other, however many pages lie between them.

    *headings* are the levels of the headings that the next one is under, as the frames have them.
    """

    number: int
    kids: "array[int]" = field(default_factory=lambda: array("L"))
    headings: list[int] = field(default_factory=list)

    def heading(self, role: Role) -> Role:
        """A heading's role with no level left out above it, whichever pages are in the document.

        A card's back begins with H2, as its front has the H1; where only backs are printed, theirs is the H1.
        """
        level = HEADINGS.index(role)
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return HEADINGS[len(self.headings) - 1]


class TreeOfSections:
    """What all trees have: a document of sections by name, and the parents of what is on pages."""

    def __init__(self, file: ObjectFile, reserve: Callable[[int], int], pages: int) -> None:
        self._file, self._reserve = file, reserve
        self._root = reserve(1)
        self._document = StructureSection(reserve(1))
        self._sections: dict[str, StructureSection] = {}
        self._parents: dict[int, str] = {}
        self._next_key = pages

    def next_key(self) -> int:
        """The key in the parent tree of the next annotation; pages have the lower ones."""
        self._next_key += 1
        return self._next_key - 1


class StructureTree(TreeOfSections):
    """Grows while pages are written; sections are read in the order in which they first appear."""

    def add_page(self, index: int, page: str, frames: Sequence[PlacedFrame]) -> bool:
        """Write the elements of a page's frames; whether it has any. *page* is the reference to it."""
        owners: list[str] = []
        for frame in frames:
            if not frame.compiled.elements:
                continue
            section = self._section(frame.section)
            writing = _Writing(self._file, frame, page, section, self._reserve(frame.compiled.element_count))
            for element in frame.compiled.elements:
                writing.write(element, section.number)
                section.kids.append(writing.base + element.index)
            owners += [f"{writing.base + owner} 0 R" for owner in frame.compiled.owners]
            self._parents |= writing.links
        if owners:
            number = self._reserve(1)
            self._file.pack(number, f"[{' '.join(owners)}]".encode("ascii"), kind="parents")
            self._parents[index] = f"{number} 0 R"
        return bool(owners)

    def _section(self, name: str) -> StructureSection:
        """The section of a name; what has none is read in the document itself."""
        if not name:
            return self._document
        if name not in self._sections:
            section = self._sections[name] = StructureSection(self._reserve(1))
            self._document.kids.append(section.number)
            del self._document.headings[1:]  # as the section has its own H1
        return self._sections[name]

    def finish(self) -> str:
        """Write the elements that hold what was placed; the reference to the tree's root."""
        document = f"{self._document.number} 0 R"
        for section in self._sections.values():
            body = f"<</Type/StructElem/S/Sect/P {document}{kids_of(section.kids)}>>"
            self._file.pack(section.number, body.encode("ascii"))
        return pack_root(self._file, self._root, self._document, self._parents, self._next_key)


def pack_root(
    file: ObjectFile, root: int, document: StructureSection, parents: Mapping[int, str], next_key: int
) -> str:
    """Write the element of the whole document and the root of the tree; the reference to the root."""
    body = f"<</Type/StructElem/S/Document/P {root} 0 R{kids_of(document.kids)}>>"
    file.pack(document.number, body.encode("ascii"))
    listed = "\n".join(f"{key} {value}" for key, value in sorted(parents.items()))
    body = (
        f"<</Type/StructTreeRoot/K {document.number} 0 R/ParentTree <</Nums[{listed}]>>"
        f"/ParentTreeNextKey {next_key}>>"
    )
    file.pack(root, body.encode("ascii"))
    return f"{root} 0 R"


def kids_of(kids: "array[int]") -> str:
    return f"/K[{' '.join(f'{kid} 0 R' for kid in kids)}]" if kids else ""


@dataclass(slots=True, eq=False, repr=False)
class _Writing:
    """Writes the elements of one placed frame. *base* is the number of its first element."""

    file: ObjectFile
    frame: PlacedFrame
    page: str
    section: StructureSection
    base: int
    links: dict[int, str] = field(default_factory=dict)

    def write(self, element: Element, parent: int) -> None:
        """Write an element and all in it."""
        number, role = self.base + element.index, element.role
        if role in HEADINGS:
            role = self.section.heading(role)
        elif role is Role.LINK and self._leads_nowhere(element):
            role = Role.SPAN
        kids = list(self._kids(element, number))
        held = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        body = (
            f"<</Type/StructElem/S/{role}/P {parent} 0 R/Pg {self.page}{attributes_of(element)}"
            f"{self._box(element)}{held}>>"
        )
        self.file.pack(number, body.encode("ascii"), kind="element")
        for kid in element.elements:
            self.write(kid, number)

    def _kids(self, element: Element, number: int) -> Iterator[str]:
        for kid in element.kids:
            match kid:
                case Element():
                    yield f"{self.base + kid.index} 0 R"
                case LinkArea():
                    annotation = self.frame.links[kid.number]
                    if annotation:
                        self.links[annotation.key] = f"{number} 0 R"
                        yield f"<</Type/OBJR/Obj {annotation.reference}/Pg {self.page}>>"
                case _:
                    yield str(self.frame.first + kid)

    def _leads_nowhere(self, element: Element) -> bool:
        """Whether a link's target isn't in this document, which makes it plain text."""
        areas = [kid for kid in element.kids if isinstance(kid, LinkArea)]
        return any(self.frame.links[area.number] is None for area in areas)

    def _box(self, element: Element) -> str:
        if element.box is None:
            return ""
        return f"/A<</O/Layout/Placement/Block/BBox[{numbers(*self.frame.boxes[element.index], places=4)}]>>"


def attributes_of(element: Element) -> str:
    """What a role has to say besides its kids."""
    alt = f"/Alt{string(element.alt)}" if element.alt else ""
    if element.role is Role.TH:
        return f"{alt}/A<</O/Table/Scope/{element.scope or 'Column'}>>"
    if element.numbering:
        return f"{alt}/A<</O/List/ListNumbering/{element.numbering}>>"
    return alt
