"""Names of stocks and papers → card sizes, and how the cards go on each paper, as validated data."""

import math
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any, Literal

from cardmaker.errors import PaperError
from cardmaker.geometry import Point, Size, parse_length
from cardmaker.ready import Made, ready
from cardmaker.theme.kinds import KINDS, is_file_name
from cardmaker.theme.measures import Count, Side, Space
from cardmaker.validation import validate
from cardmaker.validation.marks import Info, made_by, read
from cardmaker.validation.model import Model, Named
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


_USUAL_MARGIN = 4.0
"""What content keeps from the edge of a card that names no margin, mm: home printers and cutters are out by 1 to 2."""


class Paper(Model):
    """A size of paper a printer takes, in mm."""

    name: str
    width: Side
    height: Side

    @property
    def size(self) -> Size:
        """Width and height, upright."""
        return Size(min(self.width, self.height), max(self.width, self.height))


class CardSize(Model):
    """The size of a finished card, in mm, as it is read."""

    width: Side
    height: Side


class OnPaper(Model):
    """How cards lie on one paper.

    With `columns` and `rows` they are placed exactly: `turn` is how far each is turned, degrees clockwise, `pitch`
    the step from card to card, or `gutter` the paper between them, `origin` the top left of the first card;
    without it they are centred, so that both sides register. Without `columns` and `rows` as many as go on
    are packed, `margin` being kept free all round. `landscape` lays the page on its side; printers disagree
    about the long edge of such pages, so turn the cards instead.
    """

    landscape: bool = False
    columns: Count | None = None
    rows: Count | None = None
    turn: Literal[0, 90, 180, 270] = 0
    origin: Annotated[Point, made_by(_point)] | None = None
    pitch: Annotated[Size, made_by(_size)] | None = None
    margin: Space = 0.0
    gutter: Space = 0.0

    def __post_init__(self) -> None:
        """ValueError for places of cards that are said by half."""
        if (self.columns is None) != (self.rows is None):
            raise ValueError("give both columns and rows, or neither: then the cards are packed")
        if self.columns is None and (self.origin or self.pitch or self.turn):
            raise ValueError("turn, origin and pitch go with columns and rows; without them cards are packed")
        if self.columns is not None and self.margin:
            raise ValueError("margin is for packing; with columns and rows give the origin")


_PACKED = OnPaper()


class Hole(Model):
    """A round hole in a card: its middle, from the card's top left, and its diameter, in mm."""

    x: Space
    y: Space
    diameter: Side


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Label = Annotated[str, read(_text)]


class Stock(Named):
    """A kind of card: its size, the margin that its content keeps from the edge, and its papers.

    Cards of one's own cutting go on any paper, as many as fit; `papers` says where it should be otherwise. A
    product sold as `pre_cut` sheets has its `brand` and `part` number, the `also` of products cut alike, as
    `brand-part`, and the one paper it is sold as; it gets no marks. `sides` it can be printed on: both or one.
    """

    name: str = ""
    about: str = ""
    brand: str = ""
    part: Label = ""
    also: tuple[Label, ...] = ()
    card: CardSize
    corner_radius: Space = 0.0
    safe_margin: Space | None = None
    pre_cut: bool = False
    sides: Literal["both", "one"] = "both"
    holes: tuple[Hole, ...] = ()
    papers: dict[str, Annotated[OnPaper, read(_or_nothing)]] = field(default_factory=dict)

    @classmethod
    def spelt_out(cls, written: Any, info: Info) -> Any:
        """A product is called by its brand and part."""
        if not isinstance(written, dict) or written.get("name"):
            return written
        product = [str(written[key]) for key in ("brand", "part") if written.get(key)]
        return {**written, "name": " ".join(product)}

    def __post_init__(self) -> None:
        """ValueError for what a card of this size, or a product that is sold cut, can't have."""
        if self.pre_cut and not (self.papers and all(on.columns for on in self.papers.values())):
            raise ValueError("pre_cut sheets need papers, with columns and rows, as the product is cut")
        width, height = self.size
        if self.corner_radius > (most := min(width, height) / 2):
            raise ValueError(
                f"corner_radius: {self.corner_radius:g} mm are too many; {most:g} mm are the most"
            )
        if (margin := _USUAL_MARGIN if self.safe_margin is None else self.safe_margin) >= most:
            raise ValueError(f"safe_margin: {margin:g} mm leave nothing of {width:g} × {height:g} mm")
        for hole in self.holes:
            if not (0 < hole.x < width and 0 < hole.y < height):
                raise ValueError(
                    f"holes: {hole.x:g}, {hole.y:g} mm is not on a card of {width:g} × {height:g} mm"
                )

    @property
    def called(self) -> str:
        """Its name, or its size if it has none."""
        return self.name or f"{self.card.width:g} × {self.card.height:g} mm"

    @property
    def size(self) -> Size:
        """The finished card, in mm."""
        return Size(self.card.width, self.card.height)

    def paper_for(self, asked: str) -> str:
        """The id of the paper to print on: the one asked for, but pre-cut cards are their own sheets."""
        return next(iter(self.papers)) if self.pre_cut and asked not in self.papers else asked

    def on(self, paper: str, gutter: float | None = None) -> OnPaper:
        """How it lies on a paper, by id; on one that it doesn't mention it is packed.

        A *gutter* in mm goes before the stock's own. PaperError if pre-cut cards are asked to go elsewhere.
        """
        if self.pre_cut and paper not in self.papers:
            raise PaperError(f"{self.called} is sold as {' or '.join(self.papers)} sheets, not as {paper}")
        how = self.papers.get(paper, _PACKED)
        if gutter is None:
            return how
        if self.pre_cut:
            raise PaperError(f"{self.called} comes cut; a gutter is for sheets that you cut yourself")
        return how.but(gutter=gutter, pitch=None, origin=None)


def load_stock(name: str, folders: Sequence[Path] = ()) -> Stock:
    """Read a stock from its own file, `cards.yaml`, or by name from *folders* or the bundled ones.

    A name is an id, `avery-5371`, or as people say it: kinds.py has the rules. NotFoundError says what may
    have been meant; TemplateError says what is wrong in the file.
    """
    path = Path(name) if is_file_name(name) else KINDS["stocks"].require(name, folders)
    return ready(path, Stock, lambda: Made(_stock(path))).named(path.stem)


def _stock(path: Path) -> Stock:
    data, lines = load_yaml_file(path)
    return validate(Stock, data, str(path), lines)


def load_paper(name: str, folders: Sequence[Path] = ()) -> Paper:
    """Read a paper size by name, from stocks/papers/ in *folders* or the bundled one."""
    path = KINDS["papers"].require(name, folders)
    return ready(path, Paper, lambda: Made(_paper(path)))


def _paper(path: Path) -> Paper:
    data, lines = load_yaml_file(path)
    return validate(Paper, data, str(path), lines)
