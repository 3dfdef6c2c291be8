"""Heart rates that are known → the limits of training zones, in beats a minute.

Zones are shares of the reserve between resting and maximum (M. Karvonen, E. Kentala and O. Mustala, 1957) where both
are known, else of the maximum. A maximum that wasn't measured is estimated as 208 - 0.7 x age (H. Tanaka, K. Monahan
and D. Seals, Journal of the American College of Cardiology 37, 2001); a person may be more than ten beats off.
"""

from typing import Final

ZONES: Final = ((0.50, 0.60), (0.60, 0.70), (0.70, 0.80), (0.80, 0.90), (0.90, 1.00))
"""The five zones, as shares of the maximum or of the reserve."""


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
