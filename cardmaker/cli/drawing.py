"""A plan → a file for each side of its cards, a picture or a PDF, and a line on those of each part or folder."""

from pathlib import Path

from cardmaker.cli import terminal
from cardmaker.cli.asked import Task
from cardmaker.cli.columns import columns_of, count_of, size_of


def draw(task: Task, output: str, form: str, dpi: int) -> None:
    """Write pictures, and a line on those of each part."""
    from cardmaker.deliver.destination import read_folder
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.deliver.images import draw_sides

    folder = read_folder(output)
    rows: list[tuple[str, str, str]] = []
    files: dict[Path, bytes] = {}
    with terminal.working("Laying out and drawing ..."):
        job = task.make()
        stem = task.stem(job)
        for part in job.parts:
            start = f"{stem}-{part.name}"
            drawn = draw_sides(part.sides, form, dpi)
            files |= {folder / f"{start}-{name}.{form}": data for name, data in drawn.items()}
            size = size_of(sum(map(len, drawn.values())))
            fine = f" at {dpi} dpi" if form == "png" else ""
            rows.append(
                (str(folder / f"{start}-*.{form}"), count_of(len(drawn), "picture", "pictures") + fine, size)
            )
    terminal.report_notes(job.notes)
    make_folder(folder)
    write_files(files)
    terminal.say_all(columns_of(rows))


def write_separately(task: Task, output: str) -> None:
    """Write the sides, a line on the files of each folder, and a note on those of another build in it."""
    from cardmaker.deliver.destination import read_folder
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.deliver.separate import BACKS, FRONTS, separate

    folder = read_folder(output)
    with terminal.working("Laying out and painting ..."):
        job = task.make()
        sides = separate(job)
    terminal.report_notes(job.notes)
    files = {folder / side.folder / side.name: side.data for side in sides}
    folders = [folder / name for name in (FRONTS, BACKS) if any(side.folder == name for side in sides)]
    for place in (folder, *folders):
        make_folder(place)
    write_files(files)
    rows = []
    for place in folders:
        own = [path for path in files if path.parent == place]
        size = size_of(sum(len(files[path]) for path in own))
        rows.append((str(place / "*.pdf"), f"{count_of(len(own), 'card', 'cards')}, a file each", size))
    terminal.say_all(columns_of(rows))
    for place in folders:
        _note_others(place, files)
    terminal.say(
        "To print: at 100 %; the front and the back of a card have the same name, and both are upright"
    )


def _note_others(place: Path, files: dict[Path, bytes]) -> None:
    others = sorted(path.name for path in place.glob("*.pdf") if path not in files)
    if others:
        count = count_of(len(others), "file", "files")
        terminal.report(f"note: {place} has {count} that this build didn't write, such as {others[0]}")
