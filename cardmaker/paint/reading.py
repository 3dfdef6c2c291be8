"""A frame → what is read of it, as elements, and what is drawn, in sequences that each belong to one element."""

from dataclasses import dataclass, field
from itertools import pairwise

from cardmaker.frame import Frame, Group, Item, Link, Placed, Role, Text
from cardmaker.geometry import Rect
from cardmaker.paint.shapes import boxes, union
from cardmaker.paint.tags import IMPLIED, Element, LinkArea, element_of


@dataclass(slots=True, eq=False, repr=False)
class Sequence:
    """What is drawn one after the other for an element, or for None as an artifact; places are the frame's."""

    owner: Element | None
    items: list[Placed] = field(default_factory=list)


def broken_in(*sequences: Sequence) -> set[int]:
    """The ids of the lines of type after which the same element's text goes on further down."""
    lines = [
        (sequence.owner, placed)
        for sequence in sequences
        for placed in sequence.items
        if isinstance(placed.item, Text)
    ]
    return {
        id(line)
        for (owner, line), (next_owner, below) in pairwise(lines)
        if owner and owner is next_owner and line.y != below.y
    }


class Reading:
    """Walks a frame once. *root* has the elements, *owners* is whose each marked-content number is."""

    def __init__(self, frame: Frame) -> None:
        self.root = Element(Role.SECT)
        self.sequences: list[Sequence] = []
        self.owners: list[Element] = []
        self.links: list[LinkArea] = []
        self._figures: list[Element] = []
        self._walk(frame.items, 0.0, 0.0, self.root)
        self.root.prune()
        self.element_count = self.root.number_kids()

    @property
    def boxes(self) -> dict[int, Rect]:
        """The boxes of figures, by their elements' indexes."""
        return {one.index: one.box for one in self._figures if one.box and one.index >= 0}

    def broken_lines(self) -> set[int]:
        """The ids of the lines of type after which the same element's text goes on further down."""
        return broken_in(*self.sequences)

    def _walk(self, items: tuple[Placed, ...], x: float, y: float, element: Element | None) -> None:
        """Go through items in their order; *element* is None inside an artifact."""
        for placed in items:
            left, top, item = placed
            left, top = x + left, y + top
            if isinstance(item, Group):
                self._walk(item.items, left, top, self._inner(item, left, top, element))
            elif isinstance(item, Text):
                if item.runs:
                    self._sequence(self._holder(element, item)).items.append(Placed(left, top, item))
            elif isinstance(item, Link):
                self._link(item, left, top, element or self.root)
            else:
                self._sequence(self._holder(element, item)).items.append(Placed(left, top, item))

    def _inner(self, group: Group, x: float, y: float, element: Element | None) -> Element | None:
        """The element that a group's items belong to; None for what nobody is to hear of."""
        figure = group.role is Role.FIGURE
        if element is None or group.role is Role.ARTIFACT or (figure and not group.alt):
            return None
        if element.role is Role.FIGURE and group.role is not Role.LINK:
            return element
        inner = element_of(group, union(boxes(group.items, x, y)) if figure else None)
        element.kids.append(inner)
        if figure:
            self._figures.append(inner)
        return inner

    def _holder(self, element: Element | None, item: Item) -> Element | None:
        """The element an item is content of: in a figure any, elsewhere only text; None for decoration."""
        if element is None or element is self.root:
            return None
        if element.role is Role.FIGURE:
            return element
        if not isinstance(item, Text):
            return None
        implied = IMPLIED.get(element.role)
        return element.child(*implied) if implied else element

    def _link(self, link: Link, x: float, y: float, element: Element) -> None:
        holder = element if element.role is Role.LINK else element.child(Role.LINK)
        box = Rect(x, y, link.width, link.height)
        area = LinkArea(link.url, link.description, box, len(self.links))
        self.links.append(area)
        holder.kids.append(area)

    def _sequence(self, owner: Element | None) -> Sequence:
        """The current sequence if it is the owner's, else a new one with the next number."""
        if not self.sequences or self.sequences[-1].owner is not owner:
            if owner:
                owner.kids.append(len(self.owners))
                self.owners.append(owner)
            self.sequences.append(Sequence(owner))
        return self.sequences[-1]
