"""The athletes of a roster → what of them is likely a slip, though it could be true."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from cardmaker.plan.athlete import Athlete
from cardmaker.plan.model import Plan
from cardmaker.plan.runs.targets import clock
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.personal import not_in_plan
from cardmaker.spelling import slip_of
from cardmaker.training.paces import Result
from cardmaker.training.vdot import vdot

_APART: Final = 1.25
"""How much fitter one race may show an athlete than another; runners who train for one distance differ by a tenth."""
_FASTEST: Final = 60.0
"""The VDOT of a runner of national class: 10 km in 34 minutes; few clubs have several."""
_BODYWEIGHT_KG: Final = (35.0, 160.0)
_MOST_LIFTED: Final = 3.0
"""Times the bodyweight: more is lifted in contests."""
_MAIL: Final = (
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de", "gmx.net",
    "web.de", "t-online.de",
)  # fmt: skip


def doubts(entries: Iterable[RosterEntry], used: frozenset[str], plan: Plan | None) -> Iterator[str]:
    """A line on each thing in doubt; *used* are the words that the plan's texts are filled in with."""
    entries = tuple(entries)
    yield from _twins(entries)
    for entry in entries:
        for doubt in _of_one(entry, used, plan):
            yield f"row {entry.line}, {entry.name}: {doubt}"


def _twins(entries: Iterable[RosterEntry]) -> Iterator[str]:
    """What several rows have in common that should differ: a name, an address."""
    rows: dict[tuple[str, str], list[int]] = {}
    for entry in entries:
        for what, said in (("name", entry.name), ("e-mail address", entry.email)):
            if said:
                rows.setdefault((what, said.casefold()), []).append(entry.line)
    for (what, _), lines in rows.items():
        if len(lines) > 1:
            yield f"rows {', '.join(map(str, lines[:-1]))} and {lines[-1]} have the same {what}"


def _of_one(entry: RosterEntry, used: frozenset[str], plan: Plan | None) -> Iterator[str]:
    yield from _races(entry.athlete.races)
    yield from _weights(entry.athlete)
    domain = entry.email.rpartition("@")[2]
    if domain and domain not in _MAIL and (meant := slip_of(domain, _MAIL)):
        yield f"{entry.email}: did you mean '@{meant}'?"
    for word in sorted(used):
        if not entry.words.get(word):
            yield f"nothing for {{{word}}}, which the plan's texts have"
    for exercise in not_in_plan(plan, entry) if plan else ():
        yield f"the plan has no {exercise}"


def _races(races: Iterable[Result]) -> Iterator[str]:
    fitness = [(race, vdot(race.metres, race.seconds)) for race in races]
    for race, value in fitness:
        if value > _FASTEST:
            yield f"{_said(race)} is the time of a runner of national class"
    for (first, one), (second, other) in combinations(fitness, 2):
        if max(one, other) > _APART * min(one, other):
            yield f"{_said(first)} and {_said(second)} don't go together"


def _said(race: Result) -> str:
    return f"{race.metres / 1000:.4g} km in {clock(round(race.seconds))}"


def _weights(athlete: Athlete) -> Iterator[str]:
    low, high = _BODYWEIGHT_KG
    own = athlete.bodyweight
    if own and not low <= own.kg <= high:
        yield f"a bodyweight of {own}"
    for exercise, lift in athlete.max_lifts.items():
        if own and lift.maximum.kg > _MOST_LIFTED * own.kg:
            yield f"{exercise} {lift} with a bodyweight of {own}"
