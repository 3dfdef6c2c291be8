"""Boxes to placed drawables: measure what a box needs, then place it, by kind."""

from collections.abc import Callable
from typing import Any, TypeVar

from cardmaker.frame import Group, Link, Placed, Role, Text
from cardmaker.geometry import Rect
from cardmaker.layout.context import DRAWN, Context, Overflow
from cardmaker.layout.scope import present
from cardmaker.record import record
from cardmaker.theme.box import StackBox
from cardmaker.theme.content import ListBox, TextBox
from cardmaker.theme.options import BoxOptions, Span

Known = TypeVar("Known")
SLACK = 1e-4
_GROUPING = {Role.SECT, Role.L, Role.LI, Role.TABLE, Role.TR}


Part = tuple[Context, BoxOptions, float]


@record
class BoxKind:
    """How one kind of box is asked and drawn. Widths and heights are mm; drawing is in the frame's millimetres.

    *least* is the width below which smaller type and more lines don't help; *parts* are the boxes that a
    container's height comes from, each with its width.
    """

    present: Callable[[Context, Any], bool]
    width: Callable[[Context, Any], float]
    height: Callable[[Context, Any, float], float]
    draw: Callable[[Context, Any, Rect], list[Placed]]
    baseline: Callable[[Context, Any, float], float] | None = None
    parts: Callable[[Context, Any, float], list[Part]] | None = None
    least: Callable[[Context, Any], float] | None = None
    plain: bool = False
    """Whether its height is worked out sooner than it is looked up."""
    holds: bool = False
    """Whether it only has boxes in it, and reads nothing but what every box may."""


_REGISTER: dict[type[BoxOptions], BoxKind] = {}


def register(model: type[BoxOptions], kind: BoxKind) -> None:
    """Say how boxes of a model are laid out."""
    _REGISTER[model] = kind


def always(_ctx: Context, _box: BoxOptions) -> bool:
    """For boxes that need no content."""
    return True


def expand(ctx: Context, boxes: tuple[BoxOptions, ...]) -> list[tuple[Context, BoxOptions]]:
    """The boxes that are there: repeated by `each`, without those whose condition or content is absent."""
    return ctx.once_here("expand", boxes, 0.0, _expanded)


def _expanded(ctx: Context, boxes: tuple[BoxOptions, ...], _width: float) -> list[tuple[Context, BoxOptions]]:
    found: list[tuple[Context, BoxOptions]] = []
    for box in boxes:
        if box.each:
            members = [(inner, box) for inner in ctx.members(box.each) if is_present(inner, box)]
            found += members
            if box.keep and not members:
                found.append((ctx, StackBox(stack=(), width=box.width)))
        elif is_present(ctx, box):
            found.append((ctx, box))
        elif box.keep:
            found.append((ctx, StackBox(stack=(), width=box.width)))
    return found


def asked(what: str, ctx: Context, box: BoxOptions, ask: Callable[..., Known], *args: Any) -> Known:
    """What *ask* answers of a box, noted down on a page that others follow."""
    if ctx.trace is None:
        return ask(ctx, box, *args)
    holds = _REGISTER[type(box)].holds and not box.link
    answer: Known = ctx.trace.ask(what, ctx, box, ask, args, holds=holds)
    return answer


def is_present(ctx: Context, box: BoxOptions) -> bool:
    """Whether a box takes part: one that a rung drops doesn't, and is noted if it had something to show."""
    if ctx.trace is None:
        return _is_present(ctx, box)
    return asked("present", ctx, box, _is_present)


def _is_present(ctx: Context, box: BoxOptions) -> bool:
    if box.instead_of and box.instead_of not in ctx.settings.dropped:
        return False
    there = _has_content(ctx, box)
    if there and box.id and box.id in ctx.settings.dropped:
        ctx.note_missing(box.id)
        return False
    return there


def _has_content(ctx: Context, box: BoxOptions) -> bool:
    if box.when and not present(ctx.scope.value(box.when)):
        return False
    if box.unless and present(ctx.scope.value(box.unless)):
        return False
    kind = _REGISTER[type(box)]
    return ctx.once("present", box, 0.0, _holds_something) if kind.holds else kind.present(ctx, box)


def _holds_something(ctx: Context, box: BoxOptions, _width: float) -> bool:
    return _REGISTER[type(box)].present(ctx, box)


def weight(extent: float | str | None) -> float:
    """The share of spare room that an extent asks for: 0 if it doesn't fill."""
    if isinstance(extent, str) and extent.startswith("fill"):
        return float(extent[5:] or 1)
    return 0.0


def natural_width(ctx: Context, box: BoxOptions) -> float:
    """The width a box would like."""
    if isinstance(box.width, float | int):
        return float(box.width)
    return _natural_width(ctx, box) if ctx.trace is None else asked("width", ctx, box, _natural_width)


def _natural_width(ctx: Context, box: BoxOptions) -> float:
    return ctx.once("width", box, 0.0, _own_width)


def _own_width(ctx: Context, box: BoxOptions, _width: float) -> float:
    return _REGISTER[type(box)].width(_inner(ctx, box), box)


def least_width(ctx: Context, box: BoxOptions) -> float:
    """The width a box can do with."""
    return asked("least width", ctx, box, _least_width)


def _least_width(ctx: Context, box: BoxOptions) -> float:
    kind = _REGISTER[type(box)]
    if isinstance(box.width, float | int) or kind.least is None:
        return natural_width(ctx, box)
    return min(kind.least(_inner(ctx, box), box), natural_width(ctx, box))


def least_height(ctx: Context, box: BoxOptions, width: float) -> float:
    """The height a box needs at a width; more than its fixed height is an Overflow."""
    if box.height is not None or (box.id and ctx.settings.heights):
        own = ctx.height_of(box)
        if isinstance(own, float | int):
            return float(own)
    if ctx.trace is None:  # what `asked` does, without a call more for most boxes
        return _least_height(ctx, box, width)
    return asked("height", ctx, box, _least_height, width)


def _least_height(ctx: Context, box: BoxOptions, width: float) -> float:
    needed, least = _own_height(ctx, box, width), ctx.least_of(box)
    return needed if needed > least else least


def _own_height(ctx: Context, box: BoxOptions, width: float) -> float:
    kind = _REGISTER[type(box)]
    if kind.plain:
        return kind.height(ctx, box, width)
    return ctx.once("height", box, width, _measured_height)


def _measured_height(ctx: Context, box: BoxOptions, width: float) -> float:
    height = _REGISTER[type(box)].height
    if ctx.survey is None:
        return height(_inner(ctx, box), box, width)
    return ctx.surveyed(lambda: height(_inner(ctx, box), box, width), 0.0)


def has_no_room(ctx: Context, box: BoxOptions, rect: Rect) -> bool:
    """Whether a box is too high for a rectangle, or something in it too wide, so that it can't be drawn there."""
    return asked("no room", ctx, box, _has_no_room, rect)


def _has_no_room(ctx: Context, box: BoxOptions, rect: Rect) -> bool:
    try:
        return _own_height(ctx, box, rect.width) > rect.height + SLACK
    except Overflow:
        return True


def baseline(ctx: Context, box: BoxOptions, width: float) -> float:
    """How far below a box's top its first baseline lies; its height if it has none."""
    return asked("baseline", ctx, box, _baseline, width)


def _baseline(ctx: Context, box: BoxOptions, width: float) -> float:
    kind = _REGISTER[type(box)]
    if kind.baseline is None:
        return least_height(ctx, box, width)
    measure = kind.baseline
    if ctx.survey is None:
        return measure(_inner(ctx, box), box, width)
    return ctx.surveyed(lambda: measure(_inner(ctx, box), box, width), 0.0)


def draw(ctx: Context, box: BoxOptions, rect: Rect) -> list[Placed]:
    """Place a box in a rectangle, tagged with its role. The list isn't to be changed."""
    return _draw(ctx, box, rect) if ctx.trace is None else asked(DRAWN, ctx, box, _draw, rect)


def _draw(ctx: Context, box: BoxOptions, rect: Rect) -> list[Placed]:
    if ctx.precedent is not None:
        return ctx.once("drawn, bare" if ctx.bare else "drawn", box, rect, _drawn)
    return _drawn(ctx, box, rect) if ctx.survey is None else ctx.surveyed(lambda: _drawn(ctx, box, rect), [])


def _drawn(ctx: Context, box: BoxOptions, rect: Rect) -> list[Placed]:
    inner = _inner(ctx, box)
    needed = _own_height(ctx, box, rect.width)
    if needed > rect.height + SLACK:
        raise too_high(ctx, box, rect.width, needed - rect.height)
    items = _REGISTER[type(box)].draw(inner, box, rect)
    if items and _is_linked(ctx, box):
        items = [linked(items, ctx.scope.fill(box.link), rect)]
        items = items if ctx.bare or box.role else [tagged(Role.P, items)]
    if not box.role or ctx.bare or not items:
        return items
    return [tagged(Role(_role(box.role)), items)]


def linked(items: list[Placed], url: str, area: Rect) -> Placed:
    """Drawables that lead somewhere when their area is clicked."""
    label = "".join(placed.item.content for placed in items if isinstance(placed.item, Text))
    target = Placed(area.x, area.y, Link(url, area.width, area.height, label))
    return tagged(Role.LINK, [*items, target])


def _is_linked(ctx: Context, box: BoxOptions) -> bool:
    """Whether all of a box is a link; a text box is one only where its words are, and sees to that itself."""
    return bool(box.link) and not isinstance(box, TextBox) and bool(ctx.scope.fill(box.link))


def tagged(role: Role, items: list[Placed], alt: str = "", scope: str = "") -> Placed:
    """Drawables as one element of the reading order."""
    return Placed(0.0, 0.0, Group(role, tuple(items), alt, scope))


def too_high(ctx: Context, box: BoxOptions, width: float, excess: float) -> Overflow:
    """What to raise for a box that is too high by *excess* mm: the field in it that takes most room."""
    if ctx.trace is None:
        return _too_high(ctx, box, width, excess)
    return ctx.trace.unnoted(lambda: _too_high(ctx, box, width, excess))


def _too_high(ctx: Context, box: BoxOptions, width: float, excess: float) -> Overflow:
    kind = _REGISTER[type(box)]
    parts = kind.parts(_inner(ctx, box), box, width) if kind.parts else []
    if parts:
        wordy = [(c, b, w) for c, b, w in parts if _wordy(c, b, w)]
        inner, part, own = max(wordy or parts, key=lambda part: least_height(*part))
        return _too_high(inner, part, own, excess)
    needed = least_height(ctx, box, width)
    return ctx.overflow(box.called, needed, max(0.0, needed - excess), said(ctx, box))


def said(ctx: Context, box: BoxOptions) -> str:
    """What is written in a box: all of a text, the longest item of a list; else ''."""
    if isinstance(box, TextBox):
        parts = (part.text if isinstance(part, Span) else part for part in box.text)
        return "".join(map(ctx.scope.fill, parts))
    if isinstance(box, ListBox):
        return max(map(str, ctx.scope.value(box.items.strip("{}"))), key=len, default="")
    return ""


def _wordy(ctx: Context, box: BoxOptions, width: float) -> bool:
    """Whether a box is as high as what is written in it: what a person can shorten."""
    holds = isinstance(box, TextBox | ListBox) or _REGISTER[type(box)].parts is not None
    if not holds or isinstance(ctx.height_of(box), float | int):
        return False
    least = ctx.least_of(box)
    return not least or _own_height(ctx, box, width) > least


def _role(name: str) -> str:
    return "Artifact" if name == "artifact" else name


def _inner(ctx: Context, box: BoxOptions) -> Context:
    """Text inside a link, or a box with a role of its own, is that element's, unless the role only groups."""
    if ctx.bare or not (box.link or box.role):
        return ctx
    if _is_linked(ctx, box):
        return ctx.as_bare()
    return ctx.as_bare() if box.role and _role(box.role) not in _GROUPING else ctx
