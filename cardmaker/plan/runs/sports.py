"""The sports that a plan may have besides running → their words, limits and paces."""

from typing import Final, Literal, get_args

from cardmaker.namedtuple import NamedTuple

Sport = Literal["run", "swim", "bike", "row", "brick"]

SPORTS: Final[tuple[Sport, ...]] = get_args(Sport)
OTHERS: Final[tuple[Sport, ...]] = SPORTS[1:]
"""All but running."""


class Sportlike(NamedTuple):
    """What is usual in a sport: how far at most, in metres, and an easy pace in seconds a kilometre."""

    most_metres: float
    easy_pace: float


USUAL: Final[dict[Sport, Sportlike]] = {
    "run": Sportlike(300_000, 360.0),
    "swim": Sportlike(50_000, 1350.0),  # 2:15 for 100 m
    "bike": Sportlike(1_000_000, 144.0),  # 25 km/h
    "row": Sportlike(300_000, 300.0),  # 2:30 for 500 m
    "brick": Sportlike(1_000_000, 360.0),
}
_NAMES: Final[dict[str, Sport]] = {
    "run": "run", "running": "run", "swim": "swim", "swimming": "swim", "bike": "bike", "cycle": "bike",
    "cycling": "bike", "biking": "bike", "ride": "bike", "row": "row", "rowing": "row", "spin": "bike",
}  # fmt: skip


def sport_before_colon(line: str) -> tuple[Sport | None, str]:
    """The sport that 'swim: 8 x 50 m' begins with, and what follows; None and all of a line that begins with none."""
    word, colon, rest = line.partition(":")
    found = next((sport for sport in OTHERS if colon and word.strip().lower() == sport), None)
    return (found, rest) if found else (None, line)


def words_of_others(line: str) -> str:
    """The words behind 'cross-training:', which are printed as they are; '' of other lines."""
    word, _, rest = line.partition(":")
    return rest.strip() if word.strip().lower() in ("cross-training", "cross training") else ""


def sport_named(word: str) -> Sport | None:
    """The sport that a word in a brick means."""
    return _NAMES.get(word.lower().partition(" ")[0])
