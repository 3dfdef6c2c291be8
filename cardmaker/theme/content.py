"""The boxes that hold no others: text, pictures, signs, and places to write in; charts are in `chartboxes`."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Literal

from cardmaker.theme.measures import Count, Extent, Length, Some, Tally
from cardmaker.theme.options import BoxOptions, Words
from cardmaker.validation.model import Model


class TextBox(BoxOptions):
    """Text in a style; `lines` is the most it may take, `shrink` lets it go down to the style's minimum.

    It takes more lines before it shrinks; with `shrink_first` it stays on one line down to the minimum. Where a page
    is too narrow for that on all rungs of its ladder, its texts take up to two lines more, and what `short` says in
    fewer letters.
    """

    text: Words
    style: str = "text"
    colour: str = ""
    lines: Tally = 0
    shrink: bool = True
    shrink_first: bool = False
    short: Words = ()


class ListBox(BoxOptions):
    """A list field, a marker before each item: `number`, `dash`, `cross`, `box` to tick, or none.

    `marked` names a field of the items: those that don't have it have no marker. With a `column_width` it runs in as
    many columns as there is room for. It has at most `most` items, if that is given; one that `ends` keeps its last
    item, where a movement comes to its end, whatever goes before it.
    """

    KEYS: ClassVar[Mapping[str, str]] = {**BoxOptions.KEYS, "items": "list"}
    BOUND: ClassVar[tuple[str, ...]] = ("text", "short")

    items: str
    item: Words = ("{text}",)
    style: str = "text"
    marker: Literal["number", "dash", "cross", "box", ""] = ""
    marked: str = ""
    gap: Length = 0.0
    indent: Length = 0.0
    spread: Length = 0.0
    column_width: Length = 0.0
    most: Tally = 0
    ends: bool = False

    @cached_property
    def called(self) -> str:
        """What a message calls it: its id, else the field whose members it lists."""
        return self.id or self.items.strip("{}")


class BodyMapBox(BoxOptions):
    """The body from front and back with the muscles of the field `body_map` marked, as high as its box."""

    body_map: str
    alt: str = ""
    gap: Length = 0.6


class SampleBox(BoxOptions):
    """The front of a card, smaller, in the middle; the `points` of it are numbered at its sides, in rings of
    `key_size` mm.

    It is at most `largest` times as large as the card itself.
    """

    DRAWN_IN: ClassVar[tuple[str, ...]] = ("callout",)

    sample: str
    points: str
    alt: str = ""
    key_size: Length = 2.9
    largest: Some = 0.62


class ImageBox(BoxOptions):
    """A picture file, as large as its box allows."""

    image: str
    alt: str = ""


class TabBox(BoxOptions):
    """An index tab standing on a rule, at one of `slots` places; `others` numbers the places next to it.

    `aside` are words at the end of the rule, at its beginning where the tab is in their way. Where neither has room for
    them, `aside_short` is there instead, or nothing if the `aside_yields`.
    """

    DRAWN_IN: ClassVar[tuple[str, ...]] = ("{style}-other",)

    tab: str
    slot: str
    slots: str
    style: str = "tab"
    others: bool = False
    aside: str = ""
    aside_style: str = ""
    aside_short: str = ""
    aside_yields: bool = False
    stroke: str = "index"
    slot_width: Length = 0.0


class ChipBox(BoxOptions):
    """A card's number on a small plate, with a note below it where there is room for one."""

    chip: str
    note: str = ""
    style: str = "chip"
    note_style: str = "chip-note"
    surface: str = "chip"


class StripCell(Model):
    """A value with its label, in a strip; one that `yields` goes when the strip is too narrow, the last first.

    One with a `width` keeps its place: a dash is in it where there is no value. `short` is the label where the other
    is too long.
    """

    value: str
    label: str
    yields: bool = False
    width: Length = 0.0
    short: str = ""


class StripBox(BoxOptions):
    """The prescription: a leading cell on a surface, then the others between two rules.

    `side` follows the leading value, smaller. Where cells have widths, the leading one keeps its `lead_width` and
    what is too long for it is smaller.
    """

    DRAWN_IN: ClassVar[tuple[str, ...]] = ("strip-side",)

    strip: tuple[StripCell, ...]
    lead_width: Length
    side: str = ""
    lead_style: str = "sets"
    style: str = "load"
    label_style: str = "strip-label"


class GridBox(BoxOptions):
    """A log to write in: a date column and a column for each set, light targets in the cells.

    It takes from `least_rows` to `rows` sessions, as many as its height allows.
    With a `load_width` there is a column for the load, headed `load`, with an `effort_width` one for the effort; they
    go where sets have loads of their own. The first row is for the session before, called `last`. `sides` is the
    first set's head where sets are done on each side.
    """

    grid: str
    head: str
    first: str
    columns: Count = 4
    first_width: Length
    head_height: Length
    row_height: Some
    rows: Count
    least_rows: Count
    load: str = ""
    load_width: Length = 0.0
    effort: str = ""
    effort_width: Length = 0.0
    last: str = ""
    sides: str = ""
    head_style: str = "log-head"
    style: str = "log-target"
    date_style: str = "log-date"


class SetsBox(BoxOptions):
    """A box to write in for each set, dashed beyond the prescribed ones; `targets` are what each asks for.

    `across` is a field that says how many the row with most has: all rows share out the width alike, and line up. As
    many as are narrower than `least` mm take several lines: 7 has room for two digits by a pencil, 2.5 mm each, and
    some around them.
    """

    sets: str
    targets: str = ""
    size: tuple[Some, Some]
    columns: Count = 4
    across: str = ""
    least: Some = 7.0
    gap: Length = 0.9
    style: str = "set-number"


class QrBox(BoxOptions):
    """A QR code of a link, four modules of quiet kept by the layout around it."""

    qr: str
    alt: str = ""


class RuleBox(BoxOptions):
    """A horizontal line: a stroke of the theme in a colour."""

    rule: str
    stroke: str = "hair"


class SpaceBox(BoxOptions):
    """Room: mm, or `fill` with a weight."""

    space: Extent


class MarkBox(BoxOptions):
    """A small drawn sign: disc, ring, cross, up, down, stop, box (to tick), weights, swatch of a run's effort.

    A `level` is three squares, of which as many are filled as `value` says. The stop sign is on the theme's surface
    `stop`; `colour` is that of the others.
    """

    mark: Literal[
        "disc",
        "ring",
        "cross",
        "up",
        "down",
        "stop",
        "box",
        "weights",
        "swatch",
        "bracket",
        "bracket-over",
        "level",
    ]
    size: Some = 2.0
    colour: str = "ink"
    value: str = ""


class FieldBox(BoxOptions):
    """A box to write in, labelled at its lower right, or in the middle where it is aligned so.

    `asked` is what is asked for, which its head says in light type.
    """

    field: str
    asked: str = ""
    style: str = "field"
    asked_style: str = ""


class LinesBox(BoxOptions):
    """Lines to write on: as many as fit at the pitch, the last on the foot of the box, or `count`.

    With `clear` they are exactly a pitch apart, counted from the head of the box, and the last is at least so far from
    its foot: away from the rule that is there. With `foot`, too, they are counted from there, and are level with those
    of boxes next to it.
    """

    lines: Length
    count: Tally = 0
    clear: Length | None = None
    foot: bool = False
    colour: str = "pencil"
