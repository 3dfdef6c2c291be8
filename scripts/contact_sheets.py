"""All templates and some plans → contact sheets of every page, in colour and in grey, to look through in a minute.

    .venv/bin/python -m scripts.contact_sheets                 # all of them
    .venv/bin/python -m scripts.contact_sheets sheets themes   # some

They go to output/contact-sheets/. What can't be made is there with the reason in its place.
"""

import argparse
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.errors import CardmakerError
from cardmaker.pipeline import Order
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import suits_some_face

ROOT: Final = Path(__file__).parents[1]
BUNDLED: Final = ("ten-k-build", "runners-week")
"""Plans as people begin with them."""
EXTREMES: Final = ("overloaded", "minimal", "marathon")
"""Plans that are too full, nearly empty, and long, in tests/data/plans."""

_GROUND, _INK, _FAULT = "#DCE2E4", "#15232B", "#B42318"
_WIDTH, _HEIGHT = 2400, 1900
_GAP: Final = 16
_CAPTION: Final = 22
_CARDS_SHOWN: Final = 3


class View(NamedTuple):
    """Pages of one plan made in one way: what stands over them, the plan, what is asked for, and how many to show."""

    caption: str
    plan: str
    order: dict[str, Any]
    most: int = 60
    dpi: int = 60
    on_paper: bool = False
    """Whether sheets of paper are shown as they are printed, and not single sides."""


class Tile(NamedTuple):
    """A picture on a contact sheet, and what stands over it."""

    caption: str
    picture: Image.Image


def plan_file(name: str) -> Path:
    """A plan's file: a bundled one, or one for tests."""
    folder = assets.templates("plans") if name in BUNDLED else ROOT / "tests" / "data" / "plans"
    return folder / f"{name}.yaml"


def _names(folder: str) -> list[str]:
    return sorted(path.stem for path in assets.templates(folder).glob("*.yaml"))


def _stocks() -> Iterator[View]:
    """Cards on each stock, front and back."""
    shelf = Shelf()
    for name in KINDS["stocks"].names():
        stock = load_stock(name)
        size = f"{name} · {stock.size.width:g} × {stock.size.height:g} mm"
        if suits_some_face(shelf, "exercise", stock, 0):
            cards = {"parts": ("cards",), "stock": name}
            yield View(size, "runners-week", cards, 2 * _CARDS_SHOWN, dpi=80)
        if suits_some_face(shelf, "gym", stock, 0):
            gym = {"parts": ("gym",), "gym_stock": name}
            yield View(size, "ten-k-build", gym, 1, dpi=80)
            yield View(size, "overloaded", gym, 1, dpi=80)


def _sheets() -> Iterator[View]:
    """Each sheet with each plan, a week or two of it; an athlete's with the plan that knows one."""
    for name in ("athlete", "large-print-athlete"):
        yield View(name, "athlete", {"parts": ("sheets",), "sheets": (name,)}, 1)
    for plan in (*BUNDLED, *EXTREMES):
        for name in _names("sheets"):
            if not name.startswith(("large-print", "athlete", "groups")):
                yield View(f"{name} · {plan}", plan, {"parts": ("sheets",), "sheets": (name,)}, 2)


def _themes() -> Iterator[View]:
    """A week, a block, cards and a gym card in each theme."""
    for theme in _names("themes"):
        for sheet in ("week-landscape", "week-portrait", "block", "month"):
            yield View(theme, "ten-k-build", {"parts": ("sheets",), "sheets": (sheet,), "theme": theme}, 1)
        yield View(theme, "runners-week", {"parts": ("cards",), "theme": theme}, 4, dpi=80)
        yield View(theme, "ten-k-build", {"parts": ("gym",), "theme": theme}, 1, dpi=80)


def _books() -> Iterator[View]:
    """Each book, page by page."""
    for plan in ("ten-k-build", "minimal", "overloaded"):
        for book in ("booklet", "pocket"):
            yield View(f"{book} · {plan}", plan, {"book": book}, 24)
    for book in ("booklet", "pocket"):
        yield View(f"{book} · large print", "ten-k-build", {"book": book, "theme": "large-print"}, 24)


def _screens() -> Iterator[View]:
    """Pages for phones."""
    for plan in (*BUNDLED, "overloaded"):
        yield View(plan, plan, {"medium": "screen"}, 6)


def _papers() -> Iterator[View]:
    """The sheets on each paper, and cards as they are put on it."""
    for paper in _names("stocks/papers"):
        for sheet in ("week-landscape", "week-portrait", "block"):
            yield View(
                paper, "ten-k-build", {"parts": ("sheets",), "sheets": (sheet,), "paper": paper}, 1, dpi=50
            )
        for part in ("cards", "gym"):
            yield View(paper, "ten-k-build", {"parts": (part,), "paper": paper}, 2, dpi=50, on_paper=True)


def _exercises() -> Iterator[View]:
    """All cards of the plans, on the usual stock."""
    for plan in (*BUNDLED, *EXTREMES[::2]):
        yield View(plan, plan, {"parts": ("cards", "gym")}, dpi=80)


GROUPS: Final = {
    "sheets": _sheets,
    "cards": _exercises,
    "stocks": _stocks,
    "themes": _themes,
    "books": _books,
    "papers": _papers,
    "screens": _screens,
}


def tiles(workshop: Workshop, views: Iterable[View]) -> Iterator[Tile]:
    """The pages of views; where one can't be made, the reason."""
    for view in views:
        try:
            shown = _pages(workshop, view)
        except CardmakerError as fault:
            shown = [_reason(str(fault))]
        yield from (Tile(view.caption, picture) for picture in shown[: view.most])


def _pages(workshop: Workshop, view: View) -> list[Image.Image]:
    plan, order = plan_file(view.plan), Order(**view.order)
    if not view.on_paper:
        sides = workshop.build(plan, order, form="png", dpi=view.dpi).values()
        return [Image.open(io.BytesIO(data)).convert("RGB") for data in sides]
    return [
        page.render(scale=view.dpi / 72).to_pil().convert("RGB")
        for data in workshop.build(plan, order).values()
        for page in pypdfium2.PdfDocument(data)
    ]


def contact_sheets(shown: Sequence[Tile]) -> Iterator[Image.Image]:
    """Pictures in rows, under their captions; a caption that several in a row have stands over the first."""
    rows: list[list[Tile]] = []
    for row in _rows(shown):
        if rows and sum(map(_row_height, [*rows, row])) > _HEIGHT:
            yield _contact_sheet(rows)
            rows = []
        rows.append(row)
    if rows:
        yield _contact_sheet(rows)


def _contact_sheet(rows: Sequence[Sequence[Tile]]) -> Image.Image:
    sheet = Image.new("RGB", (_WIDTH, sum(map(_row_height, rows)) + _GAP), _GROUND)
    draw, y = ImageDraw.Draw(sheet), _GAP
    for row in rows:
        x, before = _GAP, ""
        for tile in row:
            if tile.caption != before:
                draw.text((x, y), tile.caption, fill=_INK, font=_font(14))
            sheet.paste(tile.picture, (x, y + _CAPTION))
            x, before = x + tile.picture.width + _GAP, tile.caption
        y += _row_height(row)
    return sheet


def _rows(shown: Sequence[Tile]) -> Iterator[list[Tile]]:
    row: list[Tile] = []
    used = _GAP
    for tile in shown:
        if row and used + tile.picture.width + _GAP > _WIDTH:
            yield row
            row, used = [], _GAP
        row.append(tile)
        used += tile.picture.width + _GAP
    if row:
        yield row


def _row_height(row: Sequence[Tile]) -> int:
    return max(tile.picture.height for tile in row) + _CAPTION + _GAP


def _reason(text: str) -> Image.Image:
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 56)]
    picture = Image.new("RGB", (380, 20 * len(lines) + 20), "white")
    ImageDraw.Draw(picture).multiline_text((10, 8), "\n".join(lines), fill=_FAULT, font=_font(14))
    return picture


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(assets.templates("fonts") / "roboto-condensed-medium-latin.ttf", size)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the contact sheets that are asked for, each in colour and in grey."""
    parser = argparse.ArgumentParser(description="Every page on contact sheets.")
    # Python 3.11 holds none at all against the choices, too.
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], help="which; all if none is named")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "output" / "contact-sheets")
    asked = parser.parse_args(arguments)
    asked.output.mkdir(parents=True, exist_ok=True)
    workshop = Workshop()
    for name in asked.groups or GROUPS:
        shown = list(tiles(workshop, GROUPS[name]()))
        for number, sheet in enumerate(contact_sheets(shown), 1):
            sheet.save(asked.output / f"{name}-{number}.png")
            sheet.convert("L").save(asked.output / f"{name}-{number}-grey.png")
            print(asked.output / f"{name}-{number}.png")


if __name__ == "__main__":
    main()
