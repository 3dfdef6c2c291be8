"""Streams in the file: where their data ends is given by /Length and by the line end before 'endstream' alike."""

import pytest

from cardmaker.paint.objectfile import stream


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"abc", b"abc\nendstream"), (b"ab\n", b"ab\n\nendstream"), (b"ab\r", b"ab\r\r\nendstream")],
)
def test_line_end_is_reported_from_the_data(data: bytes, end: bytes) -> None:
    written = stream("", data)
    assert written == b"<</Length 3>>\nstream\n" + end
