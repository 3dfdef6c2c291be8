"""Pages → the bytes of a PDF: the only package that knows ReportLab."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cardmaker.deferred import defer, patterns_deferred


@contextmanager
def _in_a_folder_that_exists() -> Iterator[None]:
    """ReportLab asks for the current folder when it is imported, and a deleted one has no name."""
    try:
        Path.cwd()
    except FileNotFoundError:
        deleted = os.open(".", os.O_RDONLY)
        os.chdir("/")
        try:
            yield
        finally:
            os.fchdir(deleted)
            os.close(deleted)
    else:
        yield


defer("PIL.Image")
with _in_a_folder_that_exists():
    with patterns_deferred():
        import reportlab.pdfgen.canvas  # noqa: F401  before what is ours, whose patterns see to that themselves
    from cardmaker.paint.document import write_pdf, write_press_pdf, write_volume
    from cardmaker.paint.outline import outline
    from cardmaker.paint.painter import Painter

__all__ = ["Painter", "outline", "write_pdf", "write_press_pdf", "write_volume"]
