"""Streams in the file: where their data ends is told by /Length and by the line end before 'endstream' alike."""

import io

import page as validation
import pikepdf
import pytest
from paint_kit import document, frame, page, text

from cardmaker.paint import write_pdf
from cardmaker.paint.container import Stream


@pytest.mark.parametrize(
    ("data", "end"), [(b"abc", b"abc\nendstream"), (b"ab\n", b"ab\n\nendstream"), (b"ab\r", b"ab\r\r\nendstream")]
)
def test_line_end_is_told_from_the_data(data: bytes, end: bytes) -> None:
    written = Stream("", data).format(None)  # type: ignore[arg-type]
    assert written == b"<</Length 3>>\nstream\n" + end


def test_data_that_ends_in_a_carriage_return_is_archivable() -> None:
    """One deflated stream in 256 ends so: words are tried until one does."""
    files = (write_pdf(document(page(frame(text(f"Card {number}", y=9))))) for number in range(4000))
    data = next(data for data in files if b"\r\r\nendstream" in data)
    assert validation.is_pdf_compliant_bytes(data, profile="2a")
    assert pikepdf.open(io.BytesIO(data)).check_pdf_syntax() == []
