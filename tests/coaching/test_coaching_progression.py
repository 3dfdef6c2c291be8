"""Rules of training hold for weeks that follow from rules, too, and point to the line of the rule."""

import pytest

from cardmaker.api import check

PLAN = """\
title: x
phases: {Base: 6}
base_week:
  mon: {run: 6 km easy}
  sat: {run: 10 km long}
change:
  long: LONG
lighter: LIGHTER
"""


def found(long: str, lighter: str = "none") -> list[tuple[int, str]]:
    """What is said of the longest run: the line, and the words."""
    text = PLAN.replace("LONG", long).replace("LIGHTER", lighter)
    return [(one.line, one.message) for one in check(text) if one.rule == "CM203"]


def test_a_step_that_is_too_long_is_said_with_the_line_of_the_rule() -> None:
    said = found("+2 km a week")
    assert [line for line, _ in said] == [7] * len(said)
    assert "12 km on Saturday of week 2 is 20% longer" in said[0][1]


@pytest.mark.parametrize("lighter", ["none", "every 4th week, -30%"])
def test_a_step_that_is_small_enough(lighter: str) -> None:
    assert found("+1 km a week", lighter) == []
