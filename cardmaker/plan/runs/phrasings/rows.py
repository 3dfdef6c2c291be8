"""A row of a table as one line, 'Long run | 18 km | 6:00-6:20 | 1:50:00': its cells say one run, not one each."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.phrasings.pieces import FAR, RANGE, N

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
_REPEATS: Final = Pattern(
    rf"(\d{{1,2}}(?: ?- ?\d{{1,2}})? ?x ?({N}) ?(m|km|k|mi|miles?)?)", "x", re.IGNORECASE
)
_METRES: Final = {"m": 1.0, "km": 1000.0, "k": 1000.0, "mi": METRES_PER_MILE}
_FEW: Final = Pattern(
    r"(?:\d{1,3} ?(?:s|sec\w*|min\w*|'|\"|m)|\d:[0-5]\d)(?: (?:easy )?(?:jog|walk|rest|rec\w*|float))?",
    "",
    re.IGNORECASE,
)
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
    cells = [cell for cell in _CELLS.split(text) if cell]
    return _ZONE.sub(r", \1", _repeated(cells) or _merged(text, cells))


def _repeated(cells: list[str]) -> str:
    """'Intervals | 6 x 800 m | 3:20 | 90 s': how long each takes, and the rest after it; '' for other rows."""
    found = [(at, one) for at, cell in enumerate(cells) if (one := _REPEATS.fullmatch(cell))]
    if len(found) != 1 or found[0][0] + 1 == len(cells):
        return ""
    (at, repeats), (clock, *behind) = found[0], cells[found[0][0] + 1 :]
    metres = float(repeats[2].replace(",", ".")) * _METRES[(repeats[3] or "m").lower()[:2]]
    if not _BARE.fullmatch(clock) or not _is_human(_seconds(clock) / metres * 1000):
        return ""
    rest = behind[0] if behind and (_FEW.fullmatch(behind[0]) or _BARE.fullmatch(behind[0])) else ""
    if rest and _BARE.fullmatch(rest) and ("-" in rest or _is_human(_seconds(rest) / metres * 1000)):
        return ""
    after = f" w/ {rest}{' rest' if rest[-1:].isdigit() else ''}" if rest else ""
    return " | ".join([*cells[:at], f"{repeats[1]} in {clock}{after}", *behind[bool(rest) :]])


def _seconds(clock: str) -> float:
    first, second = re.split(r" ?- ?", clock)[0].split(":")
    return 60 * float(first) + float(second)


def _merged(text: str, cells: list[str]) -> str:
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
    place = cells.index(far[0]) + 1
    effort = cells[place] if place < len(cells) and phrase_of(cells[place].lower()) else ""
    if effort:
        words.remove(effort)
    stretch = " ".join(
        [far[0], *filter(None, [effort]), *(f"{sign} {cell}" for sign in ("in", "@") for cell in said[sign])]
    )
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
