"""Digits of the bundled fonts are as wide as each other, and lines with other digits are those that are shaped so."""

import pytest

from cardmaker.frame import Text
from cardmaker.text.digits import DigitLine
from cardmaker.text.fonts import FontBook

BOOK = FontBook()
WEIGHTS = ("light", "regular", "medium", "bold")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_texts_with_other_digits_are_as_wide_but_next_to_uneven_characters(weight: str) -> None:
    assert BOOK.uneven_by_digits is not None
    for char in "AVWTfyrk.,:;–-+/%°×’ ()«»ДЗГРУΔΤ":
        widths = {BOOK.width_em(f"{char}{digit}{char}", weight) for digit in "0123456789"}
        assert (len(widths) == 1) is (char not in BOOK.uneven_by_digits), char


@pytest.mark.parametrize("text", ["5:12–5:47/km", "from 5 km in 19:57", "7 × 400 m², 2 Й"])
def test_a_line_with_other_digits_is_the_one_that_is_shaped_of_them(text: str) -> None:
    other = text.translate(str.maketrans("0123456789", "4702591638"))
    lines = [Text(BOOK.shape(one, "regular").runs, 9.0, "#000000") for one in (text, other)]
    digits = iter([char for char in other if char in "0123456789"])
    assert DigitLine(lines[0]).with_digits(digits) == lines[1]
