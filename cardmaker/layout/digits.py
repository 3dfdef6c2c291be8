"""What a text draws → what one draws that differs from it in its digits alone, which all are as wide as each other.

Athletes have paces and loads of their own, and most of these are as long as somebody's before: '5:12/km', '47.5 kg'.
Texts of one shape take the same room, break at the same places and are drawn at the same ones.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from cardmaker.frame import Group, Placed, Text
from cardmaker.handout import Rich
from cardmaker.layout.scope import pieces_of
from cardmaker.recent import Recent
from cardmaker.text.digits import DIGITS, DigitLine, digits_in
from cardmaker.theme.content import TextBox
from cardmaker.theme.options import Span

_ZEROS: Final = str.maketrans("123456789", "0" * 9)

With = Callable[[Iterator[str]], Placed]
"""Something drawn, with the next of some digits in it."""


def shape_of(values: Sequence[Any], uneven: frozenset[str]) -> Hashable:
    """What values have in common that differ in the digits of texts alone, where no *uneven* character is in these."""
    return tuple(_shape(value, uneven) for value in values)


def _shape(value: Any, uneven: frozenset[str]) -> Any:
    if type(value) is str and uneven.isdisjoint(value):
        return value.translate(_ZEROS)
    if type(value) is Rich:
        return Rich, tuple([(_shape(text, uneven), strong) for text, strong in value.parts])
    return value


def digits_of(box: TextBox, value: Callable[[str], object]) -> str:
    """The digits of all that a text box says, in their order, by the values of its fields."""
    pieces = _PIECES.once(id(box), lambda: (box, _pieces_of(box)))[1]
    return digits_in("".join([str(value(piece)) if field else piece for piece, field in pieces]))


def _pieces_of(box: TextBox) -> tuple[tuple[str, bool], ...]:
    """The names of a box's fields, and the digits between them."""
    texts = (part.text if isinstance(part, Span) else part for part in box.text)
    parts = ((part, number % 2 == 1) for text in texts for number, part in enumerate(pieces_of(text)))
    return tuple((part if field else digits_in(part), field) for part, field in parts)


_PIECES: Recent[int, tuple[TextBox, tuple[tuple[str, bool], ...]]] = Recent(500)
"""With each box, so that its id stays its own."""


class DrawnText:
    """What a text box draws, *drawn* once for each time that it is asked, where it has all *digits* of what it says."""

    def __init__(self, drawn: list[list[Placed]], digits: str) -> None:
        self._drawn = [[_with(one) for one in items] for items in drawn]
        self.usable = all(_said_in(items) == digits for items in drawn)

    def saying(self, digits: str) -> list[list[Placed]]:
        """The same with the digits of another text of its shape."""
        return [_filled(items, iter(digits)) for items in self._drawn]


def _filled(items: list[Placed | With], digits: Iterator[str]) -> list[Placed]:
    return [one if isinstance(one, Placed) else one(digits) for one in items]


def _said_in(items: Sequence[Placed]) -> str:
    """All digits of texts in items, in their order."""
    return "".join(
        _said_in(one.item.items)
        if isinstance(one.item, Group)
        else digits_in(one.item.content)
        if isinstance(one.item, Text)
        else ""
        for one in items
    )


def _with(placed: Placed) -> Placed | With:
    """What gives something with other digits, or itself where it has none."""
    x, y, item = placed
    if isinstance(item, Group):
        inner = [_with(one) for one in item.items]
        if all(isinstance(one, Placed) for one in inner):
            return placed
        role, alt, scope, count = item.role, item.alt, item.scope, len(_said_in([placed]))

        def filled(digits: Iterator[str]) -> Placed:
            own = "".join(islice(digits, count))
            return Placed(x, y, Group(role, tuple(_filled(inner, iter(own))), alt, scope, item, own))

        return filled
    if isinstance(item, Text) and not DIGITS.isdisjoint(item.content):
        line = DigitLine(item)
        return lambda digits: Placed(x, y, line.with_digits(digits))
    return placed
