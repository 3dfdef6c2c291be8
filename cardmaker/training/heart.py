"""Heart rates that are known → the limits of training zones, in beats a minute.

Zones are shares of the reserve between resting and maximum (M. Karvonen, E. Kentala and O. Mustala, 1957) where both
are known, else of the maximum. A maximum that wasn't measured is estimated as 208 - 0.7 x age (H. Tanaka, K. Monahan
and D. Seals, Journal of the American College of Cardiology 37, 2001); a person may be more than ten beats off.
Where only the rate at threshold is known, zones are shares of it, as J. Friel has them for runners (The Triathlete's
Training Bible): a coach's habit that watches and training diaries follow.
"""

from typing import Final

ZONES: Final = ((0.50, 0.60), (0.60, 0.70), (0.70, 0.80), (0.80, 0.90), (0.90, 1.00))
"""The five zones, as shares of the maximum or of the reserve."""

THRESHOLD_ZONES: Final = (0.85, 0.90, 0.95, 1.00)
"""Where zones 2 to 5 begin, as shares of the rate at threshold."""
_MOST_OF_THRESHOLD: Final = 1.06
"""The upper limit of zone 5; what is above is sprints, which a pulse doesn't follow."""


def estimated_maximum(age: float) -> float:
    """The maximum that is likely at an age in years."""
    return 208 - 0.7 * age


def zone(number: int, maximum: float, resting: float | None = None) -> tuple[int, int]:
    """From the lower to the upper limit of zone 1 to 5; ValueError for another number."""
    if not 1 <= number <= len(ZONES):
        raise ValueError(f"there are zones 1 to {len(ZONES)}, not {number}")
    low, high = (at_share(share, maximum, resting) for share in ZONES[number - 1])
    return low, high


def at_share(share: float, maximum: float, resting: float | None = None) -> int:
    """The rate at a share of the maximum, or of the reserve above a resting rate."""
    return round(share * maximum if resting is None else resting + share * (maximum - resting))


def threshold_zone(number: int, threshold: float) -> tuple[int | None, int]:
    """From the lower to the upper limit of zone 1 to 5, a beat below the next; zone 1 has no lower one.

    ValueError for another number.
    """
    if not 1 <= number <= len(ZONES):
        raise ValueError(f"there are zones 1 to {len(ZONES)}, not {number}")
    starts = [at_share(share, threshold) for share in THRESHOLD_ZONES]
    low = starts[number - 2] if number > 1 else None
    return low, at_share(_MOST_OF_THRESHOLD, threshold) if number == len(ZONES) else starts[number - 1] - 1
