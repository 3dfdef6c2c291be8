"""Groups' roles → the elements of a tagged PDF that hold them, before it is known on which page they lie."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cardmaker.frame import Group, Role, Text
from cardmaker.geometry import Rect
from cardmaker.namedtuple import NamedTuple

# What text directly inside a grouping element is put into: such elements hold elements only.
IMPLIED: dict[Role, tuple[Role, ...]] = {
    Role.SECT: (Role.P,),
    Role.L: (Role.LI, Role.LBODY),
    Role.LI: (Role.LBODY,),
    Role.TABLE: (Role.TR, Role.TD),
    Role.TR: (Role.TD,),
}
_MAY_BE_EMPTY = frozenset({Role.TD, Role.TH})


class LinkArea(NamedTuple):
    """Where a link is clicked, in mm from the frame's top left; *number* counts the links of a frame."""

    url: str
    description: str
    box: Rect
    number: int


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """A structure element: *kids* are elements, marked-content numbers from the frame's 0 on, and links.

    *index* counts a frame's elements in reading order.
    """

    role: Role
    alt: str = ""
    scope: str = ""
    numbering: str = ""
    box: Rect | None = None
    kids: list["Element | int | LinkArea"] = field(default_factory=list)
    index: int = -1

    @property
    def elements(self) -> tuple["Element", ...]:
        """The kids that are elements."""
        return tuple(
            [kid for kid in self.kids if type(kid) is Element]
        )  # as fast as it gets: asked 500 times a page

    def inner(self) -> Iterator["Element"]:
        """All elements in this one, in reading order."""
        for kid in self.elements:
            yield kid
            yield from kid.inner()

    def child(self, *roles: Role) -> "Element":
        """Add elements one inside the other; the innermost."""
        inner = self
        for role in roles:
            outer, inner = inner, Element(role)
            outer.kids.append(inner)
        return inner

    def prune(self) -> bool:
        """Drop elements that hold nothing, except empty cells; whether this one is to stay."""
        self.kids = [kid for kid in self.kids if type(kid) is not Element or kid.prune()]
        return bool(self.kids) or self.role in _MAY_BE_EMPTY

    def number_kids(self, first: int = 0) -> int:
        """Number all elements in this one from *first* on; the number after the last."""
        for kid in self.kids:
            if type(kid) is Element:
                kid.index = first
                first = kid.number_kids(first + 1)
        return first


def element_of(group: Group, box: Rect | None) -> Element:
    """The element of a group."""
    numbering = _numbering(group) if group.role is Role.L else ""
    return Element(group.role, group.alt, group.scope, numbering, box)


def _numbering(group: Group) -> str:
    """How a list is numbered, by the first of its labels; '' if it has none."""
    label = _first_label(group)
    if label is None:
        return ""
    label = label.strip(" .):")
    if label.isdecimal():
        return "Decimal"
    if len(label) == 1 and label.isalpha():
        return "UpperAlpha" if label.isupper() else "LowerAlpha"
    return "Disc"


def _first_label(group: Group) -> str | None:
    for placed in group.items:
        if isinstance(placed.item, Group):
            found = text_of(placed.item) if placed.item.role is Role.LBL else _first_label(placed.item)
            if found is not None:
                return found
    return None


def text_of(group: Group) -> str:
    """All text in a group."""
    parts = []
    for placed in group.items:
        if isinstance(placed.item, Group):
            parts.append(text_of(placed.item))
        elif isinstance(placed.item, Text):
            parts.append(placed.item.content)
    return "".join(parts)
