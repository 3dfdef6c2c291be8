"""What a plan knows of its athlete → a page of their own; none where that is no more than a name."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from cardmaker.handout import AthleteSheet, LiftLoad, LiftRow, LiftShare, PaceRow, RaceTime, Split
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.athlete import Athlete, AthleteGroup, HeartRates
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.efforts import Effort
from cardmaker.plan.runs.targets import Pace, clock
from cardmaker.record import replace
from cardmaker.resolve.loading import adds_weight, load_place
from cardmaker.resolve.loads import Shares, lifts_of, shares_of
from cardmaker.resolve.paces import race_metres, race_over
from cardmaker.resolve.phases import RaceDay, race_of, race_tile
from cardmaker.resolve.planner import Planner
from cardmaker.training.paces import Result, best_vdot
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording


class _Kind(NamedTuple):
    """Runs that have a pace: how hard they look and feel, the zone of their heart rates, how many laps are timed."""

    effort: Effort
    surface: str
    talk: str
    zone: int = 0
    laps: int = 0


_KINDS: Final = (
    _Kind("easy", "easy", "easy", zone=2),
    _Kind("marathon", "tempo", "tempo", zone=3),
    _Kind("threshold", "tempo", "tempo", zone=4, laps=1),
    _Kind("interval", "fast", "fast", zone=5, laps=1),
    _Kind("repetition", "fast", "fast", laps=2),
)
_RACES: Final[Mapping[Effort, str]] = {
    "5k": "race_five",
    "10k": "race_ten",
    "half": "race_half",
    "marathon": "race_marathon",
}
_MARKS: Final = (1, 2, 5)
"""How far marks of a race are from each other, in kilometres or miles: as near as so many of them allow."""
_MOST_MARKS: Final = 10
_MOST_BLANKS: Final = 10
"""Lifts of a form: as many as leave room for a result and for what an athlete has to say."""


def athlete_pages(planner: Planner, _weeks: Sequence[int]) -> list[AthleteSheet]:
    """The athlete's page, if paces or lifts are known."""
    paces = tuple(_paces(planner)) if planner.sources.runner.paces.known else ()
    shares = shares_of(planner.written, planner.sources.deck.library)
    lifts = tuple(_lifts(planner, shares))
    return [_page(planner, paces, lifts, shares)] if paces or lifts else []


def athlete_forms(planner: Planner) -> list[AthleteSheet]:
    """The athlete's page; where nothing is known with blanks for what the plan asks for, if that is anything."""
    if found := athlete_pages(planner, ()):
        return found
    paces = tuple(_blank_paces(planner)) if planner.running else ()
    lifts = tuple(islice(_blank_lifts(planner), _MOST_BLANKS))
    shares = shares_of(planner.written, planner.sources.deck.library)
    return [replace(_page(planner, paces, lifts, shares), blank=True)] if paces or lifts else []


def _page(
    planner: Planner, paces: tuple[PaceRow, ...], lifts: tuple[LiftRow, ...], shares: Shares
) -> AthleteSheet:
    sources = planner.sources
    plan, say = sources.plan, sources.wording
    head = planner.head
    race = race_of(planner)
    raced = None if _is_group(planner) else _planned(race)
    heart = plan.athlete.heart_rate
    units = [say.say("per_unit", unit=say.units[unit]) for unit in ("km", "mi")]
    return AthleteSheet(
        head=head,
        title=head.athlete or head.title,
        subtitle="  ·  ".join(filter(None, [head.title if head.athlete else "", head.club, head.coach])),
        paces=paces,
        paces_note="  ·  ".join(filter(None, [paces_from(plan.athlete, say), _measured(heart, say)])),
        units=(units[0], units[1]) if plan.units == "metric" else (units[1], units[0]),
        races=tuple(_races(planner, raced)) if plan.athlete.races and not _is_group(planner) else (),
        lifts=lifts,
        shares=tuple(_shares(shares, say)),
        of_training_max=shares.of_tm,
        unit=say.units["lb" if plan.units == "imperial" else "kg"],
        resting=str(heart.resting or ""),
        highest=str(heart.maximum or ""),
        race=race_tile(planner, race) if race else None,
        name=say.say("athlete_page"),
        splits=tuple(_splits(planner, raced)) if raced else (),
        splits_note=_splits_note(planner, raced) if raced else "",
    )


def _paces(planner: Planner) -> Iterator[PaceRow]:
    say, paces = planner.sources.wording.say, planner.sources.runner.paces
    imperial = planner.sources.plan.units == "imperial"
    for kind in _KINDS:
        pace = paces.of(kind.effort)
        if pace is None:
            continue
        each = (_over(pace, 1000.0), _over(pace, METRES_PER_MILE))
        yield PaceRow(
            effort=kind.surface,
            name=say(f"pace_{kind.effort}"),
            first=each[imperial],
            second=each[not imperial],
            talk=say(f"talk_{kind.talk}"),
            lap=_over(pace, 400.0) if kind.laps else "",
            half_lap=_over(pace, 200.0) if kind.laps > 1 else "",
            heart_rate=_rate(planner, kind.zone),
        )


def _blank_paces(planner: Planner) -> Iterator[PaceRow]:
    say = planner.sources.wording.say
    for kind in _KINDS:
        yield PaceRow(kind.surface, say(f"pace_{kind.effort}"), "", "", say(f"talk_{kind.talk}"))


def _blank_lifts(planner: Planner) -> Iterator[LiftRow]:
    """The plan's exercises that are done with a weight, unless it is only added to the body's, in its order."""
    deck = planner.sources.deck
    entries = [entry for workout in deck.plan.workouts.values() for entry in workout.entries]
    asked = ((entry.exercise, deck.library.get(entry.exercise), entry.in_week(0)) for entry in entries)
    weighed = (
        exercise
        for exercise, about, sets in asked
        if load_place(deck.prescriber, about, sets).unit and not adds_weight(about, sets)
    )
    for exercise in dict.fromkeys(weighed):
        about = deck.library.get(exercise)
        figure = deck.gallery.figure_of_lift(exercise, about.loaded)
        yield LiftRow(deck.number(exercise), about.name, "", (), figure=figure)


def _over(pace: Pace, metres: float) -> str:
    """How long a distance in metres takes, from the faster end of a pace to the slower one."""
    span = pace.span
    ends = [clock(round(end * metres / 1000)) for end in (span.least, span.most or span.least)]
    return "–".join(dict.fromkeys(ends))


def _rate(planner: Planner, number: int) -> str:
    """The heart rates of a zone, if the highest was measured, or about so if the athlete's age is known."""
    rates = planner.sources.runner.pulse.of_zones(number, number) if number else None
    return str(rates or "")


def paces_from(athlete: Athlete, say: Wording) -> str:
    """Where the paces come from: the best of the races."""
    if not athlete.races:
        return ""
    time = clock(round(_best(athlete.races).seconds))
    return say.say("paces_from", race=best_distance(athlete, say), time=time)


def best_distance(athlete: Athlete, say: Wording) -> str:
    """How long the race is that the paces come from: '5 km'."""
    return f"{say.number(round(_best(athlete.races).metres / 1000, 1))}\u00a0{say.units['km']}"


def _best(races: Sequence[Result]) -> Result:
    return max(races, key=lambda race: best_vdot([race]))


def _measured(heart: HeartRates, say: Wording) -> str:
    """The heart rates that were measured, which zones follow from: 'resting HR 52, max HR 188'."""
    known = (("resting_hr", heart.resting), ("highest_hr", heart.maximum))
    return ", ".join(f"{say.labels[label]}{NBSP}{rate}" for label, rate in known if rate)


def _is_group(planner: Planner) -> bool:
    """Whether it is several athletes, who don't all run a race in one time."""
    return isinstance(planner.sources.plan.athlete, AthleteGroup)


def _races(planner: Planner, own: Effort | None) -> Iterator[RaceTime]:
    say, paces = planner.sources.wording, planner.sources.runner.paces
    imperial = planner.sources.plan.units == "imperial"
    unit = say.units["mi" if imperial else "km"]
    for effort, name in _RACES.items():
        pace, seconds = paces.of(effort), paces.time_of(effort)
        if pace is not None and seconds is not None:
            each = _over(pace, METRES_PER_MILE if imperial else 1000.0)
            yield RaceTime(say.say(name), clock(round(seconds)), f"{each}/{unit}", planned=effort == own)


def _planned(race: RaceDay | None) -> Effort | None:
    """The race that the plan leads to, if it is one of a usual length."""
    if race is None or race.run.sport != "run":
        return None
    lengths = [step.distance.middle for step in race.run.steps() if step.effort == "race"]
    return race_over(lengths[0]) if len(lengths) == 1 and lengths[0] else None


def _splits(planner: Planner, race: Effort) -> Iterator[Split]:
    """The times at marks of a race that is run at an even pace, to its end: at most ten."""
    say, seconds = planner.sources.wording, planner.sources.runner.paces.time_of(race)
    if seconds is None:
        return
    imperial = planner.sources.plan.units == "imperial"
    unit, metres = ("mi", METRES_PER_MILE) if imperial else ("km", 1000.0)
    whole = race_metres(race) / metres
    every = next(step for step in _MARKS if whole / step <= _MOST_MARKS)
    marks = [*range(every, math.ceil(whole - 0.05), every), whole]
    for mark in marks:
        name = f"{say.number(mark, 1)}{NBSP}{say.units[unit]}"
        yield Split(name, clock(round(seconds * mark / whole)))


def _splits_note(planner: Planner, race: Effort) -> str:
    """What the splits are of: '49:30, all at 4:57/km'."""
    own = next((one for one in _races(planner, race) if one.planned), None)
    return planner.sources.wording.say("even_splits", time=own.time, pace=own.pace) if own else ""


def _lifts(planner: Planner, shares: Shares) -> Iterator[LiftRow]:
    deck, say = planner.sources.deck, planner.sources.wording
    for exercise, maxima, loads in lifts_of(planner.sources.plan, deck.library, shares):
        about = deck.library.get(exercise)
        yield LiftRow(
            number=deck.number(exercise),
            name=about.name,
            maximum=_halved(maxima.once, say),
            training_max=_halved(maxima.training, say) if shares.of_tm else "",
            loads=tuple(
                LiftLoad(say.number(load, 2), share == shares.usual)
                for load, share in zip(loads, shares.percent, strict=True)
            ),
            figure=deck.gallery.figure_of_lift(exercise, about.loaded),
        )


def _shares(shares: Shares, say: Wording) -> Iterator[LiftShare]:
    """The heads of the columns of loads."""
    for share, (low, high) in zip(shares.percent, shares.reps(), strict=True):
        least = say.number(low)
        span = f"{least}+" if high is None else "–".join(dict.fromkeys([least, say.number(high)]))
        yield LiftShare(f"{say.number(share, 1)}{NBSP}%", span, say.say("rep" if high == 1 else "reps"))


def _halved(maximum: float, say: Wording) -> str:
    """A maximum, no finer than what a bar is loaded with."""
    return say.number(round(maximum * 2) / 2, 1)
