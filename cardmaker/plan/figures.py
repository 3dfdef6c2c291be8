"""What a plan says of its figures, a palette's name or who is in them as well → the options of its printing."""

from collections.abc import Mapping
from typing import Annotated, Any

from cardmaker.plan.fields import MaybeLine, known, maybe_named
from cardmaker.validation.marks import Fork
from cardmaker.validation.model import Model


class FigureLook(Model):
    """What figures wear, and who is in them; '' leaves either to the theme."""

    palette: Annotated[MaybeLine, known("palette")] = ""
    person: Annotated[MaybeLine, known("person")] = ""


_PALETTE: Any = maybe_named("palette")
FiguresChoice = Annotated[
    _PALETTE | FigureLook,
    Fork(
        lambda value: "both" if isinstance(value, Mapping) else "palette", palette=_PALETTE, both=FigureLook
    ),
]
"""The name of a palette, or a palette and a person by these keys."""


def with_figures(given: Mapping[str, Any], figures: str | FigureLook | None) -> dict[str, Any]:
    """The options that are *given* with what is said of figures; ValueError for what is said twice, and differs."""
    said = vars(figures) if isinstance(figures, FigureLook) else {"palette": figures}
    found = dict(given)
    for key, name in (("palette", "figures"), ("person", "person")):
        value = said.get(key)
        if value and found.setdefault(name, value) != value:
            raise ValueError(
                f"the {key} is '{value}' here and '{found[name]}' in another place; leave one of them out"
            )
    return found
