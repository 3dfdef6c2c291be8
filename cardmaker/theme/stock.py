"""Names of stocks and papers → card sizes, and how the cards go on each paper, as validated data."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, PrivateAttr, model_validator

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.geometry import Point, Size, parse_length
from cardmaker.theme.box import Length, Model
from cardmaker.validation import did_you_mean, validate
from cardmaker.yaml12 import load_yaml_file


def _point(value: Any) -> Point:
    return Point(*_pair(value, "x", "y"))


def _size(value: Any) -> Size:
    return Size(*_pair(value, "width", "height"))


def _pair(value: Any, first: str, second: str) -> tuple[float, float]:
    if not isinstance(value, dict) or value.keys() != {first, second}:
        raise ValueError(f"should be {{{first}: 15 mm, {second}: 13.5 mm}}")
    return _millimetres(value[first]), _millimetres(value[second])


def _millimetres(value: Any) -> float:
    number = parse_length("nothing" if value is None or isinstance(value, bool) else value)
    if not math.isfinite(number) or number < 0:
        raise ValueError(f"should be a length of 0 mm or more, not '{value}'")
    return number


def _or_nothing(value: Any) -> Any:
    return {} if value is None else value


Positive = Annotated[Length, Field(gt=0, le=2000)]
Space = Annotated[Length, Field(ge=0, le=500)]
Count = Annotated[int, Field(ge=1, le=100)]


class Paper(Model):
    """A size of paper a printer takes, in mm."""

    name: str
    width: Positive
    height: Positive

    @property
    def size(self) -> Size:
        """Width and height, upright."""
        return Size(min(self.width, self.height), max(self.width, self.height))


class CardSize(Model):
    """The size of a finished card, in mm, as it is read."""

    width: Positive
    height: Positive


class OnPaper(Model):
    """How cards lie on one paper.

    With `columns` and `rows` they lie as told: `turn` is how far each is turned, degrees clockwise, `pitch`
    the step from card to card, or `gutter` the paper between them, `origin` the top left of the first card;
    without it they are centred, so that both sides register. Without `columns` and `rows` as many as go on
    are packed, `margin` being kept free all round. `landscape` lays the page on its side; printers disagree
    about the long edge of such pages, so turn the cards instead.
    """

    landscape: bool = False
    columns: Count | None = None
    rows: Count | None = None
    turn: Literal[0, 90, 180, 270] = 0
    origin: Annotated[Point, PlainValidator(_point)] | None = None
    pitch: Annotated[Size, PlainValidator(_size)] | None = None
    margin: Space = 0.0
    gutter: Space = 0.0

    @model_validator(mode="after")
    def _told_or_packed(self) -> "OnPaper":
        if (self.columns is None) != (self.rows is None):
            raise ValueError("give both columns and rows, or neither: then the cards are packed")
        if self.columns is None and (self.origin or self.pitch or self.turn):
            raise ValueError("turn, origin and pitch go with columns and rows; without them cards are packed")
        if self.columns is not None and self.margin:
            raise ValueError("margin is for packing; with columns and rows give the origin")
        return self


_PACKED = OnPaper()


class Stock(Model):
    """A kind of card: its size, the margin that its content keeps from the edge, and its papers."""

    name: str
    card: CardSize
    safe_margin: Space
    papers: dict[str, Annotated[OnPaper, BeforeValidator(_or_nothing)]] = Field(min_length=1)
    _id: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """The name plans call it by."""
        return self._id

    @property
    def size(self) -> Size:
        """The finished card, in mm."""
        return Size(self.card.width, self.card.height)

    @property
    def first_paper(self) -> str:
        """The id of the paper it is meant for, when nothing else is asked for."""
        return next(iter(self.papers))

    def on(self, paper: str) -> OnPaper:
        """How it lies on a paper, by id; on one that it doesn't mention it is packed."""
        return self.papers.get(paper, _PACKED)


def load_stock(name: str, folders: Sequence[Path] = ()) -> Stock:
    """Read a stock from the first of *folders* that holds stocks/<name>.yaml, or the bundled one.

    NotFoundError lists what there is; TemplateError says what is wrong in the file.
    """
    path = _find("stock", name, _stock_places(folders))
    data, lines = load_yaml_file(path)
    stock = validate(Stock, data, str(path), lines)
    stock._id = path.stem
    return stock


def load_paper(name: str, folders: Sequence[Path] = ()) -> Paper:
    """Read a paper size in the same way, from stocks/papers/<name>.yaml."""
    path = _find("paper", name, _paper_places(folders))
    data, lines = load_yaml_file(path)
    return validate(Paper, data, str(path), lines)


def stock_names(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The ids of all stocks, sorted."""
    return tuple(sorted(_files(_stock_places(folders))))


def paper_names(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The ids of all papers, sorted."""
    return tuple(sorted(_files(_paper_places(folders))))


def _stock_places(folders: Sequence[Path]) -> list[Path]:
    return [*(folder / "stocks" for folder in folders), assets.templates("stocks")]


def _paper_places(folders: Sequence[Path]) -> list[Path]:
    return [place / "papers" for place in _stock_places(folders)]


def _files(places: Sequence[Path]) -> Mapping[str, Path]:
    """The files of all places by id; the first place wins."""
    return {path.stem: path for place in reversed(places) for path in place.glob("*.yaml")}


def _find(kind: str, name: str, places: Sequence[Path]) -> Path:
    files = _files(places)
    path = files.get(name) or files.get("-".join(name.casefold().split()))
    if path is None:
        known = ", ".join(sorted(files))
        raise NotFoundError(f"no {kind} '{name}'{did_you_mean(name, files) or f'; there are: {known}'}")
    return path
