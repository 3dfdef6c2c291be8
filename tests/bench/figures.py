"""figures.py [FEW]: print as JSON the CPU time a figure takes to be drawn from its pose, and to be placed on a card.

Runs in a process of its own. Placed means: read from its file, coloured, and made a form of the PDF; once more means
what each further use of it takes. Drawing needs the figure extra and is left out without it.
"""

import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5


def main() -> None:
    """Measure and print, in seconds, medians over the figures; sizes in bytes."""
    from cardmaker import assets

    files = [file for file in sorted(assets.illustrations().glob("*.svg")) if file.stem != "body-map"]
    drawn = files[:: max(1, len(files) // 6)] if "few" in sys.argv else files
    print(json.dumps({**_placing(files), **(_drawing(drawn) if _can_draw() else {})}))


def _can_draw() -> bool:
    return all(importlib.util.find_spec(name) for name in ("numpy", "shapely"))


def _least(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def _placing(files: list[Path]) -> dict[str, float]:
    from cardmaker.frame import Art
    from cardmaker.paint import pictures
    from cardmaker.paint.pictures import SRGB
    from cardmaker.picture import artwork

    look = artwork.Look()

    def forms(file: Path) -> list[tuple[str, str, bytes]]:
        artwork._load.cache_clear()
        pictures._form.cache_clear()
        figure = artwork.load_artwork(file)
        return [pictures._form(artwork.themed(figure, pane, look), SRGB) for pane in figure.panes]

    first = [_least(lambda file=file: forms(file)) for file in files]  # type: ignore[misc]
    sizes = [sum(len(code) for *_, code in forms(file)) for file in files]
    figure = artwork.load_artwork(files[0])
    art = Art(artwork.themed(figure, figure.panes[0], look), 20.0)
    return {
        "placed": statistics.median(first),
        "placed once more": _least(lambda: [pictures.artwork_name(art.artwork) for _ in range(1000)]) / 1000,
        "bytes in the PDF": statistics.median(sizes),
        "most bytes in the PDF": max(sizes),
        "bytes of SVG": statistics.median(file.stat().st_size for file in files),
    }


def _drawing(files: list[Path]) -> dict[str, float]:
    from cardmaker.figure.library import draw_exercise

    draw_exercise(files[0].stem)
    taken = [_least(lambda file=file: draw_exercise(file.stem), 2) for file in files]  # type: ignore[misc]
    return {"drawn": statistics.median(taken), "drawn, slowest": max(taken)}


if __name__ == "__main__":
    main()
