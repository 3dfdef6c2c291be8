"""The first page of each starter plan as a small picture for the studio's start screen.

Run it after the starters or the classic look have changed. Writes cardmaker/studio/page/starters/.
"""

import io
from pathlib import Path

from PIL import Image

from cardmaker.api import Order, Workshop

ROOT = Path(__file__).parents[2]
OUT = ROOT / "cardmaker/studio/page/starters"
SIZE = (560, 397)
"""Pixels: twice what the page shows them at. Upright pages are cut off below."""


def main() -> None:
    """Write a picture for each bundled plan."""
    OUT.mkdir(parents=True, exist_ok=True)
    workshop = Workshop()
    for plan in sorted((ROOT / "templates/plans").glob("*.yaml")):
        order = Order(parts=("sheets",), weeks=(1,))
        pages = workshop.build(workshop.load(plan), order, form="png", dpi=150)
        page = Image.open(io.BytesIO(next(iter(pages.values())))).convert("RGB")  # the first week
        page = page.resize((SIZE[0], round(page.height * SIZE[0] / page.width)), Image.Resampling.LANCZOS)
        page.crop((0, 0, SIZE[0], min(SIZE[1], page.height))).save(
            OUT / f"{plan.stem}.webp", quality=72, method=6
        )


if __name__ == "__main__":
    main()
