"""A pose and how it is to be drawn → the picture's file, again and again while the pose changes."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.cli import terminal
from cardmaker.errors import OutputError, Problem

if TYPE_CHECKING:
    from cardmaker.picture.artwork import Look

_FORMS = ("svg", "png", "pdf")


@dataclass(frozen=True)
class Easel:
    """A pose, and what is to be drawn of it where."""

    pose: Path
    target: Path
    form: str
    look: "Look | None"
    person: str
    width: float | None
    dpi: int
    grey: bool
    grid: bool
    folders: tuple[Path, ...]

    def draw(self) -> None:
        """Draw once and write the file."""
        from cardmaker.deliver.files import write_files
        from cardmaker.deliver.illustration import illustration, picture_of

        name = self.pose.stem
        if self.grid:
            from cardmaker.figure.guide import on_squares
            from cardmaker.figure.reading import read_pose

            data = picture_of(on_squares(read_pose(self.pose), name), self.form, self.dpi, self.grey, name)
        else:
            from cardmaker.figure.library import draw_exercise

            svg = draw_exercise(name, self.pose, self.folders, self.person)
            data = illustration(svg, self.form, self.look, self.width, self.dpi, self.grey, name)
        write_files({self.target: data})

    def sources(self) -> Iterable[Path]:
        """The files that the picture comes from."""
        from cardmaker.figure.library import exercise_file

        exercise = exercise_file(self.pose.stem, self.folders)
        return [self.pose, *([exercise] if exercise else [])]

    def redraw(self) -> None:
        """Draw, and report how long it took and what can't be; of a wrong file report the mistake and draw nothing."""
        from cardmaker.cli.failure import explain
        from cardmaker.figure.report import faults_of

        try:
            started = time.perf_counter()
            self.draw()
            took = time.perf_counter() - started
            faults: Sequence[Problem] = faults_of(
                self.pose
            )  # before a word is said, as a save may follow that
            terminal.say(f"{self.target}  {took:.2f} s")
        except Exception as fault:
            explain(fault)
            faults = ()
        for problem in faults:
            terminal.report(str(problem))
        terminal.flush()


def target_of(output: str, stem: str) -> tuple[Path, str]:
    """Where a picture goes, and its form; without a name into the output folder."""
    target = Path(output or Path("output") / f"{stem}.svg")
    form = target.suffix.lower().removeprefix(".")
    if form not in _FORMS:
        raise OutputError(f"{output}: pictures are SVG, PNG or PDF; name it '{target.with_suffix('.svg')}'")
    if not output:
        from cardmaker.deliver.files import make_folder

        make_folder(target.parent)
    return target, form


def look_of(palette: str | None, folders: tuple[Path, ...]) -> "Look | None":
    if palette is None:
        return None
    from cardmaker.picture.artwork import Look
    from cardmaker.picture.hatching import Hatching
    from cardmaker.theme.shelf import Shelf

    worn = Shelf(folders).palette(palette)
    hatches = {
        name: Hatching(one.pitch, one.width, one.colour, one.angle) for name, one in worn.hatch.items()
    }
    return Look(worn.colours, hatches)
