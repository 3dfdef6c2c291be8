"""cardmaker's own commands → the pictures of the printing guide."""

import contextlib
import io
import shutil
from pathlib import Path

from cardmaker.cli.main import run
from scripts.docs.gallery import PLAN, made

SHEETS = {
    "cards-on-a4": ("a7", "a4"),
    "cards-on-letter": ("a7", "letter"),
    "business-cards": ("avery-5371", "letter"),
    "pouch": ("a7", "a4", "--pouch"),
}


def draw(folder: Path) -> None:
    """Draw all of them into a folder."""
    folder.mkdir(parents=True)
    for name, (stock, paper, *how) in SHEETS.items():
        with contextlib.redirect_stdout(io.StringIO()):
            code = run(
                ["show", stock, "--kind", "stock", "--paper", paper, "-o", str(folder / f"{name}.svg"), *how]
            )
        if code:
            raise RuntimeError(f"{stock} on {paper}: exit code {code}")
    card = made(folder, "build", PLAN, "--only", "cards", "--exercise", "squat")
    for side, path in zip(("front", "back"), card, strict=True):
        path.rename(folder / f"card-{side}.svg")
    made(folder, "build", PLAN, "--only", "sheets")[0].rename(folder / "week.svg")
    made(folder, "build", PLAN, "--only", "gym")[0].rename(folder / "gym.svg")
    shutil.rmtree(folder / "made")
