"""A picture as a plan or an exercise names it → its file, whose it is, and what it shows."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cardmaker.validation.fields import Line


class Picture(BaseModel):
    """A picture file. A bare name stands for a file of which nothing else is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Annotated[
        Line,
        Field(min_length=1, max_length=400, description="SVG, PNG or JPEG, from the folder of this file."),
    ]
    author: Annotated[Line, Field(max_length=80, description="Who made it.")] = ""
    licence: Annotated[
        Line, Field(max_length=60, description="Under which terms it may be printed: CC BY 4.0, own work.")
    ] = ""
    alt: Annotated[Line, Field(max_length=200, description="What it shows, for those who can't see it.")] = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"file": data} if isinstance(data, str) else data
