"""A picture as a plan or an exercise names it → its file, its rights, and what it shows."""

from typing import Annotated, Any

from cardmaker.validation.fields import LINE
from cardmaker.validation.marks import Info, said, text
from cardmaker.validation.model import Model


class Picture(Model):
    """A picture file. A bare name stands for a file that nothing else is known about."""

    file: Annotated[
        str, text(1, 400), LINE, said(description="SVG, PNG or JPEG, from the folder of this file.")
    ]
    author: Annotated[str, text(most=80), LINE, said(description="Who made it.")] = ""
    licence: Annotated[
        str,
        text(most=60),
        LINE,
        said(description="Under which terms it may be printed: CC BY 4.0, own work."),
    ] = ""
    alt: Annotated[
        str, text(most=200), LINE, said(description="What it shows, for those who can't see it.")
    ] = ""

    @classmethod
    def spelt_out(cls, written: Any, info: Info) -> Any:
        """The bare name of a file."""
        return {"file": written} if isinstance(written, str) else written
