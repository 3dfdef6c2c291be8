"""Groups side by side: what all run is said once, and next to it the figure that each has of its own."""

import pytest

from cardmaker.handout import Rich
from cardmaker.resolve.groups import figure_of


def lines(*texts: str) -> tuple[Rich, ...]:
    return tuple(Rich(((text, False),)) for text in texts)


@pytest.mark.parametrize(
    ("common", "own", "said"),
    [
        ((), ("4:25–6:25/km · about 32 min",), ("4:25–6:25/km", "about 32 min")),
        (
            ("6 × 400 m at 5k pace, 200 m jog after each", "2 km cool-down, easy"),
            (
                "6 × 400 m at 5k pace in 1:26–1:46, 200 m jog after each",
                "2 km cool-down, easy · about 38 min",
            ),
            ("1:26–1:46", "about 38 min"),
        ),
        (("4 km tempo",), ("4 km tempo at 5:28/km",), ("5:28/km", "")),
        (("2 km cool-down, easy",), ("2 km cool-down, easy · about 26 min",), ("", "about 26 min")),
        (("Easy",), ("Easy, 140–150 bpm",), ("", "140–150 bpm")),
        ((), ("6:15–8:30/km · about 1:51 h",), ("6:15–8:30/km", "about 1:51 h")),
    ],
    ids=["a-line", "within", "a-pace-alone", "no-pace", "pulse", "hours"],
)
def test_a_group_has_one_figure_of_its_own(
    common: tuple[str, ...], own: tuple[str, ...], said: tuple[str, str]
) -> None:
    found = figure_of(lines(*common), lines(*own))
    assert found is not None
    assert tuple(text.replace("\xa0", " ") for text in found) == said


@pytest.mark.parametrize(
    ("common", "own"),
    [
        (("400 m, 800 m",), ("400 m in 1:20, 800 m in 2:50",)),
        (("6 × 400 m fast",), ("5 × 400 m fast in 1:20",)),
        (("Easy",), ("Easy",)),
    ],
    ids=["several-paces", "another-session", "nothing"],
)
def test_what_differs_in_more_is_said_in_full(common: tuple[str, ...], own: tuple[str, ...]) -> None:
    assert figure_of(lines(*common), lines(*own)) is None
