"""The bundled block and runner's week → the picture at the top of the README.

Run it from the project's root when the look has changed: python -m tests.tools.readme_picture
"""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from cardmaker import assets
from cardmaker.page import Document
from cardmaker.paint import write_pdf
from cardmaker.pipeline import Order, make

GROUND = "#DCE2E4"
DPI = 100
SIZE = (1800, 1350)
TARGET = Path(__file__).parents[2] / "illustrations" / "preview.png"


def pages(plan: str, part: str, wanted: list[int], **order: object) -> list[Image.Image]:
    """Some pages of one part of a bundled plan, as pictures."""
    job = make(assets.templates("plans") / f"{plan}.yaml", Order(parts=(part,), **order))  # type: ignore[arg-type]
    document: Document = job.parts[0].document
    pdf = pypdfium2.PdfDocument(write_pdf(document))
    return [pdf[number].render(scale=DPI / 72).to_pil().convert("RGB") for number in wanted]


def paste(canvas: Image.Image, page: Image.Image, at: tuple[int, int], width: int) -> None:
    """Lay a page on the ground, with a soft shadow."""
    scaled = page.resize((width, round(page.height * width / page.width)), Image.Resampling.LANCZOS)
    shadow = Image.new("L", canvas.size, 0)
    x, y = at
    ImageDraw.Draw(shadow).rectangle((x + 2, y + 5, x + scaled.width + 2, y + scaled.height + 5), fill=70)
    canvas.paste("#5B686E", mask=shadow.filter(ImageFilter.GaussianBlur(7)))
    canvas.paste(scaled, at)


def main() -> None:
    """Draw the picture and save it."""
    (week,) = pages("ten-k-build", "sheets", [5])
    (block,) = pages("ten-k-build", "sheets", [0], sheets=("block",))
    cards = pages("runners-week", "cards", [0, 1, 4, 5], imposition="single")
    (gym,) = pages("runners-week", "gym", [0], imposition="single")
    canvas = Image.new("RGB", SIZE, GROUND)
    paste(canvas, week, (40, 40), 1120)
    paste(canvas, block, (1256, 40), 470)
    for index, card in enumerate(cards):
        paste(canvas, card, (40 + index * 308, 876), 290)
    paste(canvas, gym, (1306, 742), 400)
    TARGET.parent.mkdir(exist_ok=True)
    canvas.quantize(160, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        TARGET, optimize=True
    )
    print(f"{TARGET}: {TARGET.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
