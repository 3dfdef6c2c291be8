"""A plan → a picture of each side of its cards and of each sheet, and a line on those of each part."""

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
