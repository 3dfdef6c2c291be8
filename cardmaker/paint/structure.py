"""Compiled frames on pages → the structure tree, the parent tree and the link annotations of a tagged PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cardmaker.errors import OutputError
from cardmaker.frame import Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import AS_IT_IS, Adjustment, Page
from cardmaker.paint.compiled import Compiled
from cardmaker.paint.container import Container, Plain
from cardmaker.paint.placing import Matrix, in_points
from cardmaker.paint.tags import Element, LinkArea
from cardmaker.paint.tokens import PT_PER_MM, number, string

_SCHEMES = ("https://", "http://", "mailto:")


class Target(NamedTuple):
    """Where an anchor is: a page, a height on it in points, and what stands there."""

    page: str
    top: str
    title: str


def targets_of(pages: Sequence[Page], references: Sequence[str]) -> dict[str, Target]:
    """The places that links may lead to, by their anchors; of several of one name the first."""
    found: dict[str, Target] = {}
    for page, reference in zip(pages, references, strict=True):
        for placement in page.placements:
            top = number((page.size.height - placement.y) * PT_PER_MM)
            for anchor in placement.anchors:
                found.setdefault(anchor, Target(reference, top, placement.section))
    return found


@dataclass(slots=True)
class Sheet:
    """What a page gathers while frames are placed on it: the next MCID, whose each one is, and the links."""

    page: str
    index: int
    size: Size
    adjustment: Adjustment = AS_IT_IS
    owners: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)

    def in_points(self, box: Rect) -> str:
        """A rectangle of the page as PDF writes it."""
        return in_points(box, self.size, self.adjustment)


class StructureTree:
    """Grows while pages are written; sections stand in the order in which they first appear."""

    def __init__(self, pdf: Container, pages: int, targets: Mapping[str, Target] | None) -> None:
        """*targets* are where links may lead to; None if there are to be no links at all."""
        self._pdf, self._targets = pdf, targets
        self._root, self._document = Plain(), Plain()
        self.reference = pdf.add(self._root)
        self._document_ref = pdf.add(self._document)
        self._kids: list[str] = []
        self._sections: dict[str, _Section] = {}
        self._parents: list[tuple[int, str]] = []
        self._next_key = pages

    def place(self, compiled: Compiled, matrix: Matrix, sheet: Sheet, section: str) -> None:
        """Add a frame's elements where they are to be read."""
        if not compiled.elements:
            return
        if section and section not in self._sections:
            plain = Plain()
            self._sections[section] = _Section(plain, self._pdf.add(plain))
            self._kids.append(self._sections[section].reference)
        parent = self._sections[section].reference if section else self._document_ref
        kids = self._sections[section].kids if section else self._kids
        placing = _Placing(self._pdf, matrix, sheet, self._targets, len(sheet.owners), self._next_key)
        kids += [placing.element(element, parent) for element in compiled.elements]
        sheet.owners += [placing.references[id(owner)] for owner in compiled.owners]
        self._parents += placing.links
        self._next_key = placing.next_key

    def close_page(self, sheet: Sheet) -> str:
        """Note a page's marked content; the entries of its dictionary."""
        if sheet.owners:
            self._parents.append((sheet.index, f"[{' '.join(sheet.owners)}]"))
        parents = f"/StructParents {sheet.index}" if sheet.owners else ""
        annotations = f"/Annots[{' '.join(sheet.annotations)}]" if sheet.annotations else ""
        return f"{parents}/Tabs/S{annotations}"

    def finish(self) -> None:
        """Write the elements that hold what was placed."""
        for section in self._sections.values():
            section.plain.body = (
                f"<</Type/StructElem/S/Sect/P {self._document_ref}/K[{' '.join(section.kids)}]>>"
            )
        kids = f"/K[{' '.join(self._kids)}]" if self._kids else ""
        self._document.body = f"<</Type/StructElem/S/Document/P {self.reference}{kids}>>"
        numbers = "\n".join(f"{key} {value}" for key, value in sorted(self._parents))
        parents = self._pdf.add(f"<</Nums[{numbers}]>>")
        self._root.body = (
            f"<</Type/StructTreeRoot/K {self._document_ref}/ParentTree {parents}"
            f"/ParentTreeNextKey {self._next_key}>>"
        )


@dataclass(slots=True)
class _Section:
    plain: Plain
    reference: str
    kids: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Placing:
    """Writes the elements of one placement. *first* is the MCID of the frame's first marked content."""

    pdf: Container
    matrix: Matrix
    sheet: Sheet
    targets: Mapping[str, Target] | None
    first: int
    next_key: int
    references: dict[int, str] = field(default_factory=dict)
    links: list[tuple[int, str]] = field(default_factory=list)

    def element(self, element: Element, parent: str) -> str:
        """Write an element and all in it; the reference to it."""
        plain = Plain()
        reference = self.references[id(element)] = self.pdf.add(plain)
        kids = [self._kid(kid, reference) for kid in element.kids if not self._leads_nowhere(kid)]
        role = Role.SPAN if any(map(self._leads_nowhere, element.kids)) else element.role
        held = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        plain.body = (
            f"<</Type/StructElem/S/{role}/P {parent}/Pg {self.sheet.page}{self._attributes(element)}{held}>>"
        )
        return reference

    def _leads_nowhere(self, kid: Element | int | LinkArea) -> bool:
        """Whether it is a link to what isn't in this document."""
        if not isinstance(kid, LinkArea):
            return False
        return self.targets is None or (kid.url.startswith("#") and kid.url[1:] not in self.targets)

    def _kid(self, kid: Element | int | LinkArea, parent: str) -> str:
        if isinstance(kid, int):
            return str(self.first + kid)
        if isinstance(kid, Element):
            return self.element(kid, parent)
        return f"<</Type/OBJR/Obj {self._annotation(kid, parent)}/Pg {self.sheet.page}>>"

    def _attributes(self, element: Element) -> str:
        """What a role has to say beside its kids."""
        alt = f"/Alt{string(element.alt)}" if element.alt else ""
        if element.role is Role.FIGURE and element.box:
            box = self.sheet.in_points(self.matrix.apply(element.box))
            return f"{alt}/A<</O/Layout/Placement/Block/BBox{box}>>"
        if element.role is Role.TH:
            return f"{alt}/A<</O/Table/Scope/{element.scope or 'Column'}>>"
        if element.numbering:
            return f"{alt}/A<</O/List/ListNumbering/{element.numbering}>>"
        return alt

    def _annotation(self, link: LinkArea, parent: str) -> str:
        """Write a link annotation; the reference to it."""
        action, told = self._action(link)
        self.links.append((self.next_key, parent))
        box = self.sheet.in_points(self.matrix.apply(link.box))
        annotation = self.pdf.add(
            f"<</Type/Annot/Subtype/Link/Rect{box}/Border[0 0 0]/F 4/StructParent {self.next_key}"
            f"/P {self.sheet.page}/Contents{string(told)}/A<<{action}>>>>"
        )
        self.next_key += 1
        self.sheet.annotations.append(annotation)
        return annotation

    def _action(self, link: LinkArea) -> tuple[str, str]:
        """What a click does, and the words for it."""
        if link.url.startswith("#"):
            assert self.targets is not None
            page, top, title = self.targets[link.url[1:]]
            return f"/S/GoTo/D[{page}/XYZ null {top} null]", title or link.description or link.url
        if not link.url.lower().startswith(_SCHEMES):
            raise OutputError(f"'{link.url}' is not a link that may be printed; use http, https or mailto")
        return f"/S/URI/URI{_uri(link.url)}", link.description or link.url


def _uri(url: str) -> str:
    """A URI is ASCII: what isn't goes out as percent-encoded UTF-8."""
    from urllib.parse import quote

    return string(quote(url, safe="%/:?#[]@!$&'()*+,;=~-._"))
