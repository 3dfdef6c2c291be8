"""Stock and paper files → what a list says of each stock: its size, and how many go on a sheet; light to start."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardmaker.errors import CardmakerError
from cardmaker.geometry import MM_PER_INCH, Point, Size, parse_length, rounded
from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.kinds import KINDS, read

if TYPE_CHECKING:
    from cardmaker.press.grid import PlainArrangement


class Listed(NamedTuple):
    """A stock as a list shows it; *sheets* are the cards on a sheet of each paper it goes on."""

    id: str
    name: str
    about: str
    card: Size | None
    inches: bool
    sheets: Mapping[str, int]
    pre_cut: bool
    also: tuple[str, ...]
    path: Path

    @property
    def row(self) -> tuple[str, str, str, str]:
        """Id, size, cards on a sheet, and whether it is sold cut."""
        sheets = ", ".join(f"{count} {paper}" for paper, count in self.sheets.items())
        return self.id, size_of(self.card, self.inches), sheets, "pre-cut" if self.pre_cut else ""

    @property
    def words(self) -> str:
        """All that it may be found by."""
        said = " ".join((self.id, self.name, self.about, *self.also, self.row[3])).casefold()
        return "".join(" " if char in ":,.;" else char for char in said)

    def described(self) -> dict[str, Any]:
        """The same for programs, lengths in mm."""
        card = self.card and {"width": round(self.card.width, 3), "height": round(self.card.height, 3)}
        return self._asdict() | {"card": card, "path": str(self.path)}


def size_of(size: Size | None, inches: bool) -> str:
    """'50.8 × 88.9 mm', and '2 × 3.5 in' of what is made in inches."""
    if size is None:
        return ""
    said = f"{rounded(size.width, 2)} × {rounded(size.height, 2)} mm"
    return (
        f"{said} ({rounded(size.width / MM_PER_INCH, 2)} × {rounded(size.height / MM_PER_INCH, 2)} in)"
        if inches
        else said
    )


def stocks_of(folders: Sequence[Path] = (), paper: str = "") -> tuple[Listed, ...]:
    """All stocks, those to cut yourself first; with *paper* those that go on it. NotFoundError if it isn't there."""
    named = KINDS["papers"].require(paper, folders) if paper else None
    wanted = {named.stem: named} if named else KINDS["papers"].files(folders)
    papers = {id_: size for id_, path in wanted.items() if (size := _size(read(path)))}
    found = [_listed(id_, path, papers) for id_, path in KINDS["stocks"].files(folders).items()]
    fitting = [one for one in found if one.sheets or not paper]
    return tuple(sorted(fitting, key=lambda one: one.pre_cut))


def matching(stocks: Sequence[Listed], words: Sequence[str]) -> tuple[Listed, ...]:
    """Those that all *words* fit, with typos forgiven."""
    known = sorted({word for one in stocks for word in one.words.split()})
    for word in " ".join(words).casefold().split():
        stocks = [one for one in stocks if word in one.words] or _nearly(stocks, word, known)
    return tuple(stocks)


def _nearly(stocks: Sequence[Listed], word: str, known: Sequence[str]) -> list[Listed]:
    from cardmaker.spelling import closest

    meant = closest(word, known)
    return [one for one in stocks if meant and meant in one.words.split()]


def _listed(id_: str, path: Path, papers: Mapping[str, Size]) -> Listed:
    data = read(path)
    card, own = _size(data.get("card")), data.get("papers")
    brand, part = str(data.get("brand", "")), str(data.get("part", ""))
    also = data.get("also")
    return Listed(
        id_,
        str(data.get("name") or f"{brand} {part}".strip()),
        str(data.get("about", "")),
        card,
        "in" in str(data.get("card")),
        dict(_sheets(card, own if isinstance(own, dict) else {}, bool(data.get("pre_cut")), papers)),
        bool(data.get("pre_cut")),
        tuple(map(str, also)) if isinstance(also, list) else (),
        path,
    )


def _sheets(
    card: Size | None, own: Mapping[str, Any], pre_cut: bool, papers: Mapping[str, Size]
) -> Iterator[tuple[str, int]]:
    """Each paper with its cards; nothing of what doesn't fit, or is wrong: that is reported when it is used."""
    from cardmaker.press.grid import arrange

    for paper, size in papers.items():
        if card is None or (pre_cut and paper not in own):
            continue
        try:
            yield paper, arrange(card, size, _how(own.get(paper) or {})).capacity
        except (CardmakerError, ValueError, TypeError, KeyError, AttributeError):
            continue


def _how(data: Mapping[str, Any]) -> "PlainArrangement":
    """An arrangement as a file writes it."""
    from cardmaker.press.grid import PlainArrangement

    origin, pitch = data.get("origin"), _size(data.get("pitch"))
    return PlainArrangement(
        bool(data.get("landscape")),
        data.get("columns"),
        data.get("rows"),
        data.get("turn", 0),
        Point(parse_length(origin["x"]), parse_length(origin["y"])) if origin else None,
        pitch,
        parse_length(data.get("margin", 0)),
        parse_length(data.get("gutter", 0)),
    )


def _size(data: Any) -> Size | None:
    try:
        return Size(parse_length(data["width"]), parse_length(data["height"]))
    except (KeyError, TypeError, ValueError):
        return None
