"""Pages kept as goldens: what is laid out of tests/data/golden.yaml, and comparing text and pictures."""

import difflib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path as FilePath

import pypdfium2
from PIL import Image, ImageChops

from cardmaker.frame import Frame
from cardmaker.handout import ExerciseCard, Handout
from cardmaker.layout.cards import LaidOutCard, Studio, deal, lay_out_card
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.page import Document, Page, Placement
from cardmaker.paint.document import write_pdf
from cardmaker.theme.stock import load_paper, load_stock
from tests.kit import make
from tests.layout.layout_kit import book, face_named, figure, pane, sheet_named, theme_named

FOLDER = FilePath(__file__).parent / "golden"
PLAN = FilePath(__file__).parents[1] / "data" / "golden.yaml"
UPDATE = "to accept it, run: pytest tests/layout/test_layout_golden.py -n 0 --update-goldens"
_PT_PER_INCH = 72
_CHANNEL_SLACK = 40  # of 255: antialiasing differs a little between releases of the renderer
_PIXEL_SLACK = 0.001  # the share of pixels that may differ by more


@cache
def handout() -> Handout:
    """What the golden plan's papers say."""
    return make(PLAN).handout


def studio(theme: str = "classic") -> Studio:
    """A run in a bundled theme."""
    return Studio(theme_named(theme), book(), handout().labels)


def _card(face: str, stock: str, number: int = 0, theme: str = "classic") -> LaidOutCard:
    card: ExerciseCard = handout().exercises[number]
    if number == 0:
        shown = figure(pane("start", 80, 150), pane("finish", 70, 190))
        card = ExerciseCard(
            **{name: getattr(card, name) for name in card.__dataclass_fields__} | {"figure": shown}
        )
    return lay_out_card(studio(theme), face_named(face), card, load_stock(stock).size)


def _gym(theme: str = "classic") -> Frame:
    face = face_named("gym")
    card = next(deal(handout().workouts[0], face.rows, "{part} of {parts}"))
    return lay_out_card(studio(theme), face, card, load_stock("a6").size).front


def _sheet(name: str, theme: str = "classic") -> Frame:
    sheet = sheet_named(name)
    content = handout().blocks[0] if sheet.kind == "block" else handout().weeks[0]
    return lay_out_sheet(studio(theme), sheet, content, load_paper("a4").size)


def page(name: str) -> Frame:
    """A page by the name of its golden."""
    pages: dict[str, Callable[[], Frame | None]] = {
        "a7-front": lambda: _card("pocket", "a7").front,
        "a7-back": lambda: _card("pocket", "a7").back,
        "a7-front-bare": lambda: _card("pocket", "a7", 1).front,
        "a7-words": lambda: _card("words", "a7").front,
        "poker-front": lambda: _card("small", "trading-card").front,
        "poker-back": lambda: _card("small", "trading-card").back,
        "a6-front": lambda: _card("large", "a6").front,
        "gym": _gym,
        "week-landscape": lambda: _sheet("week-landscape"),
        "week-portrait": lambda: _sheet("week-portrait"),
        "block": lambda: _sheet("block"),
        "gym-low-ink": lambda: _gym("low-ink"),
    }
    made = pages[name]()
    assert made is not None
    return made


# Text ------------------------------------------------------------------------------------------------


def difference(actual: str, expected: str) -> str:
    """What changed, as a person reads it; '' if nothing did."""
    if actual == expected:
        return ""
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), "golden", "now", lineterm="", n=1
    )
    return "\n".join(lines) or "only the ends of lines differ"


# Pictures --------------------------------------------------------------------------------------------


def rendered(frame: Frame, dpi: int) -> Image.Image:
    """A frame painted, and shown by a viewer."""
    document = Document((Page(frame.size, (Placement(frame, 0, 0),)),), "Golden")
    shown = pypdfium2.PdfDocument(write_pdf(document))[0].render(scale=dpi / _PT_PER_INCH)
    picture: Image.Image = shown.to_pil()
    return picture.convert("RGB")


def as_png(picture: Image.Image) -> bytes:
    """A picture as it is kept."""
    stream = BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def unlike(actual: Image.Image, expected: Image.Image) -> str:
    """How two pictures differ: size first, then pixels beyond the slack; '' if they don't."""
    if actual.size != expected.size:
        return f"is {actual.size[0]} × {actual.size[1]} pixels, not {expected.size[0]} × {expected.size[1]}"
    apart = _apart(actual, expected).histogram()
    count = sum(apart[_CHANNEL_SLACK + 1 :])
    share = count / (actual.size[0] * actual.size[1])
    return f"{count} pixels differ, {share:.2%} of all" if share > _PIXEL_SLACK else ""


def _apart(actual: Image.Image, expected: Image.Image) -> Image.Image:
    """The greatest difference of a channel, for each pixel."""
    red, green, blue = ImageChops.difference(actual.convert("RGB"), expected.convert("RGB")).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def keep_evidence(actual: Image.Image, expected: Image.Image, folder: FilePath, name: str) -> str:
    """Write actual, expected and their difference; where they are."""
    actual.save(folder / f"{name}-actual.png")
    expected.save(folder / f"{name}-expected.png")
    if actual.size == expected.size:
        _apart(actual, expected).point(lambda value: min(255, value * 4)).save(
            folder / f"{name}-difference.png"
        )
    return f"see {folder}/{name}-*.png"
