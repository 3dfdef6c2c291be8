"""A row of a table as one line, 'Long run | 18 km | 6:00-6:20 | 1:50:00': its cells say one run, not one each."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.phrasings.pieces import FAR, RANGE

_COLUMNS: Final = Pattern(r"\s*\t\s*|(?<=[^\s.,;:!?|/+-]) {3,}(?=[^\s|/+-])", "\t|   ", re.UNICODE)
_CELLS: Final = re.compile(r"\s*\|\s*|(?<=[\w)])\s[·•]\s")
_CLOCK: Final = r"\d{1,2}:[0-5]\d"
_HOURS: Final = r"(?:h|hrs?|hours?|std\.?|stunden)"
_FAR: Final = Pattern(rf"({RANGE}) ?({FAR}|(?-i:M))", "k|m", re.IGNORECASE)
_LONG: Final = Pattern(
    rf"(?:{RANGE} ?(?:min\w*|{_HOURS})|\d{{1,2}} ?h ?[0-5]\d(?: ?min\w*)?|\d{{1,2}}:[0-5]\d:[0-5]\d(?: ?h)?)"
    rf"|{_CLOCK}(?:-{_CLOCK})? ?(?:min\w*|{_HOURS})",
    "m|h|std|:",
    re.IGNORECASE,
)
_PACE: Final = Pattern(
    rf"(?:@ ?|at )?({_CLOCK}(?: ?- ?{_CLOCK})?|\d{{1,2}} ?- ?\d{{1,2}}) ?(?:min\w* ?)?(?:/|per ) ?(km|mi|mile|k)",
    "/|per",
    re.IGNORECASE,
)
_BARE: Final = Pattern(rf"0?(?!0)({_CLOCK})(?: ?- ?({_CLOCK}))?", ":")
_TARGET: Final = Pattern(
    r"\b(?:z|zone|rpe|hr|dl|ga) ?\d[\d-]*|\b1\d\d ?- ?1\d\d\b|\b1\d\d(?= ?bpm)|\b\d\d(?: ?- ?\d\d)? ?%|^\d/10$",
    r"\d",
    re.IGNORECASE,
)
"""The figures that a cell of words may have."""
_ZONE: Final = Pattern(
    r"(?<=[\w)]) ?\| ?((?:zone|z) ?[1-7](?: ?- ?[1-7])?)(?= ?(?:\||$))", "z", re.IGNORECASE
)
"""A cell that says how hard the one before it is."""
_FASTEST: Final = 150.0
_SLOWEST: Final = 600.0
"""Seconds a kilometre of all that a bare clock may say, from fast runners to walkers on a road."""


def parted_by_bars(text: str) -> str:
    """*text* with ' | ' where a table that it was pasted from has tabs or gaps between its cells."""
    return _COLUMNS.sub(" | ", text.strip()) if "\t" in text or "   " in text else text


def one_row(text: str) -> str:
    """The cells of a row with a distance, its time and its pace as one stretch; other texts as they are."""
    if "|" not in text and "·" not in text and "•" not in text:
        return text
    return _ZONE.sub(r", \1", _merged(text))


def _merged(text: str) -> str:
    cells = [cell for cell in _CELLS.split(text) if cell]
    far = [cell for cell in cells if _FAR.fullmatch(cell)]
    if len(far) != 1 or len(cells) < 2:
        return text
    paces = [cell for cell in cells if _PACE.fullmatch(cell)]
    times = [cell for cell in cells if _LONG.fullmatch(cell)]
    bare = [cell for cell in cells if _BARE.fullmatch(cell)]
    words = [cell for cell in cells if cell not in (*far, *paces, *times, *bare)]
    if (
        len(paces) > 1
        or len(times) > 1
        or len(bare) > 2
        or any(re.search(r"\d", _TARGET.sub("", cell)) for cell in words)
    ):
        return text
    said = {"@": [_pace(cell) for cell in paces], "in": times}
    for cell in bare:
        meant = _meant(cell, far[0])
        if not meant or said[meant[0]]:
            return text
        said[meant[0]].append(meant[1])
    if not any(said.values()):
        return text
    stretch = " ".join([far[0], *(f"{sign} {cell}" for sign in ("in", "@") for cell in said[sign])])
    return " | ".join(stretch if cell == far[0] else cell for cell in cells if cell in (far[0], *words))


def _pace(cell: str) -> str:
    found = _PACE.fullmatch(cell)
    assert found is not None
    ends = [end if ":" in end else f"{end}:00" for end in re.split(r" ?- ?", found[1])]
    return f"{'-'.join(ends)}/{'km' if found[2].lower().startswith('k') else 'mi'}"


def _meant(cell: str, far: str) -> tuple[str, str] | None:
    """Whether a bare clock is the pace or the time of a distance; None if it may be either, or neither."""
    distance, clock = _FAR.fullmatch(far), _BARE.fullmatch(cell)
    assert distance is not None and clock is not None
    metric = distance[2].lower().startswith("k")
    number = float(re.split(r" ?(?:-|to) ?", distance[1])[-1].replace(",", "."))
    kilometres = number * (1 if metric else METRES_PER_MILE / 1000)
    first, second = (float(part) for part in clock[1].split(":"))
    pace = 60 * first + second
    readings = []
    if _is_human(pace if metric else pace / METRES_PER_MILE * 1000):
        readings.append(("@", f"{cell.removeprefix('0')}/{'km' if metric else 'mi'}"))
    if _is_human((60 * first + second) / kilometres):
        readings.append(("in", f"{cell} min" if not clock[2] else f"{clock[1]}-{clock[2]} min"))
    if _is_human(60 * (60 * first + second) / kilometres) and not clock[2]:
        readings.append(("in", f"{first:.0f} h {second:.0f} min"))
    return readings[0] if len(readings) == 1 else None


def _is_human(pace: float) -> bool:
    return _FASTEST <= pace <= _SLOWEST
