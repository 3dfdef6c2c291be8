"""The boxes that faces and sheets are built of: face data → a tree of frozen boxes.

A box is a mapping with one key that says its kind, and options beside it. Content comes in by `{placeholders}`
that name fields of a card, a row of it, or `{t.…}` for the program's own words. A box whose content is absent
takes no room. Lengths are mm.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic_core import CoreSchema, core_schema

from cardmaker.geometry import parse_length

_MOST_MM = 5000.0


def _length(value: Any) -> Any:
    if isinstance(value, bool):
        return parse_length(str(value).lower())
    return parse_length(value) if isinstance(value, str) else value


def _extent(value: Any) -> Any:
    if not isinstance(value, str) or value in ("fit", "fill"):
        return value
    if value.startswith("fill "):
        share = value.removeprefix("fill ").strip()
        if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", share) or not float(share):
            raise ValueError(f"'{value}' is no share of the room; write 'fill', or 'fill 2' for twice as much")
        return f"fill {float(share):g}"
    return parse_length(value)


def _within(value: float | str) -> float | str:
    if not isinstance(value, str) and not 0 <= value <= _MOST_MM:
        raise ValueError(f"should be from 0 to {_MOST_MM:g} mm, not {value:g}")
    return value


def _words(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class _Known:
    """A schema that is ready: pydantic would work it out anew for each of the boxes' four hundred fields."""

    def __init__(self, schema: CoreSchema) -> None:
        self.schema = schema

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return self.schema


def _lengths(*, more_than: float | None = None) -> _Known:
    least = 0.0 if more_than is None else None
    number = core_schema.float_schema(ge=least, gt=more_than, le=_MOST_MM, allow_inf_nan=False)
    return _Known(core_schema.no_info_before_validator_function(_length, number))


def _extents() -> _Known:
    written = core_schema.union_schema([core_schema.float_schema(), core_schema.str_schema()])
    read = core_schema.no_info_before_validator_function(_extent, written)
    return _Known(core_schema.no_info_after_validator_function(_within, read))


FieldPath = tuple[str | int, ...]
"""Where something stands in a template file: keys and places in lists."""

Length = Annotated[float, _lengths()]
Extent = Annotated[float | str, _extents()]
Some = Annotated[float, _lengths(more_than=0)]
"""A length that can't be nothing."""
Count = Annotated[int, _Known(core_schema.int_schema(ge=1, le=100))]
Tally = Annotated[int, _Known(core_schema.int_schema(ge=0, le=100))]


class Model(BaseModel):
    """Data from a template file: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Options(Model):
    """What every box may say of itself.

    width, height: mm, `fit` (its own size) or `fill` with an optional weight. `if` / `unless`: a field that must
    be there or absent. `each`: a list field; the box is repeated for each of its members, whose fields it sees.
    `id`: the name by which a ladder drops it. `yields`: it goes when its row is too narrow; `late`: when smaller
    type doesn't help either. `keep`: its width stays taken when it is absent, so that columns line up.
    `link`: where a click on it leads, an address or the '#name' of another page.
    """

    width: Extent | None = None
    height: Extent | None = None
    min_height: Length = 0.0
    max_height: Length | None = None
    when: str = Field(default="", alias="if")
    unless: str = ""
    each: str = ""
    id: str = ""
    yields: bool | Literal["late"] = False
    keep: bool = False
    role: str = ""
    link: str = ""
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "top"


class Span(Model):
    """A piece of a text with a style of its own, or with another weight or colour of the text's style.

    An `optional` piece does not keep a text that is otherwise absent, nor is its absence the text's.
    """

    text: str
    style: str = ""
    weight: Literal["", "regular", "medium", "bold"] = ""
    colour: str = ""
    optional: bool = False


Words = Annotated[tuple[str | Span, ...], BeforeValidator(_words)]


class StackBox(Options):
    """Boxes one under the other."""

    stack: tuple["Box", ...]
    gap: Length = 0.0


class RowBox(Options):
    """Boxes side by side; `cells` aligns them within the row's height."""

    row: tuple["Box", ...]
    gap: Length = 0.0
    cells: Literal["top", "middle", "bottom", "baseline"] = "top"


class FlowBox(Options):
    """Boxes side by side that go on in a new line where the width ends.

    They stay on one line if that takes no more than `squeeze` of each one's width: 0.8 for four fifths.
    """

    flow: tuple["Box", ...]
    gap: Length = 0.0
    line_gap: Length = 0.0
    squeeze: Annotated[float, Field(gt=0, le=1)] = 1.0


class PanelBox(Options):
    """A box on a surface of the theme, with padding."""

    panel: "Box"
    surface: str
    padding: tuple[Length, Length] = (0.0, 0.0)
    radius: Length = 0.0


class TextBox(Options):
    """Text in a style; `lines` is the most it may take, `shrink` lets it go down to the style's minimum.

    It takes more lines before it shrinks; with `shrink_first` it stays on one line down to the minimum.
    """

    text: Words
    style: str = "text"
    colour: str = ""
    lines: Tally = 0
    shrink: bool = True
    shrink_first: bool = False


class ListBox(Options):
    """A list field, a marker before each item: `number`, `dash`, `cross` or none.

    With a `column_width` it runs in as many columns as there is room for.
    """

    items: str = Field(alias="list")
    item: Words = ("{text}",)
    style: str = "text"
    marker: Literal["number", "dash", "cross", ""] = ""
    gap: Length = 0.0
    indent: Length = 0.0
    spread: Length = 0.0
    column_width: Length = 0.0


class FigureBox(Options):
    """The exercise's picture; it yields down to `min_height`.

    It shows the positions from start to finish with their `labels`, and numbers the joints of the cues in the
    list field `keys`, in rings of `key_size` mm. `small` shows one position, drawn for about 12 mm. The field
    `body_map` has a small body with the muscles marked, which stands at the right where it is there. `reach`: how many
    cm of body and kit stand in the box's height: the scale of all figures of a deck. Only one that its box can't hold
    is smaller. The box counts as high as its `max_height` if it gets that, else as its `min_height`.
    """

    figure: str
    alt: str = ""
    keys: str = ""
    key_size: Length = 2.9
    labels: bool = False
    small: bool = False
    body_map: str = ""
    reach: Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)] = 0.0


class ImageBox(Options):
    """A picture file, as large as its box allows."""

    image: str
    alt: str = ""


class TabBox(Options):
    """An index tab standing on a rule, at one of `slots` places; `others` numbers the places beside it."""

    tab: str
    slot: str
    slots: str
    style: str = "tab"
    others: bool = False
    stroke: str = "index"
    slot_width: Length = 0.0


class ChipBox(Options):
    """A card's number on a small plate, with an optional note below it."""

    chip: str
    note: str = ""
    style: str = "chip"
    note_style: str = "chip-note"
    surface: str = "chip"


class Cell(Model):
    """A value with its label, in a strip; one that `yields` goes when the strip is too narrow, the last first."""

    value: str
    label: str
    yields: bool = False


class StripBox(Options):
    """The prescription: a leading cell on a surface, then the others between two rules."""

    strip: tuple[Cell, ...]
    lead_width: Length
    lead_style: str = "sets"
    style: str = "load"
    label_style: str = "strip-label"


class GridBox(Options):
    """A log to write in: a date column and a column for each set, light targets in the cells.

    It takes from `least_rows` to `rows` sessions, as many as its height allows. `blank` leaves the targets out.
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
    blank: bool = False
    head_style: str = "log-head"
    style: str = "log-target"
    date_style: str = "log-date"


class SetsBox(Options):
    """A box to write in for each set, dashed beyond the prescribed ones."""

    sets: str
    size: tuple[Some, Some]
    columns: Count = 4
    gap: Length = 0.9
    style: str = "set-number"


class ProfileBox(Options):
    """Stretches as bars: length is distance, darker is harder.

    The hardest stands `rise` mm high and easier ones lower; `flat` draws all of them at that height.
    """

    profile: str
    scale: str
    rise: Some = 5.6
    flat: bool = False


class ColumnBox(Options):
    """One day's distance as a bar that stands on the row's foot, its number beside it."""

    column: str
    effort: str
    label: str
    scale: str
    bar_width: Some = 10.0
    style: str = "km"


class BarsBox(Options):
    """Weeks as bars: done, this one, to come."""

    bars: str
    bar_width: Some = 8.0
    gap: Length = 1.7
    style: str = "bar-value"
    label_style: str = "bar-label"


class QrBox(Options):
    """A QR code of a link, four modules of quiet kept by the layout around it."""

    qr: str
    alt: str = ""


class RuleBox(Options):
    """A horizontal line: a stroke of the theme in a colour."""

    rule: str
    stroke: str = "hair"


class SpaceBox(Options):
    """Room: mm, or `fill` with a weight."""

    space: Extent


class MarkBox(Options):
    """A small drawn sign: disc, ring, cross, up, down, stop, box (to tick), weights, swatch of a run's effort."""

    mark: Literal["disc", "ring", "cross", "up", "down", "stop", "box", "weights", "swatch", "bracket"]
    size: Some = 2.0
    colour: str = "ink"
    value: str = ""


class FieldBox(Options):
    """A box to write in, labelled at its lower right."""

    field: str
    style: str = "field"


class LinesBox(Options):
    """Lines to write on: as many as fit at the pitch, or `count`."""

    lines: Length
    count: Tally = 0
    colour: str = "pencil"


_KINDS: dict[str, type[Options]] = {
    "stack": StackBox,
    "row": RowBox,
    "flow": FlowBox,
    "panel": PanelBox,
    "text": TextBox,
    "list": ListBox,
    "figure": FigureBox,
    "image": ImageBox,
    "tab": TabBox,
    "chip": ChipBox,
    "strip": StripBox,
    "grid": GridBox,
    "sets": SetsBox,
    "profile": ProfileBox,
    "column": ColumnBox,
    "bars": BarsBox,
    "qr": QrBox,
    "rule": RuleBox,
    "space": SpaceBox,
    "mark": MarkBox,
    "field": FieldBox,
    "lines": LinesBox,
}


def _kind(value: Any) -> str | None:
    """The model's name, which messages leave out of the path."""
    if isinstance(value, Options):
        return type(value).__name__
    if isinstance(value, dict):
        return next((model.__name__ for kind, model in _KINDS.items() if kind in value), None)
    return None


Box = Annotated[
    Annotated[StackBox, Tag("StackBox")]
    | Annotated[RowBox, Tag("RowBox")]
    | Annotated[FlowBox, Tag("FlowBox")]
    | Annotated[PanelBox, Tag("PanelBox")]
    | Annotated[TextBox, Tag("TextBox")]
    | Annotated[ListBox, Tag("ListBox")]
    | Annotated[FigureBox, Tag("FigureBox")]
    | Annotated[ImageBox, Tag("ImageBox")]
    | Annotated[TabBox, Tag("TabBox")]
    | Annotated[ChipBox, Tag("ChipBox")]
    | Annotated[StripBox, Tag("StripBox")]
    | Annotated[GridBox, Tag("GridBox")]
    | Annotated[SetsBox, Tag("SetsBox")]
    | Annotated[ProfileBox, Tag("ProfileBox")]
    | Annotated[ColumnBox, Tag("ColumnBox")]
    | Annotated[BarsBox, Tag("BarsBox")]
    | Annotated[QrBox, Tag("QrBox")]
    | Annotated[RuleBox, Tag("RuleBox")]
    | Annotated[SpaceBox, Tag("SpaceBox")]
    | Annotated[MarkBox, Tag("MarkBox")]
    | Annotated[FieldBox, Tag("FieldBox")]
    | Annotated[LinesBox, Tag("LinesBox")],
    Discriminator(
        _kind,
        custom_error_type="box_kind",
        custom_error_message="a box says its kind by one of: " + ", ".join(_KINDS),
    ),
]
