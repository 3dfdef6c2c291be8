"""The sets of a plan → the unit of their loads, for a load that says none: '@ 60' among others in kg."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from cardmaker.patterns import Pattern

LoadUnit = Literal["", "kg", "lb", "%"]

_SAID: Final[dict[LoadUnit, Pattern]] = {
    "kg": Pattern(r"(?<![+\d.,])\d+(?:[.,]\d+)? ?(?:kgs?|kilos?)\b", "kg|kilo", re.IGNORECASE),
    "lb": Pattern(r"(?<![+\d.,])\d+(?:[.,]\d+)? ?(?:lbs?|pounds?)\b", "lb|pound", re.IGNORECASE),
    "%": Pattern(r"@ ?\d+(?:\.\d+)?(?:[-/,]\d+)* ?%", "%"),
}
_ONE: Final = r"\d{2,3}(?:[.,]5)?(?![\d.]| ?[x%])"
_BARE: Final = Pattern(
    rf"@ ?({_ONE}(?:(?: ?[/-] ?|, ?){_ONE})*)(?= ?(?:$|[;,)]|->|x \d|rpe|rir|rest|tempo))", "@", re.IGNORECASE
)
_LIGHTEST, _HEAVIEST = 13, 120
"""An effort is less; more than that is no per cent, and is kept without a unit."""
_LEAST: Final = 2
"""Sets that say their unit, so that others are meant alike."""


def usual_load(texts: Iterable[str]) -> LoadUnit:
    """The only unit of the loads in some sets, if at least two of them have it; '' where there are several or none."""
    counts = dict.fromkeys(_SAID, 0)
    for text in texts:
        for unit, said in _SAID.items():
            counts[unit] += bool(said.search(text))
    found = [unit for unit, count in counts.items() if count]
    return found[0] if len(found) == 1 and counts[found[0]] >= _LEAST else ""


def lacks_unit(text: str) -> bool:
    """Whether a text has a number behind '@' that may be a weight or per cent."""
    return _BARE.search(text) is not None


def with_unit(text: str, unit: LoadUnit) -> str:
    """*text* with the *unit* behind each load that may be a weight or per cent: '3x5 @ 60' → '3x5 @ 60 kg'."""
    return _BARE.sub(lambda found: _put(found, unit), text) if unit else text


def _put(found: re.Match[str], unit: LoadUnit) -> str:
    loads = [float(load) for load in re.findall(r"\d+(?:\.\d+)?", found[1].replace(",5", ".5"))]
    if not all(_LIGHTEST <= load <= _HEAVIEST for load in loads):
        return found[0]
    return f"@ {found[1]}{unit if unit == '%' else f' {unit}'}"


def texts_in(node: Any) -> Iterator[str]:
    """All texts in a part of a plan."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from texts_in(one)
    elif isinstance(node, list):
        for one in node:
            yield from texts_in(one)
