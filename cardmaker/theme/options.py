"""What every box may say of itself, and text with pieces of other styles."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from cardmaker.theme.measures import Extent, Length
from cardmaker.validation.marks import read
from cardmaker.validation.model import Model


def _words(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class Options(Model):
    """What every box may say of itself.

    width, height: mm, `fit` (its own size) or `fill` with an optional weight. `if` / `unless`: a field that must
    be there or absent. `each`: a list field; the box is repeated for each of its members, whose fields it sees.
    `id`: the name by which a ladder drops it. `yields`: it goes when its row is too narrow; `late`: when smaller
    type doesn't help either. `keep`: its width stays taken when it is absent, so that columns line up.
    `link`: where a click on it leads, an address or the '#name' of another page.
    """

    KEYS: ClassVar[Mapping[str, str]] = {"when": "if"}

    width: Extent | None = None
    height: Extent | None = None
    min_height: Length = 0.0
    max_height: Length | None = None
    when: str = ""
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


Words = Annotated[tuple[str | Span, ...], read(_words)]
