"""The boxes that faces and sheets are built of: face data → a tree of frozen boxes.

A box is a mapping with one key that says its kind, and options next to it. Content comes in by `{placeholders}`
that name fields of a card, a row of it, or `{t.…}` for the program's own words. A box whose content is absent
takes no room. Lengths are mm.
"""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Union

from cardmaker.theme.chartboxes import (
    BandBox,
    BarsBox,
    ChartBox,
    ColumnBox,
    ProfileBox,
    SkylineBox,
    SpansBox,
)
from cardmaker.theme.content import (
    BodyMapBox,
    ChipBox,
    FieldBox,
    GridBox,
    ImageBox,
    LinesBox,
    ListBox,
    MarkBox,
    QrBox,
    RuleBox,
    SampleBox,
    SetsBox,
    SpaceBox,
    StripBox,
    TabBox,
    TextBox,
)
from cardmaker.theme.measures import Count, Length
from cardmaker.theme.options import BoxOptions
from cardmaker.validation.marks import number


class StackBox(BoxOptions):
    """Boxes one under the other; with `even` those that fill are equally high, as far as their contents allow."""

    stack: tuple["Box", ...]
    gap: Length = 0.0
    even: bool = False


class RowBox(BoxOptions):
    """Boxes side by side; `cells` aligns them within the row's height."""

    row: tuple["Box", ...]
    gap: Length = 0.0
    cells: Literal["top", "middle", "bottom", "baseline"] = "top"


class FlowBox(BoxOptions):
    """Boxes side by side that go on in a new line where the width ends.

    They stay on one line if that takes no more than `squeeze` of each one's width: 0.8 for four fifths. In `columns`
    all are equally wide; `down` fills one column after the other, so that they are about equally high.
    """

    flow: tuple["Box", ...]
    gap: Length = 0.0
    line_gap: Length = 0.0
    squeeze: Annotated[float, number(gt=0, le=1)] = 1.0
    columns: Count | None = None
    down: bool = False


class LayersBox(BoxOptions):
    """Boxes over each other in the same place, so that what is in one lines up within itself alone."""

    layers: tuple["Box", ...]


class PanelBox(BoxOptions):
    """A box on a surface of the theme, with padding."""

    panel: "Box"
    surface: str
    padding: tuple[Length, Length] = (0.0, 0.0)
    radius: Length = 0.0


class FigureBox(BoxOptions):
    """The exercise's picture; it yields down to `min_height`.

    It shows the positions from start to finish with their `labels`, as large as they go on a ground line across the
    box, and numbers the joints of the cues in the list field `keys`, in rings of `key_size` mm, as many as the list
    box of that id keeps. `over` is a box for the room above a figure that is so low that all of it fits there. `small`
    shows one position, drawn for about 12 mm; of these `reach` says how many cm of body and kit are as high as the
    box, the largest scale in a list.
    With `alone` the last position is enough where it comes out much larger by itself, to be seen from afar.
    """

    DRAWN_IN: ClassVar[tuple[str, ...]] = ("figure-label", "callout")
    FIGURE: ClassVar[bool] = True

    figure: str
    alt: str = ""
    keys: str = ""
    key_size: Length = 2.9
    labels: bool = False
    small: bool = False
    over: "Box | None" = None
    alone: bool = False
    reach: Annotated[float, number(ge=0, le=1000, allow_inf_nan=False)] = 0.0


if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

KINDS: dict[str, type[BoxOptions]] = {
    "stack": StackBox,
    "row": RowBox,
    "flow": FlowBox,
    "layers": LayersBox,
    "panel": PanelBox,
    "text": TextBox,
    "list": ListBox,
    "figure": FigureBox,
    "body_map": BodyMapBox,
    "sample": SampleBox,
    "image": ImageBox,
    "tab": TabBox,
    "chip": ChipBox,
    "strip": StripBox,
    "grid": GridBox,
    "sets": SetsBox,
    "profile": ProfileBox,
    "column": ColumnBox,
    "band": BandBox,
    "skyline": SkylineBox,
    "bars": BarsBox,
    "chart": ChartBox,
    "spans": SpansBox,
    "qr": QrBox,
    "rule": RuleBox,
    "space": SpaceBox,
    "mark": MarkBox,
    "field": FieldBox,
    "lines": LinesBox,
}


def _kind(value: Any) -> str | None:
    """The model's name, which messages leave out of the path."""
    if isinstance(value, BoxOptions):
        return type(value).__name__
    if isinstance(value, dict):
        return next((model.__name__ for kind, model in KINDS.items() if kind in value), None)
    return None


class _AnyBox:
    """Has pydantic read a box by the model of its kind."""

    def __get_pydantic_core_schema__(self, _source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.tagged_union_schema(
            {model.__name__: handler.generate_schema(model) for model in KINDS.values()},
            discriminator=_kind,
            custom_error_type="box_kind",
            custom_error_message="a box says its kind by one of: " + ", ".join(KINDS),
        )


if TYPE_CHECKING:
    Box = BoxOptions
else:
    Box = Annotated[Union[tuple(KINDS.values())], _AnyBox()]  # noqa: UP007 - of a table
