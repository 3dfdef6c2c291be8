"""The bundled themes → a picture of a card and a week in each, for the README.

Run it from the project's root when a theme has changed: python -m tests.tools.themes_picture
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from cardmaker import assets
from tests.tools.readme_picture import GROUND, pages, paste

THEMES = ("classic", "bold", "high-contrast", "low-ink", "large-print", "night")
SIZE = (1800, 1180)
CELL = (600, 590)
INK = "#15232B"
TARGET = Path(__file__).parents[2] / "illustrations" / "themes.png"


def main() -> None:
    """Draw the picture and save it."""
    canvas = Image.new("RGB", SIZE, GROUND)
    font = ImageFont.truetype(assets.templates("fonts") / "roboto-condensed-bold-latin.ttf", 26)
    for index, theme in enumerate(THEMES):
        left, top = index % 3 * CELL[0] + 26, index // 3 * CELL[1] + 20
        ImageDraw.Draw(canvas).text((left, top), theme, fill=INK, font=font)
        (week,) = pages("ten-k-build", "sheets", [4], theme=theme, sheets=("week-portrait",))
        (card,) = pages("runners-week", "cards", [0], theme=theme, imposition="single")
        paste(canvas, week, (left, top + 44), 318)
        paste(canvas, card, (left + 248, top + 130), 300)
    canvas.quantize(200, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        TARGET, optimize=True
    )
    print(f"{TARGET}: {TARGET.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
