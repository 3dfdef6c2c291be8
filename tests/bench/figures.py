"""figures.py [FEW]: print as JSON the CPU time a figure takes to be drawn from its pose, and to be placed on a card.

Runs in a process of its own. Placed means: read from its file and made a form of the PDF, with all of its positions. In
the usual theme that form is ready; in another look it is coloured, written and compressed. Once more means what each
further use takes. Drawing needs the figure extra and is left out without it.
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
    from cardmaker.layout.figures import look_in
    from cardmaker.paint import pictures, readyforms
    from cardmaker.paint.pictures import XObject, form_of
    from cardmaker.picture import artwork
    from cardmaker.theme.shelf import Shelf

    usual, other = look_in(Shelf().theme("classic"), small=False), artwork.Look()

    def forms(file: Path, look: artwork.Look) -> list[XObject]:
        for cached in (artwork._load, pictures._form, readyforms._forms):
            cached.cache_clear()
        figure = artwork.load_artwork(file)
        return [form_of(artwork.themed(figure, pane, look)) for pane in figure.panes]

    ready = [_least(lambda file=file: forms(file, usual)) for file in files]  # type: ignore[misc]
    made = [_least(lambda file=file: forms(file, other)) for file in files]  # type: ignore[misc]
    sizes = [sum(len(form.data) for form in forms(file, usual)) for file in files]
    figure = artwork.load_artwork(files[0])
    art = Art(artwork.themed(figure, figure.panes[0], usual), 20.0)
    return {
        "placed, ready": statistics.median(ready),
        "placed, in another look": statistics.median(made),
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
