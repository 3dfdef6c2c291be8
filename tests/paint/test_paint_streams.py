"""Streams in the file: where their data ends is given by /Length and by the line end before 'endstream' alike.

The file grows as they come.
"""

import tracemalloc
from functools import partial
from itertools import count

import pytest

from cardmaker.paint.objectfile import ObjectFile, stream


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"abc", b"abc\nendstream"), (b"ab\n", b"ab\n\nendstream"), (b"ab\r", b"ab\r\r\nendstream")],
)
def test_line_end_is_reported_from_the_data(data: bytes, end: bytes) -> None:
    written = stream("", data)
    assert written == b"<</Length 3>>\nstream\n" + end


def test_a_file_is_held_once_while_it_grows() -> None:
    numbers = count(1)
    file = ObjectFile("1.7", partial(next, numbers))
    tracemalloc.start()
    try:
        for _ in range(1000):
            file.write(next(numbers), bytes(4000))
        data = file.whole("1 0 R", "2 0 R")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1.5 * len(data)


def test_a_standing_file_is_the_one_that_grows() -> None:
    files = []
    for standing in (False, True):
        numbers = count(1)
        file = ObjectFile("1.7", partial(next, numbers), standing=standing)
        for body in (b"<</A 1>>", b"<</B 2>>"):
            file.pack(next(numbers), body)
        file.write(next(numbers), b"<</C 3>>")
        files.append(
            file.standing("1 0 R", "2 0 R", ()).file({}) if standing else file.whole("1 0 R", "2 0 R")
        )
    assert files[0] == files[1]
